//! Changes from one version to the next, and whom they break.

use std::fmt;
use witc_diagnostics::Span;
use witc_resolve::Direction;

/// The severity of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Only documentation or gates change.
    Docs,
    /// Components made for the old version work with the new one.
    Compatible,
    /// Components made for the old version may not work with the new one.
    Breaking,
}

impl Class {
    /// `breaking`, `compatible` or `docs`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Docs => "docs",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        }
    }
}

/// A kind of member that definitions have lists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberKind {
    /// A parameter of a function.
    Param,
    /// A field of a record.
    Field,
    /// A case of a variant.
    Case,
    /// A case of an enum.
    EnumCase,
    /// A flag.
    Flag,
}

impl MemberKind {
    /// `parameter`, `field`, …
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Param => "parameter",
            Self::Field => "field",
            Self::Case => "case",
            Self::EnumCase => "enum case",
            Self::Flag => "flag",
        }
    }

    fn plural(self) -> &'static str {
        match self {
            Self::Param => "parameters",
            Self::Field => "fields",
            Self::Case => "cases",
            Self::EnumCase => "enum cases",
            Self::Flag => "flags",
        }
    }
}

/// Items that can come and go as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangedItem {
    /// An interface of a package.
    Interface,
    /// A world of a package.
    World,
    /// An import of a world.
    Import,
    /// An export of a world.
    Export,
    /// A function of an interface.
    Function,
    /// A type of an interface or a world.
    Type,
    /// The result of a function.
    Result,
    /// Something in a list.
    Member(MemberKind),
}

impl ChangedItem {
    /// Its word in messages: `interface`, `field`, …
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Interface => "interface",
            Self::World => "world",
            Self::Import => "import",
            Self::Export => "export",
            Self::Function => "function",
            Self::Type => "type",
            Self::Result => "result",
            Self::Member(part) => part.word(),
        }
    }
}

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Something is new.
    Added(ChangedItem),
    /// Something is gone.
    Removed(ChangedItem),
    /// Something in a list has another name.
    Renamed(MemberKind),
    /// A list is in another order.
    Reordered(MemberKind),
    /// Something in a list, or a result, has another type.
    Retyped(ChangedItem),
    /// A type is defined as something else: a record is a variant now, an alias stands for another type.
    Redefined,
    /// A function became `async`, or no longer is.
    Async,
    /// The documentation says something else.
    Docs,
    /// A gate says something else: `@since`, `@unstable`, `@deprecated`.
    Gate,
    /// The text of an `@external-id` is another.
    ExternalId,
    /// An import or export is a compatible version of the interface.
    Version(ChangedItem),
    /// An export has resources of another side: those that are imported in place of exported ones, or the reverse. The
    /// side is that of the new version.
    Side(Direction),
}

impl ChangeKind {
    /// Whether the change breaks components on a side: those that import what changed, or those that export it.
    #[must_use]
    pub fn breaks(self, side: Direction) -> bool {
        let importing = side.is_import();
        match self {
            // An importer may use less than there is, and an exporter has to provide all of it: so the two
            // sides are opposites.
            Self::Added(ChangedItem::Function | ChangedItem::Type) => !importing,
            Self::Removed(ChangedItem::Function | ChangedItem::Type) => importing,
            // Imports and exports belong to a world, which is seen by its components: they may import less and
            // export more.
            Self::Added(ChangedItem::Import | ChangedItem::Interface | ChangedItem::World)
            | Self::Removed(ChangedItem::Export) => false,
            Self::Removed(ChangedItem::Import | ChangedItem::Interface | ChangedItem::World)
            | Self::Added(ChangedItem::Export) => true,
            Self::Added(ChangedItem::Member(_) | ChangedItem::Result)
            | Self::Removed(ChangedItem::Member(_) | ChangedItem::Result)
            | Self::Renamed(_)
            | Self::Reordered(_)
            | Self::Retyped(_)
            | Self::Redefined
            | Self::Async
            | Self::Side(_) => true,
            Self::Docs | Self::Gate | Self::ExternalId | Self::Version(_) => false,
        }
    }

