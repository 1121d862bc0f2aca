//! The guest in C.
//!
//! Its functions have the prototypes of the header. What they get they pass on, and free: the host only read it. Owned
//! handles have moved, borrowed ones are dropped.

use super::Source;
use crate::model::Place;
use std::fmt::Write as _;
use witc_resolve::{Function, Handle, Type, TypeDefKind, TypeId};

/// A prototype of the header.
pub(super) struct Prototype {
    pub(super) result: String,
    /// The type of each parameter, with its asterisk, and its name.
    pub(super) params: Vec<(String, String)>,
}

impl Prototype {
    pub(super) fn find(header: &str, name: &str) -> Result<Self, String> {
        let line = header.lines().find_map(|line| {
            let (before, params) = line.strip_suffix(");")?.split_once(&format!("{name}("))?;
            // Otherwise it is the end of a longer name.
            before.ends_with([' ', '*']).then_some((before, params))
        });
        let (result, params) =
            line.ok_or_else(|| format!("the header does not declare `{name}`"))?;
        let split = |param: &str| {
            let end = param.rfind([' ', '*']).map_or(0, |at| at + 1);
            (param[..end].trim().to_owned(), param[end..].to_owned())
        };
        let params = params
            .split(", ")
            .filter(|param| *param != "void")
            .map(split)
            .collect();
        Ok(Self {
            result: result.trim().to_owned(),
            params,
        })
    }

    /// The definition of the function.
    pub(super) fn define(&self, name: &str, body: &str) -> String {
        let params: Vec<_> = self
            .params
            .iter()
            .map(|(ty, name)| format!("{ty} {name}"))
            .collect();
        let params = if params.is_empty() {
            "void".to_owned()
        } else {
            params.join(", ")
        };
        let body: String = body.lines().map(|line| format!("    {line}\n")).collect();
        format!("\n{} {name}({params}) {{\n{body}}}\n", self.result)
    }
}

/// The text of the guest.
pub(super) fn source(source: &Source, header: &str) -> Result<String, String> {
    let mut text = "#include \"trip.h\"\n#include <stdlib.h>\n\nuint64_t live_allocations(void);\n\
        uint64_t exports_trip_live(void) { return live_allocations(); }\n"
        .to_owned();
    if source.has_things() {
        text.push_str(ITEM);
    }
    for (function, place) in source.functions() {
        let name = &function.name;
        let body = match place {
            Place::Things => same(source, header, function)?,
            Place::Echo | Place::Method | Place::Static => {
                let (exported, imported) = ("exports_test_trip_echo", "test_trip_echo");
                through(
                    source,
                    header,
                    function,
                    &format!("{exported}_{name}"),
                    &format!("{imported}_{name}"),
                )?
            }
            Place::World => through(
                source,
                header,
                function,
                &format!("exports_trip_{name}"),
                &format!("trip_{name}"),
            )?,
        };
        text.push_str(&body);
    }
    Ok(text)
}

/// The guest's resource.
const ITEM: &str = "
struct exports_test_trip_things_item_t {
    uint32_t number;
};
void exports_test_trip_things_item_destructor(exports_test_trip_things_item_t *rep) { free(rep); }
exports_test_trip_things_own_item_t exports_test_trip_things_constructor_item(uint32_t number) {
    exports_test_trip_things_item_t *item = malloc(sizeof *item);
    item->number = number;
    return exports_test_trip_things_item_new(item);
}
uint32_t exports_test_trip_things_method_item_number(exports_test_trip_things_borrow_item_t self) {
    return self->number;
}
";

/// A function that calls its import. The first parameter of a method is the guest's own object, which has the other one in it.
pub(super) fn through(
    source: &Source,
    header: &str,
    function: &Function,
    exported: &str,
    imported: &str,
) -> Result<String, String> {
    let prototype = Prototype::find(header, exported)?;
    let import = Prototype::find(header, imported)?;
    // The types of the import may have other names.
    let arguments =
        prototype
            .params
            .iter()
            .zip(&import.params)
            .map(|((ty, name), (imported, _))| {
                if name == "self" {
                    OTHER.to_owned()
                } else if ty.ends_with('*') {
                    format!("({imported}) {name}")
                } else {
                    name.clone()
                }
            });
    let call = format!("{imported}({})", arguments.collect::<Vec<_>>().join(", "));
    let mut text = String::new();
    let gives = prototype.result != "void";
    let _ = match gives {
        // The result is kept until the parameters are freed.
        true => writeln!(text, "{} result = {call};", prototype.result),
        false => writeln!(text, "{call};"),
    };
    for (param, (ty, name)) in function.params.iter().zip(&prototype.params) {
        text.push_str(&cleanup(source, header, param.ty, ty, name, true));
    }
    if gives {
        text.push_str("return result;\n");
    }
    Ok(prototype.define(exported, &text))
}

