//! Attributes and their arguments.

use super::builder::{Argument, Builder, last};
use crate::ast::{Attribute, AttributeKind, Attributes, Ident, Version};
use crate::attribute::bad_attribute;
use crate::codes;
use crate::string::unescape;
use witc_diagnostics::{Diagnostic, Span};

impl<'s> Builder<'s> {
    /// The last attributes that wait.
    pub(super) fn attributes(&mut self, count: usize) -> Attributes<'s> {
        last(&mut self.attributes, count).into()
    }

    pub(crate) fn version_argument(&mut self, key: Ident<'s>, version: Version<'s>) {
        self.argument = Some(Argument::Version(key.name, version));
    }

    pub(crate) fn name_argument(&mut self, key: Ident<'s>, name: Ident<'s>) {
        self.argument = Some(Argument::Name(key.name, name));
    }

    pub(crate) fn text_argument(&mut self, start: u32, end: u32) {
        self.argument = Some(Argument::Text(start, end));
    }

    pub(crate) fn attribute(&mut self, l: u32, r: u32, name: Ident<'s>) {
        let Some(argument) = self.argument.take() else {
            return;
        };
        let span = Span::new(l, r);
        let kind = match (name.name, argument) {
            (_, argument) if argument.is_missing() => AttributeKind::Broken,
            ("since", Argument::Version("version", version)) => AttributeKind::Since(version),
            ("deprecated", Argument::Version("version", version)) => {
                AttributeKind::Deprecated(version)
            }
            ("unstable", Argument::Name("feature", feature)) => AttributeKind::Unstable(feature),
            ("external-id", Argument::Text(start, end)) => self.external_id(start + 1, end - 1),
            _ => {
                if !name.is_missing() {
                    self.diagnostics.push(bad_attribute(name, span));
                }
                AttributeKind::Broken
            }
        };
        self.attributes.push(Attribute { span, kind });
    }

    fn external_id(&mut self, start: u32, end: u32) -> AttributeKind<'s> {
        if self.slice(start, end).contains('\n') {
            // A diagnostic of the lexer has said that it is no string.
            return AttributeKind::Broken;
        }
        match unescape(self.slice(start, end)) {
            Ok(text) => AttributeKind::ExternalId(text),
            Err(bad) => {
                let span = Span::new(start + bad.start, start + bad.end);
                self.diagnostics
                    .push(Diagnostic::error(codes::INVALID_ESCAPE, bad.message, span));
                AttributeKind::Broken
            }
        }
    }
}
