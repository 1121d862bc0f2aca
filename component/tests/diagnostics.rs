//! The diagnostics of `component new`: one folder for each kind of mistake, with what is said about it.

mod cases;

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::Path;
use witc_diagnostics::{SourceMap, render};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/diagnostics/component");
    let cases = cases::cases(&folder);
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    let trials = cases
        .into_iter()
        .map(|case| Trial::test(case.name.clone(), move || check(&case)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}

fn check(case: &cases::Case) -> Result<(), Failed> {
    let expected = case.path.with_extension("expected");
    let expected = std::fs::read_to_string(&expected).unwrap_or_default();
    let Err(diagnostics) = case.make() else {
        return Err("accepted".into());
    };
    let said: String = diagnostics
        .iter()
        .map(|diagnostic| render::short(diagnostic, &SourceMap::new()))
        .collect();
    let code = &case.name[..5];
    if !diagnostics
        .iter()
        .any(|diagnostic| diagnostic.code.to_string() == code)
    {
        return Err(format!("{code} is not among them:\n{said}").into());
    }
    if said != expected {
        return Err(format!("--- expected\n{expected}--- said\n{said}").into());
    }
    Ok(())
}
