//! Freeing values: the public functions, and those of the source file that free memory alone or drop borrowed handles.
//!
//! What comes last is freed first. Values are mostly made in their order, so that each block is freed next to free memory: an
//! allocator has far less to do than with holes.

use crate::c::adapter::Adapter;
use crate::c::helpers::Role;
use crate::c::lower::either;
use crate::c::place::Place;
use crate::c::types::{Shape, TypeRef};
use std::fmt::Write as _;
use witc_bindgen_core::Source;

impl Adapter<'_, '_> {
    /// Names the public functions that free values, for all types that have one.
    pub(crate) fn name_free_functions(&mut self) {
        for ty in self.types.declared() {
            if self.types[ty].freeable {
                let name = self.type_function(ty, "free");
                self.types.all[ty.0].free = Some(name);
            }
        }
    }

    /// The public function that frees values of a type, as a whole.
    pub(crate) fn free_function(&mut self, ty: TypeRef, source: &mut Source) {
        let Some(name) = self.types[ty].free.clone() else {
            return;
        };
        let body = self.role_body(Role::Free, ty);
        let body = if body.is_empty() {
            "    (void) ptr;\n".to_owned()
        } else {
            body
        };
        source.lines(format!(
            "void {name}({} *ptr) {{\n{body}}}",
            self.types[ty].name
        ));
    }

    /// A statement that does what a role is for to a value; empty if there is nothing to do.
    pub(crate) fn act(&mut self, role: Role, ty: TypeRef, place: &Place) -> String {
        if !self.concerns(role, ty) {
            return String::new();
        }
        let behind = self.types.behind(ty);
        match (role, &self.types[behind].shape) {
            (Role::Free, Shape::Own(resource)) => {
                let (handle, drop) = (place.member("__handle").get(), self.drop_import(*resource));
                format!("if ({handle}) {drop}({handle});\n")
            }
            (Role::DropBorrows, Shape::Borrow(resource)) => {
                let (handle, drop) = (place.member("__handle").get(), self.drop_import(*resource));
                format!("if ({handle}) {drop}({handle});\n")
            }
            _ => {
                let function = self.role_function(role, ty);
                format!("{function}({});\n", place.address())
            }
        }
    }

    /// Whether a role has anything to do for values of a type.
    fn concerns(&self, role: Role, ty: TypeRef) -> bool {
        let facts = self.types.facts(ty);
        match role {
            Role::Free => facts.heap || facts.owns,
            Role::Release => facts.heap,
            Role::DropBorrows => self.types[ty].imported_borrow,
            Role::Lower | Role::Lift => false,
        }
    }

    fn role_function(&mut self, role: Role, ty: TypeRef) -> String {
        // Without owned handles, freeing a value is to free its memory.
        let frees = role == Role::Free || role == Role::Release && !self.types.facts(ty).owns;
        if frees
            && !self.options.no_helpers
            && let Some(public) = &self.types[ty].free
        {
            return public.clone();
        }
        let ty = self.types.behind(ty);
        let role = if frees { Role::Free } else { role };
        if let Some(known) = self.helpers.known(role, ty) {
            return known;
        }
        let name = match (role, &self.types[ty].free) {
            (Role::Free, Some(name)) => name.clone(),
            (Role::Release, _) => self.type_function(ty, "release"),
            _ => self.type_function(ty, "drop_borrows"),
        };
        let body = self.role_body(role, ty);
        let text = format!(
            "static void {name}({} *ptr) {{\n{body}}}\n",
            self.types[ty].name
        );
        self.helpers.add(role, ty, name.clone(), text);
        name
    }

