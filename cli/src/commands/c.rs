//! `witc c`: writes the bindings of a C guest.

use super::bindings::Bindings;
use crate::failure::Failure;
use crate::status::Status;

/// Write C bindings for a world
///
/// Writes three files, named after the world: `my-world` becomes `my_world.h`, `my_world.c` and
/// `my_world_component_type.o`. The header says of every parameter and result who owns it and what frees it. Compile
/// the source file with the guest, and link the object file, which contains the type of the world.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct C {
    #[command(flatten)]
    bindings: Bindings<witc_bindgen_c::COptions>,
}

const EXAMPLES: &str = "\
Examples:
  witc c --out-dir gen                             the only world of the package in ./wit
  witc c wit --world my-world --out-dir gen        gen/my_world.h, .c and _component_type.o
  witc c wit --out-dir gen --check                 in CI: fail if one of them is stale
  witc c wit --out-dir gen --depfile gen/world.d   list what was read, for Make, Ninja, Bazel
  witc c wit --rename my:pkg/iface=short --out-dir gen
                                                   short_f in place of my_pkg_iface_f

The guest:
  clang --target=wasm32-wasi -mexec-model=reactor -I gen \\
    guest.c gen/my_world.c gen/my_world_component_type.o -o guest.wasm

Exit codes:
  0 the files are written (with --check: up to date),
  1 invalid WIT, an unknown world or a stale file,
  2 witc could not run: wrong usage, a file that cannot be read or written";

impl C {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        self.bindings.run::<witc_bindgen_c::C>()
    }
}
