//! The macro `generate!`, with its documentation.

/// Generates Rust for a WIT world.
///
/// Imports become functions and types in modules that are named after package and interface (`ns::pkg::iface`). Exports
/// become traits to implement: `Guest` for the world itself, and a trait of this name in `exports::ns::pkg::iface` for
/// each interface. The generated macro `export!` exports a type that implements them:
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
/// # The world, and its WIT
///
/// | | |
/// |---|---|
/// | `generate!()` | the only world in the folder `wit` |
/// | `generate!("plugin")` | the world of this name in that folder; `"ns:pkg/plugin@1.0.0"` for a world of a dependency |
/// | `generate!(in "path")` | the only world in a folder or file, or, with the feature `binary`, in a package in binary form |
/// | `generate!("plugin" in "path")` | |
/// | `generate!({ key: value, … })` | with options |
///
/// Paths are relative to the folder of `Cargo.toml`. Dependencies of the WIT are in the folder `deps` in its folder. The
/// compiler knows every file that was read, and compiles the program again when one changes, but it cannot know a file
/// that is added later. (A build script can: the crate `witc-build` generates the same code as a file.)
///
/// # Options
///
/// | key | |
/// |---|---|
/// | `world: "plugin"` | the world |
/// | `path: "path"`, `path: ["a", "b"]` | the paths of the WIT; the packages can use each other |
/// | `inline: "package a:b; …"` | the WIT itself; `path`, or else the folder `wit` if it exists, then contains the dependencies |
/// | `features: ["name"]` | include items that are `@unstable(feature = name)` |
/// | `debug: true` | write the generated code to a file, so that errors in it show lines; the same as `WITC_DEBUG=1` |
/// | `with: { "ns:pkg/iface": path::to, "ns:pkg/iface/type": path::Type, "ns:pkg/other": generate }` | use the items of another crate or module |
/// | `generate_all` | generate everything that `with` does not name |
/// | `additional_derives: [PartialEq, serde::Serialize]` | derive these for every generated type |
/// | `additional_derives_ignore: ["type"]` | but not for these |
/// | `additional_type_attributes: { "ns:pkg/iface/type": [#[attribute]] }` | attributes of one type |
/// | `additional_member_attributes: { "ns:pkg/iface/type.field": [#[attribute]] }` | attributes of one field or case |
/// | `ownership: Owning`, `ownership: Borrowing { duplicate_if_necessary: true }` | whether values for imports own their contents |
/// | `raw_strings` | strings are `Vec<u8>` and `&[u8]` |
/// | `std_feature` | `Error` is implemented only with the feature `std` of the program |
/// | `skip: ["function"]` | leave functions out; the guest itself exports those that the world exports |
/// | `stubs` | a type `Stub` that implements every trait and traps |
/// | `export_macro_name: "name"`, `pub_export_macro: true`, `default_bindings_module: "path"` | the name of `export!`, whether other crates see it, and where it finds the bindings |
/// | `export_prefix: "text"`, `type_section_suffix: "text"` | added to the names of exports, and to that of the section with the type of the component |
/// | `runtime_path: "path"`, `map_type: "path"`, `bitflags_path: "path"` | use other crates |
/// | `generate_unused_types: true` | generate types that no function uses as well |
/// | `merge_structurally_equal_types: true` | generate types of equal structure once |
/// | `disable_run_ctors_once_workaround: true`, `disable_custom_section_link_helpers: true` | leave out workarounds for linking |
/// | `host_tests` | mocks for tests on the host: see the documentation of the crate |
/// | `sync: ["ns:pkg/iface#function"]`, `chainable_methods: ["all"]` | bind some functions in another way |
///
/// The value of an option that is on or off can be left out: `stubs`, `stubs: false`. With the feature
/// `macro-string`, a string can be `concat!`, `env!`, `include_str!`, `include!` or `stringify!` of others.
#[macro_export]
macro_rules! generate {
    // Only a `macro_rules!` macro knows its crate: `$crate` is this one, whatever name the user gives it.
    ($($input:tt)*) => {
        $crate::__generate! { $crate $($input)* }
    };
}
