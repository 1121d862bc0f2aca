//! Which file of a crate imports something that which other file of it defines.
//!
//! A path is followed through modules and re-exports to the file that defines what it names. A re-export itself is no
//! import: a facade lists what is in a folder, and needs nothing of it, unless it names one of these types as well.

use crate::sources::{Source, is_test};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};

/// More re-exports of re-exports than anybody writes: a path that goes on is a circle of its own.
const MOST_STEPS: usize = 32;

/// A module of a crate: a file, or a part of one.
struct Module<'s> {
    /// The file, as an index into the sources.
    file: usize,
    parent: Option<usize>,
    items: &'s [syn::Item],
    children: BTreeMap<String, usize>,
    /// What each imported name stands for.
    names: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// What other files are looked at for, re-exports apart.
    paths: Vec<Vec<String>>,
    /// The names without a path of types and cases: they may be what the module exports.
    types: BTreeSet<String>,
}

/// The modules of a crate.
pub(crate) struct Modules<'s> {
    sources: &'s [Source],
    modules: Vec<Module<'s>>,
}

impl<'s> Modules<'s> {
    /// Reads the modules of a crate with this root, which is one of the sources.
    pub(crate) fn new(sources: &'s [Source], root: &str) -> Self {
        let mut modules = Self {
            sources,
            modules: Vec::new(),
        };
        let root = modules.file(root).expect("the root is a source");
        let folder = sources[root].path.rsplit_once('/').expect("is in a folder");
        modules.add(root, None, &sources[root].syntax.items, folder.0);
        modules
    }

    fn file(&self, path: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.path == path)
    }

    /// Adds a module and those in it; `folder` is where the files of its children are.
    fn add(
        &mut self,
        file: usize,
        parent: Option<usize>,
        items: &'s [syn::Item],
        folder: &str,
    ) -> usize {
        let id = self.modules.len();
        self.modules.push(Module {
            file,
            parent,
            items,
            children: BTreeMap::new(),
            names: BTreeMap::new(),
            globs: Vec::new(),
            paths: Vec::new(),
            types: BTreeSet::new(),
        });
        let mut uses = Uses::default();
        for item in items {
            match item {
                syn::Item::Mod(item) if !is_test(&item.attrs) => {
                    let child = self.add_child(id, item, folder);
                    let name = item.ident.to_string();
                    self.modules[id]
                        .children
                        .extend(child.map(|child| (name, child)));
                }
                // Tests look at everything around them, and nobody looks at tests.
                syn::Item::Mod(_) => {}
                item => uses.visit_item(item),
            }
        }
        let module = &mut self.modules[id];
        module.names = uses.names.into_iter().collect();
        module.globs = uses.globs;
        module.paths = uses.paths;
        module.types = uses.types;
        id
    }

    fn add_child(&mut self, parent: usize, item: &'s syn::ItemMod, folder: &str) -> Option<usize> {
        let name = item.ident.to_string();
        let name = name.trim_start_matches("r#");
        let inner = format!("{folder}/{name}");
        if let Some((_, items)) = &item.content {
            let file = self.modules[parent].file;
            return Some(self.add(file, Some(parent), items, &inner));
        }
        // rustc takes either.
        let files = [format!("{inner}.rs"), format!("{inner}/mod.rs")];
        let file = files.iter().find_map(|path| self.file(path))?;
        Some(self.add(file, Some(parent), &self.sources[file].syntax.items, &inner))
    }

    /// For each file the files that it imports from.
    pub(crate) fn imports(&self) -> BTreeMap<&'s str, BTreeSet<&'s str>> {
        let mut imports: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let path = |file: usize| self.sources[file].path.as_str();
        for (id, module) in self.modules.iter().enumerate() {
            let imported = imports.entry(path(module.file)).or_default();
            let paths = module.paths.iter();
            let of_paths = paths.filter_map(|path| self.resolve(id, path, 0));
            let types = module.types.iter().map(std::slice::from_ref);
            let of_types = types.filter_map(|path| self.resolve_in(id, path, 0));
            for target in of_paths.chain(of_types) {
                let file = self.modules[target].file;
                // Modules in one file are read together.
                if file != module.file {
                    imported.insert(path(file));
                }
            }
        }
        imports
    }

    /// The items of each module.
    pub(crate) fn items(&self) -> impl Iterator<Item = (usize, &'s [syn::Item])> {
        let modules = self.modules.iter().enumerate();
        modules.map(|(id, module)| (id, module.items))
    }

    /// The file that a module is in.
    pub(crate) fn path(&self, module: usize) -> &'s str {
        &self.sources[self.modules[module].file].path
    }

    /// The module that defines what a path names.
    pub(crate) fn definer(&self, from: usize, path: &[String]) -> Option<usize> {
        match path.first()?.as_str() {
            "crate" | "self" | "super" => self.resolve(from, path, 0),
            _ => self.resolve_in(from, path, 0),
        }
    }

    /// The module that defines what a path names, or that it names itself; none for what is from another crate.
    fn resolve(&self, from: usize, path: &[String], steps: usize) -> Option<usize> {
        let (first, rest) = path.split_first()?;
        let module = &self.modules[from];
        match first.as_str() {
            "crate" => self.resolve_in(0, rest, steps),
            "self" => self.resolve_in(from, rest, steps),
            "super" => {
                let parent = module.parent?;
                if rest.first().is_some_and(|next| next == "super") {
                    self.resolve(parent, rest, steps)
                } else {
                    self.resolve_in(parent, rest, steps)
                }
            }
            name => {
                if let Some(&child) = module.children.get(name) {
                    return self.resolve_in(child, rest, steps);
                }
                let imported = module.names.get(name).filter(|_| steps < MOST_STEPS)?;
                // `use name;`, as in `use serde;`, is the crate of this name.
                if imported.len() == 1 {
                    return None;
                }
                self.resolve(from, &[&imported[..], rest].concat(), steps + 1)
            }
        }
    }

    /// As `resolve`, for a path that begins in a module.
    fn resolve_in(&self, module: usize, path: &[String], steps: usize) -> Option<usize> {
        let Some(name) = path.first() else {
            return Some(module);
        };
        let found = &self.modules[module];
        if found.children.contains_key(name) || found.names.contains_key(name) {
            return self.resolve(module, path, steps + 1);
        }
        let of_glob = |glob: &Vec<String>| {
            let there = self.resolve(module, glob, steps + 1)?;
            let defines = there != module && self.defines(there, name);
            defines.then(|| self.resolve_in(there, path, steps + 1))?
        };
        let of_glob = || {
            found
                .globs
                .iter()
                .filter(|_| steps < MOST_STEPS)
                .find_map(of_glob)
        };
        // What a module defines itself goes before what a glob brings, as rustc has it.
        if self.defines(module, name) {
            return Some(module);
        }
        of_glob().or(Some(module))
    }

    /// Whether a module has an item of this name, or imports it.
    fn defines(&self, module: usize, name: &str) -> bool {
        let found = &self.modules[module];
        if found.children.contains_key(name) || found.names.contains_key(name) {
            return true;
        }
        found
            .items
            .iter()
            .any(|item| item_name(item).is_some_and(|it| it == name))
    }
}

