//! Rust types: what a WIT type is called where, and whether it borrows.

use crate::context::Context;
use crate::merge::is_declared;
use crate::names;
use crate::options::Ownership;
use crate::usage::Uses;
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::Facts;
use witc_resolve::{Direction, Handle, Type, TypeDefKind, TypeId};

/// How far a type is borrowed that a parameter of an import has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Style {
    /// Not at all.
    Owned,
    /// By a reference; what is behind it owns what it holds.
    Top,
    /// All the way down: types have lifetimes.
    Borrowed,
}

/// How a type is written: its style, and which lifetime it has, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mode {
    pub(crate) style: Style,
    pub(crate) lifetime: Option<&'static str>,
    /// Whether lists are slices.
    slices: bool,
}

impl Mode {
    pub(crate) const OWNED: Self = Self {
        style: Style::Owned,
        lifetime: None,
        slices: false,
    };

    /// The same mode, with its lifetime left to inference.
    pub(crate) fn elided(self) -> Self {
        Self {
            lifetime: self.lifetime.map(|_| "'_"),
            ..self
        }
    }
}

impl Context<'_> {
    /// How the type `id`, as seen from a module, is used, under whatever name. Types without a declaration are used wherever
    /// one is that is made like them.
    pub(crate) fn uses(&self, from: ModuleId, id: TypeId) -> Uses {
        let ty = &self.resolve.types[id];
        let plan = self.plan_id(Type::Id(id));
        let Some(home) = self.modules.home(from, id) else {
            return self.alike.of_plan(self.modules[from].direction, plan);
        };
        let side = self.modules[home].direction;
        let own = self
            .merged
            .uses(home, id)
            .unwrap_or_else(|| self.usage.of(side, id));
        if !is_declared(&self.plans[plan].kind) {
            return own | self.alike.of_plan(side, plan);
        }
        match ty.kind {
            TypeDefKind::Alias(Type::Id(target)) => own | self.uses(home, target),
            _ => own | self.alike.of_declared(side, id, plan),
        }
    }

    pub(crate) fn facts(&self, ty: Type) -> Facts {
        self.plan(ty).facts
    }

    /// Whether a type is an array that has no name. As with wit-bindgen its elements are never borrowed.
    fn is_bare_array(&self, id: TypeId) -> bool {
        let def = &self.resolve.types[id];
        matches!(def.kind, TypeDefKind::FixedLengthList(..)) && def.name().is_none()
    }

    /// Whether a type exists twice: as `NameParam<'a>` and as `NameResult`.
    pub(crate) fn twice(&self, from: ModuleId, id: TypeId) -> bool {
        let uses = self.uses(from, id);
        let facts = self.facts(Type::Id(id));
        self.options.ownership == Ownership::BorrowingDuplicateIfNecessary
            && (uses.borrowed && uses.owned && facts.heap && !facts.owns)
            && self.refers[id.index()]
    }

    /// The mode of a type for a style that is wanted.
    pub(crate) fn mode(
        &self,
        from: ModuleId,
        ty: Type,
        style: Style,
        lifetime: &'static str,
    ) -> Mode {
        let Type::Id(id) = ty else {
            let borrowed = ty == Type::String && style != Style::Owned;
            return if borrowed {
                Mode {
                    style,
                    lifetime: Some(lifetime),
                    slices: true,
                }
            } else {
                Mode::OWNED
            };
        };
        let facts = self.facts(ty);
        let style = match style {
            Style::Borrowed
                if facts.heap && (self.is_bare_array(id) || !self.refers[id.index()]) =>
            {
                Style::Top
            }
            style => style,
        };
        let lifetime = if facts.borrows {
            Some(lifetime)
        } else if style == Style::Owned || facts.owns || !facts.heap {
            None
        } else if self.options.ownership != Ownership::Owning
            && self.uses(from, id).owned
            && !self.twice(from, id)
        {
            return Mode {
                style: Style::Top,
                lifetime: Some(lifetime),
                slices: true,
            };
        } else {
            Some(lifetime)
        };
        let slices = lifetime.is_some() && style != Style::Owned;
        // Owned handles are given away, and Rust shows it: what holds them is passed whole. A list that lends handles as
        // well is a slice all the same, as guests know it from wit-bindgen; its owned handles are empty after the call.
        Mode {
            style: if facts.owns { Style::Owned } else { style },
            lifetime,
            slices,
        }
    }

    /// The mode of a parameter of an import.
    pub(crate) fn param_mode(&self, from: ModuleId, ty: Type) -> Mode {
        let style = if self.options.ownership == Ownership::Owning {
            Style::Top
        } else {
            Style::Borrowed
        };
        self.mode(from, ty, style, "'_")
    }

    /// The mode of a type in an owned position. It has a lifetime only if there are borrowed handles.
    pub(crate) fn owned_mode(&self, from: ModuleId, ty: Type) -> Mode {
        self.mode(from, ty, Style::Owned, "'_")
    }

    /// The mode of a part of a type.
    pub(crate) fn part_mode(&self, from: ModuleId, part: Type, whole: Mode) -> Mode {
        let style = match whole.style {
            Style::Owned | Style::Top => Style::Owned,
            Style::Borrowed => Style::Borrowed,
        };
        whole.lifetime.map_or(Mode::OWNED, |lifetime| {
            self.mode(from, part, style, lifetime)
        })
    }

    /// The mode of a part of an option, result or tuple: `Option<&T>` rather than `&Option<T>`.
    pub(crate) fn payload_mode(&self, from: ModuleId, part: Type, whole: Mode) -> Mode {
        if whole.style == Style::Top {
            whole
        } else {
            self.part_mode(from, part, whole)
        }
    }

    /// The owned form of a type, as code of a module writes it.
    pub(crate) fn owned(&self, from: ModuleId, ty: Type) -> String {
        self.ty(from, ty, self.owned_mode(from, ty))
    }

    /// A type in a mode, as code of a module writes it.
    pub(crate) fn ty(&self, from: ModuleId, ty: Type, mode: Mode) -> String {
        let primitive = match ty {
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
            Type::String => return self.string(from, mode),
            Type::Id(id) => return self.ty_id(from, id, mode),
        };
        primitive.to_owned()
    }

    fn string(&self, from: ModuleId, mode: Mode) -> String {
        match (mode.lifetime, self.options.raw_strings) {
            (Some(lifetime), true) => format!("{}[u8]", reference(lifetime)),
            (Some(lifetime), false) => format!("{}str", reference(lifetime)),
            (None, true) => format!("{}<u8>", self.prelude(from, "Vec")),
            (None, false) => self.prelude(from, "String"),
        }
    }

    fn ty_id(&self, from: ModuleId, id: TypeId, mode: Mode) -> String {
        // An alias of a string or list is borrowed as a slice, not as a reference to an owned one.
        if mode.lifetime.is_some() {
            match self.resolve.dealias(Type::Id(id)) {
                Type::String => return self.string(from, mode),
                Type::Id(target)
                    if matches!(
                        self.resolve.types[target].kind,
                        TypeDefKind::List(_) | TypeDefKind::Map(..)
                    ) =>
                {
                    return self.anonymous(from, target, mode);
                }
                _ => {}
            }
        }
        if self.resolve.types[id].name().is_some() {
            self.named(from, id, mode)
        } else {
            self.anonymous(from, id, mode)
        }
    }

    fn named(&self, from: ModuleId, id: TypeId, mode: Mode) -> String {
        let (view, id) = self.through(from, id);
        if self.is_foreign(view, id) && !self.resolve.types[id].kind.is_nominal() {
            return self.anonymous(from, id, mode);
        }
        self.called(from, view, id, mode)
    }

    /// What an alias stands for, and the module that sees it, where `with` has another module in place of the alias's: that one
    /// may be written by hand, and lack the names that the WIT gives to what others define.
    pub(crate) fn through(&self, mut view: ModuleId, mut id: TypeId) -> (ModuleId, TypeId) {
        while let TypeDefKind::Alias(Type::Id(target)) = self.resolve.types[id].kind
            && let Some(home) = self.modules.home(view, id)
            && self.remapped(home).is_some()
        {
            (view, id) = (home, target);
        }
        (view, id)
    }

    /// A named type, which the module `view` sees, by its own name.
    pub(crate) fn called(&self, from: ModuleId, view: ModuleId, id: TypeId, mode: Mode) -> String {
        let (by, mode) = match (mode.style, mode.lifetime) {
            (Style::Top, Some(lifetime)) => (
                reference(lifetime),
                self.mode(view, Type::Id(id), Style::Owned, lifetime),
            ),
            _ => (String::new(), mode),
        };
        let suffix = match mode.style {
            _ if !self.twice(view, id) => "",
            Style::Owned => "Result",
            _ => "Param",
        };
        format!(
            "{by}{}{}",
            self.path_of(from, view, id, suffix),
            generics(mode.lifetime)
        )
    }

    /// The path of a declared type, with something behind its name.
    pub(crate) fn type_path(&self, from: ModuleId, id: TypeId, suffix: &str) -> String {
        let (view, id) = self.through(from, id);
        self.path_of(from, view, id, suffix)
    }

    /// The path of a type that the module `view` sees, as code of the module `from` writes it.
    pub(crate) fn path_of(
        &self,
        from: ModuleId,
        view: ModuleId,
        id: TypeId,
        suffix: &str,
    ) -> String {
        let definition = self.resolve.definition(id);
        if self.modules.side(view, id) == Direction::Import
            && let Some(path) = self.remaps.ty(definition)
        {
            return path.to_owned();
        }
        let Some(home) = self.modules.home(view, id) else {
            return names::camel(self.resolve.types[id].name_or_empty());
        };
        let name = format!("{}{suffix}", self.type_name(home, id));
        match self.remapped(home) {
            Some(module) => format!("{}_with{module}::{name}", self.to_root(from)),
            None => format!("{}{name}", self.way(from, home)),
        }
    }

    /// The number of the module that `with` has in place of this one.
    pub(crate) fn remapped(&self, module: ModuleId) -> Option<usize> {
        let imported = self.modules[module].direction == Direction::Import;
        self.modules[module]
            .interface
            .filter(|_| imported)
            .and_then(|(_, id)| self.remaps.interface(id))
    }

    /// Whether `with` has another module in place of that of a type, which the module `view` sees.
    pub(crate) fn is_foreign(&self, view: ModuleId, id: TypeId) -> bool {
        self.modules
            .home(view, id)
            .is_some_and(|home| self.remapped(home).is_some())
    }

    /// What stands for an anonymous type, or for the definition of a named one.
    pub(crate) fn anonymous(&self, from: ModuleId, id: TypeId, mode: Mode) -> String {
        let payload = |ty: Type| self.ty(from, ty, self.payload_mode(from, ty, mode));
        let part = |ty: Type| self.ty(from, ty, self.part_mode(from, ty, mode));
        let optional = |ty: Option<Type>| ty.map_or_else(|| "()".to_owned(), payload);
        let borrow = if mode.slices {
            mode.lifetime.map(reference)
        } else {
            None
        };
        match &self.resolve.types[id].kind {
            TypeDefKind::Alias(ty) => self.ty(from, *ty, mode),
            TypeDefKind::Handle(Handle::Own(resource)) => {
                self.ty(from, Type::Id(*resource), Mode::OWNED)
            }
            TypeDefKind::Handle(Handle::Borrow(resource)) => self.borrowed(from, *resource, mode),
            TypeDefKind::Tuple(tuple) => {
                let types: Vec<_> = tuple.types.iter().map(|&ty| payload(ty)).collect();
                if let [one] = types.as_slice() {
                    format!("({one},)")
                } else {
                    format!("({})", types.join(", "))
                }
            }
            TypeDefKind::Option(ty) => {
                format!("{}<{}>", self.prelude(from, "Option"), payload(*ty))
            }
            TypeDefKind::Result(result) => {
                let name = self.prelude(from, "Result");
                format!("{name}<{}, {}>", optional(result.ok), optional(result.err))
            }
            TypeDefKind::List(ty) => match borrow {
                Some(borrow) => format!("{borrow}[{}]", part(*ty)),
                None => format!("{}<{}>", self.prelude(from, "Vec"), part(*ty)),
            },
            TypeDefKind::FixedLengthList(ty, length) => format!("[{}; {length}]", part(*ty)),
            TypeDefKind::Map(key, value) => {
                let map = self.options.map_type.as_deref().unwrap_or("_rt::Map");
                format!(
                    "{}{map}<{}, {}>",
                    borrow.unwrap_or_default(),
                    part(*key),
                    part(*value)
                )
            }
            TypeDefKind::Future(ty) => {
                format!("_rt::async_support::FutureReader<{}>", optional(*ty))
            }
            TypeDefKind::Stream(ty) => {
                format!("_rt::async_support::StreamReader<{}>", optional(*ty))
            }
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => self.named(from, id, mode),
        }
    }

    fn borrowed(&self, from: ModuleId, resource: TypeId, mode: Mode) -> String {
        let lifetime = mode.lifetime.unwrap_or("'_");
        if self.is_exported_resource(from, resource) {
            format!("{}<{lifetime}>", self.borrow_path(from, resource))
        } else {
            format!(
                "{}{}",
                reference(lifetime),
                self.type_path(from, resource, "")
            )
        }
    }
}

/// `&`, with a lifetime unless that is left out.
fn reference(lifetime: &str) -> String {
    if lifetime == "'_" {
        "&".to_owned()
    } else {
        format!("&{lifetime} ")
    }
}

/// `<'a>`, or nothing.
pub(crate) fn generics(lifetime: Option<&str>) -> String {
    lifetime
        .map(|lifetime| format!("<{lifetime}>"))
        .unwrap_or_default()
}
