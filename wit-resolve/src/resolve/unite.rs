//! Uniting copies of a package that may each be less than all of it: interfaces by name, what is in them by name, and
//! the functions of resources by name. What two copies have has to mean the same in both.

use super::unit::{FilePart, item_name};
use crate::codes;
use crate::sort::{sort_by, sort_by_key};
use crate::{FastMap, Map, PackageName};
use hashbrown::hash_map::Entry;
use std::sync::Arc;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{
    Attributes, File, Ident, InterfaceItem, Item, ResourceFunc, ResourceFuncKind, TypeDef,
    TypeDefKind, WorldItem,
};

/// Makes one package of copies.
pub(crate) fn unite<'s>(
    package: &PackageName,
    mut copies: Vec<FilePart<'s>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<FilePart<'s>> {
    // The one that says most comes first, so that it does not matter in which order they were read.
    let rank = |part: &FilePart<'s>| (std::cmp::Reverse(part.file.text.len()), part.file.text);
    sort_by_key(&mut copies, rank);
    // Components that were built together bring the very same text.
    copies.dedup_by_key(|part| part.file.text);
    let mut united: Map<&str, United<'s>> = Map::default();
    for FilePart { file, items, .. } in copies {
        for item in items {
            let Some(name) = item_name(&item) else {
                continue;
            };
            let own = united.get_or_insert_with(name.name, || United::new(name, &file, &item));
            own.add(item, &file, &mut |member, span, first| {
                diagnostics.push(conflict(package, name.name, member, span, first));
            });
        }
    }
    united.into_iter().map(|(_, united)| united.part).collect()
}

fn conflict(
    package: &PackageName,
    item: &str,
    member: &str,
    span: Span,
    first: Span,
) -> Diagnostic {
    let what = if member.is_empty() {
        item.to_owned()
    } else {
        format!("{item}.{member}")
    };
    let message = format!("two copies of the package `{package}` disagree on `{what}`");
    Diagnostic::error(codes::DUPLICATE_PACKAGE, message, span)
        .label("one copy has this")
        .also(first, "another copy has this")
        .note("the packages in binary form were built with different versions of it: rebuild them with the same one, or put the whole package next to them")
}

/// The name of something that an interface defines once: a type, a function, or a function of a resource.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct MemberKey<'s> {
    resource: Option<&'s str>,
    name: &'s str,
    is_setter: bool,
}

/// An interface or world as it is in all copies that were looked at.
struct United<'s> {
    part: FilePart<'s>,
    /// The outline and the place of the item, and the meaning and the place of each of its members.
    own: (String, Span),
    members: FastMap<MemberKey<'s>, (String, Span)>,
}

/// Receives the name of what differs in two copies, and its place in both.
type Conflict<'c> = &'c mut dyn FnMut(&str, Span, Span);

impl<'s> United<'s> {
    /// One without anything in it yet.
    fn new(name: Ident<'s>, file: &Arc<File<'s>>, item: &Item<'s>) -> Self {
        let part = FilePart {
            file: file.clone(),
            further: Vec::new(),
            items: Vec::new(),
        };
        Self {
            part,
            own: (outline(file, item), name.span),
            members: FastMap::default(),
        }
    }

    fn add(&mut self, item: Item<'s>, file: &Arc<File<'s>>, conflict: Conflict<'_>) {
        let span = item_name(&item).map_or(Span::NONE, |name| name.span);
        if self.own.0 != outline(file, &item) {
            return conflict("", span, self.own.1);
        }
        let mut interface = match item {
            Item::Interface(interface) => interface,
            Item::Use(_) | Item::World(_) | Item::Package(_) | Item::Broken(_) => {
                if self.part.items.is_empty() {
                    self.part.items.push(item);
                }
                return;
            }
        };
        let items = std::mem::take(&mut interface.items);
        let mut all = match self.part.items.pop().and_then(Item::into_interface) {
            Some(mut first) => {
                self.part.further.push(file.clone());
                if first.attributes.is_empty() {
                    // A copy that was printed without gates does not take those of another away.
                    first.attributes = interface.attributes;
                }
                first
            }
            None => interface,
        };
        for item in items {
            self.member(&mut all.items, item, file, conflict);
        }
        self.part.items.push(Item::Interface(all));
    }

    fn member(
        &mut self,
        all: &mut Vec<InterfaceItem<'s>>,
        item: InterfaceItem<'s>,
        file: &File<'s>,
        conflict: Conflict<'_>,
    ) {
        match item {
            InterfaceItem::Use(mut item) => {
                let path = words(file, item.path.span);
                item.names.retain(|used| {
                    let name = used.rename.unwrap_or(used.name);
                    let meaning = format!("use {path}.{}", used.name.name);
                    self.is_new(
                        MemberKey {
                            resource: None,
                            name: name.name,
                            is_setter: false,
                        },
                        meaning,
                        name.span,
                        conflict,
                    )
                });
                if !item.names.is_empty() {
                    all.push(InterfaceItem::Use(item));
                }
            }
            InterfaceItem::Func(func) => {
                let is_setter = func.kind.is_setter();
                let key = MemberKey {
                    resource: None,
                    name: func.name.name,
                    is_setter,
                };
                if self.is_new(
                    key,
                    body(file, &func.attributes, func.span),
                    func.name.span.to(func.span),
                    conflict,
                ) {
                    all.push(InterfaceItem::Func(func));
                }
            }
            InterfaceItem::Type(def) => self.definition(all, def, file, conflict),
            InterfaceItem::Broken(_) => all.push(item),
        }
    }

