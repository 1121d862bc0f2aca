//! The plans of calls, by the options that say which functions are async.

use crate::codes;
use witc_bindgen_core::{Filters, FunctionName, binds_async, once_each};
use witc_canonical_abi::{CallPlan, Convention, Plans, Side};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::Direction;

/// The options that say which functions are async.
#[derive(Clone, Copy)]
pub(crate) struct AsyncFilters<'x> {
    /// The functions that are bound asynchronously, where there is such an option.
    pub(crate) asynchronous: Option<&'x Filters>,
    /// The functions that are bound synchronously.
    pub(crate) synchronous: &'x Filters,
}

impl AsyncFilters<'_> {
    /// Whether a function is to be bound asynchronously.
    pub(crate) fn picks(self, name: FunctionName<'_>) -> bool {
        let none = Filters::default();
        binds_async(name, self.synchronous, self.asynchronous.unwrap_or(&none))
    }

    /// An error for each filter that fits no function, or asks for one to be async that is not.
    pub(crate) fn check(self, names: &[FunctionName<'_>]) -> Vec<Diagnostic> {
        // A filter without effect is a typing error, and what it was meant for would be bound otherwise than the user
        // thinks.
        let mut diagnostics = unused("sync", self.synchronous, names);
        if let Some(filters) = self.asynchronous {
            diagnostics.extend(unused("async", filters, names));
            let named = names.iter().filter(|&&name| filters.names(name));
            let mut forced: Vec<_> = named.filter_map(|&name| by_force(name)).collect();
            // An interface that is imported and exported has each function twice, but one place to change.
            once_each(&mut forced);
            diagnostics.extend(forced);
        }
        diagnostics
    }

    /// The plan of a call of a function.
    pub(crate) fn plan(self, plans: &Plans, name: FunctionName<'_>) -> CallPlan {
        let side = match name.direction {
            Direction::Import => Side::Import,
            Direction::Export => Side::Export,
        };
        let convention = Convention::of(name.function, !self.picks(name));
        plans.call(name.function, side, convention)
    }
}

/// An error if a filter asks for a function to be async that is not.
fn by_force(name: FunctionName<'_>) -> Option<Diagnostic> {
    let function = name.function;
    let item = function.item_name();
    let message = format!("`--async` names the function `{item}`, which is not `async` in WIT");
    let note = format!(
        "write `{item}: async func` in WIT, or leave the filter out: a function of another type may not block"
    );
    let diagnostic =
        Diagnostic::error(codes::ASYNC_BY_FORCE_IN_C, message, function.span).note(note);
    (!function.is_async).then_some(diagnostic)
}

fn unused(option: &str, filters: &Filters, names: &[FunctionName<'_>]) -> Vec<Diagnostic> {
    let unused = filters.unused(names).into_iter();
    let report = |filter| {
        let message =
            format!("the filter `{filter}` of `--{option}` matches no function of this world");
        Diagnostic::error(witc_bindgen_core::codes::UNUSED_FILTER, message, Span::NONE)
    };
    unused.map(report).collect()
}
