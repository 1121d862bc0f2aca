//! The functions that the guest writes: each a core export that calls it.

use crate::c::adapter::Adapter;
use crate::c::core::{core_type, declare};
use crate::c::functions::{CFunction, CParam, CResult, Pass};
use crate::c::helpers::Role;
use crate::c::lower::Flat;
use crate::c::place::Place;
use crate::c::types::{Shape, TypeRef};
use std::fmt::Write as _;
use witc_bindgen_core::{Scope, Source};
use witc_canonical_abi::{Convention, Parameters, Return, Side, Signature};
use witc_resolve::Direction;

/// The body of an export in the making.
struct Call {
    /// What comes before the call.
    before: String,
    /// What the guest's function is passed.
    arguments: Vec<Argument>,
    /// What comes behind the call, before the export returns.
    cleanup: String,
}

/// An argument for the guest's function.
struct Argument {
    ty: TypeRef,
    /// Where it is; with [`Argument::some`], where what is in it is.
    place: Place,
    by_pointer: bool,
    /// For an option: the condition under which there is something.
    some: Option<String>,
}

impl Argument {
    fn text(&self) -> String {
        match &self.some {
            Some(some) => format!("{some} ? {} : NULL", self.place.address()),
            None if self.by_pointer => self.place.address(),
            None => self.place.get(),
        }
    }
}

