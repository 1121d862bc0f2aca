//! From component binaries to resolved packages: packages in binary form, type sections, and the worlds of components.
//!
//! `parse` makes a tree of the bytes, `eval` finds out what is imported and exported and which types are the same,
//! and `build` makes a resolved package of that. wasmparser's validator takes no part: what is not valid may give any
//! result, but a well-formed one, within bounds of time and space.

mod build;
mod builder;
mod copies;
mod eval;
mod externs;
mod finish;
mod found;
mod lookup;
mod names;
mod sides;
mod types;

use crate::docs::{self, DOCS_SECTION};
use crate::error::{self, not_a_component, not_wit};
use crate::parse::{self, ParsedComponent};
use builder::Builder;
use externs::Sides;
use found::Template;
use lookup::Evaluator;
use wasmparser::ComponentTypeRef;
use witc_resolve::{PackageId, PackageName, Resolve, WorldId, print, select_world};
use witc_type_section::Result;
use witc_type_section::{ENCODING_SECTION, ENCODING_VERSION, StringEncoding};

/// The meaning of a component binary.
#[derive(Clone, Debug)]
pub enum Decoded {
    /// A package in binary form.
    Package {
        /// The package, and what is known of its dependencies.
        resolve: Resolve,
        /// Which one it is.
        package: PackageId,
    },
    /// A component.
    Component {
        /// The interfaces that it imports and exports.
        resolve: Resolve,
        /// Its imports and exports, as the world `root` of the package `root:component`.
        world: WorldId,
    },
}

/// Decodes a package in binary form, or the world of a component.
///
/// Spans in the result are [`Span::NONE`](witc_diagnostics::Span::NONE).
///
/// # Errors
///
/// If the bytes are no component, or one that WIT can't describe, or if it takes too much to find out.
pub fn decode(bytes: &[u8]) -> Result<Decoded> {
    let component = parse::parse(bytes)?;
    let mut evaluator = Evaluator::new(bytes.len());
    let root = evaluator.root(&component)?;
    let mut builder = Builder::new(evaluator);
    if let Some(items) = package_items(&root) {
        let (mut resolve, package) = package(builder, &items)?;
        inject_docs(&component, &mut resolve, package);
        return Ok(Decoded::Package { resolve, package });
    }
    // A component does not say which world it was made for. `wasm-tools component wit` calls it the same.
    let name = PackageName {
        namespace: "root".into(),
        name: "component".into(),
        version: None,
    };
    let world = builder.world("root".into(), &root)?;
    builder
        .packages
        .get_or_insert_with(name.clone(), Default::default)
        .worlds
        .insert("root".into(), world);
    let (mut resolve, package) = builder.finish(&name);
    inject_docs(&component, &mut resolve, package);
    Ok(Decoded::Component { resolve, world })
}

/// Decodes a package in binary form, or the world of a component, and prints it as WIT, with all that is known of the
/// packages that it depends on.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_to_wit(bytes: &[u8]) -> Result<String> {
    let decoded = decode(bytes)?;
    let (resolve, main) = match &decoded {
        Decoded::Package { resolve, package } => (resolve, Some(*package)),
        Decoded::Component { resolve, world } => (resolve, resolve.worlds[*world].package),
    };
    let main = main.ok_or_else(|| not_wit("there is no package in it"))?;
    let others: Vec<_> = resolve.packages.ids().filter(|&id| id != main).collect();
    Ok(print::packages(
        resolve,
        main,
        &others,
        print::Style::default(),
    ))
}

/// The world of a component as WIT, whose text gives the diagnostics their places.
///
/// # Errors
///
/// As of [`decode_to_wit`]; besides, if the component imports something that no world can, such
/// as a core module, or if its exports mix imported and exported resources of an interface.
pub fn component_to_wit(bytes: &[u8]) -> Result<String> {
    let component = parse::parse(bytes)?;
    // `decode` leaves such imports out of the world, and the text would then hide that the component needs
    // them.
    for item in &component.items {
        if let parse::ParsedItem::Import(import) = item
            && let ComponentTypeRef::Module(_)
            | ComponentTypeRef::Component(_)
            | ComponentTypeRef::Value(_) = import.ty
        {
            let (name, kind) = (import.name.name.escape_debug(), import.ty.kind().desc());
            return Err(not_wit(format_args!("its import `{name}` is a {kind}")));
        }
    }
    let mut evaluator = Evaluator::new(bytes.len());
    let root = evaluator.root(&component)?;
    sides::check(&evaluator.graph, &root)?;
    decode_to_wit(bytes)
}

/// Decodes a package in binary form, or the world of a component, and prints it as WIT; and then, each as a text of its
/// own, what is known of other packages.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_to_packages(bytes: &[u8]) -> Result<Vec<String>> {
    let decoded = decode(bytes)?;
    let (resolve, main) = match &decoded {
        Decoded::Package { resolve, package } => (resolve, Some(*package)),
        Decoded::Component { resolve, world } => (resolve, resolve.worlds[*world].package),
    };
    let main = main.ok_or_else(|| not_wit("there is no package in it"))?;
    let others = resolve.packages.ids().filter(|&id| id != main);
    let print = |id| print::package(resolve, id, print::Style::default());
    Ok(std::iter::once(main).chain(others).map(print).collect())
}

