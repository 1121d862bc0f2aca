//! The whole output: modules in their places, what they share, the `export!` macro, the component's type.

use crate::context::Context;
use crate::helpers::{Helper, Helpers, Task};
use crate::module::{CoreExport, ModuleWriter};
use crate::module_names::ROOT;
use crate::options::CRATE_PLACEHOLDER;
use crate::payloads::{self, Payload};
use crate::section::Section;
use crate::{
    channels, docs, export_macro, exports, free, give, host_words, imports, lift_helpers, lower,
    mock, resources, stubs, types,
};
use std::collections::HashMap;
use witc_bindgen_core::{IndentedText, ModuleId, Options as _};
use witc_resolve::{Direction, Docs, TypeId};

/// Attributes of generated modules. What they allow is what generated code can't know: which of its items are used, what
/// is deprecated, and what lints the guest has switched on for code that people write.
const ALLOW: &str = "\
#[allow(
    dead_code, deprecated, missing_docs, redundant_imports, unreachable_pub, unsafe_code, unused,
    unused_qualifications, clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction
)]";

/// The text of a module, and the names in it that are re-exported if it is the world itself.
struct Written {
    module: ModuleId,
    source: IndentedText,
    public: Vec<String>,
    on_host: Vec<String>,
}

/// Writes the bindings of a world.
pub(crate) fn write(cx: &Context<'_>, section: &Section) -> String {
    let mut exports: Vec<CoreExport> = Vec::new();
    let payloads = payloads::find(cx);
    let modules = modules(cx, &payloads, &mut exports);
    let mut source = IndentedText::new();
    header(cx, &mut source);
    runtime(cx, &mut source);
    let (root, interfaces): (Vec<_>, Vec<_>) = modules
        .iter()
        .partition(|written| written.module == cx.modules.root());
    for written in root {
        world(cx, written, section, &mut source);
    }
    tree(cx, interfaces, section, &mut source);
    channels::modules(cx, &payloads, ALLOW, &mut source);
    if cx.options.stubs {
        stubs::declare(&mut source);
    }
    export_macro::write(cx, &exports, section, &mut source);
    source.gap();
    section.write(cx, &mut source);
    source.finish()
}

