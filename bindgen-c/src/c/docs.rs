//! What the header says about a function: its documentation, and for each parameter and result whose it is.

use crate::c::functions::{CFunction, CParam, CResult, Pass};
use crate::c::resources::ResourceFunctions;
use crate::c::types::{Shape, TypeRef, Types};
use witc_resolve::Direction;

/// What comments are made from.
pub(crate) struct Ownership<'x, 'a> {
    pub(crate) types: &'x Types<'a>,
    pub(crate) resources: &'x [ResourceFunctions],
    /// Whether there are functions that free values.
    pub(crate) helpers: bool,
}

impl Ownership<'_, '_> {
    /// The paragraphs of a function's comment.
    pub(crate) fn describe(&self, function: &CFunction<'_>) -> Vec<String> {
        let docs = function.function.docs.text().unwrap_or_default().to_owned();
        let notes = match function.direction {
            Direction::Import => self.imported(function),
            Direction::Export => self.exported(function),
        };
        vec![docs, notes.join("\n")]
    }

    fn imported(&self, function: &CFunction<'_>) -> Vec<String> {
        let mut notes: Vec<String> = function
            .params
            .iter()
            .filter_map(|param| self.passed_to_import(param))
            .collect();
        let yours = |name: &str, ty| Some(format!("{name}: {}", self.yours(ty)?));
        match function.result {
            CResult::None => {}
            CResult::Value(ty) => {
                notes.extend(self.yours(ty).map(|yours| format!("Returns: {yours}")));
            }
            CResult::Out(ty) => notes.extend(yours("ret", ty)),
            CResult::Maybe(_, some) => {
                notes
                    .push("Returns whether there is a value; `ret` is set if there is.".to_owned());
                notes.extend(yours("ret", some));
            }
            CResult::Fallible { ok, err, .. } => {
                notes.push(fallible(ok.is_some(), err.is_some(), "is set").to_owned());
                notes.extend(ok.and_then(|ok| yours("ret", ok)));
                notes.extend(err.and_then(|err| yours("err", err)));
            }
        }
        notes
    }

    /// What happens to an argument of an import.
    fn passed_to_import(&self, param: &CParam) -> Option<String> {
        let facts = self.types.facts(param.ty);
        let name = &param.shown;
        let null = if matches!(param.pass, Pass::Maybe(_)) {
            " NULL stands for none."
        } else {
            ""
        };
        let note = match self.types.shape(param.ty) {
            Shape::Own(_) => "moves to the callee: the handle is not yours any more.",
            Shape::ErrorContext | Shape::Asynchronous => "moves to the callee.",
            Shape::Borrow(_) => "lent for the call.",
            _ if facts.owns && facts.heap => {
                "read during the call; its memory stays yours, the owned handles in it move to the callee."
            }
            _ if facts.owns => "read during the call; the owned handles in it move to the callee.",
            _ if param.pass != Pass::Value => "read during the call, and stays yours.",
            _ => return None,
        };
        Some(format!("{name}: {note}{null}"))
    }

    fn exported(&self, function: &CFunction<'_>) -> Vec<String> {
        let mut notes: Vec<String> = function
            .params
            .iter()
            .filter_map(|param| self.passed_to_export(param))
            .collect();
        let given = |name: &str, ty| Some(format!("{name}: {}", self.given_back(ty)?));
        match function.result {
            CResult::None => {}
            CResult::Value(ty) => {
                notes.extend(self.given_back(ty).map(|given| format!("Returns: {given}")));
            }
            CResult::Out(ty) => notes.extend(given("ret", ty)),
            CResult::Maybe(_, some) => {
                notes.push(
                    "Returns whether there is a value; `ret` is to be set if there is.".to_owned(),
                );
                notes.extend(given("ret", some));
            }
            CResult::Fallible { ok, err, .. } => {
                notes.push(fallible(ok.is_some(), err.is_some(), "is to be set").to_owned());
                notes.extend(ok.and_then(|ok| given("ret", ok)));
                notes.extend(err.and_then(|err| given("err", err)));
            }
        }
        notes
    }

    /// Whose an argument of an export is.
    fn passed_to_export(&self, param: &CParam) -> Option<String> {
        let name = &param.shown;
        let null = if matches!(param.pass, Pass::Maybe(_)) {
            " NULL stands for none."
        } else {
            ""
        };
        let ty = match param.pass {
            Pass::Maybe(some) => some,
            Pass::Value | Pass::Pointer => param.ty,
        };
        let borrowed = match self.types.shape(ty) {
            _ if self.types[ty].imported_borrow => Some(self.borrowed(ty)),
            Shape::Borrow(_) => Some("lent for the call.".to_owned()),
            _ => None,
        };
        let note = match (self.yours(ty), borrowed) {
            (Some(yours), Some(borrowed)) => format!("{}; {borrowed}", yours.trim_end_matches('.')),
            (yours, borrowed) => yours.or(borrowed).unwrap_or_default(),
        };
        let note = format!("{note}{null}");
        (!note.is_empty()).then(|| format!("{name}: {}", note.trim_start()))
    }

    /// What to do with the borrowed handles of a value.
    fn borrowed(&self, ty: TypeRef) -> String {
        let dropping = match self.types.shape(ty) {
            Shape::Borrow(resource) => self
                .resources
                .get(resource.0)
                .and_then(ResourceFunctions::drop_borrow),
            _ => None,
        };
        match (dropping, self.types.shape(ty)) {
            (Some(drop), _) => format!("borrowed; drop it with {drop} before you return."),
            (None, Shape::Borrow(_)) => "borrowed, and dropped for you when you return.".to_owned(),
            (None, _) => {
                "the borrowed handles in it are to be dropped before you return.".to_owned()
            }
        }
    }

    /// What to do with a value that was handed over.
    fn yours(&self, ty: TypeRef) -> Option<String> {
        let facts = self.types.facts(ty);
        match (self.types.shape(ty), &self.types[ty].free) {
            (Shape::Own(resource), _) => {
                let functions = self.resources.get(resource.0)?;
                Some(format!("yours; drop it with {}.", functions.drop_own()))
            }
            (_, Some(free)) if self.helpers && (facts.heap || facts.owns) => {
                Some(format!("yours; free it with {free}."))
            }
            _ if facts.heap || facts.owns => Some("yours.".to_owned()),
            _ => None,
        }
    }

    /// What becomes of a value that an export gives back.
    fn given_back(&self, ty: TypeRef) -> Option<String> {
        let facts = self.types.facts(ty);
        match self.types.shape(ty) {
            Shape::Own(_) => Some("moves to the caller.".to_owned()),
            _ if facts.heap => {
                let handles = if facts.owns {
                    " The owned handles in it move to the caller."
                } else {
                    ""
                };
                Some(format!(
                    "its memory is passed to free() after the call, so that malloc has to have made it.{handles}"
                ))
            }
            _ if facts.owns => Some("the owned handles in it move to the caller.".to_owned()),
            _ => None,
        }
    }
}

fn fallible(ok: bool, err: bool, set: &str) -> String {
    match (ok, err) {
        (true, true) => {
            format!("Returns true for success, and `ret` {set}; or false, and `err` {set}.")
        }
        (true, false) => format!("Returns true for success, and `ret` {set}; or false."),
        (false, true) => format!("Returns true for success; or false, and `err` {set}."),
        (false, false) => "Returns whether it succeeds.".to_owned(),
    }
}
