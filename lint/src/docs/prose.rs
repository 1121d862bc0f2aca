//! Rules on the Markdown of documentation: headings, code, and what is read as HTML.

use crate::codes;
use crate::context::{Context, LintedFile};
use crate::docs::lines::{DocLine, prose};
use crate::findings::Findings;
use witc_diagnostics::Diagnostic;

pub(crate) fn check(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    lines: &[DocLine],
) {
    for line in lines {
        heading(context, findings, file, line);
        for (at, part) in prose(file, line) {
            html(context, findings, file, at, part);
        }
    }
    fence(context, findings, file, lines);
    let is_blank = |line: &DocLine| file.text[line.range.clone()].trim().is_empty() || line.is_code;
    for paragraph in lines.split(is_blank) {
        backticks(context, findings, file, paragraph);
    }
}

fn heading(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>, line: &DocLine) {
    let text = &file.text[line.range.clone()];
    let marks = text.trim_start();
    let rest = marks.trim_start_matches('#');
    let count = marks.len() - rest.len();
    // A capital: `#12` is a number of an issue, and `#tag` may be one.
    if line.is_code || !(1..=6).contains(&count) || !rest.starts_with(char::is_uppercase) {
        return;
    }
    let at = line.range.end - rest.len();
    let message = "without a space this is no heading";
    let found = Diagnostic::warning(
        codes::HEADING_WITHOUT_SPACE,
        message,
        file.span(at - count..line.range.end),
    );
    findings.push(context, found.fix("add a space", file.span(at..at), " "));
}

/// The types of WIT that have parameters.
const GENERIC: [&str; 9] = [
    "list", "option", "result", "tuple", "stream", "future", "own", "borrow", "map",
];

/// The length of the type with parameters at the start of a text.
fn generic(text: &str) -> Option<usize> {
    let name = GENERIC.iter().find(|name| {
        text.strip_prefix(**name)
            .is_some_and(|rest| rest.starts_with('<'))
    })?;
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().skip(name.len()) {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | ',' | ' ' | '%' => {}
            _ => return None,
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

fn html(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    start: usize,
    part: &str,
) {
    let mut at = 0;
    while let Some(found) = part[at..].find('<') {
        let bracket = at + found;
        at = bracket + 1;
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let name = part[..bracket].trim_end_matches(is_part).len();
        let Some(len) = generic(&part[name..]) else {
            continue;
        };
        at = name + len;
        let span = file.span(start + name..start + at);
        let text = &part[name..at];
        let message = format!(
            "Markdown takes `{}` for a tag of HTML",
            &text[bracket - name..]
        );
        let found = Diagnostic::warning(codes::TYPE_AS_HTML, message, span);
        findings.push(
            context,
            found.fix("put it into backticks", span, format!("`{text}`")),
        );
    }
}

fn fence(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>, lines: &[DocLine]) {
    let mut fences = lines.iter().filter(|line| line.is_fence);
    if fences.clone().count() % 2 == 1
        && let Some(last) = fences.next_back()
    {
        let message = "nothing closes this block of code";
        let found = Diagnostic::warning(codes::OPEN_FENCE, message, file.span(last.range.clone()));
        findings.push(
            context,
            found.note("write three backticks after its last line"),
        );
    }
}

fn backticks(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    paragraph: &[DocLine],
) {
    let count = |line: &DocLine| file.text[line.range.clone()].matches('`').count();
    let is_double = |line: &DocLine| file.text[line.range.clone()].contains("``");
    let all: usize = paragraph.iter().map(count).sum();
    if all.is_multiple_of(2) || paragraph.iter().any(is_double) {
        return;
    }
    let Some(line) = paragraph.iter().rev().find(|line| count(line) % 2 == 1) else {
        return;
    };
    let message = "a backtick of this paragraph has no partner";
    let found = Diagnostic::warning(codes::ODD_BACKTICKS, message, file.span(line.range.clone()));
    findings.push(context, found.note("code begins and ends with one"));
}
