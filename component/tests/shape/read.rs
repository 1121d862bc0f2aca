//! Reading a component into its index spaces.

use super::{
    CanonicalFunction, CanonicalOption, Component, ComponentAlias, ComponentDefinedType,
    ComponentExternalKind, ComponentInstance, ComponentInstanceDef, ComponentType,
    ComponentTypeRef, ComponentValType, CoreFunction, CoreInstance, CoreItem, Export, Function,
    Instance, InstantiationArgKind, Module, Nested, Operator, Options, Parser, Payload, Type,
    TypeRef,
};
use wasmparser::ExternalKind;

impl Component {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut component = Self::default();
        let mut parser = Parser::new(0);
        parser.set_features(wasmparser::WasmFeatures::all());
        // The parser also visits what is inside modules and components, which have index spaces of their own.
        let mut skip_until = 0;
        for payload in parser.parse_all(bytes) {
            let payload = payload.unwrap();
            match &payload {
                Payload::ModuleSection {
                    unchecked_range, ..
                } if unchecked_range.start >= skip_until => {
                    component.modules.push(module(
                        &bytes[unchecked_range.start as usize..unchecked_range.end as usize],
                    ));
                    skip_until = unchecked_range.end;
                }
                Payload::ComponentSection {
                    unchecked_range, ..
                } if unchecked_range.start >= skip_until => {
                    component.components.push(nested(
                        &bytes[unchecked_range.start as usize..unchecked_range.end as usize],
                    ));
                    skip_until = unchecked_range.end;
                }
                _ => {
                    if position(&payload).is_none_or(|at| at < skip_until) {
                        continue;
                    }
                    component.section(payload);
                }
            }
        }
        component
    }

    fn section(&mut self, payload: Payload<'_>) {
        match payload {
            Payload::ComponentImportSection(section) => {
                for import in section {
                    let import = import.unwrap();
                    self.import(import.name.name, import.ty);
                }
            }
            Payload::ComponentTypeSection(section) => {
                for ty in section {
                    self.types.push(match ty.unwrap() {
                        ComponentType::Resource { dtor, .. } => Type::Resource(dtor),
                        ComponentType::Defined(ty) => Type::Named(self.defined(&ty)),
                        _ => Type::Named("a type".into()),
                    });
                }
            }
            Payload::ComponentAliasSection(section) => {
                section
                    .into_iter()
                    .for_each(|alias| self.alias(alias.unwrap()));
            }
            Payload::InstanceSection(section) => {
                section
                    .into_iter()
                    .for_each(|instance| self.core_instance(instance.unwrap()));
            }
            Payload::ComponentInstanceSection(section) => {
                section
                    .into_iter()
                    .for_each(|instance| self.component_instance(instance.unwrap()));
            }
            Payload::ComponentCanonicalSection(section) => {
                section
                    .into_iter()
                    .for_each(|function| self.canonical(function.unwrap()));
            }
            Payload::ComponentExportSection(section) => {
                for export in section {
                    let export = export.unwrap();
                    self.export(export.name.name, export.kind, export.index);
                }
            }
            _ => {}
        }
    }

    fn import(&mut self, name: &str, ty: ComponentTypeRef) {
        match ty {
            ComponentTypeRef::Func(_) => self.functions.push(Function::Import(name.into())),
            ComponentTypeRef::Instance(_) => self
                .instances
                .push(ComponentInstanceDef::Import(name.into())),
            ComponentTypeRef::Type(_) => self.types.push(Type::Named(name.into())),
            _ => panic!("components made here import no modules, components and values"),
        }
    }

    fn alias(&mut self, alias: ComponentAlias<'_>) {
        match alias {
            ComponentAlias::InstanceExport {
                kind,
                instance_index,
                name,
            } => match kind {
                ComponentExternalKind::Func => {
                    self.functions
                        .push(Function::Alias(instance_index, name.into()));
                }
                ComponentExternalKind::Type => {
                    let text = format!("{}.{name}", self.instance(instance_index));
                    self.types.push(Type::Named(text));
                }
                _ => panic!("only functions and types are taken from instances"),
            },
            ComponentAlias::CoreInstanceExport {
                kind,
                instance_index,
                name,
            } => match kind {
                ExternalKind::Func | ExternalKind::FuncExact => {
                    self.core_functions
                        .push(CoreFunction::Alias(instance_index, name.into()));
                }
                ExternalKind::Memory => self.core_memories.push((instance_index, name.into())),
                _ => self.core_others.push((instance_index, name.into())),
            },
            ComponentAlias::Outer { .. } => panic!("nothing is around a component"),
        }
    }

    fn core_instance(&mut self, instance: Instance<'_>) {
        self.core_instances.push(match instance {
            Instance::Instantiate { module_index, args } => {
                let args = args.iter().map(|arg| {
                    assert_eq!(arg.kind, InstantiationArgKind::Instance);
                    (arg.name.to_owned(), arg.index)
                });
                CoreInstance::Instantiate(module_index, args.collect())
            }
            Instance::FromExports(exports) => {
                let items = exports.iter().map(|export| {
                    let item = match export.kind {
                        ExternalKind::Func | ExternalKind::FuncExact => {
                            CoreItem::Function(export.index)
                        }
                        ExternalKind::Memory => CoreItem::Memory(export.index),
                        _ => CoreItem::Other(export.index),
                    };
                    (export.name.to_owned(), item)
                });
                CoreInstance::Items(items.collect())
            }
        });
    }

    fn component_instance(&mut self, instance: ComponentInstance<'_>) {
        self.instances.push(match instance {
            ComponentInstance::Instantiate {
                component_index,
                args,
            } => {
                let args = args.iter().map(|arg| (arg.name.to_owned(), arg.index));
                ComponentInstanceDef::Instantiate(component_index, args.collect())
            }
            ComponentInstance::FromExports(_) => ComponentInstanceDef::Other,
        });
    }

    fn canonical(&mut self, function: CanonicalFunction) {
        match function {
            CanonicalFunction::Lift {
                core_func_index,
                options: list,
                ..
            } => {
                self.functions
                    .push(Function::Lift(core_func_index, options(&list)));
            }
            CanonicalFunction::Lower {
                func_index,
                options: list,
            } => {
                self.core_functions
                    .push(CoreFunction::Lower(func_index, options(&list)));
            }
            CanonicalFunction::ResourceNew { resource } => {
                self.core_functions
                    .push(CoreFunction::Resource("resource.new", resource));
            }
            CanonicalFunction::ResourceDrop { resource } => {
                self.core_functions
                    .push(CoreFunction::Resource("resource.drop", resource));
            }
            CanonicalFunction::ResourceRep { resource } => {
                self.core_functions
                    .push(CoreFunction::Resource("resource.rep", resource));
            }
            CanonicalFunction::ThreadNewIndirect { table_index, .. } => {
                self.core_functions
                    .push(CoreFunction::NewThread(table_index));
            }
            other => {
                let built_in = self.built_in(other);
                self.core_functions.push(built_in);
            }
        }
    }

    /// A built-in with what it is about: the types by their structure, the rest as it stands.
    fn built_in(&self, function: CanonicalFunction) -> CoreFunction {
        use CanonicalFunction as F;
        let about = |what: &str, ty: u32| format!("{what} {}", self.ty(ty));
        match function {
            F::TaskReturn {
                result,
                options: list,
            } => {
                let result = result.map(|ty| self.value(ty)).unwrap_or_default();
                CoreFunction::BuiltIn(format!("task.return {result}"), options(&list))
            }
            F::StreamRead { ty, options: list } => {
                CoreFunction::BuiltIn(about("stream.read", ty), options(&list))
            }
            F::StreamWrite { ty, options: list } => {
                CoreFunction::BuiltIn(about("stream.write", ty), options(&list))
            }
            F::FutureRead { ty, options: list } => {
                CoreFunction::BuiltIn(about("future.read", ty), options(&list))
            }
            F::FutureWrite { ty, options: list } => {
                CoreFunction::BuiltIn(about("future.write", ty), options(&list))
            }
            F::ErrorContextNew { options: list } => {
                CoreFunction::BuiltIn("error-context.new".into(), options(&list))
            }
            F::ErrorContextDebugMessage { options: list } => {
                CoreFunction::BuiltIn("error-context.debug-message".into(), options(&list))
            }
            F::WaitableSetWait { memory } => CoreFunction::BuiltIn(
                "waitable-set.wait".into(),
                options(&[CanonicalOption::Memory(memory)]),
            ),
            F::WaitableSetPoll { memory } => CoreFunction::BuiltIn(
                "waitable-set.poll".into(),
                options(&[CanonicalOption::Memory(memory)]),
            ),
            // These have a type and no options: the text is that of the variant without the index of the type.
            F::StreamNew { ty }
            | F::StreamForward { ty }
            | F::StreamDropReadable { ty }
            | F::StreamDropWritable { ty }
            | F::StreamCancelRead { ty, .. }
            | F::StreamCancelWrite { ty, .. }
            | F::FutureNew { ty }
            | F::FutureForward { ty }
            | F::FutureDropReadable { ty }
            | F::FutureDropWritable { ty }
            | F::FutureCancelRead { ty, .. }
            | F::FutureCancelWrite { ty, .. } => {
                let what = format!("{function:?}").replace(&format!("ty: {ty}"), "");
                CoreFunction::BuiltIn(about(&what, ty), Options::default())
            }
            other => CoreFunction::BuiltIn(format!("{other:?}"), Options::default()),
        }
    }

    /// A type by its structure.
    fn defined(&self, ty: &ComponentDefinedType<'_>) -> String {
        let optional =
            |ty: Option<ComponentValType>| ty.map(|ty| self.value(ty)).unwrap_or_default();
        match ty {
            ComponentDefinedType::Stream(payload) => format!("stream<{}>", optional(*payload)),
            ComponentDefinedType::Future(payload) => format!("future<{}>", optional(*payload)),
            ComponentDefinedType::List(element) => format!("list<{}>", self.value(*element)),
            ComponentDefinedType::Option(some) => format!("option<{}>", self.value(*some)),
            ComponentDefinedType::Own(resource) => format!("own<{}>", self.ty(*resource)),
            ComponentDefinedType::Primitive(primitive) => format!("{primitive:?}"),
            _ => "a type".into(),
        }
    }

    fn value(&self, ty: ComponentValType) -> String {
        match ty {
            ComponentValType::Primitive(primitive) => format!("{primitive:?}"),
            ComponentValType::Type(index) => self.ty(index),
        }
    }

    fn ty(&self, index: u32) -> String {
        match &self.types[index as usize] {
            Type::Named(text) => text.clone(),
            Type::Resource(_) => "a resource".into(),
        }
    }

    fn export(&mut self, name: &str, kind: ComponentExternalKind, index: u32) {
        // An export is an item of its own in its index space.
        match kind {
            ComponentExternalKind::Func => {
                self.exports.push((name.into(), Export::Function(index)));
                self.functions.push(Function::Import(name.into()));
            }
            ComponentExternalKind::Instance => {
                self.exports.push((name.into(), Export::Instance(index)));
                self.instances.push(ComponentInstanceDef::Other);
            }
            ComponentExternalKind::Type => self.types.push(Type::Named(name.into())),
            _ => panic!("only functions, instances and types are exported"),
        }
    }
}

