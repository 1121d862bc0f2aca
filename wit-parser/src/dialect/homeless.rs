//! Packages without a namespace, and items that stand in no interface.

use super::names::Names;
use super::rewriter::Rewriter;
use super::sign::Sign;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::is_valid_name;
use crate::keyword::defines_type;
use witc_diagnostics::{Diagnostic, Span};

impl Rewriter<'_> {
    /// Gives the package's declaration a namespace; whether there is a declaration.
    pub(super) fn package(&mut self, names: &Names<'_>) -> bool {
        if self.kind(0) != Some(Kind::Package) {
            return false;
        }
        if self.kind(1) == Some(Kind::Ident) && self.kind(2) != Some(Kind::Colon) {
            let has_version = self.kind(2) == Some(Kind::At) && self.tokens.len() > 3;
            let (span, version) = (self.tokens[1].span(), if has_version { 3 } else { 1 });
            let whole = span.to(self.tokens[version].span());
            match names.package {
                Some(package) if package.contains('@') => self.replace(whole, package),
                Some(package) => self.replace(span, package),
                None => {
                    let name = self.today(self.word_at(1));
                    self.unknown(
                        span,
                        format!("the namespace of the package `{name}` is not known"),
                        format!("write `package namespace:{name};`, or call `witc fmt --upgrade --package namespace:{name}`"),
                    );
                }
            }
        }
        true
    }

    /// Puts an interface around items that stand in none, and the package's declaration before them.
    pub(super) fn homeless(&mut self, names: &Names<'_>, has_package: bool) {
        let Some(first) = self.tokens.first().map(|first| first.span()) else {
            return;
        };
        let place = self.start_of_first();
        let mut before = String::new();
        if let (Some(package), false) = (names.package, has_package) {
            before = format!("package {package};\n\n");
        }
        if !has_package && self.has_homeless_items() {
            self.sign(Sign::Homeless, first);
            let name = self.name_of_home(names, first);
            before.push_str(&format!("interface {name} {{\n"));
            let end = self.base + self.text.trim_end().len() as u32;
            self.edits
                .add(Span::new(end, self.base + self.text.len() as u32), "\n}\n");
            if names.package.is_none() && names.interface.is_some() {
                self.warn_of_unknown_package(first);
            }
        }
        if !before.is_empty() {
            self.edits.add(Span::new(place, place), before);
        }
    }

    /// Whether the items of the file stand in no interface. A file with an interface or world of its own has a home for
    /// everything, and what stands outside is a mistake of another kind.
    fn has_homeless_items(&self) -> bool {
        let is_top = |at: usize| {
            matches!(self.kind(at), Some(Kind::Interface | Kind::World))
                && self.brackets.opener(at).is_none()
                && !matches!(self.before(at), Some(Kind::Colon | Kind::Dot | Kind::Slash))
        };
        let first = self.kind(0);
        let starts_item = first.is_some_and(|kind| kind == Kind::Use || defines_type(kind))
            || self.kind(1) == Some(Kind::Colon)
            || self.word_at(0) == "union";
        starts_item && self.brackets.balanced && !(0..self.tokens.len()).any(is_top)
    }

    /// The name of the interface around the items, the first of which is at `first`. Without one that is known, any lets the
    /// rest be read.
    fn name_of_home(&mut self, names: &Names<'_>, first: Span) -> String {
        let Some(name) = names.interface.map(|name| self.today(name)) else {
            return "unnamed".to_owned();
        };
        if is_valid_name(name.trim_start_matches('%')) {
            return name;
        }
        self.unknown(
            first,
            "these items need an interface, and its name is not known",
            "write `interface name { … }` around them, or name the file as the interface",
        );
        "unnamed".to_owned()
    }

    fn warn_of_unknown_package(&mut self, first: Span) {
        self.diagnostics.push(
            Diagnostic::warning(
                codes::UPGRADE_UNKNOWN,
                "it is not known which package this file belongs to",
                first,
            )
            .note("write `package namespace:name;` at the start of a file of its folder, or call `witc fmt --upgrade --package namespace:name`"),
        );
    }

    /// Where the first item starts, with the comments that stand directly before it.
    fn start_of_first(&self) -> u32 {
        let Some(first) = self.tokens.first() else {
            return self.base;
        };
        let mut start = first.start;
        for comment in self
            .comments
            .iter()
            .rev()
            .filter(|comment| comment.span.end <= first.start)
        {
            let between = self.slice(Span::new(comment.span.end, start));
            // A free line separates the comment of the file from that of its first item.
            if between.bytes().filter(|&byte| byte == b'\n').count() > 1 {
                break;
            }
            start = comment.span.start;
        }
        start
    }
}
