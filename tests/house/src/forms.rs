//! The forms of expressions that do not tell all cases of a kind apart.
//!
//! These are `match` with an arm for everything else (also `_ if …`, and a tuple of which no element looks at a case),
//! `if let`, `while let`, `let … else`, `matches!` by whatever path, `==`, `!=`, `.eq(…)`, `.ne(…)` and `[…].contains(…)`
//! with a case, and cases named in the body of a `macro_rules!`, which is only tokens.
//!
//! The syntax alone does not say more. Not found are:
//!
//! - a kind that is compared with a variable or a constant that holds a case, or by its discriminant;
//! - a pattern that is a constant;
//! - columns of tuples: after `(A::X, _)` a match that goes on with `(_, B::Y)` and `(_, B::Z)` asks for new cases of `B`, and
//!   not for those of `A`;
//! - arguments of a macro that are neither expressions nor statements;
//! - a kind that a macro, an associated type or a generic parameter names.

use crate::kinds::{Definition, Names};
use crate::patterns::{Finder, Looks};
use crate::sources::{is_test, line_of};
use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, Pat, Token};

/// Looks for places in a file that do not tell all cases apart.
pub(crate) struct Finding<'k> {
    names: Names<'k>,
    /// The type that is being implemented.
    this: Option<String>,
    path: String,
    pub(crate) found: Vec<String>,
}

impl<'k> Finding<'k> {
    /// Nothing yet, in the file of this path.
    pub(crate) fn new(names: Names<'k>, path: &str) -> Self {
        Self {
            names,
            this: None,
            path: path.to_owned(),
            found: Vec::new(),
        }
    }

    fn looks(&self, pattern: &Pat) -> Looks<'k> {
        let finder = Finder {
            names: &self.names,
            this: self.this.as_deref(),
        };
        finder.looks(pattern)
    }

    fn report(&mut self, what: &str, line: usize, kind: &Definition) {
        // A predicate such as `is_list` is written once, beside the enum; there `matches!` is in
        // plain sight of the cases.
        if kind.file != self.path {
            let name = kind.name();
            self.found
                .push(format!("{}:{line}: {what} over `{name}`", self.path));
        }
    }

    /// A pattern beside which there is only "everything else".
    fn alone(&mut self, what: &str, pattern: &Pat) {
        if let Some((_, kind)) = self.looks(pattern).cases.first() {
            self.report(what, line_of(pattern), kind);
        }
    }

    /// A value that something is compared with.
    fn compared(&mut self, value: &Expr) {
        if let Some(kind) = self.case_in(value) {
            self.report("a comparison", line_of(value), kind);
        }
    }

    /// The kind of a case that is written out in a value.
    fn case_in(&self, value: &Expr) -> Option<&'k Definition> {
        let case = |path| self.names.kind_of_case(path, self.this.as_deref());
        match value {
            Expr::Path(path) => case(&path.path),
            // `Some(Kind::A)`, and not a function's result.
            Expr::Call(call) if is_constructor(&call.func) => self
                .case_in(&call.func)
                .or_else(|| call.args.iter().find_map(|value| self.case_in(value))),
            Expr::Struct(value) => case(&value.path).or_else(|| {
                let mut fields = value.fields.iter();
                fields.find_map(|field| self.case_in(&field.expr))
            }),
            Expr::Reference(value) => self.case_in(&value.expr),
            Expr::Unary(value) => self.case_in(&value.expr),
            Expr::Paren(value) => self.case_in(&value.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().find_map(|value| self.case_in(value)),
            Expr::Array(array) => array.elems.iter().find_map(|value| self.case_in(value)),
            _ => None,
        }
    }

    /// The body of a macro, which may be anything: a kind's cases do not belong into it at all.
    fn macro_body(&mut self, tokens: TokenStream) {
        let mut words = Vec::new();
        for token in tokens {
            match token {
                TokenTree::Ident(word) => words.push(word),
                TokenTree::Punct(mark) if mark.as_char() == ':' => {}
                TokenTree::Group(group) => {
                    words.clear();
                    self.macro_body(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => words.clear(),
            }
            if let [.., name, case] = &words[..] {
                let segments = [name, case].map(|word| syn::PathSegment::from(word.clone()));
                let path = syn::Path {
                    leading_colon: None,
                    segments: segments.into_iter().collect(),
                };
                if let Some(kind) = self.names.kind_of_case(&path, None) {
                    self.report("a `macro_rules!`", line_of(case), kind);
                }
            }
        }
    }
}

fn is_constructor(function: &Expr) -> bool {
    let Expr::Path(path) = function else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
}

/// The arguments of `matches!`.
struct Matches {
    value: Expr,
    pattern: Pat,
}

impl Parse for Matches {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pattern = Pat::parse_multi_with_leading_vert(input)?;
        // A guard, and a last comma.
        input.parse::<TokenStream>()?;
        Ok(Self { value, pattern })
    }
}

