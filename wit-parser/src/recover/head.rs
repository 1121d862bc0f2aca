//! What an item is, told by its first tokens, and what may stand where.

use crate::generated::tokens::Kind;
use crate::keyword::KEYWORDS;
use crate::lexer::Token;
use crate::scope::Scope;

/// What starts at a token, as far as a keyword and what follows it can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// `interface a {` or `world a {`
    Top,
    /// `package a:`
    Package,
    /// `use a;`, `use a as b;`
    TopUse,
    /// `use a.{`
    Use,
    /// `type a =`, `record a {` and so on.
    Type,
    /// `import`, `export`, `include`
    World,
    /// `a: func`
    Func,
    /// `constructor(`, `a: static`
    Resource,
}

impl Head {
    pub(crate) fn may_stand_in(self, scope: Scope) -> bool {
        match self {
            Self::Package => scope == Scope::File,
            Self::Top | Self::TopUse => scope.is_top(),
            Self::Use | Self::Type => scope.has_types(),
            Self::World => scope == Scope::World,
            Self::Func => scope == Scope::Interface || scope == Scope::Resource,
            Self::Resource => scope == Scope::Resource,
        }
    }

    /// Whether an interface or world around it is what is missing, where it stands outside of one.
    pub(crate) fn needs_home(self) -> bool {
        match self {
            Self::Type | Self::Func | Self::Use | Self::Resource | Self::World => true,
            Self::Top | Self::Package | Self::TopUse => false,
        }
    }
}

/// The index of the first token after the attributes that start at `at`, at most `end`.
pub(crate) fn skip_attributes(tokens: &[Token], mut at: usize, end: usize) -> usize {
    // More attributes than this are no attributes; without a limit, looking for heads would not be linear.
    for _ in 0..16 {
        if at >= end || tokens[at].kind != Kind::At {
            break;
        }
        // `@name`, then `(…)`; what is not closed ends before what can't be in an argument.
        at = (at + 2).min(end);
        if at < end && tokens[at].kind == Kind::LeftParen {
            while at < end && (is_name(tokens[at].kind) || is_argument(tokens[at].kind)) {
                at += 1;
                if tokens[at - 1].kind == Kind::RightParen {
                    break;
                }
            }
        }
    }
    at
}

fn is_argument(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::LeftParen
            | Kind::RightParen
            | Kind::Equals
            | Kind::Version
            | Kind::Integer
            | Kind::BadNumber
            | Kind::Text
    )
}

pub(crate) fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Ident | Kind::Get | Kind::Set)
}

pub(crate) fn is_keyword(kind: Kind) -> bool {
    KEYWORDS.iter().any(|known| known.1 == kind)
}

