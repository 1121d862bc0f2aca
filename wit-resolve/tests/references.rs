//! References: every identifier of the text means one thing, and renaming it by its occurrences keeps the package whole.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use witc_diagnostics::{SourceFile, Span};
use witc_resolve::{
    Definition, DefinitionId, DefinitionKind, Entity, Features, Loaded, Loader, References,
};

/// A package in which each kind of name occurs, in each place where it can.
const MAIN: &str = r#"
package my:%app@1.0.0-rc.1;

use my:deps/types@0.1.0;
use my:deps/types@0.1.0 as other;
use local as near;

/// Not a name: t, local.
interface local {
  use types.{t, r as resource-of-others};
  use other.{e};
  type alias = list<tuple<t, option<e>>>;
  record %record { a: alias, %type: map<string, t> }
  variant v { none, one(result<_, e>), two(%record) }
  enum colors { red, green }
  flags bits { x, y }
  resource own-one {
    constructor(a: u8, b: borrow<resource-of-others>);
    m: func(self-one: own-one) -> result<t, v>;
    s: static async func(x: list<bits, 4>) -> stream<colors>;
    size: get() -> u32;
    size: set(v: u32);
  }
  @unstable(feature = active)
  f: func(a: own<own-one>, b: resource-of-others) -> future<own-one>;
  @since(version = 1.0.0-rc.1)
  @deprecated(version = 1.0.0-rc.1)
  %async: async func();
}

interface user {
  use near.{t, own-one as mine, v};
  use my:app/local@1.0.0-rc.1.{colors};
  f: func(a: t, b: mine, c: v, d: colors);
}

world base {
  use local.{alias};
  type id = alias;
  resource thing { get-it: func() -> id; }
  import local;
  import plain: near;
  import inline: interface { use local.{bits}; g: func(a: bits); }
  import both: func(x: id) -> thing;
  export both: func();
  export user;
}

@unstable(feature = active)
world app {
  include base with { both as first, plain as named, thing as object }
}

world last {
  include my:app/app@1.0.0-rc.1 with { first as second, id as identifier }
  include my:deps/w@0.1.0;
}
"#;

const DEPS: &str = "
package my:deps@0.1.0;
interface types {
  use origin.{t};
  resource r;
  enum e { a }
}
interface origin { type t = u8; }
world w { import log: func(text: string); }
";

fn texts() -> BTreeMap<PathBuf, String> {
    let files = [
        ("/no/such/wit/main.wit", MAIN),
        ("/no/such/wit/deps/deps/deps.wit", DEPS),
    ];
    let files = files.map(|(path, text)| (path.into(), text.to_owned()));
    files.into()
}

fn load(root: &Path, texts: &BTreeMap<PathBuf, String>) -> Loaded {
    let mut features = Features::none();
    features.activate("active");
    let loader = Loader::new().path(root).features(features).references();
    let with_buffers = texts.iter().fold(loader, |loader, (path, text)| {
        loader.buffer(path, text.as_str())
    });
    with_buffers.load()
}

fn references(loaded: &Loaded) -> &References {
    loaded.references.as_ref().expect("was asked for")
}

fn files(loaded: &Loaded) -> impl Iterator<Item = &SourceFile> {
    loaded.resolve.sources.files().map(|(_, file)| file)
}

