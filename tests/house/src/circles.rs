//! Files need each other in one direction: data in one file, what writes it in another.
//!
//! A file needs another one if it names what is there, or calls a method that is there.

use crate::imports::Modules;
use crate::methods::{called, needs};
use crate::sources::{Source, sources};
use std::collections::{BTreeMap, BTreeSet};

/// The roots of all crates that are looked at.
fn roots(sources: &[Source]) -> Vec<&str> {
    let paths = sources.iter().map(|source| source.path.as_str());
    let is_root = |path: &&str| {
        let of_crate = path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs");
        // Projects in `fixtures` are what a user would write: examples and not ours.
        of_crate && !path.starts_with("fixtures/")
    };
    paths.filter(is_root).collect()
}

/// Files that can be reached from each other, each such set once.
fn circles<'s>(imports: &BTreeMap<&'s str, BTreeSet<&'s str>>) -> BTreeSet<BTreeSet<&'s str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (*file, reach(imports, file)))
        .collect();
    let together = |file: &&'s str| {
        // Two files are in one circle if each can be reached from the other.
        let with = reached[file].iter().copied();
        let with: BTreeSet<&str> = with
            .filter(|other| reached.get(other).is_some_and(|back| back.contains(file)))
            .collect();
        (!with.is_empty()).then_some(with)
    };
    imports.keys().filter_map(together).collect()
}

/// What is imported by a file, by what it imports, and so on.
fn reach<'s>(imports: &BTreeMap<&'s str, BTreeSet<&'s str>>, from: &str) -> BTreeSet<&'s str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = imports[from].iter().copied().collect();
    while let Some(file) = open.pop() {
        if reached.insert(file) {
            open.extend(imports.get(file).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn files_need_each_other_in_one_direction() {
    let sources = sources();
    let mut failures = Vec::new();
    for root in roots(&sources) {
        let modules = Modules::new(&sources, root);
        let circles = circles(&needs(&modules));
        failures.extend(circles.iter().map(|circle| within(circle, &modules)));
    }
    assert!(
        failures.is_empty(),
        "files that need each other:\n\n{}",
        failures.join("\n")
    );
}

/// What the files of a circle need of each other, a line for each pair.
fn within(circle: &BTreeSet<&str>, modules: &Modules<'_>) -> String {
    let (imports, called) = (modules.imports(), called(modules));
    let mut text = format!("{} files\n", circle.len());
    for from in circle {
        for to in circle {
            let mut what: Vec<&str> = Vec::new();
            what.extend(imports[from].contains(to).then_some("(a path)"));
            let methods = called.get(from).and_then(|files| files.get(to));
            what.extend(methods.into_iter().flatten().map(String::as_str));
            if !what.is_empty() {
                text.push_str(&format!("{from} of {to}: {}\n", what.join(", ")));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{circles, roots};
    use crate::imports::Modules;
    use crate::methods::needs;
    use crate::sources::Source;

    /// The circles among these files of a crate `a`.
    fn found(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let source = |(path, text): &(&str, &str)| Source {
            path: format!("a/src/{path}"),
            text: (*text).to_owned(),
            syntax: syn::parse_file(text).expect("is Rust"),
        };
        let sources: Vec<Source> = files.iter().map(source).collect();
        let [root] = roots(&sources)[..] else {
            panic!("one root");
        };
        let names = |file: &str| file["a/src/".len()..].to_owned();
        circles(&needs(&Modules::new(&sources, root)))
            .into_iter()
            .map(|circle| circle.into_iter().map(names).collect())
            .collect()
    }

    #[test]
    fn files_that_import_from_each_other_are_found() {
        let circle = found(&[
            ("lib.rs", "mod a; mod b; mod c; pub use a::A;"),
            ("a.rs", "use crate::b::f; pub struct A;"),
            ("b.rs", "pub fn f() { crate::c::g() }"),
            ("c.rs", "use super::A; pub fn g() {}"),
        ]);
        assert_eq!(circle, [["a.rs", "b.rs", "c.rs"]]);
        let parent = found(&[
            ("lib.rs", "mod a; use a::f; struct B;"),
            ("a.rs", "pub fn f(b: crate::B) {}"),
        ]);
        assert_eq!(parent, [["a.rs", "lib.rs"]]);
        let globs = found(&[
            ("lib.rs", "mod m; mod n;"),
            ("m/mod.rs", "mod x; pub use x::*;"),
            ("m/x.rs", "use crate::n::g; pub fn f() {}"),
            ("n.rs", "use crate::m; pub fn g() { m::f() }"),
        ]);
        assert_eq!(globs, [["m/x.rs", "n.rs"]]);
        let exports = found(&[
            ("lib.rs", "mod m;"),
            ("m/mod.rs", "mod x; pub use x::*; pub struct M(Vec<X>);"),
            ("m/x.rs", "use super::M; pub struct X(M);"),
        ]);
        assert_eq!(exports, [["m/mod.rs", "m/x.rs"]]);
    }

    #[test]
    fn methods_that_call_each_other_are_found() {
        let steps = found(&[
            ("lib.rs", "mod a; mod b; pub struct R { s: a::S }"),
            (
                "a.rs",
                "pub struct S; impl crate::R { pub fn f(&self) { self.g() } }",
            ),
            (
                "b.rs",
                "impl crate::R { pub fn g(&self) { let r = self.h(); r.f() } fn h(&self) -> &Self { self } }",
            ),
        ]);
        assert_eq!(steps, [["a.rs", "b.rs", "lib.rs"]]);
        let down = found(&[
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "pub struct S;"),
            ("b.rs", "impl crate::a::S { pub fn f(&self) {} }"),
            ("c.rs", "fn g(s: &crate::a::S) { s.f() }"),
        ]);
        assert_eq!(down, [[""; 0]; 0]);
    }

    #[test]
    fn facades_and_tests_are_not() {
        let none = found(&[
            ("lib.rs", "mod a; mod b; pub use a::A; pub use b::f;"),
            (
                "a.rs",
                "pub struct A; #[cfg(test)] mod tests { use crate::b::f; }",
            ),
            ("b.rs", "use crate::A; pub fn f(_: A) {}"),
        ]);
        assert_eq!(none, [[""; 0]; 0]);
    }
}
