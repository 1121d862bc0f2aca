//! The walk through a component and the components in it, as they are instantiated.

use super::model::{CodeInstance, CoreModuleInfo, Export, Instances, Link, Origin};
use super::names::Names;
use super::spaces::{IndexSpaces, InstanceOrigins, Origins, OriginsByName, one};
use crate::parse::{self, ParsedComponent, ParsedItem};
use std::rc::Rc;
use wasmparser::{
    ComponentAlias, ComponentImport, ComponentInstance, ComponentOuterAliasKind, ComponentTypeRef,
};
use witc_type_section::Result;

/// How many instances of components are looked into. A component of a few bytes can ask for very many.
// No picture of more boxes could be read.
const MAX_INSTANCES: usize = 500;
/// How many steps are taken in all.
const MAX_STEPS: usize = 200_000;
/// How deep instances may be nested, which bounds the recursion.
const MAX_DEPTH: usize = 100;

/// Finds the instances of a component that have code. Beyond the bounds of time and space an instance counts as one
/// thing, whatever is in it.
///
/// # Errors
///
/// If the bytes are no component.
pub fn instances(bytes: &[u8]) -> Result<Instances> {
    let component = parse::parse(bytes)?;
    let mut walk = Walk::default();
    let exports = walk.enter(&component, None, &OriginsByName::default(), 0);
    walk.found.imports = component.items.iter().filter_map(import_name).collect();
    walk.found.exports = exports
        .into_iter()
        .map(|(name, origins)| Export {
            name,
            origins: origins.iter().cloned().collect(),
        })
        .collect();
    Ok(walk.found)
}

/// The name of an import that something can be taken from.
fn import_name(item: &ParsedItem<'_>) -> Option<String> {
    match item {
        ParsedItem::Import(import) => match import.ty {
            ComponentTypeRef::Instance(_) | ComponentTypeRef::Func(_) => {
                Some(import.name.name.to_owned())
            }
            ComponentTypeRef::Module(_)
            | ComponentTypeRef::Value(_)
            | ComponentTypeRef::Type(_)
            | ComponentTypeRef::Component(_) => None,
        },
        ParsedItem::Type(_)
        | ParsedItem::Alias(_)
        | ParsedItem::Instance(_)
        | ParsedItem::Lift(_)
        | ParsedItem::Export(_)
        | ParsedItem::Component(_) => None,
    }
}

#[derive(Default)]
struct Walk {
    found: Instances,
    /// How many instances of components were made.
    made: usize,
    steps: usize,
}

/// A component that the walk is in.
struct Here<'c, 'a, 'n> {
    /// The position of its instance, if it has code.
    own: Option<usize>,
    names: Names<'a>,
    spaces: IndexSpaces<'c, 'a>,
    arguments: &'n OriginsByName,
    depth: usize,
}

impl Walk {
    /// Walks through a component with these arguments, and says what its exports come from.
    fn enter(
        &mut self,
        component: &ParsedComponent<'_>,
        name: Option<&str>,
        arguments: &OriginsByName,
        depth: usize,
    ) -> OriginsByName {
        let names = Names::read(component);
        let own = (!component.modules.is_empty()).then(|| self.code(component, name, &names));
        let mut here = Here {
            own,
            names,
            spaces: IndexSpaces::default(),
            arguments,
            depth,
        };
        let mut exports = OriginsByName::default();
        for item in &component.items {
            self.steps += 1;
            // The walk is for a picture: half of it is better than an error.
            if self.steps > MAX_STEPS {
                break;
            }
            match item {
                ParsedItem::Import(import) => self.import(&mut here, import),
                ParsedItem::Component(inner) => here.spaces.components.push(Some(inner)),
                ParsedItem::Instance(instance) => {
                    let instance = self.instance(&here, instance);
                    here.spaces.instances.push(Rc::new(instance));
                }
                ParsedItem::Alias(alias) => here.alias(alias),
                ParsedItem::Lift(_) => {
                    // The name is not known before the function is exported. A component without modules lifts
                    // what it was given, which is not followed.
                    let lifted = own.map(|own| one(Origin::Instance(own, String::new())));
                    here.spaces.functions.push(lifted.unwrap_or_default());
                }
                ParsedItem::Export(export) => {
                    let name = export.name.name;
                    // An instance is copied with all its exports, each time that it is exported itself.
                    self.steps += here.spaces.weight(export.kind, export.index);
                    let origins = here.spaces.export(export.kind, export.index, name);
                    exports.insert(name.to_owned(), origins);
                }
                ParsedItem::Type(_) => {}
            }
        }
        exports
    }

