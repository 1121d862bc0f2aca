//! The cost of guests that pass values on (`fixtures/guests/measured`): how much they execute, counted in wasmtime's
//! fuel, and how large their code is.

use crate::{Direction, Error, Guest, Program, Result, Type, Val, number, own};
use wasmparser::{Parser, Payload};

/// The kinds of values: features of the package, and interfaces of its WIT.
pub const KINDS: [&str; 9] = [
    "strings",
    "bytes",
    "points",
    "people",
    "texts",
    "deep",
    "variants",
    "resources",
    "small",
];

/// How many calls of each export are measured, with other values each.
const CALLS: usize = 6;

/// How much a call takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fuel {
    /// A call of each function that the guest exports.
    pub exports: f64,
    /// A call of each that it imports.
    pub imports: f64,
}

/// How much a call takes of the functions of one kind of value, in a guest that counts: see [`Program::metered`].
///
/// # Errors
///
/// That the guest is not one of those that are measured, or traps.
pub fn fuel(program: &Program, kind: &str) -> Result<Fuel> {
    let interface = format!("fixture:measured/{kind}");
    let mut guest = program.instantiate()?;
    let functions = program.functions(Direction::Export, Some(&interface));
    // What is set up once is not of interest.
    exports(&mut guest, &interface, &functions)?;
    let exports = exports(&mut guest, &interface, &functions)? as f64 / CALLS as f64;
    let run = format!("run-{kind}");
    let mut runs = |times: u32| {
        let params = guest.params(None, &run)?;
        let (_, params) = params
            .split_last()
            .ok_or_else(|| Error::msg(format!("`{run}` is never told how often")))?;
        let args = params
            .iter()
            .map(|(_, ty)| value(ty, 1))
            .chain([Val::U32(times)])
            .collect::<Vec<_>>();
        measured(&mut guest, |guest| guest.call(None, &run, &args))
    };
    runs(1)?;
    // The difference of two runs leaves out what a run costs by itself.
    let (few, many) = (runs(1)?.0, runs(11)?.0);
    Ok(Fuel {
        exports,
        imports: (many - few) as f64 / 10.0,
    })
}

/// The fuel for some calls of all exports.
fn exports(guest: &mut Guest, interface: &str, functions: &[String]) -> Result<u64> {
    let mut sum = 0;
    for seed in 0..CALLS {
        // What a constructor makes is used by the functions that follow it, and dropped in the end.
        let mut resource = None;
        for function in functions {
            let params = guest.params(Some(interface), function)?;
            let args = params.iter().map(|(_, ty)| match (ty, &resource) {
                // Handles cannot be made up: they are those that the guest's constructor has given.
                (Type::Own(_) | Type::Borrow(_), Some(resource)) => Val::clone(resource),
                _ => value(ty, seed),
            });
            let args = args.collect::<Vec<_>>();
            let (fuel, result) =
                measured(guest, |guest| guest.call(Some(interface), function, &args))?;
            sum += fuel;
            if let Some(result @ Val::Resource(_)) = result {
                resource = Some(result);
            }
        }
        if let Some(Val::Resource(resource)) = resource {
            // Dropping is a part of what a resource costs: the destructor runs in the guest.
            sum += measured(guest, |guest| resource.resource_drop(guest.store()))?.0;
        }
    }
    Ok(sum)
}

fn measured<T>(guest: &mut Guest, work: impl FnOnce(&mut Guest) -> Result<T>) -> Result<(u64, T)> {
    let before = guest.store().get_fuel()?;
    let result = work(guest)?;
    Ok((before - guest.store().get_fuel()?, result))
}

