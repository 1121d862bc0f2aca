//! `witc graph`: a picture of components or packages.

use crate::commands::plug::put_together;
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::{Status, components, output, report};
use std::path::PathBuf;
use witc_diagnostics::SourceMap;
use witc_graph::{Graph, of_component, of_packages};
use witc_resolve::select_world;

/// Draw what a component imports, exports and contains, or how the worlds and interfaces of a package hang together
///
/// Arrows run from what provides to what uses, from left to right. A component that was put together of others is shown
/// with them, and with what each takes from which; `--plug` shows what `witc plug` would make. The interfaces of a package
/// stand in one box where the same others use them.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GraphCommand {
    /// A component as wasm or wat, or a package: a folder with its `deps/`, a file, or `-`
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    path: PathBuf,
    /// Plug a component in first, as `witc plug` does; may be given several times
    #[arg(long = "plug", value_name = "PLUG")]
    plugs: Vec<PathBuf>,
    /// Of a package, only this world
    #[arg(short, long, value_name = "WORLD", conflicts_with = "plugs")]
    world: Option<String>,
    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    /// The file to write; standard output if there is none
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    features: FeatureArgs,
}

/// How a graph is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A drawing, for light and dark backgrounds
    #[default]
    Svg,
    /// A flowchart for Mermaid, as many viewers of Markdown draw it
    Mermaid,
    /// A graph for Graphviz
    Dot,
}

const EXAMPLES: &str = "\
Examples:
  witc graph whole.wasm -o whole.svg                         what is in it, and who plugs into whom
  witc graph app.wasm --plug calculator.wasm --plug adder.wasm -o plan.svg
  witc graph wit --format mermaid                            worlds and interfaces of a package
  witc graph wit --world app --format dot | dot -Tpng > app.png

Exit codes:
  0 it is drawn, 1 the input is at fault, 2 witc could not run";

impl GraphCommand {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let graph = if self.plugs.is_empty() {
            self.graph()?
        } else {
            self.plugged()?
        };
        let graph = match graph {
            Ok(graph) => graph,
            Err(status) => return Ok(status),
        };
        let text = match self.format {
            Format::Svg => graph.svg(),
            Format::Mermaid => graph.mermaid(),
            Format::Dot => graph.dot(),
        };
        match &self.output {
            Some(path) => output::write_pieces(path, std::iter::once(text.as_bytes()))?,
            None => output::print(&text)?,
        }
        Ok(Status::Fine)
    }

    /// What `witc plug` would make.
    fn plugged(&self) -> Result<Result<Graph, Status>, Failure> {
        let name = self.path.display().to_string();
        let made = put_together(&self.path, &self.plugs)?;
        Ok(made.and_then(|bytes| of_component(&name, &bytes).map_err(|found| tell(&found))))
    }

    /// A component, or else packages.
    fn graph(&self) -> Result<Result<Graph, Status>, Failure> {
        let name = self.path.display().to_string();
        if self.world.is_none()
            && self.path.is_file()
            && let Some(bytes) = components::of_components(&self.path)?
        {
            return Ok(of_component(&name, &bytes).map_err(|found| tell(&found)));
        }
        let loaded = input::load(std::slice::from_ref(&self.path), &self.features)?;
        let resolve = &loaded.resolve;
        report::show_people(&loaded.diagnostics, &resolve.sources);
        let status = input::verdict(&loaded.diagnostics);
        if status != Status::Fine {
            return Ok(Err(status));
        }
        let world = self
            .world
            .as_deref()
            .map(|name| select_world(resolve, &loaded.main, Some(name)))
            .transpose();
        Ok(world
            .map(|world| of_packages(resolve, &loaded.main, world))
            .map_err(|found| {
                report::show_people(&[*found], &resolve.sources);
                Status::AtFault
            }))
    }
}

fn tell(found: &witc_diagnostics::Diagnostic) -> Status {
    report::show_people(std::slice::from_ref(found), &SourceMap::new());
    Status::AtFault
}
