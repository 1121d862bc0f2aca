//! Names that must differ: the rule of the component model that names are unique whatever their case and hyphens.
//!
//! `get-user`, `GET-USER` and `getuser` are the same name. In an interface or on a side of a world, the names are
//! those of components: `[method]a.b` and `[static]a.b` are the same, a getter is the same as a function of its name,
//! and `[method]a.a` is the same as `a`, whereas constructors and setters have a room of their own.

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use std::hash::{BuildHasher, Hasher};
use witc_diagnostics::Span;

/// A name of a component, in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ComponentName<'a> {
    /// The brackets, as far as they keep names apart.
    pub(crate) room: Room,
    /// The resource before the `.`.
    pub(crate) resource: Option<&'a str>,
    /// The name after it.
    pub(crate) name: &'a str,
}

/// The rooms of names: names in different ones never collide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// Types, functions, methods, getters.
    Plain,
    /// `[constructor]`
    Constructor,
    /// `[set]`, `[method][set]`, `[static][set]`
    Setter,
}

impl<'a> ComponentName<'a> {
    /// A name without brackets.
    pub(crate) fn plain(name: &'a str) -> Self {
        Self {
            room: Room::Plain,
            resource: None,
            name,
        }
    }

    /// A name as it stands in a component.
    pub(crate) fn parse(full: &'a str) -> Self {
        let mut room = Room::Plain;
        let mut name = full;
        while let Some((annotation, rest)) =
            name.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        {
            match annotation {
                "constructor" => room = Room::Constructor,
                "set" => room = Room::Setter,
                _ => {}
            }
            name = rest;
        }
        match name.split_once('.') {
            Some((resource, name)) => Self {
                room,
                resource: Some(resource),
                name,
            },
            None => Self {
                room,
                resource: None,
                name,
            },
        }
    }

    /// The same name with only what tells names apart.
    fn significant(self) -> Self {
        match self.resource {
            // `Explainer.md`, "Name Uniqueness": `[method]l.l` is as `l`.
            Some(resource) if same_name(resource, self.name) => Self::plain(self.name),
            _ => self,
        }
    }

    fn collides(self, other: Self) -> bool {
        self.room == other.room
            && same_name(self.name, other.name)
            && match (self.resource, other.resource) {
                (Some(a), Some(b)) => same_name(a, b),
                (None, None) => true,
                _ => false,
            }
    }
}

/// Whether two names differ at most in case and hyphens.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    // Names that stand together often differ in their last letters alone, and none ends with a hyphen.
    let last = |name: &str| {
        name.bytes()
            .next_back()
            .map(|byte| byte.to_ascii_lowercase())
    };
    let (last_a, last_b) = (last(a), last(b));
    let may_be_same = last_a == last_b || last_a == Some(b'-') || last_b == Some(b'-');
    may_be_same && significant_bytes(a).eq(significant_bytes(b))
}

fn significant_bytes(name: &str) -> impl Iterator<Item = u8> {
    name.bytes()
        .filter(|&byte| byte != b'-')
        .map(|byte| byte.to_ascii_lowercase())
}

/// A set of names, each with its place, in which no two collide.
#[derive(Default)]
pub(crate) struct NameSet<'a> {
    names: Vec<Named<'a>>,
    /// The positions in `names`, once there are more than a few: of all of them.
    table: HashTable<u32>,
    hasher: RandomState,
}

struct Named<'a> {
    /// The same for names that collide; 0 while there are few.
    hash: u64,
    name: ComponentName<'a>,
    span: Span,
}

/// As many names are compared one by one before a table pays off.
const FEW: usize = 8;

