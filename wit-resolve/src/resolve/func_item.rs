//! Functions as they are written: their kinds, and the names that components know them by.

use super::members::{ComponentName, Room};
use crate::{Accessor, Name};
use ecow::EcoString;
use witc_parser::ast::{self, Attribute, FuncKind, Ident, ResourceFunc, ResourceFuncKind};

/// A function before its types are resolved.
#[derive(Clone, Copy)]
pub(crate) struct FuncItem<'a, 's> {
    /// The position at which the item starts.
    pub(crate) start: u32,
    pub(crate) attributes: &'a [Attribute<'s>],
    /// The resource that it belongs to.
    pub(crate) resource: Option<Ident<'s>>,
    pub(crate) name: Ident<'s>,
    pub(crate) form: Form,
    pub(crate) func: &'a ast::Func<'s>,
}

/// The kinds of functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Freestanding(Option<Accessor>),
    Method(Option<Accessor>),
    Static(Option<Accessor>),
    Constructor,
}

impl Form {
    pub(crate) fn accessor(self) -> Option<Accessor> {
        match self {
            Self::Freestanding(accessor) | Self::Method(accessor) | Self::Static(accessor) => {
                accessor
            }
            Self::Constructor => None,
        }
    }
}

fn split<'a, 's>(kind: &'a FuncKind<'s>) -> (Option<Accessor>, &'a ast::Func<'s>) {
    match kind {
        FuncKind::Func(func) => (None, func),
        FuncKind::Getter(func) => (Some(Accessor::Get), func),
        FuncKind::Setter(func) => (Some(Accessor::Set), func),
    }
}

impl<'a, 's> FuncItem<'a, 's> {
    /// A function of an interface or world.
    pub(crate) fn freestanding(
        start: u32,
        attributes: &'a [Attribute<'s>],
        name: Ident<'s>,
        kind: &'a FuncKind<'s>,
    ) -> Self {
        let (accessor, func) = split(kind);
        Self {
            start,
            attributes,
            resource: None,
            name,
            form: Form::Freestanding(accessor),
            func,
        }
    }

    /// A function of a resource.
    pub(crate) fn of_resource(resource: Ident<'s>, item: &'a ResourceFunc<'s>) -> Self {
        let (name, form, func) = match &item.kind {
            ResourceFuncKind::Constructor(span, func) => (
                Ident {
                    name: resource.name,
                    span: *span,
                },
                Form::Constructor,
                func,
            ),
            ResourceFuncKind::Method(name, kind) => {
                let (accessor, func) = split(kind);
                (*name, Form::Method(accessor), func)
            }
            ResourceFuncKind::Static(name, kind) => {
                let (accessor, func) = split(kind);
                (*name, Form::Static(accessor), func)
            }
        };
        Self {
            start: item.span.start,
            attributes: &item.attributes,
            resource: Some(resource),
            name,
            form,
            func,
        }
    }

    /// The name as components know it.
    pub(crate) fn full_name(&self) -> Name {
        let (annotation, accessor) = match self.form {
            Form::Freestanding(accessor) => ("", accessor),
            Form::Method(accessor) => ("[method]", accessor),
            Form::Static(accessor) => ("[static]", accessor),
            Form::Constructor => ("[constructor]", None),
        };
        let accessor = match accessor {
            None => "",
            Some(Accessor::Get) => "[get]",
            Some(Accessor::Set) => "[set]",
        };
        // Most functions have their plain name, which is copied without building another text.
        if annotation.is_empty() && accessor.is_empty() {
            return self.name.name.into();
        }
        // A constructor is called by its resource, which is its own name here already.
        let resource = self
            .resource
            .filter(|_| self.form != Form::Constructor)
            .map(|resource| resource.name);
        let mut name = EcoString::with_capacity(
            annotation.len()
                + accessor.len()
                + resource.map_or(0, |resource| resource.len() + 1)
                + self.name.name.len(),
        );
        name.push_str(annotation);
        name.push_str(accessor);
        if let Some(resource) = resource {
            name.push_str(resource);
            name.push('.');
        }
        name.push_str(self.name.name);
        name
    }

    /// The name as far as it must differ from others.
    pub(crate) fn component_name(&self) -> ComponentName<'s> {
        let room = match self.form {
            Form::Constructor => Room::Constructor,
            Form::Freestanding(accessor) | Form::Method(accessor) | Form::Static(accessor) => {
                match accessor {
                    Some(Accessor::Set) => Room::Setter,
                    Some(Accessor::Get) | None => Room::Plain,
                }
            }
        };
        let resource = self
            .resource
            .filter(|_| self.form != Form::Constructor)
            .map(|resource| resource.name);
        ComponentName {
            room,
            resource,
            name: self.name.name,
        }
    }
}
