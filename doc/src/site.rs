//! The pages, and where on them everything is: file names, anchors, and links from one page to another.

use crate::item::{Item, members, original_interface, original_type};
use crate::lookup::Names;
use std::collections::{HashMap, HashSet};
use witc_resolve::{
    Accessor, Function, FunctionId, InterfaceId, PackageId, PackageName, Resolve, TypeId, WorldId,
    WorldItem, WorldKey,
};

/// The number of a page.
pub(crate) type PageId = usize;

/// A page.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// What it is about; the page of all packages is about nothing.
    pub(crate) about: Option<Item>,
    /// The folder that it is in, or nothing.
    pub(crate) folder: String,
    /// The name of its file.
    pub(crate) file: String,
}

impl Page {
    /// The path of the file.
    pub(crate) fn path(&self) -> String {
        match self.folder.as_str() {
            "" => self.file.clone(),
            folder => format!("{folder}/{}", self.file),
        }
    }
}

/// All pages.
#[derive(Debug)]
pub(crate) struct Site<'a> {
    pub(crate) resolve: &'a Resolve,
    pub(crate) pages: Vec<Page>,
    pub(crate) names: Names,
    places: HashMap<Item, Place>,
    /// The names of interfaces that are written in worlds: `world.name`.
    inline: HashMap<InterfaceId, String>,
}

/// The page that something is on, and its anchor there.
#[derive(Clone, Debug)]
struct Place {
    page: PageId,
    anchor: Option<String>,
}

/// Names of which no two are equal, also where capitals are not told apart.
#[derive(Debug, Default)]
pub(crate) struct Unique {
    taken: HashSet<String>,
    /// The number that a name was given last, so that the next one need not try all.
    numbers: HashMap<String, usize>,
}

impl Unique {
    /// The name, or the name with the first free number after it.
    pub(crate) fn take(&mut self, name: String) -> String {
        let lower = name.to_lowercase();
        if self.taken.insert(lower.clone()) {
            return name;
        }
        let number = self.numbers.entry(lower).or_insert(1);
        loop {
            *number += 1;
            let candidate = format!("{name}-{number}");
            if self.taken.insert(candidate.to_lowercase()) {
                return candidate;
            }
        }
    }
}

impl<'a> Site<'a> {
    /// A site with a page for each package, interface and world, whose files have this extension.
    pub(crate) fn new(resolve: &'a Resolve, packages: &[PackageId], extension: &str) -> Self {
        let index = Page {
            about: None,
            folder: String::new(),
            file: format!("index.{extension}"),
        };
        let mut this = Self {
            resolve,
            pages: vec![index],
            names: Names::new(resolve),
            places: HashMap::new(),
            inline: HashMap::new(),
        };
        let mut folders = Unique::default();
        for &id in packages {
            let folder = folders.take(folder_of(&resolve.packages[id].name));
            this.package(id, &folder, extension);
        }
        this
    }

    /// A site of one page, without anything on it yet.
    pub(crate) fn of_one_page(resolve: &'a Resolve, world: WorldId) -> Self {
        let page = Page {
            about: Some(Item::World(world)),
            folder: String::new(),
            file: String::new(),
        };
        Self {
            resolve,
            pages: vec![page],
            names: Names::new(resolve),
            places: HashMap::new(),
            inline: HashMap::new(),
        }
    }

    /// Puts an item on a page.
    pub(crate) fn place(&mut self, item: Item, page: PageId, anchor: Option<String>) {
        // The first place is where an item is defined.
        self.places.entry(item).or_insert(Place { page, anchor });
    }

    fn package(&mut self, id: PackageId, folder: &str, extension: &str) {
        let package = &self.resolve.packages[id];
        self.page(Item::Package(id), folder, format!("index.{extension}"));
        let mut files = Unique::default();
        // A file called `con` or `nul` is none on Windows, whatever its extension, so that names start with a word.
        for (name, &id) in &package.interfaces {
            let file = files.take(format!("interface-{name}"));
            let page = self.page(Item::Interface(id), folder, format!("{file}.{extension}"));
            let mut anchors = reserved();
            self.interface_items(id, page, "", &mut anchors);
        }
        for (name, &id) in &package.worlds {
            let file = files.take(format!("world-{name}"));
            let page = self.page(Item::World(id), folder, format!("{file}.{extension}"));
            self.world_items(id, page);
        }
    }

    fn page(&mut self, item: Item, folder: &str, file: String) -> PageId {
        self.pages.push(Page {
            about: Some(item),
            folder: folder.to_owned(),
            file,
        });
        let page = self.pages.len() - 1;
        self.place(item, page, None);
        page
    }

    /// Gives anchors to what is in an interface, with a prefix.
    fn interface_items(
        &mut self,
        id: InterfaceId,
        page: PageId,
        prefix: &str,
        anchors: &mut Unique,
    ) {
        let interface = &self.resolve.interfaces[id];
        let types: Vec<TypeId> = interface.types.values().copied().collect();
        let functions: Vec<FunctionId> = interface.functions.values().copied().collect();
        self.items(&types, &functions, page, prefix, anchors);
    }

    fn items(
        &mut self,
        types: &[TypeId],
        functions: &[FunctionId],
        page: PageId,
        prefix: &str,
        anchors: &mut Unique,
    ) {
        let resolve = self.resolve;
        let mut named = Vec::new();
        for &id in types {
            let anchor = anchors.take(format!("{prefix}{}", resolve.types[id].name_or_empty()));
            self.place(Item::Type(id), page, Some(anchor.clone()));
            named.push((id, anchor));
        }
        for &id in functions {
            let anchor = format!("{prefix}{}", anchor_of(resolve, &resolve.functions[id]));
            let anchor = anchors.take(anchor);
            self.place(Item::Function(id), page, Some(anchor));
        }
        // Last: what has a name of its own comes first where two anchors are alike.
        for (id, anchor) in named {
            for (index, name) in members(resolve, id).into_iter().enumerate() {
                let anchor = anchors.take(format!("{anchor}.{name}"));
                self.place(Item::Member(id, index), page, Some(anchor));
            }
        }
    }

