//! Completing worlds: what an import or export uses types of has to be there as well.
//!
//! What an import uses is imported, before it. What an export uses is exported if the world exports it anyway, and
//! imported otherwise. An interface that one export would need both as an import and as an export is a mistake: the two
//! have different types.

use super::session::Resolver;
use crate::codes;
use crate::sort::sort_by_key;
use crate::{
    InterfaceId, Map, Stability, Type, TypeId, WorldId, WorldInterface, WorldItem, WorldKey,
};
use std::sync::Arc;
use witc_diagnostics::{Diagnostic, Span};

type WorldMap = Map<WorldKey, WorldItem>;

/// Interfaces of which each uses types of the next one, and whether each is exported.
type Way = Vec<(InterfaceId, bool)>;

/// An interface whose needs are being looked at.
struct Frame {
    key: WorldKey,
    item: WorldInterface,
    export: bool,
    /// The next of the interfaces that it uses types of.
    next: usize,
}

/// The exports of a world while they are completed.
struct Exports<'w> {
    /// The exports that are written in the world.
    written: &'w Map<WorldKey, WorldInterface>,
    imports: &'w mut WorldMap,
    exports: &'w mut WorldMap,
    /// The interfaces that exports need as imports, each with the one that uses it.
    required: Map<InterfaceId, InterfaceId>,
}

