//! Types: the names in scope, what is made of them, and the types that have no name.

use super::names::ComponentName;
use super::{Absent, FastMap, Resolver};
use crate::{
    Case, Docs, Enum, Field, Flags, Handle, Label, Map, Name, Record, ResultType, Stability, Tuple, Type,
    TypeDef, TypeDefKind, TypeId, TypeOwner, Variant,
};
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use std::hash::BuildHasher;
use witc_parser::ast::{self, Ident, TypeKind};
use witc_parser::{Code, Diagnostic, Span};

/// How deep types may be nested in one another, through names as well: no component can hold deeper ones.
const MAX_DEPTH: u16 = 100;

/// How deep they may be nested if aliases count as well.
const MAX_HEIGHT: u16 = 500;

/// What follows for a type from what it is made of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TypeFacts {
    /// How many types are nested in one another in it, aliases not counted.
    depth: u16,
    /// The same with aliases.
    height: u16,
    /// Whether it holds a `borrow`.
    pub(crate) borrows: bool,
    /// Whether it is a resource, or an alias of one.
    pub(crate) resource: bool,
}

/// The anonymous types of a package: each is there once.
#[derive(Default)]
pub(crate) struct Interner {
    table: HashTable<TypeId>,
    hasher: RandomState,
}

impl Interner {
    pub(crate) fn clear(&mut self) {
        self.table.clear();
    }
}

/// The names of types in an interface or world.
#[derive(Default)]
pub(crate) struct TypeScope<'a, 's> {
    /// The types that are there, in order.
    pub(crate) types: Map<Name, TypeId>,
    /// The names that stand for nothing, with their places.
    pub(crate) absent: FastMap<&'s str, (Absent, Span)>,
    /// The names that were looked for in vain, with the diagnostic that says so.
    pub(crate) unknown: FastMap<&'s str, usize>,
    /// The definitions, by name; filled when a name is not found.
    pub(crate) definitions: Option<FastMap<&'s str, usize>>,
    /// The functions, by name; filled when a name is not found anywhere.
    pub(crate) functions: Option<FastMap<&'s str, Span>>,
    /// The items of the interface or world.
    pub(crate) items: Items<'a, 's>,
    /// Whether types are resolved in the order of the text, which is given up when a name is met whose definition
    /// comes later.
    pub(crate) in_text_order: bool,
    /// Whether such a name was met.
    pub(crate) looks_ahead: bool,
    /// Whether something could not be read, so that any name may be missing.
    pub(crate) has_holes: bool,
}

impl<'a, 's> TypeScope<'a, 's> {
    pub(crate) fn new(items: Items<'a, 's>) -> Self {
        let count = items.definitions().count() + items.uses().map(|item| item.names.len()).sum::<usize>();
        let types = Map::with_capacity_and_hasher(count, Default::default());
        Self { types, has_holes: items.have_holes(), items, ..Self::default() }
    }
}

/// The items among which types are defined.
#[derive(Clone, Copy)]
pub(crate) enum Items<'a, 's> {
    Interface(&'a [ast::InterfaceItem<'s>]),
    World(&'a [ast::WorldItem<'s>]),
}

impl Default for Items<'_, '_> {
    fn default() -> Self {
        Self::Interface(&[])
    }
}

