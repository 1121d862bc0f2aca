//! Reads types in the notation of other languages, and says how WIT writes them.

use crate::foreign;
use crate::lexical::kebab;
use crate::{is_keyword, is_valid_name};
use std::ops::Range;

/// The longest type, in bytes, that is read.
const MAX_LENGTH: usize = 400;

/// How deep types are nested that are read.
const MAX_DEPTH: usize = 8;

const BORROW: &str = "values are passed whole; a resource is lent as `borrow<…>`";
const POINTER: &str = "WIT has no pointers: values are passed whole, and resources as `borrow<…>`";
const UNION: &str = "a value of one of several types is a `variant`, which has a name";
const LITERAL: &str = "one of several names is an `enum`: define one, and write its name here";
const RECORD: &str = "a record has a name: define one, and write its name here";
const FUNCTION: &str =
    "functions can't be passed: define a resource with a method, and pass such a resource";
const GENERIC: &str = "types with parameters are `list`, `option`, `result`, `tuple`, `map`, `own`, `borrow`, `stream` and \
                       `future`; others can't be defined";
const PATH: &str = "a type of another interface is brought in by its name: `use types.{a};`";
const LENGTH: &str = "a list is written `list<u8>`, one of a fixed length `list<u8, 4>`";

/// The types of WIT that have parameters, and how many they have at least and at most.
const GENERICS: [(&str, usize, usize); 9] = [
    ("list", 1, 2),
    ("option", 1, 1),
    ("result", 1, 2),
    ("tuple", 1, 16),
    ("map", 2, 2),
    ("own", 1, 1),
    ("borrow", 1, 1),
    ("stream", 1, 1),
    ("future", 1, 1),
];

/// Words that say something of the type after them, and what WIT makes of it: parameters, or another integer.
const QUALIFIERS: [(&str, &str); 13] = [
    ("optional", "option"),
    ("nullable", "option"),
    ("repeated", "list"),
    ("unsigned", "u"),
    ("const", ""),
    ("mut", ""),
    ("readonly", ""),
    ("final", ""),
    ("ref", ""),
    ("dyn", ""),
    ("impl", ""),
    ("required", ""),
    ("struct", ""),
];

/// A type in the notation of another language.
pub(crate) struct ForeignType {
    /// Where it is in the text.
    pub(crate) range: Range<usize>,
    /// How WIT writes it, if that can be told.
    pub(crate) ours: Option<String>,
    /// Whether nothing else can be meant.
    pub(crate) is_sure: bool,
    /// What to know where it can't be told.
    pub(crate) note: Option<&'static str>,
}

/// The type in the notation of another language that a text starts with, blanks aside. A name alone is no notation.
/// `is_member`: a type of a function that ends with `;` would rather be the function itself, since other items may be
/// taken for members where a bracket is missing.
pub(crate) fn read(text: &str, is_member: bool) -> Option<ForeignType> {
    let start = text.len() - text.trim_start().len();
    let text = text.get(start..)?;
    let end = (0..=MAX_LENGTH.min(text.len())).rfind(|end| text.is_char_boundary(*end))?;
    let mut reader = Reader {
        rest: &text[..end],
        depth: 0,
        is_foreign: false,
        is_sure: true,
        note: None,
    };
    let ours = reader.ty()?;
    // Blanks after it are not its own: they were read to see whether it goes on.
    let length = text[..end - reader.rest.len()].trim_end().len();
    // A text that is cut short may go on with the type.
    let is_whole = end == text.len() || !reader.rest.is_empty();
    let rest = text[length..].trim_start_matches([' ', '\t']);
    let ends = rest.is_empty() || rest.starts_with([',', ')', ';', '>', '}', '=', '/', '\n', '\r']);
    if is_member && reader.note == Some(FUNCTION) && rest.starts_with(';') {
        return None;
    }
    (reader.is_foreign && is_whole && ends).then_some(ForeignType {
        range: start..start + length,
        ours: reader.note.is_none().then_some(ours),
        is_sure: reader.is_sure,
        note: reader.note,
    })
}

