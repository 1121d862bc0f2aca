//! `witc rust`: writes the bindings of a Rust guest.

use super::bindings::{Bindings, Run};
use crate::failure::Failure;
use crate::runtime_crate;
use crate::status::Status;

/// Write Rust bindings for a world
///
/// Writes one file, named after the world: `my-world` becomes `my_world.rs`. The file is a module of a guest that
/// depends on the crate `witc`. It calls that crate what the `Cargo.toml` of the folder that it is written to, or of one
/// above, calls it, unless `--runtime-path` says otherwise. The macro `generate!` of that crate makes the same bindings without a file.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Rust {
    #[command(flatten)]
    bindings: Bindings<witc_bindgen_rust::Options>,
}

const EXAMPLES: &str = "\
Examples:
  witc rust --out-dir src                          the only world of the package in ./wit
  witc rust wit --world my-world --out-dir src     src/my_world.rs
  witc rust wit -w wasi:http/proxy --generate-all --out-dir src
                                                   a world of a dependency, with all that it imports
  witc rust wit --out-dir src --check              in CI: fail if src/my_world.rs is stale
  witc rust wit --out-dir gen --depfile gen/rust.d list what was read, for Make, Ninja, Bazel
  witc rust wit -d serde::Serialize --with wasi:io/poll@0.2.0=wasip2::io::poll
                                                   add derives; use another crate's bindings

In the guest:
  mod my_world;
  use my_world::Guest;
  struct Component;
  impl Guest for Component { … }
  my_world::export!(Component with_types_in my_world);

Exit codes:
  0 the files are written (with --check: up to date),
  1 invalid WIT, an unknown world or a stale file,
  2 witc could not run: wrong usage, a file that cannot be read or written";

impl Rust {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let mut options = self.bindings.options().clone();
        let mut read = Vec::new();
        if options.runtime_path.is_none()
            && let Some(found) = runtime_crate::of_folder(self.bindings.out_dir())?
        {
            let manifest = found.read.first().map(|path| path.display().to_string());
            let manifest = manifest.unwrap_or_default();
            match found.name.as_deref() {
                // Its own name is what is written by default, so that files do not depend on who writes them.
                Some("witc") => {}
                Some(name) => {
                    let path = format!("{name}::rt");
                    eprintln!("the runtime is `{path}`, since witc is `{name}` in `{manifest}`");
                    options.runtime_path = Some(path);
                }
                None => eprintln!(
                    "the runtime is `witc::rt`, but `{manifest}` has no dependency on the package witc"
                ),
            }
            read = found.read;
        }
        let run = Run {
            options: &options,
            read: &read,
            once_dir: None,
        };
        self.bindings.run_with::<witc_bindgen_rust::Rust>(&run)
    }
}
