//! Types in the notation of other languages.

use crate::{KEYWORDS, Outcome, Piece, at_random, with};

/// How others write types, with what WIT makes of them.
const TYPES: &[(&str, &str)] = &[
    ("[T]", "list<T>"),
    ("[T; 4]", "list<T, 4>"),
    ("[ T ; 4 ]", "list<T, 4>"),
    ("[[T; 4]]", "list<list<T, 4>>"),
    ("[T, 4]", "list<T, 4>"),
    ("T[]", "list<T>"),
    ("T[][]", "list<list<T>>"),
    ("T[4]", "list<T, 4>"),
    ("[]T", "list<T>"),
    ("[4]T", "list<T, 4>"),
    ("&[T]", "list<T>"),
    ("&mut [T]", ""),
    ("&T", "T"),
    ("&'a T", "T"),
    ("*T", ""),
    ("T*", ""),
    ("T?", "option<T>"),
    ("?T", "option<T>"),
    ("T | null", "option<T>"),
    ("null | T", "option<T>"),
    ("T | string", ""),
    ("\"a\" | \"b\"", ""),
    ("Vec<T>", "list<T>"),
    ("Vec<String>", "list<string>"),
    ("Option<T>", "option<T>"),
    ("Option<Vec<T>>", "option<list<T>>"),
    ("Result<T, String>", "result<T, string>"),
    ("Result<(), T>", "result<_, T>"),
    ("Result<T>", "result<T>"),
    ("Array<T>", "list<T>"),
    ("List<T>", "list<T>"),
    ("Promise<T>", "future<T>"),
    ("HashMap<string, T>", "map<string, T>"),
    ("Map<string, T>", "map<string, T>"),
    ("map[string]T", "map<string, T>"),
    ("[string: T]", "map<string, T>"),
    ("Dict[str, T]", "map<string, T>"),
    ("List[T]", "list<T>"),
    ("Optional[T]", "option<T>"),
    ("list[T]", "list<T>"),
    ("list(T)", "list<T>"),
    ("option(T)", "option<T>"),
    ("{ a: T }", ""),
    ("{ a: T; b: T }", ""),
    ("{[key: string]: T}", "map<string, T>"),
    ("std::vector<T>", "list<T>"),
    ("std::string", "string"),
    ("Box<T>", ""),
    ("repeated T", "list<T>"),
    ("optional T", "option<T>"),
    ("unsigned int", ""),
    ("const T", ""),
    ("Vec<[T; 2]>", "list<list<T, 2>>"),
    ("Option<T>[]", "list<option<T>>"),
];

#[test]
fn types_of_other_languages_are_one_mistake() {
    let mut outcome = Outcome::new();
    let forms: Vec<&str> = TYPES.iter().map(|(theirs, _)| *theirs).collect();
    let is_place = |pieces: &[Piece<'_>], at: usize| {
        // A type that is all of a field, a parameter, a result or a case.
        let around = at.checked_sub(1).map(|before| pieces[before].text);
        KEYWORDS.contains(&pieces[at].text)
            && matches!(around, Some(":" | "->" | "="))
            && pieces
                .get(at + 1)
                .is_some_and(|next| matches!(next.text, "," | ")" | ";" | "}"))
    };
    at_random(&forms, is_place, |form, text, pieces, at| {
        let (_, ours) = TYPES
            .iter()
            .find(|(theirs, _)| *theirs == form)
            .expect("is listed");
        let piece = pieces[at];
        let mutant = with(text, piece.start, piece.end(), &spelled(form, piece.text));
        let whole = (!ours.is_empty())
            .then(|| with(text, piece.start, piece.end(), &spelled(ours, piece.text)));
        outcome.check(form, &mutant, &["W0144"], whole.as_deref());
    });
    outcome.finish();
}

/// The form with a type in the place of each `T` that is a word.
fn spelled(form: &str, ty: &str) -> String {
    let mut out = String::new();
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut before = None;
    let mut rest = form.chars().peekable();
    while let Some(c) = rest.next() {
        if c == 'T' && !is_part(before) && !is_part(rest.peek().copied()) {
            out.push_str(ty);
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

#[test]
fn types_of_other_languages_stand_within_others() {
    let mut outcome = Outcome::new();
    let forms = ["[T]", "[T; 4]", "T[]", "Vec<T>", "T?", "Option<T>"];
    let is_place = |pieces: &[Piece<'_>], at: usize| {
        let around = at.checked_sub(1).map(|before| pieces[before].text);
        KEYWORDS.contains(&pieces[at].text) && matches!(around, Some("<" | "("))
    };
    at_random(&forms, is_place, |form, text, pieces, at| {
        let piece = pieces[at];
        let mutant = with(text, piece.start, piece.end(), &spelled(form, piece.text));
        outcome.check(form, &mutant, &["W0144"], None);
    });
    outcome.finish();
}
