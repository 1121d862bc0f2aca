//! The declarations of types.

use crate::c::functions::CFunction;
use crate::c::types::{Label, MapEntry, Payload, Shape, Sum, TypeRef, Types, VariantCase};
use crate::shared::comment::doc_comment;
use crate::shared::spelling::int_type;
use witc_bindgen_core::{IndentedText, doc_text};
use witc_canonical_abi::Int;
use witc_resolve::Docs;

/// Writes the text of doc comments.
pub(crate) fn write_docs(source: &mut IndentedText, docs: Option<&Docs>) {
    if let Some(text) = docs.and_then(doc_text) {
        doc_comment(source, &[text.into_owned()]);
    }
}

/// A type in the header.
struct Declaration<'x, 'a> {
    types: &'x Types<'a>,
    name: &'x str,
    /// Whether the struct has a tag: C++ shows it in messages.
    tagged: bool,
}

/// Writes the declaration of a type.
pub(crate) fn declare_type(types: &Types<'_>, ty: TypeRef, header: &mut IndentedText) {
    let docs = types[ty].docs;
    let declaration = Declaration {
        types,
        name: &types[ty].name,
        tagged: docs.is_some() || types[ty].shape.is_tagged(),
    };
    declaration.write(&types[ty].shape, docs, header);
}

/// Writes the struct of the parameters of an async import, if they are passed in one.
pub(crate) fn declare_args(types: &Types<'_>, function: &CFunction<'_>, header: &mut IndentedText) {
    let Some(name) = function.form.args() else {
        return;
    };
    header.gap();
    doc_comment(header, &[format!("The parameters of {}.", function.name)]);
    header.block(
        format!("typedef struct {name}"),
        &format!(" {name};"),
        |header| {
            for param in &function.params {
                header.lines(format!("{} {};", types[param.ty].name, param.name));
            }
        },
    );
}

impl Declaration<'_, '_> {
    fn write(&self, shape: &Shape<'_>, docs: Option<&Docs>, header: &mut IndentedText) {
        header.gap();
        match shape {
            // The documentation of a resource is that of its handles; an entry comes before the map that it is for.
            Shape::Own(resource) => write_docs(header, Some(self.types.resource(*resource).docs)),
            Shape::Map(entry) => self.declare_entry(entry, header),
            Shape::Scalar(_)
            | Shape::String
            | Shape::ErrorContext
            | Shape::Alias(_)
            | Shape::Record(_)
            | Shape::Sum(_)
            | Shape::List(_)
            | Shape::FixedLengthList(..)
            | Shape::Enum(..)
            | Shape::Flags(..)
            | Shape::Borrow(_)
            | Shape::Representation(_)
            | Shape::Future(_)
            | Shape::Stream(_) => {}
        }
        write_docs(header, docs);
        self.declare(shape, header);
    }

    fn declare(&self, shape: &Shape<'_>, header: &mut IndentedText) {
        let (types, name) = (self.types, self.name);
        match shape {
            Shape::Own(_) | Shape::Borrow(_) => {
                self.declare_struct(header, |header| header.lines("int32_t __handle;"));
            }
            Shape::Representation(representation) => {
                let struct_name = &representation.name;
                // Incomplete: the guest defines the struct, and everybody else sees pointers to it alone.
                header.lines(format!("typedef struct {struct_name} {struct_name};"));
                header.gap();
                header.lines(format!("typedef {struct_name} *{name};"));
            }
            Shape::Alias(target) => {
                header.lines(format!("typedef {} {name};", types[*target].name));
            }
            Shape::Record(members) => self.declare_struct(header, |header| {
                for member in members {
                    write_docs(header, member.docs);
                    header.lines(format!("{} {};", types[member.ty].name, member.name));
                }
            }),
            Shape::Sum(sum) => self.declare_sum(sum, header),
            Shape::List(element) => self.declare_list(&types[*element].name, header),
            Shape::Map(entry) => self.declare_list(&entry.name, header),
            Shape::FixedLengthList(element, length) => {
                let element = &types[*element].name;
                self.declare_struct(header, |header| {
                    header.lines(format!("{element} items[{length}];"));
                });
            }
            Shape::Enum(int, labels) => {
                self.declare_int(*int, header);
                header.gap();
                define_numbers(labels, header);
            }
            Shape::Flags(int, labels) => {
                self.declare_int(*int, header);
                header.gap();
                for (index, label) in labels.iter().enumerate() {
                    // An `int` has no such bit.
                    let one = if index == 31 { "1u" } else { "1" };
                    define(label, &format!("({one} << {index})"), header);
                }
            }
            Shape::Future(_) | Shape::Stream(_) => self.declare_int(Int::U32, header),
            // The header has them already: from C itself, or for the whole world.
            Shape::Scalar(_) | Shape::String | Shape::ErrorContext => {}
        }
    }

