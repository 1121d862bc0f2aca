//! All plans of a resolved package, made in one pass.

use crate::plan::{Bits, Case, Cases, Entry, Facts, Field, Int, Kind, Plan, PlanId, Scalar};
use crate::{Bitcast, Bytes, CoreType, FlatTypes, Layout};
use std::ops::Index;
use witc_resolve::{Handle, Map, Resolve, Type, TypeDefKind, TypeId};

/// The plans of all types of a [`Resolve`].
///
/// Made in time linear in the number of types, their fields and cases, however deeply they are nested.
#[derive(Clone, Debug)]
pub struct Plans {
    plans: Vec<Plan>,
    /// The plan of each type, by its index in the arena.
    of: Vec<PlanId>,
}

impl Plans {
    /// Plans all types.
    ///
    /// What is too large for the ABI gets saturated sizes; [`Plans::diagnose`] finds it.
    #[must_use]
    pub fn new(resolve: &Resolve) -> Self {
        let mut builder = Builder {
            resolve,
            plans: Vec::new(),
            of: Vec::new(),
            anonymous: Map::default(),
        };
        for (ty, kind) in PRIMITIVES {
            builder.add(ty, kind);
        }
        for id in resolve.types.ids() {
            let plan = builder.plan(id);
            builder.of.push(plan);
        }
        Self {
            plans: builder.plans,
            of: builder.of,
        }
    }

    /// The plan of a type, aliases followed. Where a resource is named it is the plan of an owned handle.
    #[must_use]
    pub fn of(&self, ty: Type) -> PlanId {
        primitive(ty).unwrap_or_else(|id| self.of[id.index()])
    }

    /// All plans with their ids; a plan comes after those that it is made of.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (PlanId, &Plan)> + ExactSizeIterator {
        self.plans
            .iter()
            .enumerate()
            .map(|(index, plan)| (PlanId(index as u32), plan))
    }

    /// The layout of values of these types one behind the other, as in a tuple, with the offset of each.
    #[must_use]
    pub fn tuple_layout(&self, types: impl IntoIterator<Item = Type>) -> (Layout, Vec<Bytes>) {
        Layout::record(types.into_iter().map(|ty| self[self.of(ty)].layout))
    }
}

impl Index<PlanId> for Plans {
    type Output = Plan;

    fn index(&self, id: PlanId) -> &Plan {
        &self.plans[id.index()]
    }
}

/// The primitive types, with the plans that stand first; [`primitive`] knows their order.
const PRIMITIVES: [(Type, Kind); 14] = [
    (Type::Bool, Kind::Scalar(Scalar::Bool)),
    (Type::U8, Kind::Scalar(Scalar::U8)),
    (Type::U16, Kind::Scalar(Scalar::U16)),
    (Type::U32, Kind::Scalar(Scalar::U32)),
    (Type::U64, Kind::Scalar(Scalar::U64)),
    (Type::S8, Kind::Scalar(Scalar::S8)),
    (Type::S16, Kind::Scalar(Scalar::S16)),
    (Type::S32, Kind::Scalar(Scalar::S32)),
    (Type::S64, Kind::Scalar(Scalar::S64)),
    (Type::F32, Kind::Scalar(Scalar::F32)),
    (Type::F64, Kind::Scalar(Scalar::F64)),
    (Type::Char, Kind::Scalar(Scalar::Char)),
    (Type::String, Kind::String),
    (Type::ErrorContext, Kind::ErrorContext),
];

/// The plan of a primitive type, or the id of what is not one.
fn primitive(ty: Type) -> Result<PlanId, TypeId> {
    Ok(PlanId(match ty {
        Type::Bool => 0,
        Type::U8 => 1,
        Type::U16 => 2,
        Type::U32 => 3,
        Type::U64 => 4,
        Type::S8 => 5,
        Type::S16 => 6,
        Type::S32 => 7,
        Type::S64 => 8,
        Type::F32 => 9,
        Type::F64 => 10,
        Type::Char => 11,
        Type::String => 12,
        Type::ErrorContext => 13,
        Type::Id(id) => return Err(id),
    }))
}

/// What tells anonymous types apart.
#[derive(PartialEq, Eq, Hash)]
enum Structure {
    Own(TypeId),
    Borrow(TypeId),
    Tuple(Box<[PlanId]>),
    Option(PlanId),
    Result(Option<PlanId>, Option<PlanId>),
    List(PlanId),
    FixedLengthList(PlanId, u32),
    Map(PlanId, PlanId),
    Future(Option<PlanId>),
    Stream(Option<PlanId>),
}

struct Builder<'a> {
    resolve: &'a Resolve,
    plans: Vec<Plan>,
    of: Vec<PlanId>,
    anonymous: Map<Structure, PlanId>,
}

