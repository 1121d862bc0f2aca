//! Rendering of diagnostics for people, through codespan-reporting.
