//! Adding a module's world to that of the component.

use super::convert::{Converter, MAX_DEPTH, depth};
use super::{
    CoreExport, CoreImport, Definition, Function, FunctionKey, Home, Interface, InterfaceId, Item,
    Owner, Ty, TypeKey, World,
};
use crate::StringEncoding;
use crate::codes;
use std::collections::HashSet;
use witc_canonical_abi::{Convention, Names, ResourceIntrinsic, Scheme};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{self as resolved, Direction, Map, Name, Resolve, WorldId, WorldItem, WorldKey};

/// What a module's own world contributed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Added {
    /// The exports that the module is to provide, by index.
    pub(crate) exports: Vec<u32>,
    /// How the module encodes strings, by function.
    pub(crate) encodings: Encodings,
    /// Interfaces that an export uses types of, as imports.
    uses: Vec<(Name, Name)>,
}

/// How the functions of a module encode strings. Interfaces go by their ids without versions, so that one that is
/// replaced by a later version is still found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Encodings {
    imports: Map<(Name, Name), StringEncoding>,
    exports: Map<(Name, Name), StringEncoding>,
}

impl Encodings {
    /// That of an imported function; nothing if the module's own world has no such function.
    pub(crate) fn import(&self, world: &World, key: FunctionKey) -> Option<StringEncoding> {
        self.imports
            .get(&encoding_key(&world.imports, key)?)
            .copied()
    }

    /// That of an exported function.
    pub(crate) fn export(&self, world: &World, key: FunctionKey) -> Option<StringEncoding> {
        self.exports
            .get(&encoding_key(&world.exports, key)?)
            .copied()
    }
}

fn encoding_key(items: &Map<Name, Item>, key: FunctionKey) -> Option<(Name, Name)> {
    let (name, item) = items.get_index(key.item as usize)?;
    match (item, key.function) {
        (Item::Interface(interface), Some(index)) => {
            let (function, _) = interface.functions.get_index(index as usize)?;
            Some((encoding_scope(name, interface), function.clone()))
        }
        _ => Some((Name::new(), name.clone())),
    }
}

/// The keys of all functions of an item.
fn encoding_keys(name: &Name, item: &Item) -> Vec<(Name, Name)> {
    match item {
        Item::Interface(interface) => {
            let scope = encoding_scope(name, interface);
            interface
                .functions
                .keys()
                .map(|function| (scope.clone(), function.clone()))
                .collect()
        }
        Item::Function(_) => vec![(Name::new(), name.clone())],
        Item::Type(_) => Vec::new(),
    }
}

/// What an interface goes by: its id without the version, or the plain name, whatever it implements.
fn encoding_scope(name: &Name, interface: &Interface) -> Name {
    let id = interface.id.as_ref().filter(|id| id.full() == *name);
    id.map_or_else(|| name.clone(), |id| id.path.clone())
}

impl World {
    /// Adds a world that `module` brings, for people a few words such as "the module". What both have must agree.
    pub(crate) fn add(
        &mut self,
        resolve: &Resolve,
        world: WorldId,
        encoding: StringEncoding,
        module: &str,
        added: &mut Added,
    ) -> Vec<Diagnostic> {
        if depth(resolve) >= MAX_DEPTH {
            let message = format!("the types in the world of {module} are nested too deep");
            let note = format!("more than {MAX_DEPTH} levels are not supported");
            return vec![
                Diagnostic::error(codes::TYPES_NESTED_TOO_DEEP, message, Span::NONE).note(note),
            ];
        }
        let exports = |(direction, key, _): (Direction, &WorldKey, &WorldItem)| {
            (direction == Direction::Export).then(|| Name::from(resolve.extern_name(key)))
        };
        let own_exports: HashSet<Name> = resolve.externs(world).filter_map(exports).collect();
        let mut diagnostics = Vec::new();
        let mut converter = Converter::new(resolve, &mut self.types);
        let converted: Vec<Item> = resolve
            .externs(world)
            .map(|(_, _, item)| converter.item(item))
            .collect();
        for ((direction, key, item), converted) in resolve.externs(world).zip(converted) {
            let name = Name::from(resolve.extern_name(key));
            if direction == Direction::Export {
                added.note_uses(self, &own_exports, &name, &converted);
            }
            let functions = encoding_keys(&name, &converted);
            match self.merge(direction, &name, converted) {
                Ok(index) => {
                    self.name_core_items(resolve, direction, key, item, index);
                    added.encode(direction, functions, encoding, &mut diagnostics);
                    if direction == Direction::Export && !added.exports.contains(&index) {
                        added.exports.push(index);
                    }
                }
                Err(conflict) => diagnostics.push(conflict.tell(direction, &name, module)),
            }
        }
        diagnostics
    }

