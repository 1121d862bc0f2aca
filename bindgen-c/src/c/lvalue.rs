//! The place of a value of C, as an expression.

/// A value in a variable, a member, or where a pointer points to.
#[derive(Clone, Debug)]
pub(crate) struct Lvalue {
    text: String,
    access: Access,
}

/// The way from an expression to the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    /// It is the value.
    Direct,
    /// It is a pointer to the value.
    Pointer,
}

impl Lvalue {
    /// A variable, or another expression that can be assigned to.
    pub(crate) fn value(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            access: Access::Direct,
        }
    }

    /// The value that a pointer points to.
    pub(crate) fn pointee(pointer: impl Into<String>) -> Self {
        Self {
            text: pointer.into(),
            access: Access::Pointer,
        }
    }

    /// A member of a struct or union.
    pub(crate) fn member(&self, name: &str) -> Self {
        let dot = match self.access {
            Access::Direct => ".",
            Access::Pointer => "->",
        };
        Self::value(format!("{}{dot}{name}", self.text))
    }

    /// An element of an array.
    pub(crate) fn element(&self, index: u32) -> Self {
        Self::value(format!("{}[{index}]", self.text))
    }

    /// The value.
    pub(crate) fn get(&self) -> String {
        match self.access {
            Access::Direct => self.text.clone(),
            Access::Pointer => format!("*{}", self.text),
        }
    }

    /// A pointer to the value.
    pub(crate) fn address(&self) -> String {
        match self.access {
            Access::Direct => format!("&{}", self.text),
            Access::Pointer => self.text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lvalue;

    #[test]
    fn members_and_pointers() {
        let location = Lvalue::pointee("x").member("val").member("ok");
        assert_eq!(location.get(), "x->val.ok");
        assert_eq!(location.address(), "&x->val.ok");
        let location = Lvalue::pointee("x");
        assert_eq!(location.get(), "*x");
        assert_eq!(location.address(), "x");
        let location = Lvalue::value("y").member("items").element(2);
        assert_eq!(location.address(), "&y.items[2]");
    }
}
