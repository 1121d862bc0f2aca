//! What is said of a mistake: the edit that mends it, put into words.

use super::attempt::{Edit, Failure, insertion_point};
use super::head::{Head, Scope, skip_attributes};
use super::layout::Layout;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::keyword::{KEYWORDS, keyword};
use crate::lexer::Token;
use witc_diagnostics::{Diagnostic, Fix, Span};

/// The tokens around a mistake, and what they should be: elements of `scope`.
pub(crate) struct Explainer<'a, 's> {
    pub(crate) layout: Layout<'s>,
    pub(crate) tokens: &'a [Token],
    pub(crate) scope: Scope,
}

impl Explainer<'_, '_> {
    /// The diagnostic of a mistake that `edit` mends.
    pub(crate) fn edit(&self, edit: Edit) -> Diagnostic {
        match edit {
            Edit::Insert(at, kind) => self.missing(at, kind),
            Edit::Delete(at) => self.superfluous(at),
            Edit::Replace(at, kind) => self.mistaken(at, kind),
            Edit::Swap(at) => self.swapped(at),
        }
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(crate) fn kind_before(&self, at: usize) -> Option<Kind> {
        at.checked_sub(1).and_then(|before| self.kind(before))
    }

    /// A token's text in backquotes, cut if it is long.
    pub(crate) fn quoted(&self, at: usize) -> String {
        let Some(&token) = self.tokens.get(at) else {
            return "the end".to_owned();
        };
        let text = if token.is_missing() {
            symbol(token.kind)
        } else {
            self.layout.text(token)
        };
        let text = text.trim_matches('`');
        match text.char_indices().nth(40) {
            Some((cut, _)) => format!("`{}…`", &text[..cut]),
            None => format!("`{text}`"),
        }
    }

    // Something is missing

    fn missing(&self, at: usize, kind: Kind) -> Diagnostic {
        let place = insertion_point(self.tokens, at);
        let place = Span::new(place, place);
        match kind {
            Kind::Ident => self.missing_name_or_type(at, place),
            Kind::RightParen | Kind::Greater => self.missing_end(at, kind, place),
            _ => self.missing_symbol(at, kind, place),
        }
    }

    fn missing_symbol(&self, at: usize, kind: Kind, place: Span) -> Diagnostic {
        let symbol = symbol(kind);
        let message = match at.checked_sub(1) {
            Some(before) => format!("expected {symbol} behind {}", self.quoted(before)),
            None => format!("expected {symbol} before {}", self.quoted(at)),
        };
        let message = match kind {
            Kind::Semicolon => format!("expected `;` at the end of {}", self.item(at)),
            Kind::Comma => format!(
                "expected `,` or {} behind {}",
                self.list_end(at),
                self.element(at)
            ),
            Kind::Import | Kind::Export if self.scope == Scope::World => {
                format!("expected `import` or `export` before {}", self.quoted(at))
            }
            _ if is_head(kind) => format!(
                "expected a keyword like {symbol} before {}",
                self.quoted(at)
            ),
            _ => message,
        };
        let label = match kind {
            Kind::Comma => "expected `,` here".to_owned(),
            _ => format!("expected {symbol} here"),
        };
        let diagnostic = Diagnostic::error(codes::MISSING_TOKEN, message, place).label(label);
        match kind {
            Kind::Semicolon | Kind::Comma | Kind::Colon => {
                let text = symbol.trim_matches('`');
                diagnostic.fix(format!("add the missing {symbol}"), place, text)
            }
            _ => diagnostic,
        }
    }

    /// What the `;` ends that is missing before `at`.
    fn item(&self, at: usize) -> &'static str {
        let start = self.tokens[..at].iter().rposition(|token| {
            matches!(
                token.kind,
                Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace
            )
        });
        let first = start.map_or(0, |start| start + 1).min(at);
        match self.kind(skip_attributes(self.tokens, first, at)) {
            Some(Kind::Type) => "this type",
            Some(Kind::Use) => "this `use`",
            Some(Kind::Import) => "this import",
            Some(Kind::Export) => "this export",
            Some(Kind::Include) => "this `include`",
            Some(Kind::Package) => "the package's declaration",
            Some(Kind::Resource) => "this resource",
            Some(Kind::Constructor) => "this constructor",
            _ => "this function",
        }
    }

