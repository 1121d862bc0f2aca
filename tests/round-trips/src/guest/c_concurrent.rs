//! The guest in C of a world with asynchronous functions: the one that is tested. It passes on what it gets as it is, and goes
//! on by `wit_async.h` when what it calls has returned.

use super::Source;
use super::c::{OTHER, Prototype, cleanup, through};
use crate::model::Place;
use std::fmt::Write as _;
use witc_resolve::Function;

/// The text of the guest.
pub(super) fn source(source: &Source, header: &str) -> Result<String, String> {
    let mut text = HEAD.to_owned();
    let echoed = source.echoed();
    if echoed.iter().any(|echoed| echoed.place.is_of_resource()) {
        text.push_str(OBJ);
    }
    text.push_str(&calling(source, header, "test_trip_echo_settle", None)?);
    for echoed in &echoed {
        let name = echoed.name();
        let imported = match echoed.place {
            Place::World => format!("trip_{name}"),
            Place::Method => format!("test_trip_echo_method_obj_{name}"),
            Place::Static => format!("test_trip_echo_static_obj_{name}"),
            Place::Echo | Place::Things => format!("test_trip_echo_{name}"),
        };
        let exported = format!("exports_{imported}");
        text.push_str(&if echoed.full.is_async {
            calling(source, header, &imported, Some(echoed.full))?
        } else {
            through(source, header, echoed.full, &exported, &imported)?
        });
    }
    Ok(text)
}

const HEAD: &str = "\
#include \"trip.h\"
#include \"wit_async.h\"
#include <stdlib.h>
#include <string.h>

uint64_t live_blocks(void);
uint64_t exports_test_trip_echo_live(void) { return live_blocks() + test_trip_echo_live(); }
";

/// The guest's resource, which has one of the next guest in it.
const OBJ: &str = "
struct exports_test_trip_echo_obj_t {
    test_trip_echo_own_obj_t inner;
};
void exports_test_trip_echo_obj_destructor(exports_test_trip_echo_obj_t *rep) {
    test_trip_echo_obj_drop_own(rep->inner);
    free(rep);
}
exports_test_trip_echo_own_obj_t exports_test_trip_echo_constructor_obj(void) {
    exports_test_trip_echo_obj_t *obj = malloc(sizeof *obj);
    obj->inner = test_trip_echo_constructor_obj();
    return exports_test_trip_echo_obj_new(obj);
}
";

/// The parameters of an async import: the type and name of each, and how they are passed from a struct `call->args`.
struct Imported {
    params: Vec<(String, String)>,
    arguments: Vec<String>,
    /// The type of the result.
    result: Option<String>,
}

impl Imported {
    fn find(header: &str, name: &str) -> Result<Self, String> {
        let mut prototype = Prototype::find(header, name)?;
        let is_result = |(_, name): &mut (String, String)| name == "result";
        let result = prototype.params.pop_if(is_result).map(|(ty, _)| ty);
        let args = format!("{name}_args_t");
        let (params, arguments) = match prototype.params.as_slice() {
            [(ty, _)] if *ty == format!("const {args} *") => {
                (members(header, &args)?, vec!["&call->args".to_owned()])
            }
            [(ty, one)] if one == "arg" && ty.starts_with("const ") => {
                let ty = ty.trim_start_matches("const ").trim_end_matches(" *");
                let param = (ty.to_owned(), one.clone());
                (vec![param], vec!["&call->args.arg".to_owned()])
            }
            params => {
                let argument = |(_, name): &(String, String)| format!("call->args.{name}");
                (params.to_vec(), params.iter().map(argument).collect())
            }
        };
        Ok(Self {
            params,
            arguments,
            result,
        })
    }
}

/// The members of a struct of the header.
fn members(header: &str, name: &str) -> Result<Vec<(String, String)>, String> {
    let missing = || format!("the header does not declare `{name}`");
    let (_, rest) = header
        .split_once(&format!("typedef struct {name} {{\n"))
        .ok_or_else(missing)?;
    let (members, _) = rest
        .split_once(&format!("}} {name};"))
        .ok_or_else(missing)?;
    let member = |line: &str| {
        let (ty, name) = line.trim().trim_end_matches(';').rsplit_once(' ')?;
        Some((ty.to_owned(), name.to_owned()))
    };
    members
        .lines()
        .map(|line| member(line).ok_or_else(missing))
        .collect()
}

