//! The worlds that a core module carries, read back as WIT.

use crate::codes;
use crate::errors::not_a_module;
use crate::module::CoreModule;
use crate::type_sections::type_sections;
use crate::validate::{Extent, validate};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use witc_binary::{decode_type_section, type_section_component};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::print;

type Result<T> = std::result::Result<T, Box<Diagnostic>>;

/// The world of a core module as WIT: world `root` of package `root:root`, which includes those of all its type sections;
/// and then, each as a text of its own, the packages that they are in, and what is known of others. A package may come
/// several times.
///
/// # Errors
///
/// If the bytes are no core module, or one without type sections, or if two of them disagree.
pub fn module_to_packages(bytes: &[u8]) -> Result<Vec<String>> {
    let module = CoreModule::parse(bytes)
        .map_err(|malformed| Box::new(not_a_module("the input", &malformed)))?;
    let mut worlds: BTreeMap<String, String> = BTreeMap::new();
    let mut packages = Vec::new();
    let mut includes = String::new();
    for (_, content) in type_sections(&module) {
        let (resolve, id, _) = decode_type_section(content)?;
        // The decoder looks only at what WIT describes. Nothing in a type section is code.
        validate(type_section_component(content)?, Extent::Whole)?;
        let world = &resolve.worlds[id];
        // A decoded world is always in a package.
        let Some(package) = world.package else {
            continue;
        };
        let name = resolve.packages[package].name.item(&world.name);
        // Documentation does not make two worlds different.
        let text = print::world(&resolve, id, print::Style { docs: false });
        match worlds.get(&name) {
            None => {
                let _ = writeln!(includes, "    include {name};");
                worlds.insert(name, text);
            }
            // A library that is linked twice brings its world twice.
            Some(known) if *known == text => {}
            Some(_) => return Err(Box::new(disagreement(&name))),
        }
        let print = |id| print::package(&resolve, id, print::Style::default());
        packages.extend(resolve.packages.ids().map(print));
    }
    if worlds.is_empty() {
        let message = "this core module has no type section, and so no world";
        let diagnostic =
            Diagnostic::error(witc_binary::codes::NOT_A_COMPONENT, message, Span::NONE);
        return Err(Box::new(diagnostic.note(
            "bindings put one there, and so does `witc component embed`",
        )));
    }
    packages.insert(
        0,
        format!("package root:root;\n\nworld root {{\n{includes}}}\n"),
    );
    Ok(packages)
}

fn disagreement(world: &str) -> Diagnostic {
    let message = format!("the module has two worlds `{world}`, which differ");
    Diagnostic::error(codes::WORLDS_DISAGREE, message, Span::NONE)
        .note("generate the bindings of all parts from the same version of the WIT packages")
}
