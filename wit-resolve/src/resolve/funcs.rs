//! Functions: of interfaces, of worlds, and of resources.

use super::gates::Attributes;
use super::names::{ComponentName, Room};
use super::types::duplicate;
use super::{Absent, Resolver};
use crate::codes;
use crate::{
    Accessor, Function, FunctionId, FunctionKind, Handle, Name, Param, Stability, Type,
    TypeDefKind, TypeId, WorldItem,
};
use ecow::EcoString;
use indexmap::IndexMap;
use std::hash::{BuildHasher, Hash};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Attribute, FuncKind, Ident, ResourceFunc, ResourceFuncKind};
use witc_parser::order::sort_by_key;

/// How many parameters a function of a component can have.
const MAX_PARAMS: usize = 1000;

/// A function before its types are resolved.
#[derive(Clone, Copy)]
pub(crate) struct FuncItem<'a, 's> {
    /// Where the item starts.
    pub(crate) start: u32,
    pub(crate) attributes: &'a [Attribute<'s>],
    /// The resource that it belongs to.
    pub(crate) resource: Option<Ident<'s>>,
    pub(crate) name: Ident<'s>,
    pub(crate) form: Form,
    pub(crate) func: &'a ast::Func<'s>,
}

/// What kind of function it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Freestanding(Option<Accessor>),
    Method(Option<Accessor>),
    Static(Option<Accessor>),
    Constructor,
}

impl Form {
    pub(crate) fn accessor(self) -> Option<Accessor> {
        match self {
            Self::Freestanding(accessor) | Self::Method(accessor) | Self::Static(accessor) => {
                accessor
            }
            Self::Constructor => None,
        }
    }
}

fn split<'a, 's>(kind: &'a FuncKind<'s>) -> (Option<Accessor>, &'a ast::Func<'s>) {
    match kind {
        FuncKind::Func(func) => (None, func),
        FuncKind::Getter(func) => (Some(Accessor::Get), func),
        FuncKind::Setter(func) => (Some(Accessor::Set), func),
    }
}

impl<'a, 's> FuncItem<'a, 's> {
    /// A function of an interface or world.
    pub(crate) fn freestanding(
        start: u32,
        attributes: &'a [Attribute<'s>],
        name: Ident<'s>,
        kind: &'a FuncKind<'s>,
    ) -> Self {
        let (accessor, func) = split(kind);
        Self {
            start,
            attributes,
            resource: None,
            name,
            form: Form::Freestanding(accessor),
            func,
        }
    }

    /// A function of a resource.
    pub(crate) fn of_resource(resource: Ident<'s>, item: &'a ResourceFunc<'s>) -> Self {
        let (name, form, func) = match &item.kind {
            ResourceFuncKind::Constructor(span, func) => (
                Ident {
                    name: resource.name,
                    span: *span,
                },
                Form::Constructor,
                func,
            ),
            ResourceFuncKind::Method(name, kind) => {
                let (accessor, func) = split(kind);
                (*name, Form::Method(accessor), func)
            }
            ResourceFuncKind::Static(name, kind) => {
                let (accessor, func) = split(kind);
                (*name, Form::Static(accessor), func)
            }
        };
        Self {
            start: item.span.start,
            attributes: &item.attributes,
            resource: Some(resource),
            name,
            form,
            func,
        }
    }

    /// The name as components know it.
    pub(crate) fn full_name(&self) -> Name {
        let (annotation, accessor) = match self.form {
            Form::Freestanding(accessor) => ("", accessor),
            Form::Method(accessor) => ("[method]", accessor),
            Form::Static(accessor) => ("[static]", accessor),
            Form::Constructor => ("[constructor]", None),
        };
        let accessor = match accessor {
            None => "",
            Some(Accessor::Get) => "[get]",
            Some(Accessor::Set) => "[set]",
        };
        if annotation.is_empty() && accessor.is_empty() {
            return self.name.name.into();
        }
        let resource = self
            .resource
            .filter(|_| self.form != Form::Constructor)
            .map(|resource| resource.name);
        let mut name = EcoString::with_capacity(
            annotation.len()
                + accessor.len()
                + resource.map_or(0, |resource| resource.len() + 1)
                + self.name.name.len(),
        );
        name.push_str(annotation);
        name.push_str(accessor);
        if let Some(resource) = resource {
            name.push_str(resource);
            name.push('.');
        }
        name.push_str(self.name.name);
        name
    }

    /// The name as far as it must differ from others.
    pub(crate) fn component_name(&self) -> ComponentName<'s> {
        let room = match (self.form, self.form.accessor()) {
            (Form::Constructor, _) => Room::Constructor,
            (_, Some(Accessor::Set)) => Room::Setter,
            _ => Room::Plain,
        };
        let resource = self
            .resource
            .filter(|_| self.form != Form::Constructor)
            .map(|resource| resource.name);
        ComponentName {
            room,
            resource,
            name: self.name.name,
        }
    }
}

