//! Writing bindings in each language, against wit-bindgen: the time, the memory, and how much code comes out.

use crate::ratio::compare;
use crate::report::{Figure, Table, Unit};
use crate::synth::Size;
use crate::tree;
use crate::{child, source};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use wit_bindgen_core::{WorldGenerator, wit_parser};
use witc_bindgen_core::{Backend, Input};
use witc_resolve::{Loaded, Loader, WorldId, select_world};

/// The argument with which the program loads a tree and writes bindings once: whose, language, folder, world.
pub(crate) const CHILD: &str = "--generate";

const LANGUAGES: [&str; 3] = ["rust", "c", "cpp"];

/// A world that bindings are written for.
struct Subject {
    name: &'static str,
    folder: PathBuf,
    world: &'static str,
    rounds: usize,
    /// The most that our code may be of theirs, for each language.
    sizes: Option<[f64; 3]>,
}

/// How deep the records nest that both write bindings for; each further level doubles the time and memory that
/// wit-bindgen takes.
const SHARED_LEVELS: usize = 8;
/// How deep ours go, and how many times as much code they may be as those half as deep.
const LEVELS: usize = 12;
// Twice the levels are twice the code; a quarter more allows for longer names.
const GROWTH: f64 = 2.5;

/// Bindings for WASI HTTP, a large world and nested records.
///
/// # Errors
///
/// That a world does not load, or that one of the two can't write bindings for it.
pub(crate) fn row() -> Result<Table, String> {
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folders = [LEVELS / 2, SHARED_LEVELS, LEVELS].map(|levels| nested(scratch.path(), levels));
    let [six, eight, twelve] = folders;
    let (six, eight, twelve) = (six?, eight?, twelve?);
    let mut figures = Vec::new();
    for subject in &subjects(eight)? {
        for (index, language) in LANGUAGES.into_iter().enumerate() {
            figures.extend(compared(
                subject,
                language,
                subject.sizes.map(|sizes| sizes[index]),
            )?);
        }
    }
    for language in LANGUAGES {
        let [six, twelve] = [&six, &twelve].map(|folder| {
            let (loaded, world) = load(folder, "nested")?;
            Ok::<_, String>(ours(language, &loaded, world)? as f64)
        });
        let what = format!(
            "{language}, our records nested {LEVELS} deep against {} deep, code",
            LEVELS / 2
        );
        figures.push(Figure::counted(what, Unit::Size, twelve?, six?).at_most(GROWTH));
    }
    Ok(Table {
        name: "generate",
        title: "Writing bindings",
        method: format!(
            "Bindings of a world that is already resolved, in one process and in turn with wit-bindgen's generators 0.63.0: \
             the world `bindings` of wasmtime's WASI HTTP, a world of 40 interfaces over 7 packages, which is as large as all peers can do, and records of a \
             record and an option of it, {SHARED_LEVELS} deep: each further level doubles what wit-bindgen takes. Code is counted without comments and white space, and without what \
             is the same for every world; memory is the peak of a process that loads the packages and writes bindings once."
        ),
        figures,
    })
}

/// The worlds that both write bindings for; `nested` is the folder with the nested records.
fn subjects(nested: PathBuf) -> Result<[Subject; 3], String> {
    Ok([
        Subject {
            name: "WASI HTTP",
            folder: tree::wasi(),
            world: "wasmtime:wasi-http/bindings",
            rounds: 21,
            sizes: Some([0.5, 0.6, 0.6]),
        },
        Subject {
            name: "a large world",
            // With the hundred packages of `load`, wit-bindgen's Rust takes more memory than most machines have.
            folder: tree::folder(Size {
                packages: 7,
                interfaces: 40,
                functions: 20,
            })?,
            world: "all",
            rounds: 3,
            sizes: None,
        },
        Subject {
            name: "nested records",
            folder: nested,
            world: "nested",
            rounds: 11,
            sizes: None,
        },
    ])
}

/// Time, memory and code of one subject in one language.
fn compared(
    subject: &Subject,
    language: &str,
    size_goal: Option<f64>,
) -> Result<[Figure; 3], String> {
    let Subject {
        name,
        folder,
        world,
        rounds,
        ..
    } = subject;
    let what = |how: &str| format!("{language}, {name}{how}");
    let (loaded, our_world) = load(folder, world)?;
    let (resolve, their_world) = their_load(folder, world)?;
    // They write into what they read; the copies are made before the time is taken.
    // One more than the rounds: the first one warms up and counts for nothing.
    let mut copies = vec![resolve; rounds + 1];
    let comparison = compare(
        *rounds,
        || ours(language, &loaded, our_world),
        || {
            let mut resolve = copies.pop().ok_or("no copy is left")?;
            let size = theirs(language, &mut resolve, their_world)?;
            // Given back, so that it is dropped after the time is taken, as ours is.
            Ok((size, resolve))
        },
    )?;
    // Before memory is measured and another model is loaded.
    drop(copies);
    let (mut resolve, their_world) = their_load(folder, world)?;
    let our_size = ours(language, &loaded, our_world)? as f64;
    let their_size = theirs(language, &mut resolve, their_world)? as f64;
    let [our_peak, their_peak] = ["ours", "theirs"].map(|who| {
        let args = [
            CHILD.as_ref(),
            who.as_ref(),
            language.as_ref(),
            folder.as_os_str(),
            (*world).as_ref(),
        ];
        Ok::<_, String>(child::run(args)?.peak as f64 * 1e3)
    });
    let size = Figure::counted(what(", code"), Unit::Size, our_size, their_size);
    Ok([
        Figure::timed(what(""), &comparison),
        Figure::counted(what(", memory"), Unit::Memory, our_peak?, their_peak?),
        match size_goal {
            Some(goal) => size.at_most(goal),
            None => size,
        },
    ])
}