    /// The severity of the change on a side.
    #[must_use]
    pub fn class(self, side: Direction) -> Class {
        match self {
            // An `@external-id` is not among these: hosts use it to find what they supply (Explainer.md,
            // "Import and Export Definitions").
            Self::Docs | Self::Gate => Class::Docs,
            Self::Added(_)
            | Self::Removed(_)
            | Self::Renamed(_)
            | Self::Reordered(_)
            | Self::Retyped(_)
            | Self::Redefined
            | Self::Async
            | Self::ExternalId
            | Self::Version(_)
            | Self::Side(_) => match self.breaks(side) {
                true => Class::Breaking,
                false => Class::Compatible,
            },
        }
    }

    /// The rule that says what the change comes to on a side.
    #[must_use]
    pub fn rule(self, side: Direction) -> &'static str {
        let importing = side.is_import();
        match self {
            Self::Added(ChangedItem::Function | ChangedItem::Type) if importing => {
                "a component that imports an interface need not use all of it"
            }
            Self::Added(ChangedItem::Function | ChangedItem::Type) => {
                "a component that exports an interface has to provide all of it, and older components lack what is new"
            }
            Self::Removed(ChangedItem::Function | ChangedItem::Type) if importing => {
                "a component that imports an interface may use all that it has, and older components may use what is gone"
            }
            Self::Removed(ChangedItem::Function | ChangedItem::Type) => {
                "a component that exports an interface may provide more than is asked for"
            }
            Self::Added(ChangedItem::Import) => "a component need not use all imports of its world",
            Self::Removed(ChangedItem::Import) => {
                "older components may use the import that is gone"
            }
            Self::Added(ChangedItem::Export) => "older components lack the export that is new",
            Self::Removed(ChangedItem::Export) => {
                "a component may export more than its world asks for"
            }
            Self::Added(ChangedItem::Interface | ChangedItem::World) => {
                "nothing could depend on what was not there"
            }
            Self::Removed(ChangedItem::Interface | ChangedItem::World) => {
                "what was there may have been depended on"
            }
            Self::Added(ChangedItem::Member(MemberKind::Param) | ChangedItem::Result)
            | Self::Removed(ChangedItem::Member(MemberKind::Param) | ChangedItem::Result)
            | Self::Retyped(ChangedItem::Member(MemberKind::Param) | ChangedItem::Result)
            | Self::Reordered(MemberKind::Param)
            | Self::Async => "both sides of a call must agree on the function's whole type",
            // The arms about parameters come first: those below take every other kind of member.
            Self::Renamed(MemberKind::Param) => "names of parameters are part of a function's type",
            Self::Renamed(_)
            | Self::Added(_)
            | Self::Removed(_)
            | Self::Reordered(_)
            | Self::Retyped(_)
            | Self::Redefined => {
                "values cross the boundary as the whole type says: both sides must agree on it"
            }
            Self::Docs | Self::Gate | Self::ExternalId => "no component depends on it",
            Self::Version(_) => {
                "versions that are compatible by their numbers stand for each other"
            }
            Self::Side(_) => {
                "an imported resource and an exported one are different types, even if their interface is the same"
            }
        }
    }
}

impl ChangeKind {
    /// The kind in one word, as machines want it: `parameter-added`.
    #[must_use]
    pub fn id(self) -> String {
        self.to_string().replace(' ', "-")
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added(item) => write!(f, "{} added", item.word()),
            Self::Removed(item) => write!(f, "{} removed", item.word()),
            Self::Renamed(part) => write!(f, "{} renamed", part.word()),
            Self::Reordered(part) => write!(f, "{} reordered", part.plural()),
            Self::Retyped(item) => write!(f, "type of {} changed", item.word()),
            Self::Redefined => f.write_str("type redefined"),
            Self::Async => f.write_str("async changed"),
            Self::Docs => f.write_str("docs changed"),
            Self::Gate => f.write_str("gate changed"),
            Self::ExternalId => f.write_str("external-id changed"),
            Self::Version(item) => write!(f, "version of {} changed", item.word()),
            Self::Side(_) => f.write_str("side of resource changed"),
        }
    }
}

/// One side of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// It, in a line of WIT.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Definition {
    pub(crate) fn new(text: impl Into<String>, span: Span) -> Self {
        Self {
            text: text.into(),
            span,
        }
    }
}

