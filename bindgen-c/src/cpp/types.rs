//! Declarations of types.

use crate::cpp::names::{Names, snake};
use crate::cpp::spell::{Context, Flavor, Speller};
use crate::shared::comment::doc_comment;
use crate::shared::keywords::local_scope;
use heck::ToUpperCamelCase;
use std::collections::HashSet;
use witc_bindgen_core::{ModuleId, Scope, Source};
use witc_canonical_abi::{Int, Kind};
use witc_resolve::{Docs, Label, Record, Type, TypeDef, TypeDefKind, TypeId, Variant};

/// The types of a module, in an order in which each stands after those that it is made of.
pub(crate) fn in_order(context: Context<'_, '_>, module: ModuleId) -> Vec<TypeId> {
    let mut types = context.modules[module].types.clone();
    types.sort_unstable_by_key(|ty| ty.index());
    types
}

/// Names for classes and structs to come, where functions of classes and other names of types may need them.
pub(crate) fn announce(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut Source,
) {
    let kind = |ty: TypeId| &context.modules.resolve.types[ty].kind;
    let types = in_order(context, module);
    let needed = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Resource) || !kind.is_nominal();
    if !types.iter().any(|&ty| needed(kind(ty))) {
        return;
    }
    source.gap();
    for ty in types {
        let name = names.type_name(module, ty);
        match kind(ty) {
            TypeDefKind::Resource => source.lines(format!("class {name};")),
            TypeDefKind::Record(_) => {
                source.lines(format!("struct {name};"));
                if context.has_param(ty) {
                    source.lines(format!("struct {};", names.param_name(module, ty)));
                }
            }
            TypeDefKind::Variant(_) => source.lines(format!("struct {name};")),
            _ => {}
        }
    }
}

/// Whether a type is an enum or a set of flags, which others may need first.
fn is_integer(def: &TypeDef) -> bool {
    matches!(def.kind, TypeDefKind::Enum(_) | TypeDefKind::Flags(_))
}

/// Declares the enums and flags of a module.
pub(crate) fn integers(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut Source,
) {
    for ty in in_order(context, module) {
        let def = &context.modules.resolve.types[ty];
        if is_integer(def) {
            source.gap();
            comment(source, def.docs());
            integer(context, ty, def, names.type_name(module, ty), source);
        }
    }
}

fn integer(context: Context<'_, '_>, ty: TypeId, def: &TypeDef, name: &str, source: &mut Source) {
    let size = match &context.plans[context.plans.of(Type::Id(ty))].kind {
        Kind::Enum(Int::U8, _) | Kind::Flags(Int::U8, _) => "uint8_t",
        Kind::Enum(Int::U16, _) | Kind::Flags(Int::U16, _) => "uint16_t",
        _ => "uint32_t",
    };
    let mut scope = local_scope();
    source.block(
        format!("enum class {name} : {size}"),
        ";",
        |source| match &def.kind {
            TypeDefKind::Flags(flags) => {
                scope.reserve("k_None");
                source.lines("k_None = 0,");
                for (index, flag) in flags.flags.iter().enumerate() {
                    label(&mut scope, flag, &format!("1u << {index}"), source);
                }
            }
            TypeDefKind::Enum(cases) => {
                for (index, case) in cases.cases.iter().enumerate() {
                    label(&mut scope, case, &index.to_string(), source);
                }
            }
            _ => {}
        },
    );
    if let TypeDefKind::Flags(_) = def.kind {
        source.lines(format!("WIT_FLAGS({name})"));
    }
}

fn label(scope: &mut Scope, label: &Label, value: &str, source: &mut Source) {
    let name = scope.take(format!("k{}", label.name.to_upper_camel_case()));
    comment(source, &label.docs);
    source.lines(format!("{name} = {value},"));
}

/// Declares other names of types: what they stand for need not be complete.
pub(crate) fn aliases(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut Source,
) {
    let speller = context.inside(names, module, names.of(module));
    for ty in in_order(context, module) {
        let def = &context.modules.resolve.types[ty];
        if def.kind.is_nominal() {
            continue;
        }
        let target = match &def.kind {
            TypeDefKind::Alias(Type::Id(id)) if context.modules.resolve.is_resource(*id) => {
                speller.nominal(context.modules.resolve.definition(*id))
            }
            _ => speller.definition(ty, Flavor::Owned),
        };
        source.gap();
        comment(source, def.docs());
        source.lines(format!("using {} = {target};", names.type_name(module, ty)));
    }
}

/// Declares the records and variants of a module.
pub(crate) fn structs(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut Source,
) {
    let path = names.of(module);
    let speller = context.inside(names, module, path);
    for ty in in_order(context, module) {
        let def = &context.modules.resolve.types[ty];
        let name = names.type_name(module, ty);
        match &def.kind {
            TypeDefKind::Record(record) => {
                source.gap();
                comment(source, def.docs());
                declare_record(speller, name, record, Flavor::Owned, source);
                if context.has_param(ty) {
                    source.gap();
                    let note = format!(
                        "`{name}` as a parameter of a function that you call: what it shows is not its own."
                    );
                    doc_comment(source, &[note]);
                    declare_record(
                        speller,
                        names.param_name(module, ty),
                        record,
                        Flavor::Borrowed,
                        source,
                    );
                }
            }
            TypeDefKind::Variant(variant) => {
                source.gap();
                comment(source, def.docs());
                declare_variant(speller, name, variant, source);
            }
            _ => {}
        }
    }
}

fn declare_record(
    speller: Speller<'_, '_>,
    name: &str,
    record: &Record,
    flavor: Flavor,
    source: &mut Source,
) {
    let fields = field_names(record);
    source.block(format!("struct {name}"), ";", |source| {
        for (field, name) in record.fields.iter().zip(fields) {
            comment(source, &field.docs);
            source.lines(format!("{} {name};", speller.spell(field.ty, flavor)));
        }
    });
}

/// The names of the fields of a record.
pub(crate) fn field_names(record: &Record) -> Vec<String> {
    let mut scope = local_scope();
    record
        .fields
        .iter()
        .map(|field| snake(&mut scope, &field.name))
        .collect()
}

fn declare_variant(speller: Speller<'_, '_>, name: &str, variant: &Variant, source: &mut Source) {
    let mut scope = local_scope();
    // A case named like the variant would be its constructor.
    scope.reserve(name);
    let cases: Vec<String> = variant
        .cases
        .iter()
        .map(|case| scope.take(case.name.to_upper_camel_case()))
        .collect();
    let hidden: HashSet<String> = cases.iter().cloned().collect();
    let speller = speller.hiding(&hidden);
    source.block(format!("struct {name}"), ";", |source| {
        for (case, name) in variant.cases.iter().zip(&cases) {
            comment(source, &case.docs);
            match case.ty {
                Some(ty) => {
                    source.lines(format!(
                        "struct {name} {{ {} value; }};",
                        speller.spell(ty, Flavor::Owned)
                    ));
                }
                None => source.lines(format!("struct {name} {{}};")),
            }
        }
        source.lines(format!("std::variant<{}> variants;", cases.join(", ")));
    });
}

/// What the WIT says about something.
pub(crate) fn comment(source: &mut Source, docs: &Docs) {
    doc_comment(source, &[docs.text().unwrap_or_default().to_owned()]);
}