/// What is left of a text, and what is known of the type so far.
struct Reader<'s> {
    rest: &'s str,
    depth: usize,
    /// Whether something is none of WIT's notation.
    is_foreign: bool,
    is_sure: bool,
    note: Option<&'static str>,
}

impl<'s> Reader<'s> {
    /// Reads a type; nothing if it is none in any language that is known here.
    fn ty(&mut self) -> Option<String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.blanks();
        // The first of several cases may have the mark as well.
        let _ = self.eat("|");
        let mut ours = self.prefixed()?;
        loop {
            self.rest = self.rest.trim_start_matches(' ');
            ours = if self.eat("[]") {
                self.foreign(format!("list<{ours}>"))
            } else if self.rest.starts_with('[') {
                self.eat("[");
                let length = self.digits()?;
                self.end("]")?;
                self.foreign(format!("list<{ours}, {length}>"))
            } else if self.rest.starts_with('?') && !self.rest[1..].trim_start().starts_with(':') {
                self.eat("?");
                self.foreign(format!("option<{ours}>"))
            } else if self.eat("...") {
                self.guess(format!("list<{ours}>"))
            } else if self.eat("*") || (!self.ends_line("&") && self.eat("&")) {
                self.unknown(POINTER)
            } else if self.rest.trim_start().starts_with('|') {
                self.blanks();
                self.eat("|");
                let note = self.note.take();
                let other = self.ty()?;
                self.union((ours, note), other)
            } else {
                break;
            };
        }
        self.depth -= 1;
        Some(ours)
    }

    /// Reads a type up to what may follow it: `[]`, `?`, `|`.
    fn prefixed(&mut self) -> Option<String> {
        self.blanks();
        if self.eat("&") {
            let _ = self.eat("&");
            if self.eat("'") {
                self.word()?;
            }
            self.blanks();
            let inner = self.prefixed()?;
            let is_plain = is_keyword(inner.split('<').next().unwrap_or_default());
            return Some(if is_plain {
                self.foreign(inner)
            } else {
                self.unknown(BORROW)
            });
        }
        if self.eat("*") {
            self.prefixed()?;
            return Some(self.unknown(POINTER));
        }
        if self.eat("?") {
            let inner = self.prefixed()?;
            return Some(self.foreign(format!("option<{inner}>")));
        }
        if self.eat("[]") || self.eat("...") {
            let inner = self.prefixed()?;
            return Some(self.foreign(format!("list<{inner}>")));
        }
        if self.eat("[") {
            return self.brackets();
        }
        if self.eat("(") {
            return self.parens();
        }
        if self.eat("{") {
            return self.braces();
        }
        if let Some(quote @ ('"' | '\'' | '`')) = self.rest.chars().next() {
            self.rest = &self.rest[1..];
            let end = self.rest.find(quote)?;
            self.rest = &self.rest[end + 1..];
            return Some(self.unknown(LITERAL));
        }
        self.named()
    }

    /// Reads on after `[`: `u8]`, `u8; 4]`, `string: u8]`, `4]u8`.
    fn brackets(&mut self) -> Option<String> {
        if let Some(length) = self.digits() {
            self.end("]")?;
            let inner = self.prefixed()?;
            return Some(self.foreign(format!("list<{inner}, {length}>")));
        }
        let inner = self.ty()?;
        self.blanks();
        if self.eat(":") {
            let value = self.ty()?;
            self.end("]")?;
            return Some(self.foreign(format!("map<{inner}, {value}>")));
        }
        if !self.eat(";") && !self.eat(",") {
            self.end("]")?;
            return Some(self.foreign(format!("list<{inner}>")));
        }
        let end = self.rest.find([']', '\n'])?;
        let length = self.rest[..end].trim();
        self.rest = &self.rest[end..];
        self.end("]")?;
        let is_number = !length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit());
        Some(if is_number {
            self.foreign(format!("list<{inner}, {length}>"))
        } else {
            self.unknown(LENGTH)
        })
    }

    /// Reads on after `(`. Parentheses alone are told by the grammar.
    fn parens(&mut self) -> Option<String> {
        let parts = self.list(")")?;
        if self.follows_arrow() {
            return self.ty().map(|_| self.unknown(FUNCTION));
        }
        Some(match parts.as_slice() {
            [] => "_".to_owned(),
            [only] => only.clone(),
            parts => format!("tuple<{}>", parts.join(", ")),
        })
    }

    /// Reads on after `{`: a record without a name, or `{[key: string]: u8}`.
    fn braces(&mut self) -> Option<String> {
        self.blanks();
        if self.eat("[") {
            self.word()?;
            self.end(":")?;
            let key = self.ty()?;
            self.end("]")?;
            self.end(":")?;
            let value = self.ty()?;
            let _ = self.eat(";");
            self.end("}")?;
            return Some(self.foreign(format!("map<{key}, {value}>")));
        }
        self.skip('{', '}')?;
        Some(self.unknown(RECORD))
    }

    /// Reads a name with what belongs to it: words before it, types in brackets after it.
    fn named(&mut self) -> Option<String> {
        let word = self.word()?;
        if self.rest.starts_with(' ') && QUALIFIERS.iter().any(|known| known.0 == word) {
            return self.qualified(word);
        }
        let mut name = word;
        while self.rest.starts_with("::") || self.rest.starts_with('.') {
            let _ = self.eat("::") || self.eat(".");
            if name != "std" {
                self.note.get_or_insert(PATH);
            }
            self.is_foreign = true;
            name = self.word()?;
        }
        let lower = name.to_ascii_lowercase();
        let is_function = matches!(&*lower, "fn" | "fnmut" | "fnonce" | "func" | "function");
        if is_function && self.rest.starts_with('(') {
            self.eat("(");
            self.skip('(', ')')?;
            if self.follows_arrow() {
                self.ty()?;
            }
            return Some(self.unknown(FUNCTION));
        }
        let generic = GENERICS.iter().find(|known| known.0 == lower);
        let ours = generic
            .map(|known| known.0)
            .or_else(|| foreign::generic(&lower));
        let close = match (self.rest.chars().next(), ours) {
            (Some('<'), _) => ">",
            (Some('['), Some(_)) if !self.rest.starts_with("[]") => "]",
            (Some('('), Some(_)) => ")",
            _ => return Some(self.simple(name)),
        };
        self.rest = &self.rest[1..];
        let mut parts = self.list(close)?;
        if lower == "map" && parts.len() == 1 && close == "]" {
            parts.push(self.prefixed()?);
        }
        self.is_foreign |= close != ">" || name != lower;
        Some(match ours {
            // What a box holds is passed as it is, if it is no resource.
            Some("own" | "borrow") if ours != Some(&*lower) => self.unknown(BORROW),
            Some(ours) => self.generic(ours, parts),
            None => {
                self.note.get_or_insert(GENERIC);
                String::new()
            }
        })
    }

    /// Reads a type after a word that says something of it: `const`, `unsigned`, `repeated`.
    fn qualified(&mut self, word: &str) -> Option<String> {
        let inner = self.prefixed()?;
        let meaning = QUALIFIERS.iter().find(|known| known.0 == word)?.1;
        Some(match meaning {
            "" => self.guess(inner),
            "u" => self.guess(format!("u{}", inner.strip_prefix('s')?)),
            generic => self.foreign(format!("{generic}<{inner}>")),
        })
    }

    /// A name alone, as WIT writes it.
    fn simple(&mut self, name: &str) -> String {
        if let Some(ours) = foreign::foreign_type(name) {
            // The width that an `int` has is not known.
            self.is_sure &= name.contains(|c: char| c.is_ascii_digit())
                || matches!(name, "boolean" | "byte" | "str");
            return ours.to_owned();
        }
        if let Some(note) = foreign::without_type(name) {
            self.note.get_or_insert(note);
        }
        let plain = name.strip_prefix('%').unwrap_or(name);
        if is_valid_name(plain) {
            return name.to_owned();
        }
        match kebab(plain) {
            Some(kebab) => kebab,
            None => {
                self.is_sure = false;
                name.to_owned()
            }
        }
    }

    /// The type of WIT with these parameters.
    fn generic(&mut self, name: &str, mut parts: Vec<String>) -> String {
        let known = GENERICS.iter().find(|known| known.0 == name);
        let fits = known.is_some_and(|(_, least, most)| (*least..=*most).contains(&parts.len()));
        if !fits {
            self.note.get_or_insert(GENERIC);
        }
        if name == "result" {
            while parts.last().is_some_and(|last| last == "_") {
                parts.pop();
            }
            if parts.is_empty() {
                return name.to_owned();
            }
        }
        format!("{name}<{}>", parts.join(", "))
    }

    /// The type of one of two: a type or nothing. The note is what is known of the first one; that of the other was read
    /// last.
    fn union(&mut self, one: (String, Option<&'static str>), other: String) -> String {
        const NOTHING: [&str; 4] = ["null", "none", "undefined", "nil"];
        let is_nothing = |ours: &str| NOTHING.contains(&&*ours.to_ascii_lowercase());
        let (one, note) = one;
        // What was said of nothing is not true of it here.
        match (is_nothing(&one), is_nothing(&other)) {
            (true, false) => self.foreign(format!("option<{other}>")),
            (false, true) => {
                self.note = note;
                self.foreign(format!("option<{one}>"))
            }
            _ => {
                self.note = note.or(self.note).or(Some(UNION));
                self.foreign(String::new())
            }
        }
    }

    /// Reads types and numbers with commas between them, up to `close`.
    fn list(&mut self, close: &str) -> Option<Vec<String>> {
        let mut parts = Vec::new();
        loop {
            self.blanks();
            if self.eat(close) {
                return Some(parts);
            }
            let is_lifetime = self.rest.starts_with('\'') && !self.rest[1..].contains('\'');
            if let Some(number) = self.digits() {
                parts.push(number.to_owned());
            } else if is_lifetime {
                self.rest = &self.rest[1..];
                self.word()?;
            } else if self.rest.starts_with("_,") || self.rest.starts_with("_>") {
                self.eat("_");
                parts.push("_".to_owned());
            } else {
                parts.push(self.ty()?);
            }
            self.blanks();
            if !self.eat(",") && !self.rest.starts_with(close) {
                return None;
            }
        }
    }

    /// Skips to the end of the brackets that are open.
    fn skip(&mut self, open: char, close: char) -> Option<()> {
        let mut depth = 1_usize;
        let end = self.rest.find(|c: char| {
            depth += usize::from(c == open);
            depth -= usize::from(c == close);
            depth == 0
        })?;
        self.rest = &self.rest[end + 1..];
        Some(())
    }

    /// Whether the rest of the line is this mark, which then separates elements.
    fn ends_line(&self, mark: &str) -> bool {
        let rest = self.rest.strip_prefix(mark);
        rest.is_some_and(|rest| rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
    }

    fn follows_arrow(&mut self) -> bool {
        let rest = self.rest.trim_start();
        let follows = rest.starts_with("->") || rest.starts_with("=>");
        if follows {
            self.rest = &rest[2..];
        }
        follows
    }

    fn word(&mut self) -> Option<&'s str> {
        let end = self
            .rest
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '%'))
            .unwrap_or(self.rest.len());
        let end = end - usize::from(self.rest[..end].ends_with('-'));
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.starts_with(is_start).then_some(word)
    }

    fn digits(&mut self) -> Option<&'s str> {
        let end = self.rest.find(|c: char| !c.is_ascii_digit());
        let (digits, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        (!digits.is_empty()).then_some(digits)
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads what has to follow, blanks aside.
    fn end(&mut self, text: &str) -> Option<()> {
        self.blanks();
        self.eat(text).then_some(())
    }

    fn foreign(&mut self, ours: String) -> String {
        self.is_foreign = true;
        ours
    }

    fn guess(&mut self, ours: String) -> String {
        self.is_sure = false;
        self.foreign(ours)
    }

    fn unknown(&mut self, note: &'static str) -> String {
        self.note.get_or_insert(note);
        self.foreign(String::new())
    }
}

fn is_start(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '%' | '_')
}
