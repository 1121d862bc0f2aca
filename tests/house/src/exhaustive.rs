//! Kinds are told apart case by case outside of the file that defines the kind: no `_ =>` over them, nor any of the forms
//! that have one without showing it. [`crate::forms`] says which those are, and which the syntax does not show.

use crate::forms::Finding;
use crate::kinds::{KINDS, Kinds, Listed, Names};
use crate::sources::{Source, is_test, read, sources};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::Visit;

/// The crates that the rule is for: those that see types.
const CRATES: [&str; 14] = [
    "wit-parser",
    "wit-resolve",
    "canonical-abi",
    "type-section",
    "wit-binary",
    "component",
    "compare",
    "graph",
    "doc",
    "lint",
    "language-server",
    "bindgen-core",
    "bindgen-rust",
    "bindgen-c",
];

/// All places in these sources, by file.
fn places(listed: Listed, sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let kinds = Kinds::new(listed, sources);
    let tests: BTreeSet<String> = sources.iter().flat_map(files_of_tests).collect();
    let mut places = BTreeMap::new();
    for source in sources
        .iter()
        .filter(|source| !tests.contains(&source.path))
    {
        let mut finding = Finding::new(Names::new(&kinds, source), &source.path);
        finding.visit_file(&source.syntax);
        if !finding.found.is_empty() {
            places.insert(source.path.clone(), finding.found);
        }
    }
    places
}

/// The sources of [`CRATES`].
fn library_sources() -> Vec<Source> {
    let mut sources = sources();
    sources.retain(|source| {
        let krate = source.path.split_once("/src/").map(|(krate, _)| krate);
        krate.is_some_and(|krate| CRATES.contains(&krate))
    });
    sources
}

/// The files of the modules that a file has for tests alone.
fn files_of_tests(source: &Source) -> impl Iterator<Item = String> {
    let (folder, file) = source.path.rsplit_once('/').expect("is in a folder");
    let folder = match file {
        "lib.rs" | "main.rs" | "mod.rs" => folder.to_owned(),
        _ => format!("{folder}/{}", file.trim_end_matches(".rs")),
    };
    let names = source.syntax.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module) if is_test(&module.attrs) => Some(module.ident.to_string()),
        _ => None,
    });
    names.flat_map(move |name| ["", "/mod"].map(|end| format!("{folder}/{name}{end}.rs")))
}

#[test]
fn kinds_are_told_apart_case_by_case() {
    let places = places(KINDS, &library_sources());
    let failures: Vec<String> = places.into_values().flatten().collect();
    assert!(
        failures.is_empty(),
        "{}\nwrite an exhaustive match, or a predicate in the file that defines the enum",
        failures.join("\n")
    );
}

/// Clippy looks for what is left: `_` over any enum of ours, in a crate that asks for it.
#[test]
fn crates_ask_clippy_for_the_rest() {
    const ASKED: &str = "#![deny(clippy::wildcard_enum_match_arm)]";
    for krate in CRATES {
        let path = format!("{krate}/src/lib.rs");
        let asks = read(&path).lines().any(|line| line == ASKED);
        // Nobody tells apart all tokens, which `wit-parser` is about.
        assert_eq!(asks, krate != "wit-parser", "{path} and `{ASKED}`");
    }
}

#[cfg(test)]
mod tests {
    use super::{Listed, places};
    use crate::sources::Source;

    const LISTED: Listed = &[("wit-resolve", &["Type", "Kind"])];

