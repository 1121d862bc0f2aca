//! Validation of binaries, of what was made piece by piece and without putting the pieces together; the bodies of
//! functions on all processors.

use crate::Binary;
use crate::codes;
use crate::errors::{Fallible, error};
use rayon::prelude::*;
use wasmparser::{
    BinaryReaderError, Chunk, FuncToValidate, FuncValidatorAllocations, FunctionBody, Parser,
    Payload, ValidPayload, Validator, ValidatorResources, WasmFeatures,
};

type Bodies<'a> = Vec<(FuncToValidate<ValidatorResources>, FunctionBody<'a>)>;

/// How much of a binary is validated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// All but the bodies of functions, which take most of the time and change no type.
    Types,
}

/// Validates a component or a core module that was made elsewhere.
///
/// # Errors
///
/// The first thing that is not valid.
pub fn validate(binary: &[u8], extent: Extent) -> Fallible<()> {
    check(binary, extent).map_err(|invalid| {
        let message = format!("this is not valid: {}", invalid.message());
        Box::new(
            error(codes::INVALID_COMPONENT, message)
                .note(format!("at byte {:#x}", invalid.offset())),
        )
    })
}

/// Validates a binary, and gives the validator's own error.
pub(crate) fn check(binary: &[u8], extent: Extent) -> Result<(), BinaryReaderError> {
    match structure(&[binary])? {
        Some(bodies) if extent == Extent::Whole => functions(bodies),
        // The parser knows that it has all bytes, so that it never waits for more.
        Some(_) | None => Ok(()),
    }
}

/// Validates a component, whose main module is `main`.
pub(crate) fn validate_made(component: &Binary<'_>, main: &[u8]) -> Fallible<()> {
    let pieces: Vec<&[u8]> = component.pieces().collect();
    let result = match structure(&pieces) {
        // A piece ends within a section only if its module is damaged. Validating the whole then gives the better message.
        Ok(None) => Validator::new_with_features(WasmFeatures::all())
            .validate_all(&component.clone().into_bytes())
            .map(drop),
        Ok(Some(bodies)) => functions(bodies),
        Err(error) => Err(error),
    };
    result.map_err(|invalid| {
        // If the module is invalid by itself, that is the cause.
        let own = Validator::new_with_features(WasmFeatures::all())
            .validate_all(main)
            .err();
        let (what, invalid) = own.map_or(("component", invalid), |invalid| ("module", invalid));
        let message = format!("the {what} does not validate: {}", invalid.message());
        Box::new(
            error(codes::INVALID_COMPONENT, message)
                .note(format!("at byte {:#x}", invalid.offset())),
        )
    })
}

/// Validates all but the bodies of functions, which it returns; nothing if the pieces do not end where sections do.
fn structure<'a>(pieces: &[&'a [u8]]) -> Result<Option<Bodies<'a>>, BinaryReaderError> {
    let mut validator = Validator::new_with_features(WasmFeatures::all());
    let mut parser = Parser::new(0);
    let mut outer = Vec::new();
    let mut bodies = Vec::new();
    for (number, &piece) in pieces.iter().enumerate() {
        let mut rest = piece;
        // The parser must not take the end of a piece for the end of the component.
        let is_last = number + 1 == pieces.len();
        loop {
            let payload = match parser.parse(rest, is_last)? {
                Chunk::NeedMoreData(_) if rest.is_empty() => break,
                Chunk::NeedMoreData(_) => return Ok(None),
                Chunk::Parsed { consumed, payload } => {
                    rest = &rest[consumed..];
                    payload
                }
            };
            let is_end = matches!(payload, Payload::End(_));
            match validator.payload(&payload)? {
                ValidPayload::Parser(inner) => outer.push(std::mem::replace(&mut parser, inner)),
                // Bodies need only what the validator knows already, so they are left for all processors at
                // once.
                ValidPayload::Func(function, body) => bodies.push((function, body)),
                ValidPayload::Ok | ValidPayload::End(_) => {}
            }
            if is_end {
                match outer.pop() {
                    Some(around) => parser = around,
                    None => return Ok(Some(bodies)),
                }
            }
        }
    }
    Ok(None)
}

/// Validates the bodies of functions. Of several errors, the first in the component is reported.
fn functions(bodies: Bodies<'_>) -> Result<(), BinaryReaderError> {
    let validated = bodies.into_par_iter().map_init(
        || Some(FuncValidatorAllocations::default()),
        |allocations, (function, body)| {
            let mut validator = function.into_validator(allocations.take().unwrap_or_default());
            let result = validator.validate(&body);
            *allocations = Some(validator.into_allocations());
            result
        },
    );
    validated.find_map_first(Result::err).map_or(Ok(()), Err)
}
