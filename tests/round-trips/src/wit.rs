//! How worlds print themselves as WIT.
//!
//! A world with asynchronous functions is three. The guest is in `trip`, which imports and exports the same functions. The guests
//! of `front` and `back` are between it and the host, which can make and read streams of types that are known when it is
//! compiled alone: for them each function is there a second time, in `plain`, with lists in place of streams and what futures
//! give in place of futures.

use crate::model::{Def, Func, Place, Ty, World};
use std::fmt::{self, Display};

/// The forms that types are written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As they are.
    Full,
    /// With what the host can make in place of streams, futures and error contexts.
    Plain,
}

impl World {
    fn ty(&self, ty: &Ty, form: Form) -> String {
        let inner = |ty: &Ty| self.ty(ty, form);
        let optional = |ty: &Option<Box<Ty>>| ty.as_deref().map_or_else(|| "_".to_owned(), inner);
        let channel = |name: &str, ty: &Option<Box<Ty>>| match ty {
            Some(ty) => format!("{name}<{}>", inner(ty)),
            None => name.to_owned(),
        };
        match ty {
            Ty::Primitive(name) => (*name).to_owned(),
            Ty::List(ty) => format!("list<{}>", inner(ty)),
            Ty::Fixed(ty, length) => format!("list<{}, {length}>", inner(ty)),
            Ty::Map(key, value) => format!("map<{key}, {}>", inner(value)),
            Ty::Option(ty) => format!("option<{}>", inner(ty)),
            Ty::Result(None, None) => "result".to_owned(),
            Ty::Result(Some(ok), None) => format!("result<{}>", inner(ok)),
            Ty::Result(ok, err) => format!("result<{}, {}>", optional(ok), optional(err)),
            Ty::Tuple(types) => format!("tuple<{}>", self.list(types, form)),
            Ty::Named(index) => format!("t{index}"),
            Ty::Own(index) => format!("own<{}>", self.resource(*index)),
            Ty::Borrow(index) => format!("borrow<{}>", self.resource(*index)),
            Ty::Stream(ty) if form == Form::Full => channel("stream", ty),
            Ty::Future(ty) if form == Form::Full => channel("future", ty),
            Ty::ErrorContext if form == Form::Full => "error-context".to_owned(),
            Ty::Stream(Some(ty)) => format!("list<{}>", inner(ty)),
            // How many elements there are is all that can be said of them, and not many are needed.
            Ty::Stream(None) => "u8".to_owned(),
            // A tuple of one, so that the types of guests tell a future from what it gives.
            Ty::Future(Some(ty)) => format!("tuple<{}>", inner(ty)),
            Ty::Future(None) => "done".to_owned(),
            Ty::ErrorContext => "string".to_owned(),
        }
    }

    fn resource(&self, index: usize) -> String {
        if index < self.resources {
            format!("r{index}")
        } else {
            "item".to_owned()
        }
    }

