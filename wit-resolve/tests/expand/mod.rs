//! Comparing what two readers of WIT make of it, by their JSON.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Where two texts differ first, with the lines around.
pub(crate) fn difference(theirs: &str, ours: &str) -> String {
    let pair = theirs
        .lines()
        .zip(ours.lines())
        .enumerate()
        .find(|(_, (a, b))| a != b);
    match pair {
        Some((line, _)) => {
            let part = |text: &str| {
                // A few lines before the difference, which show what it is in.
                text.lines()
                    .skip(line.saturating_sub(6))
                    .take(12)
                    .collect::<Vec<_>>()
                    .join("\n")
            };
            format!("  expected:\n{}\n  got:\n{}", part(theirs), part(ours))
        }
        None => format!("  lengths differ: {} and {}", theirs.len(), ours.len()),
    }
}

/// Rewrites the JSON of a resolve so that nothing is referred to by number: anonymous types are written out where they
/// are used, and the rest goes by its path. The order of entries is kept.
pub(crate) fn expand(json: &str) -> String {
    let json: Value = serde_json::from_str(json).unwrap();
    let mut expander = Expander {
        json: &json,
        paths: BTreeMap::new(),
    };
    expander.name_interfaces();
    let mut packages: Vec<Value> = list(&json, "packages")
        .iter()
        .map(|package| expander.package(package))
        .collect();
    // The order of packages is a matter of taste: both readers have each after those that it needs.
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
    // Inline interfaces have no name of their own, so their place in a world stands for them.
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
        self.json["packages"][package as usize]["name"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    fn world_path(&self, id: u64) -> String {
        let world = &self.json["worlds"][id as usize];
        format!(
            "{}/{}",
            self.package_name(world),
            world["name"].as_str().unwrap()
        )
    }

    fn interface_path(&self, id: u64) -> String {
        let interface = self.interface(id);
        match interface["name"].as_str() {
            Some(name) => format!("{}/{name}", self.package_name(interface)),
            None => self
                .paths
                .get(&id)
                .cloned()
                .unwrap_or_else(|| "nowhere".to_owned()),
        }
    }

    fn package(&self, package: &Value) -> Value {
        let mut out = package.as_object().unwrap().clone();
        let interfaces = package["interfaces"].as_object().unwrap();
        let interfaces = interfaces
            .iter()
            .map(|(name, id)| (name.clone(), self.expand_interface(id.as_u64().unwrap())));
        out["interfaces"] = Value::Object(interfaces.collect());
        let worlds = package["worlds"].as_object().unwrap();
        let worlds = worlds
            .iter()
            .map(|(name, id)| (name.clone(), self.expand_world(id.as_u64().unwrap())));
        out["worlds"] = Value::Object(worlds.collect());
        Value::Object(out)
    }

    fn expand_world(&self, id: u64) -> Value {
        let mut out = self.json["worlds"][id as usize]
            .as_object()
            .unwrap()
            .clone();
        // Its number differs between readers, and where the item stands says the same.
        out.remove("package");
        for side in ["imports", "exports"] {
            let items = out[side].as_object().unwrap().clone();
            let items = items.iter().map(|(key, item)| {
                let key = match key
                    .strip_prefix("interface-")
                    .and_then(|number| number.parse().ok())
                {
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
            out["interface"]["id"] = if inline {
                self.expand_interface(id)
            } else {
                Value::String(self.interface_path(id))
            };
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
        let types = types
            .iter()
            .map(|(name, id)| (name.clone(), self.type_def(id.as_u64().unwrap())));
        out["types"] = Value::Object(types.collect());
        let functions = out["functions"].as_object().unwrap().clone();
        let functions = functions
            .iter()
            .map(|(name, function)| (name.clone(), self.function(function)));
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
            // The second number is the length, not a type.
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
            Value::Object(entries) => Value::Object(
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), self.numbers(value)))
                    .collect(),
            ),
            other => other.clone(),
        }
    }

    /// A use of a type.
    fn ty(&self, ty: &Value) -> Value {
        let Some(id) = ty.as_u64() else {
            return ty.clone();
        };
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
        out["owner"] = if out["owner"].is_null() {
            Value::Null
        } else {
            Value::String(self.owner(&out["owner"]))
        };
        Value::Object(out)
    }
}
