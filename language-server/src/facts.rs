//! What the canonical ABI makes of types and functions, in words: sizes, flat forms and core signatures.

use crate::analysis::Analysis;
use witc_canonical_abi::{Convention, CoreType, PointerWidth, Side, Signature, ValueType};
use witc_resolve::{FunctionId, Type};

/// The width of pointers that everything is told for: that of components today.
const WIDTH: PointerWidth = PointerWidth::Bits32;

/// The size, alignment and flat form of a type; nothing while the package has errors.
pub(crate) fn of_type(analysis: &Analysis, ty: Type) -> Option<String> {
    let plans = analysis.plans()?;
    // A resource has no values: handles of it do.
    if let Some(id) = ty.id()
        && analysis.model().is_resource(id)
    {
        return None;
    }
    let plan = &plans[plans.of(ty)];
    let (size, align) = (plan.layout.size.at(WIDTH), plan.layout.align.at(WIDTH));
    let flat = plan.flat.as_deref().map_or_else(
        || "always passed in memory".to_owned(),
        |flat| format!("flat `{}`", core_types(flat)),
    );
    Some(format!("size {size}, alignment {align}, {flat}"))
}

/// The size of a type in a few letters.
pub(crate) fn size(analysis: &Analysis, ty: Type) -> Option<String> {
    let plans = analysis.plans()?;
    let plan = &plans[plans.of(ty)];
    let (size, align) = (plan.layout.size.at(WIDTH), plan.layout.align.at(WIDTH));
    let flat = plan.flat.as_deref().map_or(0, <[CoreType]>::len);
    let values = if flat == 0 {
        "in memory".to_owned()
    } else {
        format!("{flat} flat")
    };
    Some(format!("{size} bytes, align {align}, {values}"))
}

/// The core signatures of a function.
pub(crate) fn of_function(analysis: &Analysis, id: FunctionId) -> Vec<String> {
    let function = &analysis.model().functions[id];
    let Some(plans) = analysis.plans() else {
        return Vec::new();
    };
    let convention = Convention::of(function, false);
    let of = |side| signature(&plans.signature(function, side, convention));
    let (import, export) = (of(Side::Import), of(Side::Export));
    if import == export {
        return vec![format!("core `{import}`")];
    }
    vec![
        format!("core import `{import}`"),
        format!("core export `{export}`"),
    ]
}

fn signature(signature: &Signature) -> String {
    let params = core_types(&signature.params);
    let result = signature.result.map(|ty| format!(" -> {}", value_type(ty)));
    format!("({params}){}", result.unwrap_or_default())
}

fn core_types(types: &[CoreType]) -> String {
    let names: Vec<&str> = types.iter().map(|ty| value_type(*ty)).collect();
    names.join(", ")
}

fn value_type(ty: CoreType) -> &'static str {
    match ty.at(WIDTH) {
        ValueType::I32 => "i32",
        ValueType::I64 => "i64",
        ValueType::F32 => "f32",
        ValueType::F64 => "f64",
    }
}
