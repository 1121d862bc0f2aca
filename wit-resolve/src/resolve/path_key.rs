//! The names of packages: as paths write them, as the resolver keeps them, and as the model has them.

use crate::codes;
use crate::input::NESTED_NAMESPACES;
use crate::{Name, Options, PackageName};
use hashbrown::Equivalent;
use witc_diagnostics::Diagnostic;
use witc_parser::ast;

/// The text of a package's name in a path.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PathKey<'s> {
    pub(crate) namespace: &'s str,
    pub(crate) name: &'s str,
    pub(crate) version: Option<&'s str>,
}

impl<'s> PathKey<'s> {
    /// Nothing for nested namespaces, which are rare.
    pub(crate) fn new(name: &ast::PackageName<'s>) -> Option<Self> {
        let ([namespace], [simple]) = (&name.namespaces[..], &name.names[..]) else {
            return None;
        };
        Some(Self {
            namespace: namespace.name,
            name: simple.name,
            version: name.version.map(|version| version.text),
        })
    }
}

/// A [`PathKey`] that is kept. It has the names themselves: the text that they stand in is far away, and to look there takes
/// longer than all else that is done to find a package.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct KnownPath {
    namespace: Name,
    name: Name,
    version: Option<Name>,
}

impl From<PathKey<'_>> for KnownPath {
    fn from(key: PathKey<'_>) -> Self {
        let PathKey {
            namespace,
            name,
            version,
        } = key;
        Self {
            namespace: namespace.into(),
            name: name.into(),
            version: version.map(Name::from),
        }
    }
}

/// Both have the same fields in the same order, and names have the hash of their text.
impl Equivalent<KnownPath> for PathKey<'_> {
    fn equivalent(&self, known: &KnownPath) -> bool {
        let KnownPath {
            namespace,
            name,
            version,
        } = known;
        *self
            == PathKey {
                namespace,
                name,
                version: version.as_deref(),
            }
    }
}

/// A version by the rules of Semantic Versioning.
pub(crate) fn version(
    version: ast::Version<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<semver::Version> {
    match semver::Version::parse(version.text) {
        Ok(version) => Some(version),
        Err(error) => {
            let message = format!("`{}` is not a version", version.text);
            let diagnostic = Diagnostic::error(codes::INVALID_VERSION, message, version.span)
                .label(error.to_string())
                .note("a version has three numbers, and may go on with a pre-release and a build: `1.2.3`, `1.2.3-rc.1`, `1.2.3+5`");
            let numbers: Vec<&str> = version.text.split('.').collect();
            // Only a version that lacks numbers can be completed without knowing what was meant.
            let short =
                numbers.len() < 3 && numbers.iter().all(|number| number.parse::<u64>().is_ok());
            let diagnostic = if short {
                let whole = format!("{}{}", version.text, ".0".repeat(3 - numbers.len()));
                diagnostic.guess(format!("write `{whole}`"), version.span, whole)
            } else {
                diagnostic
            };
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// A package's name, if it is one.
pub(crate) fn package_name(
    name: &ast::PackageName<'_>,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PackageName> {
    let version = match name.version {
        // The parser has reported that it is missing.
        Some(text) if text.is_missing() => return None,
        Some(text) => Some(version(text, diagnostics)?),
        None => None,
    };
    let nested = name.namespaces.len() > 1 || name.names.len() > 1;
    if nested && !options.features.is_active(NESTED_NAMESPACES) {
        let message = "nested namespaces and packages are not part of WIT yet";
        let diagnostic = Diagnostic::error(codes::NESTED_NAMESPACE, message, name.span)
            .note("a package has one namespace and one name: `namespace:name`")
            .note("`--features nested-namespaces` allows more of them");
        diagnostics.push(diagnostic);
        return None;
    }
    let join = |parts: &[ast::Ident<'_>], separator: char| {
        let mut joined = Name::new();
        for part in parts {
            if !joined.is_empty() {
                joined.push(separator);
            }
            joined.push_str(part.name);
        }
        joined
    };
    Some(PackageName {
        namespace: join(&name.namespaces, ':'),
        name: join(&name.names, '/'),
        version,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FastMap;

    #[test]
    fn what_is_kept_is_found_by_the_text_of_its_names() {
        let key = |namespace, name, version| PathKey {
            namespace,
            name,
            version,
        };
        let keys = [
            key("a", "b", None),
            key("a", "b", Some("1.0.0")),
            key("ab", "", None),
            key(
                "a-namespace-of-some-length",
                "a-name-of-some-length",
                Some("1.0.0-rc.1+a-build"),
            ),
        ];
        let known: FastMap<KnownPath, usize> = keys
            .iter()
            .enumerate()
            .map(|(index, key)| ((*key).into(), index))
            .collect();
        for (index, key) in keys.iter().enumerate() {
            assert_eq!(known.get(key), Some(&index));
        }
        assert_eq!(known.get(&key("a", "b", Some("1.0.1"))), None);
    }
}
