//! Declarations of types.

use crate::context::Context;
use crate::docs;
use crate::names;
use crate::remap;
use crate::ty::{Mode, Style, generics};
use witc_bindgen_core::{ModuleId, Scope, Source};
use witc_canonical_abi::{Int, Kind};
use witc_parser::order::sort_by;
use witc_resolve::{Case, Enum, Field, Flags, Type, TypeDef, TypeDefKind, TypeId};

/// Writes the declarations of a type of a module; gives the names that it declared.
pub(crate) fn write(
    cx: &Context<'_>,
    module: ModuleId,
    id: TypeId,
    source: &mut Source,
) -> Vec<String> {
    if cx.is_remapped(module, id) {
        return Vec::new();
    }
    let mut writer = TypeWriter {
        cx,
        module,
        id,
        def: &cx.resolve.types[id],
        source,
        declared: Vec::new(),
    };
    writer.write();
    writer.declared
}

struct TypeWriter<'w, 'a> {
    cx: &'w Context<'a>,
    module: ModuleId,
    id: TypeId,
    def: &'w TypeDef,
    source: &'w mut Source,
    declared: Vec<String>,
}

impl TypeWriter<'_, '_> {
    fn write(&mut self) {
        let (module, id) = self.cx.merged.stand_in(self.module, self.id);
        if (module, id) != (self.module, self.id) {
            return self.stand_in(module, id);
        }
        match &self.def.kind {
            TypeDefKind::Resource => {} // With its methods.
            TypeDefKind::Flags(flags) => self.flags(flags),
            TypeDefKind::Enum(en) => self.enumeration(en),
            TypeDefKind::Record(record) => {
                for (name, mode) in self.forms() {
                    self.declared.push(name.clone());
                    self.record(&name, mode, &record.fields);
                }
            }
            TypeDefKind::Variant(variant) => {
                for (name, mode) in self.forms() {
                    self.declared.push(name.clone());
                    self.variant(&name, mode, &variant.cases);
                }
            }
            _ => self.alias(),
        }
    }

    /// Declares an alias of a type that is made alike.
    fn stand_in(&mut self, module: ModuleId, id: TypeId) {
        let always = matches!(self.def.kind, TypeDefKind::Enum(_) | TypeDefKind::Flags(_));
        let forms = if always {
            vec![(self.name(), Mode::OWNED)]
        } else {
            self.forms()
        };
        let path = format!(
            "{}{}",
            self.cx.way(self.module, module),
            self.cx.type_name(module, id)
        );
        for (name, mode) in forms {
            self.head();
            let suffix = name
                .strip_prefix(&self.name())
                .unwrap_or_default()
                .to_owned();
            let generics = generics(mode.lifetime);
            self.source.lines(format!(
                "pub type {name}{generics} = {path}{suffix}{generics};"
            ));
            self.declared.push(name);
        }
    }

    /// The names and modes in which a type is declared: one, two, or, if it isn't used, none.
    fn forms(&self) -> Vec<(String, Mode)> {
        let uses = self.cx.uses(self.module, self.id);
        if !(uses.owned || uses.borrowed || self.cx.options.generate_unused_types) {
            return Vec::new();
        }
        let ty = Type::Id(self.id);
        let owned = self.cx.mode(self.module, ty, Style::Owned, "'a");
        let borrowed = self.cx.mode(self.module, ty, Style::Borrowed, "'a");
        let name = self.name();
        if self.cx.twice(self.module, self.id) {
            return vec![
                (format!("{name}Result"), owned),
                (format!("{name}Param"), borrowed),
            ];
        }
        let owning = self.cx.options.ownership == crate::Ownership::Owning;
        let owned_alone = uses.owned || owning || borrowed.style == Style::Top;
        vec![(name, if owned_alone { owned } else { borrowed })]
    }

    fn name(&self) -> String {
        self.cx.type_name(self.module, self.id).to_owned()
    }

    fn head(&mut self) {
        self.source.gap();
        docs::write(self.source, self.def.docs());
        docs::deprecated(
            self.source,
            &self.def.stability,
            self.cx.is_called(self.module),
        );
    }

    fn alias(&mut self) {
        for (name, mode) in self.forms() {
            self.head();
            let target = match self.def.kind {
                // What is used of a module of the guest's own has the name that it has there, aliases too.
                TypeDefKind::Alias(Type::Id(id))
                    if mode.lifetime.is_none() && self.cx.is_foreign(self.module, id) =>
                {
                    self.cx.called(self.module, self.module, id, mode)
                }
                _ => self.cx.anonymous(self.module, self.id, mode),
            };
            self.source.lines(format!(
                "pub type {name}{} = {target};",
                generics(mode.lifetime)
            ));
            self.declared.push(name);
        }
        if self.cx.is_exported_resource(self.module, self.id)
            && let TypeDefKind::Alias(Type::Id(target)) = self.def.kind
        {
            let target = self.cx.borrow_path(self.module, target);
            self.head();
            self.source.lines(format!(
                "pub type {}<'a> = {target}<'a>;",
                self.cx.borrow_name(self.module, self.id)
            ));
        }
    }

