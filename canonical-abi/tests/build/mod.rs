//! A small builder of resolved packages for tests.

#![allow(dead_code, reason = "every test uses a part of it")]

use witc_diagnostics::Span;
use witc_resolve::{
    Case, Docs, Enum, Field, Flags, Function, FunctionKind, Handle, Label, Name, Param, Record,
    Resolve, ResultType, Stability, Tuple, Type, TypeDef, TypeDefKind, Variant,
};

/// A resolved package in the making.
#[derive(Default)]
pub(crate) struct Build {
    /// What has been built.
    pub(crate) resolve: Resolve,
}

impl Build {
    pub(crate) fn add(&mut self, name: Option<&str>, kind: TypeDefKind) -> Type {
        let named = name.map(|name| Box::new(Name::from(name).into()));
        Type::Id(self.resolve.types.alloc(TypeDef {
            named,
            ..TypeDef::anonymous(kind)
        }))
    }

    pub(crate) fn alias(&mut self, name: &str, ty: Type) -> Type {
        self.add(Some(name), TypeDefKind::Alias(ty))
    }

    pub(crate) fn record(&mut self, types: &[Type]) -> Type {
        let field = |(i, &ty): (usize, &Type)| Field {
            name: format!("f{i}").into(),
            ty,
            docs: Docs::default(),
            span: Span::NONE,
        };
        let fields = types.iter().enumerate().map(field).collect();
        self.add(Some("r"), TypeDefKind::Record(Record { fields }))
    }

    pub(crate) fn variant(&mut self, types: &[Option<Type>]) -> Type {
        let case = |(i, &ty): (usize, &Option<Type>)| Case {
            name: format!("c{i}").into(),
            ty,
            docs: Docs::default(),
            span: Span::NONE,
        };
        let cases = types.iter().enumerate().map(case).collect();
        self.add(Some("v"), TypeDefKind::Variant(Variant { cases }))
    }

    pub(crate) fn enumeration(&mut self, cases: usize) -> Type {
        self.add(
            Some("e"),
            TypeDefKind::Enum(Enum {
                cases: labels(cases),
            }),
        )
    }

    pub(crate) fn flags(&mut self, flags: usize) -> Type {
        self.add(
            Some("f"),
            TypeDefKind::Flags(Flags {
                flags: labels(flags),
            }),
        )
    }

    pub(crate) fn resource(&mut self) -> witc_resolve::TypeId {
        let Type::Id(id) = self.add(Some("res"), TypeDefKind::Resource) else {
            unreachable!()
        };
        id
    }

    pub(crate) fn own(&mut self, resource: witc_resolve::TypeId) -> Type {
        self.add(None, TypeDefKind::Handle(Handle::Own(resource)))
    }

    pub(crate) fn borrow(&mut self, resource: witc_resolve::TypeId) -> Type {
        self.add(None, TypeDefKind::Handle(Handle::Borrow(resource)))
    }

    pub(crate) fn tuple(&mut self, types: &[Type]) -> Type {
        self.add(
            None,
            TypeDefKind::Tuple(Tuple {
                types: types.into(),
            }),
        )
    }

    pub(crate) fn option(&mut self, ty: Type) -> Type {
        self.add(None, TypeDefKind::Option(ty))
    }

    pub(crate) fn result(&mut self, ok: Option<Type>, err: Option<Type>) -> Type {
        self.add(None, TypeDefKind::Result(ResultType { ok, err }))
    }

    pub(crate) fn list(&mut self, ty: Type) -> Type {
        self.add(None, TypeDefKind::List(ty))
    }

    pub(crate) fn fixed(&mut self, ty: Type, length: u32) -> Type {
        self.add(None, TypeDefKind::FixedLengthList(ty, length))
    }

    pub(crate) fn map(&mut self, key: Type, value: Type) -> Type {
        self.add(None, TypeDefKind::Map(key, value))
    }

    pub(crate) fn future(&mut self, ty: Option<Type>) -> Type {
        self.add(None, TypeDefKind::Future(ty))
    }

    pub(crate) fn stream(&mut self, ty: Option<Type>) -> Type {
        self.add(None, TypeDefKind::Stream(ty))
    }
}

pub(crate) fn function(name: &str, params: &[Type], result: Option<Type>) -> Function {
    let param = |(i, &ty): (usize, &Type)| Param {
        name: format!("p{i}").into(),
        ty,
        span: Span::NONE,
    };
    Function {
        name: name.into(),
        kind: FunctionKind::Freestanding,
        accessor: None,
        is_async: false,
        params: params.iter().enumerate().map(param).collect(),
        result,
        docs: Docs::default(),
        stability: Stability::default(),
        external_id: None,
        span: Span::NONE,
    }
}

fn labels(count: usize) -> Box<[Label]> {
    let label = |i| Label {
        name: format!("l{i}").into(),
        docs: Docs::default(),
        span: Span::NONE,
    };
    (0..count).map(label).collect()
}
