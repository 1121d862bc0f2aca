//! The names that a component's name section gives to what is in it.

use crate::parse::ParsedComponent;
use std::collections::BTreeMap;
use wasmparser::{BinaryReader, ComponentName, ComponentNameSectionReader, NameMap};

/// The names of a component, and of the components and core modules in it.
#[derive(Default)]
pub(super) struct Names<'a> {
    pub(super) own: Option<&'a str>,
    pub(super) components: BTreeMap<u32, &'a str>,
    pub(super) modules: BTreeMap<u32, &'a str>,
}

impl<'a> Names<'a> {
    /// Reads the names. Damage is no error: names are for people, and a component without them works.
    pub(super) fn read(component: &ParsedComponent<'a>) -> Self {
        let mut names = Self::default();
        let sections = component
            .customs
            .iter()
            // The section is called so by Binary.md, "Name Section".
            .filter(|(name, _)| *name == "component-name");
        for (_, data) in sections {
            for part in ComponentNameSectionReader::new(BinaryReader::new(data, 0)).flatten() {
                names.add(part);
            }
        }
        names
    }

    fn add(&mut self, part: ComponentName<'a>) {
        let all = |map: NameMap<'a>| map.into_iter().flatten().map(|it| (it.index, it.name));
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the names of all other kinds of items are of no use here"
        )]
        match part {
            ComponentName::Component { name, .. } => self.own = Some(name),
            ComponentName::Components(map) => self.components.extend(all(map)),
            ComponentName::CoreModules(map) => self.modules.extend(all(map)),
            _ => {}
        }
    }
}