    fn record(&mut self, name: &str, mode: Mode, fields: &[Field]) {
        self.head();
        if self.cx.is_plain(Type::Id(self.id)) {
            self.source.lines("#[repr(C)]");
        }
        self.derives(&["Debug"]);
        let names = field_names(fields);
        let generics = generics(mode.lifetime);
        let attributes: Vec<_> = fields
            .iter()
            .map(|field| self.member_attributes(&field.name))
            .collect();
        let Self { cx, module, .. } = *self;
        self.source
            .block(format!("pub struct {name}{generics}"), "", |source| {
                for ((field, name), attributes) in fields.iter().zip(names).zip(attributes) {
                    docs::write(source, &field.docs);
                    attributes
                        .iter()
                        .for_each(|attribute| source.lines(attribute));
                    let ty = cx.ty(module, field.ty, cx.part_mode(module, field.ty, mode));
                    source.lines(format!("pub {name}: {ty},"));
                }
            });
        self.error(name, &generics);
    }

    fn variant(&mut self, name: &str, mode: Mode, cases: &[Case]) {
        self.head();
        if self.cx.is_plain(Type::Id(self.id))
            && let Kind::Variant(plan) = &self.cx.plan(Type::Id(self.id)).kind
        {
            // Without payloads `C` would ask for the size of an `int`.
            let union = if cases.iter().any(|case| case.ty.is_some()) {
                "C, "
            } else {
                ""
            };
            self.source
                .lines(format!("#[repr({union}{})]", int(plan.tag)));
        }
        self.derives(&["Debug"]);
        let names = case_names(cases.iter().map(|case| case.name.as_str()));
        let generics = generics(mode.lifetime);
        let attributes: Vec<_> = cases
            .iter()
            .map(|case| self.member_attributes(&case.name))
            .collect();
        let Self { cx, module, .. } = *self;
        self.source
            .block(format!("pub enum {name}{generics}"), "", |source| {
                for ((case, name), attributes) in cases.iter().zip(names).zip(attributes) {
                    docs::write(source, &case.docs);
                    attributes
                        .iter()
                        .for_each(|attribute| source.lines(attribute));
                    let payload = case
                        .ty
                        .map(|ty| cx.ty(module, ty, cx.part_mode(module, ty, mode)));
                    let payload = payload.map(|ty| format!("({ty})")).unwrap_or_default();
                    source.lines(format!("{name}{payload},"));
                }
            });
        self.error(name, &generics);
    }

    fn enumeration(&mut self, en: &Enum) {
        let name = self.name();
        self.declared.push(name.clone());
        let error = self.is_error();
        self.head();
        if let Kind::Enum(tag, _) = self.cx.plan(Type::Id(self.id)).kind {
            self.source.lines(format!("#[repr({})]", int(tag)));
        }
        let derives = [
            "Clone",
            "Copy",
            "PartialEq",
            "Eq",
            "PartialOrd",
            "Ord",
            "Debug",
        ];
        self.derives(&derives[..derives.len() - usize::from(error)]);
        let names = case_names(en.cases.iter().map(|case| case.name.as_str()));
        let attributes: Vec<_> = en
            .cases
            .iter()
            .map(|case| self.member_attributes(&case.name))
            .collect();
        self.source.block(format!("pub enum {name}"), "", |source| {
            for ((case, name), attributes) in en.cases.iter().zip(&names).zip(attributes) {
                docs::write(source, &case.docs);
                attributes
                    .iter()
                    .for_each(|attribute| source.lines(attribute));
                source.lines(format!("{name},"));
            }
        });
        if error {
            self.error_enum(&name, en, &names);
        }
    }

    fn error_enum(&mut self, name: &str, en: &Enum, names: &[String]) {
        let arms = |source: &mut Source, text: &dyn Fn(&witc_resolve::Label) -> String| {
            source.block("match self", "", |source| {
                for (case, name) in en.cases.iter().zip(names) {
                    source.lines(format!("Self::{name} => {:?},", text(case)));
                }
            });
        };
        self.source.gap();
        self.source.block(format!("impl {name}"), "", |source| {
            source.lines("/// The name of the case.");
            source.block("pub fn name(&self) -> &'static str", "", |source| {
                arms(source, &|case| case.name.to_string());
            });
            source.gap();
            source.lines("/// What the documentation says about the case.");
            source.block("pub fn message(&self) -> &'static str", "", |source| {
                arms(source, &|case| {
                    case.docs.text().unwrap_or_default().trim().to_owned()
                });
            });
        });
        let debug =
            format!("_rt::debug_error(f, {name:?}, *self as i32, self.name(), self.message())");
        self.formatting("Debug", name, "", &debug);
        self.formatting(
            "Display",
            name,
            "",
            "_rt::display_error(f, self.name(), *self as i32)",
        );
        self.std_error(name, "");
    }

