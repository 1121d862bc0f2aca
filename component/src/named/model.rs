//! A component's world as data.

use super::keys::{FunctionKey, TypeKey};
use super::pool::{Pool, Ty};
use bitflags::bitflags;
use semver::Version;
use witc_canonical_abi::compatibility_track;
use witc_resolve::Name;

/// A map in the order of insertion whose entries have numbers. The model's own map is lighter, and knows no positions by
/// insertion.
pub(crate) type Map<K, V> = indexmap::IndexMap<K, V, foldhash::fast::RandomState>;

/// The imports and exports of a component.
#[derive(Clone, Debug, Default)]
pub(crate) struct NamedWorld {
    /// Imports by the name that the component gives them.
    pub(crate) imports: Map<Name, NamedItem>,
    /// Exports by the name that the component gives them.
    pub(crate) exports: Map<Name, NamedItem>,
    /// The types that they are made of.
    pub(crate) types: Pool,
    /// Imports in whose place another stands: a compatible later version.
    pub(crate) replaced: Map<u32, u32>,
    /// The imports that core modules may have, by the module's name and the field's.
    pub(crate) core_imports: Map<String, Map<String, ImportMeaning>>,
    /// The exports of core modules for the component, by name.
    pub(crate) core_exports: Map<String, ExportMeaning>,
}

/// An import or export.
#[derive(Clone, Debug)]
pub(crate) enum NamedItem {
    /// An interface.
    Interface(NamedInterface),
    /// A function.
    Function(NamedFunction),
    /// A type. Worlds only import them.
    Type(NamedDefinition),
}

/// An interface: types and functions under one name.
#[derive(Clone, Debug, Default)]
pub(crate) struct NamedInterface {
    /// Its name outside of this world, if it has one. An interface that goes by a plain name implements it.
    pub(crate) id: Option<InterfaceName>,
    /// Its types by name.
    pub(crate) types: Map<Name, NamedDefinition>,
    /// Its functions by full name, such as `[method]r.f`.
    pub(crate) functions: Map<Name, NamedFunction>,
    /// Its `external-id`.
    pub(crate) external_id: Option<Name>,
}

/// `namespace:package/interface@version`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct InterfaceName {
    /// The part before the `@`.
    pub(crate) path: Name,
    /// The part after the `@`.
    pub(crate) version: Option<Version>,
}

/// A type with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedDefinition {
    /// The type that the name stands for; nothing for a resource.
    pub(crate) ty: Option<Ty>,
    /// Its `external-id`.
    pub(crate) external_id: Option<Name>,
}

/// A function.
#[derive(Clone, Debug)]
pub(crate) struct NamedFunction {
    /// Its full name, such as `[method]r.f`.
    pub(crate) name: Name,
    /// For a static function the index of its resource's name, which its type need not mention.
    pub(crate) static_of: Option<u32>,
    /// Its parameters.
    pub(crate) params: Vec<(Name, Ty)>,
    /// Its result.
    pub(crate) result: Option<Ty>,
    /// Whether it may block.
    pub(crate) is_async: bool,
    /// Its `external-id`.
    pub(crate) external_id: Option<Name>,
    /// How a core module calls it.
    pub(crate) lowered: Signature,
    /// How a core module implements it.
    pub(crate) lifted: Signature,
    /// How it looks by the async ABI.
    pub(crate) by_async: AsyncSignatures,
}

/// A function by the async ABI, as a core module sees it.
#[derive(Clone, Debug)]
pub(crate) struct AsyncSignatures {
    /// How a core module calls it.
    pub(crate) lowered: Signature,
    /// How a core module implements it with a callback; without one there is no result.
    pub(crate) lifted: Signature,
    /// How a core module returns the result of its implementation.
    pub(crate) task_return: Signature,
}

/// A function as a core module sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Its core type.
    pub(crate) ty: wasmparser::FuncType,
    /// The canonical options that it cannot do without.
    pub(crate) needs: Needs,
}

bitflags! {
    /// Canonical options (`CanonicalABI.md`, "Canonical ABI Options").
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub(crate) struct Needs: u8 {
        /// A memory.
        const MEMORY = 1;
        /// A function that allocates memory.
        const REALLOC = 2;
        /// How strings are encoded.
        const ENCODING = 4;
        /// The main module's table of functions. It is no option, but like a memory it is there only after the module.
        const TABLE = 8;
    }
}

/// The meaning of a core module's import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ImportMeaning {
    /// An imported function.
    Function(FunctionKey),
    /// `resource.drop`
    Drop(TypeKey),
    /// `resource.new`
    New(TypeKey),
    /// `resource.rep`
    Rep(TypeKey),
    /// `task.return` of an exported function.
    TaskReturn(FunctionKey),
}

/// The meaning of a core module's export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ExportMeaning {
    /// An exported function.
    Function(FunctionKey),
    /// The function that frees the result of an exported function.
    PostReturn(FunctionKey),
    /// The function that destroys the representation of an exported resource.
    Destructor(TypeKey),
}

impl InterfaceName {
    /// The id with its whole version.
    pub(crate) fn full(&self) -> Name {
        match &self.version {
            Some(version) => ecow::eco_format!("{}@{version}", self.path),
            None => self.path.clone(),
        }
    }

    /// The id with what compatibility depends on of its version, and the rest of the version.
    pub(crate) fn canonical(&self) -> (Name, Option<String>) {
        let Some(version) = &self.version else {
            return (self.path.clone(), None);
        };
        let (track, rest) = compatibility_track(version);
        (ecow::eco_format!("{}@{track}", self.path), rest)
    }
}

impl NamedDefinition {
    /// Whether this is a resource.
    pub(crate) fn is_resource(&self) -> bool {
        self.ty.is_none()
    }
}

impl NamedItem {
    /// The interface, if it is one, to change it.
    pub(crate) fn interface_mut(&mut self) -> Option<&mut NamedInterface> {
        match self {
            Self::Interface(interface) => Some(interface),
            Self::Function(_) | Self::Type(_) => None,
        }
    }

    /// The function, if it is one.
    pub(crate) fn function(&self) -> Option<&NamedFunction> {
        match self {
            Self::Function(function) => Some(function),
            Self::Interface(_) | Self::Type(_) => None,
        }
    }

    /// The interface, if it is one.
    pub(crate) fn interface(&self) -> Option<&NamedInterface> {
        match self {
            Self::Interface(interface) => Some(interface),
            Self::Function(_) | Self::Type(_) => None,
        }
    }

    /// The type, if it is one.
    pub(crate) fn ty(&self) -> Option<&NamedDefinition> {
        match self {
            Self::Type(definition) => Some(definition),
            Self::Interface(_) | Self::Function(_) => None,
        }
    }
}

impl ExportMeaning {
    /// The function that the export implements, if it does.
    pub(crate) fn function(self) -> Option<FunctionKey> {
        match self {
            Self::Function(key) => Some(key),
            Self::PostReturn(_) | Self::Destructor(_) => None,
        }
    }
}