    fn declare_int(&self, int: Int, header: &mut IndentedText) {
        header.lines(format!("typedef {} {};", int_type(int), self.name));
    }

    fn declare_sum(&self, sum: &Sum<'_>, header: &mut IndentedText) {
        match sum {
            Sum::Option(some) => {
                let some = &self.types[some.ty].name;
                self.declare_struct(header, |header| {
                    header.lines("bool is_some;");
                    header.lines(format!("{some} val;"));
                });
            }
            Sum::Result(ok, err) => {
                let member = |name: &'static str, payload: &Option<Payload<'_>>| {
                    payload.map(|payload| (name, payload.ty))
                };
                // A side without payload has no member: C has no type for nothing.
                let members = [member("ok", ok), member("err", err)];
                let members: Vec<_> = members.into_iter().flatten().collect();
                self.declare_struct(header, |header| {
                    header.lines("bool is_err;");
                    declare_union(self.types, &members, header);
                });
            }
            Sum::Variant(tag, cases) => self.declare_variant(*tag, cases, header),
        }
    }

    fn declare_variant(&self, tag: Int, cases: &[VariantCase<'_>], header: &mut IndentedText) {
        let members = cases.iter().filter_map(|case| case.member.as_ref());
        let members: Vec<_> = members
            .map(|(name, payload)| (name.as_str(), payload.ty))
            .collect();
        self.declare_struct(header, |header| {
            header.lines(format!("{} tag;", int_type(tag)));
            declare_union(self.types, &members, header);
        });
        header.gap();
        define_numbers(cases.iter().map(|case| &case.label), header);
    }

    fn declare_list(&self, element: &str, header: &mut IndentedText) {
        self.declare_struct(header, |header| {
            header.lines(format!("{element} *ptr;"));
            header.lines("size_t len;");
        });
    }

    fn declare_entry(&self, entry: &MapEntry, header: &mut IndentedText) {
        let (key, value) = (&self.types[entry.key].name, &self.types[entry.value].name);
        let entry = Declaration {
            types: self.types,
            name: &entry.name,
            // The entry is named like the map that it is for, and C++ shows both or neither.
            tagged: self.tagged,
        };
        entry.declare_struct(header, |header| {
            header.lines(format!("{key} key;"));
            header.lines(format!("{value} value;"));
        });
        header.gap();
    }

    fn declare_struct(&self, header: &mut IndentedText, members: impl FnOnce(&mut IndentedText)) {
        let name = self.name;
        let head = if self.tagged {
            format!("typedef struct {name}")
        } else {
            "typedef struct".to_owned()
        };
        header.block(head, &format!(" {name};"), members);
    }
}

/// Writes a union of payloads. C has no empty union: without payloads there is none.
fn declare_union(types: &Types<'_>, members: &[(&str, TypeRef)], header: &mut IndentedText) {
    if !members.is_empty() {
        header.block("union", " val;", |header| {
            for (name, ty) in members {
                header.lines(format!("{} {name};", types[*ty].name));
            }
        });
    }
}

/// Writes a macro for each case: its number.
fn define_numbers<'l, 'd: 'l>(
    labels: impl IntoIterator<Item = &'l Label<'d>>,
    header: &mut IndentedText,
) {
    for (index, label) in labels.into_iter().enumerate() {
        define(label, &index.to_string(), header);
    }
}

fn define(label: &Label<'_>, value: &str, header: &mut IndentedText) {
    write_docs(header, Some(label.docs));
    header.lines(format!("#define {} {value}", label.name));
}
