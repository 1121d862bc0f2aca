//! Types and functions.

use super::printer::Printer;
use crate::ast::{
    Func, FuncKind, ResourceFunc, ResourceFuncKind, Type, TypeDef, TypeDefKind, TypeKind,
};
use crate::generated::tokens::Kind;

impl Printer<'_> {
    pub(super) fn type_def(&mut self, item: &TypeDef<'_>) {
        self.attributes(&item.attributes);
        self.token();
        self.space();
        self.token();
        match &item.kind {
            TypeDefKind::Alias(ty) => {
                self.space();
                self.token();
                self.space();
                self.ty(ty);
                self.token();
            }
            TypeDefKind::Record(fields) => self.members(fields.len(), |printer, index| {
                printer.attributes(&fields[index].attributes);
                printer.name_and_colon();
                printer.ty(&fields[index].ty);
            }),
            TypeDefKind::Variant(cases) => self.members(cases.len(), |printer, index| {
                printer.attributes(&cases[index].attributes);
                printer.token();
                if let Some(ty) = &cases[index].ty {
                    printer.token();
                    printer.ty(ty);
                    printer.token();
                }
            }),
            TypeDefKind::Enum(labels) | TypeDefKind::Flags(labels) => {
                self.members(labels.len(), |printer, index| {
                    printer.attributes(&labels[index].attributes);
                    printer.token();
                });
            }
            TypeDefKind::Resource(_) if self.kind() == Some(Kind::Semicolon) => self.token(),
            TypeDefKind::Resource(funcs) => self.block(|printer| {
                for func in funcs {
                    printer.resource_func(func);
                    printer.next_line();
                }
            }),
        }
    }

    fn resource_func(&mut self, item: &ResourceFunc<'_>) {
        self.attributes(&item.attributes);
        match &item.kind {
            ResourceFuncKind::Constructor(_, func) => {
                self.token();
                self.signature(func);
            }
            ResourceFuncKind::Method(_, kind) => self.named_func(kind),
            ResourceFuncKind::Static(_, kind) => {
                self.name_and_colon();
                self.token();
                self.space();
                self.func(kind);
            }
        }
        self.token();
    }

    /// `name: func(…) -> …`
    pub(super) fn named_func(&mut self, kind: &FuncKind<'_>) {
        self.name_and_colon();
        self.func(kind);
    }

    fn func(&mut self, kind: &FuncKind<'_>) {
        let (FuncKind::Func(func) | FuncKind::Getter(func) | FuncKind::Setter(func)) = kind;
        if func.is_async.is_some() {
            self.token();
            self.space();
        }
        self.token();
        self.signature(func);
    }

    /// `(…) -> …`
    fn signature(&mut self, func: &Func<'_>) {
        let params = &self.nodes[func.params];
        self.list(false, true, params.len(), |printer, index| {
            printer.name_and_colon();
            printer.ty(&params[index].ty);
        });
        if let Some(result) = &func.result {
            self.space();
            self.token();
            self.space();
            self.ty(result);
        }
    }

    fn ty(&mut self, ty: &Type<'_>) {
        let nodes = self.nodes;
        match ty.kind {
            // A line that ends right after `list<` and before `>` gains two characters and loses
            // the shape of the type.
            TypeKind::List(inner) | TypeKind::Option(inner) => self.wrapped(&nodes[inner]),
            TypeKind::Stream(Some(inner)) | TypeKind::Future(Some(inner)) => {
                self.wrapped(&nodes[inner]);
            }
            TypeKind::Result(Some(inner), None) => self.wrapped(&nodes[inner]),
            TypeKind::FixedLengthList(inner, _) => {
                self.token();
                self.token();
                self.ty(&nodes[inner]);
                self.token();
                self.space();
                self.token();
                self.token();
            }
            TypeKind::Map(key, value) => {
                self.arguments(false, &[Some(&nodes[key]), Some(&nodes[value])]);
            }
            TypeKind::Result(ok, Some(err)) => {
                self.arguments(false, &[ok.map(|ok| &nodes[ok]), Some(&nodes[err])]);
            }
            TypeKind::Tuple(types) => {
                let types: Vec<_> = nodes[types].iter().map(Some).collect();
                self.arguments(true, &types);
            }
            TypeKind::Own(_)
            | TypeKind::Borrow(_)
            | TypeKind::Name(_)
            | TypeKind::Result(None, None)
            | TypeKind::Stream(None)
            | TypeKind::Future(None)
            | TypeKind::Bool
            | TypeKind::U8
            | TypeKind::U16
            | TypeKind::U32
            | TypeKind::U64
            | TypeKind::S8
            | TypeKind::S16
            | TypeKind::S32
            | TypeKind::S64
            | TypeKind::F32
            | TypeKind::F64
            | TypeKind::Char
            | TypeKind::String
            | TypeKind::ErrorContext
            | TypeKind::Missing => self.tokens_to(ty.span.end),
        }
    }

    /// `list<…>`: a line never ends within its brackets alone.
    fn wrapped(&mut self, inner: &Type<'_>) {
        self.token();
        self.token();
        self.ty(inner);
        self.token();
    }

    /// `tuple<…, …>`; no type stands for `_`.
    fn arguments(&mut self, comma: bool, types: &[Option<&Type<'_>>]) {
        self.token();
        self.list(false, comma, types.len(), |printer, index| {
            match types[index] {
                Some(ty) => printer.ty(ty),
                None => printer.token(),
            }
        });
    }
}
