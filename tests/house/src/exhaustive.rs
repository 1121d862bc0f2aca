//! Kinds are told apart case by case: no `_ =>` over them, and no `matches!`, `if let`, `while let` or `let … else`, which
//! have one without showing it, outside of the file that defines the kind.

use crate::kinds::{Definition, Kinds, Names};
use crate::patterns::{Finder, Looks};
use crate::sources::{Source, is_test, line_of, read, sources};
use std::collections::BTreeMap;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Pat, Token};

/// The crates that the rule is for: those that see types.
const CRATES: [&str; 11] = [
    "wit-parser",
    "wit-resolve",
    "canonical-abi",
    "type-section",
    "wit-binary",
    "component",
    "compare",
    "graph",
    "bindgen-core",
    "bindgen-rust",
    "bindgen-c",
];

/// Looks for places in a file that do not tell all cases apart.
struct Finding<'k> {
    names: Names<'k>,
    /// The type that is being implemented.
    this: Option<String>,
    path: String,
    found: Vec<String>,
}

impl<'k> Finding<'k> {
    fn looks(&self, pattern: &Pat) -> Looks<'k> {
        let finder = Finder {
            names: &self.names,
            this: self.this.as_deref(),
        };
        finder.looks(pattern)
    }

    fn report(&mut self, what: &str, line: usize, kind: &Definition) {
        // A predicate such as `is_list` is written once, beside the enum; there `matches!` is in
        // plain sight of the cases.
        if kind.file != self.path {
            let name = kind.name();
            self.found
                .push(format!("{}:{line}: {what} over `{name}`", self.path));
        }
    }

    /// A pattern beside which there is only "everything else".
    fn alone(&mut self, what: &str, pattern: &Pat) {
        if let Some((_, kind)) = self.looks(pattern).cases.first() {
            self.report(what, line_of(pattern), kind);
        }
    }
}

/// The arguments of `matches!`.
struct Matches {
    value: syn::Expr,
    pattern: Pat,
}

impl Parse for Matches {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pattern = Pat::parse_multi_with_leading_vert(input)?;
        // A guard, and a last comma.
        input.parse::<proc_macro2::TokenStream>()?;
        Ok(Self { value, pattern })
    }
}

impl<'ast> Visit<'ast> for Finding<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Fn(item) => &item.attrs[..],
            syn::Item::Mod(item) => &item.attrs[..],
            syn::Item::Impl(item) => &item.attrs[..],
            _ => &[],
        };
        // A test wants one case and may fail on all others.
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let name = match &*item.self_ty {
            syn::Type::Path(path) => path.path.segments.last(),
            _ => None,
        };
        let name = name.map(|segment| segment.ident.to_string());
        // Put back after it, as a function may have an `impl` in it.
        let before = std::mem::replace(&mut self.this, name);
        visit::visit_item_impl(self, item);
        self.this = before;
    }

    fn visit_expr_let(&mut self, expression: &'ast syn::ExprLet) {
        self.alone("`if let`", &expression.pat);
        visit::visit_expr_let(self, expression);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if local
            .init
            .as_ref()
            .is_some_and(|init| init.diverge.is_some())
        {
            self.alone("`let … else`", &local.pat);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_match(&mut self, expression: &'ast syn::ExprMatch) {
        let arms: Vec<_> = expression
            .arms
            .iter()
            .map(|arm| (arm, self.looks(&arm.pat)))
            .collect();
        for (arm, looks) in &arms {
            let cases = arms.iter().flat_map(|(_, looks)| &looks.cases);
            let hidden = cases
                .filter(|(position, _)| looks.takes_anything_at(position))
                .map(|(_, kind)| *kind)
                .next();
            if let Some(kind) = hidden {
                self.report("an arm for everything else", line_of(&arm.pat), kind);
            }
        }
        visit::visit_expr_match(self, expression);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if call.path.is_ident("matches")
            && let Ok(matches) = call.parse_body::<Matches>()
        {
            self.alone("`matches!`", &matches.pattern);
            self.visit_expr(&matches.value);
            return;
        }
        // To syn, what is in a macro is tokens. Most macros take expressions; those that do not are
        // passed over.
        let arguments = Punctuated::<syn::Expr, Token![,]>::parse_terminated;
        for argument in arguments.parse2(call.tokens.clone()).iter().flatten() {
            self.visit_expr(argument);
        }
    }
}

/// All places in these sources, by file.
fn places(sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let kinds = Kinds::new(sources);
    let mut places = BTreeMap::new();
    for source in sources.iter().filter(|source| !is_of_tests(&source.path)) {
        let mut finding = Finding {
            names: Names::new(&kinds, source),
            this: None,
            path: source.path.clone(),
            found: Vec::new(),
        };
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

/// Whether a file is a module of tests.
fn is_of_tests(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

#[test]
fn kinds_are_told_apart_case_by_case() {
    let places = places(&library_sources());
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
    use super::{library_sources, places};
    use crate::sources::Source;

    /// The lines in which something is found in a file beside the real ones.
    fn lines(text: &str) -> Vec<usize> {
        let mut all = library_sources();
        all.push(Source {
            path: "component/src/planted.rs".to_owned(),
            text: text.to_owned(),
            syntax: syn::parse_file(text).expect("is Rust"),
        });
        let mut places = places(&all);
        let found = places
            .remove("component/src/planted.rs")
            .unwrap_or_default();
        let line = |place: &String| place.split(':').nth(1).and_then(|line| line.parse().ok());
        found
            .iter()
            .map(|place| line(place).expect("a line"))
            .collect()
    }

    #[test]
    fn what_hides_cases_is_found() {
        let found = lines(
            "use witc_resolve::{Type, TypeDefKind as K};
             fn f(ty: Type, kind: K) -> bool {
                 let a = matches!(ty, Type::Bool | Type::Char);
                 if let K::Record(_) = kind {}
                 while let Some(witc_resolve::Type::Id(_)) = next() {}
                 let Type::Id(id) = ty else { return a };
                 match ty { Type::Bool => {} _ => {} }
                 match kind { K::Record(_) => {} other => drop(other) }
                 match (ty, 1) { (Type::Bool, 1) => {} (_, _) => {} }
                 match Some(ty) { Some(Type::Bool) => {} Some(_) => {} None => {} }
                 assert!(matches!(kind, K::List(_)));
                 use K::*;
                 if let Record(_) = kind {}
                 id
             }",
        );
        assert_eq!(found, [3, 4, 5, 6, 7, 8, 9, 10, 11, 13]);
    }

    #[test]
    fn what_tells_all_apart_is_not() {
        let found = lines(
            "use witc_resolve::Type;
             enum Handle { Own, Borrow }
             fn f(ty: Type, handle: Handle, other: std::option::Option<u8>) {
                 match ty { Type::Bool => {} Type::Id(_) => {} }
                 match (ty, ty) { (Type::Bool, _) => {} (Type::Id(_), _) => {} }
                 match ty { _ if guard() => {} Type::Bool => {} }
                 if let Some(x) = other {}
                 matches!(handle, Handle::Own);
                 match other { Some(1) => {} _ => {} }
             }
             #[cfg(test)]
             mod tests { fn f() { assert!(matches!(ty, Type::Bool)); } }",
        );
        assert_eq!(found, [0; 0]);
    }
}
