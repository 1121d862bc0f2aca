//! The codes of all diagnostics, of every crate of witc, each with its name and its explanation.
//!
//! Codes are stable: a number is never used again for another mistake. Ranges: 00xx text and tokens, 01xx syntax,
//! 02xx packages, files and names, 03xx types and functions, 04xx worlds, 05xx gates, 06xx budgets, 07xx loading,
//! 10xx options of the generators, 11xx Rust, 12xx C and C++, 20xx components.

use std::fmt;

/// The code of a kind of mistake, shown as `W` and four digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

impl Code {
    /// The number behind the `W`.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The code that is written like this: `W0101`, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(['W', 'w'])?;
        let number = (digits.len() == 4).then(|| digits.parse().ok()).flatten()?;
        Self::all()
            .map(|(code, ..)| code)
            .find(|code| code.0 == number)
    }

    /// Every code with its title and its explanation (Markdown: what it means, an example, what to write instead).
    pub fn all() -> impl Iterator<Item = (Self, &'static str, &'static str)> {
        TABLES.iter().flat_map(|table| table.iter().copied())
    }

    /// What the code stands for, in a few words.
    #[must_use]
    pub fn title(self) -> &'static str {
        Self::all()
            .find(|entry| entry.0 == self)
            .map_or("", |entry| entry.1)
    }

    /// The explanation that `witc explain` prints.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        Self::all()
            .find(|entry| entry.0 == self)
            .map_or("", |entry| entry.2)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "W{:04}", self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Declares codes: `NAME = number, "title";`, each with its explanation in `explain/W<number>.md`.
macro_rules! codes {
    ($($name:ident = $number:literal $file:literal, $title:literal;)*) => {
        impl $crate::Code {
            $(#[doc = $title] pub const $name: Self = Self($number);)*
        }

        pub(super) const TABLE: &[($crate::Code, &str, &str)] = &[
            $(($crate::Code::$name, $title, include_str!(concat!("../../explain/", $file, ".md"))),)*
        ];
    };
}

mod budgets;
mod c;
mod component;
mod gates;
mod generators;
mod loading;
mod names;
mod syntax;
mod types;
mod worlds;

const TABLES: &[&[(Code, &str, &str)]] = &[
    syntax::TABLE,
    names::TABLE,
    types::TABLE,
    worlds::TABLE,
    gates::TABLE,
    budgets::TABLE,
    loading::TABLE,
    generators::TABLE,
    c::TABLE,
    component::TABLE,
];
