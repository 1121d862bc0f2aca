//! `witc graph`: draws components and packages.

use crate::commands::plug::compose;
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::report::ReportArgs;
use crate::status::Status;
use crate::{components, output};
use std::path::PathBuf;
use witc_component::{Extent, validate};
use witc_diagnostics::{Diagnostic, SourceMap};
use witc_graph::{Graph, of_component, of_packages};
use witc_resolve::select_world;

/// Draw the imports, exports and parts of a component, or the worlds and interfaces of a package
///
/// Arrows run from left to right, from the provider to the user. A component that is composed of others is shown with
/// them and the connections between them; `--plug` shows the result of `witc plug`. Interfaces of a package that have
/// the same users share a box. A component is validated as a whole, a package in binary form all but the bodies of
/// functions; custom sections, which have the names of parts, are not checked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GraphCommand {
    /// A component as wasm or wat, or a package: a folder with its `deps/`, a file, or `-`
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    path: PathBuf,
    /// Plug this component in first, as `witc plug` does; can be repeated
    #[arg(long = "plug", value_name = "PLUG")]
    plugs: Vec<PathBuf>,
    /// Draw only this world of a package
    #[arg(short, long, value_name = "WORLD", conflicts_with = "plugs")]
    world: Option<String>,
    /// The format to write
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    /// The file to write, in a folder that exists; standard output by default
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    features: FeatureArgs,
    #[command(flatten)]
    report: ReportArgs,
}

/// The format of a graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A drawing, for light and dark backgrounds
    #[default]
    Svg,
    /// A flowchart for Mermaid, which many viewers of Markdown draw
    Mermaid,
    /// A graph for Graphviz
    Dot,
}

const EXAMPLES: &str = "\
Examples:
  witc graph whole.wasm -o whole.svg                         its components, and what connects them
  witc graph app.wasm --plug calculator.wasm --plug adder.wasm -o plan.svg
  witc graph wit --format mermaid                            the worlds and interfaces of a package
  witc graph wit --world app --format dot | dot -Tpng > app.png

Exit codes:
  0 the graph is written, 1 the input has errors, 2 witc could not run";

impl GraphCommand {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
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
        Ok(Status::Success)
    }

    /// The graph of the result of `witc plug`.
    fn plugged(&self) -> Result<Result<Graph, Status>, Failure> {
        let name = self.path.display().to_string();
        let made = compose(&self.path, &self.plugs, self.report)?;
        Ok(made.and_then(|bytes| {
            of_component(&name, &bytes).map_err(|found| self.report_error(&found))
        }))
    }

    /// The graph of a component, or of packages.
    fn graph(&self) -> Result<Result<Graph, Status>, Failure> {
        let name = self.path.display().to_string();
        // A world is part of a package, never of a component.
        if self.world.is_none()
            && self.path.is_file()
            // A component is drawn with what is in it; its WIT would only show its imports and
            // exports.
            && let Some(bytes) = components::of_components(&self.path)?
        {
            let graph = of_component(&name, &bytes).and_then(|graph| {
                validate(&bytes, Extent::Whole)?;
                Ok(graph)
            });
            return Ok(graph.map_err(|found| self.report_error(&found)));
        }
        let loaded = input::load(std::slice::from_ref(&self.path), &self.features)?;
        let resolve = &loaded.resolve;
        self.report
            .for_people(&loaded.diagnostics, &resolve.sources);
        let status = input::verdict(&loaded.diagnostics);
        if status != Status::Success {
            return Ok(Err(status));
        }
        let world = self
            .world
            .as_deref()
            .map(|name| select_world(resolve, &loaded.main, Some(name)))
            .transpose();
        Ok(world
            .map(|world| of_packages(resolve, &loaded.main, world))
            .map_err(|found| self.report.errors(&[*found], &resolve.sources)))
    }

    /// Shows an error, which points into no text.
    fn report_error(&self, found: &Diagnostic) -> Status {
        self.report
            .errors(std::slice::from_ref(found), &SourceMap::new())
    }
}
