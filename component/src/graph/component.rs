//! The graph of a component: the components in it that have code, and where each takes its imports from.
//!
//! Components that only pass on what they are given, as those that give exports their types do, are looked through; so are
//! components that are put together of others, down to those that have code.

use super::{Graph, NodeKind, split_name};
use crate::decode::Result;
use crate::decode::parse::{self, Component, Item};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasmparser::{
    BinaryReader, ComponentAlias, ComponentExternalKind, ComponentInstance, ComponentName,
    ComponentNameSectionReader, ComponentTypeRef,
};
use witc_resolve::Map;

/// How many instances of components are looked into.
const MAX_INSTANCES: usize = 500;
/// How many steps are taken in all.
const MAX_STEPS: usize = 200_000;

/// The graph of a component, which goes by `name`.
///
/// # Errors
///
/// That the bytes are no component.
pub fn of_component(name: &str, bytes: &[u8]) -> Result<Graph> {
    let component = parse::parse(bytes)?;
    let mut walk = Walk {
        graph: Graph {
            title: file_name(name),
            ..Graph::default()
        },
        ..Walk::default()
    };
    let exports = walk.enter(&component, &file_name(name), &Exports::default(), 0);
    walk.outside(&component, &exports);
    Ok(walk.graph)
}

/// Where something comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    /// An import of the whole, by name.
    Outside(String),
    /// An export of a node, by name.
    Node(usize, String),
}

/// What an item of a component comes from: usually one thing; several where it is put together.
type Origins = Rc<BTreeSet<Origin>>;

/// What something exports.
type Exports = Map<String, Origins>;

#[derive(Default)]
struct Walk {
    graph: Graph,
    /// Which nodes use an import of the whole.
    users: BTreeMap<String, BTreeSet<usize>>,
    instances: usize,
    steps: usize,
}

/// The index spaces of a component, as far as they matter here.
#[derive(Default)]
struct Spaces<'c, 'a> {
    components: Vec<Option<&'c Component<'a>>>,
    instances: Vec<Rc<Instance>>,
    functions: Vec<Origins>,
}

#[derive(Default)]
struct Instance {
    /// What its exports come from, where that is known apart.
    exports: Exports,
    /// What all of it comes from.
    all: Origins,
}

impl Instance {
    fn export(&self, name: &str) -> Origins {
        self.exports.get(name).unwrap_or(&self.all).clone()
    }
}

impl Walk {
    /// Walks through a component with these arguments; what its exports come from.
    fn enter(
        &mut self,
        component: &Component<'_>,
        title: &str,
        arguments: &Exports,
        depth: usize,
    ) -> Exports {
        let names = Names::read(component);
        let own = (!component.modules.is_empty()).then(|| self.code(component, title, &names));
        let mut spaces = Spaces::default();
        let mut exports = Exports::default();
        for item in &component.items {
            self.steps += 1;
            if self.steps > MAX_STEPS {
                break;
            }
            match item {
                Item::Import(import) => {
                    let name = import.name.name;
                    let origins = match arguments.get(name) {
                        Some(origins) => origins.clone(),
                        None if depth == 0 => one(Origin::Outside(name.to_owned())),
                        None => Origins::default(),
                    };
                    match import.ty {
                        ComponentTypeRef::Instance(_) => {
                            self.take(own, &origins, name);
                            spaces.instances.push(Rc::new(Instance::whole(origins)));
                        }
                        ComponentTypeRef::Func(_) => {
                            self.take(own, &origins, name);
                            spaces.functions.push(origins);
                        }
                        ComponentTypeRef::Component(_) => spaces.components.push(None),
                        _ => {}
                    }
                }
                Item::Component(inner) => spaces.components.push(Some(inner)),
                Item::Instance(instance) => {
                    let instance = self.instance(&spaces, instance, &names, depth);
                    spaces.instances.push(Rc::new(instance));
                }
                Item::Alias(ComponentAlias::InstanceExport {
                    kind,
                    instance_index,
                    name,
                }) => {
                    let origins = spaces
                        .instances
                        .get(*instance_index as usize)
                        .map(|it| it.export(name))
                        .unwrap_or_default();
                    spaces.push(*kind, origins);
                }
                Item::Alias(ComponentAlias::Outer {
                    kind: wasmparser::ComponentOuterAliasKind::Component,
                    ..
                }) => {
                    spaces.components.push(None);
                }
                Item::Lift(_) => {
                    let lifted = own.map(|node| one(Origin::Node(node, String::new())));
                    spaces.functions.push(lifted.unwrap_or_default());
                }
                Item::Export(export) => {
                    let name = export.name.name;
                    let (instance, origins) = spaces.get(export.kind, export.index);
                    let origins = named(&origins, name);
                    exports.insert(name.to_owned(), origins.clone());
                    // An export is an item of its own.
                    match instance {
                        Some(instance) => spaces
                            .instances
                            .push(Rc::new(instance.exported(name, origins))),
                        None => spaces.push(export.kind, origins),
                    }
                }
                Item::Type(_) | Item::Alias(_) => {}
            }
        }
        exports
    }

