//! Cases of `component new`: folders with modules and their worlds, as the peer has them in its published sources.

#![allow(dead_code, reason = "every test uses a part of it")]

use std::path::{Path, PathBuf};
use witc_component::TypeSection;
use witc_component::embed::embed;
use witc_component::new::{Adapter, Module, Options, component};
use witc_diagnostics::Diagnostic;
use witc_resolve::Loader;

/// The sources of `wit-component`, if cargo has them.
pub(crate) fn sources() -> Option<PathBuf> {
    package("wit-component-0.263.0")
}

/// The sources of a published package, if cargo has them.
pub(crate) fn package(name: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?.flatten();
    let found = registries
        .map(|entry| entry.path().join(name))
        .find(|path| path.is_dir());
    if found.is_none() {
        println!("skipped: cargo has no sources of {name}");
    }
    found
}

/// A case of `component new`.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Its folder.
    pub(crate) path: PathBuf,
    /// Its name.
    pub(crate) name: String,
    /// The lines with options, as they stand in its modules.
    options: String,
}

/// All cases in a folder that have a main module, in order.
pub(crate) fn cases(folder: &Path) -> Vec<Case> {
    let folders = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    paths.retain(|path| path.join("module.wat").is_file());
    paths.sort();
    paths.into_iter().map(Case::read).collect()
}

impl Case {
    fn read(path: PathBuf) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut case = Self {
            path,
            name,
            options: String::new(),
        };
        for (_, file) in case.modules() {
            let text = std::fs::read_to_string(file).unwrap();
            let options = text.lines().filter_map(|line| line.strip_prefix(";;!"));
            case.options
                .extend(options.map(|line| format!("{}\n", line.trim())));
        }
        case
    }

    /// Whether an option is on.
    pub(crate) fn option(&self, name: &str) -> bool {
        self.options
            .lines()
            .any(|line| line == format!("{name} = true"))
    }

    /// The main module and the adapters: the name that each world has, and the file.
    pub(crate) fn modules(&self) -> Vec<(String, PathBuf)> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(&self.path)
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        files.retain(|file| file.extension().is_some_and(|e| e == "wat"));
        let named = files.into_iter().map(|file| {
            (
                file.file_stem().unwrap().to_string_lossy().into_owned(),
                file,
            )
        });
        let mut modules: Vec<_> = named
            .filter(|(stem, _)| stem == "module" || stem.starts_with("adapt-"))
            .collect();
        modules.sort_by_key(|(stem, _)| (stem != "module", stem.clone()));
        modules
    }

    /// Makes the component. Each module carries its world, as `embed` puts it there.
    pub(crate) fn make(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let modules = self.modules_with_worlds();
        let parts = modules.iter().map(|(name, bytes)| Adapter {
            name,
            module: Module { bytes, world: None },
        });
        let parts: Vec<_> = parts.collect();
        component(parts[0].module, &parts[1..], &self.options())
            .map(|component| component.into_bytes().into_owned())
    }

    /// The main module and the adapters with their worlds: names and binaries.
    pub(crate) fn modules_with_worlds(&self) -> Vec<(String, Vec<u8>)> {
        let loaded = Loader::new().path(&self.path).load();
        assert!(
            !loaded.has_errors(),
            "{}: {:#?}",
            self.name,
            loaded.diagnostics
        );
        let worlds = &loaded.resolve.packages[loaded.main[0]].worlds;
        let embedded = self.modules().into_iter().map(|(stem, file)| {
            let bytes = wat::parse_file(&file).unwrap();
            let section = TypeSection {
                processed_by: &[("bindings", "123.45")],
                ..TypeSection::default()
            };
            // Some cases are about bytes that are no module: those go in as they are.
            let embedded = embed(&bytes, &loaded.resolve, worlds[stem.as_str()], &section);
            let mut bytes =
                embedded.map_or(bytes.clone(), |embedded| embedded.into_bytes().into_owned());
            if stem == "module" {
                bytes.extend(self.type_section());
            }
            (adapter_name(&stem, &file), bytes)
        });
        embedded.collect()
    }

    /// A type section that no WIT gives: `section.wat`, as a section.
    fn type_section(&self) -> Vec<u8> {
        let file = self.path.join("section.wat");
        if !file.is_file() {
            return Vec::new();
        }
        let data = wat::parse_file(&file).unwrap();
        let section = wasm_encoder::CustomSection {
            name: "component-type:case".into(),
            data: data.into(),
        };
        let mut bytes = vec![wasm_encoder::Section::id(&section)];
        wasm_encoder::Encode::encode(&section, &mut bytes);
        bytes
    }

    /// The options of the case.
    pub(crate) fn options(&self) -> Options {
        Options {
            return_call_ref: self.option("return-call-ref"),
            realloc_via_memory_grow: self.option("realloc-via-memory-grow"),
            canonical_names: self.option("emit-canonical-names"),
            ..Options::default()
        }
    }

    /// The error that the case expects, if it expects one.
    pub(crate) fn error(&self) -> Option<String> {
        std::fs::read_to_string(self.path.join("error.txt")).ok()
    }

    /// The component that the case expects, and its world as text.
    pub(crate) fn expected(&self) -> (Vec<u8>, String) {
        let component = std::fs::read_to_string(self.path.join("component.wat")).unwrap();
        let world = std::fs::read_to_string(self.path.join("component.wit.print")).unwrap();
        (
            wat::parse_str(component.replace("$CARGO_PKG_VERSION", "0.263.0")).unwrap(),
            world,
        )
    }
}

/// The module that an adapter stands for: what its text says, or what its file is called.
pub(crate) fn adapter_name(stem: &str, file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let mut comments = text
        .lines()
        .map(str::trim)
        .take_while(|line| line.is_empty() || line.starts_with(";;"));
    let said = comments.find_map(|line| line.strip_prefix(";; module name: "));
    said.map_or_else(
        || stem.trim_start_matches("adapt-").to_owned(),
        str::to_owned,
    )
}

/// The world of a component as the peer prints it.
pub(crate) fn print_world(component: &[u8]) -> String {
    let decoded = match wit_component::decode_reader(component).unwrap() {
        wit_component::DecodedWasm::Component(resolve, world) => {
            (resolve.worlds[world].package.unwrap(), resolve)
        }
        wit_component::DecodedWasm::WitPackage(..) => panic!("a component is not a package"),
    };
    let mut printer = wit_component::WitPrinter::default();
    printer.print(&decoded.1, decoded.0, &[]).unwrap();
    printer.output.to_string()
}
