//! The Rust type of a WIT type: what it is called where it is used.

use crate::context::Context;
use crate::mode::{Mode, Style};
use crate::module_names::Declaration;
use crate::names;
use crate::rust_type::{Lifetime, RustType};
use crate::shape::Shape;
use witc_bindgen_core::ModuleId;
use witc_resolve::{Handle, Type, TypeDefKind, TypeId};

/// Spells types as code of one module writes them.
#[derive(Clone, Copy)]
pub(crate) struct Speller<'c> {
    cx: &'c Context<'c>,
    module: ModuleId,
}

impl<'c> Speller<'c> {
    pub(crate) fn new(cx: &'c Context<'c>, module: ModuleId) -> Self {
        Self { cx, module }
    }

    /// The owned form of a type.
    pub(crate) fn owned(self, ty: Type) -> RustType {
        self.ty(ty, Mode::owned(self.cx, self.module, ty))
    }

    /// The owned form of a type, in which borrowed handles have this lifetime.
    pub(crate) fn owned_for(self, ty: Type, lifetime: Lifetime) -> RustType {
        let mode = Mode::new(self.cx, self.module, ty, Style::Owned, lifetime);
        self.ty(ty, mode)
    }

    /// A type in a mode.
    pub(crate) fn ty(self, ty: Type, mode: Mode) -> RustType {
        RustType::path(match ty {
            Type::Bool => "bool",
            Type::U8 => "u8",
            Type::U16 => "u16",
            Type::U32 => "u32",
            Type::U64 => "u64",
            Type::S8 => "i8",
            Type::S16 => "i16",
            Type::S32 => "i32",
            Type::S64 => "i64",
            Type::F32 => "f32",
            Type::F64 => "f64",
            Type::Char => "char",
            Type::ErrorContext => "_rt::async_support::ErrorContext",
            Type::String => return self.string(mode),
            Type::Id(id) => return self.ty_id(id, mode),
        })
    }

    fn string(self, mode: Mode) -> RustType {
        let byte = || RustType::path("u8");
        match (mode.lifetime, self.cx.options.raw_strings) {
            (Some(lifetime), true) => RustType::Slice(Box::new(byte())).reference(lifetime),
            (Some(lifetime), false) => RustType::path("str").reference(lifetime),
            (None, true) => RustType::generic(self.prelude("Vec"), [byte()]),
            (None, false) => RustType::path(self.prelude("String")),
        }
    }

    fn prelude(self, name: &str) -> String {
        self.cx.prelude(self.module, name)
    }

    fn ty_id(self, id: TypeId, mode: Mode) -> RustType {
        // An alias of a string or list is borrowed as a slice, not as a reference to an owned one.
        if mode.lifetime.is_some() {
            let shape = Shape::of(&self.cx.plan(Type::Id(id)).kind);
            if shape.is_string() {
                return self.string(mode);
            }
            if shape.is_sequence() {
                return self.anonymous(self.cx.resolve.definition(id), mode);
            }
        }
        if self.cx.resolve.types[id].name().is_some() {
            self.named(id, mode)
        } else {
            self.anonymous(id, mode)
        }
    }

    fn named(self, id: TypeId, mode: Mode) -> RustType {
        let (view, id) = self.cx.through(self.module, id);
        if self.cx.is_foreign(view, id) && !self.cx.resolve.types[id].kind.is_nominal() {
            return self.anonymous(id, mode);
        }
        self.called(view, id, mode)
    }

    /// A named type, which the module `view` sees, by its own name.
    pub(crate) fn called(self, view: ModuleId, id: TypeId, mode: Mode) -> RustType {
        let behind = mode.lifetime.filter(|_| mode.style == Style::Top);
        let mode = behind.map_or(mode, |lifetime| {
            Mode::new(self.cx, view, Type::Id(id), Style::Owned, lifetime)
        });
        let declaration = match mode.style {
            _ if !self.cx.twice(view, id) => Declaration::Only,
            Style::Owned => Declaration::Owned,
            Style::Top | Style::Borrowed => Declaration::Borrowed,
        };
        let path = self.path_of(view, id, declaration);
        let ty = RustType::with_lifetime(path, mode.lifetime);
        match behind {
            Some(lifetime) => ty.reference(lifetime),
            None => ty,
        }
    }

    /// The path of a declared type.
    pub(crate) fn type_path(self, id: TypeId) -> String {
        let (view, id) = self.cx.through(self.module, id);
        self.path_of(view, id, Declaration::Only)
    }

