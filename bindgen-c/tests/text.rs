//! The text of the files.

mod support;

use support::{generate, text};
use witc_bindgen_c::codes;
use witc_diagnostics::Code;

#[test]
fn signatures_and_whose_things_are() {
    let output = generate(
        "package my:pkg@1.2.3;
        interface iface {
            /// A place.
            record point { x: s32, %int: u8 }
            variant shape { none, at(point), %union(string) }
            enum color { red, dark-green }
            resource blob { constructor(init: list<u8>); read: func(n: u32) -> list<u8>; merge: static func(a: blob, b: borrow<blob>) -> blob; }
            /// Finds it.
            find: func(name: string, near: option<point>) -> result<shape, color>;
            first: func(of: list<blob>) -> option<blob>;
        }
        world my-world { import iface; export iface; export run: func(args: list<string>) -> string; }",
        &[],
    );
    let header = text(&output, ".h");
    for expected in [
        "typedef struct my_world_string_t {\n    uint8_t *ptr;\n    size_t len;\n} my_world_string_t;",
        "/** A place. */\ntypedef struct my_pkg_iface_point_t {\n    int32_t x;\n    uint8_t int_;\n} my_pkg_iface_point_t;",
        "    union {\n        my_pkg_iface_point_t at;\n        my_world_string_t union_;\n    } val;\n} my_pkg_iface_shape_t;",
        "#define MY_PKG_IFACE_SHAPE_UNION 2",
        "typedef uint8_t my_pkg_iface_color_t;",
        "#define EXPORTS_MY_PKG_IFACE_COLOR_DARK_GREEN 1",
        "/**
 * Finds it.
 *
 * name: read during the call, and stays yours.
 * maybe_near: read during the call, and stays yours. NULL stands for none.
 * Returns true for success, and `ret` is set; or false, and `err` is set.
 * ret: yours; free it with my_pkg_iface_shape_free.
 */
bool my_pkg_iface_find(const my_world_string_t *name, const my_pkg_iface_point_t *maybe_near, my_pkg_iface_shape_t *ret, my_pkg_iface_color_t *err);",
        "bool exports_my_pkg_iface_find(my_world_string_t *name, exports_my_pkg_iface_point_t *maybe_near, exports_my_pkg_iface_shape_t *ret, exports_my_pkg_iface_color_t *err);",
        "my_pkg_iface_own_blob_t my_pkg_iface_constructor_blob(const my_world_list_u8_t *init);",
        " * a: moves to the callee: the handle is not yours any more.\n * b: lent for the call.\n * Returns: yours; drop it with my_pkg_iface_blob_drop_own.\n",
        "void my_pkg_iface_method_blob_read(my_pkg_iface_borrow_blob_t self, uint32_t n, my_world_list_u8_t *ret);",
        "void exports_my_pkg_iface_method_blob_read(exports_my_pkg_iface_borrow_blob_t self, uint32_t n, my_world_list_u8_t *ret);",
        " * of: yours; free it with exports_my_pkg_iface_list_own_blob_free.\n",
        "void exports_my_world_run(my_world_list_string_t *args, my_world_string_t *ret);",
        "my_pkg_iface_borrow_blob_t my_pkg_iface_borrow_blob(my_pkg_iface_own_blob_t handle);",
        "void exports_my_pkg_iface_blob_destructor(exports_my_pkg_iface_blob_t *rep);",
        "void my_pkg_iface_list_own_blob_free(my_pkg_iface_list_own_blob_t *ptr);",
    ] {
        assert!(header.contains(expected), "missing:\n{expected}\nin:\n{header}");
    }
    // The version is in names only where there are several of the package.
    assert!(!header.contains("1_2_3"));
    let names: Vec<&str> = output.files.iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["my_world.c", "my_world.h", "my_world_component_type.o"]
    );
}

#[test]
fn new_names_and_no_flattening() {
    let wit = "package a:b; interface i { f: func(x: option<u32>) -> result<string, u8>; } world w { import i; export i; }";
    let options = [
        "--rename=a:b/i=short",
        "--rename-world=new-name",
        "--no-sig-flattening",
        "--no-object-file",
    ];
    let output = generate(wit, &options);
    let header = text(&output, "new_name.h");
    let expected = "void short_f(const new_name_option_u32_t *x, short_result_string_u8_t *ret);";
    assert!(header.contains(expected), "{header}");
    assert!(header.contains(
        "void exports_short_f(new_name_option_u32_t *x, exports_short_result_string_u8_t *ret);"
    ));
    assert_eq!(output.files.iter().len(), 2);
}

