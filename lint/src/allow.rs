//! `// witc:allow CODE reason`: findings that the text allows.
//!
//! The comment stands before the item that it is about, or after it in the same line. It is an ordinary comment, and no
//! part of the documentation.

use crate::codes;
use crate::comments::{CommentKind, has, line_end, line_start};
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use crate::rules::Rule;
use crate::settings::rules;
use std::ops::Range;
use witc_diagnostics::{Code, Diagnostic, Span};

const MARK: &str = "witc:allow";

/// A comment that allows something.
struct Allowed {
    comment: Span,
    /// The positions of what it is about.
    about: Range<u32>,
    /// The rules that it allows, by their positions in the table.
    rules: Vec<usize>,
    is_needed: bool,
}

/// The findings without those that the text allows, and what is wrong with what allows them.
pub(crate) fn apply(context: &Context<'_>, mut findings: Findings) -> Vec<Diagnostic> {
    let mut allowed = Vec::new();
    for file in &context.files {
        // Few files have any, which is seen at once.
        if has(file.text, MARK) {
            read(context, file, &mut allowed, &mut findings);
        }
    }
    if allowed.is_empty() {
        return findings.finish();
    }
    allowed.sort_by_key(|it| it.about.start);
    findings.retain(|found| !allows(&mut allowed, found));
    for it in allowed {
        if !it.is_needed && it.rules.iter().any(|&rule| findings.is_on(code(rule))) {
            let diagnostic = Diagnostic::warning(
                codes::IDLE_ALLOW,
                "this allows nothing: there is no such finding",
                it.comment,
            );
            findings.push(context, diagnostic.note("remove the comment"));
        }
    }
    findings.finish()
}

fn code(rule: usize) -> Code {
    crate::rules::RULES[rule].code
}

/// Whether one of the comments allows a finding.
fn allows(allowed: &mut [Allowed], found: &Diagnostic) -> bool {
    let position = found.primary.span.start;
    let rule = Rule::index(found.code);
    let after = allowed.partition_point(|it| it.about.start <= position);
    // What is about an item is about what is in it, so that several may be around a place: the nearest comes last.
    let mut around = allowed[..after].iter_mut().rev().take(MOST_AROUND);
    let is_about = |it: &&mut Allowed| {
        it.about.contains(&position) && rule.is_some_and(|rule| it.rules.contains(&rule))
    };
    match around.find(is_about) {
        Some(it) => {
            it.is_needed = true;
            true
        }
        None => false,
    }
}

/// So many comments before a place are looked at.
// A bound, so that many comments cost no more than a number of steps for each finding.
const MOST_AROUND: usize = 64;

fn read(
    context: &Context<'_>,
    file: &LintedFile<'_>,
    allowed: &mut Vec<Allowed>,
    findings: &mut Findings,
) {
    for (index, comment) in file.comments.iter().enumerate() {
        let text = &file.text[comment.range.clone()];
        let words = text.strip_prefix("//").map(str::trim_start);
        let is_line = comment.kind == CommentKind::Line;
        let Some(words) = words
            .filter(|_| is_line)
            .and_then(|it| it.strip_prefix(MARK))
        else {
            continue;
        };
        let words = words.trim();
        let (list, reason) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        let span = file.span(comment.range.clone());
        let mut named = Vec::new();
        for word in list.split(',').filter(|word| !word.is_empty()) {
            match rules(word) {
                Ok(rules) => named.extend(rules),
                Err(unknown) => {
                    let found = Diagnostic::warning(codes::UNKNOWN_RULE, unknown.to_string(), span);
                    findings.push(
                        context,
                        match unknown.near {
                            Some(near) => found.note(format!("a similar name is `{near}`")),
                            None => found.note("`witc lint --rules` lists all rules"),
                        },
                    );
                }
            }
        }
        if reason.is_empty() {
            let message = "this does not say why it is allowed";
            let found = Diagnostic::warning(codes::ALLOW_WITHOUT_REASON, message, span);
            findings.push(context, found.note("write `// witc:allow CODE reason`"));
        }
        if !named.is_empty() {
            let about = about(file, index);
            let about = file.span(about);
            allowed.push(Allowed {
                comment: span,
                about: about.start..about.end,
                rules: named,
                is_needed: false,
            });
        }
    }
}

/// The bytes of what a comment is about: its line if it stands after something, or else the item that follows, with the
/// documentation between the two.
fn about(file: &LintedFile<'_>, index: usize) -> Range<usize> {
    let Range { start, end } = file.comments[index].range;
    if !file.comments[index].is_first {
        return line_start(file.text, start)..line_end(file.text, start);
    }
    end..item_end(file, end, index + 1)
}

/// The end of the item that follows a byte: its `;`, `,` or closing brace. `next` is the comment after it.
fn item_end(file: &LintedFile<'_>, from: usize, mut next: usize) -> usize {
    let bytes = file.text.as_bytes();
    let (mut at, mut depth, mut previous) = (from, 0_usize, b' ');
    while at < bytes.len() {
        if let Some(comment) = file.comments.get(next)
            && comment.range.start == at
        {
            at = comment.range.end;
            next += 1;
            continue;
        }
        let byte = bytes[at];
        at += 1;
        match byte {
            b'{' | b'(' | b'<' => depth += 1,
            // The `>` of `->` closes nothing.
            b'>' if previous == b'-' => {}
            b')' | b'>' => depth = depth.saturating_sub(1),
            b'}' if depth <= 1 => return at,
            b'}' => depth -= 1,
            b';' | b',' if depth == 0 => return at,
            _ => {}
        }
        previous = byte;
    }
    at
}
