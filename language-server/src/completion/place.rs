//! What may stand at the cursor, told by the words before it. The text around a cursor is seldom whole, so that this looks
//! at tokens and not at a syntax tree.

use crate::page::Page;
use std::ops::Range;
use witc_diagnostics::Span;

/// What may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// An item at the top level of a file or package.
    TopItem,
    /// An item of an interface.
    InterfaceItem,
    /// An item of a world.
    WorldItem,
    /// A function of a resource.
    ResourceItem,
    /// A type.
    Type,
    /// The path of an interface.
    Interface,
    /// The path of an interface that a world imports or exports, or what follows the `:` after a name.
    Extern,
    /// The path of a world.
    World,
    /// A type of the interface that this path names.
    UsedType(String),
    /// An import or export of the world that this path names.
    Included(String),
    /// What follows the `:` after the name of a function; in a resource, functions may be static.
    Function { in_resource: bool },
    /// The name of an attribute.
    Attribute,
    /// The argument of an attribute.
    Argument(String),
    /// The name of a feature.
    Feature,
    /// A version of this package.
    Version,
    /// A name that is new here, or nothing that could be told.
    Nothing,
}

/// The place at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) place: Place,
    /// The bytes of the word that is being written.
    pub(crate) word: Range<usize>,
    /// The bytes of the path that is being written.
    pub(crate) path: Range<usize>,
    /// The name of the interface or world around the cursor.
    pub(crate) scope: Option<String>,
}

/// What a pair of braces is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Braces {
    Package,
    Interface,
    World,
    Resource,
    Record,
    Variant,
    /// Of an enum or of flags: new names only.
    Labels,
    Use,
    With,
    Unknown,
}

/// Braces that are open at the cursor, with the words before them.
struct Open<'t> {
    braces: Braces,
    head: Vec<&'t str>,
}

/// The place at a byte of a text.
pub(crate) fn spot(page: Page<'_>, byte: usize) -> Spot {
    let text = page.source();
    let word = word_before(text, byte, |c| {
        c.is_alphanumeric() || c == '-' || c == '_' || c == '%'
    });
    let path = word_before(text, byte, |c| {
        c.is_alphanumeric() || "-_%:/@.+".contains(c)
    });
    let (tokens, comments) = witc_parser::token_spans(text, 0, &mut Vec::new());
    // Nothing is completed within a comment, at its end neither if that is the end of its line.
    let in_comment = comments.iter().any(|span| {
        let Range { start, end } = range(*span);
        let is_block = text[start..end].starts_with("/*");
        start < byte && (byte < end || byte == end && !is_block)
    });
    let before = tokens
        .iter()
        .map(|span| range(*span))
        .take_while(|it| it.end <= word.start);
    let tokens: Vec<&str> = before.map(|range| &text[range]).collect();
    let (open, statement) = state(&tokens);
    let scopes = open.iter().rev().filter(|open| is_scope(open.braces));
    let scope = scopes
        .filter_map(|open| name_of(&open.head))
        .next()
        .map(str::to_owned);
    let place = if in_comment {
        Place::Nothing
    } else {
        place(&open, &statement, path.start < word.start)
    };
    Spot {
        place,
        word,
        path,
        scope,
    }
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

fn word_before(text: &str, byte: usize, is_part: impl Fn(char) -> bool) -> Range<usize> {
    let before = &text[..byte];
    before.trim_end_matches(is_part).len()..byte
}

fn is_scope(braces: Braces) -> bool {
    braces == Braces::Interface || braces == Braces::World
}

/// The name that an item starts with: the word after its keyword.
fn name_of<'t>(head: &[&'t str]) -> Option<&'t str> {
    let at = head
        .iter()
        .position(|word| *word == "interface" || *word == "world")?;
    // `import a: interface {` has its name before.
    let name = head.get(at + 1).or_else(|| head.get(at.checked_sub(2)?))?;
    Some(name.trim_start_matches('%'))
}

/// The braces that are open after the tokens, and the tokens of the statement that has begun.
fn state<'t>(tokens: &[&'t str]) -> (Vec<Open<'t>>, Vec<&'t str>) {
    let mut open: Vec<Open<'t>> = Vec::new();
    let mut statement = Vec::new();
    for &token in tokens {
        let inner = open.last().map(|open| open.braces);
        match token {
            "{" => {
                let head = std::mem::take(&mut statement);
                let braces = braces(without_attributes(&head));
                open.push(Open { braces, head });
            }
            "}" => {
                open.pop();
                statement.clear();
            }
            ";" => statement.clear(),
            "," if inner.is_some_and(is_list) && !in_brackets(&statement) => statement.clear(),
            _ => statement.push(token),
        }
    }
    (open, statement)
}

