//! The options of the Rust back end.

use witc_bindgen_core::{
    Attributes, Filters, FunctionName, Pairs, Paths, binds_async, choices, with_options,
};
use witc_resolve::Function;

/// The name that stands for the guest crate in the output where no runtime path is given and the crate isn't known by
/// name: the macro puts `$crate` in its place, which no text can spell.
pub const CRATE_PLACEHOLDER: &str = "__witc_crate";

with_options! {
    /// The options of the Rust back end.
    pub struct Options {
        /// Puts the `Error` impls of error types behind `#[cfg(feature = "std")]`.
        pub std_feature: bool = "std-feature";
        /// Passes strings as bytes: `&[u8]` and `Vec<u8>` in place of `&str` and `String`.
        ///
        /// What is passed must be UTF-8 all the same.
        pub raw_strings: bool = "raw-strings";
        /// Leaves out the functions of this name.
        ///
        /// They stay in the world's type: what it exports the guest has to export by itself.
        pub skip: Vec<String> = "skip" ' ' "NAME";
        /// Writes a type `Stub` that implements every exported trait with `unreachable!()`.
        pub stubs: bool = "stubs";
        /// Puts this before the symbol of every export, so that several worlds can be linked into one test.
        pub export_prefix: Option<String> = "export-prefix" ' ' "TEXT";
        /// Whether types that are passed to imports own what they hold.
        ///
        /// `owning`: they do. `borrowing`: those that are only ever passed to imports hold references.
        /// `borrowing-duplicate-if-necessary`: those that go both ways exist twice, as `NameParam<'a>` and `NameResult`.
        pub ownership: Ownership = "ownership" ' ' "KIND";
        /// The path of the runtime module that generated code calls; `witc::rt` if it isn't given.
        ///
        /// `witc rust` takes the name of the crate from `Cargo.toml`, and `generate!` from its caller.
        pub runtime_path: Option<String> = "runtime-path" ' ' "PATH";
        /// The type that stands for `map<k, v>`, with two type parameters and an impl of the runtime's `WitMap`; a
        /// `BTreeMap` if it isn't given.
        pub map_type: Option<String> = "map-type" ' ' "PATH";
        /// The path of the `bitflags` crate; that of the runtime if it isn't given.
        pub bitflags_path: Option<String> = "bitflags-path" ' ' "PATH";
        /// Derives this for every record, variant and enum.
        pub additional_derives: Paths = "additional-derive-attributes" 'd' "DERIVE";
        /// Exempts a type, by its name in WIT, from the additional derives.
        pub additional_derives_ignore: Vec<String> = "additional-derive-ignore" ' ' "NAME";
        /// Puts an attribute on a record, variant or enum, given as `ns:pkg/iface/type`.
        pub additional_type_attributes: Attributes = "additional-type-attributes" ' ' "TYPE=ATTRIBUTE";
        /// Puts an attribute on a field or case, given as `ns:pkg/iface/type.member`.
        pub additional_member_attributes: Attributes = "additional-member-attributes" ' ' "MEMBER=ATTRIBUTE";
        /// Uses what is at a Rust path for an interface `ns:pkg/iface` or a type `ns:pkg/iface/type`, or, for `generate`,
        /// generates it.
        pub with: Pairs = "with" ' ' "NAME=PATH";
        /// Generates the interfaces of other packages too, those apart that `with` names.
        pub generate_all: bool = "generate-all";
        /// Puts this after the name of the custom section with the component's type.
        pub type_section_suffix: Option<String> = "type-section-suffix" ' ' "TEXT";
        /// Leaves static constructors to the linker, which runs them before every export.
        pub disable_run_ctors_once_workaround: bool = "disable-run-ctors-once-workaround";
        /// The module with the bindings where `export!` is not told; `self` if it isn't given.
        pub default_bindings_module: Option<String> = "default-bindings-module" ' ' "PATH";
        /// The name of the `export!` macro.
        pub export_macro_name: Option<String> = "export-macro-name" ' ' "NAME";
        /// Makes the `export!` macro usable from other crates.
        pub pub_export_macro: bool = "pub-export-macro";
        /// Writes types even if no function needs them.
        pub generate_unused_types: bool = "generate-unused-types";
        /// Leaves out what keeps the custom section with the component's type alive in libraries.
        pub disable_custom_section_link_helpers: bool = "disable-custom-section-link-helpers";
        /// Binds these functions synchronously, although WIT says `async`.
        ///
        /// `all`, `ns:pkg/iface#f`, `import:…` or `export:…`.
        pub sync: Filters = "sync" ' ' "FILTER";
        /// Binds these functions asynchronously: `all`, `ns:pkg/iface#f`, `import:…` or `export:…`; `-…` does not.
        pub async_: Filters = "async" ' ' "FILTER" (async);
        /// Writes one type for all that have the same structure, and aliases for the others.
        pub merge_structurally_equal_types: bool = "merge-structurally-equal-types";
        /// Lets methods of imports that have no result return `self`, so that calls can be chained.
        ///
        /// `all`, `ns:pkg/iface#resource`, `ns:pkg/iface#[method]resource.f`; `&…` returns `&self`; `-…` does not.
        pub chainable_methods: Filters = "chainable-methods" ' ' "FILTER";
        /// Lets mocks that a test installs stand in for imports where the target is not WebAssembly.
        ///
        /// Each imported interface gets a trait `Mock`, and a function `mock` that installs something of it.
        pub host_tests: bool = "host-tests";
    }
}

