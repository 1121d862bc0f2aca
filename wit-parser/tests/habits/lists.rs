//! Other marks than `,` between the elements of a list.

use crate::{Outcome, Piece, at_random, with};

/// Where the innermost bracket opens that is open before a piece.
fn opener(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    (0..at).rev().find(|here| {
        match pieces[*here].text {
            ")" | ">" | "}" => depth += 1,
            "(" | "<" | "{" if depth > 0 => depth -= 1,
            "(" | "<" | "{" => return true,
            _ => {}
        }
        false
    })
}

/// Whether the fix leaves a comma in the place of that at `at`: before a bracket on the same line it does not.
fn is_kept(text: &str, pieces: &[Piece<'_>], at: usize) -> bool {
    let next = pieces[at + 1];
    !matches!(next.text, ")" | "}" | ">") || text[pieces[at].end()..next.start].contains('\n')
}

#[test]
fn other_separators_are_one_mistake() {
    let mut outcome = Outcome::new();
    let is_comma = |pieces: &[Piece<'_>], at: usize| pieces[at].text == ",";
    at_random(&[";", " ;"], is_comma, |form, text, pieces, at| {
        let piece = pieces[at];
        let mutant = with(text, piece.start, piece.end(), form);
        let whole = is_kept(text, pieces, at).then_some(text);
        outcome.check(form, &mutant, &["W0138"], whole);
    });
    let between_names = |pieces: &[Piece<'_>], at: usize| {
        let word = |at: usize| {
            pieces.get(at).is_some_and(|it| {
                it.text
                    .starts_with(|c: char| c.is_ascii_alphabetic() || c == '%')
            })
        };
        let list = opener(pieces, at).filter(|open| pieces[*open].text == "{");
        pieces[at].text == "," && word(at - 1) && word(at + 1) && list.is_some()
    };
    at_random(
        &[" |", " ||", " &", " +"],
        between_names,
        |form, text, pieces, at| {
            let piece = pieces[at];
            let mutant = with(text, piece.start, piece.end(), form);
            outcome.check(form, &mutant, &["W0138"], Some(text));
        },
    );
    outcome.finish();
}

#[test]
fn lists_whose_separators_are_all_others_are_one_mistake() {
    let mut outcome = Outcome::new();
    // The first comma of a list.
    let is_first = |pieces: &[Piece<'_>], at: usize| {
        pieces[at].text == ","
            && opener(pieces, at).is_some_and(|open| {
                !(open..at)
                    .any(|here| pieces[here].text == "," && opener(pieces, here) == Some(open))
            })
    };
    at_random(&[";", ""], is_first, |form, text, pieces, at| {
        let open = opener(pieces, at).expect("is in a list");
        if form.is_empty() && pieces[open].text == "<" {
            return;
        }
        let mut mutant = text.to_owned();
        let commas = (at..pieces.len())
            .take_while(|here| opener(pieces, *here).is_some_and(|opener| opener >= open))
            .filter(|here| pieces[*here].text == "," && opener(pieces, *here) == Some(open))
            // The last one of a list needs none.
            .filter(|here| !form.is_empty() || !matches!(pieces[here + 1].text, ")" | "}" | ">"));
        let commas: Vec<usize> = commas.collect();
        // A list of one element may have no comma but the last one.
        let Some(&last) = commas.last() else { return };
        let is_kept = is_kept(text, pieces, last);
        for here in commas.into_iter().rev() {
            let piece = pieces[here];
            mutant.replace_range(piece.start..piece.end(), form);
        }
        let codes: &[&str] = if form.is_empty() {
            &["W0102"]
        } else {
            &["W0138"]
        };
        outcome.check(
            if form.is_empty() { "none" } else { form },
            &mutant,
            codes,
            is_kept.then_some(text),
        );
    });
    outcome.finish();
}

#[test]
fn marks_of_lines_are_one_mistake() {
    let mut outcome = Outcome::new();
    let text = "package a:b;\ninterface i {\n    variant v {\n_    }\n}\n";
    for (theirs, ours) in [
        (
            "        | a\n        | b(u32)\n        | c\n",
            "        a,\n        b(u32),\n        c\n",
        ),
        (
            "        a |\n        b(u32) |\n        c\n",
            "        a,\n        b(u32),\n        c\n",
        ),
        (
            "        a;\n        b(u32);\n",
            "        a,\n        b(u32),\n",
        ),
        (
            "        a\n        b(u32)\n        c\n",
            "        a,\n        b(u32),\n        c\n",
        ),
    ] {
        let codes = ["W0138", "W0102"];
        let whole = text.replace('_', ours);
        outcome.check(theirs, &text.replace('_', theirs), &codes, Some(&whole));
    }
    outcome.finish();
}
