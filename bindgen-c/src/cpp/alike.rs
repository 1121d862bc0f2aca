//! Types that fall together: interfaces that are written inline share a namespace, and two of them may have types of the
//! same name. Where those are made of the same, one declaration serves both.

use crate::cpp::context::Context;
use crate::cpp::order;
use heck::ToUpperCamelCase;
use std::collections::HashMap;
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::{Kind, Outline, OutlinePart};
use witc_resolve::{Type, TypeId};

/// A type in the module that declares it.
pub(crate) type Declaration = (ModuleId, TypeId);

/// The types that have namesakes in another module of the same namespace.
#[derive(Default)]
pub(crate) struct Alike {
    /// For a type that is made of the same as one before, the first of these.
    first: HashMap<Declaration, Declaration>,
    /// For a type that is made of something else than one before, that one.
    other: HashMap<Declaration, Declaration>,
}

impl Alike {
    /// Compares the types of modules that have the same path, in the order in which they are declared.
    pub(crate) fn new(context: Context<'_, '_>, paths: &[Vec<String>], order: &[ModuleId]) -> Self {
        let mut modules_at: HashMap<&[String], usize> = HashMap::new();
        for &module in order {
            *modules_at.entry(&paths[module.index()]).or_default() += 1;
        }
        let mut comparer = Comparer {
            context,
            alike: Self::default(),
            made: HashMap::new(),
        };
        let mut named: HashMap<(&[String], String), Namesakes<'_>> = HashMap::new();
        let resolve = context.modules.resolve;
        for &module in order {
            let path = &paths[module.index()][..];
            // What is in a header of the user's is not known.
            if modules_at[path] < 2 || !context.is_written(module) {
                continue;
            }
            for ty in order::types_in_order(context.modules, module) {
                let name = resolve.types[ty].name_or_empty().to_upper_camel_case();
                let namesakes = named.entry((path, name)).or_default();
                comparer.add((module, ty), namesakes);
            }
        }
        comparer.alike
    }

    /// The declaration that stands for this one; mostly itself.
    pub(crate) fn first(&self, declaration: Declaration) -> Declaration {
        self.first.get(&declaration).copied().unwrap_or(declaration)
    }

    /// The type of the same name in the same namespace from which this one differs.
    pub(crate) fn other(&self, declaration: Declaration) -> Option<Declaration> {
        self.other.get(&declaration).copied()
    }
}

/// What a type of C++ is known by.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Identity {
    /// A declaration that stands for itself.
    Declared(ModuleId, TypeId),
    /// The number of an outline of a type that is declared nowhere.
    Made(usize),
}

/// The types of one name in one namespace.
// Found by what they are made of: there may be as many as modules, and each would be compared with all others.
#[derive(Default)]
struct Namesakes<'p> {
    /// All, in order.
    all: Vec<Declaration>,
    /// The position of the first of each identity.
    identities: HashMap<Identity, usize>,
    /// The position of the first of each outline, where the outline is what makes the type.
    outlines: HashMap<Outline<'p, Identity>, usize>,
}

struct Comparer<'x, 'a> {
    context: Context<'x, 'a>,
    alike: Alike,
    /// The numbers of outlines.
    made: HashMap<Outline<'x, Identity>, usize>,
}

impl<'x> Comparer<'x, '_> {
    /// Enters a type whose parts are entered, among its namesakes.
    fn add(&mut self, new: Declaration, namesakes: &mut Namesakes<'x>) {
        let outline = self.is_made(new).then(|| self.outline_of(new));
        let identity = self.identity(new.0, Type::Id(new.1));
        let same = [
            namesakes.identities.get(&identity),
            outline
                .as_ref()
                .and_then(|outline| namesakes.outlines.get(outline)),
        ];
        if let Some(&same) = same.into_iter().flatten().min() {
            let first = self.alike.first(namesakes.all[same]);
            self.alike.first.insert(new, first);
        } else if let Some(&first) = namesakes.all.first() {
            self.alike.other.insert(new, first);
        }
        let position = namesakes.all.len();
        namesakes.all.push(new);
        // Once more: the type may have become another name of one before.
        let identity = self.identity(new.0, Type::Id(new.1));
        namesakes.identities.entry(identity).or_insert(position);
        if let Some(outline) = outline {
            namesakes.outlines.entry(outline).or_insert(position);
        }
    }

    /// Whether a declared type is the same as another one that is made of the same. Of resources each is another one,
    /// even if they have the same functions.
    fn is_made(&self, (_, id): Declaration) -> bool {
        let kind = &self.context.modules.resolve.types[id].kind;
        kind.is_nominal() && !kind.is_resource()
    }

    fn outline_of(&mut self, (module, id): Declaration) -> Outline<'x, Identity> {
        let plans = self.context.plans;
        self.outline(module, &plans[plans.of(Type::Id(id))].kind)
    }

    /// The identity of a type, aliases followed, as code of a module sees it.
    fn identity(&mut self, mut module: ModuleId, ty: Type) -> Identity {
        let modules = self.context.modules;
        let mut id = ty.id();
        while let Some(alias) = id
            && let Some(target) = modules.resolve.types[alias].kind.as_alias()
        {
            module = modules.home(module, alias).unwrap_or(module);
            id = target.id();
        }
        let nominal = id.filter(|&id| modules.resolve.types[id].kind.is_nominal());
        if let Some(id) = nominal {
            return self.declared(module, id);
        }
        let plans = self.context.plans;
        let kind = &plans[plans.of(id.map_or(modules.resolve.dealias(ty), Type::Id))].kind;
        let module = id.and_then(|id| modules.home(module, id)).unwrap_or(module);
        let outline = self.outline(module, kind);
        let number = self.made.len();
        Identity::Made(*self.made.entry(outline).or_insert(number))
    }

    fn declared(&self, module: ModuleId, id: TypeId) -> Identity {
        let home = self.context.modules.home(module, id).unwrap_or(module);
        let (module, id) = self.alike.first((home, id));
        Identity::Declared(module, id)
    }

    fn outline(&mut self, module: ModuleId, kind: &'x Kind) -> Outline<'x, Identity> {
        Outline::new(kind, |part| match part {
            OutlinePart::Value(part) => self.identity(module, part.ty),
            OutlinePart::Resource(definition) => self.declared(module, definition),
        })
    }
}
