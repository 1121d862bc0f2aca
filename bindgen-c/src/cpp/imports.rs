//! The functions that the guest calls: core imports, and the functions and members that call them.

use crate::cpp::code::{self, CodeParts};
use crate::cpp::context::Context;
use crate::cpp::functions::{Class, CppFunction, Member};
use crate::cpp::resources;
use crate::cpp::spell::Speller;
use crate::cpp::world::NamedWorld;
use crate::shared::spelling::{Spelling, core_result, core_type, import_attribute};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::{CoreImport, ResourceIntrinsic};
use witc_resolve::Direction;

/// Writes an imported function, in its namespace.
pub(crate) fn function(
    world: NamedWorld<'_, '_>,
    function: &CppFunction<'_>,
    symbol: &str,
    parts: &mut CodeParts,
) {
    let (context, names) = (world.context, world.names);
    let signature = &function.call.signature;
    let key = function.interface(context);
    let core = context.core_names();
    let import = core.import(key, function.function, function.call.convention);
    let params: Vec<Spelling> = signature.params.iter().map(|&ty| core_type(ty)).collect();
    let result = core_result(signature.result);
    declare_import(&import, symbol, &params, &result, &mut parts.core);

    // The result stands before the name of the class, where the names of its members do not count.
    let path = names.of(function.module);
    let outside = Speller::inside(context, names, function.module, path);
    let class = function.member.class();
    let class = class.map(|class| world.functions.class_of(class));
    // Within the parentheses they do.
    let inside = class.map_or(outside, |class| resources::speller(context, names, class));
    let call = RuntimeCall::new(context, function, symbol, class, inside);
    let (name, params) = (&function.name, function.param_list(inside));
    let declare = |name: &str| function.returned(outside).declare(name);
    let declare_member = |class: &Class| declare(&format!("{}::{name}", class.name));
    let class_of = |class| world.functions.class_of(class);
    let head = match function.member {
        Member::Free => format!("{}({params})", declare(name)),
        // Constant: the call may change what the handle stands for, but not the handle.
        Member::Method(class) => format!("{}({params}) const", declare_member(class_of(class))),
        Member::Static(class) | Member::Factory(class) => {
            format!("{}({params})", declare_member(class_of(class)))
        }
        Member::Constructor(class) => {
            let (class, call) = (&class_of(class).name, call.expression());
            // The call gives an object of the class, from which the new one is moved.
            parts
                .code
                .lines(format!("{class}::{class}({params}) : {class}({call}) {{}}"));
            return;
        }
    };
    if function.is_async() {
        return call.start(&head, &mut parts.code);
    }
    let back = function.function.result.map_or("", |_| "return ");
    let statement = format!("{back}{};", call.expression());
    code::function(&mut parts.code, &head, &statement);
}

/// A call of a function of the runtime, which calls the core import.
struct RuntimeCall {
    /// The start of the call, until its types.
    open: &'static str,
    types: Vec<String>,
    close: &'static str,
    arguments: Vec<String>,
}

impl RuntimeCall {
    fn new(
        context: Context<'_, '_>,
        function: &CppFunction<'_>,
        symbol: &str,
        class: Option<&Class>,
        speller: Speller<'_, '_>,
    ) -> Self {
        let this = class.filter(|_| function.function.kind.is_method());
        let object = this.map(|_| "std::cref(*this)".to_owned());
        // With `::` in front: a namespace of the module may have a function of the same name.
        let mut types = vec![format!("&::{symbol}")];
        let result = function.result(speller).map(|ty| ty.to_string());
        let arguments = function.arguments().into_iter();
        if !function.is_async() {
            types.extend(result);
            return Self {
                open: "wit::abi::call<",
                types,
                close: ">(",
                arguments: object.into_iter().chain(arguments).collect(),
            };
        }
        let mut params = function.function.params.iter();
        let owns = params.any(|param| context.owns(param.ty));
        types.extend([
            owns.to_string(),
            result.unwrap_or_else(|| "void".to_owned()),
        ]);
        types.extend(this.map(|class| format!("std::reference_wrapper<const {}>", class.name)));
        let params = function.params.iter();
        types.extend(params.map(|(_, ty)| function.param(*ty, speller).to_string()));
        let moved = arguments.map(|name| format!("std::move({name})"));
        Self {
            open: "wit::abi::Import<",
            types,
            close: ">::call(",
            arguments: object.into_iter().chain(moved).collect(),
        }
    }

