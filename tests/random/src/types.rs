//! Types: expressions and definitions.

use crate::names::{self, Gate, Taken};
use crate::tree::{Node, tokens};
use crate::{Dice, items};

const PRIMITIVES: &[&str] = &[
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "s8",
    "s16",
    "s32",
    "s64",
    "f32",
    "f64",
    "char",
    "string",
    "error-context",
];
const KEYS: &[&str] = &[
    "bool", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "char", "string",
];

/// A type that has a name.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) resource: bool,
    /// Whether a `borrow` is in it.
    pub(crate) borrows: bool,
    /// Whether it is `char` under another name.
    pub(crate) is_char: bool,
    pub(crate) gate: Gate,
}

/// The types and names of an interface or world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    pub(crate) types: Vec<Named>,
    pub(crate) taken: Taken,
    /// The gate of what is being written.
    pub(crate) gate: Gate,
    /// The gate of the interface or world.
    pub(crate) outer: Gate,
    pub(crate) version: Option<String>,
    pub(crate) in_world: bool,
}

/// What a type expression may be, and what it turned out to be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Room {
    pub(crate) depth: usize,
    /// Whether a `borrow` may be in it.
    pub(crate) may_borrow: bool,
    /// Whether there is one.
    pub(crate) borrows: bool,
    pub(crate) is_char: bool,
}

impl Room {
    /// Room for a type that may be as deep as usual.
    pub(crate) fn new(may_borrow: bool) -> Self {
        Self {
            depth: 3,
            may_borrow,
            ..Self::default()
        }
    }
}

impl Scope {
    /// A type expression, added to `out`.
    pub(crate) fn ty(&self, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
        room.is_char = false;
        // Deep types are rare in real packages too, and would grow without bounds.
        if room.depth == 0 || dice.percent(45) {
            return self.leaf(dice, room, out);
        }
        room.depth -= 1;
        match dice.below(14) {
            0..=2 => self.generic(dice, room, out, "list", ""),
            3 => {
                // On both sides of the 16 flat values that a call may pass.
                let length = [1, 4, 16, 300][dice.below(4)].to_string();
                self.generic(dice, room, out, "list", &length);
            }
            4 | 5 => self.generic(dice, room, out, "option", ""),
            6 | 7 => self.result(dice, room, out),
            8 | 9 => {
                out.extend(tokens("tuple <"));
                for index in 0..dice.between(1, 3) {
                    if index > 0 {
                        out.push(",".to_owned());
                    }
                    self.ty(dice, room, out);
                }
                if dice.percent(10) {
                    out.push(",".to_owned());
                }
                out.push(">".to_owned());
            }
            10 => {
                let key = dice.choose(KEYS);
                out.extend(tokens(&format!("map < {key} ,")));
                self.ty(dice, room, out);
                out.push(">".to_owned());
            }
            11 | 12 => self.handle(dice, room, out),
            _ => self.asynchronous(dice, room, out),
        }
        room.depth += 1;
        room.is_char = false;
    }

    fn generic(
        &self,
        dice: &mut Dice,
        room: &mut Room,
        out: &mut Vec<String>,
        name: &str,
        length: &str,
    ) {
        out.extend([name.to_owned(), "<".to_owned()]);
        self.ty(dice, room, out);
        if !length.is_empty() {
            out.extend([",".to_owned(), length.to_owned()]);
        }
        out.push(">".to_owned());
    }

    fn result(&self, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
        out.push("result".to_owned());
        let form = dice.below(4);
        if form == 0 {
            return;
        }
        out.push("<".to_owned());
        match form {
            1 => self.ty(dice, room, out),
            2 => {
                out.extend(tokens("_ ,"));
                self.ty(dice, room, out);
            }
            _ => {
                self.ty(dice, room, out);
                out.push(",".to_owned());
                self.ty(dice, room, out);
            }
        }
        out.push(">".to_owned());
    }

    fn asynchronous(&self, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
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
        self.ty(dice, &mut inner, out);
        if inner.is_char {
            // A stream of `char` is not allowed; the type is known only when it is written.
            out.truncate(start);
            out.push("u8".to_owned());
        }
        out.push(">".to_owned());
    }

