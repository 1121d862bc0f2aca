//! The types of a world in the making: those that are declared, by what they stand for.

use crate::c::built_in::{built_in, built_in_ref};
use crate::c::names::{Prefixes, Symbols};
use crate::c::options::Options;
use crate::c::runtime::Helper;
use crate::c::strings::{self, Needs};
use crate::c::structure::Key;
use crate::c::tasks;
use crate::c::types::{ResourceRef, TypeRef, Types};
use std::collections::{HashMap, HashSet};
use witc_bindgen_core::{ModuleId, Modules};
use witc_canonical_abi::Plans;
use witc_resolve::{Type, TypeId};

/// The types of a world in the making.
pub(crate) struct Interner<'a> {
    pub(crate) types: Types<'a>,
    pub(crate) symbols: Symbols,
    pub(crate) resource_of: HashMap<(ModuleId, TypeId), ResourceRef>,
    pub(crate) defined: HashMap<(ModuleId, TypeId), TypeRef>,
    pub(crate) anonymous: HashMap<Key, TypeRef>,
    /// The anonymous types of imports that exports use under the name that they have there.
    pub(crate) shared_with_exports: HashSet<TypeRef>,
    /// The types of C that are known, by the module that sees them.
    pub(crate) known: HashMap<(ModuleId, TypeId), TypeRef>,
}

impl<'a> Interner<'a> {
    /// The built-in types alone.
    pub(crate) fn new(
        modules: &'a Modules<'a>,
        plans: &'a Plans,
        prefixes: &'a Prefixes,
        options: &Options,
    ) -> Self {
        let needs = Needs::new(modules, plans, options);
        let all = built_in(plans, &prefixes.world);
        // Reserved before any type is named: the texts of the runtime have these names in them and cannot give way.
        let reserved = strings::names(needs, prefixes, options).into_iter();
        let reserved = reserved.chain(tasks::names(needs, prefixes));
        // All of them: which ones a world needs shows only when its functions are written.
        let helpers = Helper::ALL.into_iter().map(Helper::name);
        Self {
            types: Types {
                resolve: modules.resolve,
                modules,
                plans,
                prefixes,
                needs,
                built_in: all.len(),
                all,
                resources: Vec::new(),
                channels: Vec::new(),
            },
            symbols: Symbols::new(reserved.chain(helpers.map(str::to_owned))),
            resource_of: HashMap::new(),
            defined: HashMap::new(),
            anonymous: HashMap::new(),
            shared_with_exports: HashSet::new(),
            known: HashMap::new(),
        }
    }

    /// The type of C for a type that is declared, as code of a module sees it.
    pub(crate) fn declared(&self, from: ModuleId, ty: Type) -> TypeRef {
        built_in_ref(ty).unwrap_or_else(|id| self.known[&(from, id)])
    }

    /// A name for a type, without the `_t` at its end: what the names of its functions begin with.
    pub(crate) fn take_type(&mut self, base: &str) -> String {
        self.symbols.take_type(base)
    }
}
