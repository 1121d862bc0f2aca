//! Expressions and statements of Rust, as data. They know what binds more tightly than what, and become lines last.

use crate::layout::{Brackets, Line};
use crate::rust_type::RustType;
use std::fmt;
use witc_canonical_abi::Bytes;

/// An expression.
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    /// A name, a path or a literal.
    Name(String),
    /// A prefix operator with what it applies to.
    Unary(Unary, Box<Expr>),
    /// `left * right`, `left + right`, `left != right`
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `value as T`
    Cast(Box<Expr>, RustType),
    /// `function(arguments)`
    Call(Box<Expr>, Vec<Expr>),
    /// `of.field`, `of.0`
    Field(Box<Expr>, String),
    /// `of.method(arguments)`; the name may end in generic arguments.
    Method(Box<Expr>, String, Vec<Expr>),
    /// `of[index]`
    Index(Box<Expr>, u32),
    /// `(a, b)`
    Tuple(Vec<Expr>),
    /// `[a, b]`
    Array(Vec<Expr>),
    /// `|parameters| body`
    Closure(String, Vec<Statement>),
    /// `async move { body }`
    Async(Vec<Statement>),
    /// `unsafe { body }`
    Unsafe(Vec<Statement>),
    /// `Path { field: value }`, with a field on each line.
    Record(String, Vec<(String, Expr)>),
    /// `match value { … }`
    Match(Box<Expr>, Vec<Arm>),
}

/// A prefix operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unary {
    /// `*`
    Deref,
    /// `&`
    Reference,
    /// `&mut`
    Mutable,
    /// `&raw mut`
    RawMutable,
}

/// An infix operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binary {
    /// `*`
    Times,
    /// `+`
    Plus,
    /// `!=`
    NotEqual,
}

/// An arm of a `match`.
#[derive(Clone, Debug)]
pub(crate) struct Arm {
    pub(crate) pattern: String,
    pub(crate) body: Vec<Statement>,
}

/// A statement, or the value at the end of a block.
#[derive(Clone, Debug)]
pub(crate) enum Statement {
    /// `let pattern = value;`
    Let(Pattern, Expr),
    /// `place = value;`
    Assign(Expr, Expr),
    /// `expression;`
    Do(Expr),
    /// `for pattern in iterator { … }`
    For(String, Expr, Vec<Statement>),
    /// `expression`, the value of the block.
    Value(Expr),
}

/// The pattern of a `let`.
#[derive(Clone, Debug)]
pub(crate) enum Pattern {
    /// `name`
    Name(String),
    /// `mut name`
    Mutable(String),
    /// `name: T`
    Typed(String, RustType),
    /// `(a, b)`
    Tuple(Vec<String>),
}

/// The precedence of an expression, from the loosest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    /// Closures: everything after the parameters is theirs.
    Closure,
    Comparison,
    Sum,
    Product,
    Cast,
    Prefix,
    /// Calls, methods, fields, and what has brackets or a name of its own.
    Postfix,
}

impl Expr {
    /// A name, path or literal.
    pub(crate) fn name(name: impl Into<String>) -> Self {
        Self::Name(name.into())
    }

    /// An integer.
    pub(crate) fn number(number: impl fmt::Display) -> Self {
        Self::Name(number.to_string())
    }

    /// A number of bytes, for whatever width pointers have: the output calls that width `_P`.
    pub(crate) fn bytes(bytes: Bytes) -> Self {
        let width = || Self::name("_P");
        // Sizes are sums of bytes and pointers (`Bytes`); a term of zero is left out, as people
        // write it.
        let pointers = |count: u32| match count {
            1 => width(),
            _ => Self::number(count).binary(Binary::Times, width()),
        };
        match bytes.terms() {
            (bytes, 0) => Self::number(bytes),
            (0, count) => pointers(count),
            (bytes, count) => Self::number(bytes).binary(Binary::Plus, pointers(count)),
        }
    }

    /// A call of the function at a path.
    pub(crate) fn call(
        function: impl Into<String>,
        arguments: impl IntoIterator<Item = Self>,
    ) -> Self {
        Self::Call(
            Box::new(Self::name(function)),
            arguments.into_iter().collect(),
        )
    }

    pub(crate) fn method(
        self,
        name: impl Into<String>,
        arguments: impl IntoIterator<Item = Self>,
    ) -> Self {
        Self::Method(Box::new(self), name.into(), arguments.into_iter().collect())
    }

    pub(crate) fn field(self, name: impl Into<String>) -> Self {
        Self::Field(Box::new(self), name.into())
    }

    /// The value of a future, when it is there.
    pub(crate) fn awaited(self) -> Self {
        // It is written, and binds its left side, just as a field.
        self.field("await")
    }

    pub(crate) fn index(self, index: u32) -> Self {
        Self::Index(Box::new(self), index)
    }

