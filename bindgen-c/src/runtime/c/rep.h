/* What stands for a resource of this program: a pointer, which a wasm host keeps in 32 bits. */
#ifdef __wasm__
typedef int32_t witc_rep_t;
#else
typedef intptr_t witc_rep_t;
#endif
