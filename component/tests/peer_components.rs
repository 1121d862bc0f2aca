//! `component new` against the peer's own cases: what it accepts becomes a valid component with the same world, whose
//! lifts and lowers have the same options and stand for the same functions; what it rejects is rejected for the same
//! reason.

mod cases;
mod shape;

use cases::Case;
use libtest_mimic::{Arguments, Failed, Trial};
use witc_diagnostics::Diagnostic;

fn main() {
    let arguments = Arguments::from_args();
    let Some(sources) = cases::sources() else {
        return;
    };
    let cases = cases::cases(&sources.join("tests/components")).into_iter();
    let trials = cases.map(|case| Trial::test(case.name.clone(), move || check(&case)));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(case: &Case) -> Result<(), Failed> {
    match (case.make(), case.error()) {
        (Ok(_), Some(error)) => Err(format!("accepted, where the peer says: {error}").into()),
        (Err(diagnostics), None) => Err(show(&diagnostics).into()),
        (Err(diagnostics), Some(error)) => {
            let said = show(&diagnostics);
            match culprits(&error)
                .iter()
                .find(|culprit| !said.contains(**culprit))
            {
                Some(culprit) => {
                    Err(format!("`{culprit}` is not named\npeer: {error}\nours: {said}").into())
                }
                None => Ok(()),
            }
        }
        (Ok(ours), None) => {
            let (expected, world) = case.expected();
            // Bytes differ in names and order, so the comparison is by meaning.
            same("world", &world, &cases::print_world(&ours))?;
            let lines = |shape: shape::Shape| {
                shape
                    .into_iter()
                    .map(|(name, what)| format!("{name}: {what}\n"))
                    .collect::<String>()
            };
            same(
                "shape",
                &lines(shape::of(&expected)),
                &lines(shape::of(&ours)),
            )
        }
    }
}

fn same(what: &str, expected: &str, found: &str) -> Result<(), Failed> {
    if expected.trim() == found.trim() {
        return Ok(());
    }
    Err(format!("another {what}\n--- peer\n{expected}\n--- ours\n{found}").into())
}

fn show(diagnostics: &[Diagnostic]) -> String {
    diagnostics
        .iter()
        .map(|d| format!("{}: {} {:?}\n", d.code, d.message, d.notes))
        .collect()
}

/// The names that an error of the peer puts the blame on, without types.
fn culprits(error: &str) -> Vec<&str> {
    let quoted = error
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| !name.contains("->"));
    quoted.flat_map(|name| name.split("::")).collect()
}
