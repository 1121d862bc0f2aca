//! What all pages are made from.

use crate::document::{Badge, BadgeKind, Block, Code, Docs, Entry, Heading, Inline, Style};
use crate::item::{Item, Scope, documented_members, is_plain, member, original_type};
use crate::site::Site;
use crate::spell::Speller;
use crate::users::Users;
use std::collections::{HashMap, HashSet};
use witc_resolve::{
    Function, FunctionId, Gate, Name, PackageId, Resolve, Stability, TypeDefKind, TypeId, WorldId,
};

/// How functions look in other languages.
#[derive(Clone, Debug, Default)]
pub struct Signatures {
    of: HashMap<FunctionId, Vec<(&'static str, String)>>,
}

impl Signatures {
    /// Adds the signature of a function in a language, which goes by its short name: `rust`, `c`, `cpp`.
    pub fn add(&mut self, function: FunctionId, language: &'static str, text: String) {
        let all = self.of.entry(function).or_default();
        if all.iter().all(|(known, _)| *known != language) {
            all.push((language, text));
        }
    }

    fn of(&self, function: FunctionId) -> Vec<(&'static str, String)> {
        self.of.get(&function).cloned().unwrap_or_default()
    }
}

/// The functions of an interface or world that belong to resources, by these.
pub(crate) struct OfResources(HashMap<TypeId, Vec<FunctionId>>);

impl OfResources {
    pub(crate) fn new(resolve: &Resolve, functions: &[FunctionId]) -> Self {
        let mut of: HashMap<TypeId, Vec<FunctionId>> = HashMap::new();
        for &function in functions {
            if let Some(resource) = resolve.functions[function].kind.resource() {
                let resource = original_type(resolve, resource);
                of.entry(resource).or_default().push(function);
            }
        }
        Self(of)
    }

    fn of(&self, resource: TypeId) -> &[FunctionId] {
        self.0.get(&resource).map_or(&[], Vec::as_slice)
    }
}

/// What all pages are made from.
pub(crate) struct Context<'x, 'a> {
    pub(crate) site: &'x Site<'a>,
    pub(crate) users: &'x Users,
    pub(crate) signatures: &'x Signatures,
    /// The packages that were asked for.
    pub(crate) main: &'x HashSet<PackageId>,
    /// The versions of each package, the oldest first.
    pub(crate) versions: &'x Versions,
}

/// The versions of packages that are documented.
#[derive(Debug, Default)]
pub(crate) struct Versions {
    of: HashMap<(Name, Name), Vec<PackageId>>,
    /// The place of each package among its versions.
    places: HashMap<PackageId, usize>,
}

/// As many versions before and after it a package is shown beside, and has its changes told among so many that are newest.
const NEAR: usize = 8;

impl Versions {
    pub(crate) fn new(resolve: &Resolve) -> Self {
        let mut this = Self::default();
        for (id, package) in resolve.packages.iter() {
            let name = (package.name.namespace.clone(), package.name.name.clone());
            this.of.entry(name).or_default().push(id);
        }
        for all in this.of.values_mut() {
            all.sort_by_key(|id| resolve.packages[*id].name.version.clone());
            let places = all.iter().enumerate().map(|(place, id)| (*id, place));
            this.places.extend(places);
        }
        this
    }

    /// The versions of a package that are near to it, itself among them.
    pub(crate) fn near(&self, resolve: &Resolve, id: PackageId) -> &[PackageId] {
        let (all, place) = (self.of(resolve, id), self.place(id));
        &all[place.saturating_sub(NEAR)..all.len().min(place + NEAR + 1)]
    }

    /// The version before one of the newest; more would be read by nobody, and each takes a comparison.
    pub(crate) fn before(&self, resolve: &Resolve, id: PackageId) -> Option<PackageId> {
        let (all, place) = (self.of(resolve, id), self.place(id));
        let is_new = place + NEAR >= all.len();
        all.get(place.checked_sub(1)?).copied().filter(|_| is_new)
    }

    fn place(&self, id: PackageId) -> usize {
        self.places.get(&id).copied().unwrap_or(0)
    }

