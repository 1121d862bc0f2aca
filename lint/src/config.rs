//! Reads settings from the text of a `witc.toml`.

use crate::codes;
use crate::languages::Language;
use crate::rules::Level;
use crate::settings::{Choice, Settings, rules};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};
use witc_diagnostics::{Diagnostic, Span, nearest};

/// The keys of `[lint]`, and of a table in `[lint.paths]`, which has the first three.
const KEYS: [&str; 6] = ["use", "except", "levels", "ignore", "languages", "paths"];

impl Settings {
    /// Reads the table `[lint]` of a `witc.toml`; other tables are left to other tools. `span` is the place of the text.
    /// What makes no sense is among the diagnostics, and left out.
    #[must_use]
    pub fn parse(text: &str, span: Span) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader {
            base: span.start,
            found: Vec::new(),
        };
        let mut settings = Self::default();
        match DeTable::parse(text) {
            Ok(table) => {
                if let Some(lint) = table.get_ref().get("lint") {
                    reader.lint(lint, &mut settings);
                }
            }
            Err(error) => {
                let place = reader.span(error.span().unwrap_or_default());
                let message = "this is no TOML";
                let diagnostic = Diagnostic::error(codes::BAD_SETTING, message, place);
                reader
                    .found
                    .push(diagnostic.note(error.message().to_owned()));
            }
        }
        (settings, reader.found)
    }
}

struct Reader {
    base: u32,
    found: Vec<Diagnostic>,
}

