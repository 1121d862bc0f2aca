//! Every option changes what it is for.

mod support;

use support::generate_as;
use witc_bindgen_c::{C, Cpp};
use witc_bindgen_core::{Backend, Options as _, Output};

/// For each option a value, and what of the output is there with it and not without; or, after a `!`, without it and not
/// with it.
type Effects = &'static [(&'static str, &'static str, &'static str)];

const C_EFFECTS: Effects = &[
    (
        "no-helpers",
        "",
        "!void a_b_i_sent_free(a_b_i_sent_t *ptr);",
    ),
    ("string-encoding", "utf16", "uint16_t *ptr;"),
    ("no-sig-flattening", "", "const w_option_u8_t *m"),
    ("no-object-file", "", "!w_component_type.o"),
    ("rename", "a:b/i=short", "short_f("),
    ("rename-world", "other", "other_string_t"),
    ("type-section-suffix", "-end", "-end"),
    ("autodrop-borrows", "yes", "!a_b_i_r_drop_borrow("),
    (
        "generate-async-helpers",
        "",
        "void w_subtask_drop(w_subtask_t subtask);",
    ),
    (
        "generate-threading-helpers",
        "",
        "uint32_t w_thread_index(void);",
    ),
];

const CPP_EFFECTS: Effects = &[
    ("split-interfaces", "", "\n=== a-b-i.h\n"),
    ("export-prefix", "x_", "witc_x_export_exports_a_b_i_f("),
    ("internal-prefix", "inner", "namespace inner::a::b::i {"),
    ("api-style", "symmetric", "!F(Sent s, wit::string t,"),
    ("ownership", "fine-borrowing", "struct SentParam {"),
    ("with", "a:b/i=own.h", "#include \"own.h\""),
];

const WIT: &str = "package a:b;
    interface i { record sent { name: string } resource r { constructor(); }
    f: func(s: sent, t: string, m: option<u8>, r: borrow<r>) -> string; }
    world w { import i; export i; }";

/// All files, each after its name.
fn whole(output: &Output) -> String {
    assert!(!output.has_errors(), "{:#?}", output.diagnostics);
    let file = |(name, contents)| format!("\n=== {name}\n{}", String::from_utf8_lossy(contents));
    output.files.iter().map(file).collect()
}

/// `leaves_out` are options about functions that are async.
fn every_option_changes_what_it_is_for<B: Backend>(effects: Effects, leaves_out: &[&str]) {
    let plain = whole(&generate_as::<B>(WIT, &[]));
    for spec in B::Options::TABLE
        .iter()
        .filter(|spec| !leaves_out.contains(&spec.flag))
    {
        // A new option without an entry fails here, so that none is forgotten.
        let Some((flag, value, effect)) = effects.iter().find(|(flag, ..)| *flag == spec.flag)
        else {
            panic!("nothing is said of what `{}` changes", spec.flag);
        };
        let option = if value.is_empty() {
            format!("--{flag}")
        } else {
            format!("--{flag}={value}")
        };
        let changed = whole(&generate_as::<B>(WIT, &[&option]));
        // Both ways: an effect that is there without the option as well would prove nothing.
        let (there, gone) = match effect.strip_prefix('!') {
            Some(effect) => (plain.contains(effect), changed.contains(effect)),
            None => (changed.contains(effect), plain.contains(effect)),
        };
        assert!(there && !gone, "`{option}` and `{effect}`");
    }
}

#[test]
fn in_c() {
    every_option_changes_what_it_is_for::<C>(C_EFFECTS, &["sync", "async"]);
}

#[test]
fn in_cpp() {
    every_option_changes_what_it_is_for::<Cpp>(CPP_EFFECTS, &["sync"]);
}
