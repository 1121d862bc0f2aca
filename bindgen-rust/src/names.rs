//! Rust names for what WIT calls things.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use witc_resolve::{Accessor, Function, FunctionKind, PackageId, Resolve, WorldKey};

/// The words that no Rust item can be called in any edition, with those that are reserved.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in",
    "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The name of a function, parameter, field or module.
pub(crate) fn snake(name: &str) -> String {
    escaped(name.to_snake_case())
}

/// The name of a type, trait or case.
pub(crate) fn camel(name: &str) -> String {
    let mut name = name.to_upper_camel_case();
    // No raw identifier: `r#Self` is an error in Rust. The other keywords are in lower case, and a
    // type is never.
    if name == "Self" {
        name.push('_');
    }
    name
}

/// The name of a type or trait that is made of another: `GuestThing`, `ThingBorrow`.
pub(crate) fn derived(before: &str, name: &str, after: &str) -> String {
    format!("{before}{}{after}", name.to_upper_camel_case())
}

/// A part of a name, which may be a keyword by itself.
pub(crate) fn word(name: &str) -> String {
    name.to_snake_case()
}

/// The name of a flag.
pub(crate) fn shouty(name: &str) -> String {
    name.to_shouty_snake_case()
}

fn escaped(mut name: String) -> String {
    // A keyword since the edition of 2024 alone: guests of older ones write it as it is.
    if name == "gen" {
        return "r#gen".to_owned();
    }
    if KEYWORDS.binary_search(&name.as_str()).is_ok() {
        name.push('_');
    }
    name
}

/// The name of a function among those of its interface, or of its resource.
pub(crate) fn function(function: &Function) -> String {
    match (function.kind, function.accessor) {
        // The name that Rust programmers expect; WIT gives constructors none.
        (FunctionKind::Constructor(_), _) => "new".to_owned(),
        (
            FunctionKind::Freestanding | FunctionKind::Method(_) | FunctionKind::Static(_),
            Some(Accessor::Set),
        ) => snake(&format!("set-{}", function.item_name())),
        (
            FunctionKind::Freestanding | FunctionKind::Method(_) | FunctionKind::Static(_),
            Some(Accessor::Get) | None,
        ) => snake(function.item_name()),
    }
}

/// A word for a function that tells it from all others of its interface but for collisions.
pub(crate) fn symbol(function: &Function) -> String {
    let words: String = function
        .name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    words.to_snake_case()
}

/// The modules, from the root of the bindings, in which an interface is found.
pub(crate) fn path(resolve: &Resolve, key: &WorldKey, exported: bool) -> Vec<String> {
    let mut path = Vec::new();
    if exported {
        path.push("exports".to_owned());
    }
    match key {
        WorldKey::Name(name) => path.push(snake(name)),
        WorldKey::Interface(id) => {
            let interface = &resolve.interfaces[*id];
            if let Some(package) = interface.package {
                path.push(snake(&resolve.packages[package].name.namespace));
                path.push(package_module(resolve, package));
            }
            path.push(snake(interface.word()));
        }
    }
    path
}

/// The module of a package: with its version only where there are several.
fn package_module(resolve: &Resolve, id: PackageId) -> String {
    let name = &resolve.packages[id].name;
    let same = |other: &&_| {
        let other: &witc_resolve::PackageName = other;
        other.namespace == name.namespace && other.name == name.name
    };
    let versions = resolve
        .packages
        .iter()
        .map(|(_, package)| &package.name)
        .filter(same)
        .count();
    match &name.version {
        Some(version) if versions > 1 => {
            let version: String = version
                .to_string()
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
                .collect();
            format!("{}{}", name.name.to_snake_case(), version.to_snake_case())
        }
        _ => snake(&name.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted_and_escaped() {
        assert!(KEYWORDS.is_sorted());
        assert_eq!(snake("type"), "type_");
        assert_eq!(snake("SELF"), "self_");
        assert_eq!(snake("gen"), "r#gen");
        assert_eq!(snake("a-TYPE"), "a_type");
        assert_eq!(camel("self"), "Self_");
        assert_eq!(camel("dark-blue"), "DarkBlue");
        assert_eq!(shouty("exec-all"), "EXEC_ALL");
    }
}
