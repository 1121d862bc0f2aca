//! `witc schema`: describes types and functions as JSON Schema.

use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::output;
use crate::report::ReportArgs;
use crate::status::Status;
use std::path::PathBuf;

/// Describe types and functions as JSON Schema 2020-12
///
/// The document has the types of the packages under `$defs`, and under `tools` each function of their interfaces and each
/// export of their worlds, as model context tools want it. What JSON has no values for, such as handles of resources, is
/// refused with the reason. Of binaries, all but the bodies of functions is validated.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SchemaCommand {
    /// Packages: folders with their `deps/`, files, components, or `-` for standard input
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    paths: Vec<PathBuf>,
    /// Describe only this interface: its name, or `namespace:package/name`
    #[arg(long, value_name = "INTERFACE")]
    interface: Option<String>,
    /// Leave out functions that JSON has no values for, with a warning
    #[arg(long)]
    skip: bool,
    /// The file to write, in a folder that exists; standard output by default
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc schema                                  all interfaces and exports of the package in ./wit
  witc schema wit --interface log -o log.json  one interface
  witc schema tool.wasm --skip | jq .tools     a component's exports, as a list of tools

JSON:
  {\"$schema\", \"title\", \"description\", \"$defs\": {\"TYPE\": …},
   \"tools\": [{\"name\", \"description\", \"inputSchema\", \"outputSchema\"}]}
  Parameters are the properties of an object, the result is its property `result`.
  Records are objects, in which an option may be left out or null; tuples, lists
  and flags are arrays; cases of enums are strings, those of variants
  {\"tag\", \"val\"}; results {\"ok\"} or {\"err\"}; maps of strings objects, others
  lists of pairs. An option in an option is {\"some\"} or null.

Exit codes:
  0 the schema is written, 1 the input has errors, or functions without a schema,
  2 witc could not run";

impl SchemaCommand {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = input::load(&self.paths, &self.features)?;
        let resolve = &loaded.resolve;
        let mut diagnostics = loaded.diagnostics;
        let mut document = None;
        if input::verdict(&diagnostics) == Status::Success {
            let interface = self.interface.as_deref();
            let schema = witc_doc::schema(resolve, &loaded.main, interface, self.skip);
            diagnostics.extend(schema.diagnostics);
            document = schema.document;
        }
        self.report.for_people(&diagnostics, &resolve.sources);
        if let Some(document) = document {
            // A document of values and names can always be written.
            let text = format!("{document:#}\n");
            output::write_text(self.output.as_deref(), |write| write(&text))?;
        }
        Ok(input::verdict(&diagnostics))
    }
}
