//! What calls are understood as, and what is said of those that are wrong.

use crate::call::parse;
use proc_macro2::Span;
use std::fmt::Write;
use witc_bindgen_core::Options;

/// Parses a call's arguments and prints what was understood, a line each; options as the command line has them.
fn parsed(text: &str) -> String {
    let call = match parse(text.parse().unwrap(), Span::call_site()) {
        Ok(call) => call,
        Err(error) => {
            let place = error.span().source_text().unwrap_or_default();
            return format!("error at `{place}`: {error}");
        }
    };
    let mut lines = String::new();
    if let Some(world) = &call.world {
        writeln!(lines, "world: {}", world.value).unwrap();
    }
    if let Some(inline) = &call.inline {
        writeln!(lines, "inline: {}", inline.text.value).unwrap();
    }
    for path in call.paths.iter().flatten() {
        writeln!(lines, "path: {}", path.value).unwrap();
    }
    for feature in &call.features {
        writeln!(lines, "feature: {}", feature.value).unwrap();
    }
    if call.debug {
        lines.push_str("debug\n");
    }
    for given in call.options.given() {
        writeln!(lines, "{given}").unwrap();
    }
    lines
}

#[test]
fn short_forms() {
    assert_eq!(parsed(""), "");
    assert_eq!(parsed("\"my-world\""), "world: my-world\n");
    assert_eq!(parsed("in \"../wit\""), "path: ../wit\n");
    assert_eq!(
        parsed("\"wasi:cli/imports\" in r\"wit\""),
        "world: wasi:cli/imports\npath: wit\n"
    );
    assert_eq!(parsed("\"a\","), "world: a\n");
    assert_eq!(parsed("{}"), "");
}

#[test]
fn own_keys() {
    assert_eq!(
        parsed(
            "{ world: \"w\", path: [\"a\", \"b\",], inline: r#\"package a:b;\"#, features: [\"x\"], debug: true, }"
        ),
        "world: w\ninline: package a:b;\npath: a\npath: b\nfeature: x\ndebug\n"
    );
    assert_eq!(parsed("{ path: \"a\", debug }"), "path: a\ndebug\n");
    assert_eq!(parsed("{ debug: false }"), "");
}

