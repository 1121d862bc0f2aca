//! `witc-runner COMPONENT FUNCTION [ARGUMENT]…`: calls a function that a component exports, and prints the call and what
//! it gave.

use std::process::ExitCode;
use witc_runner::{Error, Program, Result, Type, Val};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [component, function, args @ ..] = args.as_slice() else {
        eprintln!("usage: witc-runner COMPONENT [INTERFACE#]FUNCTION [ARGUMENT]…");
        return ExitCode::from(2);
    };
    match run(component, function, args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn run(component: &str, function: &str, args: &[String]) -> Result<()> {
    let bytes =
        std::fs::read(component).map_err(|error| Error::msg(format!("{component}: {error}")))?;
    let mut guest = Program::new(&bytes)?.instantiate()?;
    let (interface, function) = match function.split_once('#') {
        Some((interface, function)) => (Some(interface), function),
        None => (None, function),
    };
    let params = guest.params(interface, function)?;
    if params.len() != args.len() {
        let message = format!(
            "`{function}` takes {} arguments, not {}",
            params.len(),
            args.len()
        );
        return Err(Error::msg(message));
    }
    let values = params
        .iter()
        .zip(args)
        .map(|((_, ty), text)| value(ty, text));
    let values = values.collect::<Result<Vec<_>>>()?;
    let result = guest.call(interface, function, &values)?;
    let args: Vec<String> = values.iter().map(show).collect();
    println!(
        "{function}({}) = {}",
        args.join(", "),
        result.as_ref().map_or_else(|| "()".to_owned(), show)
    );
    Ok(())
}

/// An argument of the command line as a value of a type.
fn value(ty: &Type, text: &str) -> Result<Val> {
    let wrong = || {
        Error::msg(format!(
            "`{text}` is no {ty:?} that can be given on the command line"
        ))
    };
    Ok(match ty {
        Type::Bool => Val::Bool(text.parse().map_err(|_| wrong())?),
        Type::S32 => Val::S32(text.parse().map_err(|_| wrong())?),
        Type::U32 => Val::U32(text.parse().map_err(|_| wrong())?),
        Type::S64 => Val::S64(text.parse().map_err(|_| wrong())?),
        Type::U64 => Val::U64(text.parse().map_err(|_| wrong())?),
        Type::Float64 => Val::Float64(text.parse().map_err(|_| wrong())?),
        Type::String => Val::String(text.to_owned()),
        // The command line is for a look at simple functions; tests make all other values themselves.
        _ => return Err(wrong()),
    })
}

/// A value as people write it.
fn show(value: &Val) -> String {
    match value {
        Val::Bool(value) => value.to_string(),
        Val::S32(value) => value.to_string(),
        Val::U32(value) => value.to_string(),
        Val::S64(value) => value.to_string(),
        Val::U64(value) => value.to_string(),
        Val::Float64(value) => value.to_string(),
        Val::String(value) => format!("{value:?}"),
        other => format!("{other:?}"),
    }
}
