//! Bindings as files: written, checked, and refused.

use std::path::{Path, PathBuf};
use std::{env, fs};

use witc_build::{Bindings, Options};

/// An empty folder with a file `world.wit` in it.
fn folder(name: &str, wit: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("world.wit"), wit).unwrap();
    folder
}

const WORLD: &str = "package a:b; world my-plugin { export f: func() -> u32; }";

#[test]
fn a_folder_gives_a_file() {
    let wit = folder("gives-a-file", WORLD);
    let generated = Bindings::new().path(&wit).generate().unwrap();
    assert_eq!(generated.name, "my_plugin.rs");
    assert!(
        generated.text.contains("fn f() -> u32"),
        "{}",
        generated.text
    );
    assert!(generated.warnings.is_empty());
    // The folder, too: a file may be added to it.
    for read in [&wit, &wit.join("world.wit")] {
        assert!(generated.read.contains(read), "{:?}", generated.read);
    }
}

#[test]
fn options_and_text() {
    let wit =
        "package a:b; world one {} world two { @unstable(feature = x) export f: func(s: string); }";
    let bindings = Bindings::new().inline(wit).world("two").feature("x");
    let raw = Options {
        raw_strings: true,
        ..Options::default()
    };
    assert!(
        bindings
            .clone()
            .options(raw)
            .generate()
            .unwrap()
            .text
            .contains("fn f(s: Vec<u8>)")
    );
    assert!(
        bindings
            .generate()
            .unwrap()
            .text
            .contains("fn f(s: String)")
    );
}

#[test]
fn a_file_that_is_checked_in() {
    let wit = folder("checked-in", WORLD);
    let file = wit.join("bindings.rs");
    let bindings = Bindings::new().path(&wit);
    let error = bindings.check(&file).unwrap_err().to_string();
    assert!(error.contains("bindings.rs` cannot be read"), "{error}");

    bindings.write_to(&file).unwrap();
    bindings.check(&file).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace('\n', "\r\n")).unwrap();
    bindings.check(&file).unwrap();

    fs::write(wit.join("world.wit"), WORLD.replace("u32", "u64")).unwrap();
    let error = bindings.check(&file).unwrap_err().to_string();
    assert!(error.contains("write it again"), "{error}");
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        text.replace('\n', "\r\n"),
        "a check writes nothing"
    );
    bindings.write_to(&file).unwrap();
    bindings.check(&file).unwrap();
}

#[test]
fn mistakes_are_shown_in_their_files() {
    let wit = folder(
        "mistakes",
        "package a:b;\n\nworld w {\n    export f: func() -> u23;\n}\n",
    );
    let error = format!("{:?}", Bindings::new().path(&wit).generate().unwrap_err());
    for part in ["world.wit:4:25", "export f: func() -> u23;", "u32"] {
        assert!(error.contains(part), "{part} in {error}");
    }
    let wit = folder("no-such-world", WORLD);
    let error = Bindings::new()
        .path(&wit)
        .world("my-plugins")
        .generate()
        .unwrap_err()
        .to_string();
    assert!(error.contains("did you mean `my-plugin`?"), "{error}");
}
