//! The rule on what becomes stable: `// @stabilize-next` before an `@unstable`, in a release.

use crate::codes;
use crate::comments::{has, runs};
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use semver::Version;
use witc_diagnostics::{Diagnostic, Edit, Fix};

const MARK: &str = "@stabilize-next";

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for file in &context.files {
        if has(file.text, MARK)
            && let Some(version) = release(context, file)
        {
            check_file(context, findings, file, version);
        }
    }
}

/// The version of the package of a file, unless it is a pre-release.
fn release<'a>(context: &Context<'a>, file: &LintedFile<'_>) -> Option<&'a Version> {
    let version = context.package_of(file.id)?.name.version.as_ref();
    version.filter(|version| version.pre.is_empty())
}

fn check_file(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    version: &Version,
) {
    for run in runs(file.text, &file.comments) {
        let marked = run.comments.iter().find(|comment| {
            let text = file.text[comment.range.clone()].trim_start_matches('/');
            text.trim() == MARK && comment.is_first
        });
        let gate = file.text[run.next..]
            .find(')')
            .map(|end| run.next..=run.next + end);
        let Some((comment, gate)) = marked.zip(gate) else {
            continue;
        };
        let gate = *gate.start()..gate.end() + 1;
        if !file.text[gate.clone()].starts_with("@unstable") {
            continue;
        }
        let message = format!(
            "this is to be stable from the next release on, and the package is at {version}"
        );
        let span = file.span(gate);
        let mut found = Diagnostic::warning(codes::STABILIZE, message, span);
        let line = crate::syntax::whole_lines(file, file.span(comment.range.clone()));
        let edits = vec![
            Edit {
                span: file.span(line),
                text: String::new(),
            },
            Edit {
                span,
                text: format!("@since(version = {version})"),
            },
        ];
        found.fixes.push(Fix {
            message: format!(
                "make it stable since {version}, so that it needs no feature any more"
            ),
            edits,
            sure: true,
        });
        findings.push(context, found);
    }
}
