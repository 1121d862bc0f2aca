//! Codes of diagnostics, and the macro with which each crate declares its own.
//!
//! A number is stable: it is never used again for another mistake. Ranges: 00xx text and tokens, 01xx syntax, 02xx
//! packages, files and names, 03xx types and functions, 04xx worlds, 05xx gates, 06xx budgets, 07xx loading, 10xx
//! options of the generators, 11xx Rust, 12xx C and C++, 13xx documentation and schemas, 20xx components, 30xx to 35xx
//! advice of `witc lint`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The code of a kind of mistake, shown as `W` and four digits.
///
/// The constants that [`codes!`](crate::codes) declares can stand in patterns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code(&'static Entry);

/// The declaration of a code. [`codes!`](crate::codes) writes it.
#[doc(hidden)]
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: &'static str,
    pub title: &'static str,
    #[cfg(feature = "explain")]
    pub explanation: &'static str,
}

impl Code {
    /// The code of a declaration.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(entry: &'static Entry) -> Self {
        Self(entry)
    }

    /// The code as it is shown: `W0101`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// The number after the `W`.
    #[must_use]
    pub fn number(self) -> u16 {
        let digits = self.0.name.bytes().filter(u8::is_ascii_digit);
        digits.fold(0, |number, digit| number * 10 + u16::from(digit - b'0'))
    }

    /// The meaning of the code, in a few words.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.0.title
    }

    /// The explanation that `witc explain` prints, in Markdown: what the code means, an example, what to write instead.
    #[cfg(feature = "explain")]
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        self.0.explanation
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        // By name: the address of an entry differs from run to run, and all names have the same length.
        self.0.name.cmp(other.0.name)
    }
}

impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // As equality sees it: entries with the same name are the same code.
        self.0.name.hash(state);
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name)
    }
}

/// Declares the codes of a crate, in a module of their own, as constants of type [`Code`]: `NAME = "W0123", "title";`.
///
/// The explanation of each is the file `explain/W0123.md` of the crate. It is read at compile time, and only with the
/// feature `explain` of this crate. The constant `ALL` lists the codes in the order of their declaration.
#[macro_export]
macro_rules! codes {
    ($($name:ident = $code:literal, $title:literal;)*) => {
        $(
            #[doc = concat!($code, ": ", $title, ".")]
            pub const $name: $crate::Code = $crate::__code!($code, $title);
        )*

        /// Every code of this crate.
        pub const ALL: &[$crate::Code] = &[$($name),*];
    };
}

/// The constant of one code. There are two of it, since a `cfg` in the other macro would ask for a feature of the crate
/// that declares codes.
#[cfg(feature = "explain")]
#[doc(hidden)]
#[macro_export]
macro_rules! __code {
    ($code:literal, $title:literal) => {
        $crate::Code::new(&$crate::Entry {
            name: $code,
            title: $title,
            explanation: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/explain/",
                $code,
                ".md"
            )),
        })
    };
}

/// The constant of one code, without its explanation.
#[cfg(not(feature = "explain"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __code {
    ($code:literal, $title:literal) => {
        $crate::Code::new(&$crate::Entry {
            name: $code,
            title: $title,
        })
    };
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Code, Entry};

    /// A code for the tests of this crate, which reports nothing itself.
    pub(crate) const EXAMPLE: Code = Code::new(&Entry {
        // No crate reports this one, so that it stands for any.
        name: "W0001",
        title: "an example",
        #[cfg(feature = "explain")]
        explanation: "",
    });

    #[test]
    fn codes_are_compared_and_shown_by_their_numbers() {
        let name = String::from("W2010").leak();
        let entry = Box::leak(Box::new(Entry { name, ..*EXAMPLE.0 }));
        let other = Code::new(entry);
        assert_eq!((EXAMPLE.number(), other.number()), (1, 2010));
        assert!(EXAMPLE < other && other == Code::new(entry));
        assert_eq!(format!("{EXAMPLE} {other:?}"), "W0001 W2010");
        assert_eq!(EXAMPLE.title(), "an example");
    }
}
