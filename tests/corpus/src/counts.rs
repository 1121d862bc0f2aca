//! What is counted for each package, and the table of it.

use crate::bindings::Language;
use std::ops::AddAssign;

/// The counts of one language.
#[derive(Clone, Copy, Default)]
pub(crate) struct Bindings {
    /// How often bindings were written.
    pub(crate) generated: usize,
    /// How often they were refused, as what is not bound yet.
    pub(crate) refused: usize,
    /// How many different bindings were compiled.
    pub(crate) compiled: usize,
}

/// The counts of a package, or of all.
#[derive(Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) roots: usize,
    /// The roots that are wrong, as the list says.
    pub(crate) wrong: usize,
    pub(crate) files: usize,
    pub(crate) worlds: usize,
    pub(crate) languages: [Bindings; 3],
    pub(crate) failures: usize,
}

impl Counts {
    /// The counts of a language.
    pub(crate) fn of(&mut self, language: Language) -> &mut Bindings {
        &mut self.languages[language as usize]
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.roots += other.roots;
        self.wrong += other.wrong;
        self.files += other.files;
        self.worlds += other.worlds;
        for (own, other) in self.languages.iter_mut().zip(other.languages) {
            own.generated += other.generated;
            own.refused += other.refused;
            own.compiled += other.compiled;
        }
        self.failures += other.failures;
    }
}

/// Prints a line for each package, and one for all.
pub(crate) fn print(packages: &[(String, Counts)]) {
    let languages = Language::ALL.map(|language| format!("{:>22}", language.name()));
    println!("\n{:46}{}", "", languages.concat());
    let columns = "generated refused compiled";
    let heads: String = columns.split(' ').map(abbreviated).collect();
    println!(
        "{:26}{:>6}{:>6}{:>8}{}  failed",
        "package",
        "roots",
        "files",
        "worlds",
        heads.repeat(3)
    );
    let mut all = Counts::default();
    for (name, counts) in packages {
        all += *counts;
        print_row(name, counts);
    }
    print_row(&format!("{} packages", packages.len()), &all);
    println!(
        "\n{} roots are wrong, as the list says; different bindings are compiled once",
        all.wrong
    );
}

fn abbreviated(word: &str) -> String {
    format!("{:>8}", &word[..3])
}

fn print_row(name: &str, counts: &Counts) {
    let Counts {
        roots,
        files,
        worlds,
        failures,
        ..
    } = counts;
    let languages = counts
        .languages
        .map(|it| format!("{:>8}{:>8}{:>8}", it.generated, it.refused, it.compiled));
    println!(
        "{name:26}{roots:>6}{files:>6}{worlds:>8}{}{failures:>8}",
        languages.concat()
    );
}
