//! Giving values up: the public functions that free them, and those of the source file that free memory alone or drop
//! borrowed handles.
//!
//! The last part of a value is freed first. Parts are mostly made in order, so that each block is freed next to free
//! memory: an allocator has far less to do than with gaps.

use crate::c::code::{Bodies, Code};
use crate::c::context::Context;
use crate::c::helpers::{Disposal, Role};
use crate::c::lvalue::Lvalue;
use crate::c::types::{CChannel, HandleType, Payload, Shape, Sum, TypeRef, VariantCase};
use witc_bindgen_core::IndentedText;

impl<'x, 'a> Context<'x, 'a> {
    /// Writes the public function that frees values of a type, for those that have one.
    pub(crate) fn free_function(&mut self, ty: TypeRef, source: &mut IndentedText) {
        let Some(name) = &self.types[ty].free else {
            return;
        };
        let mut body = self.disposal_body(Disposal::Free, ty);
        if body.is_empty() {
            // Types get such a function even if there is nothing to do; compilers warn of a parameter that nothing
            // uses.
            body.line("(void) ptr;");
        }
        let head = format!("void {name}({} *ptr)", self.types[ty].name);
        source.block(head, "", |source| body.write(source));
    }

    /// A statement that gives a value up; none if there is nothing to do.
    pub(crate) fn dispose(&mut self, disposal: Disposal, ty: TypeRef, value: &Lvalue) -> Code {
        if !self.concerns(disposal, ty) {
            return Code::default();
        }
        let handle = self.types.shape(ty).handle();
        let dropped = match disposal {
            Disposal::Free => handle.and_then(HandleType::owned),
            Disposal::DropBorrows => handle.and_then(HandleType::borrowed),
            Disposal::Release => None,
        };
        if let Some(resource) = dropped {
            let handle = value.member("__handle").get();
            return drop_handle(self.drop_import(resource), &handle);
        }
        if handle.is_some_and(HandleType::is_channel) {
            return self.dispose_end(disposal, ty, value);
        }
        let function = self.disposal_function(disposal, ty);
        Code::from(format!("{function}({});", value.address()))
    }

    /// Whether there is anything to do to give up values of a type.
    fn concerns(&self, disposal: Disposal, ty: TypeRef) -> bool {
        let facts = self.types.facts(ty);
        match disposal {
            Disposal::Free => facts.heap || facts.owns,
            Disposal::Release => facts.heap,
            Disposal::DropBorrows => self.types[ty].imported_borrow,
        }
    }

    fn disposal_function(&mut self, disposal: Disposal, ty: TypeRef) -> String {
        let disposal = match disposal {
            // Without owned handles, freeing a value is to free its memory.
            Disposal::Release if !self.types.facts(ty).owns => Disposal::Free,
            Disposal::Free | Disposal::Release | Disposal::DropBorrows => disposal,
        };
        // The header's own function does the same, so that a second one would only be more code.
        let public = match disposal {
            Disposal::Free if !self.options.no_helpers => self.types[ty].free.as_ref(),
            Disposal::Free | Disposal::Release | Disposal::DropBorrows => None,
        };
        if let Some(public) = public {
            return public.clone();
        }
        // An alias is the same type to C: all its names share one function.
        let ty = self.types.dealias(ty);
        let role = Role::Dispose(disposal);
        if let Some(known) = self.helpers.known(role, ty) {
            return known;
        }
        let name = match (disposal, &self.types[ty].free) {
            // Without helpers it is the source file's own, and nobody else's.
            (Disposal::Free, Some(name)) => name.clone(),
            (Disposal::Free, None) => self.type_function(ty, "free"),
            (Disposal::Release, _) => self.type_function(ty, "release"),
            (Disposal::DropBorrows, _) => self.type_function(ty, "drop_borrows"),
        };
        let body = self.disposal_body(disposal, ty);
        let head = format!("static void {name}({} *ptr)", self.types[ty].name);
        self.helpers.add(role, ty, name.clone(), &head, &body);
        name
    }

