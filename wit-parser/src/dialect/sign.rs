//! What shows that a file is in an older dialect.

/// What shows that a file is in an older dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Function,
    Expected,
    Unit,
    Homeless,
    UseFrom,
    Handle,
    Union,
    StaticFirst,
    Semicolon,
    Float,
    NamedResults,
    Default,
    DefaultExport,
    Path,
    TypeResource,
    Name,
}

impl Sign {
    /// When this was WIT for the last time, more or less.
    pub(super) fn year(self) -> u16 {
        match self {
            Self::Function
            | Self::Expected
            | Self::Unit
            | Self::Homeless
            | Self::UseFrom
            | Self::Handle
            | Self::Union
            | Self::StaticFirst => 2021,
            Self::Semicolon
            | Self::Float
            | Self::NamedResults
            | Self::Default
            | Self::DefaultExport
            | Self::Path
            | Self::TypeResource
            | Self::Name => 2023,
        }
    }

    /// What is written today.
    pub(super) fn today(self) -> &'static str {
        match self {
            Self::Function => "this is `func` today",
            Self::Expected => "this is `result` today",
            Self::Unit => "a function without a result has no `->` today",
            Self::Homeless => "this goes into an `interface` today",
            Self::UseFrom => "this is `use a.{b};` today",
            Self::Handle => "this is the resource's name or `borrow<…>` today",
            Self::Union => "this is a `variant` today, whose cases have names",
            Self::StaticFirst => "`static` comes before `func` today",
            Self::Semicolon => "a `;` ends this today",
            Self::Float => "this is `f32` or `f64` today",
            Self::NamedResults => "a function has one result without a name today",
            Self::Default => "there is no `default` today",
            Self::DefaultExport => "a world has no default export today",
            Self::Path => "this is the name alone today, or `namespace:package/name`",
            Self::TypeResource => "this is `resource a;`",
            Self::Name => "the words of a name are joined by `-`",
        }
    }
}
