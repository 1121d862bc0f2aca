//! Documentation of WIT packages: sites in HTML and Markdown, the Markdown of a world, and JSON Schema.
//!
//! All of it is made from the resolved model, as files by name; nothing here touches a disk. Documentation is CommonMark,
//! in which `` [`name`] `` is a link to what has the name; raw HTML in it is text.
//!
//! ```
//! use witc_doc::{Format, Signatures, site};
//!
//! let loaded = witc_resolve::Loader::new()
//!     .text("a.wit", "package my:log; interface log { /// As [`note`] says.\n note: func(text: string); }")
//!     .load();
//! let output = site(&loaded.resolve, &loaded.main, &Signatures::default(), Format::Markdown);
//! assert!(output.diagnostics.is_empty());
//! let names: Vec<&str> = output.files.iter().map(|(name, _)| name.as_str()).collect();
//! assert_eq!(names, ["index.md", "my_log/index.md", "my_log/interface-log.md"]);
//! let page = std::str::from_utf8(&output.files[2].1).unwrap();
//! assert!(page.contains("As [`note`](#note) says."));
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

pub mod codes;
mod commonmark;
mod docs;
mod document;
mod escape;
mod html;
mod item;
mod lookup;
mod markdown;
mod output;
mod pages;
mod schema;
mod site;
mod site_files;
mod spell;
mod users;
mod world;
mod world_files;

pub use output::Output;
pub use pages::Signatures;
pub use schema::{Schema, schema};
pub use site_files::{Format, site};
pub use world_files::world;
