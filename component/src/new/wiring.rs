//! The meaning of the imports and exports of a core module, as data.

use super::canon::Canon;
use crate::core_names::Special;
use crate::named::{FunctionKey, NamedFunction, TypeKey};
use std::borrow::Cow;
use std::collections::HashMap;
use wasm_encoder::ExportKind;
use wasmparser::{FuncType, MemoryType, ValType};
use witc_canonical_abi::Convention;

type HashMapOf<K, V> = HashMap<K, V, foldhash::fast::RandomState>;
type IndexMapOf<K, V> = indexmap::IndexMap<K, V, foldhash::fast::RandomState>;

/// The imports of a core module from one other, by name.
pub(super) type Fields<'a> = Vec<(Cow<'a, str>, WiredImport<'a>)>;

/// The meaning of the imports and exports of a core module.
#[derive(Debug, Default)]
pub(super) struct Wiring<'a> {
    /// The modules that it imports from, in order, with what it imports from each.
    pub(super) imports: Vec<(&'a str, Fields<'a>)>,
    /// The type of the memory that it imports.
    pub(super) memory: Option<MemoryType>,
    /// Its exports.
    pub(super) exports: Exports<'a>,
}

/// The meaning of an import.
#[derive(Clone, Debug)]
pub(super) enum WiredImport<'a> {
    /// A function of the canonical ABI.
    Canon(Canon),
    /// `resource.drop`, of an imported or an exported resource.
    Drop(TypeKey),
    /// `resource.new`
    New(TypeKey),
    /// `resource.rep`
    Rep(TypeKey),
    /// A function of the adapter with this number.
    Adapter {
        adapter: usize,
        function: &'a str,
        ty: FuncType,
    },
    /// The main module's memory.
    Memory,
    /// Reads the base of thread-local storage, of this type, which the component keeps.
    TlsBase(ValType),
    /// Sets it.
    SetTlsBase(ValType),
    /// An export of the main module.
    Main { name: &'a str, kind: ExportKind },
}

impl<'a> WiredImport<'a> {
    /// The function of an adapter, if it is one: the adapter's number, the function's name and type.
    pub(super) fn adapter(&self) -> Option<(usize, &'a str, &FuncType)> {
        match self {
            Self::Adapter {
                adapter,
                function,
                ty,
            } => Some((*adapter, function, ty)),
            Self::Canon(_)
            | Self::Drop(_)
            | Self::New(_)
            | Self::Rep(_)
            | Self::Memory
            | Self::TlsBase(_)
            | Self::SetTlsBase(_)
            | Self::Main { .. } => None,
        }
    }

    /// The function of the canonical ABI, if it is one.
    pub(super) fn canon(&self) -> Option<Canon> {
        match self {
            Self::Canon(canon) => Some(*canon),
            Self::Drop(_)
            | Self::New(_)
            | Self::Rep(_)
            | Self::Adapter { .. }
            | Self::Memory
            | Self::TlsBase(_)
            | Self::SetTlsBase(_)
            | Self::Main { .. } => None,
        }
    }

    /// The type of the base of thread-local storage, if this is about it.
    pub(super) fn tls_base(&self) -> Option<ValType> {
        match self {
            Self::TlsBase(ty) | Self::SetTlsBase(ty) => Some(*ty),
            Self::Canon(_)
            | Self::Drop(_)
            | Self::New(_)
            | Self::Rep(_)
            | Self::Adapter { .. }
            | Self::Memory
            | Self::Main { .. } => None,
        }
    }
}

/// The meaning of the exports of a module.
#[derive(Debug, Default)]
pub(super) struct Exports<'a> {
    /// The functions that it implements, in order.
    pub(super) functions: IndexMapOf<FunctionKey, Implementation<'a>>,
    /// The core names of what is called after each function.
    pub(super) post_returns: HashMapOf<FunctionKey, &'a str>,
    /// The core names of what continues each function.
    pub(super) callbacks: HashMapOf<FunctionKey, &'a str>,
    /// The core names of destructors, in order.
    pub(super) destructors: IndexMapOf<TypeKey, &'a str>,
    /// The core names of exports with meanings of their own.
    pub(super) special: HashMapOf<Special, &'a str>,
    /// Its memory.
    pub(super) memory: Option<(&'a str, MemoryType)>,
    /// Whether it has a table of functions for others.
    pub(super) table: bool,
}

/// How a function is implemented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Implementation<'a> {
    /// The core name.
    pub(super) name: &'a str,
    /// The ABI.
    pub(super) convention: Convention,
}

impl Implementation<'_> {
    /// The core type of what implements `function`.
    pub(super) fn ty(&self, function: &NamedFunction) -> FuncType {
        match self.convention {
            Convention::Sync => function.lifted.ty.clone(),
            Convention::Async => function.by_async.lifted.ty.clone(),
            Convention::AsyncStackful => {
                // Without a callback there is no code to return (CanonicalABI.md, `canon lift`).
                FuncType::new(function.by_async.lifted.ty.params().iter().copied(), [])
            }
        }
    }
}

/// The core type of what continues a function.
pub(super) fn callback_type() -> FuncType {
    FuncType::new([ValType::I32; 3], [ValType::I32])
}

impl<'a> Exports<'a> {
    /// The core name of a special export.
    pub(super) fn special(&self, special: Special) -> Option<&'a str> {
        self.special.get(&special).copied()
    }

    /// The callback that continues a function, where it is implemented with one.
    pub(super) fn callback(&self, key: FunctionKey) -> Option<&'a str> {
        let implementation = self.functions.get(&key)?;
        let callback = self.callbacks.get(&key).copied();
        callback.filter(|_| implementation.convention.has_callback())
    }

    /// The function that allocates the results of imports.
    pub(super) fn import_realloc(&self) -> Option<&'a str> {
        self.special(Special::ImportRealloc)
            .or_else(|| self.special(Special::Realloc))
    }

    /// The function that allocates the parameters of exports.
    pub(super) fn export_realloc(&self) -> Option<&'a str> {
        self.special(Special::ExportRealloc)
            .or_else(|| self.special(Special::Realloc))
    }

    /// The function that allocates for adapters.
    pub(super) fn adapter_realloc(&self) -> Option<&'a str> {
        self.special(Special::AdapterRealloc)
            .or_else(|| self.special(Special::Realloc))
    }
}
