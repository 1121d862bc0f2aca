//! Names and paths.

use super::builder::{Builder, last};
use crate::ast::{Ident, PackageName, UsePath, Version};
use witc_diagnostics::Span;

impl<'s> Builder<'s> {
    pub(crate) fn ident(&self, start: u32, end: u32) -> Ident<'s> {
        let text = self.slice(start, end);
        Ident {
            name: text.strip_prefix('%').unwrap_or(text),
            span: Span::new(start, end),
        }
    }

    pub(crate) fn version(&self, start: u32, end: u32) -> Version<'s> {
        Version {
            text: self.slice(start, end),
            span: Span::new(start, end),
        }
    }

    /// Adds a name to the `before` ones that are parts of a path, and says how many there are now.
    pub(crate) fn part(&mut self, before: usize, name: Ident<'s>) -> usize {
        self.parts.push(name);
        before + 1
    }

    pub(crate) fn package_name(
        &mut self,
        start: u32,
        end: u32,
        namespaces: usize,
        names: usize,
        version: Option<Version<'s>>,
    ) {
        // The parts wait in the order of the text, so the names come off first.
        let names = last(&mut self.parts, names);
        let namespaces = last(&mut self.parts, namespaces);
        self.package_name = Some(PackageName {
            span: Span::new(start, end),
            namespaces,
            names,
            version,
        });
    }

    pub(crate) fn simple_path(&mut self, name: Ident<'s>) {
        self.path = Some(UsePath {
            span: name.span,
            package: None,
            name,
        });
    }

    /// The path that waits.
    pub(super) fn path(&mut self) -> UsePath<'s> {
        let nowhere = Span::new(self.base, self.base);
        // The grammar always has a path here; a missing one is an empty name, which nobody looks
        // up.
        let none = || UsePath {
            span: nowhere,
            package: None,
            name: Ident {
                name: "",
                span: nowhere,
            },
        };
        self.path.take().unwrap_or_else(none)
    }

    /// The path from `start` to `end`, whose version starts behind `middle`; the last of `names` is the interface.
    pub(crate) fn use_path(
        &mut self,
        start: u32,
        middle: u32,
        end: u32,
        namespaces: usize,
        names: usize,
        version: Option<Version<'s>>,
    ) {
        let mut names = last(&mut self.parts, names);
        let namespaces = last(&mut self.parts, namespaces);
        let name = names.pop().unwrap_or(Ident {
            name: "",
            span: Span::new(middle, middle),
        });
        let last = names.last().map_or(start, |name| name.span.end);
        let package = PackageName {
            span: Span::new(start, last),
            namespaces,
            names,
            version,
        };
        self.path = Some(UsePath {
            span: Span::new(start, end),
            package: Some(Box::new(package)),
            name,
        });
    }

    /// The same with one namespace.
    pub(crate) fn simple_use_path(
        &mut self,
        start: u32,
        middle: u32,
        end: u32,
        namespace: Ident<'s>,
        names: usize,
        version: Option<Version<'s>>,
    ) {
        self.parts
            .insert(self.parts.len().saturating_sub(names), namespace);
        self.use_path(start, middle, end, 1, names, version);
    }
}
