//! Packages that grow in one way each, for tests of how work grows with what there is to do.

use crate::Dice;
use std::fmt::Write as _;

/// What a package is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growing {
    /// Its world `w` can be bound.
    World,
    /// It is valid.
    Valid,
    /// It is full of mistakes.
    Mistakes,
}

/// A way in which packages grow.
#[derive(Clone, Copy, Debug)]
pub struct Dimension {
    /// There are `n` of these.
    pub name: &'static str,
    /// What packages of this dimension are good for.
    pub growing: Growing,
    text: fn(usize, &mut Dice) -> String,
}

impl Dimension {
    /// A package with `count` of what the dimension is about.
    #[must_use]
    pub fn package(&self, count: usize, dice: &mut Dice) -> String {
        format!("package a:b@1.0.0;\n{}", (self.text)(count, dice))
    }
}

const fn world(name: &'static str, text: fn(usize, &mut Dice) -> String) -> Dimension {
    Dimension {
        name,
        growing: Growing::World,
        text,
    }
}

const fn valid(name: &'static str, text: fn(usize, &mut Dice) -> String) -> Dimension {
    Dimension {
        name,
        growing: Growing::Valid,
        text,
    }
}

const fn mistakes(name: &'static str, text: fn(usize, &mut Dice) -> String) -> Dimension {
    Dimension {
        name,
        growing: Growing::Mistakes,
        text,
    }
}

