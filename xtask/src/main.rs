//! `cargo xtask`: the tasks of this repository. Each task is one file; this one tells them apart.

mod bench;
mod clang;
mod corpus;
mod count;
mod demo;
mod demo_http;
mod fuzz;
mod goldens;
#[cfg(feature = "grammar")]
mod grammar;
mod peers;
mod round_trips;
mod step;
mod targets;
mod test;
mod tool;

use std::process::ExitCode;

const HELP: &str = "\
The tasks of this repository.

Usage: cargo xtask <TASK>

Tasks:
  demo [PATH]   From WIT to a component that runs: check, generate, build, run. With PATH: check and generate
                Rust bindings for every world of the package there
  demo --http   The same for an HTTP service of WASI 0.3: asks it in process, and prints its streamed answer
  test          Everything that has to hold, set-up included: what CI runs. The last line is `N passed, N failed`
  bench [ROW]…  Measure witc against its peers, side by side; with --write: all of it, into docs/performance.md
  peers [SUITE]…
                Run the peers' own test suites: wit-parser, wit-component, codegen and runtime of wit-bindgen. The
                last two build wit-bindgen, wasm-tools and wasmtime first, into target/peers or $WITC_PEERS
  goldens       Write what the back ends write for fixtures/goldens anew, say which files changed, and compile them
  grammar       Write the lexer and the grammar that wit-parser has checked in anew
  fuzz [TARGET [SECONDS]]
                Look for inputs that break a fuzz target, or all of them, for 300 seconds each
  fuzz TARGET keep NAME
                Make the newest input that broke a target small, and a fixture of this name of it
  round-trips [OPTIONS]
                Pass random values through random worlds, in Rust, C and C++: 500 worlds, or as `--help` says. With
                `--async`, worlds with asynchronous functions, streams and futures, in Rust
  corpus [OPTIONS]
                Check, format, generate and compile the WIT of published packages: all, or as `--help` says
  help          This text
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        // These two have options of their own; neither builds anything to say so.
        ["corpus", ..] if asks_for_help(&args) => corpus::run(&["--help"]),
        ["round-trips", ..] if asks_for_help(&args) => round_trips::run(&["--help"]),
        _ if asks_for_help(&args) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        ["demo"] => demo::built_in(),
        ["demo", "--http"] => demo_http::run(),
        ["demo", path] if !path.starts_with('-') => demo::package(path.as_ref()),
        ["test"] => test::run(),
        ["fuzz"] => fuzz::run(None, None),
        ["fuzz", target] => fuzz::run(Some(target), None),
        ["fuzz", target, "keep", name] => fuzz::keep(target, name),
        ["fuzz", target, seconds] => fuzz::run(Some(target), Some(seconds)),
        ["bench", rest @ ..] => bench::run(rest),
        ["corpus", rest @ ..] => corpus::run(rest),
        ["goldens"] => goldens::run(),
        ["peers", rest @ ..] => peers::run(rest),
        ["round-trips", rest @ ..] => round_trips::run(rest),
        #[cfg(feature = "grammar")]
        ["grammar"] => grammar::run()
            .map(|()| true)
            .map_err(|error| error.to_string()),
        // The generators are large: they are built for this task alone, by running this program again with the feature.
        #[cfg(not(feature = "grammar"))]
        ["grammar"] => tool::with_feature("grammar").map(|()| true),
        ["help"] => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("{HELP}");
            // 2 is for wrong arguments, as other tools have it; 1 says that a task has failed.
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}

fn asks_for_help(args: &[&str]) -> bool {
    args.iter().any(|arg| matches!(*arg, "--help" | "-h"))
}

#[cfg(test)]
mod tests {
    use super::asks_for_help;

    #[test]
    fn help_is_asked_for_anywhere() {
        assert!(asks_for_help(&["bench", "--help"]));
        assert!(asks_for_help(&["-h"]));
        assert!(!asks_for_help(&["help"]));
    }
}