impl<'a, 's> Items<'a, 's> {
    /// The `use` items.
    pub(crate) fn uses(self) -> impl Iterator<Item = &'a ast::Use<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Use(item) => Some(item),
            _ => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Use(item) => Some(item),
            _ => None,
        });
        in_interface.chain(in_world)
    }

    /// The types that are defined.
    pub(crate) fn definitions(self) -> impl Iterator<Item = &'a ast::TypeDef<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Type(item) => Some(item),
            _ => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Type(item) => Some(item),
            _ => None,
        });
        in_interface.chain(in_world)
    }

    /// The names of functions, those of exports aside.
    pub(crate) fn functions(self) -> impl DoubleEndedIterator<Item = Ident<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Func(func) => Some(func.name),
            _ => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Import(ast::Extern { kind: ast::ExternKind::Func(func, _), .. }) => Some(*func),
            _ => None,
        });
        in_interface.chain(in_world)
    }

    fn split(self) -> (&'a [ast::InterfaceItem<'s>], &'a [ast::WorldItem<'s>]) {
        match self {
            Self::Interface(items) => (items, &[]),
            Self::World(items) => (&[], items),
        }
    }

    /// Whether something could not be read.
    fn have_holes(self) -> bool {
        let (interface, world) = self.split();
        interface.iter().any(|item| matches!(item, ast::InterfaceItem::Broken(_)))
            || world.iter().any(|item| matches!(item, ast::WorldItem::Broken(_)))
            || self.definitions().any(|def| def.name.is_missing())
            || self
                .uses()
                .flat_map(|item| &item.names)
                .any(|name| name.rename.unwrap_or(name.name).is_missing())
    }
}

impl<'a, 's> Resolver<'a, 's> {
    /// What a type is where it stands for a value; nothing if a mistake in it has been reported. Anonymous types that
    /// it takes share `gate` where they have no better one.
    pub(crate) fn ty(&mut self, ty: &'a ast::Type<'s>, gate: &Stability) -> Option<Type> {
        if let Some(primitive) = primitive(&ty.kind) {
            return Some(primitive);
        }
        if let TypeKind::Name(name) = ty.kind {
            let id = self.named(name, ty.span)?;
            return Some(if self.facts(id).resource {
                self.anonymous(own(id), &Stability::default(), ty.span)
            } else {
                Type::Id(id)
            });
        }
        let kind = self.compound(ty, gate)?;
        if self.dropped {
            return None;
        }
        let none = Stability::default();
        let gate = if let TypeDefKind::Handle(Handle::Own(_)) = kind { &none } else { gate };
        Some(self.anonymous(kind, gate, ty.span))
    }

    /// What a type is that is neither primitive nor a name.
    fn compound(&mut self, ty: &'a ast::Type<'s>, gate: &Stability) -> Option<TypeDefKind> {
        let kind = match &ty.kind {
            TypeKind::Option(inner) => TypeDefKind::Option(self.ty(inner, gate)?),
            TypeKind::List(inner) => TypeDefKind::List(self.ty(inner, gate)?),
            TypeKind::FixedLengthList(list) => {
                let inner = self.ty(&list.0, gate);
                let length = self.length(list.1)?;
                TypeDefKind::FixedLengthList(inner?, length)
            }
            TypeKind::Map(types) => {
                let key = self.ty(&types.0, gate);
                let value = self.ty(&types.1, gate);
                let key = self.map_key(key?, types.0.span)?;
                TypeDefKind::Map(key, value?)
            }
            TypeKind::Tuple(types) => {
                if !self.has_room("types", types.len(), MAX_MEMBERS, ty.span) {
                    return None;
                }
                let resolved: Vec<Option<Type>> = types.iter().map(|ty| self.ty(ty, gate)).collect();
                if resolved.is_empty() {
                    self.report_empty("tuple", "type", ty.span);
                    return None;
                }
                TypeDefKind::Tuple(Tuple { types: resolved.into_iter().collect::<Option<_>>()? })
            }
            TypeKind::Result(ok, err) => {
                let ok = self.payload(ok.as_deref(), gate);
                let err = self.payload(err.as_deref(), gate);
                TypeDefKind::Result(ResultType { ok: ok?, err: err? })
            }
            TypeKind::Future(inner) => {
                TypeDefKind::Future(self.async_payload("future", inner.as_deref(), gate)?)
            }
            TypeKind::Stream(inner) => {
                TypeDefKind::Stream(self.async_payload("stream", inner.as_deref(), gate)?)
            }
            TypeKind::Own(name) => TypeDefKind::Handle(Handle::Own(self.resource(**name)?)),
            TypeKind::Borrow(name) => TypeDefKind::Handle(Handle::Borrow(self.resource(**name)?)),
            // The others are primitive, or names, and don't come here.
            _ => return None,
        };
        Some(kind)
    }

