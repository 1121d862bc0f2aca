//! The meaning of the imports of a core module.

use super::analyzed::AnalyzedModule;
use super::analyzer::Analyzer;
use super::environment::{environment, starts_threads};
use super::memory::is_main_memory;
use super::world_imports::Meaning;
use crate::codes;
use crate::core_names::{self, MAIN_MODULE, ROOT, STANDARD};
use crate::errors::{Fallible, error};
use crate::module::CoreModule;
use crate::new::wiring::WiredImport;
use wasm_encoder::ExportKind;
use wasmparser::{FuncType, TypeRef, ValType};
use witc_diagnostics::Diagnostic;

impl Analyzer<'_> {
    /// Whether a function is imported from a module that neither the world nor an adapter stands for.
    pub(super) fn is_unknown(
        &self,
        subject: &AnalyzedModule<'_, '_>,
        import: &wasmparser::Import<'_>,
    ) -> bool {
        let wasmparser::Import {
            module,
            name: field,
            ty,
        } = *import;
        let (TypeRef::Func(ty) | TypeRef::FuncExact(ty)) = ty else {
            return false;
        };
        self.candidates(module).is_empty()
            && !self.adapters.contains_key(module)
            && ![ROOT, STANDARD].contains(&module)
            && (module != MAIN_MODULE || subject.main.is_none())
            && !core_names::is_built_in(field)
            // Whether the module has threads makes no difference to whether the import is known.
            && environment(module, field, subject.module.ty(ty), false).is_none()
    }

    pub(super) fn import<'a>(
        &self,
        subject: &AnalyzedModule<'_, 'a>,
        import: &wasmparser::Import<'a>,
    ) -> Fallible<WiredImport<'a>> {
        let wasmparser::Import {
            module,
            name: field,
            ty,
        } = *import;
        // The memory is the only thing besides functions that a component itself gives.
        if let (TypeRef::Memory(_), true) = (ty, is_main_memory(import)) {
            return Ok(WiredImport::Memory);
        }
        if module == MAIN_MODULE
            && let Some(main) = subject.main
        {
            return import_from_main(subject, main, field, ty);
        }
        let (TypeRef::Func(index) | TypeRef::FuncExact(index)) = ty else {
            return Err(Box::new(no_function(subject, import)));
        };
        let found = subject.module.ty(index);
        // Only the main module imports from adapters: they are instantiated after it, and not for each other.
        if let (Some(&adapter), Some(ty), None) = (self.adapters.get(module), found, subject.main) {
            return import_from_adapter(adapter, import, ty);
        }
        if let Some(meaning) = environment(module, field, found, starts_threads(subject.module)) {
            return Ok(meaning);
        }
        match self.meaning(subject, module, field)? {
            Meaning::World(meaning) => self.check_import(subject, module, field, meaning, found),
            Meaning::Canon(canon) => self.check_canon(subject, module, field, canon, found),
        }
    }
}

/// A diagnostic for an import that is not a function.
fn no_function(subject: &AnalyzedModule<'_, '_>, import: &wasmparser::Import<'_>) -> Diagnostic {
    let message = format!(
        "{} imports {}, `{}` from `{}`",
        subject.label,
        describe(import.ty),
        import.name,
        import.module
    );
    error(codes::CORE_IMPORT_KIND, message).note(
        "components give functions to their modules, and a memory under the name `memory` from `env`; link \
         the module so that it has its own tables and globals",
    )
}

fn import_from_adapter<'a>(
    adapter: usize,
    import: &wasmparser::Import<'a>,
    ty: &FuncType,
) -> Fallible<WiredImport<'a>> {
    let (module, function) = (import.module, import.name);
    let mut types = ty.params().iter().chain(ty.results());
    // The shim module repeats the type, and knows no types but those of numbers.
    if types.any(|ty| matches!(ty, ValType::Ref(_))) {
        let message =
            format!("function `{function}` of adapter `{module}` takes or returns references");
        let note = "functions of an adapter take and return numbers only";
        return Err(Box::new(
            error(codes::UNSUPPORTED_ADAPTER, message).note(note),
        ));
    }
    Ok(WiredImport::Adapter {
        adapter,
        function,
        ty: ty.clone(),
    })
}

fn import_from_main<'a>(
    subject: &AnalyzedModule<'_, 'a>,
    main: &CoreModule<'_>,
    name: &'a str,
    ty: TypeRef,
) -> Fallible<WiredImport<'a>> {
    let kind = match ty {
        TypeRef::Func(_) | TypeRef::FuncExact(_) => ExportKind::Func,
        TypeRef::Table(_) => ExportKind::Table,
        TypeRef::Memory(_) => ExportKind::Memory,
        TypeRef::Global(_) => ExportKind::Global,
        TypeRef::Tag(_) => ExportKind::Tag,
    };
    if main.exports.iter().any(|export| export.name == name) {
        return Ok(WiredImport::Main { name, kind });
    }
    let message = format!(
        "{} needs the export `{name}` of the module, which has none of that name",
        subject.label
    );
    let note = if name == "_start" {
        "a command adapter is for programs with `main`; a library wants the reactor adapter"
    } else {
        "the adapter is made for another kind of module"
    };
    Err(Box::new(
        error(codes::MAIN_LACKS_EXPORT, message).note(note),
    ))
}

fn describe(ty: TypeRef) -> &'static str {
    match ty {
        TypeRef::Func(_) | TypeRef::FuncExact(_) => "a function",
        TypeRef::Table(_) => "a table",
        TypeRef::Memory(_) => "a memory",
        TypeRef::Global(_) => "a global",
        TypeRef::Tag(_) => "a tag",
    }
}
