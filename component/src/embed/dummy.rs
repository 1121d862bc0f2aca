//! Modules that have all that a world asks for, and do nothing: templates, and stand-ins for tests.

use crate::module::Producers;
use indexmap::IndexSet;
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection,
    MemorySection, MemoryType, Module, TypeSection, ValType,
};
use witc_canonical_abi::{
    AsyncIntrinsic, Blocking, ChannelIntrinsic, Convention, CoreImport, CoreType, Names, Plans,
    PointerWidth, ResourceIntrinsic, Scheme, Side, ValueType,
};
use witc_resolve::{
    self as resolved, Direction, Resolve, TypeId, WorldId, WorldInterface, WorldItem, WorldKey,
};

/// A core type: parameters and results.
type CoreSignature = (Vec<ValType>, Vec<ValType>);

/// A module with the imports and exports of a world, in one of the naming schemes. Its functions trap, but for those that
/// clean up. Async functions go by `convention`; with an async one the module also imports the built-ins that it may want.
#[must_use]
pub fn module(
    resolve: &Resolve,
    world: WorldId,
    scheme: Scheme,
    convention: Convention,
) -> Vec<u8> {
    let mut dummy = Dummy {
        resolve,
        convention,
        plans: Plans::new(resolve),
        names: Names::new(resolve, scheme),
        types: IndexSet::new(),
        imports: ImportSection::new(),
        imported: 0,
        functions: FunctionSection::new(),
        code: CodeSection::new(),
        exports: ExportSection::new(),
    };
    // All imports come first, because functions are numbered after them.
    for (direction, key, item) in resolve.externs(world) {
        dummy.import(direction, key, item);
    }
    if dummy.is_async() {
        for intrinsic in BUILT_INS {
            let name = dummy.names.intrinsic(intrinsic);
            dummy.add_built_in(&name, intrinsic.signature());
        }
    }
    for (direction, key, item) in resolve.externs(world) {
        if direction.is_export() {
            dummy.export(key, item);
        }
    }
    dummy.finish()
}

/// The built-ins of tasks that modules get by the async ABI.
const BUILT_INS: [AsyncIntrinsic; 13] = [
    AsyncIntrinsic::TaskCancel,
    AsyncIntrinsic::BackpressureInc,
    AsyncIntrinsic::BackpressureDec,
    AsyncIntrinsic::WaitableSetNew,
    AsyncIntrinsic::WaitableSetWait,
    AsyncIntrinsic::WaitableSetPoll,
    AsyncIntrinsic::WaitableSetDrop,
    AsyncIntrinsic::WaitableJoin,
    AsyncIntrinsic::ThreadYield,
    AsyncIntrinsic::SubtaskDrop,
    AsyncIntrinsic::SubtaskCancel(Blocking::Sync),
    AsyncIntrinsic::ContextGet(PointerWidth::Bits32, 0),
    AsyncIntrinsic::ContextSet(PointerWidth::Bits32, 0),
];

/// The built-ins of streams and futures that modules get, of those that are not experimental.
const OF_CHANNELS: [ChannelIntrinsic; 8] = [
    ChannelIntrinsic::New,
    ChannelIntrinsic::CancelRead(Blocking::Sync),
    ChannelIntrinsic::CancelWrite(Blocking::Sync),
    ChannelIntrinsic::DropReadable,
    ChannelIntrinsic::DropWritable,
    ChannelIntrinsic::Forward,
    ChannelIntrinsic::Read(Blocking::Async),
    ChannelIntrinsic::Write(Blocking::Async),
];

struct Dummy<'a> {
    resolve: &'a Resolve,
    convention: Convention,
    plans: Plans,
    names: Names<'a>,
    types: IndexSet<CoreSignature>,
    imports: ImportSection,
    imported: u32,
    functions: FunctionSection,
    code: CodeSection,
    exports: ExportSection,
}