/// All dimensions.
pub const DIMENSIONS: &[Dimension] = &[
    world("functions", |n, dice| {
        both(&each(n, |i| {
            format!("fn{i}: func({}) -> {};", params(dice), ty(dice))
        }))
    }),
    world("functions of the world", |n, dice| {
        let functions = each(n, |i| {
            let (params, result) = (params(dice), ty(dice));
            format!("import fn{i}: func({params});\nexport g{i}: func() -> {result};")
        });
        format!("world w {{\n{functions}}}\n")
    }),
    world("parameters", |n, dice| {
        // As many as a function can have are in one.
        let params: Vec<String> = (0..n).map(|i| format!("p{i}: {}", ty(dice))).collect();
        let functions = params.chunks(900).enumerate();
        both(&text(functions.map(|(i, params)| {
            format!("fn{i}: func({});", params.join(", "))
        })))
    }),
    world("fields", |n, dice| {
        let fields = each(n, |i| format!("x{i}: {},", ty(dice)));
        both(&format!("record r {{\n{fields}}}\nf: func(x: r) -> r;\n"))
    }),
    world("cases", |n, dice| {
        let cases = each(n, |i| format!("x{i}({}),", ty(dice)));
        both(&format!("variant v {{\n{cases}}}\nf: func(x: v) -> v;\n"))
    }),
    world("cases of an enum", |n, _| {
        let cases = each(n, |i| format!("x{i},"));
        both(&format!("enum e {{\n{cases}}}\nf: func(x: e) -> e;\n"))
    }),
    world("parts of a tuple", |n, dice| {
        let parts: Vec<&str> = (0..n).map(|_| ty(dice)).collect();
        both(&format!("f: func(x: tuple<{}>);\n", parts.join(", ")))
    }),
    world("records", |n, dice| {
        both(&each(n, |i| {
            let (a, b) = (ty(dice), ty(dice));
            format!("record r{i} {{ a: {a}, b: {b} }}\nfn{i}: func(x: r{i}) -> r{i};")
        }))
    }),
    world("records of records", |n, dice| {
        both(&each(n, |i| {
            let inner = if i % CHAIN == 0 {
                "u8".to_owned()
            } else {
                format!("r{}", i - 1)
            };
            format!(
                "record r{i} {{ a: {inner}, b: {} }}\nfn{i}: func(x: r{i});",
                ty(dice)
            )
        }))
    }),
    world("flags", |n, _| {
        both(&each(n, |i| format!("flags fn{i} {{ a, b, c }}")))
    }),
    world("aliases", |n, dice| {
        both(&each(n, |i| {
            format!("type t{i} = {};\nfn{i}: func(x: t{i});", ty(dice))
        }))
    }),
    world("types without a name", |n, _| {
        both(&each(n, |i| {
            format!("fn{i}: func(x: list<tuple<list<u32, {}>, string>>);", i + 1)
        }))
    }),
    world("resources", |n, _| {
        both(&each(n, |i| format!("resource r{i};")))
    }),
    world("resources with functions", |n, dice| {
        both(&each(n, |i| {
            let (params, result) = (params(dice), ty(dice));
            format!(
                "resource r{i} {{ constructor({params}); m: func() -> {result}; s: static func(x: r{i}); }}"
            )
        }))
    }),
    world("methods", |n, dice| {
        let methods = each(n, |i| {
            format!("m{i}: func({}) -> {};", params(dice), ty(dice))
        });
        both(&format!("resource r {{\n{methods}}}\n"))
    }),
    world("resources of the world", |n, _| {
        format!(
            "world w {{\n{}}}\n",
            each(n, |i| format!(
                "resource r{i};\nimport fn{i}: func(x: r{i});"
            ))
        )
    }),
    world("interfaces", |n, dice| {
        let interfaces = each(n, |i| {
            let (params, result) = (params(dice), ty(dice));
            format!("interface i{i} {{ type t = {result}; f: func({params}) -> t; }}")
        });
        let world = each(n, on_a_side);
        format!("{interfaces}world w {{\n{world}}}\n")
    }),
    world("interfaces that use each other", |n, _| {
        let interfaces = each(n, |i| match i % CHAIN {
            0 => format!("interface i{i} {{ record t {{ x: u8 }} f: func(x: t); }}"),
            _ => format!("interface i{i} {{ use i{}.{{t}}; f: func(x: t); }}", i - 1),
        });
        let world = each(n, |i| format!("import i{i};"));
        format!("{interfaces}world w {{\n{world}}}\n")
    }),
    world("interfaces that use one", |n, dice| {
        let types = each(n, |i| format!("record t{i} {{ x: {} }}", ty(dice)));
        let users = each(n, |i| {
            format!("interface i{i} {{ use types.{{t{i}}}; resource r; f: func(x: t{i}, y: r); }}")
        });
        let world = each(n, on_a_side);
        format!("interface types {{\n{types}}}\n{users}world w {{\n{world}}}\n")
    }),
    world("inline interfaces", |n, dice| {
        let items = each(n, |i| {
            format!(
                "import i{i}: interface {{ f: func({}) -> {}; }}",
                params(dice),
                ty(dice)
            )
        });
        format!("world w {{\n{items}}}\n")
    }),
    world("inline interfaces with types of one name", |n, dice| {
        let items = each(n, |i| {
            let ty = ty(dice);
            format!(
                "export i{i}: interface {{ record t {{ x{i}: {ty} }} resource r; f: func(x: t, y: r); }}"
            )
        });
        format!("world w {{\n{items}}}\n")
    }),
    world("uses", |n, dice| {
        let types = each(n, |i| format!("record t{i} {{ x: {} }}", ty(dice)));
        let uses = each(n, |i| format!("use types.{{t{i} as v{i}}};"));
        format!(
            "interface types {{\n{types}}}\ninterface i {{\n{uses}}}\nworld w {{ import i; export i; }}\n"
        )
    }),
    world("docs", |n, _| {
        let docs = each(n, |i| {
            format!("/// The line {i} of what is said, with `code` and <tags>.")
        });
        both(&format!("{docs}f: func();\n"))
    }),
    world("features", |n, dice| {
        both(&each(n, |i| {
            format!(
                "@since(version = 1.0.0)\n@deprecated(version = 1.0.0)\nfn{i}: func({});",
                params(dice)
            )
        }))
    }),
    valid("worlds", |n, dice| {
        each(n, |i| {
            format!(
                "world w{i} {{ import f: func({}); export g: func(); }}",
                params(dice)
            )
        })
    }),
    valid("includes", |n, _| {
        let worlds = each(n, |i| format!("world w{i} {{ import fn{i}: func(); }}"));
        format!(
            "{worlds}world w {{\n{}}}\n",
            each(n, |i| format!("include w{i};"))
        )
    }),
    valid("renamed items", |n, _| {
        let items = each(n, |i| format!("import fn{i}: func();"));
        let names: Vec<String> = (0..n).map(|i| format!("fn{i} as g{i}")).collect();
        let names = names.join(", ");
        format!("world x {{\n{items}}}\nworld w {{\n{items}include x with {{ {names} }}\n}}\n")
    }),
    valid("nested packages", |n, _| {
        let packages = each(n, |i| match i % CHAIN {
            0 => format!("package a:p{i} {{ interface i {{ type t = u8; }} }}"),
            _ => format!(
                "package a:p{i} {{ interface i {{ use a:p{}/i.{{t}}; }} }}",
                i - 1
            ),
        });
        format!("{packages}interface i {{}}\n")
    }),
    valid("versions of a package", |n, _| {
        each(n, |i| {
            format!("package a:p@0.{i}.0 {{ interface i {{ f: func(); }} }}")
        })
    }),
    valid("names of a file", |n, _| {
        let interfaces = each(n, |i| format!("interface i{i} {{ type t = u8; }}"));
        format!("{interfaces}{}", each(n, |i| format!("use i{i} as j{i};")))
    }),
    valid("comments", |n, _| {
        let comments = each(n, |i| {
            format!("// This is number {i}.\n/* and /* this */ */")
        });
        format!("{comments}interface i {{}}\n")
    }),
    valid("types in the wrong order", |n, _| {
        let types = each(n, |i| match (i + 1) % CHAIN {
            later if later == 0 || i + 1 == n => format!("record t{i} {{ x: u8 }}"),
            _ => format!("record t{i} {{ x: t{} }}", i + 1),
        });
        format!("interface i {{\n{types}}}\n")
    }),
    mistakes("unknown types", |n, _| {
        format!(
            "interface i {{\n{}}}\n",
            each(n, |i| format!("fn{i}: func(x: nope-{i});"))
        )
    }),
    mistakes("misspelled types", |n, _| {
        let items = each(n, |i| {
            format!("record point-{i} {{ x: u8 }}\nfn{i}: func(x: pont-{i});")
        });
        format!("interface i {{\n{items}}}\n")
    }),
    mistakes("unknown types in uses", |n, _| {
        let items = each(n, |i| format!("interface i{i} {{ use types.{{t{i}}}; }}"));
        format!("interface types {{ type t = u8; }}\n{items}")
    }),
    mistakes("unknown interfaces", |n, _| {
        format!(
            "world w {{\n{}}}\n",
            each(n, |i| format!("import nope-{i};\nexport a:c/d{i};"))
        )
    }),
    mistakes("items of one name", |n, _| {
        format!(
            "interface i {{\n{}}}\n",
            each(n, |_| "f: func();\ntype t = u8;".to_owned())
        )
    }),
    mistakes("fields of one name", |n, _| {
        format!(
            "interface i {{ record r {{\n{}}} }}\n",
            each(n, |_| "x: u8,".to_owned())
        )
    }),
    mistakes("interfaces of one name", |n, _| {
        each(n, |_| "interface i { f: func(); }".to_owned())
    }),
    mistakes("types that contain themselves", |n, _| {
        let types = each(n, |i| format!("record t{i} {{ x: t{} }}", (i + 1) % n));
        format!("interface i {{\n{types}}}\n")
    }),
    mistakes("many that contain themselves", |n, _| {
        format!(
            "interface i {{\n{}}}\n",
            each(n, |i| format!("record t{i} {{ x: t{i} }}"))
        )
    }),
    mistakes("interfaces that use themselves", |n, _| {
        each(n, |i| {
            format!("interface i{i} {{ use i{}.{{t}}; }}", (i + 1) % n)
        })
    }),
    mistakes("missing semicolons", |n, _| {
        format!(
            "interface i {{\n{}}}\n",
            each(n, |i| format!("fn{i}: func()"))
        )
    }),
    mistakes("misspelled keywords", |n, _| {
        format!(
            "interface i {{\n{}}}\n",
            each(n, |i| format!("recrod r{i} {{ x: u8 }}"))
        )
    }),
    mistakes("braces that are never closed", |n, _| {
        each(n, |i| format!("interface i{i} {{ f: func();"))
    }),
    mistakes("words of other languages", |n, _| {
        format!(
            "interface i {{\n{}}}\n",
            each(n, |i| format!("fn fn{i}(x: Vec<i32>) -> i64;"))
        )
    }),
    mistakes("characters that are none", |n, _| {
        format!(
            "interface i {{\n{}}}\n",
            each(n, |i| format!("fn{i}: func(x: u8 # y);"))
        )
    }),
    mistakes("lines of text", |n, _| {
        each(n, |i| {
            format!("This is the line number {i}, and not WIT at all.")
        })
    }),
];

