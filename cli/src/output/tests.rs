//! Tests of what is on disk afterwards.

use super::*;

fn output(path: PathBuf, contents: &str) -> Output {
    Output {
        path,
        contents: contents.into(),
    }
}

fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    let entries = fs::read_dir(folder).expect("is there");
    entries
        .map(|entry| entry.expect("is there").file_name())
        .collect()
}

#[test]
fn files_take_the_place_of_old_ones() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("a/b/c.txt");
    for text in ["old, and longer", "new"] {
        write_folder(folder.path(), &[output(path.clone(), text)]).expect("writes");
    }
    assert_eq!(fs::read_to_string(&path).expect("is there"), "new");
    assert_eq!(names(path.parent().expect("has one")), ["c.txt"]);
}

#[test]
fn if_one_file_fails_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let blocked = folder.path().join("blocked");
    fs::create_dir(&blocked).expect("makes a folder");
    let files = [
        output(folder.path().join("new/first.txt"), "1"),
        output(blocked, "2"),
    ];
    let failure = write_folder(folder.path(), &files).expect_err("a folder is in the way");
    assert!(
        failure.to_string().contains("a folder has this name"),
        "{failure}"
    );
    assert_eq!(names(folder.path()), ["blocked"]);
}

#[test]
fn a_file_in_place_of_a_folder_is_reported() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("file"), "").expect("writes");
    let failure =
        write_all(&[output(folder.path().join("file/x.txt"), "1")]).expect_err("no folder");
    assert!(
        failure
            .hint()
            .is_some_and(|hint| hint.contains("choose another place")),
        "{failure}"
    );
}

#[test]
fn folders_are_made_in_the_named_one_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (out, beside) = (folder.path().join("out"), folder.path().join("beside"));
    let inside = output(out.join("deep/a.txt"), "1");
    let failure = write_all(std::slice::from_ref(&inside)).expect_err("the folder does not exist");
    assert!(failure.to_string().contains("does not exist"), "{failure}");
    let both = [inside, output(beside.join("b.txt"), "2")];
    write_folder(&out, &both).expect_err("the second folder does not exist");
    assert!(names(folder.path()).is_empty());
    write_folder(&out, &both[..1]).expect("writes");
    assert_eq!(names(folder.path()), ["out"]);
}

#[test]
#[cfg(unix)]
fn links_stay() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    std::os::unix::fs::symlink("real", &link).expect("links");
    // First the link leads to nothing, then to a file.
    for text in ["new", "newer"] {
        write_all(&[output(link.clone(), text)]).expect("writes");
        assert!(fs::symlink_metadata(&link).expect("is there").is_symlink());
        assert_eq!(fs::read_to_string(&real).expect("is there"), text);
    }
}

#[test]
#[cfg(unix)]
fn a_copy_that_fails_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let there = folder.path().join("there");
    fs::write(&there, "old").expect("writes");
    // Reading a folder fails after it could be opened.
    in_place::copy(folder.path(), &there).expect_err("a folder has no contents");
    assert_eq!(fs::read_to_string(&there).expect("is there"), "old");
}