    /// The crate that defines the kinds.
    const DEFINITIONS: &str = "
        pub enum Type { Bool, Char, Id(u8) }
        pub enum Kind { Record(u8), List(Type), Map(Type, Type) }
        fn is_bool(ty: Type) -> bool { matches!(ty, Type::Bool) }";

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
            syntax: syn::parse_file(text).expect("is Rust"),
        }
    }

    /// The lines in which something is found in a file, beside others.
    fn lines_beside(text: &str, mut others: Vec<Source>) -> Vec<usize> {
        others.push(source("wit-resolve/src/kind.rs", DEFINITIONS));
        others.push(source("component/src/planted.rs", text));
        let found = places(LISTED, &others).remove("component/src/planted.rs");
        let line = |place: &String| place.split(':').nth(1).and_then(|line| line.parse().ok());
        let found = found.unwrap_or_default();
        found
            .iter()
            .map(|place| line(place).expect("a line"))
            .collect()
    }

    /// The lines in which something is found in a function that sees the kinds.
    fn lines(body: &str) -> Vec<usize> {
        let text = format!("use witc_resolve::{{Type, Kind as K}}; fn f() {{ {body} }}");
        lines_beside(&text, Vec::new())
    }

    #[test]
    fn patterns_without_other_arms_are_found() {
        let found = lines(
            "
            if let K::Record(_) = kind {}
            while let Some(witc_resolve::Type::Id(_)) = next() {}
            let Type::Id(id) = ty else { return };
            let a = matches!(ty, Type::Bool | Type::Char);
            std::matches!(ty, Type::Bool if true);
            debug_assert_matches!(ty, Type::Bool);
            use K::*;
            if let Record(_) = kind {}",
        );
        assert_eq!(found, [2, 3, 4, 5, 6, 7, 9]);
    }

    #[test]
    fn arms_for_everything_else_are_found() {
        let found = lines(
            "
            match ty { Type::Bool => {} _ => {} }
            match kind { K::Record(_) => {} other => drop(other) }
            match Some(ty) { Some(Type::Bool) => {} Some(_) => {} None => {} }
            match ty { _ if plain(ty) => {} Type::Bool | Type::Char => {} Type::Id(_) => {} }
            match ty { x if plain(x) => {} Type::Bool | Type::Char => {} Type::Id(_) => {} }
            match kind { K::List(Type::Bool) => {} K::List(..) => {} K::Record(_) => {} }
            match both { S { ty: Type::Bool } => {} S { .. } => {} }",
        );
        assert_eq!(found, [2, 3, 4, 5, 6, 7, 8]);
    }

    #[test]
    fn tuples_for_everything_else_are_found() {
        let found = lines(
            "
            match (ty, 1) { (Type::Bool, 1) => {} (_, _) => {} }
            match (ty, kind) { (Type::Bool, _) => {} _ => {} }
            match (ty, some) { (Type::Bool, Some(1)) => {} (_, None) => {} (_, Some(_)) => {} }
            match (ty, ty) { (Type::Bool, Type::Bool) => {} (..) => {} }
            match (ty, ty) { (Type::Bool, Type::Bool) => {} (a, b) if a == b => {} }
            match Some((ty, 1)) { Some((Type::Bool, 1)) => {} Some((_, 2)) => {} }",
        );
        assert_eq!(found, [2, 3, 4, 4, 5, 6, 7]);
    }

    #[test]
    fn comparisons_with_cases_are_found() {
        let found = lines(
            "
            a == Type::Bool;
            Type::Bool != a;
            a == Some(Type::Id(1));
            &a == &(1, Type::Bool);
            a.eq(&Type::Bool);
            [Type::Bool, Type::Char].contains(&a);",
        );
        assert_eq!(found, [2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn what_is_in_macros_is_found() {
        let found = lines(
            "
            assert!(matches!(kind, K::List(_)));
            vec![match ty { Type::Bool => 1, _ => 2 }; 3];
            macro_rules! is_bool { ($ty:expr) => { match $ty { Type::Bool => true, _ => false } } }
            macro_rules! bool { ($ty:pat) => { let $ty = witc_resolve::Type::Bool; } }",
        );
        assert_eq!(found, [2, 3, 4, 5]);
    }

    #[test]
    fn other_names_are_resolved() {
        let names = "
            pub use witc_resolve::Type as Renamed;
            type Alias = witc_resolve::Kind;
            type OfAlias = Alias;";
        let found = lines_beside(
            "
            use crate::names::{Alias, OfAlias, Renamed as Again};
            use witc_resolve as model;
            use witc_resolve::outer::inner::{self};
            type Own = model::Type;
            fn f() {
                if let Own::Bool = ty {}
                if let Alias::List(_) = kind {}
                if let OfAlias::List(_) = kind {}
                if let Again::Bool = ty {}
                if let crate::names::Renamed::Bool = ty {}
                if let model::Type::Bool = ty {}
                if let inner::Type::Bool = ty {}
            }",
            vec![source("component/src/names.rs", names)],
        );
        assert_eq!(found, [7, 8, 9, 10, 11, 12, 13]);
    }

    #[test]
    fn only_modules_of_tests_are_passed_over() {
        let text = "fn f() { witc_resolve::Type::Bool == a; }";
        let owner = |text| source("component/src/lib.rs", text);
        let planted = |name| vec![owner(name)];
        assert_eq!(lines_beside(text, planted("mod planted;")), [1]);
        assert_eq!(
            lines_beside(text, planted("#[cfg(test)] mod planted;")),
            [0; 0]
        );
    }

    #[test]
    fn what_tells_all_apart_is_not() {
        let found = lines(
            "
            enum Handle { Own, Borrow }
            match ty { Type::Bool | Type::Char => {} Type::Id(_) => {} }
            match (ty, ty) { (Type::Bool, _) => {} (Type::Char | Type::Id(_), _) => {} }
            match (ty, 1) { (Type::Bool | Type::Char, _) => {} (Type::Id(_), 1) => {} (Type::Id(_), _) => {} }
            match kind { K::Record(x) if x > 1 => {} K::Record(_) | K::List(_) | K::Map(..) => {} }
            if let Some(x) = other {}
            matches!(handle, Handle::Own);
            match other { Some(1) => {} _ => {} }
            a == b && handle == Handle::Own && a == of(Type::Bool) && set.contains(&Type::Bool);
            #[cfg(test)]
            mod tests { fn f() { assert!(matches!(ty, Type::Bool)); } }",
        );
        assert_eq!(found, [0; 0]);
    }
}