    /// Adds an item, or what is new of it, and gives its index.
    fn merge(&mut self, direction: Direction, name: &Name, item: Item) -> Result<u32, Conflict> {
        let items = match direction {
            Direction::Import => &mut self.imports,
            Direction::Export => &mut self.exports,
        };
        let Some((index, _, known)) = items.get_full_mut(name) else {
            return Ok(items.insert_full(name.clone(), item).0 as u32);
        };
        match (known, item) {
            (Item::Interface(known), Item::Interface(new)) => known.extend(new)?,
            (Item::Function(known), Item::Function(new)) if known.same_type(&new) => {}
            (Item::Type(known), Item::Type(new)) if known.ty == new.ty => {}
            _ => return Err(Conflict::Itself),
        }
        Ok(index as u32)
    }

    /// Registers what core modules call an item.
    fn name_core_items(
        &mut self,
        resolve: &Resolve,
        direction: Direction,
        key: &WorldKey,
        item: &WorldItem,
        index: u32,
    ) {
        for scheme in [Scheme::Legacy, Scheme::Standard32] {
            let names = Names::new(resolve, scheme);
            match (direction, item) {
                (_, WorldItem::Interface(interface)) => {
                    self.name_interface(resolve, names, direction, key, interface.id, index);
                }
                (Direction::Import, WorldItem::Function(id)) => {
                    let name = names.import(None, &resolve.functions[*id], Convention::Sync);
                    self.core_import(
                        name,
                        CoreImport::Function(FunctionKey {
                            item: index,
                            function: None,
                        }),
                    );
                }
                (Direction::Export, WorldItem::Function(id)) => {
                    let function = FunctionKey {
                        item: index,
                        function: None,
                    };
                    self.name_export(names, None, &resolve.functions[*id], function);
                }
                (_, WorldItem::Type(id)) => {
                    if resolve.is_resource(*id) {
                        let name = names.resource(None, *id, ResourceIntrinsic::ImportedDrop);
                        self.core_import(
                            name,
                            CoreImport::Drop(TypeKey {
                                home: Home::World,
                                index,
                            }),
                        );
                    }
                }
            }
        }
    }

    fn name_interface(
        &mut self,
        resolve: &Resolve,
        names: Names<'_>,
        direction: Direction,
        key: &WorldKey,
        id: resolved::InterfaceId,
        item: u32,
    ) {
        let home = match direction {
            Direction::Import => Home::Import(item),
            Direction::Export => Home::Export(item),
        };
        for function in resolve.functions_of(id) {
            let known = self
                .interface(home)
                .and_then(|known| known.functions.get_index_of(&function.name));
            let function_key = FunctionKey {
                item,
                function: known.map(|index| index as u32),
            };
            match direction {
                Direction::Import => {
                    let name = names.import(Some(key), function, Convention::Sync);
                    self.core_import(name, CoreImport::Function(function_key));
                }
                Direction::Export => self.name_export(names, Some(key), function, function_key),
            }
        }
        for (name, &ty) in &resolve.interfaces[id].types {
            let Some(index) = self
                .interface(home)
                .and_then(|known| known.types.get_index_of(name))
            else {
                continue;
            };
            let ty_key = TypeKey {
                home,
                index: index as u32,
            };
            if !matches!(resolve.types[ty].kind, resolved::TypeDefKind::Resource) {
                continue;
            }
            let of = |intrinsic| names.resource(Some(key), ty, intrinsic);
            if direction == Direction::Import {
                self.core_import(
                    of(ResourceIntrinsic::ImportedDrop),
                    CoreImport::Drop(ty_key),
                );
                continue;
            }
            self.core_import(
                of(ResourceIntrinsic::ExportedDrop),
                CoreImport::Drop(ty_key),
            );
            self.core_import(of(ResourceIntrinsic::ExportedNew), CoreImport::New(ty_key));
            self.core_import(of(ResourceIntrinsic::ExportedRep), CoreImport::Rep(ty_key));
            self.core_export(
                names.destructor(Some(key), ty),
                CoreExport::Destructor(ty_key),
            );
        }
    }

