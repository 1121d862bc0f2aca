//! The `export!` macro: it makes a type the implementation of everything that the world exports.

use crate::code::core_type;
use crate::context::Context;
use crate::module::CoreExport;
use crate::section::Section;
use heck::ToSnakeCase;
use witc_bindgen_core::Source;

/// Writes the macro, if the world exports anything.
pub(crate) fn write(
    cx: &Context<'_>,
    exports: &[CoreExport],
    section: &Section,
    source: &mut Source,
) {
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
    let hidden = format!(
        "__export_{}_{}",
        cx.modules.world.name.to_snake_case(),
        crate::identity(cx)
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
        source.block("($($ty:ident)::+) =>", ";", |source| {
            source.lines(format!(
                "{module}::{name}!($($ty)::+ with_types_in {module});"
            ));
        });
        source.block(
            "($($ty:ident)::+ with_types_in $($path:tt)*) =>",
            ";",
            |source| {
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

fn write_export(cx: &Context<'_>, index: usize, export: &CoreExport, source: &mut Source) {
    let path = "$($path)*";
    let target = export
        .target
        .replace("{T}", "$($ty)::+")
        .replace("{P}", path);
    let prefix = cx.options.export_prefix.as_deref().unwrap_or_default();
    let symbol = format!("{prefix}{}", export.symbol);
    let params: Vec<_> = export
        .params
        .iter()
        .enumerate()
        .map(|(i, &ty)| format!("a{i}: {}", core_type(ty)))
        .collect();
    let arguments: Vec<_> = (0..params.len()).map(|i| format!("a{i}")).collect();
    let result = export
        .result
        .map(|ty| format!(" -> {}", core_type(ty)))
        .unwrap_or_default();
    source.lines(format!(
        "#[cfg_attr(target_arch = \"wasm32\", unsafe(export_name = {symbol:?}))]"
    ));
    source.lines("#[allow(dead_code)]");
    source.block(
        format!(
            "unsafe extern \"C\" fn f{index}({}){result}",
            params.join(", ")
        ),
        "",
        |source| {
            source.lines(format!(
                "unsafe {{ {path}::{target}({}) }}",
                arguments.join(", ")
            ));
        },
    );
}
