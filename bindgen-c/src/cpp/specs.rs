//! Specializations of the templates of the runtime: what records and variants are made of.

use crate::cpp::asserts::assert_layout;
use crate::cpp::code;
use crate::cpp::context::Context;
use crate::cpp::declared::Declared;
use crate::cpp::flavor::Flavor;
use crate::cpp::names::Names;
use crate::cpp::spell::Speller;
use crate::cpp::types::field_names;
use std::collections::{BTreeMap, HashSet};
use witc_bindgen_core::{IndentedText, ModuleId};
use witc_canonical_abi::PlanId;
use witc_resolve::{Type, TypeId};

/// A writer of specializations, each once.
pub(crate) struct Specs<'x, 'a> {
    context: Context<'x, 'a>,
    names: &'x Names,
    seen: HashSet<(ModuleId, TypeId)>,
    /// The structures of types without a name that are asserted, by the module that sees them.
    asserted: HashSet<(ModuleId, PlanId)>,
    /// In the order of the types, in which each stands after those that it is made of.
    texts: BTreeMap<(usize, usize), IndentedText>,
}

impl<'x, 'a> Specs<'x, 'a> {
    pub(crate) fn new(context: Context<'x, 'a>, names: &'x Names) -> Self {
        Self {
            context,
            names,
            seen: HashSet::new(),
            asserted: HashSet::new(),
            texts: BTreeMap::new(),
        }
    }

    /// Adds a type, as code of a module sees it, and everything that it is made of.
    pub(crate) fn add(&mut self, module: ModuleId, ty: Type) {
        // A stack of its own and no recursion: types nest as deep as the user likes.
        let mut pending = vec![(module, ty)];
        while let Some((module, ty)) = pending.pop() {
            let Some(id) = ty.id() else { continue };
            let kind = &self.context.modules.resolve.types[id].kind;
            let home = self.context.modules.home(module, id);
            // Types without an identity of their own are spelled as the module that uses them sees their parts.
            let module = home.filter(|_| kind.is_nominal()).unwrap_or(module);
            // Of types that are one in C++ the first has all that is said of it.
            let (module, id) = self.names.alike.first((module, id));
            let kind = &self.context.modules.resolve.types[id].kind;
            if !self.seen.insert((module, id)) {
                continue;
            }
            kind.for_each_type(&mut |ty| pending.push((module, ty)));
            let mut text = IndentedText::new();
            self.specialize(module, id, &mut text);
            self.texts.insert((id.index(), module.index()), text);
        }
    }

    /// Writes the specialization for a type that needs one, and the assertions about it.
    fn specialize(&mut self, module: ModuleId, id: TypeId, text: &mut IndentedText) {
        let path = self.names.of(module).join("::");
        let name = format!("::{path}::{}", self.names.type_name(module, id));
        match Declared::new(self.context.modules.resolve, id) {
            Declared::Record(fields) => {
                let fields = field_names(fields);
                record(&name, &fields, text);
                self.assert_layout(module, id, &name, text);
                // The type for parameters is another struct, of the same members.
                if self.context.has_param(id) {
                    let name = format!("::{path}::{}", self.names.param_name(module, id));
                    record(&name, &fields, text);
                    self.assert_layout(module, id, &name, text);
                }
            }
            Declared::Variant(_) => {
                text.lines(format!(
                    "template <> struct of<{name}> : Variant<{name}> {{}};"
                ));
                self.assert_layout(module, id, &name, text);
            }
            // The runtime has templates for these.
            Declared::Enum(_) | Declared::Flags(_) => {
                self.assert_layout(module, id, &name, text);
            }
            Declared::Structure => {
                let structure = self.context.plans.structure(Type::Id(id));
                // Aliases are other names of the same C++ type.
                if self.asserted.insert((module, structure)) {
                    let speller = Speller::outside(self.context, self.names, module);
                    let name = speller.definition(id, Flavor::Owned).to_string();
                    self.assert_layout(module, id, &name, text);
                }
            }
            Declared::Class | Declared::ClassAlias(_) | Declared::Alias => {}
        }
    }

    fn assert_layout(&self, module: ModuleId, id: TypeId, name: &str, text: &mut IndentedText) {
        let plans = self.context.plans;
        let plan = &plans[plans.of(Type::Id(id))];
        assert_layout(self.context, module, plan, name, text);
    }

    /// The text.
    pub(crate) fn finish(self) -> IndentedText {
        let mut source = IndentedText::new();
        for text in self.texts.into_values() {
            source.append(&text);
        }
        source
    }
}

fn record(name: &str, fields: &[String], text: &mut IndentedText) {
    let members = fields.iter().map(|field| format!("&{name}::{field}"));
    let types: Vec<String> = [name.to_owned()].into_iter().chain(members).collect();
    let open = format!("template <> struct of<{name}> : Record<");
    code::list(text, &open, &types, "> {};");
}
