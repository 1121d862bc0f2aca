//! The comment of a function in the header: its documentation, and for each parameter and result whose it is.

use crate::c::functions::{AsyncParams, CFunction, CParam, CResult, Form, Pass};
use crate::c::resources::ResourceFunctions;
use crate::c::types::{CChannel, HandleType, TypeRef, Types};
use std::fmt::Write as _;
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
        let notes = match &function.form {
            Form::Call(passed) => self.called(function, passed),
            Form::Task { .. } => self.started(function),
            Form::Sync => match function.direction {
                Direction::Import => self.imported(function),
                Direction::Export => self.exported(function),
            },
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

    /// Notes on an async import: what lives for how long, and whose it is.
    fn called(&self, function: &CFunction<'_>, passed: &AsyncParams) -> Vec<String> {
        let mut notes = Vec::new();
        match passed {
            AsyncParams::Values => {
                let params = function.params.iter();
                notes.extend(params.filter_map(|param| self.passed_to_call(param)));
            }
            AsyncParams::Pointer => notes.push(in_memory("arg")),
            AsyncParams::Struct(_) => notes.push(in_memory("args")),
        }
        if let Some(ty) = function.result.ty() {
            let yours = self
                .yours(ty)
                .map_or(String::new(), |yours| format!(" Then it is {yours}."));
            notes.push(format!(
                "result: set when the call has returned, and stays where it is until then.{yours}"
            ));
        }
        notes.push("Returns how far the call is.".to_owned());
        notes
    }

    /// A note on an argument of an async import that is passed by its value.
    fn passed_to_call(&self, param: &CParam) -> Option<String> {
        let facts = self.types.facts(param.ty);
        let note = match self.types.shape(param.ty).handle() {
            Some(HandleType::Own(_) | HandleType::ErrorContext | HandleType::Channel) => {
                "moves to the callee when the call has started."
            }
            Some(HandleType::Borrow(_) | HandleType::Representation) => {
                "lent until the call has ended."
            }
            None if facts.heap && facts.owns => {
                "its memory stays yours, unchanged until the call has started; then the owned handles in it move."
            }
            None if facts.heap => "its memory stays yours, unchanged until the call has started.",
            None if facts.owns => "the owned handles in it move when the call has started.",
            None => return None,
        };
        Some(self.note(param, &[note]))
    }

    /// Notes on an async export.
    fn started(&self, function: &CFunction<'_>) -> Vec<String> {
        let params = function.params.iter();
        let mut notes: Vec<String> = params
            .filter_map(|param| self.passed_to_export(param, function))
            .collect();
        let points = |param: &CParam| param.pass != Pass::Value;
        if function.params.iter().any(points) {
            notes.push(
                "The pointers are good until you return: copy what they point to if you go on with it."
                    .to_owned(),
            );
        }
        notes.push("Returns what is to come next.".to_owned());
        notes
    }

    /// The comments of the two functions that belong to an async export.
    pub(crate) fn describe_task(&self, function: &CFunction<'_>) -> [String; 2] {
        let name = &function.name;
        let callback = format!(
            "To be written by you: goes on with a call of {name} when there is an event. Returns what is to come next."
        );
        let given = match function.result.ty().map(|ty| self.types.facts(ty)) {
            Some(facts) if facts.heap && facts.owns => {
                " Its memory stays yours; the owned handles in it move to the caller."
            }
            Some(facts) if facts.heap => " Its memory stays yours.",
            Some(facts) if facts.owns => " It moves to the caller.",
            Some(_) | None => "",
        };
        let what = match function.result {
            CResult::None => "Says that a call of it has returned",
            CResult::Value(_) | CResult::Out(_) | CResult::Maybe(..) | CResult::Fallible { .. } => {
                "Returns the result of a call"
            }
        };
        let give_back =
            format!("{what}: to be called once for each call of {name}, before it ends.{given}");
        [callback, give_back]
    }

    /// Sentences on the values in a buffer, for the functions that read and write.
    pub(crate) fn passed_through(&self, channel: &CChannel<'_>) -> [String; 2] {
        let Some(payload) = channel.payload else {
            return [const { String::new() }; 2];
        };
        let mut read = " The buffer is the host's until the read has ended.".to_owned();
        if let Some(yours) = self.yours(payload) {
            let _ = write!(read, " What was read is {yours}.");
        }
        let facts = self.types.facts(payload);
        let written = match (facts.heap, facts.owns) {
            (true, true) => {
                " Of what was written the memory is still yours, the owned handles are not."
            }
            (true, false) => " What was written is still yours.",
            (false, true) => " What was written has moved.",
            (false, false) => "",
        };
        let write = format!(" The buffer is the host's until the write has ended.{written}");
        [read, write]
    }

    fn exported(&self, function: &CFunction<'_>) -> Vec<String> {
        let mut notes: Vec<String> = function
            .params
            .iter()
            .filter_map(|param| self.passed_to_export(param, function))
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
    fn passed_to_export(&self, param: &CParam, function: &CFunction<'_>) -> Option<String> {
        let ty = match param.pass {
            // The option itself is a pointer here: the function that frees is that of the value that it points to.
            Pass::Maybe(some) => some,
            Pass::Value | Pass::Pointer => param.ty,
        };
        let clauses: Vec<String> = self
            .yours(ty)
            .into_iter()
            .chain(self.lent(ty, function))
            .collect();
        match (clauses.is_empty(), param.pass) {
            (true, Pass::Value | Pass::Pointer) => None,
            (true, Pass::Maybe(_)) => Some(self.note(param, &[])),
            (false, _) => Some(self.note(param, &[&(clauses.join("; ") + ".")])),
        }
    }

    /// A clause on the borrowed handles of an argument: who drops them.
    fn lent(&self, ty: TypeRef, function: &CFunction<'_>) -> Option<String> {
        let handle = self.types.shape(ty).handle();
        let (before, autodrop) = match &function.form {
            Form::Task { give_back, .. } => (format!("before you call {give_back}"), false),
            Form::Sync | Form::Call(_) => ("before you return".to_owned(), self.autodrop),
        };
        if !self.types[ty].imported_borrow {
            // A pointer to the guest's own object: there is no handle to drop.
            let lent = handle.filter(|handle| handle.is_representation());
            return lent.map(|_| "lent for the call".to_owned());
        }
        let Some(resource) = handle.and_then(HandleType::borrowed) else {
            return Some(if autodrop {
                "the borrowed handles in it are dropped for you when you return".to_owned()
            } else {
                format!("the borrowed handles in it are to be dropped {before}")
            });
        };
        let drop = self.resources[resource.0].drop_borrow();
        Some(match drop.filter(|_| !autodrop) {
            Some(drop) => format!("borrowed; drop it with {drop} {before}"),
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
        if let Some(channel) = self.types.channel(ty) {
            let drop = &channel.functions.drop_readable;
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

/// A note on the parameters of an async import that are in memory.
fn in_memory(name: &str) -> String {
    format!(
        "{name}: stays yours, unchanged until the call has started; then the owned handles in it, if there are any, move."
    )
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
