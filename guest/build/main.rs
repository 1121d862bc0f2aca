//! Writes the static library that gives a program its one `cabi_realloc`; see `src/rt/realloc.rs` for why Rust can't.
//!
//! The library has a single member, a WebAssembly object of some 200 bytes (`object.rs`) in an archive (`archive`, below).
//! It becomes part of the crate's rlib, and through that of every program.

mod object;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build");
    let wasm32 = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if !wasm32 || env::var_os("CARGO_FEATURE_REALLOC").is_none() {
        return Ok(());
    }
    let implementation = format!("cabi_realloc_witc_{}", env!("CARGO_PKG_VERSION"));
    let library = format!("witc_cabi_realloc_{}", env!("CARGO_PKG_VERSION"));

    let out = env::var_os("OUT_DIR")
        .ok_or_else(|| io::Error::other("cargo sets OUT_DIR for build scripts"))?;
    let out = Path::new(&out);
    fs::write(
        out.join(format!("lib{library}.a")),
        archive("cabi_realloc.o", &object::cabi_realloc(&implementation)),
    )?;
    println!("cargo:rustc-link-search=native={}", out.display());
    println!("cargo:rustc-link-lib=static:+whole-archive={library}");
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
