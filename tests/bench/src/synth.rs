//! A generator of large, valid WIT trees: made-up packages that use each other and every construct of sync WIT.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

const PRIMITIVES: [&str; 13] = [
    "bool", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "string",
];

/// How deep the type of a parameter or field nests at most.
///
/// Enough for a list of options of tuples; the text would grow with each level, and no longer be like real WIT.
const DEPTH: usize = 3;

/// How large a tree is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// How many packages: the root and its dependencies.
    pub packages: usize,
    /// How many interfaces each has.
    pub interfaces: usize,
    /// How many functions each of those has, beside its types.
    pub functions: usize,
}

/// Writes a tree into a folder: the last package as the root, the others under `deps`.
///
/// # Errors
///
/// That a file can't be written.
pub(crate) fn write(folder: &Path, size: Size) -> io::Result<()> {
    let mut dice = Dice(1);
    let mut earlier: Vec<Made> = Vec::new();
    for package in 1..=size.packages {
        let root = package == size.packages;
        let mut text = format!("package synth:pkg{package}@1.{package}.0;\n\n");
        for number in 0..size.interfaces {
            let made = interface(
                &mut text,
                &mut dice,
                package,
                number,
                size.functions,
                &earlier,
            );
            earlier.push(made);
        }
        if root {
            world(&mut text, size.interfaces);
        }
        let place = if root {
            folder.to_path_buf()
        } else {
            folder.join(format!("deps/pkg{package}"))
        };
        fs::create_dir_all(&place)?;
        fs::write(place.join("package.wit"), text)?;
    }
    Ok(())
}

/// An interface that others can use types of.
struct Made {
    package: usize,
    number: usize,
    types: Vec<String>,
}

fn world(text: &mut String, interfaces: usize) {
    text.push_str("world all {\n");
    for number in 0..interfaces {
        let _ = writeln!(text, "  import iface-{number};");
        // Half of them on both sides of the world, as an interface in a proxy is.
        if number % 2 == 0 {
            let _ = writeln!(text, "  export iface-{number};");
        }
    }
    text.push_str("}\n");
}

fn interface(
    text: &mut String,
    dice: &mut Dice,
    package: usize,
    number: usize,
    functions: usize,
    earlier: &[Made],
) -> Made {
    let _ = writeln!(
        text,
        "/// The interface {number} of the package {package}, of no use but its size."
    );
    let _ = writeln!(text, "interface iface-{number} {{");
    let mut local = Vec::new();
    // Only earlier ones, so that there is no cycle of `use`.
    for _ in 0..earlier.len().min(2) {
        let from = &earlier[dice.below(earlier.len())];
        uses(text, dice, package, &mut local, from);
    }
    let first = local.len();
    types(text, dice, &mut local);
    let types = local[first..].to_vec();
    resource(text, dice, number, &local);
    for function in 0..functions {
        let params: Vec<String> = (0..dice.below(6))
            .map(|param| format!("p{param}: {}", ty(dice, &local, DEPTH)))
            .collect();
        let result = if dice.below(5) == 0 {
            String::new()
        } else {
            format!(" -> {}", ty(dice, &local, DEPTH))
        };
        let _ = writeln!(
            text,
            "  /// What it does is in its types.\n  f-{function}: func({}){result};",
            params.join(", ")
        );
    }
    text.push_str("}\n\n");
    Made {
        package,
        number,
        types,
    }
}

/// A `use` of a type of another interface, under a name that is new here.
fn uses(text: &mut String, dice: &mut Dice, package: usize, local: &mut Vec<String>, from: &Made) {
    let name = dice.choose(&from.types).clone();
    let alias = format!("used-{}-{name}", local.len());
    let Made {
        package: other,
        number,
        ..
    } = from;
    // Within a package the plain name does, as people write it.
    let path = if *other == package {
        format!("iface-{number}")
    } else {
        format!("synth:pkg{other}/iface-{number}@1.{other}.0")
    };
    let _ = writeln!(text, "  use {path}.{{{name} as {alias}}};");
    local.push(alias);
}

