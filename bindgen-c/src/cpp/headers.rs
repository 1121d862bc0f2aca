//! The headers of a world.

use crate::cpp::code::in_namespace;
use crate::cpp::functions::{Class, ClassRef};
use crate::cpp::needs::Needs;
use crate::cpp::spell::Speller;
use crate::cpp::types::comment;
use crate::cpp::world::NamedWorld;
use crate::cpp::{order, resources, types};
use crate::shared::comment::WRITTEN;
use std::collections::HashMap;
use witc_bindgen_core::{IndentedText, ModuleId, NameScope, Output};
use witc_resolve::Direction;

/// A header: its name, and the macro that says that it was read.
pub(crate) struct Header {
    name: String,
    guard: String,
}

impl Header {
    pub(crate) fn new(name: String) -> Self {
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
    fn wrap(&self, needs: Needs, body: &str) -> String {
        let guard = &self.guard;
        format!(
            "{WRITTEN}\n#ifndef {guard}\n#define {guard}\n#include \"{}\"\n{body}\n#endif\n",
            needs.header()
        )
    }
}

/// The headers in the making.
pub(crate) struct Headers<'x, 'a, 'o> {
    world: NamedWorld<'x, 'a>,
    /// The names of files that are not taken yet.
    files: NameScope,
    output: &'o mut Output,
}

/// The files of the runtime that a world needs.
pub(crate) fn runtime_files(needs: Needs) -> &'static [(&'static str, &'static str)] {
    if needs.any() { &RUNTIME } else { &RUNTIME[..2] }
}

/// The files of the runtime; all but the first two are for asynchronous guests.
const RUNTIME: [(&str, &str); 9] = [
    ("wit.h", include_str!("../runtime/cpp/wit.h")),
    ("wit_abi.h", include_str!("../runtime/cpp/wit_abi.h")),
    ("wit_coro.h", include_str!("../runtime/cpp/wit_coro.h")),
    ("wit_task.h", include_str!("../runtime/cpp/wit_task.h")),
    ("wit_ends.h", include_str!("../runtime/cpp/wit_ends.h")),
    (
        "wit_channel.h",
        include_str!("../runtime/cpp/wit_channel.h"),
    ),
    (
        "wit_async_abi.h",
        include_str!("../runtime/cpp/wit_async_abi.h"),
    ),
    ("wit_async.h", include_str!("../runtime/async/wit_async.h")),
    ("wit_async.c", include_str!("../runtime/async/wit_async.c")),
];

/// Writes the headers of a world.
pub(crate) fn write(world: NamedWorld<'_, '_>, main: Header, output: &mut Output) {
    let mut files = NameScope::reserving([&main.name]);
    for (name, _) in runtime_files(world.context.needs) {
        files.reserve(*name);
    }
    let headers = Headers {
        files,
        world,
        output,
    };
    headers.write(main);
}

