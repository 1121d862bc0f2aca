//! Mistakes as data: what the recovery finds, with the facts that a message needs. `words` turns them into diagnostics;
//! nothing else knows how a mistake is put into words, and nothing compares words.

use super::head::Head;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::scope::Scope;
use witc_diagnostics::Span;

/// How many mistakes of syntax are looked for in one file.
pub(crate) const MAX_MISTAKES: usize = 1000;

/// A mistake and the place that is to blame.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) mistake: Mistake,
}

impl Found {
    pub(crate) fn new(span: Span, mistake: impl Into<Mistake>) -> Self {
        Self {
            span,
            mistake: mistake.into(),
        }
    }
}

/// One mistake of the person who wrote the text.
#[derive(Clone, Debug)]
pub(crate) enum Mistake {
    Missing(Missing),
    Token(TokenMistake),
    Brace(BraceMistake),
    Type(TypeMistake),
    Function(FunctionMistake),
    List(ListMistake),
    Name(NameMistake),
    Item(ItemMistake),
    Attribute(AttributeMistake),
    Comment(CommentMistake),
    TooDeep(TooDeep),
}

/// Something that is missing at an empty span, unless a variant says otherwise.
#[derive(Clone, Debug)]
pub(crate) enum Missing {
    /// A keyword or punctuation between two tokens.
    Token {
        kind: Kind,
        after: Option<Token>,
        found: Option<Token>,
        scope: Scope,
    },
    /// The `;` at the end of an item.
    Semicolon(Statement),
    /// The `,` between two elements.
    Comma { list: Bracket, element: Element },
    /// The `,` between several elements of a list; the places after the first one.
    Commas { element: Element, more: Vec<u32> },
    /// The `)` or `>` of a bracket.
    Close { kind: Kind, open: Option<Token> },
    /// The `{` of an item.
    LeftBrace { after: Token },
    /// The `: func` after a function's name.
    Func { name: Token },
    /// The `()` after `func`.
    Params,
    /// The name of something.
    Name(Nameless),
    /// A whole element before the `,` at the span.
    Element { scope: Scope, after: Option<Token> },
    /// A type.
    Type(Typeless),
    /// The types in `<…>` of the type at the span.
    Arguments(Token),
    /// The namespace of the package whose name is at the span.
    Namespace { name: Token },
}

/// What a mistake's `Missing` lacks, as far as two mistakes in a row can be one swap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lack {
    Token,
    Close,
    Name,
}

/// What ends with a `;`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    Type,
    Use,
    Import,
    Export,
    Include,
    Package,
    Resource,
    Constructor,
    Function,
}

/// A pair of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bracket {
    Parens,
    Angles,
    Braces,
}

/// What stands between two commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    Param,
    Type,
    Field,
    Case,
    Name,
    Unknown,
}

/// What lacks a name.
#[derive(Clone, Debug)]
pub(crate) enum Nameless {
    /// What the keyword defines.
    Definition(Kind),
    Package,
    Param,
    Field,
    Function,
    /// What follows `as`.
    Rename,
    After(Token),
    Before(Option<Token>),
}

/// What lacks a type.
#[derive(Clone, Debug)]
pub(crate) enum Typeless {
    Param(Option<Token>),
    Field(Option<Token>),
    After(Token),
}

/// A token that should not be there, or should be another one.
#[derive(Clone, Debug)]
pub(crate) enum TokenMistake {
    /// A token after which the grammar has no way on; what would have been one.
    Unexpected {
        token: Token,
        after: Option<Token>,
        expected: Vec<Kind>,
    },
    /// The end of an item that is not complete.
    Incomplete {
        statement: Statement,
        expected: Vec<Kind>,
    },
    /// A token in the place of one of another kind.
    Expected {
        kind: Kind,
        after: Option<Token>,
        found: Token,
    },
    /// A keyword in the place of a name.
    KeywordAsName(Token),
    /// A slip of the hand in a keyword.
    Misspelt { word: Token, keyword: Kind },
    /// A keyword of another language.
    Foreign { word: Token, keyword: Kind },
    /// Punctuation of another language, which is all of the span.
    ForeignPunctuation {
        after: Option<Token>,
        ours: &'static str,
    },
    /// A token that stands twice in a row.
    Doubled(Token),
    /// A `;` after a `}`, or after nothing.
    StraySemicolon,
    /// What is too much of several `;` in a row: one or several.
    StraySemicolons { several: bool },
    /// Two tokens in the wrong order.
    Swapped(Token, Token),
    /// The word `default` before an interface or world, as in older dialects.
    Default,
}

