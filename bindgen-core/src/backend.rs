//! The shape that every back end has.

use crate::{Files, OptionSpec, Options, Signature};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Resolve, WorldId};

/// The input of a back end.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Everything that was resolved, without errors.
    pub resolve: &'a Resolve,
    /// The world to write bindings for.
    pub world: WorldId,
}

/// The output of a back end: files, or errors; warnings with either.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The files; none if there are errors.
    pub files: Files,
    /// Errors and warnings, in order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Output {
    /// No files, but the reasons why.
    #[must_use]
    pub fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            files: Files::new(),
            diagnostics,
        }
    }

    /// Whether there are errors, and therefore no files.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// A generator of bindings for one language.
pub trait Backend {
    /// The options that it has.
    type Options: Options;

    /// The name of the language, as the command is called: `rust`, `c`, `cpp`.
    const NAME: &'static str;

    /// The table of its options.
    // Here too, so that front ends need not name the type of the options.
    const OPTIONS: &'static [OptionSpec] = Self::Options::TABLE;

    /// Writes the bindings of a world, which depend on it and on what it reaches alone: the same world gives the same
    /// bytes, whatever else was resolved with it, and in whatever order. Only other versions of its packages count, since
    /// names tell versions apart.
    fn generate(input: Input<'_>, options: &Self::Options) -> Output {
        // Back ends compute facts over all types of a model and look for names among all its packages. So they get a
        // model in which there is nothing else.
        let (resolve, world) = input.resolve.only_and_versions(input.world);
        let resolve = &resolve;
        Self::write(Input { resolve, world }, options)
    }

    /// Writes the bindings of the only world of a model, for [`Backend::generate`].
    fn write(input: Input<'_>, options: &Self::Options) -> Output;

    /// The heads of all functions of a world, as [`Backend::generate`] writes them where there is one version of each
    /// package, for documentation: it shows versions that few read together.
    ///
    /// # Errors
    ///
    /// What keeps bindings of the world from being written.
    fn signatures(
        input: Input<'_>,
        options: &Self::Options,
    ) -> Result<Vec<Signature>, Vec<Diagnostic>> {
        let (resolve, world) = input.resolve.only(input.world);
        let resolve = &resolve;
        Self::heads(Input { resolve, world }, options)
    }

    /// The heads of the functions of the only world of a model, for [`Backend::signatures`].
    ///
    /// # Errors
    ///
    /// What keeps bindings of the world from being written.
    fn heads(input: Input<'_>, options: &Self::Options) -> Result<Vec<Signature>, Vec<Diagnostic>>;
}
