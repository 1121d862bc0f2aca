//! The options of back ends: declared once, with their names and documentation, for the command line and the macro.
//!
//! [`with_options!`](crate::with_options) declares a struct whose fields are options. The type of a field says what
//! kind of value it takes ([`Setting`]), its documentation is the help text, and [`Options::TABLE`] lists them all for
//! front ends, which know nothing else of an option than its row.

use std::fmt;

/// One option, for front ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionSpec {
    /// Its name on the command line, without `--`.
    pub flag: &'static str,
    /// Its letter on the command line.
    pub short: Option<char>,
    /// Its name in the macro.
    pub key: &'static str,
    /// What kind of value it takes.
    pub kind: OptionKind,
    /// The word for the value in help texts: `PATH`; empty for [`OptionKind::Flag`].
    pub value_name: &'static str,
    /// Its description, as the lines of its documentation; see [`OptionSpec::help`].
    pub doc: &'static [&'static str],
}

impl OptionSpec {
    /// Its description in paragraphs, which are not wrapped; the first is one that a short help text can do with.
    #[must_use]
    pub fn help(&self) -> String {
        let mut help = String::new();
        for line in self.doc.iter().map(|line| line.trim()) {
            if line.is_empty() {
                help.push_str("\n\n");
            } else {
                // Lines of one paragraph become one: terminals wrap them as they need.
                let apart = if help.is_empty() || help.ends_with('\n') {
                    ""
                } else {
                    " "
                };
                help.push_str(apart);
                help.push_str(line);
            }
        }
        help
    }
}

/// The kind of value that an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// On or off. Command line: `--flag`, `--flag=true`, `--flag=false`. Macro: `key`, or `key: true`.
    Flag,
    /// One text. Command line: `--flag TEXT`. Macro: `key: "text"`.
    Text,
    /// Texts. Command line: `--flag TEXT`, repeatedly. Macro: `key: ["text", …]`.
    Texts,
    /// Paths of the target language. Command line: `--flag PATH`, repeatedly. Macro: `key: [some::Path, …]`.
    Paths,
    /// Names and what stands for them. Command line: `--flag NAME=PATH`, repeatedly or with commas between them.
    /// Macro: `key: { "name": some::path, … }`.
    Pairs,
    /// Names and attributes of them. Command line: `--flag NAME=ATTRIBUTE`, repeatedly; only the first `=` counts.
    /// Macro: `key: { "name": [#[attribute] …], … }`.
    Attributes,
    /// Patterns, in order. Command line: `--flag PATTERN`, repeatedly or with commas between them. Macro:
    /// `key: ["pattern", …]`, or `key: true` for `all`.
    Filters,
    /// One of these. Command line: `--flag NAME`. Macro: the second form, token by token.
    Choice(&'static [(&'static str, &'static str)]),
}

impl OptionKind {
    /// The kind of an option with these choices.
    #[must_use]
    pub const fn choice(choices: &'static [(&'static str, &'static str)]) -> Self {
        Self::Choice(choices)
    }
}

/// A value for an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionValue {
    /// For [`OptionKind::Flag`].
    Flag(bool),
    /// For [`OptionKind::Text`] and [`OptionKind::Choice`] (the name).
    Text(String),
    /// For [`OptionKind::Texts`], [`OptionKind::Paths`] and [`OptionKind::Filters`]; they are added to those that were set before.
    Texts(Vec<String>),
    /// For [`OptionKind::Pairs`] and [`OptionKind::Attributes`]; they are added to those that were set before.
    Pairs(Vec<(String, String)>),
}

impl OptionValue {
    /// The text, if it is one.
    #[must_use]
    pub fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Flag(_) | Self::Texts(_) | Self::Pairs(_) => None,
        }
    }

    /// The texts, if there may be several.
    #[must_use]
    pub fn into_texts(self) -> Option<Vec<String>> {
        match self {
            Self::Texts(texts) => Some(texts),
            Self::Flag(_) | Self::Text(_) | Self::Pairs(_) => None,
        }
    }
}

