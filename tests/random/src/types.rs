//! Type expressions.

use crate::Dice;
use crate::names;
use crate::scope::{Named, Room, Scope};
use crate::tree::tokens;

const PRIMITIVES: &[&str] = &[
    "bool", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "string",
];
const KEYS: &[&str] = &[
    // No floats: two NaNs are not equal, so they are no keys.
    "bool", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "char", "string",
];

/// A type expression, added to `out`.
pub(crate) fn expression(scope: &Scope, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
    room.is_char = false;
    // Deep types are rare in real packages too, and would grow without bounds.
    if room.depth == 0 || dice.percent(45) {
        return leaf(scope, dice, room, out);
    }
    room.depth -= 1;
    match dice.below(14) {
        0..=2 => generic(scope, dice, room, out, "list", ""),
        3 => {
            // On both sides of the 16 flat values that a call may pass.
            let length = [1, 4, 16, 300][dice.below(4)].to_string();
            generic(scope, dice, room, out, "list", &length);
        }
        4 | 5 => generic(scope, dice, room, out, "option", ""),
        6 | 7 => result(scope, dice, room, out),
        8 | 9 => {
            out.extend(tokens("tuple <"));
            for index in 0..dice.between(1, 3) {
                if index > 0 {
                    out.push(",".to_owned());
                }
                expression(scope, dice, room, out);
            }
            if dice.percent(10) {
                out.push(",".to_owned());
            }
            out.push(">".to_owned());
        }
        10 => {
            let key = dice.choose(KEYS);
            out.extend(tokens(&format!("map < {key} ,")));
            expression(scope, dice, room, out);
            out.push(">".to_owned());
        }
        11 | 12 => handle(scope, dice, room, out),
        _ if scope.kinds.has_async() => asynchronous(scope, dice, room, out),
        _ => leaf(scope, dice, room, out),
    }
    room.depth += 1;
    room.is_char = false;
}

fn generic(
    scope: &Scope,
    dice: &mut Dice,
    room: &mut Room,
    out: &mut Vec<String>,
    name: &str,
    length: &str,
) {
    out.extend([name.to_owned(), "<".to_owned()]);
    expression(scope, dice, room, out);
    if !length.is_empty() {
        out.extend([",".to_owned(), length.to_owned()]);
    }
    out.push(">".to_owned());
}

fn result(scope: &Scope, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
    out.push("result".to_owned());
    let form = dice.below(4);
    if form == 0 {
        return;
    }
    out.push("<".to_owned());
    match form {
        1 => expression(scope, dice, room, out),
        2 => {
            out.extend(tokens("_ ,"));
            expression(scope, dice, room, out);
        }
        _ => {
            expression(scope, dice, room, out);
            out.push(",".to_owned());
            expression(scope, dice, room, out);
        }
    }
    out.push(">".to_owned());
}

fn asynchronous(scope: &Scope, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
    let what = *dice.choose(&["stream", "future"]);
    out.push(what.to_owned());
    if dice.percent(30) {
        return;
    }
    out.push("<".to_owned());
    let start = out.len();
    let mut inner = Room {
        // A stream or future cannot carry borrowed handles.
        may_borrow: false,
        ..*room
    };
    expression(scope, dice, &mut inner, out);
    if inner.is_char {
        // A stream of `char` is not allowed; the type is known only when it is written.
        out.truncate(start);
        out.push("u8".to_owned());
    }
    out.push(">".to_owned());
}

fn handle(scope: &Scope, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
    let resources: Vec<&Named> = scope
        .types
        .iter()
        .filter(|ty| ty.resource && scope.gate.may_refer_to(ty.gate))
        .collect();
    if resources.is_empty() {
        return leaf(scope, dice, room, out);
    }
    // The clone chooses: `dice` itself is lent to `written` here.
    let name = names::written(dice, &dice.clone().choose(&resources).name);
    if room.may_borrow && dice.percent(60) {
        out.extend(tokens(&format!("borrow < {name} >")));
        room.borrows = true;
    } else {
        out.extend(tokens(&format!("own < {name} >")));
    }
}

fn leaf(scope: &Scope, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
    let usable: Vec<&Named> = scope
        .types
        .iter()
        .filter(|ty| scope.gate.may_refer_to(ty.gate) && (room.may_borrow || !ty.borrows))
        .collect();
    if !usable.is_empty() && dice.percent(45) {
        let ty = *dice.choose(&usable);
        room.borrows |= ty.borrows;
        room.is_char = ty.is_char;
        out.push(names::written(dice, &ty.name));
        return;
    }
    let count = PRIMITIVES.len() + usize::from(scope.kinds.has_async());
    let name = PRIMITIVES.get(dice.below(count)).copied();
    let name = name.unwrap_or("error-context");
    room.is_char = name == "char";
    out.push(name.to_owned());
}
