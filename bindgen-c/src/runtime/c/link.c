#ifdef __wasm__
/* Keeps the object file with the type of the world linked in. */
extern void SYMBOL(void);
__attribute__((__used__))
void SYMBOL_public_use_in_this_compilation_unit(void) {
    SYMBOL();
}
#endif