/// Writes all modules that are not found elsewhere, each with the helpers that are called of it.
fn modules(
    cx: &Context<'_>,
    payloads: &[Payload<'_>],
    exports: &mut Vec<CoreExport>,
) -> Vec<Written> {
    let mut helpers = Helpers::new(cx);
    let mut modules = Vec::new();
    // The position of each module that is written.
    let mut positions = HashMap::new();
    for (id, _) in cx.modules.iter() {
        if cx.remapped(id).is_some() {
            continue;
        }
        let mut writer = ModuleWriter::new(cx, &mut helpers, id);
        module(&mut writer, payloads);
        exports.append(&mut writer.exports);
        positions.insert(id, modules.len());
        modules.push(Written {
            module: id,
            source: writer.source,
            public: writer.public,
            on_host: writer.on_host,
        });
    }
    // Writing a helper may queue others that it calls. There are at most a few for each type, so this ends.
    while let Some(next) = helpers.next() {
        if let Some(&position) = positions.get(&next.module) {
            let written: &mut Written = &mut modules[position];
            written.source.gap();
            helper(cx, &mut helpers, &next, &mut written.source);
        }
    }
    modules
}

/// Writes all of a module but its helpers.
fn module(writer: &mut ModuleWriter<'_, '_>, payloads: &[Payload<'_>]) {
    let cx = writer.cx;
    let id = writer.module;
    let direction = cx.module(id).direction;
    for &ty in &cx.module(id).types {
        if cx.resolve.types[ty].kind.is_resource() {
            resource(writer, ty, direction);
        } else {
            let declared = types::write(cx, id, ty, &mut writer.source);
            writer.public.extend(declared);
        }
    }
    match direction {
        Direction::Export => exports::write(writer, &cx.module(id).functions),
        Direction::Import => {
            for function in writer.functions(None) {
                writer.public.push(cx.function_name(id, function));
                imports::write(writer, function);
            }
            mock::write(writer);
            if id == cx.modules.root() {
                exports::write(writer, &cx.modules.world_exports);
            }
        }
    }
    writer.core_imports();
    channels::write(writer, payloads);
}

fn resource(writer: &mut ModuleWriter<'_, '_>, id: TypeId, direction: Direction) {
    let cx = writer.cx;
    if cx.is_remapped(writer.module, id) {
        return;
    }
    let name = cx.type_name(writer.module, id);
    writer.public.push(name.clone());
    match direction {
        Direction::Export => resources::write_exported(writer, id),
        Direction::Import => {
            resources::write_imported(writer, id);
            let functions = writer.functions(Some(id));
            if functions.is_empty() {
                return;
            }
            writer.source.gap();
            writer.source.open(format!("impl {name}"));
            for function in functions {
                imports::write(writer, function);
            }
            writer.source.close("");
        }
    }
}

/// Writes a helper.
fn helper<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    match helper.task {
        Task::Lift => lift_helpers::write(cx, helpers, helper, source),
        Task::LiftFlat => lift_helpers::write_flat(cx, helpers, helper, source),
        Task::LiftList(of) => lift_helpers::write_list(cx, helpers, helper, of, source),
        Task::Lower => lower::write(cx, helpers, helper, source),
        Task::LowerFlat => lower::write_flat(cx, helpers, helper, source),
        Task::LowerList(of) => lower::write_list(cx, helpers, helper, of, source),
        Task::Give => give::write(cx, helpers, helper, source),
        Task::GiveFlat => give::write_flat(cx, helpers, helper, source),
        Task::GiveList(of) => give::write_list(cx, helpers, helper, of, source),
        Task::Free => free::write(cx, helpers, helper, source),
        Task::FreeList(of) => free::write_list(cx, helpers, helper, of, source),
    }
}

fn header(cx: &Context<'_>, source: &mut IndentedText) {
    let world = &cx.modules.world.name;
    let package = cx
        .modules
        .world
        .package
        .map(|id| cx.resolve.packages[id].name.item(world));
    let world = package.unwrap_or_else(|| world.to_string());
    source.lines(format!(
        "// Bindings for the world `{world}`, generated by witc {VERSION}."
    ));
    source.lines("// Changes are lost when they are generated again.");
    let mut given = cx.options.given();
    // Of `generate!`, and not an option that anyone gave. Nobody sees the comment, and the macro replaces each placeholder
    // in the text: it stops early when none is in a place where it is no token.
    given.retain(|given| !given.to_string().contains(CRATE_PLACEHOLDER));
    if !given.is_empty() {
        source.lines("//\n// Options:");
        for given in given {
            // An option may have a line break in it; a comment may not.
            source.lines(format!(
                "//     {}",
                given.to_string().replace(['\n', '\r'], " ")
            ));
        }
    }
    source.gap();
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn runtime(cx: &Context<'_>, source: &mut IndentedText) {
    // A path of the user's means what it means at the root; from inside of the modules it would be
    // looked up there.
    for (index, path) in cx.remaps.modules.iter().enumerate() {
        source.lines(format!(
            "#[allow(unused_imports)]\nuse {path} as {};",
            cx.remaps.module_name(index)
        ));
    }
    source.lines("#[doc(hidden)]\n#[allow(unused_imports)]");
    // The module itself, and not what is in it: rustc then calls `String` so, and not `std::string::String`.
    source.lines(format!("pub use {} as _rt;", cx.options.runtime()));
}

/// The world's own items are in a module of their own, so that nothing but what they are meant for is seen at the root.
fn world(cx: &Context<'_>, written: &Written, section: &Section, source: &mut IndentedText) {
    if written.source.is_empty() {
        return;
    }
    source.gap();
    source.lines("#[doc(hidden)]");
    source.lines(ALLOW);
    source.open(format!("pub mod {ROOT}"));
    module_body(cx, written, section, source);
    source.close("");
    for (names, condition) in [
        (&written.public, None),
        (&written.on_host, Some(host_words::ON_HOST)),
    ] {
        if !names.is_empty() {
            source.gap();
            condition
                .into_iter()
                .for_each(|condition| source.lines(condition));
            source.lines("#[allow(unused_imports)]");
            source.lines(format!("pub use {ROOT}::{{{}}};", names.join(", ")));
        }
    }
}

fn tree(
    cx: &Context<'_>,
    mut modules: Vec<&Written>,
    section: &Section,
    source: &mut IndentedText,
) {
    // Modules of one parent come next to each other, which `branches` relies on.
    modules.sort_by(|a, b| cx.path(a.module).cmp(cx.path(b.module)));
    branches(cx, &modules, 0, section, source);
}

/// The modules inside one that is so deep, by name.
fn branches(
    cx: &Context<'_>,
    modules: &[&Written],
    depth: usize,
    section: &Section,
    source: &mut IndentedText,
) {
    let path = |written: &Written| cx.path(written.module);
    for modules in modules.chunk_by(|a, b| path(a)[depth] == path(b)[depth]) {
        source.gap();
        // The content of the module itself comes before the modules in it.
        let here = modules.partition_point(|written| path(written).len() == depth + 1);
        let (here, inside) = modules.split_at(here);
        for written in here {
            interface_docs(cx, written.module, source);
        }
        // An attribute holds for everything inside, so the outermost modules are enough.
        if depth == 0 {
            source.lines(ALLOW);
        }
        let name = &path(modules[0])[depth];
        source.open(format!("pub mod {name}"));
        for written in here {
            source.gap();
            module_body(cx, written, section, source);
        }
        branches(cx, inside, depth + 1, section, source);
        source.close("");
    }
}

fn interface_docs(cx: &Context<'_>, id: ModuleId, source: &mut IndentedText) {
    match (cx.modules.interface(id), cx.key(id)) {
        (Some(interface), _) if interface.docs != Docs::default() => {
            docs::write(source, &interface.docs);
        }
        (_, Some(key)) => source.lines(format!(
            "/// The interface `{}`.",
            cx.resolve.extern_name(key)
        )),
        _ => {}
    }
}

fn module_body(cx: &Context<'_>, written: &Written, section: &Section, source: &mut IndentedText) {
    if written.source.is_empty() {
        return;
    }
    let id = written.module;
    let root = cx.to_root(id);
    source.lines(format!(
        "use {root}_rt::{{self, {}POINTER as _P}};",
        imported(cx, id)
    ));
    if let Some(link) = section.link(cx) {
        source.gap();
        source.lines(format!("#[used]\nstatic _LINK: &u8 = &{root}{link};"));
    }
    source.gap();
    // It was written with the indentation of its place (`ModuleWriter::new`).
    source.append(&written.source);
}

/// The names that a module imports from the runtime, unless it has a type of that name.
fn imported(cx: &Context<'_>, id: ModuleId) -> String {
    ["String", "Vec"]
        .into_iter()
        .filter(|name| cx.prelude(id, name) == *name)
        .map(|name| format!("{name}, "))
        .collect()
}