    fn list(&self, types: &[Ty], form: Form) -> String {
        types
            .iter()
            .map(|ty| self.ty(ty, form))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The definitions that are used.
    fn defs(&self, form: Form, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let used = self.used(|_| true);
        (0..self.defs.len())
            .filter(|&index| used[index])
            .try_for_each(|index| self.def(index, form, f))
    }

    fn def(&self, index: usize, form: Form, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = |start: &str, count: usize| {
            (0..count)
                .map(|label| format!("{start}{label}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        match &self.defs[index] {
            Def::Record(fields) => {
                let field = |(at, ty): (usize, &Ty)| format!("f{at}: {}", self.ty(ty, form));
                let fields: Vec<_> = fields.iter().enumerate().map(field).collect();
                writeln!(f, "    record t{index} {{ {} }}", fields.join(", "))
            }
            Def::Variant(cases) => {
                let case = |(at, ty): (usize, &Option<Ty>)| match ty {
                    Some(ty) => format!("c{at}({})", self.ty(ty, form)),
                    None => format!("c{at}"),
                };
                let cases: Vec<_> = cases.iter().enumerate().map(case).collect();
                writeln!(f, "    variant t{index} {{ {} }}", cases.join(", "))
            }
            Def::Enum(count) => writeln!(f, "    enum t{index} {{ {} }}", labels("c", *count)),
            Def::Flags(count) => writeln!(f, "    flags t{index} {{ {} }}", labels("l", *count)),
            Def::Alias(ty) => writeln!(f, "    type t{index} = {};", self.ty(ty, form)),
        }
    }

    fn func(&self, at: usize, func: &Func, form: Form) -> String {
        let param = |(at, ty): (usize, &Ty)| format!("p{at}: {}", self.ty(ty, form));
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
            [one] => format!(" -> {}", self.ty(one, form)),
            several => format!(" -> tuple<{}>", self.list(several, form)),
        };
        let is_static = form == Form::Full && func.place == Place::Static;
        // Reading streams takes its time, whatever the function is itself.
        let is_async = form == Form::Plain || func.is_async;
        format!(
            "f{at}: {}{}func({}){result};",
            if is_static { "static " } else { "" },
            if is_async { "async " } else { "" },
            params.join(", ")
        )
    }

    /// The functions in the places for which `counts` holds, each on a line of its own.
    fn funcs(
        &self,
        form: Form,
        counts: impl Fn(Place) -> bool,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let funcs = self.funcs.iter().enumerate();
        funcs
            .filter(|(_, func)| counts(func.place))
            .try_for_each(|(at, func)| writeln!(f, "    {}", self.func(at, func, form)))
    }

    /// `use types.{…};`, or nothing, for the functions in the places for which `counts` holds.
    fn uses(&self, counts: impl Fn(Place) -> bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let defs = self.used(|func| counts(func.place));
        let defs = defs
            .iter()
            .enumerate()
            .filter(|(_, used)| **used && !self.local);
        let names = (0..self.resources).map(|index| format!("r{index}"));
        let names: Vec<_> = names
            .chain(defs.map(|(index, _)| format!("t{index}")))
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        writeln!(f, "    use types.{{{}}};", names.join(", "))
    }

    fn has(&self, counts: impl Fn(Place) -> bool) -> bool {
        self.funcs.iter().any(|func| counts(func.place))
    }

    fn types(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "package test:trip;\n\ninterface types {{")?;
        for index in 0..self.resources {
            writeln!(f, "    resource r{index};")?;
        }
        if !self.local {
            self.defs(Form::Full, f)?;
        }
        writeln!(f, "}}\n")
    }

    fn echo(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "interface echo {{")?;
        self.uses(Place::is_in_echo, f)?;
        if self.local {
            self.defs(Form::Full, f)?;
        }
        self.funcs(Form::Full, |place| place == Place::Echo, f)?;
        if self.has(Place::is_of_resource) {
            writeln!(f, "    resource obj {{\n    constructor();")?;
            self.funcs(Form::Full, Place::is_of_resource, f)?;
            writeln!(f, "    }}")?;
        }
        if self.concurrent {
            f.write_str(
                "    /// Lets what synchronous functions have left to do begin.\n    settle: async func();\n",
            )?;
            f.write_str(
                "    /// How many blocks this guest holds, and those that it imports from.\n    live: func() -> u64;\n",
            )?;
        }
        writeln!(f, "}}\n")
    }

    fn things(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "interface things {{")?;
        self.uses(|place| place == Place::Things, f)?;
        writeln!(
            f,
            "    resource item {{\n        constructor(number: u32);\n        number: func() -> u32;\n    }}"
        )?;
        self.funcs(Form::Full, |place| place == Place::Things, f)?;
        writeln!(f, "}}\n")
    }

    fn plain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "interface plain {{")?;
        // No function counts: types are defined anew.
        self.uses(|_| false, f)?;
        writeln!(f, "    enum done {{ done }}")?;
        self.defs(Form::Plain, f)?;
        self.funcs(Form::Plain, |_| true, f)?;
        writeln!(f, "}}\n")
    }

    /// A world of this name with the functions that are in none of the interfaces, which it imports, exports, or both.
    fn world(
        &self,
        name: &str,
        sides: &[&str],
        items: &[&str],
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        writeln!(f, "world {name} {{")?;
        if self.has(|place| place == Place::World) {
            self.uses(|place| place == Place::World, f)?;
        }
        for item in items {
            writeln!(f, "    {item};")?;
        }
        for (at, func) in self.funcs.iter().enumerate() {
            if func.place == Place::World {
                let func = self.func(at, func, Form::Full);
                for side in sides {
                    writeln!(f, "    {side} {func}")?;
                }
            }
        }
        Ok(())
    }
}

/// The end of the world whose guest the host calls.
const LIVE: &str =
    "    /// How many bytes, or blocks, the guest holds.\n    export live: func() -> u64;\n}\n";

impl Display for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.types(f)?;
        self.echo(f)?;
        let both = &["import", "export"];
        let mut items = vec!["import types", "import echo", "export echo"];
        if self.concurrent {
            self.plain(f)?;
            self.world("trip", both, &items, f)?;
            f.write_str("}\n\n")?;
            let back = ["import types", "import plain", "export echo"];
            self.world("back", &["export"], &back, f)?;
            f.write_str("}\n\n")?;
            let front = ["import types", "import echo", "export plain"];
            self.world("front", &["import"], &front, f)?;
            return f.write_str(LIVE);
        }
        if self.has(|place| place == Place::Things) {
            self.things(f)?;
            items.push("export things");
        }
        self.world("trip", both, &items, f)?;
        f.write_str(LIVE)
    }
}
