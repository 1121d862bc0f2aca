//! `witc fmt`: formats WIT files.

use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, STDIN};
use crate::output::{Output, print, write_all};
use crate::report::{ReportArgs, counted};
use crate::status::Status;
use crate::{stale, wit_files};
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, SourceMap, Span};
use witc_parser::dialect::Names;
use witc_parser::fmt;

/// Format WIT files
///
/// Keeps every comment and the meaning of the files. Does not change files with errors, and writes a file only if its
/// text changes.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Fmt {
    /// Files, folders (for all `.wit` files in them and below), or `-` for standard input, which is printed to standard
    /// output. Folders named `deps` are skipped unless they are named here
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// Write nothing; show what is not formatted, and fail if anything is
    #[arg(long)]
    check: bool,
    /// Rewrite files in older dialects of WIT in today's, or report what the files lack for it
    #[arg(long)]
    upgrade: bool,
    /// With `--upgrade`: the package of files that do not declare one, or not its namespace
    #[arg(long, value_name = "NAMESPACE:NAME", requires = "upgrade")]
    package: Option<String>,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc fmt                    all of ./wit except its deps/
  witc fmt --check            in CI: fail if something is not formatted
  witc fmt a.wit wit/deps     a file, and the dependencies
  witc fmt - < a.wit          standard input to standard output
  witc fmt --upgrade          rewrite files in the WIT of 2021 or 2023 in today's

Exit codes:
  0 success, 1 errors or, with --check, unformatted files, 2 witc could not run";

/// A file to format.
struct FormattedFile {
    /// Its path; nothing for standard input.
    path: Option<PathBuf>,
    /// The text before.
    before: String,
    /// The formatted text.
    after: String,
}

impl Fmt {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        // Before anything is read: a wrong option should not show up as an error of every file.
        self.check_package()?;
        let mut sources = SourceMap::new();
        let mut diagnostics = Vec::new();
        let mut formatted = Vec::new();
        let mut count = 0;
        for (path, text) in self.texts(&mut diagnostics)? {
            count += 1;
            let name = path
                .as_deref()
                .map_or(STDIN.to_owned(), |path| path.display().to_string());
            // Positions are 32-bit numbers over all files, so that a run has room for 4 GiB.
            let Ok(id) = sources.add(name, text.as_str()) else {
                let message = "the files have more text than one run can hold, which is 4 GiB";
                diagnostics.push(Diagnostic::error(
                    witc_resolve::codes::TOO_MUCH_TEXT,
                    message,
                    Span::NONE,
                ));
                break;
            };
            let after = self.formatted(
                path.as_deref(),
                &text,
                sources.file(id).start(),
                &mut diagnostics,
            );
            formatted.extend(after.map(|after| FormattedFile {
                path,
                before: text,
                after,
            }));
        }
        self.report.for_people(&diagnostics, &sources);
        let unformatted = formatted
            .iter()
            .filter(|source| source.before != source.after)
            .count();
        if self.check {
            show_unformatted(&formatted);
        } else {
            write(formatted)?;
            // Editors format through standard input and show what a tool writes to standard error.
            if unformatted > 0 && !self.paths.iter().any(|path| path == Path::new("-")) {
                eprintln!("{} of {} formatted", unformatted, counted(count, "file"));
            }
        }
        let status = input::verdict(&diagnostics);
        Ok(
            if status == Status::Success && self.check && unformatted > 0 {
                Status::InvalidInput
            } else {
                status
            },
        )
    }

    fn formatted(
        &self,
        path: Option<&Path>,
        text: &str,
        base: u32,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<String> {
        if !self.upgrade {
            return fmt::format(text, base, diagnostics);
        }
        // A file without an interface becomes one that is named after the file. Standard input has no name.
        let stem = path
            .and_then(|path| path.file_stem())
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let names = Names {
            interface: Some(stem),
            package: self.package.as_deref(),
        };
        fmt::upgrade(text, base, &names, diagnostics)
    }

    /// Checks that `--package` is the name of a package.
    fn check_package(&self) -> Result<(), Failure> {
        let Some(package) = &self.package else {
            return Ok(());
        };
        let mut diagnostics = Vec::new();
        // The parser decides on names, so that there is no second definition of what a name is.
        let text = format!("package {package};");
        let file = witc_parser::parse(&text, 0, &mut diagnostics);
        if diagnostics.is_empty() && file.package.is_some() && file.items.is_empty() {
            return Ok(());
        }
        Err(
            Failure::new(format!("`{package}` is not the name of a package"))
                .help("write a namespace and a name, as in `my:app` or `my:app@1.0.0`"),
        )
    }

    /// The text of every file, with its path.
    fn texts(
        &self,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Vec<(Option<PathBuf>, String)>, Failure> {
        let mut texts = Vec::new();
        let mut known = Vec::new();
        for path in &self.paths {
            if path == Path::new("-") {
                let text = input::standard_input()?.and_then(|bytes| input::text(STDIN, bytes));
                match text {
                    Ok(text) => texts.push((None, text)),
                    Err(diagnostic) => diagnostics.push(*diagnostic),
                }
                continue;
            }
            let files = wit_files::below(path)?;
            if files.is_empty() {
                let message = format!("the folder `{}` has no `.wit` files", path.display());
                diagnostics.push(Diagnostic::error(
                    witc_resolve::codes::NO_WIT_FILES,
                    message,
                    Span::NONE,
                ));
            }
            for path in files {
                // A file that is named twice, or is reached by a link, is formatted once: two
                // writes of one file would compete.
                let real = path.canonicalize().unwrap_or_else(|_| path.clone());
                if known.contains(&real) {
                    continue;
                }
                known.push(real);
                match input::text_file(&path)? {
                    Ok(text) => texts.push((Some(path), text)),
                    Err(diagnostic) => diagnostics.push(*diagnostic),
                }
            }
        }
        Ok(texts)
    }
}

/// Writes what changed, and prints what came from standard input.
fn write(sources: Vec<FormattedFile>) -> Result<(), Failure> {
    let mut files = Vec::new();
    for source in sources {
        match source.path {
            None => print(&source.after)?,
            Some(path) if source.before != source.after => {
                files.push(Output {
                    path,
                    contents: source.after.into_bytes(),
                });
            }
            Some(_) => {}
        }
    }
    // All at the end: if one file cannot be written, none is changed.
    write_all(&files)
}

fn show_unformatted(sources: &[FormattedFile]) {
    let mut count = 0;
    for source in sources
        .iter()
        .filter(|source| source.before != source.after)
    {
        let name = source
            .path
            .as_deref()
            .map_or(STDIN.to_owned(), |path| path.display().to_string());
        eprint!(
            "`{name}` is not formatted\n{}",
            stale::difference(&source.before, &source.after)
        );
        count += 1;
    }
    if count > 0 {
        eprintln!(
            "{} not formatted; `witc fmt` formats them",
            counted(count, "file")
        );
    }
}
