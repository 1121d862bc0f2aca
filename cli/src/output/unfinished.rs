//! What is on disk only until all files are complete, and goes if a signal ends the program before.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What would have to be removed now.
#[derive(Default)]
pub(super) struct Unfinished {
    files: BTreeSet<PathBuf>,
    // In order, a folder comes before what is in it.
    folders: BTreeSet<PathBuf>,
}

static UNFINISHED: Mutex<Unfinished> = Mutex::new(Unfinished {
    files: BTreeSet::new(),
    folders: BTreeSet::new(),
});

/// What is unfinished. While somebody holds it, a signal waits.
pub(super) fn lock() -> MutexGuard<'static, Unfinished> {
    // After a panic the lists are as good as before: each entry is added or removed at once.
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Unfinished {
    /// Enters a file that somebody else makes and removes.
    pub(super) fn add_file(&mut self, path: &Path) {
        remove_on_signals();
        self.files.insert(path.to_path_buf());
    }

    /// Takes out a file.
    pub(super) fn forget_file(&mut self, path: &Path) {
        self.files.remove(path);
    }

    /// Enters a folder that was made.
    pub(super) fn add_folder(&mut self, path: &Path) {
        remove_on_signals();
        self.folders.insert(path.to_path_buf());
    }

    /// Takes out a folder, which stays.
    pub(super) fn keep_folder(&mut self, path: &Path) {
        self.folders.remove(path);
    }

    /// Removes everything.
    #[cfg(unix)]
    fn remove(&mut self) {
        // Errors are ignored: nothing can be done about a file that cannot be removed, and a folder that is not empty has
        // to stay.
        for file in std::mem::take(&mut self.files) {
            let _ = fs::remove_file(file);
        }
        for folder in std::mem::take(&mut self.folders).iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A file under a temporary name. It is removed when the value is dropped, unless it has been renamed.
pub(super) struct Temporary(PathBuf);

impl Temporary {
    /// Makes a file in a folder. If it is to replace one, only its owner may read it before it has the permissions of that.
    pub(super) fn create(folder: &Path, replaces: bool) -> io::Result<(Self, File)> {
        let mut builder = tempfile::Builder::new();
        // A short name: with that of the file in it, it might be longer than names can be.
        builder.prefix(".witc-").suffix(".tmp");
        #[cfg(unix)]
        if !replaces {
            use std::os::unix::fs::PermissionsExt as _;
            // Less what the user's mask takes away, as with any new file.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        #[cfg(not(unix))]
        let _ = replaces;
        // Held while the file is made, so that no signal comes before it is entered.
        let mut unfinished = lock();
        let (file, path) = builder.tempfile_in(folder)?.keep().map_err(|it| it.error)?;
        unfinished.add_file(&path);
        Ok((Self(path), file))
    }

    /// Its path.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let mut unfinished = lock();
        // An error is ignored: the file has been renamed, or nothing can be done about it.
        let _ = fs::remove_file(&self.0);
        unfinished.forget_file(&self.0);
    }
}

/// Lets the signals that end the program remove what is unfinished first.
#[cfg(unix)]
fn remove_on_signals() {
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        // Without handlers the files stay after a signal, which is no reason not to write them.
        let Ok(mut signals) = Signals::new(signals()) else {
            return;
        };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let mut unfinished = lock();
                unfinished.remove();
                // As if there were no handler: a shell has to see that a signal has ended the program. The lists stay
                // locked, so that no other file is made.
                let _ = emulate_default_handler(signal);
            }
        });
    });
}

/// Lets the files of a program that is interrupted stay.
#[cfg(not(unix))]
fn remove_on_signals() {}

/// The signals that end the program, without those that it was started to ignore, as `nohup` does.
#[cfg(unix)]
fn signals() -> Vec<i32> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status
        .lines()
        .find_map(|line| line.strip_prefix("SigIgn:"))
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // Where the system does not tell, a hangup is not caught, so that `nohup` works.
    let ignored = ignored.unwrap_or(1 << (SIGHUP - 1));
    [SIGHUP, SIGINT, SIGTERM]
        .into_iter()
        .filter(|signal| ignored & (1 << (signal - 1)) == 0)
        .collect()
}
