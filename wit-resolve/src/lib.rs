//! Resolved WIT: the packages, worlds, interfaces, types and functions that tools work on, and the way there.
//!
//! A [`Resolve`] holds everything by id, in the order of the text. Nothing in it refers to syntax trees: what a tool
//! needs to know of the text is a [`Span`](witc_diagnostics::Span) on each item.
//!
//! A [`Loader`] reads files, folders and text, and resolves them:
//!
//! ```
//! use witc_resolve::{Direction, Gate, Loader, Type, TypeDefKind};
//!
//! let loaded = Loader::new()
//!     .text(
//!         "clock.wit",
//!         "package my:clock@1.2.0;
//!
//!         /// What tells the time.
//!         interface clock {
//!             /// The moment.
//!             record instant { seconds: u64, nanoseconds: u32 }
//!             @since(version = 1.2.0)
//!             now: func() -> instant;
//!         }
//!
//!         world app {
//!             import clock;
//!             export run: func(arguments: list<string>) -> result;
//!         }",
//!     )
//!     .load();
//! assert!(!loaded.has_errors());
//! let resolve = &loaded.resolve;
//!
//! // From the package that was asked for to its world, and to what that imports and exports.
//! let package = &resolve.packages[loaded.main[0]];
//! assert_eq!(package.name.to_string(), "my:clock@1.2.0");
//! let world = package.worlds["app"];
//! let externs: Vec<String> = resolve.externs(world).map(|(_, key, _)| resolve.extern_name(key)).collect();
//! assert_eq!(externs, ["my:clock/clock@1.2.0", "run"]);
//!
//! // Interfaces have functions, documentation, gates and places in the text.
//! let (_, clock) = resolve.world_interfaces(world, Direction::Import).next().unwrap();
//! let interface = &resolve.interfaces[clock.id];
//! assert_eq!(interface.docs.text(), Some("What tells the time."));
//! let now = resolve.functions_of(clock.id).next().unwrap();
//! assert!(matches!(now.stability.gate(), Some(Gate::Since { since, .. }) if since.to_string() == "1.2.0"));
//! let (file, start, _) = resolve.sources.positions(now.span).unwrap();
//! assert_eq!((resolve.sources.file(file).name(), start.line), ("clock.wit", 8));
//!
//! // Types refer to others by id; what is primitive is written out.
//! let Some(Type::Id(instant)) = now.result else { panic!("a record has an id") };
//! let TypeDefKind::Record(record) = &resolve.types[instant].kind else { panic!("it is a record") };
//! assert_eq!(record.fields[0].name, "seconds");
//! assert_eq!(record.fields[0].ty, Type::U64);
//! let (_, run) = resolve.world_functions(world, Direction::Export).next().unwrap();
//! assert_eq!(run.params[0].name, "arguments");
//! assert!(matches!(resolve.type_def_of(run.params[0].ty).unwrap().kind, TypeDefKind::List(Type::String)));
//! ```
//!
//! Where something is wrong, [`Loaded::diagnostics`] has all of it, and the rest is in the model nonetheless:
//!
//! ```
//! let loaded = witc_resolve::Loader::new()
//!     .text("a.wit", "package my:a; interface a { f: func(x: strin); g: func(); }")
//!     .load();
//! let error = &loaded.diagnostics[0];
//! assert_eq!(error.code.to_string(), "W0211");
//! assert_eq!(loaded.resolve.sources.snippet(error.primary.span), "strin");
//! assert_eq!(loaded.resolve.functions.iter().next().unwrap().1.name, "g");
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod arena;
pub mod codes;
pub mod graph;
mod input;
mod load;
mod model;
#[cfg_attr(not(feature = "threads"), path = "sequential.rs")]
mod parallel;
#[cfg(feature = "print")]
pub mod print;
#[cfg(feature = "references")]
mod references;
mod resolve;
mod select;
mod sort;

pub use arena::{Arena, Id};
pub use input::{Features, Group, Input, MissingPackage, Options, Resolution};
pub use load::{BinaryReader, Loaded, Loader, MAX_INPUT_BYTES, read_file, read_input};
pub use model::*;
#[cfg(feature = "references")]
pub use references::{Definition, DefinitionId, DefinitionKind, Entity, Occurrence, References};
pub use resolve::resolve;
pub use select::select_world;

/// A hash map whose order is never looked at.
pub(crate) type FastMap<K, V> = hashbrown::HashMap<K, V, foldhash::fast::RandomState>;
