//! Advice on WIT packages: what is valid, and could be better.
//!
//! [`lint`] looks at the packages of a [`Resolve`] and gives a list of [`Diagnostic`]s, each with the code of a [`Rule`]. It
//! works on the resolved model; the text is searched for comments, and a file is parsed again only where something was
//! found in it. [`Settings`] say which rules are on. What is wrong, rather than unwise, is for `witc check` to say: of
//! packages with errors nothing is linted.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod allow;
pub mod codes;
mod comments;
mod config;
mod context;
mod dead;
mod docs;
mod facts;
mod findings;
mod gated;
mod languages;
pub mod locks;
mod names;
mod plain;
mod releases;
mod rules;
mod settings;
mod shape;
mod shapes;
mod syntax;

pub use rules::{Group, Level, RULES, Repair, Rule};
pub use settings::{Settings, UnknownRule};

use context::Context;
use findings::Findings;
use witc_diagnostics::Diagnostic;
use witc_resolve::{PackageId, Resolve};

/// Lints packages. `place` gives the path of a file as the settings know it: from the folder of `witc.toml`.
///
/// `resolve` has to be without errors, and all features active: what an inactive feature hides is not there, and what it
/// needs looks unused.
///
/// ```
/// use witc_lint::{Settings, lint};
///
/// let loaded = witc_resolve::Loader::new()
///     .text("a.wit", "package my:a; interface a { f: func(x: bool, y: bool); }")
///     .load();
/// let found = lint(&loaded.resolve, &loaded.main, &Settings::default(), &str::to_owned);
/// let codes: Vec<_> = found.iter().map(|it| it.code.name()).collect();
/// assert_eq!(codes, ["W3305", "W3203"]);
/// ```
#[must_use]
pub fn lint(
    resolve: &Resolve,
    main: &[PackageId],
    settings: &Settings,
    place: &dyn Fn(&str) -> String,
) -> Vec<Diagnostic> {
    let context = Context::new(resolve, main);
    let mut findings = Findings::new(&context, settings, place);
    releases::check(&context, &mut findings);
    dead::check(&context, &mut findings);
    shapes::check(&context, &mut findings);
    names::check(&context, &mut findings, settings);
    docs::check(&context, &mut findings);
    allow::apply(&context, findings)
}
