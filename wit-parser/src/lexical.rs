//! What can be wrong below the level of syntax: code points, words, ends that are missing.

use crate::code_points::{forbidden, invisible};
use crate::codes;
use crate::generated::tokens::Kind;
use crate::{foreign, is_keyword, is_valid_name, odd};
use std::collections::HashMap;
use std::ops::Range;
use witc_diagnostics::{Diagnostic, Edit, Fix, Span};

/// How many mistakes of one kind are shown per file; with more, the file is something else than WIT.
const MAX_REPORTS: usize = 100;

/// How many line ends there may be between a quote and the next one, if both are of one string.
// A paragraph. With more lines between them, two quotes belong to two strings that are not closed.
const MAX_STRING_LINES: usize = 20;

/// The longest name, in bytes, that component binaries can hold.
pub const MAX_NAME: usize = 100_000;

/// What has been reported of one file.
#[derive(Default)]
pub(crate) struct Report<'s> {
    /// The malformed names, each with its diagnostic's index: a name is reported once.
    words: HashMap<&'s str, usize, foldhash::fast::FixedState>,
    characters: usize,
    /// The end of the last run of unexpected characters, and its diagnostic's index.
    run: Option<(u32, usize)>,
}

impl<'s> Report<'s> {
    /// What a word stands for that is not a well-formed name; nothing if it is no word at all.
    #[cold]
    pub(crate) fn word(
        &mut self,
        source: &'s str,
        range: Range<usize>,
        base: u32,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Kind> {
        let word = &source[range.clone()];
        let span = Span::new(base + range.start as u32, base + range.end as u32);
        if !word.contains(|c: char| c.is_alphanumeric() || c == '_') && word != "%" {
            self.characters(source, range, base, diagnostics);
            return None;
        }
        if word.contains(|c| forbidden(c).is_some()) {
            return Some(Kind::Ident);
        }
        // One name is written wrong wherever it is used: the first place has the message, and the
        // fix changes all.
        if let Some(&index) = self.words.get(word) {
            if let Some(diagnostic) = diagnostics.get_mut(index) {
                for fix in &mut diagnostic.fixes {
                    let text = fix.edits[0].text.clone();
                    fix.edits.push(Edit { span, text });
                }
                // The places of a few; the fix has them all.
                if diagnostic.secondary.len() < 5 {
                    diagnostic.secondary.push(witc_diagnostics::Label {
                        span,
                        message: "and here".to_owned(),
                    });
                }
            }
        } else if self.words.len() < MAX_REPORTS {
            self.words.insert(word, diagnostics.len());
            diagnostics.push(malformed(word, span));
        }
        Some(Kind::Ident)
    }

    /// Reports characters that stand for nothing; those in a row are one mistake.
    #[cold]
    pub(crate) fn characters(
        &mut self,
        source: &str,
        range: Range<usize>,
        base: u32,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let text = &source[range.clone()];
        let span = Span::new(base + range.start as u32, base + range.end as u32);
        if text.chars().all(|c| forbidden(c).is_some()) {
            return;
        }
        // A row of odd characters is one mistake: a decoration, or text of another encoding.
        if let Some((end, index)) = self.run
            && end == span.start
            && let Some(diagnostic) = diagnostics.get_mut(index)
        {
            diagnostic.primary.span.end = span.end;
            self.run = Some((span.end, index));
            return;
        }
        self.characters += 1;
        if self.characters > MAX_REPORTS {
            return;
        }
        self.run = Some((span.end, diagnostics.len()));
        let mut chars = text.chars();
        let (first, more) = (chars.next().unwrap_or_default(), chars.next().is_some());
        let message = match first {
            _ if more => format!("`{text}` has no meaning in WIT"),
            _ if invisible(text).is_some() => {
                format!(
                    "the character U+{:04X} can't be seen, and has no meaning in WIT",
                    first as u32
                )
            }
            '!'..='~' => format!("the character `{first}` has no meaning in WIT"),
            _ => format!(
                "the character `{first}`, U+{:04X}, has no meaning in WIT",
                first as u32
            ),
        };
        let diagnostic = Diagnostic::error(codes::UNEXPECTED_CHARACTER, message, span);
        diagnostics.push(odd::explain(diagnostic, source, range, base));
    }

    #[cold]
    pub(crate) fn unclosed_string(
        &mut self,
        text: &str,
        span: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let end = span.start + text.trim_end().len() as u32;
        diagnostics.push(
            Diagnostic::error(
                codes::UNCLOSED_STRING,
                "this string is never closed",
                Span::new(span.start, end),
            )
            .label("a string ends on the line it starts on")
            .note("end it with `\"`; a line break in it is written `\\n`"),
        );
    }

    #[cold]
    pub(crate) fn unclosed_comment(
        &mut self,
        text: &str,
        span: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let start = Span::new(span.start, span.start + 2);
        let mut diagnostic = Diagnostic::error(
            codes::UNCLOSED_COMMENT,
            "this comment is never closed",
            start,
        )
        .label("starts here");
        if let Some(inner) = text[2..].rfind("/*") {
            let inner = span.start + 2 + inner as u32;
            diagnostic = diagnostic
                .also(
                    Span::new(inner, inner + 2),
                    "another comment starts within it",
                )
                .note("comments nest: each `/*` needs a `*/`");
        }
        diagnostics.push(diagnostic);
    }
}

/// The length of the further lines of a string whose first line ends before `rest`, with the quote that closes it; nothing if
/// it looks as if the quote was forgotten.
#[cold]
pub(crate) fn further_lines(rest: &str) -> Option<usize> {
    let length = rest.find('"')? + 1;
    let is_short = rest[..length].matches('\n').count() <= MAX_STRING_LINES;
    // What follows a string is the end of the attribute.
    let is_closed = rest[length..]
        .trim_start_matches([' ', '\t'])
        .starts_with(')');
    (is_short && is_closed).then_some(length)
}

/// Reports a string that goes on over several lines.
#[cold]
pub(crate) fn report_string_of_lines(text: &str, start: u32, diagnostics: &mut Vec<Diagnostic>) {
    let line = text.find(['\r', '\n']).unwrap_or(text.len());
    let mut edits = Vec::new();
    let mut at = line;
    while let Some(found) = text[at..].find('\n') {
        let end = at + found + 1;
        let indent = text[end..].len()
            - text[end..]
                .trim_start_matches([' ', '\t', '\r', '\n'])
                .len();
        let break_start = text[..end].trim_end_matches(['\r', '\n']).len();
        let span = Span::new(start + break_start as u32, start + (end + indent) as u32);
        // With the indentation of the next line, which most likely stands for the file and not for
        // the string.
        edits.push(Edit {
            span,
            text: "\\n".to_owned(),
        });
        at = end + indent;
    }
    let mut diagnostic = Diagnostic::error(
        codes::UNCLOSED_STRING,
        "this string goes on over several lines",
        Span::new(start, start + line as u32),
    )
    .label("a string ends on the line it starts on")
    .also(
        Span::new(start + text.len() as u32 - 1, start + text.len() as u32),
        "closed here",
    );
    diagnostic.fixes.push(Fix {
        message: "write `\\n` for a line break".to_owned(),
        edits,
        sure: false,
    });
    diagnostics.push(diagnostic);
}

fn malformed(word: &str, span: Span) -> Diagnostic {
    let name = word.strip_prefix('%').unwrap_or(word);
    if name.is_empty() {
        return Diagnostic::error(codes::MALFORMED_NAME, "a name is missing behind `%`", span);
    }
    let odd = name
        .chars()
        .find(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
    let why = match odd {
        Some(c) => format!("`{c}` can't be part of a name"),
        None if name.contains('_') => "`_` can't be part of a name".to_owned(),
        None if name.starts_with('-') || name.ends_with('-') || name.contains("--") => {
            "each `-` of a name stands between two words".to_owned()
        }
        None if name.starts_with(|c: char| c.is_ascii_digit()) => {
            "a name starts with a letter".to_owned()
        }
        None => "each word of a name is all lowercase or all uppercase".to_owned(),
    };
    let diagnostic = Diagnostic::error(
        codes::MALFORMED_NAME,
        format!("`{name}` is not a name"),
        span,
    )
    .label(why);
    if let Some(ours) = foreign::foreign_type(name).or_else(|| foreign::generic(name)) {
        return diagnostic
            .note(format!("if it is meant as a type, WIT calls it `{ours}`"))
            .guess(format!("write `{ours}`"), span, ours);
    }
    if let Some(note) = foreign::without_type(name) {
        return diagnostic.note(note);
    }
    match kebab(name) {
        // As a type's name it may be meant for the keyword.
        Some(kebab) if is_keyword(&kebab) => {
            diagnostic.guess(format!("write `{kebab}`"), span, kebab)
        }
        Some(kebab) => diagnostic.fix(format!("write `{kebab}`"), span, kebab),
        None => diagnostic.note(
            "names are words of letters and digits that are joined by `-`, as in `http-request2`",
        ),
    }
}

/// The name in kebab case, if that makes it well-formed: what the parser offers for a name that is none.
#[must_use]
pub fn kebab(name: &str) -> Option<String> {
    let mut kebab = String::new();
    let mut before = '-';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            kebab.push('-');
        }
        if !matches!(c, '-' | '_') {
            kebab.extend(c.to_lowercase());
        } else if !matches!(before, '-' | '_') {
            kebab.push('-');
        }
        before = c;
    }
    let kebab = kebab.trim_end_matches('-');
    is_valid_name(kebab).then(|| kebab.to_owned())
}

/// Reports a name that no component can hold.
#[cold]
pub(crate) fn report_long_name(span: Span, diagnostics: &mut Vec<Diagnostic>) {
    let message = format!(
        "this name has {} bytes, and names can have {MAX_NAME}",
        span.end - span.start
    );
    diagnostics.push(Diagnostic::error(
        codes::NAME_TOO_LONG,
        message,
        Span::new(span.start, span.start + 40),
    ));
}