impl<'ast> Visit<'ast> for Finding<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Fn(item) => &item.attrs[..],
            syn::Item::Mod(item) => &item.attrs[..],
            syn::Item::Impl(item) => &item.attrs[..],
            _ => &[],
        };
        // A test wants one case and may fail on all others.
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let name = match &*item.self_ty {
            syn::Type::Path(path) => path.path.segments.last(),
            _ => None,
        };
        let name = name.map(|segment| segment.ident.to_string());
        // Put back after it, as a function may have an `impl` in it.
        let before = std::mem::replace(&mut self.this, name);
        visit::visit_item_impl(self, item);
        self.this = before;
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_some() {
            self.macro_body(item.mac.tokens.clone());
        } else {
            visit::visit_item_macro(self, item);
        }
    }

    fn visit_expr_let(&mut self, expression: &'ast syn::ExprLet) {
        self.alone("`if let`", &expression.pat);
        visit::visit_expr_let(self, expression);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if local
            .init
            .as_ref()
            .is_some_and(|init| init.diverge.is_some())
        {
            self.alone("`let … else`", &local.pat);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_match(&mut self, expression: &'ast syn::ExprMatch) {
        let arms: Vec<_> = expression
            .arms
            .iter()
            .map(|arm| (arm, self.looks(&arm.pat)))
            .collect();
        for (arm, looks) in &arms {
            let cases = arms.iter().flat_map(|(_, looks)| &looks.cases);
            let hidden = cases
                .filter(|(position, _)| looks.takes_anything_at(position))
                .map(|(_, kind)| *kind)
                .next();
            if let Some(kind) = hidden {
                self.report("an arm for everything else", line_of(&arm.pat), kind);
            }
        }
        visit::visit_expr_match(self, expression);
    }

    fn visit_expr_binary(&mut self, expression: &'ast syn::ExprBinary) {
        if let BinOp::Eq(_) | BinOp::Ne(_) = expression.op {
            self.compared(&expression.left);
            self.compared(&expression.right);
        }
        visit::visit_expr_binary(self, expression);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        match &*call.method.to_string() {
            "eq" | "ne" => {
                self.compared(&call.receiver);
                call.args.iter().for_each(|value| self.compared(value));
            }
            // A set that has the case is another matter than a list of cases.
            "contains" => self.compared(&call.receiver),
            _ => {}
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let name = call.path.segments.last().map(|last| last.ident.to_string());
        if name.is_some_and(|name| name.ends_with("matches"))
            && let Ok(matches) = call.parse_body::<Matches>()
        {
            self.alone("`matches!`", &matches.pattern);
            self.visit_expr(&matches.value);
            return;
        }
        // To syn, what is in a macro is tokens. Most macros take expressions, or what could be statements, such as
        // `vec![value; 2]`; those that take neither are passed over.
        let arguments = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(arguments) = arguments.parse2(call.tokens.clone()) {
            arguments.iter().for_each(|value| self.visit_expr(value));
        } else if let Ok(statements) = Block::parse_within.parse2(call.tokens.clone()) {
            statements.iter().for_each(|it| self.visit_stmt(it));
        }
    }
}
