//! Building a guest, with nothing built before and after a change, against wit-bindgen.

use crate::project::{self, PEER, TARGET, cargo, output, write};
use crate::ratio::Comparison;
use crate::report::{Figure, Table, Unit};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 5;

/// The guest of the tutorial.
const TUTORIAL: [(&str, &str); 2] = [
    (
        "wit/world.wit",
        "package example:plugin;\n\nworld example-plugin {\n    export length: func(s: string) -> u32;\n}\n",
    ),
    (
        "src/lib.rs",
        "wit_bindgen::generate!({\n    world: \"example-plugin\",\n});\n\nstruct ExamplePlugin;\n\n\
         impl Guest for ExamplePlugin {\n    fn length(s: String) -> u32 {\n        s.len() as u32\n    }\n}\n\n\
         export!(ExamplePlugin);\n",
    ),
];

/// Cargo compiles what is at a path incrementally, for whoever edits it, and that takes longer; a guest's dependencies come
/// from a registry, as the peer does here, and are not compiled so.
const AS_FROM_A_REGISTRY: &str = "[profile.dev.package.\"*\"]\nincremental = false\n";

/// Builds of the tutorial's guest.
///
/// # Errors
///
/// That it does not build.
pub(crate) fn row() -> Result<Table, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let ours = project::ours();
    let projects = [("ours", ours.as_str()), ("theirs", PEER)].map(|(name, dependency)| {
        let project = folder.path().join(name);
        let manifest = format!(
            "[package]\nname = \"example-plugin\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[lib]\n\
             crate-type = [\"cdylib\"]\n\n[dependencies]\n{dependency}\n\n[workspace]\n\n{AS_FROM_A_REGISTRY}"
        );
        write(&project, "Cargo.toml", &manifest)?;
        TUTORIAL.iter().try_for_each(|(name, text)| write(&project, name, text))?;
        // Downloads are not what is measured.
        output(cargo(&project).arg("fetch"))?;
        Ok::<_, String>(project)
    });
    let [ours, theirs] = projects;
    let (ours, theirs) = (ours?, theirs?);
    let mut crates = [0, 0];
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    // The first round warms up.
    for round in 0..=ROUNDS {
        let (mut cold_times, mut warm_times) = ([0.0, 0.0], [0.0, 0.0]);
        // Who goes first alternates.
        for side in [round % 2, 1 - round % 2] {
            let project = [&ours, &theirs][side];
            (cold_times[side], crates[side]) = cold_build(project)?;
            warm_times[side] = warm_build(project, round)?;
        }
        if round > 0 {
            cold.push((cold_times[0], cold_times[1]));
            warm.push((warm_times[0], warm_times[1]));
        }
    }
    let [our_crates, their_crates] = crates.map(|count: usize| count as f64);
    Ok(Table {
        name: "build",
        title: "Building a guest",
        method: "The tutorial's guest for wasm32-wasip2, in turn with wit-bindgen 0.63.0: with nothing built before (cold), \
                 and after a change of its source (warm). Dependencies are compiled as those from a registry are: not \
                 incrementally."
            .to_owned(),
        figures: vec![
            Figure::timed("cold", &Comparison::of(cold)).times_as_fast(2.0),
            Figure::timed("warm", &Comparison::of(warm)),
            Figure::counted("crates that are compiled", Unit::Crates, our_crates, their_crates),
        ],
    })
}

/// The seconds that it takes, and how many crates are compiled beside the guest.
fn cold_build(project: &Path) -> Result<(f64, usize), String> {
    let target = project.join("target");
    if target.exists() {
        // With the dependencies: they are most of what a first build compiles.
        fs::remove_dir_all(&target).map_err(|error| error.to_string())?;
    }
    let (seconds, messages) = build(project)?;
    let packages: BTreeSet<&str> = messages
        .lines()
        .filter(|line| line.starts_with("{\"reason\":\"compiler-artifact\""))
        .filter_map(|line| line.split_once("\"package_id\":\"")?.1.split('"').next())
        .collect();
    // The guest itself is one of them.
    Ok((seconds, packages.len().saturating_sub(1)))
}

/// The seconds that it takes to build anew after a change of the source.
fn warm_build(project: &Path, round: usize) -> Result<f64, String> {
    let (name, text) = TUTORIAL[1];
    // Another comment each time, or cargo would find nothing to do.
    write(project, name, &format!("{text}\n// {round}\n"))?;
    Ok(build(project)?.0)
}

/// The seconds that a build takes, and cargo's messages as JSON.
fn build(project: &Path) -> Result<(f64, String), String> {
    let mut build = cargo(project);
    build.args([
        "build",
        // The network would be part of the time.
        "--offline",
        "--quiet",
        "--target",
        TARGET,
        "--message-format",
        "json",
    ]);
    let start = Instant::now();
    let messages = output(&mut build)?;
    Ok((start.elapsed().as_secs_f64(), messages))
}
