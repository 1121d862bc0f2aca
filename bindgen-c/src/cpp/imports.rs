//! What the guest calls: core imports, and the functions and members that call them.

use crate::cpp::functions::{Class, CppFunction, Member};
use crate::cpp::names::Names;
use crate::cpp::resources::{self, typed};
use crate::cpp::spell::{Context, Speller};
use crate::shared::core::{core_type, declare};
use witc_bindgen_core::Source;
use witc_canonical_abi::{
    Convention, CoreImport, Names as CoreNames, ResourceIntrinsic, Scheme, Side,
};
use witc_resolve::Direction;

/// What is written to a source file, in two parts.
pub(crate) struct Parts<'x> {
    /// Declarations and definitions of C functions.
    pub(crate) core: &'x mut Source,
    /// Definitions of C++ functions.
    pub(crate) code: &'x mut Source,
}

/// Names of core imports and exports.
pub(crate) fn core_names<'a>(context: Context<'_, 'a>) -> CoreNames<'a> {
    CoreNames::new(context.modules.resolve, Scheme::Legacy)
}

/// Declares a core import.
fn declare_import(
    import: &CoreImport,
    symbol: &str,
    params: &[&str],
    result: &str,
    core: &mut Source,
) {
    let attribute = format!("WITC_IMPORT(\"{}\", \"{}\")", import.module, import.field);
    core.lines(format!(
        "{attribute}\n{}({});",
        declare(result, symbol),
        params.join(", ")
    ));
}

/// Writes an imported function, in its namespace.
pub(crate) fn function(
    context: Context<'_, '_>,
    function: &CppFunction<'_>,
    class: Option<&Class>,
    symbol: &str,
    (names, speller): (&Names, Speller<'_, '_>),
    parts: &mut Parts<'_>,
) {
    let signature = context
        .plans
        .signature(function.function, Side::Import, Convention::Sync);
    let key = function.interface(context);
    let import = core_names(context).import(key, function.function, Convention::Sync);
    let params: Vec<&str> = signature.params.iter().map(|&ty| core_type(ty)).collect();
    let result = signature.result.map_or("void", core_type);
    declare_import(&import, symbol, &params, result, parts.core);

    let inside = class.map_or(speller, |class| resources::speller(context, names, class));
    let result = function.result(speller);
    let mut arguments = function.arguments();
    let mut call = format!("wit::abi::call<&::{symbol}");
    if result != "void" {
        call += &format!(", {}", function.result(inside));
    }
    let class_name = class.map(|class| class.name.as_str()).unwrap_or_default();
    let name = &function.name;
    let params = function.param_list(inside);
    let head = match function.member {
        Member::Free => format!("{}({params})", typed(&result, name)),
        Member::Constructor(_) => {
            let call = format!("{call}>({})", arguments.join(", "));
            parts.code.lines(format!(
                "{class_name}::{class_name}({params}) : {class_name}({call}) {{}}"
            ));
            return;
        }
        Member::Method(_) => {
            arguments.insert(0, "std::cref(*this)".to_owned());
            format!(
                "{}({params}) const",
                typed(&result, &format!("{class_name}::{name}"))
            )
        }
        Member::Static(_) | Member::Factory(_) => {
            format!(
                "{}({params})",
                typed(&result, &format!("{class_name}::{name}"))
            )
        }
    };
    let back = if result == "void" { "" } else { "return " };
    parts.code.lines(format!(
        "{head} {{ {back}{call}>({}); }}",
        arguments.join(", ")
    ));
}

/// Writes the built-ins of a class, in its namespace.
pub(crate) fn intrinsics(
    context: Context<'_, '_>,
    class: &Class,
    take: &mut dyn FnMut(String) -> String,
    parts: &mut Parts<'_>,
) {
    let module = &context.modules[class.module];
    let key = module.interface.map(|(key, _)| key);
    let name = &class.name;
    let mut import = |intrinsic, verb: &str, params: &[&str], result: &str| {
        let symbol = take(format!("witc_import_{}_{verb}", class.stem));
        let import = core_names(context).resource(key, class.resource, intrinsic);
        declare_import(&import, &symbol, params, result, parts.core);
        symbol
    };
    if module.direction == Direction::Import {
        let drop = import(
            ResourceIntrinsic::ImportedDrop,
            "drop",
            &["int32_t"],
            "void",
        );
        parts.code.lines(format!(
            "void {name}::ResourceDrop(int32_t handle) {{ ::{drop}(handle); }}"
        ));
        return;
    }
    let new = import(
        ResourceIntrinsic::ExportedNew,
        "new",
        &["void *"],
        "int32_t",
    );
    let rep = import(
        ResourceIntrinsic::ExportedRep,
        "rep",
        &["int32_t"],
        "void *",
    );
    let drop = import(
        ResourceIntrinsic::ExportedDrop,
        "drop",
        &["int32_t"],
        "void",
    );
    parts.code.lines(format!(
        "int32_t {name}::ResourceNew({name} *self) {{ return ::{new}(self); }}\n\
         {name} *{name}::ResourceRep(int32_t id) {{ return static_cast<{name} *>(::{rep}(id)); }}\n\
         void {name}::ResourceDrop(int32_t id) {{ ::{drop}(id); }}"
    ));
}