fn item_name(item: &syn::Item) -> Option<&syn::Ident> {
    match item {
        syn::Item::Const(item) => Some(&item.ident),
        syn::Item::Enum(item) => Some(&item.ident),
        syn::Item::Fn(item) => Some(&item.sig.ident),
        syn::Item::Macro(item) => item.ident.as_ref(),
        syn::Item::Static(item) => Some(&item.ident),
        syn::Item::Struct(item) => Some(&item.ident),
        syn::Item::Trait(item) => Some(&item.ident),
        syn::Item::Type(item) => Some(&item.ident),
        syn::Item::Union(item) => Some(&item.ident),
        _ => None,
    }
}

/// The paths and imports of items.
#[derive(Default)]
struct Uses {
    names: Vec<(String, Vec<String>)>,
    globs: Vec<Vec<String>>,
    paths: Vec<Vec<String>>,
    types: BTreeSet<String>,
}

impl Uses {
    fn add(&mut self, before: &[String], tree: &syn::UseTree, is_import: bool) {
        let with = |name: &syn::Ident| match name.to_string().as_str() {
            "self" if !before.is_empty() => before.to_vec(),
            name => [before, &[name.to_owned()]].concat(),
        };
        let (name, path) = match tree {
            syn::UseTree::Path(path) => return self.add(&with(&path.ident), &path.tree, is_import),
            syn::UseTree::Name(name) => (&name.ident, with(&name.ident)),
            syn::UseTree::Rename(renamed) => (&renamed.rename, with(&renamed.ident)),
            // Which names it brings is known when the module there has been read.
            syn::UseTree::Glob(_) => {
                self.globs.push(before.to_vec());
                self.paths.extend(is_import.then(|| before.to_vec()));
                return;
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.add(before, tree, is_import);
                }
                return;
            }
        };
        self.paths.extend(is_import.then(|| path.clone()));
        let name = match name.to_string().as_str() {
            "self" => path.last().cloned().unwrap_or_default(),
            name => name.to_owned(),
        };
        self.names.push((name, path));
    }
}

impl<'ast> Visit<'ast> for Uses {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        // `pub use` is a re-export.
        let is_import = matches!(item.vis, syn::Visibility::Inherited);
        self.add(&[], &item.tree, is_import);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        let words: Vec<String> = words.collect();
        match &words[..] {
            // Most were imported, and are counted there. Variables, which may be called as modules are, begin with a small
            // letter.
            [word] => {
                let is_type = word.starts_with(|first: char| first.is_ascii_uppercase());
                self.types.extend(is_type.then(|| word.clone()));
            }
            _ => self.paths.push(words),
        }
        visit::visit_path(self, path);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !is_test(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }
}
