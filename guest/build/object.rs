//! A relocatable WebAssembly object that defines `cabi_realloc`.
//!
//! The format is that of the tool conventions' `Linking.md`: an ordinary module, the section `linking` with its symbols, and a
//! section `reloc.CODE` with the places that the linker patches.

// Types and opcodes of the core specification.
const FUNC: u8 = 0x60;
const I32: u8 = 0x7f;
const LOCAL_GET: u8 = 0x20;
const CALL: u8 = 0x10;
const END: u8 = 0x0b;

// Sections and import kinds of the core specification.
const CUSTOM_SECTION: u8 = 0;
const TYPE_SECTION: u8 = 1;
const IMPORT_SECTION: u8 = 2;
const FUNCTION_SECTION: u8 = 3;
const CODE_SECTION: u8 = 10;
const IMPORT_FUNC: u8 = 0;

// Constants of the tool conventions.
const LINKING_VERSION: u8 = 2;
const WASM_SYMBOL_TABLE: u8 = 8;
const SYMTAB_FUNCTION: u8 = 0;
const WASM_SYM_BINDING_WEAK: u8 = 0x01;
const WASM_SYM_UNDEFINED: u8 = 0x10;
const WASM_SYM_EXPORTED: u8 = 0x20;
const R_WASM_FUNCTION_INDEX_LEB: u8 = 0;

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