impl<'a> NameSet<'a> {
    /// Adds a name, or gives the one that it collides with.
    pub(crate) fn add(
        &mut self,
        name: ComponentName<'a>,
        span: Span,
    ) -> Result<(), (ComponentName<'a>, Span)> {
        let name = name.significant();
        // Most lists of members are short, and comparing them takes no memory.
        if self.names.len() < FEW {
            if let Some(earlier) = self
                .names
                .iter()
                .find(|earlier| earlier.name.collides(name))
            {
                return Err((earlier.name, earlier.span));
            }
            self.names.push(Named {
                hash: 0,
                name,
                span,
            });
            return Ok(());
        }
        if self.table.is_empty() {
            // The first few had no hash yet.
            for index in 0..self.names.len() {
                self.names[index].hash = hash(&self.hasher, self.names[index].name);
                self.enter(index);
            }
        }
        let hash = hash(&self.hasher, name);
        let is_same = |&index: &u32| {
            let earlier = &self.names[index as usize];
            earlier.hash == hash && earlier.name.collides(name)
        };
        if let Some(&index) = self.table.find(hash, is_same) {
            let earlier = &self.names[index as usize];
            return Err((earlier.name, earlier.span));
        }
        self.names.push(Named { hash, name, span });
        self.enter(self.names.len() - 1);
        Ok(())
    }

    /// Enters a name that has its hash into the table.
    fn enter(&mut self, index: usize) {
        let hash_of = |&index: &u32| self.names[index as usize].hash;
        self.table
            .insert_unique(self.names[index].hash, index as u32, hash_of);
    }

    /// Forgets all names and keeps the room for them, unless it is large.
    pub(crate) fn clear(&mut self) {
        // Clearing a table takes time for all of its room: after one huge enum, every small one
        // would pay for it.
        if self.table.capacity() > 1 << 10 {
            *self = Self::default();
        } else {
            self.names.clear();
            self.table.clear();
        }
    }
}

fn hash(hasher: &RandomState, name: ComponentName<'_>) -> u64 {
    let mut state = hasher.build_hasher();
    // A piece at a time: a call of the hasher for each byte costs more than the byte.
    let mut chunk = [0; 64];
    let mut len = 0;
    for bytes in [name.name, ".", name.resource.unwrap_or_default()] {
        for byte in bytes.bytes() {
            // Without a branch: a hyphen is overwritten by what follows.
            chunk[len] = byte.to_ascii_lowercase();
            len += usize::from(byte != b'-');
            if len == chunk.len() {
                state.write(&chunk);
                len = 0;
            }
        }
    }
    state.write(&chunk[..len]);
    state.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collide(a: &str, b: &str) -> bool {
        let mut set = NameSet::default();
        set.add(ComponentName::parse(a), Span::NONE).is_ok()
            && set.add(ComponentName::parse(b), Span::NONE).is_err()
    }

    #[test]
    fn names_collide() {
        for (a, b) in [
            ("a", "A"),
            ("max-size", "maxsize"),
            ("[get]prop", "prop"),
            ("[method]a.a", "a"),
            ("[method]a.b", "[static]A.B"),
            ("[method][get]a.b-c", "[static]a.bc"),
            ("[static][set]a.b", "[method][set]a.b"),
            ("[constructor]a", "[constructor]a"),
        ] {
            assert!(collide(a, b), "{a} {b}");
        }
    }

    #[test]
    fn names_differ() {
        for (a, b) in [
            ("a", "b"),
            ("a", "[constructor]a"),
            ("[get]a", "[set]a"),
            ("[method]a.b", "b"),
            ("[method]a.b", "[method]c.b"),
        ] {
            assert!(!collide(a, b), "{a} {b}");
        }
    }

    #[test]
    fn many_names() {
        let names: Vec<String> = (0..1000).map(|i| format!("name-{i}")).collect();
        let mut set = NameSet::default();
        for name in &names {
            assert!(set.add(ComponentName::plain(name), Span::NONE).is_ok());
        }
        for name in &names {
            assert!(set.add(ComponentName::plain(name), Span::NONE).is_err());
        }
        set.clear();
        assert!(set.add(ComponentName::plain("name-1"), Span::NONE).is_ok());
    }
}