/// The identifiers of a file, without `%`, as the lexer finds them.
fn identifiers(file: &SourceFile) -> Vec<Span> {
    let mut diagnostics = Vec::new();
    let (tokens, _) = witc_parser::token_spans(file.text(), file.start(), &mut diagnostics);
    let text = |span: &Span| {
        let start = file.start();
        &file.text()[(span.start - start) as usize..(span.end - start) as usize]
    };
    let texts: Vec<&str> = tokens.iter().map(text).collect();
    let at = |index: usize| texts.get(index).copied().unwrap_or_default();
    let is_identifier = |index: &usize| {
        let (text, next) = (at(*index), at(index + 1));
        let before = index.checked_sub(1).map(at).unwrap_or_default();
        let is_word = text.starts_with(|c: char| c == '%' || c.is_ascii_alphabetic());
        // `@since(version = …)`, `x: get()`.
        let of_attribute = before == "@" || matches!(text, "version" | "feature") && next == "=";
        let is_accessor = matches!(text, "get" | "set") && next == "(" && before != "{";
        is_word && !witc_parser::is_keyword(text) && !of_attribute && !is_accessor
    };
    let found = (0..tokens.len()).filter(is_identifier);
    let spans = found.map(|index| {
        let escape = u32::from(texts[index].starts_with('%'));
        Span::new(tokens[index].start + escape, tokens[index].end)
    });
    spans.collect()
}

/// Checks that each identifier is one occurrence, and that occurrences are found again.
fn check_cover(loaded: &Loaded) -> usize {
    let references = references(loaded);
    let mut count = 0;
    for file in files(loaded) {
        let found = references.in_file(file);
        let spans: Vec<Span> = found.iter().map(|occurrence| occurrence.span).collect();
        let expected = identifiers(file);
        // Of the copies of a package one is resolved, and the names of that mean something.
        let is_copy = |other: &SourceFile| {
            other.start() != file.start()
                && other.text() == file.text()
                && !references.in_file(other).is_empty()
        };
        if found.is_empty() && files(loaded).any(is_copy) {
            continue;
        }
        let text = |span: &Span| loaded.resolve.sources.snippet(*span).to_owned();
        for (a, b) in spans.iter().zip(&expected) {
            assert_eq!(a, b, "{}: {} {}", file.name(), text(a), text(b));
        }
        assert_eq!(spans.len(), expected.len(), "{}", file.name());
        for occurrence in found {
            let definition = &references[occurrence.definition];
            assert_eq!(text(&occurrence.span), definition.name.as_str());
            for byte in [occurrence.span.start, occurrence.span.end] {
                let byte = (byte - file.start()) as usize;
                assert_eq!(references.at(file, byte), Some(occurrence));
            }
        }
        count += found.len();
    }
    for (id, definition) in references.definitions() {
        let mut of = references.occurrences_of(id);
        assert!(of.any(|occurrence| occurrence.span == definition.span));
    }
    count
}

/// The text of all files in which what is defined has another name.
fn rename(loaded: &Loaded, id: DefinitionId, name: &str) -> BTreeMap<PathBuf, String> {
    let mut texts: BTreeMap<PathBuf, String> = files(loaded)
        .map(|file| (file.name().into(), file.text().to_owned()))
        .collect();
    let spans: Vec<Span> = references(loaded)
        .occurrences_of(id)
        .map(|it| it.span)
        .collect();
    for span in spans.into_iter().rev() {
        let (file, range) = loaded.resolve.sources.locate(span).expect("is in a file");
        let path = Path::new(loaded.resolve.sources.file(file).name());
        let text = texts.get_mut(path).expect("is there");
        text.replace_range(range, name);
    }
    texts
}

/// Renames what is defined and back again.
fn check_rename(root: &Path, loaded: &Loaded, id: DefinitionId, definition: &Definition) {
    const NEW: &str = "zz-renamed";
    let renamed = load(root, &rename(loaded, id, NEW));
    let name = &definition.name;
    assert!(!renamed.has_errors(), "{name}: {:?}", renamed.diagnostics);
    assert_eq!(
        renamed.resolve.types.len(),
        loaded.resolve.types.len(),
        "{name}"
    );
    assert_eq!(
        renamed.resolve.functions.len(),
        loaded.resolve.functions.len(),
        "{name}"
    );
    let mut found = references(&renamed)
        .definitions()
        .filter(|(_, it)| it.name == NEW);
    let (new, _) = found.next().expect("the name is there");
    assert!(found.next().is_none(), "{name} is one definition");
    let back = rename(&renamed, new, name);
    for file in files(loaded) {
        assert_eq!(back[Path::new(file.name())], file.text(), "{name}");
    }
}

