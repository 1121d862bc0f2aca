//! The README and the pages of `docs`, as a reader follows them: each block with the name of a file becomes that file, and
//! each block of commands is run as it is printed. The path of the checkout is filled in; installing, and the tasks of the
//! repository itself, are left out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use witc_runner::{Program, Val};
use witc_tests::{Wasi, cargo, clang, output, root, run, scratch};

/// The sections that start in a folder of their own. All others of a page share one.
const FRESH: [(&str, &str); 3] = [
    ("README.md", "Quick start: components that fit"),
    ("README.md", "Quick start: reading WIT from a tool of yours"),
    ("docs/rust.md", "An HTTP service"),
];

/// A block between fences.
struct Block {
    section: String,
    language: String,
    text: String,
    /// The paragraph before it.
    before: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let (mut section, mut before) = (String::new(), String::new());
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            section = title.to_owned();
        }
        let Some(language) = line.strip_prefix("```") else {
            if line.is_empty() && !before.is_empty() {
                before.push('\n');
            } else if before.ends_with('\n') {
                before = line.to_owned();
            } else {
                before = format!("{before} {line}");
            }
            continue;
        };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        blocks.push(Block {
            section: section.clone(),
            language: language.to_owned(),
            text: text.join("\n") + "\n",
            before: std::mem::take(&mut before),
        });
    }
    blocks
}

/// The file that a block is, by the last name of such a file in the paragraph before it.
fn file_of(block: &Block) -> Option<&str> {
    let language = block.language.split(',').next().unwrap_or_default();
    let endings: &[&str] = match language {
        "rust" => &[".rs"],
        "cpp" => &[".cpp", ".h"],
        "cmake" => &["CMakeLists.txt"],
        "make" => &["Makefile"],
        "yaml" => &[".yml", ".yaml"],
        "c" => &[".c"],
        "wit" => &[".wit"],
        "toml" => &[".toml"],
        _ => &[],
    };
    let quoted = block.before.split('`').skip(1).step_by(2);
    let names = quoted
        .filter(|name| !name.contains(' ') && endings.iter().any(|ending| name.ends_with(ending)));
    names.last()
}

/// Programs under the names that readers know.
struct Programs {
    folder: PathBuf,
    has_clang: bool,
}

impl Programs {
    fn new() -> Self {
        // Beside the folder of the tests: the tests of the command have it built.
        let this = std::env::current_exe().expect("is running");
        let witc = this
            .parent()
            .and_then(Path::parent)
            .expect("is in a build folder")
            .join("witc");
        if !witc.is_file() {
            let mut build = cargo();
            build
                .args(["build", "--workspace", "--bin", "witc"])
                .current_dir(root());
            run(build);
        }
        let folder = scratch("documents").join("programs");
        fs::create_dir_all(&folder).expect("the build folder can be written");
        let clang = clang();
        let script = |name: &str, text: String| {
            use std::os::unix::fs::PermissionsExt as _;
            let path = folder.join(name);
            fs::write(&path, format!("#!/usr/bin/env bash\n{text}\n"))
                .expect("the build folder can be written");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("is ours");
        };
        script("witc", format!("exec '{}' \"$@\"", witc.display()));
        if let Some(clang) = clang {
            script("clang", format!("exec {clang} \"$@\""));
            script(
                "clang++",
                format!("exec {} \"$@\"", clang.replace("clang", "clang++")),
            );
        }
        // `wasmtime run --invoke 'f("text")' FILE`, by this repository's own host: `invoke`, below.
        script(
            "wasmtime",
            format!(
                "[ \"$1 $2\" = 'run --invoke' ] || exit 9\nargument=${{3#*(\\\"}}\n\
                 export WITC_COMPONENT=$4 WITC_FUNCTION=${{3%%(*}} WITC_ARGUMENT=${{argument%\\\")}}\n\
                 exec '{}' --exact --ignored --nocapture invoke",
                this.display()
            ),
        );
        Self {
            folder,
            has_clang: clang.is_some(),
        }
    }

