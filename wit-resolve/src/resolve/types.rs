//! Types as they are written where one is used: names, and what is made of them.

use super::limits::MAX_MEMBERS;
use super::session::Resolver;
use crate::codes;
use crate::{Handle, ResultType, Stability, Tuple, Type, TypeDefKind, TypeId};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, TypeKind};

/// A type as it is written.
pub(crate) enum WrittenType {
    Primitive(Type),
    /// The type that a name stands for.
    Named(TypeId),
    /// A type that is made of others on the spot.
    Compound(TypeDefKind),
}

impl<'a, 's> Resolver<'a, 's> {
    /// The type of a value; nothing if a mistake in it has been reported. Anonymous types that it takes share `gate`
    /// where they have no better one.
    pub(crate) fn ty(&mut self, ty: &'a ast::Type<'s>, gate: &Stability) -> Option<Type> {
        let none = Stability::default();
        let (kind, gate) = match self.written(ty, gate)? {
            WrittenType::Primitive(primitive) => return Some(primitive),
            // The bare name of a resource is an owned handle of it.
            WrittenType::Named(id) if self.facts(id).resource => {
                (TypeDefKind::Handle(Handle::Own(id)), &none)
            }
            WrittenType::Named(id) => return Some(Type::Id(id)),
            WrittenType::Compound(kind) => {
                let is_own = kind.as_handle().is_some_and(Handle::is_own);
                (kind, if is_own { &none } else { gate })
            }
        };
        Some(self.anonymous(kind, gate, ty.span))
    }

    /// A type as it is written, with its names looked up; nothing if a mistake in it has been reported.
    // Most types are primitive. Where this is inlined, they don't pay for the moves that compound ones need, which is 1.5 %
    // of all instructions of loading; the compiler does not do so by itself.
    #[inline(always)]
    pub(crate) fn written(
        &mut self,
        ty: &'a ast::Type<'s>,
        gate: &Stability,
    ) -> Option<WrittenType> {
        let nodes = self.nodes_at(ty.span);
        let kind = match ty.kind {
            TypeKind::Bool => return Some(WrittenType::Primitive(Type::Bool)),
            TypeKind::U8 => return Some(WrittenType::Primitive(Type::U8)),
            TypeKind::U16 => return Some(WrittenType::Primitive(Type::U16)),
            TypeKind::U32 => return Some(WrittenType::Primitive(Type::U32)),
            TypeKind::U64 => return Some(WrittenType::Primitive(Type::U64)),
            TypeKind::S8 => return Some(WrittenType::Primitive(Type::S8)),
            TypeKind::S16 => return Some(WrittenType::Primitive(Type::S16)),
            TypeKind::S32 => return Some(WrittenType::Primitive(Type::S32)),
            TypeKind::S64 => return Some(WrittenType::Primitive(Type::S64)),
            TypeKind::F32 => return Some(WrittenType::Primitive(Type::F32)),
            TypeKind::F64 => return Some(WrittenType::Primitive(Type::F64)),
            TypeKind::Char => return Some(WrittenType::Primitive(Type::Char)),
            TypeKind::String => return Some(WrittenType::Primitive(Type::String)),
            TypeKind::ErrorContext => return Some(WrittenType::Primitive(Type::ErrorContext)),
            TypeKind::Name(name) => return self.named(name, ty.span).map(WrittenType::Named),
            TypeKind::Missing => return None,
            TypeKind::Option(inner) => TypeDefKind::Option(self.ty(&nodes[inner], gate)?),
            TypeKind::List(inner) => TypeDefKind::List(self.ty(&nodes[inner], gate)?),
            TypeKind::FixedLengthList(inner, length) => {
                // Both parts are looked at before either fails, here and below, so that the
                // mistakes of both are reported.
                let inner = self.ty(&nodes[inner], gate);
                let length = self.length(length)?;
                TypeDefKind::FixedLengthList(inner?, length)
            }
            TypeKind::Map(key, value) => self.map(&nodes[key], &nodes[value], gate)?,
            TypeKind::Tuple(types) => self.tuple(&nodes[types], ty.span, gate)?,
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
        };
        // Names have been looked up; of what is left out nothing is made.
        (!self.here.dropped).then_some(WrittenType::Compound(kind))
    }

    fn map(
        &mut self,
        key: &'a ast::Type<'s>,
        value: &'a ast::Type<'s>,
        gate: &Stability,
    ) -> Option<TypeDefKind> {
        let (resolved, inner) = (self.ty(key, gate), self.ty(value, gate));
        let key = self.map_key(resolved?, key.span)?;
        Some(TypeDefKind::Map(key, self.map_value(inner?, value.span)))
    }

