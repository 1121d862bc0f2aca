//! What the guest is called by: core exports, each of which calls a function or member that the guest writes.

use crate::cpp::functions::{Class, CppFunction, Member};
use crate::cpp::imports::core_names;
use crate::cpp::names::Names;
use crate::cpp::spell::Context;
use crate::shared::core::{core_type, declare};
use witc_bindgen_core::Source;
use witc_canonical_abi::{Convention, CoreType, Parameters, Side, Signature};
use witc_resolve::{Direction, TypeDefKind};

/// Writes the core export for a function, outside of all namespaces.
pub(crate) fn function(
    context: Context<'_, '_>,
    names: &Names,
    function: &CppFunction<'_>,
    class: Option<&Class>,
    take: &mut dyn FnMut(String) -> String,
    source: &mut Source,
) {
    let speller = context.outside(names, function.module);
    let signature = context
        .plans
        .signature(function.function, Side::Export, Convention::Sync);
    let key = function.interface(context);
    let export = core_names(context).export(key, function.function, Convention::Sync);
    let symbol = take(format!("export_{}", function.stem));

    let result = function.result(speller);
    let path = function.path(context, names);
    let mut types: Vec<String> = function
        .params
        .iter()
        .map(|(_, ty)| function.param(*ty, speller))
        .collect();
    let forward = "std::forward<decltype(a)>(a)...";
    let (mut pack, mut arguments) = ("auto &&...a", forward);
    if types.is_empty() {
        (pack, arguments) = ("", "");
    }
    let (result, params, callee) = match (function.member, class) {
        (Member::Method(_), Some(class)) => {
            types.insert(
                0,
                format!(
                    "std::reference_wrapper<{}>",
                    speller.qualified(path, &class.name)
                ),
            );
            let params = if pack.is_empty() {
                "auto self".to_owned()
            } else {
                format!("auto self, {pack}")
            };
            (result, params, format!("self.get().{}", function.name))
        }
        (Member::Constructor(_), Some(class)) => {
            let class = speller.qualified(path, &class.name);
            (
                format!("wit::Owned<{class}>"),
                pack.to_owned(),
                format!("{class}::New"),
            )
        }
        (Member::Static(_) | Member::Factory(_), Some(class)) => {
            let class = speller.qualified(path, &class.name);
            (
                result,
                pack.to_owned(),
                format!("{class}::{}", function.name),
            )
        }
        _ => (
            result,
            pack.to_owned(),
            speller.qualified(path, &function.name),
        ),
    };
    let (core, names) = core_params(context, function, &signature);
    types.insert(0, result.clone());
    let call = format!("[]({params}) -> {result} {{ return {callee}({arguments}); }}");
    let call = std::iter::once(call)
        .chain(names)
        .collect::<Vec<_>>()
        .join(", ");
    let back = if signature.result.is_some() {
        "return "
    } else {
        ""
    };
    let core_result = signature.result.map_or("void", core_type);
    source.lines(format!(
        "WITC_EXPORT(\"{export}\")\n{}({}) {{\n    {back}wit::abi::Serve<{}>::call({call});\n}}",
        declare(core_result, &symbol),
        core.join(", "),
        types.join(", ")
    ));
    if context.plans.needs_post_return(function.function) {
        let export = core_names(context).post_return(key, function.function);
        let symbol = take(format!("post_{}", function.stem));
        let of = format!("wit::abi::of<std::remove_cvref_t<{result}>>");
        source.lines(format!(
            "WITC_EXPORT(\"{export}\")\nvoid {symbol}(void *ret) {{ {of}::release(static_cast<uint8_t *>(ret)); }}"
        ));
    }
}

/// The core parameters, and their names. A borrowed handle of what the guest exports is a pointer.
fn core_params(
    context: Context<'_, '_>,
    function: &CppFunction<'_>,
    signature: &Signature,
) -> (Vec<String>, Vec<String>) {
    let mut types: Vec<&str> = signature
        .params
        .iter()
        .map(|&ty: &CoreType| core_type(ty))
        .collect();
    if let Parameters::Flat(starts) = &signature.parameters {
        for (param, &start) in function.function.params.iter().zip(starts) {
            let plan = &context.plans[context.plans.of(param.ty)];
            if let Some(resource) = plan.kind.borrow()
                && context.modules.side(function.module, resource.definition) == Direction::Export
            {
                types[start] = "void *";
            }
        }
    }
    let names: Vec<String> = (0..types.len()).map(|index| format!("a{index}")).collect();
    let params = types
        .iter()
        .zip(&names)
        .map(|(ty, name)| declare(ty, name))
        .collect();
    (params, names)
}

/// Writes the core export that ends an object of a class.
pub(crate) fn destructor(
    context: Context<'_, '_>,
    names: &Names,
    class: &Class,
    take: &mut dyn FnMut(String) -> String,
    source: &mut Source,
) {
    debug_assert!(matches!(
        context.modules.resolve.types[class.resource].kind,
        TypeDefKind::Resource
    ));
    let key = context.modules[class.module].interface.map(|(key, _)| key);
    let export = core_names(context).destructor(key, class.resource);
    let symbol = take(format!("export_{}_dtor", class.stem));
    let name = context
        .outside(names, class.module)
        .qualified(names.of(class.module), &class.name);
    source.lines(format!(
        "WITC_EXPORT(\"{export}\")\nvoid {symbol}(void *self) {{ wit::abi::destroy<{name}>(self); }}"
    ));
}
