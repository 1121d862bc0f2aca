//! Looking at the items of a component one after the other: which types, functions and instances there are, and which
//! of them are the same.
//!
//! Nothing is checked beyond what finding them needs. Templates are followed each time they are used, within a budget.

use super::Result;
use super::error::{missing, not_a_component, too_complex};
use super::graph::{
    Declarations, Entity, Extern, Externs, Func, Graph, InstanceId, Item, Place, ScopeId, Template,
    TypeItem,
};
use super::parse::{Component, Item as Parsed};
use wasmparser::{
    ComponentAlias, ComponentDefinedType, ComponentExport, ComponentExternName,
    ComponentExternalKind, ComponentInstance, ComponentOuterAliasKind, ComponentType,
    ComponentTypeDeclaration, ComponentTypeRef, InstanceTypeDeclaration, TypeBounds,
};

/// How deep templates may use one another.
const MAX_DEPTH: usize = 100;

/// How many items are looked at, at most, besides one per byte.
const MAX_ITEMS: usize = 1 << 20;

/// What a component or a type of one imports and exports.
#[derive(Debug, Default)]
pub(crate) struct World<'a> {
    pub(crate) imports: Externs<'a>,
    pub(crate) exports: Externs<'a>,
}

/// The one who looks.
#[derive(Debug)]
pub(crate) struct Evaluator<'a> {
    pub(crate) graph: Graph<'a>,
    budget: usize,
    depth: usize,
}

impl<'a> Evaluator<'a> {
    /// For a binary of so many bytes.
    pub(crate) fn new(bytes: usize) -> Self {
        Self {
            graph: Graph::default(),
            budget: bytes.saturating_add(MAX_ITEMS),
            depth: 0,
        }
    }

