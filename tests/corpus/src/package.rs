//! One package: its roots are checked and formatted, and the bindings of its worlds generated and compiled.

use crate::bindings::{Language, generate, is_refused};
use crate::compile::{self, Compilers, Module};
use crate::counts::Counts;
use crate::download::folder;
use crate::format;
use crate::list::Package;
use crate::root::{Root, errors, roots, worlds};
use std::path::Path;
use witc_bindgen_core::Files;
use witc_resolve::{Loaded, WorldId};

/// What is found out about a package.
pub(crate) struct Examined<'a> {
    package: &'a Package,
    compilers: &'a Compilers,
    pub(crate) counts: Counts,
    /// What is wrong with witc, or with the list.
    pub(crate) failures: Vec<String>,
    /// The modules of Rust, which are compiled together at the end.
    modules: Vec<Module>,
}

/// Examines a package that was downloaded to a path.
pub(crate) fn examine<'a>(
    package: &'a Package,
    path: &Path,
    compilers: &'a Compilers,
) -> Examined<'a> {
    let mut examined = Examined {
        package,
        compilers,
        counts: Counts::default(),
        failures: Vec::new(),
        modules: Vec::new(),
    };
    match roots(package, path) {
        Ok(roots) => roots.iter().for_each(|root| examined.root(root)),
        Err(message) => examined.failures.push(message),
    }
    examined.rust();
    examined.counts.failures = examined.failures.len();
    examined
}

impl Examined<'_> {
    fn root(&mut self, root: &Root) {
        self.counts.roots += 1;
        let loaded = root.load();
        let errors = errors(&loaded.diagnostics, &loaded.resolve.sources);
        if let Some(code) = self.package.wrong.get(&root.name) {
            return self.wrong_root(root, code, &errors);
        }
        if !errors.is_empty() {
            self.failures
                .push(format!("{}: {}", root.name, errors.join("\n  ")));
            return;
        }
        let copy = folder(self.package).join("formatted");
        let (files, faults) = format::examine(root, &loaded, &copy);
        self.counts.files += files;
        self.failures.extend(faults);
        for world in worlds(&loaded) {
            self.counts.worlds += 1;
            self.world(root, &loaded, world);
        }
    }

    /// A root that the list calls wrong has to be refused for that reason: a list that is out of date hides faults.
    fn wrong_root(&mut self, root: &Root, code: &str, errors: &[String]) {
        self.counts.wrong += 1;
        if !errors.iter().any(|error| error.contains(code)) {
            let name = &root.name;
            self.failures
                .push(format!("{name}: has no {code}, which the list says it has"));
        }
    }

    fn world(&mut self, root: &Root, loaded: &Loaded, world: WorldId) {
        for language in Language::ALL {
            for words in language.command_lines() {
                let output = generate(loaded, world, language, words);
                let origin = format!(
                    "{}, world {}: witc {} {}",
                    root.name,
                    loaded.resolve.worlds[world].name,
                    language.name(),
                    words.join(" ")
                );
                let counts = self.counts.of(language);
                if is_refused(&output) {
                    counts.refused += 1;
                } else if output.has_errors() {
                    let errors = errors(&output.diagnostics, &loaded.resolve.sources);
                    self.failures
                        .push(format!("{origin}: {}", errors.join("\n  ")));
                } else {
                    counts.generated += 1;
                    self.compile(language, origin, &output.files);
                }
            }
        }
    }

    /// Compiles bindings, unless some with the same text were compiled; those in Rust later.
    fn compile(&mut self, language: Language, origin: String, files: &Files) {
        let text = files.iter().flat_map(|(_, text)| text.to_vec()).collect();
        if !self.compilers.is_new(text) {
            return;
        }
        self.counts.of(language).compiled += 1;
        let folder = folder(self.package).join(language.name());
        let compiled = match language {
            Language::Rust => return self.add_module(origin, files),
            Language::C => self.compilers.c(files, &folder),
            Language::Cpp => self.compilers.cpp(files, &folder),
        };
        self.failures
            .extend(compiled.err().map(|message| format!("{origin}: {message}")));
    }

    fn add_module(&mut self, origin: String, files: &Files) {
        let stubs = origin.contains("--stubs");
        let modules = files.iter().map(|(_, text)| Module {
            origin: origin.clone(),
            text: String::from_utf8_lossy(text).into_owned(),
            stubs,
        });
        self.modules.extend(modules);
    }

    fn rust(&mut self) {
        // Letters and digits alone: it is the name of a crate.
        let mut name = self.package.label();
        name.retain(|letter| letter.is_ascii_alphanumeric());
        self.failures
            .extend(compile::rust(&format!("corpus-{name}"), &self.modules));
    }
}
