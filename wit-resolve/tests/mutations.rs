//! Takes a valid file apart, a token at a time, and looks at what is said of it in the end: by the parser and the
//! resolver together, as `witc check` says it.

use std::fmt::Write as _;
use witc_diagnostics::{Diagnostic, SourceMap, render};
use witc_parser::token_spans;
use witc_resolve::codes;
use witc_resolve::{Features, Group, Input, Options, resolve};

type Range = std::ops::Range<usize>;

fn text() -> String {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../fixtures/mutations/whole-language.wit"
    );
    std::fs::read_to_string(path).expect("the fixture is there")
}

/// The diagnostics of a file that stands alone.
fn check(text: &str) -> (Vec<Diagnostic>, SourceMap) {
    let mut input = Input::default();
    let file = input.sources.add("x.wit", text).expect("fits");
    input.groups.push(Group {
        name: "x.wit".to_owned(),
        files: vec![file],
        main: true,
        ..Group::default()
    });
    let resolution = resolve(
        input,
        &Options {
            features: Features::from_iter(["active"]),
            ..Options::default()
        },
    );
    (resolution.diagnostics, resolution.resolve.sources)
}

fn tokens(text: &str) -> Vec<Range> {
    let (tokens, _) = token_spans(text, 0, &mut Vec::new());
    tokens
        .iter()
        .map(|span| span.start as usize..span.end as usize)
        .collect()
}

/// The marks that start and end the comments of a text, but not those of comments within comments.
fn comment_marks(text: &str) -> Vec<Range> {
    let (_, comments) = token_spans(text, 0, &mut Vec::new());
    let mut marks = Vec::new();
    for comment in comments {
        let (start, end) = (comment.start as usize, comment.end as usize);
        if text[start..].starts_with("/*") {
            marks.extend([start..start + 2, end - 2..end]);
        } else {
            let length = text[start..].find(|c| c != '/').expect("says something");
            marks.push(start..start + length);
        }
    }
    marks
}

fn without(text: &str, range: &Range) -> String {
    format!(
        "{}{}{}",
        &text[..range.start],
        // Spaces in place of the token, so that all others keep their places.
        " ".repeat(range.len()),
        &text[range.end..]
    )
}

/// From the token before a place to the one after it. Which of several equal tokens in a row is missing, nobody can
/// know.
fn neighbourhood(text: &str, tokens: &[Range], index: usize) -> Range {
    let word = |index: usize| &text[tokens[index].clone()];
    let (mut first, mut last) = (index, index);
    while first > 0 && word(first - 1) == word(index) {
        first -= 1;
    }
    while last + 1 < tokens.len() && word(last + 1) == word(index) {
        last += 1;
    }
    let start = first
        .checked_sub(1)
        .map_or(0, |before| tokens[before].start);
    start..tokens.get(last + 1).map_or(text.len(), |after| after.end)
}

/// How the mutants of a text were judged.
#[derive(Default)]
struct Judged {
    valid: usize,
    one: usize,
    several: usize,
    elsewhere: usize,
    report: String,
}

impl Judged {
    fn judge(&mut self, original: &str, mutant: &str, place: &Range, near: &Range) {
        let (diagnostics, sources) = check(mutant);
        let is_within = |span: witc_diagnostics::Span| {
            near.start <= span.start as usize && span.end as usize <= near.end
        };
        // What a `use` leaves out is missed where it is needed; the place where to add it is labelled.
        let left_out = |diagnostic: &Diagnostic| {
            diagnostic.code == codes::UNKNOWN_TYPE
                && diagnostic
                    .secondary
                    .iter()
                    .any(|label| is_within(label.span))
        };
        let is_near =
            |diagnostic: &Diagnostic| is_within(diagnostic.primary.span) || left_out(diagnostic);
        match &*diagnostics {
            // Some tokens may be left out: a comma at the end of a list, an `async`.
            [] => return self.valid += 1,
            [only] if is_near(only) => return self.one += 1,
            [_] => self.elsewhere += 1,
            _ => self.several += 1,
        }
        let line = original[..place.start].matches('\n').count() + 1;
        let _ = writeln!(
            self.report,
            "at line {line}, `{}`:",
            &original[place.clone()]
        );
        for diagnostic in &diagnostics {
            let _ = write!(self.report, "    {}", render::short(diagnostic, &sources));
        }
    }

