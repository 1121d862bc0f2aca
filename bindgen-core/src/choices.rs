//! Options that are one of several names.

/// Declares an enum that is the type of an option, with the name of each case on the command line and, where it differs,
/// as the macro has it. The first case is the default.
///
/// ```
/// use witc_bindgen_core::{OptionKind, SetError, Setting, OptionValue, choices};
///
/// choices! {
///     /// How much is copied.
///     pub enum Copying {
///         /// All of it.
///         Everything = "everything",
///         /// As little as can be.
///         Little = "little" in macros "Little { at_most: 1 }",
///     }
/// }
///
/// let mut copying = Copying::default();
/// assert_eq!(copying, Copying::Everything);
/// copying.take(OptionValue::Text("little".into())).unwrap();
/// assert_eq!(copying.show(), [Some("little".to_owned())]);
/// assert_eq!(Copying::KIND, OptionKind::Choice(Copying::CHOICES));
/// assert_eq!(Copying::CHOICES[1], ("little", "Little { at_most: 1 }"));
/// let refused = copying.take(OptionValue::Text("much".into()));
/// assert_eq!(refused, Err(SetError::NotAChoice(Copying::CHOICES)));
/// assert_eq!(copying, Copying::Little);
/// ```
#[macro_export]
macro_rules! choices {
    (
        $(#[$attribute:meta])*
        $vis:vis enum $name:ident {
            $(#[$first_attribute:meta])*
            $first:ident = $first_text:literal $(in macros $first_tokens:literal)?,
            $($(#[$case_attribute:meta])* $case:ident = $text:literal $(in macros $tokens:literal)?,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        $vis enum $name {
            $(#[$first_attribute])*
            // The first case: whoever reads the declaration sees the default without looking for it.
            #[default]
            $first,
            $($(#[$case_attribute])* $case,)*
        }

        impl $name {
            /// Each name on the command line, and what the macro has for it.
            $vis const CHOICES: &'static [(&'static str, &'static str)] = &[
                ($first_text, $crate::choices!(@tokens $first_text $($first_tokens)?)),
                $(($text, $crate::choices!(@tokens $text $($tokens)?)),)*
            ];

            /// The name on the command line.
            #[must_use]
            $vis fn name(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$case => $text,)*
                }
            }
        }

        impl $crate::Setting for $name {
            const KIND: $crate::OptionKind = $crate::OptionKind::choice(Self::CHOICES);

            fn take(&mut self, value: $crate::OptionValue) -> Result<(), $crate::SetError> {
                let Some(name) = value.into_text() else {
                    return Err($crate::SetError::WrongKind(<Self as $crate::Setting>::KIND));
                };
                *self = match name.as_str() {
                    $first_text => Self::$first,
                    $($text => Self::$case,)*
                    // The error lists the names, so that front ends can show them.
                    _ => return Err($crate::SetError::NotAChoice(Self::CHOICES)),
                };
                Ok(())
            }

            fn show(&self) -> Vec<Option<String>> {
                vec![Some(self.name().to_owned())]
            }
        }
    };
    (@tokens $text:literal $tokens:literal) => { $tokens };
    (@tokens $text:literal) => { $text };
}
