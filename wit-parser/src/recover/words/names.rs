//! Words for names and versions that are written another way.

use super::Words;
use crate::codes;
use crate::recover::mistake::NameMistake;
use witc_diagnostics::{Diagnostic, Span};

impl Words<'_> {
    pub(super) fn name(self, mistake: &NameMistake, span: Span) -> Diagnostic {
        match mistake {
            NameMistake::QuotedName => self.quoted_word("a name is written without quotes", span),
            NameMistake::QuotedVersion => {
                self.quoted_word("a version is written without quotes", span)
            }
            NameMistake::VersionWithLetter => {
                let message = "a version starts with a number";
                Diagnostic::error(codes::VERSION_WITH_LETTER, message, span).fix(
                    "remove the `v`",
                    Span::new(span.start, span.start + 1),
                    "",
                )
            }
            NameMistake::VersionInPath { name } => {
                let (version, name_text) = (self.layout.span(span), self.layout.text(*name));
                let ours = format!("/{name_text}{version}");
                let message = "the version comes at the end of a path";
                Diagnostic::error(codes::VERSION_IN_PATH, message, span).fix(
                    format!("write `{ours}`"),
                    Span::new(span.start, name.end),
                    ours,
                )
            }
            NameMistake::PackageAsInterface { version } => {
                let package = self.layout.span(Span::new(span.start, *version));
                let version = self.layout.span(Span::new(*version, span.end));
                let message =
                    format!("`{package}` is a package, and an interface or world is needed here");
                Diagnostic::error(codes::PACKAGE_AS_INTERFACE, message, span).note(format!(
                    "write the name of an interface or world: `{package}/name{version}`"
                ))
            }
            NameMistake::Placeholder => {
                let message = "this looks like a template that was not filled in";
                Diagnostic::error(codes::PLACEHOLDER, message, span)
                    .label("a placeholder")
                    .note("make a file of the template first, or write what belongs here")
            }
            NameMistake::OldPath {
                first,
                last,
                is_own,
                whole,
            } => {
                let (path, ours) = (self.layout.span(span), self.layout.text(*last));
                let message = format!("`{path}` is how older dialects of WIT write a path");
                let diagnostic = Diagnostic::error(codes::OLD_DIALECT, message, span);
                if *is_own {
                    return diagnostic.fix(format!("write `{ours}`"), *whole, ours);
                }
                let package = self.layout.text(*first);
                diagnostic.note(format!(
                    "write it with the namespace of the package: `namespace:{package}/{ours}`"
                ))
            }
        }
    }

    fn quoted_word(self, message: &str, span: Span) -> Diagnostic {
        let word = self.layout.span(Span::new(span.start + 1, span.end - 1));
        Diagnostic::error(codes::QUOTED_NAME, message, span).fix(
            format!("write `{word}`"),
            span,
            word,
        )
    }
}
