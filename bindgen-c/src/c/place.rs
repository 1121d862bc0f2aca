//! Where a value is, as an expression of C.

/// A value in a variable, a member, or behind a pointer.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    text: String,
    /// Whether the text is a pointer to the value.
    behind: bool,
}

impl Place {
    /// A variable, or another expression that can be assigned to.
    pub(crate) fn value(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            behind: false,
        }
    }

    /// What a pointer points to.
    pub(crate) fn behind(pointer: impl Into<String>) -> Self {
        Self {
            text: pointer.into(),
            behind: true,
        }
    }

    /// A member of a struct or union.
    pub(crate) fn member(&self, name: &str) -> Self {
        let dot = if self.behind { "->" } else { "." };
        Self::value(format!("{}{dot}{name}", self.text))
    }

    /// An element of an array.
    pub(crate) fn element(&self, index: u32) -> Self {
        Self::value(format!("{}[{index}]", self.text))
    }

    /// The value.
    pub(crate) fn get(&self) -> String {
        let star = if self.behind { "*" } else { "" };
        format!("{star}{}", self.text)
    }

    /// A pointer to the value.
    pub(crate) fn address(&self) -> String {
        let and = if self.behind { "" } else { "&" };
        format!("{and}{}", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn members_and_pointers() {
        let place = Place::behind("x").member("val").member("ok");
        assert_eq!(
            (place.get(), place.address()),
            ("x->val.ok".to_owned(), "&x->val.ok".to_owned())
        );
        let place = Place::behind("x");
        assert_eq!(
            (place.get(), place.address()),
            ("*x".to_owned(), "x".to_owned())
        );
        assert_eq!(
            Place::value("y").member("items").element(2).address(),
            "&y.items[2]"
        );
    }
}