    /// Adds an instance of a component with code.
    fn code(
        &mut self,
        component: &ParsedComponent<'_>,
        name: Option<&str>,
        names: &Names<'_>,
    ) -> usize {
        let modules = (0..).zip(&component.modules).map(|(index, &size)| {
            let name = names.modules.get(&index).map(|&name| name.to_owned());
            CoreModuleInfo { name, size }
        });
        self.found.instances.push(CodeInstance {
            number: self.made,
            name: name.map(str::to_owned),
            modules: modules.collect(),
        });
        self.found.instances.len() - 1
    }

    fn import(&mut self, here: &mut Here<'_, '_, '_>, import: &ComponentImport<'_>) {
        let name = import.name.name;
        let origins = match here.arguments.get(name) {
            Some(origins) => origins.clone(),
            // Only the outermost component imports from outside. An inner one that lacks an argument is not
            // valid.
            None if here.depth == 0 => one(Origin::Outside(name.to_owned())),
            None => Origins::default(),
        };
        match import.ty {
            ComponentTypeRef::Instance(_) => {
                self.take(here.own, &origins, name);
                let instance = InstanceOrigins::whole(origins);
                here.spaces.instances.push(Rc::new(instance));
            }
            ComponentTypeRef::Func(_) => {
                self.take(here.own, &origins, name);
                here.spaces.functions.push(origins);
            }
            ComponentTypeRef::Component(_) => here.spaces.components.push(None),
            ComponentTypeRef::Module(_)
            | ComponentTypeRef::Value(_)
            | ComponentTypeRef::Type(_) => {}
        }
    }

    /// Notes that a component with code takes an import.
    fn take(&mut self, own: Option<usize>, origins: &Origins, name: &str) {
        // Components without code only pass on what they take, and those that they pass it to have the link.
        let Some(own) = own else { return };
        // Each import of many may come from many places.
        self.steps += origins.len();
        for origin in origins.iter() {
            if origin.instance() != Some(own) {
                self.found.links.push(Link {
                    user: own,
                    import: name.to_owned(),
                    origin: origin.clone(),
                });
            }
        }
    }

    fn instance(
        &mut self,
        here: &Here<'_, '_, '_>,
        instance: &ComponentInstance<'_>,
    ) -> InstanceOrigins {
        let (component_index, args) = match instance {
            ComponentInstance::Instantiate {
                component_index,
                args,
            } => (*component_index, args),
            ComponentInstance::FromExports(exports) => {
                let weights = exports.iter();
                let weights = weights.map(|it| here.spaces.origins(it.kind, it.index).len());
                self.steps += weights.sum::<usize>();
                let exports = exports.iter().map(|export| {
                    let origins = here.spaces.origins(export.kind, export.index);
                    (export.name.name.to_owned(), origins)
                });
                return InstanceOrigins::of(exports.collect());
            }
        };
        // Their origins are put together to those of the instance.
        let weights = args
            .iter()
            .map(|arg| here.spaces.origins(arg.kind, arg.index).len());
        self.steps += weights.sum::<usize>();
        let arguments: OriginsByName = args
            .iter()
            .map(|arg| {
                (
                    arg.name.to_owned(),
                    here.spaces.origins(arg.kind, arg.index),
                )
            })
            .collect();
        let components = &here.spaces.components;
        let inner = components.get(component_index as usize).copied().flatten();
        let has_room = self.made < MAX_INSTANCES && here.depth < MAX_DEPTH;
        let Some(inner) = inner.filter(|_| has_room) else {
            // A component that is not looked into counts as a thing that hands on its arguments.
            return InstanceOrigins::of(arguments);
        };
        self.made += 1;
        // The name that the whole gives to a component comes first: it says which plug it was.
        let given = here.names.components.get(&component_index).copied();
        let name = given.or_else(|| Names::read(inner).own);
        InstanceOrigins::of(self.enter(inner, name, &arguments, here.depth + 1))
    }
}

impl Here<'_, '_, '_> {
    fn alias(&mut self, alias: &ComponentAlias<'_>) {
        match alias {
            ComponentAlias::InstanceExport {
                kind,
                instance_index,
                name,
            } => {
                let instance = self.spaces.instances.get(*instance_index as usize);
                let origins = instance.map(|it| it.export(name)).unwrap_or_default();
                self.spaces.push(*kind, origins);
            }
            ComponentAlias::Outer { kind, .. } => match kind {
                // Finding it would take the chain of components around this one. The entry keeps the later
                // indices right.
                ComponentOuterAliasKind::Component => self.spaces.components.push(None),
                ComponentOuterAliasKind::CoreModule
                | ComponentOuterAliasKind::CoreType
                | ComponentOuterAliasKind::Type => {}
            },
            ComponentAlias::CoreInstanceExport { .. } => {}
        }
    }
}
