#ifdef __wasm__
#define WITC_IMPORT(module, name) __attribute__((__import_module__(module), __import_name__(name)))
#define WITC_EXPORT(name) __attribute__((__export_name__(name)))
#else
#define WITC_IMPORT(module, name)
#define WITC_EXPORT(name)
#endif
