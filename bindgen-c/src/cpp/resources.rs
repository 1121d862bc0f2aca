//! Classes: handles of imported resources, and the objects of exported ones.

use crate::cpp::context::Context;
use crate::cpp::functions::{Class, ClassRef, CppFunction, Member};
use crate::cpp::names::{Names, owned_in};
use crate::cpp::spell::Speller;
use crate::cpp::types::{comment, type_comment};
use crate::cpp::world::NamedWorld;
use witc_bindgen_core::{IndentedText, OwnMember};
use witc_resolve::Direction;

/// A writer of types for the inside of a class.
pub(crate) fn speller<'x, 'a>(
    context: Context<'x, 'a>,
    names: &'x Names,
    class: &'x Class,
) -> Speller<'x, 'a> {
    Speller::inside(context, names, class.module, names.of(class.module)).hiding(&class.members)
}

/// Declares a class: of handles, for an imported resource; for an exported one of the objects that the handles are of, which
/// the user completes.
pub(crate) fn declare(
    world: NamedWorld<'_, '_>,
    id: ClassRef,
    class: &Class,
    source: &mut IndentedText,
) {
    let (context, names) = (world.context, world.names);
    let speller = speller(context, names, class);
    let name = &class.name;
    let (base, first, last) = match context.modules[class.module].direction {
        Direction::Import => (
            "ResourceImport",
            "using ResourceImport::ResourceImport;\nstatic void ResourceDrop(int32_t handle);"
                .to_owned(),
            String::new(),
        ),
        Direction::Export => (
            "ResourceExportBase",
            format!("static void Dtor({name} *self) {{ delete self; }}"),
            format!(
                "static int32_t ResourceNew({name} *self);\nstatic {name} *ResourceRep(int32_t id);\n\
                 static void ResourceDrop(int32_t id);"
            ),
        ),
    };
    source.gap();
    type_comment(context, names, class.module, class.resource, source);
    source.lines(format!(
        "class {name} : public wit::{base}<{name}> {{\npublic:"
    ));
    let mut members = IndentedText::at(source.depth() + 1);
    members.lines(first);
    for function in world.functions.of_class(id) {
        comment(&mut members, &function.function.docs);
        members.lines(declaration(function, speller) + ";");
        // Others get a handle and not an object, so that each constructor of the class has a function that makes both.
        if function.member.is_constructor() && function.direction.is_export() {
            members.lines(maker(function, name, speller));
        }
    }
    members.lines(last);
    source.append(&members);
    source.lines("};");
}

/// What the user's class has to have for the functions of a resource.
pub(crate) fn members(world: NamedWorld<'_, '_>, id: ClassRef, class: &Class) -> Vec<OwnMember> {
    let speller = speller(world.context, world.names, class);
    let mut members: Vec<OwnMember> = Vec::new();
    for function in world.functions.of_class(id) {
        members.push(OwnMember {
            name: function.name.clone(),
            declaration: declaration(function, speller),
        });
    }
    members
}

/// The static function that makes an object and its handle, as the constructor of the resource does.
fn maker(function: &CppFunction<'_>, name: &str, speller: Speller<'_, '_>) -> String {
    let arguments: Vec<String> = function
        .arguments()
        .iter()
        .map(|name| format!("std::move({name})"))
        .collect();
    let (params, arguments) = (function.param_list(speller), arguments.join(", "));
    let owned = owned_in(name);
    format!("static {owned} New({params}) {{ return {owned}(new {name}({arguments})); }}")
}

/// The declaration of a member, without a semicolon.
pub(crate) fn declaration(function: &CppFunction<'_>, speller: Speller<'_, '_>) -> String {
    let (name, params) = (&function.name, function.param_list(speller));
    let result = function.returned(speller);
    let imported = function.direction.is_import();
    match function.member {
        Member::Constructor(_) => format!("{name}({params})"),
        Member::Method(_) => {
            // An import only reads its handle; a method that the guest writes may change the object.
            let constant = if imported { " const" } else { "" };
            format!("{}({params}){constant}", result.declare(name))
        }
        Member::Static(_) | Member::Factory(_) => {
            format!("static {}({params})", result.declare(name))
        }
        Member::Free => format!("{}({params})", result.declare(name)),
    }
}
