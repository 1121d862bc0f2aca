//! Functions, getters and setters, as they are in interfaces, worlds and resources.

use crate::Dice;
use crate::names::{self, Taken};
use crate::scope::{Room, Scope};
use crate::tree::{Node, tokens};
use crate::types;

/// Parameters in their parentheses.
pub(crate) fn params(scope: &Scope, dice: &mut Dice, out: &mut Vec<String>, taken: &mut Taken) {
    out.push("(".to_owned());
    for index in 0..dice.below(4) {
        if index > 0 {
            out.push(",".to_owned());
        }
        let name = names::fresh(dice, taken);
        out.extend([names::written(dice, &name), ":".to_owned()]);
        types::expression(scope, dice, &mut Room::new(true), out);
        if dice.percent(2) {
            out.push(",".to_owned());
            break;
        }
    }
    out.push(")".to_owned());
}

/// `func(…) -> …`
pub(crate) fn function(scope: &Scope, dice: &mut Dice, out: &mut Vec<String>, taken: &mut Taken) {
    if scope.kinds.has_async() && dice.percent(25) {
        out.push("async".to_owned());
    }
    out.push("func".to_owned());
    params(scope, dice, out, taken);
    if dice.percent(60) {
        out.push("->".to_owned());
        types::expression(scope, dice, &mut Room::new(false), out);
    }
}

/// `get() -> …`
pub(crate) fn getter(scope: &Scope, dice: &mut Dice, out: &mut Vec<String>) {
    out.extend(tokens("get ( ) ->"));
    types::expression(scope, dice, &mut Room::new(false), out);
}

/// A getter and perhaps a setter of the same type, with these words before `get` and `set`.
pub(crate) fn accessor_pair(
    scope: &Scope,
    dice: &mut Dice,
    name: &str,
    words: &[&str],
) -> Vec<Node> {
    // One type for both: a setter takes what the getter gives.
    let mut ty = Vec::new();
    types::expression(scope, dice, &mut Room::new(false), &mut ty);
    let start = |dice: &mut Dice| {
        let mut head = vec![names::written(dice, name), ":".to_owned()];
        head.extend(words.iter().map(|&word| word.to_owned()));
        head
    };
    let mut getter = start(dice);
    getter.extend(tokens("get ( ) ->"));
    getter.extend(ty.iter().cloned());
    let mut nodes = vec![Node {
        comments: names::comments(dice),
        ..Node::line(getter, ";")
    }];
    if dice.percent(60) {
        let mut setter = start(dice);
        setter.extend(tokens("set ( v :"));
        setter.extend(ty);
        setter.push(")".to_owned());
        nodes.push(Node {
            comments: names::comments(dice),
            ..Node::line(setter, ";")
        });
    }
    nodes
}
