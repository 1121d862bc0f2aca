//! Older dialects of WIT: telling them from today's, and rewriting them.
//!
//! WIT looked differently in 2021 (`function`, `expected<_, e>`, items without an interface), and in 2023 (no `;`, `float32`,
//! results with names). What a token or a few of them tell is rewritten by `rewrite`; where a `;` is missing, the
//! parser knows. Text of today is never touched: all that is rewritten is an error today.

mod brackets;
mod edits;
mod homeless;
mod names;
mod paths;
mod rewrite;
mod rewriter;
mod sign;
mod words;

use crate::codes;
use crate::read::read;
pub use names::Names;
use rewriter::Rewriter;
use sign::Sign;
use witc_diagnostics::{Diagnostic, Edit, Fix, Label, Span};

/// How often the parser is asked for what is missing; each time it knows a thousand places.
const ROUNDS: usize = 64;

/// How often it is asked only to recognize a dialect.
// Four thousand places are enough to see that `;` are missing everywhere.
const FEW_ROUNDS: usize = 4;

/// A file rewritten as today's WIT.
#[derive(Clone, Debug, Default)]
pub struct Upgrade {
    /// The file as it was with these edits, in order, is the text below.
    pub edits: Vec<Edit>,
    /// The text.
    pub text: String,
    /// What is not known or wrong besides, as errors; what got lost, as warnings. Their spans are those of the text as it
    /// was.
    pub diagnostics: Vec<Diagnostic>,
    signs: Vec<(Sign, Span)>,
}

/// Rewrites a file as today's WIT, as far as that can be known; `base` is the global position of its first byte. A file
/// of today stays as it is.
#[must_use]
pub fn upgrade(text: &str, base: u32, names: &Names<'_>) -> Upgrade {
    upgrade_in(text, base, names, ROUNDS)
}

fn upgrade_in(text: &str, base: u32, names: &Names<'_>, rounds: usize) -> Upgrade {
    let mut rewriter = Rewriter::new(text, base);
    rewriter.rewrite(names);
    let Rewriter {
        mut edits,
        mut signs,
        mut diagnostics,
        ..
    } = rewriter;
    let mut rewritten = edits.apply(text, base);
    for round in 0..=rounds {
        // With the `;` that the last round added, more of the text can be read, and more of them
        // can be missed.
        let mut found = Vec::new();
        let missing = read(&rewritten, 0, &mut found).missing_semicolons;
        if missing.is_empty() || round == rounds {
            let original = |span: Span| edits.original(span, base);
            let unknown: Vec<Span> = diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.is_error())
                .map(|diagnostic| line(text, base, diagnostic.primary.span))
                .collect();
            let others = found
                .into_iter()
                .map(|diagnostic| relocated(diagnostic, &original));
            // What is not known can't be read either.
            let follows = |place: Span| {
                unknown
                    .iter()
                    .any(|it| it.start <= place.start && place.start <= it.end)
            };
            diagnostics.extend(others.filter(|diagnostic| !follows(diagnostic.primary.span)));
            break;
        }
        let places: Vec<Span> = missing
            .iter()
            .map(|&place| edits.original(Span::new(place, place), base))
            .collect();
        for place in places {
            signs.push((Sign::Semicolon, place));
            edits.add(place, ";");
        }
        rewritten = edits.apply(text, base);
    }
    Diagnostic::sort(&mut diagnostics);
    signs.sort_by_key(|(_, span)| span.start);
    Upgrade {
        edits: edits.into_vec(),
        text: rewritten,
        diagnostics,
        signs,
    }
}

/// The lines that a span is on.
fn line(text: &str, base: u32, span: Span) -> Span {
    let (start, end) = ((span.start - base) as usize, (span.end - base) as usize);
    let before = text
        .get(..start)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |at| at + 1);
    let after = text
        .get(end..)
        .and_then(|after| after.find('\n'))
        .map_or(text.len(), |at| end + at);
    Span::new(base + before as u32, base + after as u32)
}

/// The diagnostic with other spans.
fn relocated(mut diagnostic: Diagnostic, place: &impl Fn(Span) -> Span) -> Diagnostic {
    diagnostic.primary.span = place(diagnostic.primary.span);
    diagnostic
        .secondary
        .iter_mut()
        .for_each(|label| label.span = place(label.span));
    // Its fixes are for a text that nobody sees.
    diagnostic.fixes.clear();
    diagnostic
}

/// Says once that a file is in an older dialect, instead of the diagnostics from `first` on that follow from it.
pub(crate) fn recognize(text: &str, base: u32, first: usize, diagnostics: &mut Vec<Diagnostic>) {
    let found = diagnostics.get(first..).unwrap_or_default();
    let errors = found
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .count();
    // Where braces are missing as well, each `;` that is not there is not always told.
    let no_semicolons = found
        .iter()
        .any(|diagnostic| diagnostic.code == codes::OLD_DIALECT)
        || !text.contains(';');
    // One mistake is what it is, whatever it looks like.
    if errors < 2 {
        return;
    }
    let mut rewriter = Rewriter::new(text, base);
    rewriter.rewrite(&Names::default());
    if !no_semicolons && rewriter.signs.iter().all(|(sign, _)| *sign == Sign::Name) {
        return;
    }
    let upgrade = upgrade_in(text, base, &Names::default(), FEW_ROUNDS);
    let others: Vec<Diagnostic> = upgrade
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .cloned()
        .collect();
    // Said of a dialect, as much would be wrong: then it is today's, with mistakes.
    if others.len() + 1 >= errors {
        return;
    }
    let Some(diagnostic) = told_once(&upgrade) else {
        return;
    };
    diagnostics.truncate(first);
    diagnostics.push(diagnostic);
    diagnostics.extend(others);
}

