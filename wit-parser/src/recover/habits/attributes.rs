//! Habits in attributes: `@deprecated` alone, `@since(1.0.0)`.

use crate::attribute::attribute_form;
use crate::generated::tokens::Kind;
use crate::recover::finder::{Finder, Fixed};
use crate::recover::head::{head, is_name, skip_attributes};
use crate::recover::mistake::{AttributeMistake, Found};
use crate::recover::type_tokens::TYPES;

impl Finder<'_, '_> {
    pub(super) fn habit_in_attributes(&self, at: usize) -> Option<Fixed> {
        self.bare_attribute(at)
            .or_else(|| self.keyless_attribute(at))
            .or_else(|| self.attribute_for_type(at))
    }

    /// `a: @since(version = 1.0.0)`, where a type has to be.
    fn attribute_for_type(&self, failed: usize) -> Option<Fixed> {
        let before = self.kind_before(failed)?;
        let stands_for_type = matches!(
            before,
            Kind::Colon | Kind::Arrow | Kind::Less | Kind::Comma | Kind::Equals | Kind::LeftParen
        );
        let end = skip_attributes(self.tokens, failed, self.tokens.len());
        // Of `a:b@c` and its like a part is missing.
        let is_known = attribute_form(self.text(failed + 1)).is_some();
        let is_attribute =
            end > failed && (is_known || self.kind(failed + 2) == Some(Kind::LeftParen));
        // Between parentheses and commas, a name could stand that has the attribute.
        if !stands_for_type || !is_attribute || self.kind(end).is_some_and(starts_type) {
            return None;
        }
        let found = Found::new(self.span_of(failed, end), AttributeMistake::InPlaceOfType);
        let ty = self.missing_at(Kind::Ident, failed);
        Some((self.replaced(failed, end, &[ty]), Some(found)))
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

/// Whether a type starts with such a token.
fn starts_type(kind: Kind) -> bool {
    TYPES.contains(&kind)
}
