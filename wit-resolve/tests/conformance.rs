//! The cases of the `wit-parser` package, read where Cargo keeps its sources: what it accepts has to mean the same here,
//! and what it rejects has to be rejected, with the blame in the same line and for the same cause. Without these sources there is nothing to
//! compare with, and the tests say so.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use witc_parser::Code;
use witc_resolve::{Features, Loaded, Loader, print};

/// The folder of the cases, if it is there.
fn cases() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?;
    let found = registries
        .flatten()
        .map(|entry| entry.path().join("wit-parser-0.263.0/tests/ui"))
        .find(|p| p.is_dir());
    if found.is_none() {
        eprintln!("skipped: the sources of wit-parser 0.263.0 are not here");
    }
    found
}

/// The cases in a folder: files and folders that hold WIT.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| match path.extension().and_then(|extension| extension.to_str()) {
            Some("wit" | "wat" | "wasm") => true,
            _ => path.is_dir() && !path.ends_with("parse-fail"),
        })
        .collect();
    paths.sort();
    paths
}

fn load(path: &Path) -> Loaded {
    Loader::new().path(path).features(Features::from_iter(["active"])).load()
}

/// Whether a case needs packages in binary form.
fn is_binary(path: &Path) -> bool {
    path.ends_with("kinds-of-deps") || path.extension().is_some_and(|extension| extension == "wat")
}

