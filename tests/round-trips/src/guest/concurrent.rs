//! The guests, in Rust, of a world with asynchronous functions: the one that is tested, and those before and after it.

use super::conversions::conversions;
use super::role::Role;
use super::rust::{Speller, argument};
use super::source::{Echoed, Source};
use crate::model::Place;
use std::fmt::Write as _;
use witc_resolve::{Function, Param};

/// The text of the guest.
pub(super) fn source(source: &Source, role: Role) -> String {
    let mut text = head(source, role);
    text.push_str(&conversions(source, role));
    let echoed = source.echoed();
    let bodies = |counts: &dyn Fn(Place) -> bool| {
        let all = echoed.iter().filter(|echoed| counts(echoed.place));
        all.map(|echoed| function(source, echoed, role))
            .collect::<String>()
    };
    match role {
        Role::Front => {
            let _ = writeln!(
                text,
                "impl exports::test::trip::plain::Guest for Trip {{\n{}}}\n\nimpl Guest for Trip {{\n    {LIVE}\n}}",
                bodies(&|_| true)
            );
        }
        Role::Trip | Role::Back => {
            let has_obj = echoed.iter().any(|echoed| echoed.place.is_of_resource());
            if has_obj {
                text.push_str(if role == Role::Trip { PASSING_OBJ } else { OBJ });
                text.push_str(&bodies(&Place::is_of_resource));
                text.push_str("}\n\n");
            }
            let _ = writeln!(
                text,
                "impl exports::test::trip::echo::Guest for Trip {{{}\n{}{}}}",
                if has_obj { "\n    type Obj = Obj;" } else { "" },
                if role == Role::Trip { PASSING } else { LAST },
                bodies(&|place| place == Place::Echo)
            );
            if echoed.iter().any(|echoed| echoed.place == Place::World) {
                let of_world = bodies(&|place| place == Place::World);
                let _ = writeln!(text, "\nimpl Guest for Trip {{\n{of_world}}}");
            }
        }
    }
    text + "\nexport!(Trip);\n"
}

fn head(source: &Source, role: Role) -> String {
    let (streams, futures) = source.channels();
    let streams = if streams { "mod streams;\n" } else { "" };
    let futures = if futures { "mod futures;\n" } else { "" };
    format!(
        "\
//! Passes on what it gets.
#![allow(unused)]

mod allocations;
{futures}{streams}#[path = \"{}.rs\"]
mod trip;
mod turn;

use trip::*;
use turn::*;
use witc::{{ErrorContext, FutureReader, JoinHandle, StreamReader, spawn_local}};

struct Trip;

",
        role.name()
    )
}

const LIVE: &str =
    "fn live() -> u64 {\n        allocations::live() + test::trip::echo::live()\n    }";

/// What there is in the interface beside what gives back what it gets.
const PASSING: &str = "
    async fn settle() {
        turn::settle();
        test::trip::echo::settle().await;
    }
    fn live() -> u64 {
        allocations::live() + test::trip::echo::live()
    }
";

/// The same in the last of the guests.
const LAST: &str = "
    async fn settle() {
        turn::settle();
    }
    fn live() -> u64 {
        allocations::live()
    }
";

const PASSING_OBJ: &str = "\
struct Obj(test::trip::echo::Obj);