impl<'a, 's> Resolver<'a, 's> {
    /// Resolves a function; nothing if it is not there.
    pub(crate) fn function(&mut self, item: &FuncItem<'a, 's>) -> Option<FunctionId> {
        let Attributes {
            stability,
            external_id,
            inactive,
        } = self.attributes(item.attributes, item.name.span);
        let dropped = self.dropped;
        self.dropped |= inactive.is_some();
        let parts = self.signature(item);
        let gone = std::mem::replace(&mut self.dropped, dropped) || inactive.is_some();
        let (kind, params, result) = parts.filter(|_| !gone)?;
        let docs = self.docs.read(item.start);
        Some(self.out.functions.alloc(Function {
            name: item.full_name(),
            kind,
            accessor: item.form.accessor(),
            is_async: item.func.is_async.is_some(),
            params,
            result,
            docs,
            stability,
            external_id,
            span: item.name.span,
        }))
    }

    fn signature(
        &mut self,
        item: &FuncItem<'a, 's>,
    ) -> Option<(FunctionKind, Box<[Param]>, Option<Type>)> {
        let resource = item
            .resource
            .map(|resource| self.own_resource(resource, item.name.span));
        let params = self.params(item, resource.flatten());
        let result = self.result(item, resource.flatten());
        let kind = match (item.form, resource) {
            (Form::Freestanding(_), _) | (_, None) => FunctionKind::Freestanding,
            (Form::Method(_), Some(id)) => FunctionKind::Method(id?),
            (Form::Static(_), Some(id)) => FunctionKind::Static(id?),
            (Form::Constructor, Some(id)) => FunctionKind::Constructor(id?),
        };
        Some((kind, params?, result?))
    }

    /// The resource that a function stands in.
    fn own_resource(&mut self, resource: Ident<'s>, function: Span) -> Option<TypeId> {
        if let Some(&id) = self.types.types.get(resource.name) {
            return Some(id);
        }
        if let Some(&(absent @ Absent::Inactive(_), _)) = self.types.absent.get(resource.name) {
            self.report_absent("resource", resource.name, function, absent);
        }
        None
    }

