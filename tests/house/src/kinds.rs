//! The enums that say what kind a thing is, and finding out whether a path in a source names one of their cases.

use crate::sources::Source;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};

/// The enums that have to be told apart case by case, by the folder of their crate. A new case then fails to compile in
/// every place that has to know it.
const KINDS: &[(&str, &[&str])] = &[
    ("wit-parser", &["TypeKind"]),
    (
        "wit-resolve",
        &[
            "FunctionKind",
            "Handle",
            "Type",
            "TypeDefKind",
            "TypeOwner",
            "WorldItem",
            "WorldKey",
        ],
    ),
    (
        "canonical-abi",
        &[
            "AsyncIntrinsic",
            "Bitcast",
            "ChannelIntrinsic",
            "Convention",
            "CoreType",
            "Int",
            "Kind",
            "Parameters",
            "Return",
            "Scalar",
            "ValueType",
        ],
    ),
    ("component", &["Compound"]),
    ("bindgen-core", &["OptionKind"]),
    ("bindgen-rust", &["ChoiceOf", "Compound", "Shape"]),
    (
        "bindgen-c",
        &["Declared", "HandleType", "Shape", "Structure", "Sum"],
    ),
];

/// Enums of generated files, which are not read: what has their name is none of another crate.
const GENERATED: [(&str, &str); 1] = [("wit-parser", "Kind")];

/// An enum of [`KINDS`] as its source defines it.
pub(crate) struct Definition {
    krate: &'static str,
    name: &'static str,
    /// The file that may look at some cases alone: predicates are defined there.
    pub(crate) file: String,
    cases: BTreeSet<String>,
}

/// All kinds, and the enums of each crate.
pub(crate) struct Kinds {
    definitions: Vec<Definition>,
    /// The names of all enums, by the folders of their crates.
    enums: BTreeSet<(String, String)>,
}

/// The folder of the crate that a file is in.
fn crate_of(path: &str) -> &str {
    path.split_once("/src/").map_or(path, |(krate, _)| krate)
}

/// The folder of the crate that a path begins with, for what is imported from another crate.
fn folder_of(library: &str) -> Option<String> {
    let name = library.strip_prefix("witc_")?;
    Some(match name {
        "parser" | "resolve" => format!("wit-{name}"),
        _ => name.replace('_', "-"),
    })
}

impl Definition {
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }
}

impl Kinds {
    /// Finds the definitions.
    ///
    /// # Panics
    ///
    /// If an enum of the list is not defined: the list is out of date.
    pub(crate) fn new(sources: &[Source]) -> Self {
        let mut definitions = Vec::new();
        let generated = GENERATED.map(|(krate, name)| (krate.to_owned(), name.to_owned()));
        let mut enums = BTreeSet::from(generated);
        for source in sources {
            let mut visitor = Enums::default();
            visitor.visit_file(&source.syntax);
            let krate = crate_of(&source.path);
            for (name, cases) in visitor.found {
                enums.insert((krate.to_owned(), name.clone()));
                let listed = KINDS.iter().find(|(folder, _)| *folder == krate);
                let listed = listed.and_then(|&(folder, names)| {
                    let listed = names.iter().find(|listed| **listed == name)?;
                    Some((folder, *listed))
                });
                if let Some((krate, name)) = listed {
                    definitions.push(Definition {
                        krate,
                        name,
                        file: source.path.clone(),
                        cases,
                    });
                }
            }
        }
        for &(krate, names) in KINDS {
            for &name in names {
                let found = definitions
                    .iter()
                    .filter(|found| found.krate == krate && found.name == name);
                // A renamed enum would otherwise drop out of the rule without anybody's notice.
                assert_eq!(found.count(), 1, "enums `{name}` in `{krate}`");
            }
        }
        Self { definitions, enums }
    }

    /// The kind of this name in a crate, for a file of the crate `this`.
    fn find(&self, this: &str, krate: &str, name: &str) -> Option<&Definition> {
        let exact = |found: &&Definition| found.krate == krate && found.name == name;
        self.definitions.iter().find(exact).or_else(|| {
            // What its own crate does not define a file has from another one, by way of a glob or of a re-export.
            let is_elsewhere =
                krate == this && !self.enums.contains(&(krate.to_owned(), name.to_owned()));
            let mut others = self.definitions.iter().filter(|found| found.name == name);
            others.next().filter(|_| is_elsewhere)
        })
    }
}

