//! The findings of the walk, as data.

/// The instances of a component that have code, and what connects them with each other and with the outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instances {
    /// The instances, in the order in which they come to be.
    pub instances: Vec<CodeInstance>,
    /// The things that instances take, in the order in which they are found.
    pub links: Vec<Link>,
    /// The names of the interfaces and functions that the whole imports.
    pub imports: Vec<String>,
    /// The exports of the whole.
    pub exports: Vec<Export>,
}

/// An instance of a component that has core modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeInstance {
    /// How many instances were made before it, those without code included; 0 for the whole.
    pub number: usize,
    /// The name of its component in the name section.
    pub name: Option<String>,
    /// Its core modules.
    pub modules: Vec<CoreModuleInfo>,
}

/// A core module in a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoreModuleInfo {
    /// Its name in the name section.
    pub name: Option<String>,
    /// Its size in bytes.
    pub size: u64,
}

/// Something that an instance takes from outside or from another instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The position of the instance that takes it.
    pub user: usize,
    /// The name that the instance has for it.
    pub import: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where something comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// An import of the whole, by name.
    Outside(String),
    /// An export of the instance at this position, by name; without a name where it is not known under one.
    Instance(usize, String),
}

impl Origin {
    /// The position of the instance that it is an export of, if it is one.
    #[must_use]
    pub fn instance(&self) -> Option<usize> {
        match self {
            Self::Instance(position, _) => Some(*position),
            Self::Outside(_) => None,
        }
    }
}

/// An export of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Its name.
    pub name: String,
    /// Its origins: usually one, several where it is put together.
    pub origins: Vec<Origin>,
}