    fn payload(&mut self, ty: Option<&'a ast::Type<'s>>, gate: &Stability) -> Option<Option<Type>> {
        match ty {
            Some(ty) => self.ty(ty, gate).map(Some),
            None => Some(None),
        }
    }

    /// What a stream or future carries.
    fn async_payload(
        &mut self,
        what: &str,
        ty: Option<&'a ast::Type<'s>>,
        gate: &Stability,
    ) -> Option<Option<Type>> {
        let payload = self.payload(ty, gate)?;
        let (Some(payload), Some(ty)) = (payload, ty) else { return Some(payload) };
        let diagnostic = match payload {
            Type::Id(id) if self.facts(id).borrows => {
                let message = format!("a {what} can't carry a `borrow`");
                Diagnostic::error(Code::ASYNC_PAYLOAD, message, ty.span)
                    .note("a borrowed handle ends with the call that it was passed to: pass an owned one, the resource's bare name")
            }
            _ if what == "stream" && self.out.dealias(payload) == Type::Char => {
                Diagnostic::error(Code::ASYNC_PAYLOAD, "a stream can't carry `char`", ty.span)
                    .note("write `stream<u8>` for text in UTF-8, or `stream<string>` for pieces of text")
            }
            _ => return Some(Some(payload)),
        };
        self.report(diagnostic);
        None
    }

    /// The length of a fixed-length list.
    fn length(&mut self, number: ast::Number<'_>) -> Option<u32> {
        match number.text.parse() {
            Ok(length @ 1..) => return Some(length),
            Ok(0) => {
                let diagnostic =
                    Diagnostic::error(Code::LIST_LENGTH, "a fixed-length list can't be empty", number.span)
                        .note("write a length of 1 or more, or leave the field or parameter out");
                self.report(diagnostic);
            }
            // The parser has reported what is no number.
            Err(_) if !number.text.bytes().all(|byte| byte.is_ascii_digit()) => {}
            Err(_) => {
                let message = format!("a fixed-length list can't have more than {} elements", u32::MAX);
                self.report(Diagnostic::error(Code::LIST_LENGTH, message, number.span));
            }
        }
        None
    }

    fn map_key(&mut self, key: Type, span: Span) -> Option<Type> {
        match key {
            Type::F32 | Type::F64 | Type::ErrorContext | Type::Id(_) => {
                let diagnostic = Diagnostic::error(Code::MAP_KEY, "a map can't have keys of this type", span)
                    .note(
                        "keys are `bool`, `char`, `string` or integers; an alias of one of them does not do",
                    )
                    .note("with other keys, `list<tuple<key, value>>` says nearly the same");
                self.report(diagnostic);
                None
            }
            _ => Some(key),
        }
    }

    /// The type that a name stands for in the scope.
    pub(crate) fn named(&mut self, name: &'s str, span: Span) -> Option<TypeId> {
        let found = self.types.types.get(name).copied();
        if found.is_none() {
            self.missing_type(name, span);
        }
        found
    }

    /// The resource that a name stands for in the scope: the type as it was named.
    fn resource(&mut self, name: Ident<'s>) -> Option<TypeId> {
        let id = self.named(name.name, name.span)?;
        if self.facts(id).resource {
            return Some(id);
        }
        let ty = &self.out.types[self.out.definition(id)];
        let message = match &ty.kind {
            TypeDefKind::Handle(_) => {
                format!("`{}` is a handle already, and handles are of resources", name.name)
            }
            kind => {
                let kind = kind.describe();
                let article = if kind.starts_with(['e', 'o']) { "an" } else { "a" };
                format!("`{}` is {article} {kind}, and handles are of resources", name.name)
            }
        };
        let diagnostic = Diagnostic::error(Code::NOT_A_RESOURCE, message, name.span)
            .also(ty.span, "defined here")
            .note("other types are passed as they are: write the name without `own` or `borrow`");
        self.report(diagnostic);
        None
    }

