//! The files of a world, put together.

use crate::cpp::functions::{Class, Functions, Member};
use crate::cpp::imports::Parts;
use crate::cpp::names::Names;
use crate::cpp::resources::typed;
use crate::cpp::specs::Specs;
use crate::cpp::spell::Context;
use crate::cpp::types::comment;
use crate::cpp::{exports, imports, order, resources, types};
use crate::shared::object::{link_symbol, object};
use heck::ToSnakeCase;
use std::collections::HashMap;
use witc_bindgen_core::{Input, ModuleId, Output, Scope, Source};
use witc_resolve::{Direction, Type};
use witc_type_section::StringEncoding;

const WRITTEN: &str = "/* Written by witc. Changes here are lost. */";

/// A world with everything named.
#[derive(Clone, Copy)]
pub(crate) struct World<'x, 'a> {
    pub(crate) context: Context<'x, 'a>,
    pub(crate) names: &'x Names,
    pub(crate) functions: &'x Functions<'a>,
}

/// A header: its name, and the macro that says that it was read.
struct Header {
    name: String,
    guard: String,
}

impl Header {
    fn new(name: String) -> Self {
        let guard: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        Self {
            guard: format!("WITC_{}", guard.to_uppercase()),
            name,
        }
    }

    /// The whole text of the header.
    fn wrap(&self, body: &str) -> String {
        let guard = &self.guard;
        format!("{WRITTEN}\n#ifndef {guard}\n#define {guard}\n#include \"wit.h\"\n{body}\n#endif\n")
    }
}

impl World<'_, '_> {
    /// Writes the files.
    pub(crate) fn write(self, input: &Input<'_>, output: &mut Output) {
        let name = self.context.modules.world.name.to_snake_case();
        match object(input, StringEncoding::default(), None, &link_symbol(&name)) {
            Ok(object) => output.files.add(format!("{name}_component_type.o"), object),
            Err(diagnostic) => return output.diagnostics.push(*diagnostic),
        }
        output
            .files
            .add("wit.h", include_str!("../runtime/cpp/wit.h"));
        output
            .files
            .add("wit_abi.h", include_str!("../runtime/cpp/wit_abi.h"));
        self.headers(Header::new(format!("{name}_cpp.h")), output);
        output.files.add(format!("{name}.cpp"), self.source(&name));
    }

    fn headers(self, main: Header, output: &mut Output) {
        let order = order::modules_in_order(self.context.modules);
        let split = self.context.options.split_interfaces;
        let mut files = Scope::reserving(["wit.h", "wit_abi.h", &main.name]);
        let mut homes: HashMap<ModuleId, String> = HashMap::new();
        let mut body = Source::new();
        for module in order {
            if let Some(header) = self.context.header_with(module) {
                let quoted = header.starts_with(['<', '"']);
                let header = header.replace(['\n', '\r'], "");
                let include = if quoted {
                    header
                } else {
                    format!("\"{header}\"")
                };
                body.lines(format!("#include {include}"));
                homes.insert(module, include);
                continue;
            }
            let is_interface = self.context.modules[module].interface.is_some();
            if !(split && is_interface) {
                self.module(module, &main, &mut files, &mut body, output);
                continue;
            }
            let stem = files.take(format!("{}.h", self.names.of(module).join("-")));
            let header = Header::new(stem);
            let mut text = Source::new();
            for need in order::needs(self.context.modules, module) {
                if let Some(include) = homes.get(&need) {
                    text.lines(format!("#include {include}"));
                }
            }
            self.module(module, &header, &mut files, &mut text, output);
            output
                .files
                .add(header.name.as_str(), header.wrap(&text.finish()));
            body.lines(format!("#include \"{}\"", header.name));
            homes.insert(module, format!("\"{}\"", header.name));
        }
        self.world_exports(&mut body);
        let text = main.wrap(&body.finish());
        output.files.add(main.name, text);
    }

    /// Declares everything of a module.
    fn module(
        self,
        module: ModuleId,
        header: &Header,
        files: &mut Scope,
        source: &mut Source,
        output: &mut Output,
    ) {
        let (context, names) = (self.context, self.names);
        let direction = context.modules[module].direction;
        let mut body = Source::new();
        types::announce(context, names, module, &mut body);
        types::integers(context, names, module, &mut body);
        types::aliases(context, names, module, &mut body);
        let classes: Vec<&Class> = self
            .functions
            .classes
            .iter()
            .filter(|class| class.module == module)
            .collect();
        if direction == Direction::Import {
            for class in &classes {
                resources::declare(context, names, self.functions, class, &mut body);
            }
        }
        types::structs(context, names, module, &mut body);
        let mut last = Source::new();
        if direction == Direction::Export {
            for class in &classes {
                let name = self.user_header(class, header, files, output);
                last.lines(format!("#include \"{name}\""));
            }
        }
        let mut free = Source::new();
        self.declare_functions(module, direction, &mut free);
        source.gap();
        if let Some(interface) = context.modules.interface(module) {
            comment(source, &interface.docs);
        }
        let path = names.of(module);
        in_namespace(path, &body.finish(), source);
        source.lines(last.finish());
        in_namespace(path, &free.finish(), source);
    }

