//! Runs of what stands for nothing: `;;;;;;`, control characters. Each is one mistake, wherever it stands.

use crate::{Outcome, Piece, at_random, with};

/// Runs of `;`, with blanks and line breaks between them.
const SEMICOLONS: [&str; 6] = [
    ";;;;;;",
    " ;;;",
    "; ; ; ;",
    " ;\n;\n;\n",
    ";;",
    ";;\n    ;;",
];

/// Runs of characters that no text has.
const CONTROLS: [&str; 6] = [
    "\u{1}\u{1}\u{1}\u{1}",
    "\0\0\0",
    " \u{1} \u{1} \u{1} ",
    "\0\u{1}\t\u{1b}\u{7f}",
    "\u{1}",
    "\u{202e}\u{202e}",
];

/// A text with a `_` in each kind of place.
const PLACES: [&str; 26] = [
    "_package a:b;\ninterface i {}\n",
    "package a:b;_\ninterface i {}\n",
    "package a:b;\ninterface i {}\n_",
    "package a:b;\ninterface i {}_\nworld w {}\n",
    "package a:b;\ninterface i {_}\n",
    "package a:b;\ninterface i {\n    type a = u8;_\n}\n",
    "package a:b;\ninterface i {\n    _type a = u8;\n    f: func();\n}\n",
    "package a:b;\ninterface i {\n    f: func();_\n    g: func();\n}\n",
    "package a:b;\ninterface i {\n    record r { a: u8 }_\n    f: func();\n}\n",
    "package a:b;\ninterface i {\n    record r {_ a: u8, b: u8 }\n}\n",
    "package a:b;\ninterface i {\n    record r {\n        a: u8,_\n        b: u8,\n    }\n}\n",
    "package a:b;\ninterface i {\n    record r { a: u8_, b: u8 }\n}\n",
    "package a:b;\ninterface i {\n    record r { a: u8, b: u8,_ }\n}\n",
    "package a:b;\ninterface i {\n    enum e { a,_ b, c }\n}\n",
    "package a:b;\ninterface i {\n    variant v { a_, b(u8), c }\n}\n",
    "package a:b;\ninterface i {\n    variant v { a, b(_u8), c }\n}\n",
    "package a:b;\ninterface i {\n    flags f { a, b_ }\n}\n",
    "package a:b;\ninterface i {\n    resource r {_\n        m: func();\n    }\n}\n",
    "package a:b;\ninterface i {\n    resource r {\n        constructor();_\n        m: func();\n    }\n}\n",
    "package a:b;\ninterface i {\n    f: func(_a: u8, b: u8) -> u8;\n}\n",
    "package a:b;\ninterface i {\n    f: func(a: u8,_ b: u8) -> u8;\n}\n",
    "package a:b;\ninterface i {\n    f: func(a: u8_, b: u8) -> u8;\n}\n",
    "package a:b;\ninterface i {\n    f: func(a: u8, b: u8_) -> u8;\n}\n",
    "package a:b;\ninterface i {\n    f: func(a: u8)_ -> list<u8>;\n}\n",
    "package a:b;\ninterface i {\n    type t = list<_u8>;\n}\n",
    "package a:b;\nworld w {\n    import f: func();_\n    export g: func();\n}\n",
];

#[test]
fn runs_are_one_mistake_in_each_kind_of_place() {
    let mut outcome = Outcome::new();
    for place in PLACES {
        let whole = place.replace('_', "");
        for form in SEMICOLONS {
            let mutant = place.replace('_', form);
            outcome.check(form, &mutant, &["W0119", "W0138"], None);
        }
        for form in CONTROLS {
            outcome.check(form, &place.replace('_', form), &["W0002"], Some(&whole));
        }
    }
    outcome.finish();
}

#[test]
fn runs_are_one_mistake_wherever_they_stand() {
    let mut outcome = Outcome::new();
    let anywhere = |_: &[Piece<'_>], _: usize| true;
    at_random(&SEMICOLONS, anywhere, |form, text, pieces, at| {
        let end = pieces[at].end();
        let mutant = with(text, end, end, form);
        outcome.check(form, &mutant, &["W0119", "W0138"], None);
    });
    at_random(&CONTROLS, anywhere, |form, text, pieces, at| {
        let end = pieces[at].end();
        let mutant = with(text, end, end, form);
        outcome.check(form, &mutant, &["W0002"], None);
    });
    outcome.finish();
}
