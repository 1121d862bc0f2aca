//! Goldens: what each back end writes for small worlds, one for each feature of WIT and each option.
//!
//! `fixtures/goldens/WORLD` holds the WIT, `world.wit` or a folder `wit`, whose world has the name of the folder; what is
//! written for it, in `rust`, `c` and `cpp`; and `options.txt`, where options matter: the command lines without `witc`,
//! one for each language that is written. `cargo xtask goldens` writes them all anew.
//!
//! Object files are left out, and so are the files of the runtimes of C and C++, which are the same for every world.

#[cfg(test)]
mod alone;
#[cfg(test)]
mod borrowing;
#[cfg(test)]
mod compiled;
#[cfg(test)]
mod heads;
#[cfg(test)]
mod random;
#[cfg(test)]
mod world;
#[cfg(test)]
mod written;

#[cfg(test)]
use witc_bindgen_core::{Backend, Input, OptionSpec, Output, Signature};
#[cfg(test)]
use witc_diagnostics::Diagnostic;

/// A language that bindings are written in.
#[cfg(test)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    Rust,
    C,
    Cpp,
}

#[cfg(test)]
impl Language {
    const ALL: [Self; 3] = [Self::Rust, Self::C, Self::Cpp];

    /// The name of its folder, and of its subcommand.
    fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::C => "c",
            Self::Cpp => "cpp",
        }
    }

    /// The options that it has.
    fn options(self) -> &'static [OptionSpec] {
        match self {
            Self::Rust => witc_bindgen_rust::Rust::OPTIONS,
            Self::C => witc_bindgen_c::C::OPTIONS,
            Self::Cpp => witc_bindgen_c::Cpp::OPTIONS,
        }
    }

    /// What it makes of a world, with the words of a command line.
    fn generate(self, input: Input<'_>, words: &[&str]) -> Output {
        fn generate<B: Backend>(input: Input<'_>, words: &[&str]) -> Output {
            B::generate(input, &witc_tests::parse_options::<B>(words))
        }
        match self {
            Self::Rust => generate::<witc_bindgen_rust::Rust>(input, words),
            Self::C => generate::<witc_bindgen_c::C>(input, words),
            Self::Cpp => generate::<witc_bindgen_c::Cpp>(input, words),
        }
    }

    /// How it heads the functions of a world, with the words of a command line.
    fn signatures(
        self,
        input: Input<'_>,
        words: &[&str],
    ) -> Result<Vec<Signature>, Vec<Diagnostic>> {
        fn signatures<B: Backend>(
            input: Input<'_>,
            words: &[&str],
        ) -> Result<Vec<Signature>, Vec<Diagnostic>> {
            B::signatures(input, &witc_tests::parse_options::<B>(words))
        }
        match self {
            Self::Rust => signatures::<witc_bindgen_rust::Rust>(input, words),
            Self::C => signatures::<witc_bindgen_c::C>(input, words),
            Self::Cpp => signatures::<witc_bindgen_c::Cpp>(input, words),
        }
    }
}
