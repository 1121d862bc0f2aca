//! A module taken apart: its code on the one hand, its worlds on the other.

use super::analyze::AnalyzedModule;
use super::options::Module;
use super::worlds;
use crate::Binary;
use crate::errors::not_a_module;
use crate::module::{CoreModule, Malformed, Producers};
use crate::named::{Added, NamedWorld};
use crate::type_sections::type_sections;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{Encode, ImportSection, Section};
use witc_diagnostics::Diagnostic;
use witc_type_section::TYPE_SECTION_PREFIX;

/// A module taken apart.
pub(super) struct OpenedModule<'a> {
    /// The module.
    pub(super) module: CoreModule<'a>,
    /// Its name in messages.
    pub(super) label: String,
    /// The part of the component's world that comes from it.
    pub(super) added: Added,
    /// The tools that its type sections name.
    producers: Producers,
    import_names: Vec<Cow<'a, str>>,
}

/// An adapter that is reduced to what is needed of it.
pub(super) struct ReducedAdapter<'m> {
    /// The module.
    pub(super) module: CoreModule<'m>,
    /// The names of its imports.
    pub(super) import_names: Vec<Cow<'m, str>>,
}

impl<'m> ReducedAdapter<'m> {
    /// Reads the module.
    pub(super) fn open(bytes: &'m [u8]) -> Result<Self, Malformed> {
        let module = CoreModule::parse(bytes)?;
        let import_names = unique_names(&module);
        Ok(Self {
            module,
            import_names,
        })
    }

    /// The view of it for the analysis: the worlds are those of the whole adapter.
    pub(super) fn subject<'s>(
        &'s self,
        whole: &'s OpenedModule<'_>,
        main: &'s OpenedModule<'m>,
    ) -> AnalyzedModule<'s, 'm> {
        AnalyzedModule {
            module: &self.module,
            label: &whole.label,
            import_names: &self.import_names,
            added: &whole.added,
            main: Some(&main.module),
        }
    }
}

impl<'a> OpenedModule<'a> {
    /// Takes a module apart and adds its worlds to that of the component.
    pub(super) fn open(
        module: Module<'a>,
        label: String,
        world: &mut NamedWorld,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let core = match CoreModule::parse(module.bytes) {
            Ok(core) => core,
            Err(malformed) => {
                diagnostics.push(not_a_module(&label, &malformed));
                return None;
            }
        };
        let mut added = Added::default();
        let mut producers = Producers::default();
        // The module's own worlds come first, and what is given besides has to agree with them.
        diagnostics.extend(worlds::read(
            &core,
            &label,
            world,
            &mut added,
            &mut producers,
        ));
        if let Some((resolve, id, encoding)) = module.world {
            diagnostics.extend(world.add(resolve, id, encoding, &label, &mut added));
        }
        let import_names = unique_names(&core);
        Some(Self {
            module: core,
            label,
            added,
            producers,
            import_names,
        })
    }

    /// Whether the module has a type section, which may be that of an empty world.
    pub(super) fn has_world(&self) -> bool {
        type_sections(&self.module).next().is_some()
    }

    /// The view of it for the analysis.
    pub(super) fn subject<'m>(&'m self, main: Option<&'m Self>) -> AnalyzedModule<'m, 'a> {
        AnalyzedModule {
            module: &self.module,
            label: &self.label,
            import_names: &self.import_names,
            added: &self.added,
            main: main.map(|main| &main.module),
        }
    }

    /// The module as it goes into the component: without worlds, with each import only once, with all producers.
    pub(super) fn binary(&self) -> Binary<'a> {
        const IMPORTS: u8 = 2;
        let mut imports = self.renamed_imports();
        let extends = !self.producers.is_empty();
        let mut binary = self.module.with_sections(|section, name| match name {
            Some(name) if name.starts_with(TYPE_SECTION_PREFIX) => Some(Vec::new()),
            Some(Producers::SECTION) if extends => Some(Vec::new()),
            // A module has one section of imports.
            None if section.id == IMPORTS => imports.take(),
            _ => None,
        });
        if extends {
            let mut producers = self.module.producers();
            producers.merge(&self.producers);
            binary.push(producers.to_bytes());
        }
        binary
    }

    /// The import section, if names had to be changed.
    fn renamed_imports(&self) -> Option<Vec<u8>> {
        let module = &self.module;
        if module
            .imports
            .iter()
            .zip(&self.import_names)
            .all(|(import, name)| import.name == name)
        {
            return None;
        }
        let mut section = ImportSection::new();
        for (import, name) in module.imports.iter().zip(&self.import_names) {
            // The type stays; only the name is new.
            let import = wasmparser::Import { name, ..*import };
            RoundtripReencoder.parse_import(&mut section, import).ok()?;
        }
        let mut bytes = vec![section.id()];
        section.encode(&mut bytes);
        Some(bytes)
    }
}

/// Names for the imports of a module. A core module may import the same thing twice, but an instance has each name
/// once, so that all but the first get another name.
pub(super) fn unique_names<'a>(module: &CoreModule<'a>) -> Vec<Cow<'a, str>> {
    let all: HashSet<(&str, &str)> = module
        .imports
        .iter()
        .map(|import| (import.module, import.name))
        .collect();
    if all.len() == module.imports.len() {
        return module
            .imports
            .iter()
            .map(|import| Cow::Borrowed(import.name))
            .collect();
    }
    let mut times: HashMap<(&str, &str), u32> = HashMap::new();
    let names = module.imports.iter().map(|import| {
        let times = times.entry((import.module, import.name)).or_insert(0);
        *times += 1;
        if *times == 1 {
            return Cow::Borrowed(import.name);
        }
        loop {
            // The same names as those of `wit-component`. One that the module has already is passed over.
            let name = format!("{} [v{times}]", import.name);
            if !all.contains(&(import.module, name.as_str())) {
                return Cow::Owned(name);
            }
            *times += 1;
        }
    });
    names.collect()
}
