//! The limits of what a component can hold, as far as they depend on the WIT alone, and what is said where one is passed.
//!
//! They are those of wasmparser, with which every component is validated. Two are defined elsewhere: that of names by
//! `witc-parser`, which reads them, and that of the bytes of a value by `witc-canonical-abi`, which computes them.

use super::facts::{Size, TypeFacts};
use super::session::Resolver;
use crate::codes;
use crate::{Function, InterfaceId, Type, TypeDef, TypeOwner, WorldId, WorldItem};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::MAX_NAME;

/// The most fields, cases or types of a tuple.
pub(crate) const MAX_MEMBERS: usize = 10_000;

/// The most parameters of a function.
pub(crate) const MAX_PARAMS: usize = 1000;

/// The most flags of a type.
// The canonical ABI has it too (`CanonicalABI.md`, "Alignment"): flags are one `i32`.
pub(crate) const MAX_FLAGS: usize = 32;

/// The most interfaces that a world can import and export.
const MAX_INSTANCES: usize = 4096;

/// The number of types that a type, a function, an interface or a world stays below; each counts as often as it is there.
const MAX_SIZE: u64 = 1_000_000;

/// The depth to which types can be nested, counted from the outermost.
const MAX_DEPTH: u16 = 100;

/// How many types are around a world in the type section of a guest, and in a package as a binary.
const AROUND_WORLD: u64 = 2;

/// The number of types that an interface stays below: a world is around it, even if the package has none.
const MAX_INTERFACE: u64 = MAX_SIZE - AROUND_WORLD - 1;

/// The depth to which types can be nested if aliases count as well.
// Not wasmparser's: aliases cost a component nothing, but each walk over a type takes a frame of the stack for one.
const MAX_HEIGHT: u16 = 500;

/// How deep the type of an interface's item can be; that of a world's own items is one type less away from the outermost.
const MAX_DEPTH_IN_INTERFACE: u16 = MAX_DEPTH - AROUND_WORLD as u16 - 2;

/// The most imports and exports that all worlds of a run may have together.
// Worlds that each include the one before twice double with each step, so that a short text can ask
// for any number. No package that people write comes near this one.
const MAX_WORLD_ITEMS: usize = 2_000_000;

impl Resolver<'_, '_> {
    /// Whether a component can have as many parts of something, or a diagnostic says that it can't.
    pub(crate) fn has_room(&mut self, parts: &str, count: usize, limit: usize, span: Span) -> bool {
        if count > limit {
            let message =
                format!("there are {count} {parts} here, but a component can have at most {limit}");
            let diagnostic = Diagnostic::error(codes::TOO_MANY_PARTS, message, span)
                .note("group them into records or lists");
            self.report(diagnostic);
        }
        count <= limit
    }

    /// Reports a type that no component can hold, unless the largest or deepest type in it is one already.
    pub(crate) fn check_type_limits(&mut self, def: &TypeDef, facts: TypeFacts, largest: u32) {
        let limit = match def.owner {
            TypeOwner::World(_) => MAX_DEPTH_IN_INTERFACE + 1,
            // A type without a name has a function or another type around it wherever it is used.
            TypeOwner::Interface(_) | TypeOwner::None => MAX_DEPTH_IN_INTERFACE,
        };
        // One more exactly: types around it are too deep as well, and one report is enough.
        if facts.height == MAX_HEIGHT {
            self.report_too_deep("this type", MAX_HEIGHT, def.span);
        } else if facts.depth == limit + 1 && def.kind.as_alias().is_none() {
            self.report_too_deep("this type", limit, def.span);
        }
        if u64::from(facts.size) >= MAX_SIZE && u64::from(largest) < MAX_SIZE {
            self.report_too_large("this type", def.span);
        }
        self.out.largest = self.out.largest.max(facts.size);
        self.out.deepest = self.out.deepest.max(facts.depth);
    }

