//! The host of guests with asynchronous functions. It makes no streams and reads none, as wasmtime knows their types when it is
//! compiled alone: the guest is between two others that make streams of lists, and lists of streams.

use crate::compare::{compare, lends, map, numbered, short};
use crate::seen::{Log, Seen};
use crate::values::Values;
use witc_random::Dice;
use witc_runner::{
    Call, Concurrent, Direction, Error, Program, ResourceType, Result, Type, Val, number, own,
    pause,
};

const PLAIN: &str = "test:trip/plain";

/// Three guests in their host.
pub struct Trip {
    guest: Concurrent,
    seen: Seen,
    functions: Vec<Function>,
    /// The number of the next resource.
    next: u32,
}

/// A function that gives back what it gets.
struct Function {
    name: String,
    types: Vec<Type>,
    /// Which parameters are given back.
    kept: Vec<bool>,
    /// Whether the host's import of its name is called. A synchronous function can't read streams, so that what is behind it
    /// gives back what it gets by itself.
    passes: bool,
}

/// A call that is made, and what it has to give.
struct Planned {
    /// The place of its function.
    function: usize,
    args: Vec<Val>,
    /// The same with the numbers of the resources in place of handles.
    expected: Vec<Val>,
}

impl Trip {
    /// Makes an instance of a component whose imports give back what they get. The functions in `passing` call the host.
    ///
    /// # Errors
    ///
    /// That the component is invalid, or traps when it starts.
    pub fn new(component: &[u8], passing: &[String]) -> Result<Self> {
        let mut program = Program::concurrent(component)?;
        let seen = Seen::default();
        seen.resources(&mut program)?;
        for name in program.functions(Direction::Import, Some(PLAIN)) {
            implement(&mut program, &name, &seen)?;
        }
        let names = program.functions(Direction::Export, Some(PLAIN));
        let mut guest = program.start()?;
        let mut all = Vec::new();
        for name in names {
            let params = guest.params(Some(PLAIN), &name)?;
            all.push((name, params));
        }
        seen.functions_are(&all);
        // In an order that does not depend on the bindings: a seed gives the same values in each language.
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        let functions = all.into_iter().map(|(name, params)| {
            let types: Vec<Type> = params.into_iter().map(|(_, ty)| ty).collect();
            Function {
                kept: types.iter().map(|ty| !lends(ty)).collect(),
                passes: passing.contains(&name),
                name,
                types,
            }
        });
        Ok(Self {
            guest,
            seen,
            functions: functions.collect(),
            next: 1,
        })
    }

    /// The functions of the guest.
    #[must_use]
    pub fn functions(&self) -> usize {
        self.functions.len()
    }

    /// Calls each function with this many rows of random values, one after the other, and then all of them at the same time.
    ///
    /// # Errors
    ///
    /// A value that changed, something that is left over, a trap.
    pub fn run(&mut self, dice: &mut Dice, rows: usize) -> std::result::Result<(), String> {
        for function in 0..self.functions.len() {
            self.rows(&[function], dice, rows)?;
        }
        let all: Vec<usize> = (0..self.functions.len()).collect();
        self.rows(&all, dice, rows.div_ceil(4))
            .map_err(|what| format!("all at once: {what}"))
    }

    fn rows(
        &mut self,
        functions: &[usize],
        dice: &mut Dice,
        rows: usize,
    ) -> std::result::Result<(), String> {
        let said = |error: Error| format!("{error:?}");
        let mut lives = Vec::new();
        for _ in 0..rows {
            self.at_once(functions, dice)?;
            // Tasks that have given their results may still have something to write.
            self.guest.settle().map_err(said)?;
            lives.push(self.live().map_err(said)?);
        }
        // What is set up once may stay: the first calls do not count. How many tasks sleep at the same time depends on chance, and
        // what each of the three guests has for them is kept for the next ones.
        let allowed = 3 * (functions.len() as u64).saturating_sub(1);
        let bound = lives.iter().take(lives.len() / 2).max();
        match (bound, lives.last()) {
            (Some(bound), Some(last)) if *last > bound + allowed => {
                let names = functions.iter().map(|at| self.functions[*at].name.as_str());
                let names = names.collect::<Vec<_>>().join(" ");
                Err(format!("{names}: leaks: {lives:?}"))
            }
            _ => Ok(()),
        }
    }

    fn live(&mut self) -> Result<u64> {
        let live = self.guest.call(Call {
            interface: None,
            function: "live",
            args: Vec::new(),
        });
        match live? {
            Some(Val::U64(live)) => Ok(live),
            other => Err(Error::msg(format!("`live` gave {other:?}"))),
        }
    }

