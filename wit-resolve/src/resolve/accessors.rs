//! Accessors: getters, and setters, each of which needs a getter and comes after it.

use super::func_item::{Form, FuncItem};
use super::session::Resolver;
use crate::codes;
use crate::sort::sort_by_key;
use crate::{Accessor, FastMap, Map, Name, Type, WorldItem};
use std::hash::Hash;
use witc_diagnostics::Diagnostic;
use witc_parser::ast;

impl<'a, 's> Resolver<'a, 's> {
    pub(crate) fn check_accessor_params(&mut self, item: &FuncItem<'a, 's>) {
        let params = &self.nodes_at(item.func.span)[item.func.params];
        let diagnostic = match item.form.accessor() {
            Some(Accessor::Get) if !params.is_empty() => Diagnostic::error(
                codes::GETTER_SHAPE,
                "a getter can't have parameters",
                params[0].name.span,
            )
            .note(format!(
                "with parameters it is a function: `{}: func(…) -> …`",
                item.name.name
            )),
            Some(Accessor::Set) if params.len() != 1 => {
                let span = params
                    // The first parameter too many, or the whole function if there is none.
                    .get(1)
                    .map_or(item.func.span, |param| param.name.span);
                Diagnostic::error(
                    codes::SETTER_SHAPE,
                    "a setter must have exactly one parameter, the value",
                    span,
                )
            }
            _ => return,
        };
        self.report(diagnostic);
    }

    pub(crate) fn check_setter_result(
        &mut self,
        written: &ast::Type<'_>,
        result: Type,
    ) -> Option<()> {
        let types = &self.out.model.types;
        let written_result = result.id().and_then(|id| types[id].kind.as_result());
        // Setting gives no value, but may fail.
        if written_result.is_some_and(|result| result.ok.is_none()) {
            return Some(());
        }
        let message = "a setter must return nothing, or a `result` without a value";
        let diagnostic = Diagnostic::error(codes::SETTER_SHAPE, message, written.span)
            .note("write `-> result<_, error>` if setting can fail");
        self.report(diagnostic);
        None
    }

    pub(crate) fn report_no_getter(&mut self, item: &FuncItem<'_, '_>) {
        let name = item.name.name;
        let (kind, word) = match item.form {
            Form::Static(_) => ("static setter", "static get"),
            Form::Freestanding(_) | Form::Method(_) | Form::Constructor => ("setter", "get"),
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

/// Moves setters after their getters, as component binaries need it; everything else stays in order.
pub(crate) fn place_setters<K: Hash + Eq, V>(
    items: &mut Map<K, V>,
    function: impl Fn(&V) -> Option<(Name, bool)>,
) {
    // Where the getters are, and which setters stand before theirs.
    let mut getters: FastMap<Name, usize> = FastMap::default();
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
        // After the getter at that place, and before what follows it: the sort is stable.
        order[index] = (getter, 1);
    }
    let mut sorted: Vec<_> = order.into_iter().zip(items.take_all()).collect();
    sort_by_key(&mut sorted, |&(place, _)| place);
    items.extend(sorted.into_iter().map(|(_, item)| item));
}

/// The function that an import or export is, with whether it is a setter.
pub(crate) fn accessor_of(resolver: &Resolver<'_, '_>, item: &WorldItem) -> Option<(Name, bool)> {
    let function = &resolver.out.model.functions[item.function()?];
    function
        .accessor
        .map(|accessor| (function.name.clone(), accessor == Accessor::Set))
}
