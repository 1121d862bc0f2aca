//! Goldens: what each back end writes for small worlds, one for each feature of WIT and each option.
//!
//! `fixtures/goldens/WORLD` holds the WIT, `world.wit` or a folder `wit`, whose world has the name of the folder; what is
//! written for it, in `rust`, `c` and `cpp`; and `options.txt`, where options matter: the command lines without `witc`,
//! one for each language that is written. `cargo xtask goldens` writes them all anew.
//!
//! Object files are left out, and so are the headers of the C++ runtime, which are the same for every world.

#[cfg(test)]
mod alone;
#[cfg(test)]
mod borrowing;
#[cfg(test)]
mod compiled;
#[cfg(test)]
mod random;
#[cfg(test)]
mod world;
#[cfg(test)]
mod written;

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
}
