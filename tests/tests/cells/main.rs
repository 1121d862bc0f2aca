//! What becomes of values, ends and calls: a table of all states, operations and places, each cell of which is run in wasmtime and
//! compared with a model.
//!
//! Four components are put together: the driver takes the subject through the steps of a cell; its partner has the other end, and
//! the keeper gets what is passed on. `WITC_CELLS` is how many cells are run, and `WITC_CELLS_SEED` which.

mod calls;
mod futures;
mod host;
mod model;
mod stream_reader;
mod stream_writer;
mod streams;
mod table;

use model::{Expected, Impossible};
use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;
use table::{Cell, Step};
use witc_component::plug::{Component, plug};
use witc_runner::{Call, Concurrent, Program, Val};
use witc_tests::{build_guest, root};

const DRIVER: &str = "fixture:cells/driver";

fn program() -> &'static Program {
    static PROGRAM: OnceLock<Program> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let [driver, subject, partner, keeper] =
            ["driver", "subject", "partner", "keeper"].map(|name| {
                let folder = root().join("fixtures/guests/cells").join(name);
                fs::read(build_guest(&folder, "wasm32-wasip2")).expect("was just built")
            });
        let part = |name, bytes| Component { name, bytes };
        let others = [
            part("subject", &subject),
            part("partner", &partner),
            part("keeper", &keeper),
        ];
        let whole =
            plug(part("driver", &driver), &others).unwrap_or_else(|errors| panic!("{errors:#?}"));
        Program::concurrent(&whole.component).expect("is a component that needs WASI alone")
    })
}

/// What a cell came to: its trace, and what is left.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    trace: Vec<String>,
    live: Vec<u64>,
}

fn steps(steps: &[Step]) -> Val {
    Val::List(
        steps
            .iter()
            .map(|step| Val::Enum(step.wit().to_owned()))
            .collect(),
    )
}

fn run(guest: &mut Concurrent, cell: &Cell) -> witc_runner::Result<Outcome> {
    let name = |name: &str| Val::Enum(name.to_owned());
    let call = Call {
        interface: Some(DRIVER),
        function: "run",
        args: vec![
            name(cell.beginning.wit()),
            name(cell.place.wit()),
            name(cell.end.wit()),
            name(cell.payload.wit()),
            steps(&cell.before),
            steps(&cell.then),
        ],
    };
    let Some(Val::Record(fields)) = guest.call(call)? else {
        panic!("an outcome is a record");
    };
    let [(_, Val::List(trace)), (_, Val::List(live))] = fields.as_slice() else {
        panic!("an outcome has two fields");
    };
    let text = |value: &Val| match value {
        Val::String(text) => text.clone(),
        other => panic!("{other:?} is no string"),
    };
    let number = |value: &Val| match value {
        Val::U64(number) => *number,
        other => panic!("{other:?} is no number"),
    };
    Ok(Outcome {
        trace: trace.iter().map(text).collect(),
        live: live.iter().map(number).collect(),
    })
}

/// The cells with what is expected of them, those that are misuse, and why the others cannot be.
struct Table {
    cells: Vec<(Cell, Vec<String>)>,
    misuse: Vec<Cell>,
    impossible: BTreeMap<Impossible, usize>,
}

fn table() -> Table {
    let mut table = Table {
        cells: Vec::new(),
        misuse: Vec::new(),
        impossible: BTreeMap::new(),
    };
    for cell in table::product() {
        match model::expect(&cell) {
            Ok(Expected::Trace(trace)) => table.cells.push((cell, trace)),
            Ok(Expected::Misuse) => table.misuse.push(cell),
            Err(reason) => *table.impossible.entry(reason).or_default() += 1,
        }
    }
    table
}

/// A number from the environment.
fn number(name: &str, default: usize) -> usize {
    std::env::var(name).map_or(default, |text| text.parse().expect("it is a number"))
}

/// Some of the cells, or all of them: each step goes far, so that few cells have something of everything.
fn some<T>(cells: &[T], count: usize) -> impl Iterator<Item = &T> {
    const STEP: usize = 7919;
    let seed = number("WITC_CELLS_SEED", 1);
    (0..count.min(cells.len())).map(move |index| &cells[(seed + index * STEP) % cells.len()])
}

/// What is wrong with the outcome of a cell.
fn wrong(
    guest: &mut Concurrent,
    cell: &Cell,
    expected: &[String],
    before: &mut Vec<u64>,
) -> Option<String> {
    let mut outcomes = Vec::new();
    // What a pool keeps for the next time is allocated once. What is left each time is lost.
    for _ in 0..4 {
        let outcome = match run(guest, cell) {
            Ok(outcome) => outcome,
            Err(error) => return Some(format!("{error:?}")),
        };
        if outcome.trace != expected {
            return Some(format!("got      {:?}", outcome.trace));
        }
        let grown = outcome
            .live
            .iter()
            .zip(before.iter())
            .any(|(now, before)| now > before);
        *before = outcome
            .live
            .iter()
            .zip(before.iter())
            .map(|(now, before)| *now.max(before))
            .collect();
        outcomes.push(outcome.live);
        if outcomes.last().and_then(|live| live.last()) != Some(&0) {
            return Some(format!("tokens are left: {outcomes:?}"));
        }
        if !grown {
            return None;
        }
    }
    Some(format!("more is left each time: {outcomes:?}"))
}

/// Each cell comes to what is expected of it, and leaves nothing.
#[test]
fn each() {
    let table = table();
    let mut failures = Vec::new();
    let mut guest = program().start().expect("starts");
    let mut live = vec![0; 5];
    for (cell, expected) in some(&table.cells, number("WITC_CELLS", 400)) {
        if let Some(wrong) = wrong(&mut guest, cell, expected, &mut live) {
            let failure = format!("{cell}\n  {wrong}\n  expected {expected:?}");
            println!("{failure}");
            failures.push(failure);
            guest = program().start().expect("starts");
            live = vec![0; 5];
        }
    }
    let count = failures.len();
    failures.truncate(number("WITC_CELLS_SHOWN", 40));
    assert!(
        failures.is_empty(),
        "{count} cells:\n{}",
        failures.join("\n\n")
    );
}

/// What panics with wit-bindgen panics here as well: an operation is cancelled or polled after its end.
#[test]
fn misuse() {
    for cell in some(&table().misuse, number("WITC_CELLS_MISUSE", 10)) {
        let mut guest = program().start().expect("starts");
        assert!(run(&mut guest, cell).is_err(), "{cell}");
    }
}

/// Each reason for which there is no cell is met, and most of what is possible is tried.
#[test]
fn counts() {
    let table = table();
    println!(
        "{} cells, {} of misuse, not possible: {:?}",
        table.cells.len(),
        table.misuse.len(),
        table.impossible
    );
    assert_eq!(table.impossible.len(), Impossible::COUNT);
    assert!(table.cells.len() > 25_000 && table.misuse.len() > 100);
}
