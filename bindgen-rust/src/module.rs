//! The text of one module as it is written: what it has so far, and what it needs of others.

use crate::context::Context;
use crate::head::Head;
use crate::helpers::Helpers;
use crate::rust_type::RustType;
use witc_bindgen_core::{IndentedText, ModuleId, NameScope};
use witc_canonical_abi::CoreType;
use witc_resolve::{Function, TypeId};

/// A core function that a module imports.
pub(crate) struct CoreImport {
    /// The module that it comes from.
    pub(crate) module: String,
    /// Its name there.
    pub(crate) link: String,
    /// Its name here.
    pub(crate) name: String,
    pub(crate) params: Vec<CoreType>,
    pub(crate) result: Option<CoreType>,
}

/// A core function that the `export!` macro exports.
pub(crate) struct CoreExport {
    /// Its symbol.
    pub(crate) symbol: String,
    /// The path of the function that it calls, from the root of the output.
    pub(crate) path: String,
    /// The type that this function is generic over, if it is.
    pub(crate) implementor: Option<Implementor>,
    pub(crate) params: Vec<CoreType>,
    pub(crate) result: Option<CoreType>,
}

/// A type of the guest that implements an exported trait.
pub(crate) enum Implementor {
    /// The one that the `export!` macro gets.
    Guest,
    /// The one that it names for a resource of a module.
    Resource {
        /// The path of the module from the root of the output.
        module: String,
        /// The name of the resource's type.
        name: String,
    },
}

/// Writes one module.
pub(crate) struct ModuleWriter<'w, 'c> {
    pub(crate) cx: &'c Context<'c>,
    pub(crate) helpers: &'w mut Helpers<'c>,
    pub(crate) module: ModuleId,
    pub(crate) source: IndentedText,
    pub(crate) imports: Vec<CoreImport>,
    pub(crate) exports: Vec<CoreExport>,
    /// Names of what the module imports and exports.
    symbols: NameScope,
    /// The names of what the module declares for others: types, traits and functions, in order.
    pub(crate) public: Vec<String>,
    /// The names of what it declares besides where the target is not WebAssembly.
    pub(crate) on_host: Vec<String>,
}

impl<'w, 'c> ModuleWriter<'w, 'c> {
    pub(crate) fn new(cx: &'c Context<'c>, helpers: &'w mut Helpers<'c>, module: ModuleId) -> Self {
        Self {
            cx,
            helpers,
            module,
            source: IndentedText::at(cx.path(module).len()),
            imports: Vec::new(),
            exports: Vec::new(),
            symbols: NameScope::new(),
            public: Vec::new(),
            on_host: Vec::new(),
        }
    }

    /// The functions of a resource, or those of none, without those that are to be skipped.
    pub(crate) fn functions(&self, resource: Option<TypeId>) -> Vec<&'c Function> {
        let functions = self.cx.functions_of(self.module, resource);
        let functions = functions.iter().copied();
        functions
            .filter(|function| !self.cx.skips(function))
            .collect()
    }

    /// A name for a core function.
    pub(crate) fn symbol(&mut self, prefix: &str, word: &str) -> String {
        self.symbols.take(format!("_{prefix}_{word}"))
    }

    /// Declares what is imported, grouped by where it comes from.
    pub(crate) fn core_imports(&mut self) {
        let imports = std::mem::take(&mut self.imports);
        // A list in order of first use: there are two or three, and the output has to be the same
        // every time.
        let mut modules: Vec<&str> = Vec::new();
        for import in &imports {
            if !modules.contains(&import.module.as_str()) {
                modules.push(&import.module);
            }
        }
        for module in modules {
            self.source.gap();
            self.source.block("_rt::import!", "", |source| {
                source.lines(format!("{module:?};"));
                for import in imports.iter().filter(|import| import.module == module) {
                    Head::new(format!("{:?} fn {}", import.link, import.name))
                        .core_types(&import.params)
                        .result(import.result.map(RustType::core))
                        .declare(source);
                }
            });
        }
    }
}
