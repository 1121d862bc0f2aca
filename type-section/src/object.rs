//! An object file that brings a type section into a program: for linkers that speak of symbols, such as C's.

use std::borrow::Cow;
use wasm_encoder::{
    CodeSection, CustomSection, Function, FunctionSection, LinkingSection, Module, SymbolTable,
    TypeSection,
};

/// A relocatable wasm object with a custom section, and a function that does nothing and is called `symbol`. A program
/// that calls the function gets the object linked in, and the section with it.
///
/// ```
/// let object = witc_type_section::section_object("component-type:w", b"...", "keep_the_type_of_w");
/// assert!(object.starts_with(b"\0asm"));
/// ```
#[must_use]
pub fn section_object(section: &str, content: &[u8], symbol: &str) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut code = CodeSection::new();
    let mut nothing = Function::new([]);
    nothing.instructions().end();
    code.function(&nothing);
    let mut symbols = SymbolTable::new();
    // Without flags the symbol is global and strong, so that a call to it pulls the object out of an archive.
    symbols.function(0, 0, Some(symbol));
    let mut linking = LinkingSection::new();
    linking.symbol_table(&symbols);

    let mut module = Module::new();
    module.section(&types).section(&functions).section(&code);
    module.section(&CustomSection {
        name: section.into(),
        data: Cow::Borrowed(content),
    });
    // LLVM's reader wants the linking section after the sections that its symbols are about.
    module.section(&linking);
    module.finish()
}
