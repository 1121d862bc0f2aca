//! The attributes of items.

use super::printer::{Blank, Gap, Printer};
use crate::ast::{Attribute, AttributeKind};

impl Printer<'_> {
    /// Each attribute on a line of its own.
    pub(super) fn attributes(&mut self, attributes: &[Attribute<'_>]) {
        for attribute in attributes {
            // `@name(`
            (0..3).for_each(|_| self.token());
            match attribute.kind {
                AttributeKind::Since(_)
                | AttributeKind::Deprecated(_)
                | AttributeKind::Unstable(_) => {
                    self.token();
                    self.space();
                    self.token();
                    self.space();
                }
                AttributeKind::ExternalId(_) | AttributeKind::Broken => {}
            }
            self.tokens_to(attribute.span.end);
            // Attributes belong to the item after them, and no free line comes between.
            self.gap = Gap::Hard(Blank::Never);
        }
    }
}
