//! The host: its functions give back what they get, it calls those of the guest, and sees whether every value is what
//! it was, on both sides, and whether anything is left over.

use crate::values::Values;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};
use witc_random::Dice;
use witc_runner::{
    AsContextMut, Direction, Error, Guest, Program, ResourceType, Result, State, Type, Val,
    is_of_host, number, own,
};

const TYPES: &str = "test:trip/types";
const ECHO: &str = "test:trip/echo";
const THINGS: Option<&str> = Some("test:trip/things");
const LIVE: &str = "live";

/// The calls and handles that the imports of the guest saw.
#[derive(Clone, Default)]
struct Seen {
    log: Arc<Mutex<Log>>,
    /// For each function which parameters lend something.
    lending: Arc<OnceLock<BTreeMap<String, Vec<bool>>>>,
}

impl Seen {
    fn take(&self) -> Log {
        std::mem::take(&mut *self.log.lock().expect("nobody panics"))
    }
}

#[derive(Default)]
struct Log {
    /// The arguments of each call, handles as numbers.
    calls: Vec<(String, Vec<Val>)>,
    /// The numbers of resources that the guest dropped.
    dropped: BTreeSet<u32>,
}

/// A guest in its host.
pub struct Trip {
    guest: Guest,
    seen: Seen,
    functions: Vec<(Option<&'static str>, String)>,
    /// The number of the next resource.
    next: u32,
}

/// The arguments of one call.
struct Arguments {
    args: Vec<Val>,
    /// The same with the numbers of the resources in place of handles.
    expected: Vec<Val>,
    /// The handles that the host keeps.
    lent: Vec<Val>,
}

impl Trip {
    /// Makes an instance of a component whose imports give back what they get.
    ///
    /// # Errors
    ///
    /// That the component is invalid, or traps when it starts.
    pub fn new(component: &[u8]) -> Result<Self> {
        let mut program = Program::quick(component)?;
        let seen = Seen::default();
        implement_imports(&mut program, &seen)?;
        let functions = exports(&program);
        let mut guest = program.instantiate()?;
        let mut lending = BTreeMap::new();
        for (interface, function) in &functions {
            let params = guest.params(*interface, function)?;
            lending.insert(
                function.clone(),
                params.iter().map(|(_, ty)| lends(ty)).collect(),
            );
        }
        // The imports need it, but it is known only when there is an instance: before this nothing calls them.
        let _ = seen.lending.set(lending);
        Ok(Self {
            guest,
            seen,
            functions,
            next: 1,
        })
    }

    /// The functions of the guest.
    #[must_use]
    pub fn functions(&self) -> usize {
        self.functions.len()
    }

    /// Calls each function with this many rows of random values.
    ///
    /// # Errors
    ///
    /// A value that changed, something that is left over, a trap.
    pub fn run(&mut self, dice: &mut Dice, rows: usize) -> std::result::Result<(), String> {
        for (interface, function) in self.functions.clone() {
            let fail = |what: String| format!("{function}: {what}");
            self.function(interface, &function, dice, rows)
                .map_err(fail)?;
        }
        Ok(())
    }

    fn function(
        &mut self,
        interface: Option<&str>,
        function: &str,
        dice: &mut Dice,
        rows: usize,
    ) -> std::result::Result<(), String> {
        let params = self
            .guest
            .params(interface, function)
            .map_err(|error| format!("{error:?}"))?;
        let types: Vec<Type> = params.into_iter().map(|(_, ty)| ty).collect();
        // What is set up once may stay: the first call does not count.
        let mut before = None;
        for _ in 0..rows {
            self.call(interface, function, &types, dice)?;
            let live = self.live()?;
            match before {
                Some(before) if live != before => {
                    return Err(format!("leaks: {before} before, {live} after"));
                }
                _ => before = Some(live),
            }
        }
        Ok(())
    }

    fn live(&mut self) -> std::result::Result<u64, String> {
        match self.guest.call(None, LIVE, &[]) {
            Ok(Some(Val::U64(live))) => Ok(live),
            other => Err(format!("`live` gave {other:?}")),
        }
    }

