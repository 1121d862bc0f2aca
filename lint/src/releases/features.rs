//! The rule on features whose names nearly agree.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::gated::GatedItem;
use std::collections::BTreeMap;
use witc_diagnostics::{Diagnostic, Span, distance_within};
use witc_resolve::Gate;

/// Names of so many features are compared with each other, no more.
// Each pair is looked at; nobody has as many features.
const MOST: usize = 100;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, items: &[GatedItem<'_>]) {
    let mut features: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for item in items {
        if let Some(Gate::Unstable { feature, .. }) = item.stability.gate() {
            features.entry(feature).or_insert((item.span, 0)).1 += 1;
        }
    }
    let features: Vec<_> = features.into_iter().take(MOST).collect();
    for (index, &(name, (span, count))) in features.iter().enumerate() {
        let mut others = features.iter().enumerate();
        // The one that is there more often is the right one; of two that are alike, the first.
        let other = others.find(|&(position, &(other, (_, often)))| {
            position != index && (often, index) > (count, position) && are_similar(name, other)
        });
        let Some((_, &(other, (there, _)))) = other else {
            continue;
        };
        let message = format!("the feature `{name}` is called nearly like `{other}`");
        let found = Diagnostic::warning(codes::SIMILAR_FEATURES, message, span)
            .label(format!("`{name}` gates this"));
        let found = found.also(there, format!("and `{other}` this"));
        findings.push(
            context,
            found.note("if they are the same feature, write the same name"),
        );
    }
}

fn are_similar(a: &str, b: &str) -> bool {
    let digits = |name: &str| -> String { name.chars().filter(char::is_ascii_digit).collect() };
    // Numbers tell features apart on purpose.
    a.len().min(b.len()) >= 5 && digits(a) == digits(b) && distance_within(a, b, 1).is_some()
}
