//! Values that are passed: texts, and variants with handles in them.

use witc_runner::Val;

pub(crate) fn text(text: &str) -> Val {
    Val::String(text.into())
}

pub(crate) fn texts<const N: usize>(all: [&str; N]) -> Val {
    Val::List(all.map(text).into())
}

pub(crate) fn string(val: &Val) -> &str {
    let Val::String(text) = val else {
        panic!("{val:?} is no text")
    };
    text
}

pub(crate) fn list(val: &Val) -> &[Val] {
    let Val::List(all) = val else {
        panic!("{val:?} is no list")
    };
    all
}

/// The texts of a list, one after the other.
pub(crate) fn joined(val: &Val) -> String {
    list(val).iter().map(string).collect::<Vec<_>>().join("+")
}

/// The handles in a value, in order; what is left has numbers in their place.
pub(crate) fn without_handles(val: &Val, handles: &mut Vec<Val>) -> Val {
    let mut boxed = |val: &Option<Box<Val>>| {
        val.as_ref()
            .map(|val| Box::new(without_handles(val, handles)))
    };
    match val {
        Val::Variant(case, payload) => Val::Variant(case.clone(), boxed(payload)),
        Val::Option(some) => Val::Option(boxed(some)),
        Val::Result(Ok(ok)) => Val::Result(Ok(boxed(ok))),
        Val::Result(Err(error)) => Val::Result(Err(boxed(error))),
        Val::List(vals) => Val::List(
            vals.iter()
                .map(|val| without_handles(val, handles))
                .collect(),
        ),
        Val::Tuple(vals) => Val::Tuple(
            vals.iter()
                .map(|val| without_handles(val, handles))
                .collect(),
        ),
        Val::Resource(_) => {
            handles.push(val.clone());
            Val::U32(handles.len() as u32)
        }
        other => other.clone(),
    }
}

/// All cases of a variant of handles: none, one, many, and mixed with what is none.
pub(crate) fn cases(mut make: impl FnMut(&str) -> Val) -> Vec<Val> {
    let case = |name: &str, payload: Val| Val::Variant(name.into(), Some(Box::new(payload)));
    let some = |result| Val::Option(Some(Box::new(Val::Result(result))));
    let many = ["a", "b", "c"].map(|name| Val::Tuple(vec![text(name), make(name)]));
    let good = some(Ok(Some(Box::new(make("d")))));
    vec![
        Val::Variant("none".into(), None),
        case("one", make("e")),
        case("many", Val::List(many.to_vec())),
        case("many", Val::List(Vec::new())),
        case(
            "mixed",
            Val::List(vec![
                Val::Option(None),
                good,
                some(Err(Some(Box::new(text("f"))))),
            ]),
        ),
    ]
}
