//! The table of all rules: what each is called, its group, its level without settings, and what its fix is worth.

use crate::codes;
use witc_diagnostics::{Code, Severity};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It is not reported.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

impl Level {
    /// The level of a name: `allow`, `warn`, `deny`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "allow" => Some(Self::Allow),
            "warn" => Some(Self::Warn),
            "deny" => Some(Self::Deny),
            _ => None,
        }
    }

    /// The severity of what is found; nothing if it is not reported.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Warn => Some(Severity::Warning),
            Self::Deny => Some(Severity::Error),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

/// A group of rules, by what they are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Versions and gates.
    Releases,
    /// What could be left out.
    DeadWeight,
    /// Types and signatures.
    Shapes,
    /// Names, in WIT and in the languages that bindings are generated for.
    Names,
    /// Documentation.
    Docs,
    /// The settings of lint itself.
    Settings,
}

impl Group {
    /// All groups, in order.
    pub const ALL: [Self; 6] = [
        Self::Releases,
        Self::DeadWeight,
        Self::Shapes,
        Self::Names,
        Self::Docs,
        Self::Settings,
    ];

    /// Its name, as `witc.toml` has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Releases => "releases",
            Self::DeadWeight => "dead-weight",
            Self::Shapes => "shapes",
            Self::Names => "names",
            Self::Docs => "docs",
            Self::Settings => "settings",
        }
    }
}

/// What the fix of a rule does when it is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repair {
    /// There is none that is sure.
    None,
    /// It changes the text and nothing that it means.
    Text,
    /// It changes documentation.
    Docs,
    /// It changes gates, which say since when an item is there.
    Gates,
    /// It changes what an interface or a world has, and says so.
    Meaning,
}

impl Repair {
    /// In a word or two.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Text => "the text alone",
            Self::Docs => "documentation",
            Self::Gates => "gates",
            Self::Meaning => "the meaning",
        }
    }
}

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: &'static str,
    /// Its group.
    pub group: Group,
    /// Its level without settings.
    pub level: Level,
    /// What its fix changes.
    pub repair: Repair,
}

impl Rule {
    /// The position in [`RULES`] of the rule with a code.
    #[must_use]
    pub fn index(code: Code) -> Option<usize> {
        RULES.binary_search_by_key(&code, |rule| rule.code).ok()
    }

    /// The rules that a word stands for: a code, a name, a group, `default` or `all`.
    #[must_use]
    pub fn named(word: &str) -> Vec<usize> {
        let is_meant = |rule: &Rule| match word {
            "all" => true,
            "default" => rule.level != Level::Allow,
            "missing-docs" => rule.name.starts_with("undocumented-"),
            word => {
                rule.name == word
                    || rule.group.name() == word
                    || rule.code.name().eq_ignore_ascii_case(word)
            }
        };
        let numbered = RULES.iter().enumerate();
        numbered
            .filter(|(_, rule)| is_meant(rule))
            .map(|(index, _)| index)
            .collect()
    }

    /// Every word that stands for rules.
    pub fn words() -> impl Iterator<Item = &'static str> {
        let groups = Group::ALL.into_iter().map(Group::name);
        let rules = RULES.iter().flat_map(|rule| [rule.name, rule.code.name()]);
        groups
            .chain(["all", "default", "missing-docs"])
            .chain(rules)
    }
}

const fn on(code: Code, name: &'static str, group: Group, repair: Repair) -> Rule {
    Rule {
        code,
        name,
        group,
        level: Level::Warn,
        repair,
    }
}

const fn off(code: Code, name: &'static str, group: Group) -> Rule {
    Rule {
        level: Level::Allow,
        ..on(code, name, group, Repair::None)
    }
}

use Group::{DeadWeight, Docs, Names, Releases, Settings, Shapes};
use Repair::{Gates, Meaning, None as No, Text};