    /// The node of a component with code.
    fn code(&mut self, component: &Component<'_>, title: &str, names: &Names<'_>) -> usize {
        let modules = component.modules.iter().enumerate().map(|(index, &size)| {
            let name = names.modules.get(&(index as u32)).map_or("", |name| name);
            format!("core module {name}").trim_end().to_owned() + &format!(", {}", bytes(size))
        });
        let lines = modules.collect();
        self.graph.node(NodeKind::Component, title, lines)
    }

    /// A component with code takes an import.
    fn take(&mut self, own: Option<usize>, origins: &Origins, name: &str) {
        let Some(own) = own else { return };
        for origin in origins.iter() {
            match origin {
                Origin::Node(from, export) if *from != own => {
                    self.graph
                        .edge(*from, own, Some(passed_as(export, name)), false);
                }
                Origin::Node(..) => {}
                Origin::Outside(import) => {
                    self.users.entry(import.clone()).or_default().insert(own);
                }
            }
        }
    }

    fn instance(
        &mut self,
        spaces: &Spaces<'_, '_>,
        instance: &ComponentInstance<'_>,
        names: &Names<'_>,
        depth: usize,
    ) -> Instance {
        let (component_index, args) = match instance {
            ComponentInstance::Instantiate {
                component_index,
                args,
            } => (*component_index, args),
            ComponentInstance::FromExports(exports) => {
                let exports = exports.iter().map(|export| {
                    (
                        export.name.name.to_owned(),
                        spaces.get(export.kind, export.index).1,
                    )
                });
                return Instance::of(exports.collect());
            }
        };
        let arguments: Exports = args
            .iter()
            .map(|arg| (arg.name.to_owned(), spaces.get(arg.kind, arg.index).1))
            .collect();
        let inner = spaces
            .components
            .get(component_index as usize)
            .copied()
            .flatten();
        let Some(inner) = inner.filter(|_| self.instances < MAX_INSTANCES && depth < 100) else {
            return Instance::of(arguments);
        };
        self.instances += 1;
        let number = self.instances;
        let title = names
            .components
            .get(&component_index)
            .copied()
            .or_else(|| Names::read(inner).own);
        let title = title.map_or_else(|| format!("component {number}"), file_name);
        Instance::of(self.enter(inner, &title, &arguments, depth + 1))
    }

    /// The boxes of what comes from outside and of what goes out: one for all of a package that the same nodes have.
    fn outside(&mut self, component: &Component<'_>, exports: &Exports) {
        let mut imports: Groups = Map::default();
        for item in &component.items {
            if let Item::Import(import) = item
                && let ComponentTypeRef::Instance(_) | ComponentTypeRef::Func(_) = import.ty
            {
                let users = self
                    .users
                    .get(import.name.name)
                    .cloned()
                    .unwrap_or_default();
                group(&mut imports, import.name.name, users);
            }
        }
        let mut nodes: BTreeMap<String, usize> = BTreeMap::new();
        for ((title, users), members) in imports {
            let node = self.graph.node(
                NodeKind::Import,
                title,
                members.iter().map(|(_, line)| line.clone()).collect(),
            );
            nodes.extend(members.into_iter().map(|(name, _)| (name, node)));
            users
                .into_iter()
                .for_each(|user| self.graph.edge(node, user, None, false));
        }
        let mut groups: Groups = Map::default();
        for (name, origins) in exports {
            let from = origins.iter().filter_map(|origin| match origin {
                Origin::Node(node, _) => Some(*node),
                Origin::Outside(import) => nodes.get(import).copied(),
            });
            group(&mut groups, name, from.collect());
        }
        for ((title, from), members) in groups {
            let node = self.graph.node(
                NodeKind::Export,
                title,
                members.into_iter().map(|(_, line)| line).collect(),
            );
            from.into_iter()
                .for_each(|from| self.graph.edge(from, node, None, false));
        }
    }
}

