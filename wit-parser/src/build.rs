//! What the actions of the grammar call: nodes are made out of positions, and wait here for the node they belong to.

use crate::ast::*;
use crate::attribute::bad_attribute;
use crate::codes;
use crate::recover::Scope;
use crate::string::unescape;
use witc_diagnostics::{Diagnostic, Span};

/// The argument of an attribute, with its key where it has one.
enum Argument<'s> {
    Version(&'s str, Version<'s>),
    Name(&'s str, Ident<'s>),
    Text(u32, u32),
}

impl Argument<'_> {
    /// Whether a part of it is not there; a diagnostic has said so.
    fn is_missing(&self) -> bool {
        match self {
            Self::Version(key, version) => key.is_empty() || version.text.is_empty(),
            Self::Name(key, name) => key.is_empty() || name.is_missing(),
            Self::Text(start, end) => start == end,
        }
    }
}

/// The nodes under construction, and the text that positions refer to.
///
/// A list takes all nodes of its kind that wait. Lists that nest know how many are their own: the types of tuples, attributes,
/// and the items of packages.
#[derive(Default)]
pub(crate) struct Builder<'s> {
    text: &'s str,
    base: u32,
    /// The mistakes that nodes show although the grammar admits them.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What the nodes refer to. What a failed parse has left here, nothing refers to.
    pub(crate) nodes: Nodes<'s>,
    pub(crate) packages: Vec<(PackageDecl<'s>, Attributes<'s>)>,
    pub(crate) items: Vec<Item<'s>>,
    pub(crate) interface_items: Vec<InterfaceItem<'s>>,
    pub(crate) world_items: Vec<WorldItem<'s>>,
    pub(crate) resource_funcs: Vec<ResourceFunc<'s>>,
    pub(crate) fields: Vec<Field<'s>>,
    pub(crate) cases: Vec<Case<'s>>,
    pub(crate) labels: Vec<Label<'s>>,
    params: Vec<Param<'s>>,
    /// The types of tuples; those of a tuple within another one stand behind those of the outer one.
    types: Vec<Type<'s>>,
    use_names: Vec<UseName<'s>>,
    with_names: Vec<(Ident<'s>, Ident<'s>)>,
    /// The nested packages that are open, and the number of `items` before each.
    open_packages: Vec<(PackageDecl<'s>, usize)>,
    package_name: Option<PackageName<'s>>,
    /// The names that paths are made of.
    parts: Vec<Ident<'s>>,
    attributes: Vec<Attribute<'s>>,
    argument: Option<Argument<'s>>,
    path: Option<UsePath<'s>>,
    func: Option<FuncKind<'s>>,
    extern_kind: Option<ExternKind<'s>>,
    use_item: Option<Use<'s>>,
    type_def: Option<TypeDef<'s>>,
}

/// Everything that waits, in a list of exactly that size.
#[allow(
    clippy::drain_collect,
    reason = "`waiting` keeps its capacity for what comes next"
)]
fn take<T>(waiting: &mut Vec<T>) -> Vec<T> {
    if waiting.is_empty() {
        Vec::new()
    } else {
        waiting.drain(..).collect()
    }
}

/// The last members of those that wait.
fn last<T>(waiting: &mut Vec<T>, count: usize) -> Vec<T> {
    if count == 0 {
        Vec::new()
    } else {
        waiting
            .drain(waiting.len().saturating_sub(count)..)
            .collect()
    }
}

impl<'s> Builder<'s> {
    pub(crate) fn new(text: &'s str, base: u32) -> Self {
        Self {
            text,
            base,
            ..Self::default()
        }
    }

    /// One that goes on with the nodes of another.
    pub(crate) fn with_nodes(text: &'s str, base: u32, nodes: Nodes<'s>) -> Self {
        Self {
            nodes,
            ..Self::new(text, base)
        }
    }

    /// Forgets what a failed parse has left.
    pub(crate) fn reset(&mut self) {
        *self = Self {
            diagnostics: std::mem::take(&mut self.diagnostics),
            ..Self::new(self.text, self.base)
        };
    }

    /// What to go back to with [`Self::rewind`]. Only top-level items may have been read.
    pub(crate) fn mark(&self) -> (usize, usize, usize) {
        (
            self.items.len(),
            self.packages.len(),
            self.diagnostics.len(),
        )
    }

