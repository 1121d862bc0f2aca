//! One import for all compatible versions of an interface.

use super::keys::Home;
use super::model::{NamedFunction, NamedInterface, NamedWorld};
use super::pool::{Compound, Owner, Ty};
use super::words;
use crate::codes;
use semver::Version;
use std::collections::HashMap;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::Name;

/// Two imports that are compatible by their numbers, and not by what is in them.
#[derive(Clone, Debug)]
pub(crate) struct Misnumbered {
    /// The name of the import that another would stand for.
    pub(crate) earlier: Name,
    /// The name of that one.
    pub(crate) later: Name,
    /// The item that differs in the later one, or that it lacks.
    pub(crate) why: String,
}

impl Misnumbered {
    /// The diagnostic, for modules that become a component.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        let Self {
            earlier,
            later,
            why,
        } = self;
        let message = format!("`{later}` cannot take the place of `{earlier}`: {why}");
        Diagnostic::error(codes::INCOMPATIBLE_VERSIONS, message, Span::NONE).note(
            "versions whose numbers are compatible become one import, of the later version; \
             `--merge-imports-based-on-semver=false` keeps both",
        )
    }
}

impl NamedWorld {
    /// Lets the latest of each set of compatible versions stand for the others among the imports. What an earlier
    /// one has, the latest must have too.
    pub(crate) fn merge_compatible_imports(&mut self) -> Vec<Misnumbered> {
        self.replace_earlier_versions();
        self.misnumbered()
    }

    /// Like [`Self::merge_compatible_imports`], for imports that have only what components use of an interface: the latest
    /// version also gets the items that only an earlier one has, and the items of both must agree.
    pub(crate) fn unite_compatible_imports(&mut self) -> Vec<Misnumbered> {
        self.replace_earlier_versions();
        for (&old, &new) in &self.replaced {
            // The earlier version is cloned, because both are in the same map.
            let was = self.imports.get_index(old as usize);
            let Some(was) = was.and_then(|(_, item)| item.interface().cloned()) else {
                continue;
            };
            let is = self.imports.get_index_mut(new as usize);
            if let Some(is) = is.and_then(|(_, item)| item.interface_mut()) {
                for (name, definition) in was.types {
                    is.types.entry(name).or_insert(definition);
                }
                for (name, function) in was.functions {
                    is.functions.entry(name).or_insert(function);
                }
            }
        }
        self.misnumbered()
    }

    fn replace_earlier_versions(&mut self) {
        let mut latest: HashMap<Name, (Version, u32), foldhash::fast::RandomState> =
            HashMap::default();
        for (index, (track, version)) in self.versioned_imports() {
            let entry = latest
                .entry(track)
                .or_insert_with(|| (version.clone(), index));
            if *version > entry.0 {
                *entry = (version.clone(), index);
            }
        }
        let replaced = self.versioned_imports().filter_map(|(index, (track, _))| {
            let (_, by) = latest[&track];
            (by != index).then_some((index, by))
        });
        self.replaced = replaced.collect();
    }

    fn misnumbered(&self) -> Vec<Misnumbered> {
        let mut comparison = Comparison {
            world: self,
            compared: HashMap::default(),
            mismatch: None,
        };
        self.replaced
            .iter()
            .filter_map(|(&old, &new)| comparison.check(old, new))
            .collect()
    }

    /// A diagnostic for each two imports, or two exports, whose names would be the same without what compatibility
    /// does not depend on.
    pub(crate) fn ambiguous_canonical_names(&self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for (side, items) in [("imports", &self.imports), ("exports", &self.exports)] {
            let mut known: HashMap<Name, &Name, foldhash::fast::RandomState> = HashMap::default();
            for (index, (name, item)) in items.iter().enumerate() {
                let Some(id) = item.interface().and_then(|item| item.id.as_ref()) else {
                    continue;
                };
                let replaced = side == "imports" && self.replaced.contains_key(&(index as u32));
                // An import that is not encoded has no name, and one that goes by a plain name has that.
                if replaced || id.full() != *name {
                    continue;
                }
                if let Some(other) = known.insert(id.canonical().0, name) {
                    let canonical = id.canonical().0;
                    let message = format!(
                        "the {side} `{other}` and `{name}` have the same canonical name, `{canonical}`"
                    );
                    diagnostics.push(Diagnostic::error(codes::DUPLICATE_CANONICAL_NAME, message, Span::NONE).note(
                        "merge the imports of compatible versions, export one version, or do without canonical names",
                    ));
                }
            }
        }
        diagnostics
    }

    /// The imports that go by a versioned id: its index, the id with what compatibility depends on, its version.
    fn versioned_imports(&self) -> impl Iterator<Item = (u32, (Name, &Version))> {
        self.imports
            .iter()
            .enumerate()
            .filter_map(|(index, (name, item))| {
                let id = item.interface()?.id.as_ref()?;
                let version = id.version.as_ref().filter(|_| id.full() == *name)?;
                Some((index as u32, (id.canonical().0, version)))
            })
    }
}

