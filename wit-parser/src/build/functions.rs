//! Functions and their parameters.

use super::builder::Builder;
use crate::ast::{Func, FuncKind, Ident, ResourceFunc, ResourceFuncKind, Type};
use witc_diagnostics::Span;

impl<'s> Builder<'s> {
    pub(super) fn signature(
        &mut self,
        start: u32,
        end: u32,
        is_async: Option<u32>,
        result: Option<Type<'s>>,
    ) -> Func<'s> {
        let is_async = is_async.map(|end| Span::new(start, end));
        let first = self.text.as_bytes().get((start - self.base) as usize);
        Func {
            span: Span::new(start, end),
            is_async,
            params: self.nodes.add_params(self.params.drain(..)),
            result,
            // What the parser made up stands between tokens.
            is_unclear: !first.is_some_and(u8::is_ascii_alphabetic),
        }
    }

    /// `is_async` is the end of the keyword.
    pub(crate) fn func(&mut self, l: u32, r: u32, is_async: Option<u32>, result: Option<Type<'s>>) {
        self.func = Some(FuncKind::Func(self.signature(l, r, is_async, result)));
    }

    pub(crate) fn getter(&mut self, l: u32, r: u32, result: Option<Type<'s>>) {
        self.func = Some(FuncKind::Getter(self.signature(l, r, None, result)));
    }

    pub(crate) fn setter(&mut self, l: u32, r: u32, result: Option<Type<'s>>) {
        self.func = Some(FuncKind::Setter(self.signature(l, r, None, result)));
    }

    /// `span` is the start and the end of the keyword and the end of the function.
    pub(crate) fn constructor(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        (start, middle, end): (u32, u32, u32),
        result: Option<Type<'s>>,
    ) {
        let attributes = self.attributes(attributes);
        let func = self.signature(start, end, None, result);
        let kind = ResourceFuncKind::Constructor(Span::new(start, middle), func);
        self.resource_funcs.push(ResourceFunc {
            span: Span::new(l, r),
            attributes,
            kind,
        });
    }

    pub(crate) fn method(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let Some(func) = self.func.take() else { return };
        let kind = ResourceFuncKind::Method(name, func);
        self.resource_funcs.push(ResourceFunc {
            span: Span::new(l, r),
            attributes,
            kind,
        });
    }

    pub(crate) fn static_func(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let Some(func) = self.func.take() else { return };
        let kind = ResourceFuncKind::Static(name, func);
        self.resource_funcs.push(ResourceFunc {
            span: Span::new(l, r),
            attributes,
            kind,
        });
    }
}