/// Why an option could not be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetError {
    /// There is no option of this name.
    Unknown,
    /// The value is of another kind.
    WrongKind(OptionKind),
    /// The value is none of these.
    NotAChoice(&'static [(&'static str, &'static str)]),
}

impl fmt::Display for SetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("there is no option of this name"),
            Self::WrongKind(kind) => write!(f, "expected {}", kind.describe()),
            // There are few of them, and the user needs one.
            Self::NotAChoice(choices) => {
                let names: Vec<_> = choices
                    .iter()
                    .map(|(name, _)| format!("`{name}`"))
                    .collect();
                write!(f, "expected one of {}", names.join(", "))
            }
        }
    }
}

impl std::error::Error for SetError {}

impl OptionKind {
    /// A value of the kind, in words.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::Flag => "`true` or `false`",
            Self::Text => "a text",
            Self::Texts => "texts",
            Self::Paths => "paths",
            Self::Pairs => "names and paths",
            Self::Attributes => "names and attributes",
            Self::Filters => "patterns",
            Self::Choice(_) => "a name",
        }
    }
}

/// The options of a back end.
pub trait Options: Default {
    /// All of them, in the order in which help texts show them.
    const TABLE: &'static [OptionSpec];

    /// Sets the option with this [`OptionSpec::flag`].
    ///
    /// # Errors
    ///
    /// See [`SetError`]; nothing is set then.
    fn set(&mut self, flag: &str, value: OptionValue) -> Result<(), SetError>;

    /// The options that differ from their default, as they would be given on the command line.
    fn given(&self) -> Vec<Given>;
}

/// An option and its value, as given on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// [`OptionSpec::flag`].
    pub flag: &'static str,
    /// The value; nothing for a flag that is on.
    pub value: Option<String>,
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--{}", self.flag)?;
        self.value
            .as_ref()
            .map_or(Ok(()), |value| write!(f, " {value}"))
    }
}

/// A type that can be the type of an option.
pub trait Setting: Default + PartialEq {
    /// What kind of value it takes.
    const KIND: OptionKind;

    /// Takes a value.
    ///
    /// # Errors
    ///
    /// [`SetError::WrongKind`], [`SetError::NotAChoice`].
    fn take(&mut self, value: OptionValue) -> Result<(), SetError>;

    /// The value as the command line has it, one text per occurrence of the option.
    fn show(&self) -> Vec<Option<String>>;
}

impl Setting for bool {
    const KIND: OptionKind = OptionKind::Flag;

    fn take(&mut self, value: OptionValue) -> Result<(), SetError> {
        let OptionValue::Flag(value) = value else {
            return Err(SetError::WrongKind(Self::KIND));
        };
        *self = value;
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        if *self { vec![None] } else { Vec::new() }
    }
}

impl Setting for Option<String> {
    const KIND: OptionKind = OptionKind::Text;

    fn take(&mut self, value: OptionValue) -> Result<(), SetError> {
        let OptionValue::Text(value) = value else {
            return Err(SetError::WrongKind(Self::KIND));
        };
        *self = Some(value);
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        self.iter().map(|value| Some(value.clone())).collect()
    }
}

impl Setting for Vec<String> {
    const KIND: OptionKind = OptionKind::Texts;

    fn take(&mut self, value: OptionValue) -> Result<(), SetError> {
        let OptionValue::Texts(values) = value else {
            return Err(SetError::WrongKind(Self::KIND));
        };
        // Added, not replaced: an option may be given several times.
        self.extend(values);
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        self.iter().map(|value| Some(value.clone())).collect()
    }
}

/// Paths of the target language: [`OptionKind::Paths`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths(pub Vec<String>);

impl Setting for Paths {
    const KIND: OptionKind = OptionKind::Paths;

    fn take(&mut self, value: OptionValue) -> Result<(), SetError> {
        self.0
            .take(value)
            .map_err(|_| SetError::WrongKind(Self::KIND))
    }

    fn show(&self) -> Vec<Option<String>> {
        self.0.show()
    }
}

/// Names and what stands for them: [`OptionKind::Pairs`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<(String, String)>);

