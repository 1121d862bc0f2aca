//! Names that stand for nothing: what is said about them, and what might have been meant.

use super::Resolver;
use crate::codes;
use crate::{InterfaceId, Name, PackageName, TypeId};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Ident};
use witc_parser::order::sort_by;
use witc_parser::{foreign_type, is_valid_name, without_type};

/// How often a name that is missing is shown in one diagnostic.
const MAX_MENTIONS: usize = 5;

/// How many `use` items are looked through for one that leaves a name out.
const MAX_USES: usize = 20;

/// Whether the parser has reported that a name is missing, or that it is none.
fn is_reported(name: &str) -> bool {
    !is_valid_name(name)
}

impl<'a, 's> Resolver<'a, 's> {
    /// Reports that a type's name stands for nothing, if that is a mistake of its own.
    pub(crate) fn missing_type(&mut self, name: &'s str, span: Span) {
        if let Some(&(absent, _)) = self.types.absent.get(name) {
            self.report_absent("type", name, span, absent);
            return;
        }
        // A keyword that is a name without its `%` has been reported.
        let is_bare_keyword =
            span.end - span.start == name.len() as u32 && witc_parser::is_keyword(name);
        if is_reported(name) || is_bare_keyword {
            return;
        }
        if self.types.in_text_order && self.is_defined_later(name) {
            self.types.looks_ahead = true;
            return;
        }
        if self.types.has_holes {
            return;
        }
        if let Some(&index) = self.types.unknown.get(name) {
            self.mention_again(index, span);
            return;
        }
        let items = self.types.items;
        let functions = self.types.functions.get_or_insert_with(|| {
            // Of two of one name the first.
            items
                .functions()
                .map(|name| (name.name, name.span))
                .rev()
                .collect()
        });
        let diagnostic = match functions.get(name) {
            Some(&function) => {
                let message = format!("`{name}` is a function, and a type is needed here");
                Diagnostic::error(codes::NOT_A_TYPE, message, span).also(function, "defined here")
            }
            None => self.unknown_type(name, span),
        };
        self.types.unknown.insert(name, self.diagnostics.len());
        self.report(diagnostic);
    }

    fn is_defined_later(&mut self, name: &str) -> bool {
        let items = self.types.items;
        let definitions = self.types.definitions.get_or_insert_with(|| {
            items
                .definitions()
                .enumerate()
                .map(|(index, def)| (def.name.name, index))
                .collect()
        });
        definitions.contains_key(name)
    }

    /// Adds a place to the diagnostic of a name that was missing elsewhere before.
    fn mention_again(&mut self, index: usize, span: Span) {
        if let Some(diagnostic) = self.diagnostics.get_mut(index)
            && diagnostic.secondary.len() < MAX_MENTIONS
        {
            diagnostic.secondary.push(witc_diagnostics::Label {
                span,
                message: "and here".to_owned(),
            });
        }
    }

    fn unknown_type(&mut self, name: &str, span: Span) -> Diagnostic {
        let diagnostic = Diagnostic::error(
            codes::UNKNOWN_TYPE,
            format!("there is no type `{name}` here"),
            span,
        );
        if let Some(ours) = foreign_type(name) {
            let diagnostic = diagnostic.note(format!("WIT calls it `{ours}`"));
            let message = format!("write `{ours}`");
            // How wide an `int` or a `number` shall be is not known.
            let sure = name.contains(|c: char| c.is_ascii_digit())
                || matches!(name, "boolean" | "byte" | "str");
            return if sure {
                diagnostic.fix(message, span, ours)
            } else {
                diagnostic.guess(message, span, ours)
            };
        }
        if let Some(note) = without_type(name) {
            return diagnostic.note(note);
        }
        if let Some((item, end)) = self.use_without(name) {
            let home = item.path.name.name;
            let (at, text) = match item.names.last() {
                Some(last) => (
                    last.rename.unwrap_or(last.name).span.end,
                    format!(", {name}"),
                ),
                None => (end, name.to_owned()),
            };
            return diagnostic
                .also(
                    Span::new(end, end + 1),
                    format!("`{home}` has one, and this leaves it out"),
                )
                .fix(
                    format!("add `{name}` to what `{home}` is used for"),
                    Span::new(at, at),
                    text,
                );
        }
        if let Some(home) = self.interface_with_type(name) {
            return diagnostic.note(format!(
                "the interface `{home}` has one: add `use {home}.{{{name}}};`"
            ));
        }
        let primitive = [
            "bool", "string", "char", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32",
            "f64",
        ];
        let in_scope = self
            .types
            .types
            .keys()
            .map(AsRef::as_ref)
            .chain(self.types.absent.keys().copied());
        match self.suggester.closest(name, in_scope.chain(primitive)) {
            Some(meant) => diagnostic.note(format!("did you mean `{meant}`?")).guess(
                format!("write `{meant}`"),
                span,
                meant,
            ),
            None => diagnostic.note(format!(
                "define it: `type {name} = …;`, or bring it in: `use interface.{{{name}}};`"
            )),
        }
    }

