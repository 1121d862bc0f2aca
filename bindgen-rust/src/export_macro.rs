//! The `export!` macro: it makes a type the implementation of everything that the world exports.

use crate::context::Context;
use crate::head::Head;
use crate::module::{CoreExport, Implementor};
use crate::rust_type::RustType;
use crate::section::Section;
use heck::ToSnakeCase;
use witc_bindgen_core::IndentedText;

/// The type that implements everything, as the macro gets it.
const TYPE: &str = "$($ty)::+";

/// The module with the bindings, as the macro gets it.
const PATH: &str = "$($path)*";

/// Writes the macro, if the world exports anything.
pub(crate) fn write(
    cx: &Context<'_>,
    exports: &[CoreExport],
    section: &Section,
    source: &mut IndentedText,
) {
    // A macro that exports nothing would only be a name that can collide.
    if exports.is_empty() {
        return;
    }
    let options = cx.options;
    let name = options.export_macro_name.as_deref().unwrap_or("export");
    let module = options.default_bindings_module.as_deref().unwrap_or("self");
    let visibility = if options.pub_export_macro {
        "pub"
    } else {
        "pub(crate)"
    };
    // `macro_export` puts macros at the root of the crate, where two worlds would collide under one
    // name. So the macro has a name that is its own, and the plain name is a `use` of it beside the
    // bindings.
    let hidden = format!(
        "__export_{}_{}",
        cx.modules.world.name.to_snake_case(),
        cx.identity()
    );
    source.gap();
    source.lines(format!("/// Exports what a type implements: `{name}!(Type)`, or, from another module than that of the bindings,"));
    source.lines(format!(
        "/// `{name}!(Type with_types_in path::to::bindings)`."
    ));
    source.lines("#[doc(hidden)]\n#[allow(unused_macros)]");
    if options.pub_export_macro {
        source.lines("#[macro_export]");
    }
    source.block(format!("macro_rules! {hidden}"), "", |source| {
        // Rust lets `with_types_in` follow identifiers, but not a `ty` or `path`.
        source.block("($($ty:ident)::+) =>", ";", |source| {
            source.lines(format!("{module}::{name}!({TYPE} with_types_in {module});"));
        });
        source.block(
            "($($ty:ident)::+ with_types_in $($path:tt)*) =>",
            ";",
            |source| {
                // The functions have names, `f0` and so on, that nothing else may see.
                source.block("const _: () =", ";", |source| {
                    for (index, export) in exports.iter().enumerate() {
                        write_export(cx, index, export, source);
                    }
                });
                section.write_exports(source);
            },
        );
    });
    source.lines(format!(
        "#[doc(inline)]\n#[allow(unused_imports)]\n{visibility} use {hidden} as {name};"
    ));
}

fn write_export(cx: &Context<'_>, index: usize, export: &CoreExport, source: &mut IndentedText) {
    let prefix = cx.options.export_prefix.as_deref().unwrap_or_default();
    let symbol = format!("{prefix}{}", export.symbol);
    source.lines(format!(
        // Symbols as `a:b/c#f` are no names to the linkers of other platforms, on which a guest's
        // tests run.
        "#[cfg_attr(target_arch = \"wasm32\", unsafe(export_name = {symbol:?}))]"
    ));
    source.lines("#[allow(dead_code)]");
    let path = &export.path;
    let generics = match &export.implementor {
        Some(Implementor::Guest) => format!("::<{TYPE}>"),
        Some(Implementor::Resource { module, name }) => {
            format!("::<<{TYPE} as {PATH}::{module}::Guest>::{name}>")
        }
        None => String::new(),
    };
    let arguments: Vec<_> = (0..export.params.len()).map(|i| format!("a{i}")).collect();
    let arguments = arguments.join(", ");
    Head::new(format!("unsafe extern \"C\" fn f{index}"))
        .core_params(&export.params)
        .result(export.result.map(RustType::core))
        .define(source, |source| {
            source.lines(format!(
                "unsafe {{ {PATH}::{path}{generics}({arguments}) }}"
            ));
        });
}