    pub(crate) fn cast(self, ty: RustType) -> Self {
        Self::Cast(Box::new(self), ty)
    }

    /// A cast to a type without generic arguments.
    pub(crate) fn cast_to(self, ty: &str) -> Self {
        self.cast(RustType::path(ty))
    }

    pub(crate) fn binary(self, operator: Binary, right: Self) -> Self {
        Self::Binary(operator, Box::new(self), Box::new(right))
    }

    fn unary(self, operator: Unary) -> Self {
        Self::Unary(operator, Box::new(self))
    }

    pub(crate) fn deref(self) -> Self {
        self.unary(Unary::Deref)
    }

    pub(crate) fn reference(self) -> Self {
        self.unary(Unary::Reference)
    }

    pub(crate) fn mutable(self) -> Self {
        self.unary(Unary::Mutable)
    }

    /// A pointer to this place.
    pub(crate) fn raw_mutable(self) -> Self {
        self.unary(Unary::RawMutable)
    }

    /// A closure. One statement is its value.
    pub(crate) fn closure(params: impl Into<String>, body: Vec<Statement>) -> Self {
        Self::Closure(params.into(), body)
    }

    /// A closure whose body may do what is unsafe.
    pub(crate) fn unsafe_closure(params: impl Into<String>, body: Vec<Statement>) -> Self {
        Self::closure(params, vec![Statement::Value(Self::Unsafe(body))])
    }

    /// The expression as a line.
    pub(crate) fn line(&self) -> Line {
        match self {
            Self::Name(name) => Line::text(name),
            Self::Unary(operator, value) => {
                Line::text(operator.text()).join(value.bound(Binding::Prefix))
            }
            Self::Binary(operator, left, right) => {
                let binding = operator.binding();
                left.bound(binding)
                    .then(operator.text())
                    // All operators here associate to the left, so the right side needs parentheses
                    // where it binds no more tightly than the operator.
                    .join(right.bound(binding.tighter()))
            }
            Self::Cast(value, ty) => value.bound(Binding::Cast).then(" as ").join(ty.line()),
            Self::Call(function, arguments) => function
                .bound(Binding::Postfix)
                .list(Brackets::Arguments, lines(arguments)),
            Self::Field(of, name) => of.bound(Binding::Postfix).then(format!(".{name}")),
            Self::Method(of, name, arguments) => of
                .bound(Binding::Postfix)
                .then(format!(".{name}"))
                .list(Brackets::Arguments, lines(arguments)),
            Self::Index(of, index) => of.bound(Binding::Postfix).then(format!("[{index}]")),
            Self::Tuple(parts) => Line::new().list(Brackets::Tuple, lines(parts)),
            Self::Array(parts) => Line::new().list(Brackets::Square, lines(parts)),
            Self::Closure(params, body) => {
                // As rustfmt has it: one statement needs no braces.
                let line = Line::text(format!("|{params}| "));
                match body.as_slice() {
                    [Statement::Do(value) | Statement::Value(value)] => line.join(value.line()),
                    [Statement::Assign(place, value)] => line.join(assignment(place, value)),
                    body => line.block(Statement::lines(body)),
                }
            }
            Self::Async(body) => Line::text("async move ").block(Statement::lines(body)),
            Self::Unsafe(body) => Line::text("unsafe ").block(Statement::lines(body)),
            Self::Record(path, fields) => {
                let field = |(name, value): &(String, Self)| {
                    Line::text(format!("{name}: ")).join(value.line()).then(",")
                };
                Line::text(format!("{path} ")).block(fields.iter().map(field).collect())
            }
            Self::Match(value, arms) => Line::text("match ")
                .join(value.line())
                .then(" ")
                .block(arms.iter().map(Arm::line).collect()),
        }
    }

    /// The expression as a part of another that binds its parts so tightly, in parentheses if it is looser itself.
    fn bound(&self, binding: Binding) -> Line {
        if self.binding() < binding {
            Line::new().list(Brackets::Group, [self.line()])
        } else {
            self.line()
        }
    }

    fn binding(&self) -> Binding {
        match self {
            // A closure reaches as far to the right as it can.
            Self::Closure(..) => Binding::Closure,
            Self::Binary(operator, ..) => operator.binding(),
            Self::Cast(..) => Binding::Cast,
            Self::Unary(..) => Binding::Prefix,
            Self::Name(_)
            | Self::Call(..)
            | Self::Field(..)
            | Self::Method(..)
            | Self::Index(..)
            | Self::Tuple(_)
            | Self::Array(_)
            | Self::Async(_)
            | Self::Unsafe(_)
            | Self::Record(..)
            | Self::Match(..) => Binding::Postfix,
        }
    }
}

impl Unary {
    fn text(self) -> &'static str {
        match self {
            Self::Deref => "*",
            Self::Reference => "&",
            Self::Mutable => "&mut ",
            Self::RawMutable => "&raw mut ",
        }
    }
}

