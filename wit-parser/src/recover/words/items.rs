//! Words for items that WIT does not have, or not here.

use super::Words;
use crate::attribute::attribute_form;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::recover::head::Head;
use crate::recover::mistake::{AttributeMistake, ItemMistake};
use crate::scope::Scope;
use witc_diagnostics::{Diagnostic, Edit, Span};

impl Words<'_> {
    pub(super) fn item(self, mistake: &ItemMistake, span: Span) -> Diagnostic {
        match mistake {
            ItemMistake::Misplaced {
                head,
                keyword,
                scope,
            } => self.misplaced(*head, *keyword, *scope, span),
            ItemMistake::PackageInPackage { outer } => {
                let message = "a package can't be declared within another one";
                Diagnostic::error(codes::MISPLACED, message, span)
                    .also(outer.span(), "the other one starts here")
                    .note("`package …;` comes at the start of a file; several packages in one file stand side by side, each with its braces")
            }
            ItemMistake::ExportOfDefinition { keyword, next } => {
                let text = self.quoted(*keyword);
                let message = format!("{text} can't stand before a definition");
                Diagnostic::error(codes::MISPLACED, message, span)
                    .note("everything in a package can be used by other packages; a world says what a component imports and exports")
                    .fix(format!("remove {text}"), Span::new(span.start, *next), "")
            }
            ItemMistake::Visibility { word, next } => self.visibility(*word, *next, span),
            ItemMistake::Inheritance { name, is_world } => {
                let message = format!("{} can't extend anything", self.quoted(*name));
                Diagnostic::error(codes::INHERITANCE, message, span).note(if *is_world {
                    "a world takes in all of another one with `include other;`"
                } else {
                    "an interface takes types of another one with `use other.{…};`, and a world can have both"
                })
            }
            ItemMistake::Constant => {
                Diagnostic::error(codes::CONSTANT, "WIT has no constants", span)
                    .note("write a function without parameters that returns the value")
            }
            ItemMistake::Typedef { name, ty } => {
                let (name, ty) = (self.layout.text(*name), self.layout.span(*ty));
                let ours = format!("type {name} = {ty}");
                let message = "WIT has no keyword `typedef`";
                Diagnostic::error(codes::MISSPELT_KEYWORD, message, span).fix(
                    format!("write `{ours}`"),
                    span,
                    ours,
                )
            }
            ItemMistake::DefinitionAsType {
                keyword,
                name,
                semicolon,
            } => self.definition_as_type(*keyword, *name, *semicolon, span),
            ItemMistake::DefaultExport { name } => self.default_export(*name, span),
            ItemMistake::UseWithoutBraces { name } => {
                let ours = format!("{{{}}}", self.layout.text(*name));
                let message = "the types of a `use` are written in braces";
                Diagnostic::error(codes::USE_WITHOUT_BRACES, message, span).fix(
                    format!("write `{ours}`"),
                    span,
                    ours,
                )
            }
        }
    }

    fn visibility(self, word: Token, next: u32, span: Span) -> Diagnostic {
        let text = self.quoted(word);
        let diagnostic = Diagnostic::error(codes::VISIBILITY, format!("WIT has no {text}"), span);
        let diagnostic = if self.layout.text(word).starts_with("pub") {
            diagnostic.note("everything in a package can be used by other packages")
        } else {
            diagnostic
        };
        diagnostic.fix(format!("remove {text}"), Span::new(span.start, next), "")
    }

    fn definition_as_type(
        self,
        keyword: Token,
        name: Token,
        semicolon: Option<Token>,
        span: Span,
    ) -> Diagnostic {
        let (keyword, name) = (self.layout.text(keyword), self.layout.text(name));
        let ours = format!("{keyword} {name}");
        let message = format!("`{keyword}` defines a type by itself, without `type` and `=`");
        let mut diagnostic = Diagnostic::error(codes::FOREIGN_TYPE, message, span).fix(
            format!("write `{ours} {{ … }}`"),
            span,
            ours,
        );
        let after = semicolon.map(|semicolon| Edit {
            span: semicolon.span(),
            text: String::new(),
        });
        diagnostic
            .fixes
            .iter_mut()
            .for_each(|fix| fix.edits.extend(after.clone()));
        diagnostic
    }

    fn default_export(self, name: Option<Token>, span: Span) -> Diagnostic {
        let message = "a world has no default export";
        let diagnostic = Diagnostic::error(codes::OLD_DIALECT, message, span).note(
            "older dialects of WIT had one: its functions were exported without an interface",
        );
        match name.map(|name| self.layout.text(name)) {
            Some(name) => diagnostic.note(format!(
                "write `export {name};`, or export each of its functions: `export f: func();`"
            )),
            None => diagnostic,
        }
    }

    pub(super) fn attribute(self, mistake: &AttributeMistake, span: Span) -> Diagnostic {
        match mistake {
            AttributeMistake::Bare { name } => {
                let name = self.layout.text(*name);
                let message = format!("`@{name}` needs an argument");
                let form = attribute_form(name).unwrap_or_default();
                Diagnostic::error(codes::MALFORMED_ATTRIBUTE, message, span)
                    .note(format!("write `{form}`"))
            }
            AttributeMistake::Keyless { name, key, value } => {
                let (name, value) = (self.layout.text(*name), self.layout.text(*value));
                let message = format!("`@{name}` can't have this argument");
                let diagnostic = Diagnostic::error(codes::MALFORMED_ATTRIBUTE, message, span);
                let ours = format!("@{name}({key} = {value})");
                diagnostic.fix(format!("write `{ours}`"), span, ours)
            }
            AttributeMistake::InPlaceOfType => {
                let message = format!("expected a type, found `{}`", self.layout.span(span));
                Diagnostic::error(codes::MALFORMED_ATTRIBUTE, message, span)
                    .note("a gate stands before the whole item, and the type is missing here")
            }
        }
    }

    fn misplaced(self, head: Head, keyword: Token, scope: Scope, span: Span) -> Diagnostic {
        let (name, place) = (self.quoted(keyword), place(scope));
        let (message, home) = match head {
            Head::Top => (
                format!("{name} can't stand {place}"),
                "interfaces and worlds belong at the top of a file or package",
            ),
            Head::Package => (
                format!("a package can't stand {place}"),
                "a package is declared at the start of a file, or has braces around its items",
            ),
            Head::TopUse => (
                "this `use` names no types".to_owned(),
                "write `use a.{b, c};` in an interface or world",
            ),
            Head::Use => (
                format!("types can't be used {place}"),
                "a `use` of types belongs in an interface or world",
            ),
            Head::Type => (
                format!("a type can't be defined {place}"),
                "a type belongs in an interface or world",
            ),
            Head::World => (
                format!("{name} can't stand {place}"),
                "it belongs in a world",
            ),
            Head::Func => (
                format!("a function can't stand {place}"),
                "a function belongs in an interface or resource",
            ),
            Head::Resource => (
                format!("a constructor or static function can't stand {place}"),
                "it belongs in a resource",
            ),
        };
        let diagnostic = Diagnostic::error(codes::MISPLACED, message, span).note(home);
        if head == Head::Top && scope == Scope::World && keyword.kind == Kind::Interface {
            return diagnostic
                .note("a world imports or exports an interface: `import a: interface { … }`");
        }
        diagnostic
    }
}

fn place(scope: Scope) -> &'static str {
    match scope {
        Scope::File => "at the top of a file",
        Scope::Package => "at the top of a package",
        Scope::Interface => "in an interface",
        Scope::World => "in a world",
        Scope::Resource => "in a resource",
        Scope::Fields => "in a record",
        Scope::Cases => "in a variant",
        Scope::Labels => "in an enum",
        Scope::Names => "in a list of names",
    }
}
