//! Mistakes put into words: the diagnostic of each.
//!
//! This is the only place of the recovery that knows messages. A message says what is wrong with the user's words in
//! backquotes, the label what is expected at the place, a note what to write instead, and a fix does it where nothing
//! else can be meant.

mod functions;
mod items;
mod kinds;
mod missing;
mod names;
mod text;
mod tokens;
mod types;

pub(crate) use text::Words;

use super::file_habit::Habit;
use super::mistake::{CommentMistake, Found, Mistake, TooDeep};
use crate::codes;
use crate::lexer::{MAX_BRACE_DEPTH, MAX_TYPE_DEPTH};
use witc_diagnostics::{Diagnostic, Span};

impl Words<'_> {
    /// The diagnostic of a mistake.
    pub(crate) fn diagnostic(self, found: &Found) -> Diagnostic {
        let span = found.span;
        match &found.mistake {
            Mistake::Missing(missing) => self.missing(missing, span),
            Mistake::Token(mistake) => self.token(mistake, span),
            Mistake::Brace(mistake) => self.brace(mistake, span),
            Mistake::Type(mistake) => self.type_mistake(mistake, span),
            Mistake::Function(mistake) => self.function(mistake, span),
            Mistake::List(mistake) => self.list(mistake, span),
            Mistake::Name(mistake) => self.name(mistake, span),
            Mistake::Item(mistake) => self.item(mistake, span),
            Mistake::Attribute(mistake) => self.attribute(mistake, span),
            Mistake::Comment(mistake) => comment(mistake, span),
            Mistake::TooDeep(too_deep) => nested(*too_deep, span),
        }
    }

    /// Says of a mistake that it is a habit of the file; `once` if it is made in one place only.
    pub(crate) fn of_a_file(self, habit: Habit, once: bool, diagnostic: &mut Diagnostic) {
        let fix = match habit {
            Habit::NoSemicolon => {
                diagnostic.code = codes::OLD_DIALECT;
                diagnostic.message = "this file leaves out the `;` that ends each item".to_owned();
                diagnostic.notes = vec!["WIT did without it until 2023".to_owned()];
                return;
            }
            // The fix of one place is in the words of the others.
            Habit::Keyword
            | Habit::Generic
            | Habit::UnitResult
            | Habit::Default
            | Habit::Separators
            | Habit::Visibility => return,
            // There is no fix.
            Habit::Parameters | Habit::NamedResults | Habit::Placeholders => return,
            Habit::TypeOfCase => "write each of these cases with one type in parentheses",
            Habit::NamedResult => "write the results without their names",
        };
        if let ([all], false) = (diagnostic.fixes.as_mut_slice(), once) {
            all.message = fix.to_owned();
        }
    }
}

fn comment(mistake: &CommentMistake, span: Span) -> Diagnostic {
    match mistake {
        CommentMistake::NeverOpened => {
            let message = "this comment is never opened";
            Diagnostic::error(codes::UNOPENED_COMMENT, message, span)
                .label("ends here")
                .note("a comment starts with `/*`, or with `//` and ends with its line")
        }
        CommentMistake::Line { start } => {
            let message = "this line looks like a comment";
            Diagnostic::error(codes::UNOPENED_COMMENT, message, span)
                .label("no item of WIT starts with such words")
                .note("a comment of one line starts with `//`, or with `///` if it documents what follows")
                .fix("make it a comment", Span::new(*start, *start), "// ")
        }
    }
}

fn nested(too_deep: TooDeep, span: Span) -> Diagnostic {
    match too_deep {
        TooDeep::Types => {
            let message = format!("types are nested more than {MAX_TYPE_DEPTH} deep here");
            Diagnostic::error(codes::TYPE_TOO_DEEP, message, span)
        }
        TooDeep::Braces => {
            let message = format!("more than {MAX_BRACE_DEPTH} braces are open here");
            Diagnostic::error(codes::BRACES_TOO_DEEP, message, span)
        }
    }
}
