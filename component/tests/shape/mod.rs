//! The shape of a component: what its core modules import, and how its exports are lifted, however indices, names and
//! shims are arranged.

use std::collections::BTreeMap;
use std::fmt::Write;
use wasmparser::{
    CanonicalFunction, CanonicalOption, ComponentAlias, ComponentDefinedType,
    ComponentExternalKind, ComponentInstance, ComponentType, ComponentTypeRef, ComponentValType,
    Instance, InstantiationArgKind, Operator, Parser, Payload, TypeRef,
};

/// The meaning of each import and export, by name.
pub(crate) type Shape = BTreeMap<String, String>;

/// The shape of a component.
pub(crate) fn of(component: &[u8]) -> Shape {
    let component = Component::read(component);
    let mut shape = Shape::new();
    for instance in &component.core_instances {
        let CoreInstance::Instantiate(module, arguments) = instance else {
            continue;
        };
        let part = match component.role(*module) {
            Role::Part(part) => part,
            Role::Shim | Role::Fixup => continue,
        };
        for (from, instance) in arguments {
            for (field, item) in component.items(*instance) {
                shape.insert(
                    format!("{part} imports {from} {field}"),
                    component.core_item(&item),
                );
            }
        }
    }
    for (name, export) in &component.exports {
        match export {
            Export::Function(index) => {
                shape.insert(format!("export {name}"), component.function(*index));
            }
            Export::Instance(index) => {
                for (field, function) in component.instance_functions(*index) {
                    shape.insert(
                        format!("export {name} {field}"),
                        component.function(function),
                    );
                }
            }
        }
    }
    shape
}

/// The purpose of a core module.
enum Role {
    Part(String),
    Shim,
    Fixup,
}

#[derive(Default)]
struct Component {
    modules: Vec<Module>,
    components: Vec<Nested>,
    core_instances: Vec<CoreInstance>,
    core_functions: Vec<CoreFunction>,
    /// Memories, tables and globals: the instance and the name that each comes from.
    core_memories: Vec<(u32, String)>,
    core_others: Vec<(u32, String)>,
    functions: Vec<Function>,
    instances: Vec<ComponentInstanceDef>,
    types: Vec<Type>,
    exports: Vec<(String, Export)>,
}

struct Module {
    imports: Vec<(String, String)>,
    exports: Vec<(String, u32)>,
    /// The contents of the table, if it is filled: functions by index.
    table: Vec<u32>,
    /// The functions that each function calls, and those that are referred to by each.
    calls: Vec<Vec<u32>>,
    refs: Vec<u32>,
}

/// A component that gives an instance its types: its exports by the imports that they are.
struct Nested {
    exports: Vec<(String, String)>,
}

enum CoreInstance {
    Instantiate(u32, Vec<(String, u32)>),
    Items(Vec<(String, CoreItem)>),
}

#[derive(Clone)]
enum CoreItem {
    Function(u32),
    Memory(u32),
    Other(u32),
    /// An export of an instantiated module.
    Export(u32, String),
}

enum CoreFunction {
    Alias(u32, String),
    Lower(u32, Options),
    Resource(&'static str, u32),
    /// A built-in: what it is called, with the types that it is about.
    BuiltIn(String, Options),
    /// `thread.new-indirect`: the table.
    NewThread(u32),
}

enum Type {
    Named(String),
    /// A resource with its destructor.
    Resource(Option<u32>),
}

#[derive(Clone, Default)]
struct Options {
    memory: Option<u32>,
    realloc: Option<u32>,
    post_return: Option<u32>,
    encoding: Option<&'static str>,
    is_async: bool,
    callback: Option<u32>,
}

enum Function {
    Import(String),
    Alias(u32, String),
    Lift(u32, Options),
}

enum ComponentInstanceDef {
    Import(String),
    Instantiate(u32, Vec<(String, u32)>),
    Other,
}

enum Export {
    Function(u32),
    Instance(u32),
}

impl Component {
    fn role(&self, module: u32) -> Role {
        let this = &self.modules[module as usize];
        let is_hook = |name: &str| name.starts_with("hook");
        // `wit-component` and witc both put the main module first.
        if module == 0 {
            return Role::Part("main".into());
        }
        if this.imports.is_empty()
            && this
                .exports
                .iter()
                .any(|(name, _)| name.starts_with('$') || name == "g0")
        {
            return Role::Shim;
        }
        // Adapters are there for what they export.
        if this.exports.iter().all(|(name, _)| is_hook(name)) {
            return Role::Fixup;
        }
        Role::Part(format!("adapter {module}"))
    }

    /// The items of a core instance; of an instantiated module none are known by themselves.
    fn items(&self, instance: u32) -> Vec<(String, CoreItem)> {
        match &self.core_instances[instance as usize] {
            CoreInstance::Items(items) => items.clone(),
            CoreInstance::Instantiate(module, _) => {
                let exports = self.modules[*module as usize].exports.iter();
                exports
                    .map(|(name, _)| (name.clone(), CoreItem::Export(instance, name.clone())))
                    .collect()
            }
        }
    }

    fn core_item(&self, item: &CoreItem) -> String {
        match item {
            CoreItem::Function(index) => self.core_function(*index),
            CoreItem::Memory(index) => {
                let (instance, name) = &self.core_memories[*index as usize];
                self.core_export(*instance, name)
            }
            CoreItem::Other(index) => {
                let (instance, name) = &self.core_others[*index as usize];
                self.core_export(*instance, name)
            }
            CoreItem::Export(instance, name) => self.core_export(*instance, name),
        }
    }

