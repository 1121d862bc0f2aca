//! The codes of what this crate reports: WIT in binary form. `explain/` explains each.

witc_diagnostics::codes! {
    NOT_A_COMPONENT = "W2003", "a file that is not a component";
    NOT_EXPRESSIBLE = "W2004", "a component that WIT cannot describe";
    TOO_COMPLEX = "W2005", "a component that is too complex";
}
