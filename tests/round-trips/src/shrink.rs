//! Smaller worlds: what a world that fails is tried without.

use crate::model::{Def, Func, Place, Ty, World};

/// Worlds that are a little smaller than this one, those that leave out most first.
#[must_use]
pub fn smaller(world: &World) -> Vec<World> {
    let mut all = Vec::new();
    let with = |change: &dyn Fn(&mut World)| {
        let mut smaller = world.clone();
        change(&mut smaller);
        smaller
    };
    let count = world.funcs.len();
    // Half of the functions, then one.
    if count > 2 {
        all.push(with(&|world| drop(world.funcs.drain(..count / 2))));
        all.push(with(&|world| world.funcs.truncate(count / 2)));
    }
    all.extend((0..count).map(|at| with(&|world| drop(world.funcs.remove(at)))));
    for (at, func) in world.funcs.iter().enumerate() {
        let most = func.params.len();
        if most > 3 {
            all.push(with(&|world| {
                drop(world.funcs[at].params.drain(..most / 2));
            }));
            all.push(with(&|world| world.funcs[at].params.truncate(most / 2)));
        }
        all.extend(
            (0..most).map(|param| with(&|world| drop(world.funcs[at].params.remove(param)))),
        );
        let is_movable = func.place.is_of_resource() || func.place == Place::World && !world.local;
        if is_movable {
            all.push(with(&|world| world.funcs[at].place = Place::Echo));
        }
        if func.is_async {
            all.push(with(&|world| world.funcs[at].is_async = false));
        }
        for (param, ty) in func.params.iter().enumerate() {
            let simpler = simpler(ty).into_iter();
            all.extend(simpler.map(|ty| with(&|world| world.funcs[at].params[param] = ty.clone())));
        }
    }
    // Types that are there once make a simpler world.
    if world.local {
        all.push(with(&|world| world.local = false));
    }
    // Definitions that nobody uses are not printed: without them the world is the same.
    let used = world.used(|_: &Func| true);
    for (at, def) in world.defs.iter().enumerate().filter(|(at, _)| used[*at]) {
        all.extend(
            simpler_defs(def)
                .into_iter()
                .map(|def| with(&|world| world.defs[at] = def.clone())),
        );
    }
    all
}

/// Types that are simpler than this one: its parts, and itself with simpler parts.
fn simpler(ty: &Ty) -> Vec<Ty> {
    let mut all: Vec<Ty> = ty.parts().into_iter().cloned().collect();
    let boxed = |ty: &Ty| simpler(ty).into_iter().map(Box::new).collect::<Vec<_>>();
    match ty {
        // Nothing is simpler than this: other types end here, so that shrinking does.
        Ty::Primitive("u8") => {}
        Ty::Primitive(_) | Ty::Named(_) | Ty::Own(_) | Ty::Borrow(_) | Ty::ErrorContext => {
            all.push(Ty::Primitive("u8"));
        }
        Ty::List(inner) => all.extend(boxed(inner).into_iter().map(Ty::List)),
        Ty::Fixed(inner, length) => {
            if *length > 1 {
                all.push(Ty::Fixed(inner.clone(), length / 2));
            }
            all.extend(
                boxed(inner)
                    .into_iter()
                    .map(|inner| Ty::Fixed(inner, *length)),
            );
        }
        Ty::Map(key, value) => {
            all.extend(boxed(value).into_iter().map(|value| Ty::Map(key, value)));
        }
        Ty::Option(inner) => all.extend(boxed(inner).into_iter().map(Ty::Option)),
        Ty::Result(ok, err) => {
            if let Some(some) = ok {
                all.push(Ty::Result(None, err.clone()));
                all.extend(
                    boxed(some)
                        .into_iter()
                        .map(|some| Ty::Result(Some(some), err.clone())),
                );
            }
            if let Some(some) = err {
                all.push(Ty::Result(ok.clone(), None));
                all.extend(
                    boxed(some)
                        .into_iter()
                        .map(|some| Ty::Result(ok.clone(), Some(some))),
                );
            }
        }
        Ty::Tuple(types) => all.extend(simpler_list(types, 1).into_iter().map(Ty::Tuple)),
        Ty::Stream(None) | Ty::Future(None) => all.push(Ty::Primitive("u8")),
        Ty::Stream(Some(inner)) => {
            all.extend(boxed(inner).into_iter().map(|ty| Ty::Stream(Some(ty))));
        }
        Ty::Future(Some(inner)) => {
            all.extend(boxed(inner).into_iter().map(|ty| Ty::Future(Some(ty))));
        }
    }
    all
}

/// One type less, or one that is simpler.
fn simpler_list(types: &[Ty], least: usize) -> Vec<Vec<Ty>> {
    let mut all = Vec::new();
    for at in 0..types.len() {
        let replaced = |with: &[Ty]| [&types[..at], with, &types[at + 1..]].concat();
        if types.len() > least {
            all.push(replaced(&[]));
        }
        all.extend(simpler(&types[at]).into_iter().map(|ty| replaced(&[ty])));
    }
    all
}

fn simpler_defs(def: &Def) -> Vec<Def> {
    let fewer = |count: usize| {
        [count / 2, count - 1]
            .into_iter()
            .filter(move |fewer| *fewer > 0 && *fewer < count)
    };
    match def {
        Def::Record(fields) => simpler_list(fields, 1)
            .into_iter()
            .map(Def::Record)
            .collect(),
        Def::Variant(cases) => {
            let mut all = Vec::new();
            if cases.len() > 2 {
                all.push(cases[..cases.len() / 2].to_vec());
                all.push(cases[cases.len() / 2..].to_vec());
            }
            for (at, case) in cases.iter().enumerate() {
                let replaced =
                    |with: &[Option<Ty>]| [&cases[..at], with, &cases[at + 1..]].concat();
                if cases.len() > 1 {
                    all.push(replaced(&[]));
                }
                if let Some(ty) = case {
                    all.push(replaced(&[None]));
                    all.extend(simpler(ty).into_iter().map(|ty| replaced(&[Some(ty)])));
                }
            }
            all.into_iter().map(Def::Variant).collect()
        }
        Def::Enum(count) => fewer(*count).map(Def::Enum).collect(),
        Def::Flags(count) => fewer(*count).map(Def::Flags).collect(),
        Def::Alias(ty) => simpler(ty).into_iter().map(Def::Alias).collect(),
    }
}

/// Makes a world smaller as long as something holds for it.
#[must_use]
pub fn shrink(mut world: World, mut holds: impl FnMut(&World) -> bool) -> World {
    while let Some(smaller) = smaller(&world)
        .into_iter()
        // Equal worlds would be tried for ever.
        .find(|smaller| *smaller != world && holds(smaller))
    {
        world = smaller;
    }
    world
}