    /// The `use` of an interface that has a type of this name but leaves it out, and where its list ends.
    fn use_without(&mut self, name: &str) -> Option<(&'a ast::Use<'s>, u32)> {
        let items = self.types.items;
        items.uses().take(MAX_USES).find_map(|item| {
            let super::Entity::Interface(id) = self.quiet_entity(&item.path)? else {
                return None;
            };
            if !self.out.interfaces[id].types.contains_key(name) {
                return None;
            }
            let from = item
                .names
                .last()
                .map_or(item.path.span, |last| last.rename.unwrap_or(last.name).span)
                .end;
            let end = from + self.text_between(from, item.span.end).rfind('}')? as u32;
            Some((item, end))
        })
    }

    /// An interface of the package that defines a type of this name.
    fn interface_with_type(&mut self, name: &str) -> Option<String> {
        let interfaces = &self.out.packages[self.package].interfaces;
        if !self.suggester.affords(interfaces.len()) {
            return None;
        }
        let interfaces = interfaces.iter();
        let mut found =
            interfaces.filter(|(_, id)| self.out.interfaces[**id].types.contains_key(name));
        found.next().map(|(name, _)| name.to_string())
    }

    /// The type of this name in an interface.
    pub(crate) fn used_type(&mut self, interface: InterfaceId, name: Ident<'s>) -> Option<TypeId> {
        if let Some(&id) = self.out.interfaces[interface].types.get(name.name) {
            return Some(id);
        }
        if let Some(&absent) = self.absent_types.get(&(interface, name.name)) {
            self.report_absent("type", name.name, name.span, absent);
            return None;
        }
        if is_reported(name.name) || self.with_holes.contains_key(&interface) {
            return None;
        }
        if self.dropped && self.out.interfaces[interface].package != Some(self.package) {
            return None;
        }
        let source = &self.out.interfaces[interface];
        let home = source.name.clone().unwrap_or_default();
        let diagnostic = if let Some(&function) = source.functions.get(name.name) {
            let message = format!("`{}` is a function, and `use` brings in types", name.name);
            Diagnostic::error(codes::NOT_A_TYPE, message, name.span)
                .also(self.out.functions[function].span, "defined here")
                .note("a world gets at functions by importing their interface")
        } else {
            let message = format!("the interface `{home}` has no type `{}`", name.name);
            let diagnostic = Diagnostic::error(codes::UNKNOWN_USED_TYPE, message, name.span)
                .also(source.span, format!("`{home}` is defined here"));
            match self
                .suggester
                .closest(name.name, source.types.keys().map(AsRef::as_ref))
            {
                Some(meant) => diagnostic.note(format!("did you mean `{meant}`?")).guess(
                    format!("write `{meant}`"),
                    name.span,
                    meant,
                ),
                None => diagnostic,
            }
        };
        self.report(diagnostic);
        None
    }

    /// Reports that the package has no interface or world of a name.
    pub(crate) fn unknown_item(&mut self, name: Ident<'s>) {
        if self.units[self.unit].has_holes || is_reported(name.name) {
            return;
        }
        let message = format!("there is no interface or world `{}` here", name.name);
        let diagnostic = Diagnostic::error(codes::UNKNOWN_ITEM, message, name.span);
        let others = if self.suggester.affords(self.units.len()) {
            self.units.len()
        } else {
            0
        };
        let elsewhere = (0..others).find(|&unit| {
            unit != self.unit && self.resolved[unit] && self.entities[unit].contains_key(name.name)
        });
        let here = self.entities[self.unit].keys().map(Name::as_str);
        let in_file = self
            .file_scopes
            .get(self.part)
            .into_iter()
            .flat_map(|scope| scope.keys().copied());
        let diagnostic = match (self.suggester.closest(name.name, here.chain(in_file)), elsewhere) {
            (Some(meant), _) => diagnostic
                .note(format!("did you mean `{meant}`?"))
                .guess(format!("write `{meant}`"), name.span, meant),
            (None, Some(unit)) if self.units[unit].name.is_some() => {
                let package = self.units[unit].name.as_ref().map(|package| package.item(name.name)).unwrap_or_default();
                diagnostic.note(format!("another package has one: write `{package}`"))
            }
            (None, _) => diagnostic
                .note("a bare name is of the same package; one of another package needs its whole path: `namespace:package/name`"),
        };
        self.report(diagnostic);
    }

