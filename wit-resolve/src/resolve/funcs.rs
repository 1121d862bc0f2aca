//! Functions: of interfaces, of worlds, and of resources.

use super::entity::Absent;
use super::func_item::{Form, FuncItem};
use super::gates::Attributes;
use super::limits::MAX_PARAMS;
use super::members::ComponentName;
use super::reports::duplicate;
use super::session::Resolver;
use crate::codes;
use crate::{
    Accessor, Function, FunctionId, FunctionKind, Handle, Name, Param, ResultType, Stability, Type,
    TypeDefKind, TypeId,
};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Ident};

impl<'a, 's> Resolver<'a, 's> {
    /// Resolves a function; nothing if it is not there.
    pub(crate) fn function(&mut self, item: &FuncItem<'a, 's>) -> Option<FunctionId> {
        let Attributes {
            stability,
            external_id,
            inactive,
        } = self.attributes(item.attributes);
        // The types of a function that is left out are resolved all the same, for their mistakes,
        // but nothing of them may stay in the model.
        let dropped = self.here.dropped;
        self.here.dropped |= inactive.is_some();
        let parts = self.signature(item);
        let gone = std::mem::replace(&mut self.here.dropped, dropped) || inactive.is_some();
        let (kind, params, result) = parts.filter(|_| !gone)?;
        let docs = self.here.docs.read(item.start);
        let function = Function {
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
        };
        self.check_function_limits(&function);
        Some(self.out.model.functions.alloc(function))
    }

    fn signature(
        &mut self,
        item: &FuncItem<'a, 's>,
    ) -> Option<(FunctionKind, Box<[Param]>, Option<Type>)> {
        let resource = item
            .resource
            .map(|resource| self.own_resource(resource, item.name.span));
        // Both are resolved before either is looked at, so that mistakes in both are reported.
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
        if let Some(&id) = self.here.types.types.get(resource.name) {
            return Some(id);
        }
        if let Some(&(absent @ Absent::Inactive(_), _)) = self.here.types.absent.get(resource.name)
        {
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
        self.check_accessor_params(item);
        self.check_param_names(item, written, is_method);
        let mut params = Vec::with_capacity(count);
        let mut is_sound = true;
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
                None => is_sound = false,
            }
        }
        for param in written {
            match self.ty(&param.ty, &Stability::default()) {
                Some(ty) => params.push(Param {
                    name: param.name.name.into(),
                    ty,
                    span: param.name.span,
                }),
                None => is_sound = false,
            }
        }
        is_sound.then(|| params.into())
    }

    /// Checks that the names of parameters differ, also from the `self` that a method has.
    fn check_param_names(
        &mut self,
        item: &FuncItem<'a, 's>,
        params: &[ast::Param<'s>],
        is_method: bool,
    ) {
        let mut set = std::mem::take(&mut self.here.members);
        if is_method {
            // The first name never collides with another.
            let _ = set.add(ComponentName::plain("self"), item.func.span);
        }
        for ast::Param { name, .. } in params {
            if !name.is_missing()
                && let Err((first, span)) = set.add(ComponentName::plain(name.name), name.span)
            {
                let code = codes::DUPLICATE_PARAM;
                let mut diagnostic = duplicate(code, "parameter", *name, first.name, span);
                // The `self` of a method is written nowhere, so that there is no first place to
                // show.
                if span == item.func.span {
                    diagnostic.message = "a method already has a parameter `self`".to_owned();
                    diagnostic.secondary.clear();
                }
                self.report(diagnostic);
            }
        }
        set.clear();
        self.here.members = set;
    }

    /// The result of a function; nothing if a mistake in it has been reported.
    fn result(
        &mut self,
        item: &FuncItem<'a, 's>,
        resource: Option<TypeId>,
    ) -> Option<Option<Type>> {
        let Some(written) = &item.func.result else {
            return self.implied_result(item, resource);
        };
        let result = self.ty(written, &Stability::default())?;
        if item.form == Form::Constructor {
            self.check_constructor_result(item, resource?, written, result)?;
        }
        if item.form.accessor() == Some(Accessor::Set) {
            self.check_setter_result(written, result)?;
        }
        // A borrowed handle must be dropped before the call returns (`Explainer.md`, "Handle
        // types").
        if result.id().is_some_and(|id| self.facts(id).borrows) {
            let message = format!("the result of `{}` contains a `borrow`", item.name.name);
            let diagnostic = Diagnostic::error(codes::BORROW_IN_RESULT, message, written.span)
                .note("a borrowed handle is only valid during the call that it is passed to: return an owned handle, written as the resource's name alone");
            self.report(diagnostic);
            return None;
        }
        Some(Some(result))
    }

    /// The result of a function that names none.
    fn implied_result(
        &mut self,
        item: &FuncItem<'a, 's>,
        resource: Option<TypeId>,
    ) -> Option<Option<Type>> {
        if item.form == Form::Constructor {
            let own = TypeDefKind::Handle(Handle::Own(resource?));
            let handle = self.anonymous(own, &Stability::default(), item.func.span);
            return Some(Some(handle));
        }
        if item.form.accessor() != Some(Accessor::Get) {
            return Some(None);
        }
        let message = "a getter must have a result";
        let diagnostic = Diagnostic::error(codes::GETTER_SHAPE, message, item.func.span)
            .note("write `get() -> type`");
        self.report(diagnostic);
        None
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
            "a constructor returns a `{name}` by itself: leave its result out, or write `-> result<{name}, error>` if it can fail"
        );
        let types = &self.out.model.types;
        // The result may have a name, an alias of a `result`.
        let Some(ResultType { ok, .. }) = result.id().and_then(|id| types[id].kind.as_result())
        else {
            let message = "the result of a constructor must be a `result`";
            self.report(
                Diagnostic::error(codes::CONSTRUCTOR_RESULT, message, written.span).note(note),
            );
            return None;
        };
        if let Some(id) = ok.and_then(Type::id)
            && self.out.model.types[id].name().is_none()
            && let Some(handle) = self.out.model.types[id].kind.as_handle()
            && handle.owned() == Some(resource)
        {
            return Some(());
        }
        // What is no result here is the name of one.
        let span = match written.kind.success() {
            Some(ok) => self.nodes_at(written.span)[ok].span,
            None => written.span,
        };
        let message = format!("a constructor of `{name}` must return a `{name}` on success");
        self.report(Diagnostic::error(codes::CONSTRUCTOR_RESULT, message, span).note(note));
        None
    }
}