/// The one diagnostic.
fn told_once(upgrade: &Upgrade) -> Option<Diagnostic> {
    let mut shown: Vec<(Sign, Span)> = Vec::new();
    for &(sign, span) in &upgrade.signs {
        // One place for each sign: the file is old everywhere.
        if !shown.iter().any(|(known, _)| *known == sign) {
            shown.push((sign, span));
        }
    }
    let (&(sign, span), more) = shown.split_first()?;
    let year = shown
        .iter()
        .map(|(sign, _)| sign.year())
        .min()
        .unwrap_or(2023);
    let message = format!("this file is written in an older dialect of WIT, that of {year}");
    let mut diagnostic = Diagnostic::error(codes::OLD_DIALECT, message, span).label(sign.today());
    diagnostic.secondary = more
        .iter()
        .map(|&(sign, span)| Label {
            span,
            message: sign.today().to_owned(),
        })
        .collect();
    diagnostic = diagnostic.note("`witc fmt --upgrade` writes it in today's WIT");
    // Where items stand in no interface, the name of one has to be invented, so that there is no
    // fix that is sure.
    let is_homeless = upgrade
        .signs
        .iter()
        .any(|(sign, _)| *sign == Sign::Homeless);
    let is_guess =
        |it: &Diagnostic| matches!(it.code, codes::UPGRADE_UNKNOWN | codes::RESULT_NAMES_LOST);
    if !is_homeless && !upgrade.diagnostics.iter().any(is_guess) {
        let message = "write it in today's WIT".to_owned();
        diagnostic.fixes.push(Fix {
            message,
            edits: upgrade.edits.clone(),
            sure: true,
        });
    }
    Some(diagnostic)
}

#[cfg(test)]
mod tests {
    use super::{Names, upgrade};
    use crate::codes;
    use witc_diagnostics::Code;

    fn upgraded(text: &str) -> (String, Vec<Code>) {
        let names = Names {
            interface: Some("my_file"),
            package: None,
        };
        let upgrade = upgrade(text, 5, &names);
        for diagnostic in &upgrade.diagnostics {
            let span = diagnostic.primary.span;
            assert!(
                span.start >= 5 && span.end as usize <= text.len() + 5,
                "{diagnostic:?}"
            );
        }
        (
            upgrade.text,
            upgrade
                .diagnostics
                .iter()
                .map(|diagnostic| diagnostic.code)
                .collect(),
        )
    }

    /// What a function of an interface becomes.
    fn func(text: &str) -> String {
        let (text, codes) = upgraded(&format!("interface i {{ {text} }}"));
        assert!(
            codes.iter().all(|code| *code == codes::RESULT_NAMES_LOST),
            "{text} {codes:?}"
        );
        let inner = text
            .strip_prefix("interface i { ")
            .and_then(|text| text.strip_suffix(" }"));
        inner.unwrap_or_else(|| panic!("{text}")).to_owned()
    }

    #[test]
    fn functions() {
        for (old, new) in [
            ("f: function()", "f: func();"),
            ("f: func() -> ()", "f: func();"),
            ("f: func() -> (a: u8);", "f: func() -> u8;"),
            (
                "f: func() -> (a: u8, b: list<float32>,);",
                "f: func() -> tuple<u8, list<f32>,>;",
            ),
            ("f: func() -> unit", "f: func();"),
            ("get_it: func(the_key: u8);", "get-it: func(the-key: u8);"),
            ("Type: func(a: Record);", "%type: func(a: %record);"),
            (
                "resource r { static make: func() -> handle r }",
                "resource r { make: static func() -> r; }",
            ),
            ("type x = resource;", "resource x;"),
        ] {
            assert_eq!(func(old), new, "{old}");
        }
    }

    #[test]
    fn types() {
        for (old, new) in [
            ("expected<_, error>", "result<_, error>"),
            ("expected<unit, error>", "result<_, error>"),
            ("expected<list<u8>, _>", "result<list<u8>>"),
            ("expected<_, _>", "result"),
            (
                "expected<float64 /* why */, _ /* so */>",
                "result<f64 /* why */ /* so */>",
            ),
            ("list<float32>", "list<f32>"),
        ] {
            assert_eq!(
                func(&format!("f: func(a: {old});")),
                format!("f: func(a: {new});")
            );
        }
    }

    #[test]
    fn items_without_interface_get_one() {
        let text =
            "// about the file\n\n// about the enum\nenum e { a_b, c }\nf: function() -> e // last";
        let (text, codes) = upgraded(text);
        assert_eq!(
            text,
            "// about the file\n\ninterface my-file {\n// about the enum\nenum e { a-b, c }\nf: func() -> e; // last\n}\n"
        );
        assert_eq!(codes, [codes::UPGRADE_UNKNOWN], "the package is not known");
    }

    #[test]
    fn what_is_not_known_is_told() {
        for text in [
            "package shared\ninterface i { f: func() }",
            "interface i { use * from other }",
            "interface i { union u { u8, u16 } }",
            "interface i { f: func(a: handle r); }",
        ] {
            let (_, codes) = upgraded(text);
            assert_eq!(
                codes.first(),
                Some(&codes::UPGRADE_UNKNOWN),
                "{text} {codes:?}"
            );
        }
    }

    #[test]
    fn uses_name_their_interface_first() {
        assert_eq!(
            func("use { a_b, c as d } from other_one"),
            "use other-one.{ a-b, c as d };"
        );
    }

    #[test]
    fn text_of_today_stays_as_it_is() {
        let text = "package a:b;\ninterface i { type float32 = f32; enum e { default, float64, expected, handle, \
                    union, function } f: func(default: float32, unit: e); } world w { import pkg: i; }";
        assert_eq!(upgraded(text), (text.to_owned(), Vec::new()));
    }
}