impl Reader {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.base + range.start as u32, self.base + range.end as u32)
    }

    fn bad(&mut self, message: String, range: Range<usize>) {
        let span = self.span(range);
        self.found
            .push(Diagnostic::error(codes::BAD_SETTING, message, span));
    }

    fn lint(&mut self, value: &Spanned<DeValue<'_>>, settings: &mut Settings) {
        for (key, value) in self.table(value, "lint") {
            match &*key.0 {
                "ignore" => {
                    settings.ignored = self
                        .words(value)
                        .into_iter()
                        .map(|(word, _)| word)
                        .collect();
                }
                "languages" => settings.languages = self.languages(value),
                "paths" => {
                    for (path, value) in self.table(value, "paths") {
                        let mut choice = Choice::default();
                        for (key, value) in self.table(value, &path.0) {
                            self.choice(&key, value, &mut choice, &KEYS[..3]);
                        }
                        settings.paths.push((path.0, choice));
                    }
                }
                _ => self.choice(&key, value, &mut settings.everywhere, &KEYS),
            }
        }
    }

    /// Reads a key that everything and single paths can have.
    fn choice(
        &mut self,
        key: &Key,
        value: &Spanned<DeValue<'_>>,
        choice: &mut Choice,
        keys: &[&str],
    ) {
        match &*key.0 {
            "use" => choice.used = Some(self.rules(value)),
            "except" => choice.except = self.rules(value),
            "levels" => choice.levels = self.levels(value),
            unknown => {
                let message = format!("`{unknown}` is no setting of lint");
                let span = self.span(key.1.clone());
                let diagnostic = Diagnostic::error(codes::BAD_SETTING, message, span);
                self.found
                    .push(match nearest(unknown, keys.iter().copied()) {
                        Some(near) => diagnostic.guess(format!("write `{near}`"), span, near),
                        None => {
                            diagnostic.note(format!("the settings are `{}`", keys.join("`, `")))
                        }
                    });
            }
        }
    }

    fn levels(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(usize, Level)> {
        let mut levels = Vec::new();
        for (key, value) in self.table(value, "levels") {
            let level = value.get_ref().as_str().and_then(Level::named);
            let Some(level) = level else {
                let message = "a level is `\"allow\"`, `\"warn\"` or `\"deny\"`".to_owned();
                self.bad(message, value.span());
                continue;
            };
            let rules = self.named(&key.0, key.1);
            levels.extend(rules.into_iter().map(|rule| (rule, level)));
        }
        levels
    }

    fn rules(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<usize> {
        let words = self.words(value);
        let found = words
            .into_iter()
            .map(|(word, place)| self.named(&word, place));
        found.flatten().collect()
    }

    fn languages(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Language> {
        let mut languages = Vec::new();
        for (word, place) in self.words(value) {
            match Language::named(&word) {
                Some(language) => languages.push(language),
                None => {
                    let names: Vec<_> = Language::ALL.iter().map(|it| it.key()).collect();
                    let message =
                        format!("`{word}` is none of the languages `{}`", names.join("`, `"));
                    self.bad(message, place);
                }
            }
        }
        languages
    }

    /// The rules that a word stands for; none if it is unknown, which is reported.
    fn named(&mut self, word: &str, place: Range<usize>) -> Vec<usize> {
        rules(word).unwrap_or_else(|unknown| {
            let span = self.span(place);
            let diagnostic = Diagnostic::error(codes::UNKNOWN_RULE, unknown.to_string(), span);
            self.found.push(match unknown.near {
                Some(near) => diagnostic.note(format!("a similar name is `{near}`")),
                None => diagnostic.note("`witc lint --rules` lists all rules"),
            });
            Vec::new()
        })
    }

    fn words(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, Range<usize>)> {
        let array = value.get_ref().as_array();
        let Some(array) = array.filter(|array| is_of_strings(array)) else {
            self.bad(
                "a list of strings is expected here".to_owned(),
                value.span(),
            );
            return Vec::new();
        };
        let word = |value: &Spanned<DeValue<'_>>| {
            Some((value.get_ref().as_str()?.to_owned(), value.span()))
        };
        array.iter().filter_map(word).collect()
    }

    fn table<'v, 'd>(
        &mut self,
        value: &'v Spanned<DeValue<'d>>,
        name: &str,
    ) -> Vec<(Key, &'v Spanned<DeValue<'d>>)> {
        let Some(table) = value.get_ref().as_table() else {
            self.bad(format!("`{name}` has to be a table"), value.span());
            return Vec::new();
        };
        let entry = |(key, value): (&Spanned<_>, &'v _)| {
            let name: &std::borrow::Cow<'_, str> = key.get_ref();
            (Key(name.to_string(), key.span()), value)
        };
        let mut entries: Vec<_> = table.iter().map(entry).collect();
        // In the order of the text: of settings for two paths, the later ones count.
        entries.sort_by_key(|(key, _)| key.1.start);
        entries
    }
}

fn is_of_strings(array: &DeArray<'_>) -> bool {
    array.iter().all(|value| value.get_ref().as_str().is_some())
}

/// A key with its place.
struct Key(String, Range<usize>);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{RULES, Rule};

    fn parse(text: &str) -> (Settings, Vec<String>) {
        let (settings, found) = Settings::parse(text, Span::new(0, text.len() as u32));
        let line = |it: &Diagnostic| {
            let place = &text[it.primary.span.start as usize..it.primary.span.end as usize];
            format!("{} {} at {place}", it.code, it.message)
        };
        (settings, found.iter().map(line).collect())
    }

    fn level(settings: &Settings, path: &str, rule: &str) -> Level {
        settings.levels(path)[Rule::named(rule)[0]]
    }

    #[test]
    fn everything_can_be_set() {
        let text = "[other]\nkey = 1\n[lint]\nuse = ['default', 'missing-docs']\nexcept = ['W3203']\nignore = ['old']\n\
            languages = ['rust']\n[lint.levels]\nnames = 'deny'\n[lint.paths.'wit/a']\nuse = ['docs']\n";
        let (settings, found) = parse(text);
        assert_eq!(found, [""; 0]);
        assert_eq!(level(&settings, "wit/b.wit", "two-bools"), Level::Allow);
        assert_eq!(
            level(&settings, "wit/b.wit", "undocumented-type"),
            Level::Warn
        );
        assert_eq!(level(&settings, "wit/b.wit", "keyword"), Level::Deny);
        assert_eq!(level(&settings, "wit/a/b.wit", "keyword"), Level::Allow);
        assert_eq!(level(&settings, "wit/a/b.wit", "todo"), Level::Warn);
        assert!(
            settings
                .levels("old/x.wit")
                .iter()
                .all(|&it| it == Level::Allow)
        );
        assert_eq!(settings.languages, [Language::Rust]);
    }

    #[test]
    fn nothing_is_the_default() {
        let (settings, found) = parse("");
        assert_eq!(found, [""; 0]);
        let levels = settings.levels("a.wit");
        assert!(
            levels
                .iter()
                .zip(RULES)
                .all(|(&level, rule)| level == rule.level)
        );
    }

    #[test]
    fn mistakes_are_told_at_their_places() {
        let text = "[lint]\nuse = ['two-bool']\nexept = []\nexcept = 1\nlanguages = ['cobol']\n[lint.levels]\ntodo = 'no'\n";
        let (_, found) = parse(text);
        assert_eq!(
            found,
            [
                "W3502 there is no rule `two-bool` at 'two-bool'",
                "W3501 `exept` is no setting of lint at exept",
                "W3501 a list of strings is expected here at 1",
                "W3501 `cobol` is none of the languages `rust`, `c`, `cpp`, `csharp`, `go`, `javascript`, `python` at 'cobol'",
                "W3501 a level is `\"allow\"`, `\"warn\"` or `\"deny\"` at 'no'",
            ]
        );
        let (_, found) = parse("[lint\n");
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
