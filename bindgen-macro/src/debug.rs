//! Generated code in a file, for people to read and for the compiler's errors to point into.

#![expect(
    clippy::disallowed_methods,
    reason = "writes what the macro wrote, for who debugs it"
)]

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::{env, fs};

use proc_macro2::TokenStream;
use quote::quote;

/// Whether the environment asks for files.
pub(crate) fn is_wanted() -> bool {
    // The second name is for guests that come from wit-bindgen.
    ["WITC_DEBUG", "WIT_BINDGEN_DEBUG"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| value != "0"))
}

/// The path of the runtime's crate for a file, which can't spell `$crate`: as the compiler was told to call it. If it wasn't
/// told (a crate that re-exports the macro), nothing includes the file.
pub(crate) fn runtime_crate() -> Option<String> {
    let arguments: Vec<_> = env::args().collect();
    dependency_name(&arguments).map(|name| format!("::{name}"))
}

/// Writes the code to a file, and gives what includes that.
pub(crate) fn include(text: &str, world: &str) -> Result<Option<TokenStream>, String> {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let arguments: Vec<_> = env::args().collect();
    let program = env::var("CARGO_CRATE_NAME").unwrap_or_default();
    let file = folder(&arguments).join(format!(
        "{program}-{world}-{}.rs",
        // A crate may call the macro several times for one world.
        CALLS.fetch_add(1, Relaxed)
    ));
    fs::write(&file, text)
        .map_err(|error| format!("the file `{}` can't be written: {error}", file.display()))?;
    // A path that is no Unicode can't be spelled.
    let path = file.to_str();
    Ok(path.map(|path| quote!(::core::include!(#path);)))
}

/// Where to write: what the build script of the program has, or else the folder that the compiler writes to.
fn folder(arguments: &[String]) -> PathBuf {
    let out_dir = arguments
        .iter()
        .position(|argument| argument == "--out-dir");
    env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .or_else(|| {
            out_dir
                .and_then(|index| arguments.get(index + 1))
                .map(PathBuf::from)
        })
        .unwrap_or_else(env::temp_dir)
}

/// How the compiler's arguments call the runtime's crate: the `NAME` in `--extern NAME=…/libwitc-….rmeta`.
fn dependency_name(arguments: &[String]) -> Option<String> {
    arguments.iter().find_map(|argument| {
        let (name, path) = argument.split_once('=')?;
        let file = path.rsplit(['/', '\\']).next()?;
        // Options may come before the name: `priv:witc`.
        let name = name.rsplit(':').next()?;
        (file.starts_with("libwitc-") || file.starts_with("libwitc.")).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_dependencies() {
        let name = |argument: &str| dependency_name(&[argument.to_owned()]);
        assert_eq!(
            name("wit_bindgen=/t/deps/libwitc-0af.rmeta").as_deref(),
            Some("wit_bindgen")
        );
        assert_eq!(
            name("noprelude:witc=C:\\t\\libwitc-0af.rlib").as_deref(),
            Some("witc")
        );
        assert_eq!(name("serde=/t/deps/libserde-0af.rmeta"), None);
        assert_eq!(name("x=/t/deps/libwitc_parser-0af.rmeta"), None);
        assert_eq!(name("--edition=2024"), None);
    }
}
