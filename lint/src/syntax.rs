//! Finding what is at a place in a syntax tree.

use crate::comments::{indent, last_of_line};
use crate::context::{Context, LintedFile};
use std::collections::HashMap;
use std::ops::Range;
use witc_diagnostics::{FileId, Span};
use witc_parser::ast::{
    Attribute, AttributeKind, Extern, ExternKind, File, Include, InterfaceItem, Item,
    ResourceFuncKind, TopUse, TypeDef, TypeDefKind, Use, WorldItem,
};

/// A statement of a file, at whatever depth.
#[derive(Clone, Copy)]
pub(crate) enum Statement<'t, 's> {
    TopUse(&'t TopUse<'s>),
    Use(&'t Use<'s>),
    Import(&'t Extern<'s>),
    Export(&'t Extern<'s>),
    Include(&'t Include<'s>),
}

/// Calls `visit` with each statement of a file that names something elsewhere, in order.
pub(crate) fn statements<'t, 's>(file: &'t File<'s>, visit: &mut dyn FnMut(Statement<'t, 's>)) {
    items(&file.items, visit);
}

fn items<'t, 's>(all: &'t [Item<'s>], visit: &mut dyn FnMut(Statement<'t, 's>)) {
    for item in all {
        match item {
            Item::Use(item) => visit(Statement::TopUse(item)),
            Item::Interface(interface) => uses(&interface.items, visit),
            Item::World(world) => world.items.iter().for_each(|item| world_item(item, visit)),
            // They do not nest further.
            Item::Package(package) => items(&package.items, visit),
            Item::Broken(_) => {}
        }
    }
}

fn uses<'t, 's>(items: &'t [InterfaceItem<'s>], visit: &mut dyn FnMut(Statement<'t, 's>)) {
    for item in items {
        match item {
            InterfaceItem::Use(item) => visit(Statement::Use(item)),
            InterfaceItem::Type(_) | InterfaceItem::Func(_) | InterfaceItem::Broken(_) => {}
        }
    }
}

fn world_item<'t, 's>(item: &'t WorldItem<'s>, visit: &mut dyn FnMut(Statement<'t, 's>)) {
    let external = match item {
        WorldItem::Use(item) => return visit(Statement::Use(item)),
        WorldItem::Include(item) => return visit(Statement::Include(item)),
        WorldItem::Type(_) | WorldItem::Broken(_) => return,
        WorldItem::Import(item) => {
            visit(Statement::Import(item));
            item
        }
        WorldItem::Export(item) => {
            visit(Statement::Export(item));
            item
        }
    };
    match &external.kind {
        ExternKind::Interface(_, items) => uses(items, visit),
        ExternKind::Path(_) | ExternKind::NamedPath(..) | ExternKind::Func(..) => {}
    }
}

/// The bytes to take out for a whole item, so that no empty line is left: its lines, if it has them for itself.
pub(crate) fn whole_lines(file: &LintedFile<'_>, item: Span) -> Range<usize> {
    let (start, end) = (file.byte(item.start), file.byte(item.end));
    let text = file.text;
    let (Some(indent), Some(after)) = (indent(text, start), last_of_line(text, end)) else {
        return start..end;
    };
    let next = text[after..]
        .find('\n')
        .map_or(text.len(), |found| after + found + 1);
    start - indent.len()..next
}

/// Where a line can be put in before an item.
pub(crate) struct Insertion {
    pub(crate) span: Span,
    /// The whitespace before the item, if it is the first in its line.
    indent: Option<String>,
}

impl Insertion {
    /// A text as a line of its own, or before the item in the same line.
    pub(crate) fn line(&self, text: &str) -> String {
        match &self.indent {
            Some(indent) => format!("{text}\n{indent}"),
            None => format!("{text} "),
        }
    }
}

/// A declaration, by the position of its name.
#[derive(Clone, Copy)]
struct Declared {
    item: Span,
    /// The version of its `@since`.
    since: Option<Span>,
}

/// The declarations of files, read where something was found in one.
#[derive(Default)]
pub(crate) struct Declarations {
    files: HashMap<FileId, HashMap<u32, Declared>>,
}

