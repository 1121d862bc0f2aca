//! Definitions of types, the elements of their lists, and uses of types.

use super::builder::{Builder, take};
use crate::ast::{
    Case, Field, Ident, Label, Param, Type, TypeDef, TypeDefKind, TypeId, TypeKind, UseName,
};
use witc_diagnostics::Span;

impl<'s> Builder<'s> {
    pub(crate) fn named_type(&self, name: Ident<'s>) -> TypeKind<'s> {
        if name.is_missing() {
            TypeKind::Missing
        } else {
            TypeKind::Name(name.name)
        }
    }

    pub(crate) fn inner(&mut self, ty: Type<'s>) -> TypeId {
        self.nodes.add_type(ty)
    }

    /// The resource of a handle.
    pub(crate) fn resource_name(&mut self, name: Ident<'s>) -> TypeId {
        let kind = self.named_type(name);
        self.inner(Type {
            span: name.span,
            kind,
        })
    }

    pub(crate) fn fixed_length_list(&mut self, ty: Type<'s>, start: u32, end: u32) -> TypeKind<'s> {
        let inner = self.inner(ty);
        // A length that the recovery made up takes no place in the text: then it is a plain list.
        if start == end {
            TypeKind::List(inner)
        } else {
            TypeKind::FixedLengthList(inner, Span::new(start, end))
        }
    }

    /// Adds a type to the `before` ones of a tuple, and says how many there are now.
    pub(crate) fn type_of_tuple(&mut self, before: usize, ty: Type<'s>) -> usize {
        self.types.push(ty);
        before + 1
    }

    pub(crate) fn tuple(&mut self, count: usize) -> TypeKind<'s> {
        let start = self.types.len().saturating_sub(count);
        TypeKind::Tuple(self.nodes.add_types(self.types.drain(start..)))
    }

    pub(crate) fn ty(&self, start: u32, end: u32, kind: TypeKind<'s>) -> Type<'s> {
        Type {
            span: Span::new(start, end),
            kind,
        }
    }

    pub(crate) fn param(&mut self, name: Ident<'s>, ty: Type<'s>) {
        self.params.push(Param { name, ty });
    }

    pub(crate) fn use_name(&mut self, name: Ident<'s>, rename: Option<Ident<'s>>) {
        self.use_names.push(UseName { name, rename });
    }

    pub(crate) fn with_name(&mut self, name: Ident<'s>, rename: Ident<'s>) {
        self.with_names.push((name, rename));
    }

    pub(crate) fn field(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        ty: Type<'s>,
    ) {
        let attributes = self.attributes(attributes);
        self.fields.push(Field {
            span: Span::new(l, r),
            attributes,
            name,
            ty,
        });
    }

    pub(crate) fn case(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        ty: Option<Type<'s>>,
    ) {
        let attributes = self.attributes(attributes);
        self.cases.push(Case {
            span: Span::new(l, r),
            attributes,
            name,
            ty,
        });
    }

    pub(crate) fn label(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        self.labels.push(Label {
            span: Span::new(l, r),
            attributes,
            name,
        });
    }

    pub(super) fn type_def(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        kind: TypeDefKind<'s>,
    ) {
        let attributes = self.attributes(attributes);
        self.type_def = Some(TypeDef {
            span: Span::new(l, r),
            attributes,
            name,
            kind,
        });
    }

    pub(crate) fn alias(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        ty: Type<'s>,
    ) {
        self.type_def(l, r, attributes, name, TypeDefKind::Alias(ty));
    }

    pub(crate) fn record(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let fields = take(&mut self.fields);
        self.type_def(l, r, attributes, name, TypeDefKind::Record(fields));
    }

    pub(crate) fn variant(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let cases = take(&mut self.cases);
        self.type_def(l, r, attributes, name, TypeDefKind::Variant(cases));
    }

    pub(crate) fn enum_(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let labels = take(&mut self.labels);
        self.type_def(l, r, attributes, name, TypeDefKind::Enum(labels));
    }

    pub(crate) fn flags(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let labels = take(&mut self.labels);
        self.type_def(l, r, attributes, name, TypeDefKind::Flags(labels));
    }

    pub(crate) fn resource(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let funcs = take(&mut self.resource_funcs);
        self.type_def(l, r, attributes, name, TypeDefKind::Resource(funcs));
    }
}