/// What starts at `at`, attributes skipped; nothing if the tokens leave a doubt.
pub(crate) fn head(tokens: &[Token], at: usize) -> Option<Head> {
    // A keyword alone is not enough: it may be a name that lacks its `%`.
    let at = skip_attributes(tokens, at, tokens.len());
    let kind = |ahead: usize| tokens.get(at + ahead).map(|token| token.kind);
    let named = kind(1).is_some_and(is_name);
    match kind(0)? {
        Kind::Interface | Kind::World if named && kind(2) == Some(Kind::LeftBrace) => {
            Some(Head::Top)
        }
        Kind::Package if named && kind(2) == Some(Kind::Colon) => Some(Head::Package),
        Kind::Use if named => Some(use_head(tokens, at + 1)),
        Kind::Type if named && kind(2) == Some(Kind::Equals) => Some(Head::Type),
        Kind::Record | Kind::Variant | Kind::Enum | Kind::Flags
            if named && kind(2) == Some(Kind::LeftBrace) =>
        {
            Some(Head::Type)
        }
        Kind::Resource if named && matches!(kind(2), Some(Kind::LeftBrace | Kind::Semicolon)) => {
            Some(Head::Type)
        }
        Kind::Import | Kind::Export | Kind::Include if named => Some(Head::World),
        Kind::Constructor if kind(1) == Some(Kind::LeftParen) => Some(Head::Resource),
        name if is_name(name) && kind(1) == Some(Kind::Colon) => match kind(2)? {
            Kind::Func | Kind::Async => Some(Head::Func),
            Kind::Get | Kind::Set if kind(3) == Some(Kind::LeftParen) => Some(Head::Func),
            Kind::Static => Some(Head::Resource),
            // `a: function(`
            Kind::Ident if kind(3) == Some(Kind::LeftParen) => Some(Head::Func),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the path that starts at `at` ends as one of an interface's `use` does.
fn use_head(tokens: &[Token], mut at: usize) -> Head {
    // Paths are short in all that people write, and what is none ends the loop.
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Colon | Kind::Slash | Kind::At | Kind::Version => {}
            kind if is_name(kind) => {}
            Kind::Semicolon | Kind::As => return Head::TopUse,
            _ => break,
        }
        at += 1;
    }
    Head::Use
}

/// What the `{` at `brace` opens, in `outer`, with the item that starts at `start`.
pub(crate) fn scope_of(tokens: &[Token], start: usize, brace: usize, outer: Scope) -> Scope {
    let first = skip_attributes(tokens, start, brace);
    let before = brace
        .checked_sub(1)
        .filter(|before| *before >= start)
        .map(|before| tokens[before].kind);
    match before {
        // What comes directly before the brace decides: `use a.{` and `include a with {`.
        Some(Kind::Dot | Kind::With) => return Scope::Names,
        Some(Kind::Interface) => return Scope::Interface,
        _ => {}
    }
    // The keyword is the first token, or the second if something is before it that should not be.
    let keyword = (first..brace).take(2).find_map(|at| match tokens[at].kind {
        Kind::Interface => Some(Scope::Interface),
        Kind::World => Some(Scope::World),
        Kind::Package => Some(Scope::Package),
        Kind::Resource => Some(Scope::Resource),
        Kind::Record => Some(Scope::Fields),
        Kind::Variant => Some(Scope::Cases),
        Kind::Enum | Kind::Flags => Some(Scope::Labels),
        Kind::Use | Kind::Include => Some(Scope::Names),
        Kind::Import | Kind::Export => Some(Scope::Interface),
        _ => None,
    });
    keyword.unwrap_or_else(|| scope_by_content(tokens, brace + 1, outer))
}

/// How many tokens to look at to tell what braces enclose.
// Enough for the longest list that people write. Without a limit, braces in braces would be read
// once for each.
const MAX_CONTENT: usize = 2000;

/// What braces enclose whose keyword is missing or misspelt, told by the first thing in them that can tell.
fn scope_by_content(tokens: &[Token], at: usize, outer: Scope) -> Scope {
    let mut depth = 0_usize;
    for here in at..tokens.len().min(at + MAX_CONTENT) {
        let starts = depth == 0
            && (here == at
                || matches!(
                    tokens[here - 1].kind,
                    Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace
                ));
        match tokens[here].kind {
            Kind::LeftBrace => depth += 1,
            Kind::RightBrace if depth == 0 => break,
            Kind::RightBrace => depth -= 1,
            _ => {}
        }
        match (outer, starts.then(|| head(tokens, here)).flatten()) {
            (Scope::File, Some(Head::Package | Head::Top)) => return Scope::Package,
            (Scope::File | Scope::Package, Some(Head::World)) => return Scope::World,
            (Scope::File | Scope::Package, Some(Head::Func)) => return Scope::Interface,
            (Scope::World, Some(Head::Func | Head::Use | Head::Type)) => return Scope::Interface,
            (Scope::Interface | Scope::World, Some(Head::Func | Head::Resource)) => {
                return Scope::Resource;
            }
            _ => {}
        }
    }
    // At the top of a file, an interface is what most braces enclose.
    if outer.is_top() {
        Scope::Interface
    } else {
        list_by_content(tokens, at)
    }
}

/// What the list is that starts at `at`.
fn list_by_content(tokens: &[Token], at: usize) -> Scope {
    let content = tokens[at.min(tokens.len())..].iter().take(MAX_CONTENT);
    let until_end = content.take_while(|token| token.kind != Kind::RightBrace);
    let telling = until_end
        .map(|token| token.kind)
        .find(|kind| matches!(kind, Kind::Colon | Kind::LeftParen));
    match telling {
        Some(Kind::Colon) => Scope::Fields,
        Some(_) => Scope::Cases,
        None => Scope::Labels,
    }
}
