//! Modules with some of their sections replaced.

use super::core_module::CoreModule;
use super::producers::Producers;
use super::sections::{CUSTOM, Section, custom_name};
use crate::Binary;

impl<'a> CoreModule<'a> {
    /// The module with the sections that `replace` gives for those that it has; an empty one leaves a section out. For
    /// a custom section `replace` gets the name. What stays is borrowed.
    pub(crate) fn with_sections(
        &self,
        mut replace: impl FnMut(&Section, Option<&str>) -> Option<Vec<u8>>,
    ) -> Binary<'a> {
        let mut binary = Binary::default();
        let mut from = 0;
        for section in &self.sections {
            let custom = self
                .bytes
                .get(section.contents.clone())
                .filter(|_| section.id == CUSTOM);
            let name = custom.and_then(custom_name).map(|(name, _)| name);
            if let Some(other) = replace(section, name) {
                // All bytes between two replaced sections are one piece, so that a large module has few of
                // them.
                binary.push(&self.bytes[from..section.whole.start]);
                binary.push(other);
                from = section.whole.end;
            }
        }
        binary.push(&self.bytes[from..]);
        binary
    }

    /// The tools that the module's own section names.
    pub(crate) fn producers(&self) -> Producers {
        let mut producers = Producers::default();
        for (_, name, data) in self.custom_sections() {
            if name == Producers::SECTION {
                producers.merge(&Producers::parse(data));
            }
        }
        producers
    }
}