    /// The index of the innermost `(`, `<` or `{` that is open before `at`.
    pub(crate) fn opener(&self, at: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for here in (0..at.min(self.tokens.len())).rev() {
            match self.tokens[here].kind {
                Kind::RightParen | Kind::Greater | Kind::RightBrace => depth += 1,
                Kind::LeftParen | Kind::Less | Kind::LeftBrace => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return Some(here),
                },
                _ => {}
            }
        }
        None
    }

    fn list_end(&self, at: usize) -> &'static str {
        match self.opener(at).and_then(|opener| self.kind(opener)) {
            Some(Kind::LeftParen) => "`)`",
            Some(Kind::Less) => "`>`",
            _ => "`}`",
        }
    }

    /// What an element of the list is called that `at` is in.
    fn element(&self, at: usize) -> &'static str {
        match self.opener(at).and_then(|opener| self.kind(opener)) {
            Some(Kind::LeftParen) if self.scope != Scope::Cases => "this parameter",
            Some(Kind::Less) => "this type",
            Some(Kind::LeftBrace) => "this name",
            _ => match self.scope {
                Scope::Fields => "this field",
                Scope::Cases | Scope::Labels => "this case",
                _ => "this",
            },
        }
    }

    fn missing_end(&self, at: usize, kind: Kind, place: Span) -> Diagnostic {
        let left = if kind == Kind::Greater {
            Kind::Less
        } else {
            Kind::LeftParen
        };
        let opener = (0..at)
            .rev()
            .filter(|here| self.tokens[*here].kind == left)
            .find(|here| {
                // Behind the innermost one that is open, as many are closed as opened.
                let mut depth = 0_isize;
                for token in &self.tokens[*here + 1..at] {
                    depth += isize::from(token.kind == left) - isize::from(token.kind == kind);
                }
                depth == 0
            });
        let symbol = symbol(kind);
        let left = if kind == Kind::Greater { "`<`" } else { "`(`" };
        let diagnostic = Diagnostic::error(
            codes::UNCLOSED,
            format!("this {left} is never closed"),
            place,
        )
        .label(format!("expected {symbol} here"))
        .fix(
            format!("add the missing {symbol}"),
            place,
            symbol.trim_matches('`'),
        );
        match opener {
            Some(opener) => diagnostic.also(self.tokens[opener].span(), "opened here"),
            None => diagnostic,
        }
    }

    fn missing_name_or_type(&self, at: usize, place: Span) -> Diagnostic {
        let before = self.kind_before(at);
        let message = match before {
            Some(Kind::Interface) => "this interface needs a name".to_owned(),
            Some(Kind::World) => "this world needs a name".to_owned(),
            Some(Kind::Package) => {
                "this package needs a namespace and a name, as in `a:b`".to_owned()
            }
            Some(
                Kind::Type
                | Kind::Record
                | Kind::Variant
                | Kind::Enum
                | Kind::Flags
                | Kind::Resource,
            ) => {
                format!(
                    "this {} needs a name",
                    self.quoted(at - 1).trim_matches('`')
                )
            }
            Some(Kind::As) => "a new name is missing behind `as`".to_owned(),
            Some(Kind::Arrow) => "a type is missing behind `->`".to_owned(),
            Some(Kind::Equals) if self.kind(0) != Some(Kind::At) => {
                "a type is missing behind `=`".to_owned()
            }
            Some(Kind::Less) => format!("a type is missing behind {}", self.quoted(at - 1)),
            Some(Kind::Colon) if self.is_typed(at) => self.untyped(at),
            _ if self.kind(at) == Some(Kind::Colon) => match self.kind_before(at) {
                Some(Kind::LeftParen | Kind::Comma) if self.scope != Scope::Fields => {
                    "this parameter needs a name".to_owned()
                }
                _ if self.scope == Scope::Fields => "this field needs a name".to_owned(),
                None | Some(Kind::Semicolon | Kind::RightBrace) => {
                    "this function needs a name".to_owned()
                }
                _ => format!("a name is missing before {}", self.quoted(at)),
            },
            Some(_) => format!("a name is missing behind {}", self.quoted(at - 1)),
            None => format!("a name is missing before {}", self.quoted(at)),
        };
        let is_type = message.contains("type is missing") || message.contains("needs a type");
        let label = if is_type {
            "expected a type here"
        } else {
            "expected a name here"
        };
        Diagnostic::error(codes::MISSING_NAME, message, place).label(label)
    }

    /// Whether the colon before `at` is that of a field or parameter.
    pub(crate) fn is_typed(&self, at: usize) -> bool {
        let in_params = self
            .opener(at)
            .is_some_and(|opener| self.kind(opener) == Some(Kind::LeftParen));
        self.scope == Scope::Fields || in_params
    }

    fn untyped(&self, at: usize) -> String {
        let what = if self.scope == Scope::Fields {
            "field"
        } else {
            "parameter"
        };
        match at.checked_sub(2) {
            Some(name) => format!("the {what} {} needs a type", self.quoted(name)),
            None => format!("this {what} needs a type"),
        }
    }

    // Something is there that should not be, or should be something else

    fn superfluous(&self, at: usize) -> Diagnostic {
        let span = self.tokens[at].span();
        let text = self.quoted(at);
        let twice = self.kind_before(at) == self.kind(at)
            && self.layout.text(self.tokens[at]) == self.layout.text(self.tokens[at - 1]);
        if twice {
            return Diagnostic::error(
                codes::UNEXPECTED_TOKEN,
                format!("{text} is there twice"),
                span,
            )
            .label("one of them is enough")
            .fix(format!("remove the second {text}"), span, "");
        }
        let diagnostic =
            Diagnostic::error(codes::UNEXPECTED_TOKEN, format!("unexpected {text}"), span);
        match (self.kind(at), self.kind(at + 1), self.layout.text(self.tokens[at])) {
            (Some(Kind::Ident), Some(Kind::Interface | Kind::World), "default") => diagnostic
                .note("`default` is of an older dialect of WIT; each interface and world has a name now")
                .fix("remove `default`", span, ""),
            // What ends before it ends with a `}`.
            (Some(Kind::Semicolon), ..) if at == 0 || self.kind_before(at) == Some(Kind::RightBrace) => {
                diagnostic.label("nothing ends here that needs it").fix("remove the `;`", span, "")
            }
            (Some(Kind::Equals), ..) if matches!(self.scope, Scope::Labels) => {
                diagnostic.note("the cases of an enum are numbered in their order, and can't be given values")
            }
            _ => diagnostic.label("this can't stand here"),
        }
    }

    pub(crate) fn mistaken(&self, at: usize, kind: Kind) -> Diagnostic {
        let token = self.tokens[at];
        let (span, text) = (token.span(), self.quoted(at));
        let is_keyword = keyword(self.layout.text(token)).is_some();
        if kind == Kind::Ident && is_keyword {
            let name = self.layout.text(token);
            let message = format!("{text} is a keyword, and a name is needed here");
            return Diagnostic::error(codes::KEYWORD_AS_NAME, message, span)
                .label("a keyword")
                .note(format!("write `%{name}` to have it as a name"))
                .fix(format!("write `%{name}`"), span, format!("%{name}"));
        }
        if kind == Kind::Ident {
            let message = format!("expected a name, found {text}");
            let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, message, span);
            return match token.kind {
                Kind::BadNumber | Kind::Integer => diagnostic.note("a name starts with a letter"),
                Kind::Text => diagnostic.note("names stand without quotes"),
                _ => diagnostic,
            };
        }
        let symbol = symbol(kind);
        if let Some((word, _)) = KEYWORDS.iter().find(|known| known.1 == kind) {
            let foreign = super::repair::misspelt(self.layout.text(token), word).is_none();
            let diagnostic = if foreign {
                Diagnostic::error(
                    codes::MISSPELT_KEYWORD,
                    format!("WIT does not know {text}"),
                    span,
                )
                .note(format!("WIT says {symbol}"))
            } else {
                Diagnostic::error(
                    codes::MISSPELT_KEYWORD,
                    format!("{text} is not a keyword"),
                    span,
                )
                .note(format!("did you mean {symbol}?"))
            };
            return diagnostic.fix(format!("write {symbol}"), span, *word);
        }
        let message = format!("expected {symbol}, found {text}");
        let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, message, span);
        if symbol.starts_with('`') {
            diagnostic.fix(format!("write {symbol}"), span, symbol.trim_matches('`'))
        } else {
            diagnostic
        }
    }

    /// The token at the index and the one before it should change places.
    pub(crate) fn swapped(&self, at: usize) -> Diagnostic {
        let (first, second) = (self.tokens[at - 1], self.tokens[at]);
        let message = format!(
            "{} and {} are the wrong way round",
            self.quoted(at - 1),
            self.quoted(at)
        );
        Diagnostic::error(
            codes::UNEXPECTED_TOKEN,
            message,
            first.span().to(second.span()),
        )
    }

    /// What is said where no edit helps.
    pub(crate) fn unexpected(&self, failure: &Failure) -> Diagnostic {
        let expected: Vec<&str> = failure
            .expected
            .iter()
            .map(|name| describe(name))
            .filter(|name| !name.is_empty())
            .collect();
        let found = match self.tokens.get(failure.at) {
            Some(token) => token.span(),
            None => {
                let end = insertion_point(self.tokens, failure.at);
                Span::new(end, end)
            }
        };
        let message = if failure.at < self.tokens.len() {
            format!("unexpected {}", self.quoted(failure.at))
        } else {
            format!("{} is not complete", self.item(failure.at))
        };
        let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, message, found);
        match expected.as_slice() {
            [] => diagnostic,
            [one] => diagnostic.label(format!("expected {one}")),
            [start @ .., last] if start.len() < 5 => {
                diagnostic.label(format!("expected {} or {last}", start.join(", ")))
            }
            _ => diagnostic,
        }
    }

    // What the cut shows

    pub(crate) fn misplaced(&self, at: usize, head: Head, scope: Scope) -> Diagnostic {
        let first = skip_attributes(self.tokens, at, self.tokens.len());
        let token = self.tokens[first.min(self.tokens.len() - 1)];
        let name = self.quoted(first);
        let (what, home) = match head {
            Head::Top => (
                format!("{name} can't stand here"),
                "interfaces and worlds stand in a file or package",
            ),
            Head::Package => (
                "a package can't be declared here".to_owned(),
                "packages are declared at the start of a file, or stand in it with braces",
            ),
            Head::TopUse => (
                "this `use` names no types".to_owned(),
                "within an interface or world, write `use a.{b, c};`",
            ),
            Head::Use => (
                "types can't be used here".to_owned(),
                "types are used within an interface or world",
            ),
            Head::Type => (
                "types can't be defined here".to_owned(),
                "types stand in an interface or world",
            ),
            Head::World => (
                format!("{name} can't stand here"),
                "it belongs into a world",
            ),
            Head::Func => (
                "a function can't stand here".to_owned(),
                "functions stand in an interface or resource",
            ),
            Head::Resource => (
                "this can't stand here".to_owned(),
                "constructors and static functions stand in a resource",
            ),
        };
        let diagnostic = Diagnostic::error(codes::MISPLACED, what, token.span()).note(home);
        match (head, scope) {
            (Head::Top, Scope::World) if token.kind == Kind::Interface => diagnostic
                .note("a world imports or exports an interface: `import a: interface { … }`"),
            _ => diagnostic,
        }
    }

    pub(crate) fn semicolons(&self, found: &[Token], scope: Scope) -> Diagnostic {
        let what = if scope == Scope::Fields {
            "fields"
        } else {
            "cases"
        };
        let message = format!("{what} are separated by `,`, not by `;`");
        let mut diagnostic = Diagnostic::error(codes::MISSING_TOKEN, message, found[0].span())
            .label("expected `,` here");
        let edits = found
            .iter()
            .map(|token| witc_diagnostics::Edit {
                span: token.span(),
                text: ",".to_owned(),
            })
            .collect();
        diagnostic.fixes.push(Fix {
            message: "write `,`".to_owned(),
            edits,
            sure: true,
        });
        diagnostic
    }

    /// A comma with nothing between it and what is before it.
    pub(crate) fn nothing_before(&self, comma: Token, at: usize, scope: Scope) -> Diagnostic {
        let what = match scope {
            Scope::Fields => "a field",
            Scope::Labels => "a name",
            _ => "a case",
        };
        let before = match at.checked_sub(1) {
            Some(before) => format!("behind {}", self.quoted(before)),
            None => "here".to_owned(),
        };
        Diagnostic::error(
            codes::MISSING_NAME,
            format!("{what} is missing {before}"),
            comma.span(),
        )
        .label(format!("expected {what} before this `,`"))
    }

    /// The index of the token that closes what `open` opens.
    pub(crate) fn closing(&self, open: usize, left: Kind, right: Kind) -> Option<usize> {
        let mut depth = 0_usize;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            if token.kind == left {
                depth += 1;
            } else if token.kind == right {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        None
    }
}

