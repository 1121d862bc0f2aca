//! What resolving starts from and what it ends with.

use crate::{PackageId, PackageName, Resolve};
use std::num::NonZeroUsize;
use witc_diagnostics::{Diagnostic, FileId, SourceMap, Span};

/// The text to resolve: files, and which of them are one package.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The text of all files.
    pub sources: SourceMap,
    /// The packages that the files make up, in any order.
    pub groups: Vec<Group>,
}

/// Files that are one package together: a folder, or a file that stands alone. Packages that are nested in one of the
/// files are packages of their own.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The name of the folder or file, as people know it.
    pub name: String,
    /// The files, in the order of their names.
    pub files: Vec<FileId>,
    /// Whether this is what the user asked for, rather than what that depends on.
    pub main: bool,
    /// How many packages in `deps/` it is below: 0 for what the user asked for and for what is in the `deps/` of that, 1 for
    /// what is in the `deps/` of these. Of the copies of a package, only those count that have the least.
    pub nesting: usize,
    /// The folder that it is a file of, as people know it, if each file there is a package of its own.
    pub deps: Option<String>,
    /// Whether it only fills in what no other group has: what a package in binary form knows of those that it depends
    /// on, which may be less than all.
    pub fallback: bool,
    /// Whether it comes from a package in binary form. What several of these that are not `main` say of one package is united.
    pub binary: bool,
}

/// Options of a run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The features that are active: items that are `@unstable` under another one do not exist.
    pub features: Features,
    /// The most threads that may run; nothing for as many as the machine runs at the same time. Without the feature `threads`
    /// there is one. What is found does not depend on it, nor its order.
    pub threads: Option<NonZeroUsize>,
    /// Whether [`Resolution::references`] are kept. All syntax trees are in memory at the same time then.
    #[cfg(feature = "references")]
    pub references: bool,
}

impl Options {
    pub(crate) fn keeps_references(&self) -> bool {
        #[cfg(feature = "references")]
        return self.references;
        #[cfg(not(feature = "references"))]
        false
    }

    pub(crate) fn threads(&self) -> NonZeroUsize {
        if cfg!(not(feature = "threads")) {
            return NonZeroUsize::MIN;
        }
        self.threads
            .unwrap_or_else(|| std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN))
    }
}

/// A choice of features.
#[derive(Clone, Debug, Default)]
pub struct Features {
    all: bool,
    names: Vec<String>,
}

/// The feature under which `a:b:c/d` names a package.
// `WIT.md`, "Package Names", marks it with 🪺: it is not final.
pub(crate) const NESTED_NAMESPACES: &str = "nested-namespaces";

impl Features {
    /// No feature.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Every feature that a package may name.
    #[must_use]
    pub fn all() -> Self {
        Self {
            all: true,
            names: Vec::new(),
        }
    }

    /// Activates a feature.
    pub fn activate(&mut self, name: impl Into<String>) {
        self.names.push(name.into());
    }

    /// Activates every feature that a package may name.
    pub fn activate_all(&mut self) {
        self.all = true;
    }

    /// Whether a feature is active.
    #[must_use]
    pub fn is_active(&self, name: &str) -> bool {
        self.all || self.names.iter().any(|active| active == name)
    }
}

impl<S: Into<String>> FromIterator<S> for Features {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Self {
        Self {
            all: false,
            names: names.into_iter().map(Into::into).collect(),
        }
    }
}

/// The result of resolving.
#[derive(Clone, Debug, Default)]
pub struct Resolution {
    /// Everything that makes sense. If there are errors, something is missing in it, and it is not fit to generate
    /// code from.
    pub resolve: Resolve,
    /// The packages that the user asked for, in the order of the groups.
    pub main: Vec<PackageId>,
    /// Everything that is wrong, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// The packages that paths name and that are not there, by name.
    pub missing: Vec<MissingPackage>,
    /// The uses of names and their meanings, if that was asked for.
    #[cfg(feature = "references")]
    pub references: Option<crate::References>,
}

/// A package that a path names and that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPackage {
    /// Its name.
    pub name: PackageName,
    /// The place that the diagnostic about it is at. Nothing if there is none: it may be among what could not be read.
    pub reported: Option<Span>,
}

impl Resolution {
    /// Whether something is wrong that forbids to use the result.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}
