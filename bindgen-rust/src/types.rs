//! Declarations of types.

use crate::context::Context;
use crate::docs;
use crate::expr::Expr;
use crate::layout::{Brackets, Line};
use crate::members::{case_names, field_names, flag_names};
use crate::mode::{Mode, Style};
use crate::module_names::Declaration;
use crate::options::Ownership;
use crate::remap;
use crate::rust_type::{Lifetime, RustType, int};
use crate::spell::Speller;
use witc_bindgen_core::{IndentedText, ModuleId, doc_text};
use witc_canonical_abi::Int;
use witc_resolve::{Case, Enum, Field, Flags, Label, Type, TypeDef, TypeDefKind, TypeId};

/// Writes the declarations of a type of a module; gives the names that it declared.
pub(crate) fn write(
    cx: &Context<'_>,
    module: ModuleId,
    id: TypeId,
    source: &mut IndentedText,
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

struct TypeWriter<'w, 'c> {
    cx: &'c Context<'c>,
    module: ModuleId,
    id: TypeId,
    def: &'c TypeDef,
    source: &'w mut IndentedText,
    declared: Vec<String>,
}

/// A form in which a type is declared.
struct Form {
    declaration: Declaration,
    mode: Mode,
}

impl TypeWriter<'_, '_> {
    fn write(&mut self) {
        // With `merge-structurally-equal-types` another declaration may be this type already.
        let (module, id) = self.cx.merged.stand_in(self.module, self.id);
        if (module, id) != (self.module, self.id) {
            return self.stand_in(module, id);
        }
        match &self.def.kind {
            TypeDefKind::Resource => {} // With its methods.
            TypeDefKind::Flags(flags) => self.flags(flags),
            TypeDefKind::Enum(en) => self.enumeration(en),
            TypeDefKind::Record(record) => {
                for form in self.forms() {
                    self.record(&form, &record.fields);
                }
            }
            TypeDefKind::Variant(variant) => {
                for form in self.forms() {
                    self.variant(&form, &variant.cases);
                }
            }
            TypeDefKind::Alias(_)
            | TypeDefKind::Handle(_)
            | TypeDefKind::Tuple(_)
            | TypeDefKind::Option(_)
            | TypeDefKind::Result(_)
            | TypeDefKind::List(_)
            | TypeDefKind::FixedLengthList(..)
            | TypeDefKind::Map(..)
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_) => self.alias(),
        }
    }

    /// Declares an alias of a type that is made alike.
    fn stand_in(&mut self, module: ModuleId, id: TypeId) {
        // Enums and flags are declared once, used or not.
        let kind = &self.def.kind;
        let forms = if kind.as_enum().is_some() || kind.as_flags().is_some() {
            vec![Form {
                declaration: Declaration::Only,
                mode: Mode::OWNED,
            }]
        } else {
            self.forms()
        };
        let way = self.cx.way(self.module, module);
        for form in forms {
            let name = self.cx.declared_name(module, id, form.declaration);
            let path = format!("{way}{name}");
            let target = RustType::with_lifetime(path, form.mode.lifetime);
            self.declare_alias(&form, &target);
        }
    }

    /// The forms in which a type is declared: one, two, or, if it isn't used, none.
    fn forms(&self) -> Vec<Form> {
        let (cx, module) = (self.cx, self.module);
        let uses = cx.uses(module, self.id);
        // Unused types would cost every guest compile time, and their derives most of it.
        if !(uses.owned || uses.borrowed || cx.options.generate_unused_types) {
            return Vec::new();
        }
        let [owned, borrowed] = [Style::Owned, Style::Borrowed]
            .map(|style| Mode::new(cx, module, Type::Id(self.id), style, Lifetime::Declared));
        let form = |declaration, mode| Form { declaration, mode };
        if cx.twice(module, self.id) {
            return vec![
                form(Declaration::Owned, owned),
                form(Declaration::Borrowed, borrowed),
            ];
        }
        let owning = cx.options.ownership == Ownership::Owning;
        let owned_alone = uses.owned || owning || borrowed.style == Style::Top;
        let mode = if owned_alone { owned } else { borrowed };
        vec![form(Declaration::Only, mode)]
    }

    fn speller(&self) -> Speller<'_> {
        Speller::new(self.cx, self.module)
    }

    /// The name of the type in a form.
    fn name(&self, form: &Form) -> String {
        self.cx
            .declared_name(self.module, self.id, form.declaration)
    }

    /// The type in a form, which counts as declared from now on.
    fn declare(&mut self, form: &Form) -> RustType {
        let name = self.name(form);
        self.declared.push(name.clone());
        RustType::with_lifetime(name, form.mode.lifetime)
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

    fn declare_alias(&mut self, form: &Form, target: &RustType) {
        self.head();
        let name = self.declare(form);
        alias_line(&name, target).write(self.source);
    }

    fn alias(&mut self) {
        let (cx, module) = (self.cx, self.module);
        let target = cx.alias(self.id);
        for form in self.forms() {
            // A module of the guest's own has names for aliases as well, and code that uses it expects to see them.
            let foreign = target.filter(|&id| cx.is_foreign(module, id));
            let foreign = foreign.filter(|_| form.mode.lifetime.is_none());
            let speller = Speller::new(cx, module);
            let target = match foreign {
                Some(id) => speller.called(module, id, form.mode),
                None => speller.anonymous(self.id, form.mode),
            };
            self.declare_alias(&form, &target);
        }
        if let Some(target) = target
            && cx.is_exported_resource(module, self.id)
        {
            let path = Speller::new(cx, module).borrow_path(target);
            let name = cx.borrow_name(module, self.id);
            let [name, path] =
                [name, path].map(|path| RustType::with_lifetime(path, Some(Lifetime::Declared)));
            self.head();
            alias_line(&name, &path).write(self.source);
        }
    }

    fn record(&mut self, form: &Form, fields: &[Field]) {
        let (cx, module) = (self.cx, self.module);
        self.head();
        // Rust may reorder the fields of a struct, unless it is told to lay them out as C does,
        // which the canonical ABI does as well.
        if cx.is_plain(Type::Id(self.id)) {
            self.source.lines("#[repr(C)]");
        }
        self.derives(&["Debug"]);
        let ty = self.declare(form);
        self.source.open(format!("pub struct {ty}"));
        let names = field_names(fields.iter().map(|field| &field.name));
        for (field, name) in fields.iter().zip(names) {
            docs::write(self.source, &field.docs);
            self.member_attributes(&field.name);
            let mode = form.mode.part(cx, module, field.ty);
            let line = Line::text(format!("pub {name}: "));
            line.join(self.speller().ty(field.ty, mode).line())
                .then(",")
                .write(self.source);
        }
        self.source.close("");
        self.error(form);
    }

    fn variant(&mut self, form: &Form, cases: &[Case]) {
        let (cx, module) = (self.cx, self.module);
        self.head();
        if let Some(plan) = cx.plan(Type::Id(self.id)).kind.cases()
            && cx.is_plain(Type::Id(self.id))
        {
            // Without payloads `C` would ask for the size of an `int`.
            let has_payload = cases.iter().any(|case| case.ty.is_some());
            let union = if has_payload { "C, " } else { "" };
            self.source
                .lines(format!("#[repr({union}{})]", int(plan.tag)));
        }
        self.derives(&["Debug"]);
        let ty = self.declare(form);
        self.source.open(format!("pub enum {ty}"));
        let names = case_names(cases.iter().map(|case| &case.name));
        for (case, name) in cases.iter().zip(names) {
            docs::write(self.source, &case.docs);
            self.member_attributes(&case.name);
            let payload = case.ty.map(|ty| {
                let mode = form.mode.part(cx, module, ty);
                self.speller().ty(ty, mode).line()
            });
            let line = Line::text(name);
            let line = match payload {
                Some(payload) => line.list(Brackets::Arguments, [payload]),
                None => line,
            };
            line.then(",").write(self.source);
        }
        self.source.close("");
        self.error(form);
    }

    fn enumeration(&mut self, en: &Enum) {
        let name = self.cx.type_name(self.module, self.id);
        self.declared.push(name.clone());
        let error = self.is_error();
        self.head();
        let tag = int(Int::discriminant(en.cases.len()));
        self.source.lines(format!("#[repr({tag})]"));
        let derives = [
            "Clone",
            "Copy",
            "PartialEq",
            "Eq",
            "PartialOrd",
            "Ord",
            "Debug",
        ];
        // An error prints what its documentation says.
        self.derives(&derives[..derives.len() - usize::from(error)]);
        let names = case_names(en.cases.iter().map(|case| &case.name));
        self.source.open(format!("pub enum {name}"));
        for (case, name) in en.cases.iter().zip(&names) {
            docs::write(self.source, &case.docs);
            self.member_attributes(&case.name);
            self.source.lines(format!("{name},"));
        }
        self.source.close("");
        if error {
            self.error_enum(&name, en, &names);
        }
    }

    fn error_enum(&mut self, name: &str, en: &Enum, names: &[String]) {
        let arms = |source: &mut IndentedText, text: &dyn Fn(&Label) -> String| {
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
                    doc_text(&case.docs).unwrap_or_default().trim().to_owned()
                });
            });
        });
        let ty = RustType::path(name);
        let [f, this] = ["f", "self"].map(Expr::name);
        let number = this.clone().deref().cast_to("i32");
        let [case, message] = ["name", "message"].map(|of| this.clone().method(of, []));
        let quoted = Expr::name(format!("{name:?}"));
        let parts = [f.clone(), quoted, number.clone(), case.clone(), message];
        self.formatting("Debug", &ty, &Expr::call("_rt::debug_error", parts));
        let parts = [f, case, number];
        self.formatting("Display", &ty, &Expr::call("_rt::display_error", parts));
        self.std_error(&ty);
    }

    fn flags(&mut self, flags: &Flags) {
        let bits = int(Int::flags(flags.flags.len()));
        let name = self.cx.type_name(self.module, self.id);
        self.declared.push(name.clone());
        let path = self.cx.options.bitflags_path.as_deref();
        let path = path.unwrap_or("_rt::bitflags");
        self.source.gap();
        let def = self.def;
        let called = self.cx.is_called(self.module);
        self.source
            // The crate `bitflags`, or the runtime's macro of the same form: guests know its
            // methods.
            .block(format!("{path}::bitflags!"), "", |source| {
                docs::write(source, def.docs());
                docs::deprecated(source, &def.stability, called);
                source.lines("#[repr(transparent)]");
                source.lines("#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Clone, Copy)]");
                source.block(format!("pub struct {name}: {bits}"), "", |source| {
                    let names = flag_names(flags.flags.iter().map(|flag| &flag.name));
                    for (index, (flag, name)) in flags.flags.iter().zip(names).enumerate() {
                        docs::write(source, &flag.docs);
                        source.lines(format!("const {name} = 1 << {index};"));
                    }
                });
            });
    }

    fn is_error(&self) -> bool {
        self.cx.uses(self.module, self.id).error
    }

    /// `Display` and `Error`, if the type says why a function failed.
    fn error(&mut self, form: &Form) {
        if self.is_error() {
            let lifetime = form.mode.lifetime.map(|_| Lifetime::Elided);
            let ty = RustType::with_lifetime(self.name(form), lifetime);
            let parts = ["f", "self"].map(Expr::name);
            self.formatting("Display", &ty, &Expr::call("_rt::display_debug", parts));
            self.std_error(&ty);
        }
    }

    fn formatting(&mut self, which: &str, ty: &RustType, body: &Expr) {
        self.source.gap();
        self.source
            .block(format!("impl _rt::{which} for {ty}"), "", |source| {
                let head = "fn fmt(&self, f: &mut _rt::Formatter<'_>) -> _rt::FmtResult";
                source.block(head, "", |source| body.line().write(source));
            });
    }

    fn std_error(&mut self, ty: &RustType) {
        self.source.gap();
        if self.cx.options.std_feature {
            self.source.lines("#[cfg(feature = \"std\")]");
        }
        self.source.lines(format!("impl _rt::Error for {ty} {{}}"));
    }

    /// The derives of a record, variant or enum, and its additional attributes.
    fn derives(&mut self, own: &[&str]) {
        let mut derives: Vec<String> = Vec::new();
        let facts = self.cx.facts(Type::Id(self.id));
        // A handle cannot be copied: it is a number that the host drops once.
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
            // Sorted, as a derive written twice or in another order means the same, and the output
            // should not differ by it.
            more.sort();
            more.dedup();
            derives.append(&mut more);
        }
        self.source
            .lines(format!("#[derive({})]", derives.join(", ")));
        let selector = remap::type_name(self.cx.resolve, self.id);
        let attributes = &self.cx.options.additional_type_attributes.0;
        for attribute in selected(attributes, &selector) {
            self.source.lines(attribute);
        }
    }

    /// The additional attributes of a field or case.
    fn member_attributes(&mut self, member: &str) {
        let selector = format!("{}.{member}", remap::type_name(self.cx.resolve, self.id));
        let attributes = &self.cx.options.additional_member_attributes.0;
        for attribute in selected(attributes, &selector) {
            self.source.lines(attribute);
        }
    }
}

fn alias_line(name: &RustType, target: &RustType) -> Line {
    Line::text(format!("pub type {name} = "))
        .join(target.line())
        .then(";")
}

/// The attributes whose selector is this one, each once, in order.
fn selected<'a>(attributes: &'a [(String, String)], selector: &str) -> Vec<&'a str> {
    let mut selected: Vec<&str> = Vec::new();
    for (_, attribute) in attributes.iter().filter(|(wanted, _)| wanted == selector) {
        if !selected.contains(&attribute.as_str()) {
            selected.push(attribute);
        }
    }
    selected
}