#[test]
fn each_identifier_means_one_thing() {
    let loaded = load(Path::new("/no/such/wit"), &texts());
    assert_eq!(loaded.diagnostics, []);
    assert!(check_cover(&loaded) > 130);
}

#[test]
fn renaming_keeps_packages_whole() {
    let root = Path::new("/no/such/wit");
    let loaded = load(root, &texts());
    for (id, definition) in references(&loaded).definitions() {
        // The feature has to be the one that is active.
        if definition.kind != DefinitionKind::Feature {
            check_rename(root, &loaded, id, definition);
        }
    }
}

/// What the name at the first place of `pattern`, after `^` in it, means.
fn meaning<'l>(loaded: &'l Loaded, pattern: &str) -> (&'l Definition, usize) {
    let (before, after) = pattern.split_once('^').expect("has a mark");
    let pattern = format!("{before}{after}");
    let place = files(loaded).find_map(|file| Some((file, file.text().find(&pattern)?)));
    let (file, at) = place.expect("is in a file");
    let references = references(loaded);
    let occurrence = references.at(file, at + before.len()).expect("is a name");
    let count = references.occurrences_of(occurrence.definition).count();
    (&references[occurrence.definition], count)
}

#[test]
fn names_mean_what_the_model_has() {
    let loaded = load(Path::new("/no/such/wit"), &texts());
    let resolve = &loaded.resolve;
    // `t` of `origin` is used by two interfaces, from one another, without a name of its own.
    let (t, count) = meaning(&loaded, "f: func(a: ^t, b: mine");
    let Some(Entity::Type(id)) = t.entity else {
        panic!("{t:?}")
    };
    assert_eq!(
        resolve.types[id]
            .owner
            .interface()
            .map(|id| &resolve.interfaces[id].name),
        Some(&Some("origin".into()))
    );
    assert_eq!(count, 8);
    // A name after `as` is another one.
    let (mine, count) = meaning(&loaded, "own-one as ^mine");
    assert_eq!((mine.kind, count), (DefinitionKind::Type, 2));
    let Some(Entity::Type(id)) = mine.entity else {
        panic!("{mine:?}")
    };
    assert_eq!(resolve.types[id].name_or_empty(), "mine");
    let (field, _) = meaning(&loaded, "record { ^a: alias");
    assert!(matches!(field.entity, Some(Entity::Member(_, 0))));
    let (param, _) = meaning(&loaded, "m: func(^self-one");
    assert!(matches!(param.entity, Some(Entity::Param(_, 1))));
    for (pattern, kind, count) in [
        ("use ^near.{t", DefinitionKind::FileName, 3),
        ("import plain: ^near", DefinitionKind::FileName, 3),
        ("import ^both", DefinitionKind::Function, 3),
        ("{ ^first as second", DefinitionKind::Renamed, 2),
        ("first as second, ^id", DefinitionKind::Type, 4),
        ("package ^my:%app", DefinitionKind::Namespace, 3),
        ("package my:%^app", DefinitionKind::Package, 3),
        ("my:^deps/types@0.1.0 as", DefinitionKind::Package, 4),
        ("^size: get", DefinitionKind::Function, 2),
        ("feature = ^active", DefinitionKind::Feature, 2),
    ] {
        let (definition, found) = meaning(&loaded, pattern);
        assert_eq!((definition.kind, found), (kind, count), "{pattern}");
    }
    let (world, _) = meaning(&loaded, "include ^base");
    let entity = world.entity.expect("is in the model");
    let id = references(&loaded)
        .definition_of(entity)
        .expect("is defined");
    assert_eq!(references(&loaded)[id].span, world.span);
}

