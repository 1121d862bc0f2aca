//! `witc c`: writes the bindings of a C guest.

use super::bindings::Bindings;
use crate::Status;
use crate::failure::Failure;

/// Write C bindings for a world
///
/// Writes three files, named after the world: `my-world` becomes `my_world.h`, `my_world.c` and
/// `my_world_component_type.o`. The header says for every parameter and result whose it is and what frees it; the guest
/// is compiled with the source file, and linked with the object file, which tells what its imports and exports stand for.
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
  witc c wit --out-dir gen --check                 fail if one of them is stale, as in CI
  witc c wit --out-dir gen --depfile gen/world.d   tell Make, Ninja or Bazel what was read
  witc c wit --rename my:pkg/iface=short --out-dir gen
                                                   short_f instead of my_pkg_iface_f

The guest:
  clang --target=wasm32-wasi -mexec-model=reactor -I gen guest.c gen/my_world.c gen/my_world_component_type.o \\
    -o guest.wasm

Exit codes:
  0 written (with --check: up to date), 1 invalid WIT, an unknown world or a stale file,
  2 witc could not run: wrong usage, a file that can't be read or written";

impl C {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        self.bindings.run::<witc_bindgen_c::C>()
    }
}
