//! Lists that definitions are made of: fields, cases, flags, parameters.

use crate::change::MemberKind;
use witc_diagnostics::Span;
use witc_resolve::{Function, Label, Type, TypeDefKind};

/// Something in a list: a field, a case, a flag, a parameter.
pub(crate) struct Member<'a> {
    pub(crate) name: &'a str,
    pub(crate) ty: Option<Type>,
    pub(crate) span: Span,
    pub(crate) docs: Option<&'a str>,
}

/// The kind of the members of a type that has a list of them with names.
pub(crate) fn member_kind(kind: &TypeDefKind) -> Option<MemberKind> {
    match kind {
        TypeDefKind::Record(_) => Some(MemberKind::Field),
        TypeDefKind::Variant(_) => Some(MemberKind::Case),
        TypeDefKind::Enum(_) => Some(MemberKind::EnumCase),
        TypeDefKind::Flags(_) => Some(MemberKind::Flag),
        TypeDefKind::Alias(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => None,
    }
}

/// The members of a type in order; where they have no names, the types that it is made of.
pub(crate) fn members(kind: &TypeDefKind) -> Vec<Member<'_>> {
    match kind {
        TypeDefKind::Record(record) => {
            let fields = record.fields.iter().map(|field| Member {
                name: &field.name,
                ty: Some(field.ty),
                span: field.span,
                docs: field.docs.text(),
            });
            fields.collect()
        }
        TypeDefKind::Variant(variant) => {
            let cases = variant.cases.iter().map(|case| Member {
                name: &case.name,
                ty: case.ty,
                span: case.span,
                docs: case.docs.text(),
            });
            cases.collect()
        }
        TypeDefKind::Enum(cases) => cases.cases.iter().map(label).collect(),
        TypeDefKind::Flags(flags) => flags.flags.iter().map(label).collect(),
        TypeDefKind::Alias(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => {
            let mut types = Vec::new();
            kind.for_each_type(&mut |ty| types.push(nameless(Some(ty))));
            types
        }
        // Either may be missing, and then the other one keeps its position.
        TypeDefKind::Result(result) => vec![nameless(result.ok), nameless(result.err)],
    }
}

/// A part that is told apart by its position.
fn nameless<'a>(ty: Option<Type>) -> Member<'a> {
    Member {
        name: "",
        ty,
        span: Span::NONE,
        docs: None,
    }
}

fn label(label: &Label) -> Member<'_> {
    Member {
        name: &label.name,
        ty: None,
        span: label.span,
        docs: label.docs.text(),
    }
}

/// The parameters of a function; the `self` of methods is what makes them methods.
pub(crate) fn params(function: &Function) -> Vec<Member<'_>> {
    let params = function.written_params().iter();
    let params = params.map(|param| Member {
        name: &param.name,
        ty: Some(param.ty),
        span: param.span,
        docs: None,
    });
    params.collect()
}