    fn flags(&mut self, flags: &Flags) {
        let Kind::Flags(bits, _) = self.cx.plan(Type::Id(self.id)).kind else {
            return;
        };
        let name = self.name();
        self.declared.push(name.clone());
        let path = self
            .cx
            .options
            .bitflags_path
            .as_deref()
            .unwrap_or("_rt::bitflags");
        self.source.gap();
        let def = self.def;
        let called = self.cx.is_called(self.module);
        self.source
            .block(format!("{path}::bitflags!"), "", |source| {
                docs::write(source, def.docs());
                docs::deprecated(source, &def.stability, called);
                source.lines("#[repr(transparent)]");
                source.lines("#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Clone, Copy)]");
                source.block(format!("pub struct {name}: {}", int(bits)), "", |source| {
                    let mut scope = Scope::new();
                    for (index, flag) in flags.flags.iter().enumerate() {
                        docs::write(source, &flag.docs);
                        let name = scope.take(names::shouty(&flag.name));
                        source.lines(format!("const {name} = 1 << {index};"));
                    }
                });
            });
    }

    fn is_error(&self) -> bool {
        self.cx.uses(self.module, self.id).error
    }

    /// `Display` and `Error`, if the type says why a function failed.
    fn error(&mut self, name: &str, generics: &str) {
        if self.is_error() {
            self.formatting("Display", name, generics, "_rt::display_debug(f, self)");
            self.std_error(name, generics);
        }
    }

    fn formatting(&mut self, which: &str, name: &str, generics: &str, body: &str) {
        self.source.gap();
        let elided = generics.replace("'a", "'_");
        self.source.block(
            format!("impl _rt::{which} for {name}{elided}"),
            "",
            |source| {
                let head = "fn fmt(&self, f: &mut _rt::Formatter<'_>) -> _rt::FmtResult";
                source.block(head, "", |source| source.lines(body));
            },
        );
    }

    fn std_error(&mut self, name: &str, generics: &str) {
        self.source.gap();
        if self.cx.options.std_feature {
            self.source.lines("#[cfg(feature = \"std\")]");
        }
        self.source.lines(format!(
            "impl _rt::Error for {name}{} {{}}",
            generics.replace("'a", "'_")
        ));
    }

    /// The derives of a record, variant or enum, and its additional attributes.
    fn derives(&mut self, own: &[&str]) {
        let mut derives: Vec<String> = Vec::new();
        let facts = self.cx.facts(Type::Id(self.id));
        let cloneable = !(facts.owns || facts.borrows);
        if !own.contains(&"Clone") {
            let derived: &[&str] = match (cloneable, facts.heap) {
                (false, _) => &[],
                (true, true) => &["Clone"],
                (true, false) => &["Clone", "Copy"],
            };
            derives.extend(derived.iter().map(|&derive| derive.to_owned()));
        }
        derives.extend(own.iter().map(|&derive| derive.to_owned()));
        let name = self.def.name_or_empty();
        if !self
            .cx
            .options
            .additional_derives_ignore
            .iter()
            .any(|ignored| ignored == name)
        {
            let more = self.cx.options.additional_derives.0.iter();
            let mut more: Vec<String> = more
                .filter(|&derive| !derives.contains(derive))
                .cloned()
                .collect();
            sort_by(&mut more, Ord::cmp);
            more.dedup();
            derives.append(&mut more);
        }
        self.source
            .lines(format!("#[derive({})]", derives.join(", ")));
        let selector = remap::type_name(self.cx.resolve, self.id);
        for attribute in self
            .cx
            .selected(&self.cx.options.additional_type_attributes.0, &selector)
        {
            self.source.lines(attribute);
        }
    }

    fn member_attributes(&self, member: &str) -> Vec<String> {
        let selector = format!("{}.{member}", remap::type_name(self.cx.resolve, self.id));
        self.cx
            .selected(&self.cx.options.additional_member_attributes.0, &selector)
    }
}

/// The names of the fields of a record.
pub(crate) fn field_names(fields: &[Field]) -> Vec<String> {
    let mut scope = Scope::new();
    fields
        .iter()
        .map(|field| scope.take(names::snake(&field.name)))
        .collect()
}

/// The names of the cases of a variant or enum.
pub(crate) fn case_names<'n>(cases: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut scope = Scope::new();
    cases.map(|case| scope.take(names::camel(case))).collect()
}

/// The Rust type of a discriminant or of flags.
pub(crate) fn int(int: Int) -> &'static str {
    match int {
        Int::U8 => "u8",
        Int::U16 => "u16",
        Int::U32 => "u32",
    }
}
