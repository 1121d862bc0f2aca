//! Files that can be read at one sitting, functions that fit on a screen, and a head on each file that says what it is.

use crate::sources::{Source, line_of, sources};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

const LONGEST_FILE: usize = 500;
const LONGEST_FUNCTION: usize = 60;
const MEDIAN_FUNCTION: usize = 10;

/// A function with a body: its lines from the signature to the closing brace.
struct Function {
    lines: usize,
    place: String,
}

struct Functions<'s> {
    source: &'s Source,
    found: Vec<Function>,
}

impl Functions<'_> {
    fn add(&mut self, signature: &syn::Signature, body: &syn::Block) {
        // Attributes and documentation are not counted: nobody should save on them.
        let first = line_of(signature);
        let last = body.span().end().line;
        let path = &self.source.path;
        self.found.push(Function {
            lines: last + 1 - first,
            place: format!("{path}:{first}: {}", signature.ident),
        });
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(body) = &function.default {
            self.add(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

/// All functions of the repository, the shortest first.
fn functions() -> Vec<Function> {
    let mut functions = Vec::new();
    for source in &sources() {
        let mut visitor = Functions {
            source,
            found: Vec::new(),
        };
        visitor.visit_file(&source.syntax);
        functions.append(&mut visitor.found);
    }
    functions.sort_by_key(|function| function.lines);
    functions
}

#[test]
fn files_are_short() {
    let mut failures = Vec::new();
    for Source { path, text, .. } in sources() {
        let lines = text.lines().count();
        if lines > LONGEST_FILE {
            failures.push(format!("{path} has {lines} lines; at most {LONGEST_FILE}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_function_is_long() {
    let mut long = functions();
    long.retain(|function| function.lines > LONGEST_FUNCTION);
    let places: Vec<String> = long
        .iter()
        .map(|function| format!("{} has {} lines", function.place, function.lines))
        .collect();
    assert!(
        long.is_empty(),
        "{} functions have more than {LONGEST_FUNCTION} lines\n{}",
        long.len(),
        places.join("\n")
    );
}

#[test]
fn most_functions_are_short() {
    let functions = functions();
    // Or a wrong path would let these tests pass over nothing.
    assert!(functions.len() > 2000, "only {}", functions.len());
    // The longest alone would let every function grow to just below the limit.
    let median = functions[functions.len() / 2].lines;
    let long = functions.iter().filter(|it| it.lines > MEDIAN_FUNCTION);
    let too_many = long.count().saturating_sub(functions.len() / 2);
    assert!(
        median <= MEDIAN_FUNCTION,
        "the median has {median} lines: about {too_many} functions too many have more than {MEDIAN_FUNCTION}"
    );
}

#[test]
fn files_say_what_lives_there() {
    let mut failures = Vec::new();
    for Source { path, text, .. } in sources() {
        // A script has its interpreter in its first line.
        let start = text.lines().find(|line| !line.starts_with("#!/"));
        let has_head = start.is_some_and(|line| line.starts_with("//! "));
        if !has_head {
            failures.push(format!("{path} does not begin with `//! `"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
