//! `diff` of random packages and random single edits of them: it names the edit, what elaboration adds or drops with it,
//! resources that change sides, and nothing else.
//!
//! What is expected follows from the data that the package is made of, by the rules of `WIT.md`, "Transitive imports and
//! worlds". `WITC_EDITS` sets the number of packages.

#[path = "sketches/mod.rs"]
mod sketches;

use sketches::{load, seeds};
use std::collections::{BTreeMap, BTreeSet};
use witc_compare::diff::{Finding, PackageRef, packages, worlds};
use witc_compare::{ChangeKind, WorldRef};
use witc_random::{Dice, Edit, Sketch, SketchType, SketchUse};
use witc_resolve::Loaded;

/// A change: its kind, and whatever it is about.
type Told = (String, String);

/// The imports and exports of the world of a sketch after elaboration.
struct Elaborated<'s> {
    sketch: &'s Sketch,
    imports: BTreeSet<usize>,
    exports: BTreeSet<usize>,
}

impl<'s> Elaborated<'s> {
    fn new(sketch: &'s Sketch) -> Self {
        let mut all = Self {
            sketch,
            imports: BTreeSet::new(),
            exports: sketch.world.exports.iter().copied().collect(),
        };
        for &import in &sketch.world.imports {
            all.import(import);
        }
        for used in &sketch.world.uses {
            all.import(used.from);
        }
        for export in all.exports.clone() {
            for used in &sketch.interfaces[export].uses {
                if !all.exports.contains(&used.from) {
                    all.import(used.from);
                }
            }
        }
        all
    }

    fn import(&mut self, interface: usize) {
        if self.imports.insert(interface) {
            for used in &self.sketch.interfaces[interface].uses {
                self.import(used.from);
            }
        }
    }

    /// The interface that defines what an interface uses, and whether an export that uses it has it exported.
    fn home(&self, used: &SketchUse) -> (usize, bool) {
        let is_exported = self.exports.contains(&used.from);
        let next = self.sketch.interfaces[used.from]
            .uses
            .iter()
            .find(|other| other.name == used.name);
        match next {
            Some(next) if is_exported => self.home(next),
            // All that an import uses is imported.
            Some(next) => (self.home(next).0, false),
            None => (used.from, is_exported),
        }
    }

    /// Whether an exported interface has an exported resource in a type of this name.
    fn has_exported_resource(&self, export: usize, name: &str) -> bool {
        let interface = &self.sketch.interfaces[export];
        if let Some(used) = interface.uses.iter().find(|used| used.name == name) {
            return self.exports.contains(&used.from)
                && self.has_exported_resource(used.from, name);
        }
        let own = interface.types.iter().find(|(own, _)| own == name);
        match &own.expect("is its own").1 {
            SketchType::Resource => true,
            SketchType::Record(field) => self.has_exported_resource(export, field),
            SketchType::Plain => false,
        }
    }
}

/// The changes of the world, but for its own functions.
fn changes_of_sides(old: &Elaborated<'_>, new: &Elaborated<'_>) -> Vec<Told> {
    let mut told = Vec::new();
    for (was, is, word) in [
        (&old.imports, &new.imports, "import"),
        (&old.exports, &new.exports, "export"),
    ] {
        let id = |&at: &usize| format!("my:p/{}", old.sketch.interfaces[at].name);
        told.extend(
            was.difference(is)
                .map(|at| (format!("{word}-removed"), id(at))),
        );
        told.extend(
            is.difference(was)
                .map(|at| (format!("{word}-added"), id(at))),
        );
    }
    for &export in old.exports.intersection(&new.exports) {
        let new_uses = &new.sketch.interfaces[export].uses;
        for used in &old.sketch.interfaces[export].uses {
            let Some(now) = new_uses.iter().find(|now| now.name == used.name) else {
                continue;
            };
            let ((was, was_exported), (is, is_exported)) = (old.home(used), new.home(now));
            let has_one = |side: &Elaborated<'_>| side.has_exported_resource(export, &used.name);
            if was == is
                && was_exported != is_exported
                && has_one(if is_exported { new } else { old })
            {
                let user = &old.sketch.interfaces[export].name;
                told.push((
                    "side-of-resource-changed".to_owned(),
                    format!("{} in {user}", used.name),
                ));
            }
        }
    }
    told
}

