//! Mistakes that people are known to make: in items, attributes, paths and packages.

use super::Mended;
use super::attempt::Failure;
use super::explain::Explainer;
use super::head::{Scope, head, is_name, skip_attributes};
use crate::build::attribute_form;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::is_valid_name;
use crate::lexer::Token;
use witc_diagnostics::{Diagnostic, Edit, Fix, Span};

impl Explainer<'_, '_> {
    pub(crate) fn known_item_mistake(&self, failure: &Failure) -> Option<Mended> {
        let at = failure.at;
        self.quoted_name(failure)
            .or_else(|| self.quoted_version(failure))
            .or_else(|| self.version_with_letter(at))
            .or_else(|| self.bare_attribute(at))
            .or_else(|| self.bad_attribute(at))
            .or_else(|| self.visibility(at))
            .or_else(|| self.export_of_a_definition(at))
            .or_else(|| self.inheritance(at))
            .or_else(|| self.constant(at))
            .or_else(|| self.typedef(at))
            .or_else(|| self.constructor_as_func(at))
            .or_else(|| self.static_before_name(at))
            .or_else(|| self.use_without_braces(at))
            .or_else(|| self.use_with_colons(at))
            .or_else(|| self.version_of_a_package(at))
            .or_else(|| self.package_without_namespace(at))
    }

    fn expects(&self, failure: &Failure, terminal: &str) -> bool {
        failure
            .expected
            .iter()
            .any(|expected| expected.trim_matches('"') == terminal)
    }

    // Quotes and versions

