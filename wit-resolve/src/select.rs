//! Which world is meant.

use crate::codes;
use crate::resolve::{Suggester, list};
use crate::{PackageId, PackageName, Resolve, WorldId};
use witc_diagnostics::{Diagnostic, Span};

/// Finds the world that is meant by `name` among the packages that the user asked for, `main`.
///
/// Without a name it is the only world of these packages. A bare name, `app` or `%app`, is looked up in them; a path,
/// `my:package/app` or `my:package/app@1.0.0`, in all packages. The version may be left out if there is only one.
///
/// # Errors
///
/// If there is no such world, or more than one, a diagnostic says which worlds there are.
///
/// ```
/// # use witc_resolve::{Loader, select_world};
/// let loaded = Loader::new().text("a.wit", "package my:app; world one {} world two {}").load();
/// let one = select_world(&loaded.resolve, &loaded.main, Some("one")).unwrap();
/// assert_eq!(loaded.resolve.worlds[one].name, "one");
/// let error = select_world(&loaded.resolve, &loaded.main, None).unwrap_err();
/// assert_eq!(error.message, "there are 2 worlds, and one has to be chosen");
/// ```
pub fn select_world(
    resolve: &Resolve,
    main: &[PackageId],
    name: Option<&str>,
) -> Result<WorldId, Box<Diagnostic>> {
    let worlds: Vec<WorldId> = main
        .iter()
        // Worlds of dependencies do not count where none is named: most packages have one world,
        // and their dependencies have many.
        .flat_map(|&id| resolve.packages[id].worlds.values().copied())
        .collect();
    let found = match name {
        None => worlds.clone(),
        // At the last slash: the name of a nested package has some, too.
        Some(name) => match name.rsplit_once('/') {
            None => {
                let name = unescaped(name);
                worlds
                    .iter()
                    .copied()
                    .filter(|&id| resolve.worlds[id].name == name)
                    .collect()
            }
            Some((package, world)) => by_path(resolve, package, world),
        },
    };
    match (&found[..], name) {
        (&[world], _) => Ok(world),
        ([], None) => Err(Box::new(none(resolve, main))),
        ([], Some(name)) => Err(Box::new(unknown(resolve, name, &worlds))),
        (several, _) => Err(Box::new(ambiguous(resolve, several))),
    }
}

fn unescaped(name: &str) -> &str {
    name.strip_prefix('%').unwrap_or(name)
}

fn by_path(resolve: &Resolve, package: &str, world: &str) -> Vec<WorldId> {
    let (world, version) = world
        .split_once('@')
        .map_or((world, None), |(world, version)| (world, Some(version)));
    let (namespace, name) = package.rsplit_once(':').unwrap_or(("", package));
    let (namespace, name) = (unescaped(namespace), unescaped(name));
    let is_meant = |package: &PackageName| {
        package.namespace == namespace
            && package.name == name
            && version.is_none_or(|version| {
                package
                    .version
                    .as_ref()
                    // As text: a version that is not valid is simply not found.
                    .is_some_and(|own| own.to_string() == version)
            })
    };
    let packages: Vec<_> = resolve
        .package_names
        .iter()
        .filter(|(package, _)| is_meant(package))
        .collect();
    // Without a version, the package that has none goes before those that have one.
    let exact = packages
        .iter()
        .find(|(package, _)| version.is_none() && package.version.is_none());
    let packages = exact.map_or(&packages[..], std::slice::from_ref);
    packages
        .iter()
        .filter_map(|(_, id)| resolve.packages[**id].worlds.get(unescaped(world)).copied())
        .collect()
}

fn path(resolve: &Resolve, id: WorldId) -> String {
    let world = &resolve.worlds[id];
    match world.package {
        Some(package) => resolve.packages[package].name.item(&world.name),
        None => world.name.to_string(),
    }
}

