//! The nodes under construction, and the lists in which they wait.

use crate::ast::*;
use crate::scope::Scope;
use witc_diagnostics::Diagnostic;

/// The argument of an attribute, with its key where it has one.
pub(super) enum Argument<'s> {
    Version(&'s str, Version<'s>),
    Name(&'s str, Ident<'s>),
    Text(u32, u32),
}

impl Argument<'_> {
    /// Whether a part of it is not there; a diagnostic has said so.
    pub(super) fn is_missing(&self) -> bool {
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
    pub(super) text: &'s str,
    pub(super) base: u32,
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
    pub(super) params: Vec<Param<'s>>,
    /// The types of tuples; those of a tuple within another one stand after those of the outer one.
    pub(super) types: Vec<Type<'s>>,
    pub(super) use_names: Vec<UseName<'s>>,
    pub(super) with_names: Vec<(Ident<'s>, Ident<'s>)>,
    /// The nested packages that are open, and the number of `items` before each.
    pub(super) open_packages: Vec<(PackageDecl<'s>, usize)>,
    pub(super) package_name: Option<PackageName<'s>>,
    /// The names that paths are made of.
    pub(super) parts: Vec<Ident<'s>>,
    pub(super) attributes: Vec<Attribute<'s>>,
    pub(super) argument: Option<Argument<'s>>,
    pub(super) path: Option<UsePath<'s>>,
    pub(super) func: Option<FuncKind<'s>>,
    pub(super) extern_kind: Option<ExternKind<'s>>,
    pub(super) use_item: Option<Use<'s>>,
    pub(super) type_def: Option<TypeDef<'s>>,
}

/// Everything that waits, in a list of exactly that size.
#[allow(
    clippy::drain_collect,
    reason = "`waiting` keeps its capacity for what comes next"
)]
pub(super) fn take<T>(waiting: &mut Vec<T>) -> Vec<T> {
    if waiting.is_empty() {
        Vec::new()
    } else {
        waiting.drain(..).collect()
    }
}

/// The last members of those that wait.
pub(super) fn last<T>(waiting: &mut Vec<T>, count: usize) -> Vec<T> {
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
        // All lists anew: which of them a failed parse has filled is not worth finding out, as it
        // happens once for each mistake.
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
        // Lists that a failed parse has left half done are forgotten with the rest.
        let mut items = std::mem::take(&mut self.items);
        let mut packages = std::mem::take(&mut self.packages);
        items.truncate(mark.0);
        packages.truncate(mark.1);
        self.diagnostics.truncate(mark.2);
        // The nodes stay: items that were read before refer to them by number.
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
            // Nothing is read apart from what is around it in these.
            Scope::Resource | Scope::Fields | Scope::Cases | Scope::Labels | Scope::Names => {}
        }
    }

    pub(super) fn slice(&self, start: u32, end: u32) -> &'s str {
        self.text
            .get((start - self.base) as usize..(end - self.base) as usize)
            .unwrap_or_default()
    }
}
