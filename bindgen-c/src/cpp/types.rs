//! Declarations of types.

use crate::cpp::context::Context;
use crate::cpp::declared::Declared;
use crate::cpp::flavor::Flavor;
use crate::cpp::names::{Names, snake};
use crate::cpp::order;
use crate::cpp::spell::Speller;
use crate::shared::comment::doc_comment;
use crate::shared::keywords::local_scope;
use crate::shared::spelling::{Spelling, int_type};
use heck::ToUpperCamelCase;
use std::collections::HashSet;
use witc_bindgen_core::{IndentedText, ModuleId, NameScope, doc_text};
use witc_canonical_abi::Int;
use witc_resolve::{Docs, Enum, Flags, Label, Record, TypeId, Variant};

/// The types that a module declares, and how, in an order in which each stands after those that it is made of.
fn declared<'a>(
    context: Context<'_, 'a>,
    names: &Names,
    module: ModuleId,
) -> impl Iterator<Item = (TypeId, Declared<'a>)> {
    let types = order::types_in_order(context.modules, module).into_iter();
    // Another module of the namespace has declared the others.
    let types = types.filter(move |&ty| names.alike.first((module, ty)) == (module, ty));
    types.map(move |ty| (ty, Declared::new(context.modules.resolve, ty)))
}

/// Writes names for classes and structs to come, where functions of classes and other names of types may need them.
pub(crate) fn announce(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut IndentedText,
) {
    if !declared(context, names, module).any(|(_, declared)| declared.comes_early()) {
        return;
    }
    source.gap();
    for (ty, declared) in declared(context, names, module) {
        let name = names.type_name(module, ty);
        match declared {
            Declared::Class => source.lines(format!("class {name};")),
            Declared::Record(_) => {
                source.lines(format!("struct {name};"));
                if context.has_param(ty) {
                    source.lines(format!("struct {};", names.param_name(module, ty)));
                }
            }
            Declared::Variant(_) => source.lines(format!("struct {name};")),
            // These are not announced but declared whole (`integers`), since they need nothing else.
            Declared::Enum(_) | Declared::Flags(_) => {}
            Declared::ClassAlias(_) | Declared::Alias | Declared::Structure => {}
        }
    }
}

/// Declares the enums and flags of a module, which others may need first.
pub(crate) fn integers(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut IndentedText,
) {
    for (ty, declared) in declared(context, names, module) {
        let name = names.type_name(module, ty);
        let comment = |source: &mut IndentedText| type_comment(context, names, module, ty, source);
        match declared {
            Declared::Enum(cases) => declare_enum(name, cases, comment, source),
            Declared::Flags(flags) => declare_flags(name, flags, comment, source),
            Declared::Class | Declared::Record(_) | Declared::Variant(_) => {}
            Declared::ClassAlias(_) | Declared::Alias | Declared::Structure => {}
        }
    }
}

fn declare_enum(
    name: &str,
    cases: &Enum,
    comment: impl Fn(&mut IndentedText),
    source: &mut IndentedText,
) {
    let size = int_type(Int::discriminant(cases.cases.len()));
    let mut scope = local_scope();
    source.gap();
    comment(source);
    source.block(format!("enum class {name} : {size}"), ";", |source| {
        for (index, case) in cases.cases.iter().enumerate() {
            label(&mut scope, case, &index.to_string(), source);
        }
    });
}

fn declare_flags(
    name: &str,
    flags: &Flags,
    comment: impl Fn(&mut IndentedText),
    source: &mut IndentedText,
) {
    let size = int_type(Int::flags(flags.flags.len()));
    let mut scope = local_scope();
    scope.reserve("k_None");
    source.gap();
    comment(source);
    source.block(format!("enum class {name} : {size}"), ";", |source| {
        source.lines("k_None = 0,");
        for (index, flag) in flags.flags.iter().enumerate() {
            // Unsigned: an `int` has no bit 31.
            label(&mut scope, flag, &format!("1u << {index}"), source);
        }
    });
    source.lines(format!("WIT_FLAGS({name})"));
}

fn label(scope: &mut NameScope, label: &Label, value: &str, source: &mut IndentedText) {
    let name = scope.take(format!("k{}", label.name.to_upper_camel_case()));
    comment(source, &label.docs);
    source.lines(format!("{name} = {value},"));
}