    fn call(
        &mut self,
        interface: Option<&str>,
        function: &str,
        types: &[Type],
        dice: &mut Dice,
    ) -> std::result::Result<(), String> {
        let Arguments {
            args,
            expected,
            lent,
        } = self.arguments(types, dice);
        let result = self.guest.call(interface, function, &args);
        let at = |what: &str| format!("{what}\nwith {}", short(&expected));
        let result = result.map_err(|error| at(&format!("{error:?}")))?;
        let Log { calls, dropped } = self.seen.take();
        let kept: Vec<bool> = types.iter().map(|ty| !lends(ty)).collect();
        // What came together with something that is lent is not given back, and dropped where no import takes it.
        if !(dropped.is_empty() || interface == THINGS && kept.contains(&false)) {
            return Err(at(&format!(
                "drops the resources {dropped:?}, which it was to pass on"
            )));
        }
        self.drop_lent(lent)
            .map_err(|error| at(&format!("{error:?}")))?;
        match calls.as_slice() {
            // These give back what they get themselves: no import is called.
            [] if interface == THINGS => {}
            [(name, seen)] if name == function && interface != THINGS => {
                compare("the host got", seen, &expected)?;
            }
            other => return Err(at(&format!("made {} calls to the host", other.len()))),
        }
        let expected: Vec<Val> = expected
            .into_iter()
            .zip(&kept)
            .filter(|(_, kept)| **kept)
            .map(|it| it.0)
            .collect();
        let mut take = |handle: &Val| Ok(Val::U32(self.take(handle)?));
        let result = result
            .iter()
            .map(|value| map(value, &mut take))
            .next()
            .transpose();
        let result = match result.map_err(|error| at_all(&error, &expected))? {
            Some(Val::Tuple(values)) if expected.len() > 1 => values,
            result => result.into_iter().collect(),
        };
        compare("gave", &result, &expected)
    }

    /// Random arguments of these types, with new handles in them.
    fn arguments(&mut self, types: &[Type], dice: &mut Dice) -> Arguments {
        let mut numbers = Vec::new();
        let mut lent = Vec::new();
        let mut handle = |resource: &ResourceType, lend: bool| {
            // Each handle has a number of its own, so that two that were mixed up are found.
            let number = self.next;
            self.next += 1;
            numbers.push(number);
            let handle = if is_of_host(resource) {
                own(self.guest.store(), number).expect("there is room")
            } else {
                let made = self
                    .guest
                    .call(THINGS, "[constructor]item", &[Val::U32(number)]);
                made.expect("does not trap").expect("gives a handle")
            };
            if lend {
                lent.push(handle.clone());
            }
            handle
        };
        let mut values = Values {
            dice,
            budget: 400,
            handle: &mut handle,
        };
        let args: Vec<Val> = types.iter().map(|ty| values.value(ty)).collect();
        let expected = numbered(&args, &mut numbers.iter().copied());
        Arguments {
            args,
            expected,
            lent,
        }
    }

    fn drop_lent(&mut self, lent: Vec<Val>) -> Result<()> {
        for handle in lent {
            let Val::Resource(handle) = handle else {
                continue;
            };
            handle.resource_drop(self.guest.store())?;
        }
        // Dropping what was lent is the host's own doing, and is no finding.
        self.seen.take();
        Ok(())
    }

