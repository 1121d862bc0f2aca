//! Components put together: the imports of one are satisfied by the exports of others.
//!
//! The way of the data: each component is decoded (`part`); for each import the plug is found that exports it (`wiring`);
//! what is wired has to fit (`fit`); what stays open becomes imports of the whole (`imports`); and that is encoded
//! (`encode`), each component once and each with one instance.

mod encode;
mod fit;
mod imports;
mod part;
mod wiring;

use crate::codes;
use crate::validate::{Extent, check};
use part::PlugPart;
use wasmparser::BinaryReaderError;
use witc_diagnostics::{Diagnostic, Span};

pub use part::Component;
pub use wiring::{Wire, WireSource, Wiring};

/// The result of plugging.
#[derive(Clone, Debug)]
pub struct Plugged {
    /// The component that all became.
    pub component: Vec<u8>,
    /// Which import is satisfied by what. Components go by their index: 0 is the socket, plugs follow in order.
    pub wiring: Wiring,
    /// Warnings about a plug that nothing uses.
    pub warnings: Vec<Diagnostic>,
}

/// Satisfies the imports of `socket`, and of the plugs themselves, with the exports of the plugs.
///
/// An import is satisfied by the plug that exports the same interface or function by the same name, or else by a
/// compatible version of the interface. Each plug that is used has one instance. What no plug exports stays imported,
/// once for all compatible versions of an interface, with what the components use of it together. The exports of the whole
/// are those of the socket.
///
/// # Errors
///
/// All that does not fit, in the terms of WIT.
pub fn plug(socket: Component<'_>, plugs: &[Component<'_>]) -> Result<Plugged, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let mut parts = Vec::new();
    for component in std::iter::once(&socket).chain(plugs) {
        match PlugPart::open(*component) {
            Ok(part) => parts.push(part),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    stop_at(&mut diagnostics)?;
    let wiring = wiring::wire(&parts, &mut diagnostics);
    stop_at(&mut diagnostics)?;
    let warnings = wiring::check_use(&parts, &wiring)?;
    // Only what is used becomes part of the whole, and is validated with it.
    for (index, part) in parts.iter().enumerate() {
        if !wiring.used.contains(&index)
            && let Err(error) = check(part.bytes, Extent::Whole)
        {
            return Err(vec![invalid(&parts, &error)]);
        }
    }
    // A circle is reported before types are compared, because no change of types can help.
    let order = wiring::order(&parts, &wiring).map_err(|diagnostic| vec![*diagnostic])?;
    fit::check(&parts, &wiring, &mut diagnostics);
    stop_at(&mut diagnostics)?;
    let world = imports::open(&parts, &wiring)?;
    let component =
        encode::encode(&parts, &wiring, &order, &world).map_err(|diagnostic| vec![*diagnostic])?;
    // The checks before are in terms of WIT, which does not know all that is in a component.
    check(&component, Extent::Whole).map_err(|error| vec![invalid(&parts, &error)])?;
    Ok(Plugged {
        component,
        wiring,
        warnings,
    })
}

/// A diagnostic for a whole that is not valid: because of one of the components, as a rule.
fn invalid(parts: &[PlugPart<'_>], error: &BinaryReaderError) -> Diagnostic {
    // Input is not validated on the way, which would take most of the time; only after a failure it is.
    let culprit = parts
        .iter()
        .find_map(|part| Some((part.name, check(part.bytes, Extent::Whole).err()?)));
    let (message, note) = match culprit {
        Some((name, error)) => (
            format!("`{name}` is not valid by itself: {}", error.message()),
            "the tool that made it has a bug: build it again, with a newer version of the tool if there is one",
        ),
        None => (
            format!("the composed component is not valid: {}", error.message()),
            "one of the components uses something that WIT cannot express",
        ),
    };
    Diagnostic::error(codes::INVALID_COMPONENT, message, Span::NONE).note(note)
}

fn stop_at(diagnostics: &mut Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if diagnostics.is_empty() {
        Ok(())
    } else {
        Err(std::mem::take(diagnostics))
    }
}