    /// Statements that give up the value that `ptr` points to.
    fn disposal_body(&mut self, disposal: Disposal, ty: TypeRef) -> Code {
        let types = self.types;
        let value = Lvalue::pointee("ptr");
        match &types[ty].shape {
            Shape::Alias(target) => self.dispose(disposal, *target, &value),
            Shape::Record(members) => {
                let members = members.iter().rev();
                members
                    .map(|it| self.dispose(disposal, it.ty, &value.member(&it.name)))
                    .collect()
            }
            Shape::String => self.dispose_string(disposal),
            Shape::List(element) => {
                let body = self.dispose(disposal, *element, &Lvalue::value("ptr->ptr[i]"));
                dispose_elements(disposal, body)
            }
            Shape::Map(entry) => {
                let at = Lvalue::value("ptr->ptr[i]");
                // The last part first, as the head of this file says.
                let parts = [(entry.value, "value"), (entry.key, "key")];
                let body = parts.map(|(ty, name)| self.dispose(disposal, ty, &at.member(name)));
                dispose_elements(disposal, body.into_iter().collect())
            }
            Shape::FixedLengthList(element, length) => {
                let item = Lvalue::value("ptr->items[i]");
                let mut code = Code::default();
                code.backwards(length.to_string(), self.dispose(disposal, *element, &item));
                code
            }
            Shape::Sum(sum) => self.dispose_sum(disposal, sum, &value),
            Shape::Own(resource) => {
                let drop = self.drop_import(*resource);
                self.dispose_owned(disposal, drop, &value.member("__handle"))
            }
            Shape::ErrorContext => {
                let drop = self.error_context_drop();
                self.dispose_owned(disposal, &drop, &value.member("__handle"))
            }
            Shape::Future(_) | Shape::Stream(_) => self.dispose_end(disposal, ty, &value),
            Shape::Borrow(resource) => match disposal {
                Disposal::DropBorrows => {
                    drop_handle(self.drop_import(*resource), &value.member("__handle").get())
                }
                Disposal::Free | Disposal::Release => Code::default(),
            },
            // These have neither memory of their own nor a handle.
            Shape::Scalar(_) | Shape::Enum(..) | Shape::Flags(..) | Shape::Representation(_) => {
                Code::default()
            }
        }
    }

    fn dispose_sum(&mut self, disposal: Disposal, sum: &'x Sum<'a>, value: &Lvalue) -> Code {
        let val = value.member("val");
        let mut code = Code::default();
        match sum {
            Sum::Option(some) => {
                let then = self.dispose(disposal, some.ty, &val);
                code.branch("ptr->is_some", then, Code::default());
            }
            Sum::Result(ok, err) => {
                let mut part = |payload: &Option<Payload<'_>>, name: &str| {
                    payload.map_or_else(Code::default, |payload| {
                        self.dispose(disposal, payload.ty, &val.member(name))
                    })
                };
                let (ok, err) = (part(ok, "ok"), part(err, "err"));
                code.branch("ptr->is_err", err, ok);
            }
            Sum::Variant(_, cases) => code.append(self.dispose_cases(disposal, cases, &val)),
        }
        code
    }

    fn dispose_cases(
        &mut self,
        disposal: Disposal,
        cases: &[VariantCase<'_>],
        val: &Lvalue,
    ) -> Code {
        let mut bodies = Vec::new();
        for (index, case) in cases.iter().enumerate() {
            if let Some((name, payload)) = &case.member {
                let body = self.dispose(disposal, payload.ty, &val.member(name));
                // Only what has something to give up gets a label: a `switch` over an integer need not name all values.
                if !body.is_empty() {
                    bodies.push((index, body));
                }
            }
        }
        let mut code = Code::default();
        if !bodies.is_empty() {
            code.switch("ptr->tag", bodies, Bodies::Plain);
        }
        code
    }

    /// Freeing drops an owned handle; releasing leaves it to whoever it has moved to.
    fn dispose_owned(&self, disposal: Disposal, drop: &str, handle: &Lvalue) -> Code {
        match disposal {
            Disposal::Free => drop_handle(drop, &handle.get()),
            Disposal::Release | Disposal::DropBorrows => Code::default(),
        }
    }

    /// As an owned handle. A type that no function of the world passes has no values, and no built-ins either.
    fn dispose_end(&self, disposal: Disposal, ty: TypeRef, end: &Lvalue) -> Code {
        let drop = |channel: &CChannel<'_>| {
            self.dispose_owned(disposal, &channel.imports.drop_readable, end)
        };
        self.types.channel(ty).map_or_else(Code::default, drop)
    }

    fn dispose_string(&self, disposal: Disposal) -> Code {
        let mut code = Code::default();
        match disposal {
            Disposal::Free | Disposal::Release => {
                // `cabi_realloc` answers a size of 0 with a pointer that `malloc` did not make: an empty string has
                // nothing to free.
                let units = self.texts().code_units("ptr->len");
                code.line(format!("if ({units} > 0) free(ptr->ptr);"));
                // As with wit-bindgen a string that was freed is an empty one, which may be freed again or set anew.
                code.line("ptr->ptr = NULL;");
                code.line("ptr->len = 0;");
            }
            Disposal::DropBorrows => {}
        }
        code
    }
}

/// A statement that drops a handle, unless it was set to 0: that is how users say that it has moved elsewhere.
fn drop_handle(drop: &str, handle: &str) -> Code {
    Code::from(format!("if ({handle}) {drop}({handle});"))
}

/// Statements that give up the elements of a list, and then its memory. A list without elements has none.
fn dispose_elements(disposal: Disposal, body: Code) -> Code {
    let mut code = Code::default();
    // The elements come before the memory that they are in.
    code.backwards("ptr->len", body);
    match disposal {
        // The pointer of an empty list is not from `malloc` (see `cabi_realloc`), and must not be freed.
        Disposal::Free | Disposal::Release => code.line("if (ptr->len > 0) free(ptr->ptr);"),
        // The memory of the list is the function's that was passed it.
        Disposal::DropBorrows => {}
    }
    code
}
