//! The peer's own test cases, out of its published sources.

use std::path::{Path, PathBuf};

/// The sources of `wit-component`, if cargo has them.
pub(crate) fn sources() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?.flatten();
    registries.map(|entry| entry.path().join("wit-component-0.263.0")).find(|path| path.is_dir())
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

/// All cases that have a main module, in order.
pub(crate) fn cases(sources: &Path) -> Vec<Case> {
    let folders = std::fs::read_dir(sources.join("tests/components")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    paths.retain(|path| path.join("module.wat").is_file());
    paths.sort();
    paths.into_iter().map(Case::read).collect()
}

impl Case {
    fn read(path: PathBuf) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut case = Self { path, name, options: String::new() };
        for (_, file) in case.modules() {
            let text = std::fs::read_to_string(file).unwrap();
            let options = text.lines().filter_map(|line| line.strip_prefix(";;!"));
            case.options.extend(options.map(|line| format!("{}\n", line.trim())));
        }
        case
    }

    /// Whether an option is on.
    pub(crate) fn option(&self, name: &str) -> bool {
        self.options.lines().any(|line| line == format!("{name} = true"))
    }

    /// The main module and the adapters: the name that each world has, and the file.
    pub(crate) fn modules(&self) -> Vec<(String, PathBuf)> {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(&self.path).unwrap().map(|e| e.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|e| e == "wat"));
        let named =
            files.into_iter().map(|file| (file.file_stem().unwrap().to_string_lossy().into_owned(), file));
        let mut modules: Vec<_> =
            named.filter(|(stem, _)| stem == "module" || stem.starts_with("adapt-")).collect();
        modules.sort_by_key(|(stem, _)| (stem != "module", stem.clone()));
        modules
    }

    /// What the case expects, if it expects an error.
    pub(crate) fn error(&self) -> Option<String> {
        std::fs::read_to_string(self.path.join("error.txt")).ok()
    }

    /// The component that the case expects, and its world as text.
    pub(crate) fn expected(&self) -> (Vec<u8>, String) {
        let component = std::fs::read_to_string(self.path.join("component.wat")).unwrap();
        let world = std::fs::read_to_string(self.path.join("component.wit.print")).unwrap();
        (wat::parse_str(component.replace("$CARGO_PKG_VERSION", "0.263.0")).unwrap(), world)
    }
}

/// The module that an adapter stands for: what its text says, or what its file is called.
pub(crate) fn adapter_name(stem: &str, file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let mut comments =
        text.lines().map(str::trim).take_while(|line| line.is_empty() || line.starts_with(";;"));
    let said = comments.find_map(|line| line.strip_prefix(";; module name: "));
    said.map_or_else(|| stem.trim_start_matches("adapt-").to_owned(), str::to_owned)
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