    /// What a definition says; nothing if a mistake in it has been reported.
    pub(crate) fn definition(&mut self, def: &'a ast::TypeDef<'s>, gate: &Stability) -> Option<TypeDefKind> {
        let (member, count) = match &def.kind {
            ast::TypeDefKind::Record(fields) => ("fields", fields.len()),
            ast::TypeDefKind::Variant(cases) => ("cases", cases.len()),
            ast::TypeDefKind::Enum(cases) => ("cases", cases.len()),
            _ => ("", 0),
        };
        if !self.has_room(member, count, MAX_MEMBERS, def.name.span) {
            return None;
        }
        match &def.kind {
            ast::TypeDefKind::Alias(ty) => {
                if let Some(primitive) = primitive(&ty.kind) {
                    return Some(TypeDefKind::Alias(primitive));
                }
                match ty.kind {
                    TypeKind::Name(name) => {
                        self.named(name, ty.span).map(|id| TypeDefKind::Alias(Type::Id(id)))
                    }
                    _ => self.compound(ty, gate),
                }
            }
            ast::TypeDefKind::Record(fields) => self.record(def, fields, gate),
            ast::TypeDefKind::Variant(cases) => self.variant(def, cases, gate),
            ast::TypeDefKind::Enum(cases) => {
                let cases = self.labels(def, "enum", "case", cases)?;
                Some(TypeDefKind::Enum(Enum { cases }))
            }
            ast::TypeDefKind::Flags(flags) => {
                let flags = self.labels(def, "flags", "flag", flags)?;
                if let Some(excess) = flags.get(MAX_FLAGS) {
                    let message = format!(
                        "`{}` has {} flags, and {MAX_FLAGS} is the limit",
                        def.name.name,
                        flags.len()
                    );
                    let diagnostic = Diagnostic::error(Code::TOO_MANY_FLAGS, message, excess.span)
                        .label("the first one too many")
                        .note("share them out among several types, or use `list<bool>`");
                    self.report(diagnostic);
                    return None;
                }
                Some(TypeDefKind::Flags(Flags { flags }))
            }
            ast::TypeDefKind::Resource(_) => Some(TypeDefKind::Resource),
        }
    }