fn none(resolve: &Resolve, main: &[PackageId]) -> Diagnostic {
    let names: Vec<String> = main
        .iter()
        .map(|&id| resolve.packages[id].name.to_string())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let message = match names.len() {
        0 => "no package was read, so there is no world".to_owned(),
        1 => format!("the package {} has no world", list(&names)),
        _ => format!("the packages {} have no world", list(&names)),
    };
    let span = main
        .first()
        .map_or(Span::NONE, |&id| resolve.packages[id].span);
    let diagnostic = Diagnostic::error(codes::NO_WORLD, message, span);
    let others = paths(resolve, resolve.worlds.ids());
    if others.is_empty() {
        diagnostic
            .note("bindings and components are made for a world: define one, `world app { … }`")
    } else {
        diagnostic.note(format!(
            "other packages have {}: name one of them",
            list_paths(&others)
        ))
    }
}

fn ambiguous(resolve: &Resolve, found: &[WorldId]) -> Diagnostic {
    let message = format!("there are {} worlds, and one has to be chosen", found.len());
    let mut diagnostic = Diagnostic::error(codes::WHICH_WORLD, message, Span::NONE);
    // The places of a few; the note below lists all names.
    for &id in found.iter().take(8) {
        diagnostic = diagnostic.also(resolve.worlds[id].span, format!("`{}`", path(resolve, id)));
    }
    let all = paths(resolve, found.iter().copied());
    diagnostic.note(format!("name one of them: {}", list_paths(&all)))
}

fn unknown(resolve: &Resolve, name: &str, worlds: &[WorldId]) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        codes::UNKNOWN_WORLD,
        format!("there is no world `{name}`"),
        Span::NONE,
    );
    let asked = paths(resolve, worlds.iter().copied());
    let all = paths(resolve, resolve.worlds.ids());
    if all.is_empty() {
        return diagnostic.note("there is no world at all");
    }
    let bare = worlds.iter().map(|&id| resolve.worlds[id].name.as_str());
    let diagnostic =
        match Suggester::default().closest(name, bare.chain(all.iter().map(String::as_str))) {
            Some(meant) => diagnostic.note(format!("did you mean `{meant}`?")),
            None => diagnostic,
        };
    // The worlds of the user's own packages are what is meant, unless there are none.
    let shown = if asked.is_empty() { all } else { asked };
    diagnostic.note(format!("the worlds are {}", list_paths(&shown)))
}

fn paths(resolve: &Resolve, worlds: impl Iterator<Item = WorldId>) -> Vec<String> {
    worlds.map(|id| path(resolve, id)).collect()
}

fn list_paths(paths: &[String]) -> String {
    list(&paths.iter().map(String::as_str).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Loader;

    fn select(name: Option<&str>) -> Result<String, String> {
        let loaded = Loader::new()
            .text(
                "a.wit",
                "package my:app; world app {}
                 package my:lib@1.0.0 { world lib {} world other {} }
                 package my:lib@2.0.0 { world lib {} }",
            )
            .load();
        assert!(loaded.diagnostics.is_empty());
        match select_world(&loaded.resolve, &loaded.main, name) {
            Ok(id) => Ok(path(&loaded.resolve, id)),
            Err(diagnostic) => Err(format!(
                "{}: {}",
                diagnostic.message,
                diagnostic.notes.join("; ")
            )),
        }
    }

    #[test]
    fn chooses() {
        for (name, expected) in [
            (None, "my:app/app"),
            (Some("app"), "my:app/app"),
            (Some("%app"), "my:app/app"),
            (Some("my:app/app"), "my:app/app"),
            (Some("my:%app/%app"), "my:app/app"),
            (Some("my:lib/lib@1.0.0"), "my:lib/lib@1.0.0"),
            (Some("my:lib/other"), "my:lib/other@1.0.0"),
        ] {
            assert_eq!(select(name).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn says_what_there_is() {
        assert_eq!(
            select(Some("ap")).unwrap_err(),
            "there is no world `ap`: did you mean `app`?; the worlds are `my:app/app`"
        );
        assert_eq!(
            select(Some("my:lib/lib")).unwrap_err(),
            "there are 2 worlds, and one has to be chosen: name one of them: `my:lib/lib@1.0.0` and `my:lib/lib@2.0.0`"
        );
    }

    #[test]
    fn no_world() {
        let loaded = Loader::new().text("a.wit", "package my:app;").load();
        let error = select_world(&loaded.resolve, &loaded.main, None).unwrap_err();
        assert_eq!(error.message, "the package `my:app` has no world");
    }
}
