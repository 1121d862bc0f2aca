//! Pairs of packages with one change each: `fixtures/semver`. What each change comes to, whether the peer agrees, and the
//! matrix in `docs/semver.md`.
//!
//! A pair is a file: a comment that says what the change is, what it comes to on both sides (`-` where components never
//! have it there), and which other change it never comes without, if there is one; the old version, a line, the new version.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use wit_parser as peer;
use witc_compare::Class;
use witc_compare::WorldRef;
use witc_compare::diff::{Finding, PackageRef, packages, worlds};
use witc_resolve::{Direction, Loaded, Loader};

/// Where the peer says something else, for the side in question, and why.
const DISAGREEMENTS: &[(&str, Direction, &str)] = &[(
    "type-removed",
    Direction::Import,
    "no function uses the type, and the peer's stand-in for a component imports what functions use alone",
)];

const SIDES: [Direction; 2] = [Direction::Import, Direction::Export];

/// A pair of packages.
struct Case {
    name: String,
    kind: String,
    /// The class of the change for importers and for exporters.
    classes: [Option<Class>; 2],
    /// The change that comes with it.
    with: Option<String>,
    old: String,
    new: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn cases() -> Vec<Case> {
    let entries = fs::read_dir(root().join("fixtures/semver")).expect("is there");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("can be read").path())
        .collect();
    files.sort();
    files.iter().map(|file| Case::read(file)).collect()
}

impl Case {
    fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file)
            .expect("is text")
            .replace("\r\n", "\n");
        let (head, rest) = text.split_once('\n').expect("has a head");
        let (old, new) = rest
            .split_once("// the new version\n")
            .expect("has two versions");
        let mut words = head.trim_start_matches("// ").split("; ");
        let kind = words.next().expect("says what changed").to_owned();
        let classes = ["importing: ", "exporting: "].map(|side| {
            let word = words
                .next()
                .and_then(|word| word.strip_prefix(side))
                .expect("says what it comes to");
            let class = [Class::Breaking, Class::Compatible, Class::Docs]
                .into_iter()
                .find(|class| class.word() == word);
            assert!(class.is_some() || word == "-", "{word}");
            class
        });
        let with = words.next().map(|word| {
            let kind = word.strip_prefix("with: ");
            kind.expect("says what comes with it").to_owned()
        });
        let name = file
            .file_stem()
            .expect("has a name")
            .to_string_lossy()
            .into_owned();
        Self {
            name,
            kind,
            classes,
            with,
            old: old.to_owned(),
            new: new.to_owned(),
        }
    }

    fn load(&self, text: &str) -> Loaded {
        let loaded = Loader::new()
            .text(self.name.clone(), text.to_owned())
            .load();
        assert!(
            !loaded.has_errors(),
            "{}: {:#?}",
            self.name,
            loaded.diagnostics
        );
        loaded
    }

    /// The world to compare where the change is in one, or else worlds that import and export the interface.
    fn with_worlds(&self, text: &str) -> String {
        let place = text
            .find("interface i {")
            .filter(|_| !text.contains("world w {"));
        let worlds = "world importing { import i; }\nworld exporting { export i; }\n";
        place.map_or_else(
            || text.to_owned(),
            |at| format!("{}{worlds}{}", &text[..at], &text[at..]),
        )
    }

    /// The name of the world that shows a side.
    fn world(&self, side: Direction) -> &'static str {
        match side {
            _ if self.old.contains("world w {") => "w",
            Direction::Import => "importing",
            Direction::Export => "exporting",
        }
    }
}

fn class_on(finding: &Finding, side: Direction) -> Option<Class> {
    finding
        .sides()
        .find(|it| *it == side)
        .map(|side| finding.change.kind.class(side))
}

#[test]
fn each_pair_is_one_change() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let (old, new) = (case.load(&case.old), case.load(&case.new));
        let whole = |loaded: &Loaded| loaded.main[0];
        let mut found = packages(
            PackageRef {
                resolve: &old.resolve,
                package: whole(&old),
            },
            PackageRef {
                resolve: &new.resolve,
                package: whole(&new),
            },
            None,
        );
        if let Some(with) = &case.with {
            let before = found.len();
            found.retain(|finding| finding.change.kind.id() != *with);
            assert_eq!(found.len() + 1, before, "{}: {with}", case.name);
        }
        let kinds: Vec<String> = found
            .iter()
            .map(|finding| finding.change.kind.id())
            .collect();
        if case.kind == "nothing" {
            assert!(found.is_empty(), "{}: {found:#?}", case.name);
            continue;
        }
        let classes = found
            .first()
            .map(|found| SIDES.map(|side| class_on(found, side)));
        if kinds != [case.kind.as_str()] || classes != Some(case.classes) {
            wrong.push(format!("{}: {kinds:?}, {classes:?}", case.name));
            continue;
        }
        // Both definitions have their places, and there is a sentence.
        for (definition, loaded) in [(&found[0].change.old, &old), (&found[0].change.new, &new)] {
            let place = definition
                .as_ref()
                .map(|it| loaded.resolve.sources.positions(it.span).is_some());
            assert_ne!(
                place,
                Some(false),
                "{}: a definition has no place",
                case.name
            );
        }
        assert!(found[0].change.describe("old", "new").len() > 10);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the peer accepts a new version of a world.
