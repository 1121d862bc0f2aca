//! The files of a world, put together.

use crate::c::channel_functions::declare_channel;
use crate::c::context::Context;
use crate::c::docs::OwnershipNotes;
use crate::c::functions::CFunction;
use crate::c::header::{declare_args, declare_type};
use crate::c::resources::{ResourceFunctions, declare_resource};
use crate::c::tasks;
use crate::c::types::Resource;
use crate::shared::comment::{WRITTEN, doc_comment, plain_comment};
use crate::shared::object::object;
use std::collections::HashSet;
use witc_bindgen_core::{IndentedText, Input, Output};
use witc_resolve::Direction;

/// A world with everything named.
pub(crate) struct NamedWorld<'x, 'a> {
    pub(crate) context: Context<'x, 'a>,
    pub(crate) functions: Vec<CFunction<'a>>,
    /// By the number of the resource.
    pub(crate) resources: Vec<ResourceFunctions>,
}

impl<'x, 'a> NamedWorld<'x, 'a> {
    /// Writes the files.
    pub(crate) fn write(self, input: &Input<'_>, output: &mut Output) {
        let name = self.context.types.prefixes.world.clone();
        let options = self.context.options;
        let (encoding, suffix) = (
            options.string_encoding.into(),
            options.type_section_suffix.as_deref(),
        );
        // First, since only this can fail: there are all files or none. The source refers to the object file of another run
        // where this one writes none.
        let symbol = match object(input, encoding, suffix, &name) {
            Ok(object) => {
                if !options.no_object_file {
                    let file = format!("{name}_component_type.o");
                    output.files.add(file, object.bytes);
                }
                object.symbol
            }
            Err(diagnostic) => return output.diagnostics.push(*diagnostic),
        };
        output.files.add(format!("{name}.h"), self.header());
        // A world of that name has these files itself; `--rename-world` tells them apart.
        if self.context.types.needs.asynchronous && name != tasks::RUNTIME {
            output
                .files
                .add(format!("{}.h", tasks::RUNTIME), tasks::RUNTIME_HEADER);
            let source = include_str!("../runtime/async/wit_async.c");
            output.files.add(format!("{}.c", tasks::RUNTIME), source);
        }
        let source = self.source(&name, &symbol);
        output.files.add(format!("{name}.c"), source);
    }

    fn header(&self) -> String {
        let types = self.context.types;
        let guard = format!("WITC_{}_H", types.prefixes.shouty_world());
        let mut header = IndentedText::new();
        header.lines(format!("{WRITTEN}\n#ifndef {guard}\n#define {guard}"));
        header.lines(include_str!("../runtime/c/ownership.h"));
        self.describe_modules(&mut header);
        header.lines("#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>");
        header.lines(self.context.texts().includes());
        // C++ code may include the header too, and must not mangle its names.
        header.lines("\n#ifdef __cplusplus\nextern \"C\" {\n#endif");
        header.gap();
        header.lines(self.context.texts().types());
        for ty in types.declared() {
            declare_type(types, ty, &mut header);
        }
        header.gap();
        header.lines(tasks::declarations(types.needs, types.prefixes));
        self.declare_channels(&mut header);
        self.declare_functions(&mut header);
        for (resource, functions) in self.resources() {
            declare_resource(types, resource, functions, &mut header);
        }
        if !self.context.options.no_helpers {
            self.declare_free_functions(&mut header);
        }
        header.gap();
        header.lines("#ifdef __cplusplus\n}\n#endif\n\n#endif");
        header.finish()
    }

    /// Writes the documentation of the world and of its interfaces: C has nothing that stands for one of them.
    fn describe_modules(&self, header: &mut IndentedText) {
        let modules = self.context.types.modules;
        let world = format!("The world {}:", modules.world.name);
        let mut described = vec![(world, &modules.world.docs)];
        let mut seen = HashSet::new();
        for (_, module) in modules.iter() {
            // An interface that is imported and exported is told of once.
            if let Some((key, id)) = module.interface
                && seen.insert(id)
            {
                let name = format!("The interface {}:", modules.resolve.extern_name(key));
                described.push((name, &modules.resolve.interfaces[id].docs));
            }
        }
        for (name, docs) in described {
            if let Some(text) = docs.text().filter(|text| !text.trim().is_empty()) {
                plain_comment(header, &[name, text.to_owned()]);
                header.gap();
            }
        }
    }

    fn ownership(&self) -> OwnershipNotes<'_, 'a> {
        OwnershipNotes {
            types: self.context.types,
            resources: &self.resources,
            helpers: !self.context.options.no_helpers,
            autodrop: self.context.options.drops_borrows(),
        }
    }

