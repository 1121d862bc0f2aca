//! Adding a module's world to that of the component.

use super::added::{Added, encoding_keys};
use super::conflict::Conflict;
use super::convert::Converter;
use super::depth::{MAX_DEPTH, depth};
use super::model::{NamedItem, NamedWorld};
use crate::codes;
use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Direction, Name, Resolve, WorldId, WorldItem, WorldKey};
use witc_type_section::StringEncoding;

impl NamedWorld {
    /// Adds a world that `module` brings, for people a few words such as "the module". What both have must agree.
    pub(crate) fn add(
        &mut self,
        resolve: &Resolve,
        world: WorldId,
        encoding: StringEncoding,
        module: &str,
        added: &mut Added,
    ) -> Vec<Diagnostic> {
        // This comes first, because the conversion already recurses over types.
        if depth(resolve) >= MAX_DEPTH {
            let message = format!("the types in the world of {module} are nested too deep");
            let note = format!("more than {MAX_DEPTH} levels are not supported");
            return vec![
                Diagnostic::error(codes::TYPES_NESTED_TOO_DEEP, message, Span::NONE).note(note),
            ];
        }
        let exports = |(direction, key, _): (Direction, &WorldKey, &WorldItem)| {
            direction
                .is_export()
                .then(|| Name::from(resolve.extern_name(key)))
        };
        let own_exports: HashSet<Name> = resolve.externs(world).filter_map(exports).collect();
        let mut diagnostics = Vec::new();
        let mut converter = Converter::new(resolve, &mut self.types);
        // All items are converted before any is merged: the converter borrows the types of this world.
        let converted: Vec<NamedItem> = resolve
            .externs(world)
            .map(|(_, _, item)| converter.item(item))
            .collect();
        for ((direction, key, item), converted) in resolve.externs(world).zip(converted) {
            let name = Name::from(resolve.extern_name(key));
            if direction.is_export() {
                // Merging moves the item away, so its uses and keys are taken before.
                added.note_uses(self, &own_exports, &name, &converted);
            }
            let functions = encoding_keys(&name, &converted);
            match self.merge(direction, &name, converted) {
                Ok(index) => {
                    self.name_core_items(resolve, direction, key, item, index);
                    added.encode(direction, functions, encoding, &mut diagnostics);
                    // Several type sections of a module may have the same export.
                    if direction.is_export() && !added.exports.contains(&index) {
                        added.exports.push(index);
                    }
                }
                Err(conflict) => diagnostics.push(conflict.tell(direction, &name, module)),
            }
        }
        diagnostics
    }

    /// Adds an item, or what is new of it, and gives its index.
    fn merge(
        &mut self,
        direction: Direction,
        name: &Name,
        item: NamedItem,
    ) -> Result<u32, Conflict> {
        let items = match direction {
            Direction::Import => &mut self.imports,
            Direction::Export => &mut self.exports,
        };
        // A new item goes to the end, so that the indices of the others stay.
        let Some((index, _, known)) = items.get_full_mut(name) else {
            return Ok(items.insert_full(name.clone(), item).0 as u32);
        };
        match (known, item) {
            (NamedItem::Interface(known), NamedItem::Interface(new)) => known.extend(new)?,
            (NamedItem::Function(known), NamedItem::Function(new)) if known.same_type(&new) => {}
            (NamedItem::Type(known), NamedItem::Type(new)) if known.ty == new.ty => {}
            (NamedItem::Interface(_) | NamedItem::Function(_) | NamedItem::Type(_), _) => {
                return Err(Conflict::Itself);
            }
        }
        Ok(index as u32)
    }

    /// A diagnostic for each export that uses types of what was an import in its own world and is an export in this.
    pub(crate) fn changed_meanings<'a>(
        &self,
        modules: impl Iterator<Item = &'a Added>,
    ) -> Vec<Diagnostic> {
        let uses = modules.flat_map(|added| &added.uses);
        let changed = uses.filter(|(_, used)| self.exports.contains_key(used));
        changed
            .map(|(export, used)| changed_meaning(export, used))
            .collect()
    }
}

fn changed_meaning(export: &Name, used: &Name) -> Diagnostic {
    let message = format!(
        "export `{export}` uses the types of `{used}` as an import, but it is exported as well"
    );
    Diagnostic::error(codes::EXPORT_CHANGES_MEANING, message, Span::NONE)
        .note(format!(
            "one module's world only imports `{used}`, another's exports it"
        ))
        .note("let one world export both, or give them different interfaces")
}
