//! Calls of methods: a method may be in another file than its type, and then no path names the file that is needed.
//!
//! The type of what a method is called on is found where it is written nearby: `self`, fields, parameters, variables, and
//! what functions and methods return. Calls on other values are not looked at: by its name alone a method would be taken
//! for one of the standard library.

use crate::imports::Modules;
use crate::sources::is_test;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, Type};

/// A type of a crate: the module that defines it, and its name.
type Key = (usize, String);

/// A function or method: where it is, and what it returns.
struct Callee<'s> {
    module: usize,
    this: Option<Key>,
    output: &'s syn::ReturnType,
}

/// What is declared in a crate.
#[derive(Default)]
struct Declared<'s> {
    fields: HashMap<(Key, String), &'s Type>,
    methods: HashMap<(Key, String), Callee<'s>>,
    functions: HashMap<Key, Callee<'s>>,
}

/// For each file the files whose methods it calls, and which ones these are.
pub(crate) type Called<'s> = BTreeMap<&'s str, BTreeMap<&'s str, BTreeSet<String>>>;

/// The calls of methods between the files of a crate.
pub(crate) fn called<'s>(modules: &Modules<'s>) -> Called<'s> {
    let mut called = Called::default();
    for (module, methods) in calls(modules) {
        let from = modules.path(module);
        for (callee, method) in methods {
            let file = modules.path(callee);
            if file != from {
                let files = called.entry(from).or_default();
                files.entry(file).or_default().insert(method);
            }
        }
    }
    called
}

/// For each file the files that it imports from, and those whose methods it calls.
pub(crate) fn needs<'s>(modules: &Modules<'s>) -> BTreeMap<&'s str, BTreeSet<&'s str>> {
    let mut needs = modules.imports();
    for (from, files) in called(modules) {
        needs.entry(from).or_default().extend(files.keys());
    }
    needs
}

/// For each module the methods that it calls, with the modules that they are in.
fn calls(modules: &Modules<'_>) -> BTreeMap<usize, BTreeSet<(usize, String)>> {
    let mut declared = Declared::default();
    for (module, items) in modules.items() {
        for item in items {
            declared.add(modules, module, item);
        }
    }
    let calls = modules.items().map(|(module, items)| {
        let mut calls = Calls {
            modules,
            declared: &declared,
            module,
            this: None,
            variables: HashMap::new(),
            called: BTreeSet::new(),
        };
        for item in items {
            calls.visit_item(item);
        }
        (module, calls.called)
    });
    calls.collect()
}

/// The type that a written one stands for, behind references and boxes.
fn key(modules: &Modules<'_>, module: usize, this: Option<&Key>, ty: &Type) -> Option<Key> {
    match ty {
        Type::Reference(ty) => key(modules, module, this, &ty.elem),
        Type::Paren(ty) => key(modules, module, this, &ty.elem),
        Type::Path(ty) => {
            let last = ty.path.segments.last()?;
            if let syn::PathArguments::AngleBracketed(of) = &last.arguments
                && ["Box", "Rc", "Arc"].iter().any(|name| last.ident == name)
                && let Some(syn::GenericArgument::Type(inner)) = of.args.first()
            {
                return key(modules, module, this, inner);
            }
            named(modules, module, this, &words(&ty.path))
        }
        _ => None,
    }
}

fn words(path: &syn::Path) -> Vec<String> {
    let words = path.segments.iter();
    words.map(|segment| segment.ident.to_string()).collect()
}

/// The type, or the function, that a path names.
fn named(modules: &Modules<'_>, module: usize, this: Option<&Key>, path: &[String]) -> Option<Key> {
    match path {
        [only] if only == "Self" => this.cloned(),
        [.., last] => Some((modules.definer(module, path)?, last.clone())),
        [] => None,
    }
}

impl<'s> Declared<'s> {
    fn add(&mut self, modules: &Modules<'_>, module: usize, item: &'s syn::Item) {
        match item {
            syn::Item::Fn(item) => {
                let callee = Callee {
                    module,
                    this: None,
                    output: &item.sig.output,
                };
                self.functions
                    .insert((module, item.sig.ident.to_string()), callee);
            }
            syn::Item::Struct(item) => {
                for field in &item.fields {
                    let Some(name) = &field.ident else { continue };
                    let of = (module, item.ident.to_string());
                    self.fields.insert((of, name.to_string()), &field.ty);
                }
            }
            syn::Item::Impl(item) if !is_test(&item.attrs) => self.add_impl(modules, module, item),
            _ => {}
        }
    }

    fn add_impl(&mut self, modules: &Modules<'_>, module: usize, item: &'s syn::ItemImpl) {
        let this = key(modules, module, None, &item.self_ty);
        for method in &item.items {
            let syn::ImplItem::Fn(method) = method else {
                continue;
            };
            // What a trait has is found where the trait is, and that is imported by its name.
            if let Some(this) = this.clone().filter(|_| item.trait_.is_none()) {
                let name = (this.clone(), method.sig.ident.to_string());
                let callee = Callee {
                    module,
                    this: Some(this),
                    output: &method.sig.output,
                };
                self.methods.insert(name, callee);
            }
        }
    }
}

