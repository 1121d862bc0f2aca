//! Resources at run time, in wasmtime: those of the host in a guest, and those of a guest on the host. Handles go back and
//! forth in all positions; each is dropped once, and nothing is left over. wasmtime itself traps where a borrowed handle is
//! kept, or a handle is dropped twice.

#[path = "resources/host.rs"]
mod host;
#[path = "resources/values.rs"]
mod values;

use host::{Files, guest};
use std::fs;
use values::{cases, list, string, text, texts, without_handles};
use witc_runner::{Guest, Val, number, own};
use witc_tests::{Language, build_c_guest, build_guest, root};

const THINGS: Option<&str> = Some("fixture:resources/things");

fn in_rust() -> Vec<u8> {
    let component = build_guest(&root().join("fixtures/guests/resources"), "wasm32-wasip2");
    fs::read(component).expect("was just built")
}

/// Calls a function of the exported interface that has a result.
#[track_caller]
fn call(guest: &mut Guest, function: &str, args: &[Val]) -> Val {
    match guest.call(THINGS, function, args) {
        Ok(result) => result.expect("it has a result"),
        Err(error) => panic!("{function}: {error:?}"),
    }
}

fn thing(guest: &mut Guest, name: &str) -> Val {
    call(guest, "[constructor]thing", &[text(name)])
}

#[track_caller]
fn drop_handle(guest: &mut Guest, handle: Val) {
    let Val::Resource(handle) = handle else {
        panic!("{handle:?} is no handle")
    };
    handle
        .resource_drop(guest.store())
        .expect("is dropped once");
}

/// Drops a file that the host has; nobody but a guest drops it by its handle.
fn drop_file(guest: &mut Guest, files: &Files, file: &Val) {
    files.remove(number(guest.store(), file).expect("is alive"));
}