    /// Starts calls of these functions, and sees that each gives what it got.
    fn at_once(&mut self, functions: &[usize], dice: &mut Dice) -> std::result::Result<(), String> {
        let (planned, lent) = self.plan(functions, dice);
        let calls: Vec<Call<'_>> = planned
            .iter()
            .map(|call| Call {
                interface: Some(PLAIN),
                function: &self.functions[call.function].name,
                args: call.args.clone(),
            })
            .collect();
        let results = self.guest.calls(&calls);
        let results = results.map_err(|error| {
            let calls = planned.iter().map(|call| {
                let name = &self.functions[call.function].name;
                format!("{name} with {}", short(&call.expected))
            });
            let calls = calls.collect::<Vec<_>>().join("\n");
            format!("{error:?}\n{calls}")
        })?;
        let mut log = self.seen.take();
        for (call, result) in planned.iter().zip(results) {
            self.check(call, result, &mut log).map_err(|what| {
                let name = &self.functions[call.function].name;
                format!("{name}: {what}\nwith {}", short(&call.expected))
            })?;
        }
        if !log.calls.is_empty() {
            return Err(format!(
                "made {} calls to the host too many",
                log.calls.len()
            ));
        }
        self.drop_lent(lent).map_err(|error| format!("{error:?}"))
    }

    /// Random arguments for calls of these functions, and the handles that the host lends in them.
    fn plan(&mut self, functions: &[usize], dice: &mut Dice) -> (Vec<Planned>, Vec<Val>) {
        let Self {
            guest,
            functions: all,
            next,
            ..
        } = self;
        let mut lent = Vec::new();
        let mut planned = Vec::new();
        for &function in functions {
            let mut numbers = Vec::new();
            let mut handle = |_: &ResourceType, lend: bool| {
                // Each handle has a number of its own, so that two that were mixed up are found.
                numbers.push(*next);
                let handle = own(guest.store(), *next).expect("there is room");
                *next += 1;
                if lend {
                    lent.push(handle.clone());
                }
                handle
            };
            let mut values = Values {
                dice,
                budget: 200,
                handle: &mut handle,
            };
            let types = all[function].types.iter();
            let args: Vec<Val> = types.map(|ty| values.value(ty)).collect();
            let expected = numbered(&args, &mut numbers.into_iter());
            planned.push(Planned {
                function,
                args,
                expected,
            });
        }
        (planned, lent)
    }

    /// Compares what a call gave, and what the host got meanwhile, with what it was called with.
    fn check(
        &mut self,
        call: &Planned,
        result: Option<Val>,
        log: &mut Log,
    ) -> std::result::Result<(), String> {
        let function = &self.functions[call.function];
        let made = log
            .calls
            .iter()
            .position(|(name, _)| *name == function.name);
        match made.map(|at| log.calls.swap_remove(at)) {
            Some((_, got)) => compare("the host got", &got, &call.expected)?,
            None if function.passes => return Err("made no call to the host".to_owned()),
            None => {}
        }
        let kept = call.expected.iter().zip(&function.kept);
        let expected: Vec<Val> = kept
            .filter(|(_, kept)| **kept)
            .map(|(value, _)| value.clone())
            .collect();
        let mut take = |handle: &Val| Ok(Val::U32(number(self.guest.store(), handle)?));
        let result = result.map(|value| map(&value, &mut take)).transpose();
        let result = match result.map_err(|error| format!("{error:?}"))? {
            Some(Val::Tuple(values)) if expected.len() > 1 => values,
            result => result.into_iter().collect(),
        };
        compare("gave", &result, &expected)
    }

    fn drop_lent(&mut self, lent: Vec<Val>) -> Result<()> {
        for handle in lent {
            if let Val::Resource(handle) = handle {
                self.guest.drop_resource(handle)?;
            }
        }
        // Dropping what was lent is the host's own doing, and is no finding.
        self.seen.take();
        Ok(())
    }
}

/// Implements an import so that it gives back what it gets, at once or after a while.
fn implement(program: &mut Program, name: &str, seen: &Seen) -> Result<()> {
    let (seen, function) = (seen.clone(), name.to_owned());
    program.import_async(Some(PLAIN), name, move |accessor, args| {
        let (seen, function) = (seen.clone(), function.clone());
        Box::pin(async move {
            let answer = accessor.with(|access| seen.answer(access, &function, args))?;
            pause(args.len() % 3).await;
            Ok(answer)
        })
    })
}