impl<'a> Adapter<'_, 'a> {
    /// Writes an exported function.
    pub(crate) fn export(&mut self, function: &CFunction<'a>, source: &mut Source) {
        let signature =
            self.types
                .plans
                .signature(function.function, Side::Export, Convention::Sync);
        let key = function.interface(self.types.modules);
        let export = self
            .names()
            .export(key, function.function, Convention::Sync);
        let core = self.types.symbols.take(format!("export_{}", function.name));
        let mut locals = function.locals.clone();
        let params: Vec<String> = (0..signature.params.len())
            .map(|index| locals.take(format!("a{index}")))
            .collect();
        let head = self.export_head(function, &signature, &core, &params);
        let body = self.export_body(function, &signature, &params, &mut locals);
        source.gap();
        source.lines(format!("WITC_EXPORT(\"{export}\")"));
        source.block(head, "", |source| source.lines(body));
        if self.types.plans.needs_post_return(function.function)
            && let Some(ty) = result_type(function.result)
        {
            let release = self.act(Role::Release, ty, &Place::behind("value"));
            let export = self.names().post_return(key, function.function);
            source.lines(format!("WITC_EXPORT(\"{export}\")"));
            let core = self.types.symbols.take(format!("{core}_post_return"));
            let head = format!("void {core}({} *value)", self.type_name(ty));
            source.block(head, "", |source| source.lines(release));
        }
    }

    fn export_head(
        &mut self,
        function: &CFunction<'_>,
        signature: &Signature,
        core: &str,
        params: &[String],
    ) -> String {
        let mut types: Vec<&str> = signature.params.iter().map(|&ty| core_type(ty)).collect();
        if let Parameters::Flat(starts) = &signature.parameters {
            // Natively a representation has the width of a pointer.
            for (param, &start) in function.params.iter().zip(starts) {
                if self.is_rep(param.ty)
                    && let Some(ty) = types.get_mut(start)
                {
                    *ty = self.rep_type();
                }
            }
        }
        let params: Vec<String> = types
            .iter()
            .zip(params)
            .map(|(ty, name)| declare(ty, name))
            .collect();
        let params = if params.is_empty() {
            "void".to_owned()
        } else {
            params.join(", ")
        };
        let result = match (signature.returns, result_type(function.result)) {
            (Return::Pointer(_), Some(ty)) => format!("{} *", self.type_name(ty)),
            _ => signature.result.map_or("void", core_type).to_owned(),
        };
        format!("{}({params})", declare(&result, core))
    }

    /// Whether a type is a pointer to the representation of a resource.
    fn is_rep(&self, ty: TypeRef) -> bool {
        match self.types.shape(ty) {
            Shape::Borrow(resource) => {
                self.types.resource(*resource).direction == Direction::Export
            }
            _ => false,
        }
    }

    fn export_body(
        &mut self,
        function: &CFunction<'a>,
        signature: &Signature,
        params: &[String],
        locals: &mut Scope,
    ) -> String {
        let mut call = match &signature.parameters {
            Parameters::Flat(starts) => self.flat_params(function, starts, params),
            Parameters::Spilled(_) => self.spilled_params(function, params, locals),
        };
        if self.options.autodrop_borrows.0 {
            self.autodrop(&mut call, locals);
        }
        self.call_guest(function, signature, call, locals)
    }

    fn flat_params(&mut self, function: &CFunction<'a>, starts: &[usize], flat: &[String]) -> Call {
        let mut call = Call {
            before: String::new(),
            arguments: Vec::new(),
            cleanup: String::new(),
        };
        for (param, &start) in function.params.iter().zip(starts) {
            let mut flat = flat.get(start..).unwrap_or_default();
            let first = flat.first().map_or("0", String::as_str);
            let by_pointer = param.pass != Pass::Value;
            if let (Pass::Value, Some(value)) = (param.pass, self.lift_expression(param.ty, first))
            {
                let place = Place::value(value);
                call.arguments.push(Argument {
                    ty: param.ty,
                    place,
                    by_pointer,
                    some: None,
                });
                continue;
            }
            let (ty, some) = match param.pass {
                Pass::Value | Pass::Pointer => (param.ty, None),
                Pass::Maybe(some) => {
                    flat = flat.get(1..).unwrap_or_default();
                    (some, Some(first.to_owned()))
                }
            };
            let place = Place::value(&param.name);
            let name = &param.name;
            let _ = writeln!(call.before, "{} {name};", self.type_name(ty));
            if self.options.autodrop_borrows.0 && self.types[ty].imported_borrow {
                // It is copied as a whole, what the lift leaves out included.
                let _ = writeln!(call.before, "memset(&{name}, 0, sizeof {name});");
            }
            self.lift(ty, &place, &mut flat, &mut call.before);
            call.arguments.push(Argument {
                ty,
                place,
                by_pointer,
                some,
            });
        }
        call
    }

    /// The parameters lie in memory that was allocated for the call.
    fn spilled_params(
        &mut self,
        function: &CFunction<'a>,
        flat: &[String],
        locals: &mut Scope,
    ) -> Call {
        let pointer = flat.first().map_or("NULL", String::as_str);
        let (ty, args) = (locals.take("args_t"), locals.take("args"));
        let before = format!(
            "{}{ty} *{args} = ({ty} *) {pointer};\n",
            self.spilled(function, &ty)
        );
        let argument = |param: &CParam| {
            let place = Place::behind(&args).member(&param.name);
            let by_pointer = param.pass != Pass::Value;
            match param.pass {
                Pass::Value | Pass::Pointer => Argument {
                    ty: param.ty,
                    place,
                    by_pointer,
                    some: None,
                },
                Pass::Maybe(ty) => {
                    let some = Some(place.member("is_some").get());
                    Argument {
                        ty,
                        place: place.member("val"),
                        by_pointer,
                        some,
                    }
                }
            }
        };
        let arguments = function.params.iter().map(argument).collect();
        Call {
            before,
            arguments,
            cleanup: format!("free({pointer});\n"),
        }
    }

    /// Keeps the arguments with borrowed handles as they came, to drop those when the guest's function has returned.
    fn autodrop(&mut self, call: &mut Call, locals: &mut Scope) {
        let Call {
            before,
            arguments,
            cleanup,
        } = call;
        for argument in arguments {
            if !self.types[argument.ty].imported_borrow {
                continue;
            }
            let lent = locals.take("lent");
            let _ = writeln!(
                before,
                "{} {lent} = {};",
                self.type_name(argument.ty),
                argument.place.get()
            );
            let drop = self.act(Role::DropBorrows, argument.ty, &Place::value(&lent));
            let drop = match &argument.some {
                Some(some) => format!("if ({some}) {{\n    {drop}}}\n"),
                None => drop,
            };
            cleanup.insert_str(0, &drop);
        }
    }

    fn call_guest(
        &mut self,
        function: &CFunction<'a>,
        signature: &Signature,
        call: Call,
        locals: &mut Scope,
    ) -> String {
        let Call {
            before: mut text,
            arguments,
            cleanup,
        } = call;
        let mut arguments: Vec<String> = arguments.iter().map(Argument::text).collect();
        // In memory the result outlives the call, until it is released.
        let keep = if matches!(signature.returns, Return::Pointer(_)) {
            "static "
        } else {
            ""
        };
        let mut local = |ty: &str, name: &str, keep: &str, text: &mut String| {
            let name = locals.take(name);
            let _ = writeln!(text, "{keep}{ty} {name};");
            name
        };
        let name = &function.name;
        let mut returned = String::new();
        match function.result {
            CResult::None => {
                let _ = writeln!(text, "{name}({});", arguments.join(", "));
            }
            CResult::Value(_) if cleanup.is_empty() => {
                returned = format!("{name}({})", arguments.join(", "))
            }
            CResult::Value(ty) => {
                let value = local(self.type_name(ty), "out", keep, &mut text);
                let _ = writeln!(text, "{value} = {name}({});", arguments.join(", "));
                returned = value;
            }
            CResult::Out(ty) => {
                let value = local(self.type_name(ty), "out", keep, &mut text);
                arguments.push(format!("&{value}"));
                let _ = writeln!(text, "{name}({});", arguments.join(", "));
                returned = value;
            }
            CResult::Maybe(ty, _) => {
                let value = local(self.type_name(ty), "out", keep, &mut text);
                arguments.push(format!("&{value}.val"));
                let _ = writeln!(text, "{value}.is_some = {name}({});", arguments.join(", "));
                returned = value;
            }
            CResult::Fallible { ty, ok, err } => {
                let value = local(self.type_name(ty), "out", keep, &mut text);
                let mut then = String::new();
                if ok.is_some() {
                    arguments.push(format!("&{value}.val.ok"));
                }
                match (ok, err) {
                    // The guest may write to both; they share their room.
                    (Some(_), Some(err)) => {
                        let err = local(self.type_name(err), "failure", "", &mut text);
                        arguments.push(format!("&{err}"));
                        then = format!("if ({value}.is_err) {value}.val.err = {err};\n");
                    }
                    (None, Some(_)) => arguments.push(format!("&{value}.val.err")),
                    (_, None) => {}
                }
                let _ = writeln!(text, "{value}.is_err = !{name}({});", arguments.join(", "));
                text.push_str(&then);
                returned = value;
            }
        }
        text.push_str(&cleanup);
        self.return_value(function, signature, &returned, locals, &mut text);
        text
    }

    fn return_value(
        &mut self,
        function: &CFunction<'a>,
        signature: &Signature,
        value: &str,
        locals: &mut Scope,
        text: &mut String,
    ) {
        let Some(ty) = result_type(function.result) else {
            return;
        };
        if matches!(signature.returns, Return::Pointer(_)) {
            let _ = writeln!(text, "return &{value};");
            return;
        }
        let mut flat = Flat::new(locals);
        self.lower(ty, &Place::value(value), &mut flat);
        text.push_str(&flat.before);
        let _ = writeln!(
            text,
            "return {};",
            flat.values.first().map_or("0", String::as_str)
        );
    }
}

/// The type of a result as WIT has it.
fn result_type(result: CResult) -> Option<TypeRef> {
    match result {
        CResult::None => None,
        CResult::Value(ty)
        | CResult::Out(ty)
        | CResult::Maybe(ty, _)
        | CResult::Fallible { ty, .. } => Some(ty),
    }
}
