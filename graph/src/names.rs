//! Names of imports and exports taken apart, for boxes that stand for packages.

/// A name apart: `wasi:io` of `wasi:io/poll@0.2.0` with the version, and `poll`. What is in no package stands for itself.
pub(crate) fn split_name(name: &str) -> Option<(String, String)> {
    let (path, version) = name
        .split_once('@')
        .map_or((name, None), |(path, version)| (path, Some(version)));
    let (package, item) = path.rsplit_once('/')?;
    let package = version.map_or_else(
        || package.to_owned(),
        |version| format!("{package}@{version}"),
    );
    Some((package, item.to_owned()))
}
