//! The language server of witc, without a transport: what editors ask, answered from WIT packages.
//!
//! The server has two halves, so that neither waits for the other. The [`Front`] takes every message at once: it keeps the
//! open documents and answers what their texts alone can tell. The [`Back`] has the packages: it gets the changes as
//! [`Task`]s, analyses what is asked about, and gives answers and diagnostics. Whoever has a transport runs each in a
//! thread of its own, or both in one:
//!
//! ```
//! use serde_json::json;
//! use witc_language_server::{Answer, Back, Front, Outgoing};
//!
//! let (mut front, mut back) = (Front::new(), Back::new());
//! let capabilities = front.request("initialize", json!({"capabilities": {}}));
//! assert!(matches!(capabilities, Answer::Now(Ok(_))));
//! front.notify("textDocument/didOpen", json!({"textDocument": {
//!     "uri": "untitled:a", "languageId": "wit", "version": 1,
//!     "text": "package my:app; interface i { f: func(x: strin); }",
//! }}));
//! for task in front.tasks() {
//!     back.change(task);
//! }
//! let [Outgoing::Notification { method, params }] = &back.publish()[..] else { panic!("one file") };
//! assert_eq!(*method, "textDocument/publishDiagnostics");
//! assert_eq!(params["diagnostics"][0]["code"], "W0211");
//!
//! let position = json!({"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 26}});
//! let Answer::Later(question) = front.request("textDocument/hover", position) else { panic!("needs the package") };
//! let hover = back.answer(question, &[]).unwrap();
//! assert!(hover["contents"]["value"].as_str().unwrap().contains("interface i"));
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod actions;
mod analysis;
mod answers;
mod back;
mod capabilities;
mod client;
mod completion;
mod decorations;
mod documents;
mod facts;
mod failure;
mod folding;
mod formatting;
mod front;
mod hover;
mod messages;
mod names;
mod navigation;
mod outline;
mod page;
mod publish;
mod rename;
mod report;
mod roots;
mod selection;
mod symbols;
mod syntactic;
mod text;
mod tokens;
mod uris;
mod view;
mod words;
mod workspace;

pub use back::{Back, BinaryReader};
pub use failure::Failure;
pub use front::Front;
pub use messages::{Answer, Outgoing, Question, Task};
pub use text::Encoding;
