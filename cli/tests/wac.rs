//! `witc plug` beside `wac plug`, which it stands in for: the same command lines, and the same worlds.
//!
//! `WAC=path/to/wac` in the environment says where wac is; without it there is nothing to compare with. Where the two differ,
//! `docs/plug.md` says why, and `plug.rs` holds this side to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use witc_binary::decode_to_wit;
use witc_tests::{build_command, build_guest, root};

/// Both programs, and a folder with the components that they are given.
struct Both {
    wac: PathBuf,
    folder: TempDir,
}

impl Both {
    /// With components of `fixtures`, as binaries without their folders.
    fn with(components: &[&str]) -> Option<Self> {
        let Some(wac) = std::env::var_os("WAC").map(PathBuf::from) else {
            println!("skipped: `WAC` does not say where wac is");
            return None;
        };
        let both = Self {
            wac,
            folder: tempfile::tempdir().expect("there is room"),
        };
        for component in components {
            let path = root()
                .join("fixtures")
                .join(component)
                .with_extension("wat");
            let bytes = wat::parse_file(&path).expect("is WebAssembly");
            fs::write(both.file(path.file_stem().expect("has a name")), bytes)
                .expect("can be written");
        }
        Some(both)
    }

    fn file(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name).with_extension("wasm")
    }

    fn run(&self, program: impl AsRef<Path>, arguments: &str) -> Output {
        let mut command = Command::new(program.as_ref());
        command
            .args(arguments.split_whitespace())
            .current_dir(self.folder.path());
        command.output().expect("starts")
    }

    fn witc(&self, arguments: &str) -> Output {
        self.run(env!("CARGO_BIN_EXE_witc"), arguments)
    }

    fn wac(&self, arguments: &str) -> Output {
        self.run(&self.wac, arguments)
    }

    /// Sees that both make a component of the same world by the same command line, on standard output as binary and as text,
    /// and in a file.
    #[track_caller]
    fn agree(&self, arguments: &str) -> String {
        let [ours, theirs] =
            [self.witc(arguments), self.wac(arguments)].map(|output| world(&output));
        assert_eq!(in_order(&ours), in_order(&theirs), "{arguments}");
        for (file, program) in [
            ("ours", Path::new(env!("CARGO_BIN_EXE_witc"))),
            ("theirs", &self.wac),
        ] {
            let written = self.run(program, &format!("{arguments} -o {file}.wasm"));
            assert!(
                written.status.success() && written.stdout.is_empty(),
                "{file}: {written:?}"
            );
            let bytes = fs::read(self.file(file)).expect("was written");
            let text = self.run(program, &format!("{arguments} -t"));
            assert!(
                text.stdout.starts_with(b"(component")
                    && text.stdout.trim_ascii_end().ends_with(b")"),
                "{file}"
            );
            for made in [
                bytes,
                wat::parse_bytes(&text.stdout)
                    .expect("is WebAssembly")
                    .into_owned(),
            ] {
                assert_eq!(
                    in_order(&decode_to_wit(&made).expect("is a component")),
                    in_order(&ours),
                    "{file}"
                );
            }
        }
        ours
    }

    /// Sees that both refuse, with the same exit code.
    #[track_caller]
    fn refuse(&self, arguments: &str) {
        let (ours, theirs) = (self.witc(arguments), self.wac(arguments));
        assert_eq!(
            (ours.status.code(), theirs.status.code()),
            (Some(1), Some(1)),
            "{ours:?} {theirs:?}"
        );
        assert!(ours.stdout.is_empty() && theirs.stdout.is_empty() && !ours.stderr.is_empty());
    }
}

#[track_caller]
fn world(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    decode_to_wit(&output.stdout).expect("is a component")
}

