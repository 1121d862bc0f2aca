//! Reading from a repository with the user's `git`: names of versions, the list of files, and their contents. Nothing is
//! checked out and nothing is written.

#![expect(
    clippy::disallowed_types,
    reason = "the one place that starts another program: git"
)]

use crate::failure::Failure;
use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use witc_diagnostics::nearest;

/// A repository.
#[derive(Debug)]
pub(super) struct Repository {
    /// A folder in it, in which git is run.
    folder: PathBuf,
    /// The path of that folder in the repository: empty, or with `/` at its end.
    pub(super) prefix: String,
}

/// The kinds of what git has at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    File,
    Link,
    Submodule,
}

/// A file of a version.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: EntryKind,
    /// The name of its contents.
    pub(super) object: String,
}

/// The files of a version, by their paths, with `/` between the parts.
pub(super) type Entries = BTreeMap<String, Entry>;

impl Repository {
    /// The repository that a folder is in.
    ///
    /// # Errors
    ///
    /// There is none, or git can't be run.
    pub(super) fn around(folder: &Path) -> Result<Self, Failure> {
        let mut found = Self {
            folder: folder.to_owned(),
            prefix: String::new(),
        };
        let output = found.git(&["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            let says = said(&output);
            let failure = if says.contains("not a git repository") {
                let message = format!("`{}` is in no git repository", folder.display());
                Failure::new(message).help(
                    "compare with a file or a folder instead: `--against old.wasm`, or `witc diff OLD NEW`",
                )
            } else {
                Failure::new(format!("git can't read the repository: {says}"))
            };
            return Err(failure);
        }
        found.prefix = text(output.stdout)
            .trim_end_matches(['\n', '\r'])
            .to_owned();
        Ok(found)
    }

    /// The commit that a name of the user's stands for.
    ///
    /// # Errors
    ///
    /// There is none of that name: a tag, a branch or a commit that is near is part of the message.
    pub(super) fn commit(&self, reference: &str) -> Result<String, Failure> {
        // A name never starts so, but an option does.
        if !reference.is_empty() && !reference.starts_with('-') {
            let name = format!("{reference}^{{commit}}");
            let output = self.git(&["rev-parse", "--verify", "--quiet", &name])?;
            if output.status.success() {
                return Ok(text(output.stdout).trim().to_owned());
            }
        }
        Err(self.unknown(reference)?)
    }

    fn unknown(&self, reference: &str) -> Result<Failure, Failure> {
        let failure = Failure::new(format!("the repository has no `{reference}`"));
        let names = "--format=%(refname:short)";
        let tags = text(
            self.git(&["for-each-ref", names, "--sort=-creatordate", "refs/tags"])?
                .stdout,
        );
        let branches = text(
            self.git(&["for-each-ref", names, "refs/heads", "refs/remotes"])?
                .stdout,
        );
        let near = nearest(reference, tags.lines().chain(branches.lines()));
        if let Some(near) = near {
            return Ok(failure.help(format!("did you mean `git:{near}`?")));
        }
        let shallow = self.git(&["rev-parse", "--is-shallow-repository"])?;
        if text(shallow.stdout).trim() == "true" {
            return Ok(failure.help(
                "the clone is shallow: fetch what is missing with `git fetch --tags --unshallow`; in a GitHub workflow, give \
                 `actions/checkout` the option `fetch-depth: 0`",
            ));
        }
        // The newest come first.
        let some: Vec<String> = tags.lines().take(5).map(|tag| format!("`{tag}`")).collect();
        Ok(match some.as_slice() {
            [] => failure.help("the repository has no tags: fetch them with `git fetch --tags`, or name a branch or a commit"),
            some => failure.help(format!("the newest tags are {}", some.join(", "))),
        })
    }

    /// The files of a commit.
    ///
    /// # Errors
    ///
    /// Git can't list them.
    pub(super) fn entries(&self, commit: &str) -> Result<Entries, Failure> {
        let output = self.git(&["ls-tree", "-r", "-z", "--full-tree", commit])?;
        if !output.status.success() {
            let message = format!("git can't list the files of {commit}: {}", said(&output));
            return Err(Failure::new(message));
        }
        let listing = text(output.stdout);
        // Each is `MODE TYPE OBJECT`, a tab, and the path.
        let entry = |line: &str| {
            let (head, path) = line.split_once('\t')?;
            let mut words = head.split(' ');
            let kind = match (words.next()?, words.next()?) {
                ("120000", _) => EntryKind::Link,
                (_, "commit") => EntryKind::Submodule,
                _ => EntryKind::File,
            };
            let object = words.next()?.to_owned();
            Some((path.to_owned(), Entry { kind, object }))
        };
        Ok(listing.split('\0').filter_map(entry).collect())
    }

    /// Starts to read contents.
    ///
    /// # Errors
    ///
    /// Git can't be run.
    pub(super) fn contents(&self) -> Result<Contents, Failure> {
        let child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        Ok(Contents {
            child: child.map_err(|error| not_run(&error))?,
            read: BTreeMap::new(),
        })
    }

    fn git(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let output = self.command(arguments).stdin(Stdio::null()).output();
        output.map_err(|error| not_run(&error))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            .arg("-C")
            .arg(&self.folder)
            .args(arguments)
            // What git says is looked at, so it has to be in one language.
            .env("LC_ALL", "C")
            // A clone that lacks objects may ask a server for them, but never the user.
            .env("GIT_TERMINAL_PROMPT", "0");
        command
    }
}

/// A git that hands out contents.
#[derive(Debug)]
pub(super) struct Contents {
    child: Child,
    /// What has been read, by object: versions share files.
    read: BTreeMap<String, Vec<u8>>,
}

impl Contents {
    /// The contents of an object.
    ///
    /// # Errors
    ///
    /// Git has not got it.
    pub(super) fn of(&mut self, object: &str) -> Result<Vec<u8>, Failure> {
        if let Some(bytes) = self.read.get(object) {
            return Ok(bytes.clone());
        }
        let bytes = self.ask(object).map_err(|error| {
            let message = format!("git can't read the object {object}: {error}");
            Failure::new(message)
                .help("a partial clone may lack it: `git fetch` gets what is missing")
        })?;
        self.read.insert(object.to_owned(), bytes.clone());
        Ok(bytes)
    }

