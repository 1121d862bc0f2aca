//! Rules on names that are one name in a language, and on functions that are called like methods.
//!
//! Within a scope WIT has no two names that differ in hyphens or capitals alone. What clashes is what a language puts into
//! one scope although WIT has two.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::languages::Language;
use crate::plain::plain;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{FunctionId, FunctionKind, Interface, Name, Resolve};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, languages: &[Language]) {
    if !findings.any_on(&[codes::CLASH, codes::FUNCTION_LIKE_METHOD]) {
        return;
    }
    let checker = Checker { context, languages };
    for &id in &context.interfaces {
        let interface = &context.resolve.interfaces[id];
        let mut types = interface.types.values();
        // Without resources nothing is in a scope of its own.
        if types.any(|&id| context.resolve.types[id].kind.is_resource()) {
            checker.methods(findings, interface);
            checker.handles(findings, interface);
            checker.functions(findings, interface);
        }
    }
}

struct Checker<'c, 'a> {
    context: &'c Context<'a>,
    languages: &'c [Language],
}

impl<'a> Checker<'_, 'a> {
    fn resolve(&self) -> &'a Resolve {
        self.context.resolve
    }

    fn has(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }

    fn report(
        &self,
        findings: &mut Findings,
        name: (&str, Span),
        other: (&str, Span),
        language: Language,
    ) {
        let title = language.title();
        let message = format!("`{}` clashes with {} in {title}", name.0, other.0);
        let found = Diagnostic::warning(codes::CLASH, message, name.1).also(other.1, "the other");
        findings.push(
            self.context,
            found.note("bindings there have to make another name of one of them"),
        );
    }

    /// What belongs to a resource: `new` beside a constructor, and what is called like the resource.
    fn methods(&self, findings: &mut Findings, interface: &Interface) {
        for (name, &id) in &interface.functions {
            let function = &self.resolve().functions[id];
            let resource = match function.kind {
                FunctionKind::Method(id) | FunctionKind::Static(id) => &self.resolve().types[id],
                FunctionKind::Freestanding | FunctionKind::Constructor(_) => continue,
            };
            let (method, class) = ((plain(name), function.span), resource.name_or_empty());
            if method.0 == class && self.has(Language::CSharp) {
                self.report(
                    findings,
                    method,
                    ("the name of its resource", resource.span),
                    Language::CSharp,
                );
            }
            let constructor = interface.functions.get(&*format!("[constructor]{class}"));
            if method.0 == "new"
                && self.has(Language::Rust)
                && let Some(&id) = constructor
            {
                let span = self.resolve().functions[id].span;
                self.report(findings, method, ("the constructor", span), Language::Rust);
            }
        }
    }

    /// Types that are called like the handles of a resource.
    fn handles(&self, findings: &mut Findings, interface: &Interface) {
        for (name, &id) in &interface.types {
            let resource = ["own-", "borrow-"]
                .iter()
                .find_map(|handle| name.strip_prefix(handle));
            let resource = resource.and_then(|name| interface.types.get(name));
            let Some(&resource) = resource else { continue };
            let resource = &self.resolve().types[resource];
            if resource.kind.is_resource() && self.has(Language::C) {
                let name = (&**name, self.resolve().types[id].span);
                self.report(
                    findings,
                    name,
                    ("the handle of a resource", resource.span),
                    Language::C,
                );
            }
        }
    }

    /// Functions that are called like what a resource has: its methods, and what drops its handles.
    fn functions(&self, findings: &mut Findings, interface: &Interface) {
        for (name, &id) in &interface.functions {
            let function = &self.resolve().functions[id];
            if !function.kind.is_freestanding() {
                continue;
            }
            let span = function.span;
            let mut dashes = name.match_indices('-').take(MOST_WORDS);
            let method = dashes.find_map(|(at, _)| method(interface, name, at));
            if let Some(method) = method {
                let message = format!("`{name}` is called like the method of a resource");
                let found = Diagnostic::warning(codes::FUNCTION_LIKE_METHOD, message, span);
                let found = found.also(self.resolve().functions[method].span, "the method");
                findings.push(
                    self.context,
                    found.note("languages without methods write both in one word"),
                );
            }
            let dropped = ["-drop-own", "-drop-borrow"]
                .iter()
                .find_map(|end| name.strip_suffix(end));
            let resource = dropped.and_then(|name| interface.types.get(name));
            if let Some(&resource) = resource
                && self.has(Language::C)
            {
                let other = (
                    "what drops the resource",
                    self.resolve().types[resource].span,
                );
                self.report(findings, (name, span), other, Language::C);
            }
        }
    }
}

/// Names of so many words are looked at, no more.
const MOST_WORDS: usize = 8;

/// The method that a name is called like if its resource ends at a byte.
fn method(interface: &Interface, name: &Name, at: usize) -> Option<FunctionId> {
    let (resource, method) = (&name[..at], &name[at + 1..]);
    interface.types.get(resource)?;
    let method = interface
        .functions
        .get(&*format!("[method]{resource}.{method}"));
    method.copied()
}