impl Exports<'_> {
    /// Pairs of a user and the interface that it uses a type of, from an export to the end of `way`: the interface that is
    /// needed in two ways.
    fn links(&self, way: &[(InterfaceId, bool)]) -> Vec<(InterfaceId, InterfaceId)> {
        let mut links = Vec::new();
        match way.last() {
            // It was imported for another export: the way from there is still to be found.
            Some(&(mut id, true)) => {
                while let Some(&user) = self.required.get(&id).filter(|&&user| user != id) {
                    links.push((user, id));
                    id = user;
                }
                links.reverse();
            }
            Some(_) | None => links.extend(way.windows(2).map(|pair| (pair[0].0, pair[1].0))),
        }
        links
    }

    /// What is to be entered for an interface that the last one of `path` uses types of, if it is not there. Gives the way
    /// to it if it is exported and needed as an import.
    fn need(&self, used: InterfaceId, path: &[Frame]) -> Result<Option<Frame>, Way> {
        let Some(user) = path.last() else {
            return Ok(None);
        };
        let key = WorldKey::Interface(used);
        // What an export uses is exported only if the world says so itself (`WIT.md`,
        // "Transitive imports and worlds"), and only exports can use exports.
        let export = user.export && self.written.contains_key(&key);
        if self.exports.contains_key(&key) {
            // As an import it would have other types than as an export.
            return if export {
                Ok(None)
            } else {
                Err(way(path).chain([(used, false)]).collect())
            };
        }
        let is_new = export || !self.required.contains_key(&used);
        Ok(is_new.then(|| Frame {
            key,
            item: implied(
                used,
                user.item.stability.clone(),
                user.item.external_id.clone(),
            ),
            export,
            next: 0,
        }))
    }

    /// Gives the way to the last interface of `path` if it is to be exported, and needed as an import already.
    fn check_export(&self, path: &[Frame]) -> Result<(), Way> {
        match path.last() {
            Some(frame) if frame.export && self.required.contains_key(&frame.item.id) => {
                Err(way(path).collect())
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Enters an interface after all that it needs.
    fn enter(&mut self, frame: Frame, user: InterfaceId) {
        let (id, item) = (frame.item.id, WorldItem::Interface(frame.item));
        if frame.export {
            self.exports.insert(frame.key, item);
        } else {
            self.required.insert(id, user);
            self.imports.get_or_insert_with(frame.key, || item);
        }
    }
}

impl Resolver<'_, '_> {
    /// Completes a world.
    pub(crate) fn elaborate(&mut self, id: WorldId) {
        let world = &mut self.out.model.worlds[id];
        let span = world.span;
        let written_imports = std::mem::take(&mut world.imports);
        let written_exports = std::mem::take(&mut world.exports);
        let mut imports = self.complete_imports(written_imports, span);
        let mut exports = WorldMap::default();
        let mut interfaces = Map::default();
        for (key, item) in written_exports {
            match item {
                WorldItem::Interface(interface) => drop(interfaces.insert(key, interface)),
                WorldItem::Function(_) | WorldItem::Type(_) => drop(exports.insert(key, item)),
            }
        }
        self.export(id, &interfaces, &mut imports, &mut exports);
        // What exports need is seldom there, and large worlds that include one another are many.
        if !imports.values().is_sorted_by_key(|item| self.class(item)) {
            imports = self.in_order(imports).into_iter().collect();
        }
        let world = &mut self.out.model.worlds[id];
        world.imports = imports;
        world.exports = exports;
    }

    /// The imports that are written in the world at `span`, each after all that it needs.
    fn complete_imports(&mut self, written: WorldMap, span: Span) -> WorldMap {
        let mut imports = WorldMap::default();
        // Interfaces come before types that are used from them, whatever the order of the text.
        for (key, item) in self.in_order(written) {
            match item {
                WorldItem::Interface(interface) => self.require(&mut imports, key, interface, span),
                WorldItem::Function(_) => drop(imports.insert(key, item)),
                WorldItem::Type(ty) => {
                    if let Some(used) = self.out.model.used_from(ty) {
                        let stability = self.out.model.types[ty].stability.clone();
                        let implied = implied(used, stability, None);
                        self.require(&mut imports, WorldKey::Interface(used), implied, span);
                    }
                    imports.insert(key, item);
                }
            }
        }
        imports
    }

    /// Imports in the order of their classes.
    fn in_order(&self, imports: WorldMap) -> Vec<(WorldKey, WorldItem)> {
        let mut sorted: Vec<_> = imports.into_iter().collect();
        sort_by_key(&mut sorted, |(_, item)| self.class(item));
        sorted
    }

    /// The order of imports: interfaces, types that are used, types that are defined, functions, functions of
    /// resources. Each comes after what it needs, and the order is the same when the world is printed and read again.
    fn class(&self, item: &WorldItem) -> u8 {
        match item {
            WorldItem::Interface(_) => 0,
            WorldItem::Type(id) => u8::from(!self.is_used(*id)) + 1,
            WorldItem::Function(id) => {
                if self.out.model.functions[*id].kind.resource().is_none() {
                    3
                } else {
                    4
                }
            }
        }
    }

    fn is_used(&self, id: TypeId) -> bool {
        let types = &self.out.model.types;
        let target = types[id].kind.as_alias().and_then(Type::id);
        target.is_some_and(|target| types[target].owner != types[id].owner)
    }

    /// The interfaces that an interface uses types of, each once, in order.
    fn needs(&mut self, id: InterfaceId) -> &[InterfaceId] {
        if self.out.interface_needs.len() <= id.index() {
            self.out
                .interface_needs
                .resize(self.out.model.interfaces.len(), None);
        }
        let out = &self.out.model;
        self.out.interface_needs[id.index()].get_or_insert_with(|| {
            let unique: Map<InterfaceId, ()> =
                out.interface_uses(id).map(|used| (used, ())).collect();
            unique.keys().copied().collect()
        })
    }

    /// Imports an interface after all that it needs.
    fn require(&mut self, imports: &mut WorldMap, key: WorldKey, item: WorldInterface, span: Span) {
        // An import that is written wins over one that is only needed: it has gates and
        // documentation of its own.
        if imports.contains_key(&key) {
            return;
        }
        // A path in place of recursion: a chain of interfaces may be long.
        let mut path = vec![Frame {
            key,
            item,
            export: false,
            next: 0,
        }];
        while let Some(frame) = path.last_mut() {
            let next = frame.next;
            frame.next += 1;
            let (id, stability) = (frame.item.id, frame.item.stability.clone());
            if let Some(&used) = self.needs(id).get(next) {
                let key = WorldKey::Interface(used);
                if !imports.contains_key(&key) {
                    path.push(Frame {
                        key,
                        item: implied(used, stability, None),
                        export: false,
                        next: 0,
                    });
                }
            } else if let Some(frame) = path.pop()
                // A world may include others that include others, so that a short text asks for
                // very many items; a budget stops that.
                && self.count_world_item(span)
            {
                imports.insert(frame.key, WorldItem::Interface(frame.item));
            }
        }
    }

    /// Exports the interfaces that a world says that it exports, each after all that it needs.
    fn export(
        &mut self,
        world: WorldId,
        written: &Map<WorldKey, WorldInterface>,
        imports: &mut WorldMap,
        exports: &mut WorldMap,
    ) {
        let mut state = Exports {
            written,
            imports,
            exports,
            required: Map::default(),
        };
        let mut told: Map<InterfaceId, ()> = Map::default();
        for (key, item) in written {
            let root = Frame {
                key: key.clone(),
                item: item.clone(),
                export: true,
                next: 0,
            };
            if let Err(conflict) =
                self.export_one(&mut state, root, self.out.model.worlds[world].span)
                // One report for each interface, however many exports lead to it.
                && conflict
                    .last()
                    .is_none_or(|last| told.insert(last.0, ()).is_none())
            {
                self.report_conflict(world, &state, conflict);
            }
        }
    }

    /// Exports an interface after all that it needs; gives the way to the interface that is needed in two ways, if there is
    /// one.
    fn export_one(&mut self, state: &mut Exports<'_>, root: Frame, span: Span) -> Result<(), Way> {
        if state.exports.contains_key(&root.key) {
            return Ok(());
        }
        let mut path = vec![root];
        while let Some(frame) = path.last_mut() {
            let next = frame.next;
            frame.next += 1;
            let id = frame.item.id;
            if let Some(&used) = self.needs(id).get(next) {
                path.extend(state.need(used, &path)?);
                continue;
            }
            state.check_export(&path)?;
            let Some(frame) = path.pop() else { break };
            if !self.count_world_item(span) {
                return Ok(());
            }
            let user = path.last().map_or(id, |user| user.item.id);
            state.enter(frame, user);
        }
        Ok(())
    }

    /// Reports an interface that exports need both as an import and as an export.
    fn report_conflict(&mut self, world: WorldId, state: &Exports<'_>, way: Way) {
        let Some(&(conflict, _)) = way.last() else {
            return;
        };
        let message = format!(
            "the world's exports need {} both as an import and as an export",
            self.interface_in_words(conflict)
        );
        let span = self.out.model.worlds[world].span;
        let mut diagnostic = Diagnostic::error(codes::IMPORT_AND_EXPORT, message, span);
        let links = state.links(&way);
        for &(user, used) in &links {
            let (span, user) = (self.use_span(user, used), self.interface_in_words(user));
            let used = self.interface_in_words(used);
            diagnostic = diagnostic.also(span, format!("{user} uses a type of {used}"));
        }
        let exported = WorldKey::Interface(conflict);
        if let Some(item) = state.written.get(&exported) {
            diagnostic = diagnostic.also(item.span, "exported here");
        }
        diagnostic =
            diagnostic.note("an imported and an exported interface have different types, even if they are the same interface");
        // Exporting all interfaces on the way makes one type of the two.
        let missing: Vec<String> = links
            .iter()
            .map(|&(_, used)| used)
            .filter(|&used| !state.written.contains_key(&WorldKey::Interface(used)))
            .filter_map(|used| Some(format!("`export {};`", self.out.model.interface_id(used)?)))
            .collect();
        if !missing.is_empty() {
            diagnostic = diagnostic.note(format!(
                "add {}, so that all of them are exported",
                missing.join(" and ")
            ));
        }
        self.report(diagnostic);
    }

    fn interface_in_words(&self, id: InterfaceId) -> String {
        match self.out.model.interface_id(id) {
            Some(path) => format!("`{path}`"),
            None => "the interface that is written inline".to_owned(),
        }
    }

    /// The place where an interface first uses a type of another one.
    fn use_span(&self, user: InterfaceId, used: InterfaceId) -> Span {
        let mut types = self.out.model.interfaces[user].types.values();
        let found = types.find(|&&id| self.out.model.used_from(id) == Some(used));
        found.map_or(Span::NONE, |&id| self.out.model.types[id].span)
    }
}

/// The interfaces of a path.
fn way(path: &[Frame]) -> impl Iterator<Item = (InterfaceId, bool)> + '_ {
    path.iter().map(|frame| (frame.item.id, frame.export))
}

/// An interface that a world has because something else in it needs it.
fn implied(id: InterfaceId, stability: Stability, external_id: Option<Arc<str>>) -> WorldInterface {
    WorldInterface {
        id,
        docs: crate::Docs::default(),
        stability,
        external_id,
        span: Span::NONE,
    }
}