fn peer_accepts(case: &Case, side: Direction) -> bool {
    let mut resolve = peer::Resolve::default();
    let mut world = |text: &str, number: &str| {
        let text = case
            .with_worlds(text)
            // The peer wants two versions in one model, so their packages need different numbers.
            .replacen("my:p@1.0.0", &format!("my:p@{number}"), 1);
        let package = resolve
            .push_str("case.wit", &text)
            .unwrap_or_else(|error| panic!("{}: {error:#}", case.name));
        resolve.packages[package].worlds[case.world(side)]
    };
    let (prev, new) = (world(&case.old, "1.0.0"), world(&case.new, "9.0.0"));
    wit_component::semver_check(resolve, prev, new).is_ok()
}

/// Whether the new version is accepted here.
fn accepted(case: &Case, side: Direction) -> bool {
    let (old, new) = (
        case.load(&case.with_worlds(&case.old)),
        case.load(&case.with_worlds(&case.new)),
    );
    let subject =
        |loaded: &Loaded| loaded.resolve.packages[loaded.main[0]].worlds[case.world(side)];
    let found = worlds(
        WorldRef {
            resolve: &old.resolve,
            world: subject(&old),
        },
        WorldRef {
            resolve: &new.resolve,
            world: subject(&new),
        },
    );
    found
        .iter()
        .all(|finding| finding.class() != Class::Breaking)
}

#[test]
fn the_peer_agrees() {
    let mut compared = 0;
    let mut wrong = Vec::new();
    for case in cases() {
        // Interfaces and worlds that come and go are in no world; and the peer has no room for two copies of another package.
        if !case.old.contains("interface i {\n") && !case.old.contains("world w {")
            || case.old.contains("my:dep")
        {
            continue;
        }
        for side in SIDES {
            let ours = accepted(&case, side);
            let expected = case.classes[usize::from(side == Direction::Export)]
                .map(|class| class != Class::Breaking);
            if case.world(side) != "w" || expected.is_some() {
                assert_eq!(ours, expected.unwrap_or(true), "{}: {side:?}", case.name);
            } else {
                continue;
            }
            compared += 1;
            let theirs = peer_accepts(&case, side);
            let listed = DISAGREEMENTS
                .iter()
                .any(|(name, at, why)| *name == case.name && *at == side && !why.is_empty());
            if (ours == theirs) == listed {
                wrong.push(format!(
                    "{}, {side:?}: here {ours}, the peer {theirs}",
                    case.name
                ));
            }
        }
    }
    assert!(compared >= 100, "{compared} compared");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rows of the matrix are what the code says, each with a fixture, and all that fixtures show has a row.
#[test]
fn the_matrix_is_true() {
    let text = fs::read_to_string(root().join("docs/semver.md")).expect("is there");
    let rows = text
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains('`'));
    let mut told = BTreeSet::new();
    let cases = cases();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [kind, importing, exporting, fixtures] = cells[..] else {
            panic!("{row}")
        };
        for name in fixtures.split(", ").map(|name| name.trim_matches('`')) {
            let case = cases
                .iter()
                .find(|case| case.name == name)
                .unwrap_or_else(|| panic!("no fixture {name}"));
            assert_eq!(case.kind, kind.replace(' ', "-"), "{row}");
            for (cell, class) in [importing, exporting].into_iter().zip(case.classes) {
                assert!(
                    class.is_none_or(|class| class.word() == cell),
                    "{name}: {row}"
                );
            }
            // Each cell has a fixture that shows what it says.
            told.insert((case.kind.clone(), name.to_owned()));
        }
        for (cell, index) in [(importing, 0), (exporting, 1)] {
            let of_row = cases
                .iter()
                .filter(|case| case.kind == kind.replace(' ', "-"));
            let shown = of_row
                .filter_map(|case| case.classes[index])
                .any(|class| class.word() == cell);
            assert!(shown || cell == "-", "no fixture shows `{cell}` of {row}");
        }
    }
    for case in cases.iter().filter(|case| case.kind != "nothing") {
        assert!(
            told.contains(&(case.kind.clone(), case.name.clone())),
            "{} is not in the matrix",
            case.name
        );
    }
}