    /// Reports that another package has no interface or world of a name.
    pub(crate) fn unknown_foreign_item(&mut self, unit: usize, name: Ident<'s>) {
        if self.dropped || self.units[unit].has_holes || is_reported(name.name) {
            return;
        }
        let package = self.units[unit]
            .name
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let message = format!(
            "the package `{package}` has no interface or world `{}`",
            name.name
        );
        let diagnostic = Diagnostic::error(codes::UNKNOWN_ITEM, message, name.span)
            .also(self.units[unit].span, "the package");
        let there = &self.entities[unit];
        let diagnostic = match self
            .suggester
            .closest(name.name, there.keys().map(Name::as_str))
        {
            Some(meant) => diagnostic.note(format!("did you mean `{meant}`?")).guess(
                format!("write `{meant}`"),
                name.span,
                meant,
            ),
            None if there.is_empty() => diagnostic.note("it is empty"),
            None if self.suggester.affords(there.len()) => {
                let mut there: Vec<&str> = there.keys().map(Name::as_str).collect();
                sort_by(&mut there, Ord::cmp);
                diagnostic.note(format!("it has {}", list(&there)))
            }
            None => diagnostic,
        };
        self.report(diagnostic);
    }

    /// Reports that a package is nowhere.
    pub(crate) fn unknown_package(&mut self, package: PackageName, span: Span) {
        // What could not be read may be the package.
        if self.has_unclear_units {
            return;
        }
        if let Some(&index) = self.unknown_packages.get(&package) {
            self.mention_again(index, span);
            return;
        }
        let mut diagnostic = Diagnostic::error(
            codes::UNKNOWN_PACKAGE,
            format!("the package `{package}` is not there"),
            span,
        );
        if self
            .suggester
            .affords(self.unit_of_name.len() + self.searched.len())
        {
            diagnostic = self.explain_package(diagnostic, &package);
        }
        let diagnostic = diagnostic.note(format!(
            "put its files into `deps/{}/` beside the files of the package that is asked for, or into one file `deps/{}.wit`",
            package.name, package.name
        ));
        self.unknown_packages
            .insert(package, self.diagnostics.len());
        self.report(diagnostic);
    }

    /// Adds which packages there are instead of one, and where it was looked for.
    fn explain_package(&mut self, mut diagnostic: Diagnostic, package: &PackageName) -> Diagnostic {
        let mut known: Vec<&PackageName> = self.unit_of_name.keys().collect();
        sort_by(&mut known, Ord::cmp);
        let same_name = |other: &&&PackageName| {
            other.namespace == package.namespace && other.name == package.name
        };
        let versions: Vec<String> = known
            .iter()
            .filter(same_name)
            .map(|other| format!("`{other}`"))
            .collect();
        if versions.is_empty() {
            let texts: Vec<String> = known.iter().map(ToString::to_string).collect();
            if let Some(meant) = self
                .suggester
                .closest(&package.to_string(), texts.iter().map(String::as_str))
            {
                diagnostic = diagnostic.note(format!("did you mean `{meant}`?"));
            } else if !texts.is_empty() {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                diagnostic =
                    diagnostic.note(format!("the packages that are there are {}", list(&texts)));
            }
        } else {
            diagnostic = diagnostic.note(format!(
                "it is there as {}: write that version behind the interface's name, as in `{}`",
                versions.join(" and "),
                known
                    .iter()
                    .find(|other| same_name(other))
                    .map(|other| other.item("name"))
                    .unwrap_or_default(),
            ));
        }
        for place in self.searched {
            diagnostic = diagnostic.note(format!("searched: {place}"));
        }
        diagnostic
    }

    /// Adds a place to the diagnostic of a package that was missing elsewhere before.
    pub(crate) fn unknown_package_again(&mut self, name: &ast::PackageName<'_>) {
        let Some(package) = super::paths::package_name(name, self.options, &mut self.diagnostics)
        else {
            return;
        };
        if let Some(&index) = self.unknown_packages.get(&package)
            && self.diagnostics[index].primary.span != name.span
            && self.diagnostics[index]
                .secondary
                .iter()
                .all(|label| label.span != name.span)
        {
            self.mention_again(index, name.span);
        }
    }
}

/// Names as a sentence lists them, not too many.
pub(crate) fn list(names: &[&str]) -> String {
    const MOST: usize = 8;
    let quoted: Vec<String> = names
        .iter()
        .take(MOST)
        .map(|name| format!("`{name}`"))
        .collect();
    match names.len().checked_sub(MOST) {
        Some(more @ 1..) => format!("{} and {more} more", quoted.join(", ")),
        _ => match quoted.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => quoted.join(""),
        },
    }
}
