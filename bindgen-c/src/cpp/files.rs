//! The files of a world, put together.

use crate::cpp::code::{CodeParts, in_namespace};
use crate::cpp::headers::Header;
use crate::cpp::specs::Specs;
use crate::cpp::world::NamedWorld;
use crate::cpp::{exports, headers, imports};
use crate::shared::comment::WRITTEN;
use crate::shared::object::object;
use heck::ToSnakeCase;
use witc_bindgen_core::{IndentedText, Input, ModuleId, NameScope, Output};
use witc_resolve::Direction;
use witc_type_section::StringEncoding;

/// Writes the files of a world.
pub(crate) fn write(world: NamedWorld<'_, '_>, input: &Input<'_>, output: &mut Output) {
    let name = world.context.modules.world.name.to_snake_case();
    // First, since only this can fail: there are all files or none. The runtime knows no encoding but UTF-8.
    let symbol = match object(input, StringEncoding::default(), None, &name) {
        Ok(object) => {
            let file = format!("{name}_component_type.o");
            output.files.add(file, object.bytes);
            object.symbol
        }
        Err(diagnostic) => return output.diagnostics.push(*diagnostic),
    };
    for &(name, text) in headers::runtime_files(world.context.needs) {
        output.files.add(name, text);
    }
    headers::write(world, Header::new(format!("{name}_cpp.h")), output);
    let source = SourceFile::new(world).write(&name, &symbol);
    output.files.add(format!("{name}.cpp"), source);
}

/// The source file in the making.
struct SourceFile<'x, 'a> {
    world: NamedWorld<'x, 'a>,
    /// The names of C that are not taken yet.
    symbols: NameScope,
    /// The start of the names of exports.
    export_prefix: String,
    specs: Specs<'x, 'a>,
    /// Declarations of core imports.
    core: IndentedText,
    /// Core exports.
    served: IndentedText,
}

impl<'x, 'a> SourceFile<'x, 'a> {
    fn new(world: NamedWorld<'x, 'a>) -> Self {
        let prefix = world.context.options.export_prefix.iter();
        let prefix: String = prefix
            .flat_map(|prefix| prefix.chars())
            // The option is free text, but goes into symbols.
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        Self {
            world,
            // These two come with the runtime.
            symbols: NameScope::reserving(["cabi_realloc", "witc_error_context_drop"]),
            export_prefix: format!("witc_{prefix}"),
            specs: Specs::new(world.context, world.names),
            core: IndentedText::new(),
            served: IndentedText::new(),
        }
    }

    fn write(mut self, name: &str, symbol: &str) -> String {
        let (context, names) = (self.world.context, self.world.names);
        let mut code = IndentedText::new();
        for (module, _) in context.modules.iter() {
            // A header that the user names has its own source.
            if context.is_written(module) {
                let functions = self.module(module);
                in_namespace(names.of(module), functions, &mut code);
            }
        }
        let mut tables = IndentedText::new();
        let mut take = |name| self.symbols.take(name);
        let (channels, core) = (self.world.channels, &mut self.core);
        channels.define(self.world.context, &mut take, core, &mut tables);
        // Core imports come first: the functions of the modules call them.
        let mut source = IndentedText::new();
        source.lines(format!(
            "{WRITTEN}\n#include \"{name}_cpp.h\"\n#include \"{}\"\n",
            if context.needs.any() {
                "wit_async_abi.h"
            } else {
                "wit_abi.h"
            }
        ));
        source.lines(include_str!("../runtime/c/attributes.h"));
        source.lines("\nextern \"C\" {");
        source.lines(include_str!("../runtime/c/realloc.c"));
        source.lines(include_str!("../runtime/c/link.c").replace("SYMBOL", symbol));
        source.append(&self.core);
        source.lines("}");
        source.gap();
        let runtime = ["wit".to_owned(), "abi".to_owned()];
        in_namespace(&runtime, self.specs.finish(), &mut source);
        source.gap();
        source.append(&tables);
        source.gap();
        source.append(&code);
        // Last: core exports call functions of all modules.
        if !self.served.is_empty() {
            source.gap();
            source.lines("extern \"C\" {");
            source.append(&self.served);
            source.lines("}");
        }
        source.finish()
    }

    /// Writes everything of a module. Gives what stands in its namespace.
    fn module(&mut self, module: ModuleId) -> IndentedText {
        let world = self.world;
        let mut parts = CodeParts {
            // Taken out for the time: the closures below borrow `self`.
            core: std::mem::take(&mut self.core),
            code: IndentedText::new(),
        };
        for (_, class) in world.functions.classes(module) {
            let mut take = |name| self.symbols.take(name);
            imports::intrinsics(world, class, &mut take, &mut parts);
            if world.context.modules[module].direction.is_export() {
                let mut take = |name: String| {
                    let name = format!("{}{name}", self.export_prefix);
                    self.symbols.take(name)
                };
                exports::destructor(world, class, &mut take, &mut self.served);
            }
        }
        for function in world.functions.of_module(module) {
            let params = function.params.iter().map(|(_, ty)| *ty);
            for ty in params.chain(function.function.result) {
                self.specs.add(module, ty);
            }
            match function.direction {
                Direction::Import => {
                    let symbol = format!("witc_import_{}", function.stem);
                    let symbol = self.symbols.take(symbol);
                    imports::function(world, function, &symbol, &mut parts);
                }
                Direction::Export => {
                    let mut take = |name: String| {
                        let name = format!("{}{name}", self.export_prefix);
                        self.symbols.take(name)
                    };
                    exports::function(world, function, &mut take, &mut self.served);
                }
            }
        }
        self.core = parts.core;
        parts.code
    }
}