/// Names by package and by the nodes that they have to do with: each whole and as a line.
type Groups = Map<(String, BTreeSet<usize>), Vec<(String, String)>>;

fn group(groups: &mut Groups, name: &str, nodes: BTreeSet<usize>) {
    let (title, line) =
        split_name(name).unwrap_or_else(|| ("the world".to_owned(), name.to_owned()));
    groups
        .entry((title, nodes))
        .or_default()
        .push((name.to_owned(), line));
}

/// What an import is called that takes an export of another name.
fn passed_as(export: &str, import: &str) -> String {
    match (export.split_once('@'), import.split_once('@')) {
        _ if export == import || export.is_empty() => import.to_owned(),
        (Some((path, _)), Some((wanted, version))) if path == wanted => {
            format!("{export} for @{version}")
        }
        _ => format!("{export} as {import}"),
    }
}

fn one(origin: Origin) -> Origins {
    Rc::new(BTreeSet::from([origin]))
}

/// Gives what comes from code the name that it is exported by.
fn named(origins: &Origins, name: &str) -> Origins {
    let named = origins.iter().map(|origin| match origin {
        Origin::Node(node, _) => Origin::Node(*node, name.to_owned()),
        Origin::Outside(_) => origin.clone(),
    });
    Rc::new(named.collect())
}

/// The last part of a path: components that were plugged go by the names of their files.
fn file_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned()
}

/// A size for people.
fn bytes(size: u64) -> String {
    match size {
        0..10_000 => format!("{size} bytes"),
        10_000..10_000_000 => format!("{} KB", size / 1000),
        _ => format!("{} MB", size / 1_000_000),
    }
}

impl Instance {
    /// An instance of which nothing is known but where it comes from.
    fn whole(all: Origins) -> Self {
        Self {
            exports: Exports::default(),
            all,
        }
    }

    /// The instance as it is known behind its export.
    fn exported(&self, name: &str, all: Origins) -> Self {
        let exports = self
            .exports
            .iter()
            .map(|(export, origins)| (export.clone(), named(origins, name)));
        Self {
            exports: exports.collect(),
            all,
        }
    }

    fn of(exports: Exports) -> Self {
        let all = exports
            .values()
            .flat_map(|origins| origins.iter().cloned())
            .collect();
        Self {
            exports,
            all: Rc::new(all),
        }
    }
}

impl Spaces<'_, '_> {
    /// The instance with this index, if it is one, and what it or the function comes from.
    fn get(&self, kind: ComponentExternalKind, index: u32) -> (Option<Rc<Instance>>, Origins) {
        match kind {
            ComponentExternalKind::Instance => {
                let instance = self
                    .instances
                    .get(index as usize)
                    .cloned()
                    .unwrap_or_default();
                let all = instance.all.clone();
                (Some(instance), all)
            }
            ComponentExternalKind::Func => (
                None,
                self.functions
                    .get(index as usize)
                    .cloned()
                    .unwrap_or_default(),
            ),
            _ => (None, Origins::default()),
        }
    }

    /// Adds an item.
    fn push(&mut self, kind: ComponentExternalKind, origins: Origins) {
        match kind {
            ComponentExternalKind::Instance => {
                self.instances.push(Rc::new(Instance::whole(origins)));
            }
            ComponentExternalKind::Func => self.functions.push(origins),
            ComponentExternalKind::Component => self.components.push(None),
            _ => {}
        }
    }
}

/// The names that a component gives to what is in it.
#[derive(Default)]
struct Names<'a> {
    own: Option<&'a str>,
    components: BTreeMap<u32, &'a str>,
    modules: BTreeMap<u32, &'a str>,
}

impl<'a> Names<'a> {
    /// Reads them; what is damaged has none.
    fn read(component: &Component<'a>) -> Self {
        let mut names = Self::default();
        let sections = component
            .customs
            .iter()
            .filter(|(name, _)| *name == "component-name");
        for (_, data) in sections {
            for part in ComponentNameSectionReader::new(BinaryReader::new(data, 0)).flatten() {
                let all = |map: wasmparser::NameMap<'a>| {
                    map.into_iter().flatten().map(|it| (it.index, it.name))
                };
                match part {
                    ComponentName::Component { name, .. } => names.own = Some(name),
                    ComponentName::Components(map) => names.components.extend(all(map)),
                    ComponentName::CoreModules(map) => names.modules.extend(all(map)),
                    _ => {}
                }
            }
        }
        names
    }
}
