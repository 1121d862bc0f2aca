//! The outline of a file: everything in it that an editor shows, folds, selects or jumps to, as one kind of node.
//!
//! The syntax tree has a type for each item. Most of what an editor asks for treats them alike, so that the walk over the
//! tree is written once, here.

use witc_diagnostics::Span;
use witc_parser::ast::{
    self, Extern, ExternKind, File, Func, FuncKind, Ident, InterfaceItem, Item, NamedFunc, Nodes,
    ResourceFunc, ResourceFuncKind, TypeDef, TypeDefKind, Use, WorldItem,
};

/// The kinds of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// The declaration of the file's package.
    Package,
    NestedPackage,
    Interface,
    World,
    /// `use` at the top level.
    TopUse,
    /// `use` in an interface or world.
    Use,
    /// A name that a `use` in an interface or world brings in.
    UsedName,
    Include,
    Import,
    Export,
    Alias,
    Record,
    Variant,
    Enum,
    Flags,
    Resource,
    Field,
    /// A case of a variant.
    Case,
    /// A case of an enum.
    EnumCase,
    Flag,
    /// A function that belongs to no resource.
    Function,
    Method,
    Static,
    Constructor,
    /// A getter or setter, of whatever.
    Accessor,
    Param,
    /// A use of a type.
    Type,
    /// The path of an interface or world.
    Path,
    /// What could not be read.
    Broken,
}

impl NodeKind {
    /// Whether it is the definition of a type.
    pub(crate) fn defines_type(self) -> bool {
        use NodeKind::{Alias, Enum, Flags, Record, Resource, Variant};
        [Alias, Record, Variant, Enum, Flags, Resource].contains(&self)
    }

    /// Whether it has a scope of types.
    pub(crate) fn is_scope(self) -> bool {
        self == Self::Interface || self == Self::World
    }
}

/// A node of the outline.
#[derive(Clone, Debug)]
pub(crate) struct Node<'s> {
    pub(crate) kind: NodeKind,
    /// Its name, if it has one of its own.
    pub(crate) name: Option<Ident<'s>>,
    /// The whole of it, from its first attribute on.
    pub(crate) span: Span,
    /// What is in it, in order.
    pub(crate) children: Vec<Node<'s>>,
}

impl<'s> Node<'s> {
    fn new(kind: NodeKind, name: Option<Ident<'s>>, span: Span) -> Self {
        let name = name.filter(|name| !name.is_missing());
        Self {
            kind,
            name,
            span,
            children: Vec::new(),
        }
    }

    fn with(mut self, children: impl IntoIterator<Item = Node<'s>>) -> Self {
        self.children.extend(children);
        self
    }

    /// The place of its name, or of the whole if it has none.
    pub(crate) fn name_span(&self) -> Span {
        self.name.map_or(self.span, |name| name.span)
    }

    /// The name, or nothing.
    pub(crate) fn name_text(&self) -> &'s str {
        self.name.map_or("", |name| name.name)
    }

    /// The path that it has, as it is written.
    pub(crate) fn path(&self) -> Option<Span> {
        let is_path = |child: &&Self| child.kind == NodeKind::Path;
        Some(self.children.iter().find(is_path)?.span)
    }
}

/// The outline of a file.
pub(crate) fn outline<'s>(file: &File<'s>) -> Vec<Node<'s>> {
    let walk = Walk { nodes: &file.nodes };
    let package = file.package.as_ref().map(|package| {
        let name = package.name.names.last().copied();
        Node::new(NodeKind::Package, name, package.span)
    });
    package.into_iter().chain(walk.items(&file.items)).collect()
}

/// The nodes around a position, the outermost first. A position at the end of a node is in it.
pub(crate) fn around<'o, 's>(nodes: &'o [Node<'s>], position: u32) -> Vec<&'o Node<'s>> {
    let mut around = Vec::new();
    let mut level = nodes;
    let is_in = |span: Span| span.start <= position && position <= span.end;
    // Of two nodes that touch at the position the second one counts, which starts there.
    while let Some(node) = level.iter().rev().find(|node| is_in(node.span)) {
        around.push(node);
        level = &node.children;
    }
    around
}

