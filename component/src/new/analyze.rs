//! From names to meanings: what a core module imports and exports, matched to the world.

use super::canon::{self, Canon};
use super::errors::{Fallible, error, unknown_built_in, unknown_import, usual_cause, wrong_type};
use super::names::{self, AsyncExport, MAIN_MODULE, ROOT, STANDARD, Special};
use super::types::unknown_type;
use super::wiring::{Exports, Implementation, Import, Wiring, callback_type};
use crate::codes;
use crate::module::CoreModule;
use crate::world::{Added, ChannelKey, CoreExport, CoreImport, FunctionKey, Home, World};
use semver::Version;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use wasm_encoder::ExportKind;
use wasmparser::{ExternalKind, FuncType, TypeRef, ValType};
use witc_canonical_abi::{
    AsyncIntrinsic, Blocking, ChannelIntrinsic, Convention, PointerWidth, compatibility_track,
};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Direction, Map};

/// What an import stands for.
enum Meaning {
    /// What the world has.
    World(CoreImport),
    /// A built-in.
    Canon(Canon),
}

type Fields = Map<String, CoreImport>;
type HashMapOf<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// Knows what names mean in a component.
pub(super) struct Analyzer<'w> {
    world: &'w World,
    adapters: HashMapOf<&'w str, usize>,
    reject_legacy_names: bool,
    /// What may be imported from interfaces with versions, by what compatibility depends on.
    compatible: HashMapOf<(&'w str, String), Vec<&'w Fields>>,
}

/// A module to analyze.
pub(super) struct Subject<'m, 'a> {
    /// The module.
    pub(super) module: &'m CoreModule<'a>,
    /// What messages call it: "the module", "adapter `x`".
    pub(super) label: &'m str,
    /// The names of its imports, each made unique among those from the same module.
    pub(super) import_names: &'m [Cow<'a, str>],
    /// What its own world says.
    pub(super) added: &'m Added,
    /// The main module, for adapters.
    pub(super) main: Option<&'m CoreModule<'a>>,
}

impl<'w> Analyzer<'w> {
    pub(super) fn new(
        world: &'w World,
        adapters: impl Iterator<Item = &'w str>,
        reject_legacy_names: bool,
    ) -> Self {
        let adapters = adapters
            .enumerate()
            .map(|(index, name)| (name, index))
            .collect();
        let mut compatible: HashMapOf<_, Vec<_>> = HashMap::default();
        for (module, fields) in &world.core_imports {
            if let Some(track) = track(module) {
                compatible.entry(track).or_default().push(fields);
            }
        }
        Self {
            world,
            adapters,
            reject_legacy_names,
            compatible,
        }
    }

