//! Worlds as they are generated and made smaller: data.

/// A type, where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ty {
    /// A primitive type, by its keyword; `string` is one.
    Primitive(&'static str),
    /// `list<T>`
    List(Box<Ty>),
    /// `list<T, N>`
    Fixed(Box<Ty>, u32),
    /// `map<K, V>`, with the keyword of the key.
    Map(&'static str, Box<Ty>),
    /// `option<T>`
    Option(Box<Ty>),
    /// `result<T, E>`, in all its forms.
    Result(Option<Box<Ty>>, Option<Box<Ty>>),
    /// `tuple<…>`
    Tuple(Vec<Ty>),
    /// The definition of this number.
    Named(usize),
    /// An owned handle of the host's resource of this number; of the guest's own after the last of them.
    Own(usize),
    /// A borrowed one.
    Borrow(usize),
    /// `stream<T>`, or without a type `stream`.
    Stream(Option<Box<Ty>>),
    /// `future<T>`, or without a type `future`.
    Future(Option<Box<Ty>>),
    /// `error-context`
    ErrorContext,
}

/// A definition of a named type. It uses definitions of lower numbers alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Def {
    /// `record`, by the types of its fields.
    Record(Vec<Ty>),
    /// `variant`, by the payloads of its cases.
    Variant(Vec<Option<Ty>>),
    /// `enum`, by the number of its cases.
    Enum(usize),
    /// `flags`, by the number of its labels.
    Flags(usize),
    /// `type`
    Alias(Ty),
}

/// A function. Its result is not said: it is what its parameters are, in a tuple if there are several, but for those
/// that lend something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Func {
    /// The types of its parameters.
    pub params: Vec<Ty>,
    /// Where it is.
    pub place: Place,
    /// Whether it is `async`.
    pub is_async: bool,
}

/// Where a function is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the interface that the world imports and exports.
    Echo,
    /// In the world itself, on both sides.
    World,
    /// In the interface with a resource of the guest's, which is only exported: the guest itself gives back what it
    /// gets.
    Things,
    /// A method of the resource in the interface that the world imports and exports.
    Method,
    /// A static function of that resource.
    Static,
}

impl Place {
    /// Whether it is in the interface that the world imports and exports.
    #[must_use]
    pub fn is_in_echo(self) -> bool {
        match self {
            Self::Echo | Self::Method | Self::Static => true,
            Self::World | Self::Things => false,
        }
    }

    /// Whether it belongs to the resource of that interface.
    #[must_use]
    pub fn is_of_resource(self) -> bool {
        match self {
            Self::Method | Self::Static => true,
            Self::Echo | Self::World | Self::Things => false,
        }
    }
}

/// A world that imports and exports the same functions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// How many resources the host has.
    pub resources: usize,
    /// The named types.
    pub defs: Vec<Def>,
    /// The functions.
    pub funcs: Vec<Func>,
    /// Whether named types are defined in the interface with the functions, and so twice: once as imported, once as
    /// exported. Functions that are not in it use none of them then.
    pub local: bool,
    /// Whether it has asynchronous functions, streams and futures: then the guest is between two others, which have lists
    /// and what futures give in their places.
    pub concurrent: bool,
}

impl World {
    /// Whether there is a handle in a type for which `counts` holds.
    fn any(&self, ty: &Ty, counts: &dyn Fn(&Ty) -> bool) -> bool {
        let parts = match ty {
            Ty::Named(index) => self.defs[*index].types(),
            _ => ty.parts(),
        };
        counts(ty) || parts.into_iter().any(|ty| self.any(ty, counts))
    }

    /// Whether something is lent by a type. It has no place in a result.
    #[must_use]
    pub fn lends(&self, ty: &Ty) -> bool {
        self.any(ty, &|ty| matches!(ty, Ty::Borrow(_)))
    }

    /// Whether there are handles in a type, those of streams, futures and error contexts included.
    #[must_use]
    pub fn has_handles(&self, ty: &Ty) -> bool {
        self.any(ty, &Ty::is_handle)
    }

    /// Whether there are error contexts in a type.
    #[must_use]
    pub fn has_contexts(&self, ty: &Ty) -> bool {
        self.any(ty, &|ty| *ty == Ty::ErrorContext)
    }

    /// Whether a type is `char`, under any name: there are no streams of it.
    #[must_use]
    pub fn is_char(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Named(index) => self.defs[*index].alias().is_some_and(|ty| self.is_char(ty)),
            _ => *ty == Ty::Primitive("char"),
        }
    }

    /// Which definitions something uses, itself included.
    fn mark(&self, ty: &Ty, used: &mut [bool]) {
        let mut stack = vec![ty];
        while let Some(ty) = stack.pop() {
            if let Ty::Named(index) = ty {
                // Each definition once: those that use each other's would be walked again and
                // again.
                if !std::mem::replace(&mut used[*index], true) {
                    stack.extend(self.defs[*index].types());
                }
            } else {
                stack.extend(ty.parts());
            }
        }
    }

    /// Which definitions are used by the functions for which `counts` holds.
    #[must_use]
    pub fn used(&self, counts: impl Fn(&Func) -> bool) -> Vec<bool> {
        let mut used = vec![false; self.defs.len()];
        for func in self.funcs.iter().filter(|func| counts(func)) {
            func.params.iter().for_each(|ty| self.mark(ty, &mut used));
        }
        used
    }
}

impl Ty {
    /// The types that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Primitive(_)
            | Self::Named(_)
            | Self::Own(_)
            | Self::Borrow(_)
            | Self::ErrorContext => Vec::new(),
            Self::Stream(inner) | Self::Future(inner) => inner.iter().map(AsRef::as_ref).collect(),
            Self::List(inner)
            | Self::Fixed(inner, _)
            | Self::Map(_, inner)
            | Self::Option(inner) => {
                vec![inner]
            }
            Self::Result(ok, err) => [ok, err].into_iter().flatten().map(AsRef::as_ref).collect(),
            Self::Tuple(types) => types.iter().collect(),
        }
    }

    /// Whether it is itself a handle of anything.
    #[must_use]
    pub fn is_handle(&self) -> bool {
        match self {
            Self::Own(_)
            | Self::Borrow(_)
            | Self::Stream(_)
            | Self::Future(_)
            | Self::ErrorContext => true,
            Self::Primitive(_)
            | Self::Named(_)
            | Self::List(_)
            | Self::Fixed(..)
            | Self::Map(..)
            | Self::Option(_)
            | Self::Result(..)
            | Self::Tuple(_) => false,
        }
    }
}

impl Def {
    /// The types that it is made of.
    #[must_use]
    pub fn types(&self) -> Vec<&Ty> {
        match self {
            Self::Record(fields) => fields.iter().collect(),
            Self::Variant(cases) => cases.iter().flatten().collect(),
            Self::Enum(_) | Self::Flags(_) => Vec::new(),
            Self::Alias(ty) => vec![ty],
        }
    }

    /// The type that it is another name for.
    #[must_use]
    pub fn alias(&self) -> Option<&Ty> {
        match self {
            Self::Alias(ty) => Some(ty),
            Self::Record(_) | Self::Variant(_) | Self::Enum(_) | Self::Flags(_) => None,
        }
    }
}