fn is_list(braces: Braces) -> bool {
    match braces {
        Braces::Record | Braces::Variant | Braces::Labels | Braces::Use | Braces::With => true,
        Braces::Package | Braces::Interface | Braces::World | Braces::Resource => false,
        Braces::Unknown => false,
    }
}

/// What braces are for after these words.
fn braces(head: &[&str]) -> Braces {
    match head.first().copied().unwrap_or_default() {
        "package" => Braces::Package,
        "interface" => Braces::Interface,
        "world" => Braces::World,
        "resource" => Braces::Resource,
        "record" => Braces::Record,
        "variant" => Braces::Variant,
        "enum" | "flags" => Braces::Labels,
        "use" => Braces::Use,
        "include" => Braces::With,
        "import" | "export" if head.last() == Some(&"interface") => Braces::Interface,
        _ => Braces::Unknown,
    }
}

/// The words after the attributes that a statement starts with; nothing if one of these is not complete.
fn without_attributes<'a, 't>(mut words: &'a [&'t str]) -> &'a [&'t str] {
    while words.first() == Some(&"@") {
        let Some(end) = words.iter().position(|word| *word == ")") else {
            return &[];
        };
        words = &words[end + 1..];
    }
    words
}

/// The innermost bracket that is open in a statement.
fn bracket<'t>(words: &[&'t str]) -> Option<&'t str> {
    let mut open = Vec::new();
    for &word in words {
        match word {
            "(" | "<" => open.push(word),
            ")" | ">" => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

fn in_brackets(words: &[&str]) -> bool {
    bracket(words).is_some()
}

fn place(open: &[Open<'_>], statement: &[&str], in_path: bool) -> Place {
    if let Some(place) = attribute(statement) {
        return place;
    }
    let words = without_attributes(statement);
    let braces = open.last().map(|open| open.braces);
    if takes_type(words, braces) {
        return Place::Type;
    }
    match braces {
        None | Some(Braces::Package) => top(words),
        Some(Braces::Interface) => interface(words),
        Some(Braces::World) => world(words, in_path),
        Some(Braces::Resource) => match words {
            [] => Place::ResourceItem,
            _ => function(words, true),
        },
        Some(Braces::Use) => listed(open, words, "use", Place::UsedType),
        Some(Braces::With) => listed(open, words, "include", Place::Included),
        Some(Braces::Record | Braces::Variant | Braces::Labels | Braces::Unknown) => Place::Nothing,
    }
}

/// What an attribute that is not complete wants next.
fn attribute(statement: &[&str]) -> Option<Place> {
    let at = statement.iter().rposition(|word| *word == "@")?;
    // A `@` that is no attribute's is that of a version.
    let starts = at == 0 || statement[at - 1] == ")" && statement[0] == "@";
    if !starts {
        return None;
    }
    match &statement[at + 1..] {
        [] => Some(Place::Attribute),
        [name, "("] => Some(Place::Argument((*name).to_owned())),
        [_, "(", "version", "="] => Some(Place::Version),
        [_, "(", "feature", "="] => Some(Place::Feature),
        [.., ")"] => None,
        _ => Some(Place::Nothing),
    }
}

/// Whether a type comes next.
fn takes_type(words: &[&str], braces: Option<Braces>) -> bool {
    let bracket = bracket(words);
    match words.last().copied() {
        Some("<" | "->") => true,
        Some(",") => bracket == Some("<"),
        Some("=") => words[0] == "type",
        Some(":") => bracket == Some("(") || braces == Some(Braces::Record),
        Some("(") => braces == Some(Braces::Variant),
        _ => false,
    }
}

fn top(words: &[&str]) -> Place {
    match words {
        [] => Place::TopItem,
        ["use", path @ ..] if !path.contains(&"as") => Place::Interface,
        _ => Place::Nothing,
    }
}

/// Whether the path of a `use` goes on: a `.` ends it, unless that is one of its version.
fn is_path(words: &[&str]) -> bool {
    words.last() != Some(&".") || words.contains(&"@")
}

fn interface(words: &[&str]) -> Place {
    match words {
        [] => Place::InterfaceItem,
        ["use", path @ ..] if is_path(path) => Place::Interface,
        _ => function(words, false),
    }
}

fn world(words: &[&str], in_path: bool) -> Place {
    match words {
        [] => Place::WorldItem,
        ["use", path @ ..] if is_path(path) => Place::Interface,
        ["import" | "export"] => Place::Extern,
        ["import" | "export", _, ":"] => Place::Extern,
        ["import" | "export", .., "(" | ")" | "func" | "async"] => function(words, false),
        ["import" | "export", ..] if in_path => Place::Extern,
        ["include", path @ ..] if !path.contains(&"with") => Place::World,
        _ => Place::Nothing,
    }
}

fn function(words: &[&str], in_resource: bool) -> Place {
    match words {
        [_, ":"] | [_, ":", "static" | "async"] => Place::Function { in_resource },
        _ => Place::Nothing,
    }
}

/// What may stand in the braces of a `use` or after `with`.
fn listed(open: &[Open<'_>], words: &[&str], keyword: &str, make: fn(String) -> Place) -> Place {
    let head = open
        .last()
        .map(|open| open.head.as_slice())
        .unwrap_or_default();
    let start = head.iter().position(|word| *word == keyword);
    // After a name comes `as`, and then a new name.
    let (Some(start), true) = (start, words.is_empty()) else {
        return Place::Nothing;
    };
    let path = head[start + 1..].iter().take_while(|word| **word != "with");
    let path: String = path.copied().collect();
    make(path.trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Encoding, Text};
    use std::sync::Arc;

    /// The place at the `|` of a text.
    fn at(text: &str) -> Spot {
        let byte = text.find('|').expect("has a cursor");
        let text = Text::new(Arc::new(text.replacen('|', "", 1)));
        let page = Page {
            text: &text,
            base: 0,
            encoding: Encoding::Utf8,
        };
        spot(page, byte)
    }

    #[test]
    fn each_place_is_told_from_the_words_before() {
        let used = |path: &str| Place::UsedType(path.to_owned());
        let cases = [
            ("|", Place::TopItem),
            ("package a:b; inter|", Place::TopItem),
            ("use |", Place::Interface),
            ("use a:b/|", Place::Interface),
            ("use a:b/c as |", Place::Nothing),
            ("interface i { |", Place::InterfaceItem),
            ("interface i { use a:b/c@1.|", Place::Interface),
            ("interface i { use a:b/c@1.0.0.{t, |", used("a:b/c@1.0.0")),
            ("interface i { use a.{t as |", Place::Nothing),
            ("interface i { type a = |", Place::Type),
            ("interface i { record r { a: |", Place::Type),
            ("interface i { record r { a: u8, |", Place::Nothing),
            ("interface i { record r { a: list<|", Place::Type),
            ("interface i { record r { a: tuple<u8, |", Place::Type),
            ("interface i { variant v { a(|", Place::Type),
            ("interface i { f: |", Place::Function { in_resource: false }),
            ("interface i { f: func(a: |", Place::Type),
            ("interface i { f: func(|", Place::Nothing),
            ("interface i { f: func() -> |", Place::Type),
            ("interface i { resource r { |", Place::ResourceItem),
            (
                "interface i { resource r { m: static |",
                Place::Function { in_resource: true },
            ),
            ("interface i { resource r { constructor(a: |", Place::Type),
        ];
        check(&cases);
    }

    #[test]
    fn places_in_attributes_and_worlds_are_told() {
        let cases = [
            ("interface i { @|", Place::Attribute),
            (
                "interface i { @since(|",
                Place::Argument("since".to_owned()),
            ),
            ("interface i { @since(version = |", Place::Version),
            (
                "interface i { @since(version = 1.0.0) @unstable(feature = |",
                Place::Feature,
            ),
            (
                "interface i { @since(version = 1.0.0) |",
                Place::InterfaceItem,
            ),
            ("world w { |", Place::WorldItem),
            ("world w { import |", Place::Extern),
            ("world w { import wasi:|", Place::Extern),
            ("world w { import wasi:io/str|", Place::Extern),
            ("world w { import f: func(a: |", Place::Type),
            ("world w { import i: interface { |", Place::InterfaceItem),
            ("world w { include |", Place::World),
            (
                "world w { include x with { |",
                Place::Included("x".to_owned()),
            ),
            ("// a |", Place::Nothing),
            ("/* a | */", Place::Nothing),
            ("/* a */|", Place::TopItem),
        ];
        check(&cases);
    }

    fn check(cases: &[(&str, Place)]) {
        for (text, expected) in cases {
            assert_eq!(at(text).place, *expected, "{text}");
        }
    }

    #[test]
    fn words_paths_and_scopes_are_found() {
        let spot = at("interface %list { use wasi:io/str|");
        assert_eq!((spot.word, spot.path), (30..33, 22..33));
        assert_eq!(spot.scope.as_deref(), Some("list"));
        let spot = at("world w { import x: interface { a: func(b: |");
        assert_eq!(spot.scope.as_deref(), Some("x"));
    }
}
