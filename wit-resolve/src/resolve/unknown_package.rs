//! Packages that are nowhere: what is said about them, and which ones might have been meant. Whoever loads the packages adds
//! [where they were looked for](crate::MissingPackage).

use super::session::Resolver;
use super::suggest::list;
use crate::PackageName;
use crate::codes;
use crate::sort::sort_by;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast;

impl Resolver<'_, '_> {
    /// Reports that a package is nowhere.
    pub(crate) fn unknown_package(&mut self, package: PackageName, span: Span) {
        if let Some(&index) = self.names.unknown_packages.get(&package) {
            if let Some(index) = index {
                self.mention_again(index, span);
            }
            return;
        }
        // The package may be among what could not be read.
        if self.names.has_unclear_units {
            self.names.unknown_packages.insert(package, None);
            return;
        }
        let mut diagnostic = Diagnostic::error(
            codes::UNKNOWN_PACKAGE,
            format!("the package `{package}` was not found"),
            span,
        );
        let known = self.names.unit_of_name.len();
        if self.names.suggester.affords(known) {
            diagnostic = self.explain_package(diagnostic, &package);
        }
        self.names
            .unknown_packages
            .insert(package, Some(self.out.diagnostics.len()));
        self.report(diagnostic);
    }

    /// Adds which packages there are instead of one.
    fn explain_package(&mut self, mut diagnostic: Diagnostic, package: &PackageName) -> Diagnostic {
        let mut known: Vec<&PackageName> = self.names.unit_of_name.keys().collect();
        // From a hash map as well.
        sort_by(&mut known, Ord::cmp);
        let same_name = |other: &&&PackageName| {
            other.namespace == package.namespace && other.name == package.name
        };
        let versions: Vec<String> = known
            .iter()
            .filter(same_name)
            .map(|other| format!("`{other}`"))
            .collect();
        // Another version of the very package is nearer than any other name.
        if versions.is_empty() {
            let texts: Vec<String> = known.iter().map(ToString::to_string).collect();
            if let Some(meant) = self
                .names
                .suggester
                .closest(&package.to_string(), texts.iter().map(String::as_str))
            {
                diagnostic = diagnostic.note(format!("did you mean `{meant}`?"));
            // One alone is the package that names the unknown one.
            } else if texts.len() > 1 {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                diagnostic = diagnostic.note(format!("the known packages are {}", list(&texts)));
            }
        } else {
            diagnostic = diagnostic.note(format!(
                "there is {}: write that version after the interface's name, as in `{}`",
                versions.join(" and "),
                known
                    .iter()
                    .find(|other| same_name(other))
                    .map(|other| other.item("name"))
                    .unwrap_or_default(),
            ));
        }
        diagnostic
    }

    /// Adds a place to the diagnostic of a package that was missing elsewhere before.
    pub(crate) fn unknown_package_again(&mut self, name: &ast::PackageName<'_>) {
        let Some(package) =
            super::path_key::package_name(name, self.given.options, &mut self.out.diagnostics)
        else {
            return;
        };
        if let Some(&Some(index)) = self.names.unknown_packages.get(&package) {
            self.mention_again(index, name.span);
        }
    }
}
