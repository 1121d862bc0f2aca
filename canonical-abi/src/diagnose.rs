//! Types and parameters that are too large for the canonical ABI.

use crate::codes;
use crate::{Layout, MAX_VALUE_BYTES, Plan, PlanId, Plans, PointerWidth};
use std::collections::HashMap;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Resolve, Type, TypeDef};

/// A diagnostic for everything in a package whose values are too large: see [`Plans::diagnose`]. Where no type can be that
/// large, as is seen at once, there are no plans made.
#[must_use]
pub fn diagnose(resolve: &Resolve) -> Vec<Diagnostic> {
    // Without them a type would have to be made of more types than a component can hold.
    let mut types = resolve.types.iter();
    if types.any(|(_, def)| def.kind.is_fixed_length_list()) {
        Plans::new(resolve).diagnose(resolve)
    } else {
        Vec::new()
    }
}

impl Plans {
    /// A diagnostic for every type of `resolve` whose values are too large, unless a part of it is already, and for
    /// every function whose parameters together are; in the order of the text.
    ///
    /// `resolve` is what the plans were made from.
    #[must_use]
    pub fn diagnose(&self, resolve: &Resolve) -> Vec<Diagnostic> {
        // Where one structure is declared several times it is told of once.
        let plans = self
            .iter()
            .filter(|(id, plan)| plan.structure == *id && self.is_too_large(plan));
        let plans: Vec<_> = plans.collect();
        // A name says more than a structure, even if it is that of an alias. All are found at once: there may be as many
        // such types as others.
        let mut named: HashMap<PlanId, &TypeDef> = HashMap::new();
        let types = resolve.types.iter().filter(|_| !plans.is_empty());
        for (ty, def) in types.filter(|(_, def)| def.name().is_some()) {
            named.entry(self.structure(Type::Id(ty))).or_insert(def);
        }
        let mut all: Vec<_> = plans
            .into_iter()
            .map(|(id, plan)| {
                let def = named
                    .get(&id)
                    .copied()
                    .or_else(|| resolve.type_def_of(plan.ty));
                type_too_large(def, plan)
            })
            .collect();
        for (_, function) in resolve.functions.iter() {
            let types = || function.params.iter().map(|param| param.ty);
            // A parameter that is too large itself has its diagnostic where its type is defined.
            let parts_fit = types().all(|ty| fits(self[self.of(ty)].layout));
            if parts_fit && !fits(self.tuple_layout(types()).0) {
                let message = format!(
                    "the parameters of `{}` are too large together",
                    function.name
                );
                all.push(too_large(message, function.span));
            }
        }
        // Types come first in the list, but users read messages along their text.
        Diagnostic::sort(&mut all);
        all
    }

    /// Whether values of this plan are too large while those that it is made of are not, so that it is to blame.
    fn is_too_large(&self, plan: &Plan) -> bool {
        let mut parts_fit = true;
        plan.kind
            .for_each_part(&mut |part| parts_fit &= fits(self[part.plan].layout));
        // A map is small itself, but its entries lie in memory as one value.
        let whole = plan.kind.entry().map_or(plan.layout, |entry| entry.layout);
        parts_fit && !fits(whole)
    }
}

fn type_too_large(def: Option<&TypeDef>, plan: &Plan) -> Diagnostic {
    let Some(def) = def else {
        return too_large("a type is too large".into(), Span::NONE);
    };
    let kind = def.kind.describe();
    let what = def
        .name()
        .map_or_else(|| format!("this {kind}"), |name| format!("type `{name}`"));
    let values = plan.kind.entry().map_or("values", |_| "entries");
    too_large(format!("the {values} of {what} are too large"), def.span)
}

fn fits(layout: Layout) -> bool {
    // The larger of the two widths: whether a package is valid must not depend on the target.
    layout.size.at(PointerWidth::Bits64) < MAX_VALUE_BYTES
}

fn too_large(message: String, span: Span) -> Diagnostic {
    Diagnostic::error(codes::VALUE_TOO_LARGE, message, span)
        .note(format!("a value takes less than {MAX_VALUE_BYTES} bytes when it lies in memory"))
        .note("a `list` without a fixed length keeps its elements elsewhere and does not count with them")
}