#[derive(Default)]
struct Enums {
    found: Vec<(String, BTreeSet<String>)>,
}

impl<'ast> Visit<'ast> for Enums {
    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let cases = item.variants.iter().map(|case| case.ident.to_string());
        self.found.push((item.ident.to_string(), cases.collect()));
    }
}

/// What names mean in a file, as far as it imports them.
pub(crate) struct Names<'k> {
    kinds: &'k Kinds,
    krate: String,
    /// The path that each imported name stands for.
    imports: BTreeMap<String, Vec<String>>,
}

impl<'k> Names<'k> {
    pub(crate) fn new(kinds: &'k Kinds, source: &Source) -> Self {
        let mut imports = Imports::default();
        imports.visit_file(&source.syntax);
        let mut names = Self {
            kinds,
            krate: crate_of(&source.path).to_owned(),
            imports: imports.found.into_iter().collect(),
        };
        // After `use TypeDefKind::*`, each case is a name of its own.
        for glob in imports.globs {
            if let Some(definition) = names.kind(&glob) {
                let case = |case: &String| {
                    (
                        case.clone(),
                        [&glob[..], std::slice::from_ref(case)].concat(),
                    )
                };
                names.imports.extend(definition.cases.iter().map(case));
            }
        }
        names
    }

    /// The kind that a path names, if it names one.
    fn kind(&self, path: &[String]) -> Option<&'k Definition> {
        let (name, before) = path.split_last()?;
        let (first, rest) = match before {
            [] => match self.imports.get(name) {
                Some(imported) if imported.len() > 1 => return self.kind_of_full(imported),
                _ => return self.kinds.find(&self.krate, &self.krate, name),
            },
            [first, rest @ ..] => (first, rest),
        };
        // A module that was imported by its name.
        match self.imports.get(first) {
            Some(imported) if imported.len() > 1 => {
                let path = [&imported[..], rest, std::slice::from_ref(name)].concat();
                self.kind_of_full(&path)
            }
            _ => self.kind_of_full(path),
        }
    }

    fn kind_of_full(&self, path: &[String]) -> Option<&'k Definition> {
        let krate = folder_of(path.first()?).unwrap_or_else(|| self.krate.clone());
        self.kinds.find(&self.krate, &krate, path.last()?)
    }

    /// The kind that a path in a pattern names a case of. `Self` is the type that is being implemented.
    pub(crate) fn kind_of_case(
        &self,
        path: &syn::Path,
        this: Option<&str>,
    ) -> Option<&'k Definition> {
        let word = |segment: &syn::PathSegment| segment.ident.to_string();
        let mut path: Vec<String> = path.segments.iter().map(word).collect();
        if let (Some("Self"), Some(this)) = (path.first().map(String::as_str), this) {
            this.clone_into(&mut path[0]);
        }
        // One word in a pattern is a new variable, unless it was imported as a case.
        if let [name] = &path[..] {
            path.clone_from(self.imports.get(name)?);
        }
        let (case, path) = path.split_last()?;
        let definition = self.kind(path)?;
        // Not `Type::MAX`, say, which names a constant of the enum.
        definition.cases.contains(case).then_some(definition)
    }
}

#[derive(Default)]
struct Imports {
    found: Vec<(String, Vec<String>)>,
    globs: Vec<Vec<String>>,
}

impl Imports {
    fn add(&mut self, before: &[String], tree: &syn::UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.add(&with(&path.ident), &path.tree),
            syn::UseTree::Name(name) => {
                self.found.push((name.ident.to_string(), with(&name.ident)));
            }
            syn::UseTree::Rename(renamed) => {
                let name = renamed.rename.to_string();
                self.found.push((name, with(&renamed.ident)));
            }
            syn::UseTree::Glob(_) => self.globs.push(before.to_vec()),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.add(before, tree);
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add(&[], &item.tree);
        visit::visit_item_use(self, item);
    }
}