/// Looks for calls in a module.
struct Calls<'m, 's> {
    modules: &'m Modules<'s>,
    declared: &'m Declared<'s>,
    module: usize,
    /// The type that is being implemented.
    this: Option<Key>,
    /// The variables of a function whose types are known.
    variables: HashMap<String, Key>,
    called: BTreeSet<(usize, String)>,
}

impl Calls<'_, '_> {
    fn key(&self, ty: &Type) -> Option<Key> {
        key(self.modules, self.module, self.this.as_ref(), ty)
    }

    fn output(&self, callee: &Callee<'_>) -> Option<Key> {
        let syn::ReturnType::Type(_, ty) = callee.output else {
            return None;
        };
        key(self.modules, callee.module, callee.this.as_ref(), ty)
    }

    fn method(&self, of: Key, name: &syn::Ident) -> Option<&Callee<'_>> {
        self.declared.methods.get(&(of, name.to_string()))
    }

    fn named(&self, path: &[String]) -> Option<Key> {
        named(self.modules, self.module, self.this.as_ref(), path)
    }

    /// The function that a path names: one of a type, or one of a module.
    fn function(&self, path: &syn::Path) -> Option<&Callee<'_>> {
        let path = words(path);
        let (name, of) = path.split_last()?;
        let of = self.named(of);
        let method = of.and_then(|of| self.declared.methods.get(&(of, name.clone())));
        method.or_else(|| self.declared.functions.get(&self.named(&path)?))
    }

    /// The type of an expression.
    fn of(&self, expr: &Expr) -> Option<Key> {
        match expr {
            Expr::Paren(expr) => self.of(&expr.expr),
            Expr::Reference(expr) => self.of(&expr.expr),
            Expr::Unary(expr) => self.of(&expr.expr),
            Expr::Path(expr) if expr.path.is_ident("self") => self.this.clone(),
            Expr::Path(expr) => {
                let name = expr.path.get_ident()?.to_string();
                self.variables.get(&name).cloned()
            }
            Expr::Field(expr) => {
                let syn::Member::Named(name) = &expr.member else {
                    return None;
                };
                let of = self.of(&expr.base)?;
                let ty = self.declared.fields.get(&(of.clone(), name.to_string()))?;
                key(self.modules, of.0, None, ty)
            }
            Expr::MethodCall(call) => {
                let of = self.of(&call.receiver)?;
                self.output(self.method(of, &call.method)?)
            }
            Expr::Call(call) => {
                let Expr::Path(function) = &*call.func else {
                    return None;
                };
                self.output(self.function(&function.path)?)
            }
            Expr::Struct(expr) => self.named(&words(&expr.path)),
            _ => None,
        }
    }

    fn declare(&mut self, pattern: &Pat, of: Option<Key>) {
        match (pattern, of) {
            (Pat::Type(pattern), _) => {
                let of = self.key(&pattern.ty);
                self.declare(&pattern.pat, of);
            }
            (Pat::Ident(pattern), Some(of)) => {
                self.variables.insert(pattern.ident.to_string(), of);
            }
            (pattern, _) => self.visit_pat(pattern),
        }
    }

    fn function_body(&mut self, signature: &syn::Signature, body: &syn::Block) {
        self.variables.clear();
        for input in &signature.inputs {
            if let syn::FnArg::Typed(input) = input {
                let of = self.key(&input.ty);
                self.declare(&input.pat, of);
            }
        }
        self.visit_block(body);
    }
}

impl<'ast> Visit<'ast> for Calls<'_, '_> {
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {
        // A module of its own.
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if is_test(&item.attrs) {
            return;
        }
        self.this = self.key(&item.self_ty);
        visit::visit_item_impl(self, item);
        self.this = None;
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            self.function_body(&item.sig, &item.block);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_test(&item.attrs) {
            self.function_body(&item.sig, &item.block);
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        let mut of = None;
        if let Some(init) = &local.init {
            visit::visit_local_init(self, init);
            of = self.of(&init.expr);
        }
        self.declare(&local.pat, of);
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        // Another variable of the name, whose type is not known.
        self.variables.remove(&pattern.ident.to_string());
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, call);
        if let Some(of) = self.of(&call.receiver) {
            let module = self.method(of, &call.method).map(|callee| callee.module);
            let called = module.map(|module| (module, call.method.to_string()));
            self.called.extend(called);
        }
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        if path.path.segments.len() > 1 {
            let module = self.function(&path.path).map(|callee| callee.module);
            let called = module.map(|module| (module, words(&path.path).join("::")));
            self.called.extend(called);
        }
        visit::visit_expr_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let expressions = Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        if let Ok(expressions) = expressions.parse2(call.tokens.clone()) {
            for expression in &expressions {
                self.visit_expr(expression);
            }
        }
    }
}
