//! Which types are the same in C++: records and the like are what they are called, all others what they are made of.

use crate::cpp::context::Context;
use crate::cpp::names::Names;
use std::collections::HashMap;
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::{Kind, Outline, OutlinePart};
use witc_resolve::{Type, TypeId};

/// A number for each type of C++.
pub(crate) struct Identities<'x, 'a> {
    context: Context<'x, 'a>,
    names: &'x Names,
    /// The numbers of types of WIT, as code of a module sees them.
    known: HashMap<(ModuleId, TypeId), usize>,
    numbers: HashMap<Identity<'x>, usize>,
}

/// What a type of C++ is known by.
#[derive(PartialEq, Eq, Hash)]
enum Identity<'x> {
    /// A declaration that stands for itself.
    Declared(ModuleId, TypeId),
    /// Of what it is made.
    Made(Outline<'x, usize>),
}

impl<'x, 'a> Identities<'x, 'a> {
    pub(crate) fn new(context: Context<'x, 'a>, names: &'x Names) -> Self {
        Self {
            context,
            names,
            known: HashMap::new(),
            numbers: HashMap::new(),
        }
    }

    /// The number of a type, as code of a module sees it.
    pub(crate) fn of(&mut self, module: ModuleId, ty: Type) -> usize {
        let Some(id) = ty.id() else {
            return self.made(module, self.kind(ty));
        };
        // Types hold others several times, and those in turn.
        if let Some(&number) = self.known.get(&(module, id)) {
            return number;
        }
        let resolve = self.context.modules.resolve;
        let home = self.context.modules.home(module, id).unwrap_or(module);
        let kind = &resolve.types[id].kind;
        let number = if let Some(target) = kind.as_alias() {
            self.of(home, target)
        } else if kind.is_nominal() {
            self.declared(home, id)
        } else {
            self.made(module, self.kind(ty))
        };
        self.known.insert((module, id), number);
        number
    }

    fn kind(&self, ty: Type) -> &'x Kind {
        let plans = self.context.plans;
        &plans[plans.of(ty)].kind
    }

    fn made(&mut self, module: ModuleId, kind: &'x Kind) -> usize {
        let outline = Outline::new(kind, |part| match part {
            OutlinePart::Value(part) => self.of(module, part.ty),
            OutlinePart::Resource(definition) => {
                let home = self.context.modules.home(module, definition);
                self.declared(home.unwrap_or(module), definition)
            }
        });
        self.number(Identity::Made(outline))
    }

    fn declared(&mut self, home: ModuleId, id: TypeId) -> usize {
        let (module, id) = self.names.alike.first((home, id));
        self.number(Identity::Declared(module, id))
    }

    fn number(&mut self, identity: Identity<'x>) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(identity).or_insert(next)
    }
}
