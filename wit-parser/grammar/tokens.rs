//! The tokens of WIT, as input of logos. `cargo xtask grammar` turns this into `src/generated/tokens.rs`.
//!
//! Where several patterns match the longest text, the higher priority wins; a literal has twice its length.

/// A kind of token. It is as wide as a word because the parser's stack holds it: what is written in parts and read as a whole
/// makes processors wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Logos)]
#[logos(skip r"[ \t\r\n]+")]
#[logos(subpattern char = r"[A-Za-z0-9_\-]|[^\x00-\x7F]")]
#[repr(u64)]
pub(crate) enum Kind {
    #[token("=")]
    Equals,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(";")]
    Semicolon,
    #[token(".")]
    Dot,
    #[token("/")]
    Slash,
    #[token("@")]
    At,
    #[token("->")]
    Arrow,
    #[token("(")]
    LeftParen,
    #[token(")")]
    RightParen,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token("<")]
    Less,
    #[token(">")]
    Greater,

    // Words with a meaning of their own: `keyword` tells them from names.
    As,
    Async,
    Bool,
    Borrow,
    Char,
    Constructor,
    Enum,
    ErrorContext,
    Export,
    F32,
    F64,
    Flags,
    From,
    Func,
    Future,
    Import,
    Include,
    Interface,
    List,
    Map,
    Option,
    Own,
    Package,
    Record,
    Resource,
    Result,
    S8,
    S16,
    S32,
    S64,
    Static,
    Stream,
    String,
    Tuple,
    Type,
    U8,
    U16,
    U32,
    U64,
    Use,
    Variant,
    With,
    World,
    Underscore,

    // The names `get` and `set`, where they start an accessor.
    Get,
    Set,

    #[regex(r"([a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(-([a-z0-9]+|[A-Z0-9]+))*", word, priority = 3)]
    #[regex(r"%([a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(-([a-z0-9]+|[A-Z0-9]+))*", priority = 3)]
    Ident,
    // What was meant as a name and is none.
    #[regex(r"%?([A-Za-z_\-]|[^\x00-\x7F])(?&char)*", bad_word, priority = 1)]
    #[token("%")]
    BadIdent,
    #[regex(r"[0-9]+", priority = 3)]
    Integer,
    #[regex(r"[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z\-]+(\.[0-9A-Za-z\-]+)*)?(\+[0-9A-Za-z\-]+(\.[0-9A-Za-z\-]+)*)?", priority = 4)]
    Version,
    // What was meant as a version, a number or a name and is none.
    #[regex(r"[0-9](?&char)*([.+](?&char)+)*", priority = 1)]
    BadNumber,
    // Reads to the closing quote, or to the end of the line if there is none.
    #[token("\"", string)]
    Text,

    #[token("//", line_comment)]
    LineComment,
    // Reads to the matching end, or to the end of the file if there is none.
    #[token("/*", block_comment)]
    BlockComment,

    // No text stands for these: the parser puts one of them before the tokens that it wants parsed, to say as what.
    StartItems,
    StartInterfaceItems,
    StartWorldItems,
    StartResourceItems,
    StartFields,
    StartCases,
    StartLabels,
}
