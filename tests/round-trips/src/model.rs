//! Worlds as they are generated and made smaller: data that prints itself as WIT.

use std::fmt::{self, Display};

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
}

impl World {
    /// Whether there is a handle in a type for which `counts` holds.
    fn any(&self, ty: &Ty, counts: &dyn Fn(&Ty) -> bool) -> bool {
        counts(ty)
            || match ty {
                Ty::Primitive(_) | Ty::Own(_) | Ty::Borrow(_) => false,
                Ty::List(inner) | Ty::Fixed(inner, _) | Ty::Map(_, inner) | Ty::Option(inner) => {
                    self.any(inner, counts)
                }
                Ty::Result(ok, err) => [ok, err]
                    .into_iter()
                    .flatten()
                    .any(|ty| self.any(ty, counts)),
                Ty::Tuple(types) => types.iter().any(|ty| self.any(ty, counts)),
                Ty::Named(index) => self.defs[*index]
                    .types()
                    .into_iter()
                    .any(|ty| self.any(ty, counts)),
            }
    }

    /// Whether something is lent by a type. It has no place in a result.
    #[must_use]
    pub fn lends(&self, ty: &Ty) -> bool {
        self.any(ty, &|ty| matches!(ty, Ty::Borrow(_)))
    }

    /// Whether there are handles in a type.
    #[must_use]
    pub fn has_handles(&self, ty: &Ty) -> bool {
        self.any(ty, &|ty| matches!(ty, Ty::Own(_) | Ty::Borrow(_)))
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

    fn ty(&self, ty: &Ty) -> String {
        let optional =
            |ty: &Option<Box<Ty>>| ty.as_ref().map_or_else(|| "_".to_owned(), |ty| self.ty(ty));
        match ty {
            Ty::Primitive(name) => (*name).to_owned(),
            Ty::List(inner) => format!("list<{}>", self.ty(inner)),
            Ty::Fixed(inner, length) => format!("list<{}, {length}>", self.ty(inner)),
            Ty::Map(key, value) => format!("map<{key}, {}>", self.ty(value)),
            Ty::Option(inner) => format!("option<{}>", self.ty(inner)),
            Ty::Result(None, None) => "result".to_owned(),
            Ty::Result(Some(ok), None) => format!("result<{}>", self.ty(ok)),
            Ty::Result(ok, err) => format!("result<{}, {}>", optional(ok), optional(err)),
            Ty::Tuple(types) => format!("tuple<{}>", self.list(types)),
            Ty::Named(index) => format!("t{index}"),
            Ty::Own(index) => format!("own<{}>", self.resource(*index)),
            Ty::Borrow(index) => format!("borrow<{}>", self.resource(*index)),
        }
    }

    fn resource(&self, index: usize) -> String {
        if index < self.resources {
            format!("r{index}")
        } else {
            "item".to_owned()
        }
    }

    fn list(&self, types: &[Ty]) -> String {
        types
            .iter()
            .map(|ty| self.ty(ty))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn def(&self, index: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = |start: &str, count: usize| {
            (0..count)
                .map(|label| format!("{start}{label}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        match &self.defs[index] {
            Def::Record(fields) => {
                let field = |(at, ty): (usize, &Ty)| format!("f{at}: {}", self.ty(ty));
                let fields: Vec<_> = fields.iter().enumerate().map(field).collect();
                writeln!(f, "    record t{index} {{ {} }}", fields.join(", "))
            }
            Def::Variant(cases) => {
                let case = |(at, ty): (usize, &Option<Ty>)| match ty {
                    Some(ty) => format!("c{at}({})", self.ty(ty)),
                    None => format!("c{at}"),
                };
                let cases: Vec<_> = cases.iter().enumerate().map(case).collect();
                writeln!(f, "    variant t{index} {{ {} }}", cases.join(", "))
            }
            Def::Enum(count) => writeln!(f, "    enum t{index} {{ {} }}", labels("c", *count)),
            Def::Flags(count) => writeln!(f, "    flags t{index} {{ {} }}", labels("l", *count)),
            Def::Alias(ty) => writeln!(f, "    type t{index} = {};", self.ty(ty)),
        }
    }

    fn func(&self, name: &str, func: &Func) -> String {
        let param = |(at, ty): (usize, &Ty)| format!("p{at}: {}", self.ty(ty));
        let params: Vec<_> = func.params.iter().enumerate().map(param).collect();
        let kept: Vec<_> = func
            .params
            .iter()
            .filter(|ty| !self.lends(ty))
            .cloned()
            .collect();
        let result = match kept.as_slice() {
            [] => String::new(),
            // Without a tuple, so that every type is also a result by itself.
            [one] => format!(" -> {}", self.ty(one)),
            several => format!(" -> tuple<{}>", self.list(several)),
        };
        format!("{name}: func({}){result};", params.join(", "))
    }

    /// `use types.{…};`, or nothing.
    fn uses(&self, defs: &[bool]) -> String {
        let defs = defs
            .iter()
            .enumerate()
            .filter(|(_, used)| **used && !self.local);
        let names = (0..self.resources).map(|index| format!("r{index}"));
        let names: Vec<_> = names
            .chain(defs.map(|(index, _)| format!("t{index}")))
            .collect();
        if names.is_empty() {
            String::new()
        } else {
            format!("    use types.{{{}}};\n", names.join(", "))
        }
    }
}

impl Ty {
    /// The types that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Primitive(_) | Self::Named(_) | Self::Own(_) | Self::Borrow(_) => Vec::new(),
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
}

impl Display for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.used(|_| true);
        let of = |place| {
            self.funcs
                .iter()
                .enumerate()
                .filter(move |(_, func)| func.place == place)
        };
        let uses = |place| self.uses(&self.used(|func| func.place == place));
        let things = of(Place::Things).count() > 0;
        writeln!(f, "package test:trip;\n\ninterface types {{")?;
        for index in 0..self.resources {
            writeln!(f, "    resource r{index};")?;
        }
        if !self.local {
            (0..self.defs.len())
                .filter(|&index| all[index])
                .try_for_each(|index| self.def(index, f))?;
        }
        writeln!(f, "}}\n\ninterface echo {{")?;
        f.write_str(&uses(Place::Echo))?;
        if self.local {
            (0..self.defs.len())
                .filter(|&index| all[index])
                .try_for_each(|index| self.def(index, f))?;
        }
        for (at, func) in of(Place::Echo) {
            writeln!(f, "    {}", self.func(&format!("f{at}"), func))?;
        }
        if things {
            writeln!(f, "}}\n\ninterface things {{")?;
            f.write_str(&uses(Place::Things))?;
            writeln!(
                f,
                "    resource item {{\n        constructor(number: u32);\n        number: func() -> u32;\n    }}"
            )?;
            for (at, func) in of(Place::Things) {
                writeln!(f, "    {}", self.func(&format!("f{at}"), func))?;
            }
        }
        writeln!(f, "}}\n\nworld trip {{")?;
        if of(Place::World).count() > 0 {
            f.write_str(&uses(Place::World))?;
        }
        writeln!(f, "    import types;\n    import echo;\n    export echo;")?;
        if things {
            writeln!(f, "    export things;")?;
        }
        for (at, func) in of(Place::World) {
            let func = self.func(&format!("f{at}"), func);
            writeln!(f, "    import {func}\n    export {func}")?;
        }
        writeln!(
            f,
            "    /// How many bytes, or blocks, the guest holds.\n    export live: func() -> u64;\n}}"
        )
    }
}