/// The lines of a world, whose imports stand in no order that means something, nor do the packages behind it.
fn in_order(world: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = world.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn a_version_step() {
    let Some(both) = Both::with(&["compose/double", "compose/math"]) else {
        return;
    };
    let world = both.agree("plug double.wasm --plug math.wasm");
    assert!(
        world.contains("import my:log/log@0.1.0;") && !world.contains("math"),
        "{world}"
    );
}

#[test]
fn a_chain_in_two_steps() {
    let Some(both) = Both::with(&["compose/app", "compose/double", "compose/math"]) else {
        return;
    };
    both.agree("plug double.wasm --plug math.wasm");
    for middle in ["ours", "theirs"] {
        fs::rename(both.file(middle), both.file(format!("middle-{middle}"))).expect("is there");
    }
    let worlds = ["ours", "theirs"]
        .map(|middle| both.agree(&format!("plug app.wasm --plug middle-{middle}.wasm")));
    assert_eq!(worlds[0], worlds[1]);
}

#[test]
fn versions_of_an_open_import() {
    let Some(both) = Both::with(&["compose/early", "compose/late"]) else {
        return;
    };
    let world = both.agree("plug early.wasm --plug late.wasm");
    assert!(
        world.contains("import my:log/log@0.1.2;") && world.contains("flush"),
        "{world}"
    );
}

/// The socket exports functions with a resource that a plug makes.
#[test]
fn a_resource_of_a_plug_in_an_export() {
    let Some(both) = Both::with(&["compose/make", "compose/types"]) else {
        return;
    };
    let world = both.agree("plug make.wasm --plug types.wasm");
    assert!(
        !world.contains("import ") && world.contains("make: func(n: u32) -> item;"),
        "{world}"
    );
}

#[test]
fn a_plug_that_fits_nothing() {
    let folder = "diagnostics/W2056-unused-plug";
    let components = ["app", "math", "clock"].map(|name| format!("{folder}/{name}"));
    let Some(both) = Both::with(&components.each_ref().map(String::as_str)) else {
        return;
    };
    let world = both.agree("plug app.wasm --plug math.wasm --plug clock.wasm");
    assert_eq!(
        world,
        both.agree("plug app.wasm --plug clock.wasm --plug math.wasm")
    );
    both.refuse("plug app.wasm --plug clock.wasm");
}

#[test]
fn plugs_that_offer_the_same() {
    let folder = "diagnostics/W2054-several-plugs";
    let components = ["app", "fast", "slow"].map(|name| format!("{folder}/{name}"));
    let Some(both) = Both::with(&components.each_ref().map(String::as_str)) else {
        return;
    };
    both.refuse("plug app.wasm --plug fast.wasm --plug slow.wasm");
    both.refuse("plug app.wasm --plug fast.wasm --plug fast.wasm");
    both.agree("plug app.wasm --plug slow.wasm");
}

#[test]
fn versions_that_are_not_compatible() {
    let folder = "diagnostics/W2055-incompatible-version";
    let components = ["app", "math"].map(|name| format!("{folder}/{name}"));
    let Some(both) = Both::with(&components.each_ref().map(String::as_str)) else {
        return;
    };
    both.refuse("plug app.wasm --plug math.wasm");
}

/// A diamond, which is a script for wac, and one command line here.
#[test]
fn a_diamond() {
    let components = [
        "compose/diamond",
        "compose/types",
        "compose/make",
        "compose/read",
    ];
    let Some(both) = Both::with(&components) else {
        return;
    };
    let script = "package my:whole;
        let types = new my:types { ... };
        let make = new my:make { ...types, ... };
        let read = new my:read { ...types, ... };
        let diamond = new my:diamond { ...types, ...make, ...read, ... };
        export diamond...;";
    fs::write(both.folder.path().join("whole.wac"), script).expect("can be written");
    let dependencies = ["types", "make", "read", "diamond"]
        .map(|name| format!("--dep my:{name}={name}.wasm"))
        .join(" ");
    let theirs = world(&both.wac(&format!("compose {dependencies} whole.wac")));
    let ours =
        world(&both.witc("plug diamond.wasm --plug types.wasm --plug make.wasm --plug read.wasm"));
    assert_eq!(in_order(&ours), in_order(&theirs));
}

/// The calculator, whose components have all of WASI's imports for commands.
#[test]
fn a_calculator() {
    let Some(both) = Both::with(&[]) else { return };
    let folder = root().join("fixtures/guests/calculator");
    let copy = |file: PathBuf, name: &str| {
        assert!(fs::copy(file, both.file(name)).is_ok(), "{name} was built");
    };
    copy(build_guest(&folder.join("adder"), "wasm32-wasip2"), "adder");
    copy(
        build_guest(&folder.join("calculator"), "wasm32-wasip2"),
        "calculator",
    );
    copy(
        build_command(&folder.join("command"), "wasm32-wasip2"),
        "command",
    );
    both.agree("plug calculator.wasm --plug adder.wasm");
    fs::rename(both.file("theirs"), both.file("middle")).expect("is there");
    let in_two = both.agree("plug command.wasm --plug middle.wasm");
    let in_one = world(&both.witc("plug command.wasm --plug calculator.wasm --plug adder.wasm"));
    assert_eq!(in_order(&in_one), in_order(&in_two));
}

/// Imports `my:app/math` and `my:app/log`.
const TWO_IMPORTS: &str = r#"(component
    (import "my:app/math" (instance (export "one" (func (result u32)))))
    (import "my:app/log" (instance (export "note" (func (param "n" u32)))))
    (import "go" (func $go))
    (export "run" (func $go)))"#;