impl Options {
    /// Whether a function is bound as `async`.
    pub(crate) fn binds_async(&self, name: FunctionName<'_>) -> bool {
        binds_async(name, &self.sync, &self.async_)
    }

    /// Whether a function is left out.
    pub(crate) fn skips(&self, function: &Function) -> bool {
        self.skip.iter().any(|name| *name == function.name)
    }

    /// The path of the runtime module.
    pub(crate) fn runtime(&self) -> &str {
        self.runtime_path.as_deref().unwrap_or("witc::rt")
    }
}

choices! {
    /// Whether types that are passed to imports own what they hold.
    pub enum Ownership {
        /// They do.
        Owning = "owning" in macros "Owning",
        /// Those that are only ever passed to imports hold references.
        Borrowing = "borrowing" in macros "Borrowing { duplicate_if_necessary: false }",
        /// Those that go both ways exist twice.
        BorrowingDuplicateIfNecessary = "borrowing-duplicate-if-necessary"
            in macros "Borrowing { duplicate_if_necessary: true }",
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, Ownership};
    use witc_bindgen_core::{OptionValue, Options as _, SetError};

    #[test]
    fn every_option_can_be_set_and_shown() {
        let mut options = Options::default();
        assert!(options.given().is_empty());
        for spec in Options::TABLE {
            use witc_bindgen_core::OptionKind::{
                Attributes, Choice, Filters, Flag, Pairs, Paths, Text, Texts,
            };
            let (value, shown) = match spec.kind {
                Flag => (OptionValue::Flag(true), String::new()),
                Text => (OptionValue::Text("t".into()), " t".into()),
                Texts | Paths | Filters => (OptionValue::Texts(vec!["t".into()]), " t".into()),
                Pairs | Attributes => (
                    OptionValue::Pairs(vec![("k".into(), "v".into())]),
                    " k=v".into(),
                ),
                Choice(choices) => {
                    let name = choices[choices.len() - 1].0;
                    (OptionValue::Text(name.into()), format!(" {name}"))
                }
            };
            options.set(spec.flag, value).unwrap();
            let given = options
                .given()
                .into_iter()
                .find(|given| given.flag == spec.flag);
            assert_eq!(
                given.unwrap().to_string(),
                format!("--{}{shown}", spec.flag)
            );
            assert_eq!(
                spec.value_name.is_empty(),
                spec.kind == Flag,
                "{}",
                spec.flag
            );
            assert!(spec.help().ends_with('.'), "{}", spec.help());
        }
        assert_eq!(options.given().len(), Options::TABLE.len());
        assert_eq!(options.ownership, Ownership::BorrowingDuplicateIfNecessary);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let mut options = Options::default();
        assert_eq!(
            options.set("stub", OptionValue::Flag(true)),
            Err(SetError::Unknown)
        );
        assert!(matches!(
            options.set("stubs", OptionValue::Text("x".into())),
            Err(SetError::WrongKind(_))
        ));
        assert!(matches!(
            options.set("ownership", OptionValue::Text("mine".into())),
            Err(SetError::NotAChoice(_))
        ));
        assert!(options.given().is_empty());
    }
}