/// Compares types of imports.
struct Comparison<'a> {
    world: &'a NamedWorld,
    compared: HashMap<(u32, u32), bool, foldhash::fast::RandomState>,
    /// The innermost types that were found to differ last.
    mismatch: Option<(Ty, Ty)>,
}

impl Comparison<'_> {
    fn check(&mut self, old: u32, new: u32) -> Option<Misnumbered> {
        let (old_home, new_home) = (Home::Import(old), Home::Import(new));
        let (was, is) = (
            self.world.interface(old_home)?,
            self.world.interface(new_home)?,
        );
        let name = |index: u32| {
            self.world
                .imports
                .get_index(index as usize)
                .map(|(name, _)| name.clone())
        };
        let why = self.difference(was, is)?;
        Some(Misnumbered {
            earlier: name(old)?,
            later: name(new)?,
            why,
        })
    }

    /// The first item that the later interface lacks, or that differs there.
    fn difference(&mut self, was: &NamedInterface, is: &NamedInterface) -> Option<String> {
        for (name, definition) in &was.types {
            match is.types.get(name) {
                // The first difference is enough: they all have the same remedy.
                None => return Some(format!("type `{name}` is gone")),
                Some(now) if !self.same_option(definition.ty, now.ty) => {
                    return Some(format!("type `{name}` {}", self.how("is another")));
                }
                Some(_) => {}
            }
        }
        for (name, function) in &was.functions {
            match is.functions.get(name) {
                None => return Some(format!("function `{name}` is gone")),
                Some(now) if !self.same_function(function, now) => {
                    return Some(format!(
                        "function `{name}` {}",
                        self.how("has another type")
                    ));
                }
                Some(_) => {}
            }
        }
        None
    }

    /// Says which types differ, if that is what differs.
    fn how(&mut self, otherwise: &str) -> String {
        match self.mismatch.take() {
            Some((was, is)) => {
                let [was, is] = [was, is].map(|ty| words::describe(&self.world.types, ty));
                format!("has {is}, where the earlier one has {was}")
            }
            None => otherwise.to_owned(),
        }
    }

    fn same_function(&mut self, a: &NamedFunction, b: &NamedFunction) -> bool {
        a.is_async == b.is_async
            && a.params.len() == b.params.len()
            && a.params
                .iter()
                .zip(&b.params)
                .all(|(a, b)| a.0 == b.0 && self.same(a.1, b.1))
            && self.same_option(a.result, b.result)
    }

    fn same_option(&mut self, a: Option<Ty>, b: Option<Ty>) -> bool {
        match (a, b) {
            (Some(a), Some(b)) => self.same(a, b),
            (None, None) => true,
            _ => false,
        }
    }

    /// Whether two types of imports are the same once each interface is replaced.
    fn same(&mut self, a: Ty, b: Ty) -> bool {
        if a == b {
            return true;
        }
        let same = match (a, b) {
            (Ty::Named(a), Ty::Named(b)) => self.same_name(a, b),
            (Ty::Compound(a), Ty::Compound(b)) => {
                if let Some(&known) = self.compared.get(&(a, b)) {
                    return known;
                }
                let same = self.same_structure(a, b);
                self.compared.insert((a, b), same);
                same
            }
            (Ty::Primitive(_) | Ty::Compound(_) | Ty::Named(_), _) => false,
        };
        if !same {
            // Parts fail before the types that they are part of, so the first mismatch is the innermost.
            self.mismatch.get_or_insert((a, b));
        }
        same
    }

    fn same_name(&self, a: u32, b: u32) -> bool {
        let Self { world, .. } = self;
        let (a, b) = (world.types.named(a), world.types.named(b));
        let import = |id: &Name| {
            world
                .imports
                .get_index_of(id)
                .map(|index| world.current(index as u32))
        };
        a.name == b.name
            && match (&a.owner, &b.owner) {
                (Owner::Interface(a), Owner::Interface(b)) => {
                    // Interfaces of which one stands for the other have the same types from then on.
                    a == b || import(a).is_some() && import(a) == import(b)
                }
                (a, b) => a == b,
            }
    }

    fn same_structure(&mut self, a: u32, b: u32) -> bool {
        let types = &self.world.types;
        let (a, b) = (types.structure(a), types.structure(b));
        let parts = |compound: &Compound| {
            let mut parts = Vec::new();
            compound.for_each_part(|part| parts.push(part));
            parts
        };
        let (parts_a, parts_b) = (parts(a), parts(b));
        std::mem::discriminant(a) == std::mem::discriminant(b)
            && a.traits() == b.traits()
            && parts_a.len() == parts_b.len()
            && parts_a
                .into_iter()
                .zip(parts_b)
                .all(|(a, b)| self.same(a, b))
    }
}
