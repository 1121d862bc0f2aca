//! The names of the members of types, each once in its type.

use crate::names;
use witc_bindgen_core::NameScope;
use witc_resolve::Name;

/// The names of the fields of a record.
pub(crate) fn field_names<'n>(fields: impl IntoIterator<Item = &'n Name>) -> Vec<String> {
    unique(fields, names::snake)
}

/// The names of the cases of a variant or enum.
pub(crate) fn case_names<'n>(cases: impl IntoIterator<Item = &'n Name>) -> Vec<String> {
    unique(cases, names::camel)
}

/// The names of flags.
pub(crate) fn flag_names<'n>(flags: impl IntoIterator<Item = &'n Name>) -> Vec<String> {
    unique(flags, names::shouty)
}

fn unique<'n>(
    members: impl IntoIterator<Item = &'n Name>,
    name: fn(&str) -> String,
) -> Vec<String> {
    let mut scope = NameScope::new();
    let members = members.into_iter();
    members.map(|member| scope.take(name(member))).collect()
}