/// A difference between two versions of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind of change.
    pub kind: ChangeKind,
    /// The item that changed: `` record `point` ``; empty for a whole package or world.
    pub subject: String,
    /// The name of what came, went or changed in there: that of a field, say; that of the export where a resource changes
    /// its side.
    pub name: String,
    /// The place that it is part of: `` interface `a:b/c` ``, `` world `w` ``.
    pub place: String,
    /// The old definition, if there is one.
    pub old: Option<Definition>,
    /// The new one.
    pub new: Option<Definition>,
}

impl Change {
    /// The change in a sentence: what is in `old` and what is in `new`, which go by these words.
    #[must_use]
    pub fn describe(&self, old: &str, new: &str) -> String {
        let (name, place) = (&self.name, &self.place);
        let subject = match (self.subject.as_str(), place.as_str()) {
            // A change of a whole package or world has no subject, and one of a world's own item no place.
            ("", place) => place.to_owned(),
            (subject, "") => subject.to_owned(),
            (subject, place) => format!("{subject} of {place}"),
        };
        match self.kind {
            ChangeKind::Added(ChangedItem::Function | ChangedItem::Type) => {
                format!("{name} of {place} is only in {new}")
            }
            ChangeKind::Removed(ChangedItem::Function | ChangedItem::Type) => {
                format!("{name} of {place} is only in {old}")
            }
            ChangeKind::Added(ChangedItem::Result) => {
                let is = text(self.new.as_ref());
                format!("{subject} has no result in {old}, and `{is}` in {new}")
            }
            ChangeKind::Removed(ChangedItem::Result) => {
                let was = text(self.old.as_ref());
                format!("{subject} has the result `{was}` in {old}, and none in {new}")
            }
            ChangeKind::Added(item) => {
                format!("{subject} has the {} `{name}` only in {new}", item.word())
            }
            ChangeKind::Removed(item) => {
                format!("{subject} has the {} `{name}` only in {old}", item.word())
            }
            ChangeKind::Docs => format!("the documentation of {subject} differs"),
            ChangeKind::ExternalId => format!("the `@external-id` of {subject} differs"),
            ChangeKind::Side(side) => {
                let (was, is) = match side {
                    Direction::Import => ("exported", "imported"),
                    Direction::Export => ("imported", "exported"),
                };
                let user = match place.as_str() {
                    "" => format!("export `{name}`"),
                    place => format!("export `{name}` of {place}"),
                };
                let used = &self.subject;
                format!("{user} has {used}, which is {was} in {old}, and {is} in {new}")
            }
            ChangeKind::Renamed(_)
            | ChangeKind::Reordered(_)
            | ChangeKind::Retyped(_)
            | ChangeKind::Redefined
            | ChangeKind::Async
            | ChangeKind::Gate
            | ChangeKind::Version(_) => self.describe_both(&subject, old, new),
        }
    }

    /// A change of something that both sides have, in a sentence.
    fn describe_both(&self, subject: &str, old: &str, new: &str) -> String {
        let (was, is) = (text(self.old.as_ref()), text(self.new.as_ref()));
        // Most of the sentences below end like this.
        let differ = format!("is `{was}` in {old}, and `{is}` in {new}");
        match self.kind {
            ChangeKind::Renamed(kind) => {
                let word = kind.word();
                format!("the {word} `{was}` of {subject} in {old} is called `{is}` in {new}")
            }
            ChangeKind::Reordered(kind) => {
                let word = kind.plural();
                format!(
                    "the {word} of {subject} are in another order: {was} in {old}, {is} in {new}"
                )
            }
            ChangeKind::Gate => {
                format!("the gates of {subject} differ: {was} in {old}, {is} in {new}")
            }
            ChangeKind::Retyped(ChangedItem::Result) => {
                format!("the result of {subject} {differ}")
            }
            ChangeKind::Retyped(item) => {
                format!("the {} `{}` of {subject} {differ}", item.word(), self.name)
            }
            ChangeKind::Version(item) => format!("the {} of {subject} {differ}", item.word()),
            ChangeKind::Redefined
            | ChangeKind::Async
            | ChangeKind::Added(_)
            | ChangeKind::Removed(_)
            | ChangeKind::Docs
            | ChangeKind::ExternalId
            | ChangeKind::Side(_) => format!("{subject} {differ}"),
        }
    }
}

/// The text of a side; a side that has nothing has none.
fn text(side: Option<&Definition>) -> &str {
    side.map_or("", |side| side.text.as_str())
}
