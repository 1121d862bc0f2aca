//! Names, gates and comments.

use crate::{ACTIVE_FEATURE, Dice};
use std::collections::BTreeSet;

const WORDS: &[&str] = &[
    "list",
    "type",
    "func",
    "stream",
    "error",
    "own",
    "get",
    "set",
    "map",
    "with",
    "world",
    "async",
    "result",
    "apple",
    "bread",
    "cable",
    "delta",
    "echo",
    "fjord",
    "gate",
    "hat",
    "ink",
    "jar",
    "kite",
    "lamp",
    "moon",
    "HTTP",
    "URL",
    "x2",
    "v8",
    "a",
    "b",
    "c",
    "constructor",
    "as",
    "from",
    "package",
    "include",
    "use",
    "bool",
];

/// Words that are no names without a `%`.
const KEYWORDS: &[&str] = &[
    "use",
    "type",
    "func",
    "u8",
    "u16",
    "u32",
    "u64",
    "s8",
    "s16",
    "s32",
    "s64",
    "f32",
    "f64",
    "char",
    "bool",
    "string",
    "option",
    "result",
    "future",
    "stream",
    "list",
    "own",
    "borrow",
    "resource",
    "record",
    "flags",
    "variant",
    "enum",
    "static",
    "constructor",
    "interface",
    "world",
    "import",
    "export",
    "package",
    "include",
    "as",
    "from",
    "tuple",
    "async",
    "map",
    "with",
    "error-context",
    "get",
    "set",
];

/// The names of a scope, as [`key`] gives them.
pub(crate) type Taken = BTreeSet<String>;

/// A name that is new in a scope.
pub(crate) fn fresh(dice: &mut Dice, taken: &mut Taken) -> String {
    for attempt in 0.. {
        let mut name = (*dice.choose(WORDS)).to_owned();
        // Short names first: they clash with each other and with keywords, which is what tests look for.
        for _ in 0..dice.below(2) + attempt / 4 {
            name.push('-');
            name.push_str(dice.choose::<&str>(WORDS));
        }
        if attempt > 2 && dice.percent(30) {
            name.push_str(&format!("-{}", dice.below(100)));
        }
        // What back ends call a second form of something, which may be the name of something else.
        if dice.percent(4) && !taken.is_empty() {
            let known = dice.below(taken.len());
            let known = taken.iter().nth(known).expect("there are as many");
            name = format!("{known}-{}", dice.choose::<&str>(&["result", "param"]));
        }
        if taken.insert(key(&name)) {
            return name;
        }
    }
    unreachable!("names become longer with every attempt")
}

/// The form of a name in which WIT compares it: without case and hyphens.
pub(crate) fn key(name: &str) -> String {
    name.replace('-', "").to_lowercase()
}

/// A name as it is written: with a `%` where it has to be, and now and then where not.
pub(crate) fn written(dice: &mut Dice, name: &str) -> String {
    // A `%` is allowed everywhere, and changes nothing.
    if KEYWORDS.contains(&name) || dice.percent(2) {
        format!("%{name}")
    } else {
        name.to_owned()
    }
}

/// The gate of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gate {
    #[default]
    None,
    Since,
    Active,
    /// A feature that is off: the item does not exist.
    Inactive(usize),
}

const INACTIVE: [&str; 2] = ["slow", "far-off"];

impl Gate {
    /// A gate for an item within one of the gate `outer`.
    pub(crate) fn random(dice: &mut Dice, versioned: bool, outer: Gate) -> Gate {
        // What is in something that does not exist does not exist either.
        if outer.is_inactive() {
            return outer;
        }
        match dice.below(20) {
            // `@since` names a version, which a package without one does not have.
            0..=3 if versioned => Gate::Since,
            4 => Gate::Active,
            5 => Gate::Inactive(dice.below(INACTIVE.len())),
            _ => Gate::None,
        }
    }

    /// Whether the item does not exist.
    pub(crate) fn is_inactive(self) -> bool {
        matches!(self, Gate::Inactive(_))
    }

    /// Whether something gated like this may refer to something gated by `other`.
    pub(crate) fn may_refer_to(self, other: Gate) -> bool {
        !other.is_inactive() || self == other
    }

    /// The attributes, `version` being the package's.
    pub(crate) fn attributes(self, dice: &mut Dice, version: Option<&str>) -> Vec<String> {
        let mut attributes = match self {
            Gate::None => return Vec::new(),
            Gate::Since => vec![format!("@since(version = {})", version.unwrap_or("0.0.1"))],
            Gate::Active => vec![format!("@unstable(feature = {ACTIVE_FEATURE})")],
            Gate::Inactive(number) => vec![format!("@unstable(feature = {})", INACTIVE[number])],
        };
        if dice.percent(15) {
            attributes.push(format!(
                "@deprecated(version = {})",
                version.unwrap_or("0.0.1")
            ));
            if dice.percent(30) {
                attributes.swap(0, 1);
            }
        }
        attributes
    }
}

/// Comments to stand before an item.
pub(crate) fn comments(dice: &mut Dice) -> Vec<String> {
    match dice.below(14) {
        0 => vec!["/// What it is for.".to_owned()],
        1 => vec![
            "/// Two lines,".to_owned(),
            "///   the second one indented  ".to_owned(),
        ],
        2 => vec!["/** One block. */".to_owned()],
        3 => vec![
            "/**\n * Stars\n *   before lines\n */".to_owned(),
            "/// and a line".to_owned(),
        ],
        4 => vec!["// Nobody's documentation.".to_owned()],
        5 => vec!["/* One /* in the other */ one */".to_owned()],
        6 => vec![
            "/// Before".to_owned(),
            "// between".to_owned(),
            "///after".to_owned(),
            "///".to_owned(),
        ],
        7 => vec!["/// Zwölf Boxkämpfer, 日本語, 😀".to_owned()],
        _ => Vec::new(),
    }
}

/// An `@external-id`, now and then.
pub(crate) fn external_id(dice: &mut Dice) -> Option<String> {
    dice.percent(4).then(|| {
        format!(
            "@external-id(\"{}\")",
            dice.choose(&[
                "id",
                "some/thing",
                "a b",
                "ünï",
                "\\u{1f600}\\t\\\"",
                "\\41",
                ""
            ])
        )
    })
}