    /// Why a block of commands cannot be run here, or is not to be.
    fn reason_to_skip(&self, text: &str) -> Option<&'static str> {
        let calls = |program: &str| {
            text.lines()
                .any(|line| line.trim_start().starts_with(program))
        };
        let is_missing = |program: &str| {
            let found = Command::new(program).arg("--version").output();
            !found.is_ok_and(|found| found.status.success())
        };
        if calls("cargo install") || calls("cargo xtask") {
            Some("installs, or is a task of the repository")
        } else if (calls("clang") || calls("make")) && !self.has_clang {
            Some("there is no clang for wasm32-wasi")
        } else if calls("make") && is_missing("make") {
            Some("install make")
        } else if calls("cmake") && is_missing("cmake") {
            Some("install cmake")
        } else {
            None
        }
    }

    /// Runs a block of commands in a folder; gives what it prints.
    fn run(&self, text: &str, folder: &Path) -> String {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(self.folder.clone()).chain(std::env::split_paths(&path));
        let mut bash = Command::new("bash");
        // Whatever cargo has set for this test is none of the business of what the reader builds.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO_")
                || name == "RUSTFLAGS"
                || name == "MAKEFLAGS"
            {
                bash.env_remove(name);
            }
        }
        bash.args(["-e", "-u", "-o", "pipefail", "-c", text])
            .current_dir(folder)
            .env(
                "PATH",
                std::env::join_paths(paths).expect("these are paths"),
            )
            .env("XDG_CACHE_HOME", scratch("documents").join("cache"));
        let output = output(bash, b"");
        let (stdout, stderr) = (
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        assert!(
            output.status.success(),
            "in {}\n{text}\n{stdout}\n{stderr}",
            folder.display()
        );
        format!("{stdout}{stderr}")
    }
}