    fn definition(
        &mut self,
        all: &mut Vec<InterfaceItem<'s>>,
        mut def: TypeDef<'s>,
        file: &File<'s>,
        conflict: Conflict<'_>,
    ) {
        let name = def.name;
        let key = MemberKey {
            resource: None,
            name: name.name,
            is_setter: false,
        };
        let methods = match &mut def.kind {
            TypeDefKind::Resource(methods) => Some(methods),
            TypeDefKind::Alias(_) | TypeDefKind::Record(_) | TypeDefKind::Variant(_) => None,
            TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => None,
        };
        let Some(methods) = methods else {
            if self.is_new(
                key,
                body(file, &def.attributes, def.span),
                name.span.to(def.span),
                conflict,
            ) {
                all.push(InterfaceItem::Type(def));
            }
            return;
        };
        // Resources are compared function by function: a copy may have only those that its
        // component uses.
        let is_new = self.is_new(key, "resource".to_owned(), name.span, conflict);
        methods.retain(|method| {
            let (key, span) = method_key(name, method);
            let span = span.to(method.span);
            self.is_new(
                key,
                body(file, &method.attributes, method.span),
                span,
                conflict,
            )
        });
        if is_new {
            all.push(InterfaceItem::Type(def));
            return;
        }
        let known = all
            .iter_mut()
            .find_map(|item| resource_functions(item, name.name));
        if let Some(known) = known {
            known.append(methods);
        }
    }

    /// Whether nothing of that name was met before; what was has to mean the same.
    fn is_new(
        &mut self,
        key: MemberKey<'s>,
        meaning: String,
        span: Span,
        conflict: Conflict<'_>,
    ) -> bool {
        match self.members.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert((meaning, span));
                true
            }
            Entry::Occupied(entry) => {
                let (first, first_span) = entry.get();
                if *first != meaning {
                    let resource = key
                        .resource
                        .map(|resource| format!("{resource}."))
                        .unwrap_or_default();
                    conflict(&format!("{resource}{}", key.name), span, *first_span);
                }
                false
            }
        }
    }
}

/// The functions of the resource of this name, if an item defines it.
fn resource_functions<'i, 's>(
    item: &'i mut InterfaceItem<'s>,
    resource: &str,
) -> Option<&'i mut Vec<ResourceFunc<'s>>> {
    let def = match item {
        InterfaceItem::Type(def) if def.name.name == resource => def,
        InterfaceItem::Type(_)
        | InterfaceItem::Use(_)
        | InterfaceItem::Func(_)
        | InterfaceItem::Broken(_) => return None,
    };
    match &mut def.kind {
        TypeDefKind::Resource(functions) => Some(functions),
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_) => None,
    }
}

fn method_key<'s>(resource: Ident<'s>, method: &ResourceFunc<'s>) -> (MemberKey<'s>, Span) {
    let (name, is_setter, span) = match &method.kind {
        ResourceFuncKind::Constructor(span, _) => ("constructor", false, *span),
        ResourceFuncKind::Method(name, kind) | ResourceFuncKind::Static(name, kind) => {
            (name.name, kind.is_setter(), name.span)
        }
    };
    (
        MemberKey {
            resource: Some(resource.name),
            name,
            is_setter,
        },
        span,
    )
}

/// The text that has to be the same in all copies of an interface or world: all of a world, and nothing of an interface,
/// which may lack members in some copies.
fn outline(file: &File<'_>, item: &Item<'_>) -> String {
    let Some(world) = item.as_world() else {
        return "interface".to_owned();
    };
    let mut items: Vec<String> = world
        .items
        .iter()
        .map(|item| world_item(file, item))
        .collect();
    // In any order: imports of a world have none that means anything.
    sort_by(&mut items, Ord::cmp);
    format!("world {}", items.join(" "))
}

fn world_item(file: &File<'_>, item: &WorldItem<'_>) -> String {
    match item {
        WorldItem::Use(item) => body(file, &item.attributes, item.span),
        WorldItem::Type(item) => body(file, &item.attributes, item.span),
        WorldItem::Import(item) | WorldItem::Export(item) => {
            body(file, &item.attributes, item.span)
        }
        WorldItem::Include(item) => body(file, &item.attributes, item.span),
        WorldItem::Broken(span) => words(file, *span),
    }
}

/// An item without its attributes.
fn body(file: &File<'_>, attributes: &Attributes<'_>, span: Span) -> String {
    let start = attributes
        .last()
        .map_or(span.start, |attribute| attribute.span.end);
    words(
        file,
        Span {
            start,
            end: span.end,
        },
    )
}

/// The words of a piece of a file, which mean the same with other comments and other space between them: copies have been
/// printed in the same way.
fn words(file: &File<'_>, span: Span) -> String {
    let from = file
        .comments
        .partition_point(|comment| comment.span.start < span.start);
    let inside = file.comments[from..].iter().map(|comment| comment.span);
    let inside = inside.take_while(|comment| comment.end <= span.end);
    let mut words: Vec<&str> = Vec::new();
    let mut start = span.start;
    for gap in inside.chain([Span {
        start: span.end,
        end: span.end,
    }]) {
        let position = |at: u32| at.saturating_sub(file.span.start) as usize;
        let text = file
            .text
            .get(position(start)..position(gap.start))
            .unwrap_or_default();
        words.extend(text.split_whitespace());
        start = gap.end;
    }
    words.join(" ")
}
