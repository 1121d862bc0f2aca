//! The declarations of all functions of a world, for documentation.

use crate::cpp::functions::CppFunction;
use crate::cpp::resources::{declaration, speller};
use crate::cpp::spell::Speller;
use crate::cpp::world::NamedWorld;
use witc_bindgen_core::{ModuleId, Signature};

/// The declarations, those of each module together, as they stand in its namespace and classes.
pub(crate) fn all(world: NamedWorld<'_, '_>) -> Vec<Signature> {
    let modules = world.context.modules.iter();
    modules
        .flat_map(|(module, _)| {
            let functions = world.functions.of_module(module);
            functions.map(move |function| signature(world, module, function))
        })
        .collect()
}

fn signature(world: NamedWorld<'_, '_>, module: ModuleId, function: &CppFunction<'_>) -> Signature {
    let NamedWorld {
        context,
        names,
        functions,
        channels: _,
    } = world;
    let path = names.path_of(context.modules, module, function.direction);
    let speller = match function.member.class() {
        Some(class) => speller(context, names, functions.class_of(class)),
        None => Speller::inside(context, names, module, path),
    };
    let interface = function.interface(context);
    Signature {
        direction: function.direction,
        interface: interface.map(|key| context.modules.resolve.extern_name(key)),
        function: function.function.name.to_string(),
        text: declaration(function, speller),
    }
}
