//! Two versions of a world.

use super::{Diff, Finding, PackageRef};
use crate::change::{Change, ChangeKind, ChangedItem, Definition};
use crate::externs::{Pair, WorldRef, name_of, pair, span_of};
use crate::sides::ExportedInterface;
use crate::versions::{key_version, unversioned};
use crate::words;
use std::collections::{HashMap, HashSet};
use witc_resolve::{Direction, InterfaceId, Map, Resolve, WorldId, WorldItem, WorldKey};

/// An import or export.
type Entry<'a> = (&'a WorldKey, &'a WorldItem);

impl<'a> Diff<'a> {
    /// Compares two worlds. Where the package is compared too, changes of its own interfaces are reported there.
    pub(super) fn world(&mut self, old: WorldId, new: WorldId, with_package: bool) {
        let (was, is) = (&self.old.resolve.worlds[old], &self.new.resolve.worlds[new]);
        let place = format!("world `{}`", is.name);
        self.comparison.remarks("", &place, &was.into(), &is.into());
        self.drain(None);
        let mut pairs = Vec::new();
        for (direction, was, is) in [
            (Direction::Import, &was.imports, &is.imports),
            (Direction::Export, &was.exports, &is.exports),
        ] {
            let matched = self.match_up(was, is);
            for (entry, now) in &matched {
                match now {
                    Some(now) => pairs.push((direction, *entry, *now)),
                    None => self.one_extern(false, direction, *entry, is, &place),
                }
            }
            let known: HashSet<&WorldKey> = matched
                .iter()
                .filter_map(|(_, now)| Some(now.as_ref()?.0))
                .collect();
            for entry in is.iter().filter(|(key, _)| !known.contains(key)) {
                self.one_extern(true, direction, entry, was, &place);
            }
        }
        // All pairs are known before any is compared, so that a changed type is reported where it is defined.
        for (_, (_, old), (_, new)) in &pairs {
            if let Some((old, new)) = pair(old, new).and_then(|pair| pair.interfaces()) {
                self.comparison.cover(old, new);
            }
        }
        for (direction, was, is) in pairs {
            self.matched(direction, was, is, &place, with_package);
            if direction.is_export() {
                self.sides((old, was), (new, is), &place);
            }
        }
    }

    /// Each old item with the new one that stands for it.
    fn match_up(
        &self,
        old: &'a Map<WorldKey, WorldItem>,
        new: &'a Map<WorldKey, WorldItem>,
    ) -> Vec<(Entry<'a>, Option<Entry<'a>>)> {
        let resolve = self.new.resolve;
        let mut exact: HashMap<String, Entry<'a>> = HashMap::new();
        // A world may have several compatible versions of an interface, all with the same label.
        let mut latest: HashMap<String, Entry<'a>> = HashMap::new();
        for entry in new {
            exact.insert(resolve.extern_name(entry.0), entry);
            let known = latest.entry(label(self.new, entry.0)).or_insert(entry);
            if key_version(resolve, known.0) < key_version(resolve, entry.0) {
                *known = entry;
            }
        }
        let find = |key: &WorldKey| {
            // The same version is the same item; without it a component gets the latest, as `component new`
            // merges imports.
            let exact = exact.get(&self.old.resolve.extern_name(key));
            exact.or_else(|| latest.get(&label(self.old, key))).copied()
        };
        old.iter().map(|entry| (entry, find(entry.0))).collect()
    }

    /// An import or export that is there on one side alone; `others` are those on the other side.
    fn one_extern(
        &mut self,
        added: bool,
        direction: Direction,
        (key, item): Entry<'a>,
        others: &Map<WorldKey, WorldItem>,
        place: &str,
    ) {
        let resolve = if added {
            self.new.resolve
        } else {
            self.old.resolve
        };
        let text = shown(resolve, direction, key, item);
        let definition = Definition {
            text,
            span: span_of(resolve, item),
        };
        let (item, name) = match item {
            WorldItem::Function(id) => {
                let function = &resolve.functions[*id];
                let resource = function
                    .kind
                    .resource()
                    .and_then(|id| resolve.types[id].name().cloned());
                match resource {
                    // The functions of a resource come and go with it, and need no mention of their own.
                    Some(name) if !others.contains_key(&WorldKey::Name(name.clone())) => return,
                    Some(_) => (
                        ChangedItem::Function,
                        words::function_name(function, resolve),
                    ),
                    None => (side(direction), resolve.extern_name(key)),
                }
            }
            WorldItem::Type(id) => (ChangedItem::Type, words::type_name(&resolve.types[*id])),
            WorldItem::Interface(_) => (side(direction), resolve.extern_name(key)),
        };
        self.comparison.one(added, item, name, definition, place);
        self.drain(Some(direction));
    }

