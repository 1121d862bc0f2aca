//! Names that stand for nothing: what is said about them, and what might have been meant.

use super::session::Resolver;
use super::suggest::{is_there_once_fixed, list, written};
use crate::codes;
use crate::sort::sort_by;
use crate::{InterfaceId, Name, TypeId};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Ident};
use witc_parser::{foreign_type, is_valid_name, without_type};

/// The most `use` items that are searched for one that leaves a name out.
// A scope with more is made by a tool, which does not forget names.
const MAX_USES: usize = 20;

/// Whether the parser has reported that a name is missing, or that it is none.
fn is_reported(name: &str) -> bool {
    !is_valid_name(name)
}

impl<'a, 's> Resolver<'a, 's> {
    /// Reports that a type's name stands for nothing, if that is a mistake of its own.
    pub(crate) fn missing_type(&mut self, name: &'s str, span: Span) {
        if let Some(&(absent, _)) = self.here.types.absent.get(name) {
            self.report_absent("type", name, span, absent);
            return;
        }
        // A keyword that is a name without its `%` has been reported.
        let is_bare_keyword =
            span.end - span.start == name.len() as u32 && witc_parser::is_keyword(name);
        if is_reported(name) || is_bare_keyword {
            return;
        }
        if self.here.types.in_text_order && self.is_defined_later(name) {
            self.here.types.looks_ahead = true;
            return;
        }
        // The type may be what could not be read.
        if self.here.types.is_incomplete {
            return;
        }
        if let Some(&index) = self.here.types.unknown.get(name) {
            self.mention_again(index, span);
            return;
        }
        let items = self.here.types.items;
        let brought = items.uses().flat_map(|item| &item.names);
        let brought = brought.map(|name| name.rename.unwrap_or(name.name).name);
        let known = items.definitions().map(|def| def.name.name);
        let known: Vec<&str> = known.chain(brought).collect();
        if self.names.suggester.affords(known.len()) && is_there_once_fixed(name, known) {
            return;
        }
        // Only now: most scopes have no unknown name, and then need no such table.
        let functions = self.here.types.functions.get_or_insert_with(|| {
            // Of two of one name the first.
            items
                .functions()
                .map(|name| (name.name, name.span))
                .rev()
                .collect()
        });
        let diagnostic = match functions.get(name) {
            Some(&function) => {
                let message = format!("expected a type, found the function `{name}`");
                Diagnostic::error(codes::NOT_A_TYPE, message, span).also(function, "defined here")
            }
            None => self.unknown_type(name, span),
        };
        self.here
            .types
            .unknown
            .insert(name, self.out.diagnostics.len());
        self.report(diagnostic);
    }

    fn is_defined_later(&mut self, name: &str) -> bool {
        let items = self.here.types.items;
        let definitions = self.here.types.definitions.get_or_insert_with(|| {
            items
                .definitions()
                .enumerate()
                .map(|(index, def)| (def.name.name, index))
                .collect()
        });
        definitions.contains_key(name)
    }

    fn unknown_type(&mut self, name: &str, span: Span) -> Diagnostic {
        let diagnostic = Diagnostic::error(
            codes::UNKNOWN_TYPE,
            format!("there is no type `{name}` here"),
            span,
        );
        if let Some(ours) = foreign_type(name) {
            return of_another_language(diagnostic, name, ours, span);
        }
        if let Some(note) = without_type(name) {
            return diagnostic.note(note);
        }
        // From the surest guess to the vaguest; the first that fits is the only one.
        if let Some((item, end, is_only)) = self.use_without(name) {
            let mut diagnostic = add_to_use(diagnostic, item, end, name);
            diagnostic
                .fixes
                .iter_mut()
                .for_each(|fix| fix.sure = is_only);
            return diagnostic;
        }
        if let Some(home) = self.interface_with_type(name) {
            return diagnostic.note(format!(
                "the interface `{home}` has one: add `use {home}.{{{name}}};`"
            ));
        }
        self.near_type(diagnostic, name, span)
    }

    /// With the name of a type that is nearly the same, or else how such a type comes to be.
    fn near_type(&mut self, diagnostic: Diagnostic, name: &str, span: Span) -> Diagnostic {
        let primitive = [
            "bool", "string", "char", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32",
            "f64",
        ];
        // Those of WIT itself that have parameters, which a name alone is a slip of as well.
        let generic = [
            "list", "option", "result", "tuple", "stream", "future", "map",
        ];
        let in_scope = self
            .here
            .types
            .types
            .keys()
            .map(AsRef::as_ref)
            .chain(self.here.types.absent.keys().copied());
        match self
            .names
            .suggester
            .closest(name, in_scope.chain(primitive).chain(generic))
        {
            Some(meant) if generic.contains(&meant) && meant != "result" => {
                diagnostic.note(format!("did you mean `{meant}<…>`?"))
            }
            Some(meant) => {
                let meant = written(meant);
                diagnostic.note(format!("did you mean `{meant}`?")).guess(
                    format!("write `{meant}`"),
                    span,
                    meant,
                )
            }
            None => diagnostic.note(format!(
                "define it: `type {name} = …;`, or bring it in: `use interface.{{{name}}};`"
            )),
        }
    }