fn messages(loaded: &Loaded) -> String {
    let lines = loaded.diagnostics.iter().map(|diagnostic| {
        let place = loaded.resolve.sources.positions(diagnostic.primary.span);
        let place =
            place.map(|(id, start, _)| format!("{}:{}", loaded.resolve.sources.file(id).name(), start.line));
        format!("  {} {} {}", place.unwrap_or_default(), diagnostic.code, diagnostic.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn accepted_with_the_same_meaning() {
    let Some(folder) = cases() else { return };
    let mut failures = Vec::new();
    let mut count = 0;
    for path in paths(&folder) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let stem = name.strip_suffix(".wit").or(name.strip_suffix(".wat")).unwrap_or(&name);
        if is_binary(&path) {
            continue;
        }
        count += 1;
        let loaded = load(&path);
        if loaded.has_errors() {
            failures.push(format!("{name}: rejected\n{}", messages(&loaded)));
            continue;
        }
        let expected = std::fs::read_to_string(folder.join(format!("{stem}.wit.json"))).unwrap();
        let ours = expand(&print::json(&loaded.resolve));
        let theirs = expand(&expected);
        if ours != theirs {
            failures.push(format!("{name}:\n{}", difference(&theirs, &ours)));
        }
    }
    assert!(count >= 76, "only {count} cases");
    assert!(failures.is_empty(), "{} of {count} differ\n{}", failures.len(), failures.join("\n"));
}

/// The cases that we blame on another line than the one recorded, and why ours is the better one.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "dangling-type.wit",
        "the `type` without name is to blame, and the `{` without `}`, not the end of the file",
    ),
    ("invalid-toplevel.wit", "the word that no item starts with is to blame, not the one behind it"),
    ("multi-file-missing-delimiter", "the `{` that is never closed is to blame, not the end of the file"),
    ("package-nesting-too-deep.wit", "far fewer braces in one another than a hundred are a mistake"),
    (
        "use-and-include-world",
        "the `use` of what is no interface is to blame, not the `include` of the same world",
    ),
];

/// What the recorded message has in it, and the codes of ours that tell of the same cause. Two entries each are parts of
/// one message.
const CAUSES: &[(&str, &[u16])] = &[
    ("external-id is not allowed", &[510]),
    ("external-id twice", &[501]),
    ("more than 32 flags", &[305]),
    ("cannot import function", &[212]),
    ("as a type", &[212]),
    ("conflicts with previous case", &[304]),
    ("conflicts with previous flag", &[304]),
    ("duplicate field", &[304]),
    ("duplicate item", &[209]),
    ("duplicate name", &[209, 301]),
    ("empty ", &[303]),
    ("doc comments on multiple", &[217]),
    ("contains a `borrow<T>`", &[311]),
    ("getters ", &[313]),
    ("constructor return type", &[312]),
    ("`ok` type must be", &[312]),
    ("setter return type", &[314]),
    ("setters must", &[314]),
    ("conflicts with prior", &[401]),
    ("no corresponding getter", &[315]),
    ("shadows previously", &[403]),
    ("unreleased version", &[505]),
    ("due to its feature not being activated", &[506, 507]),
    ("not found in package", &[206, 207, 208]),
    ("in incompatible ways", &[405]),
    ("more than once", &[301, 310, 402]),
    ("interface or world", &[206, 210]),
    ("creates a dependency cycle", &[204, 210]),
    ("depends on itself", &[302]),
    ("invalid map key", &[307]),
    ("conflicts with previous name", &[301, 401]),
    ("is defined as a world", &[207]),
    ("nested packages must", &[216]),
    ("does not support renaming", &[404]),
    ("known packages", &[205]),
    ("does not match previous package", &[202]),
    ("in a handle must be a resource", &[306]),
    ("type nesting too deep", &[601]),
    ("strongly unique", &[403]),
    ("no `package` header", &[201]),
    ("two different locations", &[203]),
    ("not defined in interface", &[212, 213]),
    ("does not exist", &[211, 212, 213]),
    ("expected ", &[101, 102, 103, 104, 106, 108, 110, 111]),
];

/// Whether a diagnostic of ours tells of the cause that a message has recorded.
fn same_cause(expected: &str, code: Code) -> bool {
    let known = CAUSES.iter().find(|(part, _)| expected.contains(part));
    known.is_some_and(|(_, codes)| codes.contains(&code.number()))
}

#[test]
fn rejected_in_the_same_line_for_the_same_cause() {
    let Some(folder) = cases() else { return };
    let folder = folder.join("parse-fail");
    let (mut accepted, mut elsewhere, mut count) = (Vec::new(), Vec::new(), 0);
    for path in paths(&folder) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let stem = name.strip_suffix(".wit").unwrap_or(&name);
        count += 1;
        let loaded = load(&path);
        if !loaded.has_errors() {
            accepted.push(name);
            continue;
        }
        let expected = std::fs::read_to_string(folder.join(format!("{stem}.wit.result"))).unwrap();
        let place = blamed(&expected);
        let found = loaded.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).any(|diagnostic| {
            let ours = loaded.resolve.sources.positions(diagnostic.primary.span);
            let in_line = place.as_ref().is_none_or(|(file, line)| {
                ours.is_some_and(|(id, start, _)| {
                    loaded.resolve.sources.file(id).name().ends_with(file) && start.line == *line
                })
            });
            in_line && same_cause(&expected, diagnostic.code)
        });
        if !found {
            let reason = expected.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            elsewhere.push((name, format!("{place:?} {reason}\n{}", messages(&loaded))));
        }
    }
    assert!(accepted.is_empty(), "accepted: {accepted:?}");
    println!("{} of {count} in the same line for the same cause", count - elsewhere.len());
    let unargued: Vec<_> =
        elsewhere.iter().filter(|(name, _)| !ELSEWHERE.iter().any(|argued| argued.0 == name)).collect();
    assert!(unargued.is_empty(), "{}: {unargued:#?}", unargued.len());
    assert_eq!(elsewhere.len(), ELSEWHERE.len(), "the list is up to date");
    assert!(elsewhere.len() * 20 <= count, "{} of {count} blame another line", elsewhere.len());
}

#[test]
fn printed_and_read_again() {
    let Some(folder) = cases() else { return };
    let mut failures = Vec::new();
    for path in paths(&folder).into_iter().filter(|path| !is_binary(path)) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let loaded = load(&path);
        let main = loaded.main[0];
        let others: Vec<_> = loaded.resolve.packages.ids().filter(|&id| id != main).collect();
        let text = print::packages(&loaded.resolve, main, &others, print::Style::default());
        let again = Loader::new().text(&*name, &*text).features(Features::from_iter(["active"])).load();
        if again.has_errors() {
            failures.push(format!("{name}: rejected\n{}\n{text}", messages(&again)));
            continue;
        }
        let (before, after) = (expand(&print::json(&loaded.resolve)), expand(&print::json(&again.resolve)));
        let (before, after) = (without_copies(&before), without_copies(&after));
        if before != after {
            failures.push(format!("{name}:\n{}\n{text}", difference(&before, &after)));
            continue;
        }
        let others: Vec<_> =
            others.iter().map(|&id| again.resolve.package_names[&loaded.resolve.packages[id].name]).collect();
        let twice = print::packages(&again.resolve, again.main[0], &others, print::Style::default());
        if text != twice {
            failures.push(format!(
                "{name}: printed in another way the second time\n{}",
                difference(&text, &twice)
            ));
        }
    }
    assert!(failures.is_empty(), "{} differ\n{}", failures.len(), failures.join("\n"));
}