    /// `enum e { "a" }`, `package "a:b";`
    fn quoted_name(&self, failure: &Failure) -> Option<Mended> {
        let token = *self.tokens.get(failure.at)?;
        if token.kind != Kind::Text || !self.expects(failure, "identifier") {
            return None;
        }
        let inner = self.layout.text(token).trim_matches('"');
        let parts: Vec<&str> = inner.split(':').collect();
        if token.end - token.start < 3 || !parts.iter().all(|part| is_valid_name(part)) {
            return None;
        }
        let mut mended = Vec::new();
        let mut start = token.start + 1;
        for part in parts {
            if start > token.start + 1 {
                mended.push(Token {
                    kind: Kind::Colon,
                    start: start - 1,
                    end: start,
                });
            }
            let end = start + part.len() as u32;
            mended.push(Token {
                kind: Kind::Ident,
                start,
                end,
            });
            start = end + 1;
        }
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "names stand without quotes",
            token.span(),
        )
        .fix(format!("write `{inner}`"), token.span(), inner);
        Some((
            self.replaced(failure.at, failure.at + 1, &mended),
            Some(diagnostic),
        ))
    }

    /// `a:b@"1.0.0"`, `@since(version = "1.0.0")`
    fn quoted_version(&self, failure: &Failure) -> Option<Mended> {
        let token = *self.tokens.get(failure.at)?;
        let expected = self.expects(failure, "version");
        if token.kind != Kind::Text || token.end - token.start < 3 || !expected {
            return None;
        }
        let inner = self.layout.text(token).trim_matches('"');
        if !inner.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "versions stand without quotes",
            token.span(),
        )
        .fix(format!("write `{inner}`"), token.span(), inner);
        let version = Token {
            kind: Kind::Version,
            start: token.start + 1,
            end: token.end - 1,
        };
        Some((
            self.replaced(failure.at, failure.at + 1, &[version]),
            Some(diagnostic),
        ))
    }

    /// `@v1.0.0`
    fn version_with_letter(&self, failed: usize) -> Option<Mended> {
        let token = *self.tokens.get(failed)?;
        let digits = self.text(failed).strip_prefix('v')?;
        if !matches!(self.kind_before(failed)?, Kind::At | Kind::Equals)
            || !digits.starts_with(|first: char| first.is_ascii_digit())
        {
            return None;
        }
        let mut end = failed + 1;
        while let (Some(kind), true) = (
            self.kind(end),
            self.tokens
                .get(end)
                .is_some_and(|next| next.start == self.tokens[end - 1].end),
        ) {
            let names_follow = kind == Kind::Dot && self.kind(end + 1) == Some(Kind::LeftBrace);
            if names_follow
                || !matches!(
                    kind,
                    Kind::Dot | Kind::Integer | Kind::BadNumber | Kind::Ident
                )
            {
                break;
            }
            end += 1;
        }
        let span = self.span_of(failed, end);
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "a version starts with a number",
            span,
        )
        .fix(
            "remove the `v`",
            Span::new(token.start, token.start + 1),
            "",
        );
        let version = Token {
            kind: Kind::Version,
            start: token.start + 1,
            end: span.end,
        };
        Some((self.replaced(failed, end, &[version]), Some(diagnostic)))
    }

    // Attributes

    /// `@deprecated`, without what it needs.
    fn bare_attribute(&self, failed: usize) -> Option<Mended> {
        let name = failed.checked_sub(1)?;
        let goes_on = self.kind(failed)? == Kind::At || head(self.tokens, failed).is_some();
        if self.kind_before(name)? != Kind::At || !goes_on {
            return None;
        }
        let form = attribute_form(self.text(name))?;
        let message = format!("`@{}` needs an argument", self.text(name));
        let diagnostic = Diagnostic::error(
            codes::MALFORMED_ATTRIBUTE,
            message,
            self.span_of(name - 1, failed),
        )
        .note(format!("write `{form}`"));
        Some((self.replaced(name - 1, failed, &[]), Some(diagnostic)))
    }

    /// `@since(1.0.0)`, `@unstable(name)`
    fn bad_attribute(&self, failed: usize) -> Option<Mended> {
        // The argument fails at one of its first tokens.
        let open = (failed.saturating_sub(2)..failed)
            .rev()
            .find(|at| self.kind(*at) == Some(Kind::LeftParen))?;
        let name = open.checked_sub(1)?;
        if self.kind_before(name)? != Kind::At {
            return None;
        }
        let word = self.text(name);
        attribute_form(word)?;
        let end = open + 2;
        if self.kind(end)? != Kind::RightParen {
            return None;
        }
        let span = self.span_of(name - 1, end + 1);
        let message = format!("this is not how `@{word}` is written");
        let diagnostic = Diagnostic::error(codes::MALFORMED_ATTRIBUTE, message, span);
        let key = match (word, self.kind(open + 1)?) {
            ("since" | "deprecated", Kind::Version) => Some("version"),
            ("unstable", kind) if is_name(kind) => Some("feature"),
            _ => None,
        };
        let mend = format!("@{word}({} = {})", key?, self.text(open + 1));
        let diagnostic = diagnostic.fix(format!("write `{mend}`"), span, mend);
        Some((self.replaced(name - 1, end + 1, &[]), Some(diagnostic)))
    }

    // Items

    /// The index of the first token behind the attributes.
    fn first(&self) -> usize {
        skip_attributes(self.tokens, 0, self.tokens.len())
    }

    /// `pub interface a {`, `public f: func()`
    fn visibility(&self, failed: usize) -> Option<Mended> {
        let at = self.first();
        let is_first = failed == at || failed == at + 1;
        if !is_first
            || !matches!(self.text(at), "pub" | "public")
            || self.kind(at + 1)? == Kind::Colon
        {
            return None;
        }
        let span = self.tokens[at].span();
        let message = format!("WIT does not know {}", self.quoted(at));
        let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, message, span)
            .note("whatever a package has can be used by others")
            .fix(
                format!("remove {}", self.quoted(at)),
                Span::new(span.start, self.tokens[at + 1].start),
                "",
            );
        Some((self.replaced(at, at + 1, &[]), Some(diagnostic)))
    }

    /// `export interface a {`
    fn export_of_a_definition(&self, failed: usize) -> Option<Mended> {
        let in_file = matches!(self.scope, Scope::File | Scope::Package);
        let defines = matches!(self.kind(failed + 1)?, Kind::Interface | Kind::World);
        if !in_file
            || !defines
            || !matches!(self.kind(failed)?, Kind::Import | Kind::Export)
            || failed != self.first()
        {
            return None;
        }
        let (what, span) = (self.quoted(failed), self.tokens[failed].span());
        let diagnostic = Diagnostic::error(codes::MISPLACED, format!("{what} can't stand here"), span)
            .note("whatever a package has can be used by others; what a component imports and exports, its world says")
            .fix(format!("remove {what}"), Span::new(span.start, self.tokens[failed + 1].start), "");
        Some((self.replaced(failed, failed + 1, &[]), Some(diagnostic)))
    }

    /// `interface a extends b {`, `interface a: b {`
    fn inheritance(&self, failed: usize) -> Option<Mended> {
        let keyword = failed.checked_sub(2)?;
        let derives = self.kind(failed)? == Kind::Colon
            || matches!(self.text(failed), "extends" | "implements" | "inherits");
        let braced = matches!(
            self.kind(keyword)?,
            Kind::Interface | Kind::World | Kind::Resource | Kind::Record
        );
        let end = self.tokens.len().checked_sub(2)?;
        if !derives || !braced || end <= failed || self.kind(end)? != Kind::LeftBrace {
            return None;
        }
        let message = format!("{} can't extend anything", self.quoted(failed - 1));
        let diagnostic =
            Diagnostic::error(codes::UNEXPECTED_TOKEN, message, self.span_of(failed, end));
        let diagnostic = diagnostic.note(match self.kind(keyword) {
            Some(Kind::World) => "a world takes in all of another one with `include other;`",
            _ => {
                "an interface brings in types of another one with `use other.{…};`, and a world can have both"
            }
        });
        Some((self.replaced(failed, end, &[]), Some(diagnostic)))
    }

    /// `const limit: u32 = 5;`
    fn constant(&self, failed: usize) -> Option<Mended> {
        let at = self.first();
        let is_constant = matches!(self.text(at), "const" | "let" | "var" | "val");
        if failed != at + 1 || !is_constant || !is_name(self.kind(failed)?) {
            return None;
        }
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "WIT has no constants",
            self.tokens[at].span(),
        )
        .note("a function without parameters can give the value");
        let name = self.tokens[failed];
        let missing = |kind| Token::missing(kind, name.end);
        let ty = [
            Token {
                kind: Kind::Type,
                ..self.tokens[at]
            },
            name,
            missing(Kind::Equals),
            missing(Kind::Ident),
            missing(Kind::Semicolon),
        ];
        Some((self.replaced(at, self.tokens.len(), &ty), Some(diagnostic)))
    }

    /// `typedef u32 size;`
    fn typedef(&self, failed: usize) -> Option<Mended> {
        let at = self.first();
        let end = self.tokens.len().checked_sub(1)?;
        let is_typedef = self.text(at) == "typedef" && self.kind(end)? == Kind::Semicolon;
        let name = end.checked_sub(1)?;
        if !is_typedef || failed > at + 2 || name <= at + 1 || !is_name(self.kind(name)?) {
            return None;
        }
        let mend = format!("type {} = {}", self.text(name), self.text_of(at + 1, name));
        let span = self.span_of(at, end);
        let message = "WIT does not know `typedef`";
        let diagnostic = Diagnostic::error(codes::MISSPELT_KEYWORD, message, span).fix(
            format!("write `{mend}`"),
            span,
            mend,
        );
        let mut mended = vec![
            Token {
                kind: Kind::Type,
                ..self.tokens[at]
            },
            self.tokens[name],
            Token::missing(Kind::Equals, self.tokens[name].end),
        ];
        mended.extend(&self.tokens[at + 1..name]);
        Some((self.replaced(at, end, &mended), Some(diagnostic)))
    }

    /// `constructor: func(…)`
    fn constructor_as_func(&self, failed: usize) -> Option<Mended> {
        let func = (self.kind(failed)? == Kind::Colon && self.kind(failed + 1)? == Kind::Func)
            .then_some(failed + 1)?;
        if self.kind_before(failed)? != Kind::Constructor || self.kind(func + 1)? != Kind::LeftParen
        {
            return None;
        }
        let span = Span::new(self.tokens[failed].start, self.tokens[func].end);
        let until = Span::new(span.start, self.tokens[func + 1].start);
        let message = "a constructor is written without `: func`";
        let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, message, span).fix(
            "remove `: func`",
            until,
            "",
        );
        Some((self.replaced(failed, func + 1, &[]), Some(diagnostic)))
    }

    /// `static f: func(…)`
    fn static_before_name(&self, failed: usize) -> Option<Mended> {
        let (at, name) = (failed, failed + 1);
        if self.kind(at)? != Kind::Static
            || self.kind(name + 1)? != Kind::Colon
            || !is_name(self.kind(name)?)
        {
            return None;
        }
        let keyword = self.tokens[at].span();
        let (start, end) = (self.tokens[name].start, self.tokens[name + 1].end);
        let mut diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "`static` stands behind the name",
            keyword,
        );
        let edits = vec![
            Edit {
                span: Span::new(keyword.start, start),
                text: String::new(),
            },
            Edit {
                span: Span::new(end, end),
                text: " static".to_owned(),
            },
        ];
        let message = format!("write `{}: static`", self.text(name));
        diagnostic.fixes.push(Fix {
            message,
            edits,
            sure: true,
        });
        let mended = [self.tokens[name], self.tokens[name + 1], self.tokens[at]];
        Some((self.replaced(at, name + 2, &mended), Some(diagnostic)))
    }

    // Paths

    fn is_use(&self) -> bool {
        self.kind(self.first()) == Some(Kind::Use)
    }

    /// `use types.t;`
    fn use_without_braces(&self, failed: usize) -> Option<Mended> {
        if !self.is_use()
            || self.kind_before(failed)? != Kind::Dot
            || !is_name(self.kind(failed)?)
            || self.kind(failed + 1)? != Kind::Semicolon
        {
            return None;
        }
        let name = self.tokens[failed];
        let mend = format!("{{{}}}", self.text(failed));
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "the types that a `use` names stand in braces",
            name.span(),
        )
        .fix(format!("write `{mend}`"), name.span(), mend);
        let mended = [
            Token::missing(Kind::LeftBrace, name.start),
            name,
            Token::missing(Kind::RightBrace, name.end),
        ];
        Some((self.replaced(failed, failed + 1, &mended), Some(diagnostic)))
    }

    /// `use types::{t};`, `use a::b::types::{t};`
    fn use_with_colons(&self, failed: usize) -> Option<Mended> {
        let first = failed.checked_sub(1)?;
        if !self.is_use()
            || self.kind(failed)? != Kind::Colon
            || self.kind(first)? != Kind::Colon
            || self.kind(failed + 1)? != Kind::LeftBrace
        {
            return None;
        }
        let span = self.span_of(first, failed + 1);
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            "expected `.`, found `::`",
            span,
        )
        .fix("write `.`", span, ".");
        let dot = Token {
            kind: Kind::Dot,
            start: span.start,
            end: span.end,
        };
        Some((self.replaced(first, failed + 1, &[dot]), Some(diagnostic)))
    }

    /// `import wasi:io@0.2.0;`, `use wasi:io@0.2.0/streams.{…};`
    fn version_of_a_package(&self, failed: usize) -> Option<Mended> {
        let at = failed;
        if self.kind(at)? != Kind::At
            || !is_name(self.kind_before(at)?)
            || self.kind(at.checked_sub(2)?)? != Kind::Colon
        {
            return None;
        }
        if !matches!(
            self.kind(self.first())?,
            Kind::Use | Kind::Import | Kind::Export | Kind::Include
        ) || self.kind(at + 1)? != Kind::Version
        {
            return None;
        }
        let version = self.text_of(at, at + 2).to_owned();
        if self.kind(at + 2)? == Kind::Slash && is_name(self.kind(at + 3)?) {
            let span = self.span_of(at, at + 4);
            let mend = format!("/{}{version}", self.text(at + 3));
            let diagnostic = Diagnostic::error(
                codes::UNEXPECTED_TOKEN,
                "the version stands at the end of a path",
                self.span_of(at, at + 2),
            )
            .fix(format!("write `{mend}`"), span, mend);
            // A name that is missing is not looked for.
            let package = self.missing_at(Kind::Ident, at - 1);
            let mended = [
                package,
                self.tokens[at + 2],
                self.tokens[at + 3],
                self.tokens[at],
                self.tokens[at + 1],
            ];
            return Some((self.replaced(at - 1, at + 4, &mended), Some(diagnostic)));
        }
        let package = self.text_of(at.checked_sub(3)?, at).to_owned();
        let message = format!("`{package}` is a package, and something in it is needed here");
        let diagnostic = Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            message,
            self.span_of(at - 3, at + 2),
        )
        .note(format!(
            "write the name of an interface or world: `{package}/name{version}`"
        ));
        let missing = |kind| self.missing_at(kind, at - 1);
        let mended = [
            missing(Kind::Ident),
            missing(Kind::Slash),
            missing(Kind::Ident),
        ];
        Some((self.replaced(at - 1, at, &mended), Some(diagnostic)))
    }

    /// `package name;`
    fn package_without_namespace(&self, failed: usize) -> Option<Mended> {
        let name = failed.checked_sub(1)?;
        let ends = matches!(
            self.kind(failed)?,
            Kind::Semicolon | Kind::LeftBrace | Kind::At
        );
        if !ends || !is_name(self.kind(name)?) || self.kind_before(name)? != Kind::Package {
            return None;
        }
        let diagnostic = Diagnostic::error(
            codes::MISSING_NAME,
            "a package has a namespace and a name",
            self.tokens[name].span(),
        )
        .note(format!("as in `my-company:{}`", self.text(name)));
        let missing = [
            self.missing_at(Kind::Ident, name),
            self.missing_at(Kind::Colon, name),
        ];
        Some((self.replaced(name, name, &missing), Some(diagnostic)))
    }
}