impl Setting for Pairs {
    const KIND: OptionKind = OptionKind::Pairs;

    fn take(&mut self, value: OptionValue) -> Result<(), SetError> {
        let OptionValue::Pairs(pairs) = value else {
            return Err(SetError::WrongKind(Self::KIND));
        };
        self.0.extend(pairs);
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        self.0
            .iter()
            .map(|(name, value)| Some(format!("{name}={value}")))
            .collect()
    }
}

/// Names and attributes of them: [`OptionKind::Attributes`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(pub Vec<(String, String)>);

impl Setting for Attributes {
    const KIND: OptionKind = OptionKind::Attributes;

    fn take(&mut self, value: OptionValue) -> Result<(), SetError> {
        let OptionValue::Pairs(pairs) = value else {
            return Err(SetError::WrongKind(Self::KIND));
        };
        self.0.extend(pairs);
        Ok(())
    }

    fn show(&self) -> Vec<Option<String>> {
        self.0
            .iter()
            .map(|(name, value)| Some(format!("{name}={value}")))
            .collect()
    }
}

/// Declares the options of a back end: a struct that implements [`Options`].
///
/// Each field is followed by its row: the flag of the command line, its letter if it has one, and what stands for the
/// value in help texts.
///
/// ```
/// use witc_bindgen_core::{Options, OptionValue, with_options};
///
/// with_options! {
///     /// What can be set.
///     pub struct Opts {
///         /// Write stubs.
///         pub stubs: bool = "stubs";
///         /// Derive these as well.
///         ///
///         /// Everywhere.
///         pub derives: Vec<String> = "derive" 'd' "DERIVE";
///         /// Has no letter.
///         pub prefix: Option<String> = "prefix" ' ' "TEXT";
///     }
/// }
///
/// let mut opts = Opts::default();
/// opts.set("derive", OptionValue::Texts(vec!["Hash".to_owned()])).unwrap();
/// assert_eq!(opts.derives, ["Hash"]);
/// assert_eq!(Opts::TABLE[1].help(), "Derive these as well.\n\nEverywhere.");
/// assert_eq!(Opts::TABLE[1].short, Some('d'));
/// assert_eq!(Opts::TABLE[2].short, None);
/// assert!(opts.set("stubs", OptionValue::Text(String::new())).is_err());
/// ```
#[macro_export]
macro_rules! with_options {
    (
        $(#[$attribute:meta])*
        $vis:vis struct $name:ident {
            $($(#[doc = $doc:literal])* $field_vis:vis $field:ident: $ty:ty
                = $flag:literal $($short:literal $value_name:literal)? $(($key:ident))?;)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, Default)]
        $vis struct $name {
            $($(#[doc = $doc])* $field_vis $field: $ty,)*
        }

        impl $crate::Options for $name {
            const TABLE: &'static [$crate::OptionSpec] = &[$($crate::OptionSpec {
                flag: $flag,
                short: $crate::with_options!(@short $($short)?),
                key: $crate::with_options!(@key $field $($key)?),
                kind: <$ty as $crate::Setting>::KIND,
                value_name: concat!($($value_name)?),
                doc: &[$($doc),*],
            },)*];

            fn set(&mut self, flag: &str, value: $crate::OptionValue) -> Result<(), $crate::SetError> {
                match flag {
                    $($flag => $crate::Setting::take(&mut self.$field, value),)*
                    _ => Err($crate::SetError::Unknown),
                }
            }

            fn given(&self) -> Vec<$crate::Given> {
                let mut given = Vec::new();
                // What is set to its default need not be given, and would only make the list longer.
                $(if self.$field != <$ty>::default() {
                    let values = $crate::Setting::show(&self.$field);
                    given.extend(values.into_iter().map(|value| $crate::Given { flag: $flag, value }));
                })*
                given
            }
        }
    };
    // A macro cannot leave out one of two literals, so a blank stands for no letter.
    (@short $short:literal) => { if $short == ' ' { None } else { Some($short) } };
    (@short) => { None };
    (@key $field:ident $key:ident) => { stringify!($key) };
    (@key $field:ident) => { stringify!($field) };
}
