//! Generating bindings for a world: in every language, and with the options that change most of what is written.

use witc_bindgen_c::{C, Cpp};
use witc_bindgen_core::{Backend, Input, Output};
use witc_bindgen_rust::Rust;
use witc_diagnostics::Diagnostic;
use witc_resolve::{Loaded, WorldId};
use witc_tests::parse_options;

/// A language that bindings are written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Rust,
    C,
    Cpp,
}

impl Language {
    pub(crate) const ALL: [Self; 3] = [Self::Rust, Self::C, Self::Cpp];

    /// The name of its subcommand.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::C => "c",
            Self::Cpp => "cpp",
        }
    }

    /// The command lines that each world is generated with. The first are the defaults; the others bind async functions
    /// synchronously, so that what surrounds them is compiled even while they are refused.
    pub(crate) fn command_lines(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Rust => RUST,
            Self::C => C_LINES,
            Self::Cpp => CPP,
        }
    }
}

const RUST: &[&[&str]] = &[
    &["--generate-all"],
    &["--generate-all", "--stubs", "--sync=all"],
    &[
        "--generate-all",
        "--stubs",
        "--sync=all",
        "--ownership=borrowing",
        "--std-feature",
    ],
    &[
        "--generate-all",
        "--stubs",
        "--sync=all",
        "--ownership=borrowing-duplicate-if-necessary",
        "--merge-structurally-equal-types",
    ],
    &[
        "--generate-all",
        "--stubs",
        "--sync=all",
        "--generate-unused-types",
        "--raw-strings",
        "--host-tests",
        "--std-feature",
    ],
];

const C_LINES: &[&[&str]] = &[
    &[],
    &[
        "--sync=all",
        "--string-encoding=utf16",
        "--no-sig-flattening",
    ],
    &[
        "--sync=all",
        "--string-encoding=compact-utf16",
        "--autodrop-borrows=yes",
    ],
    &["--sync=all", "--no-helpers"],
];

const CPP: &[&[&str]] = &[
    &[],
    &[
        "--sync=all",
        "--ownership=coarse-borrowing",
        "--api-style=symmetric",
    ],
    &[
        "--sync=all",
        "--ownership=fine-borrowing",
        "--split-interfaces",
    ],
    &["--sync=all", "--internal-prefix=corpus"],
];

/// The codes of what an option rules out: `--autodrop-borrows` has no place to drop handles in lists.
const RULED_OUT: [&str; 1] = ["W1203"];

/// Whether a back end refused a world for what an option rules out.
pub(crate) fn is_refused(output: &Output) -> bool {
    let refusal = |error: &Diagnostic| {
        let code = error.code.name();
        RULED_OUT.contains(&code)
    };
    let mut errors = output
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error());
    output.has_errors() && errors.all(refusal)
}

/// Writes the bindings of a world with the options of a command line.
pub(crate) fn generate(
    loaded: &Loaded,
    world: WorldId,
    language: Language,
    words: &[&str],
) -> Output {
    match language {
        Language::Rust => generate_as::<Rust>(loaded, world, words),
        Language::C => generate_as::<C>(loaded, world, words),
        Language::Cpp => generate_as::<Cpp>(loaded, world, words),
    }
}

fn generate_as<B: Backend>(loaded: &Loaded, world: WorldId, words: &[&str]) -> Output {
    let resolve = &loaded.resolve;
    B::generate(Input { resolve, world }, &parse_options::<B>(words))
}
