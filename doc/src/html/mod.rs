//! Documents as HTML, and the frame, the search and the style sheet that they share.

pub(crate) mod blocks;
pub(crate) mod search;
pub(crate) mod shell;
mod text;

pub(crate) use text::escape;

/// The script of the search, without its comments: at most 4 kB.
pub(crate) const SEARCH_SCRIPT: &str = include_str!("search.js");
/// The style sheet.
pub(crate) const STYLE: &str = include_str!("style.css");
