//! Types as JSON Schema.

use crate::item::original_type;
use crate::site::Unique;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use witc_resolve::{
    Docs, Label, Resolve, ResultType, Type, TypeDefKind, TypeId, TypeOwner, Variant,
};

/// Why a type has no schema: what JSON has no values of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refused(pub(super) String);

/// As deep types without names may be nested in a schema, which readers of it nest as deep.
const MAX_DEPTH: usize = 100;
/// As many types one schema has written out. In binaries, types without names may share their parts, so that written out
/// they are exponentially long.
const MOST: usize = 100_000;

/// The schemas of types with names.
pub(super) struct Types<'a> {
    resolve: &'a Resolve,
    names: HashMap<TypeId, String>,
    taken: Unique,
    /// By type, so that each is made once.
    made: HashMap<TypeId, Result<(), Refused>>,
    /// The definitions, by name.
    pub(super) defs: BTreeMap<String, Value>,
    written: usize,
}

impl<'a> Types<'a> {
    pub(super) fn new(resolve: &'a Resolve) -> Self {
        Self {
            resolve,
            names: HashMap::new(),
            taken: Unique::default(),
            made: HashMap::new(),
            defs: BTreeMap::new(),
            written: 0,
        }
    }

    /// The schema of a type where it is used: a reference, if it has a name.
    ///
    /// # Errors
    ///
    /// JSON has no values of it.
    pub(super) fn of(&mut self, ty: Type) -> Result<Value, Refused> {
        self.at(ty, 0)
    }

    fn at(&mut self, ty: Type, depth: usize) -> Result<Value, Refused> {
        self.written += 1;
        if depth > MAX_DEPTH || self.written > MOST {
            return Err(Refused("types that are too large for a schema".to_owned()));
        }
        let integer = |least: i128, most: i128| {
            // Numbers of JSON have any size, and those of this library 64 bits with either sign.
            let number = |it: i128| match (i64::try_from(it), u64::try_from(it)) {
                (Ok(it), _) => json!(it),
                (_, Ok(it)) => json!(it),
                (Err(_), Err(_)) => Value::Null,
            };
            json!({"type": "integer", "minimum": number(least), "maximum": number(most)})
        };
        Ok(match ty {
            Type::Bool => json!({"type": "boolean"}),
            Type::U8 => integer(0, u8::MAX.into()),
            Type::U16 => integer(0, u16::MAX.into()),
            Type::U32 => integer(0, u32::MAX.into()),
            Type::U64 => integer(0, u64::MAX.into()),
            Type::S8 => integer(i8::MIN.into(), i8::MAX.into()),
            Type::S16 => integer(i16::MIN.into(), i16::MAX.into()),
            Type::S32 => integer(i32::MIN.into(), i32::MAX.into()),
            Type::S64 => integer(i64::MIN.into(), i64::MAX.into()),
            Type::F32 | Type::F64 => json!({"type": "number"}),
            // Lengths are counted in code points.
            Type::Char => json!({"type": "string", "minLength": 1, "maxLength": 1}),
            Type::String => json!({"type": "string"}),
            Type::ErrorContext => return Err(Refused("an `error-context`".to_owned())),
            Type::Id(id) => return self.defined(id, depth),
        })
    }

    fn defined(&mut self, id: TypeId, depth: usize) -> Result<Value, Refused> {
        let id = original_type(self.resolve, id);
        if self.resolve.types[id].name().is_none() {
            let kind = &self.resolve.types[id].kind;
            return self.kind(kind, depth);
        }
        self.define(id)?;
        let name = &self.names[&id];
        Ok(json!({"$ref": format!("#/$defs/{name}")}))
    }

    /// Adds the definition of a type with a name.
    ///
    /// # Errors
    ///
    /// JSON has no values of it.
    pub(super) fn define(&mut self, id: TypeId) -> Result<(), Refused> {
        let id = original_type(self.resolve, id);
        if let Some(made) = self.made.get(&id) {
            return made.clone();
        }
        let def = &self.resolve.types[id];
        let made = self.kind(&def.kind, 0).map(|schema| {
            let name = self.name(id);
            self.defs
                .insert(name.clone(), described(schema, def.docs()));
            self.names.insert(id, name);
        });
        self.made.insert(id, made.clone());
        made
    }

    /// The name of a definition: that of the type, or, if another has it, with the interface before it.
    fn name(&mut self, id: TypeId) -> String {
        let def = &self.resolve.types[id];
        let name = def.name_or_empty();
        let home = match def.owner {
            TypeOwner::Interface(id) => self.resolve.interfaces[id].word().to_owned(),
            TypeOwner::World(id) => self.resolve.worlds[id].name.to_string(),
            TypeOwner::None => String::new(),
        };
        if self.defs.contains_key(name) {
            return self.taken.take(format!("{home}.{name}"));
        }
        self.taken.take(name.to_owned())
    }

