//! Types of the crate `wasip2` in place of generated ones.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use witc_runner::{Direction, Guest, Program, Val};
use witc_tests::{build_guest, cargo, root, run, scratch};

const ECHO: Option<&str> = Some("fixture:mapped/echo");

/// The guest in `fixtures/guests/mapped`, with the WIT of WASI from the crate that it maps to.
fn component() -> Vec<u8> {
    let fixture = root().join("fixtures/guests/mapped");
    let mut metadata = cargo();
    metadata
        .args(["metadata", "--format-version", "1", "--manifest-path"])
        .arg(fixture.join("Cargo.toml"));
    let metadata: Value = serde_json::from_str(&run(metadata)).expect("cargo writes JSON");
    let mut packages = metadata["packages"].as_array().expect("is a list").iter();
    // Cargo knows in which folder of the registry it is.
    let wasi = packages
        .find(|package| package["name"] == "wasip2")
        .expect("the guest depends on it");
    let wasi = PathBuf::from(wasi["manifest_path"].as_str().expect("is a path"));

    let copy = scratch("mapped");
    let manifest = fs::read_to_string(fixture.join("Cargo.toml")).expect("is there");
    let here = format!("{:?}", root().join("guest"));
    write(
        // In a copy, since the WIT of another crate is not ours to check in.
        &copy.join("Cargo.toml"),
        manifest.replace("\"../../../guest\"", &here).as_bytes(),
    );
    for name in ["src/lib.rs", "wit/mapped.wit"] {
        write(
            &copy.join(name),
            &fs::read(fixture.join(name)).expect("is there"),
        );
    }
    for file in wasi
        .with_file_name("wit")
        .join("deps")
        .read_dir()
        .expect("the crate has its WIT")
    {
        let file = file.expect("can be read");
        let text = fs::read(file.path()).expect("can be read");
        write(&copy.join("wit/deps").join(file.file_name()), &text);
    }
    fs::read(build_guest(&copy, "wasm32-wasip2")).expect("was just built")
}

/// Writes a file, unless it is there: what did not change is not compiled again.
fn write(file: &Path, bytes: &[u8]) {
    if fs::read(file).is_ok_and(|old| old == bytes) {
        return;
    }
    fs::create_dir_all(file.parent().expect("is in a folder")).expect("can be written");
    fs::write(file, bytes).expect("can be written");
}

fn record(fields: &[(&str, Val)]) -> Val {
    Val::Record(
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    )
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn some(value: &Val) -> Val {
    Val::Option(Some(Box::new(value.clone())))
}

/// The guest on a host whose functions give back what they get, and count and drop handles.
fn guest() -> Guest {
    let mut program = Program::new(&component()).expect("is a component");
    for name in program.functions(Direction::Import, ECHO) {
        let import = program.import(ECHO, &name, move |mut store, args, results| {
            let [Val::Resource(one), Val::List(more)] = args else {
                results[0] = args[0].clone();
                return Ok(());
            };
            // The host was given these handles, and has to drop them, or wasmtime would keep the
            // resources.
            one.resource_drop(&mut store)?;
            for handle in more {
                let Val::Resource(handle) = handle else {
                    panic!("a list of handles")
                };
                handle.resource_drop(&mut store)?;
            }
            results[0] = Val::U32(1 + u32::try_from(more.len()).expect("are few"));
            Ok(())
        });
        import.expect("every import is implemented once");
    }
    program.instantiate().expect("all imports are there")
}

fn time() -> Val {
    record(&[
        // With every bit set, a field that is read at the wrong place shows.
        ("seconds", Val::U64(u64::MAX)),
        ("nanoseconds", Val::U32(999_999_999)),
    ])
}

fn stat() -> Val {
    let time = time();
    record(&[
        ("type", Val::Enum("symbolic-link".to_owned())),
        ("link-count", Val::U64(3)),
        ("size", Val::U64(1 << 40)),
        ("data-access-timestamp", some(&time)),
        ("data-modification-timestamp", Val::Option(None)),
        ("status-change-timestamp", some(&time)),
    ])
}

fn range() -> Val {
    Val::Tuple(vec![Val::U16(3), Val::U16(4)])
}

/// An item with all of its options, and one with none of them.
fn items() -> Val {
    let (three, four) = (Val::U16(3), Val::U16(4));
    let tag = record(&[
        ("name", Val::String("a tag".to_owned())),
        ("id", four.clone()),
    ]);
    let green = Val::Enum("green".to_owned());
    let item = |next: Val, first: Val, range: Val| {
        record(&[
            ("id", three.clone()),
            ("tag", tag.clone()),
            ("tags", Val::List(vec![tag.clone(), tag.clone()])),
            ("next", next),
            ("first", first),
            ("range", range),
            (
                "colors",
                Val::List(vec![green.clone(), Val::Enum("red".to_owned())]),
            ),
            ("color", green.clone()),
        ])
    };
    let none = Val::Option(None);
    Val::List(vec![
        item(some(&four), some(&tag), some(&range())),
        item(none.clone(), none.clone(), none),
    ])
}

/// A value for each function of the interface.
fn values() -> [(&'static str, Val); 8] {
    let permissions = [
        &["read", "mutate-directory"][..],
        &[],
        &["requested-write-sync"],
    ];
    let kinds = ["unknown", "socket", "directory"];
    [
        ("times", Val::List(vec![time(), time()])),
        ("stat", stat()),
        (
            "permissions",
            Val::List(
                permissions
                    .iter()
                    .map(|flags| Val::Flags(names(flags)))
                    .collect(),
            ),
        ),
        (
            "kinds",
            Val::List(names(&kinds).into_iter().map(Val::Enum).collect()),
        ),
        ("failure", Val::Variant("closed".to_owned(), None)),
        ("output", Val::Option(None)),
        ("items", items()),
        ("ranges", Val::List(vec![range()])),
    ]
}

#[test]
fn types_of_another_crate_come_back() {
    let mut guest = guest();
    for (function, value) in values() {
        let result = guest
            .call(ECHO, function, std::slice::from_ref(&value))
            .expect("does not trap");
        assert_eq!(result, Some(value), "{function}");
    }
    // Handles that WASI made, given away and lent.
    guest.call(None, "run", &[]).expect("does not trap");
}