    /// Reports a function that no component can hold, unless a type in it is to blame.
    pub(crate) fn check_function_limits(&mut self, function: &Function) {
        self.check_name_length(function.name.len(), function.span);
        let uses = function.params.len() as u64 + 2;
        self.out.uses += uses;
        // A function is one more type around its own.
        let limit = MAX_DEPTH_IN_INTERFACE - u16::from(!self.here.types.items.are_of_world());
        // Nearly all types are far from the limits, and then those of functions are not looked at again.
        if self.out.deepest > limit {
            // A type without a name that is too deep by itself has been reported.
            let name = |ty: Type| ty.id().and_then(|id| self.out.model.types[id].name());
            let depths = types_of(function).map(|ty| (self.facts_of_value(ty).depth, name(ty)));
            let new =
                depths.filter(|(depth, name)| *depth <= MAX_DEPTH_IN_INTERFACE || name.is_some());
            if new.map(|(depth, _)| depth).max() == Some(limit + 1) {
                self.report_too_deep(&format!("`{}`", function.name), limit, function.span);
            }
        }
        if self.bound(uses) < MAX_SIZE {
            return;
        }
        let mut fit = types_of(function).map(|ty| u64::from(self.facts_of_value(ty).size));
        if fit.all(|size| size < MAX_SIZE) && self.function_size(function) >= MAX_SIZE {
            self.report_too_large(&format!("`{}`", function.name), function.span);
        }
    }

    /// Reports an interface that no component can hold, unless something in it is to blame. `uses` is how many uses of
    /// types were met before it.
    pub(crate) fn check_interface_limits(&mut self, id: InterfaceId, uses: u64) {
        let uses = self.out.uses - uses + self.out.model.interfaces[id].types.len() as u64;
        let bound = self.bound(uses);
        // Nearly every interface is far from the limit, and then nothing is added up.
        if bound < MAX_INTERFACE {
            self.out.interface_sizes.insert(id, Size::Bound(bound));
            return;
        }
        let interface = &self.out.model.interfaces[id];
        let (name, span) = (interface.name.clone().unwrap_or_default(), interface.span);
        let items = interface.types.values().map(|id| WorldItem::Type(*id));
        let functions = interface.functions.values();
        let items: Vec<_> = items
            .chain(functions.map(|id| WorldItem::Function(*id)))
            .collect();
        if self.interface_size(id) >= MAX_INTERFACE && self.all_fit(&items) {
            self.report_too_large(&format!("the interface `{name}`"), span);
        }
    }

    /// Reports a world that no component can have, unless something in it is to blame.
    pub(crate) fn check_world_limits(&mut self, id: WorldId) {
        let world = &self.out.model.worlds[id];
        let span = world.span;
        let items = || world.imports.values().chain(world.exports.values());
        let interfaces = items().filter(|item| item.interface().is_some()).count();
        let bound: u64 = items().map(|item| self.size_of(item).bound()).sum();
        // The items are copied only where the limit is near.
        let items: Vec<_> = items().filter(|_| bound >= MAX_SIZE / 2).cloned().collect();
        if interfaces > MAX_INSTANCES {
            let message = format!(
                "the world imports and exports {interfaces} interfaces, but a component can have at most \
                 {MAX_INSTANCES}"
            );
            let diagnostic = Diagnostic::error(codes::TOO_MANY_PARTS, message, span)
                .note("put the functions of several interfaces into one");
            self.report(diagnostic);
        }
        let size: u64 = items.iter().map(|item| self.exact_size(item)).sum();
        if size + 1 + AROUND_WORLD >= MAX_SIZE && self.all_fit(&items) {
            let name = self.world_name(id).clone();
            self.report_too_large(&format!("the world `{name}`"), span);
        }
    }

    /// Counts an import or export; gives whether there may be more.
    pub(crate) fn count_world_item(&mut self, span: Span) -> bool {
        self.out.world_items += 1;
        if self.out.world_items == MAX_WORLD_ITEMS {
            self.here.too_large = Some(span);
        }
        self.out.world_items < MAX_WORLD_ITEMS
    }

    /// Reports that there are too many imports and exports, which were counted at `span`.
    pub(crate) fn report_too_many(&mut self, span: Span) {
        let message =
            format!("the worlds together have more than {MAX_WORLD_ITEMS} imports and exports");
        let diagnostic = Diagnostic::error(codes::WORLDS_TOO_LARGE, message, span)
            .note("worlds that include one another in steps grow with each step: include less");
        self.report(diagnostic);
    }