fn dropped(guest: &mut Guest) -> (u32, u32) {
    match guest.call(None, "dropped", &[]).expect("does not trap") {
        Some(Val::Tuple(counts)) => match counts.as_slice() {
            [Val::U32(things), Val::U32(slots)] => (*things, *slots),
            _ => panic!("{counts:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn live(guest: &mut Guest) -> Option<Val> {
    guest
        .call(None, "live-allocations", &[])
        .expect("does not trap")
}

/// Everything that the guest imports, once.
#[track_caller]
fn use_imports(guest: &mut Guest, files: &Files) {
    let seen = guest
        .call(None, "use-imports", &[text("x")])
        .expect("does not trap")
        .expect("has a result");
    let tags = (0..10)
        .map(|n| format!("x {n}"))
        .collect::<Vec<_>>()
        .join("+");
    let expected = [
        "x",
        "no name",
        "x x opened x appended x+",
        &format!("before x stored after x {tags}"),
        "x 0",
        "x 1",
        "x 2",
        "2",
    ];
    assert_eq!(list(&seen).iter().map(string).collect::<Vec<_>>(), expected);
    assert!(files.alive().is_empty(), "{:?}", files.alive());
}

fn use_the_hosts(component: &[u8]) {
    let (mut guest, files) = guest(component);
    use_imports(&mut guest, &files);
    let [one, two, three] = ["one", "two", "three"]
        .map(|name| own(guest.store(), files.add(name)).expect("there is room"));
    let perhaps = |file: Option<&Val>| Val::Option(file.map(|file| Box::new(file.clone())));
    let all = Val::List(vec![two.clone(), three.clone(), two.clone()]);
    let names = call(
        &mut guest,
        "lent",
        &[one.clone(), all, perhaps(Some(&three))],
    );
    assert_eq!(names, texts(["one", "two", "three", "two", "three"]));
    let names = call(
        &mut guest,
        "lent",
        &[one.clone(), Val::List(Vec::new()), perhaps(None)],
    );
    assert_eq!(names, texts(["one"]));
    let one = call(&mut guest, "given", &[one, text("more")]);
    assert_eq!(
        files.alive(),
        ["one", "two", "three"],
        "what was lent or given back is alive"
    );
    for file in [one, two, three] {
        drop_file(&mut guest, &files, &file);
    }
    assert!(files.alive().is_empty());
}

fn use_the_guests(component: &[u8]) {
    let (mut guest, files) = guest(component);
    let guest = &mut guest;
    let (one, two) = (thing(guest, "one"), thing(guest, "two"));
    assert_eq!(
        call(guest, "[method]thing.name", std::slice::from_ref(&one)),
        text("one")
    );
    let names = call(
        guest,
        "names",
        &[Val::List(vec![two.clone(), one.clone(), two.clone()])],
    );
    assert_eq!(names, texts(["two", "one", "two"]));
    let one = call(guest, "renamed", &[one, text("first")]);
    assert_eq!(dropped(guest), (0, 0));
    let both = call(guest, "[static]thing.merged", &[one, two.clone()]);
    assert_eq!(
        dropped(guest),
        (1, 0),
        "what was given away is dropped, what was lent is not"
    );
    assert_eq!(
        call(guest, "[method]thing.name", std::slice::from_ref(&both)),
        text("first two")
    );
    assert_eq!(call(guest, "name-of-last", &[both]), text("first two"));
    assert_eq!(
        dropped(guest),
        (2, 0),
        "what was taken apart is dropped once"
    );

    let file = call(guest, "[method]thing.file", std::slice::from_ref(&two));
    assert_eq!(files.alive(), ["two"]);
    drop_file(guest, &files, &file);
    guest
        .call(THINGS, "keep", &[two, text("note")])
        .expect("does not trap");
    let kept = call(guest, "take", &[]);
    let Val::Option(Some(kept)) = kept else {
        panic!("{kept:?}")
    };
    let Val::Tuple(kept) = *kept else {
        panic!("{kept:?}")
    };
    assert_eq!(kept[1], text("note"));
    assert_eq!(dropped(guest), (2, 0));
    drop_handle(guest, kept[0].clone());
    assert_eq!(dropped(guest), (3, 0));
    assert_eq!(call(guest, "take", &[]), Val::Option(None));
}

fn fail_and_keep(component: &[u8]) {
    let (mut guest, _) = guest(component);
    let guest = &mut guest;
    let failed = call(guest, "[constructor]fragile", &[Val::U32(0)]);
    assert_eq!(
        failed,
        Val::Result(Err(Some(Box::new(text("made of nothing")))))
    );
    let fragile = call(guest, "[constructor]fragile", &[Val::U32(3)]);
    let Val::Result(Ok(Some(fragile))) = fragile else {
        panic!("{fragile:?}")
    };
    assert_eq!(
        call(
            guest,
            "[method]fragile.strength",
            std::slice::from_ref(&*fragile)
        ),
        Val::U32(3)
    );
    drop_handle(guest, *fragile);

    // Several, dropped in another order than they were made.
    let slots = [1, 2, 3].map(|number| call(guest, "[constructor]slot", &[Val::U32(number)]));
    let [one, two, three] = slots;
    drop_handle(guest, one);
    assert_eq!(dropped(guest), (0, 1));
    for (slot, number) in [(two, 2), (three, 3)] {
        assert_eq!(
            call(guest, "[method]slot.number", std::slice::from_ref(&slot)),
            Val::U32(number)
        );
        drop_handle(guest, slot);
    }
    assert_eq!(dropped(guest), (0, 3));
}

/// Bundles of things, and batches of files, to the guest and back.
fn turn_all(guest: &mut Guest, files: &Files) {
    let bundles = cases(|name| thing(guest, name));
    let batches = cases(|name| own(guest.store(), files.add(name)).expect("there is room"));
    let batches = batches
        .into_iter()
        .map(|batch| Val::Variant("batch".into(), Some(Box::new(batch))));
    for bundle in bundles.into_iter().chain(batches) {
        let expected = without_handles(&bundle, &mut Vec::new());
        let result = call(guest, "turn", &[bundle]);
        let Val::Result(Ok(Some(back)) | Err(Some(back))) = &result else {
            panic!("{result:?}")
        };
        let mut handles = Vec::new();
        assert_eq!(without_handles(back, &mut handles), expected);
        let is_batch = matches!(&**back, Val::Variant(case, _) if case == "batch");
        // The guest turns a bundle of nothing into the error case, so that both cases carry
        // handles.
        let nothing = format!("{expected:?}").contains("\"none\"");
        assert_eq!(
            matches!(result, Val::Result(Err(_))),
            nothing,
            "{expected:?}"
        );
        for handle in handles {
            if is_batch {
                drop_file(guest, files, &handle);
            } else {
                drop_handle(guest, handle);
            }
        }
    }
    assert!(files.alive().is_empty(), "{:?}", files.alive());
}

fn turn_handles(component: &[u8]) {
    let (mut guest, files) = guest(component);
    turn_all(&mut guest, &files);
    // One for each thing among the cases of a bundle: none is left, none is dropped twice.
    assert_eq!(dropped(&mut guest), (5, 0));
}

fn leave_nothing(component: &[u8]) {
    let (mut guest, files) = guest(component);
    let guest = &mut guest;
    let round = |guest: &mut Guest| {
        use_imports(guest, &files);
        let one = thing(guest, "one");
        guest
            .call(THINGS, "keep", &[one, text("note")])
            .expect("does not trap");
        let one = thing(guest, "two");
        let one = call(guest, "renamed", &[one, text("three")]);
        call(guest, "name-of-last", &[one]);
        let slot = call(guest, "[constructor]slot", &[Val::U32(1)]);
        drop_handle(guest, slot);
        call(guest, "[constructor]fragile", &[Val::U32(0)]);
        let file = own(guest.store(), files.add("lent")).expect("there is room");
        let all = Val::List(vec![file.clone(), file.clone()]);
        call(guest, "lent", &[file.clone(), all, Val::Option(None)]);
        drop_file(guest, &files, &file);
        turn_all(guest, &files);
    };
    // What is set up once may stay.
    round(guest);
    let before = live(guest);
    // `CALLS=10000` in the environment makes that many; few are enough to see a leak.
    let calls = std::env::var("CALLS")
        .ok()
        .and_then(|calls| calls.parse().ok())
        .unwrap_or(100);
    for _ in 0..calls {
        round(guest);
    }
    assert_eq!(live(guest), before);
}

#[test]
fn resources_of_the_host_are_used_and_dropped() {
    use_the_hosts(&in_rust());
}

#[test]
fn resources_of_the_guest_live_once() {
    use_the_guests(&in_rust());
}

#[test]
fn constructors_fail_and_guests_keep_what_they_like_where_they_like() {
    fail_and_keep(&in_rust());
}

#[test]
fn handles_go_through_lists_in_variants() {
    turn_handles(&in_rust());
}

#[test]
fn resources_leave_no_allocations() {
    leave_nothing(&in_rust());
}

/// The same guest in C.
#[test]
fn all_of_it_in_c() {
    build_c_guest("resources", Language::C)
        .iter()
        .for_each(|component| everything(component));
}

/// The same guest in C++.
#[test]
fn all_of_it_in_cpp() {
    build_c_guest("resources", Language::Cpp)
        .iter()
        .for_each(|component| everything(component));
}

fn everything(component: &[u8]) {
    use_the_hosts(component);
    use_the_guests(component);
    fail_and_keep(component);
    turn_handles(component);
    leave_nothing(component);
}
