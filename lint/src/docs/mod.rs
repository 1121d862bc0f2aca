//! Rules on documentation.

mod blocks;
mod lines;
mod links;
mod marks;
mod missing;
mod params;
mod prose;
mod words;

use crate::comments::runs;
use crate::context::Context;
use crate::findings::Findings;
use links::Links;

/// Looks for what these rules are about.
pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    missing::check(context, findings);
    params::check(context, findings);
    let mut links = Links::default();
    for file in context
        .files
        .iter()
        .filter(|file| !file.comments.is_empty())
    {
        for run in runs(file.text, &file.comments) {
            blocks::check(context, findings, file, run);
            marks::check(context, findings, file, run);
            let lines = lines::of(file, run);
            if !lines.is_empty() {
                prose::check(context, findings, file, &lines);
                words::check(context, findings, file, &lines);
                links.check(context, findings, file, &lines);
            }
        }
    }
}
