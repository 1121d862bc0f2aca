//! The smallest version number that would be honest.

use crate::change::Class;
use semver::{BuildMetadata, Prerelease, Version};

/// Advice on the number of a new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The number of the old version.
    pub old: Version,
    /// The number that the new one has.
    pub new: Option<Version>,
    /// The smallest that it may have.
    pub least: Version,
    /// The rule that says so.
    pub rule: &'static str,
    /// Whether its number says as much as it has to.
    pub honest: bool,
}

/// Says which number a new version may have at least, given the worst that its changes come to.
///
/// ```
/// use witc_compare::Class;
/// use witc_compare::diff::advise;
///
/// let least = |old: &str, class| advise(&old.parse().unwrap(), None, Some(class)).least.to_string();
/// assert_eq!(least("1.2.3", Class::Breaking), "2.0.0");
/// assert_eq!(least("1.2.3", Class::Compatible), "1.3.0");
/// assert_eq!(least("1.2.3", Class::Docs), "1.2.4");
/// assert_eq!(least("0.2.3", Class::Breaking), "0.3.0");
/// assert_eq!(least("0.2.3", Class::Compatible), "0.2.4");
/// assert_eq!(least("0.0.3", Class::Compatible), "0.0.4");
/// assert_eq!(least("1.0.0-rc.2", Class::Breaking), "1.0.0-rc.3");
/// ```
#[must_use]
pub fn advise(old: &Version, new: Option<&Version>, worst: Option<Class>) -> Advice {
    let (least, rule) = match worst {
        None => (old.clone(), "nothing changed"),
        Some(class) => least(old, class),
    };
    let honest = new.is_none_or(|new| {
        // A pre-release announces its version, so that 2.0.0-rc.1 says as much as 2.0.0 as long as it is later than
        // the old version. After a pre-release every change needs a number of its own. Build metadata has no order.
        let release = Version::new(new.major, new.minor, new.patch);
        new.cmp_precedence(&least).is_ge()
            || (old.pre.is_empty()
                && new.cmp_precedence(old).is_gt()
                && release.cmp_precedence(&least).is_ge())
    });
    Advice {
        old: old.clone(),
        new: new.cloned(),
        least,
        rule,
        honest,
    }
}

fn least(old: &Version, class: Class) -> (Version, &'static str) {
    let &Version {
        major,
        minor,
        patch,
        ..
    } = old;
    // The rule of pre-releases comes first, because it holds whatever the numbers before them are.
    if !old.pre.is_empty() {
        let rule =
            "a pre-release is compatible with nothing but itself: each change takes the next one";
        return (next_prerelease(old), rule);
    }
    // The largest number has none after it; a wrong advice is better than a panic.
    let next = |number: u64| number.saturating_add(1);
    match (major, minor, class) {
        (0, 0, _) => (
            Version::new(0, 0, next(patch)),
            "below 0.1.0 no two numbers are compatible: each change takes the next one",
        ),
        (0, _, Class::Breaking) => (
            Version::new(0, next(minor), 0),
            "below 1.0.0 the minor number tells of what breaks",
        ),
        (0, ..) => (
            Version::new(0, minor, next(patch)),
            "below 1.0.0 the patch number tells of all that does not break",
        ),
        (_, _, Class::Breaking) => (
            Version::new(next(major), 0, 0),
            "the major number tells of what breaks",
        ),
        (_, _, Class::Compatible) => (
            Version::new(major, next(minor), 0),
            "the minor number tells of what is new",
        ),
        (_, _, Class::Docs) => (
            Version::new(major, minor, next(patch)),
            "the patch number tells of all that changes no type",
        ),
    }
}

/// The pre-release that follows: its last part counted up if it is a number, or else with a number after it.
fn next_prerelease(old: &Version) -> Version {
    let text = old.pre.as_str();
    let (head, last) = text
        .rsplit_once('.')
        .map_or(("", text), |(head, last)| (head, last));
    let next = match last.parse::<u64>() {
        Ok(number) if head.is_empty() => number.saturating_add(1).to_string(),
        Ok(number) => format!("{head}.{}", number.saturating_add(1)),
        // `rc` is before `rc.1`, because more parts are later where the first ones are equal.
        Err(_) => format!("{text}.1"),
    };
    // A valid pre-release stays valid with a number at its end, so the fallback is never used.
    let pre = Prerelease::new(&next).unwrap_or_else(|_| old.pre.clone());
    Version {
        pre,
        // The metadata is about the old build.
        build: BuildMetadata::EMPTY,
        ..old.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_honest_that_says_enough() {
        let honest = |old: &str, new: &str, class| {
            let (old, new) = (
                old.parse().expect("a version"),
                new.parse().expect("a version"),
            );
            advise(&old, Some(&new), class).honest
        };
        for (old, new, class, expected) in [
            ("1.2.0", "1.2.0", None, true),
            ("1.2.0", "1.2.0", Some(Class::Docs), false),
            ("1.2.0", "1.3.0", Some(Class::Breaking), false),
            ("1.2.0", "2.0.0", Some(Class::Breaking), true),
            ("1.2.0", "2.0.0-rc.1", Some(Class::Breaking), true),
            ("1.2.0", "1.3.0-rc.1", Some(Class::Breaking), false),
            ("1.2.0", "1.2.1", Some(Class::Compatible), false),
            ("0.2.0", "0.2.1", Some(Class::Compatible), true),
            ("0.2.0", "0.2.1", Some(Class::Breaking), false),
            ("0.2.0", "1.0.0", Some(Class::Breaking), true),
            ("0.0.1", "0.0.2", Some(Class::Breaking), true),
            ("1.0.0-rc.1", "1.0.0-rc.1", Some(Class::Docs), false),
            ("1.0.0-rc.1", "1.0.0", Some(Class::Breaking), true),
            ("1.0.0-alpha", "1.0.0-alpha.1", Some(Class::Breaking), true),
            ("1.2.0", "1.1.0", None, false),
            ("1.2.0+a", "1.2.0+b", None, true),
        ] {
            assert_eq!(
                honest(old, new, class),
                expected,
                "{old} to {new}, {class:?}"
            );
        }
    }

    #[test]
    fn the_largest_numbers_stay_as_they_are() {
        let most = u64::MAX;
        let old = Version::new(most, most, most);
        assert_eq!(advise(&old, None, Some(Class::Breaking)).least.major, most);
    }
}
