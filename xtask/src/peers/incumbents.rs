//! The incumbents' programs, at the versions that this project is compared with, and what they need to build guests.

use crate::tool;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs, the packages that they are in, their versions and features.
const PROGRAMS: &[(&str, &str, &str, &[&str])] = &[
    (
        "wit-bindgen",
        "wit-bindgen-cli",
        "0.63.0",
        &["--no-default-features", "--features", "rust,c,cpp"],
    ),
    ("wasm-tools", "wasm-tools", "1.263.0", &[]),
    ("wasmtime", "wasmtime-cli", "48.0.8", &[]),
];

/// The package of the suites.
const SUITES: &str = "wit-bindgen-cli-0.63.0";
/// The package of the adapter with which guests in C++ become components, and its file.
const ADAPTER: &str = "wasi-preview1-component-adapter-provider-48";
const REACTOR: &str = "artefacts/wasi_snapshot_preview1.reactor.wasm";

/// Where they are.
pub(super) struct Incumbents {
    /// The folder that all of it is in.
    pub(super) home: PathBuf,
    /// The folders of cases.
    pub(super) suites: PathBuf,
}

impl Incumbents {
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.home.join("bin").join(name)
    }

    /// A toolchain for C and C++ in the shape that the harness expects.
    pub(super) fn sdk(&self) -> PathBuf {
        self.home.join("sdk")
    }
}

/// Builds what is not there, which takes half an hour the first time.
///
/// # Errors
///
/// What does not build, or can't be written.
pub(super) fn ensure() -> Result<Incumbents, String> {
    let home = match std::env::var_os("WITC_PEERS") {
        Some(folder) => PathBuf::from(folder),
        None => tool::target_dir().join("peers"),
    };
    for (program, package, version, features) in PROGRAMS {
        // Whoever has them already is spared the half hour.
        if home.join("bin").join(program).is_file() {
            continue;
        }
        let mut install = tool::cargo(["install", "--locked", package, "--version", version]);
        install
            .args(*features)
            .arg("--root")
            .arg(&home)
            // cargo would build in a temporary folder, and begin anew after a failure.
            .env("CARGO_TARGET_DIR", home.join("target"));
        tool::run(&mut install)?;
    }
    let suites = published(SUITES, "tests")?;
    let incumbents = Incumbents { home, suites };
    // Written anew each time: it costs nothing, and paths may have changed.
    toolchain(&incumbents).map_err(|error| format!("{}: {error}", incumbents.home.display()))?;
    Ok(incumbents)
}

/// The file or folder at a path of a package that cargo has downloaded; `package` may end before the end of its
/// version.
fn published(package: &str, path: &str) -> Result<PathBuf, String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
        .unwrap_or_default();
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    let packages =
        entries(&home.join("registry/src")).flat_map(|registry| entries(&registry.path()));
    let mut found = packages
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(package))
        .map(|entry| entry.path().join(path))
        .filter(|path| path.exists());
    found
        .next()
        .ok_or_else(|| format!("cargo has not downloaded {package}"))
}

/// Clang under the names by which the harness calls it. Where it wants a component of a guest in C++, it is made here,
/// as Debian's linker makes modules alone.
fn toolchain(incumbents: &Incumbents) -> std::io::Result<()> {
    let sdk = incumbents.sdk();
    let bin = sdk.join("bin");
    fs::create_dir_all(&bin)?;
    let reactor = sdk.join("reactor.wasm");
    let adapter = published(ADAPTER, REACTOR).map_err(std::io::Error::other)?;
    fs::copy(adapter, &reactor)?;
    for compiler in ["clang", "clang++"] {
        let script =
            format!("#!/bin/sh\nexec {compiler}-19 --target=wasm32-wasi -fno-exceptions \"$@\"\n");
        script_file(&bin.join(format!("wasm32-wasip1-{compiler}")), &script)?;
    }
    let script = format!(
        "#!/bin/bash\n\
         link=1 out=a.out before= probe= arguments=()\n\
         for argument in \"$@\"; do\n\
         \x20 [ \"$argument\" = -c ] && link=\n\
         \x20 [ \"$before\" = -o ] && out=$argument\n\
         \x20 before=$argument\n\
         \x20 case $argument in\n\
         \x20   test.cpp) probe=1 ;;\n\
         \x20   -std=c++20) argument=-std=c++23 ;; # where std::expected is\n\
         \x20 esac\n\
         \x20 [ \"$argument\" = -Wl,--skip-wit-component ] || arguments+=(\"$argument\")\n\
         done\n\
         clang++-19 --target=wasm32-wasi -fno-exceptions \"${{arguments[@]}}\" || exit\n\
         [ -z \"$link\" ] || [ -n \"$probe\" ] || \
         exec '{wasm_tools}' component new \"$out\" --adapt wasi_snapshot_preview1='{reactor}' -o \"$out\"\n",
        wasm_tools = incumbents.program("wasm-tools").display(),
        reactor = reactor.display(),
    );
    script_file(&bin.join("wasm32-wasip2-clang++"), &script)
}

/// Writes a script that can be run.
pub(super) fn script_file(path: &Path, text: &str) -> std::io::Result<()> {
    fs::write(path, text)?;
    let status = Command::new("chmod").arg("+x").arg(path).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(std::io::Error::other(format!("chmod: {status}")))
    }
}
