//! Validation of what was made.

use super::Component;
use super::errors::{Fallible, error};
use wasmparser::{Validator, WasmFeatures};
use witc_parser::Code;

/// Validates a component.
pub(super) fn validate(component: &Component<'_>) -> Fallible<()> {
    let bytes = component.to_vec();
    match Validator::new_with_features(WasmFeatures::all()).validate_all(&bytes) {
        Ok(_) => Ok(()),
        Err(invalid) => Err(Box::new(
            error(Code::INVALID_COMPONENT, format!("the component does not validate: {}", invalid.message()))
                .note(format!("at byte {:#x}", invalid.offset())),
        )),
    }
}
