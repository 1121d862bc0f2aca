//! Mistakes: in the tree of items, and in the text.

use crate::tree::{Node, Tree};
use crate::{ACTIVE_FEATURE, Dice};
use std::collections::BTreeMap;

/// Where an item stands: its file, and its position among the items of each item around it.
pub(crate) type Place = (String, Vec<usize>);

/// Makes a mistake in the items of a tree: one is left out, repeated, moved, renamed, or given another type or gate. Now
/// and then the result is still valid.
pub fn break_tree(tree: &mut Tree, dice: &mut Dice) {
    let mut places = Vec::new();
    for (file, nodes) in &tree.files {
        collect(file, nodes, &mut Vec::new(), &mut places);
    }
    if places.is_empty() {
        return;
    }
    let place = dice.choose(&places).clone();
    let other = dice.choose(&places).clone();
    // Tokens and attributes come up more often than the rest: the mistakes that they make are the most varied.
    match dice.below(11) {
        0 => {
            if let Some((siblings, at)) = siblings(tree, &place) {
                siblings.remove(at);
            }
        }
        1 => {
            if let Some((siblings, at)) = siblings(tree, &place) {
                let node = siblings[at].clone();
                siblings.insert(dice.below(siblings.len() + 1), node);
            }
        }
        2 => {
            if let Some((siblings, at)) = siblings(tree, &place) {
                let with = dice.below(siblings.len());
                siblings.swap(at, with);
            }
        }
        3 => copy_to(tree, &place, &other),
        4..=6 => replace_token(tree, &place, &other, dice),
        7 => replace_type(tree, &place, dice),
        8 | 9 => change_attributes(tree, &place, dice),
        _ => {
            let files: Vec<String> = tree.files.keys().cloned().collect();
            let file = dice.choose(&files).clone();
            if dice.percent(50) {
                tree.files.remove(&file);
            } else if let Some(nodes) = tree.files.remove(&file) {
                tree.files.insert(
                    if dice.percent(50) {
                        format!("z-{}", file.replace('/', "-"))
                    } else {
                        "deps/a.wit".to_owned()
                    },
                    nodes,
                );
            }
        }
    }
}

fn collect(file: &str, nodes: &[Node], path: &mut Vec<usize>, out: &mut Vec<Place>) {
    for (index, node) in nodes.iter().enumerate() {
        path.push(index);
        out.push((file.to_owned(), path.clone()));
        if let Some(body) = &node.body {
            collect(file, body, path, out);
        }
        path.pop();
    }
}

/// A list of items, and a position in it.
type Siblings<'t> = (&'t mut Vec<Node>, usize);

/// The list that an item stands in, and its position there.
pub(crate) fn siblings<'t>(tree: &'t mut Tree, place: &Place) -> Option<Siblings<'t>> {
    let (file, path) = place;
    let (&at, around) = path.split_last()?;
    let mut nodes = tree.files.get_mut(file)?;
    for &index in around {
        nodes = nodes.get_mut(index)?.body.as_mut()?;
    }
    (at < nodes.len()).then_some((nodes, at))
}

fn node<'t>(tree: &'t mut Tree, place: &Place) -> Option<&'t mut Node> {
    siblings(tree, place).map(|(siblings, at)| &mut siblings[at])
}

/// Repeats an item where another one is.
fn copy_to(tree: &mut Tree, from: &Place, to: &Place) {
    let Some(copy) = node(tree, from).cloned() else {
        return;
    };
    if let Some((siblings, at)) = siblings(tree, to) {
        siblings.insert(at, copy);
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|first: char| first.is_ascii_alphabetic() || first == '%')
}

/// Puts a word of one item in the place of a word of another one.
fn replace_token(tree: &mut Tree, place: &Place, other: &Place, dice: &mut Dice) {
    let words: Vec<String> = match node(tree, other) {
        Some(node) => node
            .head
            .iter()
            .filter(|token| is_word(token))
            .cloned()
            .collect(),
        None => return,
    };
    let Some(node) = node(tree, place) else {
        return;
    };
    let at: Vec<usize> = (0..node.head.len())
        .filter(|&at| is_word(&node.head[at]))
        .collect();
    if !at.is_empty() && !words.is_empty() {
        node.head[*dice.choose(&at)] = dice.choose(&words).clone();
    }
}

