//! Diagnostics as data: what is wrong, where, why, and how to fix it.

use crate::{Code, Span};
use std::fmt;

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The input is valid, but probably not what was meant.
    Warning,
    /// The input is invalid: nothing is generated from it.
    Error,
}

/// A place in the text, and its role in the diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The role of the place, such as "first defined here"; may be empty.
    pub message: String,
}

/// A replacement of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The replaced text; an empty span inserts.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// A fix that a machine can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The effect of the fix, in the imperative: "add the missing `;`".
    pub message: String,
    /// The edits, which do not overlap; they are applied together or not at all.
    pub edits: Vec<Edit>,
    /// Whether nothing else can be meant, so that a tool may apply it without asking. A name that is similar to the
    /// written one is only a guess.
    pub sure: bool,
}

/// A report of one mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kind of mistake.
    pub code: Code,
    /// The severity.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The place of the mistake; [`Span::NONE`] if it is not in a text.
    pub primary: Label,
    /// Further places that matter, in any file.
    pub secondary: Vec<Label>,
    /// Why it is wrong and what to write instead, a sentence or two each.
    pub notes: Vec<String>,
    /// Possible fixes, the likeliest first.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// Sorts diagnostics by their place in the text. Diagnostics at the same place keep their order.
    pub fn sort(diagnostics: &mut [Self]) {
        // A stable sort: where two mistakes are at one place, the order in which they were found is kept.
        diagnostics.sort_by_key(|diagnostic| diagnostic.primary.span.start);
    }

    /// An error at `span`.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>, span: Span) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            primary: Label {
                span,
                message: String::new(),
            },
            secondary: Vec::new(),
            notes: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// A warning at `span`.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>, span: Span) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, message, span)
        }
    }

    /// Sets the message at the primary place.
    #[must_use]
    pub fn label(mut self, message: impl Into<String>) -> Self {
        self.primary.message = message.into();
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn also(mut self, span: Span, message: impl Into<String>) -> Self {
        self.secondary.push(Label {
            span,
            message: message.into(),
        });
        self
    }

    /// Adds a note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a sure fix that has one edit.
    #[must_use]
    pub fn fix(mut self, message: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        let edits = vec![Edit {
            span,
            text: text.into(),
        }];
        self.fixes.push(Fix {
            message: message.into(),
            edits,
            sure: true,
        });
        self
    }

    /// Adds a guess: a fix that has one edit and is not sure.
    #[must_use]
    pub fn guess(
        mut self,
        message: impl Into<String>,
        span: Span,
        text: impl Into<String>,
    ) -> Self {
        let edits = vec![Edit {
            span,
            text: text.into(),
        }];
        self.fixes.push(Fix {
            message: message.into(),
            edits,
            // A program that applies fixes leaves this one to the user.
            sure: false,
        });
        self
    }

    /// Whether this is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// The diagnostic without its places, which only a [`SourceMap`](crate::SourceMap) can name: `error[W0101]: message`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.code, self.message)
    }
}

impl std::error::Error for Diagnostic {}
