//! Plans are made here: one for each distinct declaration of a type, parts before wholes.

use crate::plan_facts::facts;
use crate::{
    Bitcast, Bytes, Case, Cases, CoreType, Entry, Field, FlatTypes, Int, Kind, Layout, Plan,
    PlanId, Planned, ResourceUse, Scalar,
};
use witc_resolve::{Handle, Label, Map, Name, Resolve, Type, TypeDefKind, TypeId};

/// The scalar types, whose plans stand first.
const SCALARS: [(Type, Scalar); 12] = [
    (Type::Bool, Scalar::Bool),
    (Type::U8, Scalar::U8),
    (Type::U16, Scalar::U16),
    (Type::U32, Scalar::U32),
    (Type::U64, Scalar::U64),
    (Type::S8, Scalar::S8),
    (Type::S16, Scalar::S16),
    (Type::S32, Scalar::S32),
    (Type::S64, Scalar::S64),
    (Type::F32, Scalar::F32),
    (Type::F64, Scalar::F64),
    (Type::Char, Scalar::Char),
];

/// The plan of a primitive type, or the id of what is not one. The plans of the primitive types stand first, in the
/// order in which a [`Builder`] adds them.
pub(crate) fn primitive(ty: Type) -> Result<PlanId, TypeId> {
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

/// The size of a handle, of a stream, a future or an error context: an index into a table, whatever the width of
/// pointers.
const HANDLE_BYTES: u32 = 4;

/// The make-up of an anonymous type, aliases followed all the way down: each part stands for its structure.
#[derive(PartialEq, Eq, Hash)]
enum Structure {
    Own(TypeId),
    Borrow(TypeId),
    Tuple(Box<[PlanId]>),
    Option(Box<[Option<PlanId>]>),
    Result(Box<[Option<PlanId>]>),
    List(PlanId),
    FixedLengthList(PlanId, u32),
    Map(PlanId, PlanId),
    Future(Option<PlanId>),
    Stream(Option<PlanId>),
}

/// The plans that are made, and by what they are found again.
pub(crate) struct Builder<'a> {
    resolve: &'a Resolve,
    plans: Vec<Plan>,
    of: Vec<PlanId>,
    /// The plans of anonymous types by their declaration, so that each list of a type does not get its own.
    declared: Map<&'a TypeDefKind, PlanId>,
    /// The first plan of each structure.
    structures: Map<Structure, PlanId>,
}

impl<'a> Builder<'a> {
    /// The primitive types alone.
    pub(crate) fn new(resolve: &'a Resolve) -> Self {
        let mut builder = Self {
            resolve,
            plans: Vec::new(),
            of: Vec::with_capacity(resolve.types.len()),
            declared: Map::default(),
            structures: Map::default(),
        };
        // `primitive` knows this order.
        for (ty, scalar) in SCALARS {
            let layout = Layout::natural(Bytes::same(scalar.size()));
            let flat = FlatTypes::one(scalar.core_type());
            builder.push(ty, Kind::Scalar(scalar), layout, Some(flat));
        }
        builder.add_slice(Type::String, Kind::String);
        builder.add_handle(Type::ErrorContext, Kind::ErrorContext);
        builder
    }

    /// All plans, and which is that of each type. Types come after those that they are made of, so that one pass does.
    pub(crate) fn build(mut self) -> (Vec<Plan>, Vec<PlanId>) {
        for id in self.resolve.types.ids() {
            // Pushed at the index of the type itself: `of` is looked into by it.
            let plan = self.plan(id);
            self.of.push(plan);
        }
        (self.plans, self.of)
    }

    /// The plan of a type whose parts are planned.
    fn plan(&mut self, id: TypeId) -> PlanId {
        let resolve = self.resolve;
        let kind = &resolve.types[id].kind;
        if let Some(target) = kind.as_alias() {
            return self.known(target);
        }
        // A nominal type is not looked up: each definition is another type, even where the parts are the same.
        if kind.is_nominal() {
            return self.add_kind(id, kind);
        }
        // Each use of an anonymous type is a type of its own in the model; most are the same few lists and options.
        if let Some(&known) = self.declared.get(kind) {
            return known;
        }
        let plan = self.add_kind(id, kind);
        self.declared.insert(kind, plan);
        plan
    }

    fn known(&self, ty: Type) -> PlanId {
        primitive(ty).unwrap_or_else(|id| self.of[id.index()])
    }

    fn planned(&self, ty: Type) -> Planned {
        let plan = self.known(ty);
        Planned { ty, plan }
    }

