//! Tests on the host: traits for what stands in for imports there, and how imported functions reach it.
//!
//! All of it is there only where the target is not WebAssembly, and only if the option `host-tests` asks for it.

use crate::context::Context;
use crate::docs;
use crate::functions::{self, Constructed, RustParam};
use crate::module::ModuleWriter;
use crate::names;
use std::collections::HashMap;
use witc_bindgen_core::{Chaining, Module, ModuleId, Scope, Source};
use witc_resolve::{Direction, Function, FunctionKind, Resolve, TypeDefKind, TypeId};

/// Where there is no WebAssembly.
pub(crate) const ON_HOST: &str = "#[cfg(not(target_arch = \"wasm32\"))]";
/// Where there is.
pub(crate) const IN_COMPONENT: &str = "#[cfg(target_arch = \"wasm32\")]";

/// The names of what stands in for the imports of a module.
pub(crate) struct MockNames {
    /// The trait for functions that are no methods.
    interface: String,
    /// The function that installs something of that trait.
    install: String,
    /// The traits for methods, one for each resource.
    resources: HashMap<TypeId, String>,
    /// The functions of the first trait, by their names in WIT.
    functions: HashMap<String, String>,
}

impl MockNames {
    /// Finds names that nothing else in the module has.
    pub(crate) fn new(
        resolve: &Resolve,
        module: &Module<'_>,
        given: &HashMap<String, String>,
        types: &mut Scope,
        values: &mut Scope,
    ) -> Self {
        let name = |id: TypeId| resolve.types[id].name_or_empty();
        let interface = types.take("Mock");
        let resources = module
            .types
            .iter()
            .copied()
            .filter(|&id| is_resource(resolve, id));
        let resources = resources
            .map(|id| (id, types.take(names::derived("Mock", name(id), ""))))
            .collect();
        let mut scope = Scope::new();
        let mut functions = HashMap::new();
        // Free functions keep the names that they have in the module; the others make way.
        let free = module
            .functions
            .iter()
            .filter(|function| function.kind.resource().is_none());
        for function in free {
            let name = given
                .get(function.name.as_str())
                .cloned()
                .unwrap_or_default();
            functions.insert(function.name.to_string(), scope.take(name));
        }
        for function in &module.functions {
            let name = match function.kind {
                FunctionKind::Constructor(id) => format!("new-{}", name(id)),
                FunctionKind::Static(id) => format!("{}-{}", name(id), names::function(function)),
                _ => continue,
            };
            functions.insert(function.name.to_string(), scope.take(names::snake(&name)));
        }
        Self {
            interface,
            install: values.take("mock"),
            resources,
            functions,
        }
    }
}

/// Whether a type is a resource, and no alias of one.
fn is_resource(resolve: &Resolve, id: TypeId) -> bool {
    matches!(resolve.types[id].kind, TypeDefKind::Resource)
}

/// The resource that a function is called on.
fn method_of(function: &Function) -> Option<TypeId> {
    if let FunctionKind::Method(id) = function.kind {
        Some(id)
    } else {
        None
    }
}

/// Writes the traits of an imported module, and how something of them is installed.
pub(crate) fn write(writer: &mut ModuleWriter<'_, '_>) {
    let cx = writer.cx;
    let module = writer.module;
    let Some(names) = cx.mock_names(module) else {
        return;
    };
    let resources = cx.module(module).types.iter().copied();
    let resources: Vec<_> = resources
        .filter(|&id| is_resource(cx.resolve, id) && !cx.is_remapped(module, id))
        .collect();
    for id in resources {
        resource(writer, names, id);
    }
    let all = cx.module(module).functions.iter().copied();
    let functions: Vec<&Function> = all
        .filter(|function| method_of(function).is_none() && writes(cx, module, function))
        .collect();
    if functions.is_empty() {
        return;
    }
    let what = what(cx, module);
    head(
        &mut writer.source,
        &format!("What stands in for {what} in tests on the host."),
    );
    writer
        .source
        .block(format!("pub trait {}", names.interface), "", |source| {
            for function in &functions {
                method(
                    cx,
                    module,
                    function,
                    &names.functions[function.name.as_str()],
                    source,
                );
            }
        });
    head(
        &mut writer.source,
        "Makes this stand in for the imports, in this thread, and gives it back to look at.",
    );
    let MockNames {
        interface, install, ..
    } = names;
    let function =
        format!("pub fn {install}<_M: {interface} + 'static>(mock: _M) -> _rt::host::Rc<_M>");
    writer.source.block(function, "", |source| {
        source.lines("let mock = _rt::host::Rc::new(mock);");
        source.lines(format!(
            "_rt::host::install::<dyn {interface}>(mock.clone());\nmock"
        ));
    });
    writer.on_host.extend([interface.clone(), install.clone()]);
}