    /// Forgets everything since `mark`.
    pub(crate) fn rewind(&mut self, mark: (usize, usize, usize)) {
        let mut items = std::mem::take(&mut self.items);
        let mut packages = std::mem::take(&mut self.packages);
        items.truncate(mark.0);
        packages.truncate(mark.1);
        self.diagnostics.truncate(mark.2);
        let nodes = std::mem::take(&mut self.nodes);
        self.reset();
        (self.items, self.packages, self.nodes) = (items, packages, nodes);
    }

    /// Takes over what `inside` has read that stands in `scope`, and what it found wrong.
    pub(crate) fn adopt(&mut self, inside: &mut Self, scope: Scope) {
        self.diagnostics.append(&mut inside.diagnostics);
        match scope {
            Scope::File | Scope::Package => {
                self.items.append(&mut inside.items);
                self.packages.append(&mut inside.packages);
            }
            Scope::Interface => self.interface_items.append(&mut inside.interface_items),
            Scope::World => self.world_items.append(&mut inside.world_items),
            _ => {}
        }
    }

    fn slice(&self, start: u32, end: u32) -> &'s str {
        self.text
            .get((start - self.base) as usize..(end - self.base) as usize)
            .unwrap_or_default()
    }

    // Names and paths

    pub(crate) fn ident(&self, start: u32, end: u32) -> Ident<'s> {
        let text = self.slice(start, end);
        Ident {
            name: text.strip_prefix('%').unwrap_or(text),
            span: Span::new(start, end),
        }
    }

    pub(crate) fn version(&self, start: u32, end: u32) -> Version<'s> {
        Version {
            text: self.slice(start, end),
            span: Span::new(start, end),
        }
    }

    /// Adds a name to the `before` ones that are parts of a path, and says how many there are now.
    pub(crate) fn part(&mut self, before: usize, name: Ident<'s>) -> usize {
        self.parts.push(name);
        before + 1
    }

    pub(crate) fn package_name(
        &mut self,
        start: u32,
        end: u32,
        namespaces: usize,
        names: usize,
        version: Option<Version<'s>>,
    ) {
        let names = last(&mut self.parts, names);
        let namespaces = last(&mut self.parts, namespaces);
        self.package_name = Some(PackageName {
            span: Span::new(start, end),
            namespaces,
            names,
            version,
        });
    }

    pub(crate) fn simple_path(&mut self, name: Ident<'s>) {
        self.path = Some(UsePath {
            span: name.span,
            package: None,
            name,
        });
    }

    /// The path that waits.
    fn path(&mut self) -> UsePath<'s> {
        let nowhere = Span::new(self.base, self.base);
        let none = || UsePath {
            span: nowhere,
            package: None,
            name: Ident {
                name: "",
                span: nowhere,
            },
        };
        self.path.take().unwrap_or_else(none)
    }

    /// The path from `start` to `end`, whose version starts behind `middle`; the last of `names` is the interface.
    pub(crate) fn use_path(
        &mut self,
        start: u32,
        middle: u32,
        end: u32,
        namespaces: usize,
        names: usize,
        version: Option<Version<'s>>,
    ) {
        let mut names = last(&mut self.parts, names);
        let namespaces = last(&mut self.parts, namespaces);
        let name = names.pop().unwrap_or(Ident {
            name: "",
            span: Span::new(middle, middle),
        });
        let last = names.last().map_or(start, |name| name.span.end);
        let package = PackageName {
            span: Span::new(start, last),
            namespaces,
            names,
            version,
        };
        self.path = Some(UsePath {
            span: Span::new(start, end),
            package: Some(Box::new(package)),
            name,
        });
    }

    /// The same with one namespace.
    pub(crate) fn simple_use_path(
        &mut self,
        start: u32,
        middle: u32,
        end: u32,
        namespace: Ident<'s>,
        names: usize,
        version: Option<Version<'s>>,
    ) {
        self.parts
            .insert(self.parts.len().saturating_sub(names), namespace);
        self.use_path(start, middle, end, 1, names, version);
    }

    // Uses of types

    pub(crate) fn named_type(&self, name: Ident<'s>) -> TypeKind<'s> {
        if name.is_missing() {
            TypeKind::Missing
        } else {
            TypeKind::Name(name.name)
        }
    }

    pub(crate) fn inner(&mut self, ty: Type<'s>) -> TypeId {
        self.nodes.add_type(ty)
    }

    /// The resource of a handle.
    pub(crate) fn resource_name(&mut self, name: Ident<'s>) -> TypeId {
        let kind = self.named_type(name);
        self.inner(Type {
            span: name.span,
            kind,
        })
    }

    pub(crate) fn fixed_length_list(&mut self, ty: Type<'s>, start: u32, end: u32) -> TypeKind<'s> {
        let inner = self.inner(ty);
        if start == end {
            TypeKind::List(inner)
        } else {
            TypeKind::FixedLengthList(inner, Span::new(start, end))
        }
    }

    /// Adds a type to the `before` ones of a tuple, and says how many there are now.
    pub(crate) fn type_of_tuple(&mut self, before: usize, ty: Type<'s>) -> usize {
        self.types.push(ty);
        before + 1
    }

    pub(crate) fn tuple(&mut self, count: usize) -> TypeKind<'s> {
        let start = self.types.len().saturating_sub(count);
        TypeKind::Tuple(self.nodes.add_types(self.types.drain(start..)))
    }

    pub(crate) fn ty(&self, start: u32, end: u32, kind: TypeKind<'s>) -> Type<'s> {
        Type {
            span: Span::new(start, end),
            kind,
        }
    }

    // Elements of lists

    pub(crate) fn param(&mut self, name: Ident<'s>, ty: Type<'s>) {
        self.params.push(Param { name, ty });
    }

    pub(crate) fn use_name(&mut self, name: Ident<'s>, rename: Option<Ident<'s>>) {
        self.use_names.push(UseName { name, rename });
    }

    pub(crate) fn with_name(&mut self, name: Ident<'s>, rename: Ident<'s>) {
        self.with_names.push((name, rename));
    }

    pub(crate) fn field(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        ty: Type<'s>,
    ) {
        let attributes = self.attributes(attributes);
        self.fields.push(Field {
            span: Span::new(l, r),
            attributes,
            name,
            ty,
        });
    }

    pub(crate) fn case(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        ty: Option<Type<'s>>,
    ) {
        let attributes = self.attributes(attributes);
        self.cases.push(Case {
            span: Span::new(l, r),
            attributes,
            name,
            ty,
        });
    }

    pub(crate) fn label(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        self.labels.push(Label {
            span: Span::new(l, r),
            attributes,
            name,
        });
    }

    // Functions

    fn signature(
        &mut self,
        start: u32,
        end: u32,
        is_async: Option<u32>,
        result: Option<Type<'s>>,
    ) -> Func<'s> {
        let is_async = is_async.map(|end| Span::new(start, end));
        let first = self.text.as_bytes().get((start - self.base) as usize);
        Func {
            span: Span::new(start, end),
            is_async,
            params: self.nodes.add_params(self.params.drain(..)),
            result,
            // What the parser made up stands between tokens.
            is_unclear: !first.is_some_and(u8::is_ascii_alphabetic),
        }
    }

    /// `is_async` is the end of the keyword.
    pub(crate) fn func(&mut self, l: u32, r: u32, is_async: Option<u32>, result: Option<Type<'s>>) {
        self.func = Some(FuncKind::Func(self.signature(l, r, is_async, result)));
    }

    pub(crate) fn getter(&mut self, l: u32, r: u32, result: Option<Type<'s>>) {
        self.func = Some(FuncKind::Getter(self.signature(l, r, None, result)));
    }

    pub(crate) fn setter(&mut self, l: u32, r: u32, result: Option<Type<'s>>) {
        self.func = Some(FuncKind::Setter(self.signature(l, r, None, result)));
    }

    /// `span` is the start and the end of the keyword and the end of the function.
    pub(crate) fn constructor(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        (start, middle, end): (u32, u32, u32),
        result: Option<Type<'s>>,
    ) {
        let attributes = self.attributes(attributes);
        let func = self.signature(start, end, None, result);
        let kind = ResourceFuncKind::Constructor(Span::new(start, middle), func);
        self.resource_funcs.push(ResourceFunc {
            span: Span::new(l, r),
            attributes,
            kind,
        });
    }

    pub(crate) fn method(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let Some(func) = self.func.take() else { return };
        let kind = ResourceFuncKind::Method(name, func);
        self.resource_funcs.push(ResourceFunc {
            span: Span::new(l, r),
            attributes,
            kind,
        });
    }

    pub(crate) fn static_func(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let Some(func) = self.func.take() else { return };
        let kind = ResourceFuncKind::Static(name, func);
        self.resource_funcs.push(ResourceFunc {
            span: Span::new(l, r),
            attributes,
            kind,
        });
    }

    // Definitions of types

    fn type_def(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        kind: TypeDefKind<'s>,
    ) {
        let attributes = self.attributes(attributes);
        self.type_def = Some(TypeDef {
            span: Span::new(l, r),
            attributes,
            name,
            kind,
        });
    }

    pub(crate) fn alias(
        &mut self,
        l: u32,
        r: u32,
        attributes: usize,
        name: Ident<'s>,
        ty: Type<'s>,
    ) {
        self.type_def(l, r, attributes, name, TypeDefKind::Alias(ty));
    }

    pub(crate) fn record(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let fields = take(&mut self.fields);
        self.type_def(l, r, attributes, name, TypeDefKind::Record(fields));
    }

    pub(crate) fn variant(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let cases = take(&mut self.cases);
        self.type_def(l, r, attributes, name, TypeDefKind::Variant(cases));
    }

    pub(crate) fn enum_(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let labels = take(&mut self.labels);
        self.type_def(l, r, attributes, name, TypeDefKind::Enum(labels));
    }

    pub(crate) fn flags(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let labels = take(&mut self.labels);
        self.type_def(l, r, attributes, name, TypeDefKind::Flags(labels));
    }

    pub(crate) fn resource(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let funcs = take(&mut self.resource_funcs);
        self.type_def(l, r, attributes, name, TypeDefKind::Resource(funcs));
    }

    // Items of interfaces

    pub(crate) fn use_item(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let path = self.path();
        let names = take(&mut self.use_names);
        self.use_item = Some(Use {
            span: Span::new(l, r),
            attributes,
            path,
            names,
        });
    }

    pub(crate) fn interface_use(&mut self) {
        self.interface_items
            .extend(self.use_item.take().map(InterfaceItem::Use));
    }

    pub(crate) fn interface_type(&mut self) {
        self.interface_items
            .extend(self.type_def.take().map(InterfaceItem::Type));
    }

    pub(crate) fn interface_func(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let Some(kind) = self.func.take() else { return };
        let func = NamedFunc {
            span: Span::new(l, r),
            attributes,
            name,
            kind,
        };
        self.interface_items.push(InterfaceItem::Func(func));
    }

    // Items of worlds

    pub(crate) fn world_use(&mut self) {
        self.world_items
            .extend(self.use_item.take().map(WorldItem::Use));
    }

    pub(crate) fn world_type(&mut self) {
        self.world_items
            .extend(self.type_def.take().map(WorldItem::Type));
    }

    pub(crate) fn import(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let Some(kind) = self.extern_kind.take() else {
            return;
        };
        self.world_items.push(WorldItem::Import(Extern {
            span: Span::new(l, r),
            attributes,
            kind,
        }));
    }

    pub(crate) fn export(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let Some(kind) = self.extern_kind.take() else {
            return;
        };
        self.world_items.push(WorldItem::Export(Extern {
            span: Span::new(l, r),
            attributes,
            kind,
        }));
    }

    pub(crate) fn include(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let path = self.path();
        let with = take(&mut self.with_names);
        self.world_items.push(WorldItem::Include(Include {
            span: Span::new(l, r),
            attributes,
            path,
            with,
        }));
    }

    pub(crate) fn extern_path(&mut self) {
        let path = self.path();
        self.extern_kind = Some(ExternKind::Path(path));
    }

    pub(crate) fn extern_named_path(&mut self, name: Ident<'s>) {
        let path = self.path();
        self.extern_kind = Some(ExternKind::NamedPath(name, path));
    }

    pub(crate) fn extern_interface(&mut self, name: Ident<'s>) {
        self.extern_kind = Some(ExternKind::Interface(name, take(&mut self.interface_items)));
    }

    pub(crate) fn extern_func(&mut self, name: Ident<'s>) {
        self.extern_kind = self.func.take().map(|func| ExternKind::Func(name, func));
    }

    // Items of files and packages

    /// The declaration whose name waits.
    fn package_decl(&mut self, l: u32, r: u32) -> Option<PackageDecl<'s>> {
        let name = self.package_name.take()?;
        Some(PackageDecl {
            span: Span::new(l, r),
            name,
        })
    }

    pub(crate) fn package(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let decl = self.package_decl(l, r);
        self.packages.extend(decl.map(|decl| (decl, attributes)));
    }

    pub(crate) fn nested_decl(&mut self, l: u32, r: u32) {
        let decl = self.package_decl(l, r);
        self.open_packages
            .extend(decl.map(|decl| (decl, self.items.len())));
    }

    pub(crate) fn nested_package(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let Some((decl, start)) = self.open_packages.pop() else {
            return;
        };
        let items = self.items.drain(start..).collect();
        self.items.push(Item::Package(NestedPackage {
            span: Span::new(l, r),
            attributes,
            decl,
            items,
        }));
    }

    pub(crate) fn top_use(&mut self, l: u32, r: u32, attributes: usize, rename: Option<Ident<'s>>) {
        let attributes = self.attributes(attributes);
        let path = self.path();
        self.items.push(Item::Use(TopUse {
            span: Span::new(l, r),
            attributes,
            path,
            rename,
        }));
    }

    pub(crate) fn interface(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let items = take(&mut self.interface_items);
        self.items.push(Item::Interface(Interface {
            span: Span::new(l, r),
            attributes,
            name,
            items,
        }));
    }

    pub(crate) fn world(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let items = take(&mut self.world_items);
        self.items.push(Item::World(World {
            span: Span::new(l, r),
            attributes,
            name,
            items,
        }));
    }

    // Attributes

    /// The last attributes that wait.
    fn attributes(&mut self, count: usize) -> Attributes<'s> {
        last(&mut self.attributes, count).into()
    }

    pub(crate) fn version_argument(&mut self, key: Ident<'s>, version: Version<'s>) {
        self.argument = Some(Argument::Version(key.name, version));
    }

    pub(crate) fn name_argument(&mut self, key: Ident<'s>, name: Ident<'s>) {
        self.argument = Some(Argument::Name(key.name, name));
    }

    pub(crate) fn text_argument(&mut self, start: u32, end: u32) {
        self.argument = Some(Argument::Text(start, end));
    }

    pub(crate) fn attribute(&mut self, l: u32, r: u32, name: Ident<'s>) {
        let Some(argument) = self.argument.take() else {
            return;
        };
        let span = Span::new(l, r);
        let kind = match (name.name, argument) {
            (_, argument) if argument.is_missing() => AttributeKind::Broken,
            ("since", Argument::Version("version", version)) => AttributeKind::Since(version),
            ("deprecated", Argument::Version("version", version)) => {
                AttributeKind::Deprecated(version)
            }
            ("unstable", Argument::Name("feature", feature)) => AttributeKind::Unstable(feature),
            ("external-id", Argument::Text(start, end)) => self.external_id(start + 1, end - 1),
            _ => {
                if !name.is_missing() {
                    self.diagnostics.push(bad_attribute(name, span));
                }
                AttributeKind::Broken
            }
        };
        self.attributes.push(Attribute { span, kind });
    }

    fn external_id(&mut self, start: u32, end: u32) -> AttributeKind<'s> {
        if self.slice(start, end).contains('\n') {
            // A diagnostic of the lexer has said that it is no string.
            return AttributeKind::Broken;
        }
        match unescape(self.slice(start, end)) {
            Ok(text) => AttributeKind::ExternalId(text),
            Err(bad) => {
                let span = Span::new(start + bad.start, start + bad.end);
                self.diagnostics
                    .push(Diagnostic::error(codes::INVALID_ESCAPE, bad.message, span));
                AttributeKind::Broken
            }
        }
    }
}