/// Follows a page; gives all that its commands print.
fn follow(page: &str, programs: &Programs) -> String {
    let text = fs::read_to_string(root().join(page)).expect("is there");
    let stem = page.replace(['/', '.'], "-");
    let fresh = |number: usize| {
        let folder = scratch("documents").join(format!("{stem}-{number}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the build folder can be written");
        // One for all, so that what guests depend on is compiled once.
        let target = scratch("documents").join("target");
        fs::create_dir_all(&target).expect("the build folder can be written");
        std::os::unix::fs::symlink(target, folder.join("target")).expect("can be linked");
        folder
    };
    let (mut folder, mut number, mut section) = (fresh(0), 0, String::new());
    let (mut printed, mut ran) = (String::new(), 0);
    for block in blocks(&text) {
        if block.section != section {
            section.clone_from(&block.section);
            if FRESH.contains(&(page, section.as_str())) {
                number += 1;
                folder = fresh(number);
                set_up(&section, &folder, programs);
            }
        }
        match block.language.as_str() {
            "sh" => match programs.reason_to_skip(&block.text) {
                Some(reason) => println!("skipped in {page}: {reason}"),
                None => {
                    printed += &programs.run(&block.text, &folder);
                    ran += 1;
                }
            },
            // The examples of the documentation are compiled with those of the crates.
            "rust,no_run" => {}
            language => {
                let file = file_of(&block).unwrap_or_else(|| {
                    panic!(
                        "{page}: no file is named before a block of {language}:\n{}",
                        block.text
                    )
                });
                let path = folder.join(file);
                fs::create_dir_all(path.parent().expect("is in the folder"))
                    .expect("can be written");
                let checkout = root().display().to_string();
                let mut text = block.text.replace("…/witc", &checkout);
                if file == "Cargo.toml" {
                    // The folder lies in the checkout, whose workspace it is not part of.
                    text += "\n[workspace]\n";
                }
                fs::write(path, text).expect("can be written");
            }
        }
    }
    assert!(ran > 0, "{page} has commands");
    printed
}

/// What the reader of a section has already.
fn set_up(section: &str, folder: &Path, programs: &Programs) {
    match section {
        "An HTTP service" => Wasi::V0_3_0.write_wit(&folder.join("wit/deps")),
        "Quick start: components that fit" => {
            let app = "world app {\n    import docs:calculator/calculate@0.1.0;\n    export run: func();\n";
            let files = [
                (
                    "wit/app.wit",
                    format!(
                        "package my:app@1.1.0;\n\n{app}    import log: func(text: string);\n}}\n"
                    ),
                ),
                (
                    "wit/deps/before.wit",
                    format!("package my:app@1.0.0;\n\n{app}}}\n"),
                ),
                (
                    "old/wit/app.wit",
                    format!("package my:app@1.0.0;\n\n{app}}}\n"),
                ),
            ];
            let calculator = "package docs:calculator@0.1.0;\n\ninterface calculate {\n    eval: func(a: u32, b: u32) -> u32;\n}\n\n\
                              world calculator {\n    import docs:adder/add@0.1.0;\n    export calculate;\n}\n";
            let adder = "package docs:adder@0.1.0;\n\ninterface add {\n    add: func(a: u32, b: u32) -> u32;\n}\n\n\
                         world adder {\n    export add;\n}\n";
            for deps in ["wit/deps", "old/wit/deps"] {
                let deps = folder.join(deps);
                fs::create_dir_all(&deps).expect("can be written");
                fs::write(deps.join("calculator.wit"), calculator).expect("can be written");
                fs::write(deps.join("adder.wit"), adder).expect("can be written");
            }
            for (name, text) in files {
                fs::write(folder.join(name), text).expect("can be written");
            }
            let tag = "git init --quiet . && git add wit \
                       && git -c user.name=reader -c user.email=reader@example.com commit --quiet -m first \
                       && git tag v1.2.0";
            programs.run(tag, folder);
            for (name, world) in [
                ("app", "my:app/app@1.1.0"),
                ("calculator", "docs:calculator/calculator"),
                ("adder", "docs:adder/adder"),
            ] {
                programs.run(
                    &format!("witc component embed wit --dummy --world {world} | witc component new -o {name}.wasm"),
                    folder,
                );
            }
        }
        _ => {}
    }
}

#[test]
#[ignore = "what the pages call in the place of wasmtime"]
fn invoke() {
    let variable = |name: &str| std::env::var(name).expect("the script sets it");
    let (function, argument) = (variable("WITC_FUNCTION"), variable("WITC_ARGUMENT"));
    let component = fs::read(variable("WITC_COMPONENT")).expect("was built");
    let program = Program::new(&component).expect("is a component");
    let mut guest = program.instantiate().expect("has all imports");
    let values = [Val::String(argument.clone())];
    let result = guest.call(None, &function, &values);
    println!(
        "{function}({argument:?}) = {:?}",
        result.expect("does not trap")
    );
}

#[test]
fn pages_are_followed() {
    let programs = Programs::new();
    let mut pages = vec!["README.md".to_owned()];
    for entry in fs::read_dir(root().join("docs")).expect("is there") {
        let name = entry
            .expect("is there")
            .file_name()
            .into_string()
            .expect("is UTF-8");
        let text = fs::read_to_string(root().join("docs").join(&name)).unwrap_or_default();
        // Other pages only explain.
        if name.ends_with(".md") && text.contains("```sh") {
            pages.push(format!("docs/{name}"));
        }
    }
    pages.sort();
    for page in &pages {
        let printed = follow(page, &programs);
        let expected = match page.as_str() {
            "README.md" => "length(\"hello\") = Some(U32(5))",
            "docs/rust.md" => "test result: ok. 1 passed",
            "docs/tools.md" => "length: func(s: string) -> u32;",
            _ => "",
        };
        assert!(printed.contains(expected), "{page}\n{printed}");
    }
}

#[test]
fn every_block_has_a_language_and_every_link_leads_somewhere() {
    let mut pages = vec![root().join("README.md")];
    let docs = fs::read_dir(root().join("docs")).expect("is there");
    pages.extend(
        docs.map(|entry| entry.expect("is there").path())
            .filter(|path| path.extension().is_some_and(|it| it == "md")),
    );
    for page in pages {
        let text = fs::read_to_string(&page).expect("is text");
        for block in blocks(&text) {
            assert!(
                !block.language.is_empty(),
                "{}:\n{}",
                page.display(),
                block.text
            );
        }
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let file = link.split('#').next().unwrap_or_default();
            if file.is_empty() || link.contains(':') || link.contains(' ') {
                continue;
            }
            let target = page.parent().expect("is in a folder").join(file);
            assert!(target.exists(), "{} links to {link}", page.display());
        }
    }
}