fn types(text: &mut String, dice: &mut Dice, local: &mut Vec<String>) {
    for kind in ["record", "variant", "enum", "flags", "alias", "record"] {
        let name = format!("{kind}-{}", local.len());
        let _ = writeln!(text, "  /// A type of the kind {kind}.");
        match kind {
            "record" => {
                let _ = writeln!(text, "  record {name} {{");
                for field in 0..2 + dice.below(7) {
                    let ty = ty(dice, local, DEPTH);
                    let _ = writeln!(text, "    /// The field {field}.\n    field-{field}: {ty},");
                }
                text.push_str("  }\n");
            }
            "variant" => {
                let _ = writeln!(text, "  variant {name} {{");
                for case in 0..2 + dice.below(7) {
                    let payload = if dice.below(5) < 3 {
                        format!("({})", ty(dice, local, DEPTH))
                    } else {
                        String::new()
                    };
                    let _ = writeln!(text, "    case-{case}{payload},");
                }
                text.push_str("  }\n");
            }
            "alias" => {
                let ty = ty(dice, local, DEPTH);
                let _ = writeln!(text, "  type {name} = {ty};");
            }
            kind => {
                let labels: Vec<String> = (0..2 + dice.below(16))
                    .map(|label| format!("label-{label}"))
                    .collect();
                let _ = writeln!(text, "  {kind} {name} {{ {} }}", labels.join(", "));
            }
        }
        local.push(name);
    }
}

fn resource(text: &mut String, dice: &mut Dice, number: usize, local: &[String]) {
    let _ = writeln!(
        text,
        "  /// Something that one side keeps.\n  resource handle-{number} {{"
    );
    let _ = writeln!(text, "    constructor(a: {});", ty(dice, local, DEPTH));
    for method in 0..4 {
        let [a, b, c] = std::array::from_fn(|_| ty(dice, local, DEPTH));
        let _ = writeln!(text, "    method-{method}: func(a: {a}, b: {b}) -> {c};");
    }
    let _ = writeln!(
        text,
        "    make: static func(a: {}) -> handle-{number};\n  }}",
        ty(dice, local, DEPTH)
    );
}

/// A type expression that nests at most `depth` deep.
fn ty(dice: &mut Dice, local: &[String], depth: usize) -> String {
    match dice.below(20) {
        9..13 if !local.is_empty() => dice.choose(local).clone(),
        // With no depth left the numbers fall through to a primitive type.
        13 | 14 if depth > 0 => format!("list<{}>", ty(dice, local, depth - 1)),
        15 | 16 if depth > 0 => format!("option<{}>", ty(dice, local, depth - 1)),
        17 | 18 if depth > 0 => match dice.below(4) {
            0 => "result".to_owned(),
            1 => format!("result<{}>", ty(dice, local, depth - 1)),
            2 => format!("result<_, {}>", ty(dice, local, depth - 1)),
            _ => format!(
                "result<{}, {}>",
                ty(dice, local, depth - 1),
                ty(dice, local, depth - 1)
            ),
        },
        19 if depth > 0 => {
            let parts: Vec<String> = (0..=dice.below(4))
                .map(|_| ty(dice, local, depth - 1))
                .collect();
            format!("tuple<{}>", parts.join(", "))
        }
        _ => (*dice.choose(&PRIMITIVES)).to_owned(),
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        // The step of SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) % end as u64) as usize
    }

    fn choose<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The trees that are measured have to be valid, by the judgement of the peer.
    #[test]
    fn the_tree_is_valid() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write(
            folder.path(),
            Size {
                packages: 4,
                interfaces: 5,
                functions: 6,
            },
        )
        .expect("writes");
        let mut resolve = wit_parser::Resolve::default();
        resolve.push_path(folder.path()).expect("is valid");
        assert_eq!(resolve.packages.len(), 4);
    }
}
