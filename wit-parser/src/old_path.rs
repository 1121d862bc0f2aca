//! Paths of 2023, whose first word says where the rest is: `self.a`, `pkg.file.a`, `dependency.file.a`.

use crate::generated::tokens::Kind;
use crate::lexer::Token;

/// Such a path, by the indices of its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OldPath {
    /// The name of the import or export that the path follows.
    pub(crate) name: Option<usize>,
    /// The first word.
    pub(crate) first: usize,
    /// The last word: the name of an interface or world.
    pub(crate) last: usize,
    /// Whether it is in the same package, so that its name is all of its path today.
    pub(crate) is_own: bool,
}

/// The path of 2023 in the item whose keyword is at `at`.
pub(crate) fn old_path<'s>(
    tokens: &[Token],
    at: usize,
    word: impl Fn(usize) -> &'s str,
) -> Option<OldPath> {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    let keyword = kind(at)?;
    let is_extern = matches!(keyword, Kind::Import | Kind::Export);
    let name = (is_extern && kind(at + 2) == Some(Kind::Colon)).then_some(at + 1);
    let first = name.map_or(at + 1, |name| name + 2);
    let mut last = first;
    // The longest ones have three words.
    while kind(last) == Some(Kind::Ident)
        && kind(last + 1) == Some(Kind::Dot)
        && kind(last + 2) == Some(Kind::Ident)
        && last < first + 4
    {
        last += 2;
    }
    let is_own = matches!(word(first), "self" | "pkg");
    let is_path = match keyword {
        // `use a.b;` only lacks its braces.
        Kind::Use => kind(last + 1) == Some(Kind::Dot) && kind(last + 2) == Some(Kind::LeftBrace),
        Kind::Include => true,
        _ => is_extern && (is_own || name.is_some()),
    };
    (is_path && last > first).then_some(OldPath {
        name,
        first,
        last,
        is_own,
    })
}
