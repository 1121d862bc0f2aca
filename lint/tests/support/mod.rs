//! What the tests of rules share: loading texts, applying fixes, and comparing what packages mean.

use std::collections::BTreeMap;
use witc_diagnostics::{Diagnostic, Edit, FileId};
use witc_lint::{RULES, Repair, Rule, Settings, lint};
use witc_random::{Dice, Kinds, generate};
use witc_resolve::{Features, Loaded, Loader, print};

/// Files by their names below a folder.
pub(crate) type Texts = Vec<(String, String)>;

/// The folder that texts are loaded in.
const FOLDER: &str = "package-of-a-test";

/// Loads files of a package, and of those in its `deps/`, with all features.
pub(crate) fn load(texts: &Texts) -> Loaded {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join(FOLDER);
    let mut loader = Loader::new().features(Features::all());
    for (name, text) in texts {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().expect("has a parent")).expect("is made");
        std::fs::write(&path, text).expect("is written");
    }
    loader = loader.path(&root);
    loader.load()
}

/// The name of a file below the folder of its package.
fn below(name: &str) -> String {
    let (_, below) = name.split_once(FOLDER).expect("is in the folder");
    below.trim_start_matches(['/', '\\']).replace('\\', "/")
}

/// All files that were read.
fn texts(loaded: &Loaded) -> Texts {
    let files = loaded.resolve.sources.files();
    files
        .map(|(_, file)| (below(file.name()), file.text().to_owned()))
        .collect()
}

pub(crate) fn findings(loaded: &Loaded, settings: &Settings) -> Vec<Diagnostic> {
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    lint(&loaded.resolve, &loaded.main, settings, &below)
}

/// A random package.
pub(crate) fn random(seed: u64) -> Texts {
    let mut dice = Dice::new(seed);
    let tree = generate(&mut dice, Kinds::All);
    tree.texts(&mut dice).into_iter().collect()
}

/// What the fix of a finding changes.
pub(crate) fn repair(found: &Diagnostic) -> Repair {
    RULES[Rule::index(found.code).expect("is a rule")].repair
}

/// The texts after the sure fixes of findings, as many as do not touch each other.
pub(crate) fn edited<'f>(loaded: &Loaded, found: impl Iterator<Item = &'f Diagnostic>) -> Texts {
    apply(loaded, found).0
}

type Edits = BTreeMap<FileId, BTreeMap<(usize, usize), String>>;

fn apply<'f>(loaded: &Loaded, found: impl Iterator<Item = &'f Diagnostic>) -> (Texts, Vec<String>) {
    let sources = &loaded.resolve.sources;
    let (mut edits, mut done) = (Edits::new(), Vec::new());
    for found in found {
        let [fix] = &found.fixes[..] else { continue };
        if fix.sure && fix.edits.iter().all(|edit| is_free(loaded, &edits, edit)) {
            done.push(format!("{}: {}", found.code, fix.message));
            for edit in &fix.edits {
                let (file, range) = sources.locate(edit.span).expect("is in a file");
                let edits = edits.entry(file).or_default();
                edits.insert((range.start, range.end), edit.text.clone());
            }
        }
    }
    let files = sources.files().map(|(id, file)| {
        let mut text = file.text().to_owned();
        for ((start, end), new) in edits.remove(&id).into_iter().flatten().rev() {
            text.replace_range(start..end, &new);
        }
        (below(file.name()), text)
    });
    (files.collect(), done)
}

fn is_free(loaded: &Loaded, edits: &Edits, edit: &Edit) -> bool {
    let (file, range) = loaded
        .resolve
        .sources
        .locate(edit.span)
        .expect("is in a file");
    let taken = edits.get(&file).into_iter().flat_map(BTreeMap::keys);
    taken.into_iter().all(|&(start, end)| {
        let same = (start, end) == (range.start, range.end);
        !same && (range.end <= start || end <= range.start)
    })
}

/// The texts after all sure fixes, round after round, and what was done.
pub(crate) fn fixed(loaded: &Loaded, settings: &Settings) -> (Texts, Vec<String>) {
    fixed_by(loaded, settings, |_| true)
}

/// The same with the fixes of some findings.
pub(crate) fn fixed_by(
    loaded: &Loaded,
    settings: &Settings,
    is_meant: impl Fn(&Diagnostic) -> bool,
) -> (Texts, Vec<String>) {
    let (mut all, mut done) = (texts(loaded), Vec::new());
    for _ in 0..20 {
        let loaded = load(&all);
        assert!(
            !loaded.has_errors(),
            "{:?}\n{done:?}\n{all:?}",
            loaded.diagnostics
        );
        let found = findings(&loaded, settings);
        let (next, now) = apply(&loaded, found.iter().filter(|it| is_meant(it)));
        if now.is_empty() {
            return (all, done);
        }
        all = next;
        done.extend(now);
    }
    panic!("fixes do not come to an end: {done:?}")
}

/// What the packages mean: all but documentation, and but for the order of imports, which no component depends on. Gates
/// count unless it is them that may change.
pub(crate) fn meaning(loaded: &Loaded, repair: Repair) -> Vec<String> {
    let mut lines = Vec::new();
    for &id in &loaded.main {
        let text = print::package(&loaded.resolve, id, print::Style::default());
        let kept = text.lines().map(str::trim).filter(|line| {
            let is_gate = line.starts_with("@since") || line.starts_with("@unstable");
            !(line.is_empty() || line.starts_with("///") || is_gate && repair == Repair::Gates)
        });
        lines.extend(kept.map(str::to_owned));
    }
    lines.sort();
    lines
}
