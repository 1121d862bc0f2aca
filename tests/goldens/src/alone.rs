//! The bindings of a world depend on that world alone: whatever worlds and interfaces stand beside it, and in whatever
//! order, a back end writes the same bytes.
//!
//! `WITC_RANDOM_CASES=5000` sets how many random packages there are, `WITC_RANDOM_SEED` where they start.

use super::Language;
use super::random::{self, number};
use std::collections::BTreeMap;
use std::path::Path;
use witc_bindgen_core::{Input, OptionKind, OptionSpec};
use witc_random::{Dice, ItemPlace, Kinds, Node, Tree, generate, user_of, world_of};
use witc_resolve::{Loaded, Loader, select_world};
use witc_tests::scratch;

/// What back ends make of a world: files by language and name, and what they complain of.
type Written = BTreeMap<String, Vec<u8>>;

/// The words of a command line for each language.
struct CommandLines(Vec<(Language, Vec<String>)>);

impl CommandLines {
    fn new(mut words: impl FnMut(Language) -> Vec<String>) -> Self {
        let lines = Language::ALL.map(|language| (language, words(language)));
        Self(lines.to_vec())
    }

    /// Options of all kinds, but for those that name something in the WIT.
    fn random(dice: &mut Dice) -> Self {
        Self::new(|language| {
            let chosen = language.options().iter();
            let mut words: Vec<String> = chosen.filter_map(|spec| word(dice, spec)).collect();
            words.extend(always(language).iter().map(|&word| word.to_owned()));
            words
        })
    }

    /// The files of a world in all languages.
    fn generate(&self, loaded: &Loaded, world: &str) -> Written {
        let mut written = Written::new();
        for (language, words) in &self.0 {
            add(*language, loaded, world, words, &mut written);
        }
        written
    }
}

/// The options without which a language would refuse most worlds.
fn always(language: Language) -> &'static [&'static str] {
    match language {
        Language::Rust => &["--generate-all", "--sync=all"],
        Language::C | Language::Cpp => &["--sync=all"],
    }
}

fn word(dice: &mut Dice, OptionSpec { flag, kind, .. }: &OptionSpec) -> Option<String> {
    match kind {
        OptionKind::Flag => dice.percent(25).then(|| format!("--{flag}")),
        OptionKind::Choice(choices) => {
            let (name, _) = dice.choose(choices);
            dice.percent(60).then(|| format!("--{flag}={name}"))
        }
        OptionKind::Text | OptionKind::Paths => dice.percent(10).then(|| format!("--{flag}=other")),
        OptionKind::Filters => {
            (*flag == "chainable-methods" && dice.percent(30)).then(|| format!("--{flag}=all"))
        }
        OptionKind::Texts | OptionKind::Pairs | OptionKind::Attributes => None,
    }
}

fn add(language: Language, loaded: &Loaded, name: &str, words: &[String], written: &mut Written) {
    let resolve = &loaded.resolve;
    let world = select_world(resolve, &loaded.main, Some(name)).expect("is there");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let output = language.generate(Input { resolve, world }, &words);
    let language = language.name();
    for (file, contents) in output.files.iter() {
        written.insert(format!("{language}/{file}"), contents.to_vec());
    }
    // The places in the text differ when something is added to it.
    let said = output.diagnostics.iter();
    let said: Vec<String> = said
        .map(|it| format!("{} {}", it.code, it.message))
        .collect();
    written.insert(format!("{language}: diagnostics"), said.join("\n").into());
}

/// Takes away what the packages, and the world, can do without; gives what was taken.
fn strip(tree: &mut Tree, dice: &mut Dice, folder: &Path, world: &str) -> Vec<(ItemPlace, Node)> {
    let mut places = tree.item_places();
    dice.shuffle(&mut places);
    let mut taken = Vec::new();
    for place in places {
        let mut less = tree.clone();
        let item = less.take_item(&place);
        let loaded = random::load(folder, &less);
        if !loaded.has_errors() && select_world(&loaded.resolve, &loaded.main, Some(world)).is_ok()
        {
            *tree = less;
            taken.push((place, item));
        }
    }
    taken
}

