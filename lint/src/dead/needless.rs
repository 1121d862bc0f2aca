//! Rules on signs that change nothing: `own<…>`, `%`, `{}`, `as`.

use crate::codes;
use crate::comments::has;
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use crate::syntax::{Statement, statements};
use memchr::{memchr_iter, memmem};
use std::ops::Range;
use witc_diagnostics::Diagnostic;
use witc_parser::ast::Ident;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    own(context, findings, file);
    escapes(context, findings, file);
    bodies(context, findings, file);
    if has(file.text, " as ") {
        renames(context, findings, file);
    }
}

/// Whether a byte is in a comment or a string.
fn is_quoted(file: &LintedFile<'_>, at: usize) -> bool {
    let comments = &file.comments;
    let comment = comments.partition_point(|comment| comment.range.start <= at);
    let string = file.strings.partition_point(|string| string.start <= at);
    let is_in = |range: &Range<usize>| range.contains(&at);
    comment > 0 && is_in(&comments[comment - 1].range)
        || string > 0 && is_in(&file.strings[string - 1])
}

/// The name at the start of a text.
fn name(text: &str) -> &str {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())]
}

fn own(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    for at in memmem::find_iter(file.text.as_bytes(), "own<") {
        let before = &file.text[..at];
        let is_word = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '%');
        // `type a = own<r>` names a handle, and `type a = r` a resource.
        if is_word || before.trim_end().ends_with('=') || is_quoted(file, at) {
            continue;
        }
        let rest = &file.text[at + 4..];
        let inner = rest.trim_start();
        let escape = usize::from(inner.starts_with('%'));
        let resource = &inner[..escape + name(&inner[escape..]).len()];
        let after = inner[resource.len()..].trim_start();
        if resource.is_empty() || !after.starts_with('>') {
            continue;
        }
        let end = file.text.len() - after.len() + 1;
        let span = file.span(at..end);
        let message = format!("`{resource}` is owned without `own`");
        let found = Diagnostic::warning(codes::NEEDLESS_OWN, message, span);
        findings.push(
            context,
            found.fix(format!("write `{resource}`"), span, resource),
        );
    }
}

fn escapes(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    for at in memchr_iter(b'%', file.text.as_bytes()) {
        let word = name(&file.text[at + 1..]);
        // `get` and `set` start accessors, so that an escape may tell a name from them.
        let is_needed = witc_parser::is_keyword(word) || matches!(word, "get" | "set" | "");
        if is_needed || is_quoted(file, at) {
            continue;
        }
        let message = format!("`{word}` is no keyword, and needs no `%`");
        let found = Diagnostic::warning(
            codes::NEEDLESS_ESCAPE,
            message,
            file.span(at..at + 1 + word.len()),
        );
        findings.push(
            context,
            found.fix(format!("write `{word}`"), file.span(at..at + 1), ""),
        );
    }
}

fn bodies(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    for at in memchr_iter(b'{', file.text.as_bytes()) {
        let body = file.text[at + 1..].trim_start();
        if !body.starts_with('}') || is_quoted(file, at) {
            continue;
        }
        let end = file.text.len() - body.len() + 1;
        let before = file.text[..at].trim_end();
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '%';
        let head = before.trim_end_matches(is_part);
        if head.len() == before.len()
            || !head.trim_end().ends_with("resource")
            || head.ends_with("resource")
        {
            continue;
        }
        let resource = before[head.len()..].trim_start_matches('%');
        let message = format!("the resource `{resource}` has an empty body");
        let found = Diagnostic::warning(codes::EMPTY_BODY, message, file.span(at..end));
        findings.push(
            context,
            found.fix(
                "write `;` in place of `{}`",
                file.span(before.len()..end),
                ";",
            ),
        );
    }
}

fn renames(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    let mut check = |old: &Ident<'_>, end: u32, new: Option<Ident<'_>>| {
        if let Some(new) = new.filter(|new| new.name == old.name) {
            let message = format!("`{}` is called so already", new.name);
            let found = Diagnostic::warning(codes::IDLE_RENAME, message, new.span);
            let span = witc_diagnostics::Span::new(end, new.span.end);
            findings.push(context, found.fix("remove the `as`", span, ""));
        }
    };
    statements(file.tree(), &mut |statement| match statement {
        Statement::Use(item) => {
            for name in &item.names {
                check(&name.name, name.name.span.end, name.rename);
            }
        }
        Statement::TopUse(item) => check(&item.path.name, item.path.span.end, item.rename),
        Statement::Import(_) | Statement::Export(_) | Statement::Include(_) => {}
    });
}
