//! The options of the C back end.

use witc_bindgen_core::{Filters, Kind, Pairs, SetError, Setting, Value, with_options};
use witc_type_section::StringEncoding;

with_options! {
    /// The options of the C back end.
    pub struct Options {
        /// Leaves out the helper functions: those that free values, make strings, and drop and borrow handles.
        pub no_helpers: bool = "no-helpers";
        /// How strings are encoded: `utf8`, `utf16`, or `compact-utf16`, which is Latin-1 or UTF-16 as a bit of each
        /// string's length says.
        pub string_encoding: Encoding = "string-encoding" ' ' "ENCODING";
        /// Passes an option as a pointer to a struct, and returns an option or result through one.
        ///
        /// Otherwise the parameter is a pointer that may be null, and the function returns `bool`.
        pub no_sig_flattening: bool = "no-sig-flattening";
        /// Writes no object file with the type of the world.
        pub no_object_file: bool = "no-object-file";
        /// Begins the C names of an interface `ns:pkg/iface` with something else.
        pub rename: Pairs = "rename" ' ' "INTERFACE=NAME";
        /// Calls the world something else, in names and in the names of files.
        pub rename_world: Option<String> = "rename-world" ' ' "NAME";
        /// Puts this behind the name of the custom section with the component's type.
        pub type_section_suffix: Option<String> = "type-section-suffix" ' ' "TEXT";
        /// Drops the borrowed handles that an exported function was passed when it returns.
        pub autodrop_borrows: Autodrop = "autodrop-borrows" ' ' "YES-OR-NO";
        /// Binds these functions synchronously, although WIT says `async`.
        ///
        /// `all`, `ns:pkg/iface#f`, `import:…` or `export:…`.
        pub sync: Filters = "sync" ' ' "FILTER";
        /// Binds these functions asynchronously: `all`, `ns:pkg/iface#f`, `import:…` or `export:…`; `-…` does not.
        pub async_: Filters = "async" ' ' "FILTER" (async);
        /// Declares the built-ins for async functions even if there are none. Not supported yet.
        pub generate_async_helpers: bool = "generate-async-helpers";
        /// Declares the built-ins for threads, and those for async functions. Not supported yet.
        pub generate_threading_helpers: bool = "generate-threading-helpers";
    }
}

/// How strings are encoded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Encoding(pub StringEncoding);

impl Setting for Encoding {
    const KIND: Kind = Kind::Choice(&[
        ("utf8", "utf8"),
        ("utf16", "utf16"),
        ("compact-utf16", "compact-utf16"),
    ]);

    fn take(&mut self, value: Value) -> Result<(), SetError> {
        self.0 = choice(Self::KIND, value)?
            .parse()
            .map_err(|_| SetError::WrongKind(Self::KIND))?;
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        vec![Some(self.0.name().to_owned())]
    }
}

/// Whether borrowed handles are dropped when an exported function returns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Autodrop(pub bool);

impl Setting for Autodrop {
    const KIND: Kind = Kind::Choice(&[("no", "no"), ("yes", "yes")]);

    fn take(&mut self, value: Value) -> Result<(), SetError> {
        self.0 = choice(Self::KIND, value)? == "yes";
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        vec![Some(if self.0 { "yes" } else { "no" }.to_owned())]
    }
}

/// The name of a choice, if it is one of those.
fn choice(kind: Kind, value: Value) -> Result<String, SetError> {
    match (kind, value) {
        (Kind::Choice(choices), Value::Text(name)) => {
            let known = choices.iter().any(|(choice, _)| *choice == name);
            if known {
                Ok(name)
            } else {
                Err(SetError::NotAChoice(choices))
            }
        }
        _ => Err(SetError::WrongKind(kind)),
    }
}