/// The text of a world does not say which interfaces it has copied from another one, nor spaces at the ends of lines.
fn without_copies(json: &str) -> String {
    let lines = json.lines().filter(|line| !line.trim_start().starts_with("\"clone_of\""));
    lines.map(|line| line.trim_end_matches(',').replace(" \\n", "\\n")).collect::<Vec<_>>().join("\n")
}

/// The file and line that a recorded message blames.
fn blamed(message: &str) -> Option<(String, usize)> {
    let place = message.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    let place = place.or_else(|| message.lines().next().filter(|line| line.starts_with("tests/")))?;
    let mut parts = place.split(':');
    let file = parts.next()?.rsplit("parse-fail/").next()?.to_owned();
    Some((file, parts.next()?.parse().ok()?))
}

fn difference(theirs: &str, ours: &str) -> String {
    let pair = theirs.lines().zip(ours.lines()).enumerate().find(|(_, (a, b))| a != b);
    match pair {
        Some((line, _)) => {
            let part = |text: &str| {
                text.lines().skip(line.saturating_sub(6)).take(12).collect::<Vec<_>>().join("\n")
            };
            format!("  expected:\n{}\n  got:\n{}", part(theirs), part(ours))
        }
        None => format!("  lengths differ: {} and {}", theirs.len(), ours.len()),
    }
}

/// Rewrites the JSON of a resolve so that nothing is referred to by number: anonymous types are written out where they
/// are used, and the rest goes by its path. The order of entries is kept.
fn expand(json: &str) -> String {
    let json: Value = serde_json::from_str(json).unwrap();
    let mut expander = Expander { json: &json, paths: BTreeMap::new() };
    expander.name_interfaces();
    let mut packages: Vec<Value> =
        list(&json, "packages").iter().map(|package| expander.package(package)).collect();
    packages.sort_by_key(|package| package["name"].to_string());
    serde_json::to_string_pretty(&packages).unwrap()
}

fn list<'v>(json: &'v Value, key: &str) -> &'v Vec<Value> {
    json[key].as_array().unwrap()
}

struct Expander<'v> {
    json: &'v Value,
    /// The paths of interfaces that are written inline, by number.
    paths: BTreeMap<u64, String>,
}

impl<'v> Expander<'v> {
    fn name_interfaces(&mut self) {
        for (number, world) in list(self.json, "worlds").iter().enumerate() {
            for side in ["imports", "exports"] {
                for (key, item) in world[side].as_object().unwrap() {
                    if let Some(id) = item["interface"]["id"].as_u64()
                        && self.interface(id)["name"].is_null()
                    {
                        let path = format!("{} {side} {key}", self.world_path(number as u64));
                        self.paths.insert(id, path);
                    }
                }
            }
        }
    }

