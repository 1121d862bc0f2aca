//! The command `witc`: reads its arguments, runs a subcommand, and turns the outcome into an exit code.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]

mod against;
mod codes;
mod color;
mod commands;
mod components;
mod depfile;
mod failure;
mod fixes;
mod generator_args;
mod input;
mod known_elsewhere;
mod lint_settings;
mod named;
mod output;
mod own_files;
mod report;
mod runtime_crate;
mod signatures;
mod stale;
mod status;
mod wit_files;

use crate::commands::{
    c, check, cmake_dir, completions, component, cpp, diff, doc, explain, fmt, graph, lint, lsp,
    markdown, plug, rust, schema,
};
use crate::failure::Failure;
use crate::status::Status;
use anstyle::{AnsiColor, Style};
use clap::{CommandFactory as _, Parser as _};
use std::io::Write as _;
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

/// A compiler for WIT, the interface language of WebAssembly components
#[derive(Debug, clap::Parser)]
#[command(name = "witc", version, arg_required_else_help = true, after_help = EXAMPLES)]
struct Cli {
    /// When to show colors; by default only on a terminal
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        display_order = 900
    )]
    color: color::Color,
    /// Accepted for command lines that are written for wasm-tools; witc keeps no log
    #[arg(short, long, global = true, hide = true, action = clap::ArgAction::Count)]
    verbose: u8,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Check(check::Check),
    Lint(lint::Lint),
    // Boxed: its many options would make every other command as large.
    Rust(Box<rust::Rust>),
    C(Box<c::C>),
    Cpp(Box<cpp::Cpp>),
    Component(component::Component),
    Fmt(fmt::Fmt),
    Plug(plug::Plug),
    Diff(diff::Diff),
    Graph(graph::GraphCommand),
    Doc(doc::Doc),
    Markdown(markdown::Markdown),
    Schema(schema::SchemaCommand),
    Lsp(lsp::Lsp),
    Explain(explain::Explain),
    CmakeDir(cmake_dir::CmakeDir),
    Completions(completions::Completions),
}

const EXAMPLES: &str = "\
Examples:
  witc check                                 report all errors of the package in ./wit
  witc lint                                  advice on it: what is valid, and could be better
  witc rust --world my-world --out-dir src   write src/my_world.rs, the bindings of a guest
  witc component wit plugin.wasm             print the WIT of a component
  witc fmt --check                           fail if WIT files are not formatted
  witc plug app.wasm --plug log.wasm         satisfy the imports of a component with another one
  witc diff --against git:v1.2.0             list the changes since a tag, and whom they break
  witc graph whole.wasm -o whole.svg         draw the contents of a component
  witc doc --out-dir doc                     write the documentation of the package in ./wit
  witc lsp                                   the language server, for editors
  witc explain W0101                         explain a diagnostic

Exit codes:
  0  success
  1  the input has errors: invalid WIT, an unknown world, stale or unformatted files with --check,
     a breaking change
  2  witc could not run: wrong usage, a file that cannot be read or written";

fn main() -> ExitCode {
    // Before arguments are parsed, so that a bug in that is reported as well.
    std::panic::set_hook(Box::new(report_panic));
    let cli = Cli::try_parse().unwrap_or_else(|error| match known_elsewhere::advice(&error) {
        Some(advice) => {
            let mut wrong = error;
            // clap guesses from the letters, which is no help where the word is known.
            wrong.remove(clap::error::ContextKind::SuggestedSubcommand);
            wrong.insert(
                clap::error::ContextKind::Suggested,
                clap::error::ContextValue::StyledStrs(vec![advice.into()]),
            );
            wrong.exit()
        }
        None => error.exit(),
    });
    cli.color.choose();
    // The hook reports a panic. Unwinding still has to run: it removes files that are not complete.
    let outcome = std::panic::catch_unwind(AssertUnwindSafe(|| cli.command.run()));
    match outcome {
        Ok(Ok(Status::Success)) => ExitCode::SUCCESS,
        Ok(Ok(Status::InvalidInput)) => ExitCode::from(1),
        Ok(Ok(Status::Unreadable)) => ExitCode::from(2),
        Ok(Err(failure)) => {
            report_failure(&failure);
            ExitCode::from(2)
        }
        Err(_) => ExitCode::from(2),
    }
}

impl Command {
    fn run(&self) -> Result<Status, Failure> {
        match self {
            Self::Check(command) => command.run(),
            Self::Lint(command) => command.run(),
            Self::Rust(command) => command.run(),
            Self::C(command) => command.run(),
            Self::Cpp(command) => command.run(),
            Self::Component(command) => command.run(),
            Self::Fmt(command) => command.run(),
            Self::Plug(command) => command.run(),
            Self::Diff(command) => command.run(),
            Self::Graph(command) => command.run(),
            Self::Doc(command) => command.run(),
            Self::Markdown(command) => command.run(),
            Self::Schema(command) => command.run(),
            Self::Lsp(command) => command.run(),
            Self::Explain(command) => command.run(),
            Self::CmakeDir(command) => command.run(),
            Self::Completions(command) => command.run(&mut Cli::command()),
        }
    }
}

/// Shows why witc could not run.
fn report_failure(failure: &Failure) {
    let (error, help) = (AnsiColor::Red.on_default().bold(), Style::new().bold());
    let mut stderr = anstream::stderr().lock();
    // An error here is ignored: there is no other place to report that standard error cannot be written.
    let _ = writeln!(stderr, "{error}error{error:#}: {failure}");
    if let Some(hint) = failure.hint() {
        let _ = writeln!(stderr, "  {help}help{help:#}: {hint}");
    }
}

/// Reports a panic as a bug in witc.
fn report_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let message = text
        // A panic with arguments has a `String`, one without a `&str`.
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    let place = panic
        .location()
        .map(|place| format!(" ({}:{})", place.file(), place.line()))
        .unwrap_or_default();
    let mut stderr = anstream::stderr().lock();
    let _ = writeln!(
        stderr,
        "error: this is a bug in witc {}: {message}{place}\n  help: please report it with the input that shows it",
        env!("CARGO_PKG_VERSION"),
    );
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory as _;
        super::Cli::command().debug_assert();
    }
}