    fn kind(&mut self, kind: &TypeDefKind, depth: usize) -> Result<Value, Refused> {
        let depth = depth + 1;
        Ok(match kind {
            TypeDefKind::Alias(ty) => self.at(*ty, depth)?,
            TypeDefKind::Record(record) => {
                let mut fields = Fields::default();
                for field in &record.fields {
                    let schema = described(self.at(field.ty, depth)?, &field.docs);
                    fields.add(&field.name, schema, self.is_optional(field.ty));
                }
                fields.finish()
            }
            TypeDefKind::Variant(variant) => self.variant(variant, depth)?,
            TypeDefKind::Enum(cases) => labels(&cases.cases),
            TypeDefKind::Flags(flags) => {
                json!({"type": "array", "items": labels(&flags.flags), "uniqueItems": true})
            }
            TypeDefKind::Tuple(tuple) => {
                let mut items = Vec::new();
                for &ty in &tuple.types {
                    items.push(self.at(ty, depth)?);
                }
                let count = items.len();
                json!({"type": "array", "prefixItems": items, "items": false, "minItems": count})
            }
            TypeDefKind::Option(ty) => self.optional(*ty, depth)?,
            TypeDefKind::Result(result) => self.result(*result, depth)?,
            TypeDefKind::List(ty) => json!({"type": "array", "items": self.at(*ty, depth)?}),
            TypeDefKind::FixedLengthList(ty, length) => {
                let items = self.at(*ty, depth)?;
                json!({"type": "array", "items": items, "minItems": length, "maxItems": length})
            }
            TypeDefKind::Map(key, value) => {
                let (key_schema, value) = (self.at(*key, depth)?, self.at(*value, depth)?);
                if self.resolve.dealias(*key).is_string() {
                    json!({"type": "object", "additionalProperties": value})
                } else {
                    let entry = json!({
                        "type": "array", "prefixItems": [key_schema, value], "items": false, "minItems": 2
                    });
                    json!({"type": "array", "items": entry})
                }
            }
            TypeDefKind::Resource | TypeDefKind::Handle(_) => {
                return Err(Refused(self.resource(kind)));
            }
            TypeDefKind::Future(_) => return Err(Refused("a `future`".to_owned())),
            TypeDefKind::Stream(_) => return Err(Refused("a `stream`".to_owned())),
        })
    }

    fn variant(&mut self, variant: &Variant, depth: usize) -> Result<Value, Refused> {
        let mut cases = Vec::new();
        for case in &variant.cases {
            let mut fields = Fields::default();
            fields.add("tag", json!({"const": case.name.as_str()}), false);
            if let Some(ty) = case.ty {
                fields.add("val", self.at(ty, depth)?, false);
            }
            cases.push(described(fields.finish(), &case.docs));
        }
        Ok(json!({"oneOf": cases}))
    }

    fn optional(&mut self, ty: Type, depth: usize) -> Result<Value, Refused> {
        let mut some = self.at(ty, depth)?;
        // `null` is nothing already, so what may be `null` itself needs something around it.
        if self.is_optional(ty) {
            let mut fields = Fields::default();
            fields.add("some", some, false);
            some = fields.finish();
        }
        Ok(json!({"anyOf": [some, {"type": "null"}]}))
    }

    fn result(&mut self, result: ResultType, depth: usize) -> Result<Value, Refused> {
        let mut cases = Vec::new();
        for (name, ty) in [("ok", result.ok), ("err", result.err)] {
            let schema = match ty {
                Some(ty) => self.at(ty, depth)?,
                None => json!({"type": "null"}),
            };
            let mut fields = Fields::default();
            fields.add(name, schema, false);
            cases.push(fields.finish());
        }
        Ok(json!({"oneOf": cases}))
    }

    fn resource(&self, kind: &TypeDefKind) -> String {
        let name = kind
            .as_handle()
            .map(|handle| self.resolve.types[handle.resource()].name_or_empty());
        match name {
            Some(name) => format!("a handle of the resource `{name}`"),
            None => "a resource".to_owned(),
        }
    }

    /// Whether a type is an option, so that `null` is a value of it and a field may be left out.
    pub(super) fn is_optional(&self, ty: Type) -> bool {
        let def = self.resolve.type_def_of(ty);
        def.is_some_and(|def| def.kind.as_option().is_some())
    }
}

/// A schema with a description.
pub(super) fn described(mut schema: Value, docs: &Docs) -> Value {
    if let (Some(text), Some(object)) = (docs.text(), schema.as_object_mut())
        && !text.trim().is_empty()
    {
        object.insert("description".to_owned(), json!(text.trim()));
    }
    schema
}

/// The schema of a name out of some; with the documentation of each, if there is any.
fn labels(labels: &[Label]) -> Value {
    if labels.iter().all(|label| label.docs.text().is_none()) {
        let names: Vec<&str> = labels.iter().map(|label| label.name.as_str()).collect();
        return json!({"type": "string", "enum": names});
    }
    let label = |label: &Label| described(json!({"const": label.name.as_str()}), &label.docs);
    let cases: Vec<Value> = labels.iter().map(label).collect();
    json!({"type": "string", "oneOf": cases})
}

/// The schema of an object in the making.
#[derive(Default)]
pub(super) struct Fields {
    properties: Map<String, Value>,
    required: Vec<String>,
}

impl Fields {
    pub(super) fn add(&mut self, name: &str, schema: Value, is_optional: bool) {
        self.properties.insert(name.to_owned(), schema);
        if !is_optional {
            self.required.push(name.to_owned());
        }
    }

    pub(super) fn finish(self) -> Value {
        json!({
            "type": "object",
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}