    /// The path of a declared type, for its constructor, its cases, its patterns.
    pub(crate) fn nominal(self, ty: Type, mode: Mode) -> String {
        let Some(id) = ty.id() else {
            return self.ty(ty, mode).to_string();
        };
        let (view, id) = self.cx.through(self.module, id);
        let declaration = match mode.style {
            _ if !self.cx.twice(view, id) => Declaration::Only,
            // A reference to a value that owns what it holds has the owned type behind it.
            Style::Owned | Style::Top => Declaration::Owned,
            Style::Borrowed => Declaration::Borrowed,
        };
        self.path_of(view, id, declaration)
    }

    /// The path of the type of borrowed handles of an exported resource.
    pub(crate) fn borrow_path(self, id: TypeId) -> String {
        let Self { cx, module } = self;
        let home = cx.modules.home(module, id).unwrap_or(module);
        format!("{}{}", cx.way(module, home), cx.borrow_name(home, id))
    }

    /// The path of a declaration of a type that the module `view` sees.
    pub(crate) fn path_of(self, view: ModuleId, id: TypeId, declaration: Declaration) -> String {
        let Self { cx, module } = self;
        let definition = cx.resolve.definition(id);
        if cx.modules.side(view, id).is_import()
            && let Some(path) = cx.remaps.ty(definition)
        {
            return path.to_owned();
        }
        let Some(home) = cx.modules.home(view, id) else {
            return names::camel(cx.resolve.types[id].name_or_empty());
        };
        let name = cx.declared_name(home, id, declaration);
        match cx.remapped(home) {
            Some(remapped) => {
                let path = cx.remaps.module_name(remapped);
                format!("{}{path}::{name}", cx.to_root(module))
            }
            None => format!("{}{name}", cx.way(module, home)),
        }
    }

    /// An anonymous type, or the definition of a named one.
    pub(crate) fn anonymous(self, id: TypeId, mode: Mode) -> RustType {
        let Self { cx, module } = self;
        let payload = |ty: Type| self.ty(ty, mode.payload(cx, module, ty));
        let part = |ty: Type| self.ty(ty, mode.part(cx, module, ty));
        let optional = |ty: Option<Type>| ty.map_or(RustType::UNIT, payload);
        match &cx.resolve.types[id].kind {
            TypeDefKind::Alias(ty) => self.ty(*ty, mode),
            // The Rust type of a resource is that of its owned handles, so `own<t>` needs no type
            // around it.
            TypeDefKind::Handle(Handle::Own(resource)) => self.ty(Type::Id(*resource), Mode::OWNED),
            TypeDefKind::Handle(Handle::Borrow(resource)) => self.borrowed(*resource, mode),
            TypeDefKind::Tuple(tuple) => {
                RustType::Tuple(tuple.types.iter().map(|&ty| payload(ty)).collect())
            }
            TypeDefKind::Option(ty) => RustType::generic(self.prelude("Option"), [payload(*ty)]),
            TypeDefKind::Result(result) => RustType::generic(
                self.prelude("Result"),
                [optional(result.ok), optional(result.err)],
            ),
            TypeDefKind::List(ty) => match mode.slices() {
                Some(lifetime) => RustType::Slice(Box::new(part(*ty))).reference(lifetime),
                None => RustType::generic(self.prelude("Vec"), [part(*ty)]),
            },
            TypeDefKind::FixedLengthList(ty, length) => {
                RustType::Array(Box::new(part(*ty)), *length)
            }
            TypeDefKind::Map(key, value) => {
                let path = cx.options.map_type.as_deref().unwrap_or("_rt::Map");
                let map = RustType::generic(path, [part(*key), part(*value)]);
                match mode.slices() {
                    Some(lifetime) => map.reference(lifetime),
                    None => map,
                }
            }
            TypeDefKind::Future(ty) => {
                RustType::generic("_rt::async_support::FutureReader", [self.payload(*ty)])
            }
            TypeDefKind::Stream(ty) => {
                RustType::generic("_rt::async_support::StreamReader", [self.payload(*ty)])
            }
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => self.named(id, mode),
        }
    }

    /// The type of what a stream or future carries: nothing is borrowed in it.
    pub(crate) fn payload(self, ty: Option<Type>) -> RustType {
        ty.map_or(RustType::UNIT, |ty| self.ty(ty, Mode::OWNED))
    }

    fn borrowed(self, resource: TypeId, mode: Mode) -> RustType {
        let lifetime = mode.lifetime.unwrap_or(Lifetime::Elided);
        if self.cx.is_exported_resource(self.module, resource) {
            RustType::with_lifetime(self.borrow_path(resource), Some(lifetime))
        } else {
            RustType::path(self.type_path(resource)).reference(lifetime)
        }
    }
}
