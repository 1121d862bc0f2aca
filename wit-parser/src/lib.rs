//! The WIT parser of witc: from text to syntax trees, with everything that is wrong said at once.
//!
//! The crate does no IO. A [`SourceMap`] holds the text of every file of a run; [`parse`] turns one of them into an
//! [`ast::File`] that borrows its names from that text, and adds what it found wrong to a list of [`Diagnostic`]s.
//! Diagnostics are data: [`render`] is one way to show them.

pub mod ast;
mod build;
mod code;
mod diagnostic;
pub mod dialect;
mod distance;
#[cfg(feature = "fmt")]
pub mod fmt;
mod foreign;
mod generated;
mod keyword;
mod lexer;
mod lexical;
mod odd;
pub mod order;
mod parse;
mod recover;
pub mod render;
pub mod scan;
mod source;
mod string;

pub use code::Code;
pub use diagnostic::{Diagnostic, Edit, Fix, Label, Severity};
pub use distance::distance;
pub use foreign::{foreign_type, without_type};
pub use keyword::{escaped, is_keyword, is_valid_name};
pub use parse::{head, parse, token_spans};
pub use source::{FileId, Position, SourceFile, SourceMap, Span};
