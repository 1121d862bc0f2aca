//! The object file with the type of a world.

use witc_bindgen_core::{Input, fingerprint};
use witc_diagnostics::Diagnostic;
use witc_type_section::{StringEncoding, TypeSection, section_object, type_section_name};

/// An object file with the type of a world.
pub(crate) struct TypeObject {
    pub(crate) bytes: Vec<u8>,
    /// The symbol in it to which the source of the bindings refers. It tells the types of worlds apart, so that bindings
    /// which were compiled before the world has changed are not linked to its new type.
    pub(crate) symbol: String,
}

/// The object file for the world of this name, in snake case.
///
/// # Errors
///
/// If the world cannot be encoded.
pub(crate) fn object(
    input: &Input<'_>,
    encoding: StringEncoding,
    suffix: Option<&str>,
    world: &str,
) -> Result<TypeObject, Box<Diagnostic>> {
    // Components list the tools that made them.
    let section = TypeSection {
        string_encoding: encoding,
        processed_by: &[(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))],
        ..TypeSection::default()
    };
    let content = section.encode(input.resolve, input.world)?;
    let name = type_section_name(
        input.resolve,
        input.world,
        &content,
        suffix.unwrap_or_default(),
    );
    let symbol = format!(
        "__component_type_object_force_link_{world}_{}",
        fingerprint(&[&content])
    );
    Ok(TypeObject {
        bytes: section_object(&name, &content, &symbol),
        symbol,
    })
}