    fn world_items(&mut self, world: WorldId, page: PageId) {
        let resolve = self.resolve;
        let mut anchors = reserved();
        let types: Vec<TypeId> = resolve.world_types(world).map(|(id, _)| id).collect();
        let mut functions = Vec::new();
        let mut inline = Vec::new();
        for (_, key, item) in resolve.externs(world) {
            match (item, key) {
                (WorldItem::Function(id), _) => functions.push(*id),
                (WorldItem::Interface(interface), WorldKey::Name(name)) => {
                    inline.push((name.clone(), interface.id));
                }
                (WorldItem::Interface(_), WorldKey::Interface(_)) | (WorldItem::Type(_), _) => {}
            }
        }
        self.items(&types, &functions, page, "", &mut anchors);
        for (name, id) in inline {
            // One that has an id of its own has a page of its own.
            if !self.places.contains_key(&Item::Interface(id))
                && resolve.interfaces[id].name.is_none()
            {
                let anchor = anchors.take(name.to_string());
                let full = format!("{}.{name}", resolve.worlds[world].name);
                self.inline.insert(id, full);
                self.place(Item::Interface(id), page, Some(anchor.clone()));
                self.interface_items(id, page, &format!("{anchor}."), &mut anchors);
            }
        }
    }

    /// The link from a page to an item; nothing if the item is on no page.
    pub(crate) fn href(&self, from: PageId, item: Item) -> Option<String> {
        let place = self.find(item)?;
        let anchor = place.anchor.as_deref();
        if place.page == from
            && let Some(anchor) = anchor
        {
            return Some(format!("#{}", escaped(anchor)));
        }
        let path = self.path(from, place.page);
        Some(match anchor {
            Some(anchor) => format!("{path}#{}", escaped(anchor)),
            None => path,
        })
    }

    fn find(&self, item: Item) -> Option<&Place> {
        let item = match item {
            Item::Type(id) => Item::Type(original_type(self.resolve, id)),
            Item::Member(id, index) => Item::Member(original_type(self.resolve, id), index),
            Item::Interface(id) => Item::Interface(original_interface(self.resolve, id)),
            Item::Package(_) | Item::World(_) | Item::Function(_) => item,
        };
        self.places.get(&item)
    }

    /// The name of an interface in a sentence: its id, or the name that a world gives it.
    pub(crate) fn interface_name(&self, id: InterfaceId) -> String {
        let inline = || {
            self.inline
                .get(&original_interface(self.resolve, id))
                .cloned()
        };
        let id = self.resolve.interface_id(id).or_else(inline);
        id.unwrap_or_else(|| "interface".to_owned())
    }

    /// The anchor of an item on its page.
    pub(crate) fn anchor(&self, item: Item) -> Option<&str> {
        self.places.get(&item)?.anchor.as_deref()
    }

    /// The page that an item is on.
    pub(crate) fn page_of(&self, item: Item) -> Option<PageId> {
        Some(self.find(item)?.page)
    }

    /// The path from one page to another.
    fn path(&self, from: PageId, to: PageId) -> String {
        let (from, to) = (&self.pages[from], &self.pages[to]);
        if from.folder == to.folder {
            return escaped(&to.file);
        }
        format!("{}{}", up(from), escaped(&to.path()))
    }
}

/// The way from a page to the folder of the whole site: nothing, or `../`.
pub(crate) fn up(page: &Page) -> &'static str {
    if page.folder.is_empty() { "" } else { "../" }
}

/// Anchors that pages have for themselves.
fn reserved() -> Unique {
    let mut anchors = Unique::default();
    for name in ["content", "search", "results", "top"] {
        anchors.take(name.to_owned());
    }
    // The switches between languages.
    for name in ["wit", "rust", "c", "cpp"] {
        anchors.take(format!("language-{name}"));
    }
    anchors
}

/// The anchor of a function, without regard to others.
fn anchor_of(resolve: &Resolve, function: &Function) -> String {
    let name = function.item_name();
    let resource = function.kind.resource();
    let anchor = match resource {
        Some(id) if function.kind.is_constructor() => {
            format!("{}.constructor", resolve.types[id].name_or_empty())
        }
        Some(id) => format!("{}.{name}", resolve.types[id].name_or_empty()),
        None => name.to_owned(),
    };
    match function.accessor {
        Some(Accessor::Get) => format!("{anchor}.get"),
        Some(Accessor::Set) => format!("{anchor}.set"),
        None => anchor,
    }
}

/// The folder of a package: `wasi_http@0.2.0`. Names of WIT have no `_`, so that no two packages share one, and none has a
/// name that means a device on Windows.
fn folder_of(name: &PackageName) -> String {
    let text = format!("{}_{}", name.namespace, name.name);
    let text = match &name.version {
        Some(version) => format!("{text}@{version}"),
        None => text,
    };
    let is_safe = |c: char| c.is_ascii_alphanumeric() || "-_.@+".contains(c);
    text.chars()
        .map(|c| if is_safe(c) { c } else { '_' })
        .collect()
}

/// A part of a path or an anchor, as it is written in a link.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte.into()),
            b'-' | b'.' | b'_' | b'~' | b'/' | b'@' | b'+' | b':' => out.push(byte.into()),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