    /// Adds the plan of a type whose parts are planned.
    fn add_kind(&mut self, id: TypeId, kind: &TypeDefKind) -> PlanId {
        let ty = Type::Id(id);
        match kind {
            TypeDefKind::Alias(target) => self.known(*target),
            TypeDefKind::Record(record) => {
                let fields = record.fields.iter();
                let fields = fields.map(|field| (field.name.clone(), field.ty));
                self.add_record(ty, fields, Kind::Record)
            }
            TypeDefKind::Tuple(tuple) => self.add_record(ty, numbered(&tuple.types), Kind::Tuple),
            TypeDefKind::Variant(variant) => {
                let cases = variant.cases.iter();
                let cases = cases.map(|case| (case.name.clone(), case.ty));
                self.add_variant(ty, cases, Kind::Variant)
            }
            TypeDefKind::Option(some) => {
                // As the variants that `despecialize` makes of options and results: names and order are those of the
                // specification.
                let cases = [("none".into(), None), ("some".into(), Some(*some))];
                self.add_variant(ty, cases, Kind::Option)
            }
            TypeDefKind::Result(result) => {
                let cases = [("ok".into(), result.ok), ("error".into(), result.err)];
                self.add_variant(ty, cases, Kind::Result)
            }
            TypeDefKind::Enum(cases) => {
                let tag = Int::discriminant(cases.cases.len());
                self.add_integer(ty, Kind::Enum(tag, names(&cases.cases)), tag.size())
            }
            TypeDefKind::Flags(flags) => {
                let bits = Int::flags(flags.flags.len());
                // One integer for all flags: the specification allows 32 of them at most.
                self.add_integer(ty, Kind::Flags(bits, names(&flags.flags)), bits.size())
            }
            TypeDefKind::List(element) => self.add_slice(ty, Kind::List(self.planned(*element))),
            TypeDefKind::FixedLengthList(element, length) => self.add_array(ty, *element, *length),
            TypeDefKind::Map(key, value) => self.add_map(ty, *key, *value),
            // Where a resource is named as a type, an owned handle is meant.
            TypeDefKind::Resource => self.add_handle(ty, Kind::Own(self.resource(id))),
            TypeDefKind::Handle(Handle::Own(id)) => {
                self.add_handle(ty, Kind::Own(self.resource(*id)))
            }
            TypeDefKind::Handle(Handle::Borrow(id)) => {
                self.add_handle(ty, Kind::Borrow(self.resource(*id)))
            }
            TypeDefKind::Future(payload) => {
                self.add_handle(ty, Kind::Future(payload.map(|ty| self.planned(ty))))
            }
            TypeDefKind::Stream(payload) => {
                self.add_handle(ty, Kind::Stream(payload.map(|ty| self.planned(ty))))
            }
        }
    }

    fn resource(&self, named: TypeId) -> ResourceUse {
        ResourceUse {
            named,
            definition: self.resolve.definition(named),
        }
    }

    fn part(&self, plan: PlanId) -> &Plan {
        &self.plans[plan.index()]
    }

    /// Adds the plan of fields one after the other.
    fn add_record(
        &mut self,
        ty: Type,
        fields: impl IntoIterator<Item = (Name, Type)>,
        kind: impl Fn(Box<[Field]>) -> Kind,
    ) -> PlanId {
        let (mut end, mut slot) = (Layout::NOTHING, 0);
        let fields = fields
            .into_iter()
            .map(|(name, ty)| self.field(name, ty, &mut end, &mut slot))
            .collect::<Box<[Field]>>();
        // Asked of all fields together: each may have a flat form while the record has too many values for one.
        let flat = FlatTypes::concat(fields.iter().map(|field| self.part(field.plan).flat));
        self.push(ty, kind(fields), end.padded(), flat)
    }

    /// A field after what ends at `end` and has `slot` flat values.
    fn field(&self, name: Name, ty: Type, end: &mut Layout, slot: &mut usize) -> Field {
        let plan = self.known(ty);
        let field = Field {
            name,
            ty,
            plan,
            offset: end.append(self.part(plan).layout),
            slot: *slot,
        };
        // Without a flat form the whole has none either, and no slot of it means anything.
        *slot += self.part(plan).flat.map_or(0, |flat| flat.len());
        field
    }

    /// Adds the plan of a discriminant with one of several payloads.
    fn add_variant(
        &mut self,
        ty: Type,
        cases: impl IntoIterator<Item = (Name, Option<Type>)>,
        kind: impl Fn(Cases) -> Kind,
    ) -> PlanId {
        let cases = cases.into_iter().map(|(name, payload)| Case {
            name,
            payload: payload.map(|ty| self.planned(ty)),
            casts: Box::default(),
        });
        let mut cases: Box<[Case]> = cases.collect();
        let tag = Int::discriminant(cases.len());
        let payloads = || {
            let payloads = cases.iter().filter_map(|case| case.payload);
            payloads.map(|payload| self.part(payload.plan))
        };
        let discriminant = Layout::natural(Bytes::same(tag.size()));
        let (layout, payload_offset) =
            Layout::variant(discriminant, payloads().map(|plan| plan.layout));
        let flat = FlatTypes::variant(payloads().map(|plan| plan.flat));
        // Slots are known only when all payloads are.
        for case in &mut cases {
            case.casts = self.casts(case.payload, flat);
        }
        let cases = Cases {
            tag,
            payload_offset,
            cases,
        };
        self.push(ty, kind(cases), layout, flat)
    }

