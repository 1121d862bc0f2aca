//! Names that never collide.

use std::collections::{HashMap, HashSet};

/// How many `_` a name gets at most to tell it from others.
// Names of this many things are rare, and with ever more `_` the output would grow with the square of their number.
const MAX_UNDERSCORES: usize = 8;

/// The names of one name space of the output, each given out once.
#[derive(Clone, Debug, Default)]
pub struct NameScope {
    taken: HashSet<String>,
    /// For a name that is asked for again and again, the number that comes next.
    numbers: HashMap<String, usize>,
}

impl NameScope {
    /// A scope without names.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A scope in which these names are not to be had: keywords, names with a fixed meaning.
    #[must_use]
    pub fn reserving<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Self {
        Self {
            taken: names.into_iter().map(Into::into).collect(),
            numbers: HashMap::new(),
        }
    }

    /// Takes a name out of circulation, whether or not it was taken before.
    pub fn reserve(&mut self, name: impl Into<String>) {
        self.taken.insert(name.into());
    }

    /// Whether a name is taken.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// Takes the name, or, if someone else has it, the name with as many `_` after it as it needs; where many have it,
    /// with `__` and a number.
    pub fn take(&mut self, name: impl Into<String>) -> String {
        self.take_before(&name.into(), "")
    }

    /// Takes a name that ends in a suffix, as [`Self::take`] does, with what tells it from others before the suffix.
    /// Gives the name without the suffix.
    pub fn take_before(&mut self, name: &str, suffix: &str) -> String {
        // A `_` and no number: a name of WIT may end with a digit, but never with a `_`.
        for count in 0..=MAX_UNDERSCORES {
            let candidate = format!("{name}{:_<count$}", "");
            if self.taken.insert(format!("{candidate}{suffix}")) {
                return candidate;
            }
        }
        // The next number is kept: a search from the first on would take the square of the number of names.
        let mut number = self.numbers.get(name).copied().unwrap_or(MAX_UNDERSCORES);
        loop {
            number += 1;
            // Two `_`: names of WIT have no two in a row.
            let candidate = format!("{name}__{number}");
            if self.taken.insert(format!("{candidate}{suffix}")) {
                self.numbers.insert(name.to_owned(), number);
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NameScope;

    #[test]
    fn every_name_once() {
        let mut scope = NameScope::reserving(["type"]);
        assert_eq!(scope.take("type"), "type_");
        assert_eq!(scope.take("type_"), "type__");
        assert_eq!(scope.take("kind"), "kind");
        assert_eq!(scope.take("kind"), "kind_");
        assert!(scope.has("kind_") && !scope.has("kind__"));
        assert_eq!(scope.take_before("kind", "_t"), "kind");
        assert_eq!(scope.take_before("kind", "_t"), "kind_");
        assert!(scope.has("kind__t"));
    }

    #[test]
    fn the_names_of_many_stay_short() {
        let mut scope = NameScope::new();
        let names: Vec<String> = (0..1000).map(|_| scope.take("f")).collect();
        assert_eq!(names[8], "f________");
        assert_eq!(names[9], "f__9");
        assert_eq!(names[999], "f__999");
        assert_eq!(scope.take("f__9"), "f__9_");
    }
}