    fn name_export(
        &mut self,
        names: Names<'_>,
        key: Option<&WorldKey>,
        function: &resolved::Function,
        function_key: FunctionKey,
    ) {
        let name = names.export(key, function, Convention::Sync);
        self.core_export(name, CoreExport::Function(function_key));
        self.core_import(
            names.task_return(key, function),
            CoreImport::TaskReturn(function_key),
        );
        self.core_export(
            names.post_return(key, function),
            CoreExport::PostReturn(function_key),
        );
    }

    // The standard names of compatible versions are the same; the first has them.

    fn core_import(&mut self, name: witc_canonical_abi::CoreImport, import: CoreImport) {
        self.core_imports
            .entry(name.module)
            .or_default()
            .entry(name.field)
            .or_insert(import);
    }

    fn core_export(&mut self, name: String, export: CoreExport) {
        self.core_exports.entry(name).or_insert(export);
    }

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
        let (single, many) = match items.get_index(item as usize) {
            Some((_, Item::Interface(interface))) => (0, interface.functions.len() as u32),
            Some((_, Item::Function(_))) => (1, 0),
            _ => (0, 0),
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

impl Added {
    /// Whether the module has no world, or none with anything in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.exports.is_empty()
            && self.encodings.imports.is_empty()
            && self.encodings.exports.is_empty()
    }

    fn encode(
        &mut self,
        direction: Direction,
        functions: Vec<(Name, Name)>,
        encoding: StringEncoding,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let encodings = match direction {
            Direction::Import => &mut self.encodings.imports,
            Direction::Export => &mut self.encodings.exports,
        };
        for key in functions {
            let known = *encodings.entry(key.clone()).or_insert(encoding);
            if known != encoding {
                let (interface, function) = &key;
                let what = if interface.is_empty() {
                    function.to_string()
                } else {
                    format!("{interface}#{function}")
                };
                let message =
                    format!("`{what}` is said to encode strings as {known} and as {encoding}");
                let note = "a module has several type sections, and they disagree: make all of its bindings with \
                            the same string encoding";
                diagnostics.push(
                    Diagnostic::error(codes::CONFLICTING_ENCODINGS, message, Span::NONE).note(note),
                );
                return;
            }
        }
    }

    /// Remembers what an exported interface uses of what its own world imports.
    fn note_uses(&mut self, world: &World, own_exports: &HashSet<Name>, name: &Name, item: &Item) {
        let Item::Interface(interface) = item else {
            return;
        };
        for definition in interface.types.values() {
            if let Some(Ty::Named(index)) = definition.ty
                && let Owner::Interface(used) = &world.types.named(index).owner
                && !own_exports.contains(used)
            {
                self.uses.push((name.clone(), used.clone()));
            }
        }
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

impl Interface {
    /// Adds the types and functions of another view of the same interface.
    fn extend(&mut self, new: Self) -> Result<(), Conflict> {
        if self.id.as_ref().map(InterfaceId::full) != new.id.as_ref().map(InterfaceId::full) {
            return Err(Conflict::Itself);
        }
        for (name, ty) in new.types {
            match self.types.get(&name) {
                Some(known) if known.ty != ty.ty => return Err(Conflict::Type(name)),
                Some(_) => {}
                None => drop(self.types.insert(name, ty)),
            }
        }
        for (name, function) in new.functions {
            match self.functions.get(&name) {
                Some(known) if !known.same_type(&function) => return Err(Conflict::Function(name)),
                Some(_) => {}
                None => drop(self.functions.insert(name, function)),
            }
        }
        Ok(())
    }
}

impl Function {
    fn same_type(&self, other: &Self) -> bool {
        (&self.params, self.result, self.is_async) == (&other.params, other.result, other.is_async)
    }
}

/// What two worlds disagree about.
enum Conflict {
    Itself,
    Type(Name),
    Function(Name),
}

impl Conflict {
    fn tell(&self, direction: Direction, name: &Name, module: &str) -> Diagnostic {
        let side = if direction == Direction::Import {
            "import"
        } else {
            "export"
        };
        let what = match self {
            Self::Itself => format!("{side} `{name}`"),
            Self::Type(ty) => format!("type `{ty}` of {side} `{name}`"),
            Self::Function(function) => format!("function `{function}` of {side} `{name}`"),
        };
        let message = format!("two worlds of this component disagree about {what}");
        Diagnostic::error(codes::WORLDS_DISAGREE, message, Span::NONE)
            .note(format!("{module} has it otherwise than what came before"))
            .note("generate the bindings of all parts from the same version of the WIT packages")
    }
}

impl Definition {
    /// Whether this is a resource.
    pub(crate) fn is_resource(&self) -> bool {
        self.ty.is_none()
    }
}