#[test]
fn the_output_is_linear_in_the_nesting() {
    let bytes = |depth: usize| {
        let mut wit =
            "package a:b;\ninterface i {\nrecord r0 { name: string, tags: list<string> }\n"
                .to_owned();
        for n in 1..=depth {
            wit += &format!(
                "record r{n} {{ left: r{m}, right: option<r{m}> }}\n",
                m = n - 1
            );
        }
        wit += &format!("f: func(x: r{depth}) -> r{depth};\n}}\nworld w {{ import i; export i; }}");
        let output = generate(&wit, &[]);
        text(&output, ".c").len() + text(&output, ".h").len()
    };
    let (four, eight, fourteen) = (bytes(4), bytes(8), bytes(14));
    // Twice the depth may cost twice the bytes and a bit for longer names; growth that multiplies is far above.
    assert!(eight * 2 <= four * 5, "{four} {eight}");
    assert!(fourteen <= four * 4, "{four} {fourteen}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let wit = std::fs::read_to_string(support::fixture("names.wit")).unwrap();
    assert_eq!(generate(&wit, &[]).files, generate(&wit, &[]).files);
}

/// The codes of all diagnostics; there are no files if and only if one is an error.
fn codes(wit: &str, options: &[&str]) -> Vec<Code> {
    let output = generate(wit, options);
    assert_eq!(output.has_errors(), output.files.is_empty());
    output
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect()
}

#[test]
fn asynchronous_functions_and_helpers_are_not_supported() {
    let asynchronous =
        "package a:b; interface i { f: async func(); g: func(); } world w { import i; export i; }";
    // Once each, although they come in and go out.
    assert_eq!(codes(asynchronous, &[]), [codes::ASYNC_IN_C]);
    assert_eq!(
        codes(asynchronous, &["--sync=import:a:b/i#f"]),
        [codes::ASYNC_IN_C]
    );
    assert_eq!(codes(asynchronous, &["--sync=all"]), []);
    assert_eq!(
        codes(asynchronous, &["--async=all", "--sync=all"]),
        [codes::ASYNC_IN_C; 2]
    );
    assert_eq!(
        codes(asynchronous, &["--sync=all", "--sync=a:b/i#h"]),
        [witc_bindgen_core::codes::UNUSED_FILTER]
    );
    let nothing = "package a:b; world w {}";
    assert_eq!(
        codes(nothing, &["--generate-async-helpers"]),
        [codes::BUILT_INS_IN_C]
    );
    assert_eq!(
        codes(nothing, &["--generate-threading-helpers"]),
        [codes::BUILT_INS_IN_C]
    );
}

#[test]
fn streams_lists_of_handles_and_renames_of_nothing_are_said() {
    let streams = "package a:b; world w { import f: func(x: stream<u8>); export g: func() -> future; record r { x: stream } }";
    assert_eq!(codes(streams, &[]), [codes::STREAM_IN_C; 3]);
    // A type or function that has them through a type with a name is not to blame.
    let named = "package a:b; interface i { record r { x: option<stream> } type l = list<r>; f: func(x: l) -> r; } world w { import i; export i; }";
    assert_eq!(codes(named, &[]), [codes::STREAM_IN_C]);
    let lists = "package a:b; interface i { resource r; } world w { use i.{r}; export f: func(x: list<borrow<r>>); }";
    assert_eq!(
        codes(lists, &["--autodrop-borrows=yes"]),
        [codes::AUTODROP_IN_LIST]
    );
    assert_eq!(codes(lists, &["--autodrop-borrows=no"]), []);
    // The same with a resource of its own is no handle, so that nothing is to be dropped.
    let own = "package a:b; interface i { resource r; f: func(x: list<borrow<r>>); } world w { export i; }";
    assert_eq!(codes(own, &["--autodrop-borrows=yes"]), []);
    assert_eq!(
        codes(lists, &["--rename=a:b/j=x"]),
        [codes::RENAME_UNMATCHED]
    );
}

#[test]
fn values_that_are_too_large_are_not_supported() {
    let large = "package a:b; world w { import f: func(x: list<list<u64, 100000>, 100000>); }";
    assert_eq!(
        codes(large, &[]),
        [witc_canonical_abi::codes::VALUE_TOO_LARGE]
    );
}

#[test]
fn types_made_of_the_same_twice_do_not_hang() {
    let mut wit =
        "package a:b;\ninterface i {\nresource q;\nrecord r0 { x: u8 }\nrecord h0 { x: borrow<q> }\n"
            .to_owned();
    // As deep as the size of types allows that a component can hold.
    for n in 1..=13 {
        let m = n - 1;
        wit += &format!("record r{n} {{ a: r{m}, b: r{m} }}\nrecord h{n} {{ a: h{m}, b: h{m} }}\n");
    }
    wit += "f: func(x: list<r13>, y: list<h13>) -> r13;\n}\nworld w { import i; export i; }";
    let header = generate(&wit, &[]);
    // A type without anything to free has no function for it.
    assert!(!text(&header, ".h").contains("r13_free(a_b_i_r13_t"));
}
