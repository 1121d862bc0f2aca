//! The worlds that a module carries: its type sections.

use crate::module::{CUSTOM, CoreModule, HEADER, Producers, custom_name, leb128};
use crate::named::{Added, NamedWorld};
use crate::type_sections::type_sections;
use witc_binary::decode_type_section;
use witc_diagnostics::Diagnostic;

/// Adds the worlds of a module to that of the component, and what their sections say about tools to `producers`.
pub(super) fn read(
    module: &CoreModule<'_>,
    label: &str,
    world: &mut NamedWorld,
    added: &mut Added,
    producers: &mut Producers,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (name, component) in type_sections(module) {
        match decode_type_section(component) {
            Ok((resolve, id, encoding)) => {
                diagnostics.extend(world.add(&resolve, id, encoding, label, added));
                // The section with the world is left out of the component, but the tools that made the bindings
                // are kept.
                read_producers(component, producers);
            }
            Err(mut diagnostic) => {
                diagnostic.message = format!(
                    "the section `{name}` of {label} cannot be read: {}",
                    diagnostic.message
                );
                diagnostics.push(*diagnostic);
            }
        }
    }
    diagnostics
}

/// Reads the producers of a component.
fn read_producers(component: &[u8], producers: &mut Producers) {
    let mut at = HEADER.len();
    while at < component.len() {
        // The section has been decoded, so damage is not expected here; names of tools are not worth an error.
        let Some((size, start)) = leb128(component, at + 1) else {
            return;
        };
        let end = start.saturating_add(size as usize);
        let Some(contents) = component.get(start..end) else {
            return;
        };
        if component[at] == CUSTOM
            && let Some((Producers::SECTION, data)) = custom_name(contents)
        {
            producers.merge(&Producers::parse(data));
        }
        at = end;
    }
}
