//! The function that is being written, and the values and addresses that it knows: shared by lifting and lowering.

use crate::context::Context;
use crate::expr::{Expr, Pattern, Statement};
use crate::helpers::{Helpers, Task};
use crate::members::case_names;
use crate::mode::Mode;
use crate::rust_type::RustType;
use crate::shape::{Choice, ChoiceOf};
use crate::spell::Speller;
use witc_bindgen_core::{ModuleId, NameScope};
use witc_canonical_abi::Bytes;
use witc_resolve::Type;

/// The code of one function: what it has done so far, and which names are free.
pub(crate) struct Coder<'h, 'c> {
    pub(crate) cx: &'c Context<'c>,
    pub(crate) helpers: &'h mut Helpers<'c>,
    /// The module that the function is in.
    pub(crate) module: ModuleId,
    /// The names of its variables.
    pub(crate) scope: NameScope,
    /// The number of the next variable, unless that name is taken.
    pub(crate) variables: usize,
    /// The scratch for what lowering allocates, where there is one.
    pub(crate) scratch: Expr,
    /// The variable that keeps borrowed handles until the export returns, where there are any.
    pub(crate) borrows: Expr,
    /// Statements before the expression that is being written.
    pub(crate) statements: Vec<Statement>,
}

impl<'h, 'c> Coder<'h, 'c> {
    /// The code of a function whose parameters have these names.
    pub(crate) fn new<N: Into<String>>(
        cx: &'c Context<'c>,
        helpers: &'h mut Helpers<'c>,
        module: ModuleId,
        params: impl IntoIterator<Item = N>,
    ) -> Self {
        Self {
            cx,
            helpers,
            module,
            scope: NameScope::reserving(params),
            variables: 0,
            scratch: Expr::name("s"),
            borrows: Expr::name("b"),
            statements: Vec::new(),
        }
    }

    /// Spells types as the function writes them.
    pub(crate) fn speller(&self) -> Speller<'c> {
        Speller::new(self.cx, self.module)
    }

    /// The path of a helper, which is going to exist.
    pub(crate) fn helper(&mut self, task: Task<'c>, ty: Type, mode: Mode) -> String {
        self.helpers.path(self.cx, task, self.module, ty, mode)
    }

    /// A name for a variable.
    pub(crate) fn fresh(&mut self) -> String {
        // Numbers rather than words: a reader of the output sees which names are made up.
        let name = |index: usize| format!("a{index}");
        while self.scope.has(&name(self.variables)) {
            self.variables += 1;
        }
        self.scope.take(name(self.variables))
    }

    /// Adds a statement.
    pub(crate) fn push(&mut self, statement: Statement) {
        self.statements.push(statement);
    }

    /// Binds the parts of a tuple to names; gives those.
    pub(crate) fn bind(&mut self, count: usize, tuple: Expr) -> Vec<Expr> {
        let names: Vec<_> = (0..count).map(|_| self.fresh()).collect();
        let values = names.iter().map(Expr::name).collect();
        self.push(Statement::Let(Pattern::Tuple(names), tuple));
        values
    }

    /// Takes the statements that are there away.
    pub(crate) fn take(&mut self) -> Vec<Statement> {
        std::mem::take(&mut self.statements)
    }

    /// The paths of the cases of a choice, as they are made and matched.
    pub(crate) fn case_paths(&self, ty: Type, choice: Choice<'_>, mode: Mode) -> Vec<String> {
        let prelude = |name: &str| self.cx.prelude(self.module, name);
        match choice.of {
            ChoiceOf::Option => ["None", "Some"].map(prelude).to_vec(),
            ChoiceOf::Result => ["Ok", "Err"].map(prelude).to_vec(),
            ChoiceOf::Variant => {
                let path = self.speller().nominal(ty, mode);
                let names =
                    case_names(choice.cases.cases.iter().map(|case| &case.name)).into_iter();
                names.map(|name| format!("{path}::{name}")).collect()
            }
        }
    }

    /// A closure of the statements that are there.
    pub(crate) fn closure(&mut self, params: &str) -> Expr {
        Expr::closure(params, self.take())
    }
}

/// A value that is there: an expression for it, or for a reference to it, or for a reference to one.
#[derive(Clone, Debug)]
pub(crate) struct Operand {
    expr: Expr,
    references: usize,
    /// How the value borrows.
    pub(crate) mode: Mode,
}

impl Operand {
    /// A value that is an expression.
    pub(crate) fn value(expr: Expr, mode: Mode) -> Self {
        Self {
            expr,
            references: 0,
            mode,
        }
    }

    /// A value that a name is a reference to.
    pub(crate) fn reference(name: impl Into<String>, mode: Mode) -> Self {
        Self {
            expr: Expr::name(name),
            references: 1,
            mode,
        }
    }

    /// The value that this one is a reference to.
    pub(crate) fn behind_reference(&self, mode: Mode) -> Self {
        Self {
            mode,
            references: self.references + 1,
            expr: self.expr.clone(),
        }
    }

    /// A part of the value, which is in it.
    pub(crate) fn field(&self, name: impl Into<String>, mode: Mode) -> Self {
        Self::value(self.base().field(name), mode)
    }

    /// The value itself, if it can be copied.
    pub(crate) fn copied(&self) -> Expr {
        self.dereferenced(self.references)
    }

    /// A reference to the value.
    pub(crate) fn borrowed(&self) -> Expr {
        match self.references.checked_sub(1) {
            Some(more) => self.dereferenced(more),
            None => self.base().reference(),
        }
    }

    /// A reference to the value, through which it is changed.
    pub(crate) fn borrowed_mutably(&self) -> Expr {
        match self.references.checked_sub(1) {
            Some(more) => self.dereferenced(more),
            None => self.base().mutable(),
        }
    }

    /// Something to call a method of, or to name a field of: Rust dereferences it as often as it takes.
    pub(crate) fn base(&self) -> Expr {
        self.expr.clone()
    }

    fn dereferenced(&self, times: usize) -> Expr {
        (0..times).fold(self.base(), |expr, _| expr.deref())
    }
}

/// A place in memory: a pointer and an offset.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pointer: Expr,
    offset: Bytes,
}

impl Address {
    /// The address that a pointer has.
    pub(crate) fn of(pointer: Expr) -> Self {
        Self {
            pointer,
            offset: Bytes::ZERO,
        }
    }

    /// The address that the parameter `p` of a helper has.
    pub(crate) fn param() -> Self {
        Self::of(Expr::name("p"))
    }

    /// The address, `bytes` further.
    pub(crate) fn plus(&self, bytes: Bytes) -> Self {
        Self {
            offset: self.offset.plus(bytes),
            pointer: self.pointer.clone(),
        }
    }

    /// The address as an expression.
    pub(crate) fn expr(&self) -> Expr {
        let pointer = self.pointer.clone();
        if self.offset == Bytes::ZERO {
            pointer
        } else {
            pointer.method("add", [Expr::bytes(self.offset)])
        }
    }

    /// The place of this type at the address, to be read or written.
    pub(crate) fn place(&self, ty: &RustType) -> Expr {
        let pointer = self.expr();
        // Pointers to memory are `*mut u8`, so that a cast to it would only be noise in the output.
        if *ty == RustType::path("u8") {
            pointer.deref()
        } else {
            pointer.method(format!("cast::<{ty}>"), []).deref()
        }
    }

    /// A place for an integer of this type.
    pub(crate) fn int(&self, ty: &str) -> Expr {
        self.place(&RustType::path(ty))
    }
}
