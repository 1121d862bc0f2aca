//! Indented JSON, as all reports in JSON are written.

/// A value as indented JSON, with a line break at the end.
pub(super) fn to_json(value: &impl serde::Serialize) -> String {
    // This cannot fail: all keys are strings, and no value has a serializer that fails.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
