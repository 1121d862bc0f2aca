//! The items of interfaces: uses, types, functions.

use crate::Dice;
use crate::definitions::definition;
use crate::functions::{accessor_pair, function};
use crate::names::{self, Taken};
use crate::scope::{InterfaceInfo, Named, Scope, Visible};
use crate::tree::{Node, tokens};

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
        items.push(definition(scope, dice));
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
    let may_be_foreign = !scope.gate.is_inactive();
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
        let is_new = scope.taken.insert(names::key(&ty.name));
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
