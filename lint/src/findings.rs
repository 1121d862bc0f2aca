//! The findings of all rules, while they are collected.

use crate::context::Context;
use crate::rules::{Level, RULES, Rule};
use crate::settings::{Levels, Settings};
use std::collections::HashMap;
use witc_diagnostics::{Code, Diagnostic, FileId, Span};

/// The findings so far, and the levels that decide which are kept.
pub(crate) struct Findings {
    found: Vec<Diagnostic>,
    levels: HashMap<FileId, Levels>,
    /// The rules that are on for any file.
    any: [bool; RULES.len()],
}

impl Findings {
    /// No findings; `place` gives the path of a file as settings know it.
    pub(crate) fn new(
        context: &Context<'_>,
        settings: &Settings,
        place: &dyn Fn(&str) -> String,
    ) -> Self {
        let mut any = [false; RULES.len()];
        let mut levels = HashMap::new();
        for file in &context.files {
            let here = settings.levels(&place(file.name));
            for (any, &level) in any.iter_mut().zip(&here) {
                *any |= level != Level::Allow;
            }
            levels.insert(file.id, here);
        }
        Self {
            found: Vec::new(),
            levels,
            any,
        }
    }

    /// Whether a rule is on for any file.
    pub(crate) fn is_on(&self, code: Code) -> bool {
        Rule::index(code).is_some_and(|rule| self.any[rule])
    }

    /// Whether one of these rules is.
    pub(crate) fn any_on(&self, codes: &[Code]) -> bool {
        codes.iter().any(|&code| self.is_on(code))
    }

    /// The level of a rule in a file.
    pub(crate) fn level(&self, code: Code, file: FileId) -> Level {
        let levels = self.levels.get(&file);
        let rule = Rule::index(code);
        levels
            .zip(rule)
            .map_or(Level::Allow, |(levels, rule)| levels[rule])
    }

    /// Adds a finding, unless it is about a file of somebody else or the rule is off there.
    pub(crate) fn push(&mut self, context: &Context<'_>, mut finding: Diagnostic) {
        let Some(file) = context.file(finding.primary.span) else {
            return;
        };
        let Some(severity) = self.level(finding.code, file.id).severity() else {
            return;
        };
        finding.severity = severity;
        self.found.push(finding);
    }

    /// Adds a finding without further words.
    pub(crate) fn warn(&mut self, context: &Context<'_>, code: Code, message: String, span: Span) {
        self.push(context, Diagnostic::warning(code, message, span));
    }

    /// Takes out what does not stay.
    pub(crate) fn retain(&mut self, stays: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(stays);
    }

    /// All findings, in the order of the text, each once: what a world includes is looked at in both worlds.
    pub(crate) fn finish(self) -> Vec<Diagnostic> {
        let mut found = self.found;
        found.sort_by(|a, b| {
            let key = |it: &Diagnostic| (it.primary.span.start, it.code, it.primary.span.end);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        found.dedup_by(|a, b| {
            (a.code, a.primary.span) == (b.code, b.primary.span) && a.message == b.message
        });
        found
    }
}
