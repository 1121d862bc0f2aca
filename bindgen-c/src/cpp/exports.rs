//! The functions that the guest writes: core exports, each of which calls a function or member.

use crate::cpp::code;
use crate::cpp::context::Context;
use crate::cpp::functions::{Class, CppFunction, Member};
use crate::cpp::imports::declare_import;
use crate::cpp::resources;
use crate::cpp::spell::Speller;
use crate::cpp::world::NamedWorld;
use crate::shared::spelling::{Spelling, core_result, core_type, export_attribute};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::PostReturn;

/// The guest's function as the runtime calls it: a lambda.
struct GuestCall {
    /// The object that a method is called on.
    object: Option<String>,
    result: Spelling,
    callee: String,
    /// Whether there are parameters besides the object.
    has_params: bool,
}

/// Writes the core export for a function, outside of all namespaces.
pub(crate) fn function(
    world: NamedWorld<'_, '_>,
    function: &CppFunction<'_>,
    take: &mut dyn FnMut(String) -> String,
    source: &mut IndentedText,
) {
    let (context, names) = (world.context, world.names);
    let speller = Speller::outside(context, names, function.module);
    let signature = &function.call.signature;
    let key = function.interface(context);
    let core = context.core_names();
    let export = core.export(key, function.function, function.call.convention);
    let symbol = take(format!("export_{}", function.stem));

    // The runtime lifts the parameters, calls a function object with them, and lowers its result.
    let call = guest_call(world, function, speller);
    let types = served_types(world, function, speller, &call, take, source);
    let params = core_params(context, function);
    let back = if signature.result.is_some() {
        "return "
    } else {
        ""
    };
    assert_member(world, function, &call, &types, source);
    source.lines(export_attribute(&export));
    // Nothing else is written here: lifting, the call and lowering are the work of one template.
    let head = core_result(signature.result).declare(&symbol);
    source.block(format!("{head}({})", params.join(", ")), "", |source| {
        let (template, verb) = match function.is_async() {
            true => ("Task", "start"),
            false => ("Serve", "call"),
        };
        let open = format!("{back}wit::abi::{template}<");
        let arguments = (0..params.len()).map(argument).collect();
        call.serve([&open, verb], &types, arguments, source);
    });
    if function.is_async() {
        callback(context, function, take, source);
    }
    post_return(context, function, &call, take, source);
}

/// The arguments of `Serve`: the result, then what it lifts, in the order of the core parameters. The object that a method is
/// called on is the first of those. `Task` has the function that returns the result in front.
fn served_types(
    world: NamedWorld<'_, '_>,
    function: &CppFunction<'_>,
    speller: Speller<'_, '_>,
    call: &GuestCall,
    take: &mut dyn FnMut(String) -> String,
    source: &mut IndentedText,
) -> Vec<String> {
    let mut types = Vec::new();
    if function.is_async() {
        let result = function.result(speller);
        let returns = task_return(world.context, function, take, source);
        types.push(format!("&{returns}"));
        types.push(result.map_or_else(|| "void".to_owned(), |ty| ty.to_string()));
    } else {
        types.push(call.result.to_string());
    }
    types.extend(call.object.clone());
    let params = function.params.iter();
    types.extend(params.map(|(_, ty)| function.param(*ty, speller).to_string()));
    types
}

/// Writes the core export that frees a result after the caller has read it, if there is something to free.
fn post_return(
    context: Context<'_, '_>,
    function: &CppFunction<'_>,
    call: &GuestCall,
    take: &mut dyn FnMut(String) -> String,
    source: &mut IndentedText,
) {
    // The area of a result is static: only what the result points to has to be freed.
    let post_return = function.call.post_return.as_ref();
    if !post_return.is_some_and(PostReturn::frees_memory) {
        return;
    }
    let key = function.interface(context);
    let export = context.core_names().post_return(key, function.function);
    let symbol = take(format!("post_{}", function.stem));
    // A handle that is returned is spelled as a reference, and `of` is known for types alone.
    let of = format!("wit::abi::of<std::remove_cvref_t<{}>>", call.result);
    source.lines(export_attribute(&export));
    let head = format!("void {symbol}(void *ret)");
    let release = format!("{of}::release(static_cast<uint8_t *>(ret));");
    code::function(source, &head, &release);
}