/// Decodes the content of a type section: the world of a core module, and how it holds strings.
///
/// # Errors
///
/// If the bytes are no type section, or one of another version, or if it takes too much to find out.
pub fn decode_type_section(content: &[u8]) -> Result<(Resolve, WorldId, StringEncoding)> {
    // A component starts with `\0asm`, so the first byte tells the two formats apart.
    if let Some((&OLD_VERSION, rest)) = content.split_first() {
        return decode_old_type_section(rest);
    }
    let component = parse::parse(content)?;
    let encoding = string_encoding(&component)?;
    let mut evaluator = Evaluator::new(content.len());
    let root = evaluator.root(&component)?;
    let items = package_items(&root).ok_or_else(|| not_wit("there is no world in it"))?;
    let (resolve, package) = package(Builder::new(evaluator), &items)?;
    let world = resolve.packages[package].worlds.values().next().copied();
    let world = world.ok_or_else(|| not_wit("there is no world in it"))?;
    Ok((resolve, world, encoding))
}

/// The first byte of type sections as they were before they were components.
const OLD_VERSION: u8 = 3;

/// Decodes what follows the version in an old type section: the encoding, the name of the world, and its package.
fn decode_old_type_section(content: &[u8]) -> Result<(Resolve, WorldId, StringEncoding)> {
    let (encoding, name, package) = old_parts(content)?;
    let Decoded::Package { resolve, package } = decode(package)? else {
        return Err(not_wit("there is no package in it"));
    };
    let world = select_world(&resolve, &[package], Some(name))?;
    Ok((resolve, world, encoding))
}

/// The encoding, the name of the world, and the package of an old type section, after its version.
fn old_parts(content: &[u8]) -> Result<(StringEncoding, &str, &[u8])> {
    let (&encoding, rest) = content
        .split_first()
        .ok_or_else(|| not_a_component("the bytes end too early"))?;
    let encoding = known_encoding(encoding)?;
    let mut reader = wasmparser::BinaryReader::new(rest, 0);
    let name = reader
        .read_string()
        .map_err(|error| error::damaged(&error))?;
    // The package has no length of its own: it is the rest.
    let package = &rest[rest.len() - reader.bytes_remaining()..];
    Ok((encoding, name, package))
}

/// The component in a type section: all of it, or of an old one the package.
///
/// # Errors
///
/// If the bytes are an old type section that is damaged.
pub fn type_section_component(content: &[u8]) -> Result<&[u8]> {
    match content.split_first() {
        Some((&OLD_VERSION, rest)) => Ok(old_parts(rest)?.2),
        Some(_) | None => Ok(content),
    }
}

fn known_encoding(byte: u8) -> Result<StringEncoding> {
    StringEncoding::from_byte(byte).ok_or_else(|| {
        not_a_component(format_args!(
            "{byte} is not the number of a string encoding"
        ))
    })
}

/// Whether bytes are a package in binary form, which may be damaged.
#[must_use]
pub fn is_package(bytes: &[u8]) -> bool {
    parse::parse(bytes).is_ok_and(|component| {
        let root = Evaluator::new(bytes.len()).root(&component);
        root.is_ok_and(|root| package_items(&root).is_some())
    })
}

/// The component types that a component exports, if that is all it does: the items of a package.
fn package_items<'a>(root: &Sides<'a>) -> Option<Vec<Template<'a>>> {
    if !root.imports.is_empty() || root.exports.is_empty() {
        return None;
    }
    let exports = root.exports.values();
    exports.map(|export| export.item.component_type()).collect()
}

fn package<'a>(mut builder: Builder<'a>, items: &[Template<'a>]) -> Result<(Resolve, PackageId)> {
    builder.is_package = true;
    let mut main: Option<PackageName> = None;
    for &template in items {
        let parts = builder.evaluator.evaluate(template, None)?;
        let name = builder.package_item(&parts)?;
        // The ids inside say which package it is, and so they have to agree (WIT.md, "Package Format").
        if main.as_ref().is_some_and(|main| *main != name) {
            return Err(not_wit("it has items of several packages"));
        }
        main = Some(name);
    }
    let main = main.ok_or_else(|| not_wit("there is no package in it"))?;
    Ok(builder.finish(&main))
}

fn inject_docs(component: &ParsedComponent<'_>, resolve: &mut Resolve, package: PackageId) {
    for (name, data) in &component.customs {
        if *name == DOCS_SECTION {
            docs::inject(resolve, package, data);
        }
    }
}

fn string_encoding(component: &ParsedComponent<'_>) -> Result<StringEncoding> {
    let section = component
        .customs
        .iter()
        .find(|(name, _)| *name == ENCODING_SECTION);
    match section.map(|(_, data)| *data) {
        None => Err(not_a_component(
            "it does not say how strings are encoded, as type sections do",
        )),
        Some(&[ENCODING_VERSION, byte]) => known_encoding(byte),
        Some(data) => Err(not_a_component(format_args!(
            "it is a type section of version {}, and {ENCODING_VERSION} is the one that is known",
            data.first().copied().unwrap_or_default()
        ))),
    }
}
