//! The WIT parser of witc: from text to syntax trees, with everything that is wrong said at once.
//!
//! The crate does no IO. A [`SourceMap`](witc_diagnostics::SourceMap) holds the text of every file of a run; [`parse`]
//! turns one of them into an [`ast::File`] that borrows its names from that text, and adds what it found wrong to a list
//! of [`Diagnostic`](witc_diagnostics::Diagnostic)s, with the [`codes`] of this crate.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]

pub mod ast;
mod attribute;
mod build;
mod code_points;
pub mod codes;
pub mod dialect;
#[cfg(feature = "fmt")]
pub mod fmt;
mod foreign;
mod foreign_notation;
mod generated;
mod keyword;
mod lexer;
mod lexical;
mod odd;
mod old_path;
mod parse;
mod read;
mod recover;
pub mod scan;
mod scope;
mod string;
mod table;

pub use foreign::{foreign_type, without_type};
pub use keyword::{escaped, is_keyword, is_valid_name};
pub use lexical::{MAX_NAME, kebab};
pub use parse::{head, parse, token_spans};
