//! The long run: `cargo xtask round-trips`. What passed is remembered, so that a run can be stopped and taken up again.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;
use witc_round_trips::guest::Role;
use witc_round_trips::model::World;
use witc_round_trips::shrink::shrink;
use witc_round_trips::trip::built;
use witc_round_trips::{
    Failure, Language, Source, Tools, drive, drive_concurrent, drive_world, guest, make, together,
};
use witc_tests::{root, scratch};

// A file, since `cargo xtask round-trips --help` prints it as well, without building this program.
const HELP: &str = include_str!("../help.txt");

struct Args {
    from: u64,
    worlds: u64,
    rows: usize,
    languages: Vec<Language>,
    concurrent: bool,
    file: Option<String>,
    threads: usize,
    show: bool,
    shrink: bool,
    again: bool,
}

fn parse(mut args: impl Iterator<Item = String>) -> Option<Args> {
    let mut parsed = Args {
        from: 0,
        worlds: 500,
        rows: 20,
        languages: Vec::new(),
        concurrent: false,
        file: None,
        threads: 2,
        show: false,
        shrink: true,
        again: false,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--from" => parsed.from = args.next()?.parse().ok()?,
            "--worlds" => parsed.worlds = args.next()?.parse().ok()?,
            "--rows" => parsed.rows = args.next()?.parse().ok()?,
            "--threads" => parsed.threads = args.next()?.parse().ok()?,
            "--lang" => {
                let name = args.next()?;
                parsed.languages.push(
                    Language::ALL
                        .into_iter()
                        .find(|language| language.name() == name)?,
                );
            }
            "--async" => parsed.concurrent = true,
            "--file" => parsed.file = Some(args.next()?),
            "--show" => parsed.show = true,
            "--no-shrink" => parsed.shrink = false,
            "--again" => parsed.again = true,
            _ => return None,
        }
    }
    if parsed.concurrent {
        if parsed.languages.is_empty() {
            parsed.languages = vec![Language::Rust, Language::C];
        }
        // C++ has no guests for them yet.
        parsed
            .languages
            .retain(|language| *language != Language::Cpp);
    }
    Some(parsed)
}

/// The world of a seed.
fn world(seed: u64, concurrent: bool) -> World {
    if concurrent {
        make::concurrent(seed)
    } else {
        make::world(seed)
    }
}

fn main() -> ExitCode {
    if std::env::args()
        .skip(1)
        .any(|arg| arg == "--help" || arg == "-h")
    {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let Some(args) = parse(std::env::args().skip(1)) else {
        eprint!("{HELP}");
        return ExitCode::from(2);
    };
    if args.show {
        return show(&args);
    }
    if let Some(file) = &args.file {
        return only(file, &args);
    }
    let run = Run::new(args);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..run.args.threads {
            let run = &run;
            scope.spawn(move || run.work(thread));
        }
    });
    let seconds = start.elapsed().as_secs();
    let (calls, failures) = (
        run.calls.load(Ordering::Relaxed),
        run.failures.load(Ordering::Relaxed),
    );
    println!(
        "{} worlds from seed {}, {} of them passed before; {calls} calls in {} min {} s; {failures} failures",
        run.args.worlds,
        run.args.from,
        run.before.load(Ordering::Relaxed),
        seconds / 60,
        seconds % 60
    );
    if failures == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Prints a world and writes its guests.