fn options(list: &[CanonicalOption]) -> Options {
    let mut options = Options::default();
    for option in list {
        match *option {
            CanonicalOption::UTF8 => options.encoding = Some("utf8"),
            CanonicalOption::UTF16 => options.encoding = Some("utf16"),
            CanonicalOption::CompactUTF16 => options.encoding = Some("latin1+utf16"),
            CanonicalOption::Memory(index) => options.memory = Some(index),
            CanonicalOption::Realloc(index) => options.realloc = Some(index),
            CanonicalOption::PostReturn(index) => options.post_return = Some(index),
            CanonicalOption::Async => options.is_async = true,
            CanonicalOption::Callback(index) => options.callback = Some(index),
            ref other => panic!("{other:?} is of no use here"),
        }
    }
    options
}

fn module(bytes: &[u8]) -> Module {
    let mut module = Module {
        imports: Vec::new(),
        exports: Vec::new(),
        table: Vec::new(),
        calls: Vec::new(),
        refs: Vec::new(),
    };
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.unwrap() {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.unwrap();
                    // Functions alone are numbered, and all that fix-up modules need by number.
                    if let TypeRef::Func(_) = import.ty {
                        module
                            .imports
                            .push((import.module.to_owned(), import.name.to_owned()));
                    }
                }
            }
            Payload::ExportSection(section) => {
                let exports = section.into_iter().map(|export| export.unwrap());
                module.exports = exports
                    .map(|export| (export.name.to_owned(), export.index))
                    .collect();
            }
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element.unwrap();
                    if let (
                        wasmparser::ElementKind::Active { .. },
                        wasmparser::ElementItems::Functions(functions),
                    ) = (element.kind, element.items)
                    {
                        module.table = functions.into_iter().map(Result::unwrap).collect();
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let mut calls = Vec::new();
                for operator in body.get_operators_reader().unwrap() {
                    match operator.unwrap() {
                        Operator::Call { function_index } => calls.push(function_index),
                        Operator::RefFunc { function_index } => module.refs.push(function_index),
                        _ => {}
                    }
                }
                module.calls.push(calls);
            }
            _ => {}
        }
    }
    module
}

fn nested(bytes: &[u8]) -> Nested {
    let mut imports = Vec::new();
    let mut exports = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.unwrap() {
            Payload::ComponentImportSection(section) => {
                for import in section {
                    let import = import.unwrap();
                    if let ComponentTypeRef::Func(_) = import.ty {
                        imports.push(import.name.name.to_owned());
                    }
                }
            }
            Payload::ComponentExportSection(section) => {
                for export in section {
                    let export = export.unwrap();
                    if export.kind == ComponentExternalKind::Func {
                        exports.push((
                            export.name.name.to_owned(),
                            imports[export.index as usize].clone(),
                        ));
                    }
                }
            }
            _ => {}
        }
    }
    Nested { exports }
}

fn position(payload: &Payload<'_>) -> Option<u64> {
    Some(match payload {
        Payload::ComponentImportSection(section) => section.range().start,
        Payload::ComponentTypeSection(section) => section.range().start,
        Payload::ComponentAliasSection(section) => section.range().start,
        Payload::InstanceSection(section) => section.range().start,
        Payload::ComponentInstanceSection(section) => section.range().start,
        Payload::ComponentCanonicalSection(section) => section.range().start,
        Payload::ComponentExportSection(section) => section.range().start,
        _ => return None,
    })
}