impl Binary {
    fn text(self) -> &'static str {
        match self {
            Self::Times => " * ",
            Self::Plus => " + ",
            Self::NotEqual => " != ",
        }
    }

    fn binding(self) -> Binding {
        match self {
            Self::Times => Binding::Product,
            Self::Plus => Binding::Sum,
            Self::NotEqual => Binding::Comparison,
        }
    }
}

impl Binding {
    /// The next tighter one: what the right side of an operator has to have, which would otherwise be taken apart.
    fn tighter(self) -> Self {
        match self {
            Self::Closure => Self::Comparison,
            Self::Comparison => Self::Sum,
            Self::Sum => Self::Product,
            Self::Product => Self::Cast,
            Self::Cast => Self::Prefix,
            Self::Prefix | Self::Postfix => Self::Postfix,
        }
    }
}

impl Arm {
    /// An arm with a value and no statements.
    pub(crate) fn value(pattern: impl Into<String>, value: Expr) -> Self {
        Self {
            pattern: pattern.into(),
            body: vec![Statement::Value(value)],
        }
    }

    fn line(&self) -> Line {
        let line = Line::text(format!("{} => ", self.pattern));
        match self.body.as_slice() {
            [Statement::Value(value)] => line.join(value.line()).then(","),
            body => line.block(Statement::lines(body)),
        }
    }
}

impl Statement {
    /// Binds a name.
    pub(crate) fn bind(name: impl Into<String>, value: Expr) -> Self {
        Self::Let(Pattern::Name(name.into()), value)
    }

    /// Calls a function at a path and leaves its result alone.
    pub(crate) fn call(
        function: impl Into<String>,
        arguments: impl IntoIterator<Item = Expr>,
    ) -> Self {
        Self::Do(Expr::call(function, arguments))
    }

    /// Statements as lines.
    pub(crate) fn lines(statements: &[Self]) -> Vec<Line> {
        statements.iter().map(Self::line).collect()
    }

    /// The statement as a line.
    pub(crate) fn line(&self) -> Line {
        match self {
            Self::Let(pattern, value) => Line::text("let ")
                .join(pattern.line())
                .then(" = ")
                .join(value.line())
                .then(";"),
            Self::Assign(place, value) => assignment(place, value).then(";"),
            Self::Do(value) => value.line().then(";"),
            Self::For(pattern, iterator, body) => Line::text(format!("for {pattern} in "))
                .join(iterator.line())
                .then(" ")
                .block(Self::lines(body)),
            Self::Value(value) => value.line(),
        }
    }
}

impl Pattern {
    fn line(&self) -> Line {
        match self {
            Self::Name(name) => Line::text(name),
            Self::Mutable(name) => Line::text(format!("mut {name}")),
            Self::Typed(name, ty) => Line::text(format!("{name}: ")).join(ty.line()),
            Self::Tuple(names) => Line::new().list(Brackets::Tuple, names.iter().map(Line::text)),
        }
    }
}

fn assignment(place: &Expr, value: &Expr) -> Line {
    place.line().then(" = ").join(value.line())
}

fn lines(values: &[Expr]) -> impl Iterator<Item = Line> {
    values.iter().map(Expr::line)
}

/// The expression on one line.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::{Binary, Expr, Statement};
    use witc_canonical_abi::Bytes;

    fn name(text: &str) -> Expr {
        Expr::name(text)
    }

    #[test]
    fn parentheses_stand_where_they_are_needed() {
        let at = || name("p").method("cast::<u32>", []).deref();
        let size = || Expr::bytes(Bytes::new(12, 20));
        for (expr, expected) in [
            (at(), "*p.cast::<u32>()"),
            (at().cast_to("usize"), "*p.cast::<u32>() as usize"),
            (at().field("x"), "(*p.cast::<u32>()).x"),
            (at().reference(), "&*p.cast::<u32>()"),
            (
                name("a").cast_to("u32").cast_to("usize"),
                "a as u32 as usize",
            ),
            (name("a").cast_to("u32").method("f", []), "(a as u32).f()"),
            (name("a").cast_to("u32").deref(), "*(a as u32)"),
            (size(), "4 + 2 * _P"),
            (name("i").binary(Binary::Times, size()), "i * (4 + 2 * _P)"),
            (
                name("a")
                    .binary(Binary::NotEqual, name("0"))
                    .method("f", []),
                "(a != 0).f()",
            ),
            (
                Expr::call("f", [Expr::closure("p", vec![Statement::Do(at())])]),
                "f(|p| *p.cast::<u32>())",
            ),
            (Expr::Tuple(vec![name("a")]), "(a,)"),
            (name("a").index(3).field("0"), "a[3].0"),
        ] {
            assert_eq!(expr.to_string(), expected);
        }
    }
}
