//! JSON Schema 2020-12 of interfaces: types as definitions, and functions as tools of a model context.

mod types;

use crate::codes;
use crate::site::Unique;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashSet};
use types::{Fields, Refused, Types, described};
use witc_diagnostics::{Diagnostic, Span, nearest};
use witc_resolve::{Function, FunctionId, InterfaceId, PackageId, Resolve};

/// A schema, and what is said about it.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// The document; nothing if there are errors.
    pub document: Option<Value>,
    /// Errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// The functions and types that a schema is of.
#[derive(Default)]
struct Chosen {
    interfaces: Vec<InterfaceId>,
    /// Functions, and the interface that each is in.
    functions: Vec<(Option<InterfaceId>, FunctionId)>,
}

/// The JSON Schema of packages: of their interfaces, and of the functions that their worlds export, or of one interface.
///
/// The document has the types under `$defs`, and under `tools` for each function its `name`, `description`, `inputSchema`
/// and `outputSchema`; these can be taken out, since each has the definitions that it refers to. What JSON has no values
/// of, such as handles of resources, is an error; with `skip`, functions that need it are left out with a warning.
#[must_use]
pub fn schema(
    resolve: &Resolve,
    main: &[PackageId],
    interface: Option<&str>,
    skip: bool,
) -> Schema {
    let chosen = match interface {
        Some(name) => match one_interface(resolve, main, name) {
            Ok(id) => of_interfaces(resolve, vec![id]),
            Err(diagnostic) => {
                return Schema {
                    document: None,
                    diagnostics: vec![*diagnostic],
                };
            }
        },
        None => of_packages(resolve, main),
    };
    let mut types = Types::new(resolve);
    for &id in &chosen.interfaces {
        for &ty in resolve.interfaces[id].types.values() {
            // A type that JSON has no values of matters only to the functions that have it.
            let _ = types.define(ty);
        }
    }
    let mut diagnostics = Vec::new();
    let mut tools = Vec::new();
    let mut names = Unique::default();
    let with_interface = chosen.interfaces.len() > 1;
    for (home, id) in &chosen.functions {
        let function = &resolve.functions[*id];
        match tool(&mut types, function) {
            Ok((input, output)) => {
                let home = home.filter(|_| with_interface);
                let name = names.take(tool_name(resolve, home, function));
                tools.push((name, function, input, output));
            }
            Err(what) => diagnostics.push(refused(function, &what, skip)),
        }
    }
    if diagnostics.iter().any(Diagnostic::is_error) {
        return Schema {
            document: None,
            diagnostics,
        };
    }
    Schema {
        document: Some(document(resolve, main, types, tools)),
        diagnostics,
    }
}

/// A function with its name and the schemas of its parameters and its result.
type Tool<'a> = (String, &'a Function, Value, Value);

fn document(
    resolve: &Resolve,
    main: &[PackageId],
    types: Types<'_>,
    tools: Vec<Tool<'_>>,
) -> Value {
    let defs: Map<String, Value> = types.defs.into_iter().collect();
    let tools = tools.into_iter().map(|(name, function, input, output)| {
        let tool = json!({
            "name": name,
            "inputSchema": with_definitions(input, &defs),
            "outputSchema": with_definitions(output, &defs),
        });
        described(tool, &function.docs)
    });
    let tools: Vec<Value> = tools.collect();
    let names: Vec<String> = main
        .iter()
        .map(|&id| resolve.packages[id].name.to_string())
        .collect();
    let document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": names.join(", "),
        "$defs": defs,
        "tools": tools,
    });
    match main {
        [one] => described(document, &resolve.packages[*one].docs),
        _ => document,
    }
}

/// A schema with the definitions that it refers to, so that it can be used alone. In the whole document the same
/// references lead to the same definitions.
fn with_definitions(mut schema: Value, defs: &Map<String, Value>) -> Value {
    let mut needed = BTreeSet::new();
    let mut pending = references(&schema);
    while let Some(name) = pending.pop() {
        if let Some(def) = defs.get(&name).filter(|_| !needed.contains(&name)) {
            pending.extend(references(def));
            needed.insert(name);
        }
    }
    if let Some(object) = schema.as_object_mut()
        && !needed.is_empty()
    {
        let defs: Map<String, Value> = needed
            .into_iter()
            .filter_map(|name| Some((name.clone(), defs.get(&name)?.clone())))
            .collect();
        object.insert("$defs".to_owned(), defs.into());
    }
    schema
}

