//! Placeholders of templates that were not filled in.

use crate::{KEYWORDS, Outcome, Piece, at_random, with};

#[test]
fn placeholders_are_one_mistake() {
    let mut outcome = Outcome::new();
    let forms = [
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
    at_random(&forms, is_place, |form, text, pieces, at| {
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
