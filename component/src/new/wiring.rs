//! What the imports and exports of a core module mean, as data.

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

/// What a core module imports from one other, by name.
pub(super) type Fields<'a> = Vec<(Cow<'a, str>, WiredImport<'a>)>;

/// What the imports and exports of a core module mean.
#[derive(Debug, Default)]
pub(super) struct Wiring<'a> {
    /// The modules that it imports from, in order, with what it imports from each.
    pub(super) imports: Vec<(&'a str, Fields<'a>)>,
    /// The type of the memory that it imports.
    pub(super) memory: Option<MemoryType>,
    /// What it exports.
    pub(super) exports: Exports<'a>,
}

/// What an import stands for.
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

impl WiredImport<'_> {
    /// The type of the base of thread-local storage, if this is about it.
    pub(super) fn tls_base(&self) -> Option<ValType> {
        match self {
            Self::TlsBase(ty) | Self::SetTlsBase(ty) => Some(*ty),
            _ => None,
        }
    }
}

/// What the exports of a module mean.
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

    /// What continues a function, where it is implemented so.
    pub(super) fn callback(&self, key: FunctionKey) -> Option<&'a str> {
        let implementation = self.functions.get(&key)?;
        let callback = self.callbacks.get(&key).copied();
        callback.filter(|_| implementation.convention == Convention::Async)
    }

    /// What allocates the results of imports.
    pub(super) fn import_realloc(&self) -> Option<&'a str> {
        self.special(Special::ImportRealloc)
            .or_else(|| self.special(Special::Realloc))
    }

    /// What allocates the parameters of exports.
    pub(super) fn export_realloc(&self) -> Option<&'a str> {
        self.special(Special::ExportRealloc)
            .or_else(|| self.special(Special::Realloc))
    }

    /// What allocates for adapters.
    pub(super) fn adapter_realloc(&self) -> Option<&'a str> {
        self.special(Special::AdapterRealloc)
            .or_else(|| self.special(Special::Realloc))
    }
}
