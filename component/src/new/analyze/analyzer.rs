//! What the analysis of a module knows of the component.

use super::analyzed::AnalyzedModule;
use crate::core_names::STANDARD;
use crate::named::Map;
use crate::named::{ImportMeaning, NamedWorld};
use crate::new::errors::{unknown_import, usual_cause};
use semver::Version;
use std::collections::HashMap;
use witc_canonical_abi::compatibility_track;
use witc_diagnostics::Diagnostic;

/// The imports that a module offers, by the name of the field.
pub(super) type Fields = Map<String, ImportMeaning>;
pub(super) type HashMapOf<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// Knows what names mean in a component.
pub(crate) struct Analyzer<'w> {
    pub(super) world: &'w NamedWorld,
    pub(super) adapters: HashMapOf<&'w str, usize>,
    pub(super) reject_legacy_names: bool,
    /// The imports that interfaces with versions offer, by what compatibility depends on.
    pub(super) compatible: HashMapOf<(&'w str, String), Vec<&'w Fields>>,
}

impl<'w> Analyzer<'w> {
    pub(crate) fn new(
        world: &'w NamedWorld,
        adapters: impl Iterator<Item = &'w str>,
        reject_legacy_names: bool,
    ) -> Self {
        let adapters = adapters
            .enumerate()
            .map(|(index, name)| (name, index))
            .collect();
        let mut compatible: HashMapOf<_, Vec<_>> = HashMap::default();
        for (module, fields) in &world.core_imports {
            // Names without a version, and those of the standard scheme, are found as they are.
            if let Some(track) = track(module) {
                compatible.entry(track).or_default().push(fields);
            }
        }
        Self {
            world,
            adapters,
            reject_legacy_names,
            compatible,
        }
    }

    /// The imports that the name of a module offers: those of the world, then those of compatible versions.
    pub(super) fn candidates(&self, module: &str) -> Vec<&'w Fields> {
        let exact = self.world.core_imports.get(module);
        // A standard name has no more of the version than compatibility depends on, so it already fits all
        // compatible versions.
        let track = if module.starts_with(STANDARD) {
            None
        } else {
            track(module)
        };
        let compatible = track.and_then(|track| self.compatible.get(&track));
        exact
            .into_iter()
            .chain(compatible.into_iter().flatten().copied())
            .collect()
    }

    /// Whether a name counts for nothing because of its scheme.
    pub(super) fn is_rejected(&self, name: &str) -> bool {
        self.reject_legacy_names && !name.starts_with(STANDARD)
    }

    /// Imports that nothing provides, and the usual cause.
    pub(super) fn unknown(
        &self,
        subject: &AnalyzedModule<'_, '_>,
        module: &str,
        fields: &[&str],
        reason: &str,
    ) -> Diagnostic {
        let mut adapters: Vec<&str> = self.adapters.keys().copied().collect();
        // The map has them in an order of chance, and messages are to be the same each time.
        adapters.sort_unstable();
        let cause = usual_cause(module, !subject.added.is_empty(), &adapters);
        unknown_import(module, fields, reason).note(cause)
    }
}

/// A versioned name as the part before the version, and what compatibility depends on of the version.
fn track(name: &str) -> Option<(&str, String)> {
    let (path, version) = name.rsplit_once('@')?;
    Some((path, compatibility_track(&Version::parse(version).ok()?).0))
}