/// The change that an edit of an interface or of a function is, and the interface that it is in.
fn direct(edit: &Edit) -> Option<(Option<usize>, Told)> {
    let told = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
    Some(match edit {
        Edit::Import(_) | Edit::Export(_) => return None,
        Edit::ImportFunctionAdded(name) => (None, told("import-added", name)),
        Edit::ExportFunctionRemoved(name) => (None, told("export-removed", name)),
        Edit::FunctionAdded(at, name) => (Some(*at), told("function-added", name)),
        Edit::FunctionRemoved(at, name) => (Some(*at), told("function-removed", name)),
        Edit::ParameterAdded(at, name) => (Some(*at), told("parameter-added", name)),
        Edit::TypeAdded(at, name) | Edit::UseAdded(at, name) => {
            (Some(*at), told("type-added", name))
        }
    })
}

/// What a change is about, in the words of the model.
fn subject(finding: &Finding) -> String {
    let change = &finding.change;
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or(text).to_owned();
    match change.kind {
        ChangeKind::Side(_) => {
            let user = change
                .name
                .trim_start_matches("my:p/")
                .trim_end_matches("@1.0.0");
            format!("{} in {user}", quoted(&change.subject))
        }
        // A parameter is named by its function.
        _ if !change.subject.is_empty() => quoted(&change.subject),
        _ => quoted(&change.name).trim_end_matches("@1.0.0").to_owned(),
    }
}

fn told(findings: &[Finding]) -> Vec<Told> {
    let mut told: Vec<Told> = findings
        .iter()
        .map(|finding| (finding.change.kind.id(), subject(finding)))
        .collect();
    told.sort();
    told
}

/// Compares what is told with what is expected; gives how many changes of each kind there were.
fn check(
    old: (&Sketch, &Loaded),
    new: (&Sketch, &Loaded),
    edit: &Edit,
) -> Result<Vec<Told>, String> {
    let (was, is) = (Elaborated::new(old.0), Elaborated::new(new.0));
    let in_world = changes_of_sides(&was, &is);
    let (mut of_package, mut of_world) = (in_world.clone(), in_world);
    if let Some((place, direct)) = direct(edit) {
        // A package tells it once; a world for each side on which it has the interface in both versions.
        let sides = [(&was.imports, &is.imports), (&was.exports, &is.exports)];
        let times = place.map_or(1, |at| {
            sides
                .iter()
                .filter(|(was, is)| was.contains(&at) && is.contains(&at))
                .count()
        });
        of_world.extend(std::iter::repeat_n(direct.clone(), times));
        of_package.push(direct);
    }
    of_package.sort();
    of_world.sort();
    let package = |loaded: &'_ Loaded| loaded.main[0];
    let (was, is) = (&old.1.resolve, &new.1.resolve);
    let found = packages(
        PackageRef {
            resolve: was,
            package: package(old.1),
        },
        PackageRef {
            resolve: is,
            package: package(new.1),
        },
        None,
    );
    let world = |loaded: &Loaded| loaded.resolve.packages[loaded.main[0]].worlds["w"];
    let found_in_world = worlds(
        WorldRef {
            resolve: was,
            world: world(old.1),
        },
        WorldRef {
            resolve: is,
            world: world(new.1),
        },
    );
    for (what, expected, found) in [
        ("package", &of_package, told(&found)),
        ("world", &of_world, told(&found_in_world)),
    ] {
        if *expected != found {
            return Err(format!(
                "{what}: {found:?} is told, and {expected:?} expected"
            ));
        }
    }
    Ok(of_world)
}

#[test]
fn each_edit_is_told_and_nothing_else() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for seed in seeds("WITC_EDITS", 400) {
        let mut dice = Dice::new(seed);
        let old = Sketch::random(&mut dice);
        let (new, edit) = old.edited(&mut dice);
        let texts = [&old, &new].map(|sketch| sketch.text("1.0.0"));
        // Exports that need an interface on both sides make no world.
        let (Some(was), Some(is)) = (load(&texts[0]), load(&texts[1])) else {
            continue;
        };
        match check((&old, &was), (&new, &is), &edit) {
            Ok(told) => {
                for (kind, _) in told {
                    *kinds.entry(kind).or_default() += 1;
                }
            }
            Err(error) => wrong.push(format!(
                "seed {seed}, {edit:?}: {error}\n{}\n{}",
                texts[0], texts[1]
            )),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong, the first: {}",
        wrong.len(),
        wrong[0]
    );
    println!("{kinds:?}");
    for kind in [
        "import-added",
        "import-removed",
        "export-added",
        "export-removed",
        "side-of-resource-changed",
        "function-added",
        "function-removed",
        "parameter-added",
        "type-added",
    ] {
        assert!(
            kinds.get(kind).is_some_and(|&count| count >= 5),
            "{kind}: {kinds:?}"
        );
    }
}
