//! Definitions of types, resources with their members included.

use crate::Dice;
use crate::functions::{accessor_pair, function, params};
use crate::names::{self, Taken};
use crate::scope::{Named, Room, Scope};
use crate::tree::{Node, tokens};
use crate::types;

/// The definition of a new type.
pub(crate) fn definition(scope: &mut Scope, dice: &mut Dice) -> Node {
    let attributes = scope.gated_type(dice);
    let name = names::fresh(dice, &mut scope.taken);
    let shown = names::written(dice, &name);
    let mut room = Room::new(true);
    let mut ty = Named {
        name,
        resource: false,
        borrows: false,
        is_char: false,
        gate: scope.gate,
    };
    let mut node = match dice.below(6) {
        0 => record(scope, dice, &shown, &mut room),
        1 => variant(scope, dice, &shown, &mut room),
        2 => labels(dice, "enum", &shown, 6),
        // More flags than 32 have no place in the canonical ABI.
        3 => labels(dice, "flags", &shown, 32),
        4 => {
            let mut head = tokens(&format!("type {shown} ="));
            types::expression(scope, dice, &mut room, &mut head);
            ty.is_char = room.is_char;
            // The name of a resource and nothing else: an alias of it, which can be used like it.
            ty.resource = head.len() == 4
                && scope
                    .types
                    .iter()
                    .any(|other| other.resource && head[3].trim_start_matches('%') == other.name);
            Node::line(head, ";")
        }
        _ => {
            ty.resource = true;
            // Its own methods may mention the resource.
            scope.types.push(ty.clone());
            let node = resource(scope, dice, &ty.name, &shown);
            scope.types.pop();
            node
        }
    };
    ty.borrows = room.borrows;
    scope.types.push(ty);
    node.attributes = attributes;
    node.comments = names::comments(dice);
    node
}

fn record(scope: &Scope, dice: &mut Dice, name: &str, room: &mut Room) -> Node {
    let mut taken = Taken::new();
    let mut fields = Vec::new();
    // WIT has no record without fields, and no variant, enum or flags without cases.
    for _ in 0..dice.between(1, 4) {
        let field = names::fresh(dice, &mut taken);
        let mut head = vec![names::written(dice, &field), ":".to_owned()];
        types::expression(scope, dice, room, &mut head);
        fields.push(Node {
            comments: names::comments(dice),
            ..Node::line(head, ",")
        });
    }
    Node::block(tokens(&format!("record {name}")), fields)
}

fn variant(scope: &Scope, dice: &mut Dice, name: &str, room: &mut Room) -> Node {
    let mut taken = Taken::new();
    let mut cases = Vec::new();
    for _ in 0..dice.between(1, 4) {
        let case = names::fresh(dice, &mut taken);
        let mut head = vec![names::written(dice, &case)];
        if dice.percent(60) {
            head.push("(".to_owned());
            types::expression(scope, dice, room, &mut head);
            head.push(")".to_owned());
        }
        cases.push(Node {
            comments: names::comments(dice),
            ..Node::line(head, ",")
        });
    }
    Node::block(tokens(&format!("variant {name}")), cases)
}

fn labels(dice: &mut Dice, keyword: &str, name: &str, most: usize) -> Node {
    let mut taken = Taken::new();
    let mut labels = Vec::new();
    for _ in 0..dice.between(1, most) {
        let label = names::fresh(dice, &mut taken);
        let head = vec![names::written(dice, &label)];
        labels.push(Node {
            comments: names::comments(dice),
            ..Node::line(head, ",")
        });
    }
    Node::block(tokens(&format!("{keyword} {name}")), labels)
}

/// A resource, which is the last type of the scope.
fn resource(scope: &mut Scope, dice: &mut Dice, name: &str, shown: &str) -> Node {
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
    taken.insert(names::key(name));
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
            // A method has this parameter without its being written.
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
        items.extend(accessors(scope, dice, &mut taken));
    }
    if dice.percent(50) {
        dice.shuffle(&mut items);
    }
    // What follows the resource is in the interface again.
    (scope.gate, scope.outer) = (gate, outer);
    Node::block(head, items)
}

/// A getter, perhaps with its setter; both may be static.
fn accessors(scope: &mut Scope, dice: &mut Dice, taken: &mut Taken) -> impl Iterator<Item = Node> {
    let words: &[&str] = if dice.percent(30) { &["static"] } else { &[] };
    let attributes = scope.gated(dice);
    let accessor = names::fresh(dice, taken);
    let pair = accessor_pair(scope, dice, &accessor, words);
    // Both halves under one gate: a setter needs its getter.
    pair.into_iter().map(move |node| Node {
        attributes: attributes.clone(),
        ..node
    })
}
