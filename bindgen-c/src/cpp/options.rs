//! The options of the C++ back end.

use crate::shared::calls::AsyncFilters;
use witc_bindgen_core::{Filters, Pairs, choices, with_options};

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

impl Options {
    /// The options that say which functions are async.
    pub(crate) fn async_filters(&self) -> AsyncFilters<'_> {
        AsyncFilters {
            // C++ has no option that makes a function async.
            asynchronous: None,
            synchronous: &self.sync,
        }
    }
}

choices! {
    /// The parameters of exported functions.
    pub enum ApiStyle {
        /// Values that they own.
        Asymmetric = "asymmetric",
        /// Views of strings and lists, as imported functions.
        Symmetric = "symmetric",
    }
}

choices! {
    /// The fields of records that are passed to imported functions.
    pub enum Ownership {
        /// Values that they own.
        Owning = "owning",
        /// Views of strings and lists, unless there are owned handles.
        CoarseBorrowing = "coarse-borrowing",
        /// Views of strings and lists.
        FineBorrowing = "fine-borrowing",
    }
}
