//! The rule on links in documentation, [`name`], that lead nowhere.

use crate::codes;
use crate::context::{Context, LintedFile};
use crate::docs::lines::DocLine;
use crate::findings::Findings;
use crate::plain::plain;
use std::cell::OnceCell;
use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, nearest};
use witc_resolve::Resolve;

/// The links of all files, with what they may lead to.
#[derive(Default)]
pub(crate) struct Links<'a> {
    /// All names of the model, collected when the first link is found.
    names: OnceCell<HashSet<&'a str>>,
    /// How many dead links there were.
    dead: usize,
}

/// For so many dead links, names that are similar are looked for.
const MOST_GUESSES: usize = 20;

impl<'a> Links<'a> {
    pub(crate) fn check(
        &mut self,
        context: &Context<'a>,
        findings: &mut Findings,
        file: &LintedFile<'a>,
        lines: &[DocLine],
    ) {
        for line in lines.iter().filter(|line| !line.is_code) {
            let text = &file.text[line.range.clone()];
            let mut at = 0;
            while let Some(found) = text[at..].find("[`") {
                let start = at + found + 2;
                let Some(len) = text[start..].find("`]") else {
                    break;
                };
                at = start + len + 2;
                let target = &text[start..start + len];
                // With a place of its own, or with one elsewhere in the text, the link is for Markdown to follow.
                if text[at..].starts_with(['(', '[', ':'])
                    || crate::comments::has(file.text, &format!("[`{target}`]:"))
                {
                    continue;
                }
                let place = line.range.start + start;
                self.link(context, findings, file, place, target);
            }
        }
    }

    fn link(
        &mut self,
        context: &Context<'a>,
        findings: &mut Findings,
        file: &LintedFile<'_>,
        at: usize,
        target: &'a str,
    ) {
        let names = self.names.get_or_init(|| names(context.resolve));
        let segments = target
            .split(['.', '/', ':', '#'])
            .filter(|part| !part.is_empty());
        let name = |part: &'a str| {
            part.split(['@', '('])
                .next()
                .unwrap_or(part)
                .trim_start_matches('%')
        };
        // What follows an `@` is a version, dots included.
        let before = target.split('@').next().unwrap_or(target);
        let segments = segments.take_while(|part| before.contains(part)).map(name);
        let Some(unknown) = segments.into_iter().find(|part| !names.contains(part)) else {
            return;
        };
        let span = file.span(at..at + target.len());
        let message = format!("there is no `{unknown}` that this could link to");
        let mut found = Diagnostic::warning(codes::DEAD_LINK, message, span);
        self.dead += 1;
        if self.dead <= MOST_GUESSES
            && unknown == target
            && let Some(near) = nearest(unknown, names.iter().copied())
        {
            found = found.guess(format!("write `{near}`"), span, near);
        }
        findings.push(context, found);
    }
}

/// Names of types that everybody knows.
const BUILTIN: [&str; 24] = [
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "s8",
    "s16",
    "s32",
    "s64",
    "f32",
    "f64",
    "char",
    "string",
    "list",
    "option",
    "result",
    "tuple",
    "stream",
    "future",
    "own",
    "borrow",
    "map",
    "constructor",
    "error-context",
];

/// Every name of a model.
fn names(resolve: &Resolve) -> HashSet<&str> {
    let mut names: HashSet<&str> = BUILTIN.into_iter().collect();
    for (_, it) in resolve.packages.iter() {
        names.extend([&*it.name.namespace, &*it.name.name]);
        names.extend(it.interfaces.keys().map(|name| &**name));
        names.extend(it.worlds.keys().map(|name| &**name));
    }
    for (_, it) in resolve.functions.iter() {
        names.insert(plain(&it.name));
        names.extend(it.params.iter().map(|param| &*param.name));
    }
    for (_, it) in resolve.types.iter() {
        names.extend(it.name().map(|name| &**name));
        if let Some(record) = it.kind.as_record() {
            names.extend(record.fields.iter().map(|field| &*field.name));
        } else if let Some(variant) = it.kind.as_variant() {
            names.extend(variant.cases.iter().map(|case| &*case.name));
        } else if let Some(cases) = it.kind.as_enum() {
            names.extend(cases.cases.iter().map(|case| &*case.name));
        } else if let Some(flags) = it.kind.as_flags() {
            names.extend(flags.flags.iter().map(|flag| &*flag.name));
        }
    }
    for (_, it) in resolve.worlds.iter() {
        let keys = it.imports.keys().chain(it.exports.keys());
        names.extend(keys.filter_map(|key| key.name().map(|name| &**name)));
    }
    names
}