fn is_head(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Type
            | Kind::Record
            | Kind::Variant
            | Kind::Enum
            | Kind::Flags
            | Kind::Resource
            | Kind::Use
            | Kind::Import
            | Kind::Export
            | Kind::Include
            | Kind::Interface
            | Kind::World
            | Kind::Package
    )
}

/// A kind of token, as people know it.
fn symbol(kind: Kind) -> &'static str {
    match kind {
        Kind::Equals => "`=`",
        Kind::Comma => "`,`",
        Kind::Colon => "`:`",
        Kind::Semicolon => "`;`",
        Kind::Dot => "`.`",
        Kind::Slash => "`/`",
        Kind::At => "`@`",
        Kind::Arrow => "`->`",
        Kind::LeftParen => "`(`",
        Kind::RightParen => "`)`",
        Kind::LeftBrace => "`{`",
        Kind::RightBrace => "`}`",
        Kind::Less => "`<`",
        Kind::Greater => "`>`",
        Kind::As => "`as`",
        Kind::Func => "`func`",
        Kind::With => "`with`",
        Kind::Type => "`type`",
        Kind::Record => "`record`",
        Kind::Variant => "`variant`",
        Kind::Enum => "`enum`",
        Kind::Flags => "`flags`",
        Kind::Resource => "`resource`",
        Kind::Use => "`use`",
        Kind::Import => "`import`",
        Kind::Export => "`export`",
        Kind::Include => "`include`",
        Kind::Interface => "`interface`",
        Kind::World => "`world`",
        Kind::Package => "`package`",
        Kind::Constructor => "`constructor`",
        Kind::List => "a type like `list`",
        Kind::Map => "a type like `map`",
        Kind::Result => "a type like `result`",
        Kind::Tuple => "a type like `tuple`",
        Kind::Version => "a version",
        Kind::Integer => "a number",
        Kind::Text => "a string",
        Kind::Ident => "a name",
        kind => KEYWORDS
            .iter()
            .find(|known| known.1 == kind)
            .map_or("something else", |known| known.0),
    }
}

/// A terminal of the grammar, as people know it; empty if they don't need to.
fn describe(terminal: &str) -> &str {
    match terminal.trim_matches('"') {
        "identifier" => "a name",
        "integer" => "a number",
        "version" => "a version",
        "text" => "a string",
        "get" | "set" | "malformed number" => "",
        _ => terminal,
    }
}
