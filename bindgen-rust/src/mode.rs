//! The mode of a type where it is used: whether it borrows, and for how long.

use crate::context::Context;
use crate::lent;
use crate::options::Ownership;
use crate::rust_type::Lifetime;
use witc_bindgen_core::ModuleId;
use witc_resolve::{Type, TypeId};

/// The depth to which a value is borrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Style {
    /// Not at all.
    Owned,
    /// By a reference to what owns what it holds.
    Top,
    /// All the way down: types have lifetimes.
    Borrowed,
}

/// The mode of a type: its style, and its lifetime, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mode {
    pub(crate) style: Style,
    pub(crate) lifetime: Option<Lifetime>,
    /// Whether lists are slices.
    slices: bool,
}

impl Mode {
    pub(crate) const OWNED: Self = Self {
        style: Style::Owned,
        lifetime: None,
        slices: false,
    };

    /// The mode of a type, as code of a module uses it, for a style that is wanted.
    pub(crate) fn new(
        cx: &Context<'_>,
        from: ModuleId,
        ty: Type,
        style: Style,
        lifetime: Lifetime,
    ) -> Self {
        match ty.id() {
            Some(id) => Self::of_id(cx, from, id, style, lifetime),
            // Of the primitive types a string alone is borrowed.
            None if ty.is_string() && style != Style::Owned => Self {
                style,
                lifetime: Some(lifetime),
                slices: true,
            },
            None => Self::OWNED,
        }
    }

    fn of_id(
        cx: &Context<'_>,
        from: ModuleId,
        id: TypeId,
        wanted: Style,
        lifetime: Lifetime,
    ) -> Self {
        let facts = cx.facts(Type::Id(id));
        let style = match wanted {
            // Its borrowed form would be its owned form, so there is only a reference to borrow.
            Style::Borrowed
                if facts.heap
                    && (lent::is_bare_array(cx.resolve, &cx.plans, id) || !cx.refers(id)) =>
            {
                Style::Top
            }
            Style::Borrowed | Style::Top | Style::Owned => wanted,
        };
        let lives = facts.borrows || (style != Style::Owned && facts.heap && !facts.owns);
        // A type that is also owned somewhere is declared in its owned form alone, unless it exists
        // twice. A parameter of it is a reference to that.
        if lives
            && !facts.borrows
            && cx.options.ownership != Ownership::Owning
            && cx.uses(from, id).owned
            && !cx.twice(from, id)
        {
            return Self {
                style: Style::Top,
                lifetime: Some(lifetime),
                slices: true,
            };
        }
        // Owned handles are given away, and Rust shows it: what holds them is passed whole. A list that lends handles as
        // well is a slice all the same, as guests know it from wit-bindgen; its owned handles are empty after the call.
        Self {
            style: if facts.owns { Style::Owned } else { style },
            lifetime: lives.then_some(lifetime),
            slices: lives && style != Style::Owned,
        }
    }

    /// The mode of a parameter of an import.
    pub(crate) fn param(cx: &Context<'_>, from: ModuleId, ty: Type) -> Self {
        let style = match cx.options.ownership {
            Ownership::Owning => Style::Top,
            Ownership::Borrowing | Ownership::BorrowingDuplicateIfNecessary => Style::Borrowed,
        };
        Self::new(cx, from, ty, style, Lifetime::Elided)
    }

    /// The mode of a type in an owned position. It has a lifetime only if there are borrowed handles.
    pub(crate) fn owned(cx: &Context<'_>, from: ModuleId, ty: Type) -> Self {
        Self::new(cx, from, ty, Style::Owned, Lifetime::Elided)
    }

    /// The mode of a part of a type of this mode.
    pub(crate) fn part(self, cx: &Context<'_>, from: ModuleId, part: Type) -> Self {
        let style = match self.style {
            Style::Owned | Style::Top => Style::Owned,
            Style::Borrowed => Style::Borrowed,
        };
        // Without a lifetime there is nothing that a part could borrow for.
        self.lifetime.map_or(Self::OWNED, |lifetime| {
            Self::new(cx, from, part, style, lifetime)
        })
    }

    /// The mode of a part of an option, result or tuple of this mode: `Option<&T>` rather than `&Option<T>`.
    pub(crate) fn payload(self, cx: &Context<'_>, from: ModuleId, part: Type) -> Self {
        if self.style == Style::Top {
            self
        } else {
            self.part(cx, from, part)
        }
    }

    /// The same mode, with its lifetime left to inference.
    pub(crate) fn elided(self) -> Self {
        Self {
            lifetime: self.lifetime.map(|_| Lifetime::Elided),
            ..self
        }
    }

    /// The lifetime of the slices that lists of this mode are, if they are.
    pub(crate) fn slices(self) -> Option<Lifetime> {
        self.lifetime.filter(|_| self.slices)
    }

    /// Whether a type in this mode is a reference to an owned value, as named types are of which only the top is borrowed.
    pub(crate) fn is_reference(self, cx: &Context<'_>, ty: Type) -> bool {
        let named = ty
            .id()
            .is_some_and(|id| cx.resolve.types[id].name().is_some());
        named && self.style == Style::Top && self.lifetime.is_some()
    }
}