/// The nodes that lead to the one whose name ends at a position, the outermost first.
pub(crate) fn named_at<'o, 's>(nodes: &'o [Node<'s>], name: Span) -> Vec<&'o Node<'s>> {
    let mut around = around(nodes, name.end);
    // Definitions do not count the `%` before a name, so that only the ends are the same.
    let is_it = |node: &&Node<'_>| node.name.is_some_and(|it| it.span.end == name.end);
    while around.last().is_some_and(|node| !is_it(node)) {
        around.pop();
    }
    around
}

/// Every node, in order, a node before what is in it.
pub(crate) fn every<'o, 's>(nodes: &'o [Node<'s>], visit: &mut impl FnMut(&'o Node<'s>)) {
    for node in nodes {
        visit(node);
        every(&node.children, visit);
    }
}

/// The walk over the tree.
struct Walk<'t, 's> {
    nodes: &'t Nodes<'s>,
}

impl<'s> Walk<'_, 's> {
    fn items(&self, items: &[Item<'s>]) -> Vec<Node<'s>> {
        let node = |item: &Item<'s>| match item {
            Item::Use(item) => {
                Node::new(NodeKind::TopUse, item.rename, item.span).with([path(&item.path)])
            }
            Item::Interface(item) => Node::new(NodeKind::Interface, Some(item.name), item.span)
                .with(self.interface(&item.items)),
            Item::World(item) => Node::new(NodeKind::World, Some(item.name), item.span)
                .with(item.items.iter().map(|item| self.world_item(item))),
            Item::Package(item) => {
                let name = item.decl.name.names.last().copied();
                Node::new(NodeKind::NestedPackage, name, item.span).with(self.items(&item.items))
            }
            Item::Broken(span) => Node::new(NodeKind::Broken, None, *span),
        };
        items.iter().map(node).collect()
    }

    fn interface(&self, items: &[InterfaceItem<'s>]) -> Vec<Node<'s>> {
        let node = |item: &InterfaceItem<'s>| match item {
            InterfaceItem::Use(item) => uses(item),
            InterfaceItem::Type(def) => self.definition(def),
            InterfaceItem::Func(NamedFunc {
                span, name, kind, ..
            }) => self.function(NodeKind::Function, Some(*name), *span, kind),
            InterfaceItem::Broken(span) => Node::new(NodeKind::Broken, None, *span),
        };
        items.iter().map(node).collect()
    }

    fn world_item(&self, item: &WorldItem<'s>) -> Node<'s> {
        match item {
            WorldItem::Use(item) => uses(item),
            WorldItem::Type(def) => self.definition(def),
            WorldItem::Import(item) => self.external(NodeKind::Import, item),
            WorldItem::Export(item) => self.external(NodeKind::Export, item),
            WorldItem::Include(item) => {
                Node::new(NodeKind::Include, None, item.span).with([path(&item.path)])
            }
            WorldItem::Broken(span) => Node::new(NodeKind::Broken, None, *span),
        }
    }

    fn external(&self, kind: NodeKind, item: &Extern<'s>) -> Node<'s> {
        let node = |name: Option<Ident<'s>>| Node::new(kind, name, item.span);
        match &item.kind {
            ExternKind::Path(it) => node(None).with([path(it)]),
            ExternKind::NamedPath(name, it) => node(Some(*name)).with([path(it)]),
            ExternKind::Interface(name, items) => node(Some(*name)).with(self.interface(items)),
            ExternKind::Func(name, kind) => node(Some(*name)).with(self.parts(signature(kind))),
        }
    }

    fn definition(&self, def: &TypeDef<'s>) -> Node<'s> {
        let node = |kind| Node::new(kind, Some(def.name), def.span);
        match &def.kind {
            TypeDefKind::Alias(ty) => node(NodeKind::Alias).with([self.ty(ty)]),
            TypeDefKind::Record(fields) => {
                node(NodeKind::Record).with(fields.iter().map(|field| {
                    Node::new(NodeKind::Field, Some(field.name), field.span)
                        .with([self.ty(&field.ty)])
                }))
            }
            TypeDefKind::Variant(cases) => node(NodeKind::Variant).with(cases.iter().map(|case| {
                Node::new(NodeKind::Case, Some(case.name), case.span)
                    .with(case.ty.iter().map(|ty| self.ty(ty)))
            })),
            TypeDefKind::Enum(cases) => {
                node(NodeKind::Enum).with(labels(NodeKind::EnumCase, cases))
            }
            TypeDefKind::Flags(flags) => node(NodeKind::Flags).with(labels(NodeKind::Flag, flags)),
            TypeDefKind::Resource(functions) => {
                node(NodeKind::Resource).with(functions.iter().map(|it| self.resource_function(it)))
            }
        }
    }

    fn resource_function(&self, item: &ResourceFunc<'s>) -> Node<'s> {
        match &item.kind {
            ResourceFuncKind::Constructor(span, func) => {
                let name = Ident {
                    name: "constructor",
                    span: *span,
                };
                Node::new(NodeKind::Constructor, Some(name), item.span).with(self.parts(func))
            }
            ResourceFuncKind::Method(name, kind) => {
                self.function(NodeKind::Method, Some(*name), item.span, kind)
            }
            ResourceFuncKind::Static(name, kind) => {
                self.function(NodeKind::Static, Some(*name), item.span, kind)
            }
        }
    }

    fn function(
        &self,
        kind: NodeKind,
        name: Option<Ident<'s>>,
        span: Span,
        func: &FuncKind<'s>,
    ) -> Node<'s> {
        let kind = match func {
            FuncKind::Func(_) => kind,
            FuncKind::Getter(_) | FuncKind::Setter(_) => NodeKind::Accessor,
        };
        Node::new(kind, name, span).with(self.parts(signature(func)))
    }

    /// Parameters and result.
    fn parts(&self, func: &Func<'s>) -> Vec<Node<'s>> {
        let param = |param: &ast::Param<'s>| {
            let span = param.name.span.to(param.ty.span);
            Node::new(NodeKind::Param, Some(param.name), span).with([self.ty(&param.ty)])
        };
        let params = self.nodes[func.params].iter().map(param);
        params
            .chain(func.result.iter().map(|ty| self.ty(ty)))
            .collect()
    }

    fn ty(&self, ty: &ast::Type<'s>) -> Node<'s> {
        let mut parts = Vec::new();
        let part = &mut |part| parts.push(self.ty(part));
        self.nodes.for_each_part(ty, part);
        Node::new(NodeKind::Type, None, ty.span).with(parts)
    }
}

fn labels<'s>(kind: NodeKind, labels: &[ast::Label<'s>]) -> Vec<Node<'s>> {
    let node = |label: &ast::Label<'s>| Node::new(kind, Some(label.name), label.span);
    labels.iter().map(node).collect()
}

fn path<'s>(path: &ast::UsePath<'s>) -> Node<'s> {
    Node::new(NodeKind::Path, None, path.span)
}

fn uses<'s>(item: &Use<'s>) -> Node<'s> {
    let name = |used: &ast::UseName<'s>| {
        let span = used
            .rename
            .map_or(used.name.span, |it| used.name.span.to(it.span));
        Node::new(
            NodeKind::UsedName,
            Some(used.rename.unwrap_or(used.name)),
            span,
        )
    };
    Node::new(NodeKind::Use, None, item.span)
        .with([path(&item.path)])
        .with(item.names.iter().map(name))
}

/// The parameters and result of a function or an accessor.
fn signature<'t, 's>(kind: &'t FuncKind<'s>) -> &'t Func<'s> {
    match kind {
        FuncKind::Func(func) | FuncKind::Getter(func) | FuncKind::Setter(func) => func,
    }
}
