//! Mistakes in the text of packages: those of one place, as a slip of the hand makes them, and those that take more away.

use std::ops::Range;
use witc_parser::token_spans;
use witc_random::Dice;

/// A kind of mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mutation {
    DeleteToken,
    DoubleToken,
    SwapTokens,
    ReplaceToken,
    InsertToken,
    DeleteCharacter,
    InsertCharacter,
    ReplaceCharacter,
    UnmarkComment,
    GateForType,
    HeadTwice,
    LostHead,
    CutShort,
    DeleteLines,
    RepeatLines,
    MoveLines,
}

use Mutation::*;

/// All kinds, each as likely as another.
pub(crate) const ALL: [Mutation; 16] = [
    DeleteToken,
    DoubleToken,
    SwapTokens,
    ReplaceToken,
    InsertToken,
    DeleteCharacter,
    InsertCharacter,
    ReplaceCharacter,
    UnmarkComment,
    GateForType,
    HeadTwice,
    LostHead,
    CutShort,
    DeleteLines,
    RepeatLines,
    MoveLines,
];

const TOKENS: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    ";",
    ",",
    ":",
    "/",
    ".",
    "@",
    "->",
    "=",
    "*",
    "_",
    "interface",
    "world",
    "func",
    "use",
    "record",
    "type",
    "import",
    "export",
    "include",
    "static",
    "async",
    "resource",
    "u8",
    "list",
    "name",
    "%",
    "0",
    "1.0.0",
    "\"",
    "-",
    "/*",
    "*/",
    "//",
];

const CHARACTERS: &[char] = &[
    'a', 'Z', '0', '-', '_', '%', '{', '}', '(', ')', '<', '>', ';', ',', ':', '.', '/', '@', '=',
    '*', '"', '\'', ' ', '\n', '\u{e9}', '#',
];

impl Mutation {
    /// Whether it changes the text at one place only.
    pub(crate) fn is_local(self) -> bool {
        !matches!(self, CutShort | DeleteLines | RepeatLines | MoveLines)
    }

    /// Makes the mistake in a text; nothing if the text has no place for it.
    pub(crate) fn apply(self, text: &str, dice: &mut Dice) -> Option<String> {
        match self {
            DeleteToken | DoubleToken | SwapTokens | ReplaceToken | InsertToken => {
                self.at_token(text, dice)
            }
            DeleteCharacter | InsertCharacter | ReplaceCharacter => self.at_character(text, dice),
            UnmarkComment => {
                let mark = choose(comment_marks(text), dice)?;
                // All of `//` or `///`, or but one slash.
                let kept = if dice.percent(50) { "/" } else { "" };
                Some(replaced(text, mark, kept))
            }
            GateForType => {
                let ty = choose(types(text), dice)?;
                Some(replaced(text, ty, "@unstable(feature = x)"))
            }
            HeadTwice => {
                let head = choose(heads(text), dice)?;
                let line = text[head.clone()].to_owned();
                Some(replaced(text, head.end..head.end, &line))
            }
            LostHead => Some(replaced(text, choose(heads(text), dice)?, "")),
            CutShort => Some(text[..character(text, dice)?.start].to_owned()),
            DeleteLines | RepeatLines | MoveLines => self.of_lines(text, dice),
        }
    }

    fn at_token(self, text: &str, dice: &mut Dice) -> Option<String> {
        let tokens = tokens(text);
        let at = dice.below(tokens.len());
        let token = tokens.get(at)?.clone();
        let word = &text[token.clone()];
        Some(match self {
            DeleteToken => replaced(text, token, ""),
            DoubleToken => replaced(text, token.clone(), &format!("{word} {word}")),
            ReplaceToken => {
                let other = other_token(text, &tokens, dice);
                replaced(text, token, other)
            }
            InsertToken => {
                let other = other_token(text, &tokens, dice);
                replaced(text, token.clone(), &format!("{other} {word}"))
            }
            _ => {
                let next = tokens.get(at + 1)?.clone();
                let between = &text[token.end..next.start];
                let swapped = format!("{}{between}{word}", &text[next.clone()]);
                replaced(text, token.start..next.end, &swapped)
            }
        })
    }

    fn at_character(self, text: &str, dice: &mut Dice) -> Option<String> {
        let place = character(text, dice)?;
        let other = dice.choose(CHARACTERS).to_string();
        Some(match self {
            DeleteCharacter => replaced(text, place, ""),
            InsertCharacter => replaced(text, place.start..place.start, &other),
            _ => replaced(text, place, &other),
        })
    }

    fn of_lines(self, text: &str, dice: &mut Dice) -> Option<String> {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let start = dice.below(lines.len());
        let end = (start + dice.between(1, 20)).min(lines.len());
        let some = lines.get(start..end)?;
        let rest: Vec<&str> = [&lines[..start], &lines[end..]].concat();
        Some(match self {
            DeleteLines => rest.concat(),
            RepeatLines => [&lines[..end], some, &lines[end..]].concat().concat(),
            _ => {
                let to = dice.below(rest.len() + 1);
                [&rest[..to], some, &rest[to..]].concat().concat()
            }
        })
    }
}

fn choose(places: Vec<Range<usize>>, dice: &mut Dice) -> Option<Range<usize>> {
    (!places.is_empty()).then(|| dice.choose(&places).clone())
}

fn replaced(text: &str, place: Range<usize>, by: &str) -> String {
    format!("{}{by}{}", &text[..place.start], &text[place.end..])
}

/// Another token of the same text, or any.
fn other_token<'s>(text: &'s str, tokens: &[Range<usize>], dice: &mut Dice) -> &'s str {
    if dice.percent(50) {
        &text[dice.choose(tokens).clone()]
    } else {
        dice.choose::<&str>(TOKENS)
    }
}

fn range(span: witc_diagnostics::Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

fn tokens(text: &str) -> Vec<Range<usize>> {
    let (tokens, _) = token_spans(text, 0, &mut Vec::new());
    tokens.into_iter().map(range).collect()
}

/// The place of a character.
fn character(text: &str, dice: &mut Dice) -> Option<Range<usize>> {
    let from = dice.below(text.len());
    let start = (from..text.len()).find(|at| text.is_char_boundary(*at))?;
    let length = text[start..].chars().next()?.len_utf8();
    Some(start..start + length)
}

/// The `//` and `///` of comments.
fn comment_marks(text: &str) -> Vec<Range<usize>> {
    let (_, comments) = token_spans(text, 0, &mut Vec::new());
    let lines = comments
        .into_iter()
        .map(range)
        .filter(|comment| text[comment.clone()].starts_with("//"));
    let mark = |comment: Range<usize>| {
        let slashes = text[comment.clone()]
            .bytes()
            .take_while(|byte| *byte == b'/');
        comment.start..comment.start + slashes.count()
    };
    lines.map(mark).collect()
}

/// The words that stand for types: of fields, parameters and results, and in other types.
fn types(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |token| &text[token.clone()]);
    let is_type = |at: &usize| {
        matches!(word(at - 1), ":" | "->" | "<" | "=")
            && matches!(word(at + 1), "," | ";" | ")" | ">" | "}")
            && word(*at).starts_with(|c: char| c.is_ascii_alphabetic())
    };
    (1..tokens.len())
        .filter(is_type)
        .map(|at| tokens[at].clone())
        .collect()
}

/// The lines that only open the braces of an item.
fn heads(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut heads = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if line.trim_end().ends_with('{') && !line.trim_start().starts_with("//") {
            heads.push(start..end);
        }
        start = end;
    }
    heads
}