    /// Two imports or exports that stand for each other.
    fn matched(
        &mut self,
        direction: Direction,
        old: Entry<'a>,
        new: Entry<'a>,
        place: &str,
        with_package: bool,
    ) {
        let (was, is) = (self.old.resolve, self.new.resolve);
        // A function in the place of an interface has nothing in common with it that could be compared.
        let Some(pair) = pair(old.1, new.1) else {
            let kind = ChangeKind::Retyped(side(direction));
            let old_text = shown(was, direction, old.0, old.1);
            let new_text = shown(is, direction, new.0, new.1);
            self.side_changed(direction, kind, place, (old, old_text), (new, new_text));
            return;
        };
        let new_name = is.extern_name(new.0);
        if let (Some(was), Some(is)) = (old.1.interface(), new.1.interface()) {
            let subject = format!("{} `{new_name}`", side(direction).word());
            self.comparison
                .remarks(&subject, place, &was.into(), &is.into());
        }
        let own = is_own(self.old, old.0) && is_own(self.new, new.0);
        let old_name = was.extern_name(old.0);
        // All of a package's own interfaces have its version, so that its change would be reported for each of
        // them.
        if old_name != new_name && !own {
            let kind = ChangeKind::Version(side(direction));
            let (old, new) = ((old, old_name), (new, new_name.clone()));
            self.side_changed(direction, kind, place, old, new);
        }
        match pair {
            Pair::Interfaces(old, new) => {
                // The changes of an interface are reported once for a side, however often the world has it; and those of
                // the package's own interfaces where the package is compared.
                if !(own && with_package) && self.is_first(old, new, direction) {
                    let inside = match own {
                        true => format!("interface `{}`", unversioned(&new_name)),
                        false if is.interface_id(new).is_none() => {
                            format!("interface `{new_name}` of {place}")
                        }
                        false => format!("interface `{new_name}`"),
                    };
                    self.comparison.interface(old, new, &inside);
                }
            }
            Pair::Functions(old, new) => self.comparison.function(old, new, place),
            Pair::Types(old, new) => self.comparison.definition(old, new, place),
        }
        self.drain(Some(direction));
    }

    /// Compares whose resources two exports of worlds have.
    fn sides(&mut self, old: (WorldId, Entry<'a>), new: (WorldId, Entry<'a>), place: &str) {
        let exported = |whole: PackageRef<'a>, (world, (_, item)): (WorldId, Entry<'a>)| {
            let (resolve, id) = (whole.resolve, item.interface()?.id);
            let world = WorldRef { resolve, world };
            Some(ExportedInterface { world, id })
        };
        if let (Some(was), Some(is)) = (exported(self.old, old), exported(self.new, new)) {
            let name = self.new.resolve.extern_name(new.1.0);
            self.comparison.resource_sides(was, is, &name, place);
            self.drain(Some(Direction::Export));
        }
    }

    /// Notes that two interfaces are compared for a side, and says whether that is for the first time.
    fn is_first(&mut self, old: InterfaceId, new: InterfaceId, direction: Direction) -> bool {
        let original =
            |resolve: &Resolve, id: InterfaceId| resolve.interfaces[id].clone_of.unwrap_or(id);
        let old = original(self.old.resolve, old);
        let new = original(self.new.resolve, new);
        self.told.insert((old, new, direction))
    }

    /// Reports an import or export that differs as a whole, with the text that shows it on each side.
    fn side_changed(
        &mut self,
        direction: Direction,
        kind: ChangeKind,
        place: &str,
        (old, old_text): (Entry<'a>, String),
        (new, new_text): (Entry<'a>, String),
    ) {
        let (was, is) = (self.old.resolve, self.new.resolve);
        let change = Change {
            kind,
            subject: String::new(),
            name: was.extern_name(old.0),
            place: place.to_owned(),
            old: Some(Definition::new(old_text, span_of(was, old.1))),
            new: Some(Definition::new(new_text, span_of(is, new.1))),
        };
        self.findings.push(Finding {
            change,
            side: Some(direction),
        });
    }
}

fn side(direction: Direction) -> ChangedItem {
    match direction {
        Direction::Import => ChangedItem::Import,
        Direction::Export => ChangedItem::Export,
    }
}

/// Whether a key is an interface of the package itself.
fn is_own(whole: PackageRef<'_>, key: &WorldKey) -> bool {
    key.interface()
        .is_some_and(|id| whole.resolve.interfaces[id].package == Some(whole.package))
}

/// The name of an import or export in all versions that stand for each other.
fn label(whole: PackageRef<'_>, key: &WorldKey) -> String {
    // Own interfaces are compared by name even where the package's numbers say that they are not compatible.
    if is_own(whole, key) {
        unversioned(&whole.resolve.extern_name(key)).to_owned()
    } else {
        name_of(whole.resolve, key, true)
    }
}

/// An import or export in a line of WIT.
fn shown(resolve: &Resolve, direction: Direction, key: &WorldKey, item: &WorldItem) -> String {
    let word = side(direction).word();
    match (item, key) {
        (WorldItem::Function(id), _) => {
            format!(
                "{word} {}",
                words::function(resolve, &resolve.functions[*id])
            )
        }
        (WorldItem::Type(id), _) => words::definition(resolve, &resolve.types[*id]),
        (WorldItem::Interface(interface), WorldKey::Name(name)) => {
            match resolve.interface_id(interface.id) {
                Some(id) => format!("{word} {name}: {id}"),
                None => format!("{word} {name}: interface {{ … }}"),
            }
        }
        (WorldItem::Interface(_), WorldKey::Interface(_)) => {
            format!("{word} {}", resolve.extern_name(key))
        }
    }
}