/// A brace without partner.
#[derive(Clone, Debug)]
pub(crate) enum BraceMistake {
    StrayLeft,
    /// One `}` or several in a row; whether no `{` is open there.
    StrayRight {
        several: bool,
        outside: bool,
    },
    /// Braces that are never closed, of an item that starts with `head`; those within them that are open too.
    NeverClosed {
        scope: Scope,
        head: Token,
        open: Token,
        inner: Vec<Token>,
    },
}

/// A type that WIT does not have, or that is written another way.
#[derive(Clone, Debug)]
pub(crate) enum TypeMistake {
    /// `()`; where the `->` starts if it is a function's result.
    Unit { arrow: Option<u32> },
    /// A type in parentheses, or several; the types, if they can be told.
    InParens { inner: Option<Span>, is_tuple: bool },
    /// `-> (a: t)`, once valid; the type, if there is just one.
    NamedResults { only: Option<Span> },
    /// A type in the notation of another language: what WIT writes instead, whether nothing else can be meant, and what to
    /// know where there is nothing to write.
    Foreign {
        ours: Option<String>,
        is_sure: bool,
        note: Option<&'static str>,
    },
    /// A name with parameters that is no such type; whether the name was reported already is for the finder to know.
    UnknownGeneric(Token),
    /// `record r<t> {`
    Parameters { name: Token },
    /// A `_` in a `result` that does not need it: the `result` is at `whole`, and as far as `keep` right.
    Underscore { whole: Span, keep: Span, all: bool },
    /// More types than the type at `generic` takes.
    TooMany { generic: Token, most: usize },
    /// A handle of something that is no resource.
    Handle(Token),
}

/// A function that is written as in another language.
#[derive(Clone, Debug)]
pub(crate) enum FunctionMistake {
    /// `func f(…)`
    NameAfterFunc {
        name: Token,
        is_async: bool,
        is_static: bool,
    },
    /// A parameter `self`, which ends before `until`.
    SelfParam { until: u32 },
    /// `a: u32 = 5`
    DefaultValue,
    /// `constructor: func(…)`; the parameters start at `until`.
    ConstructorAsFunc { until: u32 },
    /// `constructor: async func(…)`; the keyword is all of the span.
    AsyncConstructor,
    /// `static f: func(…)`; the keyword is all of the span.
    StaticFirst { name: Token, colon: Token },
}

/// A list whose elements are written another way.
#[derive(Clone, Debug)]
pub(crate) enum ListMistake {
    /// Marks where `,` has to be.
    Separators {
        element: Element,
        all: Vec<Separator>,
    },
    /// `u32 a`
    TypeFirst { name: Token, ty: Span },
    /// `red = 1`
    NumberedCase { case: Option<Token> },
    /// `circle(f32)` in an enum or flags.
    ValueOfLabel { name: Token },
    /// `circle: f32`, `circle(r: f32)`, `circle(f32, f32)`, `circle { r: f32 }` in a variant; the type or types, if they can
    /// be told.
    TypeOfCase {
        name: Token,
        ty: Option<Span>,
        is_tuple: bool,
    },
}

/// A mark between two elements that has to be `,`, and the edit that makes it right.
#[derive(Clone, Debug)]
pub(crate) struct Separator {
    pub(crate) mark: Span,
    pub(crate) edit: Span,
    pub(crate) text: String,
}

/// A name or version that is written another way.
#[derive(Clone, Debug)]
pub(crate) enum NameMistake {
    QuotedName,
    QuotedVersion,
    /// `v1.0.0`
    VersionWithLetter,
    /// `a:b@1.0.0/c`: the version is the span, the rest ends with `name`.
    VersionInPath {
        name: Token,
    },
    /// `import a:b@1.0.0;`, with a version that starts at `version`.
    PackageAsInterface {
        version: u32,
    },
    /// `{{name}}`, which a template's engine replaces.
    Placeholder,
    /// `self.a`, as in older dialects: its last word, whether that is all of it today, and what is to be replaced then.
    OldPath {
        first: Token,
        last: Token,
        is_own: bool,
        whole: Span,
    },
}

/// An item that WIT does not have, or not here.
#[derive(Clone, Debug)]
pub(crate) enum ItemMistake {
    /// An item that can't stand in `scope`.
    Misplaced {
        head: Head,
        keyword: Token,
        scope: Scope,
    },
    /// `package …;` in the package whose brace is `outer`.
    PackageInPackage { outer: Token },
    /// `export interface a {`: the keyword, and where the definition starts.
    ExportOfDefinition { keyword: Token, next: u32 },
    /// `pub`, and where the item starts.
    Visibility { word: Token, next: u32 },
    /// `interface a extends b {`
    Inheritance { name: Token, is_world: bool },
    /// `const a: u32 = 5;`
    Constant,
    /// `typedef u32 size;`
    Typedef { name: Token, ty: Span },
    /// `type a = record { … };`, with the `;` after it.
    DefinitionAsType {
        keyword: Token,
        name: Token,
        semicolon: Option<Token>,
    },
    /// `use types.t;`
    UseWithoutBraces { name: Token },
    /// `default export self.a`, as in older dialects, and what it exports.
    DefaultExport { name: Option<Token> },
}

