//! Habits in attributes: `@deprecated` alone, `@since(1.0.0)`.

use crate::attribute::attribute_form;
use crate::generated::tokens::Kind;
use crate::recover::finder::{Finder, Fixed};
use crate::recover::head::{head, is_name};
use crate::recover::mistake::{AttributeMistake, Found};

impl Finder<'_, '_> {
    pub(super) fn habit_in_attributes(&self, at: usize) -> Option<Fixed> {
        self.bare_attribute(at)
            .or_else(|| self.keyless_attribute(at))
    }

    /// `@deprecated`, without what it needs.
    fn bare_attribute(&self, failed: usize) -> Option<Fixed> {
        let name = failed.checked_sub(1)?;
        let goes_on = self.kind(failed)? == Kind::At || head(self.tokens, failed).is_some();
        if self.kind_before(name)? != Kind::At || !goes_on {
            return None;
        }
        // Of an attribute that WIT does not have, the name is what is wrong.
        attribute_form(self.text(name))?;
        let mistake = AttributeMistake::Bare {
            name: self.tokens[name],
        };
        let found = Found::new(self.span_of(name - 1, failed), mistake);
        Some((self.replaced(name - 1, failed, &[]), Some(found)))
    }

    /// `@since(1.0.0)`, `@unstable(name)`
    fn keyless_attribute(&self, failed: usize) -> Option<Fixed> {
        // The argument fails at one of its first tokens.
        let open = (failed.saturating_sub(2)..failed)
            .rev()
            .find(|at| self.kind(*at) == Some(Kind::LeftParen))?;
        let name = open.checked_sub(1)?;
        let (value, end) = (self.token(open + 1)?, open + 2);
        if self.kind_before(name)? != Kind::At || self.kind(end)? != Kind::RightParen {
            return None;
        }
        let key = match self.text(name) {
            "since" | "deprecated" if value.kind == Kind::Version => "version",
            "unstable" if is_name(value.kind) => "feature",
            _ => return None,
        };
        let mistake = AttributeMistake::Keyless {
            name: self.tokens[name],
            key,
            value,
        };
        let found = Found::new(self.span_of(name - 1, end + 1), mistake);
        Some((self.replaced(name - 1, end + 1, &[]), Some(found)))
    }
}
