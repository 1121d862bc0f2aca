//! The macro `generate!`, with its documentation.

/// Generates Rust for a WIT world.
///
/// What a world imports becomes functions and types to use, in modules called after package and interface
/// (`ns::pkg::iface`); what it exports becomes traits to implement, `Guest` for the world itself and one of that name in
/// `exports::ns::pkg::iface` for an interface. The macro `export!`, which is generated too, makes a type that implements
/// them the component's:
///
/// ```ignore
/// witc::generate!("plugin" in "../wit");
///
/// struct Plugin;
///
/// impl Guest for Plugin { /* … */ }
/// impl exports::ns::pkg::iface::Guest for Plugin { /* … */ }
///
/// export!(Plugin);
/// ```
///
/// # Which world, and where its WIT is
///
/// | | |
/// |---|---|
/// | `generate!()` | the only world in the folder `wit` |
/// | `generate!("plugin")` | the world of this name in it; `"ns:pkg/plugin@1.0.0"` for a world of a dependency |
/// | `generate!(in "path")` | the only world in a folder, in a file, or, with the feature `binary`, in a package in binary form |
/// | `generate!("plugin" in "path")` | |
/// | `generate!({ key: value, … })` | with options |
///
/// Paths start at the folder of `Cargo.toml`. Packages that the WIT depends on are looked for in `deps` within the
/// folder. The compiler knows of every file that was read, and compiles the program again when one changes; it can't
/// know of a file that is added later. (A build script can: the crate `witc-build` generates the same code as a file.)
///
/// # Options
///
/// | key | |
/// |---|---|
/// | `world: "plugin"` | which world |
/// | `path: "path"`, `path: ["a", "b"]` | where the WIT is; the packages may use each other |
/// | `inline: "package a:b; …"` | WIT in place; then `path`, or the folder `wit` if there is one, has the dependencies |
/// | `features: ["name"]` | include what is `@unstable(feature = name)` |
/// | `debug: true` | write the generated code to a file, so that errors in it show lines; `WITC_DEBUG=1` does so too |
/// | `with: { "ns:pkg/iface": path::to, "ns:pkg/iface/type": path::Type, "ns:pkg/other": generate }` | use what another crate or module has |
/// | `generate_all` | generate everything that `with` doesn't name |
/// | `additional_derives: [PartialEq, serde::Serialize]` | derive these for every generated type |
/// | `additional_derives_ignore: ["type"]` | but not for these |
/// | `additional_type_attributes: { "ns:pkg/iface/type": [#[attribute]] }` | attributes of one type |
/// | `additional_member_attributes: { "ns:pkg/iface/type.field": [#[attribute]] }` | attributes of one field or case |
/// | `ownership: Owning`, `ownership: Borrowing { duplicate_if_necessary: true }` | whether what goes to imports owns what is in it |
/// | `raw_strings` | strings are `Vec<u8>` and `&[u8]` |
/// | `std_feature` | `Error` is implemented only with the feature `std` of the program |
/// | `skip: ["function"]` | leave functions out; those that the world exports the guest exports by itself |
/// | `stubs` | a type `Stub` that implements every trait and traps |
/// | `export_macro_name: "name"`, `pub_export_macro: true`, `default_bindings_module: "path"` | how `export!` is called, whether other crates see it, and where the bindings are for it |
/// | `export_prefix: "text"`, `type_section_suffix: "text"` | of the names of what is exported, and of the section with the component's type |
/// | `runtime_path: "path"`, `map_type: "path"`, `bitflags_path: "path"` | use other crates |
/// | `generate_unused_types: true` | types that no function uses, too |
/// | `merge_structurally_equal_types: true` | types that are made alike are one |
/// | `disable_run_ctors_once_workaround: true`, `disable_custom_section_link_helpers: true` | leave out what helps linking |
/// | `host_tests` | mocks for tests on the host: see the documentation of the crate |
/// | `sync: ["ns:pkg/iface#function"]`, `chainable_methods: ["all"]` | bind some functions in another way |
///
/// An option that is on or off may stand alone or have a value: `stubs`, `stubs: false`. With the feature
/// `macro-string` a string may be `concat!`, `env!`, `include_str!`, `include!` or `stringify!` of others.
#[macro_export]
macro_rules! generate {
    // Only a `macro_rules!` knows its crate: `$crate` is this one, whatever the user calls it.
    ($($input:tt)*) => {
        $crate::__generate! { $crate $($input)* }
    };
}
