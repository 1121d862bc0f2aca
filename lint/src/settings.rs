//! The settings of lint: which rules are on, at which level, for which files.

use crate::languages::Language;
use crate::rules::{Level, RULES, Rule};
use witc_diagnostics::Diagnostic;

/// Which rules are on, for which files.
#[derive(Clone, Debug)]
pub struct Settings {
    pub(crate) everywhere: Choice,
    /// Further choices for the files of some paths, in order.
    pub(crate) paths: Vec<(String, Choice)>,
    /// The paths whose files have no findings.
    pub(crate) ignored: Vec<String>,
    /// The languages that names are looked at for.
    pub(crate) languages: Vec<Language>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            everywhere: Choice::default(),
            paths: Vec::new(),
            ignored: Vec::new(),
            languages: Language::ALL.to_vec(),
        }
    }
}

/// Changes of levels, in the order in which they are made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    /// The rules that are on, if not the default ones: words that [`Rule::named`] knows.
    pub(crate) used: Option<Vec<usize>>,
    /// Rules that are on beside these.
    pub(crate) more: Vec<usize>,
    /// Rules with a level of their own.
    pub(crate) levels: Vec<(usize, Level)>,
    /// Rules that are off.
    pub(crate) except: Vec<usize>,
}

/// The level of each rule.
pub(crate) type Levels = [Level; RULES.len()];

impl Settings {
    /// Switches rules on that a word stands for: a code, a name, a group, `default` or `all`.
    ///
    /// # Errors
    ///
    /// The word stands for none; with words that are similar.
    pub fn use_rules(&mut self, word: &str) -> Result<(), UnknownRule> {
        self.everywhere.more.extend(rules(word)?);
        Ok(())
    }

    /// Switches rules off that a word stands for.
    ///
    /// # Errors
    ///
    /// The word stands for none; with words that are similar.
    pub fn except_rules(&mut self, word: &str) -> Result<(), UnknownRule> {
        self.everywhere.except.extend(rules(word)?);
        Ok(())
    }

    /// The findings about a file that is no WIT, with the levels that the settings give them.
    #[must_use]
    pub fn keep(&self, path: &str, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let levels = self.levels(path);
        let keep = |mut it: Diagnostic| {
            it.severity = levels[Rule::index(it.code)?].severity()?;
            Some(it)
        };
        found.into_iter().filter_map(keep).collect()
    }

    /// The levels of the rules for a file, by its path from the folder of the settings.
    pub(crate) fn levels(&self, path: &str) -> Levels {
        let mut levels = [Level::Allow; RULES.len()];
        if self.ignored.iter().any(|folder| is_below(path, folder)) {
            return levels;
        }
        for (level, rule) in levels.iter_mut().zip(RULES) {
            *level = rule.level;
        }
        self.everywhere.apply(&mut levels);
        for (folder, choice) in &self.paths {
            if is_below(path, folder) {
                choice.apply(&mut levels);
            }
        }
        levels
    }
}

impl Choice {
    fn apply(&self, levels: &mut Levels) {
        if let Some(used) = &self.used {
            *levels = [Level::Allow; RULES.len()];
            switch_on(levels, used);
        }
        switch_on(levels, &self.more);
        for &(rule, level) in &self.levels {
            levels[rule] = level;
        }
        for &rule in &self.except {
            levels[rule] = Level::Allow;
        }
    }
}

fn switch_on(levels: &mut Levels, rules: &[usize]) {
    for &rule in rules {
        levels[rule] = levels[rule].max(Level::Warn);
    }
}

/// Whether a file is the one at a path or below it.
fn is_below(file: &str, path: &str) -> bool {
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let rest = file.trim_start_matches("./").strip_prefix(path);
    path.is_empty()
        || path == "."
        || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A word that stands for no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownRule {
    /// The word.
    pub word: String,
    /// A word that it may be meant for.
    pub near: Option<&'static str>,
}

impl std::fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "there is no rule `{}`", self.word)
    }
}

impl std::error::Error for UnknownRule {}

/// The rules that a word stands for.
pub(crate) fn rules(word: &str) -> Result<Vec<usize>, UnknownRule> {
    let found = Rule::named(word);
    if found.is_empty() {
        let near = witc_diagnostics::nearest(word, Rule::words());
        let word = word.to_owned();
        return Err(UnknownRule { word, near });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::is_below;

    #[test]
    fn files_are_below_folders() {
        for (file, path) in [
            ("wit/a.wit", "wit"),
            ("./wit/a.wit", "wit/"),
            ("a.wit", "./a.wit"),
            ("a.wit", "."),
        ] {
            assert!(is_below(file, path), "{file} {path}");
        }
        assert!(!is_below("wits/a.wit", "wit"));
    }
}
