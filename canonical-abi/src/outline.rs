//! The make-up of types, one level deep.

use crate::{Field, Kind, Planned, Scalar};
use std::mem::{Discriminant, discriminant};
use witc_resolve::{Name, TypeId};

/// The make-up of a type, one level deep, for finding types of the same structure: what its parts are known by, `I`, is up to
/// who compares.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outline<'p, I> {
    kind: Discriminant<Kind>,
    scalar: Option<Scalar>,
    /// Of fields, cases or flags.
    names: Vec<&'p Name>,
    /// Of fields, elements, payloads and the resource of a handle; a case may have none.
    parts: Vec<Option<I>>,
    /// Of a fixed-length list.
    length: u32,
}

/// A part of a type.
#[derive(Clone, Copy, Debug)]
pub enum OutlinePart {
    /// A field, an element or a payload.
    Value(Planned),
    /// The definition of a handle's resource.
    Resource(TypeId),
}

impl<'p, I> Outline<'p, I> {
    /// The outline of a type of this kind, whose parts are identified in order.
    pub fn new(kind: &'p Kind, mut identify: impl FnMut(OutlinePart) -> I) -> Self {
        let mut outline = Self {
            kind: discriminant(kind),
            scalar: None,
            names: Vec::new(),
            parts: Vec::new(),
            length: 0,
        };
        let mut part = |part: Option<Planned>| {
            let identity = part.map(|part| identify(OutlinePart::Value(part)));
            outline.parts.push(identity);
        };
        match kind {
            Kind::Scalar(scalar) => outline.scalar = Some(*scalar),
            Kind::String | Kind::ErrorContext => {}
            Kind::List(element) => part(Some(*element)),
            Kind::FixedLengthList(element, length) => {
                part(Some(*element));
                outline.length = *length;
            }
            Kind::Map(entry) => {
                part(Some(entry.key.planned()));
                part(Some(entry.value.planned()));
            }
            Kind::Record(fields) | Kind::Tuple(fields) => {
                fields.iter().for_each(|field| part(Some(field.planned())));
                let names = fields.iter().map(|Field { name, .. }| name);
                outline.names.extend(names);
            }
            Kind::Flags(_, names) | Kind::Enum(_, names) => outline.names.extend(names),
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                cases.cases.iter().for_each(|case| part(case.payload));
                outline
                    .names
                    .extend(cases.cases.iter().map(|case| &case.name));
            }
            Kind::Own(resource) | Kind::Borrow(resource) => {
                let resource = identify(OutlinePart::Resource(resource.definition));
                outline.parts.push(Some(resource));
            }
            Kind::Future(payload) | Kind::Stream(payload) => part(*payload),
        }
        outline
    }
}