/// Implements what the guests of these kinds import: functions that give back what they get.
///
/// # Errors
///
/// That it is implemented already.
pub fn implement(program: &mut Program, kind: &str) -> Result<()> {
    let interface = format!("fixture:measured/{kind}");
    let functions = program.functions(Direction::Import, Some(&interface));
    if kind == "resources" {
        program.resource(&interface, "counter", |_| ())?;
    }
    for function in functions {
        let name = function.clone();
        program.import(
            Some(&interface),
            &function,
            move |mut store, args, results| {
                let Some(result) = results.first_mut() else {
                    return Ok(());
                };
                // A borrowed handle has to be taken, or it is left over.
                let mut numbers = Vec::new();
                for handle in args.iter().filter(|arg| matches!(arg, Val::Resource(_))) {
                    numbers.push(number(&mut store, handle)?);
                }
                *result = match (name.as_str(), args) {
                    ("[constructor]counter", _) => own(store, 1)?,
                    ("[method]counter.add", [_, amount]) => amount.clone(),
                    ("[method]counter.same", _) => Val::Bool(true),
                    ("echo", [Val::Resource(_)]) => own(store, numbers[0])?,
                    ("echo", [shape @ Val::Variant(..), _]) => {
                        Val::Result(Ok(Some(Box::new(shape.clone()))))
                    }
                    _ => args[0].clone(),
                };
                Ok(())
            },
        )?;
    }
    Ok(())
}

/// A value of a type, of middling size; others for other seeds.
fn value(ty: &Type, seed: usize) -> Val {
    let some = |ty: Type, seed: usize| Some(Box::new(value(&ty, seed)));
    match ty {
        Type::Bool => Val::Bool(seed.is_multiple_of(2)),
        Type::U8 => Val::U8(seed as u8),
        Type::U16 => Val::U16(seed as u16),
        Type::U32 => Val::U32(seed as u32),
        Type::U64 => Val::U64(seed as u64),
        Type::S32 => Val::S32(seed as i32),
        Type::S64 => Val::S64(seed as i64),
        Type::Float32 => Val::Float32(seed as f32),
        Type::Float64 => Val::Float64(seed as f64),
        Type::Char => Val::Char('ä'),
        Type::String => Val::String(format!("text of length {seed:06}")),
        Type::List(list) => Val::List(
            // Long enough that the cost of each element outweighs that of the call.
            (0..20)
                .map(|index| value(&list.ty(), seed + index))
                .collect(),
        ),
        Type::Record(record) => Val::Record(
            record
                .fields()
                .map(|field| (field.name.to_owned(), value(&field.ty, seed)))
                .collect(),
        ),
        Type::Tuple(tuple) => Val::Tuple(tuple.types().map(|ty| value(&ty, seed)).collect()),
        Type::Variant(variant) => {
            let case = variant
                .cases()
                .nth(seed % variant.cases().len())
                .expect("is one of them");
            Val::Variant(case.name.to_owned(), case.ty.and_then(|ty| some(ty, seed)))
        }
        Type::Enum(names) => Val::Enum(
            names
                .names()
                .nth(seed % names.names().len())
                .expect("is one")
                .to_owned(),
        ),
        Type::Flags(flags) => Val::Flags(flags.names().take(seed % 3).map(str::to_owned).collect()),
        Type::Option(option) => Val::Option(if seed.is_multiple_of(4) {
            None
        } else {
            some(option.ty(), seed)
        }),
        Type::Result(result) if seed.is_multiple_of(2) => {
            Val::Result(Ok(result.ok().and_then(|ty| some(ty, seed))))
        }
        Type::Result(result) => Val::Result(Err(result.err().and_then(|ty| some(ty, seed)))),
        _ => panic!("the guests that are measured have no values of {ty:?}"),
    }
}

/// How many bytes of code a component or module has, that of the modules in it included.
///
/// # Errors
///
/// That it is neither.
pub fn code_bytes(wasm: &[u8]) -> Result<u64> {
    Ok(code_and_data(wasm)?[0])
}

/// The same with its data.
///
/// # Errors
///
/// As of [`code_bytes`].
pub fn code_and_data_bytes(wasm: &[u8]) -> Result<u64> {
    Ok(code_and_data(wasm)?.iter().sum())
}

fn code_and_data(wasm: &[u8]) -> Result<[u64; 2]> {
    let mut bytes = [0; 2];
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| Error::msg(error.to_string()))? {
            Payload::CodeSectionStart { size, .. } => bytes[0] += u64::from(size),
            Payload::DataSection(data) => bytes[1] += data.range().end - data.range().start,
            _ => {}
        }
    }
    Ok(bytes)
}