/// The object that is in the guest's own, for a call of its methods.
pub(super) const OTHER: &str = "test_trip_echo_borrow_obj(self->inner)";

/// A function that gives back itself what it gets.
fn same(source: &Source, header: &str, function: &Function) -> Result<String, String> {
    let exported = format!("exports_test_trip_things_{}", function.name);
    let prototype = Prototype::find(header, &exported)?;
    let mut text = String::new();
    let params = function.params.iter().zip(&prototype.params);
    let (lent, kept): (Vec<_>, Vec<_>) =
        params.partition(|(param, _)| source.facts(param.ty).borrows);
    for (param, (ty, name)) in lent {
        // What it owns goes with it; there may be nothing to do.
        let _ = writeln!(text, "(void) {name};");
        text.push_str(&cleanup(source, header, param.ty, ty, name, false));
    }
    let result = function
        .result
        .and_then(|ty| source.loaded.resolve.type_def_of(ty))
        .map(|def| &def.kind);
    // Whatever the prototype has besides the parameters of WIT is where results go.
    let outs = prototype.params.len() - function.params.len();
    match kept.as_slice() {
        [] => {}
        [(_, one)] => give_back_one(&mut text, one, result, outs),
        several => {
            for (at, (_, one)) in several.iter().enumerate() {
                give_back_in_tuple(&mut text, at, one);
            }
        }
    }
    Ok(prototype.define(&exported, &text))
}

/// Statements that return the only parameter that is kept; `outs` parameters of C are there for results.
fn give_back_one(
    text: &mut String,
    (ty, name): &(String, String),
    result: Option<&TypeDefKind>,
    outs: usize,
) {
    match result {
        // A parameter that is an option is a pointer that may be null; under an alias it is a struct.
        Some(TypeDefKind::Option(_)) if name.starts_with("maybe_") => {
            let _ = writeln!(text, "if ({name}) *ret = *{name};\nreturn {name} != NULL;");
        }
        Some(TypeDefKind::Option(_)) => {
            let _ = writeln!(
                text,
                "if ({name}->is_some) *ret = {name}->val;\nreturn {name}->is_some;"
            );
        }
        Some(TypeDefKind::Result(result)) => {
            if result.ok.is_some() {
                let _ = writeln!(text, "if (!{name}->is_err) *ret = {name}->val.ok;");
            }
            if result.err.is_some() {
                let _ = writeln!(text, "if ({name}->is_err) *err = {name}->val.err;");
            }
            let _ = writeln!(text, "return !{name}->is_err;");
        }
        _ if outs == 1 => {
            let _ = writeln!(text, "*ret = *{name};");
        }
        _ => {
            let star = if ty.ends_with('*') { "*" } else { "" };
            let _ = writeln!(text, "return {star}{name};");
        }
    }
}

/// A statement that makes a parameter the part of the result at `at`.
fn give_back_in_tuple(text: &mut String, at: usize, (ty, name): &(String, String)) {
    let _ = match (name.strip_prefix("maybe_"), ty.ends_with('*')) {
        (Some(_), _) => writeln!(
            text,
            "ret->f{at}.is_some = {name} != NULL;\nif ({name}) ret->f{at}.val = *{name};"
        ),
        (None, true) => writeln!(text, "ret->f{at} = *{name};"),
        (None, false) => writeln!(text, "ret->f{at} = {name};"),
    };
}

/// Statements that free a parameter in the end; its owned handles may have `moved`.
pub(super) fn cleanup(
    source: &Source,
    header: &str,
    param: Type,
    ty: &str,
    name: &str,
    moved: bool,
) -> String {
    let Some(pointee) = ty.strip_suffix('*').map(str::trim_end) else {
        return walk(source, param, name, moved, 0);
    };
    let maybe = name.starts_with("maybe_");
    let inner = if maybe { some(source, param) } else { param };
    let mut text = walk(source, inner, &format!("(*{name})"), moved, 0);
    let free = format!("{}_free", pointee.strip_suffix("_t").unwrap_or(pointee));
    // Not every type has such a function, and only the header says which.
    if header.contains(&format!("void {free}(")) {
        let _ = writeln!(text, "{free}({name});");
    }
    if maybe && !text.is_empty() {
        format!("if ({name}) {{\n{text}}}\n")
    } else {
        text
    }
}