/// A package with an interface that its world has on both sides.
fn both(items: &str) -> String {
    format!("interface i {{\n{items}}}\nworld w {{ import i; export i; }}\n")
}

/// The interface of a number, on one side of a world. On both sides together a component has room for 4,096.
fn on_a_side(number: usize) -> String {
    let verb = if number.is_multiple_of(2) {
        "import"
    } else {
        "export"
    };
    format!("{verb} i{number};")
}

/// How many types hold one another in a row: a component can hold no more than a hundred.
const CHAIN: usize = 20;

/// A line for each number below `count`.
fn each(count: usize, line: impl FnMut(usize) -> String) -> String {
    text((0..count).map(line))
}

fn text(lines: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for line in lines {
        let _ = writeln!(text, "{line}");
    }
    text
}

const TYPES: [&str; 8] = [
    "u32",
    "string",
    "list<u8>",
    "option<string>",
    "tuple<u8, string>",
    "result<u32, string>",
    "list<list<string>>",
    "list<tuple<u32, f64>>",
];

fn ty(dice: &mut Dice) -> &'static str {
    TYPES[dice.below(TYPES.len())]
}

fn params(dice: &mut Dice) -> String {
    let params: Vec<String> = (0..dice.below(3))
        .map(|i| format!("p{i}: {}", ty(dice)))
        .collect();
    params.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_of_twice_as_many_is_twice_as_long() {
        for dimension in DIMENSIONS {
            let length = |n| dimension.package(n, &mut Dice::new(1)).len();
            // Numbers get longer, by less than a digit for each.
            let (few, many) = (length(1000), length(2000));
            assert!(
                many * 10 > few * 18 && many * 10 < few * 23,
                "{}: {few}, {many}",
                dimension.name
            );
        }
    }
}
