//! The head of a Rust function: everything before its body.

use crate::expr::Statement;
use crate::layout::{Brackets, Line};
use crate::rust_type::RustType;
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::CoreType;

/// The head of a function.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// Everything before the parameters: `pub unsafe fn f<'b>`.
    start: String,
    params: Vec<Line>,
    result: Option<RustType>,
}

impl Head {
    /// A head without parameters and result.
    pub(crate) fn new(start: impl Into<String>) -> Self {
        Self {
            start: start.into(),
            params: Vec::new(),
            result: None,
        }
    }

    /// The head with one more parameter.
    pub(crate) fn param(mut self, name: &str, ty: &RustType) -> Self {
        self.params
            .push(Line::text(format!("{name}: ")).join(ty.line()));
        self
    }

    /// The head with one more parameter that has no type: `self`, `&self`.
    pub(crate) fn receiver(mut self, text: &str) -> Self {
        self.params.push(Line::text(text));
        self
    }

    /// The head with parameters for core values: `a0: i32`, `a1: i64`.
    pub(crate) fn core_params(self, types: &[CoreType]) -> Self {
        let types = types.iter().enumerate();
        types.fold(self, |head, (index, &ty)| {
            head.param(&format!("a{index}"), &RustType::core(ty))
        })
    }

    /// The head with parameters without names, as imports are declared.
    pub(crate) fn core_types(mut self, types: &[CoreType]) -> Self {
        let types = types.iter().map(|&ty| RustType::core(ty).line());
        self.params.extend(types);
        self
    }

    /// The head with a result, if there is one.
    pub(crate) fn result(self, result: Option<RustType>) -> Self {
        Self { result, ..self }
    }

    /// The head as a line.
    pub(crate) fn line(&self) -> Line {
        let line = Line::text(&self.start).list(Brackets::Arguments, self.params.iter().cloned());
        let line = match &self.result {
            Some(result) => line.then(" -> ").join(result.line()),
            None => line,
        };
        // The parameters are broken before a tuple in the result, as rustfmt does.
        line.breaking_first()
    }

    /// Writes the head with a semicolon after it.
    pub(crate) fn declare(&self, source: &mut IndentedText) {
        self.line().then(";").write(source);
    }

    /// Writes the head with an empty body after it.
    pub(crate) fn define_empty(&self, source: &mut IndentedText) {
        self.line().then(" {}").write(source);
    }

    /// Writes the head with statements after it that are unsafe.
    pub(crate) fn define_unsafe(&self, source: &mut IndentedText, body: &[Statement]) {
        self.define(source, |source| unsafe_block(source, body));
    }

    /// Writes the head with a body after it.
    pub(crate) fn define(&self, source: &mut IndentedText, body: impl FnOnce(&mut IndentedText)) {
        // The width of the brace that opens the body.
        let head = self.line().fit(source.depth(), " {".len());
        source.block(head, "", body);
    }
}

/// Writes statements in a block that allows what is unsafe.
pub(crate) fn unsafe_block(source: &mut IndentedText, body: &[Statement]) {
    source.block("unsafe", "", |source| {
        Line::write_all(&Statement::lines(body), source);
    });
}
