//! `witc cpp`: writes the bindings of a C++ guest.

use super::bindings::{Bindings, Run};
use crate::failure::Failure;
use crate::status::Status;
use std::path::PathBuf;

/// Write C++ bindings for a world
///
/// Writes files named after the world: `my-world` becomes `my_world_cpp.h`, `my_world.cpp` and
/// `my_world_component_type.o`. Also writes the two headers that all worlds share, `wit.h` and `wit_abi.h`, and a
/// header `exports-…-Name.h` with the class of each exported resource. You edit such a header: witc does not replace
/// it once it exists. If the world changes, it says which members are new or gone, and writes new contents to
/// `….h.template`. `--class-dir` keeps such headers among your sources. Compile the source file as C++20 with the
/// guest, and link the object file, which contains the type of the world.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Cpp {
    #[command(flatten)]
    bindings: Bindings<witc_bindgen_c::CppOptions>,
    /// The folder of the headers with classes that you edit, which has to exist; by default that of `--out-dir`
    #[arg(long, value_name = "DIR")]
    class_dir: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  witc cpp --out-dir gen                             the only world of the package in ./wit
  witc cpp wit --world my-world --out-dir gen        gen/my_world_cpp.h, gen/my_world.cpp, …
  witc cpp wit --out-dir gen --check                 in CI: fail if one of them is stale
  witc cpp wit --out-dir gen --depfile gen/world.d   list what was read, for Make, Ninja, Bazel
  witc cpp wit --split-interfaces --out-dir gen      a header for each interface
  witc cpp wit --with my:pkg/types=types.h --out-dir gen
                                                     take an interface's types from your own header

The guest:
  clang++ --target=wasm32-wasi -fno-exceptions -mexec-model=reactor -std=c++20 -I gen \\
    guest.cpp gen/my_world.cpp gen/my_world_component_type.o -o guest.wasm

Exit codes:
  0 the files are written (with --check: up to date),
  1 invalid WIT, an unknown world or a stale file,
  2 witc could not run: wrong usage, a file that cannot be read or written";

impl Cpp {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let run = Run {
            options: self.bindings.options(),
            read: &[],
            once_dir: self.class_dir.as_deref(),
        };
        self.bindings.run_with::<witc_bindgen_c::Cpp>(&run)
    }
}