    fn expression(&self) -> String {
        let (types, arguments) = (self.types.join(", "), self.arguments.join(", "));
        format!("{}{types}{}{arguments})", self.open, self.close)
    }

    /// Writes a function that returns the call.
    fn start(&self, head: &str, source: &mut IndentedText) {
        source.block(head, "", |source| {
            let open = format!("return {}", self.open);
            let close = format!("{}{});", self.close, self.arguments.join(", "));
            code::list(source, &open, &self.types, &close);
        });
    }
}

/// Writes the built-ins of a class, in its namespace.
pub(crate) fn intrinsics(
    world: NamedWorld<'_, '_>,
    class: &Class,
    take: &mut dyn FnMut(String) -> String,
    parts: &mut CodeParts,
) {
    let context = world.context;
    let module = &context.modules[class.module];
    let key = module.interface.map(|(key, _)| key);
    let name = &class.name;
    let (int, void) = (Spelling::value("int32_t"), Spelling::value("void"));
    let pointer = Spelling::pointer("void");
    let mut import = |intrinsic, verb: &str, param: &Spelling, result: &Spelling| {
        let symbol = take(format!("witc_import_{}_{verb}", class.stem));
        let import = context
            .core_names()
            .resource(key, class.resource, intrinsic);
        let params = std::slice::from_ref(param);
        declare_import(&import, &symbol, params, result, &mut parts.core);
        symbol
    };
    match module.direction {
        Direction::Import => {
            let drop = import(ResourceIntrinsic::ImportedDrop, "drop", &int, &void);
            let drop = drop_statement(context, &drop, "handle");
            parts.code.lines(format!(
                "void {name}::ResourceDrop(int32_t handle) {{ {drop} }}"
            ));
        }
        // The owner of a resource makes handles of its objects and finds objects by handles; everybody else only drops
        // them.
        Direction::Export => {
            let new = import(ResourceIntrinsic::ExportedNew, "new", &pointer, &int);
            let rep = import(ResourceIntrinsic::ExportedRep, "rep", &int, &pointer);
            let drop = import(ResourceIntrinsic::ExportedDrop, "drop", &int, &void);
            let drop = drop_statement(context, &drop, "id");
            parts.code.lines(format!(
                "int32_t {name}::ResourceNew({name} *self) {{ return ::{new}(self); }}\n\
                 {name} *{name}::ResourceRep(int32_t id) {{ return static_cast<{name} *>(::{rep}(id)); }}\n\
                 void {name}::ResourceDrop(int32_t id) {{ {drop} }}"
            ));
        }
    }
}

/// The statement that drops a handle.
fn drop_statement(context: Context<'_, '_>, drop: &str, handle: &str) -> String {
    if context.needs.lends {
        // A call that is cancelled where nothing may block still has it.
        format!("wit::drop_when_idle({handle}, ::{drop});")
    } else {
        format!("::{drop}({handle});")
    }
}

/// Declares a core import.
pub(crate) fn declare_import(
    import: &CoreImport,
    symbol: &str,
    params: &[Spelling],
    result: &Spelling,
    core: &mut IndentedText,
) {
    let params: Vec<String> = params.iter().map(Spelling::to_string).collect();
    core.lines(import_attribute(import));
    core.lines(format!(
        "{}({});",
        result.declare(symbol),
        params.join(", ")
    ));
}
