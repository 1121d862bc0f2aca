//! `wasi-wit FOLDER`: puts the WIT of WASI 0.3 into a folder, for the demo, whose program needs no libraries.

use std::process::ExitCode;
use witc_tests::Wasi;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: wasi-wit FOLDER");
        return ExitCode::from(2);
    };
    Wasi::V0_3_0.write_wit(folder.as_ref());
    ExitCode::SUCCESS
}