    fn core_export(&self, instance: u32, name: &str) -> String {
        match &self.core_instances[instance as usize] {
            CoreInstance::Items(items) => {
                let (_, item) = items.iter().find(|(known, _)| known == name).unwrap();
                self.core_item(item)
            }
            CoreInstance::Instantiate(module, arguments) => match self.role(*module) {
                Role::Part(part) => format!("{part}.{name}"),
                Role::Shim if name.starts_with('$') => format!("the shim's {name}"),
                Role::Shim => self.behind_shim(name.parse().unwrap()),
                Role::Fixup => {
                    let module = &self.modules[*module as usize];
                    let (_, index) = module
                        .exports
                        .iter()
                        .find(|(known, _)| known == name)
                        .unwrap();
                    self.fixup_function(module, arguments, *index)
                }
            },
        }
    }

    /// The function that the shim with this number calls once the fix-up module has run.
    fn behind_shim(&self, number: usize) -> String {
        // The table is empty in the shim module, and only the fix-up module says what goes into it.
        let fixup = self
            .core_instances
            .iter()
            .find_map(|instance| match instance {
                CoreInstance::Instantiate(module, arguments) => {
                    matches!(self.role(*module), Role::Fixup)
                        .then_some((&self.modules[*module as usize], arguments))
                }
                CoreInstance::Items(_) => None,
            });
        let (module, arguments) = fixup.expect("shims are filled");
        let filled = if module.table.is_empty() {
            &module.refs
        } else {
            &module.table
        };
        self.fixup_function(module, arguments, filled[number])
    }

    fn fixup_function(&self, module: &Module, arguments: &[(String, u32)], index: u32) -> String {
        match module.imports.get(index as usize) {
            Some((from, name)) => {
                let (_, instance) = arguments.iter().find(|(known, _)| known == from).unwrap();
                self.core_export(*instance, name)
            }
            None => {
                let calls = &module.calls[index as usize - module.imports.len()];
                let called: Vec<_> = calls
                    .iter()
                    .map(|&call| self.fixup_function(module, arguments, call))
                    .collect();
                format!("[{}]", called.join(", "))
            }
        }
    }

    fn core_function(&self, index: u32) -> String {
        match &self.core_functions[index as usize] {
            CoreFunction::Alias(instance, name) => self.core_export(*instance, name),
            CoreFunction::Lower(function, options) => {
                format!(
                    "lower {}{}",
                    self.function(*function),
                    self.options(options)
                )
            }
            CoreFunction::Resource(what, ty) => match &self.types[*ty as usize] {
                Type::Named(name) => format!("{what} of {name}"),
                Type::Resource(None) => format!("{what} of a resource without destructor"),
                Type::Resource(Some(destructor)) => {
                    format!(
                        "{what} of a resource with destructor {}",
                        self.core_function(*destructor)
                    )
                }
            },
            CoreFunction::BuiltIn(what, options) => format!("{what}{}", self.options(options)),
            CoreFunction::NewThread(table) => {
                let (instance, name) = &self.core_others[*table as usize];
                format!("thread.new-indirect {}", self.core_export(*instance, name))
            }
        }
    }

    fn function(&self, index: u32) -> String {
        match &self.functions[index as usize] {
            Function::Import(name) => name.clone(),
            Function::Alias(instance, name) => format!("{}.{name}", self.instance(*instance)),
            Function::Lift(core, options) => {
                format!(
                    "lift {}{}",
                    self.core_function(*core),
                    self.options(options)
                )
            }
        }
    }

    fn instance(&self, index: u32) -> String {
        match &self.instances[index as usize] {
            ComponentInstanceDef::Import(name) => name.clone(),
            ComponentInstanceDef::Instantiate(..) => "an instance".into(),
            ComponentInstanceDef::Other => "something".into(),
        }
    }

    fn instance_functions(&self, index: u32) -> Vec<(String, u32)> {
        let ComponentInstanceDef::Instantiate(component, arguments) =
            &self.instances[index as usize]
        else {
            return Vec::new();
        };
        let exports = &self.components[*component as usize].exports;
        let argument = |import: &str| arguments.iter().find(|(name, _)| name == import).unwrap().1;
        exports
            .iter()
            .map(|(name, import)| (name.clone(), argument(import)))
            .collect()
    }

    fn options(&self, options: &Options) -> String {
        let mut text = String::new();
        if let Some(memory) = options.memory {
            let (instance, name) = &self.core_memories[memory as usize];
            write!(text, " (memory {})", self.core_export(*instance, name)).unwrap();
        }
        if let Some(realloc) = options.realloc {
            write!(text, " (realloc {})", self.core_function(realloc)).unwrap();
        }
        if let Some(encoding) = options.encoding {
            write!(text, " ({encoding})").unwrap();
        }
        if let Some(post_return) = options.post_return {
            write!(text, " (post-return {})", self.core_function(post_return)).unwrap();
        }
        if options.is_async {
            text += " async";
        }
        if let Some(callback) = options.callback {
            write!(text, " (callback {})", self.core_function(callback)).unwrap();
        }
        text
    }
}

mod read;