/// An attribute that is not written as it has to be.
#[derive(Clone, Debug)]
pub(crate) enum AttributeMistake {
    /// `@deprecated`, without an argument.
    Bare { name: Token },
    /// `@since(1.0.0)`, without the argument's key.
    Keyless {
        name: Token,
        key: &'static str,
        value: Token,
    },
    /// `a: @since(…)`, where a type has to be.
    InPlaceOfType,
}

/// Text for people that has no mark of a comment.
#[derive(Clone, Debug)]
pub(crate) enum CommentMistake {
    /// `*/` alone.
    NeverOpened,
    /// A line of prose, which starts at `start`.
    Line { start: u32 },
}

/// A budget that is spent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TooDeep {
    Types,
    Braces,
}

impl Found {
    /// What is missing here, if that is the whole mistake: at an empty span, or before the comma that an element lacks.
    pub(crate) fn lack(&self) -> Option<Lack> {
        let is_empty = self.span.start == self.span.end;
        let lack = match &self.mistake {
            Mistake::Missing(missing) => match missing {
                Missing::Element { .. } => return Some(Lack::Name),
                Missing::Token { .. }
                | Missing::Semicolon(_)
                | Missing::Comma { .. }
                | Missing::Commas { .. }
                | Missing::LeftBrace { .. }
                | Missing::Func { .. }
                | Missing::Params => Lack::Token,
                Missing::Close { .. } => Lack::Close,
                Missing::Name(_)
                | Missing::Type(_)
                | Missing::Arguments(_)
                | Missing::Namespace { .. } => Lack::Name,
            },
            Mistake::Brace(BraceMistake::NeverClosed { .. }) => Lack::Close,
            Mistake::Brace(BraceMistake::StrayLeft | BraceMistake::StrayRight { .. })
            | Mistake::Token(_)
            | Mistake::Type(_)
            | Mistake::Function(_)
            | Mistake::List(_)
            | Mistake::Name(_)
            | Mistake::Item(_)
            | Mistake::Attribute(_)
            | Mistake::Comment(_)
            | Mistake::TooDeep(_) => return None,
        };
        is_empty.then_some(lack)
    }

    /// Whether a token is the whole mistake by being where it is.
    pub(crate) fn is_unexpected(&self) -> bool {
        matches!(
            self.mistake,
            Mistake::Token(TokenMistake::Unexpected { .. } | TokenMistake::StraySemicolon)
        )
    }

    /// Whether it is not known any more what stands in which item.
    pub(crate) fn is_of_structure(&self) -> bool {
        match &self.mistake {
            Mistake::Brace(_) => true,
            // A `use` without names is one of another kind only.
            Mistake::Item(ItemMistake::Misplaced { head, .. }) => *head != Head::TopUse,
            Mistake::Item(_)
            | Mistake::Missing(_)
            | Mistake::Token(_)
            | Mistake::Type(_)
            | Mistake::Function(_)
            | Mistake::List(_)
            | Mistake::Name(_)
            | Mistake::Attribute(_)
            | Mistake::Comment(_)
            | Mistake::TooDeep(_) => false,
        }
    }

    /// Whether two tokens in the wrong order are the mistake.
    pub(crate) fn is_swap(&self) -> bool {
        matches!(self.mistake, Mistake::Token(TokenMistake::Swapped(..)))
    }

    /// Makes one mistake of this `}` and another one that ends at `end`, if this is a `}` too many.
    pub(crate) fn add_right_brace(&mut self, end: u32) -> bool {
        let Mistake::Brace(BraceMistake::StrayRight { several, .. }) = &mut self.mistake else {
            return false;
        };
        *several = true;
        self.span.end = end;
        true
    }

    /// Whether this is the missing `;` of an item.
    pub(crate) fn is_missing_semicolon(&self) -> bool {
        matches!(self.mistake, Mistake::Missing(Missing::Semicolon(_)))
    }
}

macro_rules! from {
    ($($variant:ident: $inner:ty;)*) => {
        $(impl From<$inner> for Mistake {
            fn from(mistake: $inner) -> Self {
                Self::$variant(mistake)
            }
        })*
    };
}

from! {
    Missing: Missing;
    Token: TokenMistake;
    Brace: BraceMistake;
    Type: TypeMistake;
    Function: FunctionMistake;
    List: ListMistake;
    Name: NameMistake;
    Item: ItemMistake;
    Attribute: AttributeMistake;
    Comment: CommentMistake;
    TooDeep: TooDeep;
}
