//! Reports of the changes between two versions.

mod annotations;
mod json;
mod markdown;
mod model;
mod people;

pub(crate) use model::Changes;

/// The options of a report of changes.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct ChangesArgs {
    /// Show changes of documentation and gates as well, not only their number
    #[arg(long)]
    pub(crate) docs: bool,
    /// The format of the report
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
}

/// The format of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Human,
    /// One JSON document, with all changes
    Json,
    /// A SARIF 2.1.0 log for code scanning, with all changes
    Sarif,
    /// Annotations for a GitHub workflow
    Github,
    /// Markdown, for a comment on a pull request
    Markdown,
}

/// The report that is asked for.
pub(crate) fn report(changes: &Changes<'_>, args: ChangesArgs) -> String {
    match args.format {
        Format::Human => people::text(changes, args.docs),
        Format::Json => json::document(changes),
        Format::Sarif => annotations::sarif(changes),
        Format::Github => annotations::github(changes, args.docs),
        Format::Markdown => markdown::comment(changes, args.docs),
    }
}
