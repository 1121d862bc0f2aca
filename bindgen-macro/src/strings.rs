//! Strings in arguments: a literal, or with the feature `macro-string` what `concat!`, `env!`, `include_str!`, `include!`
//! and `stringify!` make of them.
//!
//! A macro's arguments are not expanded before it runs, so it has to do that itself.

use std::path::{Path, PathBuf};

use crate::cursor::Cursor;
use crate::error::{Error, Result};
use crate::literal;
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

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
    /// What a segment of a path is in text.
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

/// Steps over a string.
pub(crate) fn string(cursor: &mut Cursor, inputs: &mut Inputs) -> Result<Spanned<String>> {
    expression(cursor, inputs, 0)
}

/// Whether a string comes next, judged by its first tokens.
pub(crate) fn at_string(cursor: &Cursor) -> bool {
    match cursor.peek() {
        Some(TokenTree::Literal(literal)) => literal::string_value(literal).is_some(),
        Some(TokenTree::Ident(_)) => {
            matches!(cursor.peek_second(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!')
        }
        _ => false,
    }
}

fn expression(cursor: &mut Cursor, inputs: &mut Inputs, depth: usize) -> Result<Spanned<String>> {
    let span = cursor.span();
    if depth > MAX_DEPTH {
        return Err(Error::new(span, "these macros are nested too deeply"));
    }
    if at_string(cursor) {
        if let Some(name) = cursor.eat_ident() {
            let value = macro_call(&name, cursor, inputs, depth)?;
            return Ok(Spanned { value, span });
        }
        if let Some(TokenTree::Literal(literal)) = cursor.bump() {
            let value = literal::string_value(&literal).unwrap_or_default();
            return Ok(Spanned { value, span });
        }
    }
    Err(cursor.unexpected("a string"))
}

fn macro_call(
    name: &Ident,
    cursor: &mut Cursor,
    inputs: &mut Inputs,
    depth: usize,
) -> Result<String> {
    cursor.eat_punct('!');
    let delimiters = [Delimiter::Parenthesis, Delimiter::Bracket, Delimiter::Brace];
    let Some(mut arguments) = delimiters
        .into_iter()
        .find_map(|delimiter| cursor.eat_group(delimiter))
    else {
        return Err(cursor.unexpected("`(`"));
    };
    if !cfg!(feature = "macro-string") {
        let message = format!(
            "`{name}!` needs the feature `macro-string`; without it, write a string literal"
        );
        return Err(Error::new(name.span(), message));
    }
    match name.to_string().as_str() {
        "concat" => {
            let parts =
                arguments.comma_separated(|cursor| concat_operand(cursor, inputs, depth + 1))?;
            Ok(parts.concat())
        }
        "env" => {
            let variable = sole_argument(&mut arguments, inputs, depth)?;
            inputs.variables.push(variable.value.clone());
            std::env::var(&variable.value).map_err(|_| {
                let message = format!("the environment variable `{}` is not set", variable.value);
                Error::new(variable.span, message)
            })
        }
        "include_str" => {
            let path = sole_argument(&mut arguments, inputs, depth)?;
            read(&path, name.span(), inputs)
        }
        "include" => {
            let path = sole_argument(&mut arguments, inputs, depth)?;
            let text = read(&path, name.span(), inputs)?;
            let tokens: TokenStream = text.parse().map_err(|_| {
                Error::new(
                    path.span,
                    format!("the file `{}` does not hold a Rust expression", path.value),
                )
            })?;
            let mut contents = Cursor::new(tokens, path.span);
            let value = expression(&mut contents, inputs, depth + 1)
                .and_then(|value| contents.expect_end().map(|()| value.value))
                .map_err(|error| {
                    Error::new(path.span, format!("in `{}`: {}", path.value, error.message))
                })?;
            Ok(value)
        }
        "stringify" => Ok(arguments.rest().to_string()),
        _ => Err(Error::new(
            name.span(),
            format!(
                "`{name}!` is not expanded here; write a string literal, `concat!`, `env!`, `include_str!`, `include!` \
                 or `stringify!`"
            ),
        )),
    }
}

/// The one string between the parentheses of `env!` and its like.
fn sole_argument(
    arguments: &mut Cursor,
    inputs: &mut Inputs,
    depth: usize,
) -> Result<Spanned<String>> {
    let argument = expression(arguments, inputs, depth + 1)?;
    arguments.eat_punct(',');
    arguments.expect_end()?;
    Ok(argument)
}

/// What `concat!` takes: strings, and literals of other kinds.
fn concat_operand(cursor: &mut Cursor, inputs: &mut Inputs, depth: usize) -> Result<String> {
    let value = match cursor.peek() {
        Some(TokenTree::Literal(literal)) => {
            literal::char_value(literal).or_else(|| literal::number_value(literal))
        }
        Some(TokenTree::Ident(word)) => {
            Some(word.to_string()).filter(|word| word == "true" || word == "false")
        }
        _ => None,
    };
    match value {
        Some(value) => {
            cursor.bump();
            Ok(value)
        }
        None => expression(cursor, inputs, depth).map(|string| string.value),
    }
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
