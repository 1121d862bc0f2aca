//! How a core module holds its strings.

use std::fmt;
use std::str::FromStr;

/// The `string-encoding` of a core module's functions (`CanonicalABI.md`, "Canonical ABI Options").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StringEncoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-16.
    Utf16,
    /// Latin-1 or UTF-16, as a bit of each string's length says.
    CompactUtf16,
}

impl StringEncoding {
    /// The byte that stands for the encoding in a type section.
    #[must_use]
    pub fn to_byte(self) -> u8 {
        match self {
            Self::Utf8 => 0,
            Self::Utf16 => 1,
            Self::CompactUtf16 => 2,
        }
    }

    /// The encoding that a byte of a type section stands for.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        [Self::Utf8, Self::Utf16, Self::CompactUtf16]
            .into_iter()
            .find(|encoding| encoding.to_byte() == byte)
    }

    /// The name that options go by: `utf8`, `utf16`, `compact-utf16`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Utf16 => "utf16",
            Self::CompactUtf16 => "compact-utf16",
        }
    }
}

impl StringEncoding {
    /// The name that the specification has for it, and the names of built-ins: `utf8`, `utf16`, `latin1+utf16`.
    #[must_use]
    pub fn abi_name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Utf16 => "utf16",
            Self::CompactUtf16 => "latin1+utf16",
        }
    }
}

impl fmt::Display for StringEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for StringEncoding {
    type Err = UnknownEncoding;

    fn from_str(text: &str) -> Result<Self, UnknownEncoding> {
        [Self::Utf8, Self::Utf16, Self::CompactUtf16]
            .into_iter()
            .find(|encoding| encoding.name() == text)
            .ok_or(UnknownEncoding)
    }
}

/// A name that is no string encoding's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownEncoding;

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("string encodings are `utf8`, `utf16` and `compact-utf16`")
    }
}

impl std::error::Error for UnknownEncoding {}
