//! The items of worlds.

use crate::Dice;
use crate::definitions::definition;
use crate::functions::{function, getter};
use crate::items;
use crate::names::{self, Taken};
use crate::scope::{InterfaceInfo, Scope, Visible, WorldInfo};
use crate::tree::{Node, tokens};

type Interfaces<'m> = [Visible<'m>];

/// The items of a world, in any order, the plain names of its imports and exports, and the names of its types.
pub(crate) fn items(
    mut scope: Scope,
    dice: &mut Dice,
    interfaces: &Interfaces<'_>,
    worlds: &[(String, &WorldInfo)],
) -> (Vec<Node>, Vec<String>, Vec<String>) {
    let mut items = Vec::new();
    let mut plain = Vec::new();
    if dice.percent(30) {
        items.extend(items::use_types(&mut scope, dice, interfaces));
    }
    for _ in 0..dice.below(3) {
        items.push(definition(&mut scope, dice));
    }
    // By address: two interfaces of different packages may have the same name.
    let mut paths: [Vec<*const InterfaceInfo>; 2] = [Vec::new(), Vec::new()];
    for _ in 0..dice.below(6) {
        let side = usize::from(dice.percent(50));
        items.extend(extern_item(
            &mut scope,
            dice,
            interfaces,
            side,
            &mut paths[side],
            &mut plain,
        ));
    }
    // The world's own; those of included worlds are added below, since another `include` brings
    // them along.
    let mut types: Vec<String> = scope.types.iter().map(|ty| ty.name.clone()).collect();
    // Last, when all plain names are known that could clash with those of an included world.
    while dice.percent(25) && !worlds.is_empty() {
        items.extend(include(&mut scope, dice, worlds, &mut plain, &mut types));
    }
    if dice.percent(70) {
        dice.shuffle(&mut items);
    }
    (items, plain, types)
}

fn extern_item(
    scope: &mut Scope,
    dice: &mut Dice,
    interfaces: &Interfaces<'_>,
    side: usize,
    paths: &mut Vec<*const InterfaceInfo>,
    plain: &mut Vec<String>,
) -> Option<Node> {
    let attributes = scope.gated(dice);
    let mut head = vec![["import", "export"][side].to_owned()];
    // Interfaces by their path most often: real worlds have little else.
    let node = match dice.below(10) {
        form @ 0..5 => {
            let Visible {
                path, interface, ..
            } = usable(scope, dice, interfaces)?;
            if form < 4 {
                let known = std::ptr::from_ref::<InterfaceInfo>(interface);
                // Several exports of interfaces that use each other rarely go together with the imports.
                if paths.contains(&known) || (side == 1 && !paths.is_empty() && dice.percent(85)) {
                    return None;
                }
                paths.push(known);
            } else {
                head.extend(plain_name(scope, dice, plain));
            }
            head.extend(tokens(path));
            Node::line(head, ";")
        }
        5..=7 => {
            head.extend(plain_name(scope, dice, plain));
            if dice.percent(10) {
                getter(scope, dice, &mut head);
            } else {
                function(scope, dice, &mut head, &mut Taken::new());
            }
            Node::line(head, ";")
        }
        _ => {
            head.extend(plain_name(scope, dice, plain));
            head.push("interface".to_owned());
            let mut inner = Scope {
                gate: scope.gate,
                outer: scope.gate,
                version: scope.version.clone(),
                kinds: scope.kinds,
                ..Scope::default()
            };
            Node::block(head, items::interface_items(&mut inner, dice, interfaces))
        }
    };
    Some(Node {
        attributes,
        comments: names::comments(dice),
        ..node
    })
}

/// One of the interfaces that the scope may refer to.
fn usable<'m>(
    scope: &Scope,
    dice: &mut Dice,
    interfaces: &'m Interfaces<'m>,
) -> Option<&'m Visible<'m>> {
    let usable: Vec<_> = interfaces
        .iter()
        .filter(|other| scope.gate.may_refer_to(other.interface.gate))
        .collect();
    if usable.is_empty() {
        return None;
    }
    Some(*dice.choose(&usable))
}

/// `name :`
fn plain_name(scope: &mut Scope, dice: &mut Dice, plain: &mut Vec<String>) -> [String; 2] {
    let name = names::fresh(dice, &mut scope.taken);
    let shown = names::written(dice, &name);
    // What does not exist cannot be renamed by an `include`.
    if !scope.gate.is_inactive() {
        plain.push(name);
    }
    [shown, ":".to_owned()]
}

/// An `include` of a world, with new names for those of its plain names that are taken, and for some others. It cannot
/// have an `@external-id`. Types keep their names, so that a world with a type of a taken name is not included.
fn include(
    scope: &mut Scope,
    dice: &mut Dice,
    worlds: &[(String, &WorldInfo)],
    plain: &mut Vec<String>,
    types: &mut Vec<String>,
) -> Option<Node> {
    let attributes: Vec<_> = scope
        .gated(dice)
        .into_iter()
        .filter(|attribute| !attribute.starts_with("@external-id"))
        .collect();
    let (path, world) = dice.choose(worlds);
    if !scope.gate.may_refer_to(world.gate)
        || world
            .types
            .iter()
            .any(|name| scope.taken.contains(&names::key(name)))
    {
        return None;
    }
    scope
        .taken
        .extend(world.types.iter().map(|name| names::key(name)));
    types.extend(world.types.iter().cloned());
    let mut head = tokens(&format!("include {path}"));
    let mut renames = Vec::new();
    for name in &world.plain {
        let is_new = scope.taken.insert(names::key(name));
        if is_new && dice.percent(85) {
            plain.push(name.clone());
            continue;
        }
        let renamed = names::fresh(dice, &mut scope.taken);
        if !renames.is_empty() {
            renames.push(",".to_owned());
        }
        renames.extend([
            names::written(dice, name),
            "as".to_owned(),
            names::written(dice, &renamed),
        ]);
        plain.push(renamed);
    }
    let mut end = ";";
    if !renames.is_empty() {
        head.extend(tokens("with {"));
        head.extend(renames);
        if dice.percent(10) {
            head.push(",".to_owned());
        }
        head.push("}".to_owned());
        end = "";
    }
    Some(Node {
        attributes,
        ..Node::line(head, end)
    })
}
