//! Runs that a signal ends, and runs at the same time.

use crate::files;
use crate::support::folder;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

/// A world whose C bindings are several files, all of which have the word in them.
fn world(word: &str) -> String {
    format!("package a:b;\nworld w {{ import {word}: func(); export run-{word}: func(); }}\n")
}

/// Starts a run that writes into `out`, from a shell that does something first.
fn start(folder: &Path, first: &str, wit: &str) -> Child {
    let script = format!("{first} exec \"$0\" c {wit} --out-dir out/deep");
    Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_witc")])
        .current_dir(folder)
        .stderr(Stdio::null())
        .spawn()
        .expect("starts")
}

fn send(signal: &str, child: &Child) {
    let status = Command::new("kill")
        .args([&format!("-{signal}"), &child.id().to_string()])
        .status();
    assert!(status.expect("starts").success());
}

/// Whether a file with a temporary name is in a folder.
fn is_writing(folder: &Path) -> bool {
    files(folder).iter().any(|name| name.ends_with(".tmp"))
}

/// Sends a signal to a run whose files are all complete and not in their places yet: another one has the folder.
fn interrupted(signal: &str, first: &str) -> (ExitStatus, Vec<String>) {
    let folder = folder(&[("w.wit", &world("x")), ("out/deep/w.h", "old")]);
    let path = folder.path().join("out/deep/.witc.lock");
    let lock = File::create(&path).expect("can be made");
    lock.lock().expect("can be locked");
    let mut child = start(folder.path(), first, "w.wit");
    while !is_writing(folder.path()) {
        thread::sleep(Duration::from_millis(5));
    }
    send(signal, &child);
    // Time for a signal that is ignored to do harm; for others, ending is waited for.
    if !first.is_empty() {
        thread::sleep(Duration::from_millis(100));
        fs::remove_file(&path).expect("is there");
        drop(lock);
    }
    let status = child.wait().expect("ends");
    let old = fs::read_to_string(folder.path().join("out/deep/w.h")).expect("is there");
    assert_eq!(old == "old", first.is_empty());
    (status, files(&folder.path().join("out/deep")))
}

/// Whether the tests ignore a signal, and with them what they start.
fn is_ignored(number: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mut lines = status.lines();
    let mask = lines.find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask & (1 << (number - 1)) != 0)
}

#[test]
fn a_signal_leaves_nothing_behind() {
    for (signal, number) in [("HUP", 1), ("INT", 2), ("TERM", 15)] {
        // Shells start what is in the background so that it ignores one of these, and the tests may be that.
        if is_ignored(number) {
            continue;
        }
        let (status, names) = interrupted(signal, "");
        assert_eq!(status.signal(), Some(number), "{signal}: {status}");
        // The lock is the other run's.
        assert_eq!(names, [".witc.lock", "w.h"], "{signal}");
    }
}

/// `nohup witc …` goes on when the terminal is closed.
#[test]
#[cfg(target_os = "linux")]
fn ignored_signals_stay_ignored() {
    for signal in ["HUP", "INT", "TERM"] {
        let (status, names) = interrupted(signal, &format!("trap '' {signal};"));
        assert!(status.success(), "{signal}: {status}");
        let written = names.iter().all(|name| name.starts_with('w'));
        assert!(written && names.len() > 2, "{signal}: {names:?}");
    }
}

#[test]
fn the_lock_of_a_run_that_was_killed_is_no_obstacle() {
    let folder = folder(&[("w.wit", &world("x")), ("out/deep/.witc.lock", "")]);
    let mut child = start(folder.path(), "", "w.wit");
    assert!(child.wait().expect("ends").success());
    let names = files(&folder.path().join("out/deep"));
    assert!(!names.contains(&".witc.lock".to_owned()), "{names:?}");
}

/// The contents of all files in a folder.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = files(folder).into_iter();
    names
        .map(|name| {
            let bytes = fs::read(folder.join(&name)).expect("is there");
            (name, bytes)
        })
        .collect()
}

#[test]
fn runs_at_the_same_time_leave_the_files_of_one() {
    let folder = folder(&[("one.wit", &world("one")), ("two.wit", &world("two"))]);
    let out = folder.path().join("out/deep");
    let alone = ["one.wit", "two.wit"].map(|wit| {
        let mut child = start(folder.path(), "", wit);
        assert!(child.wait().expect("ends").success());
        contents(&out)
    });
    assert!(alone[0].len() > 2 && alone[0] != alone[1]);
    for _ in 0..25 {
        let children =
            ["one.wit", "two.wit", "one.wit", "two.wit"].map(|wit| start(folder.path(), "", wit));
        for mut child in children {
            assert!(child.wait().expect("ends").success());
        }
        let now = contents(&out);
        assert!(alone.contains(&now), "files of two runs");
    }
}
