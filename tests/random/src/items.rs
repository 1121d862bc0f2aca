//! What stands in interfaces: uses, functions, resources.

use crate::Dice;
use crate::names::{self, Gate, Taken};
use crate::package::{InterfaceInfo, Visible};
use crate::tree::{Node, tokens};
use crate::types::{Named, Room, Scope};

/// The items of an interface, in any order. `others` can be used from it, each with the path that it has here.
pub(crate) fn interface_items(
    scope: &mut Scope,
    dice: &mut Dice,
    others: &[Visible<'_>],
) -> Vec<Node> {
    let mut items = Vec::new();
    for _ in 0..dice.below(3) {
        items.extend(use_types(scope, dice, others));
    }
    for _ in 0..dice.below(5) {
        items.push(scope.definition(dice));
    }
    for _ in 0..dice.below(4) {
        items.push(function_item(scope, dice));
    }
    if dice.percent(20) {
        items.extend(accessors(scope, dice));
    }
    // Items may refer to later ones; the others stay in the order in which they were made.
    if dice.percent(70) {
        dice.shuffle(&mut items);
    }
    items
}

/// A `use` of some types of another interface.
pub(crate) fn use_types(
    scope: &mut Scope,
    dice: &mut Dice,
    others: &[Visible<'_>],
) -> Option<Node> {
    let attributes = scope.gated_type(dice);
    let attributes = attributes
        .into_iter()
        // A `use` cannot have one.
        .filter(|it| !it.starts_with("@external-id"))
        .collect();
    // To the peer, a type of another package is as inactive as the first `use` that brings it in.
    let may_be_foreign = !matches!(scope.gate, Gate::Inactive(_));
    let is_usable = |other: &&Visible<'_>| {
        scope.gate.may_refer_to(other.interface.gate)
            && !other.interface.types.is_empty()
            && (may_be_foreign || !other.foreign)
    };
    let usable: Vec<_> = others.iter().filter(is_usable).collect();
    if usable.is_empty() {
        return None;
    }
    let Visible {
        path,
        interface: other,
        ..
    } = *dice.choose(&usable);
    let mut head = tokens(&format!("use {path} . {{"));
    let mut chosen = choose_types(scope, dice, other, &mut head);
    if chosen.is_empty() {
        return None;
    }
    scope.types.append(&mut chosen);
    if dice.percent(5) {
        head.push(",".to_owned());
    }
    head.push("}".to_owned());
    Some(Node {
        attributes,
        comments: names::comments(dice),
        ..Node::line(head, ";")
    })
}

/// Chooses some types of an interface, and writes them into a `use`.
fn choose_types(
    scope: &mut Scope,
    dice: &mut Dice,
    other: &InterfaceInfo,
    head: &mut Vec<String>,
) -> Vec<Named> {
    let mut chosen: Vec<Named> = Vec::new();
    let wanted = dice.between(1, 3);
    for ty in other
        .types
        .iter()
        .filter(|ty| scope.gate.may_refer_to(ty.gate))
    {
        // Some are skipped, so that not always the first types are used.
        if chosen.len() == wanted || dice.percent(40) {
            continue;
        }
        if !chosen.is_empty() {
            head.push(",".to_owned());
        }
        head.push(names::written(dice, &ty.name));
        // WIT compares names without case and hyphens.
        let is_new = scope.taken.insert(ty.name.replace('-', "").to_lowercase());
        let mut local = Named {
            gate: scope.gate,
            ..ty.clone()
        };
        if !is_new || dice.percent(25) {
            local.name = names::fresh(dice, &mut scope.taken);
            head.extend(["as".to_owned(), names::written(dice, &local.name)]);
        }
        chosen.push(local);
    }
    chosen
}

/// Parameters in their parentheses.
fn params(scope: &Scope, dice: &mut Dice, out: &mut Vec<String>, taken: &mut Taken) {
    out.push("(".to_owned());
    for index in 0..dice.below(4) {
        if index > 0 {
            out.push(",".to_owned());
        }
        let name = names::fresh(dice, taken);
        out.extend([names::written(dice, &name), ":".to_owned()]);
        scope.ty(dice, &mut Room::new(true), out);
        if dice.percent(2) {
            out.push(",".to_owned());
            break;
        }
    }
    out.push(")".to_owned());
}

/// `func(…) -> …`
pub(crate) fn function(scope: &Scope, dice: &mut Dice, out: &mut Vec<String>, taken: &mut Taken) {
    if dice.percent(25) {
        out.push("async".to_owned());
    }
    out.push("func".to_owned());
    params(scope, dice, out, taken);
    if dice.percent(60) {
        out.push("->".to_owned());
        scope.ty(dice, &mut Room::new(false), out);
    }
}

fn function_item(scope: &mut Scope, dice: &mut Dice) -> Node {
    let attributes = scope.gated(dice);
    let name = names::fresh(dice, &mut scope.taken);
    let mut head = vec![names::written(dice, &name), ":".to_owned()];
    function(scope, dice, &mut head, &mut Taken::new());
    Node {
        attributes,
        comments: names::comments(dice),
        ..Node::line(head, ";")
    }
}

/// `get() -> …`
pub(crate) fn getter(scope: &Scope, dice: &mut Dice, out: &mut Vec<String>) {
    out.extend(tokens("get ( ) ->"));
    scope.ty(dice, &mut Room::new(false), out);
}

/// A getter and perhaps a setter.
fn accessors(scope: &mut Scope, dice: &mut Dice) -> Vec<Node> {
    let attributes = scope.gated(dice);
    let name = names::fresh(dice, &mut scope.taken);
    accessor_pair(scope, dice, &name, &[])
        .into_iter()
        .map(|node| Node {
            attributes: attributes.clone(),
            ..node
        })
        .collect()
}

fn accessor_pair(scope: &Scope, dice: &mut Dice, name: &str, words: &[&str]) -> Vec<Node> {
    // One type for both: a setter takes what the getter gives.
    let mut ty = Vec::new();
    scope.ty(dice, &mut Room::new(false), &mut ty);
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

/// A resource, which is the last type of the scope.
pub(crate) fn resource(scope: &mut Scope, dice: &mut Dice, name: &str, shown: &str) -> Node {
    let head = tokens(&format!("resource {shown}"));
    if dice.percent(30) {
        return Node::line(head, ";");
    }
    let (gate, outer) = (scope.gate, scope.outer);
    // What is in the resource may be gated by more than the resource, but not by less.
    scope.outer = gate;
    let mut items = Vec::new();
    let mut taken = Taken::new();
    // The names of methods must not be that of the resource, which is the name of its own import.
    taken.insert(name.replace('-', "").to_lowercase());
    if dice.percent(50) {
        let attributes = scope.gated(dice);
        let mut head = tokens("constructor");
        params(scope, dice, &mut head, &mut Taken::new());
        if dice.percent(30) {
            let form = *dice.choose(&["-> result < @ >", "-> result < @ , string >"]);
            head.extend(tokens(&form.replace('@', shown)));
        }
        items.push(Node {
            attributes,
            comments: names::comments(dice),
            ..Node::line(head, ";")
        });
    }
    for _ in 0..dice.below(4) {
        let attributes = scope.gated(dice);
        let method = names::fresh(dice, &mut taken);
        let mut head = vec![names::written(dice, &method), ":".to_owned()];
        let mut params = Taken::new();
        if dice.percent(30) {
            head.push("static".to_owned());
        } else {
            params.insert("self".to_owned());
        }
        function(scope, dice, &mut head, &mut params);
        items.push(Node {
            attributes,
            comments: names::comments(dice),
            ..Node::line(head, ";")
        });
    }
    if dice.percent(20) {
        let words: &[&str] = if dice.percent(30) { &["static"] } else { &[] };
        let attributes = scope.gated(dice);
        let accessor = names::fresh(dice, &mut taken);
        let pair = accessor_pair(scope, dice, &accessor, words);
        items.extend(pair.into_iter().map(|node| Node {
            attributes: attributes.clone(),
            ..node
        }));
    }
    if dice.percent(50) {
        dice.shuffle(&mut items);
    }
    // What follows the resource is in the interface again.
    (scope.gate, scope.outer) = (gate, outer);
    Node::block(head, items)
}
