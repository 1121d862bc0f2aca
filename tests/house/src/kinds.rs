//! The enums that say what kind a thing is, and finding out whether a path in a source names one of their cases.

use crate::sources::Source;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};

/// Names of enums, by the folders of their crates.
pub(crate) type Listed = &'static [(&'static str, &'static [&'static str])];

/// The enums that have to be told apart case by case, by the folder of their crate. A new case then fails to compile in
/// every place that has to know it.
pub(crate) const KINDS: Listed = &[
    (
        "wit-parser",
        &[
            "FuncKind",
            "InterfaceItem",
            "Item",
            "TypeDefKind",
            "TypeKind",
            "WorldItem",
        ],
    ),
    (
        "wit-resolve",
        &[
            "Direction",
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
            "Home",
            "Int",
            "Kind",
            "Parameters",
            "Phase",
            "Return",
            "Scalar",
            "Side",
            "ValueType",
        ],
    ),
    ("wit-binary", &["ExternItem", "Origin", "Role"]),
    (
        "component",
        &["Compound", "Home", "ItemSource", "NamedItem", "Ty"],
    ),
    ("compare", &["ChangeKind", "Pair"]),
    ("bindgen-core", &["OptionKind", "OptionValue", "Role"]),
    ("bindgen-rust", &["ChoiceOf", "Compound", "Shape"]),
    (
        "bindgen-c",
        &[
            "Declared",
            "Disposal",
            "HandleType",
            "Member",
            "Role",
            "Shape",
            "Structure",
            "Sum",
        ],
    ),
];

/// Enums of generated files, which are not read: what has their name is none of another crate.
const GENERATED: [(&str, &str); 1] = [("wit-parser", "Kind")];

/// An enum of [`KINDS`] as its source defines it.
pub(crate) struct Definition {
    krate: String,
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
    /// The kinds that other names stand for, `type K = Kind` and `pub use Kind as K`, by the folders of their crates: each with
    /// its position among the definitions.
    aliases: BTreeMap<(String, String), usize>,
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
    /// Finds the definitions of the listed enums, and other names for them.
    ///
    /// # Panics
    ///
    /// If an enum of the list is not defined: the list is out of date.
    pub(crate) fn new(listed: Listed, sources: &[Source]) -> Self {
        let generated = GENERATED.map(|(krate, name)| (krate.to_owned(), name.to_owned()));
        let mut kinds = Self {
            definitions: Vec::new(),
            enums: BTreeSet::from(generated),
            aliases: BTreeMap::new(),
        };
        for source in sources {
            kinds.add_definitions(listed, source);
        }
        kinds.check(listed);
        // One alias may stand for another.
        while kinds.add_aliases(sources) {}
        kinds
    }

    fn add_definitions(&mut self, listed: Listed, source: &Source) {
        let mut visitor = Enums::default();
        visitor.visit_file(&source.syntax);
        let krate = crate_of(&source.path);
        let listed = listed.iter().find(|(folder, _)| *folder == krate);
        for (name, cases) in visitor.found {
            self.enums.insert((krate.to_owned(), name.clone()));
            let names = listed.iter().flat_map(|(_, names)| *names);
            let found = names.copied().find(|listed| *listed == name);
            self.definitions.extend(found.map(|name| Definition {
                krate: krate.to_owned(),
                name,
                file: source.path.clone(),
                cases,
            }));
        }
    }

    /// A renamed enum would otherwise drop out of the rule without anybody's notice.
    fn check(&self, listed: Listed) {
        let names = listed
            .iter()
            .flat_map(|(krate, names)| names.iter().map(move |name| (krate, name)));
        for (krate, name) in names {
            let found = self
                .definitions
                .iter()
                .filter(|found| found.krate == *krate && found.name == *name);
            assert_eq!(found.count(), 1, "enums `{name}` in `{krate}`");
        }
    }

    /// Adds what stands for a kind that is known, and says whether there was any.
    fn add_aliases(&mut self, sources: &[Source]) -> bool {
        let mut aliases = Vec::new();
        for source in sources {
            let names = Names::new(self, source);
            let found = names.aliases.iter().filter_map(|(alias, path)| {
                let kind = names.kind(path)?;
                let is_it = |definition: &Definition| std::ptr::eq(definition, kind);
                let index = self.definitions.iter().position(is_it)?;
                Some(((names.krate.clone(), alias.clone()), index))
            });
            aliases.extend(found);
        }
        let before = self.aliases.len();
        self.aliases.extend(aliases);
        self.aliases.len() > before
    }

    /// The kind of this name in a crate, for a file of the crate `this`.
    fn find(&self, this: &str, krate: &str, name: &str) -> Option<&Definition> {
        let exact = |found: &&Definition| found.krate == krate && found.name == name;
        if let Some(definition) = self.definitions.iter().find(exact) {
            return Some(definition);
        }
        let full_name = (krate.to_owned(), name.to_owned());
        if self.enums.contains(&full_name) {
            return None;
        }
        if let Some(&index) = self.aliases.get(&full_name) {
            return Some(&self.definitions[index]);
        }
        // What its own crate does not define a file has from another one, by way of a glob or of a re-export.
        let mut others = self.definitions.iter().filter(|found| found.name == name);
        others.next().filter(|_| krate == this)
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
    /// Names that the file gives to other types, and the paths of those.
    aliases: Vec<(String, Vec<String>)>,
}

impl<'k> Names<'k> {
    pub(crate) fn new(kinds: &'k Kinds, source: &Source) -> Self {
        let mut imports = Imports::default();
        imports.visit_file(&source.syntax);
        let mut names = Self {
            kinds,
            krate: crate_of(&source.path).to_owned(),
            imports: imports.found.into_iter().collect(),
            aliases: imports.aliases,
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
        let mut path = words(path);
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

/// The words of a path, without what they are generic over.
fn words(path: &syn::Path) -> Vec<String> {
    let word = |segment: &syn::PathSegment| segment.ident.to_string();
    path.segments.iter().map(word).collect()
}

#[derive(Default)]
struct Imports {
    found: Vec<(String, Vec<String>)>,
    globs: Vec<Vec<String>>,
    aliases: Vec<(String, Vec<String>)>,
}

impl Imports {
    fn add(&mut self, before: &[String], tree: &syn::UseTree) {
        // `a::{self}` imports the module itself.
        let with = |name: &syn::Ident| match name.to_string() {
            name if name == "self" && !before.is_empty() => before.to_vec(),
            name => [before, &[name]].concat(),
        };
        match tree {
            syn::UseTree::Path(path) => self.add(&with(&path.ident), &path.tree),
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                let name = path.last().cloned().unwrap_or_default();
                self.found.push((name, path));
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
        let before = self.found.len();
        self.add(&[], &item.tree);
        // Other files may import what is public by the name that it got here.
        if !matches!(item.vis, syn::Visibility::Inherited) {
            let is_renamed = |(name, path): &&(String, Vec<String>)| path.last() != Some(name);
            let renamed = self.found[before..].iter().filter(is_renamed).cloned();
            self.aliases.extend(renamed);
        }
        visit::visit_item_use(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        if let syn::Type::Path(ty) = &*item.ty {
            self.aliases.push((item.ident.to_string(), words(&ty.path)));
        }
    }
}
