//! The guest in C++: each function passes its own parameters to the import with the templates of `pass.h`.

use super::Source;
use crate::model::Place;
use std::fmt::Write as _;

/// The text of the guest.
pub(super) fn source(source: &Source, header: &str) -> Result<String, String> {
    let mut text =
        "#include \"trip_cpp.h\"\n#include \"pass.h\"\n\nextern \"C\" uint64_t live_allocations(void);\n\
        uint64_t exports::trip::Live() { return live_allocations(); }\n"
            .to_owned();
    if source.has_things() {
        text.push_str(
            "\nexports::test::trip::things::Item::Item(uint32_t number) : held(number) {}\n",
        );
        text.push_str("uint32_t exports::test::trip::things::Item::Number() { return held; }\n");
    }
    for (function, place) in source.functions() {
        let name = function.name.to_uppercase();
        let path = match place {
            Place::World => "trip",
            Place::Echo | Place::Method | Place::Static => "test::trip::echo",
            Place::Things => "test::trip::things",
        };
        let prototype = prototype(header, &format!("exports::{path}"), &name)
            .ok_or_else(|| format!("the header does not declare `{name}` in `exports::{path}`"))?;
        // The result of WIT leaves out what is lent, which only `things` has to do itself.
        let kept = |ty| place != Place::Things || !source.facts(ty).borrows;
        let params = function
            .params
            .iter()
            .map(|param| (param.name.as_str(), kept(param.ty)));
        let call = if place == Place::Things {
            let kept: Vec<_> = params
                .clone()
                .filter(|(_, kept)| *kept)
                .map(|(name, _)| name)
                .collect();
            let lent = params
                .filter(|(_, kept)| !kept)
                .map(|(name, _)| format!("(void) {name}; "));
            let lent: String = lent.collect();
            match (kept.is_empty(), kept.join(", ")) {
                (true, _) => lent,
                (false, kept) => {
                    format!("{lent}return passing::Same<decltype({name})>::give({kept});")
                }
            }
        } else {
            let params: String = params.map(|(name, _)| format!(", {name}")).collect();
            // A pointer to a function whose result clang has not looked into yet has another type in wasm.
            let import = format!("::{path}::{name}");
            let forward = "[](auto &&...a) -> decltype(auto)";
            let lambda =
                format!("{forward} {{ return {import}(std::forward<decltype(a)>(a)...); }}");
            format!(
                "return passing::Call<decltype({name}), decltype({import})>::through({lambda}{params});"
            )
        };
        let _ = writeln!(
            text,
            "\nnamespace exports::{path} {{\n{prototype} {{ {call} }}\n}}"
        );
    }
    Ok(text)
}

/// The header of the guest's resource, which is the guest's own, and its text.
pub(super) const ITEM: (&str, &str) = (
    "exports-test-trip-things-Item.h",
    "\
#ifndef WITC_TRIP_CPP_H
#include \"trip_cpp.h\"
#elif !defined(WITC_EXPORTS_TEST_TRIP_THINGS_ITEM_H)
#define WITC_EXPORTS_TEST_TRIP_THINGS_ITEM_H
namespace exports::test::trip::things {
class Item : public wit::ResourceExportBase<Item> {
    uint32_t held;

public:
    static void Dtor(Item *self) { delete self; }
    Item(uint32_t number);
    static Owned New(uint32_t number) { return Owned(new Item(number)); }
    uint32_t Number();
    static int32_t ResourceNew(Item *self);
    static Item *ResourceRep(int32_t id);
    static void ResourceDrop(int32_t id);
};
}
#endif
",
);

/// The declaration of a function in a namespace, without its semicolon.
fn prototype<'h>(header: &'h str, namespace: &str, name: &str) -> Option<&'h str> {
    let open = format!("namespace {namespace} {{");
    let mut inside = false;
    for line in header.lines() {
        if line.starts_with("namespace ") {
            // Imports and exports have functions of the same names, in other namespaces.
            inside = line == open;
        } else if inside && let Some(declaration) = line.trim_start().strip_suffix(");") {
            let before = declaration
                .split_once(&format!("{name}("))
                .map(|(before, _)| before);
            if before.is_some_and(|before| before.ends_with([' ', '&', '*'])) {
                return line.trim_start().strip_suffix(';');
            }
        }
    }
    None
}
