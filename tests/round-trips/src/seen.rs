//! What the imports of a guest see, and what they give for it.

use crate::compare::{lends, map, numbered};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use witc_runner::{AsContextMut, Error, Program, Result, State, Type, Val, number, own};

/// The interface of the host's resources.
const TYPES: &str = "test:trip/types";

/// The calls and handles that the imports of the guest saw.
#[derive(Clone, Default)]
pub(crate) struct Seen {
    log: Arc<Mutex<Log>>,
    /// For each function which parameters lend something.
    lending: Arc<OnceLock<BTreeMap<String, Vec<bool>>>>,
}

impl Seen {
    /// All that was seen since the last time.
    pub(crate) fn take(&self) -> Log {
        std::mem::take(&mut *self.log())
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().expect("nobody panics")
    }

    /// Tells which functions there are, with their parameters. The imports need it, but it is known only when there is an
    /// instance: before this nothing calls them.
    pub(crate) fn functions_are(&self, all: &[(String, Vec<(String, Type)>)]) {
        let lending = all.iter().map(|(function, params)| {
            let lending = params.iter().map(|(_, ty)| lends(ty)).collect();
            (function.clone(), lending)
        });
        let _ = self.lending.set(lending.collect());
    }

    /// Implements the resources of the host.
    pub(crate) fn resources(&self, program: &mut Program) -> Result<()> {
        for name in program.resources(TYPES) {
            let seen = self.clone();
            program.resource(TYPES, &name, move |number| {
                seen.log().dropped.insert(number);
            })?;
        }
        Ok(())
    }

    /// Notes a call, and gives its result: the arguments that lend nothing, as they are or in a tuple.
    pub(crate) fn answer(
        &self,
        mut store: impl AsContextMut<Data = State>,
        function: &str,
        args: &[Val],
    ) -> Result<Option<Val>> {
        let mut numbers = Vec::new();
        let mut kept = Vec::new();
        let lending = self.lending.get().and_then(|all| all.get(function));
        let lending = lending.ok_or_else(|| Error::msg("it is called before there are exports"))?;
        for (arg, lends) in args.iter().zip(lending) {
            let value = through(&mut store, arg, &mut numbers)?;
            if !lends {
                kept.push(value);
            }
        }
        let shown = numbered(args, &mut numbers.into_iter());
        self.log().calls.push((function.to_owned(), shown));
        // One value is given back as it is, several in a tuple: so the worlds declare it.
        Ok(match kept.len() {
            0 => None,
            1 => kept.pop(),
            _ => Some(Val::Tuple(kept)),
        })
    }
}

#[derive(Default)]
pub(crate) struct Log {
    /// The arguments of each call, handles as numbers.
    pub(crate) calls: Vec<(String, Vec<Val>)>,
    /// The numbers of resources that the guest dropped.
    pub(crate) dropped: BTreeSet<u32>,
}

/// A value that crosses the host: its owned handles end, and new ones of the same resources take their places.
fn through(
    mut store: impl AsContextMut<Data = State>,
    value: &Val,
    numbers: &mut Vec<u32>,
) -> Result<Val> {
    map(value, &mut |handle| {
        // A lent handle stays with the caller; an owned one ends when its number is taken, and is made anew.
        let lent = matches!(handle, Val::Resource(handle) if !handle.owned());
        let number = number(&mut store, handle)?;
        numbers.push(number);
        if lent {
            Ok(handle.clone())
        } else {
            own(&mut store, number)
        }
    })
}