    /// Reports a name that is too long for a component once it is put together, or an id.
    pub(crate) fn check_name_length(&mut self, length: usize, span: Span) {
        if length > MAX_NAME {
            let message = format!(
                "in a component this has a name of {length} bytes, and names can have {MAX_NAME}"
            );
            let code = witc_parser::codes::NAME_TOO_LONG;
            self.report(Diagnostic::error(code, message, span));
        }
    }

    /// Reports an interface or world of the package whose name with that of the package is too long for a component.
    pub(crate) fn check_item_name(&mut self, item: &str, span: Span) {
        let package = &self.out.model.packages[self.here.package].name;
        let version = package.version.as_ref();
        let version = version.map_or(0, |version| version.pre.len() + version.build.len());
        // The name is seldom this long, and then it need not be made. Its numbers, and what is between, are short.
        if package.namespace.len() + package.name.len() + item.len() + version > MAX_NAME - 100 {
            let length = package.item(item).len();
            self.check_name_length(length, span);
        }
    }

    /// The most types that there can be in as many uses.
    fn bound(&self, uses: u64) -> u64 {
        uses * u64::from(self.out.largest)
    }

    fn facts_of_value(&self, ty: Type) -> TypeFacts {
        ty.id().map_or(TypeFacts::LEAF, |id| self.facts(id))
    }

    fn function_size(&self, function: &Function) -> u64 {
        let types = types_of(function).map(|ty| u64::from(self.facts_of_value(ty).size));
        types.sum::<u64>() + 1
    }

    fn size_of(&self, item: &WorldItem) -> Size {
        match item {
            WorldItem::Type(id) => Size::Exact(self.facts(*id).size.into()),
            WorldItem::Function(id) => {
                Size::Exact(self.function_size(&self.out.model.functions[*id]))
            }
            // Interfaces that are copies of others have no size yet.
            WorldItem::Interface(interface) => {
                let known = self.out.interface_sizes.get(&interface.id);
                known.copied().unwrap_or(Size::Bound(MAX_SIZE))
            }
        }
    }

    fn exact_size(&mut self, item: &WorldItem) -> u64 {
        match (self.size_of(item), item.interface()) {
            (Size::Bound(_), Some(interface)) => self.interface_size(interface.id),
            (Size::Bound(size) | Size::Exact(size), _) => size,
        }
    }

    /// Adds an interface up, and keeps the sum: many worlds may have it.
    fn interface_size(&mut self, id: InterfaceId) -> u64 {
        let interface = &self.out.model.interfaces[id];
        let types = interface.types.values();
        let types = types.map(|id| u64::from(self.facts(*id).size));
        let functions = interface.functions.values();
        let functions = functions.map(|id| self.function_size(&self.out.model.functions[*id]));
        let size = types.chain(functions).sum::<u64>() + 1;
        self.out.interface_sizes.insert(id, Size::Exact(size));
        size
    }

    /// Whether none of these is itself too large.
    fn all_fit(&self, items: &[WorldItem]) -> bool {
        items.iter().all(|item| {
            let limit = match item {
                WorldItem::Type(_) | WorldItem::Function(_) => MAX_SIZE,
                WorldItem::Interface(_) => MAX_INTERFACE,
            };
            self.size_of(item).bound() < limit
        })
    }

    fn report_too_deep(&mut self, what: &str, limit: u16, span: Span) {
        let message = format!("the types in {what} are nested more than {limit} deep");
        let code = witc_parser::codes::TYPE_TOO_DEEP;
        let note = "use a flat list of records that refer to each other by their index";
        self.report(Diagnostic::error(code, message, span).note(note));
    }

    fn report_too_large(&mut self, what: &str, span: Span) {
        let message =
            format!("{what} is made of {MAX_SIZE} types or more, and a component can't hold it");
        let diagnostic = Diagnostic::error(codes::TOO_MANY_TYPES, message, span)
            .note("each type counts as often as it is there: twice in `tuple<t, t>`, with all that is in it")
            .note("put what repeats into a `list`, or make it a resource, whose handles count as one type");
        self.report(diagnostic);
    }
}

/// The types of the parameters of a function, and of its result.
fn types_of(function: &Function) -> impl Iterator<Item = Type> {
    let params = function.params.iter().map(|param| param.ty);
    params.chain(function.result)
}