    fn handle(&self, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
        let resources: Vec<&Named> = self
            .types
            .iter()
            .filter(|ty| ty.resource && self.gate.may_refer_to(ty.gate))
            .collect();
        if resources.is_empty() {
            return self.leaf(dice, room, out);
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

    fn leaf(&self, dice: &mut Dice, room: &mut Room, out: &mut Vec<String>) {
        let usable: Vec<&Named> = self
            .types
            .iter()
            .filter(|ty| self.gate.may_refer_to(ty.gate) && (room.may_borrow || !ty.borrows))
            .collect();
        if !usable.is_empty() && dice.percent(45) {
            let ty = *dice.choose(&usable);
            room.borrows |= ty.borrows;
            room.is_char = ty.is_char;
            out.push(names::written(dice, &ty.name));
            return;
        }
        let name = *dice.choose(PRIMITIVES);
        room.is_char = name == "char";
        out.push(name.to_owned());
    }

    /// Gates what comes next and gives its attributes.
    pub(crate) fn gated(&mut self, dice: &mut Dice) -> Vec<String> {
        self.gate = Gate::random(dice, self.version.is_some(), self.outer);
        let mut attributes = self.gate.attributes(dice, self.version.as_deref());
        attributes.extend(names::external_id(dice));
        attributes
    }

    /// The same for a type: the peer can't do without one of a world because its feature is inactive.
    pub(crate) fn gated_type(&mut self, dice: &mut Dice) -> Vec<String> {
        loop {
            let attributes = self.gated(dice);
            if !self.in_world || self.gate == self.outer || !matches!(self.gate, Gate::Inactive(_))
            {
                return attributes;
            }
        }
    }

    /// The definition of a new type.
    pub(crate) fn definition(&mut self, dice: &mut Dice) -> Node {
        let attributes = self.gated_type(dice);
        let name = names::fresh(dice, &mut self.taken);
        let shown = names::written(dice, &name);
        let mut room = Room::new(true);
        let mut ty = Named {
            name,
            resource: false,
            borrows: false,
            is_char: false,
            gate: self.gate,
        };
        let mut node = match dice.below(6) {
            0 => self.record(dice, &shown, &mut room),
            1 => self.variant(dice, &shown, &mut room),
            2 => labels(dice, "enum", &shown, 6),
            // More flags than 32 have no place in the canonical ABI.
            3 => labels(dice, "flags", &shown, 32),
            4 => {
                let mut head = tokens(&format!("type {shown} ="));
                self.ty(dice, &mut room, &mut head);
                ty.is_char = room.is_char;
                // The name of a resource and nothing else: an alias of it, which can be used like it.
                ty.resource = head.len() == 4
                    && self.types.iter().any(|other| {
                        other.resource && head[3].trim_start_matches('%') == other.name
                    });
                Node::line(head, ";")
            }
            _ => {
                ty.resource = true;
                // Its own methods may mention the resource.
                self.types.push(ty.clone());
                let node = items::resource(self, dice, &ty.name, &shown);
                self.types.pop();
                node
            }
        };
        ty.borrows = room.borrows;
        self.types.push(ty);
        node.attributes = attributes;
        node.comments = names::comments(dice);
        node
    }

    fn record(&self, dice: &mut Dice, name: &str, room: &mut Room) -> Node {
        let mut taken = Taken::new();
        let mut fields = Vec::new();
        for _ in 0..dice.between(1, 4) {
            let field = names::fresh(dice, &mut taken);
            let mut head = vec![names::written(dice, &field), ":".to_owned()];
            self.ty(dice, room, &mut head);
            fields.push(Node {
                comments: names::comments(dice),
                ..Node::line(head, ",")
            });
        }
        Node::block(tokens(&format!("record {name}")), fields)
    }

    fn variant(&self, dice: &mut Dice, name: &str, room: &mut Room) -> Node {
        let mut taken = Taken::new();
        let mut cases = Vec::new();
        for _ in 0..dice.between(1, 4) {
            let case = names::fresh(dice, &mut taken);
            let mut head = vec![names::written(dice, &case)];
            if dice.percent(60) {
                head.push("(".to_owned());
                self.ty(dice, room, &mut head);
                head.push(")".to_owned());
            }
            cases.push(Node {
                comments: names::comments(dice),
                ..Node::line(head, ",")
            });
        }
        Node::block(tokens(&format!("variant {name}")), cases)
    }
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