/// Loads a tree and writes bindings once.
///
/// # Errors
///
/// That the world does not load, or has no bindings.
pub(crate) fn run_child(args: &[String]) -> Result<(), String> {
    let [who, language, folder, world] = args else {
        return Err("four arguments are wanted".into());
    };
    let folder = Path::new(folder);
    child::report(|| {
        if who == "ours" {
            let (loaded, world) = load(folder, world)?;
            ours(language, &loaded, world)
        } else {
            let (mut resolve, world) = their_load(folder, world)?;
            theirs(language, &mut resolve, world)
        }
    })
}

fn load(folder: &Path, world: &str) -> Result<(Loaded, WorldId), String> {
    let loaded = Loader::new().path(folder).load();
    if let Some(error) = loaded
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.is_error())
    {
        return Err(witc_diagnostics::render::short(
            error,
            &loaded.resolve.sources,
        ));
    }
    let world = select_world(&loaded.resolve, &loaded.main, Some(world));
    let world = world.map_err(|error| format!("{}: {error:?}", folder.display()))?;
    Ok((loaded, world))
}

fn their_load(
    folder: &Path,
    world: &str,
) -> Result<(wit_parser::Resolve, wit_parser::WorldId), String> {
    let mut resolve = wit_parser::Resolve::default();
    let (package, _) = resolve
        .push_path(folder)
        .map_err(|error| format!("wit-parser: {error:?}"))?;
    let world = resolve
        .select_world(&[package], Some(world))
        .map_err(|error| format!("{error:?}"))?;
    Ok((resolve, world))
}

/// Writes our bindings; gives the bytes of code.
fn ours(language: &str, loaded: &Loaded, world: WorldId) -> Result<usize, String> {
    let input = Input {
        resolve: &loaded.resolve,
        world,
    };
    match language {
        "rust" => {
            let options = witc_bindgen_rust::Options {
                generate_all: true,
                ..Default::default()
            };
            written::<witc_bindgen_rust::Rust>(input, &options)
        }
        "c" => written::<witc_bindgen_c::C>(input, &Default::default()),
        _ => written::<witc_bindgen_c::Cpp>(input, &Default::default()),
    }
}

fn written<B: Backend>(input: Input<'_>, options: &B::Options) -> Result<usize, String> {
    let output = B::generate(input, options);
    match output
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.is_error())
    {
        Some(error) => Err(witc_diagnostics::render::short(
            error,
            &input.resolve.sources,
        )),
        None => Ok(source::bytes(
            B::NAME,
            &input.resolve.worlds[input.world].name,
            output.files.iter(),
        )),
    }
}

/// Writes their bindings; gives the bytes of code.
fn theirs(
    language: &str,
    resolve: &mut wit_parser::Resolve,
    world: wit_parser::WorldId,
) -> Result<usize, String> {
    let mut generator: Box<dyn WorldGenerator> = match language {
        "rust" => Box::new(
            wit_bindgen_rust::Opts {
                generate_all: true,
                ..Default::default()
            }
            .build(),
        ),
        "c" => wit_bindgen_c::Opts::default().build(),
        _ => wit_bindgen_cpp::Opts::default().build(None),
    };
    let mut files = wit_bindgen_core::Files::default();
    generator
        .generate(resolve, world, &mut files)
        .map_err(|error| format!("wit-bindgen: {error:?}"))?;
    Ok(source::bytes(
        language,
        &resolve.worlds[world].name,
        files.iter(),
    ))
}

/// A package with `record rN { left: rN-1, right: option<rN-1> }` over a record of a string and a list of strings, as
/// parameter and result of a function that is imported and exported.
fn nested(folder: &Path, levels: usize) -> Result<PathBuf, String> {
    let mut text =
        "package a:b;\n\ninterface i {\n    record r0 { name: string, tags: list<string> }\n"
            .to_owned();
    for level in 1..=levels {
        let inner = level - 1;
        let _ = writeln!(
            text,
            "    record r{level} {{ left: r{inner}, right: option<r{inner}> }}"
        );
    }
    let _ = writeln!(text, "    f: func(r: r{levels}) -> r{levels};\n}}");
    // On both sides, so that code that lifts and code that lowers come out.
    text.push_str("\nworld nested {\n    import i;\n    export i;\n}\n");
    let folder = folder.join(format!("nested-{levels}"));
    let file = folder.join("package.wit");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, text))
        .map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(folder)
}
