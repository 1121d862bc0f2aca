//! The host: its functions give back what they get, it calls those of the guest, and sees whether every value is what
//! it was, on both sides, and whether anything is left over.

use crate::compare::{compare, lends, map, numbered, short};
use crate::seen::{Log, Seen};
use crate::values::Values;
use witc_random::Dice;
use witc_runner::{
    Direction, Error, Guest, Program, ResourceType, Result, Type, Val, is_of_host, number, own,
};

const ECHO: &str = "test:trip/echo";
const THINGS: Option<&str> = Some("test:trip/things");
const LIVE: &str = "live";

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
        let mut all = Vec::new();
        for (interface, function) in &functions {
            all.push((function.clone(), guest.params(*interface, function)?));
        }
        seen.functions_are(&all);
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
    seen.resources(program)?;
    for interface in [Some(ECHO), None] {
        for name in program.functions(Direction::Import, interface) {
            let (seen, function) = (seen.clone(), name.clone());
            program.import(interface, &name, move |store, args, results| {
                let answer = seen.answer(store, &function, args)?;
                if let (Some(result), Some(answer)) = (results.first_mut(), answer) {
                    *result = answer;
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
