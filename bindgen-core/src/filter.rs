//! Options that pick functions out of a world.

use crate::{OptionKind, OptionValue, SetError, Setting};
use std::collections::HashSet;
use witc_resolve::{Direction, Function, Resolve, WorldKey};

/// The pattern that fits every function.
const ALL: &str = "all";

/// Patterns for functions, in the order in which they were given; the first that fits counts.
///
/// A pattern is `all`; the name of a function, `ns:pkg/iface#f`, `iface#[method]r.f`, or plain `f` for one of the
/// world; or such a name with `import:` or `export:` in front, for that direction only. A `-` before all of it turns it
/// round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    filters: Vec<String>,
}

impl Setting for Filters {
    const KIND: OptionKind = OptionKind::Filters;

    fn take(&mut self, value: OptionValue) -> Result<(), SetError> {
        let Some(texts) = value.into_texts() else {
            return Err(SetError::WrongKind(Self::KIND));
        };
        // Added to those from before: the option may be given several times, and the order decides.
        self.filters.extend(texts);
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        self.filters.show()
    }
}

/// A function as patterns know it.
#[derive(Clone, Copy, Debug)]
pub struct FunctionName<'a> {
    /// The resolved model.
    pub resolve: &'a Resolve,
    /// Whether it comes in or goes out.
    pub direction: Direction,
    /// The name under which the world has its interface; nothing for a function of the world itself.
    pub interface: Option<&'a WorldKey>,
    /// The function.
    pub function: &'a Function,
}

impl FunctionName<'_> {
    /// `iface#name`, or the name alone.
    #[must_use]
    pub fn full(&self) -> String {
        self.within(&self.function.name)
    }

    fn within(&self, name: &str) -> String {
        match self.interface {
            Some(key) => format!("{}#{name}", self.resolve.extern_name(key)),
            None => name.to_owned(),
        }
    }
}

/// The way in which a method of an import without a result gives itself back, so that calls can be chained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chaining {
    /// Itself: it takes `self`.
    Owning,
    /// A reference to itself.
    Borrowing,
}

impl Filters {
    /// Whether the first pattern that fits a function picks it; nothing if none fits.
    #[must_use]
    pub fn picks(&self, function: FunctionName<'_>) -> Option<bool> {
        self.filters
            .iter()
            // The first that fits decides: `-x,all` is everything but `x`.
            .find_map(|filter| pick(filter, function))
    }

    /// Whether a pattern other than `all` picks a function.
    #[must_use]
    pub fn names(&self, function: FunctionName<'_>) -> bool {
        let own = self.filters.iter().filter(|filter| signed(filter).1 != ALL);
        own.filter_map(|filter| pick(filter, function)).next() == Some(true)
    }

    /// How a method of an import is chained.
    ///
    /// Here a pattern is `all`, a resource `ns:pkg/iface#r`, or a method `ns:pkg/iface#[method]r.f`, with `&` in front
    /// for [`Chaining::Borrowing`], or `-` for none at all.
    #[must_use]
    pub fn chaining(&self, function: FunctionName<'_>) -> Option<Chaining> {
        self.filters
            .iter()
            .find_map(|filter| chain(filter, function))?
    }

    /// The patterns that are the first to fit none of these functions, in order; `all` is never among them.
    #[must_use]
    pub fn unused(&self, functions: &[FunctionName<'_>]) -> Vec<&str> {
        self.never_first(
            functions,
            |filter| signed(filter).1,
            |filter, function| pick(filter, function).is_some(),
        )
    }

    /// As [`Filters::unused`], for patterns as [`Filters::chaining`] has them.
    #[must_use]
    pub fn unused_for_chaining(&self, functions: &[FunctionName<'_>]) -> Vec<&str> {
        self.never_first(
            functions,
            |filter| mode_of(filter).1,
            |filter, function| chain(filter, function).is_some(),
        )
    }

    fn never_first(
        &self,
        functions: &[FunctionName<'_>],
        name: fn(&str) -> &str,
        fits: impl Fn(&str, FunctionName<'_>) -> bool,
    ) -> Vec<&str> {
        let first = |&function| {
            self.filters
                .iter()
                .position(|filter| fits(filter, function))
        };
        // A pattern that only fits what an earlier one has picked already has no effect either.
        let used: HashSet<usize> = functions.iter().filter_map(first).collect();
        let filters = self
            .filters
            .iter()
            .enumerate()
            .filter(|(index, _)| !used.contains(index));
        filters
            .map(|(_, filter)| filter.as_str())
            // `all` fits everything that is there, which may be nothing.
            .filter(|filter| name(filter) != ALL)
            .collect()
    }
}

/// Whether bindings make a function `async`: if it is, and is not asked to be bound synchronously, by a pattern of
/// `synchronous` or one with `-` of `asynchronous`. Patterns make no function async that is not: what is not may not
/// block, and would trap.
#[must_use]
pub fn binds_async(
    function: FunctionName<'_>,
    synchronous: &Filters,
    asynchronous: &Filters,
) -> bool {
    // First the fact: no pattern can make a function async.
    function.function.is_async
        && synchronous.picks(function) != Some(true)
        && asynchronous.picks(function) != Some(false)
}

fn pick(filter: &str, function: FunctionName<'_>) -> Option<bool> {
    let direction = match function.direction {
        Direction::Import => "import:",
        Direction::Export => "export:",
    };
    let (picks, text) = signed(filter);
    // A pattern for the other direction keeps its prefix here, and then fits no name.
    let name = text.strip_prefix(direction).unwrap_or(text);
    (text == ALL || name == function.full()).then_some(picks)
}

/// Whether a pattern picks functions or leaves them out, and the name in it.
fn signed(filter: &str) -> (bool, &str) {
    match filter.strip_prefix('-') {
        Some(name) => (false, name),
        None => (true, filter),
    }
}

fn chain(filter: &str, function: FunctionName<'_>) -> Option<Option<Chaining>> {
    let kind = function.function.kind;
    // A static function has no object that it could give back.
    let resource = kind.resource().filter(|_| kind.is_method())?;
    // Only calls are chained, and only where there is no other result.
    if function.direction.is_export() || function.function.result.is_some() {
        return None;
    }
    let (mode, text) = mode_of(filter);
    let resource = function.resolve.types[resource].name_or_empty();
    let fits = text == ALL || text == function.full() || text == function.within(resource);
    fits.then_some(mode)
}

/// How a pattern makes methods chain, if it does, and the name in it.
fn mode_of(filter: &str) -> (Option<Chaining>, &str) {
    match filter.split_at_checked(1) {
        Some(("-", name)) => (None, name),
        Some(("&", name)) => (Some(Chaining::Borrowing), name),
        _ => (Some(Chaining::Owning), filter),
    }
}

#[cfg(test)]
mod tests {
    use super::Filters;

    #[test]
    fn only_all_may_fit_nothing() {
        let filters = |texts: &[&str]| Filters {
            filters: texts.iter().map(ToString::to_string).collect(),
        };
        let picking = filters(&["all", "-all", "-a:b/i#call", "install", "&all"]);
        assert_eq!(picking.unused(&[]), ["-a:b/i#call", "install", "&all"]);
        let chaining = filters(&["all", "-all", "&all", "r.install", "&r.call"]);
        assert_eq!(chaining.unused_for_chaining(&[]), ["r.install", "&r.call"]);
    }
}
