//! The steps of the analysis of a module.

use super::analyzed::AnalyzedModule;
use super::analyzer::{Analyzer, HashMapOf};
use crate::named::Map;
use crate::new::wiring::Wiring;
use wasmparser::TypeRef;
use witc_diagnostics::Diagnostic;

impl Analyzer<'_> {
    /// Matches a whole module.
    pub(crate) fn wire<'a>(
        &self,
        subject: &AnalyzedModule<'_, 'a>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Wiring<'a> {
        let mut wiring = Wiring::default();
        if let Some(diagnostic) = self.memory_64(subject) {
            // All functions with pointers have other types than expected then: this is the one cause to report.
            diagnostics.push(diagnostic);
            return wiring;
        }
        let mut places: HashMapOf<&str, usize> = HashMapOf::default();
        let mut unknown: Map<&str, Vec<&str>> = Map::default();
        for (import, name) in subject.module.imports.iter().zip(subject.import_names) {
            if self.is_unknown(subject, import) {
                unknown.entry(import.module).or_default().push(import.name);
                continue;
            }
            match self.import(subject, import) {
                Ok(meaning) => {
                    if let TypeRef::Memory(ty) = import.ty {
                        wiring.memory = Some(ty);
                    }
                    // Imports from one module may be scattered, and become one instance. The modules keep the
                    // order of their first imports.
                    let place = *places.entry(import.module).or_insert_with(|| {
                        wiring.imports.push((import.module, Vec::new()));
                        wiring.imports.len() - 1
                    });
                    wiring.imports[place].1.push((name.clone(), meaning));
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        // All imports from a module that is unknown have the same cause, and get one diagnostic.
        for (module, fields) in unknown {
            let reason = format!("the world imports no interface `{module}`");
            diagnostics.push(self.unknown(subject, module, &fields, &reason));
        }
        wiring.exports = self.exports(subject, diagnostics);
        self.require(subject, &wiring.exports, diagnostics);
        wiring
    }
}