    fn params(
        &mut self,
        item: &FuncItem<'a, 's>,
        resource: Option<TypeId>,
    ) -> Option<Box<[Param]>> {
        let written = &self.nodes_at(item.func.span)[item.func.params];
        let is_method = matches!(item.form, Form::Method(_));
        let count = written.len() + usize::from(is_method);
        if !self.has_room("parameters", count, MAX_PARAMS, item.name.span) {
            return None;
        }
        let mut params = Vec::with_capacity(count);
        let mut sound = true;
        if is_method {
            match resource {
                Some(id) => {
                    let kind = TypeDefKind::Handle(Handle::Borrow(id));
                    let ty = self.anonymous(kind, &Stability::default(), item.func.span);
                    params.push(Param {
                        name: Name::inline("self"),
                        ty,
                        span: item.func.span,
                    });
                }
                None => sound = false,
            }
        }
        self.check_accessor_params(item);
        let mut set = std::mem::take(&mut self.members);
        if is_method {
            // The first name is there by itself.
            let _ = set.add(ComponentName::plain("self"), item.func.span);
        }
        for param in written {
            if !param.name.is_missing()
                && let Err((first, span)) =
                    set.add(ComponentName::plain(param.name.name), param.name.span)
            {
                let mut diagnostic = duplicate(
                    codes::DUPLICATE_PARAM,
                    "parameter",
                    param.name,
                    first.name,
                    span,
                );
                if span == item.func.span {
                    diagnostic.message = "a method has a parameter `self` already".to_owned();
                    diagnostic.secondary.clear();
                }
                self.report(diagnostic);
            }
            match self.ty(&param.ty, &Stability::default()) {
                Some(ty) => params.push(Param {
                    name: param.name.name.into(),
                    ty,
                    span: param.name.span,
                }),
                None => sound = false,
            }
        }
        set.clear();
        self.members = set;
        sound.then(|| params.into())
    }

    fn check_accessor_params(&mut self, item: &FuncItem<'a, 's>) {
        let params = &self.nodes_at(item.func.span)[item.func.params];
        let diagnostic = match item.form.accessor() {
            Some(Accessor::Get) if !params.is_empty() => Diagnostic::error(
                codes::GETTER_SHAPE,
                "a getter has no parameters",
                params[0].name.span,
            )
            .note(format!(
                "with parameters it is a function: `{}: func(…) -> …`",
                item.name.name
            )),
            Some(Accessor::Set) if params.len() != 1 => {
                let span = params
                    .get(1)
                    .map_or(item.func.span, |param| param.name.span);
                Diagnostic::error(
                    codes::SETTER_SHAPE,
                    "a setter has exactly one parameter, the value",
                    span,
                )
            }
            _ => return,
        };
        self.report(diagnostic);
    }

    /// The result of a function; nothing if a mistake in it has been reported.
    fn result(
        &mut self,
        item: &FuncItem<'a, 's>,
        resource: Option<TypeId>,
    ) -> Option<Option<Type>> {
        let Some(written) = &item.func.result else {
            return match item.form {
                Form::Constructor => {
                    let own = TypeDefKind::Handle(Handle::Own(resource?));
                    Some(Some(self.anonymous(
                        own,
                        &Stability::default(),
                        item.func.span,
                    )))
                }
                form if form.accessor() == Some(Accessor::Get) => {
                    let diagnostic = Diagnostic::error(
                        codes::GETTER_SHAPE,
                        "a getter has a result",
                        item.func.span,
                    )
                    .note("write `get() -> type`");
                    self.report(diagnostic);
                    None
                }
                _ => Some(None),
            };
        };
        let result = self.ty(written, &Stability::default())?;
        if item.form == Form::Constructor {
            self.check_constructor_result(item, resource?, written, result)?;
        }
        if item.form.accessor() == Some(Accessor::Set) {
            self.check_setter_result(written, result)?;
        }
        if let Type::Id(id) = result
            && self.facts(id).borrows
        {
            let message = format!("the result of `{}` holds a `borrow`", item.name.name);
            let diagnostic = Diagnostic::error(codes::BORROW_IN_RESULT, message, written.span)
                .note("a borrowed handle ends with the call that it was passed to: return an owned one, the resource's bare name");
            self.report(diagnostic);
            return None;
        }
        Some(Some(result))
    }

