//! The server as a client sees it, without a transport.

mod abilities;
mod actions;
mod client;
mod completion;
mod decorations;
mod diagnostics;
mod editing;
mod encodings;
mod lifecycle;
mod messages;
mod renames;
mod table;
mod workspace;