impl Dummy<'_> {
    fn import(&mut self, direction: Direction, key: &WorldKey, item: &WorldItem) {
        match (direction, item) {
            (Direction::Import, WorldItem::Function(id)) => {
                self.import_function(None, &self.resolve.functions[*id]);
            }
            // Own resources of a world are always imported, so there is only the drop.
            (Direction::Import, WorldItem::Type(id)) => {
                self.intrinsics(None, *id, &[ResourceIntrinsic::ImportedDrop]);
            }
            (Direction::Import, WorldItem::Interface(interface)) => {
                for function in self.resolve.functions_of(interface.id) {
                    self.import_function(Some(key), function);
                }
                for ty in self.types_of(interface) {
                    self.intrinsics(Some(key), ty, &[ResourceIntrinsic::ImportedDrop]);
                }
            }
            (Direction::Export, WorldItem::Interface(interface)) => {
                let all = [
                    ResourceIntrinsic::ExportedDrop,
                    ResourceIntrinsic::ExportedNew,
                    ResourceIntrinsic::ExportedRep,
                ];
                for ty in self.types_of(interface) {
                    self.intrinsics(Some(key), ty, &all);
                }
                for function in self.resolve.functions_of(interface.id) {
                    self.built_ins_of_export(Some(key), function);
                }
            }
            (Direction::Export, WorldItem::Function(id)) => {
                self.built_ins_of_export(None, &self.resolve.functions[*id]);
            }
            // Worlds do not export types.
            (Direction::Export, WorldItem::Type(_)) => {}
        }
    }

    fn is_async(&self) -> bool {
        !self.convention.is_sync()
    }

    /// By which ABI a function is called or implemented: one that is not async by the sync one.
    fn convention_of(&self, function: &resolved::Function) -> Convention {
        if function.is_async {
            self.convention
        } else {
            Convention::Sync
        }
    }

    fn built_ins_of_export(&mut self, interface: Option<&WorldKey>, function: &resolved::Function) {
        if self.is_async() {
            let signature = self.plans.task_return(function);
            let name = self.names.task_return(interface, function);
            self.add_built_in(&name, (&signature.params, signature.result));
            self.channels(Side::Export, interface, function);
        }
    }

    /// The built-ins of all streams and futures in a function's type.
    fn channels(
        &mut self,
        side: Side,
        interface: Option<&WorldKey>,
        function: &resolved::Function,
    ) {
        for ty in self.plans.channel_types(function) {
            for intrinsic in OF_CHANNELS {
                let number = (ty.channel, Some(ty.number));
                let name = self
                    .names
                    .channel((side, interface), function, number, intrinsic);
                self.add_built_in(&name, intrinsic.signature(ty.channel));
            }
        }
    }

    fn add_built_in(
        &mut self,
        name: &CoreImport,
        (params, result): (&[CoreType], Option<CoreType>),
    ) {
        let params = params.iter().copied().map(value_type).collect();
        self.add_import(name, (params, result.map(value_type).into_iter().collect()));
    }

    fn types_of(&self, interface: &WorldInterface) -> Vec<TypeId> {
        self.resolve.interfaces[interface.id]
            .types
            .values()
            .copied()
            .collect()
    }

    fn import_function(&mut self, interface: Option<&WorldKey>, function: &resolved::Function) {
        let ty = self.signature(function, Side::Import);
        let convention = self.convention_of(function);
        let name = self.names.import(interface, function, convention);
        self.add_import(&name, ty);
        if !convention.is_sync() {
            self.channels(Side::Import, interface, function);
        }
    }

    fn intrinsics(
        &mut self,
        interface: Option<&WorldKey>,
        ty: TypeId,
        intrinsics: &[ResourceIntrinsic],
    ) {
        // Callers pass all types of an interface, and only resources have built-ins.
        if !self.resolve.types[ty].kind.is_resource() {
            return;
        }
        for &intrinsic in intrinsics {
            let (param, result) = intrinsic.signature();
            let name = self.names.resource(interface, ty, intrinsic);
            self.add_import(
                &name,
                (
                    vec![value_type(param)],
                    result.map(value_type).into_iter().collect(),
                ),
            );
        }
    }

    fn add_import(&mut self, name: &CoreImport, ty: CoreSignature) {
        let ty = self.ty(ty);
        self.imports
            .import(&name.module, &name.field, EntityType::Function(ty));
        self.imported += 1;
    }

    fn export(&mut self, key: &WorldKey, item: &WorldItem) {
        match item {
            WorldItem::Function(id) => self.export_function(None, &self.resolve.functions[*id]),
            WorldItem::Interface(interface) => {
                for function in self.resolve.functions_of(interface.id) {
                    self.export_function(Some(key), function);
                }
                for ty in self.types_of(interface) {
                    if self.resolve.types[ty].kind.is_resource() {
                        // Without a destructor the resource's representation would not be freed, so a template
                        // should have one.
                        let name = self.names.destructor(Some(key), ty);
                        self.add_export(&name, (vec![ValType::I32], Vec::new()));
                    }
                }
            }
            WorldItem::Type(_) => {}
        }
    }

    fn export_function(&mut self, interface: Option<&WorldKey>, function: &resolved::Function) {
        let ty = self.signature(function, Side::Export);
        let results = ty.1.clone();
        let convention = self.convention_of(function);
        self.add_export(&self.names.export(interface, function, convention), ty);
        match convention {
            Convention::Sync => {
                let name = self.names.post_return(interface, function);
                self.add_export(&name, (results, Vec::new()));
            }
            Convention::Async => {
                let name = self.names.callback(interface, function);
                self.add_export(&name, (vec![ValType::I32; 3], vec![ValType::I32]));
            }
            Convention::AsyncStackful => {}
        }
    }

    /// Exports a function: one that has nothing to return does nothing, the others trap.
    fn add_export(&mut self, name: &str, ty: CoreSignature) {
        let mut body = Function::new([]);
        // A function with a result has no value to give.
        if !ty.1.is_empty() {
            body.instructions().unreachable();
        }
        body.instructions().end();
        self.code.function(&body);
        self.exports
            .export(name, ExportKind::Func, self.imported + self.functions.len());
        let ty = self.ty(ty);
        self.functions.function(ty);
    }

    fn signature(&self, function: &resolved::Function, side: Side) -> CoreSignature {
        let signature = self
            .plans
            .signature(function, side, self.convention_of(function));
        let params = signature.params.into_iter().map(value_type).collect();
        (
            params,
            signature.result.map(value_type).into_iter().collect(),
        )
    }

    fn ty(&mut self, ty: CoreSignature) -> u32 {
        self.types.insert_full(ty).0 as u32
    }

    fn finish(mut self) -> Vec<u8> {
        // Allocators and memory are there even if nothing needs them, so that a template can grow.
        self.add_export(
            self.names.realloc(),
            (vec![ValType::I32; 4], vec![ValType::I32]),
        );
        self.add_export(self.names.initialize(), (Vec::new(), Vec::new()));
        self.exports
            .export(self.names.memory(), ExportKind::Memory, 0);
        let mut types = TypeSection::new();
        for (params, results) in &self.types {
            types
                .ty()
                .function(params.iter().copied(), results.iter().copied());
        }
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            // Nothing is ever stored.
            minimum: 0,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut module = Module::new();
        module
            .section(&types)
            .section(&self.imports)
            .section(&self.functions)
            .section(&memories);
        module
            .section(&self.exports)
            .section(&self.code)
            .section(&Producers::own().section());
        module.finish()
    }
}

fn value_type(ty: CoreType) -> ValType {
    match ty.at(PointerWidth::Bits32) {
        ValueType::I32 => ValType::I32,
        ValueType::I64 => ValType::I64,
        ValueType::F32 => ValType::F32,
        ValueType::F64 => ValType::F64,
    }
}
