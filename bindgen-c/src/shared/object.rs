//! The object file with the type of a world.

use witc_bindgen_core::Input;
use witc_diagnostics::Diagnostic;
use witc_type_section::{StringEncoding, TypeSection, section_object, type_section_name};

/// The object file, and the name of the symbol in it that keeps it linked.
///
/// # Errors
///
/// If the world cannot be encoded.
pub(crate) fn object(
    input: &Input<'_>,
    encoding: StringEncoding,
    suffix: Option<&str>,
    symbol: &str,
) -> Result<Vec<u8>, Box<Diagnostic>> {
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
    Ok(section_object(&name, &content, symbol))
}

/// The symbol for a world, in snake case.
pub(crate) fn link_symbol(world: &str) -> String {
    format!("__component_type_object_force_link_{world}")
}
