//! Whose bindings are written: of a guest, which is the component, or of a host, which runs it.

use witc_resolve::Direction;

/// The side of a component that bindings are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Perspective {
    /// The component itself: it calls what its world imports, and implements what it exports.
    Guest,
    /// The program that runs the component: it implements what the world imports, and calls what it exports.
    Host,
}

/// The use that bindings make of a function or a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The code that uses the bindings calls it; whoever is on the other side implements it.
    Called,
    /// The code that uses the bindings implements it, and is called.
    Implemented,
}

impl Perspective {
    /// The role of the imports or exports of a world.
    #[must_use]
    pub fn role(self, direction: Direction) -> Role {
        match (self, direction) {
            // A host reads the same world from the other side: it provides the imports and calls
            // the exports.
            (Self::Guest, Direction::Import) | (Self::Host, Direction::Export) => Role::Called,
            (Self::Guest, Direction::Export) | (Self::Host, Direction::Import) => Role::Implemented,
        }
    }

    /// The direction of what has this role: [`Perspective::role`] the other way round.
    #[must_use]
    pub fn direction(self, role: Role) -> Direction {
        match (self, role) {
            (Self::Guest, Role::Called) | (Self::Host, Role::Implemented) => Direction::Import,
            (Self::Guest, Role::Implemented) | (Self::Host, Role::Called) => Direction::Export,
        }
    }
}

impl Role {
    /// Whether the code that uses the bindings implements it.
    #[must_use]
    pub fn is_implemented(self) -> bool {
        match self {
            Self::Implemented => true,
            Self::Called => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Perspective, Role};
    use witc_resolve::Direction;

    #[test]
    fn what_one_side_calls_the_other_implements() {
        for direction in [Direction::Import, Direction::Export] {
            let guest = Perspective::Guest.role(direction);
            let host = Perspective::Host.role(direction);
            assert_ne!(guest, host);
            assert_eq!(Perspective::Guest.direction(guest), direction);
            assert_eq!(Perspective::Host.direction(host), direction);
        }
        assert_eq!(Perspective::Guest.role(Direction::Import), Role::Called);
    }
}
