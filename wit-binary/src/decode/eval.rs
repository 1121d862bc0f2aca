//! Looking at the items of a component one after the other: which types, functions and instances there are, and which
//! of them are the same.
//!
//! Only what this needs is checked. Templates are evaluated each time they are used, within a budget.

use super::externs::{Sides, add, plain};
use super::found::{
    Declarations, Entity, Extern, ExternItem, Externs, Func, InstanceId, SpacesId, Template,
    TypeItem,
};
use super::lookup::Evaluator;
use crate::error::{missing, not_a_component, too_complex};
use crate::parse::{ParsedComponent, ParsedItem};
use wasmparser::{
    ComponentAlias, ComponentDefinedType, ComponentExport, ComponentExternName, ComponentInstance,
    ComponentOuterAliasKind, ComponentType, ComponentTypeDeclaration, ComponentTypeRef,
    InstanceTypeDeclaration, TypeBounds,
};
use witc_type_section::Result;

/// How deep templates may use one another.
// The depth to which wasmparser's validator lets component types nest. It bounds the recursion of `evaluate`.
const MAX_DEPTH: usize = 100;

impl<'a> Evaluator<'a> {
    /// The imports and exports of the outermost component.
    pub(crate) fn root(&mut self, component: &'a ParsedComponent<'a>) -> Result<Sides<'a>> {
        let scope = self.graph.add_scope(None);
        let mut world = Sides::default();
        self.component(component, scope, None, &mut world)?;
        Ok(world)
    }

    /// The imports and exports of a template when it is used: with `args` for its imports, or with imports that have
    /// just the types that it says.
    pub(crate) fn evaluate(
        &mut self,
        template: Template<'a>,
        args: Option<&Externs<'a>>,
    ) -> Result<Sides<'a>> {
        if self.depth == MAX_DEPTH {
            return Err(too_complex("types in it are nested too deep"));
        }
        self.depth += 1;
        // Each use gets index spaces of its own, because the resources in them are others each time (Binary.md,
        // "Type Definitions": `sub resource` is a fresh type).
        let scope = self.graph.add_scope(Some(template.scope));
        let mut world = Sides::default();
        match template.declarations {
            Declarations::Instance(declarations) => {
                self.instance_type(declarations, scope, &mut world)?;
            }
            Declarations::ComponentType(declarations) => {
                self.component_type(declarations, scope, args, &mut world)?;
            }
            Declarations::Component(component) => {
                self.component(component, scope, args, &mut world)?;
            }
        }
        // An error ends the whole evaluation, so the depth matters only after success.
        self.depth -= 1;
        Ok(world)
    }

    fn instance_type(
        &mut self,
        declarations: &'a [InstanceTypeDeclaration<'a>],
        scope: SpacesId,
        world: &mut Sides<'a>,
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
        scope: SpacesId,
        args: Option<&Externs<'a>>,
        world: &mut Sides<'a>,
    ) -> Result<()> {
        for declaration in declarations {
            self.spend(1)?;
            match declaration {
                // Core types are for core modules, which no world has.
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
        component: &'a ParsedComponent<'a>,
        scope: SpacesId,
        args: Option<&Externs<'a>>,
        world: &mut Sides<'a>,
    ) -> Result<()> {
        for item in &component.items {
            self.spend(1)?;
            match item {
                ParsedItem::Type(ty) => self.ty(ty, scope)?,
                ParsedItem::Alias(alias) => self.alias(alias, scope)?,
                ParsedItem::Import(import) => {
                    self.import(&import.name, &import.ty, scope, args, &mut world.imports)?;
                }
                ParsedItem::Instance(instance) => {
                    let instance = self.instance(instance, scope)?;
                    self.graph.scope_mut(scope).instances.push(instance);
                }
                ParsedItem::Lift(ty) => {
                    // The declared type is all that the outside sees of a lifted function.
                    let function = self.func_type(scope, *ty)?;
                    self.graph.scope_mut(scope).funcs.push(function);
                }
                ParsedItem::Export(export) => self.export(export, scope, &mut world.exports)?,
                ParsedItem::Component(inner) => {
                    // A component inside counts only where it is instantiated, and then with its arguments.
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

    fn ty(&mut self, ty: &'a ComponentType<'a>, scope: SpacesId) -> Result<()> {
        let at = self.here(scope);
        let item = match ty {
            ComponentType::Defined(defined) => {
                // A template repeats its types at each use, with all their parts.
                self.spend(parts(defined))?;
                TypeItem::Value(self.graph.add_entity(Entity::Defined(defined, at)))
            }
            ComponentType::Func(ty) => TypeItem::Func(Func { ty, at }),
            // These are looked at when they are used: only then is it known which resources are in them.
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

    fn alias(&mut self, alias: &ComponentAlias<'a>, scope: SpacesId) -> Result<()> {
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
            // Core items have index spaces of their own, from which no type can be told.
            ComponentAlias::CoreInstanceExport { .. } => {}
            ComponentAlias::Outer { kind, count, index } => {
                // The walk ends at the outermost component, so a huge count in a damaged binary costs nothing.
                let outer = (0..count).try_fold(scope, |scope, _| self.graph.scope(scope).parent);
                let outer = outer.ok_or_else(|| missing("a component around it"))?;
                match kind {
                    ComponentOuterAliasKind::CoreModule | ComponentOuterAliasKind::CoreType => {}
                    ComponentOuterAliasKind::Type => {
                        let item = self.type_item(outer, index)?;
                        // An alias adds an index, and no type: it is the same entity.
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
        scope: SpacesId,
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
        scope: SpacesId,
        args: Option<&Externs<'a>>,
        externs: &mut Externs<'a>,
    ) -> Result<()> {
        let given = args
            .and_then(|args| args.get(name.name))
            .map(|arg| arg.item);
        // The declared type of a function is as good as that of the argument, and its indices mean the types that are
        // given, because those were imported before it. An argument of another sort no validator lets pass.
        let fits = |given: &ExternItem<'a>| given.func().is_none() && given.kind() == ty.kind();
        let item = match given.filter(fits) {
            Some(given) => given,
            None => self.fresh(ty, scope)?,
        };
        self.push(scope, item)?;
        add(externs, name, item)
    }

    /// A new item of a declared type.
    fn fresh(&mut self, ty: &ComponentTypeRef, scope: SpacesId) -> Result<ExternItem<'a>> {
        Ok(match *ty {
            ComponentTypeRef::Func(index) => ExternItem::Func(self.func_type(scope, index)?),
            ComponentTypeRef::Type(TypeBounds::Eq(index)) => {
                let item = self.type_item(scope, index)?;
                ExternItem::Type(self.named(item))
            }
            ComponentTypeRef::Type(TypeBounds::SubResource) => {
                ExternItem::Type(TypeItem::Value(self.graph.add_entity(Entity::Resource)))
            }
            ComponentTypeRef::Instance(index) => {
                let TypeItem::Instance(template) = self.type_item(scope, index)? else {
                    return Err(missing("an instance type"));
                };
                // Every instance of a type has resources of its own, so the template is evaluated for each.
                let world = self.evaluate(template, None)?;
                ExternItem::Instance(self.graph.add_instance(world.exports))
            }
            ComponentTypeRef::Component(index) => {
                let TypeItem::Component(template) = self.type_item(scope, index)? else {
                    return Err(missing("a component type"));
                };
                ExternItem::Component(template)
            }
            ComponentTypeRef::Module(_) => ExternItem::Module,
            ComponentTypeRef::Value(_) => ExternItem::Value,
        })
    }

    /// The same type under a new name.
    // Only value types and resources are told apart by identity, so only they get a new one.
    fn named(&mut self, item: TypeItem<'a>) -> TypeItem<'a> {
        match item {
            TypeItem::Value(id) => TypeItem::Value(self.graph.add_entity(Entity::Named(id))),
            TypeItem::Func(_) | TypeItem::Component(_) | TypeItem::Instance(_) => item,
        }
    }

    fn export(
        &mut self,
        export: &ComponentExport<'a>,
        scope: SpacesId,
        externs: &mut Externs<'a>,
    ) -> Result<()> {
        // An export adds an item of its own, and only that has the name (Explainer.md, "External Visibility of
        // Types").
        let mut item = match self.item_at(scope, export.kind, export.index)? {
            ExternItem::Type(ty) => ExternItem::Type(self.named(ty)),
            item @ (ExternItem::Func(_)
            | ExternItem::Instance(_)
            | ExternItem::Component(_)
            | ExternItem::Module
            | ExternItem::Value) => item,
        };
        // The other ascriptions neither rename anything nor leave anything out.
        if let Some(ComponentTypeRef::Func(index)) = export.ty {
            // An ascribed type says the same in terms of types that have names by then.
            item = ExternItem::Func(self.func_type(scope, index)?);
        } else if let Some(ty @ ComponentTypeRef::Instance(_)) = export.ty
            && let Some(instance) = item.instance()
        {
            let declared = self.fresh(&ty, scope)?.instance();
            let declared = declared.ok_or_else(|| missing("an instance type"))?;
            item = ExternItem::Instance(self.declared_part(instance, declared)?);
        }
        self.push(scope, item)?;
        add(externs, &export.name, item)
    }

    /// An instance without the exports that its declared type leaves out. Those that stay are its own, because the types
    /// that `fresh` makes are not the same as those of the instance.
    fn declared_part(&mut self, instance: InstanceId, declared: InstanceId) -> Result<InstanceId> {
        // The copy takes time and space by the number of exports.
        self.spend(self.graph.instance(instance).len())?;
        let declared = self.graph.instance(declared);
        let mut exports = self.graph.instance(instance).clone();
        exports.retain(|name, _| declared.contains_key(name));
        Ok(self.graph.add_instance(exports))
    }

    fn instance(
        &mut self,
        instance: &ComponentInstance<'a>,
        scope: SpacesId,
    ) -> Result<InstanceId> {
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
                            // Arguments have no attributes, and only their names are looked up.
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
    fn push(&mut self, scope: SpacesId, item: ExternItem<'a>) -> Result<()> {
        // Each entry can become a function of the result, which has as many parameters.
        if let Some(function) = item.func() {
            self.spend(function.ty.params.len())?;
        }
        let scope = self.graph.scope_mut(scope);
        match item {
            ExternItem::Func(function) => scope.funcs.push(function),
            ExternItem::Type(ty) => scope.types.push(ty),
            ExternItem::Instance(instance) => scope.instances.push(instance),
            ExternItem::Component(component) => scope.components.push(component),
            ExternItem::Module | ExternItem::Value => {}
        }
        Ok(())
    }
}

/// How many parts a type has, of those that may have many.
fn parts(ty: &ComponentDefinedType<'_>) -> usize {
    match ty {
        ComponentDefinedType::Record(fields) => fields.len(),
        ComponentDefinedType::Variant(cases) => cases.len(),
        ComponentDefinedType::Tuple(types) => types.len(),
        ComponentDefinedType::Flags(names) | ComponentDefinedType::Enum(names) => names.len(),
        ComponentDefinedType::Primitive(_)
        | ComponentDefinedType::List(_)
        | ComponentDefinedType::FixedLengthList(..)
        | ComponentDefinedType::Map(..)
        | ComponentDefinedType::Option(_)
        | ComponentDefinedType::Result { .. }
        | ComponentDefinedType::Own(_)
        | ComponentDefinedType::Borrow(_)
        | ComponentDefinedType::Future(_)
        | ComponentDefinedType::Stream(_) => 0,
    }
}