    /// Matches a whole module.
    pub(super) fn wire<'a>(
        &self,
        subject: &Subject<'_, 'a>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Wiring<'a> {
        let mut wiring = Wiring::default();
        if let Some(diagnostic) = self.memory_64(subject) {
            // All types with pointers in them are others than expected, and that is why.
            diagnostics.push(diagnostic);
            return wiring;
        }
        let mut places: HashMapOf<&str, usize> = HashMap::default();
        let mut unknown: Map<&str, Vec<&str>> = Map::default();
        for (import, name) in subject.module.imports.iter().zip(subject.import_names) {
            if self.is_unknown(subject, import) {
                unknown.entry(import.module).or_default().push(import.name);
                continue;
            }
            match self.import(subject, import) {
                Ok(meaning) => {
                    if let TypeRef::Memory(ty) = import.ty {
                        wiring.memory = Some(ty);
                    }
                    let place = *places.entry(import.module).or_insert_with(|| {
                        wiring.imports.push((import.module, Vec::new()));
                        wiring.imports.len() - 1
                    });
                    wiring.imports[place].1.push((name.clone(), meaning));
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        // What is missing as a whole is one mistake.
        for (module, fields) in unknown {
            let reason = format!("the world imports no interface `{module}`");
            diagnostics.push(self.unknown(subject, module, &fields, &reason));
        }
        wiring.exports = self.exports(subject, diagnostics);
        self.require(subject, &wiring.exports, diagnostics);
        wiring
    }

    /// A diagnostic if values would have to pass through a memory with 64-bit addresses.
    fn memory_64(&self, subject: &Subject<'_, '_>) -> Option<Diagnostic> {
        if !has_memory_64(subject.module) {
            return None;
        }
        let function = self.world.needing_memory()?;
        let message = format!(
            "the memory of {} has 64-bit addresses, and {function} needs memory",
            subject.label
        );
        Some(error(codes::MEMORY_64, message).note(
            "values pass between components by way of memories with 32-bit addresses: build for a target such as \
             `wasm32-wasip2`",
        ))
    }

    /// Whether a function is imported from a module that nobody knows.
    fn is_unknown(&self, subject: &Subject<'_, '_>, import: &wasmparser::Import<'_>) -> bool {
        let wasmparser::Import {
            module,
            name: field,
            ty,
        } = *import;
        let (TypeRef::Func(ty) | TypeRef::FuncExact(ty)) = ty else {
            return false;
        };
        self.candidates(module).is_empty()
            && !self.adapters.contains_key(module)
            && ![ROOT, STANDARD].contains(&module)
            && (module != MAIN_MODULE || subject.main.is_none())
            && !names::is_built_in(field)
            && environment(module, field, subject.module.ty(ty), false).is_none()
    }

    /// What may be imported under the name of a module: that of the world, then what is compatible.
    fn candidates(&self, module: &str) -> Vec<&'w Fields> {
        let exact = self.world.core_imports.get(module);
        let track = if module.starts_with(STANDARD) {
            None
        } else {
            track(module)
        };
        let compatible = track.and_then(|track| self.compatible.get(&track));
        exact
            .into_iter()
            .chain(compatible.into_iter().flatten().copied())
            .collect()
    }

    fn import<'a>(
        &self,
        subject: &Subject<'_, 'a>,
        import: &wasmparser::Import<'a>,
    ) -> Fallible<Import<'a>> {
        let wasmparser::Import {
            module,
            name: field,
            ty,
        } = *import;
        if let (TypeRef::Memory(_), true) = (ty, is_main_memory(import)) {
            return Ok(Import::Memory);
        }
        if module == MAIN_MODULE
            && let Some(main) = subject.main
        {
            return import_from_main(subject, main, field, ty);
        }
        let (TypeRef::Func(index) | TypeRef::FuncExact(index)) = ty else {
            let message = format!(
                "{} imports {}, `{field}` from `{module}`",
                subject.label,
                describe(ty)
            );
            return Err(Box::new(error(codes::CORE_IMPORT_KIND, message).note(
                "components give functions to their modules, and a memory under the name `memory` from `env`; link \
                 the module so that it has its own tables and globals",
            )));
        };
        let found = subject.module.ty(index);
        if let (Some(&adapter), Some(ty), None) = (self.adapters.get(module), found, subject.main) {
            if ty
                .params()
                .iter()
                .chain(ty.results())
                .any(|ty| matches!(ty, ValType::Ref(_)))
            {
                let message =
                    format!("function `{field}` of adapter `{module}` takes or returns references");
                let note = "what an adapter offers is called through functions of numbers";
                return Err(Box::new(
                    error(codes::UNSUPPORTED_ADAPTER, message).note(note),
                ));
            }
            return Ok(Import::Adapter {
                adapter,
                function: field,
                ty: ty.clone(),
            });
        }
        if let Some(meaning) = environment(module, field, found, starts_threads(subject.module)) {
            return Ok(meaning);
        }
        match self.meaning(subject, module, field)? {
            Meaning::World(meaning) => self.check_import(subject, module, field, meaning, found),
            Meaning::Canon(canon) => self.check_canon(subject, module, field, canon, found),
        }
    }

    /// Whether a name counts for nothing because of its scheme.
    fn is_rejected(&self, name: &str) -> bool {
        self.reject_legacy_names && !name.starts_with(STANDARD)
    }

    /// What the world, or else the canonical ABI, has under the names of an import.
    fn meaning(&self, subject: &Subject<'_, '_>, module: &str, field: &str) -> Fallible<Meaning> {
        if self.is_rejected(module) {
            let reason = "names of the legacy scheme are rejected (`--reject-legacy-names`)";
            return Err(Box::new(self.unknown(subject, module, &[field], reason)));
        }
        let candidates = self.candidates(module);
        let find = |field: &str| {
            candidates
                .iter()
                .find_map(|fields| fields.get(field))
                .copied()
        };
        if let Some(meaning) = find(field) {
            return Ok(Meaning::World(meaning));
        }
        if let Some(canon) = self.built_in(module, field, find) {
            return Ok(Meaning::Canon(canon));
        }
        if names::is_built_in(field) {
            return Err(Box::new(unknown_built_in(module, field)));
        }
        let reason = why_unknown(module, candidates.first().copied());
        Err(Box::new(self.unknown(subject, module, &[field], &reason)))
    }

    /// The built-in of the async ABI that a field stands for. `find` looks into the module that it is imported from.
    fn built_in(
        &self,
        module: &str,
        field: &str,
        find: impl Fn(&str) -> Option<CoreImport>,
    ) -> Option<Canon> {
        let is_own = module.starts_with("[export]");
        if let Some(intrinsic) = AsyncIntrinsic::from_field(field) {
            let fits = if intrinsic == AsyncIntrinsic::TaskCancel {
                is_own
            } else {
                module == ROOT
            };
            return fits.then_some(Canon::BuiltIn(intrinsic));
        }
        let lowered = field.strip_prefix("[async-lower]").and_then(&find);
        if let Some(CoreImport::Function(key)) = lowered {
            return Some(Canon::Lower(
                self.world.current_function(key)?,
                Blocking::Async,
            ));
        }
        let (channel, intrinsic, number, function) = ChannelIntrinsic::from_field(field)?;
        let Some(number) = number else {
            return Some(Canon::Channel(ChannelKey::Unit(channel), intrinsic));
        };
        let function = if is_own {
            find(&format!("[task-return]{function}"))
        } else {
            find(function)
        };
        let key = match function? {
            CoreImport::Function(key) => {
                ChannelKey::In(Direction::Import, self.world.current_function(key)?, number)
            }
            CoreImport::TaskReturn(key) => ChannelKey::In(Direction::Export, key, number),
            _ => return None,
        };
        (canon::kind(self.world, key)? == channel).then_some(Canon::Channel(key, intrinsic))
    }

    fn check_canon<'a>(
        &self,
        subject: &Subject<'_, 'a>,
        module: &str,
        field: &str,
        canon: Canon,
        found: Option<&FuncType>,
    ) -> Fallible<Import<'a>> {
        let world = self.world;
        let what = format!("the import `{field}` from `{module}`");
        let wit = match canon {
            Canon::Lower(key, _) => world.describe_import(key),
            Canon::TaskReturn(key) => format!("`task.return` of {}", world.describe_export(key)),
            Canon::Channel(..) | Canon::BuiltIn(_) => "this built-in".to_owned(),
        };
        let expected = canon.ty(world).ok_or_else(unknown_type)?;
        if found != Some(&expected) {
            return Err(Box::new(wrong_type(&what, &wit, &expected, found)));
        }
        if let Canon::Lower(key, _) = canon
            && subject.added.encodings.import(world, key).is_none()
        {
            return Err(Box::new(foreign_import(subject, &wit)));
        }
        Ok(Import::Canon(canon))
    }

    /// Imports that nothing provides, and the usual cause.
    fn unknown(
        &self,
        subject: &Subject<'_, '_>,
        module: &str,
        fields: &[&str],
        reason: &str,
    ) -> Diagnostic {
        let mut adapters: Vec<&str> = self.adapters.keys().copied().collect();
        adapters.sort_unstable();
        let cause = usual_cause(module, !subject.added.is_empty(), &adapters);
        unknown_import(module, fields, reason).note(cause)
    }

    fn check_import<'a>(
        &self,
        subject: &Subject<'_, 'a>,
        module: &str,
        field: &str,
        meaning: CoreImport,
        found: Option<&FuncType>,
    ) -> Fallible<Import<'a>> {
        let world = self.world;
        let what = format!("the import `{field}` from `{module}`");
        let vanished = || {
            Box::new(unknown_import(
                module,
                &[field],
                "a later version of the interface lacks it",
            ))
        };
        let check = |wit: &str, expected: &FuncType| match found {
            Some(found) if found == expected => Ok(()),
            _ => Err(Box::new(wrong_type(&what, wit, expected, found))),
        };
        let handle = |results: &[ValType]| FuncType::new([ValType::I32], results.iter().copied());
        Ok(match meaning {
            CoreImport::Function(key) => {
                let key = world.current_function(key).ok_or_else(vanished)?;
                return self.check_canon(
                    subject,
                    module,
                    field,
                    Canon::Lower(key, Blocking::Sync),
                    found,
                );
            }
            CoreImport::TaskReturn(key) => {
                return self.check_canon(subject, module, field, Canon::TaskReturn(key), found);
            }
            CoreImport::Drop(key) => {
                check("`resource.drop`", &handle(&[]))?;
                Import::Drop(world.current_type(key).ok_or_else(vanished)?)
            }
            CoreImport::New(key) => {
                check("`resource.new`", &handle(&[ValType::I32]))?;
                Import::New(key)
            }
            CoreImport::Rep(key) => {
                check("`resource.rep`", &handle(&[ValType::I32]))?;
                Import::Rep(key)
            }
        })
    }

    /// Matches exports alone.
    pub(super) fn exports<'a>(
        &self,
        subject: &Subject<'_, 'a>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Exports<'a> {
        let mut exports = Exports::default();
        for export in &subject.module.exports {
            if is_memory(export) {
                if exports.memory.is_some() {
                    let message = format!("{} exports two memories for values", subject.label);
                    diagnostics.push(
                        error(codes::SEVERAL_MEMORIES, message).note("export `memory` alone"),
                    );
                }
                exports.memory = subject
                    .module
                    .memory(export.index)
                    .map(|ty| (export.name, ty));
            } else if export.kind == ExternalKind::Table {
                exports.table |= export.name == names::TABLE;
            } else if let ExternalKind::Func | ExternalKind::FuncExact = export.kind {
                let found = subject.module.export_type(export);
                if let Err(diagnostic) = self.export(subject, &mut exports, export.name, found) {
                    diagnostics.push(*diagnostic);
                }
            }
        }
        diagnostics.extend(self.without_callback(subject, &exports));
        exports
    }

    /// A diagnostic for each function that nothing continues.
    fn without_callback(
        &self,
        subject: &Subject<'_, '_>,
        exports: &Exports<'_>,
    ) -> Vec<Diagnostic> {
        let functions = exports.functions.iter().filter(|(key, implementation)| {
            implementation.convention == Convention::Async && exports.callback(**key).is_none()
        });
        let told = functions.map(|(&key, Implementation { name, .. })| {
            let function = self.world.describe_export(key);
            let message = format!("{} exports `{name}` without `[callback]{name}`", subject.label);
            error(codes::MISSING_CORE_EXPORT, message)
                .note(format!("{function} is implemented so that it is continued by that callback, of the core type `{}`", callback_type()))
                .note("bindings bring it along; what blocks on its own stack is `[async-lift-stackful]…`, and has none")
        });
        told.collect()
    }

    /// Whether there are functions among the exports of a world.
    pub(super) fn provides_functions(&self, added: &Added) -> bool {
        added.exports.iter().any(|&item| {
            self.world
                .function_keys(Direction::Export, item)
                .next()
                .is_some()
        })
    }

    fn export<'a>(
        &self,
        subject: &Subject<'_, 'a>,
        exports: &mut Exports<'a>,
        name: &'a str,
        found: Option<&FuncType>,
    ) -> Fallible<()> {
        let world = self.world;
        let what = format!("the export `{name}`");
        let check = |wit: &str, expected: &FuncType| match found {
            Some(found) if found == expected => Ok(()),
            _ => Err(Box::new(wrong_type(&what, wit, expected, found))),
        };
        if let Some(special) = Special::of(name) {
            let expected = special_type(special);
            // What allocates a memory with 64-bit addresses is never called: nothing of the world needs memory.
            if expected == realloc_type(ValType::I32)
                && found == Some(&realloc_type(ValType::I64))
                && has_memory_64(subject.module)
            {
                return Ok(());
            }
            check("a function of this name", &expected)?;
            exports.special.entry(special).or_insert(name);
            return Ok(());
        }
        let is_own = |item: u32| subject.added.exports.contains(&item);
        if self.is_rejected(name) {
            return Ok(());
        }
        let (part, function) = match (world.core_exports.get(name), names::async_export(name)) {
            (None, Some((part, function))) => (part, function),
            _ => (AsyncExport::Lift(Convention::Sync), name),
        };
        let Some(&meaning) = world.core_exports.get(function) else {
            return Ok(());
        };
        match meaning {
            CoreExport::Function(key) if is_own(key.item) => {
                let Some(function) = world.exported(key) else {
                    return Ok(());
                };
                let wit = world.describe_export(key);
                match part {
                    AsyncExport::Callback => {
                        check(&format!("what continues {wit}"), &callback_type())?;
                        exports.callbacks.entry(key).or_insert(name);
                    }
                    AsyncExport::Lift(convention) => {
                        let implementation = Implementation { name, convention };
                        check(&wit, &implementation.ty(function))?;
                        exports.functions.entry(key).or_insert(implementation);
                    }
                }
            }
            CoreExport::PostReturn(key) if is_own(key.item) && function == name => {
                let Some(function) = world.exported(key) else {
                    return Ok(());
                };
                let expected = FuncType::new(function.lifted.ty.results().iter().copied(), []);
                check(
                    &format!("what follows {}", world.describe_export(key)),
                    &expected,
                )?;
                exports.post_returns.entry(key).or_insert(name);
            }
            // Some templates call them as if they were async functions.
            CoreExport::Destructor(key)
                if part != AsyncExport::Callback
                    && matches!(key.home, Home::Export(item) if is_own(item)) =>
            {
                check("a destructor", &FuncType::new([ValType::I32], []))?;
                exports.destructors.entry(key).or_insert(name);
            }
            _ => {}
        }
        Ok(())
    }

    /// Says which functions of its world a module does not implement.
    fn require(
        &self,
        subject: &Subject<'_, '_>,
        exports: &Exports<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let world = self.world;
        let own = subject.added.exports.iter();
        let keys: Vec<_> = own
            .flat_map(|&item| world.function_keys(Direction::Export, item))
            .collect();
        let mut missing = keys
            .iter()
            .filter(|&key| !exports.functions.contains_key(key))
            .peekable();
        if missing.peek().is_none() {
            return;
        }
        // Those that are there and wrong have been told already.
        let told: HashSet<FunctionKey> = subject
            .module
            .exports
            .iter()
            .filter_map(|e| self.named_by(e.name))
            .collect();
        let missing: Vec<_> = missing.filter(|key| !told.contains(key)).collect();
        let none = missing.len() == keys.len() && keys.len() > 1;
        let mut core_names: HashMapOf<CoreExport, &str> = HashMap::default();
        for (name, &export) in &world.core_exports {
            core_names.entry(export).or_insert(name);
        }
        for &&key in missing.iter().take(if none { 1 } else { missing.len() }) {
            let name = core_names
                .get(&CoreExport::Function(key))
                .copied()
                .unwrap_or_default();
            let mut message = format!(
                "{} does not export `{name}`, {}",
                subject.label,
                world.describe_export(key)
            );
            if none {
                message += &format!(
                    ", nor any other of the {} functions of its world",
                    keys.len()
                );
            }
            let mut missing = error(codes::MISSING_CORE_EXPORT, message);
            if let Some(function) = world.exported(key) {
                missing = missing.note(format!("its core type is to be `{}`", function.lifted.ty));
            }
            diagnostics.push(missing.note(EXPORT_WAS_NOT_CALLED));
        }
    }

    /// The function that an export of this name implements, in whichever way.
    fn named_by(&self, name: &str) -> Option<FunctionKey> {
        if self.is_rejected(name) {
            return None;
        }
        let exports = &self.world.core_exports;
        match exports
            .get(name)
            .or_else(|| exports.get(names::async_export(name)?.1))
        {
            Some(&CoreExport::Function(key)) => Some(key),
            _ => None,
        }
    }
}