    /// What the outermost component imports and exports.
    pub(crate) fn root(&mut self, component: &'a Component<'a>) -> Result<World<'a>> {
        let scope = self.graph.add_scope(None);
        let mut world = World::default();
        self.component(component, scope, None, &mut world)?;
        Ok(world)
    }

    /// What a template imports and exports when it is used: with `args` for its imports, or with imports that have
    /// just the types that it says.
    pub(crate) fn evaluate(
        &mut self,
        template: Template<'a>,
        args: Option<&Externs<'a>>,
    ) -> Result<World<'a>> {
        if self.depth == MAX_DEPTH {
            return Err(too_complex("types in it are nested too deep"));
        }
        self.depth += 1;
        let scope = self.graph.add_scope(Some(template.scope));
        let mut world = World::default();
        match template.declarations {
            Declarations::Instance(declarations) => {
                self.instance_type(declarations, scope, &mut world)?
            }
            Declarations::ComponentType(declarations) => {
                self.component_type(declarations, scope, args, &mut world)?;
            }
            Declarations::Component(component) => {
                self.component(component, scope, args, &mut world)?
            }
        }
        self.depth -= 1;
        Ok(world)
    }

    fn spend(&mut self, items: usize) -> Result<()> {
        self.budget = self
            .budget
            .checked_sub(items)
            .ok_or_else(|| too_complex("its types refer to one another too often"))?;
        Ok(())
    }

    fn instance_type(
        &mut self,
        declarations: &'a [InstanceTypeDeclaration<'a>],
        scope: ScopeId,
        world: &mut World<'a>,
    ) -> Result<()> {
        for declaration in declarations {
            self.spend(1)?;
            match declaration {
                InstanceTypeDeclaration::CoreType(_) => {}
                InstanceTypeDeclaration::Type(ty) => self.ty(ty, scope)?,
                InstanceTypeDeclaration::Alias(alias) => self.alias(alias, scope)?,
                InstanceTypeDeclaration::Export { name, ty } => {
                    self.declared(name, ty, scope, &mut world.exports)?;
                }
            }
        }
        Ok(())
    }

    fn component_type(
        &mut self,
        declarations: &'a [ComponentTypeDeclaration<'a>],
        scope: ScopeId,
        args: Option<&Externs<'a>>,
        world: &mut World<'a>,
    ) -> Result<()> {
        for declaration in declarations {
            self.spend(1)?;
            match declaration {
                ComponentTypeDeclaration::CoreType(_) => {}
                ComponentTypeDeclaration::Type(ty) => self.ty(ty, scope)?,
                ComponentTypeDeclaration::Alias(alias) => self.alias(alias, scope)?,
                ComponentTypeDeclaration::Export { name, ty } => {
                    self.declared(name, ty, scope, &mut world.exports)?;
                }
                ComponentTypeDeclaration::Import(import) => {
                    self.import(&import.name, &import.ty, scope, args, &mut world.imports)?;
                }
            }
        }
        Ok(())
    }

    fn component(
        &mut self,
        component: &'a Component<'a>,
        scope: ScopeId,
        args: Option<&Externs<'a>>,
        world: &mut World<'a>,
    ) -> Result<()> {
        for item in &component.items {
            self.spend(1)?;
            match item {
                Parsed::Type(ty) => self.ty(ty, scope)?,
                Parsed::Alias(alias) => self.alias(alias, scope)?,
                Parsed::Import(import) => {
                    self.import(&import.name, &import.ty, scope, args, &mut world.imports)?;
                }
                Parsed::Instance(instance) => {
                    let instance = self.instance(instance, scope)?;
                    self.graph.scope_mut(scope).instances.push(instance);
                }
                Parsed::Lift(ty) => {
                    let function = self.func_type(scope, *ty)?;
                    self.graph.scope_mut(scope).funcs.push(function);
                }
                Parsed::Export(export) => self.export(export, scope, &mut world.exports)?,
                Parsed::Component(inner) => {
                    let declarations = Declarations::Component(inner);
                    self.graph.scope_mut(scope).components.push(Template {
                        declarations,
                        scope,
                    });
                }
            }
        }
        Ok(())
    }

    fn ty(&mut self, ty: &'a ComponentType<'a>, scope: ScopeId) -> Result<()> {
        let at = self.here(scope);
        let item = match ty {
            ComponentType::Defined(defined) => {
                self.spend(parts(defined))?;
                TypeItem::Value(self.graph.add_entity(Entity::Defined(defined, at)))
            }
            ComponentType::Func(ty) => TypeItem::Func(Func { ty, at }),
            ComponentType::Component(declarations) => {
                let declarations = Declarations::ComponentType(declarations);
                TypeItem::Component(Template {
                    declarations,
                    scope,
                })
            }
            ComponentType::Instance(declarations) => TypeItem::Instance(Template {
                declarations: Declarations::Instance(declarations),
                scope,
            }),
            ComponentType::Resource { .. } => {
                TypeItem::Value(self.graph.add_entity(Entity::Resource))
            }
        };
        self.graph.scope_mut(scope).types.push(item);
        Ok(())
    }

    fn here(&self, scope: ScopeId) -> Place {
        Place {
            scope,
            limit: self.graph.scope(scope).types.len(),
        }
    }

    fn alias(&mut self, alias: &ComponentAlias<'a>, scope: ScopeId) -> Result<()> {
        match *alias {
            ComponentAlias::InstanceExport {
                kind,
                instance_index,
                name,
            } => {
                let instance = self.instance_at(scope, instance_index)?;
                let export = self
                    .graph
                    .instance(instance)
                    .get(name)
                    .map(|export| export.item);
                let item = export
                    .ok_or_else(|| missing(format_args!("the export `{name}` of an instance")))?;
                if item.kind() != kind {
                    return Err(not_a_component(format_args!(
                        "`{name}` is not a {}",
                        kind.desc()
                    )));
                }
                self.push(scope, item)?;
            }
            ComponentAlias::CoreInstanceExport { .. } => {}
            ComponentAlias::Outer { kind, count, index } => {
                let outer = (0..count).try_fold(scope, |scope, _| self.graph.scope(scope).parent);
                let outer = outer.ok_or_else(|| missing("a component around it"))?;
                match kind {
                    ComponentOuterAliasKind::CoreModule | ComponentOuterAliasKind::CoreType => {}
                    ComponentOuterAliasKind::Type => {
                        let item = self.type_item(outer, index)?;
                        self.graph.scope_mut(scope).types.push(item);
                    }
                    ComponentOuterAliasKind::Component => {
                        let component = self
                            .graph
                            .scope(outer)
                            .components
                            .get(index as usize)
                            .copied();
                        let component = component.ok_or_else(|| missing("a component"))?;
                        self.graph.scope_mut(scope).components.push(component);
                    }
                }
            }
        }
        Ok(())
    }

    /// An import, or an export of a type: something of a declared type under a name.
    fn declared(
        &mut self,
        name: &ComponentExternName<'a>,
        ty: &ComponentTypeRef,
        scope: ScopeId,
        externs: &mut Externs<'a>,
    ) -> Result<()> {
        let item = self.fresh(ty, scope)?;
        self.push(scope, item)?;
        add(externs, name, item)
    }

    fn import(
        &mut self,
        name: &ComponentExternName<'a>,
        ty: &ComponentTypeRef,
        scope: ScopeId,
        args: Option<&Externs<'a>>,
        externs: &mut Externs<'a>,
    ) -> Result<()> {
        let given = args
            .and_then(|args| args.get(name.name))
            .map(|arg| arg.item);
        let item = match (given, ty) {
            // What its type says holds just as well, and is in terms of what is given.
            (Some(Item::Func(_)), ComponentTypeRef::Func(index)) => {
                Item::Func(self.func_type(scope, *index)?)
            }
            (Some(given), _) if given.kind() == ty.kind() => given,
            _ => self.fresh(ty, scope)?,
        };
        self.push(scope, item)?;
        add(externs, name, item)
    }

    /// Something new of a type.
    fn fresh(&mut self, ty: &ComponentTypeRef, scope: ScopeId) -> Result<Item<'a>> {
        Ok(match *ty {
            ComponentTypeRef::Func(index) => Item::Func(self.func_type(scope, index)?),
            ComponentTypeRef::Type(TypeBounds::Eq(index)) => {
                let item = self.type_item(scope, index)?;
                Item::Type(self.named(item))
            }
            ComponentTypeRef::Type(TypeBounds::SubResource) => {
                Item::Type(TypeItem::Value(self.graph.add_entity(Entity::Resource)))
            }
            ComponentTypeRef::Instance(index) => {
                let TypeItem::Instance(template) = self.type_item(scope, index)? else {
                    return Err(missing("an instance type"));
                };
                let world = self.evaluate(template, None)?;
                Item::Instance(self.graph.add_instance(world.exports))
            }
            ComponentTypeRef::Component(index) => {
                let TypeItem::Component(template) = self.type_item(scope, index)? else {
                    return Err(missing("a component type"));
                };
                Item::Component(template)
            }
            ComponentTypeRef::Module(_) => Item::Module,
            ComponentTypeRef::Value(_) => Item::Value,
        })
    }

    /// The same type under a new name.
    fn named(&mut self, item: TypeItem<'a>) -> TypeItem<'a> {
        match item {
            TypeItem::Value(id) => TypeItem::Value(self.graph.add_entity(Entity::Named(id))),
            other => other,
        }
    }

    fn export(
        &mut self,
        export: &ComponentExport<'a>,
        scope: ScopeId,
        externs: &mut Externs<'a>,
    ) -> Result<()> {
        let mut item = match self.item_at(scope, export.kind, export.index)? {
            Item::Type(ty) => Item::Type(self.named(ty)),
            item => item,
        };
        match (export.ty, item) {
            (Some(ComponentTypeRef::Func(index)), _) => {
                item = Item::Func(self.func_type(scope, index)?)
            }
            // An instance that is declared to have less than it has.
            (Some(ComponentTypeRef::Instance(index)), Item::Instance(instance)) => {
                let Item::Instance(declared) =
                    self.fresh(&ComponentTypeRef::Instance(index), scope)?
                else {
                    return Err(missing("an instance type"));
                };
                self.spend(self.graph.instance(instance).len())?;
                let declared = self.graph.instance(declared);
                let mut exports = self.graph.instance(instance).clone();
                exports.retain(|name, _| declared.contains_key(name));
                item = Item::Instance(self.graph.add_instance(exports));
            }
            _ => {}
        }
        self.push(scope, item)?;
        add(externs, &export.name, item)
    }

    fn instance(&mut self, instance: &ComponentInstance<'a>, scope: ScopeId) -> Result<InstanceId> {
        match instance {
            ComponentInstance::Instantiate {
                component_index,
                args,
            } => {
                let component = self
                    .graph
                    .scope(scope)
                    .components
                    .get(*component_index as usize)
                    .copied();
                let component = component.ok_or_else(|| missing("a component"))?;
                self.spend(args.len())?;
                let mut given = Externs::default();
                for arg in args {
                    let item = self.item_at(scope, arg.kind, arg.index)?;
                    given.insert(
                        arg.name,
                        Extern {
                            name: plain(arg.name),
                            item,
                        },
                    );
                }
                let world = self.evaluate(component, Some(&given))?;
                Ok(self.graph.add_instance(world.exports))
            }
            ComponentInstance::FromExports(exports) => {
                let mut externs = Externs::default();
                self.spend(exports.len())?;
                for export in exports {
                    let item = self.item_at(scope, export.kind, export.index)?;
                    add(&mut externs, &export.name, item)?;
                }
                Ok(self.graph.add_instance(externs))
            }
        }
    }

    /// Adds something to the index space of its kind.
    fn push(&mut self, scope: ScopeId, item: Item<'a>) -> Result<()> {
        if let Item::Func(function) = item {
            self.spend(function.ty.params.len())?;
        }
        let scope = self.graph.scope_mut(scope);
        match item {
            Item::Func(function) => scope.funcs.push(function),
            Item::Type(ty) => scope.types.push(ty),
            Item::Instance(instance) => scope.instances.push(instance),
            Item::Component(component) => scope.components.push(component),
            Item::Module | Item::Value => {}
        }
        Ok(())
    }

    fn item_at(&self, scope: ScopeId, kind: ComponentExternalKind, index: u32) -> Result<Item<'a>> {
        let spaces = self.graph.scope(scope);
        let at = index as usize;
        let item = match kind {
            ComponentExternalKind::Func => spaces.funcs.get(at).copied().map(Item::Func),
            ComponentExternalKind::Type => spaces.types.get(at).copied().map(Item::Type),
            ComponentExternalKind::Instance => {
                spaces.instances.get(at).copied().map(Item::Instance)
            }
            ComponentExternalKind::Component => {
                spaces.components.get(at).copied().map(Item::Component)
            }
            ComponentExternalKind::Module => Some(Item::Module),
            ComponentExternalKind::Value => Some(Item::Value),
        };
        item.ok_or_else(|| missing(format_args!("{} {index}", kind.desc())))
    }

    fn instance_at(&self, scope: ScopeId, index: u32) -> Result<InstanceId> {
        let instance = self.graph.scope(scope).instances.get(index as usize);
        instance
            .copied()
            .ok_or_else(|| missing(format_args!("instance {index}")))
    }

    fn type_item(&self, scope: ScopeId, index: u32) -> Result<TypeItem<'a>> {
        let item = self.graph.type_at(self.here(scope), index);
        item.ok_or_else(|| missing(format_args!("type {index}")))
    }

    fn func_type(&self, scope: ScopeId, index: u32) -> Result<Func<'a>> {
        match self.type_item(scope, index)? {
            TypeItem::Func(function) => Ok(function),
            _ => Err(missing(format_args!("function type {index}"))),
        }
    }
}

fn add<'a>(
    externs: &mut Externs<'a>,
    name: &ComponentExternName<'a>,
    item: Item<'a>,
) -> Result<()> {
    match externs.insert(name.name, Extern { name: *name, item }) {
        None => Ok(()),
        Some(_) => Err(not_a_component(format_args!(
            "the name `{}` is there twice",
            name.name
        ))),
    }
}

/// How many parts a type has, of those that may have many.
fn parts(ty: &ComponentDefinedType<'_>) -> usize {
    match ty {
        ComponentDefinedType::Record(fields) => fields.len(),
        ComponentDefinedType::Variant(cases) => cases.len(),
        ComponentDefinedType::Tuple(types) => types.len(),
        ComponentDefinedType::Flags(names) | ComponentDefinedType::Enum(names) => names.len(),
        _ => 0,
    }
}

fn plain(name: &str) -> ComponentExternName<'_> {
    ComponentExternName {
        name,
        implements: None,
        version_suffix: None,
        external_id: None,
    }
}
