//! Changes around an item: what stands beside it is taken away, moved, and added to.

use crate::mutate::{Place, siblings};
use crate::tree::{Node, Tree, tokens};
use crate::{Dice, names};

/// The place of an interface, a world or a `use` in a tree: in a file, or in a package that is nested in it.
#[derive(Clone, Debug)]
pub struct ItemPlace(Place);

impl Tree {
    /// The places of all interfaces, worlds and top-level `use`s.
    #[must_use]
    pub fn item_places(&self) -> Vec<ItemPlace> {
        let mut places = Vec::new();
        for (file, nodes) in &self.files {
            let mut add = |path: Vec<usize>| places.push(ItemPlace((file.clone(), path)));
            for (index, node) in nodes.iter().enumerate() {
                match node.head.first().map(String::as_str) {
                    Some("interface" | "world" | "use") => add(vec![index]),
                    // That of the file has no body.
                    Some("package") => {
                        let inner = 0..node.body.as_ref().map_or(0, Vec::len);
                        inner.for_each(|inner| add(vec![index, inner]));
                    }
                    _ => {}
                }
            }
        }
        places
    }

    /// Takes an item away. The places of the others stay the same.
    ///
    /// # Panics
    ///
    /// If the place is one of another tree.
    pub fn take_item(&mut self, place: &ItemPlace) -> Node {
        let (nodes, index) = siblings(self, &place.0).expect("is in this tree");
        std::mem::take(&mut nodes[index])
    }

    /// Puts each item anywhere into the file or nested package that has the item of its place. Places that were asked
    /// for before are those of other items then.
    ///
    /// # Panics
    ///
    /// If a place is one of another tree.
    pub fn put_items(&mut self, dice: &mut Dice, mut items: Vec<(ItemPlace, Node)>) {
        // What is nested comes first: the place of the package around it moves when something is put before that.
        items.sort_by_key(|(ItemPlace((_, path)), _)| std::cmp::Reverse(path.len()));
        for (place, item) in items {
            let (nodes, _) = siblings(self, &place.0).expect("is in this tree");
            let is_declaration = |node: &Node| node.head.first().is_some_and(|it| it == "package");
            // The declaration of the file's package stays where it is.
            let first = nodes.first().filter(|node| node.body.is_none());
            let start = usize::from(first.is_some_and(is_declaration));
            nodes.insert(dice.between(start, nodes.len()), item);
        }
    }
}

/// A world that imports and exports some of these interfaces, which are written as in its package.
#[must_use]
pub fn world_of(dice: &mut Dice, name: &str, interfaces: &[String]) -> Node {
    let mut items = Vec::new();
    for interface in interfaces {
        for (keyword, percent) in [("import", 50), ("export", 35)] {
            if dice.percent(percent) {
                items.push(Node::line(tokens(&format!("{keyword} {interface}")), ";"));
            }
        }
    }
    dice.shuffle(&mut items);
    Node::block(tokens(&format!("world {name}")), items)
}

/// An interface that uses a type of another one in several ways.
#[must_use]
pub fn user_of(dice: &mut Dice, name: &str, interface: &Node) -> Option<Node> {
    let named = |node: &&Node| {
        let keyword = node.head.first().map(String::as_str);
        matches!(keyword, Some("record" | "variant" | "enum" | "flags"))
    };
    let types: Vec<&Node> = interface.body.iter().flatten().filter(named).collect();
    if types.is_empty() {
        return None;
    }
    let ty = &dice.choose(&types).head[1];
    let own = names::written(dice, "own-name");
    let uses = format!("use {} . {{ {ty} as {own} }}", interface.head[1]);
    let function = format!("f : func ( a : list < {own} > , b : option < string > )");
    let record = format!("record around {{ inner : list < {own} > , more : list < u8 > }}");
    let mut items = vec![
        Node::line(tokens(&uses), ";"),
        Node::line(tokens(&function), ";"),
        Node::line(tokens(&record), ""),
    ];
    dice.shuffle(&mut items);
    Some(Node::block(tokens(&format!("interface {name}")), items))
}
