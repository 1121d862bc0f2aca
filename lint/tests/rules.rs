//! The examples of explanations: the first has its finding, the others do not, and fixes do what they say.

mod support;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};
use support::{edited, findings, fixed, load, meaning};
use witc_diagnostics::Code;
use witc_lint::{Level, RULES, Repair, Settings};

/// The examples in WIT of an explanation.
fn examples(code: Code) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("explain/{code}.md"));
    let text = fs::read_to_string(path).expect("is there");
    let fences = text.split("```").skip(1).step_by(2);
    fences
        .filter_map(|fence| fence.strip_prefix("wit\n").map(str::to_owned))
        .collect()
}

/// Settings under which one rule is on, and nothing else.
fn only(code: Code) -> Settings {
    let mut settings = Settings::default();
    settings.use_rules(code.name()).expect("is a rule");
    settings
}

/// Rules whose explanations have no examples in WIT, and what tests them.
const WITHOUT: [(&str, &str); 4] = [
    ("W3015", "a lock file: the fixtures of the command line"),
    ("W3423", "a fence can't be in a fence: `fences_are_closed`"),
    ("W3501", "settings: the tests of `config.rs`"),
    ("W3502", "settings: the tests of `config.rs`"),
];

#[test]
fn the_first_example_has_its_finding_and_the_others_do_not() {
    let mut failures = Vec::new();
    for rule in RULES {
        let all = examples(rule.code);
        let is_excused = WITHOUT.iter().any(|(code, _)| *code == rule.code.name());
        if all.len() < 2 && !is_excused {
            failures.push(format!("{} has {} examples", rule.code, all.len()));
        }
        for (index, text) in all.iter().enumerate() {
            let found = findings(
                &load(&vec![("example.wit".into(), text.clone())]),
                &only(rule.code),
            );
            let is_found = found.iter().any(|it| it.code == rule.code);
            if is_found != (index == 0) {
                let list: Vec<_> = found.iter().map(ToString::to_string).collect();
                failures.push(format!("{}, example {index}: {list:?}\n{text}", rule.code));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn fixes_do_what_the_table_says() {
    let mut failures = Vec::new();
    let mut sure = BTreeSet::new();
    for rule in RULES {
        let Some(text) = examples(rule.code).into_iter().next() else {
            continue;
        };
        let settings = only(rule.code);
        let texts = vec![("example.wit".to_owned(), text)];
        let before = load(&texts);
        let found = findings(&before, &settings);
        let own = found.iter().filter(|it| it.code == rule.code);
        let is_sure = own.clone().any(|it| it.fixes.iter().any(|fix| fix.sure));
        if is_sure != (rule.repair != Repair::None) {
            failures.push(format!(
                "{}: a sure fix is {is_sure}, the table has {:?}",
                rule.code, rule.repair
            ));
        }
        if !is_sure {
            continue;
        }
        sure.insert(rule.code);
        // The fixes of this rule alone: others may change more.
        let fixed = edited(&before, own);
        let after = load(&fixed);
        if findings(&after, &settings)
            .iter()
            .any(|it| it.code == rule.code)
        {
            failures.push(format!("{} is still there: {fixed:?}", rule.code));
        }
        let is_same = meaning(&before, rule.repair) == meaning(&after, rule.repair);
        if !is_same && rule.repair != Repair::Meaning {
            failures.push(format!("{} changes the meaning: {fixed:?}", rule.code));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(sure.len() >= 25, "{} rules have sure fixes", sure.len());
}

#[test]
fn fences_are_closed() {
    let open = "package my:app;\n/// ```\n/// a\ninterface a { f: func(); }\n";
    let closed = "package my:app;\n/// ```\n/// a\n/// ```\ninterface a { f: func(); }\n";
    for (text, count) in [(open, 1), (closed, 0)] {
        let found = findings(
            &load(&vec![("a.wit".into(), text.into())]),
            &Settings::default(),
        );
        assert_eq!(
            found.iter().filter(|it| it.code.name() == "W3423").count(),
            count,
            "{text}"
        );
    }
}

/// Settings under which everything is on.
fn all() -> Settings {
    let mut settings = Settings::default();
    settings.use_rules("all").expect("stands for all");
    settings
}

/// How many random packages are fixed, and the first of them.
const COUNT: &str = "WITC_LINT";
const SEED: &str = "WITC_LINT_SEED";

fn number(variable: &str, default: u64) -> u64 {
    env::var(variable).map_or(default, |text| {
        text.parse().expect("the variable is a number")
    })
}

#[test]
fn random_packages_stay_what_they_are() {
    let (count, seed) = (number(COUNT, 25), number(SEED, 1));
    let (mut linted, mut fixes) = (0, 0);
    for seed in seed..seed + count {
        let before = load(&support::random(seed));
        if before.has_errors() {
            continue;
        }
        linted += 1;
        let settings = all();
        let first = findings(&before, &settings);
        // What is found does not depend on when it is looked for.
        assert_eq!(first, findings(&before, &settings), "{seed}");
        let (texts, done) = fixed(&before, &settings);
        fixes += done.len();
        let after = load(&texts);
        assert!(
            !after.has_errors(),
            "{seed}: {:?}\n{texts:?}",
            after.diagnostics
        );
        // What is fixed stays fixed, so that fixing again changes nothing.
        let left = findings(&after, &settings);
        let sure: Vec<_> = left
            .iter()
            .filter(|it| it.fixes.iter().any(|fix| fix.sure))
            .collect();
        assert!(sure.is_empty(), "{seed}: {sure:?}");
        // Fixes that change the meaning, or gates, say so in the table; the others do not.
        let (texts, done) = support::fixed_by(&before, &settings, |it| {
            !matches!(support::repair(it), Repair::Meaning | Repair::Gates)
        });
        let after = load(&texts);
        let [was, is] = [&before, &after].map(|it| meaning(it, Repair::Text));
        let gone: Vec<_> = was.iter().filter(|line| !is.contains(line)).collect();
        let new: Vec<_> = is.iter().filter(|line| !was.contains(line)).collect();
        assert!(was == is, "{seed}: {gone:?} {new:?} {done:#?}");
    }
    println!("{linted} of {count} packages were linted, {fixes} fixes were applied");
    assert!(
        linted * 2 > count && fixes > 0,
        "{linted} of {count}, {fixes} fixes"
    );
}

/// A list of the findings about the folders in a variable, such as those of WASI.
#[test]
fn folders_of_a_variable_are_linted() {
    let Ok(folders) = env::var("WITC_LINT_IN") else {
        println!("0 folders: `WITC_LINT_IN=DIR:DIR` names some");
        return;
    };
    for folder in folders.split(':') {
        let features = witc_resolve::Features::all();
        let loaded = witc_resolve::Loader::new()
            .features(features)
            .path(folder)
            .load();
        assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
        let everything: Vec<_> = loaded.resolve.packages.ids().collect();
        let found = witc_lint::lint(
            &loaded.resolve,
            &everything,
            &Settings::default(),
            &str::to_owned,
        );
        for it in &found {
            print!(
                "{}",
                witc_diagnostics::render::short(it, &loaded.resolve.sources)
            );
        }
        println!("{}: {} findings", folder, found.len());
    }
}

/// What is around the table in `docs/lint.md`.
const MARKS: (&str, &str) = ("<!-- rules -->\n", "<!-- end of rules -->\n");

/// The table of all rules, for people.
fn table() -> String {
    let mut table = String::from(
        "| code | rule | group | | what it finds | its fix changes |\n|---|---|---|---|---|---|\n",
    );
    for rule in RULES {
        let level = if rule.level == Level::Allow {
            "off"
        } else {
            "on"
        };
        let (code, name, group) = (rule.code, rule.name, rule.group.name());
        let (title, fix) = (rule.code.title(), rule.repair.describe());
        table += &format!("| {code} | `{name}` | {group} | {level} | {title} | {fix} |\n");
    }
    table
}

/// `UPDATE=1` writes the table.
#[test]
fn the_table_in_the_docs_is_that_of_the_code() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/lint.md");
    let text = fs::read_to_string(&path).expect("is there");
    let (before, rest) = text.split_once(MARKS.0).expect("has the first mark");
    let (written, after) = rest.split_once(MARKS.1).expect("has the second mark");
    if env::var_os("UPDATE").is_some() {
        let text = [before, MARKS.0, &table(), MARKS.1, after].concat();
        fs::write(path, text).expect("can be written");
    } else {
        assert_eq!(written, table(), "`UPDATE=1` writes it");
    }
}
