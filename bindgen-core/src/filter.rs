//! Options that pick functions out of a world.

use crate::{Kind, SetError, Setting, Value};
use std::cell::Cell;
use witc_resolve::{Direction, Function, FunctionKind, Resolve, WorldKey};

/// Patterns for functions, in the order in which they were given. Each remembers whether it was of any use.
///
/// A pattern is `all`; the name of a function, `ns:pkg/iface#f`, `iface#[method]r.f`, or plain `f` for one of the
/// world; or such a name with `import:` or `export:` in front, for that direction only. A `-` before all of it turns it
/// round.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    filters: Vec<Filter>,
}

#[derive(Clone, Debug)]
struct Filter {
    text: String,
    used: Cell<bool>,
}

impl PartialEq for Filters {
    fn eq(&self, other: &Self) -> bool {
        self.filters.iter().map(|filter| &filter.text).eq(other.filters.iter().map(|filter| &filter.text))
    }
}

impl Setting for Filters {
    const KIND: Kind = Kind::Filters;

    fn take(&mut self, value: Value) -> Result<(), SetError> {
        let Value::Texts(texts) = value else { return Err(SetError::WrongKind(Self::KIND)) };
        self.filters.extend(texts.into_iter().map(|text| Filter { text, used: Cell::new(false) }));
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        self.filters.iter().map(|filter| Some(filter.text.clone())).collect()
    }
}

/// A function as patterns know it.
#[derive(Clone, Copy, Debug)]
pub struct FunctionName<'a> {
    /// The resolved model.
    pub resolve: &'a Resolve,
    /// Whether it comes in or goes out.
    pub direction: Direction,
    /// What the interface goes by that it is in; nothing for one of the world itself.
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

/// What a method of an import gives back when it has no result and is to be chained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chaining {
    /// Itself: it takes `self`.
    Owning,
    /// A reference to itself.
    Borrowing,
}

impl Filters {
    /// Whether there are no patterns.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.filters.is_empty()
    }

    /// Whether the first pattern that fits a function picks it; nothing if none fits.
    #[must_use]
    pub fn picks(&self, function: FunctionName<'_>) -> Option<bool> {
        let full = function.full();
        let direction = match function.direction {
            Direction::Import => "import:",
            Direction::Export => "export:",
        };
        self.filters.iter().find_map(|filter| {
            let (picks, text) = match filter.text.strip_prefix('-') {
                Some(rest) => (false, rest),
                None => (true, filter.text.as_str()),
            };
            let name = text.strip_prefix(direction).unwrap_or(text);
            (text == "all" || name == full).then(|| {
                filter.used.set(true);
                picks
            })
        })
    }

    /// How a method of an import is chained.
    ///
    /// Here a pattern is `all`, a resource `ns:pkg/iface#r`, or a method `ns:pkg/iface#[method]r.f`, with `&` in front
    /// for [`Chaining::Borrowing`], or `-` for none at all.
    #[must_use]
    pub fn chaining(&self, function: FunctionName<'_>) -> Option<Chaining> {
        let FunctionKind::Method(resource) = function.function.kind else { return None };
        if function.direction == Direction::Export || function.function.result.is_some() {
            return None;
        }
        let full = function.full();
        let resource = function.within(function.resolve.types[resource].name.as_deref().unwrap_or_default());
        let (filter, mode) = self.filters.iter().find_map(|filter| {
            let (mode, text) = match filter.text.split_at_checked(1) {
                Some(("-", rest)) => (None, rest),
                Some(("&", rest)) => (Some(Chaining::Borrowing), rest),
                _ => (Some(Chaining::Owning), filter.text.as_str()),
            };
            (text == "all" || text == full || text == resource).then_some((filter, mode))
        })?;
        filter.used.set(true);
        mode
    }

    /// The patterns that fitted no function that they were asked about, in order; `all` is never among them.
    pub fn unused(&self) -> impl Iterator<Item = &str> {
        let unused = self.filters.iter().filter(|filter| !filter.used.get());
        unused.map(|filter| filter.text.as_str()).filter(|text| !text.ends_with("all"))
    }

    /// Forgets which patterns were used.
    pub fn reset(&self) {
        self.filters.iter().for_each(|filter| filter.used.set(false));
    }
}