/// An export that calls its import, and what comes after that.
fn calling(
    source: &Source,
    header: &str,
    imported: &str,
    function: Option<&Function>,
) -> Result<String, String> {
    let exported = format!("exports_{imported}");
    let import = Imported::find(header, imported)?;
    let export = Prototype::find(header, &exported)?;
    let result = Prototype::find(header, &format!("{exported}_return"))?;
    let result = result.params.first();
    let mut text = call_struct(&exported, &import, result);
    text.push_str(&done(source, header, &exported, &import, function, result));
    let mut arguments = import.arguments.clone();
    if let Some(ty) = &import.result {
        // The types of the import may have other names.
        arguments.push(format!("({ty}) &call->result"));
    }
    let _ = write!(
        text,
        "
static void {exported}_run(void *user, uint32_t status) {{
    {exported}_call_t *call = user;
    status = {imported}({});
    call->op.waitable = TRIP_SUBTASK_HANDLE(status);
    call->op.cancel = wit_async_host_subtask_cancel;
    call->op.item.then = {exported}_done;
    call->op.item.user = call;
    if (call->op.waitable == 0) {exported}_done(call, status);
    else wit_async_wait(&call->op);
}}
",
        arguments.join(", ")
    );
    let mut body = format!("{exported}_call_t *call = calloc(1, sizeof *call);\n");
    for ((ty, name), (_, member)) in export.params.iter().zip(&import.params) {
        let place = format!("call->args.{member}");
        let _ = match (name.strip_prefix("maybe_"), ty.ends_with('*')) {
            _ if name == "self" => writeln!(body, "{place} = {OTHER};"),
            (Some(_), true) => writeln!(
                body,
                "{place}.is_some = {name} != NULL;\nif ({name}) memcpy(&{place}.val, {name}, sizeof {place}.val);"
            ),
            (None, true) => writeln!(body, "memcpy(&{place}, {name}, sizeof {place});"),
            (_, false) => writeln!(body, "memcpy(&{place}, &{name}, sizeof {place});"),
        };
    }
    let _ = writeln!(body, "return wit_async_start({exported}_run, NULL, call);");
    text.push_str(&export.define(&exported, &body));
    let _ = write!(
        text,
        "
trip_callback_code_t {exported}_callback(trip_event_t *event) {{
    return wit_async_callback(event->event, event->waitable, event->code);
}}
"
    );
    Ok(text)
}

/// The struct of a call.
fn call_struct(exported: &str, import: &Imported, result: Option<&(String, String)>) -> String {
    let mut text = "\ntypedef struct {\n    wit_async_op_t op;\n".to_owned();
    let own = import.arguments.first().map(String::as_str) == Some("&call->args");
    if own {
        let name = exported.trim_start_matches("exports_");
        let _ = writeln!(text, "    {name}_args_t args;");
    } else if !import.params.is_empty() {
        text.push_str("    struct {\n");
        for (ty, name) in &import.params {
            let _ = writeln!(text, "        {ty} {name};");
        }
        text.push_str("    } args;\n");
    }
    if let Some((ty, _)) = result {
        let _ = writeln!(text, "    {ty} result;");
    }
    let _ = writeln!(text, "}} {exported}_call_t;");
    text
}

/// The function that is called when the import has returned.
fn done(
    source: &Source,
    header: &str,
    exported: &str,
    import: &Imported,
    function: Option<&Function>,
    result: Option<&(String, String)>,
) -> String {
    let mut text = format!(
        "\nstatic void {exported}_done(void *user, uint32_t status) {{\n{exported}_call_t *call = user;\n(void) status;\n"
    );
    let params = function.map_or(&[][..], |function| &function.params);
    for (param, (ty, name)) in params.iter().zip(&import.params) {
        let (ty, place) = (format!("{ty} *"), format!("&call->args.{name}"));
        text.push_str(&cleanup(source, header, param.ty, &ty, &place, true));
    }
    let give = result.map_or("", |_| "call->result");
    let _ = writeln!(text, "{exported}_return({give});");
    if let (Some((ty, _)), Some(given)) = (result, function.and_then(|it| it.result)) {
        let ty = format!("{ty} *");
        text.push_str(&cleanup(source, header, given, &ty, "&call->result", true));
    }
    text + "free(call);\n}\n"
}