    /// The versions of a package, itself among them.
    fn of(&self, resolve: &Resolve, id: PackageId) -> &[PackageId] {
        let name = &resolve.packages[id].name;
        let name = (name.namespace.clone(), name.name.clone());
        self.of.get(&name).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Context<'_, 'a> {
    pub(crate) fn resolve(&self) -> &'a Resolve {
        self.site.resolve
    }

    /// The documentation of an item.
    pub(crate) fn docs(&self, text: Option<&str>, scope: Scope, about: Item) -> Option<Block> {
        docs(text, scope, about).map(Block::Docs)
    }

    /// A heading of an item, with its anchor.
    pub(crate) fn heading(
        &self,
        level: u8,
        item: Item,
        inlines: Vec<Inline>,
        stability: &Stability,
    ) -> Block {
        Block::Heading(Heading {
            level,
            anchor: self.site.anchor(item).map(str::to_owned),
            inlines,
            badges: badges(stability),
        })
    }

    /// A function: its heading, signature and documentation.
    pub(crate) fn function(
        &self,
        level: u8,
        id: FunctionId,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) {
        let function = &self.resolve().functions[id];
        let title = vec![
            Inline::text(format!("{} ", word(function))),
            Inline::code(function.item_name()),
        ];
        blocks.push(self.heading(level, Item::Function(id), title, &function.stability));
        let mut speller = Speller::new(self.resolve());
        speller.function(function);
        blocks.push(Block::Code(Code {
            wit: speller.out,
            others: self.signatures.of(id),
        }));
        blocks.extend(self.docs(function.docs.text(), scope, Item::Function(id)));
    }

    /// A type: its heading, definition, documentation, members and users; with a resource come its functions.
    pub(crate) fn ty(
        &self,
        id: TypeId,
        functions: &OfResources,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) {
        let resolve = self.resolve();
        let def = &resolve.types[id];
        let title = vec![
            Inline::text(format!("{} ", type_word(&def.kind))),
            Inline::code(def.name_or_empty()),
        ];
        blocks.push(self.heading(3, Item::Type(id), title, &def.stability));
        let mut speller = Speller::new(resolve);
        speller.definition(id);
        blocks.push(Block::Code(Code {
            wit: speller.out,
            others: Vec::new(),
        }));
        blocks.extend(self.docs(def.docs().text(), scope, Item::Type(id)));
        let members = self.members(id, scope);
        if !members.is_empty() {
            blocks.push(Block::List(members));
        }
        self.used_by(Item::Type(id), blocks);
        for &function in functions.of(original_type(resolve, id)) {
            self.function(4, function, scope, blocks);
        }
    }

    /// The members of a type.
    fn members(&self, id: TypeId, scope: Scope) -> Vec<Entry> {
        let entry = |(index, (name, docs)): (usize, (&str, Option<&str>))| {
            let item = Item::Member(id, index);
            Entry {
                anchor: self.site.anchor(item).map(str::to_owned),
                inlines: vec![Inline::code(name)],
                docs: docs_of(docs, scope, item),
                is_in_code: is_plain(docs),
                ..Entry::default()
            }
        };
        let members = documented_members(self.resolve(), id);
        members.into_iter().enumerate().map(entry).collect()
    }

    /// A paragraph with the users of an item, if there are any.
    pub(crate) fn used_by(&self, item: Item, blocks: &mut Vec<Block>) {
        let mut line = Vec::new();
        for &user in self.users.of(item) {
            if self.site.page_of(user).is_none() {
                continue;
            }
            line.push(Inline::text(if line.is_empty() {
                "Used by "
            } else {
                ", "
            }));
            line.push(Inline::code(self.name(user)).to(user));
        }
        if !line.is_empty() {
            line.push(Inline::text("."));
            blocks.push(Block::Paragraph(line));
        }
    }

    /// The name of an item in a sentence: short, and with its interface if it is one's.
    pub(crate) fn name(&self, item: Item) -> String {
        let resolve = self.resolve();
        match item {
            Item::Package(id) => resolve.packages[id].name.to_string(),
            Item::Interface(id) => self.site.interface_name(id),
            Item::World(id) => world_name(resolve, id),
            Item::Type(id) => resolve.types[id].name_or_empty().to_owned(),
            Item::Member(id, index) => {
                let name = member(resolve, id, index).map_or("", |(name, _)| name);
                format!("{}.{name}", resolve.types[id].name_or_empty())
            }
            Item::Function(id) => {
                let function = &resolve.functions[id];
                match function.kind.resource() {
                    Some(resource) if !function.kind.is_constructor() => {
                        let resource = resolve.types[resource].name_or_empty();
                        format!("{resource}.{}", function.item_name())
                    }
                    Some(_) | None => function.item_name().to_owned(),
                }
            }
        }
    }
}

/// The id of a world: `wasi:http/proxy@0.2.0`.
pub(crate) fn world_name(resolve: &Resolve, id: WorldId) -> String {
    let world = &resolve.worlds[id];
    match world.package {
        Some(package) => resolve.packages[package].name.item(&world.name),
        None => world.name.to_string(),
    }
}

fn docs(text: Option<&str>, scope: Scope, about: Item) -> Option<Docs> {
    let text = text.filter(|text| !text.trim().is_empty())?;
    Some(Docs {
        text: text.to_owned(),
        scope,
        about: Some(about),
    })
}

pub(crate) fn docs_of(text: Option<&str>, scope: Scope, about: Item) -> Option<Docs> {
    docs(text, scope, about)
}

/// The word for a function in a heading.
fn word(function: &Function) -> &'static str {
    if function.kind.is_constructor() {
        "constructor"
    } else if function.kind.is_method() {
        "method"
    } else if function.kind.is_static() {
        "static function"
    } else {
        "function"
    }
}

/// The gates of an item as badges.
pub(crate) fn badges(stability: &Stability) -> Vec<Badge> {
    let badge = |kind, text: String| Badge { kind, text };
    let mut badges = Vec::new();
    match stability.gate() {
        Some(Gate::Since { since, .. }) => {
            badges.push(badge(BadgeKind::Since, format!("since {since}")));
        }
        Some(Gate::Unstable { feature, .. }) => {
            badges.push(badge(BadgeKind::Unstable, format!("unstable: {feature}")));
        }
        None => {}
    }
    if let Some(version) = stability.deprecated() {
        badges.push(badge(
            BadgeKind::Deprecated,
            format!("deprecated since {version}"),
        ));
    }
    badges
}

/// An entry of a list that is one link, with a summary after it.
pub(crate) fn linked(
    name: &str,
    item: Item,
    summary: &str,
    stability: Option<&Stability>,
) -> Entry {
    let mut inlines = vec![Inline::code(name).to(item)];
    if !summary.is_empty() {
        inlines.push(Inline::text(format!(": {summary}")));
    }
    Entry {
        inlines,
        badges: stability.map(badges).unwrap_or_default(),
        ..Entry::default()
    }
}

/// Emphasized text.
pub(crate) fn emphasis(text: impl Into<String>) -> Inline {
    Inline {
        text: text.into(),
        style: Style::Emphasis,
        target: None,
    }
}

/// The word for a definition in a heading.
pub(crate) fn type_word(kind: &TypeDefKind) -> &'static str {
    // `type a = list<u8>` is called as it starts.
    if kind.is_nominal() {
        kind.describe()
    } else {
        "type"
    }
}