/// Declares other names of types: what they stand for need not be complete.
pub(crate) fn aliases(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut IndentedText,
) {
    let speller = Speller::inside(context, names, module, names.of(module));
    for (ty, declared) in declared(context, names, module) {
        let target = match declared {
            // The class itself and not an owned handle, which the definition would be.
            Declared::ClassAlias(resource) => Spelling::value(speller.nominal(resource)),
            Declared::Alias | Declared::Structure => speller.definition(ty, Flavor::Owned),
            Declared::Class | Declared::Record(_) | Declared::Variant(_) => continue,
            Declared::Enum(_) | Declared::Flags(_) => continue,
        };
        source.gap();
        type_comment(context, names, module, ty, source);
        source.lines(format!("using {} = {target};", names.type_name(module, ty)));
        for (flavor, _) in Flavor::OTHERS {
            if let Some(name) = names.large(module, ty, flavor) {
                let target = speller.definition(ty, flavor);
                source.lines(format!("using {name} = {target};"));
            }
        }
    }
}

/// Declares the records and variants of a module.
pub(crate) fn structs(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    source: &mut IndentedText,
) {
    let speller = Speller::inside(context, names, module, names.of(module));
    for (ty, declared) in declared(context, names, module) {
        let name = names.type_name(module, ty);
        match declared {
            Declared::Record(record) => {
                source.gap();
                type_comment(context, names, module, ty, source);
                declare_record(speller, name, record, Flavor::Owned, source);
                if context.has_param(ty) {
                    let param = names.param_name(module, ty);
                    declare_param(speller, name, param, record, source);
                }
            }
            Declared::Variant(variant) => {
                source.gap();
                type_comment(context, names, module, ty, source);
                declare_variant(speller, name, variant, source);
            }
            Declared::Class | Declared::Enum(_) | Declared::Flags(_) => {}
            Declared::ClassAlias(_) | Declared::Alias | Declared::Structure => {}
        }
    }
}

fn declare_param(
    speller: Speller<'_, '_>,
    name: &str,
    param: &str,
    record: &Record,
    source: &mut IndentedText,
) {
    let note = format!(
        "`{name}` as a parameter of a function that you call: what it shows is not its own."
    );
    source.gap();
    doc_comment(source, &[note]);
    declare_record(speller, param, record, Flavor::Borrowed, source);
}

fn declare_record(
    speller: Speller<'_, '_>,
    name: &str,
    record: &Record,
    flavor: Flavor,
    source: &mut IndentedText,
) {
    let fields = field_names(record);
    source.block(format!("struct {name}"), ";", |source| {
        for (field, name) in record.fields.iter().zip(fields) {
            comment(source, &field.docs);
            source.lines(speller.spell(field.ty, flavor).declare(&name) + ";");
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

fn declare_variant(
    speller: Speller<'_, '_>,
    name: &str,
    variant: &Variant,
    source: &mut IndentedText,
) {
    let mut scope = local_scope();
    // C++ takes a struct within the variant that has its name for the constructor.
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
                    let value = speller.spell(ty, Flavor::Owned).declare("value");
                    source.lines(format!("struct {name} {{ {value}; }};"));
                }
                None => source.lines(format!("struct {name} {{}};")),
            }
        }
        source.lines(format!("std::variant<{}> variants;", cases.join(", ")));
    });
}

/// Writes the documentation of a type, and why it is not called as in WIT, if it is not.
pub(crate) fn type_comment(
    context: Context<'_, '_>,
    names: &Names,
    module: ModuleId,
    ty: TypeId,
    source: &mut IndentedText,
) {
    let docs = doc_text(context.modules.resolve.types[ty].docs());
    let mut paragraphs = vec![docs.unwrap_or_default().into_owned()];
    if let Some((other, _)) = names.alike.other((module, ty)) {
        let of = match context.modules[other].interface {
            Some((key, _)) => format!("`{}`", context.modules.resolve.extern_name(key)),
            None => "the world".to_owned(),
        };
        paragraphs.push(format!(
            "`{}`: this namespace has another type of that name, of {of}.",
            names.type_name(module, ty)
        ));
    }
    doc_comment(source, &paragraphs);
}

/// Writes the documentation of something in WIT.
pub(crate) fn comment(source: &mut IndentedText, docs: &Docs) {
    doc_comment(source, &[doc_text(docs).unwrap_or_default().into_owned()]);
}