    /// The `use` of an interface that has a type of this name but leaves it out, where its list ends, and whether it is the
    /// only one.
    fn use_without(&mut self, name: &str) -> Option<(&'a ast::Use<'s>, u32, bool)> {
        let items = self.here.types.items;
        // Once: a scope may have as many unknown names as it has other items.
        let uses = self.here.types.uses.take();
        let uses = uses.unwrap_or_else(|| items.uses().take(MAX_USES).collect());
        let mut all = uses.iter().filter_map(|&item| {
            let id = self.known_entity(&item.path)?.interface()?;
            if !self.out.model.interfaces[id].types.contains_key(name) {
                return None;
            }
            let from = item
                .names
                .last()
                .map_or(item.path.span, |last| last.rename.unwrap_or(last.name).span)
                .end;
            let end = from + self.text_between(from, item.span.end).rfind('}')? as u32;
            Some((item, end))
        });
        let found = all.next();
        // Of two interfaces that have it, only the author knows which is meant.
        let is_only = all.next().is_none();
        drop(all);
        self.here.types.uses = Some(uses);
        found.map(|(item, end)| (item, end, is_only))
    }

    /// An interface of the package that defines a type of this name.
    fn interface_with_type(&mut self, name: &str) -> Option<String> {
        let interfaces = &self.out.model.packages[self.here.package].interfaces;
        if !self.names.suggester.affords(interfaces.len()) {
            return None;
        }
        let interfaces = interfaces.iter();
        let mut found =
            interfaces.filter(|(_, id)| self.out.model.interfaces[**id].types.contains_key(name));
        found.next().map(|(name, _)| name.to_string())
    }

    /// The type of this name in an interface.
    pub(crate) fn used_type(&mut self, interface: InterfaceId, name: Ident<'s>) -> Option<TypeId> {
        if let Some(&id) = self.out.model.interfaces[interface].types.get(name.name) {
            return Some(id);
        }
        if let Some(&absent) = self.names.absent_types.get(&(interface, name.name)) {
            self.report_absent("type", name.name, name.span, absent);
            return None;
        }
        if is_reported(name.name) || self.names.incomplete_interfaces.contains_key(&interface) {
            return None;
        }
        // This `use` goes away with its feature, and the other package may belong to a version that
        // has the type.
        if self.here.dropped
            && self.out.model.interfaces[interface].package != Some(self.here.package)
        {
            return None;
        }
        let there = &self.out.model.interfaces[interface].types;
        if self.names.suggester.affords(there.len())
            && is_there_once_fixed(name.name, there.keys().map(AsRef::as_ref))
        {
            return None;
        }
        let key = (interface, name.name);
        if let Some(&index) = self.names.unknown_used_types.get(&key) {
            self.mention_again(index, name.span);
            return None;
        }
        let index = self.out.diagnostics.len();
        self.names.unknown_used_types.insert(key, index);
        self.unknown_used_type(interface, name);
        None
    }

    /// Reports that an interface has no type of this name.
    fn unknown_used_type(&mut self, interface: InterfaceId, name: Ident<'s>) {
        let source = &self.out.model.interfaces[interface];
        let home = source.name.clone().unwrap_or_default();
        let diagnostic = if let Some(&function) = source.functions.get(name.name) {
            let message = format!("`use` imports types, but `{}` is a function", name.name);
            Diagnostic::error(codes::NOT_A_TYPE, message, name.span)
                .also(self.out.model.functions[function].span, "defined here")
                .note("to call the functions of an interface, import it in a world")
        } else {
            let message = format!("the interface `{home}` has no type `{}`", name.name);
            let diagnostic = Diagnostic::error(codes::UNKNOWN_USED_TYPE, message, name.span)
                .also(source.span, format!("`{home}` is defined here"));
            match self
                .names
                .suggester
                .closest(name.name, source.types.keys().map(AsRef::as_ref))
            {
                Some(meant) => {
                    let meant = written(meant);
                    diagnostic.note(format!("did you mean `{meant}`?")).guess(
                        format!("write `{meant}`"),
                        name.span,
                        meant,
                    )
                }
                None => diagnostic,
            }
        };
        self.report(diagnostic);
    }

    /// Whether it has been said that a package has no interface or world of a name; the diagnostic gets this place as well.
    /// If not, it is about to be said.
    fn is_known_to_lack(&mut self, unit: usize, name: Ident<'s>) -> bool {
        let key = (unit, name.name);
        if let Some(&index) = self.names.unknown_items.get(&key) {
            self.mention_again(index, name.span);
            return true;
        }
        let index = self.out.diagnostics.len();
        self.names.unknown_items.insert(key, index);
        false
    }