    fn declare_functions(self, module: ModuleId, direction: Direction, source: &mut Source) {
        for function in self.functions.free(module, direction) {
            let speller =
                self.context
                    .inside(self.names, module, function.path(self.context, self.names));
            source.gap();
            comment(source, &function.function.docs);
            let (result, params) = (function.result(speller), function.param_list(speller));
            source.lines(format!("{}({params});", typed(&result, &function.name)));
        }
    }

    fn world_exports(self, source: &mut Source) {
        let mut body = Source::new();
        self.declare_functions(self.context.modules.root(), Direction::Export, &mut body);
        source.gap();
        in_namespace(&self.names.world_exports, &body.finish(), source);
    }

    /// Writes the header of an exported class, which is the user's to edit. Gives its name.
    fn user_header(
        self,
        class: &Class,
        main: &Header,
        files: &mut Scope,
        output: &mut Output,
    ) -> String {
        let path = self.names.of(class.module);
        let header = Header::new(files.take(format!("{}-{}.h", path.join("-"), class.name)));
        let mut body = Source::new();
        resources::declare(self.context, self.names, self.functions, class, &mut body);
        let (guard, main_guard, name) = (&header.guard, &main.guard, &main.name);
        let mut text = Source::new();
        text.lines(format!(
            "/*\n * Yours to edit: witc writes this file once, and what it would write now beside it, as {}.template.\n \
             * It is a part of {name}.\n */\n\
             #ifndef {main_guard}\n#include \"{name}\"\n#elif !defined({guard})\n#define {guard}\n",
            header.name
        ));
        in_namespace(path, &body.finish(), &mut text);
        text.lines("\n#endif");
        output.files.add_once(header.name.as_str(), text.finish());
        header.name
    }

    fn source(self, name: &str) -> String {
        let mut core = Source::new();
        let mut code = Source::new();
        let mut served = Source::new();
        let mut specs = Specs::new(self.context, self.names);
        let mut symbols = Scope::reserving(["cabi_realloc", "witc_error_context_drop"]);
        let prefix = self
            .context
            .options
            .export_prefix
            .as_deref()
            .unwrap_or_default();
        let prefix: String = prefix
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        for (module, _) in self
            .context
            .modules
            .iter()
            .filter(|(module, _)| self.context.is_written(*module))
        {
            let mut inside = Source::new();
            for class in self
                .functions
                .classes
                .iter()
                .filter(|class| class.module == module)
            {
                let mut parts = Parts {
                    core: &mut core,
                    code: &mut inside,
                };
                imports::intrinsics(
                    self.context,
                    class,
                    &mut |name| symbols.take(name),
                    &mut parts,
                );
                if self.context.modules[module].direction == Direction::Export {
                    let mut take = |name| symbols.take(format!("witc_{prefix}{name}"));
                    exports::destructor(self.context, self.names, class, &mut take, &mut served);
                }
            }
            for function in self
                .functions
                .functions
                .iter()
                .filter(|function| function.module == module)
            {
                function
                    .params
                    .iter()
                    .for_each(|(_, ty)| specs.add(module, *ty));
                function
                    .function
                    .result
                    .into_iter()
                    .for_each(|ty: Type| specs.add(module, ty));
                let class = self.functions.class_of(function);
                if function.direction == Direction::Import {
                    let symbol = symbols.take(format!("witc_import_{}", function.stem));
                    let speller = self
                        .context
                        .inside(self.names, module, self.names.of(module));
                    let mut parts = Parts {
                        core: &mut core,
                        code: &mut inside,
                    };
                    let names = (self.names, speller);
                    imports::function(self.context, function, class, &symbol, names, &mut parts);
                } else {
                    let mut take = |name| symbols.take(format!("witc_{prefix}{name}"));
                    exports::function(
                        self.context,
                        self.names,
                        function,
                        class,
                        &mut take,
                        &mut served,
                    );
                }
                debug_assert!(class.is_some() || function.member == Member::Free);
            }
            in_namespace(self.names.of(module), &inside.finish(), &mut code);
        }
        let mut source = Source::new();
        source.lines(format!(
            "{WRITTEN}\n#include \"{name}_cpp.h\"\n#include \"wit_abi.h\"\n"
        ));
        source.lines(include_str!("../runtime/c/attributes.h"));
        source.lines("\nextern \"C\" {");
        source.lines(include_str!("../runtime/c/realloc.c"));
        source.lines(include_str!("../runtime/c/link.c").replace("SYMBOL", &link_symbol(name)));
        source.verbatim(&core.finish());
        source.lines("}");
        source.gap();
        in_namespace(
            &["wit".to_owned(), "abi".to_owned()],
            &specs.finish(),
            &mut source,
        );
        source.gap();
        source.verbatim(&code.finish());
        let served = served.finish();
        if !served.is_empty() {
            source.gap();
            source.lines("extern \"C\" {");
            source.verbatim(&served);
            source.lines("}");
        }
        source.finish()
    }
}

/// A text in a namespace; nothing if there is none.
fn in_namespace(path: &[String], body: &str, source: &mut Source) {
    let body = body.trim_matches('\n');
    if !body.is_empty() {
        source.lines(format!("namespace {} {{\n{body}\n}}", path.join("::")));
    }
}
