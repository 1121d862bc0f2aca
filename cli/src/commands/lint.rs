//! `witc lint`: advice on WIT packages.

use crate::failure::Failure;
use crate::fixes;
use crate::input::{self, DEFAULT_PATH};
use crate::lint_settings;
use crate::output::{print, write_all};
use crate::report::{Format, ReportArgs, counted};
use crate::status::Status;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use witc_diagnostics::Diagnostic;
use witc_lint::{Level, RULES, Settings, UnknownRule};
use witc_resolve::Loaded;

/// Give advice on WIT packages: what is valid, and could be better
///
/// Looks for mistakes of releases, dead weight, shapes of types that are hard to use, names that languages can't have, and
/// documentation that is not what it looks like. All features are active. What is wrong in any case is for `witc check`
/// to say: packages with errors are not linted.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Lint {
    /// Packages: folders with their `deps/`, files, or `-` for standard input. Of a file in a folder with others, the
    /// package is that of the folder, and only the file is linted
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// The format of the report
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    /// Apply all fixes that are sure to the files, and report what is left. Dependencies are not changed
    #[arg(long)]
    fix: bool,
    /// Fail if there are warnings
    #[arg(long)]
    deny_warnings: bool,
    /// Rules to switch on, beside those of `witc.toml`: codes, names, groups, `default`, `all`, `missing-docs`
    #[arg(long = "use", value_name = "RULES", value_delimiter = ',')]
    used: Vec<String>,
    /// Rules to switch off
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    except: Vec<String>,
    /// The settings, in place of a `witc.toml` in the folder of the first PATH or above it
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// List all rules
    #[arg(long, exclusive = true)]
    rules: bool,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc lint                              the package in ./wit
  witc lint --fix                        apply all sure fixes, and report what is left
  witc lint --use missing-docs           also tell what has no documentation
  witc lint --except names wit           without the rules on names
  witc lint --deny-warnings              in CI: fail on any advice
  witc lint --format github              annotations, in a GitHub workflow
  witc lint --rules                      list all rules
  witc explain W3101                     explain one

Settings, in witc.toml:
  [lint]
  use = [\"default\", \"missing-docs\"]      the rules that are on
  except = [\"two-bools\", \"W3305\"]        and off
  ignore = [\"wit/generated\"]             paths without advice
  languages = [\"rust\", \"go\"]             the languages for rules on names
  [lint.levels]
  unused-use = \"deny\"                    allow, warn or deny: deny is an error
  [lint.paths.\"wit/old\"]                 use, except and levels for some paths

In the text:
  // witc:allow W3203 the order is that of the protocol
  before an item, or after it in the same line

Exit codes:
  0 nothing but warnings, 1 findings of the level deny, any with --deny-warnings, or errors,
  2 witc could not run: wrong usage, a file that cannot be read";

impl Lint {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        if self.rules {
            print(&table())?;
            return Ok(Status::Success);
        }
        let loaded = if self.fix {
            let fixed = fixes::fix(&self.paths, &|texts| self.load(texts))?;
            write_all(&fixed.files)?;
            fixed.announce("finding");
            fixed.loaded
        } else {
            self.load(&BTreeMap::new())?
        };
        let sources = &loaded.resolve.sources;
        self.report
            .show(self.format, &loaded.diagnostics, sources)?;
        if self.format == Format::Human && loaded.diagnostics.is_empty() {
            eprintln!("no advice on {}", counted(loaded.main.len(), "package"));
        }
        let verdict = match input::verdict(&loaded.diagnostics) {
            Status::Success if self.deny_warnings && !loaded.diagnostics.is_empty() => {
                Status::InvalidInput
            }
            verdict => verdict,
        };
        // The process ends now, which frees its memory at once.
        std::mem::forget(loaded);
        Ok(verdict)
    }

    /// Loads the packages; the diagnostics are the findings, or errors if there are any.
    fn load(&self, texts: &BTreeMap<String, String>) -> Result<Loaded, Failure> {
        let paths = &self.paths;
        let mut loaded = input::load_all_features(paths, texts)?;
        if loaded.has_errors() {
            return Ok(loaded);
        }
        let found = lint_settings::find(self.config.as_deref(), paths)?;
        let mut diagnostics = Vec::new();
        let mut settings = found.settings(&mut loaded.resolve.sources, &mut diagnostics);
        self.choose(&mut settings)?;
        let place = |name: &str| found.place(name);
        diagnostics.extend(witc_lint::lint(
            &loaded.resolve,
            &loaded.main,
            &settings,
            &place,
        ));
        diagnostics.extend(lint_settings::lock(&mut loaded, paths, &settings, &place)?);
        let is_asked = |found: &Diagnostic| self.is_asked(&loaded, found);
        diagnostics.retain(is_asked);
        loaded.diagnostics = diagnostics;
        Ok(loaded)
    }

    /// Applies the options that choose rules.
    fn choose(&self, settings: &mut Settings) -> Result<(), Failure> {
        let failure = |error: UnknownRule| {
            let failure = Failure::new(error.to_string());
            match error.near {
                Some(near) => failure.help(format!("a similar name is `{near}`")),
                None => failure.help("`witc lint --rules` lists all rules"),
            }
        };
        for word in &self.used {
            settings.use_rules(word).map_err(failure)?;
        }
        for word in &self.except {
            settings.except_rules(word).map_err(failure)?;
        }
        Ok(())
    }

    /// Whether a finding is in a file that was asked for, rather than in another one of its folder.
    fn is_asked(&self, loaded: &Loaded, found: &Diagnostic) -> bool {
        let sources = &loaded.resolve.sources;
        let Some((file, _)) = sources.locate(found.primary.span) else {
            return true;
        };
        let name = sources.file(file).name();
        let mut files = self.paths.iter().filter(|path| path.is_file()).peekable();
        let is_settings = !name.ends_with(".wit");
        is_settings
            || files.peek().is_none()
            || self.paths.iter().any(|path| path.is_dir())
            || files.any(|path| {
                lint_settings::absolute(path) == lint_settings::absolute(Path::new(name))
            })
    }
}

/// All rules, a line each.
fn table() -> String {
    let mut text = String::new();
    for rule in RULES {
        let level = if rule.level == Level::Allow {
            "off"
        } else {
            rule.level.name()
        };
        let fix = rule.repair.describe();
        let fix = if fix.is_empty() {
            String::new()
        } else {
            format!("  (fix: {fix})")
        };
        text += &format!(
            "{} {:<5}{:<13}{:<31}{}{fix}\n",
            rule.code,
            level,
            rule.group.name(),
            rule.name,
            rule.code.title()
        );
    }
    text
}
