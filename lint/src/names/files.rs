//! Rules on the names of files, and on names that no file can have.

use crate::codes;
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use std::collections::HashMap;
use witc_diagnostics::{Diagnostic, FileId, Span};

/// Names of files that say nothing of a single item.
const GENERAL: [&str; 9] = [
    "world", "worlds", "types", "main", "lib", "package", "api", "root", "wit",
];

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    reserved(context, findings);
    if findings.is_on(codes::FILE_NAME) {
        named(context, findings);
    }
}

/// The interfaces and worlds of each file, but for inline ones.
fn items<'c>(context: &'c Context<'_>) -> HashMap<FileId, Vec<(&'c str, Span)>> {
    let resolve = context.resolve;
    let interfaces = context.interfaces.iter().filter_map(|&id| {
        let it = &resolve.interfaces[id];
        Some((&**it.name.as_ref()?, it.span))
    });
    let worlds = context
        .worlds
        .iter()
        .map(|&id| (&*resolve.worlds[id].name, resolve.worlds[id].span));
    let mut items: HashMap<FileId, Vec<_>> = HashMap::new();
    for (name, span) in interfaces.chain(worlds) {
        if let Some(file) = context.file(span) {
            items.entry(file.id).or_default().push((name, span));
        }
    }
    items
}

fn named(context: &Context<'_>, findings: &mut Findings) {
    let items = items(context);
    for file in context.files.iter().filter(|file| file.is_written) {
        let Some((stem, [(name, span)])) = stem(file).zip(items.get(&file.id).map(Vec::as_slice))
        else {
            continue;
        };
        let package = context.package_of(file.id).map(|it| &*it.name.name);
        let says_less = GENERAL.contains(&stem) || package.is_some_and(|it| it == stem);
        if says_less || is_like(stem, name) || package.is_none() {
            continue;
        }
        let message =
            format!("the file `{stem}.wit` holds `{name}` alone, and is called otherwise");
        let found = Diagnostic::warning(codes::FILE_NAME, message, *span);
        findings.push(
            context,
            found.note(format!("call it `{name}.wit`, where a reader looks for it")),
        );
    }
}

fn stem<'a>(file: &LintedFile<'a>) -> Option<&'a str> {
    let name = file.name.rsplit(['/', '\\']).next()?;
    // What has no file, such as standard input, has no name that anybody chose.
    name.strip_suffix(".wit")
}

/// Whether a file is called like an item, or has a part of its name, as `W0101-name` has.
fn is_like(stem: &str, name: &str) -> bool {
    let stem = stem.replace('_', "-");
    stem == name
        || stem.split(['-', '.']).any(|part| part == name)
        || name.split('-').any(|part| part == stem)
}

fn reserved(context: &Context<'_>, findings: &mut Findings) {
    for &id in &context.packages {
        let package = &context.resolve.packages[id];
        for name in [&package.name.namespace, &package.name.name] {
            report(context, findings, name, package.span);
        }
    }
    for &id in &context.interfaces {
        let interface = &context.resolve.interfaces[id];
        if let Some(name) = &interface.name {
            report(context, findings, name, interface.span);
        }
    }
    for &id in &context.worlds {
        let world = &context.resolve.worlds[id];
        report(context, findings, &world.name, world.span);
    }
}

fn report(context: &Context<'_>, findings: &mut Findings, name: &str, span: Span) {
    if is_reserved(name) {
        let message = format!("no file of Windows can be called `{name}`");
        let found = Diagnostic::warning(codes::RESERVED_FILE_NAME, message, span);
        findings.push(
            context,
            found.note("generators that write a file for it fail there"),
        );
    }
}

/// Whether Windows keeps a name for a device.
fn is_reserved(name: &str) -> bool {
    if name.len() > 4 {
        return false;
    }
    let lower = name.to_ascii_lowercase();
    matches!(
        lower.as_bytes(),
        b"con"
            | b"prn"
            | b"aux"
            | b"nul"
            | [b'c', b'o', b'm', b'1'..=b'9']
            | [b'l', b'p', b't', b'1'..=b'9']
    )
}
