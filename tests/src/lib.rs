//! Helpers that the tests share: the folders of the repository, programs that tests call, and expected files.

mod c_guest;
mod costs;
mod generated;
mod golden;
mod guest;
mod measured;
mod options;
mod packages;
mod programs;
mod together;

pub use c_guest::{
    Language, build_c_guest, build_c_module, build_c_world, build_encoded_guest, clang,
};
pub use costs::assert_costs;
pub use generated::{CCompiler, GeneratedCrate, cpp_compiler, runtimes};
pub use golden::{assert_golden, compare_golden, updating};
pub use guest::{build_command, build_guest};
pub use measured::{build_bare_guest, build_measured_guest, measured_bindings};
pub use options::parse_options;
pub use packages::{Wasi, package_folder};
pub use programs::{attempt, cargo, output, root, run, scratch, write_if_changed};
pub use together::{caller_and_callee, plugged};

/// The examples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
