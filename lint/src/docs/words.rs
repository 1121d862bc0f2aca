//! Rules on the words of documentation: notes to oneself, words that are there twice, misspelt ones.

use crate::codes;
use crate::context::{Context, LintedFile};
use crate::docs::lines::{DocLine, prose};
use crate::findings::Findings;
use witc_diagnostics::Diagnostic;

pub(crate) fn check(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    lines: &[DocLine],
) {
    for line in lines {
        for (start, part) in prose(file, line) {
            let mut last: Option<(usize, &str)> = None;
            for (at, word) in words(part) {
                note(context, findings, file, start + at, word);
                misspelling(context, findings, file, start + at, word);
                if let Some((before, other)) = last {
                    repeated(
                        context,
                        findings,
                        file,
                        (start + before, other),
                        (start + at, word),
                    );
                }
                last = Some((at, word));
            }
        }
    }
}

/// The words of a text: letters, with where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(char::is_alphabetic)?;
        let from = &rest[start..];
        let len = from
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(from.len());
        let at = text.len() - from.len();
        rest = &from[len..];
        Some((at, &from[..len]))
    })
}

fn note(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    at: usize,
    word: &str,
) {
    if matches!(word, "TODO" | "FIXME" | "XXX") {
        let message = format!("the documentation has a `{word}`, which its readers can't do");
        let span = file.span(at..at + word.len());
        let found = Diagnostic::warning(codes::TODO, message, span);
        findings.push(
            context,
            found.note("an ordinary comment in another place, or an issue, is for those who can"),
        );
    }
}

/// Words that follow themselves only by mistake.
const NEVER_TWICE: [&str; 17] = [
    "the", "a", "an", "of", "to", "in", "is", "are", "and", "for", "with", "be", "on", "by",
    "this", "or", "if",
];

fn repeated(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    first: (usize, &str),
    second: (usize, &str),
) {
    let end = first.0 + first.1.len();
    let is_same = first.1.eq_ignore_ascii_case(second.1) && &file.text[end..second.0] == " ";
    // A capital letter may be a name: "option A a".
    let is_word = NEVER_TWICE.contains(&second.1) && (second.1.len() > 1 || first.1 == second.1);
    // In a word with a dash the two are parts of something else.
    let after = file.text[second.0 + second.1.len()..].chars().next();
    let before = file.text[..first.0].chars().next_back();
    let is_part =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '_' | '\'') || c.is_ascii_digit());
    if is_same && is_word && !is_part(after) && !is_part(before) {
        let message = format!("`{}` is written twice", second.1);
        let found = Diagnostic::warning(
            codes::REPEATED_WORD,
            message,
            file.span(first.0..second.0 + second.1.len()),
        );
        let span = file.span(end..second.0 + second.1.len());
        findings.push(context, found.fix("remove one", span, ""));
    }
}

/// Words that are often misspelt, as they are written and as they should be; sorted.
#[rustfmt::skip]
const MISSPELT: &[(&str, &str)] = &[
    ("accomodate", "accommodate"), ("acheive", "achieve"), ("adress", "address"), ("apparantly", "apparently"),
    ("arguement", "argument"), ("asynchronus", "asynchronous"), ("asyncronous", "asynchronous"),
    ("availible", "available"), ("becuase", "because"), ("begining", "beginning"), ("beleive", "believe"),
    ("calender", "calendar"), ("charachter", "character"), ("commited", "committed"),
    ("compatability", "compatibility"), ("concious", "conscious"), ("definately", "definitely"),
    ("dependancy", "dependency"), ("depricated", "deprecated"), ("desciptor", "descriptor"),
    ("descripter", "descriptor"), ("existance", "existence"), ("explicitely", "explicitly"), ("fucntion", "function"),
    ("funciton", "function"), ("guarentee", "guarantee"), ("identifer", "identifier"),
    ("implementaion", "implementation"), ("independant", "independent"), ("initalize", "initialize"),
    ("lenght", "length"), ("maintainance", "maintenance"), ("neccessary", "necessary"), ("necesary", "necessary"),
    ("occured", "occurred"), ("occurence", "occurrence"), ("occuring", "occurring"), ("ommit", "omit"),
    ("ommited", "omitted"), ("paramater", "parameter"), ("paramter", "parameter"), ("permision", "permission"),
    ("persistant", "persistent"), ("posible", "possible"), ("preceeding", "preceding"), ("propogate", "propagate"),
    ("recieve", "receive"), ("recieved", "received"), ("refered", "referred"), ("referenece", "reference"),
    ("relevent", "relevant"), ("reponse", "response"), ("responsability", "responsibility"), ("retreive", "retrieve"),
    ("retun", "return"), ("seperate", "separate"), ("seperated", "separated"), ("seperator", "separator"),
    ("succesful", "successful"), ("successfull", "successful"), ("sucess", "success"), ("sucessful", "successful"),
    ("supress", "suppress"), ("syncronous", "synchronous"), ("teh", "the"), ("thier", "their"),
    ("threshhold", "threshold"), ("transfered", "transferred"), ("truely", "truly"), ("unkown", "unknown"),
    ("untill", "until"), ("usefull", "useful"), ("wether", "whether"), ("wich", "which"), ("writting", "writing"),
];

fn misspelling(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    at: usize,
    word: &str,
) {
    if word.len() < 3 || !word.is_ascii() {
        return;
    }
    let lower = word.to_ascii_lowercase();
    let Ok(index) = MISSPELT.binary_search_by_key(&&*lower, |pair| pair.0) else {
        return;
    };
    let right = MISSPELT[index].1;
    let mut letters = word.chars();
    let right = match letters.next() {
        // All in capitals it is a name, as far as can be told.
        Some(_) if word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase()) => return,
        Some(first) if first.is_ascii_uppercase() => right[..1].to_ascii_uppercase() + &right[1..],
        _ => right.to_owned(),
    };
    let span = file.span(at..at + word.len());
    let message = format!("`{word}` is misspelt");
    let found = Diagnostic::warning(codes::MISSPELLING, message, span);
    findings.push(context, found.fix(format!("write `{right}`"), span, right));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_words_are_sorted() {
        let words: Vec<_> = MISSPELT.iter().map(|pair| pair.0).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "{words:?}");
    }

    #[test]
    fn words_are_letters() {
        let found: Vec<_> = words("a-b, 3c\u{e9}").collect();
        assert_eq!(found, [(0, "a"), (2, "b"), (6, "c\u{e9}")]);
    }
}
