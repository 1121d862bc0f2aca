//! The rule on parameters that documentation speaks of and that are not there.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::plain::plain;
use witc_diagnostics::{Diagnostic, Span, nearest};
use witc_resolve::{Function, Resolve, Type};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if !findings.is_on(codes::UNKNOWN_PARAM) {
        return;
    }
    for id in context.functions() {
        let function = &context.resolve.functions[id];
        let docs = function.docs.text().unwrap_or_default();
        if !docs.contains('`')
            || !(docs.contains("param") || docs.contains("Param") || docs.contains("argument"))
        {
            continue;
        }
        for name in spoken_of(docs) {
            if !is_known(context.resolve, function, name) {
                report(context, findings, function, name);
            }
        }
    }
}

/// The names in backticks that a text calls parameters.
fn spoken_of(docs: &str) -> Vec<&str> {
    let parts: Vec<&str> = docs.split('`').collect();
    let mut names = Vec::new();
    let mut is_list = false;
    for (index, part) in parts.iter().enumerate() {
        if index % 2 == 0 {
            is_list |= ["# Parameters", "# Params", "# Arguments"]
                .iter()
                .any(|heading| part.contains(heading));
            // The next heading ends the list.
            is_list &= !part
                .rsplit("# ")
                .next()
                .is_some_and(|last| part.contains("# ") && !last.starts_with(['P', 'A']));
            continue;
        }
        let before = parts[index - 1];
        let after = parts.get(index + 1).copied().unwrap_or_default();
        let is_item = is_list
            && before.trim_end_matches([' ', '-', '*']).ends_with('\n')
            && after.starts_with(':');
        let is_called = ["parameter ", "argument "]
            .iter()
            .any(|word| before.ends_with(word))
            || [" parameter", " argument"]
                .iter()
                .any(|word| after.starts_with(word));
        // The parameter of another function may be meant.
        let is_elsewhere = [" of ", " to ", " in ", " from ", "s of", "s to"]
            .iter()
            .any(|word| {
                let rest = after
                    .trim_start_matches(" parameter")
                    .trim_start_matches(" argument");
                rest.starts_with(word)
            });
        let is_name = !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if is_name && !is_elsewhere && (is_item || is_called) {
            names.push(*part);
        }
    }
    names
}

/// Whether a name is that of a parameter, or of something in one.
fn is_known(resolve: &Resolve, function: &Function, name: &str) -> bool {
    let is_in = |ty: Type| {
        let record = resolve.type_def_of(ty).and_then(|def| def.kind.as_record());
        let flags = resolve.type_def_of(ty).and_then(|def| def.kind.as_flags());
        record.is_some_and(|it| it.fields.iter().any(|field| field.name == name))
            || flags.is_some_and(|it| it.flags.iter().any(|flag| flag.name == name))
    };
    name == "self"
        || function
            .params
            .iter()
            .any(|param| param.name == name || is_in(param.ty))
}

fn report(context: &Context<'_>, findings: &mut Findings, function: &Function, name: &str) {
    let Some(span) = place(context, function, name) else {
        return;
    };
    let message = format!("`{}` has no parameter `{name}`", plain(&function.name));
    let found = Diagnostic::warning(codes::UNKNOWN_PARAM, message, span)
        .also(function.span, "the function");
    let names = function.written_params().iter().map(|param| &*param.name);
    findings.push(
        context,
        match nearest(name, names) {
            Some(near) => found.guess(format!("write `{near}`"), span, near),
            None => found,
        },
    );
}

/// The place of a word in the comments before a function.
fn place(context: &Context<'_>, function: &Function, name: &str) -> Option<Span> {
    let file = context.file(function.span)?;
    let end = file.byte(function.span.start);
    let after = file
        .comments
        .partition_point(|comment| comment.range.start < end);
    let quoted = format!("`{name}`");
    let mut before = file.comments[..after].iter().rev().take(MOST_LINES);
    before.find_map(|comment| {
        let at = file.text[comment.range.clone()].find(&quoted)?;
        let start = comment.range.start + at + 1;
        Some(file.span(start..start + name.len()))
    })
}

/// So many comments before a function are searched.
const MOST_LINES: usize = 200;
