//! Placeholders of templates that were not filled in.

use crate::{KEYWORDS, Outcome, Piece, at_random, with};

/// Placeholders of several engines.
const PLACEHOLDERS: [&str; 12] = [
    "{{x}}",
    "{{ x.interface }}",
    "{{{x}}}",
    "{{x | kebab_case}}",
    "<%= x %>",
    "<%- x %>",
    "${x}",
    "${x.y}",
    "my-{{x}}",
    "{{x}}-name",
    "pre-${x}-post",
    "{{x}}{{y}}",
];

/// A text with a `_` in each kind of place that a placeholder can have.
const PLACES: [&str; 30] = [
    "package _:b;\n",
    "package a:_;\n",
    "package a:b@_;\n",
    "package a:b@_ {\n    interface i {}\n}\n",
    "package a:b;\ninterface _ {\n    f: func();\n}\n",
    "package a:b;\nworld _ {\n    import f: func();\n}\n",
    "package a:b;\nworld w {\n    import _;\n    export c;\n}\n",
    "package a:b;\nworld w {\n    import _:d/e@1.0.0;\n}\n",
    "package a:b;\nworld w {\n    import c:d/_@1.0.0;\n}\n",
    "package a:b;\nworld w {\n    import c:d/e@_;\n}\n",
    "package a:b;\nworld w {\n    include _;\n    include v with { a as _ }\n}\n",
    "package a:b;\ninterface i {\n    use c.{_};\n}\n",
    "package a:b;\ninterface i {\n    use c.{_, d, e as f};\n}\n",
    "package a:b;\ninterface i {\n    use c.{d, e as _};\n}\n",
    "package a:b;\ninterface i {\n    use c._;\n    use _.{d};\n}\n",
    "package a:b;\ninterface i {\n    type _ = u8;\n    type t = _;\n}\n",
    "package a:b;\ninterface i {\n    type t = list<_>;\n}\n",
    "package a:b;\ninterface i {\n    type t = list<u8, _>;\n}\n",
    "package a:b;\ninterface i {\n    type t = list<list<option<u8>, 4>, _>;\n}\n",
    "package a:b;\ninterface i {\n    type t = list<result<u8, tuple<_, u8>>, _>;\n}\n",
    "package a:b;\ninterface i {\n    record r { _: u8, b: _ }\n}\n",
    "package a:b;\ninterface i {\n    enum e { a, _, c }\n}\n",
    "package a:b;\ninterface i {\n    variant v { _(u8), b(_) }\n}\n",
    "package a:b;\ninterface i {\n    resource _ {\n        constructor(_: u8);\n        m: static func();\n    }\n}\n",
    "package a:b;\ninterface i {\n    f: _(a: u8) -> u8;\n}\n",
    "package a:b;\ninterface i {\n    resource r {\n        size: _() -> u32;\n        count: static _() -> u32;\n    }\n}\n",
    "package a:b;\ninterface i {\n    _: func(_: u8, b: _) -> _;\n}\n",
    "package a:b;\ninterface i {\n    @since(version = _)\n    f: async func();\n}\n",
    "package a:b;\ninterface i {\n    @unstable(feature = _)\n    f: func();\n}\n",
    "package a:b;\nworld w {\n    import _: interface {\n        f: func();\n    }\n    export _: func();\n}\n",
];

#[test]
fn placeholders_are_one_mistake_in_each_kind_of_place() {
    let mut outcome = Outcome::new();
    for place in PLACES {
        for form in PLACEHOLDERS {
            outcome.check(form, &place.replace('_', form), &["W0126"], None);
        }
    }
    outcome.finish();
}

#[test]
fn placeholders_are_one_mistake() {
    let mut outcome = Outcome::new();
    let is_word = |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric());
    let is_place = |pieces: &[Piece<'_>], at: usize| {
        let text = |at: Option<usize>| at.and_then(|at| pieces.get(at)).map_or("", |it| it.text);
        let name = is_word(pieces[at].text)
            && (KEYWORDS.contains(&pieces[at].text) || !witc_parser::is_keyword(pieces[at].text))
            // The key of an attribute, and its name.
            && text(Some(at + 1)) != "="
            && !matches!(text(at.checked_sub(1)), "@" | "");
        name || (text(at.checked_sub(1)) == "@"
            && pieces[at].text.starts_with(|c: char| c.is_ascii_digit()))
    };
    at_random(&PLACEHOLDERS, is_place, |form, text, pieces, at| {
        let piece = pieces[at];
        let mutant = with(text, piece.start, piece.end(), form);
        outcome.check(form, &mutant, &["W0126"], None);
    });
    outcome.finish();
}

#[test]
fn lines_of_templates_are_one_mistake() {
    let mut outcome = Outcome::new();
    let forms = [
        "{% if x %}",
        "{%- for x in y -%}",
        "<% if x { %>",
        "{{#each x}}",
        "{{/each}}",
        "{{> part}}",
        "{{ items }}",
        "${items}",
        "<%= items %>",
        "{{ if .X }}",
    ];
    let is_place = |pieces: &[Piece<'_>], at: usize| {
        at > 0 && matches!(pieces[at - 1].text, "{" | "}" | ";" | ",")
    };
    at_random(&forms, is_place, |form, text, pieces, at| {
        let end = pieces[at - 1].end();
        // Comments of the line stay on it.
        let line = end + text[end..].find('\n').unwrap_or(0);
        if text[end..line].trim().is_empty() && line > end {
            return;
        }
        if text[end..].starts_with('\n') {
            let mutant = with(text, end, end, &format!("\n    {form}"));
            outcome.check(form, &mutant, &["W0126"], None);
        }
    });
    outcome.finish();
}
