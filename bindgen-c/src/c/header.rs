//! The declarations of types.

use crate::c::lift::int_type;
use crate::c::types::{Case, Label, Shape, TypeRef, Types};
use crate::shared::comment::doc_comment;
use witc_bindgen_core::Source;
use witc_canonical_abi::{Int, Kind};
use witc_resolve::Docs;

/// Writes the text of doc comments.
pub(crate) fn write_docs(source: &mut Source, docs: Option<&Docs>) {
    if let Some(text) = docs.and_then(Docs::text) {
        doc_comment(source, &[text.to_owned()]);
    }
}

/// Writes the declaration of a type.
pub(crate) fn declare_type(types: &Types<'_>, ty: TypeRef, header: &mut Source) {
    let name = &types[ty].name;
    header.gap();
    let docs = types[ty].docs;
    let tagged = docs.is_some() || matches!(types[ty].shape, Shape::Own(_) | Shape::Borrow(_));
    match &types[ty].shape {
        Shape::Own(resource) => {
            write_docs(header, Some(types.resource(*resource).docs));
            declare_struct(header, name, tagged, |header| {
                header.lines("int32_t __handle;")
            });
        }
        Shape::Borrow(resource) => match &types.resource(*resource).rep {
            Some(rep) => {
                header.lines(format!("typedef struct {rep} {rep};"));
                header.gap();
                header.lines(format!("typedef {rep} *{name};"));
            }
            None => declare_struct(header, name, tagged, |header| {
                header.lines("int32_t __handle;")
            }),
        },
        Shape::Alias(target) => {
            write_docs(header, docs);
            header.lines(format!("typedef {} {name};", types[*target].name));
        }
        Shape::Record(members) => {
            write_docs(header, docs);
            declare_struct(header, name, tagged, |header| {
                for member in members {
                    write_docs(header, member.docs);
                    header.lines(format!("{} {};", types[member.ty].name, member.name));
                }
            });
        }
        Shape::Variant(cases) => {
            write_docs(header, docs);
            declare_variant(types, ty, cases, header);
        }
        Shape::Option(some) => {
            write_docs(header, docs);
            declare_struct(header, name, tagged, |header| {
                header.lines(format!("bool is_some;\n{} val;", types[*some].name));
            });
        }
        Shape::Result(ok, err) => {
            write_docs(header, docs);
            let members = [("ok", *ok), ("err", *err)];
            let members: Vec<_> = members
                .iter()
                .filter_map(|(name, ty)| Some((*name, (*ty)?)))
                .collect();
            declare_struct(header, name, tagged, |header| {
                header.lines("bool is_err;");
                declare_union(types, &members, header);
            });
        }
        Shape::List(element) => {
            write_docs(header, docs);
            declare_list(header, name, tagged, &types[*element].name);
        }
        Shape::FixedLengthList(element, length) => {
            write_docs(header, docs);
            let element = &types[*element].name;
            declare_struct(header, name, tagged, |header| {
                header.lines(format!("{element} items[{length}];"));
            });
        }
        Shape::Map(entry, key, value) => {
            declare_struct(header, entry, tagged, |header| {
                header.lines(format!(
                    "{} key;\n{} value;",
                    types[*key].name, types[*value].name
                ));
            });
            header.gap();
            write_docs(header, docs);
            declare_list(header, name, tagged, entry);
        }
        Shape::Enum(labels) => {
            write_docs(header, docs);
            header.lines(format!("typedef {} {name};", int_of(types, ty)));
            header.gap();
            for (index, label) in labels.iter().enumerate() {
                define(label, &index.to_string(), header);
            }
        }
        Shape::Flags(labels) => {
            write_docs(header, docs);
            header.lines(format!("typedef {} {name};", int_of(types, ty)));
            header.gap();
            for (index, label) in labels.iter().enumerate() {
                let one = if index == 31 { "1u" } else { "1" };
                define(label, &format!("({one} << {index})"), header);
            }
        }
        Shape::Asynchronous => header.lines(format!("typedef uint32_t {name};")),
        Shape::Scalar(_) | Shape::String | Shape::ErrorContext => {}
    }
}

/// A struct with a tag, unless it is one that the WIT has no name for.
fn declare_struct(
    header: &mut Source,
    name: &str,
    tagged: bool,
    members: impl FnOnce(&mut Source),
) {
    let tag = if tagged {
        format!(" {name}")
    } else {
        String::new()
    };
    header.block(
        format!("typedef struct{tag}"),
        &format!(" {name};"),
        members,
    );
}

fn declare_list(header: &mut Source, name: &str, tagged: bool, element: &str) {
    declare_struct(header, name, tagged, |header| {
        header.lines(format!("{element} *ptr;\nsize_t len;"))
    });
}

fn declare_union(types: &Types<'_>, members: &[(&str, TypeRef)], header: &mut Source) {
    if !members.is_empty() {
        header.block("union", " val;", |header| {
            for (name, ty) in members {
                header.lines(format!("{} {name};", types[*ty].name));
            }
        });
    }
}

fn declare_variant(types: &Types<'_>, ty: TypeRef, cases: &[Case<'_>], header: &mut Source) {
    let members = cases.iter().filter_map(|case| case.member.as_ref());
    let members: Vec<_> = members.map(|(name, ty)| (name.as_str(), *ty)).collect();
    declare_struct(header, &types[ty].name, true, |header| {
        header.lines(format!("{} tag;", int_of(types, ty)));
        declare_union(types, &members, header);
    });
    header.gap();
    for (index, case) in cases.iter().enumerate() {
        define(&case.label, &index.to_string(), header);
    }
}

fn define(label: &Label<'_>, value: &str, header: &mut Source) {
    write_docs(header, Some(label.docs));
    header.lines(format!("#define {} {value}", label.name));
}

/// The integer of an enum, flags, or a variant's tag.
fn int_of(types: &Types<'_>, ty: TypeRef) -> &'static str {
    let int = match &types.plan(ty).kind {
        Kind::Enum(int, _) | Kind::Flags(int, _) => *int,
        Kind::Variant(cases) => cases.tag,
        _ => Int::U32,
    };
    int_type(int)
}
