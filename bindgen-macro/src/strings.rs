//! Strings in arguments: a literal, or with the feature `macro-string` what `concat!`, `env!`, `include_str!`, `include!`
//! and `stringify!` make of them.
//!
//! The compiler does not expand a macro's arguments before the macro runs, so the macro has to do it.

#![expect(
    clippy::disallowed_methods,
    reason = "`env!` and `include_str!` in strings of the macro"
)]

use crate::unexpected::{comma_separated, expect_end, unexpected};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Error, Lit, LitStr, Result, Token};

/// How deep the macros may nest, `include!` of a file that includes itself among them.
const MAX_DEPTH: usize = 32;

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// What a call depends on besides its own text; a change has to expand it anew.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// Files that were read, by absolute path.
    pub(crate) files: Vec<PathBuf>,
    /// Environment variables that were asked for.
    pub(crate) variables: Vec<String>,
    /// The `$crate` tokens in paths, each with what stands for it in text. They come from a macro around the call, and no
    /// text can spell them.
    pub(crate) crates: Vec<(String, TokenTree)>,
}

impl Inputs {
    /// The text for a segment of a path.
    pub(crate) fn spell(&mut self, segment: Ident) -> String {
        let name = segment.to_string();
        if name != "$crate" {
            return name;
        }
        let stand_in = format!("__witc_path_{}", self.crates.len());
        self.crates.push((stand_in.clone(), segment.into()));
        stand_in
    }
}

/// Whether a string comes next, judged by its first tokens: a literal or the call of a macro.
pub(crate) fn at_string(input: ParseStream<'_>) -> bool {
    input.peek(LitStr) || (input.peek(Ident::peek_any) && input.peek2(Token![!]))
}

/// Parses a string.
pub(crate) fn string(input: ParseStream<'_>, inputs: &mut Inputs) -> Result<Spanned<String>> {
    expression(input, inputs, 0)
}

fn expression(
    input: ParseStream<'_>,
    inputs: &mut Inputs,
    depth: usize,
) -> Result<Spanned<String>> {
    let span = input.span();
    if depth > MAX_DEPTH {
        return Err(Error::new(span, "these macros are nested too deeply"));
    }
    if input.peek(LitStr) {
        let literal: LitStr = input.parse()?;
        if !literal.suffix().is_empty() {
            let message = "a string literal with a suffix is not a string; remove the suffix";
            return Err(Error::new(span, message));
        }
        return Ok(Spanned {
            value: literal.value(),
            // The literal's own: that of the stream is a group's where a `macro_rules!` passed it on.
            span: literal.span(),
        });
    }
    if at_string(input) {
        let name = input.call(Ident::parse_any)?;
        input.parse::<Token![!]>()?;
        let value = macro_call(&name, input, inputs, depth)?;
        return Ok(Spanned { value, span });
    }
    Err(unexpected(input, "a string"))
}

/// The value of `name!(…)`; the name and `!` have been read.
fn macro_call(
    name: &Ident,
    input: ParseStream<'_>,
    inputs: &mut Inputs,
    depth: usize,
) -> Result<String> {
    let arguments = match input.fork().parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() != Delimiter::None => group.stream(),
        _ => return Err(unexpected(input, "`(`")),
    };
    // The fork was read for the place of an error; now the tokens are taken.
    input.parse::<TokenTree>()?;
    if !cfg!(feature = "macro-string") {
        let message = format!(
            "`{name}!` needs the feature `macro-string`; without it, write a string literal"
        );
        return Err(Error::new(name.span(), message));
    }
    match name.to_string().as_str() {
        "concat" => {
            let operands = |input: ParseStream<'_>| {
                comma_separated(input, |input| concat_operand(input, inputs, depth + 1))
            };
            Ok(operands.parse2(arguments)?.concat())
        }
        "env" => {
            let variable = sole_argument(arguments, inputs, depth)?;
            // Noted before it is read: a variable that is missing today may be set tomorrow.
            inputs.variables.push(variable.value.clone());
            std::env::var(&variable.value).map_err(|_| {
                let message = format!("the environment variable `{}` is not set", variable.value);
                Error::new(variable.span, message)
            })
        }
        "include_str" => {
            let path = sole_argument(arguments, inputs, depth)?;
            read(&path, name.span(), inputs)
        }
        "include" => {
            let path = sole_argument(arguments, inputs, depth)?;
            let text = read(&path, name.span(), inputs)?;
            included(&text, &path, inputs, depth)
        }
        "stringify" => Ok(arguments.to_string()),
        _ => Err(Error::new(
            name.span(),
            format!(
                "`{name}!` is not expanded here; write a string literal, `concat!`, `env!`, `include_str!`, `include!` \
                 or `stringify!`"
            ),
        )),
    }
}

/// The string that is the expression in a file.
fn included(
    text: &str,
    path: &Spanned<String>,
    inputs: &mut Inputs,
    depth: usize,
) -> Result<String> {
    let tokens: TokenStream = text.parse().map_err(|_| {
        let message = format!("the file `{}` does not hold a Rust expression", path.value);
        Error::new(path.span, message)
    })?;
    let contents = |input: ParseStream<'_>| {
        let value = expression(input, inputs, depth + 1)?.value;
        expect_end(input)?;
        Ok(value)
    };
    // At the path: the compiler can't show a place in a file that it did not read.
    contents
        .parse2(tokens)
        .map_err(|error| Error::new(path.span, format!("in `{}`: {error}", path.value)))
}

/// The one string between the parentheses of `env!` and its like.
fn sole_argument(
    arguments: TokenStream,
    inputs: &mut Inputs,
    depth: usize,
) -> Result<Spanned<String>> {
    let argument = |input: ParseStream<'_>| {
        let argument = expression(input, inputs, depth + 1)?;
        input.parse::<Option<Token![,]>>()?;
        expect_end(input)?;
        Ok(argument)
    };
    argument.parse2(arguments)
}

/// What `concat!` takes: strings, and literals of other kinds.
fn concat_operand(input: ParseStream<'_>, inputs: &mut Inputs, depth: usize) -> Result<String> {
    if at_string(input) || !input.peek(Lit) {
        return expression(input, inputs, depth).map(|string| string.value);
    }
    let literal = input.fork().parse::<Lit>()?;
    // `Lit` is an enum of another crate that may grow.
    let value = match &literal {
        Lit::Char(char) => char.value().to_string(),
        Lit::Int(int) => int.base10_digits().to_owned(),
        Lit::Float(float) => float.base10_digits().to_owned(),
        Lit::Bool(bool) => bool.value.to_string(),
        _ => return Err(unexpected(input, "a string")),
    };
    input.parse::<Lit>()?;
    Ok(value)
}

/// Reads a file; a relative path starts at the folder of the source file that has the macro.
fn read(path: &Spanned<String>, call: Span, inputs: &mut Inputs) -> Result<String> {
    let mut absolute = std::env::current_dir().unwrap_or_default();
    if let Some(source) = call.local_file() {
        absolute.push(source.parent().unwrap_or(Path::new("")));
    }
    absolute.push(&path.value);
    let text = std::fs::read_to_string(&absolute).map_err(|error| {
        Error::new(
            path.span,
            format!("the file `{}` can't be read: {error}", absolute.display()),
        )
    })?;
    inputs.files.push(absolute);
    Ok(text)
}