fn show(args: &Args) -> ExitCode {
    let wit = world(args.from, args.concurrent).to_string();
    println!("{wit}");
    let source = match Source::new(&wit) {
        Ok(source) => source,
        Err(error) => {
            println!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let guests: Vec<_> = if args.concurrent {
        let of = |(name, role, language)| (name, guest::files_of_role(&source, role, language));
        let in_rust = Role::ALL.map(|role| (role.name(), role, Language::Rust));
        let in_c = ("trip-c", Role::Trip, Language::C);
        in_rust.into_iter().chain([in_c]).map(of).collect()
    } else {
        let files = |language: Language| (language.name(), guest::files(&source, language));
        Language::ALL.map(files).into()
    };
    for (name, files) in guests {
        let folder = scratch("round-trips").join(format!("seed-{}-{name}", args.from));
        let written = files.and_then(|files| {
            fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
            files
                .iter()
                .try_for_each(|(name, text)| fs::write(folder.join(name), text))
                .map_err(|error| error.to_string())
        });
        match written {
            Ok(()) => println!("{}", folder.display()),
            Err(error) => println!("{name}: {error}"),
        }
    }
    ExitCode::SUCCESS
}

/// Passes values through the world of a file.
fn only(file: &str, args: &Args) -> ExitCode {
    let wit = match fs::read_to_string(file) {
        Ok(wit) => wit,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let tools = Tools::new();
    let mut languages = args.languages.clone();
    if languages.is_empty() {
        languages = tools.languages();
    }
    let mut code = ExitCode::SUCCESS;
    for language in languages {
        let outcome = drive_world(&tools, &wit, language, "file", args.from, args.rows);
        match outcome {
            Ok(functions) => println!("{}: {functions} functions", language.name()),
            Err(failure) => {
                println!(
                    "{}: {:?}: {}",
                    language.name(),
                    failure.stage,
                    failure.message
                );
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

/// A run over all worlds.
struct Run {
    args: Args,
    tools: Tools,
    next: AtomicU64,
    calls: AtomicUsize,
    failures: AtomicUsize,
    /// How many worlds passed in earlier runs.
    before: AtomicUsize,
    stop: AtomicBool,
    passed: BTreeSet<String>,
    state: Mutex<File>,
}

impl Run {
    fn new(mut args: Args) -> Self {
        let tools = Tools::new();
        if args.languages.is_empty() {
            args.languages = tools.languages();
        }
        let file = scratch("round-trips").join("passed.txt");
        // What another program passed says nothing about this one.
        let program = std::env::current_exe()
            .and_then(fs::read)
            .map(|bytes| fingerprint(&bytes));
        let head = format!("{:x} {}\n", program.unwrap_or_default(), args.rows);
        let known = fs::read_to_string(&file).unwrap_or_default();
        // Another program, or another number of rows, is another run: nothing of it is known.
        let known = known.strip_prefix(&head).filter(|_| !args.again);
        let passed = known
            .unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect();
        if known.is_none() {
            fs::write(&file, head).expect("the build folder can be written");
        }
        let state = OpenOptions::new()
            .append(true)
            .open(&file)
            .expect("the build folder can be written");
        Self {
            next: AtomicU64::new(args.from),
            args,
            tools,
            calls: AtomicUsize::new(0),
            failures: AtomicUsize::new(0),
            before: AtomicUsize::new(0),
            stop: AtomicBool::new(false),
            passed,
            state: Mutex::new(state),
        }
    }

    fn work(&self, thread: usize) {
        let name = format!("world-{thread}");
        while !self.stop.load(Ordering::Relaxed) {
            // Each thread takes the next world, so that one slow world holds nobody up.
            let seed = self.next.fetch_add(1, Ordering::Relaxed);
            if seed >= self.args.from + self.args.worlds {
                return;
            }
            let world = world(seed, self.args.concurrent);
            let wit = world.to_string();
            let mut guests = Vec::new();
            let languages = self.args.languages.iter().map(|language| language.name());
            let kind = if self.args.concurrent { "async " } else { "" };
            let key = format!("{seed} {kind}{}", languages.collect::<Vec<_>>().join(" "));
            // Counted, so that a run that did nothing does not look like one that did everything.
            if self.passed.contains(&key) {
                self.before.fetch_add(1, Ordering::Relaxed);
                continue;
            }
            if self.args.concurrent {
                self.concurrent(seed, world, &name, &key);
                println!("{seed}");
                continue;
            }
            for &language in &self.args.languages {
                let guest = built(&self.tools, &wit, language, &name);
                let outcome = guest.and_then(|guest| {
                    let functions = drive(&guest, seed, self.args.rows)?;
                    guests.push(guest);
                    Ok(functions)
                });
                match outcome {
                    Ok(functions) => {
                        self.calls
                            .fetch_add(functions * self.args.rows, Ordering::Relaxed);
                    }
                    Err(failure) => self.failed(seed, world.clone(), language, &name, &failure),
                }
            }
            // Only if all languages passed: a world that failed is tried again next time.
            if guests.len() == self.args.languages.len() {
                if guests.len() > 1 {
                    self.in_front_of_each_other(seed, &mut guests);
                }
                self.passed(&key);
            }
            println!("{seed}");
        }
    }

    /// Remembers a world.
    fn passed(&self, key: &str) {
        let mut state = self.state.lock().expect("nobody panics");
        writeln!(state, "{key}").expect("the build folder can be written");
    }

    /// Each guest in front of another: what the first imports the second exports.
    fn in_front_of_each_other(&self, seed: u64, guests: &mut [Vec<u8>]) {
        // Another language is in front in each world.
        guests.rotate_left(seed as usize % self.args.languages.len());
        let guests: Vec<&[u8]> = guests.iter().map(Vec::as_slice).collect();
        let outcome = together(&guests).and_then(|whole| drive(&whole, seed, self.args.rows));
        match outcome {
            Ok(functions) => {
                self.calls
                    .fetch_add(functions * self.args.rows, Ordering::Relaxed);
            }
            Err(failure) => {
                self.failures.fetch_add(1, Ordering::Relaxed);
                println!(
                    "seed {seed}, guests in front of each other: {:?}: {}",
                    failure.stage, failure.message
                );
            }
        }
    }

    /// Drives a world with asynchronous functions.
    fn concurrent(&self, seed: u64, world: World, name: &str, key: &str) {
        let (languages, rows) = (&self.args.languages, self.args.rows);
        let wit = world.to_string();
        match drive_concurrent(&self.tools, &wit, languages, name, seed, rows) {
            Ok(functions) => {
                self.calls.fetch_add(functions * rows, Ordering::Relaxed);
                self.passed(key);
            }
            Err((language, failure)) => self.failed(seed, world, language, name, &failure),
        }
    }

    /// Tells what failed, and keeps the smallest world that fails in the same way.
    fn failed(&self, seed: u64, world: World, language: Language, name: &str, failure: &Failure) {
        self.failures.fetch_add(1, Ordering::Relaxed);
        println!(
            "seed {seed}, {}: {:?}: {}",
            language.name(),
            failure.stage,
            failure.message
        );
        // Shrinking builds hundreds of worlds, and stands in the way when only the list of failures
        // is wanted.
        if !self.args.shrink {
            return;
        }
        let fails = |world: &World| {
            let outcome = drive_world(
                &self.tools,
                &world.to_string(),
                language,
                name,
                seed,
                self.args.rows,
            );
            // A smaller world that fails in another way would be another finding.
            outcome.is_err_and(|other| other.kind() == failure.kind())
        };
        let smallest = shrink(world, fails);
        let folder = root().join("fixtures/round-trips");
        let file = folder.join(format!("seed-{seed}-{}.wit", language.name()));
        let _ = fs::create_dir_all(&folder);
        let _ = fs::write(&file, smallest.to_string());
        println!(
            "the smallest world is kept as {}:\n{smallest}",
            file.display()
        );
    }
}

/// FNV-1a.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    })
}
