//! Relocatable WebAssembly objects that define what Rust cannot: weak symbols.
//!
//! The format is that of the tool conventions' `Linking.md`: an ordinary module, the section `linking` with its symbols, and a
//! section `reloc.CODE` with the places that the linker patches.

// Types and opcodes of the core specification.
const FUNC: u8 = 0x60;
const I32: u8 = 0x7f;
const LOCAL_GET: u8 = 0x20;
const CALL: u8 = 0x10;
const END: u8 = 0x0b;
const I32_LOAD: u8 = 0x28;
const I32_STORE: u8 = 0x36;
const I32_CONST: u8 = 0x41;
const ALIGN_4: u8 = 2;

// Sections and import kinds of the core specification.
const CUSTOM_SECTION: u8 = 0;
const TYPE_SECTION: u8 = 1;
const IMPORT_SECTION: u8 = 2;
const FUNCTION_SECTION: u8 = 3;
const CODE_SECTION: u8 = 10;
const DATA_SECTION: u8 = 11;
const IMPORT_FUNC: u8 = 0;
const IMPORT_MEMORY: u8 = 2;

// Constants of the tool conventions.
const LINKING_VERSION: u8 = 2;
const WASM_SYMBOL_TABLE: u8 = 8;
const WASM_SEGMENT_INFO: u8 = 5;
const SYMTAB_FUNCTION: u8 = 0;
const SYMTAB_DATA: u8 = 1;
const WASM_SYM_BINDING_WEAK: u8 = 0x01;
const WASM_SYM_BINDING_LOCAL: u8 = 0x02;
const WASM_SYM_UNDEFINED: u8 = 0x10;
const WASM_SYM_EXPORTED: u8 = 0x20;
const R_WASM_FUNCTION_INDEX_LEB: u8 = 0;
const R_WASM_MEMORY_ADDR_LEB: u8 = 3;

/// The object with a weak, exported function `cabi_realloc` that hands its four arguments to `implementation`, a symbol that
/// another object defines, and returns what that returns.
///
/// Weak, so that two of them (of two versions of this crate, of this crate and another library of its kind) are one.
pub(crate) fn cabi_realloc(implementation: &str) -> Vec<u8> {
    let signature = [&[1, FUNC, 4, I32, I32, I32, I32, 1, I32][..]];
    let import = [
        &[1],
        &name("env")[..],
        &name(implementation),
        &[IMPORT_FUNC, 0],
    ];
    let functions = [&[1, 0][..]];

    // The body calls function 0, the import. The linker rewrites the index in place, so it takes the full five bytes.
    let arguments = [LOCAL_GET, 0, LOCAL_GET, 1, LOCAL_GET, 2, LOCAL_GET, 3];
    let before = [&[0], &arguments[..], &[CALL]].concat();
    let body = [&before[..], &[0x80, 0x80, 0x80, 0x80, 0x00], &[END]].concat();
    let code = [&[1, body.len() as u8], &body[..]];
    let patched = 2 + before.len() as u8;

    let defined = [
        &[
            SYMTAB_FUNCTION,
            WASM_SYM_BINDING_WEAK | WASM_SYM_EXPORTED,
            1,
        ],
        &name("cabi_realloc")[..],
    ]
    .concat();
    let undefined = [SYMTAB_FUNCTION, WASM_SYM_UNDEFINED, 0];
    let symbols = [&[2], &defined[..], &undefined].concat();
    let linking = [
        &name("linking")[..],
        &[LINKING_VERSION, WASM_SYMBOL_TABLE],
        &leb(symbols.len()),
        &symbols,
    ];

    // One relocation in section 3, the code (types, imports and functions come before it), to symbol 1.
    let reloc = [
        &name("reloc.CODE")[..],
        &[3, 1, R_WASM_FUNCTION_INDEX_LEB, patched, 1],
    ];

    let mut module = b"\0asm\x01\0\0\0".to_vec();
    section(&mut module, TYPE_SECTION, &signature);
    section(&mut module, IMPORT_SECTION, &import);
    section(&mut module, FUNCTION_SECTION, &functions);
    section(&mut module, CODE_SECTION, &code);
    section(&mut module, CUSTOM_SECTION, &linking);
    section(&mut module, CUSTOM_SECTION, &reloc);
    module
}

/// The object with a weak function `wasip3_task_set`, which keeps a pointer and returns the one before.
///
/// Weak, so that all libraries that define one share it: through it they know of each other's tasks.
pub(crate) fn task_set() -> Vec<u8> {
    let signature = [&[1, FUNC, 1, I32, 1, I32][..]];
    let memory = [
        &[1],
        &name("env")[..],
        &name("__linear_memory"),
        &[IMPORT_MEMORY, 0, 1],
    ];
    let functions = [&[1, 0][..]];

    // The linker writes the address of the pointer into the five bytes of both offsets.
    let address = [0x80, 0x80, 0x80, 0x80, 0x00];
    let load = [0, I32_CONST, 0, I32_LOAD, ALIGN_4];
    let store = [I32_CONST, 0, LOCAL_GET, 0, I32_STORE, ALIGN_4];
    let body = [&load[..], &address, &store, &address, &[END]].concat();
    let code = [&[1, body.len() as u8], &body[..]];
    let first = 2 + load.len() as u8;
    let second = first + address.len() as u8 + store.len() as u8;

    let segment = [1, 0, I32_CONST, 0, END, 4, 0, 0, 0, 0];
    let variable = name(".bss.wasip3_task");
    let info = [&[1], &variable[..], &[ALIGN_4, 0]].concat();
    let defined = [SYMTAB_FUNCTION, WASM_SYM_BINDING_WEAK, 0];
    let pointer = [
        &[SYMTAB_DATA, WASM_SYM_BINDING_LOCAL],
        &variable[..],
        &[0, 0, 4],
    ]
    .concat();
    let symbols = [&[2], &defined[..], &name("wasip3_task_set"), &pointer].concat();
    let linking = [
        &name("linking")[..],
        &[LINKING_VERSION, WASM_SEGMENT_INFO],
        &leb(info.len()),
        &info,
        &[WASM_SYMBOL_TABLE],
        &leb(symbols.len()),
        &symbols,
    ];

    // Two relocations in section 3, the code, to symbol 1 and nothing after it.
    let reloc = [
        &name("reloc.CODE")[..],
        &[3, 2],
        &[R_WASM_MEMORY_ADDR_LEB, first, 1, 0],
        &[R_WASM_MEMORY_ADDR_LEB, second, 1, 0],
    ];

    let mut module = b"\0asm\x01\0\0\0".to_vec();
    section(&mut module, TYPE_SECTION, &signature);
    section(&mut module, IMPORT_SECTION, &memory);
    section(&mut module, FUNCTION_SECTION, &functions);
    section(&mut module, CODE_SECTION, &code);
    section(&mut module, DATA_SECTION, &[&segment]);
    section(&mut module, CUSTOM_SECTION, &linking);
    section(&mut module, CUSTOM_SECTION, &reloc);
    module
}

fn section(module: &mut Vec<u8>, id: u8, parts: &[&[u8]]) {
    let contents = parts.concat();
    module.push(id);
    module.extend(leb(contents.len()));
    module.extend(contents);
}

fn name(text: &str) -> Vec<u8> {
    [&leb(text.len())[..], text.as_bytes()].concat()
}

/// A number as unsigned LEB128.
fn leb(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}