const EXPORT_WAS_NOT_CALLED: &str = "usually the macro that exports the implementation was not called (in Rust: \
                                     `export!(…)`), or the linker dropped the function because nothing refers to it";

/// Whether this is the memory through which values pass.
fn is_memory(export: &wasmparser::Export<'_>) -> bool {
    export.kind == ExternalKind::Memory && names::is_memory(export.name)
}

/// Whether this is how a module imports the memory through which values pass.
fn is_main_memory(import: &wasmparser::Import<'_>) -> bool {
    (import.module, import.name) == ("env", "memory")
}

fn import_from_main<'a>(
    subject: &Subject<'_, 'a>,
    main: &CoreModule<'_>,
    name: &'a str,
    ty: TypeRef,
) -> Fallible<Import<'a>> {
    let kind = match ty {
        TypeRef::Func(_) | TypeRef::FuncExact(_) => ExportKind::Func,
        TypeRef::Table(_) => ExportKind::Table,
        TypeRef::Memory(_) => ExportKind::Memory,
        TypeRef::Global(_) => ExportKind::Global,
        TypeRef::Tag(_) => ExportKind::Tag,
    };
    if main.exports.iter().any(|export| export.name == name) {
        return Ok(Import::Main { name, kind });
    }
    let message = format!(
        "{} needs the export `{name}` of the module, which has none of that name",
        subject.label
    );
    let note = if name == "_start" {
        "a command adapter is for programs with `main`; a library wants the reactor adapter"
    } else {
        "the adapter is made for another kind of module"
    };
    Err(Box::new(
        error(codes::MAIN_LACKS_EXPORT, message).note(note),
    ))
}