/// The definitions that a schema names.
fn references(schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut pending = vec![schema];
    while let Some(value) = pending.pop() {
        match value {
            Value::Object(object) => {
                let name = object.get("$ref").and_then(Value::as_str);
                found.extend(
                    name.and_then(|it| it.strip_prefix("#/$defs/"))
                        .map(str::to_owned),
                );
                pending.extend(object.values());
            }
            Value::Array(items) => pending.extend(items),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// The schemas of the parameters and of the result of a function.
fn tool(types: &mut Types<'_>, function: &Function) -> Result<(Value, Value), Refused> {
    let mut input = Fields::default();
    for param in &function.params {
        let schema = types.of(param.ty)?;
        let is_optional = types.is_optional(param.ty);
        input.add(&param.name, schema, is_optional);
    }
    // Results of tools are objects.
    let mut output = Fields::default();
    if let Some(result) = function.result {
        output.add("result", types.of(result)?, false);
    }
    Ok((input.finish(), output.finish()))
}

/// The name of a tool: letters, digits, `_` and `-`.
fn tool_name(resolve: &Resolve, home: Option<InterfaceId>, function: &Function) -> String {
    let name = match home {
        Some(id) => format!("{}_{}", resolve.interfaces[id].word(), function.name),
        None => function.name.to_string(),
    };
    let name = name.replace(['[', ']'], "_").replace('.', "_");
    name.trim_matches('_').to_owned()
}

fn refused(function: &Function, Refused(what): &Refused, skip: bool) -> Diagnostic {
    let message = format!(
        "the function `{}` has no schema: it needs {what}, which JSON has no values for",
        function.name
    );
    if skip {
        Diagnostic::warning(codes::NO_SCHEMA, message, function.span).label("left out")
    } else {
        Diagnostic::error(codes::NO_SCHEMA, message, function.span)
            .note("`--skip` leaves such functions out; `--interface` takes one interface alone")
    }
}

/// All interfaces of packages, and the functions that worlds export themselves.
fn of_packages(resolve: &Resolve, main: &[PackageId]) -> Chosen {
    let interfaces = main
        .iter()
        .flat_map(|&id| resolve.packages[id].interfaces.values().copied());
    let mut chosen = of_interfaces(resolve, interfaces.collect());
    let mut seen: HashSet<InterfaceId> = chosen.interfaces.iter().copied().collect();
    for &id in main {
        for &world in resolve.packages[id].worlds.values() {
            for item in resolve.worlds[world].exports.values() {
                if let Some(function) = item.function() {
                    chosen.functions.push((None, function));
                }
                // A component exports interfaces of other packages, too, and inline ones.
                let exported = item.interface().map(|it| it.id);
                if let Some(id) = exported.filter(|id| seen.insert(*id)) {
                    let more = of_interfaces(resolve, vec![id]);
                    chosen.interfaces.extend(more.interfaces);
                    chosen.functions.extend(more.functions);
                }
            }
        }
    }
    chosen
}

fn of_interfaces(resolve: &Resolve, interfaces: Vec<InterfaceId>) -> Chosen {
    let functions = interfaces.iter().flat_map(|&id| {
        let functions = resolve.interfaces[id].functions.values();
        functions.map(move |&function| (Some(id), function))
    });
    Chosen {
        functions: functions.collect(),
        interfaces,
    }
}

/// The interface of a name: its own, or its id with or without the version.
fn one_interface(
    resolve: &Resolve,
    main: &[PackageId],
    name: &str,
) -> Result<InterfaceId, Box<Diagnostic>> {
    let own = main
        .iter()
        .find_map(|&id| resolve.packages[id].interfaces.get(name));
    if let Some(&id) = own {
        return Ok(id);
    }
    let ids: Vec<(InterfaceId, String)> = resolve
        .interfaces
        .iter()
        .filter_map(|(id, _)| Some((id, resolve.interface_id(id)?)))
        .collect();
    let is_it = |id: &str| id == name || id.split('@').next() == Some(name);
    if let Some((id, _)) = ids.iter().rev().find(|(_, known)| is_it(known)) {
        return Ok(*id);
    }
    let mut names: Vec<&str> = main
        .iter()
        .flat_map(|&id| resolve.packages[id].interfaces.keys().map(|it| &**it))
        .collect();
    let message = format!("there is no interface `{name}`");
    let mut error = Diagnostic::error(codes::NO_INTERFACE, message, Span::NONE);
    let known = ids.iter().map(|(_, id)| id.as_str());
    if let Some(near) = nearest(name, names.iter().copied().chain(known)) {
        return Err(Box::new(error.note(format!("did you mean `{near}`?"))));
    }
    names.truncate(8);
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    if !names.is_empty() {
        error = error.note(format!("the package has {}", names.join(", ")));
    }
    Err(Box::new(error))
}
