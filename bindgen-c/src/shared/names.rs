//! Names in C and C++, from names in WIT.

use heck::ToSnakeCase;
use witc_resolve::{PackageId, Resolve};

/// A name in snake case, with nothing in it that no identifier may have.
pub(crate) fn ascii_snake(name: &str) -> String {
    // heck keeps letters outside of ASCII, which not every compiler takes in an identifier.
    let ascii = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    name.chars().map(ascii).collect::<String>().to_snake_case()
}

/// Whether a name is none, or begins like a number: identifiers do neither.
pub(crate) fn needs_start(name: &str) -> bool {
    name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit())
}

/// The version of a package as a part of a name: `1_2_0`. Names have it only where there are several versions of the
/// package.
pub(crate) fn version_part(resolve: &Resolve, package: PackageId) -> Option<String> {
    let package = &resolve.packages[package].name;
    let others = resolve.packages.iter().map(|(_, other)| &other.name);
    let mut same = others
        .filter(|other| (&other.namespace, &other.name) == (&package.namespace, &package.name));
    let several = same.any(|other| other.version != package.version);
    let version = package.version.as_ref().filter(|_| several)?;
    // `1.0.0-a` and `1.0.0+a` become one name; whoever takes it tells them apart.
    Some(version.to_string().replace(['.', '-', '+'], "_"))
}
