//! Facts about a whole model that many rules ask for, collected in one pass.

use crate::shape::shape;
use witc_resolve::{Function, Handle, Resolve, Type, TypeDefKind, TypeId};

/// What is known of each type, by its index.
pub(crate) struct Facts {
    /// Whether something is made of the type, or names it.
    used: Vec<bool>,
    /// Whether a function of any kind passes an owned or borrowed handle of the resource on.
    passed: Vec<bool>,
    /// What a type is when it is written out.
    weights: Vec<Weight>,
    /// Whether a type, without those that it names, is of a shape that rules look at.
    odd: Vec<bool>,
}

/// What a type is when all names in it are written out; more than a number holds counts as its largest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    /// At least as many core values as stand for one when it is passed flat.
    pub(crate) flat: u32,
    /// The nodes of its tree.
    pub(crate) nodes: u64,
}

impl Weight {
    const ONE: Self = Self { flat: 1, nodes: 1 };

    fn and(self, other: Self) -> Self {
        Self {
            flat: self.flat.saturating_add(other.flat),
            nodes: self.nodes.saturating_add(other.nodes),
        }
    }

    /// That of one or the other.
    fn or(self, other: Self) -> Self {
        Self {
            flat: self.flat.max(other.flat),
            nodes: self.nodes.saturating_add(other.nodes),
        }
    }

    /// That of something that keeps these elsewhere, and needs so many values itself.
    fn elsewhere(self, flat: u32) -> Self {
        Self {
            flat,
            nodes: self.nodes.saturating_add(1),
        }
    }
}

impl Facts {
    pub(crate) fn new(resolve: &Resolve) -> Self {
        let count = resolve.types.len();
        let mut facts = Self {
            used: vec![false; count],
            passed: vec![false; count],
            weights: Vec::with_capacity(count),
            odd: vec![false; count],
        };
        // A type comes after those that it is made of.
        for (id, ty) in resolve.types.iter() {
            ty.kind.for_each_type(&mut |part| facts.mark(part));
            let weight = facts.weigh(&ty.kind);
            facts.weights.push(weight);
            facts.odd[id.index()] = facts.is_kind_odd(resolve, &ty.kind);
        }
        for (_, function) in resolve.functions.iter() {
            facts.function(function);
        }
        facts.handles(resolve);
        facts
    }

    fn mark(&mut self, ty: Type) {
        if let Some(id) = ty.id() {
            self.used[id.index()] = true;
        }
    }

    fn weigh(&self, kind: &TypeDefKind) -> Weight {
        let of = |ty: Type| self.weight(ty);
        let all = |types: &mut dyn Iterator<Item = Type>| {
            types.map(of).fold(Weight::default(), Weight::and)
        };
        let any = |types: &mut dyn Iterator<Item = Type>| {
            types
                .map(of)
                .fold(Weight::default(), Weight::or)
                .and(Weight::ONE)
        };
        match kind {
            TypeDefKind::Alias(ty) => of(*ty),
            TypeDefKind::Record(record) => all(&mut record.fields.iter().map(|field| field.ty)),
            TypeDefKind::Tuple(tuple) => all(&mut tuple.types.iter().copied()),
            TypeDefKind::Variant(variant) => {
                any(&mut variant.cases.iter().filter_map(|case| case.ty))
            }
            TypeDefKind::Option(ty) => any(&mut std::iter::once(*ty)),
            TypeDefKind::Result(result) => any(&mut [result.ok, result.err].into_iter().flatten()),
            TypeDefKind::FixedLengthList(ty, length) => Weight {
                flat: of(*ty).flat.saturating_mul(*length),
                nodes: of(*ty).nodes.saturating_add(1),
            },
            TypeDefKind::List(ty) => of(*ty).elsewhere(2),
            TypeDefKind::Map(key, value) => of(*key).and(of(*value)).elsewhere(2),
            TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => {
                ty.map_or(Weight::ONE, of).elsewhere(1)
            }
            TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource
            | TypeDefKind::Handle(_) => Weight::ONE,
        }
    }

    /// Whether a kind is of a shape that rules look at, or has a part without a name that is.
    fn is_kind_odd(&self, resolve: &Resolve, kind: &TypeDefKind) -> bool {
        let mut odd = shape(resolve, kind).is_some();
        kind.for_each_type(&mut |part| {
            if let Some(id) = part.id().filter(|&id| resolve.types[id].named.is_none()) {
                odd |= self.odd[id.index()];
            }
        });
        odd
    }

    /// What a type is when it is written out.
    pub(crate) fn weight(&self, ty: Type) -> Weight {
        match ty.id() {
            Some(id) => self.weights.get(id.index()).copied().unwrap_or(Weight::ONE),
            // A string is a pointer and a length.
            None if ty.is_string() => Weight { flat: 2, nodes: 1 },
            None => Weight::ONE,
        }
    }

    /// Whether a type, without those that it names, is of a shape that rules look at.
    pub(crate) fn is_odd(&self, id: TypeId) -> bool {
        self.odd[id.index()]
    }

    fn function(&mut self, function: &Function) {
        for param in function.written_params() {
            self.mark(param.ty);
        }
        if let Some(result) = function.result {
            self.mark(result);
        }
    }

    /// Marks the resources of which somebody gets a handle.
    // A handle in a parameter counts as well: what takes one in an export is given it. Only `self` does not.
    fn handles(&mut self, resolve: &Resolve) {
        for (id, ty) in resolve.types.iter() {
            let Some(handle) = ty.kind.as_handle() else {
                continue;
            };
            if self.used[id.index()] && gives(resolve, handle) {
                self.passed[resolve.definition(handle.resource()).index()] = true;
            }
        }
        for (_, function) in resolve.functions.iter() {
            if function.kind.is_constructor()
                && let Some(resource) = function.kind.resource()
            {
                self.passed[resolve.definition(resource).index()] = true;
            }
        }
    }

    /// Whether something is made of a type, or names it.
    pub(crate) fn is_used(&self, id: TypeId) -> bool {
        self.used[id.index()]
    }

    /// Whether anybody can get a handle of a resource.
    pub(crate) fn is_obtainable(&self, id: TypeId) -> bool {
        self.passed[id.index()]
    }
}

/// Whether a handle may bring a resource to somebody who has none: an owned one, or one that is named in another interface
/// than the resource's own.
fn gives(resolve: &Resolve, handle: Handle) -> bool {
    match handle {
        Handle::Own(_) => true,
        Handle::Borrow(id) => {
            resolve.types[id].owner != resolve.types[resolve.definition(id)].owner
        }
    }
}
