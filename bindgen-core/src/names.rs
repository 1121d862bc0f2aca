//! Names that never collide.

use std::collections::HashSet;

/// The names of one name space of the output, each given out once.
#[derive(Clone, Debug, Default)]
pub struct NameScope {
    taken: HashSet<String>,
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

    /// Takes the name, or, if someone else has it, the name with as many `_` after it as it needs.
    pub fn take(&mut self, name: impl Into<String>) -> String {
        let mut name = name.into();
        while !self.taken.insert(name.clone()) {
            // A `_` and no number: a name of WIT may end with a digit, but never with a `_`.
            name.push('_');
        }
        name
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
    }
}