/// Asserts that the user's class has a member that fits, in words: templates would say it in theirs.
fn assert_member(
    world: NamedWorld<'_, '_>,
    function: &CppFunction<'_>,
    call: &GuestCall,
    types: &[String],
    source: &mut IndentedText,
) {
    // Whether a coroutine fits is told by the type that it gives.
    let Some(class) = function.member.class().filter(|_| !function.is_async()) else {
        return;
    };
    let class = world.functions.class_of(class);
    let speller = resources::speller(world.context, world.names, class);
    let member = resources::declaration(function, speller);
    let has_params = types.len() > 1 + usize::from(call.object.is_some());
    let (head, statement) = call.lambda_if_it_fits(has_params);
    source.lines("static_assert(");
    let mut inside = IndentedText::at(source.depth() + 1);
    let types_text = types.join(", ");
    let condition = format!("wit::abi::Serve<{types_text}>::fits({head} {{ {statement} }}),");
    if code::fits(&inside, &condition) {
        inside.lines(condition);
    } else {
        code::list(&mut inside, "wit::abi::Serve<", types, ">::fits(");
        let mut lambda = IndentedText::at(inside.depth() + 1);
        lambda.block(head, "", |lambda| lambda.lines(statement));
        inside.append(&lambda);
        inside.lines("),");
    }
    inside.lines(format!(
        "\"the class {} needs `{member}`: see the template that witc writes of its header\"",
        class.name
    ));
    source.append(&inside);
    source.lines(");");
}

/// The call of the guest's function.
fn guest_call(
    world: NamedWorld<'_, '_>,
    function: &CppFunction<'_>,
    speller: Speller<'_, '_>,
) -> GuestCall {
    let modules = world.context.modules;
    let path = world
        .names
        .path_of(modules, function.module, function.direction);
    let name = &function.name;
    let class_of = |class| speller.qualified(path, &world.functions.class_of(class).name);
    let (object, result, callee) = match function.member {
        Member::Free => (None, None, speller.qualified(path, name)),
        Member::Method(class) => {
            let object = format!("std::reference_wrapper<{}>", class_of(class));
            (Some(object), None, format!("self.get().{name}"))
        }
        // A constructor of C++ returns nothing: the function `New` makes the object and gives its handle.
        Member::Constructor(class) => {
            let class = class_of(class);
            let owned = Spelling::value(format!("wit::Owned<{class}>"));
            (None, Some(owned), format!("{class}::New"))
        }
        Member::Static(class) | Member::Factory(class) => {
            (None, None, format!("{}::{name}", class_of(class)))
        }
    };
    GuestCall {
        object,
        result: result.unwrap_or_else(|| function.returned(speller)),
        callee,
        has_params: !function.params.is_empty(),
    }
}

/// Declares the core import that returns the result of an async function. Gives its name, as code outside of all namespaces
/// has it.
fn task_return(
    context: Context<'_, '_>,
    function: &CppFunction<'_>,
    take: &mut dyn FnMut(String) -> String,
    source: &mut IndentedText,
) -> String {
    let symbol = take(format!("return_{}", function.stem));
    let key = function.interface(context);
    let import = context.core_names().task_return(key, function.function);
    let signature = function.call.task_return.iter();
    let params = signature.flat_map(|signature| &signature.params);
    let params: Vec<Spelling> = params.map(|&ty| core_type(ty)).collect();
    declare_import(&import, &symbol, &params, &core_result(None), source);
    symbol
}

/// Writes the core export that goes on with the tasks of an async function.
fn callback(
    context: Context<'_, '_>,
    function: &CppFunction<'_>,
    take: &mut dyn FnMut(String) -> String,
    source: &mut IndentedText,
) {
    let key = function.interface(context);
    let export = context.core_names().callback(key, function.function);
    let symbol = take(format!("callback_{}", function.stem));
    source.lines(export_attribute(&export));
    let head = format!("int32_t {symbol}(int32_t event, int32_t waitable, int32_t status)");
    let statement = "return wit::abi::go_on(event, waitable, status);";
    code::function(source, &head, statement);
}