/// Adds worlds that import and export what is there, and interfaces that use it.
fn surround(tree: &mut Tree, dice: &mut Dice, folder: &Path) {
    let files: Vec<String> = tree.files.keys().cloned().collect();
    for (number, file) in files.iter().enumerate() {
        let interfaces = tree.files[file].iter();
        let interfaces =
            interfaces.filter(|node| node.head.first().is_some_and(|it| it == "interface"));
        let interfaces: Vec<Node> = interfaces.cloned().collect();
        let names: Vec<String> = interfaces.iter().map(|node| node.head[1].clone()).collect();
        let mut new = vec![world_of(dice, &format!("beside-{number}"), &names)];
        if !interfaces.is_empty() {
            let used = dice.choose(&interfaces).clone();
            new.extend(user_of(dice, &format!("using-{number}"), &used));
        }
        for item in new {
            let mut more = tree.clone();
            let nodes = more.files.get_mut(file).expect("is there");
            // After the declaration of the package, if there is one, or at the end.
            let at = if dice.percent(50) {
                nodes.len().min(1)
            } else {
                nodes.len()
            };
            nodes.insert(at, item);
            if !random::load(folder, &more).has_errors() {
                *tree = more;
            }
        }
    }
    // Another package, which nothing uses. Another version of this one would be told apart in names.
    let file = tree.files.iter().find(|(file, _)| !file.contains('/'));
    let first = file.and_then(|(_, nodes)| nodes.first()).cloned();
    if let Some(mut declaration) = first
        && declaration.head[0] == "package"
        // Not a package that is nested in the file.
        && declaration.body.is_none()
    {
        declaration.head.retain(|word| !word.starts_with('@'));
        let name = declaration.head.last_mut().expect("has a name");
        "zz-unused".clone_into(name);
        declaration.head.push("@9.9.9".to_owned());
        let interface = world_of(dice, "unused", &[]);
        let mut more = tree.clone();
        let nodes = vec![declaration, interface];
        more.files.insert("deps/zz-other.wit".to_owned(), nodes);
        assert!(!random::load(folder, &more).has_errors());
        *tree = more;
    }
}

/// What was compared.
#[derive(Debug, Default)]
struct Counts {
    packages: usize,
    worlds: usize,
    taken: usize,
    /// Files that were written for a world and compared with those of its variants.
    files: usize,
}

/// Compares what is written for the worlds of a package with what is written when others are taken away, moved and added.
fn check(seed: u64, counts: &mut Counts) -> Result<(), String> {
    let mut dice = Dice::new(seed);
    let dice = &mut dice;
    let folder = &scratch("alone");
    let tree = generate(dice, Kinds::Synchronous);
    let loaded = random::load(folder, &tree);
    if loaded.has_errors() {
        return Ok(());
    }
    counts.packages += 1;
    let worlds = &loaded.resolve.packages[loaded.main[0]].worlds;
    for (world, _) in worlds {
        counts.worlds += 1;
        let lines = CommandLines::random(dice);
        let whole = lines.generate(&loaded, world);
        // Each language has an entry for its diagnostics.
        counts.files += whole.len() - Language::ALL.len();
        let mut less = tree.clone();
        let taken = strip(&mut less, dice, folder, world);
        counts.taken += taken.len();
        let mut moved = less.clone();
        moved.put_items(dice, taken);
        let mut more = tree.clone();
        surround(&mut more, dice, folder);
        for (how, variant) in [("less", &less), ("moved", &moved), ("more", &more)] {
            let now = lines.generate(&random::load(folder, variant), world);
            compare(&whole, &now).map_err(|difference| {
                let texts = random::show(variant);
                format!(
                    "seed {seed}, world {world}, {how}, {:?}: {difference}\n{}\n--- {how}\n{texts}",
                    lines.0,
                    random::show(&tree)
                )
            })?;
        }
    }
    Ok(())
}

/// The first file and line that differ.
fn compare(whole: &Written, now: &Written) -> Result<(), String> {
    if whole.keys().ne(now.keys()) {
        return Err(format!("{:?} and {:?}", whole.keys(), now.keys()));
    }
    for (name, was) in whole {
        let is = &now[name];
        if was != is {
            let [was, is] = [was, is].map(|bytes| String::from_utf8_lossy(bytes));
            let mut lines = was.lines().zip(is.lines());
            let line = lines.find(|(was, is)| was != is);
            return Err(format!("{name}: {line:?}"));
        }
    }
    Ok(())
}

#[test]
fn bindings_depend_on_the_world_alone() {
    let cases = number("WITC_RANDOM_CASES", 60);
    let first = number("WITC_RANDOM_SEED", 1);
    let mut counts = Counts::default();
    for seed in first..first + cases {
        if let Err(difference) = check(seed, &mut counts) {
            panic!("{difference}");
        }
    }
    println!("{counts:?}");
    assert!(
        counts.worlds as u64 * 2 >= cases && counts.taken > counts.worlds,
        "{counts:?}"
    );
    assert!(
        counts.files > counts.worlds * 5,
        "most worlds are refused: {counts:?}"
    );
}

/// A type of one side counted as used on the other, which only another world has there.
#[test]
fn another_world_says_nothing_of_this_one() {
    let wit = |first: &str, last: &str| {
        format!(
            "package t:virt; {first} world w {{ export net; export udp; }} {last}
             interface net {{ record sa {{ scope: u32 }} record isa {{ s: sa }} }}
             interface udp {{ use net.{{isa}}; f: func() -> isa; }}"
        )
    };
    let other = "world other { export udp; }";
    let lines = CommandLines::new(|language| match language {
        Language::Rust => ["--generate-all", "--stubs"].map(str::to_owned).to_vec(),
        Language::C | Language::Cpp => Vec::new(),
    });
    let written = |text: String| lines.generate(&Loader::new().text("a.wit", text).load(), "w");
    let alone = written(wit("", ""));
    assert_eq!(compare(&alone, &written(wit(other, ""))), Ok(()));
    assert_eq!(compare(&alone, &written(wit("", other))), Ok(()));
    let rust = String::from_utf8_lossy(&alone["rust/w.rs"]);
    assert!(rust.contains("pub struct Sa "), "{rust}");
}
