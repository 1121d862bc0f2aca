//! What rules look at: the packages that are linted, their files and items, and facts about the whole model.

use crate::comments::{Comment, comments};
use crate::facts::Facts;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use witc_diagnostics::{FileId, Span};
use witc_parser::ast;
use witc_resolve::{
    FunctionId, InterfaceId, Package, PackageId, Resolve, Type, TypeId, WorldId, WorldItem,
    WorldKey,
};

/// The packages that are linted.
pub(crate) struct Context<'a> {
    pub(crate) resolve: &'a Resolve,
    pub(crate) packages: Vec<PackageId>,
    /// Their interfaces: those with names, and those that are written inline in worlds.
    pub(crate) interfaces: Vec<InterfaceId>,
    pub(crate) worlds: Vec<WorldId>,
    pub(crate) facts: Facts,
    /// The positions of the names of the worlds, in order.
    world_starts: Vec<(u32, WorldId)>,
    /// Their files.
    pub(crate) files: Vec<LintedFile<'a>>,
    packages_in: HashMap<FileId, Vec<PackageId>>,
    /// The positions in `files`.
    by_id: HashMap<FileId, usize>,
}

/// A file of the packages.
pub(crate) struct LintedFile<'a> {
    pub(crate) id: FileId,
    pub(crate) text: &'a str,
    pub(crate) name: &'a str,
    /// The position of its first byte.
    pub(crate) base: u32,
    /// Whether it is text that somebody wrote, rather than the words of a binary.
    pub(crate) is_written: bool,
    /// Its comments; none in a binary.
    pub(crate) comments: Vec<Comment>,
    /// The bytes of its strings, in order.
    pub(crate) strings: Vec<std::ops::Range<usize>>,
    tree: OnceCell<ast::File<'a>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(resolve: &'a Resolve, main: &[PackageId]) -> Self {
        let mut context = Self {
            resolve,
            packages: Vec::new(),
            interfaces: Vec::new(),
            worlds: Vec::new(),
            facts: Facts::new(resolve),
            world_starts: Vec::new(),
            files: Vec::new(),
            packages_in: HashMap::new(),
            by_id: HashMap::new(),
        };
        let files: BTreeSet<FileId> = main
            .iter()
            .flat_map(|&id| context.files_of(&resolve.packages[id]))
            .collect();
        // A package that is nested in one of the files is linted as well.
        let is_ours = |&(id, package): &(PackageId, &Package)| {
            main.contains(&id)
                || context
                    .file_of(package.span)
                    .is_some_and(|file| files.contains(&file))
        };
        let packages: Vec<_> = resolve.packages.iter().filter(is_ours).collect();
        for (id, package) in packages {
            context.packages.push(id);
            for file in context.files_of(package) {
                context.packages_in.entry(file).or_default().push(id);
            }
            context.interfaces.extend(package.interfaces.values());
            context.worlds.extend(package.worlds.values());
        }
        let worlds = context.worlds.iter();
        let start = |&id: &WorldId| (resolve.worlds[id].span.start, id);
        context.world_starts = worlds.map(start).collect();
        context.world_starts.sort_unstable();
        context.open(files);
        context.inline_interfaces();
        context
    }

    fn files_of(&self, package: &Package) -> BTreeSet<FileId> {
        let interfaces = package
            .interfaces
            .values()
            .map(|&id| self.resolve.interfaces[id].span);
        let worlds = package
            .worlds
            .values()
            .map(|&id| self.resolve.worlds[id].span);
        let spans = interfaces.chain(worlds).chain([package.span]);
        spans.filter_map(|span| self.file_of(span)).collect()
    }

    fn file_of(&self, span: Span) -> Option<FileId> {
        self.resolve.sources.locate(span).map(|(file, _)| file)
    }

    fn open(&mut self, files: BTreeSet<FileId>) {
        for id in files {
            let source = self.resolve.sources.file(id);
            // The text of a binary is made anew at each run: nobody wrote it.
            let is_written = !source.name().ends_with(".wasm") && !source.name().ends_with(".wat");
            self.by_id.insert(id, self.files.len());
            let (comments, strings) = match is_written {
                true => comments(source.text()),
                false => Default::default(),
            };
            self.files.push(LintedFile {
                id,
                text: source.text(),
                name: source.name(),
                base: source.start(),
                is_written,
                comments,
                strings,
                tree: OnceCell::new(),
            });
        }
    }

    fn inline_interfaces(&mut self) {
        let mut inline: BTreeSet<InterfaceId> = BTreeSet::new();
        for &world in &self.worlds {
            for (_, key, item) in self.resolve.externs(world) {
                inline.extend(inline_interface(self.resolve, key, item));
            }
        }
        // What is included from another package stands there.
        let is_here = |&id: &InterfaceId| self.file(self.resolve.interfaces[id].span).is_some();
        let inline: Vec<_> = inline.into_iter().filter(is_here).collect();
        self.interfaces.extend(inline);
    }

    /// The world in whose text a place is.
    ///
    /// What a world includes has its place in the other world.
    pub(crate) fn world_at(&self, span: Span) -> Option<WorldId> {
        let after = self
            .world_starts
            .partition_point(|&(start, _)| start <= span.start);
        let (start, world) = *self.world_starts.get(after.checked_sub(1)?)?;
        let file = self.file_of(span)?;
        (self.file_of(Span::new(start, start)) == Some(file)).then_some(world)
    }

    /// The linted file that a place is in.
    pub(crate) fn file(&self, span: Span) -> Option<&LintedFile<'a>> {
        let position = self.by_id.get(&self.file_of(span)?)?;
        self.files.get(*position)
    }

    /// The name of the package of an interface or world, which some have none of.
    pub(crate) fn package(&self, id: Option<PackageId>) -> Option<&'a Package> {
        Some(&self.resolve.packages[id?])
    }

    /// The packages that have something in a file.
    pub(crate) fn packages_in(&self, file: FileId) -> &[PackageId] {
        self.packages_in.get(&file).map_or(&[], Vec::as_slice)
    }

    /// The package of a file, if it has something of one alone.
    pub(crate) fn package_of(&self, file: FileId) -> Option<&'a Package> {
        match self.packages_in(file) {
            [id] => Some(&self.resolve.packages[*id]),
            _ => None,
        }
    }

    /// Calls `visit` with each named type that a type is made of, down to the first name.
    pub(crate) fn named_parts(&self, ty: Type, visit: &mut dyn FnMut(TypeId)) {
        let Some(id) = ty.id() else { return };
        let def = &self.resolve.types[id];
        if def.name().is_some() {
            visit(id);
        } else {
            def.kind
                .for_each_type(&mut |part| self.named_parts(part, visit));
        }
    }

    /// The types of all interfaces, and those that stand in worlds, with their names in order.
    pub(crate) fn types(&self) -> impl Iterator<Item = TypeId> {
        let interfaces = self.interfaces.iter();
        let here = interfaces.flat_map(|&id| self.resolve.interfaces[id].types.values().copied());
        let worlds = self.worlds.iter();
        here.chain(worlds.flat_map(|&id| self.resolve.world_types(id).map(|(id, _)| id)))
    }

    /// The functions of all interfaces and worlds.
    pub(crate) fn functions(&self) -> impl Iterator<Item = FunctionId> {
        let interfaces = self.interfaces.iter();
        let here =
            interfaces.flat_map(|&id| self.resolve.interfaces[id].functions.values().copied());
        let externs = self.worlds.iter().flat_map(|&id| self.resolve.externs(id));
        here.chain(externs.filter_map(|(_, _, item)| item.function()))
    }
}

fn inline_interface(resolve: &Resolve, key: &WorldKey, item: &WorldItem) -> Option<InterfaceId> {
    let interface = key.name().and(item.interface())?;
    let is_inline = resolve.interfaces[interface.id].name.is_none();
    is_inline.then_some(interface.id)
}

impl<'a> LintedFile<'a> {
    /// Its syntax tree, which only what was found by other means asks for.
    pub(crate) fn tree(&self) -> &ast::File<'a> {
        self.tree
            .get_or_init(|| witc_parser::parse(self.text, self.base, &mut Vec::new()))
    }

    /// The place of a range of bytes.
    pub(crate) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.base + range.start as u32, self.base + range.end as u32)
    }

    /// The byte of a position.
    pub(crate) fn byte(&self, position: u32) -> usize {
        (position.saturating_sub(self.base) as usize).min(self.text.len())
    }
}
