//! The comment of a function in the header: its documentation, and for each parameter and result whose it is.

use crate::c::functions::{CFunction, CParam, CResult, Pass};
use crate::c::resources::ResourceFunctions;
use crate::c::types::{HandleType, TypeRef, Types};
use witc_bindgen_core::doc_text;
use witc_resolve::Direction;

/// The facts that comments are made from.
pub(crate) struct OwnershipNotes<'x, 'a> {
    pub(crate) types: &'x Types<'a>,
    pub(crate) resources: &'x [ResourceFunctions],
    /// Whether there are functions that free values.
    pub(crate) helpers: bool,
    /// Whether borrowed handles are dropped when an exported function returns.
    pub(crate) autodrop: bool,
}

impl OwnershipNotes<'_, '_> {
    /// The paragraphs of a function's comment.
    pub(crate) fn describe(&self, function: &CFunction<'_>) -> Vec<String> {
        let docs = doc_text(&function.function.docs)
            .unwrap_or_default()
            .into_owned();
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
        let yours = |name: &str, ty| Some(format!("{name}: {}.", self.yours(ty)?));
        match function.result {
            CResult::None => {}
            CResult::Value(ty) => {
                notes.extend(yours("Returns", ty));
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

    /// A note on an argument of an import: where it goes.
    fn passed_to_import(&self, param: &CParam) -> Option<String> {
        let facts = self.types.facts(param.ty);
        // A handle by itself is not the same as one in a struct: only the struct has memory that stays with the caller.
        let note = match self.types.shape(param.ty).handle() {
            Some(HandleType::Own(_)) => "moves to the callee: the handle is not yours any more.",
            Some(HandleType::ErrorContext | HandleType::Channel) => "moves to the callee.",
            Some(HandleType::Borrow(_) | HandleType::Representation) => "lent for the call.",
            None if facts.owns && facts.heap => {
                "read during the call; its memory stays yours, the owned handles in it move to the callee."
            }
            None if facts.owns => {
                "read during the call; the owned handles in it move to the callee."
            }
            // A number is copied: there is nothing to own.
            None if param.pass == Pass::Value => return None,
            None => "read during the call, and stays yours.",
        };
        Some(self.note(param, &[note]))
    }

    /// A note on a parameter.
    fn note(&self, param: &CParam, sentences: &[&str]) -> String {
        let null = match param.pass {
            Pass::Maybe(_) => Some("NULL stands for none."),
            Pass::Value | Pass::Pointer => None,
        };
        let sentences: Vec<&str> = sentences.iter().copied().chain(null).collect();
        format!("{}: {}", param.shown, sentences.join(" "))
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
                notes.extend(given("Returns", ty));
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

    /// A note on an argument of an export: whose it is.
    fn passed_to_export(&self, param: &CParam) -> Option<String> {
        let ty = match param.pass {
            // The option itself is a pointer here: the function that frees is that of the value that it points to.
            Pass::Maybe(some) => some,
            Pass::Value | Pass::Pointer => param.ty,
        };
        let clauses: Vec<String> = self.yours(ty).into_iter().chain(self.lent(ty)).collect();
        match (clauses.is_empty(), param.pass) {
            (true, Pass::Value | Pass::Pointer) => None,
            (true, Pass::Maybe(_)) => Some(self.note(param, &[])),
            (false, _) => Some(self.note(param, &[&(clauses.join("; ") + ".")])),
        }
    }

    /// A clause on the borrowed handles of an argument: who drops them.
    fn lent(&self, ty: TypeRef) -> Option<String> {
        let handle = self.types.shape(ty).handle();
        if !self.types[ty].imported_borrow {
            // A pointer to the guest's own object: there is no handle to drop.
            let lent = handle.filter(|handle| handle.is_representation());
            return lent.map(|_| "lent for the call".to_owned());
        }
        let Some(resource) = handle.and_then(HandleType::borrowed) else {
            let dropped = if self.autodrop {
                "the borrowed handles in it are dropped for you when you return"
            } else {
                "the borrowed handles in it are to be dropped before you return"
            };
            return Some(dropped.to_owned());
        };
        let drop = self.resources[resource.0].drop_borrow();
        Some(match drop {
            Some(drop) => format!("borrowed; drop it with {drop} before you return"),
            None => "borrowed, and dropped for you when you return".to_owned(),
        })
    }

    /// A clause on a value that was handed over: whose it is, and which function frees it.
    fn yours(&self, ty: TypeRef) -> Option<String> {
        let handle = self.types.shape(ty).handle();
        if let Some(resource) = handle.and_then(HandleType::owned) {
            let drop = self.resources[resource.0].drop_own();
            return Some(format!("yours; drop it with {drop}"));
        }
        let facts = self.types.facts(ty);
        if !(facts.heap || facts.owns) {
            return None;
        }
        Some(match &self.types[ty].free {
            // Without helpers the header has no such function to point to.
            Some(free) if self.helpers => format!("yours; free it with {free}"),
            Some(_) | None => "yours".to_owned(),
        })
    }

    /// A note on a value that an export gives back: where it goes.
    fn given_back(&self, ty: TypeRef) -> Option<String> {
        let facts = self.types.facts(ty);
        let handle = self.types.shape(ty).handle();
        if handle.and_then(HandleType::owned).is_some() {
            return Some("moves to the caller.".to_owned());
        }
        // The bindings pass it to `free`: memory that is static or on the stack would not survive that.
        let memory = facts.heap.then_some(
            "its memory is passed to free() after the call, so that malloc has to have made it.",
        );
        let handles = match (facts.owns, facts.heap) {
            (true, true) => Some("The owned handles in it move to the caller."),
            (true, false) => Some("the owned handles in it move to the caller."),
            (false, _) => None,
        };
        let sentences: Vec<&str> = memory.into_iter().chain(handles).collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
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
