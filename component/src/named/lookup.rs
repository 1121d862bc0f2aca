//! Looking up names of types, whose meaning depends on where they are used.

use super::keys::{FunctionKey, Home, TypeKey};
use super::model::{
    Map, NamedDefinition, NamedFunction, NamedInterface, NamedItem, NamedWorld, Needs, Signature,
};
use super::pool::{Owner, Ty, TypeName};
use indexmap::IndexSet;
use std::collections::HashSet;
use witc_resolve::{Direction, Name};

impl NamedWorld {
    /// The interface at a home; nothing for the world itself.
    pub(crate) fn interface(&self, home: Home) -> Option<&NamedInterface> {
        let (items, index) = match home {
            Home::World => return None,
            Home::Import(index) => (&self.imports, index),
            Home::Export(index) => (&self.exports, index),
        };
        items.get_index(index as usize)?.1.interface()
    }

    /// The type that a name stands for at `home`. Imports use imports; exports use what is exported, and imports
    /// of what is not.
    pub(crate) fn resolve(&self, home: Home, name: u32) -> Option<TypeKey> {
        let TypeName { owner, name } = self.types.named(name);
        let home = match owner {
            Owner::Same => home,
            Owner::World => Home::World,
            Owner::Interface(id) => self.interface_home(home, id)?,
        };
        let index = match home {
            Home::World => self.imports.get_index_of(name)?,
            Home::Import(_) | Home::Export(_) => self.interface(home)?.types.get_index_of(name)?,
        };
        Some(TypeKey {
            home,
            index: index as u32,
        })
    }

    /// Where the interface with this id stands that things at `home` use.
    fn interface_home(&self, home: Home, id: &Name) -> Option<Home> {
        // For an export another export comes first, since that is the instance that the outside sees next to
        // it.
        if home.export().is_some()
            && let Some(index) = self.exports.get_index_of(id)
        {
            return Some(Home::Export(index as u32));
        }
        let index = self.imports.get_index_of(id)? as u32;
        Some(Home::Import(self.current(index)))
    }

    /// Where the types come from that an interface uses without defining them, in order.
    pub(crate) fn uses(&self, home: Home) -> IndexSet<Home> {
        let mut uses = IndexSet::new();
        let Some(interface) = self.interface(home) else {
            return uses;
        };
        let types = interface
            .types
            .values()
            .filter_map(|definition| definition.ty);
        let functions = interface.functions.values();
        let signatures = functions.flat_map(|f| f.params.iter().map(|&(_, ty)| ty).chain(f.result));
        let mut stack: Vec<Ty> = types.chain(signatures).collect();
        // The stack gives its last entry first, and the first types are to come first.
        stack.reverse();
        let mut seen = HashSet::new();
        while let Some(ty) = stack.pop() {
            match ty {
                Ty::Named(name) => {
                    uses.extend(
                        self.resolve(home, name)
                            .map(|key| key.home)
                            .filter(|&used| used != home),
                    );
                }
                Ty::Compound(index) => {
                    if seen.insert(index) {
                        let structure = self.types.structure(index);
                        structure.for_each_part(|part| stack.push(part));
                    }
                }
                Ty::Primitive(_) => {}
            }
        }
        uses
    }

    /// The import that stands in the place of this one: usually itself.
    pub(crate) fn current(&self, import: u32) -> u32 {
        self.replaced.get(&import).copied().unwrap_or(import)
    }

    /// A type with its name.
    pub(crate) fn definition(&self, key: TypeKey) -> Option<(&Name, &NamedDefinition)> {
        let index = key.index as usize;
        match key.home {
            Home::World => {
                let (name, item) = self.imports.get_index(index)?;
                Some((name, item.ty()?))
            }
            home @ (Home::Import(_) | Home::Export(_)) => {
                self.interface(home)?.types.get_index(index)
            }
        }
    }

    /// An imported function.
    pub(crate) fn imported(&self, key: FunctionKey) -> Option<&NamedFunction> {
        function(&self.imports, key)
    }

    /// An exported function.
    pub(crate) fn exported(&self, key: FunctionKey) -> Option<&NamedFunction> {
        function(&self.exports, key)
    }

