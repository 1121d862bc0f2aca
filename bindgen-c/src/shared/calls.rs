//! The plans of calls, by the options that say which functions are async.

use witc_bindgen_core::{Filters, FunctionName};
use witc_canonical_abi::{CallPlan, Convention, Plans, Side};
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
        // `--async` decides first: it can say yes and no (`-…`), while `--sync` only takes back what WIT says.
        let asynchronous = self.asynchronous.and_then(|filters| filters.picks(name));
        match (asynchronous, self.synchronous.picks(name)) {
            (Some(asynchronous), _) => asynchronous,
            (None, Some(true)) => false,
            (None, Some(false) | None) => name.function.is_async,
        }
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