impl Headers<'_, '_, '_> {
    fn write(mut self, main: Header) {
        let context = self.world.context;
        // A header includes those that it needs by itself: users may include one without the main one.
        let mut includes: HashMap<ModuleId, String> = HashMap::new();
        let mut body = IndentedText::new();
        // C++ wants a type declared before it is used: modules come after those whose types they use.
        for &module in &self.world.names.order {
            if let Some(header) = context.header_with(module) {
                let include = include_of(header);
                body.lines(format!("#include {include}"));
                includes.insert(module, include);
                continue;
            }
            // The world has no header of its own: its types are declared in the main one, which is about this world
            // alone.
            let is_interface = context.modules[module].interface.is_some();
            if !(context.options.split_interfaces && is_interface) {
                self.module(module, &main, &mut body);
                continue;
            }
            let name = format!("{}.h", self.world.names.of(module).join("-"));
            let header = Header::new(self.files.take(name));
            let mut text = IndentedText::new();
            for need in self.needs(module) {
                // Only modules with a header of their own are there: others come earlier in the same header.
                if let Some(include) = includes.get(&need) {
                    text.lines(format!("#include {include}"));
                }
            }
            self.module(module, &header, &mut text);
            let files = &mut self.output.files;
            files.add(
                header.name.as_str(),
                header.wrap(context.needs, &text.finish()),
            );
            let include = format!("\"{}\"", header.name);
            body.lines(format!("#include {include}"));
            includes.insert(module, include);
        }
        self.world_exports(&mut body);
        let text = main.wrap(context.needs, &body.finish());
        self.output.files.add(main.name, text);
    }

    /// The modules that have to be declared before this one.
    fn needs(&self, module: ModuleId) -> Vec<ModuleId> {
        let modules = self.world.context.modules;
        let mut needs = order::needs(modules, module);
        for &ty in &modules[module].types {
            let (first, _) = self.world.names.alike.first((module, ty));
            if first != module && !needs.contains(&first) {
                needs.push(first);
            }
        }
        needs
    }

    /// Declares everything of a module.
    fn module(&mut self, module: ModuleId, header: &Header, source: &mut IndentedText) {
        let (context, names) = (self.world.context, self.world.names);
        let direction = context.modules[module].direction;
        let mut body = IndentedText::new();
        // In the order in which C++ can take it: classes announced, integers complete, names for both, then what has
        // members.
        types::announce(context, names, module, &mut body);
        types::integers(context, names, module, &mut body);
        types::aliases(context, names, module, &mut body);
        // Functions of a class may take records that are only announced: they are declared here and defined in the
        // source.
        if direction.is_import() {
            for (id, class) in self.world.functions.classes(module) {
                resources::declare(self.world, id, class, &mut body);
            }
        }
        types::structs(context, names, module, &mut body);
        let mut channels = IndentedText::new();
        self.world.channels.declare(module, &mut channels);
        // The header of an exported class stands between the types that it uses and the functions that use it.
        let mut last = IndentedText::new();
        if direction.is_export() {
            for (id, class) in self.world.functions.classes(module) {
                let name = self.user_header(id, class, header);
                last.lines(format!("#include \"{name}\""));
            }
        }
        let mut free = IndentedText::new();
        self.declare_functions(module, direction, &mut free);
        source.gap();
        if let Some(interface) = context.modules.interface(module) {
            comment(source, &interface.docs);
        }
        let path = names.of(module);
        in_namespace(path, body, source);
        source.append(&channels);
        source.append(&last);
        in_namespace(path, free, source);
    }

    fn declare_functions(&self, module: ModuleId, direction: Direction, source: &mut IndentedText) {
        let NamedWorld {
            context,
            names,
            functions,
            channels: _,
        } = self.world;
        let path = names.path_of(context.modules, module, direction);
        let speller = Speller::inside(context, names, module, path);
        for function in functions.free(module, direction) {
            source.gap();
            comment(source, &function.function.docs);
            let head = function.returned(speller).declare(&function.name);
            source.lines(format!("{head}({});", function.param_list(speller)));
        }
    }

    fn world_exports(&self, source: &mut IndentedText) {
        let root = self.world.context.modules.root();
        let mut body = IndentedText::new();
        self.declare_functions(root, Direction::Export, &mut body);
        source.gap();
        in_namespace(&self.world.names.world_exports, body, source);
    }

    /// Writes the header of an exported class, which is the user's to edit. Gives its name.
    fn user_header(&mut self, id: ClassRef, class: &Class, main: &Header) -> String {
        let path = self.world.names.of(class.module);
        let name = format!("{}-{}.h", path.join("-"), class.name);
        let header = Header::new(self.files.take(name));
        let mut body = IndentedText::new();
        resources::declare(self.world, id, class, &mut body);
        let members = resources::members(self.world, id, class);
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let names = names.join(", ");
        let (guard, main_guard, name) = (&header.guard, &main.guard, &main.name);
        let mut text = IndentedText::new();
        // Whichever of the two headers is read first, this one comes at its place in the main header: read alone it
        // includes the main one, which then includes it with the guard set.
        text.lines(format!(
            "/*\n * Yours to edit: witc writes this file once, and what it would write now beside it, as {}.template.\n \
             * It is a part of {name}.\n *\n \
             * Members: {names}\n */\n\
             #ifndef {main_guard}\n#include \"{name}\"\n#elif !defined({guard})\n#define {guard}\n",
            header.name
        ));
        in_namespace(path, body, &mut text);
        text.lines("\n#endif");
        let files = &mut self.output.files;
        // The user edits it, so that a later run must not replace it.
        files.add_once(header.name.as_str(), text.finish(), members);
        header.name
    }
}

/// The text after `#include` for a header that the user named, with or without quotes or brackets.
fn include_of(header: &str) -> String {
    // A line break would end the directive, and what follows would be code.
    let header = header.replace(['\n', '\r'], "");
    if header.starts_with(['<', '"']) {
        header
    } else {
        format!("\"{header}\"")
    }
}
