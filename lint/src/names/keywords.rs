//! The rule on names that are keywords of a language.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::languages::{LONGEST, Language, Role};
use crate::plain::plain;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Function, TypeDef, TypeId};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, languages: &[Language]) {
    if !findings.is_on(codes::KEYWORD) {
        return;
    }
    let checker = Checker {
        context,
        candidates: Candidates::new(languages),
        languages,
    };
    for &id in &context.packages {
        let package = &context.resolve.packages[id];
        for name in [&package.name.namespace, &package.name.name] {
            checker.name(findings, Role::Module, name, package.span);
        }
    }
    for &id in &context.interfaces {
        let interface = &context.resolve.interfaces[id];
        if let Some(name) = &interface.name {
            checker.name(findings, Role::Module, name, interface.span);
        }
    }
    for id in context.types() {
        checker.ty(findings, id, &context.resolve.types[id]);
    }
    for id in context.functions() {
        checker.function(findings, &context.resolve.functions[id]);
    }
}

/// A table that says no to most names without comparing any words.
struct Candidates {
    /// Whether there is a keyword of this first letter and length.
    table: [[bool; LONGEST + 1]; 26],
}

impl Candidates {
    fn new(languages: &[Language]) -> Self {
        let mut table = [[false; LONGEST + 1]; 26];
        for word in languages.iter().flat_map(|language| language.keywords()) {
            if let Some(letter) = letter(word) {
                table[letter][word.len()] = true;
            }
        }
        Self { table }
    }

    fn has(&self, name: &str) -> bool {
        name.len() <= LONGEST && letter(name).is_some_and(|letter| self.table[letter][name.len()])
    }
}

fn letter(word: &str) -> Option<usize> {
    let first = word.bytes().next()?.to_ascii_lowercase();
    first
        .is_ascii_lowercase()
        .then(|| usize::from(first - b'a'))
}

struct Checker<'c, 'a> {
    context: &'c Context<'a>,
    candidates: Candidates,
    languages: &'c [Language],
}

impl Checker<'_, '_> {
    fn name(&self, findings: &mut Findings, role: Role, name: &str, span: Span) {
        if !self.candidates.has(name) {
            return;
        }
        let is_keyword = |language: &&Language| {
            let word = language.spell(role, name);
            word.is_some_and(|word| language.is_keyword(&word))
        };
        let titles: Vec<_> = self
            .languages
            .iter()
            .filter(is_keyword)
            .map(|it| it.title())
            .collect();
        let Some((last, others)) = titles.split_last() else {
            return;
        };
        let list = if others.is_empty() {
            (*last).to_owned()
        } else {
            format!("{} and {last}", others.join(", "))
        };
        let message = format!("`{name}` is a keyword in {list}");
        let found = Diagnostic::warning(codes::KEYWORD, message, span);
        findings.push(
            self.context,
            found.note("bindings have to call it otherwise there, such as with a `_` after it"),
        );
    }

    fn ty(&self, findings: &mut Findings, id: TypeId, def: &TypeDef) {
        // What a `use` brings in has its name from elsewhere.
        if self.context.resolve.used_from(id).is_some() {
            return;
        }
        self.name(findings, Role::Type, def.name_or_empty(), def.span);
        if let Some(record) = def.kind.as_record() {
            for field in &record.fields {
                self.name(findings, Role::Field, &field.name, field.span);
            }
        } else if let Some(variant) = def.kind.as_variant() {
            for case in &variant.cases {
                self.name(findings, Role::Case, &case.name, case.span);
            }
        } else if let Some(cases) = def.kind.as_enum() {
            for case in &cases.cases {
                self.name(findings, Role::Case, &case.name, case.span);
            }
        } else if let Some(flags) = def.kind.as_flags() {
            for flag in &flags.flags {
                self.name(findings, Role::Flag, &flag.name, flag.span);
            }
        }
    }

    fn function(&self, findings: &mut Findings, function: &Function) {
        let kind = function.kind;
        // A constructor has no name of its own.
        if !kind.is_constructor() {
            let role = if kind.is_freestanding() {
                Role::Function
            } else {
                Role::Method
            };
            self.name(findings, role, plain(&function.name), function.span);
        }
        for param in function.written_params() {
            self.name(findings, Role::Param, &param.name, param.span);
        }
    }
}
