//! The large tree that loading is measured on: written once, kept under the build folder.

use crate::synth::{self, Size};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use witc_tests::package_folder;

/// The folder of a tree of a size, which is written if it is not there.
///
/// # Errors
///
/// That it can't be written.
pub(crate) fn folder(size: Size) -> Result<PathBuf, String> {
    let Size {
        packages,
        interfaces,
        functions,
    } = size;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let script = root.join("../shared/tools/synth_wit.py");
    let by = if script.is_file() { "script" } else { "own" };
    let folder = std::env::temp_dir().join(format!(
        "witc-bench-{by}-{packages}-{interfaces}-{functions}"
    ));
    if folder.is_dir() {
        return Ok(folder);
    }
    // Written beside its place first: a run that was cut short leaves no half tree that later runs would measure.
    let parent = std::env::temp_dir();
    let unfinished =
        tempfile::tempdir_in(&parent).map_err(|error| format!("{}: {error}", parent.display()))?;
    if script.is_file() {
        let arguments = [packages, interfaces, functions].map(|number| number.to_string());
        let status = Command::new("python3")
            .arg(&script)
            .arg(unfinished.path())
            .args(arguments)
            .status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => return Err(format!("{}: {status}", script.display())),
            Err(error) => return Err(format!("python3: {error}")),
        }
    } else {
        synth::write(unfinished.path(), size)
            .map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let unfinished = unfinished.keep();
    fs::rename(&unfinished, &folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// The packages of WASI 0.2, which are published with wasmtime.
pub(crate) fn wasi() -> PathBuf {
    package_folder("wasmtime-wasi-http").join("wit")
}

/// How many bytes of WIT are in a folder and those below it.
///
/// # Errors
///
/// That it can't be read.
pub(crate) fn bytes(folder: &Path) -> Result<u64, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut sum = 0;
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let data = entry.metadata().map_err(failed)?;
        sum += if data.is_dir() {
            bytes(&entry.path())?
        } else {
            data.len()
        };
    }
    Ok(sum)
}
