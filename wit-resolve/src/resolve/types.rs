//! Types as they are written: names, what is made of them, and definitions.

use super::Resolver;
use super::names::ComponentName;
use crate::codes;
use crate::{
    Case, Enum, Field, Flags, Handle, Label, Record, ResultType, Stability, Tuple, Type,
    TypeDefKind, TypeId, Variant,
};
use witc_diagnostics::{Code, Diagnostic, Span};
use witc_parser::ast::{self, Ident, TypeKind};

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
        let gate = if let TypeDefKind::Handle(Handle::Own(_)) = kind {
            &none
        } else {
            gate
        };
        Some(self.anonymous(kind, gate, ty.span))
    }

    /// What a type is that is neither primitive nor a name.
    fn compound(&mut self, ty: &'a ast::Type<'s>, gate: &Stability) -> Option<TypeDefKind> {
        let nodes = self.nodes_at(ty.span);
        let kind = match ty.kind {
            TypeKind::Option(inner) => TypeDefKind::Option(self.ty(&nodes[inner], gate)?),
            TypeKind::List(inner) => TypeDefKind::List(self.ty(&nodes[inner], gate)?),
            TypeKind::FixedLengthList(inner, length) => {
                let inner = self.ty(&nodes[inner], gate);
                let length = self.length(length)?;
                TypeDefKind::FixedLengthList(inner?, length)
            }
            TypeKind::Map(key, value) => {
                let (key, value) = (&nodes[key], &nodes[value]);
                let (resolved, inner) = (self.ty(key, gate), self.ty(value, gate));
                let key = self.map_key(resolved?, key.span)?;
                TypeDefKind::Map(key, self.map_value(inner?, value.span))
            }
            TypeKind::Tuple(types) => {
                let types = &nodes[types];
                if !self.has_room("types", types.len(), MAX_MEMBERS, ty.span) {
                    return None;
                }
                let resolved: Vec<Option<Type>> =
                    types.iter().map(|ty| self.ty(ty, gate)).collect();
                if resolved.is_empty() {
                    self.report_empty("tuple", "type", ty.span);
                    return None;
                }
                TypeDefKind::Tuple(Tuple {
                    types: resolved.into_iter().collect::<Option<_>>()?,
                })
            }
            TypeKind::Result(ok, err) => {
                let ok = self.payload(ok.map(|ok| &nodes[ok]), gate);
                let err = self.payload(err.map(|err| &nodes[err]), gate);
                TypeDefKind::Result(ResultType { ok: ok?, err: err? })
            }
            TypeKind::Future(inner) => TypeDefKind::Future(self.async_payload(
                "future",
                inner.map(|inner| &nodes[inner]),
                gate,
            )?),
            TypeKind::Stream(inner) => TypeDefKind::Stream(self.async_payload(
                "stream",
                inner.map(|inner| &nodes[inner]),
                gate,
            )?),
            TypeKind::Own(name) => TypeDefKind::Handle(Handle::Own(self.resource(&nodes[name])?)),
            TypeKind::Borrow(name) => {
                TypeDefKind::Handle(Handle::Borrow(self.resource(&nodes[name])?))
            }
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
        let (Some(payload), Some(ty)) = (payload, ty) else {
            return Some(payload);
        };
        let diagnostic = match payload {
            Type::Id(id) if self.facts(id).borrows => {
                let message = format!("a {what} can't carry a `borrow`");
                Diagnostic::error(codes::ASYNC_PAYLOAD, message, ty.span)
                    .note("a borrowed handle ends with the call that it was passed to: pass an owned one, the resource's bare name")
            }
            _ if what == "stream" && self.out.dealias(payload) == Type::Char => Diagnostic::error(
                codes::ASYNC_PAYLOAD,
                "a stream can't carry `char`",
                ty.span,
            )
            .note("write `stream<u8>` for text in UTF-8, or `stream<string>` for pieces of text"),
            _ => return Some(Some(payload)),
        };
        self.report(diagnostic);
        None
    }

    /// The length of a fixed-length list.
    fn length(&mut self, written: Span) -> Option<u32> {
        let digits = self.text_between(written.start, written.end);
        match digits.parse() {
            Ok(length @ 1..) => return Some(length),
            Ok(0) => {
                let diagnostic = Diagnostic::error(
                    codes::LIST_LENGTH,
                    "a fixed-length list can't be empty",
                    written,
                )
                .note("write a length of 1 or more, or leave the field or parameter out");
                self.report(diagnostic);
            }
            // The parser has reported what is no number.
            Err(_) if !digits.bytes().all(|byte| byte.is_ascii_digit()) => {}
            Err(_) => {
                let message = format!(
                    "a fixed-length list can't have more than {} elements",
                    u32::MAX
                );
                self.report(Diagnostic::error(codes::LIST_LENGTH, message, written));
            }
        }
        None
    }

    fn map_key(&mut self, key: Type, span: Span) -> Option<Type> {
        match key {
            Type::F32 | Type::F64 | Type::ErrorContext | Type::Id(_) => {
                let diagnostic = Diagnostic::error(codes::MAP_KEY, "a map can't have keys of this type", span)
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

    /// The specification has maps of anything, and so does wit-parser; but validators take them for lists of which bindings
    /// may drop what has a key twice, and nobody would drop a handle in it.
    fn map_value(&mut self, value: Type, span: Span) -> Type {
        let holds_handles = match value {
            Type::ErrorContext => true,
            Type::Id(id) => self.facts(id).handles,
            _ => false,
        };
        if holds_handles {
            let diagnostic = Diagnostic::warning(
                codes::MAP_OF_HANDLES,
                "the values of this map hold handles",
                span,
            )
            .note("`wasm-tools`, from 1.263, and `witc component new` reject a component that has such a map")
            .note("`list<tuple<key, value>>` says nearly the same, and is valid everywhere");
            self.report(diagnostic);
        }
        value
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
    fn resource(&mut self, written: &ast::Type<'s>) -> Option<TypeId> {
        let TypeKind::Name(name) = written.kind else {
            return None;
        };
        let id = self.named(name, written.span)?;
        if self.facts(id).resource {
            return Some(id);
        }
        let ty = &self.out.types[self.out.definition(id)];
        let message = match &ty.kind {
            TypeDefKind::Handle(_) => {
                format!("`{name}` is a handle already, and handles are of resources")
            }
            kind => {
                let kind = kind.describe();
                let article = if kind.starts_with(['e', 'o']) {
                    "an"
                } else {
                    "a"
                };
                format!("`{name}` is {article} {kind}, and handles are of resources")
            }
        };
        let diagnostic = Diagnostic::error(codes::NOT_A_RESOURCE, message, written.span)
            .also(ty.span, "defined here")
            .note("other types are passed as they are: write the name without `own` or `borrow`");
        self.report(diagnostic);
        None
    }

    /// What a definition says; nothing if a mistake in it has been reported.
    pub(crate) fn definition(
        &mut self,
        def: &'a ast::TypeDef<'s>,
        gate: &Stability,
    ) -> Option<TypeDefKind> {
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
                    TypeKind::Name(name) => self
                        .named(name, ty.span)
                        .map(|id| TypeDefKind::Alias(Type::Id(id))),
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
                    let diagnostic = Diagnostic::error(codes::TOO_MANY_FLAGS, message, excess.span)
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
            fields
                .iter()
                .map(|field| (field.name, &field.attributes[..])),
        );
        let mut resolved = Vec::with_capacity(fields.len());
        let mut sound = !fields.is_empty();
        for field in fields {
            match self.ty(&field.ty, gate) {
                Some(ty) => {
                    let docs = self.docs.read(field.span.start);
                    resolved.push(Field {
                        name: field.name.name.into(),
                        ty,
                        docs,
                        span: field.name.span,
                    });
                }
                None => sound = false,
            }
        }
        sound.then_some(TypeDefKind::Record(Record {
            fields: resolved.into(),
        }))
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
                    resolved.push(Case {
                        name: case.name.name.into(),
                        ty,
                        docs,
                        span: case.name.span,
                    });
                }
                None => sound = false,
            }
        }
        sound.then_some(TypeDefKind::Variant(Variant {
            cases: resolved.into(),
        }))
    }

    fn labels(
        &mut self,
        def: &ast::TypeDef<'s>,
        what: &str,
        member: &str,
        labels: &'a [ast::Label<'s>],
    ) -> Option<Box<[Label]>> {
        self.check_members(
            def,
            what,
            member,
            labels
                .iter()
                .map(|label| (label.name, &label.attributes[..])),
        );
        let mut resolved = Vec::with_capacity(labels.len());
        for label in labels {
            let docs = self.docs.read(label.span.start);
            resolved.push(Label {
                name: label.name.name.into(),
                docs,
                span: label.name.span,
            });
        }
        (!labels.is_empty()).then(|| resolved.into())
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
                let diagnostic = duplicate(codes::DUPLICATE_MEMBER, member, name, first.name, span);
                self.report(diagnostic);
            }
            if let Some(attribute) = attributes.first() {
                let message = format!("a {member} can't have attributes");
                let diagnostic = Diagnostic::error(
                    witc_parser::codes::ATTRIBUTE_NOT_ALLOWED,
                    message,
                    attribute.span,
                )
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
            let message =
                format!("there are {count} {parts} here, and a component can have {limit}");
            let diagnostic = Diagnostic::error(codes::TOO_MANY_PARTS, message, span)
                .note("put what belongs together into records or lists");
            self.report(diagnostic);
        }
        count <= limit
    }

    fn report_empty(&mut self, what: &str, member: &str, span: Span) {
        let article = if what == "enum" { "an" } else { "a" };
        let name = if what == "flags" {
            "a flags type".to_owned()
        } else {
            format!("{article} {what}")
        };
        let diagnostic = Diagnostic::error(
            codes::EMPTY_TYPE,
            format!("{name} needs at least one {member}"),
            span,
        );
        self.report(diagnostic);
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
        let message = format!(
            "the {what}s `{first}` and `{}` are the same name",
            name.name
        );
        (
            message,
            Some("names must differ in more than case and hyphens"),
        )
    };
    // Types are looked at before functions, wherever they stand.
    let (first, again) = if name.span < first_span {
        (name.span, first_span)
    } else {
        (first_span, name.span)
    };
    let mut diagnostic = Diagnostic::error(code, message, again)
        .label("again here")
        .also(first, "first defined here");
    diagnostic.notes.extend(note.map(ToOwned::to_owned));
    diagnostic
}
