//! `component new` on a module of 100 MB, a Rust program with its debugging information, against wit-component.
//!
//! Each makes the component in a process of its own, so that its peak of memory can be read.

use crate::child;
use crate::ratio::Comparison;
use crate::report::{Figure, Table, Unit};
use std::fs;
use std::path::Path;
use std::process::Command;
use wasi_preview1_component_adapter_provider::WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER as FOR_PROGRAMS;
use witc_component::new::{Adapter, Module, Options, component};

/// The argument with which the program makes one component: whose, validated or not, module, adapter, output.
pub(crate) const CHILD: &str = "--component-new";

// Few: with a hundred megabytes, one round takes seconds.
const ROUNDS: usize = 5;
const MEGABYTES: usize = 100;
const WASI: &str = "wasi_snapshot_preview1";

/// A program that pulls in a good part of the standard library.
const PROGRAM: &str = r#"
use std::collections::{BTreeMap, HashMap};
use std::io::{Read, Write};

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).ok();
    let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (index, word) in text.split_whitespace().enumerate() {
        words.entry(word.to_lowercase()).or_default().push(index);
        *counts.entry(word).or_default() += 1;
    }
    for (word, places) in words {
        writeln!(std::io::stdout(), "{word}: {places:?} {:?}", std::env::var(&word)).ok();
    }
    println!("{counts:?} {:?}", std::time::SystemTime::now());
}
"#;

/// Time and memory, with validation and without, and the size of what comes out.
///
/// # Errors
///
/// That there is no compiler for `wasm32-wasip1`, or that one of the two fails.
pub(crate) fn row() -> Result<Table, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let module = folder.path().join("module.wasm");
    let bytes = grown(&program(folder.path())?)?;
    fs::write(&module, &bytes).map_err(|error| error.to_string())?;
    let adapter = folder.path().join("adapter.wasm");
    fs::write(&adapter, FOR_PROGRAMS).map_err(|error| error.to_string())?;
    let megabytes = bytes.len() as f64 / 1e6;
    let mut figures = Vec::new();
    for validate in [true, false] {
        figures.extend(compared(validate, &module, &adapter, folder.path())?);
    }
    Ok(Table {
        name: "component-new",
        title: "A component of a large module",
        method: format!(
            "`component new` of a Rust program of {megabytes:.0} MB, most of it debugging information, with the adapter for \
             preview 1, in a process for each run, in turn with wit-component."
        ),
        figures,
    })
}

/// Time, memory and size, with validation or without.
fn compared(
    validate: bool,
    module: &Path,
    adapter: &Path,
    folder: &Path,
) -> Result<[Figure; 3], String> {
    let mut rounds = Vec::new();
    let mut peaks = [0, 0];
    let mut sizes = [0, 0];
    // The first round warms up.
    for round in 0..=ROUNDS {
        let mut times = [0.0, 0.0];
        // Who goes first alternates.
        for side in [round % 2, 1 - round % 2] {
            let who = ["ours", "theirs"][side];
            let (run, size) = made(who, validate, module, adapter, folder)?;
            times[side] = run.seconds;
            // The most of all rounds: what a machine has to have.
            peaks[side] = peaks[side].max(run.peak);
            sizes[side] = size;
        }
        if round > 0 {
            rounds.push((times[0], times[1]));
        }
    }
    let what = if validate {
        "validated"
    } else {
        "not validated"
    };
    let [our_peak, their_peak] = peaks.map(|kilobytes| kilobytes as f64 * 1e3);
    let memory = Figure::counted(
        format!("{what}, memory"),
        Unit::Memory,
        our_peak,
        their_peak,
    );
    let size = Figure::counted(
        format!("{what}, result"),
        Unit::Size,
        sizes[0] as f64,
        sizes[1] as f64,
    );
    Ok([
        Figure::timed(what, &Comparison::of(rounds)).times_as_fast(1.0),
        memory.at_most(0.5),
        size.at_most(1.0),
    ])
}

/// Makes a component in a process of its own; gives what that took, and the size of the component in bytes.
fn made(
    who: &str,
    validate: bool,
    module: &Path,
    adapter: &Path,
    folder: &Path,
) -> Result<(child::Run, u64), String> {
    let out = folder.join("component.wasm");
    let validate = if validate { "validated" } else { "as-it-is" };
    let args = [
        CHILD.as_ref(),
        who.as_ref(),
        validate.as_ref(),
        module.as_os_str(),
        adapter.as_os_str(),
        out.as_os_str(),
    ];
    let run = child::run(args).map_err(|error| format!("{who}: {error}"))?;
    Ok((
        run,
        fs::metadata(&out).map_err(|error| error.to_string())?.len(),
    ))
}

