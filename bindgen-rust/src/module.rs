//! The text of one module: types, resources, functions, and the imports that they call.

use crate::context::Context;
use crate::export;
use crate::helpers::Helpers;
use crate::import;
use crate::mock;
use crate::resource;
use crate::types;
use witc_bindgen_core::{ModuleId, Scope, Source};
use witc_canonical_abi::CoreType;
use witc_resolve::{Direction, Function, TypeDefKind, TypeId};

use crate::code::core_type;

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
    /// The generic function that it calls, from the root of the output; `{T}` stands for the type that implements.
    pub(crate) target: String,
    pub(crate) params: Vec<CoreType>,
    pub(crate) result: Option<CoreType>,
}

/// Writes one module.
pub(crate) struct ModuleWriter<'w, 'a> {
    pub(crate) cx: &'w Context<'a>,
    pub(crate) helpers: &'w mut Helpers,
    pub(crate) module: ModuleId,
    pub(crate) source: Source,
    pub(crate) imports: Vec<CoreImport>,
    pub(crate) exports: Vec<CoreExport>,
    /// Names of what the module imports and exports.
    pub(crate) symbols: Scope,
    /// What the module declares for others: names of types, traits and functions, in order.
    pub(crate) public: Vec<String>,
    /// What it declares besides where the target is not WebAssembly.
    pub(crate) on_host: Vec<String>,
}

impl<'w, 'a> ModuleWriter<'w, 'a> {
    pub(crate) fn new(cx: &'w Context<'a>, helpers: &'w mut Helpers, module: ModuleId) -> Self {
        let source = Source::at(cx.path(module).len());
        let (imports, exports) = (Vec::new(), Vec::new());
        let (public, on_host) = (Vec::new(), Vec::new());
        Self {
            cx,
            helpers,
            module,
            source,
            imports,
            exports,
            symbols: Scope::new(),
            public,
            on_host,
        }
    }

    /// Writes all of the module but its helpers.
    pub(crate) fn write(&mut self) {
        let exported = self.cx.module(self.module).direction == Direction::Export;
        for &id in &self.cx.module(self.module).types {
            match self.cx.resolve.types[id].kind {
                TypeDefKind::Resource => self.resource(id, exported),
                _ => self
                    .public
                    .extend(types::write(self.cx, self.module, id, &mut self.source)),
            }
        }
        if exported {
            let functions = self.cx.module(self.module).functions.clone();
            export::write(self, &functions);
        } else {
            for function in self.functions(None) {
                self.public
                    .push(self.cx.function_name(self.module, function));
                import::write(self, function);
            }
            mock::write(self);
            if self.module == self.cx.modules.root() {
                let functions = self.cx.modules.world_exports.clone();
                export::write(self, &functions);
            }
        }
        self.core_imports();
    }

    fn resource(&mut self, id: TypeId, exported: bool) {
        if self.cx.is_remapped(self.module, id) {
            return;
        }
        self.public
            .push(self.cx.type_name(self.module, id).to_owned());
        if exported {
            resource::write_exported(self, id);
            return;
        }
        resource::write_imported(self, id);
        let functions = self.functions(Some(id));
        if functions.is_empty() {
            return;
        }
        let name = self.cx.type_name(self.module, id).to_owned();
        self.source.gap();
        self.source.open(format!("impl {name}"));
        for function in functions {
            import::write(self, function);
        }
        self.source.close("");
    }

    /// The functions of a resource, or those of none, without those that are to be skipped.
    pub(crate) fn functions(&self, resource: Option<TypeId>) -> Vec<&'a Function> {
        let functions = self.cx.module(self.module).functions.iter().copied();
        functions
            .filter(|function| function.kind.resource() == resource && !self.cx.skips(function))
            .collect()
    }

    /// A name for a core function.
    pub(crate) fn symbol(&mut self, prefix: &str, word: &str) -> String {
        self.symbols.take(format!("_{prefix}_{word}"))
    }

    /// Declares what is imported, grouped by where it comes from.
    fn core_imports(&mut self) {
        let imports = std::mem::take(&mut self.imports);
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
                    let params = import
                        .params
                        .iter()
                        .map(|&ty| core_type(ty))
                        .collect::<Vec<_>>()
                        .join(", ");
                    let result = import
                        .result
                        .map(|ty| format!(" -> {}", core_type(ty)))
                        .unwrap_or_default();
                    source.lines(format!(
                        "{:?} fn {}({params}){result};",
                        import.link, import.name
                    ));
                }
            });
        }
    }
}
