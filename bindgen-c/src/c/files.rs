//! The files of a world, put together.

use crate::c::Options;
use crate::c::adapter::Adapter;
use crate::c::docs::Ownership;
use crate::c::functions::CFunction;
use crate::c::header::declare_type;
use crate::c::helpers::Helpers;
use crate::c::resources::ResourceFunctions;
use crate::c::strings;
use crate::c::types::{ResourceRef, Types};
use crate::shared::comment::doc_comment;
use crate::shared::object::{link_symbol, object};
use witc_bindgen_core::{Input, Output, Source};
use witc_resolve::Direction;

/// A world with everything named.
pub(crate) struct World<'x, 'a> {
    pub(crate) adapter: Adapter<'x, 'a>,
    pub(crate) functions: Vec<CFunction<'a>>,
    /// By [`ResourceRef`].
    pub(crate) resources: Vec<ResourceFunctions>,
}

impl<'x, 'a> Adapter<'x, 'a> {
    pub(crate) fn new(types: &'x mut Types<'a>, options: &'x Options) -> Self {
        let mut adapter = Self {
            types,
            options,
            helpers: Helpers::default(),
        };
        adapter.name_free_functions();
        adapter
    }
}

impl World<'_, '_> {
    /// Writes the files.
    pub(crate) fn write(mut self, input: &Input<'_>, output: &mut Output) {
        let name = self.adapter.types.prefixes.world.clone();
        let options = self.adapter.options;
        if !options.no_object_file {
            let (encoding, suffix) = (
                options.string_encoding.0,
                options.type_section_suffix.as_deref(),
            );
            match object(input, encoding, suffix, &link_symbol(&name)) {
                Ok(object) => output.files.add(format!("{name}_component_type.o"), object),
                Err(diagnostic) => return output.diagnostics.push(*diagnostic),
            }
        }
        output.files.add(format!("{name}.h"), self.header());
        output.files.add(format!("{name}.c"), self.source(&name));
    }

    fn header(&self) -> String {
        let types = &*self.adapter.types;
        let guard = format!("WITC_{}_H", types.prefixes.shouty_world());
        let mut header = Source::new();
        header.lines(format!(
            "/* Written by witc. Changes here are lost. */\n#ifndef {guard}\n#define {guard}"
        ));
        header.lines(include_str!("../runtime/c/ownership.h"));
        header.lines("#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>");
        header.lines(strings::includes(types, self.adapter.options));
        header.lines("\n#ifdef __cplusplus\nextern \"C\" {\n#endif");
        header.gap();
        header.lines(strings::types(types, self.adapter.options));
        for ty in types.declared() {
            declare_type(types, ty, &mut header);
        }
        self.declare_functions(&mut header);
        for (index, functions) in self.resources.iter().enumerate() {
            self.adapter
                .declare_resource(ResourceRef(index), functions, &mut header);
        }
        if !self.adapter.options.no_helpers {
            self.declare_free_functions(&mut header);
        }
        header.gap();
        header.lines("#ifdef __cplusplus\n}\n#endif\n\n#endif");
        header.finish()
    }

    fn declare_functions(&self, header: &mut Source) {
        let types = &*self.adapter.types;
        let helpers = !self.adapter.options.no_helpers;
        let ownership = Ownership {
            types,
            resources: &self.resources,
            helpers,
        };
        let mut last = None;
        for function in &self.functions {
            let group = (function.module, function.direction);
            if last != Some(group) {
                last = Some(group);
                header.gap();
                header.lines(self.heading(function));
            }
            header.gap();
            doc_comment(header, &ownership.describe(function));
            header.lines(function.prototype(types) + ";");
        }
    }

    /// A line over the functions of an interface.
    fn heading(&self, function: &CFunction<'_>) -> String {
        let modules = self.adapter.types.modules;
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

    fn declare_free_functions(&self, header: &mut Source) {
        let types = &*self.adapter.types;
        header.gap();
        header.lines(strings::declarations(types, self.adapter.options));
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

    fn source(&mut self, name: &str) -> String {
        let mut body = Source::new();
        for index in 0..self.resources.len() {
            self.adapter.define_resource_functions(
                ResourceRef(index),
                &self.resources[index],
                &mut body,
            );
        }
        if !self.adapter.options.no_helpers {
            body.gap();
            body.lines(strings::definitions(
                self.adapter.types,
                self.adapter.options,
            ));
            for ty in self.adapter.types.freed() {
                self.adapter.free_function(ty, &mut body);
            }
        }
        for function in &self.functions {
            match function.direction {
                Direction::Import => self.adapter.import(function, &mut body),
                Direction::Export => self.adapter.export(function, &mut body),
            }
        }
        let mut source = Source::new();
        source.lines("/* Written by witc. Changes here are lost. */");
        source.lines(format!(
            "#include \"{name}.h\"\n#include <stdlib.h>\n#include <string.h>"
        ));
        source.gap();
        source.lines(include_str!("../runtime/c/attributes.h"));
        source.gap();
        source.lines(include_str!("../runtime/c/realloc.c"));
        source.gap();
        source.lines(include_str!("../runtime/c/link.c").replace("SYMBOL", &link_symbol(name)));
        source.gap();
        source.lines(strings::imports(self.adapter.types, self.adapter.options));
        (0..self.resources.len())
            .for_each(|index| self.adapter.declare_drop(ResourceRef(index), &mut source));
        for section in self.adapter.helpers.sections() {
            source.gap();
            source.lines(section);
        }
        source.gap();
        source.verbatim(&body.finish());
        source.finish()
    }
}
