//! Worlds in core modules: `component embed`.

mod dummy;
mod worlds;

use crate::Binary;
use crate::errors::not_a_module;
use crate::module::{CoreModule, Producers};
use crate::named::{Added, NamedWorld};
use std::borrow::Cow;
use wasm_encoder::{CustomSection, Encode, Section};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Resolve, WorldId};
use witc_type_section::{InterfaceNames, TypeSection, type_section_name};

pub use dummy::module as dummy_module;
pub use worlds::module_to_packages;

/// A core module with a world: the module, its `producers` extended, and after it a type section.
///
/// # Errors
///
/// If the bytes are no core module, or the world cannot be encoded.
pub fn embed<'a>(
    module: &'a [u8],
    resolve: &Resolve,
    world: WorldId,
    section: &TypeSection<'_>,
) -> Result<Binary<'a>, Box<Diagnostic>> {
    let module = CoreModule::parse(module)
        .map_err(|malformed| Box::new(not_a_module("the input", &malformed)))?;
    let content = encode(resolve, world, section)?;
    let name = type_section_name(resolve, world, &content, "");
    let custom = CustomSection {
        name: Cow::Owned(name),
        data: Cow::Owned(content),
    };
    let mut bytes = vec![custom.id()];
    custom.encode(&mut bytes);

    let mut producers = module.producers();
    producers.merge(&Producers::own());
    let mut binary =
        module.with_sections(|_, name| (name == Some(Producers::SECTION)).then(Vec::new));
    // One section in place of all the old ones, with this tool added.
    binary.push(producers.to_bytes());
    binary.push(bytes);
    Ok(binary)
}

/// The content of a type section, as [`TypeSection::encode`] gives it.
///
/// # Errors
///
/// If the world cannot be encoded, or two of its interfaces would have the same name.
pub fn encode(
    resolve: &Resolve,
    id: WorldId,
    section: &TypeSection<'_>,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    // Compatible versions have the same canonical name, and a component type has each name once.
    if section.names == InterfaceNames::Canonical {
        let mut world = NamedWorld::default();
        let mut diagnostics = world.add(
            resolve,
            id,
            section.string_encoding,
            "the input",
            &mut Added::default(),
        );
        diagnostics.extend(world.ambiguous_canonical_names());
        if let Some(diagnostic) = diagnostics.into_iter().next() {
            return Err(Box::new(diagnostic));
        }
    }
    section.encode(resolve, id)
}