impl exports::test::trip::echo::GuestObj for Obj {
    fn new() -> Self {
        Self(test::trip::echo::Obj::new())
    }
";

const OBJ: &str = "\
struct Obj;

impl exports::test::trip::echo::GuestObj for Obj {
    fn new() -> Self {
        Self
    }
";

/// An exported function with its body.
fn function(source: &Source, echoed: &Echoed<'_>, role: Role) -> String {
    let [exported, _] = role.spellers(source);
    let (function, is_async) = match role {
        Role::Front => (echoed.plain, true),
        Role::Trip | Role::Back => (echoed.full, echoed.full.is_async),
    };
    let mut params: Vec<_> = own_params(function)
        .iter()
        .map(|param| format!("{}: {}", param.name, exported.ty(param.ty)))
        .collect();
    if role != Role::Front && echoed.place == Place::Method {
        params.insert(0, "&self".to_owned());
    }
    let body = match role {
        Role::Front => front(source, echoed),
        Role::Trip => trip(source, echoed),
        Role::Back => back(source, echoed),
    };
    format!(
        "    {}fn {}({}){} {{\n{body}    }}\n",
        if is_async { "async " } else { "" },
        echoed.name(),
        params.join(", "),
        arrow(&exported, function),
    )
}

/// The parameters without `self`.
fn own_params(function: &Function) -> &[Param] {
    let is_self = |param: &Param| &*param.name == "self";
    let start = usize::from(function.params.first().is_some_and(is_self));
    &function.params[start..]
}

fn arrow(speller: &Speller<'_>, function: &Function) -> String {
    let result = function.result;
    result.map_or_else(String::new, |ty| format!(" -> {}", speller.ty(ty)))
}

/// The names of the parameters that are given back, in a tuple if they are not one.
fn kept(source: &Source, function: &Function, each: impl Fn(&Param) -> String) -> String {
    let kept: Vec<_> = own_params(function)
        .iter()
        .filter(|param| !source.facts(param.ty).borrows)
        .map(each)
        .collect();
    // One value is not in a tuple, as the result of WIT is not.
    if kept.len() == 1 {
        kept.concat()
    } else {
        format!("({})", kept.join(", "))
    }
}

fn name(param: &Param) -> String {
    param.name.to_string()
}

/// The call of the import, of which the arguments are in variables with the names of the parameters.
fn call(source: &Source, echoed: &Echoed<'_>, object: &str) -> String {
    let name = echoed.name();
    let function = match echoed.place {
        Place::World => name.to_owned(),
        Place::Method => format!("{object}.{name}"),
        Place::Static => format!("test::trip::echo::Obj::{name}"),
        Place::Echo | Place::Things => format!("test::trip::echo::{name}"),
    };
    let is_async = echoed.full.is_async;
    let arguments: Vec<_> = own_params(echoed.full)
        .iter()
        .map(|param| match is_async {
            // An asynchronous call takes what it passes on.
            true => param.name.to_string(),
            false => argument(source, param.ty, &param.name),
        })
        .collect();
    let wait = if is_async { ".await" } else { "" };
    format!("{function}({}){wait}", arguments.join(", "))
}

/// What is done with the work for streams that were made.
fn start(is_async: bool) -> &'static str {
    if is_async { "go(work)" } else { "later(work)" }
}

const WORK: &str = "        let mut work = Vec::new();\n";

/// The body in the guest that is tested.
fn trip(source: &Source, echoed: &Echoed<'_>) -> String {
    let [exported, imported] = Role::Trip.spellers(source);
    let full = echoed.full;
    let start = start(full.is_async);
    let passed = |param: &Param, to: &Speller<'_>| {
        let (name, ty) = (&param.name, to.ty(param.ty));
        if exported.ty(param.ty) != imported.ty(param.ty) {
            format!("        let {name}: {ty} = {name}.turn(&mut work);\n")
        } else if source.facts(param.ty).asynchronous {
            format!(
                "        let {name}: {ty} = if below(2) == 0 {{ {name} }} else {{ {name}.turn(&mut work) }};\n"
            )
        } else {
            String::new()
        }
    };
    let mut text = WORK.to_owned();
    for param in own_params(full) {
        text.push_str(&passed(param, &imported));
    }
    let _ = writeln!(text, "        {start};");
    let call = call(source, echoed, "self.0");
    if full.result.is_none() {
        let _ = writeln!(text, "        {call};");
        return text;
    }
    let _ = writeln!(text, "        let {} = {call};", kept(source, full, name));
    text.push_str(WORK);
    let results = own_params(full).iter();
    for param in results.filter(|param| !source.facts(param.ty).borrows) {
        text.push_str(&passed(param, &exported));
    }
    let _ = writeln!(
        text,
        "        {start};\n        {}",
        kept(source, full, name)
    );
    text
}

/// The body in the guest that the host calls.
fn front(source: &Source, echoed: &Echoed<'_>) -> String {
    let [_, imported] = Role::Front.spellers(source);
    let (full, plain) = (echoed.full, echoed.plain);
    let mut text = WORK.to_owned();
    for param in own_params(full) {
        let ty = imported.ty(param.ty);
        let _ = writeln!(
            text,
            "        let {0}: {ty} = {0}.turn(&mut work);",
            param.name
        );
    }
    text.push_str("        go(work);\n");
    if echoed.place == Place::Method {
        text.push_str("        let obj = test::trip::echo::Obj::new();\n");
    }
    let call = call(source, echoed, "obj");
    let result = if full.result.is_some() {
        kept(source, full, name)
    } else {
        "()".to_owned()
    };
    let _ = writeln!(text, "        let {result} = {call};");
    if !full.is_async {
        // What the functions had no time for is done while the results are read.
        text.push_str("        let settled = spawn_local(test::trip::echo::settle());\n");
    }
    for param in own_params(plain) {
        if source.facts(param.ty).borrows {
            continue;
        }
        let (name, ty) = (&param.name, imported.ty(param.ty));
        let _ = writeln!(
            text,
            "        let {name}: JoinHandle<{ty}> = spawn_local({name}.read());"
        );
    }
    if !full.is_async {
        text.push_str("        settled.await;\n");
    }
    let result = kept(source, plain, |param| {
        format!("{}.await.expect(\"is not cancelled\")", param.name)
    });
    let _ = writeln!(text, "        {result}");
    text
}

/// The body in the guest that calls the host.
fn back(source: &Source, echoed: &Echoed<'_>) -> String {
    let [exported, _] = Role::Back.spellers(source);
    let (full, plain) = (echoed.full, echoed.plain);
    let mut text = String::new();
    if full.is_async {
        for param in own_params(plain) {
            let ty = exported.ty(param.ty);
            let _ = writeln!(
                text,
                "        let {0}: {ty} = {0}.read().await;",
                param.name
            );
        }
        let names: Vec<_> = own_params(plain).iter().map(name).collect();
        let result = if full.result.is_some() {
            kept(source, plain, name)
        } else {
            "()".to_owned()
        };
        let _ = writeln!(
            text,
            "        let {result} = test::trip::plain::{}({}).await;",
            echoed.name(),
            names.join(", ")
        );
    }
    if full.result.is_none() {
        return text;
    }
    text.push_str(WORK);
    for param in own_params(full) {
        if source.facts(param.ty).borrows {
            continue;
        }
        let (name, ty) = (&param.name, exported.ty(param.ty));
        let _ = writeln!(text, "        let {name}: {ty} = {name}.turn(&mut work);");
    }
    let _ = writeln!(
        text,
        "        {};\n        {}",
        start(full.is_async),
        kept(source, full, name)
    );
    text
}