    fn interface(&self, id: u64) -> &'v Value {
        &self.json["interfaces"][id as usize]
    }

    fn package_name(&self, item: &Value) -> String {
        let package = item["package"].as_u64().unwrap();
        self.json["packages"][package as usize]["name"].as_str().unwrap().to_owned()
    }

    fn world_path(&self, id: u64) -> String {
        let world = &self.json["worlds"][id as usize];
        format!("{}/{}", self.package_name(world), world["name"].as_str().unwrap())
    }

    fn interface_path(&self, id: u64) -> String {
        let interface = self.interface(id);
        match interface["name"].as_str() {
            Some(name) => format!("{}/{name}", self.package_name(interface)),
            None => self.paths.get(&id).cloned().unwrap_or_else(|| "nowhere".to_owned()),
        }
    }

    fn package(&self, package: &Value) -> Value {
        let mut out = package.as_object().unwrap().clone();
        let interfaces = package["interfaces"].as_object().unwrap();
        let interfaces =
            interfaces.iter().map(|(name, id)| (name.clone(), self.expand_interface(id.as_u64().unwrap())));
        out["interfaces"] = Value::Object(interfaces.collect());
        let worlds = package["worlds"].as_object().unwrap();
        let worlds = worlds.iter().map(|(name, id)| (name.clone(), self.expand_world(id.as_u64().unwrap())));
        out["worlds"] = Value::Object(worlds.collect());
        Value::Object(out)
    }

    fn expand_world(&self, id: u64) -> Value {
        let mut out = self.json["worlds"][id as usize].as_object().unwrap().clone();
        out.remove("package");
        for side in ["imports", "exports"] {
            let items = out[side].as_object().unwrap().clone();
            let items = items.iter().map(|(key, item)| {
                let key = match key.strip_prefix("interface-").and_then(|number| number.parse().ok()) {
                    Some(id) if item.get("interface").is_some() => self.interface_path(id),
                    _ => key.clone(),
                };
                (key, self.expand_item(item))
            });
            out[side] = Value::Object(items.collect());
        }
        Value::Object(out)
    }

    fn expand_item(&self, item: &Value) -> Value {
        let mut out = item.as_object().unwrap().clone();
        if let Some(function) = item.get("function") {
            out["function"] = self.function(function);
        } else if let Some(ty) = item.get("type") {
            out["type"] = self.type_def(ty.as_u64().unwrap());
        } else {
            let id = item["interface"]["id"].as_u64().unwrap();
            let inline = self.interface(id)["name"].is_null();
            out["interface"]["id"] =
                if inline { self.expand_interface(id) } else { Value::String(self.interface_path(id)) };
        }
        Value::Object(out)
    }

    fn expand_interface(&self, id: u64) -> Value {
        let mut out = self.interface(id).as_object().unwrap().clone();
        out.remove("package");
        if let Some(of) = out.get_mut("clone_of") {
            *of = Value::String(self.interface_path(of.as_u64().unwrap()));
        }
        let types = out["types"].as_object().unwrap().clone();
        let types = types.iter().map(|(name, id)| (name.clone(), self.type_def(id.as_u64().unwrap())));
        out["types"] = Value::Object(types.collect());
        let functions = out["functions"].as_object().unwrap().clone();
        let functions = functions.iter().map(|(name, function)| (name.clone(), self.function(function)));
        out["functions"] = Value::Object(functions.collect());
        Value::Object(out)
    }

    fn function(&self, function: &Value) -> Value {
        let mut out = function.as_object().unwrap().clone();
        out["kind"] = self.kind(&out["kind"]);
        let params = out["params"].as_array().unwrap().iter().map(|param| {
            let mut param = param.as_object().unwrap().clone();
            param["type"] = self.ty(&param["type"]);
            Value::Object(param)
        });
        out["params"] = Value::Array(params.collect());
        if let Some(result) = out.get("result") {
            out["result"] = self.ty(result);
        }
        Value::Object(out)
    }

    /// A kind of function or type: every number in it is a type, but for the length of a list.
    fn kind(&self, kind: &Value) -> Value {
        let Some((word, contents)) = kind.as_object().and_then(|kind| kind.iter().next()) else {
            return kind.clone();
        };
        let contents = match (word.as_str(), contents) {
            ("fixed-length-list", Value::Array(parts)) => {
                Value::Array(vec![self.ty(&parts[0]), parts[1].clone()])
            }
            (_, contents) => self.numbers(contents),
        };
        Value::Object(Map::from_iter([(word.clone(), contents)]))
    }

    fn numbers(&self, value: &Value) -> Value {
        match value {
            Value::Number(_) => self.ty(value),
            Value::Array(items) => items.iter().map(|item| self.numbers(item)).collect(),
            Value::Object(entries) => {
                Value::Object(entries.iter().map(|(key, value)| (key.clone(), self.numbers(value))).collect())
            }
            other => other.clone(),
        }
    }

    /// A use of a type.
    fn ty(&self, ty: &Value) -> Value {
        let Some(id) = ty.as_u64() else { return ty.clone() };
        let def = &self.json["types"][id as usize];
        match def["name"].as_str() {
            Some(name) => Value::String(format!("{} {name}", self.owner(&def["owner"]))),
            None => self.type_def(id),
        }
    }

    fn owner(&self, owner: &Value) -> String {
        match (owner["interface"].as_u64(), owner["world"].as_u64()) {
            (Some(id), _) => self.interface_path(id),
            (_, Some(id)) => self.world_path(id),
            _ => "nothing".to_owned(),
        }
    }

    fn type_def(&self, id: u64) -> Value {
        let mut out = self.json["types"][id as usize].as_object().unwrap().clone();
        out["kind"] = self.kind(&out["kind"]);
        out["owner"] =
            if out["owner"].is_null() { Value::Null } else { Value::String(self.owner(&out["owner"])) };
        Value::Object(out)
    }
}
