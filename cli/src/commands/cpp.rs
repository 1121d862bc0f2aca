//! `witc cpp`: writes the bindings of a C++ guest.

use super::bindings::Bindings;
use crate::Status;
use crate::failure::Failure;

/// Write C++ bindings for a world
///
/// Writes files named after the world: `my-world` becomes `my_world_cpp.h`, `my_world.cpp` and
/// `my_world_component_type.o`; beside them the two headers that all worlds share, `wit.h` and `wit_abi.h`, and for each
/// exported resource a header `exports-…-Name.h` with its class. Such a header is yours to edit: once it is there it is
/// kept, and what witc would write now is put beside it as `….h.template`. The guest is compiled as C++20 with the source
/// file, and linked with the object file, which tells what its imports and exports stand for.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Cpp {
    #[command(flatten)]
    bindings: Bindings<witc_bindgen_c::CppOptions>,
}

const EXAMPLES: &str = "\
Examples:
  witc cpp --out-dir gen                             the only world of the package in ./wit
  witc cpp wit --world my-world --out-dir gen        gen/my_world_cpp.h, gen/my_world.cpp, …
  witc cpp wit --out-dir gen --check                 fail if one of them is stale, as in CI
  witc cpp wit --out-dir gen --depfile gen/world.d   tell Make, Ninja or Bazel what was read
  witc cpp wit --split-interfaces --out-dir gen      a header for each interface
  witc cpp wit --with my:pkg/types=types.h --out-dir gen
                                                     the types of an interface from a header of yours

The guest:
  clang++ --target=wasm32-wasi -fno-exceptions -mexec-model=reactor -std=c++20 -I gen guest.cpp gen/my_world.cpp \\
    gen/my_world_component_type.o -o guest.wasm

Exit codes:
  0 written (with --check: up to date), 1 invalid WIT, an unknown world or a stale file,
  2 witc could not run: wrong usage, a file that can't be read or written";

impl Cpp {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        self.bindings.run::<witc_bindgen_c::Cpp>()
    }
}