const TYPES: &[&str] = &[
    "u8",
    "string",
    "char",
    "f32",
    "list<u8>",
    "list<u8, 0>",
    "list<u8, 4>",
    "stream<char>",
    "map<f32, u8>",
    "map<u8, u8>",
    "result<_, string>",
    "tuple<>",
    "option<>",
    "future",
    "float32",
    "unknown",
    "borrow<u8>",
    "error-context",
    "result<_>",
];

/// Puts another type in the place of one.
fn replace_type(tree: &mut Tree, place: &Place, dice: &mut Dice) {
    let Some(node) = node(tree, place) else {
        return;
    };
    let may_be_type = |at: &usize| {
        *at > 0
            && is_word(&node.head[*at])
            // A word after one of these is mostly a type: now and then it is not, which is a mistake as well.
            && matches!(
                node.head[*at - 1].as_str(),
                ":" | "<" | "," | "->" | "=" | "("
            )
    };
    let at: Vec<usize> = (0..node.head.len()).filter(may_be_type).collect();
    if !at.is_empty() {
        node.head[*dice.choose(&at)] = (*dice.choose(TYPES)).to_owned();
    }
}

fn change_attributes(tree: &mut Tree, place: &Place, dice: &mut Dice) {
    let Some(node) = node(tree, place) else {
        return;
    };
    let attributes = [
        "@since(version = 0.1.0)".to_owned(),
        "@since(version = 9.0.0)".to_owned(),
        format!("@unstable(feature = {ACTIVE_FEATURE})"),
        "@unstable(feature = slow)".to_owned(),
        "@deprecated(version = 0.1.0)".to_owned(),
        "@external-id(\"x\")".to_owned(),
        "@new".to_owned(),
    ];
    match dice.below(3) {
        0 => node.attributes.clear(),
        1 => node.attributes.push(dice.choose(&attributes).clone()),
        _ => node.attributes = vec![dice.choose(&attributes).clone()],
    }
}

const TOKENS: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    ";",
    ",",
    ":",
    "/",
    ".",
    "@",
    "->",
    "=",
    "*",
    "_",
    "interface",
    "world",
    "func",
    "use",
    "record",
    "type",
    "import",
    "export",
    "include",
    "static",
    "async",
    "u8",
    "name",
    "%",
    "0",
    "4",
    "1.0.0",
    "\"",
    "-",
    "/*",
    "*/",
    "//",
    "é",
    "\u{202e}",
];

/// Makes a mistake in the text of a file: a token is left out, repeated, put elsewhere, or becomes another one.
pub fn break_text(texts: &mut BTreeMap<String, String>, dice: &mut Dice) {
    let paths: Vec<String> = texts.keys().cloned().collect();
    if paths.is_empty() {
        return;
    }
    let Some(text) = texts.get_mut(dice.choose(&paths)) else {
        return;
    };
    let tokens = spans(text);
    if tokens.is_empty() {
        return;
    }
    let at = dice.below(tokens.len());
    let (start, end) = tokens[at];
    let token = text[start..end].to_owned();
    match dice.below(5) {
        0 => text.replace_range(start..end, ""),
        1 => text.insert_str(end, &format!(" {token}")),
        2 => {
            if let Some(&(next, next_end)) = tokens.get(at + 1) {
                let swapped = format!("{}{}{token}", &text[next..next_end], &text[end..next]);
                text.replace_range(start..next_end, &swapped);
            }
        }
        3 => text.replace_range(start..end, dice.choose::<&str>(TOKENS)),
        _ => text.insert_str(start, &format!("{} ", dice.choose::<&str>(TOKENS))),
    }
}

/// The spans of words and of other characters.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut in_word = false;
    for (at, character) in text.char_indices() {
        let is_word = character.is_ascii_alphanumeric() || matches!(character, '-' | '%');
        let end = at + character.len_utf8();
        match spans.last_mut() {
            Some(last) if is_word && in_word => last.1 = end,
            _ if !character.is_whitespace() => spans.push((at, end)),
            _ => {}
        }
        in_word = is_word;
    }
    spans
}
