//! The top-level `use` items of files: names that only one file knows.

use super::entity::Entity;
use super::scope::{FileName, FileScope};
use super::session::Resolver;
use crate::FastMap;
use crate::codes;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{Ident, Item, TopUse};

impl<'a, 's> Resolver<'a, 's> {
    /// The names that the top-level `use` of each part bring in.
    pub(crate) fn file_scopes(&mut self) -> Vec<FileScope<'s>> {
        let mut scopes = Vec::with_capacity(self.here.tree.len());
        for part in self.here.tree {
            let mut scope = FileScope::default();
            let mut spans: FastMap<&str, Span> = FastMap::default();
            // Most files have none, and then nothing in them can collide with one.
            let has_uses = part.items.iter().any(|item| item.as_use().is_some());
            for item in part.items.iter().filter(|_| has_uses) {
                let Some(name) = file_name(item) else {
                    continue;
                };
                if name.is_missing() {
                    continue;
                }
                match spans.get(name.name) {
                    // Two items of one name have been reported.
                    Some(_) if item.as_use().is_none() && !scope.contains_key(name.name) => {
                        continue;
                    }
                    Some(&first) => {
                        self.report_duplicate_in_file(name, first);
                        continue;
                    }
                    None => spans.insert(name.name, name.span),
                };
                if let Some(item) = item.as_use() {
                    let target = self.top_use(item);
                    scope.insert(name.name, target);
                }
            }
            scopes.push(scope);
        }
        scopes
    }

    fn top_use(&mut self, item: &'a TopUse<'s>) -> FileName<'s> {
        if let Some(attribute) = item.attributes.first() {
            let message = "a `use` at the top level can't have attributes";
            let diagnostic = Diagnostic::error(
                witc_parser::codes::ATTRIBUTE_NOT_ALLOWED,
                message,
                attribute.span,
            )
            .note(
                "it only gives a name within this file; put the attribute where the name is used",
            );
            self.report(diagnostic);
        }
        let name = item.path.name;
        if name.is_missing() {
            return FileName::Foreign(Entity::Unknown);
        }
        if item.path.package.is_some() {
            let entity = self.entity(&item.path);
            if let Entity::World(_) | Entity::AbsentWorld(_) = entity {
                let message = format!(
                    "`use` at the top level names an interface, but `{}` is a world",
                    name.name
                );
                let diagnostic = Diagnostic::error(codes::NOT_AN_INTERFACE, message, name.span).note(
                    "write the world's whole path where it is included: `include namespace:package/world;`",
                );
                self.report(diagnostic);
                return FileName::Foreign(Entity::Unknown);
            }
            return FileName::Foreign(entity);
        }
        // By name, not by what it means: the item may be defined later.
        if self.names.entities[self.here.unit].contains_key(name.name) {
            return FileName::Local(name.name);
        }
        self.unknown_item(name);
        FileName::Foreign(Entity::Unknown)
    }

    fn report_duplicate_in_file(&mut self, name: Ident<'_>, first: Span) {
        let message = format!("two things in this file are called `{}`", name.name);
        let diagnostic = Diagnostic::error(codes::DUPLICATE_ITEM, message, name.span)
            .label("again here")
            .also(first, "first here")
            .note("give one of them another name: `use … as other-name;`");
        self.report(diagnostic);
    }
}

/// The name that an item has within its file.
fn file_name<'s>(item: &Item<'s>) -> Option<Ident<'s>> {
    match item {
        Item::Use(item) => Some(item.rename.unwrap_or(item.path.name)),
        Item::Interface(item) => Some(item.name),
        Item::World(item) => Some(item.name),
        Item::Package(_) | Item::Broken(_) => None,
    }
}