    fn casts(&self, payload: Option<Planned>, whole: Option<FlatTypes>) -> Box<[Bitcast]> {
        let part = payload.and_then(|payload| self.part(payload.plan).flat);
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

    fn add_map(&mut self, ty: Type, key: Type, value: Type) -> PlanId {
        let (mut end, mut slot) = (Layout::NOTHING, 0);
        let entry = Entry {
            key: self.field("0".into(), key, &mut end, &mut slot),
            value: self.field("1".into(), value, &mut end, &mut slot),
            // Entries lie one after the other like the elements of a list of pairs.
            layout: end.padded(),
        };
        self.add_slice(ty, Kind::Map(entry))
    }

    fn add_array(&mut self, ty: Type, element: Type, length: u32) -> PlanId {
        let element = self.planned(element);
        let Plan { layout, flat, .. } = self.part(element.plan);
        let layout = layout.repeated(length);
        let flat = flat.and_then(|flat| flat.repeated(length));
        self.push(ty, Kind::FixedLengthList(element, length), layout, flat)
    }

    /// Adds the plan of a pointer and a length.
    fn add_slice(&mut self, ty: Type, kind: Kind) -> PlanId {
        self.push(ty, kind, Layout::SLICE, Some(FlatTypes::slice()))
    }

    fn add_handle(&mut self, ty: Type, kind: Kind) -> PlanId {
        self.add_integer(ty, kind, HANDLE_BYTES)
    }

    /// Adds the plan of an integer of this size in memory, which is an `i32` when it is passed flat.
    fn add_integer(&mut self, ty: Type, kind: Kind, size: u32) -> PlanId {
        let layout = Layout::natural(Bytes::same(size));
        self.push(ty, kind, layout, Some(FlatTypes::one(CoreType::I32)))
    }

    fn push(&mut self, ty: Type, kind: Kind, layout: Layout, flat: Option<FlatTypes>) -> PlanId {
        let id = PlanId(self.plans.len() as u32);
        // Parts are planned, and have their structure: one look into a map per plan, however deep the type is.
        let structure = match self.structure(&kind) {
            Some(structure) => *self.structures.get_or_insert_with(structure, || id),
            None => id,
        };
        let facts = facts(&kind, &self.plans);
        self.plans.push(Plan {
            ty,
            structure,
            kind,
            layout,
            flat,
            facts,
        });
        id
    }

    /// The structure that a type shares with others that are made of the same; nothing for what is one of its kind.
    fn structure(&self, kind: &Kind) -> Option<Structure> {
        let of = |plan: PlanId| self.part(plan).structure;
        let part = |part: &Planned| of(part.plan);
        let optional = |planned: &Option<Planned>| planned.as_ref().map(part);
        Some(match kind {
            // Each has one plan only, so that there is nothing to share; those below are types of their own wherever
            // they look alike.
            Kind::Scalar(_) | Kind::String | Kind::ErrorContext => return None,
            Kind::Record(_) | Kind::Variant(_) | Kind::Enum(..) | Kind::Flags(..) => return None,
            Kind::Own(resource) => Structure::Own(resource.definition),
            Kind::Borrow(resource) => Structure::Borrow(resource.definition),
            Kind::Tuple(fields) => {
                Structure::Tuple(fields.iter().map(|field| of(field.plan)).collect())
            }
            Kind::Option(cases) => Structure::Option(self.payloads(cases)),
            Kind::Result(cases) => Structure::Result(self.payloads(cases)),
            Kind::List(element) => Structure::List(part(element)),
            Kind::FixedLengthList(element, length) => {
                Structure::FixedLengthList(part(element), *length)
            }
            Kind::Map(entry) => Structure::Map(of(entry.key.plan), of(entry.value.plan)),
            Kind::Future(payload) => Structure::Future(optional(payload)),
            Kind::Stream(payload) => Structure::Stream(optional(payload)),
        })
    }

    fn payloads(&self, cases: &Cases) -> Box<[Option<PlanId>]> {
        let payloads = cases.cases.iter().map(|case| case.payload);
        let structures = payloads.map(|part| part.map(|part| self.part(part.plan).structure));
        structures.collect()
    }
}

fn names(labels: &[Label]) -> Box<[Name]> {
    labels.iter().map(|label| label.name.clone()).collect()
}

/// The types of a tuple with the names that they have in the record that the specification makes of it.
fn numbered(types: &[Type]) -> impl Iterator<Item = (Name, Type)> {
    let name = |index: usize| Name::from(index.to_string());
    types
        .iter()
        .enumerate()
        .map(move |(index, &ty)| (name(index), ty))
}
