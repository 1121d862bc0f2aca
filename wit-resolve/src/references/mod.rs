//! References: where each name of the text is used, and what it means.
//!
//! They are kept if [`Options::references`](crate::Options::references) asks for them, for editors: a compiler has no need
//! of them. Every identifier of the text that has a meaning is one [`Occurrence`]; keywords, attributes and versions are
//! none. Where something is wrong, what does have a meaning is there nonetheless.
//!
//! To rename what an occurrence names is to replace the text of all its occurrences. For that, names that have to stay the
//! same are one [`Definition`]: the getter and the setter of a property, an import and an export of one plain name, a type
//! and what `use` without `as` makes of it. `use … as …` and `include … with { … as … }` define names of their own.
//!
//! ```
//! use witc_resolve::{DefinitionKind, Loader};
//!
//! let text = "package my:app; interface a { type t = u8; } interface b { use a.{t}; f: func(x: t); }";
//! let loaded = Loader::new().text("a.wit", text).references().load();
//! let (references, sources) = (loaded.references.unwrap(), &loaded.resolve.sources);
//! let (_, file) = sources.files().next().unwrap();
//! let occurrence = references.at(file, text.rfind("t);").unwrap()).unwrap();
//! let definition = &references[occurrence.definition];
//! assert_eq!((definition.kind, definition.name.as_str()), (DefinitionKind::Type, "t"));
//! assert_eq!(definition.span.start as usize, text.find("t = u8").unwrap());
//! assert_eq!(references.occurrences_of(occurrence.definition).count(), 3);
//! ```

mod collect;
mod declare;
mod entities;
mod link;
mod lookup;
mod passes;
mod scopes;

pub(crate) use passes::collect;

use crate::{FunctionId, InterfaceId, Name, PackageId, TypeId, WorldId};
use std::ops::Index;
use witc_diagnostics::{SourceFile, Span};

/// The number of a [`Definition`] in its [`References`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DefinitionId(u32);

/// Something that has a name in the text.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its name, without `%`.
    pub name: Name,
    /// Its kind.
    pub kind: DefinitionKind,
    /// The place of its definition: the first of its occurrences that define it. A feature is defined where it is first named.
    pub span: Span,
    /// The same in the model. Nothing if it is not there: it is no item of the model's, or a mistake or a feature that is
    /// not active keeps it out.
    pub entity: Option<Entity>,
}

/// The kinds of things that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DefinitionKind {
    /// The namespace of a package, `a` of `a:b`. Each package has its own, although others may be called the same.
    Namespace,
    /// A package, `b` of `a:b`.
    Package,
    /// An interface.
    Interface,
    /// A world.
    World,
    /// A type, or what `use … as …` makes of it.
    Type,
    /// A function, or the accessors of a property.
    Function,
    /// A parameter of a function.
    Param,
    /// A field of a record.
    Field,
    /// A case of a variant or enum.
    Case,
    /// A flag.
    Flag,
    /// The plain name of an interface that a world imports or exports.
    Extern,
    /// The name that `use … as …` at the top level gives an interface within its file.
    FileName,
    /// The name that `include … with { … as … }` gives something.
    Renamed,
    /// The feature of an `@unstable`.
    Feature,
}

/// Something in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entity {
    /// A package.
    Package(PackageId),
    /// An interface.
    Interface(InterfaceId),
    /// A world.
    World(WorldId),
    /// A type with a name.
    Type(TypeId),
    /// A function.
    Function(FunctionId),
    /// A parameter of a function, by its position.
    Param(FunctionId, usize),
    /// A field, case or flag of a type, by its position.
    Member(TypeId, usize),
}

/// An identifier in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its place, without `%`.
    pub span: Span,
    /// The definition that it names.
    pub definition: DefinitionId,
}

/// All occurrences of names, and the definitions that they name.
#[derive(Clone, Debug, Default)]
pub struct References {
    definitions: Vec<Definition>,
    /// In the order of the text.
    occurrences: Vec<Occurrence>,
    /// The positions in `occurrences`, sorted by what they name.
    by_definition: Vec<u32>,
}

impl References {
    fn new(definitions: Vec<Definition>, mut occurrences: Vec<Occurrence>) -> Self {
        occurrences.sort_by_key(|occurrence| occurrence.span);
        let mut by_definition: Vec<u32> = (0..occurrences.len() as u32).collect();
        // The sort is stable, so that the occurrences of one definition stay in the order of the
        // text.
        by_definition.sort_by_key(|&index| occurrences[index as usize].definition);
        Self {
            definitions,
            occurrences,
            by_definition,
        }
    }

    /// All definitions.
    pub fn definitions(&self) -> impl ExactSizeIterator<Item = (DefinitionId, &Definition)> {
        let numbered = self.definitions.iter().enumerate();
        numbered.map(|(index, definition)| (DefinitionId(index as u32), definition))
    }

    /// All occurrences in a file, in the order of the text.
    #[must_use]
    pub fn in_file(&self, file: &SourceFile) -> &[Occurrence] {
        let Span { start, end } = file.span();
        let position = |at: u32| {
            self.occurrences
                // Files have consecutive places in the map of sources, so that those of one file
                // are one piece of the list.
                .partition_point(|occurrence| occurrence.span.start < at)
        };
        &self.occurrences[position(start)..position(end)]
    }

    /// The occurrence at a byte of a file, or that ends there: a cursor after a name is at it.
    #[must_use]
    pub fn at(&self, file: &SourceFile, byte: usize) -> Option<&Occurrence> {
        let position = file.start().checked_add(u32::try_from(byte).ok()?)?;
        let after = self
            .occurrences
            .partition_point(|occurrence| occurrence.span.start <= position);
        let found = &self.occurrences[after.checked_sub(1)?];
        (position <= found.span.end).then_some(found)
    }

    /// All occurrences of what is defined, over all files, in the order of the text.
    pub fn occurrences_of(&self, definition: DefinitionId) -> impl Iterator<Item = &Occurrence> {
        let of = |index: &u32| &self.occurrences[*index as usize];
        let first = self
            .by_definition
            .partition_point(|index| of(index).definition < definition);
        self.by_definition[first..]
            .iter()
            .map(of)
            .take_while(move |occurrence| occurrence.definition == definition)
    }

    /// The definition of something in the model; nothing if no text defines it.
    #[must_use]
    pub fn definition_of(&self, entity: Entity) -> Option<DefinitionId> {
        let is_it = |definition: &Definition| definition.entity == Some(entity);
        let found = self.definitions.iter().position(is_it)?;
        Some(DefinitionId(found as u32))
    }
}

impl Index<DefinitionId> for References {
    type Output = Definition;

    fn index(&self, id: DefinitionId) -> &Definition {
        &self.definitions[id.0 as usize]
    }
}
