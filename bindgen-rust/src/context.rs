//! Everything that is known about a world before anything is written: its model, its names, and facts about its types.

use crate::alike::Alike;
use crate::merge::Merged;
use crate::model::Model;
use crate::module_names::{Declaration, MockNames, Names};
use crate::options::Ownership;
use crate::plain;
use crate::shape::Shape;
use crate::usage::{Uses, Way};
use std::collections::HashSet;
use std::ops::Deref;
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::{MAX_FLAT_PARAMS, Plan};
use witc_resolve::{Function, Type, TypeId};

/// Everything that is known about a world. Nothing in it changes while the output is written.
pub(crate) struct Context<'a> {
    model: Model<'a>,
    names: Names,
    plain: Vec<bool>,
    /// For each plan whether lowering writes lists or maps anew.
    scratch: Vec<bool>,
    /// For each plan whether it has borrowed handles of resources that the world doesn't export.
    lends: Vec<bool>,
    /// For each plan whether it has error contexts.
    error_contexts: Vec<bool>,
    /// The declarations that stand for others of the same structure.
    pub(crate) merged: Merged,
    /// The uses of types that have no declaration.
    alike: Alike,
}

/// A context answers all that its model does: what is decided here depends on it, and whoever writes needs both.
impl<'a> Deref for Context<'a> {
    type Target = Model<'a>;

    fn deref(&self) -> &Model<'a> {
        &self.model
    }
}

impl<'a> Context<'a> {
    pub(crate) fn new(model: Model<'a>) -> Self {
        let plain = plain::find(&model);
        // The facts are found for all plans at once: they are asked for at every use of a type, and
        // as plans come after those of their parts, one pass is enough.
        let scratch = plain::find_anew(&model.plans, &plain);
        let lends = plain::find_lending(&model.plans, |resource| !model.exports_resource(resource));
        let error_contexts = plain::find_error_contexts(&model.plans);
        let merged = Merged::new(&model);
        let alike = Alike::new(&model);
        let mut this = Self {
            model,
            names: Names::default(),
            plain,
            scratch,
            lends,
            error_contexts,
            merged,
            alike,
        };
        while this.spread() {
            this.merged = Merged::new(&this.model);
            this.alike = Alike::new(&this.model);
        }
        // Only now is it known which types need two names.
        this.names = Names::new(&this.model, &|module, id| this.twice(module, id));
        this
    }

    /// Enters the uses that types share with those of the same structure as uses of their own, so that what they are made of
    /// has them as well; tells whether there were any new ones.
    fn spread(&mut self) -> bool {
        let mut found = Vec::new();
        for (module, id) in self.types_in_sight() {
            // What an alias stands for has uses of its own.
            if self.alias(id).is_some() {
                continue;
            }
            let home = self.modules.home(module, id).unwrap_or(module);
            let side = self.modules[home].direction;
            let (uses, own) = (self.uses(module, id), self.own_uses(side, id));
            let ways = [
                (uses.owned && !own.owned, Way::Owned),
                (uses.borrowed && !own.borrowed, Way::Borrowed),
            ];
            let new = ways.into_iter().filter(|(is_new, _)| *is_new);
            found.extend(new.map(|(_, way)| (side, id, way)));
        }
        let mut is_new = false;
        for (side, id, way) in found {
            is_new |= self.model.mark(side, id, way);
        }
        is_new
    }

    /// All types that modules declare, and those without a name that they see.
    fn types_in_sight(&self) -> Vec<(ModuleId, TypeId)> {
        let mut all = Vec::new();
        let mut seen = HashSet::new();
        for (module, content) in self.modules.iter() {
            let functions = content.functions.iter().copied();
            let exports = self.modules.world_exports.iter().copied();
            let exports = exports.filter(|_| module == self.modules.root());
            let mut pending: Vec<TypeId> = functions.chain(exports).flat_map(mentioned).collect();
            pending.extend(&content.types);
            while let Some(id) = pending.pop() {
                let def = &self.resolve.types[id];
                let is_own = def.name().is_none() || self.modules.home(module, id) == Some(module);
                if is_own && seen.insert((module, id)) {
                    all.push((module, id));
                    def.kind.for_each_type(&mut |ty| pending.extend(ty.id()));
                }
            }
        }
        all
    }

    /// The modules of the output, from its root, in which a module is.
    pub(crate) fn path(&self, id: ModuleId) -> &[String] {
        self.names.path(id)
    }

    /// The way from a module to the root of the output: `super::super::`.
    pub(crate) fn to_root(&self, from: ModuleId) -> String {
        self.names.to_root(from)
    }

    /// The way from one module to another, with `::` after it; nothing if they are the same.
    pub(crate) fn way(&self, from: ModuleId, to: ModuleId) -> String {
        self.names.way(from, to)
    }

    /// A scope for further functions of a module.
    pub(crate) fn values(&self, id: ModuleId) -> witc_bindgen_core::NameScope {
        self.names.values(id)
    }