    /// The import that stands for this one, where a later version of its interface has replaced it.
    pub(crate) fn current_function(&self, key: FunctionKey) -> Option<FunctionKey> {
        let item = self.current(key.item);
        // Functions of the world itself have no versions, and most interfaces stand for themselves.
        let Some(index) = key.function.filter(|_| item != key.item) else {
            return Some(key);
        };
        let (name, _) = self
            .interface(Home::Import(key.item))?
            .functions
            .get_index(index as usize)?;
        let function = self
            .interface(Home::Import(item))?
            .functions
            .get_index_of(name)?;
        Some(FunctionKey {
            item,
            function: Some(function as u32),
        })
    }

    /// As [`Self::current_function`], for a type.
    pub(crate) fn current_type(&self, key: TypeKey) -> Option<TypeKey> {
        let Some(index) = key.home.import() else {
            return Some(key);
        };
        let home = Home::Import(self.current(index));
        let (name, _) = self.definition(key)?;
        let index = self.interface(home)?.types.get_index_of(name)?;
        Some(TypeKey {
            home,
            index: index as u32,
        })
    }
}

impl NamedWorld {
    /// All functions of an item.
    pub(crate) fn function_keys(
        &self,
        direction: Direction,
        item: u32,
    ) -> impl Iterator<Item = FunctionKey> + use<> {
        let items = match direction {
            Direction::Import => &self.imports,
            Direction::Export => &self.exports,
        };
        // Numbers instead of a borrowed map, so that the caller may change the world in between.
        let (single, many) = match items.get_index(item as usize) {
            Some((_, NamedItem::Interface(interface))) => (0, interface.functions.len() as u32),
            Some((_, NamedItem::Function(_))) => (1, 0),
            Some((_, NamedItem::Type(_))) | None => (0, 0),
        };
        let single = (0..single).map(move |_| FunctionKey {
            item,
            function: None,
        });
        single.chain((0..many).map(move |index| FunctionKey {
            item,
            function: Some(index),
        }))
    }

    /// An imported function, as messages name it.
    pub(crate) fn describe_import(&self, key: FunctionKey) -> String {
        describe(&self.imports, "imported", key)
    }

    /// A function whose values pass through memory, as messages name it.
    pub(crate) fn needing_memory(&self) -> Option<String> {
        let keys = |direction, items: &Map<Name, NamedItem>| {
            (0..items.len() as u32).flat_map(move |item| self.function_keys(direction, item))
        };
        let needs = |signature: &Signature| signature.needs.contains(Needs::MEMORY);
        let mut imports = keys(Direction::Import, &self.imports);
        let mut exports = keys(Direction::Export, &self.exports);
        let import = imports.find(|&key| {
            self.imported(key)
                .is_some_and(|function| needs(&function.lowered))
        });
        let mut export =
            || exports.find(|&key| self.exported(key).is_some_and(|f| needs(&f.lifted)));
        match import {
            Some(key) => Some(self.describe_import(key)),
            None => export().map(|key| self.describe_export(key)),
        }
    }

    /// An exported function, as messages name it.
    pub(crate) fn describe_export(&self, key: FunctionKey) -> String {
        describe(&self.exports, "exported", key)
    }
}

fn describe(items: &Map<Name, NamedItem>, side: &str, key: FunctionKey) -> String {
    let Some((name, _)) = items.get_index(key.item as usize) else {
        return format!("the {side} function {}", key.item);
    };
    let inner = key.function.and_then(|_| function(items, key));
    match inner {
        Some(NamedFunction { name: inner, .. }) => {
            format!("function `{inner}` of the {side} interface `{name}`")
        }
        None => format!("the {side} function `{name}`"),
    }
}

fn function(items: &Map<Name, NamedItem>, key: FunctionKey) -> Option<&NamedFunction> {
    let (_, item) = items.get_index(key.item as usize)?;
    match key.function {
        Some(index) => {
            let functions = &item.interface()?.functions;
            functions.get_index(index as usize).map(|(_, found)| found)
        }
        None => item.function(),
    }
}