    fn counts(&self) -> String {
        let Self {
            valid,
            one,
            several,
            elsewhere,
            ..
        } = self;
        format!(
            "{one} one mistake at its place, {valid} valid, {elsewhere} elsewhere, {several} several"
        )
    }
}

#[test]
fn the_fixture_is_valid() {
    let (diagnostics, sources) = check(&text());
    let shown: String = diagnostics
        .iter()
        .map(|it| render::short(it, &sources))
        .collect();
    assert_eq!(shown, "");
}

#[test]
fn a_deleted_token_is_one_mistake_at_its_place() {
    let text = text();
    let tokens = tokens(&text);
    let mut judged = Judged::default();
    for (index, token) in tokens.iter().enumerate() {
        judged.judge(
            &text,
            &without(&text, token),
            token,
            &neighbourhood(&text, &tokens, index),
        );
    }
    println!(
        "{} deletions: {}\n{}",
        tokens.len(),
        judged.counts(),
        judged.report
    );
    assert!(
        judged.report.is_empty(),
        "{}\n{}",
        judged.counts(),
        judged.report
    );
}

#[test]
fn a_deleted_comment_mark_is_one_mistake_in_its_comment() {
    let text = text();
    let (_, comments) = token_spans(&text, 0, &mut Vec::new());
    let mut judged = Judged::default();
    let marks = comment_marks(&text);
    for mark in &marks {
        let inside = |span: &&witc_diagnostics::Span| {
            (span.start as usize..span.end as usize).contains(&mark.start)
        };
        let comment = comments
            .iter()
            .find(inside)
            .expect("a mark is in its comment");
        judged.judge(
            &text,
            &without(&text, mark),
            mark,
            &(comment.start as usize..comment.end as usize),
        );
    }
    println!(
        "{} marks: {}\n{}",
        marks.len(),
        judged.counts(),
        judged.report
    );
    assert!(
        judged.report.is_empty(),
        "{}\n{}",
        judged.counts(),
        judged.report
    );
}

/// Doubling a token or swapping two can be several mistakes, or none: what is held to is that most are one.
#[test]
fn doubled_and_swapped_tokens_are_mostly_one_mistake() {
    let text = text();
    let tokens = tokens(&text);
    let (mut doubled, mut swapped) = (Judged::default(), Judged::default());
    for (index, token) in tokens.iter().enumerate() {
        let near = neighbourhood(&text, &tokens, index);
        let mutant = format!("{} {}", &text[..token.end], &text[token.start..]);
        doubled.judge(
            &text,
            &mutant,
            token,
            &(near.start..near.end + token.len() + 1),
        );
        let Some(next) = tokens.get(index + 1) else {
            continue;
        };
        let words = (&text[token.clone()], &text[next.clone()]);
        let between = &text[token.end..next.start];
        let mutant = format!(
            "{} {}{between}{} {}",
            &text[..token.start],
            words.1,
            words.0,
            &text[next.end..]
        );
        let end = neighbourhood(&text, &tokens, index + 1).end;
        swapped.judge(&text, &mutant, token, &(near.start..end + 2));
    }
    println!("doubled: {}\n{}", doubled.counts(), doubled.report);
    println!("swapped: {}\n{}", swapped.counts(), swapped.report);
    assert!(
        // At most a twentieth: a doubled brace can be several mistakes in truth.
        doubled.several * 20 <= tokens.len(),
        "doubled: {}\n{}",
        doubled.counts(),
        doubled.report
    );
    assert!(
        // Swapped neighbours are told apart better, so that the limit is lower.
        swapped.several * 25 <= tokens.len(),
        "swapped: {}\n{}",
        swapped.counts(),
        swapped.report
    );
}