/// What linkers leave to whoever starts threads: the pointer to the stack is in a slot of each thread. The base of
/// thread-local storage is too where the module `threaded` itself; a component without threads has but one.
fn environment<'a>(
    module: &str,
    field: &str,
    found: Option<&FuncType>,
    threaded: bool,
) -> Option<Import<'a>> {
    let ty = found.filter(|_| module == "env")?;
    let (verb, ty) = match (ty.params(), ty.results()) {
        ([], &[ty @ (ValType::I32 | ValType::I64)]) => (AsyncIntrinsic::ContextGet as Slot, ty),
        (&[ty @ (ValType::I32 | ValType::I64)], []) => (AsyncIntrinsic::ContextSet as Slot, ty),
        _ => return None,
    };
    let width = if ty == ValType::I64 {
        PointerWidth::Bits64
    } else {
        PointerWidth::Bits32
    };
    let is_get = verb(width, 0) == AsyncIntrinsic::ContextGet(width, 0);
    match (field, is_get) {
        ("__wasm_get_stack_pointer", true) | ("__wasm_set_stack_pointer", false) => {
            Some(Import::Canon(Canon::BuiltIn(verb(width, 0))))
        }
        ("__wasm_get_tls_base", true) | ("__wasm_set_tls_base", false) if threaded => {
            Some(Import::Canon(Canon::BuiltIn(verb(width, 1))))
        }
        ("__wasm_get_tls_base", true) => Some(Import::TlsBase(ty)),
        ("__wasm_set_tls_base", false) => Some(Import::SetTlsBase(ty)),
        _ => None,
    }
}