/// All rules, in the order of their codes.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    off(codes::MISSING_VERSION, "missing-version", Releases),
    on(codes::MISSING_GATE, "missing-gate", Releases, Gates),
    on(codes::SINCE_BEFORE_CONTAINER, "since-before-container", Releases, Gates),
    on(codes::UNSTABLE_LEAK, "unstable-leak", Releases, No),
    on(codes::NEWER_LEAK, "newer-leak", Releases, No),
    on(codes::DEPRECATED_WITHOUT_REPLACEMENT, "deprecated-without-replacement", Releases, No),
    on(codes::DEPRECATED_BEFORE_SINCE, "deprecated-before-since", Releases, No),
    on(codes::STABLE_ON_UNSTABLE, "stable-on-unstable", Releases, No),
    on(codes::RELEASE_ON_PRERELEASE, "release-on-prerelease", Releases, No),
    on(codes::TWO_VERSIONS, "two-versions", Releases, No),
    on(codes::STABILIZE, "stabilize", Releases, Gates),
    on(codes::SIMILAR_FEATURES, "similar-features", Releases, No),
    on(codes::BUILD_METADATA, "build-metadata", Releases, No),
    on(codes::DEPRECATED_TYPE, "deprecated-type", Releases, No),
    on(codes::LOCK_OUT_OF_SYNC, "lock-out-of-sync", Releases, No),
    on(codes::UNUSED_USE, "unused-use", DeadWeight, Meaning),
    on(codes::UNUSED_TYPE, "unused-type", DeadWeight, No),
    on(codes::UNOBTAINABLE_RESOURCE, "unobtainable-resource", DeadWeight, No),
    on(codes::IMPLIED_IMPORT, "implied-import", DeadWeight, Text),
    on(codes::INCLUDED_EXTERN, "included-extern", DeadWeight, Text),
    on(codes::IDLE_INCLUDE, "idle-include", DeadWeight, Text),
    on(codes::EMPTY_WORLD, "empty-world", DeadWeight, No),
    on(codes::EMPTY_INTERFACE, "empty-interface", DeadWeight, No),
    on(codes::UNUSED_FILE_USE, "unused-file-use", DeadWeight, Text),
    on(codes::IDLE_RENAME, "idle-rename", DeadWeight, Text),
    on(codes::EMPTY_BODY, "empty-body", DeadWeight, Text),
    on(codes::NEEDLESS_OWN, "needless-own", DeadWeight, Text),
    on(codes::NEEDLESS_ESCAPE, "needless-escape", DeadWeight, Text),
    on(codes::OWN_PACKAGE_PATH, "own-package-path", DeadWeight, Text),
    on(codes::SPLIT_USE, "split-use", DeadWeight, Text),
    on(codes::DOCS_OF_NOTHING, "docs-of-nothing", DeadWeight, Text),
    on(codes::SPLIT_DOCS, "split-docs", DeadWeight, Text),
    on(codes::ORDINARY_COMMENT, "ordinary-comment", DeadWeight, Text),
    on(codes::NO_ERROR, "no-error", Shapes, No),
    on(codes::STRING_ERROR, "string-error", Shapes, No),
    on(codes::TWO_BOOLS, "two-bools", Shapes, No),
    on(codes::MANY_PARAMS, "many-params", Shapes, No),
    off(codes::MANY_ASYNC_PARAMS, "many-async-params", Shapes),
    on(codes::OPTION_OF_OPTION, "option-of-option", Shapes, No),
    on(codes::PAIRS_FOR_MAP, "pairs-for-map", Shapes, No),
    on(codes::BYTES_FOR_STREAM, "bytes-for-stream", Shapes, No),
    on(codes::U64_ID, "u64-id", Shapes, No),
    on(codes::LARGE_RECORD, "large-record", Shapes, No),
    on(codes::EXPLODING_TYPE, "exploding-type", Shapes, No),
    off(codes::NOT_SYNC, "not-sync", Shapes),
    on(codes::VARIANT_WITHOUT_PAYLOADS, "variant-without-payloads", Shapes, No),
    on(codes::TUPLE_OF_ONE, "tuple-of-one", Shapes, No),
    on(codes::KEYWORD, "keyword", Names, No),
    on(codes::CLASH, "clash", Names, No),
    on(codes::FUNCTION_LIKE_METHOD, "function-like-method", Names, No),
    on(codes::CASE_REPEATS_TYPE, "case-repeats-type", Names, No),
    on(codes::INTERFACE_LIKE_PACKAGE, "interface-like-package", Names, No),
    on(codes::GETTER_AND_SETTER, "getter-and-setter", Names, No),
    on(codes::FILE_NAME, "file-name", Names, No),
    on(codes::RESERVED_FILE_NAME, "reserved-file-name", Names, No),
    off(codes::UNDOCUMENTED_PACKAGE, "undocumented-package", Docs),
    off(codes::UNDOCUMENTED_WORLD, "undocumented-world", Docs),
    off(codes::UNDOCUMENTED_INTERFACE, "undocumented-interface", Docs),
    off(codes::UNDOCUMENTED_TYPE, "undocumented-type", Docs),
    off(codes::UNDOCUMENTED_FUNCTION, "undocumented-function", Docs),
    off(codes::UNDOCUMENTED_FIELD, "undocumented-field", Docs),
    off(codes::UNDOCUMENTED_CASE, "undocumented-case", Docs),
    off(codes::UNDOCUMENTED_FLAG, "undocumented-flag", Docs),
    off(codes::UNDOCUMENTED_ERROR, "undocumented-error", Docs),
    on(codes::DEAD_LINK, "dead-link", Docs, No),
    on(codes::TODO, "todo", Docs, No),
    on(codes::UNKNOWN_PARAM, "unknown-param", Docs, No),
    on(codes::EMPTY_DOCS, "empty-docs", Docs, Repair::Docs),
    on(codes::STARRED_DOCS, "starred-docs", Docs, Repair::Docs),
    on(codes::DOCS_WITHOUT_SPACE, "docs-without-space", Docs, Repair::Docs),
    on(codes::TYPE_AS_HTML, "type-as-html", Docs, Repair::Docs),
    on(codes::BLANK_DOC_EDGE, "blank-doc-edge", Docs, Repair::Docs),
    on(codes::INNER_DOCS, "inner-docs", Docs, Repair::Docs),
    on(codes::REPEATED_WORD, "repeated-word", Docs, Repair::Docs),
    on(codes::HEADING_WITHOUT_SPACE, "heading-without-space", Docs, Repair::Docs),
    on(codes::MISSPELLING, "misspelling", Docs, Repair::Docs),
    on(codes::ODD_BACKTICKS, "odd-backticks", Docs, No),
    on(codes::OPEN_FENCE, "open-fence", Docs, No),
    on(codes::BLOCK_COMMENT, "block-comment", Docs, Repair::Docs),
    on(codes::BAD_SETTING, "bad-setting", Settings, No),
    on(codes::UNKNOWN_RULE, "unknown-rule", Settings, No),
    on(codes::ALLOW_WITHOUT_REASON, "allow-without-reason", Settings, No),
    on(codes::IDLE_ALLOW, "idle-allow", Settings, No),
];

#[cfg(test)]
mod tests {
    use super::{RULES, Repair, Rule};
    use crate::codes;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_is_a_rule() {
        let rules: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
        assert_eq!(rules, codes::ALL, "and they are sorted, for the search");
        let words: Vec<_> = Rule::words().collect();
        let unique: BTreeSet<_> = words.iter().collect();
        assert_eq!(unique.len(), words.len(), "no word means two things");
        assert!(words.iter().all(|word| !Rule::named(word).is_empty()));
    }

    #[test]
    fn there_are_as_many_as_promised() {
        let fixes = RULES.iter().filter(|rule| rule.repair != Repair::None);
        assert!(RULES.len() >= 40 && fixes.count() >= 25);
    }
}
