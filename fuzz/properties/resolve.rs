//! What holds for the resolver and any packages: it ends, and what it accepts it prints in such a way that it accepts
//! it once more, to print the same.
//!
//! An input is several files: a line that starts with `//#` starts another one. They are packages of their own; the
//! first is the one that was asked for.

use witc_resolve::{Features, Group, Input, Options, Resolution, print, resolve};

pub(crate) fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let first = run(&files(text));
    assert!(
        first.diagnostics.len() <= 20_000,
        "{} diagnostics",
        first.diagnostics.len()
    );
    let Some(printed) = printed(&first) else {
        return;
    };
    let second = run(&[&printed]);
    let errors: Vec<_> = second
        .diagnostics
        .iter()
        .filter(|it| it.is_error())
        .collect();
    assert!(
        errors.is_empty(),
        "printed as\n{printed}\nwhich has {errors:?}"
    );
    assert_eq!(
        self::printed(&second).as_deref(),
        Some(&*printed),
        "printed in another way the second time"
    );
}

fn files(text: &str) -> Vec<&str> {
    let mut files = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.starts_with("//#") && at > start {
            files.push(&text[start..at]);
            start = at;
        }
        at += line.len();
    }
    files.push(&text[start..]);
    files
}

fn run(files: &[&str]) -> Resolution {
    let mut input = Input::default();
    for (index, text) in files.iter().enumerate() {
        let name = format!("{index}.wit");
        let Ok(id) = input.sources.add(name.clone(), *text) else {
            continue;
        };
        input.groups.push(Group {
            name,
            files: vec![id],
            main: index == 0,
            ..Group::default()
        });
    }
    resolve(
        input,
        &Options {
            features: Features::from_iter(["active"]),
            ..Options::default()
        },
    )
}

/// The text of all packages, if nothing is wrong with them.
fn printed(resolution: &Resolution) -> Option<String> {
    let main = *resolution.main.first()?;
    if resolution.has_errors() {
        return None;
    }
    let resolve = &resolution.resolve;
    let mut others: Vec<_> = resolve.packages.ids().filter(|&id| id != main).collect();
    others.sort_by_key(|&id| resolve.packages[id].name.to_string());
    Some(print::packages(
        resolve,
        main,
        &others,
        print::Style::default(),
    ))
}