/// Exports both, one of them with another type.
const ONE_FITS: &str = r#"(component
    (import "one" (func $one (result u32)))
    (import "note" (func $note (param "n" u64)))
    (instance $math (export "one" (func $one)))
    (instance $log (export "note" (func $note)))
    (export "my:app/math" (instance $math))
    (export "my:app/log" (instance $log)))"#;

/// Where this side does more than wac, as `docs/plug.md` has it.
#[test]
fn differences() {
    let Some(both) = Both::with(&["compose/app", "compose/double", "compose/math"]) else {
        return;
    };
    let write = |name: &str, text: &str| {
        fs::write(
            both.file(name),
            wat::parse_str(text).expect("is WebAssembly"),
        )
        .expect("can be written");
    };
    // Plugs satisfy each other's imports.
    let chain = "plug app.wasm --plug double.wasm --plug math.wasm";
    assert!(!world(&both.witc(chain)).contains("import my:app/math"));
    assert!(world(&both.wac(chain)).contains("import my:app/math"));
    // A plug that has what is imported, but with another type, is left out for that without a word.
    write("socket", TWO_IMPORTS);
    write("plug", ONE_FITS);
    let misfit = "plug socket.wasm --plug plug.wasm";
    assert_eq!(both.witc(misfit).status.code(), Some(1));
    assert!(world(&both.wac(misfit)).contains("import my:app/log;"));
    // What can't be read is told apart from what does not fit.
    let absent = "plug app.wasm --plug absent.wasm";
    assert_eq!(both.witc(absent).status.code(), Some(2));
    assert_eq!(both.wac(absent).status.code(), Some(1));
}

/// Compositions that are wrong here, and whether wac refuses them too: it does not connect plugs, and so sees no circle.
const WRONG: [(&str, &str, bool); 9] = [
    ("W2022-open-types", "app --plug math", true),
    ("W2052-plug-lacks-function", "app --plug math", true),
    ("W2053-plug-function", "app --plug math", true),
    ("W2053-plug-record", "app --plug shapes", true),
    ("W2053-plug-sort", "app --plug clock", true),
    ("W2055-nothing-plugged", "math --plug app", true),
    ("W2057-plug-cycle", "app --plug eggs --plug hens", false),
    ("W2058-two-makers", "app --plug types --plug reader", true),
    ("W2058-open-import", "app --plug types", true),
];

#[test]
fn wrong_compositions() {
    let mut others = Vec::new();
    for (folder, arguments, refused) in WRONG {
        let names = arguments.split(' ').filter(|word| !word.starts_with('-'));
        let components: Vec<_> = names
            .map(|name| format!("diagnostics/{folder}/{name}"))
            .collect();
        let components: Vec<_> = components.iter().map(String::as_str).collect();
        let Some(both) = Both::with(&components) else {
            return;
        };
        let arguments = format!(
            "plug {}",
            arguments
                .replace(' ', ".wasm ")
                .replace("--plug.wasm", "--plug")
        );
        let (ours, theirs) = (
            both.witc(&format!("{arguments}.wasm")),
            both.wac(&format!("{arguments}.wasm")),
        );
        assert_eq!(ours.status.code(), Some(1), "{folder}");
        if theirs.status.success() == refused {
            others.push(folder);
        }
    }
    assert!(others.is_empty(), "{others:?}");
}