impl Declarations {
    fn of(&mut self, context: &Context<'_>, name: Span) -> Option<Declared> {
        let file = context.file(name)?;
        let all = self.files.entry(file.id).or_insert_with(|| {
            let mut all = HashMap::new();
            declared_items(&file.tree().items, &mut all);
            all
        });
        // A name may be meant with its `%` or without.
        let before = name.start.checked_sub(1)?;
        all.get(&name.start).or_else(|| all.get(&before)).copied()
    }

    /// The place before the item with this name.
    pub(crate) fn insertion(&mut self, context: &Context<'_>, name: Span) -> Option<Insertion> {
        let item = self.of(context, name)?.item;
        let file = context.file(name)?;
        let start = file.byte(item.start);
        Some(Insertion {
            span: item.at_start(),
            indent: indent(file.text, start).map(str::to_owned),
        })
    }

    /// The version in the `@since` of the item with this name.
    pub(crate) fn since(&mut self, context: &Context<'_>, name: Span) -> Option<Span> {
        self.of(context, name)?.since
    }
}

type AllDeclared = HashMap<u32, Declared>;

fn declare(all: &mut AllDeclared, name: Span, item: Span, attributes: &[Attribute<'_>]) {
    let since = attributes
        .iter()
        .find_map(|attribute| match &attribute.kind {
            AttributeKind::Since(version) => Some(version.span),
            AttributeKind::Unstable(_)
            | AttributeKind::Deprecated(_)
            | AttributeKind::ExternalId(_)
            | AttributeKind::Broken => None,
        });
    all.insert(name.start, Declared { item, since });
}

fn declared_items(items: &[Item<'_>], all: &mut AllDeclared) {
    for item in items {
        match item {
            Item::Interface(it) => {
                declare(all, it.name.span, it.span, &it.attributes);
                declared_in_interface(&it.items, all);
            }
            Item::World(it) => {
                declare(all, it.name.span, it.span, &it.attributes);
                it.items
                    .iter()
                    .for_each(|item| declared_in_world(item, all));
            }
            Item::Package(it) => declared_items(&it.items, all),
            Item::Use(_) | Item::Broken(_) => {}
        }
    }
}

fn declared_in_interface(items: &[InterfaceItem<'_>], all: &mut AllDeclared) {
    for item in items {
        match item {
            InterfaceItem::Use(it) => declared_use(it, all),
            InterfaceItem::Type(it) => declared_type(it, all),
            InterfaceItem::Func(it) => declare(all, it.name.span, it.span, &it.attributes),
            InterfaceItem::Broken(_) => {}
        }
    }
}

fn declared_in_world(item: &WorldItem<'_>, all: &mut AllDeclared) {
    let it = match item {
        WorldItem::Use(it) => return declared_use(it, all),
        WorldItem::Type(it) => return declared_type(it, all),
        WorldItem::Include(_) | WorldItem::Broken(_) => return,
        WorldItem::Import(it) | WorldItem::Export(it) => it,
    };
    let (name, inline) = match &it.kind {
        ExternKind::Path(path) => {
            declare(all, path.name.span, it.span, &it.attributes);
            (path.span, &[][..])
        }
        ExternKind::NamedPath(name, _) | ExternKind::Func(name, _) => (name.span, &[][..]),
        ExternKind::Interface(name, items) => (name.span, &items[..]),
    };
    declare(all, name, it.span, &it.attributes);
    declared_in_interface(inline, all);
}

fn declared_use(it: &Use<'_>, all: &mut AllDeclared) {
    for name in &it.names {
        let last = name.rename.unwrap_or(name.name);
        declare(all, last.span, it.span, &it.attributes);
    }
}

fn declared_type(it: &TypeDef<'_>, all: &mut AllDeclared) {
    declare(all, it.name.span, it.span, &it.attributes);
    let functions = match &it.kind {
        TypeDefKind::Resource(functions) => functions,
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_) => return,
    };
    for function in functions {
        let name = match &function.kind {
            ResourceFuncKind::Constructor(keyword, _) => *keyword,
            ResourceFuncKind::Method(name, _) | ResourceFuncKind::Static(name, _) => name.span,
        };
        declare(all, name, function.span, &function.attributes);
    }
}
