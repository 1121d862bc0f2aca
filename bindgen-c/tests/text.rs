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

/// What C has for async functions, streams and futures, by the names that wit-bindgen gives it.
#[test]
fn asynchronous_functions_and_channels() {
    let wit = "package a:b; interface i {
        resource r;
        /// Gets it.
        get: async func(n: u32, s: string) -> result<string>;
        big: async func(%result: list<r>, args: string, ret: u8) -> u8;
        whole: async func(x: tuple<u8, u8, u8, u8, u8>);
        pass: func(x: stream<string>) -> future<list<r>>;
        unit: func(x: stream, y: future);
    } world w { import i; export i; export run: async func(); }";
    let output = generate(wit, &[]);
    let header = text(&output, ".h");
    for expected in [
        "w_subtask_status_t a_b_i_get(uint32_t n, w_string_t s, a_b_i_result_string_void_t *result);",
        "typedef struct a_b_i_big_args_t {\n    a_b_i_list_own_r_t result;\n    w_string_t args;\n    uint8_t ret;\n} a_b_i_big_args_t;",
        "w_subtask_status_t a_b_i_big(const a_b_i_big_args_t *args, uint8_t *result);",
        "w_subtask_status_t a_b_i_whole(const w_tuple5_u8_u8_u8_u8_u8_t *arg);",
        "w_callback_code_t exports_a_b_i_get(uint32_t n, w_string_t *s);",
        "w_callback_code_t exports_a_b_i_get_callback(w_event_t *event);",
        "void exports_a_b_i_get_return(exports_a_b_i_result_string_void_t ret);",
        "void exports_w_run_return(void);",
        "typedef uint32_t a_b_i_stream_string_t;",
        "typedef uint32_t a_b_i_stream_string_writer_t;",
        "a_b_i_stream_string_t a_b_i_stream_string_new(a_b_i_stream_string_writer_t *writer);",
        "w_waitable_status_t a_b_i_stream_string_read(a_b_i_stream_string_t reader, w_string_t *buf, size_t amt);",
        "w_waitable_status_t a_b_i_stream_string_write(a_b_i_stream_string_writer_t writer, const w_string_t *buf, size_t amt);",
        "void a_b_i_stream_string_free_buffer(w_string_t *buf, size_t amt);",
        "w_waitable_status_t a_b_i_future_list_own_r_read(a_b_i_future_list_own_r_t reader, a_b_i_list_own_r_t *buf);",
        "void a_b_i_future_list_own_r_release_buffer(a_b_i_list_own_r_t *buf);",
        "w_waitable_status_t a_b_i_stream_void_write(a_b_i_stream_void_writer_t writer, size_t amt);",
        "w_waitable_status_t exports_a_b_i_future_void_read(exports_a_b_i_future_void_t reader);",
        "void exports_a_b_i_future_void_drop_writable(exports_a_b_i_future_void_writer_t writer);",
        "#define W_SUBTASK_STATE(status)",
        "#define W_CALLBACK_CODE_WAIT(set)",
        "void w_waitable_set_wait(w_waitable_set_t set, w_event_t *event);",
    ] {
        assert!(
            header.contains(expected),
            "missing:\n{expected}\nin:\n{header}"
        );
    }
    let source = text(&output, ".c");
    for expected in [
        "WITC_IMPORT(\"a:b/i\", \"[async-lower]get\")",
        "WITC_EXPORT(\"[async-lift]a:b/i#get\")",
        "WITC_EXPORT(\"[callback][async-lift]a:b/i#get\")",
        "WITC_IMPORT(\"[export]a:b/i\", \"[task-return]get\")",
        "WITC_IMPORT(\"[export]$root\", \"[task-return]run\")",
        "WITC_IMPORT(\"a:b/i\", \"[async-lower][stream-read-0]pass\")",
        "WITC_IMPORT(\"[export]a:b/i\", \"[future-new-1]pass\")",
    ] {
        assert!(
            source.contains(expected),
            "missing:\n{expected}\nin:\n{source}"
        );
    }
}

/// The runtime comes with whatever is async, and with nothing else.
#[test]
fn the_runtime_comes_with_what_is_async() {
    let wit = "package a:b; world w { import f: async func(); }";
    let output = generate(wit, &[]);
    let names: Vec<&str> = output.files.iter().map(|(name, _)| name).collect();
    let object = "w_component_type.o";
    assert_eq!(names, ["w.c", "w.h", object, "wit_async.c", "wit_async.h"]);
    let sync = generate(wit, &["--sync=all"]);
    let names: Vec<&str> = sync.files.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["w.c", "w.h", object]);
    assert!(!text(&sync, ".h").contains("w_subtask_t"));
}

#[test]
fn filters_of_async_functions() {
    let asynchronous =
        "package a:b; interface i { f: async func(); g: func(); } world w { import i; export i; }";
    let shows = |options: &[&str]| {
        let output = generate(asynchronous, options);
        let header = text(&output, ".h").to_owned();
        let import = header.contains("w_subtask_status_t a_b_i_f(void);");
        (import, header.contains("exports_a_b_i_f_callback("))
    };
    assert_eq!(shows(&[]), (true, true));
    assert_eq!(shows(&["--sync=import:a:b/i#f"]), (false, true));
    assert_eq!(shows(&["--sync=all"]), (false, false));
    assert_eq!(shows(&["--async=all", "--sync=all"]), (false, false));
    assert_eq!(shows(&["--async=-export:a:b/i#f"]), (true, false));
    assert_eq!(
        codes(asynchronous, &["--sync=all", "--sync=a:b/i#h"]),
        [witc_bindgen_core::codes::UNUSED_FILTER]
    );
    // Once, although it comes in and goes out.
    assert_eq!(
        codes(asynchronous, &["--async=a:b/i#g"]),
        [codes::ASYNC_BY_FORCE_IN_C]
    );
}

/// Async exports drop what they are lent when they are done with it, which is not when they return.
#[test]
fn tasks_drop_borrowed_handles_themselves() {
    let wit = "package a:b; interface i { resource r; } world w { use i.{r}; export f: async func(x: list<borrow<r>>, y: borrow<r>); }";
    let output = generate(wit, &["--autodrop-borrows=yes"]);
    let header = text(&output, ".h");
    let expected =
        " * y: borrowed; drop it with a_b_i_r_drop_borrow before you call exports_w_f_return.\n";
    assert!(header.contains(expected), "{header}");
    assert!(!text(&output, ".c").contains(" lent = "));
}

#[test]
fn lists_of_handles_and_renames_of_nothing_are_said() {
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
