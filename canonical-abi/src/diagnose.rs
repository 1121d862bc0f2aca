//! What is too large for the canonical ABI.

use crate::codes;
use crate::plan::{Kind, Plan};
use crate::{Layout, MAX_VALUE_BYTES, PlanId, Plans, PointerWidth};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Resolve, Type};

impl Plans {
    /// A diagnostic for every type of `resolve` whose values are too large, unless a part of it is already, and for
    /// every function whose parameters together are; in the order of the text.
    ///
    /// `resolve` is what the plans were made from.
    #[must_use]
    pub fn diagnose(&self, resolve: &Resolve) -> Vec<Diagnostic> {
        let plans = self.iter().filter(|(_, plan)| self.is_too_large(plan));
        let mut all: Vec<_> = plans
            .map(|(id, plan)| self.type_too_large(resolve, id, plan))
            .collect();
        for (_, function) in resolve.functions.iter() {
            let types = || function.params.iter().map(|param| param.ty);
            let parts_fit = types().all(|ty| fits(self[self.of(ty)].layout));
            if parts_fit && !fits(self.tuple_layout(types()).0) {
                let message = format!(
                    "the parameters of `{}` are too large together",
                    function.name
                );
                all.push(too_large(message, function.span));
            }
        }
        Diagnostic::sort(&mut all);
        all
    }

    /// Whether values of this plan are too large while those that it is made of are not.
    fn is_too_large(&self, plan: &Plan) -> bool {
        let part_fits = |id: PlanId| fits(self[id].layout);
        match &plan.kind {
            _ if fits(plan.layout) => matches!(&plan.kind, Kind::Map(entry) if !fits(entry.layout)
                && part_fits(entry.key.plan) && part_fits(entry.value.plan)),
            Kind::Record(fields) | Kind::Tuple(fields) => {
                fields.iter().all(|field| part_fits(field.plan))
            }
            Kind::FixedLengthList(element, _) => part_fits(*element),
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => cases
                .cases
                .iter()
                .filter_map(|case| case.payload)
                .all(part_fits),
            _ => true,
        }
    }

    fn type_too_large(&self, resolve: &Resolve, id: PlanId, plan: &Plan) -> Diagnostic {
        let named = resolve
            .types
            .iter()
            .find(|(ty, def)| def.name().is_some() && self.of(Type::Id(*ty)) == id);
        let anonymous = if let Type::Id(id) = plan.ty {
            Some(&resolve.types[id])
        } else {
            None
        };
        let Some(def) = named.map(|(_, def)| def).or(anonymous) else {
            return too_large("a type is too large".into(), Span::NONE);
        };
        let kind = def.kind.describe();
        let what = def
            .name()
            .map_or_else(|| format!("this {kind}"), |name| format!("type `{name}`"));
        let values = if let Kind::Map(_) = plan.kind {
            "entries"
        } else {
            "values"
        };
        too_large(format!("the {values} of {what} are too large"), def.span)
    }
}

fn fits(layout: Layout) -> bool {
    layout.size.at(PointerWidth::Bits64) < MAX_VALUE_BYTES
}

fn too_large(message: String, span: Span) -> Diagnostic {
    Diagnostic::error(codes::VALUE_TOO_LARGE, message, span)
        .note(format!("a value takes less than {MAX_VALUE_BYTES} bytes when it lies in memory"))
        .note("a `list` without a fixed length keeps its elements elsewhere and does not count with them")
}
