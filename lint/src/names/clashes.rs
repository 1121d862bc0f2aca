//! Rules on names that are one name in a language, and on functions that are called like methods.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::languages::{Language, Role};
use crate::names::plain;
use std::collections::HashMap;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{FunctionKind, Interface, InterfaceId, Name, TypeDef};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, languages: &[Language]) {
    if !findings.any_on(&[codes::CLASH, codes::FUNCTION_LIKE_METHOD]) {
        return;
    }
    let checker = Checker { context, languages };
    for &id in &context.interfaces {
        checker.interface(findings, id);
    }
    for id in context.types() {
        checker.members(findings, &context.resolve.types[id]);
    }
}

struct Checker<'c, 'a> {
    context: &'c Context<'a>,
    languages: &'c [Language],
}

/// Names with their places.
type Names<'n> = Vec<(&'n str, Span)>;

/// Whether a name may be another one without its dashes: `a-1` is `A1` where `a1` is.
fn may_clash(name: &str) -> bool {
    name.as_bytes()
        .windows(2)
        .any(|pair| pair[0] == b'-' && pair[1].is_ascii_digit())
}

impl Checker<'_, '_> {
    /// Looks at the names of one scope.
    fn scope(
        &self,
        findings: &mut Findings,
        role: Role,
        names: &mut dyn Iterator<Item = (&str, Span)>,
    ) {
        let names: Names<'_> = names.collect();
        if !names.iter().any(|(name, _)| may_clash(name)) {
            return;
        }
        let mut clashes: HashMap<(usize, usize), Vec<&str>> = HashMap::new();
        for language in self.languages {
            let mut spelled: HashMap<String, usize> = HashMap::new();
            for (index, (name, _)) in names.iter().enumerate() {
                let Some(word) = language.spell(role, name) else {
                    break;
                };
                let first = *spelled.entry(word.into_owned()).or_insert(index);
                if first != index {
                    clashes
                        .entry((first, index))
                        .or_default()
                        .push(language.title());
                }
            }
        }
        for ((first, second), titles) in clashes {
            self.report(findings, names[first], names[second], &titles.join(", "));
        }
    }

    fn report(
        &self,
        findings: &mut Findings,
        first: (&str, Span),
        second: (&str, Span),
        titles: &str,
    ) {
        let message = format!("`{}` and `{}` are one name in {titles}", first.0, second.0);
        let found = Diagnostic::warning(codes::CLASH, message, second.1);
        let found = found.also(first.1, "the other");
        findings.push(
            self.context,
            found.note("bindings there have to make another name of one of them"),
        );
    }

    fn interface(&self, findings: &mut Findings, id: InterfaceId) {
        let resolve = self.context.resolve;
        let interface = &resolve.interfaces[id];
        let types = interface
            .types
            .iter()
            .map(|(name, &id)| (&**name, resolve.types[id].span));
        self.scope(findings, Role::Type, &mut types.into_iter());
        let free = resolve
            .functions_of(id)
            .filter(|it| it.kind.is_freestanding());
        self.scope(
            findings,
            Role::Function,
            &mut free.map(|it| (&*it.name, it.span)),
        );
        for function in resolve.functions_of(id) {
            let params = function.written_params().iter();
            self.scope(
                findings,
                Role::Param,
                &mut params.map(|it| (&*it.name, it.span)),
            );
        }
        self.methods(findings, interface);
        self.like_methods(findings, interface);
    }

    /// What belongs to a resource: `new` beside a constructor, and what is called like the resource.
    fn methods(&self, findings: &mut Findings, interface: &Interface) {
        let resolve = self.context.resolve;
        let has = |language| self.languages.contains(&language);
        for (name, &id) in &interface.functions {
            let function = &resolve.functions[id];
            let resource = match function.kind {
                FunctionKind::Method(id) | FunctionKind::Static(id) => {
                    resolve.types[id].name_or_empty()
                }
                FunctionKind::Freestanding | FunctionKind::Constructor(_) => continue,
            };
            let method = plain(name);
            if method == resource && has(Language::CSharp) {
                let message = format!(
                    "the resource `{resource}` has a function of its own name, which no class of C# can have"
                );
                findings.warn(self.context, codes::CLASH, message, function.span);
            }
            let constructor = || {
                interface
                    .functions
                    .get(&*format!("[constructor]{resource}"))
            };
            if method == "new"
                && has(Language::Rust)
                && let Some(&constructor) = constructor()
            {
                let other = resolve.functions[constructor].span;
                self.report(
                    findings,
                    ("constructor", other),
                    ("new", function.span),
                    "Rust",
                );
            }
        }
    }

    fn like_methods(&self, findings: &mut Findings, interface: &Interface) {
        let resolve = self.context.resolve;
        let types = interface.types.values();
        if !types
            .into_iter()
            .any(|&id| resolve.types[id].kind.is_resource())
        {
            return;
        }
        for (name, &id) in &interface.functions {
            let function = &resolve.functions[id];
            if !function.kind.is_freestanding() {
                continue;
            }
            let dashes = name.match_indices('-').take(MOST_WORDS);
            let method = dashes
                .into_iter()
                .find_map(|(at, _)| method(interface, name, at));
            if let Some(method) = method {
                let message = format!("`{name}` is called like the method of a resource");
                let found =
                    Diagnostic::warning(codes::FUNCTION_LIKE_METHOD, message, function.span);
                let found = found.also(resolve.functions[method].span, "the method");
                findings.push(
                    self.context,
                    found.note("languages without methods write both in one word"),
                );
            }
        }
    }

    fn members(&self, findings: &mut Findings, def: &TypeDef) {
        if let Some(record) = def.kind.as_record() {
            let fields = record.fields.iter();
            self.scope(
                findings,
                Role::Field,
                &mut fields.map(|it| (&*it.name, it.span)),
            );
        } else if let Some(variant) = def.kind.as_variant() {
            let cases = variant.cases.iter();
            self.scope(
                findings,
                Role::Case,
                &mut cases.map(|it| (&*it.name, it.span)),
            );
        } else if let Some(cases) = def.kind.as_enum() {
            let cases = cases.cases.iter();
            self.scope(
                findings,
                Role::Case,
                &mut cases.map(|it| (&*it.name, it.span)),
            );
        } else if let Some(flags) = def.kind.as_flags() {
            let flags = flags.flags.iter();
            self.scope(
                findings,
                Role::Flag,
                &mut flags.map(|it| (&*it.name, it.span)),
            );
        }
    }
}

/// Names of so many words are looked at, no more.
const MOST_WORDS: usize = 8;

/// The method that a name is called like if its resource ends at a byte.
fn method(interface: &Interface, name: &Name, at: usize) -> Option<witc_resolve::FunctionId> {
    let (resource, method) = (&name[..at], &name[at + 1..]);
    interface.types.get(resource)?;
    interface
        .functions
        .get(&*format!("[method]{resource}.{method}"))
        .copied()
}
