//! Diagnostics as a SARIF 2.1.0 log, the format that code scanning services read.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use witc_diagnostics::{Code, Diagnostic, Fix, Label, SourceMap, Span};

/// The log, with a line break at its end.
pub(super) fn log(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    // The codes of the diagnostics, in the order of their numbers, so that the rules do not depend on the order of the
    // diagnostics.
    let codes: BTreeMap<u16, Code> = diagnostics
        .iter()
        .map(|found| (found.code.number(), found.code))
        .collect();
    let codes: Vec<Code> = codes.into_values().collect();
    let results = diagnostics
        .iter()
        .map(|diagnostic| result(diagnostic, &codes, sources));
    let rules: Vec<Value> = codes.iter().map(|&code| rule(code)).collect();
    log_of(&rules, &results.collect::<Vec<_>>())
}

/// The log of one run, of these rules and results.
pub(super) fn log_of(rules: &[Value], results: &[Value]) -> String {
    super::indented::to_json(&json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "witc",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            // SARIF's default is UTF-16, in which an editor counts; our columns are Unicode scalar
            // values.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.to_string(),
        "shortDescription": {"text": code.title()},
        "help": {"text": code.explanation(), "markdown": code.explanation()},
    })
}

fn result(diagnostic: &Diagnostic, codes: &[Code], sources: &SourceMap) -> Value {
    let mut text = diagnostic.message.clone();
    for part in std::iter::once(&diagnostic.primary.message)
        .chain(&diagnostic.notes)
        .filter(|text| !text.is_empty())
    {
        text.push('\n');
        text.push_str(part);
    }
    let mut value = json!({
        "ruleId": diagnostic.code.to_string(),
        // With the index, readers find the rule without a search.
        "ruleIndex": codes.iter().position(|&code| code == diagnostic.code),
        "level": super::json::severity(diagnostic.severity),
        "message": {"text": text},
        "locations": location(&diagnostic.primary, sources).into_iter().collect::<Vec<_>>(),
    });
    let related: Vec<Value> = diagnostic
        .secondary
        .iter()
        .filter_map(|label| location(label, sources))
        .collect();
    if !related.is_empty() {
        value["relatedLocations"] = related.into();
    }
    let fixes: Vec<Value> = diagnostic.fixes.iter().map(|it| fix(it, sources)).collect();
    if !fixes.is_empty() {
        value["fixes"] = fixes.into();
    }
    value
}

fn location(label: &Label, sources: &SourceMap) -> Option<Value> {
    let (artifact, region) = region(label.span, sources)?;
    let mut value = json!({"physicalLocation": {"artifactLocation": artifact, "region": region}});
    if !label.message.is_empty() {
        value["message"] = json!({"text": label.message});
    }
    Some(value)
}

/// A fix. SARIF groups its edits by file.
fn fix(fix: &Fix, sources: &SourceMap) -> Value {
    let mut changes: Vec<(Value, Vec<Value>)> = Vec::new();
    for edit in &fix.edits {
        let Some((artifact, region)) = region(edit.span, sources) else {
            continue;
        };
        let replacement = json!({"deletedRegion": region, "insertedContent": {"text": edit.text}});
        // A list, not a map: a fix touches one file, rarely two.
        match changes.iter_mut().find(|(file, _)| *file == artifact) {
            Some((_, replacements)) => replacements.push(replacement),
            None => changes.push((artifact, vec![replacement])),
        }
    }
    let changes = changes
        .into_iter()
        .map(|(artifact, replacements)| json!({"artifactLocation": artifact, "replacements": replacements}));
    json!({"description": {"text": fix.message}, "artifactChanges": changes.collect::<Vec<_>>()})
}

/// A place as the file and the region of SARIF.
pub(super) fn region(span: Span, sources: &SourceMap) -> Option<(Value, Value)> {
    let (file, start, end) = sources.positions(span)?;
    let region = json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": start.byte,
        "byteLength": end.byte - start.byte,
    });
    Some((json!({"uri": uri(sources.file(file).name())}), region))
}

/// The path of a file as a URI reference, relative if the path is relative.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    // Services compare the URI with paths in the repository, which never start with a dot.
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = match path.as_bytes() {
        [b'/', ..] => String::from("file://"),
        [_, b':', ..] if cfg!(windows) => String::from("file:///"),
        _ => String::new(),
    };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b'@'
            | b'+' => {
                uri.push(byte.into());
            }
            b':' if cfg!(windows) => uri.push(':'),
            // Byte by byte, as RFC 3986 has it: a letter outside of ASCII is escaped as its UTF-8.
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uri_references() {
        assert_eq!(uri("./wit/a b.wit"), "wit/a%20b.wit");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
        #[cfg(unix)]
        assert_eq!(uri("/tmp/ö.wit"), "file:///tmp/%C3%B6.wit");
    }
}
