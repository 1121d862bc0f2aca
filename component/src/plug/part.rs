//! A component that is put together with others: its world, and what its imports and exports are called in the binary.

use wasmparser::{ComponentExternName, ComponentTypeRef};
use witc_binary::{Decoded, decode, not_wit, parse};
use witc_compare::WorldRef;
use witc_diagnostics::Diagnostic;
use witc_resolve::{Direction, Map, Resolve, WorldId, WorldItem, WorldKey};

/// A component as input.
#[derive(Clone, Copy, Debug)]
pub struct Component<'a> {
    /// Its name in messages, such as that of its file.
    pub name: &'a str,
    /// The component, in the binary format.
    pub bytes: &'a [u8],
}

/// A component.
#[derive(Debug)]
pub(super) struct PlugPart<'a> {
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) resolve: Resolve,
    pub(super) world: WorldId,
    /// The names of imports in the binary, by the names that WIT has for them.
    pub(super) import_names: Map<String, ComponentExternName<'a>>,
    /// The same of exports.
    pub(super) export_names: Map<String, ComponentExternName<'a>>,
}

impl<'a> PlugPart<'a> {
    pub(super) fn open(component: Component<'a>) -> Result<Self, Box<Diagnostic>> {
        Self::read(component).map_err(|mut diagnostic| {
            diagnostic.message = format!("`{}`: {}", component.name, diagnostic.message);
            diagnostic
        })
    }

    fn read(Component { name, bytes }: Component<'a>) -> Result<Self, Box<Diagnostic>> {
        // The model has names as WIT spells them; the names in the binary, which arguments need, are kept
        // beside it.
        let parsed = parse::parse(bytes)?;
        let (mut import_names, mut export_names) = (Map::default(), Map::default());
        for item in &parsed.items {
            match item {
                parse::ParsedItem::Import(import) => {
                    if let ComponentTypeRef::Module(_)
                    | ComponentTypeRef::Component(_)
                    | ComponentTypeRef::Value(_) = import.ty
                    {
                        let name = import.name.name.escape_debug();
                        let found = not_wit(format_args!(
                            "it imports a whole {}, `{name}`, and not an interface or a function",
                            import.ty.kind().desc()
                        ));
                        return Err(Box::new(found.note(format!(
                            "`witc plug` connects only interfaces and functions: the tool that made the component has to \
                             provide `{name}`"
                        ))));
                    }
                    import_names.insert(full_name(&import.name), import.name);
                }
                parse::ParsedItem::Export(export) => {
                    export_names.insert(full_name(&export.name), export.name);
                }
                parse::ParsedItem::Type(_)
                | parse::ParsedItem::Alias(_)
                | parse::ParsedItem::Instance(_)
                | parse::ParsedItem::Lift(_)
                | parse::ParsedItem::Component(_) => {}
            }
        }
        let Decoded::Component { resolve, world } = decode(bytes)? else {
            return Err(not_wit("it is a package of WIT, and has no code"));
        };
        Ok(Self {
            name,
            bytes,
            resolve,
            world,
            import_names,
            export_names,
        })
    }

    /// The imports of the component by name.
    pub(super) fn imports(&self) -> impl Iterator<Item = (String, &WorldKey, &WorldItem)> {
        self.side(Direction::Import)
    }

    /// Its exports.
    pub(super) fn exports(&self) -> impl Iterator<Item = (String, &WorldKey, &WorldItem)> {
        self.side(Direction::Export)
    }

    fn side(&self, side: Direction) -> impl Iterator<Item = (String, &WorldKey, &WorldItem)> {
        let externs = self
            .resolve
            .externs(self.world)
            .filter(move |(direction, ..)| *direction == side);
        externs.map(|(_, key, item)| (self.resolve.extern_name(key), key, item))
    }

    pub(super) fn subject(&self) -> WorldRef<'_> {
        WorldRef {
            resolve: &self.resolve,
            world: self.world,
        }
    }
}

/// The name with its whole version.
fn full_name(name: &ComponentExternName<'_>) -> String {
    match (name.implements, name.version_suffix) {
        // With `implements` the suffix belongs to the version in that id, and not to the plain name.
        (None, Some(suffix)) => format!("{}{suffix}", name.name),
        _ => name.name.to_owned(),
    }
}
