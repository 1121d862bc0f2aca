//! Writes the static libraries that give a program its one `cabi_realloc` and its one `wasip3_task_set`; see
//! `src/rt/realloc.rs` and `src/rt/async_support/c_abi.rs` for what they are, and why Rust can't.
//!
//! A library has a single member, a WebAssembly object of some 200 bytes (`object.rs`) in an archive (`archive`, below).
//! It becomes part of the crate's rlib. The first is part of every program, the second of one that refers to it.
//!
//! Also looks whether the linker is too old for asynchronous functions (`linker`): it would only say which import it does not know.

mod linker;
mod object;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rustc-check-cfg=cfg(witc_old_linker)");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch != "wasm32") {
        return Ok(());
    }
    if env::var_os("CARGO_FEATURE_REALLOC").is_some() {
        let implementation = format!("cabi_realloc_witc_{}", env!("CARGO_PKG_VERSION"));
        let object = object::cabi_realloc(&implementation);
        library("cabi_realloc", ":+whole-archive", &object)?;
    }
    if env::var_os("CARGO_FEATURE_ASYNC").is_some() {
        library("task_set", "", &object::task_set())?;
        if linker::is_old() {
            println!("cargo:rustc-cfg=witc_old_linker");
        }
    }
    Ok(())
}

/// Writes a library with an object, and makes it part of the crate. Its name has a version, so that several can be linked.
fn library(name: &str, modifiers: &str, object: &[u8]) -> io::Result<()> {
    let library = format!("witc_{name}_{}", env!("CARGO_PKG_VERSION"));
    let out = env::var_os("OUT_DIR")
        .ok_or_else(|| io::Error::other("cargo sets OUT_DIR for build scripts"))?;
    let out = Path::new(&out);
    fs::write(
        out.join(format!("lib{library}.a")),
        archive(&format!("{name}.o"), object),
    )?;
    println!("cargo:rustc-link-search=native={}", out.display());
    println!("cargo:rustc-link-lib=static{modifiers}={library}");
    Ok(())
}

/// An archive, as `ar` writes it, of one member without an index. `name` has at most 15 bytes.
fn archive(name: &str, member: &[u8]) -> Vec<u8> {
    let (mtime, owner, group, mode) = (0, 0, 0, 100_644);
    let header = format!(
        "{:<16}{mtime:<12}{owner:<6}{group:<6}{mode:<8}{:<10}`\n",
        format!("{name}/"),
        member.len()
    );
    let mut bytes = b"!<arch>\n".to_vec();
    bytes.extend(header.as_bytes());
    bytes.extend(member);
    if member.len() % 2 == 1 {
        bytes.push(b'\n');
    }
    bytes
}