type Slot = fn(PointerWidth, u32) -> AsyncIntrinsic;

/// Whether a module starts threads.
fn starts_threads(module: &CoreModule<'_>) -> bool {
    let of = |import: &wasmparser::Import<'_>| {
        import.module == ROOT
            && AsyncIntrinsic::from_field(import.name) == Some(AsyncIntrinsic::ThreadNewIndirect)
    };
    module.imports.iter().any(of)
}

fn describe(ty: TypeRef) -> &'static str {
    match ty {
        TypeRef::Func(_) | TypeRef::FuncExact(_) => "a function",
        TypeRef::Table(_) => "a table",
        TypeRef::Memory(_) => "a memory",
        TypeRef::Global(_) => "a global",
        TypeRef::Tag(_) => "a tag",
    }
}

fn why_unknown(module: &str, fields: Option<&Fields>) -> String {
    if module == ROOT || module == STANDARD {
        return "the world has no such function among its imports".into();
    }
    let Some(fields) = fields else {
        return format!("the world imports no interface `{module}`");
    };
    let mut functions = fields.keys().map(String::as_str);
    let some: Vec<&str> = functions.by_ref().take(5).collect();
    let more = if functions.next().is_some() {
        " and more"
    } else {
        ""
    };
    format!("the world has only `{}`{more} there", some.join("`, `"))
}

