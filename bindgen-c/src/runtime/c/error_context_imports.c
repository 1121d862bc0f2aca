WITC_IMPORT("$root", "[error-context-drop]")
void import_WORLD_error_context_drop(int32_t);