    fn check_constructor_result(
        &mut self,
        item: &FuncItem<'a, 's>,
        resource: TypeId,
        written: &ast::Type<'_>,
        result: Type,
    ) -> Option<()> {
        let name = item.name.name;
        let note = format!(
            "a constructor makes a `{name}`: write nothing, or `-> result<{name}, error>` if it can fail"
        );
        let ok = match result {
            Type::Id(id) => match &self.out.types[id].kind {
                TypeDefKind::Result(result) => Some(result.ok),
                _ => None,
            },
            _ => None,
        };
        let Some(ok) = ok else {
            let message = "a constructor's result can only be a `result`";
            self.report(
                Diagnostic::error(codes::CONSTRUCTOR_RESULT, message, written.span).note(note),
            );
            return None;
        };
        if let Some(Type::Id(id)) = ok
            && self.out.types[id].name().is_none()
            && self.out.types[id].kind == TypeDefKind::Handle(Handle::Own(resource))
        {
            return Some(());
        }
        let span = match written.kind {
            ast::TypeKind::Result(Some(ok), _) => self.nodes_at(written.span)[ok].span,
            _ => written.span,
        };
        let message = format!("a constructor of `{name}` must give a `{name}` when it succeeds");
        self.report(Diagnostic::error(codes::CONSTRUCTOR_RESULT, message, span).note(note));
        None
    }

    fn check_setter_result(&mut self, written: &ast::Type<'_>, result: Type) -> Option<()> {
        if let Type::Id(id) = result
            && let TypeDefKind::Result(result) = self.out.types[id].kind
            && result.ok.is_none()
        {
            return Some(());
        }
        let message = "a setter gives nothing, or a `result` without a value";
        let diagnostic = Diagnostic::error(codes::SETTER_SHAPE, message, written.span)
            .note("write `-> result<_, error>` if setting can fail");
        self.report(diagnostic);
        None
    }

    pub(crate) fn report_no_getter(&mut self, item: &FuncItem<'_, '_>) {
        let name = item.name.name;
        let (kind, word) = match item.form {
            Form::Static(_) => ("static setter", "static get"),
            _ => ("setter", "get"),
        };
        let message = format!("the {kind} `{name}` has no getter");
        let diagnostic = Diagnostic::error(codes::SETTER_WITHOUT_GETTER, message, item.name.span)
            .note(format!(
                "add `{name}: {word}() -> type;`, or make it a function"
            ));
        self.report(diagnostic);
    }
}

/// The name of the getter that belongs to a setter.
pub(crate) fn getter_of(setter: &str) -> Name {
    setter.replacen("[set]", "[get]", 1).into()
}

/// Moves setters behind their getters, as component binaries need it; everything else stays in order.
pub(crate) fn place_setters<K: Hash + Eq, V, S: BuildHasher>(
    items: &mut IndexMap<K, V, S>,
    function: impl Fn(&V) -> Option<(Name, bool)>,
) {
    // Where the getters are, and which setters stand before theirs.
    let mut getters: super::FastMap<Name, usize> = super::FastMap::default();
    let mut setters = Vec::new();
    for (index, item) in items.values().enumerate() {
        match function(item) {
            Some((name, false)) => drop(getters.insert(name, index)),
            Some((name, true)) => setters.push((index, getter_of(&name))),
            None => {}
        }
    }
    // In the order of the text, so that setters that wait for the same place come in that order; each move takes the
    // setter out before its getter, so that what lies between moves up by one.
    let moves: Vec<(usize, usize)> = setters
        .into_iter()
        .filter_map(|(index, getter)| {
            getters
                .get(&getter)
                .filter(|&&at| at > index)
                .map(|&at| (index, at))
        })
        .collect();
    if moves.is_empty() {
        return;
    }
    let mut order: Vec<(usize, usize)> = (0..items.len()).map(|index| (index, 0)).collect();
    for &(index, getter) in &moves {
        order[index] = (getter, 1);
    }
    let mut sorted: Vec<_> = order.into_iter().zip(items.drain(..)).collect();
    sort_by_key(&mut sorted, |&(place, _)| place);
    items.extend(sorted.into_iter().map(|(_, item)| item));
}

/// The function that an import or export is, with whether it is a setter.
pub(crate) fn accessor_of(resolver: &Resolver<'_, '_>, item: &WorldItem) -> Option<(Name, bool)> {
    let WorldItem::Function(id) = item else {
        return None;
    };
    let function = &resolver.out.functions[*id];
    function
        .accessor
        .map(|accessor| (function.name.clone(), accessor == Accessor::Set))
}