impl GuestCall {
    /// Writes the call of a function of the runtime, whose template begins with `open`: with the types that it lifts and
    /// lowers, the guest's function, and the core parameters.
    fn serve(
        &self,
        [open, verb]: [&str; 2],
        types: &[String],
        arguments: Vec<String>,
        source: &mut IndentedText,
    ) {
        let has_params = self.has_params;
        let (head, statement) = self.lambda(has_params);
        let lambda = format!("{head} {{ {statement} }}");
        let line = format!("{open}{}>::{verb}({lambda}", types.join(", "));
        let all = [&[line][..], &arguments[..]].concat().join(", ") + ");";
        if code::fits(source, &all) {
            return source.lines(all);
        }
        code::list(source, open, types, &format!(">::{verb}("));
        let mut inside = IndentedText::at(source.depth() + 1);
        let end = if arguments.is_empty() { "" } else { "," };
        if code::fits(&inside, &(lambda.clone() + end)) {
            inside.lines(lambda + end);
        } else {
            inside.block(head, end, |inside| inside.lines(statement));
        }
        inside.lines(arguments.join(", "));
        source.append(&inside);
        source.lines(");");
    }

    /// A function object that passes on what it is called with: its head and its only statement.
    fn lambda(&self, has_params: bool) -> (String, String) {
        let (params, call) = self.passing_on(has_params);
        (
            format!("[]({params}) -> {}", self.result),
            format!("return {call};"),
        )
    }

    /// As [`Self::lambda`], for a function object that can be called only if the guest's function can.
    fn lambda_if_it_fits(&self, has_params: bool) -> (String, String) {
        let (params, call) = self.passing_on(has_params);
        (
            format!("[]({params}) -> decltype({call})"),
            format!("return {call};"),
        )
    }

    /// The parameters of a function object, and the call with which it passes them on.
    fn passing_on(&self, has_params: bool) -> (String, String) {
        let object = self.object.as_ref().map(|_| "auto self");
        let pack = has_params.then_some("auto &&...a");
        let params: Vec<&str> = object.into_iter().chain(pack).collect();
        let arguments = if has_params {
            "std::forward<decltype(a)>(a)..."
        } else {
            ""
        };
        (params.join(", "), format!("{}({arguments})", self.callee))
    }
}

/// The name of a core parameter.
fn argument(index: usize) -> String {
    format!("a{index}")
}

/// The declarations of the core parameters. A borrowed handle of what the guest exports is a pointer.
fn core_params(context: Context<'_, '_>, function: &CppFunction<'_>) -> Vec<String> {
    let signature = &function.call.signature;
    let mut types: Vec<Spelling> = signature.params.iter().map(|&ty| core_type(ty)).collect();
    if let Some(starts) = signature.parameters.flat() {
        for (param, &start) in function.function.params.iter().zip(starts) {
            let borrowed = context.plans[context.plans.of(param.ty)].kind.borrow();
            if borrowed.is_some_and(|resource| {
                context
                    .modules
                    .side(function.module, resource.definition)
                    .is_export()
            }) {
                // The host passes the owner of a resource its own representation (`lower_borrow` in CanonicalABI.md).
                types[start] = Spelling::pointer("void");
            }
        }
    }
    let numbered = types.iter().enumerate();
    numbered
        .map(|(index, ty)| ty.declare(&argument(index)))
        .collect()
}

/// Writes the core export that ends an object of a class.
pub(crate) fn destructor(
    world: NamedWorld<'_, '_>,
    class: &Class,
    take: &mut dyn FnMut(String) -> String,
    source: &mut IndentedText,
) {
    let (context, names) = (world.context, world.names);
    let key = context.modules[class.module].interface.map(|(key, _)| key);
    let export = context.core_names().destructor(key, class.resource);
    let symbol = take(format!("export_{}_dtor", class.stem));
    let name = Speller::outside(context, names, class.module)
        .qualified(names.of(class.module), &class.name);
    source.lines(export_attribute(&export));
    source.lines(format!(
        "void {symbol}(void *self) {{ wit::abi::destroy<{name}>(self); }}"
    ));
}
