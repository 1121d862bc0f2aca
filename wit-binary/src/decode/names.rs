//! The names in a component: they have to be those of WIT, because what is generated is made of them.

use crate::error::not_wit;
use witc_resolve::{Accessor, Name, PackageName};
use witc_type_section::Result;

/// Checks that a name is made of words of letters and digits with `-` between them.
pub(crate) fn plain(name: &str) -> Result<Name> {
    // These are the `label`s of Explainer.md, "Import and Export Definitions": words are all in lower or all in
    // upper case, and only the first has to start with a letter.
    let word = |word: &str, first: bool| {
        let lower = word
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let upper = word
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let start = word.bytes().next();
        start.is_some_and(|b| !first || b.is_ascii_alphabetic()) && (lower || upper)
    };
    let is_name = name
        .split('-')
        .enumerate()
        .all(|(index, part)| word(part, index == 0));
    if is_name {
        Ok(name.into())
    } else {
        Err(not_wit(format_args!(
            "`{}` is not a valid name",
            name.escape_debug()
        )))
    }
}

/// Checks that names are names, and differ in more than case.
pub(crate) fn distinct<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let mut seen = std::collections::HashSet::new();
    for name in names {
        plain(name)?;
        // Names have to be strongly unique (Explainer.md, "Name Uniqueness"), because languages spell them in a
        // case of their own.
        if !seen.insert(name.to_ascii_lowercase()) {
            return Err(not_wit(format_args!(
                "two names are `{name}`; upper and lower case do not make them different"
            )));
        }
    }
    Ok(())
}

/// The parts of `ns:pkg/item@1.2.3`: the package's name and the item's; nothing if it is not of this form.
pub(crate) fn item(id: &str, version_suffix: Option<&str>) -> Option<(PackageName, Name)> {
    let (path, version) = match id.split_once('@') {
        Some((path, version)) => (path, Some(version)),
        None => (id, None),
    };
    let (package, item) = path.split_once('/')?;
    // Namespaces may be nested: only the last part is the package's name.
    let (namespace, name) = package.rsplit_once(':')?;
    let mut namespaces = namespace.split(':').chain([name, item]);
    namespaces.all(|part| plain(part).is_ok()).then_some(())?;
    let version = version.map(|version| match version_suffix {
        // A canonical name has a part of the version alone, and the suffix the rest (Explainer.md, "Canonical
        // Interface Name").
        Some(suffix) => format!("{version}{suffix}").parse(),
        None => version.parse(),
    });
    let version = version.transpose().ok()?;
    let package = PackageName {
        namespace: namespace.into(),
        name: name.into(),
        version,
    };
    Some((package, item.into()))
}

/// The parts of a function's name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FunctionName<'a> {
    /// The resource that it belongs to, and how.
    pub(crate) resource: Option<(Role, &'a str)>,
    /// Whether it reads or sets a property.
    pub(crate) accessor: Option<Accessor>,
}

/// The role of a function for its resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Constructor,
    Method,
    Static,
}

/// Takes apart `f`, `[constructor]r`, `[method]r.f`, `[static]r.f`, `[get]x`, `[method][set]r.x` and the like.
pub(crate) fn function(full: &str) -> Result<FunctionName<'_>> {
    let strip = |prefix| full.strip_prefix(prefix);
    let (role, rest) = if let Some(resource) = strip("[constructor]") {
        plain(resource)?;
        // A constructor has no name but that of its resource, and is no accessor.
        return Ok(FunctionName {
            resource: Some((Role::Constructor, resource)),
            accessor: None,
        });
    } else if let Some(rest) = strip("[method]") {
        (Some(Role::Method), rest)
    } else if let Some(rest) = strip("[static]") {
        (Some(Role::Static), rest)
    } else {
        (None, full)
    };
    // An accessor's mark comes after that of a method, so it is looked for second.
    let (accessor, rest) = if let Some(rest) = rest.strip_prefix("[get]") {
        (Some(Accessor::Get), rest)
    } else if let Some(rest) = rest.strip_prefix("[set]") {
        (Some(Accessor::Set), rest)
    } else {
        (None, rest)
    };
    let (resource, name) = match (role, rest.split_once('.')) {
        (Some(role), Some((resource, name))) => (Some((role, resource)), name),
        (Some(_), None) => {
            return Err(not_wit(format_args!(
                "`{}` names no resource",
                full.escape_debug()
            )));
        }
        // Without a role a `.` belongs to the name, where `plain` refuses it.
        (None, _) => (None, rest),
    };
    if let Some((_, resource)) = resource {
        plain(resource)?;
    }
    plain(name)?;
    Ok(FunctionName { resource, accessor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names() {
        for name in ["a", "a1", "a-b", "a-1b", "HTTP-get", "x-Y", "a-2-3"] {
            assert!(plain(name).is_ok(), "{name}");
        }
        for name in [
            "",
            "1a",
            "a-",
            "-a",
            "a--b",
            "aB",
            "a_b",
            "a.b",
            "a\"b",
            "é",
            "a b",
            "[method]a.b",
        ] {
            assert!(plain(name).is_err(), "{name}");
        }
    }

    #[test]
    fn item_names() {
        let (package, name) = item("a:b-c/d@1.2.3-rc.1", None).expect("an id");
        assert_eq!(
            (package.to_string().as_str(), &*name),
            ("a:b-c@1.2.3-rc.1", "d")
        );
        let (package, _) = item("a:b/d@0.2", Some(".7+x")).expect("an id");
        assert_eq!(package.to_string(), "a:b@0.2.7+x");
        let (package, _) = item("a:b:c/d", None).expect("an id");
        assert_eq!((&*package.namespace, &*package.name), ("a:b", "c"));
        for text in [
            "a", "a:b", "a/b", "a:b/c/d", "a:b/c@1", "a:b/c@", "A_:b/c", "a:b/",
        ] {
            assert!(item(text, None).is_none(), "{text}");
        }
    }

    #[test]
    fn function_names() {
        let of = |name| function(name).expect("a function's name");
        assert_eq!(
            of("f"),
            FunctionName {
                resource: None,
                accessor: None
            }
        );
        assert_eq!(of("[get]x").accessor, Some(Accessor::Get));
        assert_eq!(
            of("[constructor]r").resource,
            Some((Role::Constructor, "r"))
        );
        assert_eq!(of("[static]r.f").resource, Some((Role::Static, "r")));
        let setter = of("[method][set]r.x");
        assert_eq!(setter.resource, Some((Role::Method, "r")));
        assert_eq!(setter.accessor, Some(Accessor::Set));
        for name in [
            "[method]f",
            "[constructor]r.f",
            "[static].f",
            "[method]r.",
            "[foo]f",
            "a.b",
            "[get][get]x",
        ] {
            assert!(function(name).is_err(), "{name}");
        }
    }
}
