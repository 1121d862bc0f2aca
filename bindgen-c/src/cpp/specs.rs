//! What the runtime is told of records and variants: what they are made of.

use crate::cpp::names::Names;
use crate::cpp::spell::Context;
use crate::cpp::types::field_names;
use std::collections::{BTreeMap, HashSet};
use witc_bindgen_core::{ModuleId, Source};
use witc_resolve::{Type, TypeDefKind, TypeId};

/// A writer of specializations, each once.
pub(crate) struct Specs<'x, 'a> {
    context: Context<'x, 'a>,
    names: &'x Names,
    seen: HashSet<(ModuleId, TypeId)>,
    /// In the order of the types, in which each stands after those that it is made of.
    texts: BTreeMap<(usize, usize), String>,
}

impl<'x, 'a> Specs<'x, 'a> {
    pub(crate) fn new(context: Context<'x, 'a>, names: &'x Names) -> Self {
        Self {
            context,
            names,
            seen: HashSet::new(),
            texts: BTreeMap::new(),
        }
    }

    /// Adds a type, as code of a module sees it, and everything that it is made of.
    pub(crate) fn add(&mut self, module: ModuleId, ty: Type) {
        let mut pending = vec![(module, ty)];
        while let Some((module, ty)) = pending.pop() {
            let Type::Id(id) = ty else { continue };
            let kind = &self.context.modules.resolve.types[id].kind;
            let home = self.context.modules.home(module, id);
            let module = home.filter(|_| kind.is_nominal()).unwrap_or(module);
            if !self.seen.insert((module, id)) {
                continue;
            }
            if !matches!(kind, TypeDefKind::Handle(_)) {
                kind.for_each_type(&mut |ty| pending.push((module, ty)));
            }
            let text = self.specialize(module, id, kind);
            self.texts.insert((id.index(), module.index()), text);
        }
    }

    fn specialize(&self, home: ModuleId, id: TypeId, kind: &TypeDefKind) -> String {
        let path = format!("::{}::", self.names.of(home).join("::"));
        let name = path.clone() + self.names.type_name(home, id);
        match kind {
            TypeDefKind::Record(fields) => {
                let fields = field_names(fields);
                let mut text = record(&name, &fields);
                if self.context.has_param(id) {
                    text += &record(&(path + self.names.param_name(home, id)), &fields);
                }
                text
            }
            TypeDefKind::Variant(_) => {
                format!("template <> struct of<{name}> : Variant<{name}> {{}};\n")
            }
            _ => String::new(),
        }
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        let mut source = Source::new();
        self.texts.values().for_each(|text| source.lines(text));
        source.finish()
    }
}

fn record(name: &str, fields: &[String]) -> String {
    let members: Vec<String> = fields
        .iter()
        .map(|field| format!("&{name}::{field}"))
        .collect();
    format!(
        "template <> struct of<{name}> : Record<{name}, {}> {{}};\n",
        members.join(", ")
    )
}
