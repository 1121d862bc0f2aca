//! The functions that the guest calls: each a declaration of a core import, and a function that calls it.

use crate::c::adapter::Adapter;
use crate::c::core::{core_type, declare};
use crate::c::functions::{CFunction, CResult, Pass};
use crate::c::lower::Flat;
use crate::c::place::Place;
use std::fmt::Write as _;
use witc_bindgen_core::{Scope, Source};
use witc_canonical_abi::{Convention, CoreImport, Parameters, Return, Side, Signature};

impl<'a> Adapter<'_, 'a> {
    /// Writes an imported function.
    pub(crate) fn import(&mut self, function: &CFunction<'a>, source: &mut Source) {
        let signature =
            self.types
                .plans
                .signature(function.function, Side::Import, Convention::Sync);
        let key = function.interface(self.types.modules);
        let import = self
            .names()
            .import(key, function.function, Convention::Sync);
        let core = self.types.symbols.take(format!("import_{}", function.name));
        source.gap();
        source.lines(declare_import(&import, &core, &signature));
        let body = self.import_body(function, &signature, &core);
        source.block(function.prototype(self.types), "", |source| {
            source.lines(body)
        });
    }

    fn import_body(
        &mut self,
        function: &CFunction<'a>,
        signature: &Signature,
        core: &str,
    ) -> String {
        let mut locals = function.locals.clone();
        let mut text = String::new();
        let mut arguments = match &signature.parameters {
            Parameters::Flat(_) => {
                let mut flat = Flat::new(&mut locals);
                self.lower_params(function, &mut flat);
                text.push_str(&flat.before);
                flat.values
            }
            Parameters::Spilled(_) => vec![self.spill(function, &mut locals, &mut text)],
        };
        match signature.returns {
            Return::OutPointer(_) => {
                let (out, then) = self.out_pointer(function.result, &mut locals, &mut text);
                arguments.push(out);
                let _ = writeln!(text, "{core}({});", arguments.join(", "));
                text.push_str(&then);
            }
            _ => self.flat_result(
                function.result,
                &format!("{core}({})", arguments.join(", ")),
                &mut locals,
                &mut text,
            ),
        }
        text
    }

    /// Puts the parameters into memory: a struct on the stack. Gives a pointer to it. One that is in memory by itself stays
    /// where it is: it is only read.
    fn spill(&self, function: &CFunction<'_>, locals: &mut Scope, text: &mut String) -> String {
        if let [param] = &*function.params
            && param.pass == Pass::Pointer
        {
            return format!("(void *) {}", param.name);
        }
        let (ty, args) = (locals.take("args_t"), locals.take("args"));
        text.push_str(&self.spilled(function, &ty));
        let _ = writeln!(text, "{ty} {args};");
        for param in &function.params {
            let (name, shown) = (&param.name, &param.shown);
            let _ = match param.pass {
                Pass::Value => writeln!(text, "{args}.{name} = {name};"),
                Pass::Pointer => writeln!(text, "{args}.{name} = *{name};"),
                Pass::Maybe(_) => writeln!(
                    text,
                    "{args}.{name}.is_some = {shown} != NULL;\nif ({shown}) {args}.{name}.val = *{shown};"
                ),
            };
        }
        format!("&{args}")
    }

    /// Where the callee writes the result, and what is to be done afterwards.
    fn out_pointer(
        &self,
        result: CResult,
        locals: &mut Scope,
        text: &mut String,
    ) -> (String, String) {
        let mut out = |ty| {
            let out = locals.take("out");
            let _ = writeln!(text, "{} {out};", self.type_name(ty));
            out
        };
        match result {
            CResult::Maybe(ty, _) => {
                let out = out(ty);
                let then = format!("if ({out}.is_some) *ret = {out}.val;\nreturn {out}.is_some;\n");
                (format!("&{out}"), then)
            }
            CResult::Fallible { ty, ok, err } => {
                let out = out(ty);
                let ok = ok.map(|_| format!("*ret = {out}.val.ok;"));
                let err = err.map(|_| format!("*err = {out}.val.err;"));
                let then = match (ok, err) {
                    (Some(ok), Some(err)) => format!("if ({out}.is_err) {err}\nelse {ok}\n"),
                    (Some(ok), None) => format!("if (!{out}.is_err) {ok}\n"),
                    (None, Some(err)) => format!("if ({out}.is_err) {err}\n"),
                    (None, None) => String::new(),
                };
                (format!("&{out}"), format!("{then}return !{out}.is_err;\n"))
            }
            CResult::Value(ty) => {
                let out = out(ty);
                (format!("&{out}"), format!("return {out};\n"))
            }
            CResult::Out(_) | CResult::None => ("ret".to_owned(), String::new()),
        }
    }

    /// A call with its result, if there is one, as a core value.
    fn flat_result(&mut self, result: CResult, call: &str, locals: &mut Scope, text: &mut String) {
        let flat = [call.to_owned()];
        match result {
            CResult::None => {
                let _ = writeln!(text, "{call};");
            }
            CResult::Fallible { .. } | CResult::Maybe(..) => {
                let _ = writeln!(text, "return {call} == 0;");
            }
            CResult::Out(ty) => self.lift(ty, &Place::behind("ret"), &mut flat.as_slice(), text),
            CResult::Value(ty) => match self.lift_expression(ty, call) {
                Some(value) => {
                    let _ = writeln!(text, "return {value};");
                }
                None => {
                    let out = locals.take("out");
                    let _ = writeln!(text, "{} {out};", self.type_name(ty));
                    self.lift(ty, &Place::value(&out), &mut flat.as_slice(), text);
                    let _ = writeln!(text, "return {out};");
                }
            },
        }
    }
}

/// The declaration of a core import.
fn declare_import(import: &CoreImport, name: &str, signature: &Signature) -> String {
    let params: Vec<&str> = signature.params.iter().map(|&ty| core_type(ty)).collect();
    let params = if params.is_empty() {
        "void".to_owned()
    } else {
        params.join(", ")
    };
    let result = signature.result.map_or("void", core_type);
    format!(
        "{}\n{}({params});",
        import_attribute(import),
        declare(result, name)
    )
}

/// The attribute of a core import. Names of WIT need no escapes.
pub(crate) fn import_attribute(import: &CoreImport) -> String {
    format!("WITC_IMPORT(\"{}\", \"{}\")", import.module, import.field)
}