    fn declare_channels(&self, header: &mut IndentedText) {
        let (channels, ownership) = (&self.context.types.channels, self.ownership());
        if !channels.is_empty() {
            header.gap();
            header.lines("/* Functions about the ends of streams and futures. */");
        }
        for channel in channels {
            declare_channel(&ownership, channel, header);
        }
    }

    fn declare_functions(&self, header: &mut IndentedText) {
        let types = self.context.types;
        let ownership = self.ownership();
        let mut last = None;
        for function in &self.functions {
            let group = (function.module, function.direction);
            // Functions come in groups already (`functions::all`): a new heading is due only where the group changes.
            if last != Some(group) {
                last = Some(group);
                header.gap();
                header.lines(self.heading(function));
            }
            declare_args(types, function, header);
            header.gap();
            doc_comment(header, &ownership.describe(function));
            header.lines(function.prototype(types) + ";");
            if let Some(prototypes) = self.context.task_prototypes(function) {
                let docs = ownership.describe_task(function);
                for (docs, prototype) in docs.into_iter().zip(prototypes) {
                    header.gap();
                    doc_comment(header, &[docs]);
                    header.lines(prototype + ";");
                }
            }
        }
    }

    /// A line over the functions of an interface.
    fn heading(&self, function: &CFunction<'_>) -> String {
        let modules = self.context.types.modules;
        let name = match function.interface(modules) {
            Some(key) => modules.resolve.extern_name(key),
            None => modules.world.name.to_string(),
        };
        match function.direction {
            Direction::Import => {
                format!("/* Functions that you can call, imported from {name}. */")
            }
            Direction::Export => format!("/* Functions that you write, exported from {name}. */"),
        }
    }

    fn declare_free_functions(&self, header: &mut IndentedText) {
        let types = self.context.types;
        header.gap();
        header.lines(self.context.texts().declarations());
        let freed = types
            .declared()
            .filter_map(|ty| Some((ty, types[ty].free.as_ref()?)));
        let freed: Vec<_> = freed.collect();
        if !freed.is_empty() {
            header.gap();
            header.lines(
                "/* Functions that free what is in a value: memory, and owned handles unless they are 0. */",
            );
            header.gap();
        }
        for (ty, name) in freed {
            header.lines(format!("void {name}({} *ptr);", types[ty].name));
        }
    }

    /// The resources, each with the names of its functions.
    fn resources(&self) -> impl Iterator<Item = (&'x Resource<'a>, &ResourceFunctions)> {
        self.context.types.resources.iter().zip(&self.resources)
    }

    fn source(mut self, name: &str, symbol: &str) -> String {
        // The body comes last in the file, but what it asks for comes before it.
        let body = self.bodies();
        let mut source = IndentedText::new();
        source.lines(WRITTEN);
        source.lines(format!("#include \"{name}.h\""));
        source.lines("#include <stdlib.h>\n#include <string.h>");
        source.gap();
        source.lines(include_str!("../runtime/c/attributes.h"));
        source.gap();
        source.lines(include_str!("../runtime/c/realloc.c"));
        source.gap();
        source.lines(include_str!("../runtime/c/link.c").replace("SYMBOL", symbol));
        source.gap();
        source.lines(self.context.texts().imports());
        for (resource, _) in self.resources() {
            self.context.declare_drop(resource, &mut source);
        }
        for channel in &self.context.types.channels {
            self.context.declare_end_drop(channel, &mut source);
        }
        self.context.helpers.write(&mut source);
        source.gap();
        source.append(&body);
        source.finish()
    }

    /// The functions of the world. What they need is asked for, and comes before them.
    fn bodies(&mut self) -> IndentedText {
        let Self {
            context,
            functions,
            resources,
        } = self;
        let types = context.types;
        let mut body = IndentedText::new();
        for (resource, functions) in types.resources.iter().zip(resources) {
            context.define_resource_functions(resource, functions, &mut body);
        }
        if types.needs.asynchronous {
            body.gap();
            body.lines(tasks::definitions(types.needs, types.prefixes));
        }
        for channel in &types.channels {
            context.channel_functions(channel, &mut body);
        }
        if !context.options.no_helpers {
            body.gap();
            body.lines(context.texts().definitions());
            for ty in types.freed() {
                context.free_function(ty, &mut body);
            }
        }
        for function in functions {
            match function.direction {
                Direction::Import => context.import(function, &mut body),
                Direction::Export => context.export(function, &mut body),
            }
        }
        body
    }
}
