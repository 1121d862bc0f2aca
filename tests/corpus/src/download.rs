//! Downloading a package with its ecosystem's own client, and finding its WIT.

use crate::list::{Client, Package};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use witc_tests::{attempt, cargo, scratch};

/// The most WIT that a package may have, in bytes: more is no package that people wrote.
const MOST_WIT: u64 = 32 << 20;

/// The folder with a package, which is downloaded if it is not there yet.
///
/// # Errors
///
/// What the client says, or that the package has no WIT or too much of it.
pub(crate) fn download(package: &Package) -> Result<PathBuf, String> {
    let folder = match package.from {
        Client::Cargo => from_cargo(package)?,
        Client::Npm => from_npm(package)?,
        Client::Pip => from_pip(package)?,
    };
    let size: u64 = wit_files(&folder).iter().map(|path| size(path)).sum();
    match size {
        0 => Err("it has no WIT".to_owned()),
        1..=MOST_WIT => Ok(folder),
        _ => Err(format!("it has {size} bytes of WIT")),
    }
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// Every `.wit` file in a folder and below it, in order.
pub(crate) fn wit_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            files.extend(wit_files(&path));
        } else if is_wit(&path) {
            files.push(path);
        }
    }
    files
}

/// Whether this is the path of a WIT file.
pub(crate) fn is_wit(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "wit")
}

/// What is in a folder, in order; nothing if there is no such folder.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// A folder of the package's own under the build folder.
pub(crate) fn folder(package: &Package) -> PathBuf {
    let name = format!("{} {}", package.label(), package.version);
    scratch("corpus").join(name.replace(['@', '/', ' '], "-"))
}

/// `cargo info` downloads one crate alone; a manifest that depends on it would fetch all that it depends on, too.
fn from_cargo(package: &Package) -> Result<PathBuf, String> {
    let name = format!("{}-{}", package.name, package.version);
    let find = || {
        let registries = entries(&cargo_home().join("registry/src")).into_iter();
        let mut folders = registries.map(|registry| registry.join(&name));
        folders.find(|folder| folder.is_dir())
    };
    if let Some(folder) = find() {
        return Ok(folder);
    }
    let mut info = cargo();
    let spec = format!("{}@{}", package.name, package.version);
    // Outside of the workspace, whose lock file cargo would ask for the version.
    info.args(["info", "--quiet", &spec])
        .current_dir(env::temp_dir());
    attempt(info)?;
    find().ok_or_else(|| format!("cargo did not unpack {name}"))
}

fn cargo_home() -> PathBuf {
    let home = || env::home_dir().unwrap_or_default().join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

fn from_npm(package: &Package) -> Result<PathBuf, String> {
    let folder = folder(package);
    let unpacked = folder.join("package");
    if unpacked.is_dir() {
        return Ok(unpacked);
    }
    let mut pack = Command::new("npm");
    let spec = format!("{}@{}", package.name, package.version);
    pack.args(["pack", "--silent", &spec]);
    let archive = fetched(pack, &folder, "tgz")?;
    let mut unpack = Command::new("tar");
    unpack.arg("-xzf").arg(archive).current_dir(&folder);
    attempt(unpack)?;
    Ok(unpacked)
}

/// A wheel alone: of a source distribution pip would run the build script.
fn from_pip(package: &Package) -> Result<PathBuf, String> {
    let folder = folder(package);
    let unpacked = folder.join("package");
    if unpacked.is_dir() {
        return Ok(unpacked);
    }
    let mut download = python("pip");
    let spec = format!("{}=={}", package.name, package.version);
    download.args(["download", "--quiet", "--no-deps"]);
    download.args(["--only-binary", ":all:", &spec]);
    let wheel = fetched(download, &folder, "whl")?;
    // A wheel is a zip file, and Python is there where pip is.
    let mut unpack = python("zipfile");
    unpack.arg("-e").arg(wheel).arg(&unpacked);
    attempt(unpack)?;
    Ok(unpacked)
}

fn python(module: &str) -> Command {
    let mut python = Command::new("python3");
    python.args(["-m", module]);
    python
}

/// Runs a client in a folder, and gives the archive that it leaves there.
fn fetched(mut client: Command, folder: &Path, extension: &str) -> Result<PathBuf, String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    client.current_dir(folder);
    attempt(client)?;
    let archive = entries(folder)
        .into_iter()
        .find(|path| path.extension().is_some_and(|it| it == extension));
    archive.ok_or_else(|| format!("the client left no .{extension} file"))
}
