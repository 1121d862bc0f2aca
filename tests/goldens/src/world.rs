//! One folder of `fixtures/goldens`: its WIT, its options, and what is written for it.

use super::Language;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use witc_bindgen_core::{Files, Input, Signature};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Loaded, Loader, select_world};
use witc_tests::root;

/// A world and its goldens.
pub(crate) struct World {
    /// The name of the folder and of the world.
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    /// The words of each command line in `options.txt`; none where there is no such file.
    command_lines: Option<BTreeMap<String, Vec<String>>>,
}

impl World {
    /// All of them, by name.
    pub(crate) fn all() -> Vec<Self> {
        let mut folders: Vec<PathBuf> = fs::read_dir(root().join("fixtures/goldens"))
            .expect("is there")
            .map(|entry| entry.expect("can be read").path())
            .collect();
        // Each system lists a folder in another order, and failures should come in one.
        folders.sort();
        folders.into_iter().map(Self::new).collect()
    }

    fn new(folder: PathBuf) -> Self {
        let name = folder.file_name().and_then(|name| name.to_str());
        let name = name.expect("is UTF-8").to_owned();
        let command_lines = fs::read_to_string(folder.join("options.txt")).ok();
        let command_lines = command_lines.map(|text| {
            let lines = text.lines().map(|line| {
                let mut words = line.split_whitespace().map(str::to_owned);
                (words.next().expect("is a language"), words.collect())
            });
            lines.collect()
        });
        Self {
            name,
            folder,
            command_lines,
        }
    }

    /// The name of its module where all are modules of one crate.
    pub(crate) fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The options of a language; none if it is not written in that language.
    pub(crate) fn options(&self, language: Language) -> Option<Vec<&str>> {
        match &self.command_lines {
            None => Some(Vec::new()),
            Some(lines) => lines
                .get(language.name())
                .map(|words| words.iter().map(String::as_str).collect()),
        }
    }

    /// The folder of a language.
    pub(crate) fn goldens(&self, language: Language) -> PathBuf {
        self.folder.join(language.name())
    }

    /// What is written in a language, with more options than its own; no files where it is not written in that language.
    ///
    /// # Errors
    ///
    /// What the loader or the back end complains of, warnings included.
    pub(crate) fn generate(&self, language: Language, more: &[&str]) -> Result<Files, String> {
        let Some(options) = self.options(language) else {
            return Ok(Files::new());
        };
        let options = [&options[..], more].concat();
        self.with_input(language, |input| {
            let output = language.generate(input, &options);
            if output.diagnostics.is_empty() {
                Ok(output.files)
            } else {
                Err(output.diagnostics)
            }
        })
    }

    /// The heads of the functions in a language; none where it is not written in that language.
    ///
    /// # Errors
    ///
    /// What the loader or the back end complains of.
    pub(crate) fn signatures(&self, language: Language) -> Result<Vec<Signature>, String> {
        let Some(options) = self.options(language) else {
            return Ok(Vec::new());
        };
        self.with_input(language, |input| language.signatures(input, &options))
    }

    /// Loads the world, and hands it on.
    fn with_input<T>(
        &self,
        language: Language,
        make: impl FnOnce(Input<'_>) -> Result<T, Vec<Diagnostic>>,
    ) -> Result<T, String> {
        let wit = ["world.wit", "wit"].map(|path| self.folder.join(path));
        let wit = wit.iter().find(|path| path.exists()).expect("there is WIT");
        let Loaded {
            resolve,
            main,
            diagnostics,
            ..
        } = Loader::new().path(wit).load();
        let complaint = |diagnostics: Vec<Diagnostic>| {
            let name = &self.name;
            format!("{name} in {}: {diagnostics:#?}", language.name())
        };
        // Warnings too: WIT that people read as an example has none.
        if !diagnostics.is_empty() {
            return Err(complaint(diagnostics));
        }
        let world = select_world(&resolve, &main, Some(&self.name));
        let world = world.map_err(|error| complaint(vec![*error]))?;
        let resolve = &resolve;
        make(Input { resolve, world }).map_err(complaint)
    }
}