    fn role_body(&mut self, role: Role, ty: TypeRef) -> String {
        let place = Place::behind("ptr");
        let parts: Vec<(TypeRef, Place)> = match &self.types[ty].shape {
            Shape::Alias(target) => vec![(*target, place)],
            Shape::Record(members) => members
                .iter()
                .rev()
                .map(|member| (member.ty, place.member(&member.name)))
                .collect(),
            Shape::String => return self.free_string(),
            Shape::ErrorContext => {
                let drop = self.error_context_drop();
                return format!("    if (ptr->__handle) {drop}(ptr->__handle);\n");
            }
            Shape::List(element) => {
                let parts = [(*element, Place::value("ptr->ptr[i]"))];
                return self.each(
                    role,
                    "ptr->len",
                    &parts,
                    "    if (ptr->len > 0) free(ptr->ptr);\n",
                );
            }
            Shape::Map(_, key, value) => {
                let element = Place::value("ptr->ptr[i]");
                let parts = [
                    (*value, element.member("value")),
                    (*key, element.member("key")),
                ];
                return self.each(
                    role,
                    "ptr->len",
                    &parts,
                    "    if (ptr->len > 0) free(ptr->ptr);\n",
                );
            }
            Shape::FixedLengthList(element, length) => {
                let (length, parts) = (
                    length.to_string(),
                    [(*element, Place::value("ptr->items[i]"))],
                );
                return self.each(role, &length, &parts, "");
            }
            Shape::Option(some) => {
                let text = self.act(role, *some, &place.member("val"));
                return either("ptr->is_some", &indent(&text), "");
            }
            Shape::Result(ok, err) => {
                let (ok, err, val) = (*ok, *err, place.member("val"));
                let ok = ok.map_or_else(String::new, |ok| self.act(role, ok, &val.member("ok")));
                let err =
                    err.map_or_else(String::new, |err| self.act(role, err, &val.member("err")));
                return either("ptr->is_err", &indent(&err), &indent(&ok));
            }
            Shape::Variant(_) => return self.variant_body(role, ty),
            _ => Vec::new(),
        };
        let parts = parts.iter().map(|(ty, place)| self.act(role, *ty, place));
        parts
            .collect::<String>()
            .lines()
            .map(|line| format!("    {line}\n"))
            .collect()
    }

    fn variant_body(&mut self, role: Role, ty: TypeRef) -> String {
        let Shape::Variant(cases) = &self.types[ty].shape else {
            return String::new();
        };
        let val = Place::behind("ptr").member("val");
        let payload = |(name, ty): &(String, TypeRef)| (*ty, val.member(name));
        let payloads: Vec<_> = cases
            .iter()
            .map(|case| case.member.as_ref().map(payload))
            .collect();
        let mut body = String::new();
        for (index, payload) in payloads.into_iter().enumerate() {
            let text = payload.map_or_else(String::new, |(ty, place)| self.act(role, ty, &place));
            if !text.is_empty() {
                let _ = write!(body, "    case {index}:\n{}        break;\n", indent(&text));
            }
        }
        if body.is_empty() {
            body
        } else {
            format!("    switch (ptr->tag) {{\n{body}    }}\n")
        }
    }

    /// A loop over elements, and what comes behind it.
    fn each(&mut self, role: Role, length: &str, parts: &[(TypeRef, Place)], then: &str) -> String {
        let text: String = parts
            .iter()
            .map(|(ty, place)| self.act(role, *ty, place))
            .collect();
        // Borrowed handles behind a pointer are out of reach when the function that got them has returned.
        let then = if role == Role::DropBorrows { "" } else { then };
        match text.lines().count() {
            0 => then.to_owned(),
            1 => format!("    for (size_t i = {length}; i-- > 0;) {text}{then}"),
            _ => format!(
                "    for (size_t i = {length}; i-- > 0;) {{\n{}    }}\n{then}",
                indent(&text)
            ),
        }
    }

    fn free_string(&self) -> String {
        let units = self.string_units("ptr->len");
        format!("    if ({units} > 0) free(ptr->ptr);\n    ptr->ptr = NULL;\n    ptr->len = 0;\n")
    }
}

fn indent(text: &str) -> String {
    text.lines()
        .map(|line| format!("        {line}\n"))
        .collect()
}