#[test]
fn broken_files_have_what_resolves() {
    let mut texts = texts();
    let path = Path::new("/no/such/wit/main.wit");
    let text = texts.get_mut(path).expect("is there");
    *text = text
        .replace("record %record {", "record %record { gone: nothing, ")
        .replace("world base {", "world base { import !;");
    text.push_str(
        "interface broken { use nowhere.{n}; f: func(a: n) -> zz; g: func(a: h); type h = u8; ",
    );
    let loaded = load(Path::new("/no/such/wit"), &texts);
    assert!(loaded.has_errors());
    let (h, count) = meaning(&loaded, "g: func(a: ^h)");
    assert_eq!(
        (h.kind, count, h.entity.is_some()),
        (DefinitionKind::Type, 2, true)
    );
    // What is broken has no entity in the model, and means what it means.
    let (record, count) = meaning(&loaded, "two(%^record)");
    assert_eq!(
        (record.kind, count, record.entity),
        (DefinitionKind::Type, 2, None)
    );
    let (_, count) = meaning(&loaded, "import plain: ^near");
    assert_eq!(count, 3);
}

/// The WIT of the WASI host, as the registry has it.
fn wasi(folder: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?;
    let found = registries
        .flatten()
        .map(|registry| registry.path().join(folder));
    found.into_iter().find(|path| path.is_dir())
}

#[test]
fn packages_of_wasi() {
    for folder in [
        "wasmtime-wasi-http-48.0.8/wit",
        "wasmtime-wasi-48.0.8/src/p2/wit",
    ] {
        let Some(root) = wasi(folder) else { continue };
        let loaded = load(&root, &BTreeMap::new());
        assert!(!loaded.has_errors());
        assert!(check_cover(&loaded) > 500);
        // Each takes a load: every so many of them.
        let definitions = references(&loaded).definitions();
        for (id, definition) in definitions.step_by(37) {
            check_rename(&root, &loaded, id, definition);
        }
    }
}

/// All WIT files among the fixtures.
fn fixtures() -> Vec<PathBuf> {
    let mut pending = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")];
    let mut found = Vec::new();
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).expect("can be read");
            pending.extend(entries.map(|entry| entry.expect("can be read").path()));
        } else if path.extension().is_some_and(|extension| extension == "wit") {
            found.push(path);
        }
    }
    found
}

#[test]
fn any_file_has_references() {
    let (mut whole, mut broken) = (0, 0);
    for path in fixtures() {
        let loaded = Loader::new().path(&path).references().load();
        let references = references(&loaded);
        for file in files(&loaded) {
            let found = references.in_file(file);
            let is_sorted = found.is_sorted_by(|a, b| a.span.end <= b.span.start);
            assert!(is_sorted, "{}: an identifier means two things", file.name());
            for occurrence in found {
                let name = &references[occurrence.definition].name;
                assert_eq!(loaded.resolve.sources.snippet(occurrence.span), name);
            }
        }
        if loaded.has_errors() {
            broken += 1;
        } else {
            check_cover(&loaded);
            whole += 1;
        }
    }
    assert!(whole > 50 && broken > 50, "{whole} {broken}");
}

#[test]
fn an_edit_moves_nothing_in_other_files() {
    let places = |texts: &BTreeMap<PathBuf, String>| {
        let loaded = load(Path::new("/no/such/wit"), texts);
        let file = files(&loaded).find(|file| file.name().ends_with("main.wit"));
        let file = file.expect("is there");
        let found = references(&loaded).in_file(file).iter();
        let located = found.map(|it| {
            loaded
                .resolve
                .sources
                .locate(it.span)
                .expect("is in a file")
        });
        located.map(|(_, range)| range).collect::<Vec<_>>()
    };
    let mut texts = texts();
    let before = places(&texts);
    for (path, text) in &mut texts {
        if path.ends_with("deps.wit") {
            text.insert_str(0, "/// A comment that was not there.\n");
        }
    }
    assert_eq!(places(&texts), before);
}