/// Makes one component, and prints the seconds and the kilobytes that it took.
///
/// # Errors
///
/// That it can't be made.
pub(crate) fn run_child(args: &[String]) -> Result<(), String> {
    let [who, validate, module, adapter, out] = args else {
        return Err("five arguments are wanted".into());
    };
    let read = |path: &String| fs::read(path).map_err(|error| format!("{path}: {error}"));
    let validate = validate == "validated";
    child::report(|| {
        let (module, adapter) = (read(module)?, read(adapter)?);
        if who == "ours" {
            let adapters = [Adapter {
                name: WASI,
                module: Module {
                    bytes: &adapter,
                    world: None,
                },
            }];
            let options = Options {
                validate,
                ..Options::default()
            };
            let made = component(
                Module {
                    bytes: &module,
                    world: None,
                },
                &adapters,
                &options,
            );
            let made = made.map_err(|errors| format!("{errors:#?}"))?;
            let mut file = fs::File::create(out).map_err(|error| error.to_string())?;
            // As the command line writes it: the component is never in memory as a whole.
            for piece in made.pieces() {
                std::io::Write::write_all(&mut file, piece).map_err(|error| error.to_string())?;
            }
        } else {
            let mut encoder = wit_component::ComponentEncoder::default();
            encoder.validate(validate);
            let encoder = encoder
                .module(&module)
                .and_then(|encoder| encoder.adapter(WASI, &adapter));
            let made = encoder
                .and_then(wit_component::ComponentEncoder::encode)
                .map_err(|error| format!("{error:?}"))?;
            fs::write(out, made).map_err(|error| error.to_string())?;
        }
        Ok(())
    })
}

/// The program as a module, with its debugging information.
fn program(folder: &Path) -> Result<Vec<u8>, String> {
    let (source, module) = (folder.join("program.rs"), folder.join("program.wasm"));
    fs::write(&source, PROGRAM).map_err(|error| error.to_string())?;
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--edition", "2024", "--target", "wasm32-wasip1", "-g", "-o"])
        .arg(&module)
        .arg(&source);
    let output = rustc.output().map_err(|error| format!("rustc: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "the program does not compile; is the target there (`rustup target add wasm32-wasip1`)?\n{}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    fs::read(&module).map_err(|error| error.to_string())
}

/// The module with its functions and its debugging information again and again, until it is large.
fn grown(module: &[u8]) -> Result<Vec<u8>, String> {
    // Repeated as a whole, so that code and debugging information stay in proportion.
    let times = MEGABYTES * 1_000_000 / module.len() + 1;
    let mut grown = module[..8].to_vec();
    let mut at = 8;
    while at < module.len() {
        let id = module[at];
        let (size, start) = number(module, at + 1).ok_or("a section without size")?;
        let contents = module
            .get(start..start + size)
            .ok_or("a section that is cut off")?;
        at = start + size;
        let contents = match id {
            // Functions, and their code.
            3 | 10 => {
                let (count, rest) = number(contents, 0).ok_or("a section without a count")?;
                [leb128(count * times), contents[rest..].repeat(times)].concat()
            }
            0 => {
                let (length, start) =
                    number(contents, 0).ok_or("a custom section without a name")?;
                let (name, data) = contents.split_at(start + length);
                // Only debugging information may be there again and again: other custom sections mean something once.
                let times = if name[start..].starts_with(b".debug") {
                    times
                } else {
                    1
                };
                [name, &data.repeat(times)].concat()
            }
            _ => contents.to_vec(),
        };
        grown.push(id);
        grown.extend(leb128(contents.len()));
        grown.extend(contents);
    }
    Ok(grown)
}

fn number(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(at)?;
        value |= usize::from(byte & 0x7f) << shift;
        (at, shift) = (at + 1, shift + 7);
        // A number of 32 bits takes five bytes at most.
        if byte < 0x80 || shift > 28 {
            return Some((value, at));
        }
    }
}

fn leb128(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(byte);
            return bytes;
        }
        bytes.push(byte | 0x80);
    }
}