    /// The number of the resource of an owned handle, which ends.
    fn take(&mut self, handle: &Val) -> Result<u32> {
        match handle {
            Val::Resource(resource) if !is_of_host(&resource.ty()) => {
                let number =
                    self.guest
                        .call(THINGS, "[method]item.number", std::slice::from_ref(handle))?;
                resource.resource_drop(self.guest.store())?;
                match number {
                    Some(Val::U32(number)) => Ok(number),
                    other => Err(Error::msg(format!("`number` gave {other:?}"))),
                }
            }
            // A resource of the host: its number is the representation itself.
            _ => number(self.guest.store(), handle),
        }
    }
}

/// Implements each import so that it gives back what it gets, and notes what it saw.
fn implement_imports(program: &mut Program, seen: &Seen) -> Result<()> {
    for name in program.resources(TYPES) {
        let seen = seen.clone();
        program.resource(TYPES, &name, move |number| {
            seen.log
                .lock()
                .expect("nobody panics")
                .dropped
                .insert(number);
        })?;
    }
    for interface in [Some(ECHO), None] {
        for name in program.functions(Direction::Import, interface) {
            let (seen, function) = (seen.clone(), name.clone());
            program.import(interface, &name, move |mut store, args, results| {
                let mut numbers = Vec::new();
                let mut kept = Vec::new();
                let lending = seen.lending.get().and_then(|all| all.get(&function));
                let lending =
                    lending.ok_or_else(|| Error::msg("it is called before there are exports"))?;
                for (arg, lends) in args.iter().zip(lending) {
                    let value = through(&mut store, arg, &mut numbers)?;
                    if !lends {
                        kept.push(value);
                    }
                }
                let mut log = seen.log.lock().expect("nobody panics");
                let shown = numbered(args, &mut numbers.into_iter());
                log.calls.push((function.clone(), shown));
                if let Some(result) = results.first_mut() {
                    // One value is given back as it is, several in a tuple: so the worlds declare it.
                    *result = if kept.len() == 1 {
                        kept.swap_remove(0)
                    } else {
                        Val::Tuple(kept)
                    };
                }
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// The exported functions that give back what they get.
fn exports(program: &Program) -> Vec<(Option<&'static str>, String)> {
    let mut functions = Vec::new();
    for interface in [Some(ECHO), None, THINGS] {
        let names = program.functions(Direction::Export, interface).into_iter();
        // `live` tells of leaks, and names with `[` are of the resource: neither gives back what it gets.
        let names = names.filter(|name| name != LIVE && !name.starts_with('['));
        functions.extend(names.map(|name| (interface, name)));
    }
    // In an order that does not depend on the bindings: a seed gives the same values in each language.
    functions.sort();
    functions
}

fn at_all(error: &Error, values: &[Val]) -> String {
    format!("{error:?}\nwith {}", short(values))
}

/// Whether something is lent in values of a type.
fn lends(ty: &Type) -> bool {
    match ty {
        Type::Borrow(_) => true,
        Type::List(list) => lends(&list.ty()),
        Type::FixedLengthList(list) => lends(&list.ty()),
        Type::Map(map) => lends(&map.value()),
        Type::Option(option) => lends(&option.ty()),
        Type::Result(result) => result.ok().iter().chain(&result.err()).any(lends),
        Type::Tuple(tuple) => tuple.types().any(|ty| lends(&ty)),
        Type::Record(record) => record.fields().any(|field| lends(&field.ty)),
        Type::Variant(variant) => variant
            .cases()
            .any(|case| case.ty.as_ref().is_some_and(lends)),
        _ => false,
    }
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

/// A copy of a value in which handles are replaced.
fn map(value: &Val, replace: &mut Replace<'_>) -> Result<Val> {
    Ok(match value {
        Val::Resource(_) => replace(value)?,
        Val::List(values) => Val::List(map_all(values, replace)?),
        Val::FixedLengthList(values) => Val::FixedLengthList(map_all(values, replace)?),
        Val::Tuple(values) => Val::Tuple(map_all(values, replace)?),
        Val::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| Ok((key.clone(), map(value, replace)?)));
            Val::Map(entries.collect::<Result<_>>()?)
        }
        Val::Record(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| Ok((name.clone(), map(value, replace)?)));
            Val::Record(fields.collect::<Result<_>>()?)
        }
        Val::Variant(name, value) => Val::Variant(name.clone(), map_payload(value, replace)?),
        Val::Option(value) => Val::Option(map_payload(value, replace)?),
        Val::Result(Ok(value)) => Val::Result(Ok(map_payload(value, replace)?)),
        Val::Result(Err(value)) => Val::Result(Err(map_payload(value, replace)?)),
        other => other.clone(),
    })
}

/// A function that says what takes the place of a handle.
type Replace<'r> = dyn FnMut(&Val) -> Result<Val> + 'r;

fn map_all(values: &[Val], replace: &mut Replace<'_>) -> Result<Vec<Val>> {
    values.iter().map(|value| map(value, replace)).collect()
}

fn map_payload(value: &Option<Box<Val>>, replace: &mut Replace<'_>) -> Result<Option<Box<Val>>> {
    value
        .as_ref()
        .map(|value| Ok(Box::new(map(value, replace)?)))
        .transpose()
}

/// Values with the numbers of their handles, which come in their order.
fn numbered(values: &[Val], numbers: &mut dyn Iterator<Item = u32>) -> Vec<Val> {
    let mut replace = |_: &Val| Ok(Val::U32(numbers.next().expect("each handle has a number")));
    values
        .iter()
        .map(|value| map(value, &mut replace).expect("nothing fails"))
        .collect()
}

fn compare(what: &str, actual: &[Val], expected: &[Val]) -> std::result::Result<(), String> {
    if actual.len() == expected.len() && actual.iter().zip(expected).all(|(a, b)| same(a, b)) {
        return Ok(());
    }
    Err(format!(
        "{what} {}\nin place of {}",
        short(actual),
        short(expected)
    ))
}

/// Whether two values are one. All NaNs are: what a host or guest makes of their bits is its own affair. The entries of
/// maps are in any order.
fn same(a: &Val, b: &Val) -> bool {
    let all = |a: &[Val], b: &[Val]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b));
    let payload = |a: &Option<Box<Val>>, b: &Option<Box<Val>>| match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    match (a, b) {
        (Val::Float32(a), Val::Float32(b)) => {
            a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
        }
        (Val::Float64(a), Val::Float64(b)) => {
            a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
        }
        (Val::List(a), Val::List(b))
        | (Val::FixedLengthList(a), Val::FixedLengthList(b))
        | (Val::Tuple(a), Val::Tuple(b)) => all(a, b),
        (Val::Map(a), Val::Map(b)) => {
            let found =
                |(key, value): &(Val, Val)| b.iter().any(|(k, v)| same(key, k) && same(value, v));
            a.len() == b.len() && a.iter().all(found)
        }
        (Val::Record(a), Val::Record(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && same(&a.1, &b.1))
        }
        (Val::Variant(name, a), Val::Variant(other, b)) => name == other && payload(a, b),
        (Val::Option(a), Val::Option(b))
        | (Val::Result(Ok(a)), Val::Result(Ok(b)))
        | (Val::Result(Err(a)), Val::Result(Err(b))) => payload(a, b),
        (a, b) => a == b,
    }
}

/// The start of what values look like.
fn short(values: &[Val]) -> String {
    format!("{values:?}").chars().take(1500).collect()
}