    fn tuple(
        &mut self,
        types: &'a [ast::Type<'s>],
        span: Span,
        gate: &Stability,
    ) -> Option<TypeDefKind> {
        if !self.has_room("types", types.len(), MAX_MEMBERS, span) {
            return None;
        }
        // All of them are resolved, for what is wrong in them.
        let resolved: Vec<Option<Type>> = types.iter().map(|ty| self.ty(ty, gate)).collect();
        if resolved.is_empty() {
            self.report_empty("tuple", "type", span);
            return None;
        }
        let types = resolved.into_iter().collect::<Option<_>>()?;
        Some(TypeDefKind::Tuple(Tuple { types }))
    }

    pub(crate) fn payload(
        &mut self,
        ty: Option<&'a ast::Type<'s>>,
        gate: &Stability,
    ) -> Option<Option<Type>> {
        match ty {
            Some(ty) => self.ty(ty, gate).map(Some),
            None => Some(None),
        }
    }

    /// The payload of a stream or future; nothing if a mistake in it has been reported.
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
        let diagnostic = if payload.id().is_some_and(|id| self.facts(id).borrows) {
            let message = format!("a {what} can't carry a `borrow`");
            Diagnostic::error(codes::ASYNC_PAYLOAD, message, ty.span)
                .note("a borrowed handle is only valid during the call that it is passed to: pass an owned handle, written as the resource's name alone")
        // `Explainer.md`, "Asynchronous value types": `stream<char>` is excluded.
        } else if what == "stream" && self.out.model.dealias(payload).is_char() {
            Diagnostic::error(codes::ASYNC_PAYLOAD, "a stream can't carry `char`", ty.span).note(
                "write `stream<u8>` for text in UTF-8, or `stream<string>` for pieces of text",
            )
        } else {
            return Some(Some(payload));
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
            // An alias has an id too: the grammar of WIT has keywords in this place.
            Type::F32 | Type::F64 | Type::ErrorContext | Type::Id(_) => {
                let diagnostic = Diagnostic::error(
                    codes::MAP_KEY,
                    "a map can't have keys of this type",
                    span,
                )
                .note("a key is `bool`, `char`, `string` or an integer type, but no alias of one")
                .note("for other keys, use `list<tuple<key, value>>`");
                self.report(diagnostic);
                None
            }
            Type::Bool
            | Type::U8
            | Type::U16
            | Type::U32
            | Type::U64
            | Type::S8
            | Type::S16
            | Type::S32
            | Type::S64
            | Type::Char
            | Type::String => Some(key),
        }
    }

    /// The specification has maps of anything, and so does wit-parser; but validators take them for lists of which bindings
    /// may drop what has a key twice, and nobody would drop a handle in it.
    fn map_value(&mut self, value: Type, span: Span) -> Type {
        let holds_handles = match value.id() {
            Some(id) => self.facts(id).handles,
            None => value.is_error_context(),
        };
        if holds_handles {
            let diagnostic = Diagnostic::warning(
                codes::MAP_OF_HANDLES,
                "the values of this map contain handles",
                span,
            )
            .note("`wasm-tools`, from 1.263, and `witc component new` reject a component that has such a map")
            .note("use `list<tuple<key, value>>` instead, which is valid everywhere");
            self.report(diagnostic);
        }
        value
    }

    /// The type that a name stands for in the scope.
    pub(crate) fn named(&mut self, name: &'s str, span: Span) -> Option<TypeId> {
        let found = self.here.types.types.get(name).copied();
        if found.is_none() {
            self.missing_type(name, span);
        }
        found
    }

    /// The resource that a name stands for in the scope: the type as it was named.
    fn resource(&mut self, written: &ast::Type<'s>) -> Option<TypeId> {
        let name = written.kind.name()?;
        let id = self.named(name, written.span)?;
        if self.facts(id).resource {
            return Some(id);
        }
        let ty = &self.out.model.types[self.out.model.definition(id)];
        let message = if ty.kind.as_handle().is_some() {
            format!("`{name}` is already a handle, not a resource")
        } else {
            let kind = ty.kind.describe();
            let article = if kind.starts_with(['e', 'o']) {
                "an"
            } else {
                "a"
            };
            format!("`{name}` is {article} {kind}, not a resource")
        };
        let diagnostic = Diagnostic::error(codes::NOT_A_RESOURCE, message, written.span)
            .also(ty.span, "defined here")
            .note("only resources have handles: write the name without `own` or `borrow`");
        self.report(diagnostic);
        None
    }
}
