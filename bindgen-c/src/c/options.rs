//! The options of the C back end.

use crate::shared::calls::AsyncFilters;
use witc_bindgen_core::{Filters, Pairs, choices, with_options};
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
        /// Puts this after the name of the custom section with the component's type.
        pub type_section_suffix: Option<String> = "type-section-suffix" ' ' "TEXT";
        /// Drops the borrowed handles that an exported function was passed when it returns.
        pub autodrop_borrows: Autodrop = "autodrop-borrows" ' ' "YES-OR-NO";
        /// Binds these functions synchronously, although WIT says `async`.
        ///
        /// `all`, `ns:pkg/iface#f`, `import:…` or `export:…`.
        pub sync: Filters = "sync" ' ' "FILTER";
        /// Which async functions are bound so: `all`, `ns:pkg/iface#f`, `import:…` or `export:…`; `-…` are not.
        pub async_: Filters = "async" ' ' "FILTER" (async);
        /// Declares the built-ins for async functions even if there are none.
        pub generate_async_helpers: bool = "generate-async-helpers";
        /// Declares the built-ins for threads, and those for async functions.
        pub generate_threading_helpers: bool = "generate-threading-helpers";
    }
}

impl Options {
    /// Whether the bindings drop borrowed handles that an exported function was passed.
    pub(crate) fn drops_borrows(&self) -> bool {
        self.autodrop_borrows == Autodrop::Yes
    }

    /// The options that say which functions are async.
    pub(crate) fn async_filters(&self) -> AsyncFilters<'_> {
        AsyncFilters {
            asynchronous: Some(&self.async_),
            synchronous: &self.sync,
        }
    }
}

choices! {
    /// The encoding of strings.
    pub enum Encoding {
        /// UTF-8.
        Utf8 = "utf8",
        /// UTF-16.
        Utf16 = "utf16",
        /// Latin-1 or UTF-16, as a bit of each string's length says.
        CompactUtf16 = "compact-utf16",
    }
}

choices! {
    /// Whether borrowed handles are dropped when an exported function returns.
    pub enum Autodrop {
        /// The function drops them.
        No = "no",
        /// The bindings drop them.
        Yes = "yes",
    }
}

impl From<Encoding> for StringEncoding {
    fn from(encoding: Encoding) -> Self {
        match encoding {
            Encoding::Utf8 => Self::Utf8,
            Encoding::Utf16 => Self::Utf16,
            Encoding::CompactUtf16 => Self::CompactUtf16,
        }
    }
}

impl From<StringEncoding> for Encoding {
    fn from(encoding: StringEncoding) -> Self {
        match encoding {
            StringEncoding::Utf8 => Self::Utf8,
            StringEncoding::Utf16 => Self::Utf16,
            StringEncoding::CompactUtf16 => Self::CompactUtf16,
        }
    }
}