    /// The name of a function within its module or resource.
    pub(crate) fn function_name(&self, id: ModuleId, function: &Function) -> String {
        self.names.function(id, function)
    }

    /// The name that a type with one declaration has in the module where it is declared.
    pub(crate) fn type_name(&self, module: ModuleId, id: TypeId) -> String {
        self.declared_name(module, id, Declaration::Only)
    }

    /// The name of a declaration of a type in the module where it is declared.
    pub(crate) fn declared_name(
        &self,
        module: ModuleId,
        id: TypeId,
        declaration: Declaration,
    ) -> String {
        self.names.ty(&self.model, module, id, declaration)
    }

    /// The name of the trait of what an exported resource of a module is made of.
    pub(crate) fn guest_name(&self, module: ModuleId, id: TypeId) -> String {
        self.names.guest(&self.model, module, id)
    }

    /// The name of the type of borrowed handles of an exported resource of a module.
    pub(crate) fn borrow_name(&self, module: ModuleId, id: TypeId) -> String {
        self.names.borrow(&self.model, module, id)
    }

    /// The names of what stands in for the imports of a module in tests on the host, if that is asked for.
    pub(crate) fn mock_names(&self, id: ModuleId) -> Option<&MockNames> {
        self.names.mock(id)
    }

    /// The way to write a name of the prelude in a module: as it is, unless a type of the module has the same name.
    pub(crate) fn prelude(&self, module: ModuleId, name: &str) -> String {
        self.names.prelude(module, name)
    }

    /// Whether Rust lays out the owned form of a type just as the canonical ABI does.
    pub(crate) fn is_plain(&self, ty: Type) -> bool {
        self.plain[self.plan_id(ty).index()]
    }

    /// Whether lowering a value of a type writes lists or maps anew.
    pub(crate) fn needs_scratch(&self, ty: Type) -> bool {
        self.scratch[self.plan_id(ty).index()]
    }

    /// Whether values of a type hold borrowed handles of imported resources, as an export of this module gets them.
    pub(crate) fn lends(&self, module: ModuleId, ty: Type) -> bool {
        if !self.facts(ty).borrows {
            return false;
        }
        // In a module of exports, borrowed handles of the world's own resources are
        // representations, which nobody drops.
        !self.modules[module].role.is_implemented() || self.lends[self.plan_id(ty).index()]
    }

    /// Whether values of a type have error contexts, whose handles stay with whoever passes them.
    pub(crate) fn has_error_context(&self, ty: Type) -> bool {
        self.error_contexts[self.plan_id(ty).index()]
    }

    /// The uses of a type, as seen from a module, under all of its names. Types without a declaration share the uses of all types
    /// of the same structure.
    pub(crate) fn uses(&self, from: ModuleId, id: TypeId) -> Uses {
        let plan = self.plan_id(Type::Id(id));
        let Some(home) = self.modules.home(from, id) else {
            return self.alike.of_plan(self.modules[from].direction, plan);
        };
        let side = self.modules[home].direction;
        let own = self
            .merged
            .uses(home, id)
            .unwrap_or_else(|| self.own_uses(side, id));
        // An alias of a list is that list to Rust, so it is used in every way that any list of the
        // structure is.
        if !plain::is_declared(&self.plans[plan].kind) {
            return own | self.alike.of_plan(side, plan);
        }
        match self.alias(id) {
            Some(target) => own | self.uses(home, target),
            None => own | self.alike.of_declared(side, id, plan),
        }
    }

    /// Whether a type exists twice: as `NameParam<'a>` and as `NameResult`.
    pub(crate) fn twice(&self, from: ModuleId, id: TypeId) -> bool {
        if self.options.ownership != Ownership::BorrowingDuplicateIfNecessary {
            return false;
        }
        let uses = self.uses(from, id);
        let facts = self.facts(Type::Id(id));
        // Without memory there is nothing to borrow, and owned handles are given away with the
        // value: neither has a second form.
        (uses.borrowed && uses.owned && facts.heap && !facts.owns) && self.refers(id)
    }

    /// Whether a tuple is read and written by functions of its own, rather than part by part wherever it occurs.
    pub(crate) fn is_large_tuple(&self, ty: Type) -> bool {
        let plan = self.plan(ty);
        let (mut parts, mut nested) = (0, false);
        plan.kind.for_each_part(&mut |part| {
            parts += 1;
            nested |= Shape::of(&self.plans[part.plan].kind).is_tuple();
        });
        // What goes in flat values is small. Tuples of tuples would be twice as much code with each level.
        plan.flat.is_none() && (nested || parts > MAX_FLAT_PARAMS)
    }

    /// The plan of a type as long as the whole model lives.
    pub(crate) fn plan_of(&self, ty: Type) -> &Plan {
        self.model.plan(ty)
    }
}

/// The types that a function takes and gives, but for primitive ones.
fn mentioned(function: &Function) -> impl Iterator<Item = TypeId> {
    let types = function.params.iter().map(|param| param.ty);
    types.chain(function.result).filter_map(Type::id)
}
