//! Imports that linkers leave to whoever starts threads.

use crate::core_names::ROOT;
use crate::module::CoreModule;
use crate::new::canon::Canon;
use crate::new::wiring::WiredImport;
use wasmparser::{FuncType, ValType};
use witc_canonical_abi::{AsyncIntrinsic, PointerWidth};

/// The meaning of an import that linkers leave to the host of threads. The pointer to the stack is in a slot of each
/// thread. So is the base of thread-local storage if the module is `threaded`: without threads there is only one base.
pub(super) fn environment<'a>(
    module: &str,
    field: &str,
    found: Option<&FuncType>,
    threaded: bool,
) -> Option<WiredImport<'a>> {
    let ty = found.filter(|_| module == "env")?;
    // The type tells whether it reads or sets, and the name has to agree.
    let (is_get, ty) = match (ty.params(), ty.results()) {
        ([], &[ty @ (ValType::I32 | ValType::I64)]) => (true, ty),
        (&[ty @ (ValType::I32 | ValType::I64)], []) => (false, ty),
        _ => return None,
    };
    let width = if ty == ValType::I64 {
        PointerWidth::Bits64
    } else {
        PointerWidth::Bits32
    };
    let slot = |number| match is_get {
        true => AsyncIntrinsic::ContextGet(width, number),
        false => AsyncIntrinsic::ContextSet(width, number),
    };
    match (field, is_get) {
        ("__wasm_get_stack_pointer", true) | ("__wasm_set_stack_pointer", false) => {
            Some(WiredImport::Canon(Canon::BuiltIn(slot(0))))
        }
        ("__wasm_get_tls_base", true) | ("__wasm_set_tls_base", false) if threaded => {
            Some(WiredImport::Canon(Canon::BuiltIn(slot(1))))
        }
        // Without threads there is one base, which the shim module keeps in a global.
        ("__wasm_get_tls_base", true) => Some(WiredImport::TlsBase(ty)),
        ("__wasm_set_tls_base", false) => Some(WiredImport::SetTlsBase(ty)),
        _ => None,
    }
}

/// Whether a module starts threads.
pub(super) fn starts_threads(module: &CoreModule<'_>) -> bool {
    let of = |import: &wasmparser::Import<'_>| {
        import.module == ROOT && import.name == AsyncIntrinsic::ThreadNewIndirect.field()
    };
    module.imports.iter().any(of)
}