fn some(source: &Source, option: Type) -> Type {
    match source
        .loaded
        .resolve
        .type_def_of(option)
        .map(|def| &def.kind)
    {
        Some(TypeDefKind::Option(some)) => *some,
        _ => option,
    }
}

/// Statements that take the handles out of a value: owned ones that have moved, and borrowed ones, which are dropped.
fn walk(source: &Source, ty: Type, place: &str, moved: bool, depth: usize) -> String {
    let facts = source.facts(ty);
    let resolve = &source.loaded.resolve;
    let id = resolve.dealias(ty).id();
    let Some(id) = id.filter(|_| facts.owns || facts.borrows) else {
        return String::new();
    };
    let part = |ty: Type, place: String| walk(source, ty, &place, moved, depth + 1);
    let each = |length: &str, element: String| each(depth, length, element);
    match &resolve.types[id].kind {
        // With 0 in it the function that frees the whole leaves the handle alone.
        TypeDefKind::Handle(Handle::Own(_)) if moved => format!("{place}.__handle = 0;\n"),
        TypeDefKind::Handle(Handle::Borrow(resource)) => drop_borrow(source, *resource, place),
        TypeDefKind::Record(record) => record
            .fields
            .iter()
            .map(|field| part(field.ty, format!("{place}.{}", field.name)))
            .collect(),
        TypeDefKind::Tuple(tuple) => tuple
            .types
            .iter()
            .enumerate()
            .map(|(at, &ty)| part(ty, format!("{place}.f{at}")))
            .collect(),
        TypeDefKind::Variant(variant) => {
            let cases = variant.cases.iter().enumerate().filter_map(|(at, case)| {
                let text = part(case.ty?, format!("{place}.val.{}", case.name));
                Some(when(&format!("{place}.tag == {at}"), text))
            });
            cases.collect()
        }
        TypeDefKind::Option(some) => when(
            &format!("{place}.is_some"),
            part(*some, format!("{place}.val")),
        ),
        TypeDefKind::Result(result) => {
            let payload = |ty: Option<Type>, side: &str| {
                ty.map_or_else(String::new, |ty| part(ty, format!("{place}.val.{side}")))
            };
            when(&format!("!{place}.is_err"), payload(result.ok, "ok"))
                + &when(&format!("{place}.is_err"), payload(result.err, "err"))
        }
        TypeDefKind::List(element) => each(
            &format!("{place}.len"),
            part(*element, format!("{place}.ptr[i{depth}]")),
        ),
        TypeDefKind::FixedLengthList(element, length) => each(
            &length.to_string(),
            part(*element, format!("{place}.items[i{depth}]")),
        ),
        TypeDefKind::Map(_, value) => each(
            &format!("{place}.len"),
            part(*value, format!("{place}.ptr[i{depth}].value")),
        ),
        // An owned handle that stays, or what no handle is in.
        TypeDefKind::Handle(Handle::Own(_)) | TypeDefKind::Alias(_) => String::new(),
        TypeDefKind::Enum(_) | TypeDefKind::Flags(_) | TypeDefKind::Resource => String::new(),
        TypeDefKind::Future(_) | TypeDefKind::Stream(_) => end_of_channel(place, moved),
    }
}

/// A loop over the elements that `element` does something with, if it does.
fn each(depth: usize, length: &str, element: String) -> String {
    // Or clang would warn of a loop that does nothing.
    if element.is_empty() {
        return element;
    }
    format!("for (size_t i{depth} = 0; i{depth} < {length}; i{depth}++) {{\n{element}}}\n")
}

fn when(condition: &str, text: String) -> String {
    if text.is_empty() {
        text
    } else {
        format!("if ({condition}) {{\n{text}}}\n")
    }
}

fn end_of_channel(place: &str, moved: bool) -> String {
    if moved {
        format!("{place} = 0;\n")
    } else {
        String::new()
    }
}

fn drop_borrow(source: &Source, resource: TypeId, place: &str) -> String {
    let resolve = &source.loaded.resolve;
    let name = resolve.types[resolve.definition(resource)].name_or_empty();
    // What is borrowed of the guest's own is no handle.
    if name == "item" || name == "obj" {
        return String::new();
    }
    format!("test_trip_types_{name}_drop_borrow({place});\n")
}
