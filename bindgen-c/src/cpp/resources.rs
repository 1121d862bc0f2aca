//! Classes: handles of imported resources, and the objects behind exported ones.

use crate::cpp::functions::{Class, CppFunction, Functions, Member};
use crate::cpp::names::Names;
use crate::cpp::spell::{Context, Speller};
use crate::cpp::types::comment;
use witc_bindgen_core::Source;
use witc_resolve::Direction;

/// A writer of types for the inside of a class.
pub(crate) fn speller<'x, 'a>(
    context: Context<'x, 'a>,
    names: &'x Names,
    class: &'x Class,
) -> Speller<'x, 'a> {
    context.inside(names, class.module, names.of(class.module)).hiding(&class.members)
}

/// Declares the class of an imported resource.
pub(crate) fn imported(
    context: Context<'_, '_>,
    names: &Names,
    functions: &Functions<'_>,
    class: &Class,
    source: &mut Source,
) {
    let speller = speller(context, names, class);
    source.gap();
    comment(source, &context.modules.resolve.types[class.resource].docs);
    let name = &class.name;
    source.lines(format!("class {name} : public wit::ResourceImport<{name}> {{\npublic:"));
    let mut members = Source::at(source.depth() + 1);
    members.lines("using ResourceImport::ResourceImport;\nstatic void ResourceDrop(int32_t handle);");
    for function in functions.of_class(class) {
        comment(&mut members, &function.function.docs);
        members.lines(declaration(function, speller) + ";");
    }
    source.verbatim(&members.finish());
    source.lines("};");
}

/// The class of an exported resource, for the user to complete.
pub(crate) fn exported(
    context: Context<'_, '_>,
    names: &Names,
    functions: &Functions<'_>,
    class: &Class,
    source: &mut Source,
) {
    let speller = speller(context, names, class);
    let name = &class.name;
    comment(source, &context.modules.resolve.types[class.resource].docs);
    source.lines(format!("class {name} : public wit::ResourceExportBase<{name}> {{\npublic:"));
    let mut members = Source::at(source.depth() + 1);
    members.lines(format!("static void Dtor({name} *self) {{ delete self; }}"));
    for function in functions.of_class(class) {
        comment(&mut members, &function.function.docs);
        members.lines(declaration(function, speller) + ";");
        if let Member::Constructor(_) = function.member {
            let arguments: Vec<String> =
                function.arguments().iter().map(|name| format!("std::move({name})")).collect();
            let (params, arguments) = (function.param_list(speller), arguments.join(", "));
            // A class of this name hides the type of its base.
            let owned = if name == "Owned" { "wit::Owned<Owned>" } else { "Owned" };
            members.lines(format!(
                "static {owned} New({params}) {{ return {owned}(new {name}({arguments})); }}"
            ));
        }
    }
    members.lines(format!(
        "static int32_t ResourceNew({name} *self);\nstatic {name} *ResourceRep(int32_t id);\n\
         static void ResourceDrop(int32_t id);"
    ));
    source.verbatim(&members.finish());
    source.lines("};");
}

/// The declaration of a member, without a semicolon.
fn declaration(function: &CppFunction<'_>, speller: Speller<'_, '_>) -> String {
    let (name, params) = (&function.name, function.param_list(speller));
    let result = function.result(speller);
    let imported = function.direction == Direction::Import;
    match function.member {
        Member::Constructor(_) => format!("{name}({params})"),
        Member::Method(_) => {
            let constant = if imported { " const" } else { "" };
            format!("{}({params}){constant}", typed(&result, name))
        }
        Member::Static(_) | Member::Factory(_) => format!("static {}({params})", typed(&result, name)),
        Member::Free => format!("{}({params})", typed(&result, name)),
    }
}

/// A type and a name.
pub(crate) fn typed(ty: &str, name: &str) -> String {
    let apart = if ty.ends_with(['*', '&']) { "" } else { " " };
    format!("{ty}{apart}{name}")
}
