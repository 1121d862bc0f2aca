//! What is said of the neighbours of an item that can't be read: it hides only what it may have defined.

use witc_diagnostics::Diagnostic;
use witc_resolve::{Group, Input, Options, codes, resolve};

/// What is said of a file that stands alone.
fn check(text: &str) -> Vec<Diagnostic> {
    let mut input = Input::default();
    let file = input.sources.add("x.wit", text).expect("fits");
    input.groups.push(Group {
        name: "x.wit".to_owned(),
        files: vec![file],
        main: true,
        ..Group::default()
    });
    resolve(input, &Options::default()).diagnostics
}

/// How often a missing type is reported.
fn unknown_types(text: &str) -> usize {
    let found = check(text);
    found
        .iter()
        .filter(|found| found.code == codes::UNKNOWN_TYPE)
        .count()
}

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// What is put into a function: nothing of it can define a type, or start a comment, a string or braces.
const WORDS: [&str; 20] = [
    "(", ")", "<", ">", ",", ":", ";", "=", ".", "/", "@", "->", "u8", "list", "func", "1.2.3",
    "7", "result", "as", "_",
];

/// The words of a function with some taken out, doubled, or put between them.
fn damaged(function: &str, random: &mut Random) -> String {
    let mut words: Vec<&str> = function.split(' ').collect();
    for _ in 0..=random.below(4) {
        let at = random.below(words.len());
        match random.below(3) {
            0 if words.len() > 2 => drop(words.remove(at)),
            _ => words.insert(at, WORDS[random.below(WORDS.len())]),
        }
    }
    words.join(" ")
}

#[test]
fn a_broken_function_hides_no_unknown_type() {
    let in_interface =
        "package a:b;\ninterface i {\n    record p { x: no-such }\n    _\n    g: func() -> p;\n}\n";
    let in_world = "package a:b;\nworld w {\n    record p { x: no-such }\n    _\n    import g: func() -> p;\n}\n";
    let in_resource = "package a:b;\ninterface i {\n    record p { x: no-such }\n    resource r {\n    _\n    }\n}\n";
    let function = "f : func ( a : u8 , b : list < string > ) -> option < u16 > ;";
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for round in 0..400 {
        let damaged = damaged(function, &mut random);
        for (around, before) in [
            (in_interface, ""),
            (in_world, "import "),
            (in_world, "export "),
            (in_resource, ""),
        ] {
            let text = around.replace('_', &format!("{before}{damaged}"));
            assert_eq!(
                unknown_types(&text),
                1,
                "{round}: {text}\n{:#?}",
                check(&text)
            );
        }
    }
}

#[test]
fn an_item_that_may_define_a_type_hides_it() {
    for broken in [
        "use other.{no-such, ;",
        "record no-such { = ;",
        "type no-such == ,;",
        "resource no-such ( ;",
    ] {
        let text = format!(
            "package a:b;\ninterface i {{\n    type t = no-such;\n    {broken}\n    f: func();\n}}\n"
        );
        assert_eq!(unknown_types(&text), 0, "{text}");
    }
}

#[test]
fn the_getter_of_a_setter_may_be_what_is_broken() {
    let text = "package a:b;\ninterface i {\n    limit: set(a: u8);\n    limit: get( -> = ;\n}\n";
    let found = check(text);
    let is_syntax = |found: &Diagnostic| found.code.number() / 100 == 1;
    assert!(
        !found.is_empty() && found.iter().all(is_syntax),
        "{found:#?}"
    );
}