fn foreign_import(subject: &Subject<'_, '_>, function: &str) -> Diagnostic {
    let message = format!(
        "{} imports {function}, which is not in its own world",
        subject.label
    );
    error(codes::IMPORT_OF_ANOTHER_WORLD, message)
        .note("only the world of another module of this component has it, so nothing says how strings are encoded")
        .note("embed a world that imports it in the module (`component embed`)")
}

/// The type of an allocator of a memory with such addresses.
fn realloc_type(address: ValType) -> FuncType {
    FuncType::new([address; 4], [address])
}

/// Whether the memory that values would pass through has 64-bit addresses.
fn has_memory_64(module: &CoreModule<'_>) -> bool {
    let exported = module.exports.iter().filter(|export| is_memory(export));
    let exported = exported.filter_map(|export| module.memory(export.index));
    let imported = module.imports.iter().filter_map(|import| match import.ty {
        TypeRef::Memory(ty) if is_main_memory(import) => Some(ty),
        _ => None,
    });
    exported.chain(imported).any(|ty| ty.memory64)
}

fn special_type(special: Special) -> FuncType {
    match special {
        Special::Realloc
        | Special::ImportRealloc
        | Special::ExportRealloc
        | Special::AdapterRealloc => realloc_type(ValType::I32),
        Special::Initialize => FuncType::new([], []),
        Special::TaskHook => FuncType::new([ValType::I32], []),
    }
}

/// A versioned name as the part before the version, and what compatibility depends on of the version.
fn track(name: &str) -> Option<(&str, String)> {
    let (path, version) = name.rsplit_once('@')?;
    Some((path, compatibility_track(&Version::parse(version).ok()?).0))
}
