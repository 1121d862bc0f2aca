//! The compilers of C and C++ that tests use: clang 19 for wasm, from the packages of Debian and its descendants.

use crate::step::Outcome;
use crate::tool;
use std::process::{Command, Stdio};

/// The packages that are installed: clang, its linker and runtime, the libraries of C and C++ for WASI, and CMake.
pub(crate) const PACKAGES: [&str; 7] = [
    "clang-19",
    "lld-19",
    "libclang-rt-19-dev-wasm32",
    "libc++-19-dev-wasm32",
    "libc++abi-19-dev-wasm32",
    "wasi-libc",
    "cmake",
];

/// Installs them where that is possible: with apt, by root or by who may become root without a password. Elsewhere it
/// says what to install; the tests that need them say so too, and test the rest.
///
/// # Errors
///
/// None: what can't be installed is no failure.
pub(crate) fn ensure() -> Outcome {
    if tool::answers(Command::new("clang++-19")) && tool::answers(Command::new("cmake")) {
        return Ok(true);
    }
    let packages = PACKAGES.join(" ");
    let missing =
        || println!("   without clang for wasm: to test C and C++ there too, install {packages}");
    if !tool::answers(Command::new("apt-get")) {
        missing();
        return Ok(true);
    }
    let root = ["", "sudo"].into_iter().find(|sudo| may_install(sudo));
    let Some(sudo) = root else {
        missing();
        return Ok(true);
    };
    let apt = |arguments: &[&str]| tool::watch(apt(sudo, arguments), |_| ());
    // Lists of packages that are too old to name what is there are renewed.
    let install = [
        &["install", "--yes", "--no-install-recommends"],
        &PACKAGES[..],
    ]
    .concat();
    // A failure to install is no failure of the tests: they say themselves what they leave out.
    if !(apt(&install)? || (apt(&["update"])? && apt(&install)?)) {
        missing();
    }
    Ok(true)
}

/// A clang that makes modules for WASI of sources in C, its linker and library included.
pub(crate) fn for_wasm() -> Option<&'static str> {
    let links = |clang: &&str| {
        let mut link = Command::new(clang);
        let nothing = ["-x", "c", "/dev/null", "-o", "/dev/null"];
        // An empty program is linked, not only compiled: a clang without the linker or the library of C is of no use.
        link.args(["--target=wasm32-wasi", "-mexec-model=reactor"])
            .args(nothing);
        link.stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    // The version that is tested first; another one is better than none.
    ["clang-19", "clang"].into_iter().find(links)
}

/// Whether packages may be installed: `sudo` does not ask for a password, or is not needed.
fn may_install(sudo: &str) -> bool {
    let mut id = match sudo {
        "" => Command::new("id"),
        _ => Command::new(sudo),
    };
    let arguments: &[&str] = if sudo.is_empty() {
        &["-u"]
    } else {
        &["-n", "id", "-u"]
    };
    id.args(arguments)
        .output()
        .is_ok_and(|output| output.stdout == b"0\n")
}

fn apt(sudo: &str, arguments: &[&str]) -> Command {
    let mut command = match sudo {
        "" => Command::new("apt-get"),
        _ => {
            let mut command = Command::new(sudo);
            command.args(["-n", "apt-get"]);
            command
        }
    };
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}
