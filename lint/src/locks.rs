//! Lock files: whether `wkg.lock` agrees with the packages that are there.

use crate::codes;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{PackageId, Resolve};

/// What a `wkg.lock` and the packages that were loaded do not agree on. `span` is the place of the text of the lock file;
/// `overridden` are the names of packages that `wkg.toml` takes from elsewhere. A lock file that cannot be read is
/// for `wkg` to complain about.
#[must_use]
pub fn check(
    resolve: &Resolve,
    main: &[PackageId],
    text: &str,
    span: Span,
    overridden: &[String],
) -> Vec<Diagnostic> {
    let Ok(table) = DeTable::parse(text) else {
        return Vec::new();
    };
    let present = present(resolve, main);
    let mut found = Vec::new();
    for entry in array(table.get_ref().get("packages")) {
        let Some(name) = field(entry, &["name", "package"]) else {
            continue;
        };
        let word = name.get_ref().as_str().unwrap_or_default().to_owned();
        let place = Span::new(
            span.start + name.span().start as u32,
            span.start + name.span().end as u32,
        );
        if overridden.contains(&word) {
            continue;
        }
        let Some(versions) = present.get(&word) else {
            let message = format!("the lock file has `{word}`, which is not there");
            found.push(warning(message, place));
            continue;
        };
        for locked in array(field(entry, &["versions"])) {
            let Some(version) = field(locked, &["version"]) else {
                continue;
            };
            let word_version = version.get_ref().as_str().unwrap_or_default();
            if !versions.is_empty() && !versions.iter().any(|it| it == word_version) {
                let range = version.span();
                let place = Span::new(
                    span.start + range.start as u32,
                    span.start + range.end as u32,
                );
                let message = format!(
                    "the lock file has `{word}` at {word_version}, and {} is there",
                    versions.join(", ")
                );
                found.push(warning(message, place));
            }
        }
    }
    found
}

fn warning(message: String, place: Span) -> Diagnostic {
    let found = Diagnostic::warning(codes::LOCK_OUT_OF_SYNC, message, place);
    found.note("`wkg wit update` writes it anew")
}

/// The names of the packages that are there, but for those that are linted, with their versions.
fn present(resolve: &Resolve, main: &[PackageId]) -> BTreeMap<String, Vec<String>> {
    let mut present: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, package) in resolve.packages.iter() {
        if main.contains(&id) {
            continue;
        }
        let name = format!("{}:{}", package.name.namespace, package.name.name);
        let versions = present.entry(name).or_default();
        versions.extend(package.name.version.as_ref().map(ToString::to_string));
    }
    present
}

type Value<'d> = Spanned<DeValue<'d>>;

fn array<'v, 'd>(value: Option<&'v Value<'d>>) -> impl Iterator<Item = &'v Value<'d>> {
    let array = value.and_then(|value| value.get_ref().as_array());
    array.into_iter().flat_map(|array| array.iter())
}

fn field<'v, 'd>(value: &'v Value<'d>, names: &[&str]) -> Option<&'v Value<'d>> {
    let table = value.get_ref().as_table()?;
    names.iter().find_map(|name| table.get(*name))
}