#[test]
fn each_kind_of_option() {
    let with =
        r#"{ with: { "a:b/c@1.0.0": ::x::y, "a:b/d": generate }, stubs, generate_all: false }"#;
    assert_eq!(
        parsed(with),
        "--stubs\n--with a:b/c@1.0.0=::x::y\n--with a:b/d=generate\n"
    );
    assert_eq!(
        parsed("{ additional_derives: [serde::Serialize, Hash, A<B, fn() -> C>] }"),
        "--additional-derive-attributes serde::Serialize\n\
         --additional-derive-attributes Hash\n\
         --additional-derive-attributes A< B , fn () -> C >\n"
    );
    assert_eq!(
        parsed(r#"{ runtime_path: a::rt, export_prefix: "p", skip: ["f", "g"] }"#),
        "--skip f\n--skip g\n--export-prefix p\n--runtime-path a::rt\n"
    );
    let attributes = r#"{ additional_type_attributes: { "a:b/c/d": [#[x(y = "z")] #[w]] } }"#;
    assert_eq!(
        parsed(attributes),
        "--additional-type-attributes a:b/c/d=#[x (y = \"z\")]\n--additional-type-attributes a:b/c/d=#[w]\n"
    );
}

#[test]
fn choices_in_both_spellings() {
    let expected = "--ownership borrowing-duplicate-if-necessary\n";
    for spelling in [
        "{ ownership: Borrowing { duplicate_if_necessary: true } }",
        "{ ownership: Borrowing { duplicate_if_necessary: true, }, }",
        "{ ownership: \"borrowing-duplicate-if-necessary\" }",
    ] {
        assert_eq!(parsed(spelling), expected, "{spelling}");
    }
    assert_eq!(parsed("{ ownership: Owning }"), "");
}

#[test]
fn filters_take_all_none_or_some() {
    let shown = |text| parsed(&format!("{{ {text} }}"));
    assert_eq!(shown("chainable_methods"), "--chainable-methods all\n");
    assert_eq!(
        shown("chainable_methods: true"),
        "--chainable-methods all\n"
    );
    assert_eq!(shown("chainable_methods: false"), "");
    assert_eq!(
        shown("chainable_methods: [\"a:b/c\"]"),
        "--chainable-methods a:b/c\n"
    );
}

#[test]
fn mistakes_of_the_macro_s_own_keys() {
    for (call, said) in [
        ("{ world: 1 }", "error at `1`: expected a string, found `1`"),
        (
            "{ world: true }",
            "error at `true`: expected a string, found `true`",
        ),
        (
            "{ world: \"w\"suffix }",
            "error at `\"w\"suffix`: a string literal with a suffix is not a string; remove the suffix",
        ),
        (
            "{ world }",
            "error at `world`: `world` needs a value: `world: …`",
        ),
        (
            "{ world: \"a\", world: \"b\" }",
            "error at `world`: `world` is given twice",
        ),
        (
            "{ world: \"a\" path: \"b\" }",
            "error at `path`: expected `,`, found `path`",
        ),
        (
            "{ \"world\": \"a\" }",
            "error at `\"world\"`: expected the name of an option, found `\"world\"`",
        ),
        (
            "{ path: { } }",
            "error at `{`: expected a string or a list of strings, found `{`",
        ),
        (
            "{ debug: \"yes\" }",
            "error at `\"yes\"`: expected `true` or `false`, found `\"yes\"`",
        ),
        (
            "\"a\" on \"b\"",
            "error at `on`: nothing more is expected here",
        ),
        ("in wit", "error at `wit`: expected a string, found `wit`"),
        (
            "world: \"a\"",
            "error at `world`: expected a world's name, `in \"path\"`, or `{ key: value, … }`, found `world`",
        ),
    ] {
        assert_eq!(parsed(call), said, "{call}");
    }
}

#[test]
fn mistakes_of_the_generator_s_options() {
    for (call, said) in [
        ("{ with: { \"a\" } }", "error at `}`: expected `:`"),
        (
            "{ with: [] }",
            "error at `[`: expected `{ \"name\": path }`, found `[`",
        ),
        (
            "{ runtime_path: A<B }",
            "error at `<`: this `<` is not closed",
        ),
        (
            "{ skip: \"f\" }",
            "error at `\"f\"`: expected a list of strings, `[\"…\"]`, found `\"f\"`",
        ),
        (
            "{ stubs: 1 }",
            "error at `1`: expected `true` or `false`, found `1`",
        ),
        (
            "{ ownership: Borrowing }",
            "error at `Borrowing`: expected one of `Owning`, `Borrowing { duplicate_if_necessary: false }`, \
             `Borrowing { duplicate_if_necessary: true }`",
        ),
        (
            "{ additional_type_attributes: { \"a\": [] } }",
            "error at `[`: an empty list of attributes does nothing",
        ),
        (
            "{ additional_type_attributes: { \"a\": [x] } }",
            "error at `x`: expected an attribute, `#[…]`, found `x`",
        ),
        (
            "{ stub }",
            "error at `stub`: `generate!` has no option `stub`; did you mean `stubs`?",
        ),
    ] {
        assert_eq!(parsed(call), said, "{call}");
    }
}

#[cfg(feature = "macro-string")]
#[test]
fn macros_for_strings() {
    assert_eq!(
        parsed("concat!(\"a\", 1, 'b', true, 1_0u8, 1.5f32, concat!())"),
        "world: a1btrue101.5\n"
    );
    assert_eq!(
        parsed("env!(\"CARGO_PKG_NAME\")"),
        "world: witc-bindgen-macro\n"
    );
    assert_eq!(parsed("{ world: stringify!(a) }"), "world: a\n");
    assert_eq!(
        parsed("env!(\"NO_SUCH_VARIABLE\")"),
        "error at `\"NO_SUCH_VARIABLE\"`: the environment variable `NO_SUCH_VARIABLE` is not set"
    );
    assert_eq!(
        parsed("concat!(b\"a\")"),
        "error at `b\"a\"`: expected a string, found `b\"a\"`"
    );
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let text = format!("{{ inline: include_str!({file:?}) }}");
    let call = parse(text.parse().unwrap(), Span::call_site()).unwrap();
    assert!(
        call.inline
            .unwrap()
            .text
            .value
            .contains("witc-bindgen-macro")
    );
    assert_eq!(call.inputs.files, [std::path::PathBuf::from(file)]);
}

#[cfg(not(feature = "macro-string"))]
#[test]
fn macros_for_strings_need_a_feature() {
    assert_eq!(
        parsed("concat!(\"a\")"),
        "error at `concat`: `concat!` needs the feature `macro-string`; without it, write a string literal"
    );
}

/// What stands for a token is found wherever it is one, and how often it is none does not matter.
#[test]
fn stand_ins_are_replaced_everywhere() {
    use proc_macro2::Ident;
    let text = "
        // stand_in in a comment
        mod a { /* stand_in */ pub use stand_in::b; } // stand_in
        /// stand_in in what is documented
        pub const C: &str = \"//
            // stand_in\"; pub use stand_in::d; macro_rules! e { () => { stand_in::f!{} } }
        pub use stand_in::stand_in_of_another;";
    let token = Ident::new("found", Span::call_site());
    let stand_ins = [("stand_in".to_owned(), token.into())];
    let tokens = crate::output::tokens(text, &stand_ins, Span::call_site()).unwrap();
    let spelled = tokens.to_string();
    assert_eq!(spelled.matches("found").count(), 4, "{spelled}");
    assert!(spelled.contains("stand_in_of_another"), "{spelled}");
}