    /// Reports that the package has no interface or world of a name.
    pub(crate) fn unknown_item(&mut self, name: Ident<'s>) {
        let unit = self.here.unit;
        if self.may_have_more(unit) || is_reported(name.name) || self.is_known_to_lack(unit, name) {
            return;
        }
        let there = self.names.entities[unit].keys().map(Name::as_str);
        if is_there_once_fixed(name.name, there) {
            return;
        }
        let message = format!(
            "there is no interface or world `{}` in this package",
            name.name
        );
        let diagnostic = Diagnostic::error(codes::UNKNOWN_ITEM, message, name.span);
        // The search counts against the same budget as suggestions.
        let others = if self.names.suggester.affords(self.given.units.len()) {
            self.given.units.len()
        } else {
            0
        };
        let elsewhere = (0..others).find(|&unit| {
            unit != self.here.unit
                && self.names.resolved[unit]
                && self.names.entities[unit].contains_key(name.name)
        });
        let here = self.names.entities[self.here.unit].keys().map(Name::as_str);
        let in_file = self
            .here
            .file_scopes
            .get(self.here.part)
            .into_iter()
            .flat_map(|scope| scope.keys().copied());
        let diagnostic = match (self.names.suggester.closest(name.name, here.chain(in_file)), elsewhere) {
            (Some(meant), _) => {
                let meant = written(meant);
                diagnostic
                    .note(format!("did you mean `{meant}`?"))
                    .guess(format!("write `{meant}`"), name.span, meant)
            }
            (None, Some(unit)) if self.given.units[unit].name.is_some() => {
                let package = self.given.units[unit].name.as_ref().map(|package| package.item(name.name)).unwrap_or_default();
                diagnostic.note(format!("another package has one: write `{package}`"))
            }
            (None, _) => diagnostic
                .note("a bare name means an interface or world of the same package; for one of another package, write its whole path: `namespace:package/name`"),
        };
        self.report(diagnostic);
    }

    /// Reports that another package has no interface or world of a name.
    pub(crate) fn unknown_foreign_item(&mut self, unit: usize, name: Ident<'s>) {
        let is_silent = self.here.dropped || self.may_have_more(unit) || is_reported(name.name);
        if is_silent || self.is_known_to_lack(unit, name) {
            return;
        }
        let package = self.given.units[unit]
            .name
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let message = format!(
            "the package `{package}` has no interface or world `{}`",
            name.name
        );
        let diagnostic = Diagnostic::error(codes::UNKNOWN_ITEM, message, name.span)
            .also(self.given.units[unit].span, "the package");
        let there = &self.names.entities[unit];
        let diagnostic = match self
            .names
            .suggester
            .closest(name.name, there.keys().map(Name::as_str))
        {
            Some(meant) => {
                let meant = written(meant);
                diagnostic.note(format!("did you mean `{meant}`?")).guess(
                    format!("write `{meant}`"),
                    name.span,
                    meant,
                )
            }
            None if there.is_empty() => diagnostic.note("that package is empty"),
            None if self.names.suggester.affords(there.len()) => {
                let mut there: Vec<&str> = there.keys().map(Name::as_str).collect();
                // The names come from a hash map, whose order changes from run to run.
                sort_by(&mut there, Ord::cmp);
                diagnostic.note(format!("it has {}", list(&there)))
            }
            None => diagnostic,
        };
        self.report(diagnostic);
    }
}

/// Offers to add a name to the list of a `use`, which ends at `end`.
fn add_to_use(diagnostic: Diagnostic, item: &ast::Use<'_>, end: u32, name: &str) -> Diagnostic {
    let home = item.path.name.name;
    let (at, text) = match item.names.last() {
        Some(last) => (
            last.rename.unwrap_or(last.name).span.end,
            format!(", {name}"),
        ),
        None => (end, name.to_owned()),
    };
    diagnostic
        .also(
            Span::new(end, end + 1),
            format!("`{home}` has one, but this `use` does not name it"),
        )
        .fix(
            format!("add `{name}` to the `use` of `{home}`"),
            Span::new(at, at),
            text,
        )
}

/// With what WIT calls a type of another language.
fn of_another_language(
    diagnostic: Diagnostic,
    name: &str,
    ours: &'static str,
    span: Span,
) -> Diagnostic {
    let diagnostic = diagnostic.note(format!("WIT calls it `{ours}`"));
    let message = format!("write `{ours}`");
    // The width that an `int` or a `number` is meant to have is not known.
    let sure =
        name.contains(|c: char| c.is_ascii_digit()) || matches!(name, "boolean" | "byte" | "str");
    if sure {
        diagnostic.fix(message, span, ours)
    } else {
        diagnostic.guess(message, span, ours)
    }
}
