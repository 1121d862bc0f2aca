//! The texts of two models in one map, so that a diagnostic may point into both.

use witc_diagnostics::{SourceMap, Span};

/// The texts of two models in one map, and how far the spans of the second are moved in it.
#[must_use]
pub fn join_sources(first: &SourceMap, second: &SourceMap) -> (SourceMap, u32) {
    let mut joined = first.clone();
    let mut shift = 0;
    for (index, (_, file)) in second.files().enumerate() {
        let Ok(id) = joined.add_shared(file.name(), file.shared_text().clone()) else {
            return (joined, shift);
        };
        // The texts of the second model follow each other as before, so one shift moves all of them.
        if index == 0 {
            shift = joined.file(id).start() - file.start();
        }
    }
    (joined, shift)
}

/// A span of the second model in the joined texts.
#[must_use]
pub fn moved(span: Span, shift: u32) -> Span {
    if span.is_none() {
        span
    } else {
        Span::new(span.start + shift, span.end + shift)
    }
}