    /// Asks for one object and reads the answer: `OBJECT TYPE SIZE`, the bytes, and a line break.
    fn ask(&mut self, object: &str) -> io::Result<Vec<u8>> {
        let ended = || io::Error::other("git has ended");
        let stdin = self.child.stdin.as_mut().ok_or_else(ended)?;
        writeln!(stdin, "{object}")?;
        stdin.flush()?;
        let stdout = self.child.stdout.as_mut().ok_or_else(ended)?;
        // No more than this answer is there to be read, so that the buffer takes nothing of the next one.
        let mut stdout = BufReader::new(stdout);
        let mut head = String::new();
        stdout.read_line(&mut head)?;
        let size = head.trim_end().rsplit_once(' ').map(|(_, size)| size);
        let size: u64 = size
            .and_then(|size| size.parse().ok())
            .ok_or_else(|| io::Error::other(head.trim_end().to_owned()))?;
        let mut bytes = Vec::new();
        stdout.by_ref().take(size).read_to_end(&mut bytes)?;
        stdout.read_exact(&mut [0])?;
        Ok(bytes)
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        // Without input it ends by itself.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

fn not_run(error: &io::Error) -> Failure {
    let failure = Failure::new(format!("`git` can't be run: {error}"));
    match error.kind() {
        io::ErrorKind::NotFound => {
            failure.help("install git, or compare with a file or a folder instead")
        }
        // Whatever else the system says is all that is known.
        _ => failure,
    }
}

/// The first line of what git says about a failure.
fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = text.lines().next().unwrap_or("no message");
    line.trim_start_matches("fatal: ").to_owned()
}

/// Git's paths may be any bytes; those that are no text are no WIT's.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
