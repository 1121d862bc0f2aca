//! The options of the C++ back end.

use witc_bindgen_core::{Filters, Kind, Pairs, SetError, Setting, Value, with_options};

with_options! {
    /// The options of the C++ back end.
    pub struct Options {
        /// Puts each interface into a header of its own, so that several worlds can share it.
        pub split_interfaces: bool = "split-interfaces";
        /// Puts this before the symbol of every export, so that several worlds can be linked into one program.
        pub export_prefix: Option<String> = "export-prefix" ' ' "TEXT";
        /// Puts everything into a namespace of this name.
        pub internal_prefix: Option<String> = "internal-prefix" ' ' "NAME";
        /// What exported functions are passed: values that they own (`asymmetric`), or, as imported functions, views of
        /// strings and lists (`symmetric`).
        pub api_style: ApiStyle = "api-style" ' ' "STYLE";
        /// What records that are passed to imported functions are made of: of what they own (`owning`), of views of
        /// strings and lists, in a type `…Param` (`fine-borrowing`), or of views unless there are owned handles in them
        /// (`coarse-borrowing`).
        pub ownership: Ownership = "ownership" ' ' "OWNERSHIP";
        /// Includes this header for an imported interface, instead of writing its bindings.
        pub with: Pairs = "with" ' ' "INTERFACE=HEADER";
        /// Binds these functions synchronously, although WIT says `async`.
        ///
        /// `all`, `ns:pkg/iface#f`, `import:…` or `export:…`.
        pub sync: Filters = "sync" ' ' "FILTER";
    }
}

/// What exported functions are passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ApiStyle {
    /// Values that they own.
    #[default]
    Asymmetric,
    /// Views of strings and lists, as imported functions.
    Symmetric,
}

impl Setting for ApiStyle {
    const KIND: Kind = Kind::Choice(&[("asymmetric", "asymmetric"), ("symmetric", "symmetric")]);

    fn take(&mut self, value: Value) -> Result<(), SetError> {
        *self = match choice(Self::KIND, value)? {
            "symmetric" => Self::Symmetric,
            _ => Self::Asymmetric,
        };
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        let name = match self {
            Self::Asymmetric => "asymmetric",
            Self::Symmetric => "symmetric",
        };
        vec![Some(name.to_owned())]
    }
}

/// What records that are passed to imported functions are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ownership {
    /// What they own.
    #[default]
    Owning,
    /// Views of strings and lists, unless there are owned handles.
    CoarseBorrowing,
    /// Views of strings and lists.
    FineBorrowing,
}

impl Setting for Ownership {
    const KIND: Kind = Kind::Choice(&[
        ("owning", "owning"),
        ("coarse-borrowing", "coarse-borrowing"),
        ("fine-borrowing", "fine-borrowing"),
    ]);

    fn take(&mut self, value: Value) -> Result<(), SetError> {
        *self = match choice(Self::KIND, value)? {
            "coarse-borrowing" => Self::CoarseBorrowing,
            "fine-borrowing" => Self::FineBorrowing,
            _ => Self::Owning,
        };
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        let name = match self {
            Self::Owning => "owning",
            Self::CoarseBorrowing => "coarse-borrowing",
            Self::FineBorrowing => "fine-borrowing",
        };
        vec![Some(name.to_owned())]
    }
}

/// The name of a choice, if it is one of those.
fn choice(kind: Kind, value: Value) -> Result<&'static str, SetError> {
    match (kind, value) {
        (Kind::Choice(choices), Value::Text(name)) => {
            let known = choices.iter().find(|(choice, _)| *choice == name);
            known
                .map(|(choice, _)| *choice)
                .ok_or(SetError::NotAChoice(choices))
        }
        _ => Err(SetError::WrongKind(kind)),
    }
}