    fn record(
        &mut self,
        def: &ast::TypeDef<'s>,
        fields: &'a [ast::Field<'s>],
        gate: &Stability,
    ) -> Option<TypeDefKind> {
        self.check_members(
            def,
            "record",
            "field",
            fields.iter().map(|field| (field.name, &field.attributes[..])),
        );
        let mut resolved = Vec::with_capacity(fields.len());
        let mut sound = !fields.is_empty();
        for field in fields {
            match self.ty(&field.ty, gate) {
                Some(ty) => {
                    let docs = self.docs.read(field.span.start);
                    resolved.push(Field { name: field.name.name.into(), ty, docs, span: field.name.span });
                }
                None => sound = false,
            }
        }
        sound.then_some(TypeDefKind::Record(Record { fields: resolved }))
    }

    fn variant(
        &mut self,
        def: &ast::TypeDef<'s>,
        cases: &'a [ast::Case<'s>],
        gate: &Stability,
    ) -> Option<TypeDefKind> {
        self.check_members(
            def,
            "variant",
            "case",
            cases.iter().map(|case| (case.name, &case.attributes[..])),
        );
        let mut resolved = Vec::with_capacity(cases.len());
        let mut sound = !cases.is_empty();
        for case in cases {
            match self.payload(case.ty.as_ref(), gate) {
                Some(ty) => {
                    let docs = self.docs.read(case.span.start);
                    resolved.push(Case { name: case.name.name.into(), ty, docs, span: case.name.span });
                }
                None => sound = false,
            }
        }
        sound.then_some(TypeDefKind::Variant(Variant { cases: resolved }))
    }

    fn labels(
        &mut self,
        def: &ast::TypeDef<'s>,
        what: &str,
        member: &str,
        labels: &'a [ast::Label<'s>],
    ) -> Option<Vec<Label>> {
        self.check_members(def, what, member, labels.iter().map(|label| (label.name, &label.attributes[..])));
        let mut resolved = Vec::with_capacity(labels.len());
        for label in labels {
            let docs = self.docs.read(label.span.start);
            resolved.push(Label { name: label.name.name.into(), docs, span: label.name.span });
        }
        (!labels.is_empty()).then_some(resolved)
    }

    /// Checks that there are members, that their names differ, and that they have no attributes.
    fn check_members(
        &mut self,
        def: &ast::TypeDef<'s>,
        what: &str,
        member: &str,
        members: impl ExactSizeIterator<Item = (Ident<'s>, &'a [ast::Attribute<'s>])>,
    ) {
        if members.len() == 0 {
            self.report_empty(what, member, def.name.span);
        }
        let mut set = std::mem::take(&mut self.members);
        for (name, attributes) in members {
            if !name.is_missing()
                && let Err((first, span)) = set.add(ComponentName::plain(name.name), name.span)
            {
                let diagnostic = duplicate(Code::DUPLICATE_MEMBER, member, name, first.name, span);
                self.report(diagnostic);
            }
            if let Some(attribute) = attributes.first() {
                let message = format!("a {member} can't have attributes");
                let diagnostic = Diagnostic::error(Code::ATTRIBUTE_NOT_ALLOWED, message, attribute.span)
                    .note(format!("put it before the {what}"));
                self.report(diagnostic);
            }
        }
        set.clear();
        self.members = set;
    }

    /// Whether a component can have as many parts of something, or a diagnostic says that it can't.
    pub(crate) fn has_room(&mut self, parts: &str, count: usize, limit: usize, span: Span) -> bool {
        if count > limit {
            let message = format!("there are {count} {parts} here, and a component can have {limit}");
            let diagnostic = Diagnostic::error(Code::TOO_MANY_PARTS, message, span)
                .note("put what belongs together into records or lists");
            self.report(diagnostic);
        }
        count <= limit
    }

    fn report_empty(&mut self, what: &str, member: &str, span: Span) {
        let article = if what == "enum" { "an" } else { "a" };
        let name = if what == "flags" { "a flags type".to_owned() } else { format!("{article} {what}") };
        let diagnostic =
            Diagnostic::error(Code::EMPTY_TYPE, format!("{name} needs at least one {member}"), span);
        self.report(diagnostic);
    }

    /// The anonymous type of this kind, made at need.
    pub(crate) fn anonymous(&mut self, kind: TypeDefKind, gate: &Stability, span: Span) -> Type {
        let hash = self.interner.hasher.hash_one(&kind);
        let types = &self.out.types;
        if let Some(&id) = self.interner.table.find(hash, |&id| types[id].kind == kind) {
            return Type::Id(id);
        }
        let is_own = matches!(kind, TypeDefKind::Handle(Handle::Own(_)));
        let stability = if gate.gate().is_some() || is_own { gate.clone() } else { self.inherited(&kind) };
        let id = self.define(TypeDef {
            name: None,
            kind,
            owner: TypeOwner::None,
            docs: Docs::default(),
            stability,
            external_id: None,
            span,
        });
        let (types, hasher) = (&self.out.types, &self.interner.hasher);
        self.interner.table.insert_unique(hash, id, |&id| hasher.hash_one(&types[id].kind));
        Type::Id(id)
    }

    /// The gate that an anonymous type has from the first gated type that it is made of.
    fn inherited(&self, kind: &TypeDefKind) -> Stability {
        let mut found = Stability::default();
        kind.for_each_type(&mut |ty| {
            let Type::Id(mut id) = ty else { return };
            if found.gate().is_some() {
                return;
            }
            if let (TypeDefKind::Handle(Handle::Own(resource)), None) =
                (&self.out.types[id].kind, &self.out.types[id].name)
            {
                id = *resource;
            }
            found = self.out.types[id].stability.clone();
        });
        found
    }

    /// Adds a type.
    pub(crate) fn define(&mut self, def: TypeDef) -> TypeId {
        let facts = self.facts_of(&def);
        self.facts.push(facts);
        self.out.types.alloc(def)
    }

    fn facts_of(&mut self, def: &TypeDef) -> TypeFacts {
        let mut facts = TypeFacts::default();
        let layer = u16::from(!matches!(def.kind, TypeDefKind::Alias(_)));
        def.kind.for_each_type(&mut |ty| {
            if let Type::Id(id) = ty {
                let inner = self.facts[id.index()];
                facts.depth = facts.depth.max(inner.depth.saturating_add(layer));
                facts.height = facts.height.max(inner.height.saturating_add(1));
                facts.borrows |= inner.borrows;
            }
        });
        match def.kind {
            TypeDefKind::Resource => facts.resource = true,
            TypeDefKind::Handle(Handle::Own(_)) => facts.borrows = false,
            TypeDefKind::Handle(Handle::Borrow(_)) => facts.borrows = true,
            TypeDefKind::Alias(Type::Id(id)) => facts.resource = self.facts(id).resource,
            _ => {}
        }
        if (facts.depth == MAX_DEPTH && layer == 1) || facts.height == MAX_HEIGHT {
            let limit = if facts.height == MAX_HEIGHT { MAX_HEIGHT } else { MAX_DEPTH };
            let message = format!("this type has more than {limit} types nested in one another");
            let diagnostic = Diagnostic::error(Code::TYPE_TOO_DEEP, message, def.span)
                .note("make it flat: a list of records that refer to one another by their index in it");
            self.report(diagnostic);
        }
        facts
    }
}

/// The most flags that a type may have.
const MAX_FLAGS: usize = 32;

/// How many fields, cases or types of a tuple a component can have.
const MAX_MEMBERS: usize = 10_000;

fn own(id: TypeId) -> TypeDefKind {
    TypeDefKind::Handle(Handle::Own(id))
}

/// The type, if it is primitive.
fn primitive(kind: &TypeKind<'_>) -> Option<Type> {
    Some(match kind {
        TypeKind::Bool => Type::Bool,
        TypeKind::U8 => Type::U8,
        TypeKind::U16 => Type::U16,
        TypeKind::U32 => Type::U32,
        TypeKind::U64 => Type::U64,
        TypeKind::S8 => Type::S8,
        TypeKind::S16 => Type::S16,
        TypeKind::S32 => Type::S32,
        TypeKind::S64 => Type::S64,
        TypeKind::F32 => Type::F32,
        TypeKind::F64 => Type::F64,
        TypeKind::Char => Type::Char,
        TypeKind::String => Type::String,
        TypeKind::ErrorContext => Type::ErrorContext,
        _ => return None,
    })
}

/// The diagnostic for a name that is taken.
pub(crate) fn duplicate(
    code: Code,
    what: &str,
    name: Ident<'_>,
    first: &str,
    first_span: Span,
) -> Diagnostic {
    let (message, note) = if name.name == first {
        (format!("there are two {what}s called `{first}`"), None)
    } else {
        let message = format!("the {what}s `{first}` and `{}` are the same name", name.name);
        (message, Some("names must differ in more than case and hyphens"))
    };
    // Types are looked at before functions, wherever they stand.
    let (first, again) =
        if name.span < first_span { (name.span, first_span) } else { (first_span, name.span) };
    let mut diagnostic =
        Diagnostic::error(code, message, again).label("again here").also(first, "first defined here");
    diagnostic.notes.extend(note.map(ToOwned::to_owned));
    diagnostic
}
