//! Any name in any position: what is generated in C and C++ compiles without a warning.
//!
//! The names are those that the generated code and its runtime use themselves, the keywords, and what the libraries
//! declare. `WITC_NAMES` is how many worlds are made of them, with a seed each, counted from `WITC_NAMES_SEED`.

mod support;

use heck::ToKebabCase as _;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use support::{WARNINGS, cpp_compilers, generate, generate_cpp, succeed, write};
use witc_bindgen_core::Output;
use witc_random::Dice;

/// Names of each part of a world. Enough for pairs that fall together, and few enough for a compiler in a test.
const NAMES: usize = 40;

/// What the user writes in a class, and what its base classes have: each is tried as the name of everything.
const OF_CLASSES: &[&str] = &[
    "create",
    "deregister",
    "dtor",
    "get-handle",
    "handle",
    "handle-t",
    "into-handle",
    "invalid",
    "new",
    "owned",
    "resource-drop",
    "resource-export-base",
    "resource-import",
    "resource-import-base",
    "resource-new",
    "resource-rep",
    "self",
    "set-handle",
];

/// The identifiers in a text.
fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
}

/// An identifier as names of WIT that become it, or something like it.
fn spellings(identifier: &str) -> Vec<String> {
    let kebab = identifier.to_kebab_case();
    // Macros have names in upper case, which a name of WIT may be in as well.
    let upper = identifier
        .chars()
        .all(|c| !c.is_ascii_lowercase())
        .then(|| kebab.to_uppercase());
    let is_name = |name: &String| {
        let mut words = name.split('-');
        name.len() < 40 && words.all(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    [Some(kebab), upper]
        .into_iter()
        .flatten()
        .filter(is_name)
        .collect()
}

/// All names, each once.
fn names() -> Vec<String> {
    let mut all: BTreeSet<String> = OF_CLASSES.iter().map(|&name| name.to_owned()).collect();
    let mut add = |text: &str| {
        for identifier in identifiers(text) {
            all.extend(spellings(identifier));
        }
    };
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let runtime = ["runtime/c", "runtime/cpp"].map(|folder| sources.join(folder));
    for folder in runtime {
        for entry in folder.read_dir().expect("is there") {
            let text = std::fs::read_to_string(entry.expect("is there").path());
            add(&text.expect("is text"));
        }
    }
    for file in ["shared/keywords.rs", "shared/library.txt"] {
        add(&std::fs::read_to_string(sources.join(file)).expect("is text"));
    }
    // What is generated for a world that has everything.
    for wit in [world(&mut Dice::new(0), &["a".to_owned(), "b".to_owned()])] {
        let tasks = generate(&asynchronous(&wit), &[]);
        for output in [generate(&wit, &[]), generate_cpp(&wit, &[]), tasks] {
            for (_, bytes) in output.files.iter() {
                // The object file is no text.
                if let Ok(text) = std::str::from_utf8(bytes) {
                    add(text);
                }
            }
        }
    }
    all.into_iter().collect()
}

/// Names for one scope, in which neither case nor hyphens tell names apart.
fn some(dice: &mut Dice, names: &[String], count: usize) -> Vec<String> {
    let mut picked = BTreeMap::new();
    for _ in 0..count {
        let name = dice.choose(names);
        let key = name.to_lowercase().replace('-', "");
        picked.entry(key).or_insert(name.clone());
    }
    let mut picked: Vec<String> = picked.into_values().collect();
    dice.shuffle(&mut picked);
    picked
}

/// Some names with a text after each, as a list.
fn each(dice: &mut Dice, names: &[String], after: &str) -> String {
    let some = some(dice, names, 6);
    let parts: Vec<String> = some.iter().map(|name| format!("%{name}{after}")).collect();
    parts.join(", ")
}

fn params(dice: &mut Dice, names: &[String]) -> String {
    let types = [
        "u32",
        "string",
        "option<string>",
        "list<string>",
        "result<list<u8>, string>",
    ];
    let some = some(dice, names, 4);
    // The object of a method has this name.
    let params: Vec<String> = some
        .iter()
        .filter(|name| *name != "self")
        .map(|name| format!("%{name}: {}", dice.choose(&types)))
        .collect();
    params.join(", ")
}

fn result(dice: &mut Dice) -> &'static str {
    let all: [&'static str; 4] = [
        "",
        " -> string",
        " -> option<list<string>>",
        " -> result<string, u8>",
    ];
    dice.choose::<&str>(&all)
}

/// A resource with functions of all kinds.
fn resource(dice: &mut Dice, name: &str, names: &[String]) -> String {
    let mut text = format!("  resource %{name} {{\n");
    if dice.percent(80) {
        text += &format!("    constructor({});\n", params(dice, names));
    }
    // WIT has no function of the name of its resource.
    let functions = some(dice, names, 8).into_iter();
    for function in functions.filter(|function| function != name) {
        let kind = dice.choose(&["", "static "]);
        let (params, result) = (params(dice, names), result(dice));
        text += &format!("    %{function}: {kind}func({params}){result};\n");
    }
    text + "  }\n"
}

/// A type of some kind.
fn definition(dice: &mut Dice, name: &str, names: &[String], types: &mut Vec<String>) -> String {
    let text = match dice.below(6) {
        0 => format!("record %{name} {{ {} }}", each(dice, names, ": string")),
        1 => format!("variant %{name} {{ {} }}", each(dice, names, "(list<u8>)")),
        2 => format!("enum %{name} {{ {} }}", each(dice, names, "")),
        3 => format!("flags %{name} {{ {} }}", each(dice, names, "")),
        4 => format!("type %{name} = tuple<u8, option<string>>;"),
        // Of the types before: the names of members hide those of types.
        _ if !types.is_empty() => {
            let fields = some(dice, names, 4);
            let fields = fields
                .iter()
                .map(|field| format!("%{field}: %{}", dice.choose(types)));
            let fields: Vec<String> = fields.collect();
            match dice.percent(50) {
                true => format!("record %{name} {{ {} }}", fields.join(", ")),
                false => {
                    let cases = fields.join("), ").replace(": ", "(");
                    format!("variant %{name} {{ {cases}) }}")
                }
            }
        }
        _ => format!("type %{name} = string;"),
    };
    types.push(name.to_owned());
    format!("  {text}\n")
}

/// An interface with resources, types and functions, of names that all differ.
fn interface(dice: &mut Dice, names: &[String], count: usize) -> String {
    let mut text = String::new();
    let mut types = Vec::new();
    for name in some(dice, names, count) {
        text += &match dice.below(3) {
            0 => resource(dice, &name, names),
            1 => definition(dice, &name, names, &mut types),
            _ => {
                let (params, result) = (params(dice, names), result(dice));
                format!("  %{name}: func({params}){result};\n")
            }
        };
    }
    let lend = types
        .iter()
        .enumerate()
        .map(|(index, ty)| format!("p{index}: %{ty}"));
    let lend: Vec<String> = lend.collect();
    text + &format!("  use-all: func({}) -> string;\n", lend.join(", "))
}

/// A package with a world that imports and exports interfaces and functions.
fn world(dice: &mut Dice, names: &[String]) -> String {
    let lower: Vec<String> = names
        .iter()
        .map(|name| name.to_lowercase())
        .filter(|name| name != "use-all")
        .collect();
    let package = [dice.choose(&lower), dice.choose(&lower)].map(String::as_str);
    let outer = some(dice, &lower, 4);
    let (world, interfaces) = outer.split_first().expect("has names");
    let mut text = format!("package %{}:%{};\n", package[0], package[1]);
    let mut body = String::new();
    for name in interfaces {
        let inside = interface(dice, &lower, NAMES);
        text += &format!("interface %{name} {{\n{inside}}}\n");
        body += &format!("  import %{name};\n  export %{name};\n");
    }
    for (index, name) in some(dice, &lower, 12).iter().enumerate() {
        // An import and an export of one name are two things, except for interfaces.
        let direction = if index % 2 == 0 { "import" } else { "export" };
        let (params, result) = (params(dice, &lower), result(dice));
        body += &match index % 3 {
            0 => format!(
                "  {direction} %{name}: interface {{\n{}  }}\n",
                interface(dice, &lower, 3)
            ),
            _ => format!("  {direction} %{name}: func({params}){result};\n"),
        };
    }
    text + &format!("world %{world} {{\n{body}}}\n")
}

/// The same world with all functions async, and streams among their parameters.
fn asynchronous(wit: &str) -> String {
    wit.replace("func(", "async func(")
        .replace(": option<string>", ": stream<option<string>>")
        .replace("-> option<list<string>>", "-> future<list<string>>")
}

/// The file that ends so.
fn source(output: &Output, ending: &str) -> String {
    let names = output.files.iter().map(|(name, _)| name);
    let mut names = names.filter(|name| !name.starts_with("wit_async."));
    names
        .find(|name| name.ends_with(ending))
        .expect("is written")
        .to_owned()
}

/// Compiles the source in C as C, and as C++.
fn compile_c(c: &Output) {
    let folder = write(c);
    let flags = ["-Wc++-compat", "-std=c99", "-fsyntax-only"];
    let file = source(c, ".c");
    let arguments = [&WARNINGS[..], &flags, &[&file]].concat();
    succeed(folder.path(), "cc", &arguments);
    let arguments = [
        &WARNINGS[..],
        &["-std=c++17", "-fsyntax-only", "-x", "c++", &file],
    ]
    .concat();
    succeed(folder.path(), "c++", &arguments);
}

/// Compiles the sources in both languages.
fn compile(wit: &str, c: &Output, cpp: &Output) {
    println!("{wit}");
    compile_c(c);
    let folder = write(cpp);
    let file = source(cpp, ".cpp");
    // The last one is clang for wasm, whose library is not that of the host.
    let (compiler, target) = cpp_compilers().pop().expect("there is one");
    let flags = ["-std=c++20", "-fsyntax-only", &file];
    let arguments = [&WARNINGS[..], &flags, target].concat();
    succeed(folder.path(), compiler, &arguments);
}

fn compile_world(wit: &str) {
    compile(wit, &generate(wit, &[]), &generate_cpp(wit, &[]));
}

/// Every name that a class has of its own, as the name of a resource, of its functions, and of types and functions beside it.
#[test]
fn names_of_classes_everywhere() {
    let mut resources = String::new();
    let mut types = String::new();
    for name in OF_CLASSES {
        let functions = OF_CLASSES.iter().enumerate();
        let functions = functions.filter(|(_, function)| *function != name);
        let functions = functions.map(|(index, function)| {
            let kind = if index % 2 == 0 { "" } else { "static " };
            let param = if *name == "self" { "this" } else { name };
            format!("%{function}: {kind}func(%{param}: u32); ")
        });
        let functions: String = functions.collect();
        resources += &format!("  resource %{name} {{ constructor(%{name}: u32); {functions}}}\n");
        types += &format!("  record %{name} {{ %{name}: string }}\n");
    }
    let own: String = OF_CLASSES
        .iter()
        .map(|name| {
            format!("  f-{name}: func(mine: own<%{name}>, lent: borrow<%{name}>) -> %{name};\n")
        })
        .collect();
    compile_world(&format!(
        "package a:b;\ninterface r {{\n{resources}{own}}}\ninterface t {{\n{types}}}
         world w {{ import r; export r; import t; export t; }}\n"
    ));
}

#[test]
fn any_name_anywhere() {
    let number = |name: &str, default: u64| {
        let value = std::env::var(name);
        value.map_or(default, |text| text.parse().expect("is a number"))
    };
    let (count, first) = (number("WITC_NAMES", 1), number("WITC_NAMES_SEED", 1));
    let names = names();
    assert!(names.len() > 1500, "{} names", names.len());
    for seed in first..first + count {
        println!("WITC_NAMES_SEED={seed} WITC_NAMES=1");
        let mut dice = Dice::new(seed);
        let wit = world(&mut dice, &names);
        compile_world(&wit);
        compile_c(&generate(&asynchronous(&wit), &[]));
    }
}
