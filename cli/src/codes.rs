//! The codes of what the command line itself reports, and the list of the codes of all crates.

use witc_diagnostics::Code;

witc_diagnostics::codes! {
    NOT_WEBASSEMBLY = "W2042", "a file that is not WebAssembly";
    NOT_VERSIONS_OF_EACH_OTHER = "W2059", "two packages that are not versions of each other";
}

/// The codes of every crate, in the order of their numbers.
pub(crate) fn of_all_crates() -> Vec<Code> {
    let tables = [
        ALL,
        witc_parser::codes::ALL,
        witc_resolve::codes::ALL,
        witc_canonical_abi::codes::ALL,
        witc_type_section::codes::ALL,
        witc_binary::codes::ALL,
        witc_compare::codes::ALL,
        witc_component::codes::ALL,
        witc_lint::codes::ALL,
        witc_doc::codes::ALL,
        witc_bindgen_core::codes::ALL,
        witc_bindgen_c::codes::ALL,
        witc_bindgen_rust::codes::ALL,
    ];
    let mut codes = tables.concat();
    codes.sort();
    codes
}