impl Builder<'_> {
    /// The plan of a type whose parts are planned.
    fn plan(&mut self, id: TypeId) -> PlanId {
        let resolve = self.resolve;
        let ty = Type::Id(id);
        let structure = match &resolve.types[id].kind {
            TypeDefKind::Alias(target) => return self.known(*target),
            TypeDefKind::Record(record) => {
                let fields = record
                    .fields
                    .iter()
                    .map(|field| self.known(field.ty))
                    .collect();
                let (kind, layout, flat) = self.record(fields);
                return self.push(ty, Kind::Record(kind), layout, flat);
            }
            TypeDefKind::Variant(variant) => {
                let payloads = variant
                    .cases
                    .iter()
                    .map(|case| case.ty.map(|ty| self.known(ty)))
                    .collect();
                let (cases, layout, flat) = self.cases(payloads);
                return self.push(ty, Kind::Variant(cases), layout, flat);
            }
            TypeDefKind::Enum(cases) => {
                return self.add(ty, Kind::Enum(Int::discriminant(cases.cases.len())));
            }
            TypeDefKind::Flags(flags) => {
                return self.add(ty, Kind::Flags(Int::flags(flags.flags.len())));
            }
            TypeDefKind::Resource => Structure::Own(id),
            TypeDefKind::Handle(Handle::Own(id)) => Structure::Own(resolve.definition(*id)),
            TypeDefKind::Handle(Handle::Borrow(id)) => Structure::Borrow(resolve.definition(*id)),
            TypeDefKind::Tuple(tuple) => {
                Structure::Tuple(tuple.types.iter().map(|&ty| self.known(ty)).collect())
            }
            TypeDefKind::Option(some) => Structure::Option(self.known(*some)),
            TypeDefKind::Result(result) => {
                let known = |ty: Option<Type>| ty.map(|ty| self.known(ty));
                Structure::Result(known(result.ok), known(result.err))
            }
            TypeDefKind::List(element) => Structure::List(self.known(*element)),
            TypeDefKind::FixedLengthList(element, length) => {
                Structure::FixedLengthList(self.known(*element), *length)
            }
            TypeDefKind::Map(key, value) => Structure::Map(self.known(*key), self.known(*value)),
            TypeDefKind::Future(payload) => Structure::Future(payload.map(|ty| self.known(ty))),
            TypeDefKind::Stream(payload) => Structure::Stream(payload.map(|ty| self.known(ty))),
        };
        if let Some(&plan) = self.anonymous.get(&structure) {
            return plan;
        }
        let plan = self.anonymous_plan(ty, &structure);
        self.anonymous.insert(structure, plan);
        plan
    }

    fn known(&self, ty: Type) -> PlanId {
        primitive(ty).unwrap_or_else(|id| self.of[id.index()])
    }

    fn anonymous_plan(&mut self, ty: Type, structure: &Structure) -> PlanId {
        match structure {
            Structure::Own(id) => self.add(ty, Kind::Own(*id)),
            Structure::Borrow(id) => self.add(ty, Kind::Borrow(*id)),
            Structure::List(element) => self.add(ty, Kind::List(*element)),
            Structure::Future(payload) => self.add(ty, Kind::Future(*payload)),
            Structure::Stream(payload) => self.add(ty, Kind::Stream(*payload)),
            Structure::Tuple(types) => {
                let (fields, layout, flat) = self.record(types.to_vec());
                self.push(ty, Kind::Tuple(fields), layout, flat)
            }
            Structure::Option(some) => {
                let (cases, layout, flat) = self.cases(vec![None, Some(*some)]);
                self.push(ty, Kind::Option(cases), layout, flat)
            }
            Structure::Result(ok, err) => {
                let (cases, layout, flat) = self.cases(vec![*ok, *err]);
                self.push(ty, Kind::Result(cases), layout, flat)
            }
            Structure::FixedLengthList(element, length) => {
                let Plan { layout, flat, .. } = &self.plans[element.index()];
                let (layout, flat) = (
                    layout.repeated(*length),
                    flat.and_then(|flat| flat.repeated(*length)),
                );
                self.push(ty, Kind::FixedLengthList(*element, *length), layout, flat)
            }
            Structure::Map(key, value) => {
                let (fields, layout, _) = self.record(vec![*key, *value]);
                let entry = Entry {
                    key: fields[0],
                    value: fields[1],
                    layout,
                };
                self.push(
                    ty,
                    Kind::Map(entry),
                    Layout::SLICE,
                    Some(FlatTypes::slice()),
                )
            }
        }
    }

    fn record(&self, plans: Vec<PlanId>) -> (Box<[Field]>, Layout, Option<FlatTypes>) {
        let part = |plan: &PlanId| &self.plans[plan.index()];
        let (layout, offsets) = Layout::record(plans.iter().map(|plan| part(plan).layout));
        let flat = FlatTypes::concat(plans.iter().map(|plan| part(plan).flat));
        let mut next = 0;
        let fields = plans.iter().zip(offsets).map(|(&plan, offset)| {
            let slot = next;
            next += part(&plan).flat.map_or(0, |flat| flat.len());
            Field { plan, offset, slot }
        });
        (fields.collect(), layout, flat)
    }

    fn cases(&self, payloads: Vec<Option<PlanId>>) -> (Cases, Layout, Option<FlatTypes>) {
        let tag = Int::discriminant(payloads.len());
        let parts = || {
            payloads
                .iter()
                .flatten()
                .map(|plan| &self.plans[plan.index()])
        };
        let discriminant = Layout::natural(Bytes::same(tag.size()));
        let (layout, payload_offset) =
            Layout::variant(discriminant, parts().map(|plan| plan.layout));
        let flat = FlatTypes::variant(parts().map(|plan| plan.flat));
        let cases = payloads.iter().map(|&payload| Case {
            payload,
            casts: self.casts(payload, flat),
        });
        (
            Cases {
                tag,
                payload_offset,
                cases: cases.collect(),
            },
            layout,
            flat,
        )
    }

    fn casts(&self, payload: Option<PlanId>, whole: Option<FlatTypes>) -> Box<[Bitcast]> {
        let part = payload.and_then(|plan| self.plans[plan.index()].flat);
        let (Some(part), Some(whole)) = (part, whole) else {
            return Box::default();
        };
        let casts = part
            .iter()
            .zip(&whole[1..])
            .map(|(&value, &slot)| Bitcast::between(value, slot));
        // A slot is the join of all values that it carries, so that there always is a conversion.
        casts.map(|cast| cast.unwrap_or(Bitcast::Same)).collect()
    }

    /// Adds the plan of what has a fixed shape.
    fn add(&mut self, ty: Type, kind: Kind) -> PlanId {
        let (bytes, flat) = match &kind {
            Kind::Scalar(scalar) => (scalar.size(), FlatTypes::one(scalar.core_type())),
            Kind::Enum(int) | Kind::Flags(int) => (int.size(), FlatTypes::one(CoreType::I32)),
            Kind::String | Kind::List(_) => {
                return self.push(ty, kind, Layout::SLICE, Some(FlatTypes::slice()));
            }
            // Handles of all sorts.
            _ => (4, FlatTypes::one(CoreType::I32)),
        };
        self.push(ty, kind, Layout::natural(Bytes::same(bytes)), Some(flat))
    }

    fn push(&mut self, ty: Type, kind: Kind, layout: Layout, flat: Option<FlatTypes>) -> PlanId {
        let facts = self.facts(&kind);
        let id = PlanId(self.plans.len() as u32);
        self.plans.push(Plan {
            ty,
            kind,
            layout,
            flat,
            facts,
        });
        id
    }

    fn facts(&self, kind: &Kind) -> Facts {
        let of = |plan: PlanId| self.plans[plan.index()].facts;
        let all = |fields: &[Field]| {
            fields
                .iter()
                .fold(Facts::NUMBER, |all, field| all.and(of(field.plan)))
        };
        let opaque = Facts::NUMBER.with_bits(Bits::Opaque);
        let owned = Facts {
            owns: true,
            ..opaque
        };
        match kind {
            Kind::Scalar(Scalar::Bool | Scalar::Char) | Kind::Flags(_) | Kind::Enum(_) => {
                Facts::NUMBER.with_bits(Bits::Some)
            }
            Kind::Scalar(_) => Facts::NUMBER,
            Kind::String => Facts {
                heap: true,
                text: true,
                ..opaque
            },
            Kind::List(element) => Facts {
                heap: true,
                ..of(*element).and(opaque)
            },
            Kind::Map(Entry { key, value, .. }) => Facts {
                heap: true,
                ..all(&[*key, *value]).and(opaque)
            },
            Kind::FixedLengthList(element, _) => of(*element),
            Kind::Record(fields) | Kind::Tuple(fields) => all(fields),
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => cases
                .cases
                .iter()
                .filter_map(|case| case.payload)
                .fold(opaque, |all, plan| all.and(of(plan))),
            Kind::Own(_) | Kind::ErrorContext => owned,
            Kind::Borrow(_) => Facts {
                borrows: true,
                ..opaque
            },
            Kind::Future(_) | Kind::Stream(_) => Facts {
                asynchronous: true,
                ..owned
            },
        }
    }
}