/// Writes the trait of a resource, and how something of it becomes one.
fn resource(writer: &mut ModuleWriter<'_, '_>, names: &MockNames, id: TypeId) {
    let cx = writer.cx;
    let module = writer.module;
    let name = cx.type_name(module, id);
    let mock = &names.resources[&id];
    head(
        &mut writer.source,
        &format!("What a [`{name}`] is made of in tests on the host."),
    );
    writer
        .source
        .block(format!("pub trait {mock}"), "", |source| {
            let methods = cx.module(module).functions.iter();
            for function in methods.filter(|it| method_of(it) == Some(id) && !cx.skips(it)) {
                method(
                    cx,
                    module,
                    function,
                    &cx.function_name(module, function),
                    source,
                );
            }
        });
    writer.source.gap();
    writer.source.lines(ON_HOST);
    let head = format!("impl<_M: {mock} + 'static> _rt::host::From<_M> for {name}");
    writer.source.block(head, "", |source| {
        source.block("fn from(mock: _M) -> Self", "", |source| {
            let handle = format!("_rt::host::new_mock::<dyn {mock}>(_rt::host::Rc::new(mock))");
            source.lines(format!("unsafe {{ Self::from_handle({handle}) }}"));
        });
    });
    writer.on_host.push(mock.clone());
}

fn head(source: &mut Source, docs: &str) {
    source.gap();
    docs::write_text(source, docs);
    source.lines(ON_HOST);
}

/// Writes a function of a trait. It need not be implemented: a test is about few of them.
fn method(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    name: &str,
    source: &mut Source,
) {
    let params = functions::params(cx, module, function, true);
    let params = params.iter().filter(|param| !param.is_self);
    let params: String = params
        .map(|param| format!(", {}: {}", param.name, cx.ty(module, param.ty, param.mode)))
        .collect();
    let result = result(cx, module, function)
        .map(|ty| format!(" -> {ty}"))
        .unwrap_or_default();
    functions::attributes(source, function, false);
    source.block(format!("fn {name}(&self{params}){result}"), "", |source| {
        let name = match cx.key(module) {
            Some(key) => format!("{}#{}", cx.resolve.extern_name(key), function.name),
            None => function.name.to_string(),
        };
        source.lines(format!("_rt::host::not_mocked({name:?})"));
    });
}

/// The result of a function that is written outside of its resource, where `Self` would be something else.
fn result(cx: &Context<'_>, module: ModuleId, function: &Function) -> Option<String> {
    let constructed = functions::constructed(cx, function).zip(function.kind.resource());
    let Some((constructed, id)) = constructed else {
        return functions::result(cx, module, function);
    };
    let name = cx.type_name(module, id).to_owned();
    Some(match constructed {
        Constructed::Resource => name,
        Constructed::Fallible(error) => {
            let error = error.map_or_else(|| "()".to_owned(), |ty| cx.owned(module, ty));
            format!("{}<{name}, {error}>", cx.prelude(module, "Result"))
        }
    })
}

/// What an imported function does on the host; nothing if tests there were not asked for.
pub(crate) fn call(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    params: &[RustParam],
    chaining: Option<Chaining>,
) -> Option<String> {
    let names = cx.mock_names(module)?;
    let given: String = params
        .iter()
        .filter(|param| !param.is_self)
        .map(|param| format!(", {}", param.name))
        .collect();
    let call = match method_of(function) {
        Some(id) => {
            let name = names.resources.get(&id)?;
            let function = cx.function_name(module, function);
            format!("{name}::{function}(&*_rt::host::resource::<dyn {name}>(self.handle()){given})")
        }
        None => {
            let MockNames {
                interface,
                functions,
                ..
            } = names;
            let function = functions.get(function.name.as_str())?;
            let what = what(cx, module);
            format!(
                "{interface}::{function}(&*_rt::host::mock::<dyn {interface}>({what:?}){given})"
            )
        }
    };
    Some(if chaining.is_some() {
        format!("{call};\nself")
    } else {
        call
    })
}

fn what(cx: &Context<'_>, module: ModuleId) -> String {
    match cx.key(module) {
        Some(key) => format!("the interface `{}`", cx.resolve.extern_name(key)),
        None => format!(
            "the functions that the world `{}` imports",
            cx.modules.world.name
        ),
    }
}

/// Whether a function is written at all.
fn writes(cx: &Context<'_>, module: ModuleId, function: &Function) -> bool {
    let remapped = function
        .kind
        .resource()
        .is_some_and(|id| cx.is_remapped(module, id));
    !remapped && !cx.skips(function) && cx.module(module).direction == Direction::Import
}
