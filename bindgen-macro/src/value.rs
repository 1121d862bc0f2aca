//! Values of options, by their shape alone.
//!
//! Which shape an option wants is a question of its own (`settings.rs`), so that the grammar here needs no list of options.

use crate::cursor::Cursor;
use crate::error::{Error, Result};
use crate::strings::{Inputs, Spanned, at_string, string};
use proc_macro::{Delimiter, Spacing, Span, TokenStream, TokenTree};

/// A value as it is written.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// `true` or `false`.
    Bool(bool),
    /// `"text"`, or a macro that stands for one.
    Text(String),
    /// A Rust path: `generate`, `serde::Serialize`, `::my_crate::bindings`.
    Path(String),
    /// `Name { field: value, … }`.
    Struct(String, Vec<Entry>),
    /// `[value, …]`.
    List(Vec<Spanned<Value>>),
    /// `{ "key": value, … }`.
    Map(Vec<Entry>),
    /// `#[attribute]`, within a list.
    Attribute(String),
}

/// `key: value`.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Spanned<Value>,
}

/// Steps over a value.
pub(crate) fn value(cursor: &mut Cursor, inputs: &mut Inputs) -> Result<Spanned<Value>> {
    let span = cursor.span();
    let value = if at_string(cursor) {
        Value::Text(string(cursor, inputs)?.value)
    } else if cursor.eat_word("true") {
        Value::Bool(true)
    } else if cursor.eat_word("false") {
        Value::Bool(false)
    } else if let Some(contents) = cursor.eat_group(Delimiter::Bracket) {
        Value::List(list(contents, inputs)?)
    } else if let Some(contents) = cursor.eat_group(Delimiter::Brace) {
        Value::Map(contents.comma_separated(|cursor| entry(cursor, inputs))?)
    } else if matches!(cursor.peek(), Some(TokenTree::Ident(_))) || cursor.at_punct(':') {
        let path = path(cursor, inputs)?;
        match cursor.eat_group(Delimiter::Brace) {
            Some(fields) => Value::Struct(
                path,
                fields.comma_separated(|cursor| entry(cursor, inputs))?,
            ),
            None => Value::Path(path),
        }
    } else {
        return Err(cursor.unexpected("a value"));
    };
    Ok(Spanned { value, span })
}

/// `"key": value`, or `key: value` with an identifier.
fn entry(cursor: &mut Cursor, inputs: &mut Inputs) -> Result<Entry> {
    let span = cursor.span();
    let key = if at_string(cursor) {
        string(cursor, inputs)?
    } else if let Some(ident) = cursor.eat_ident() {
        Spanned {
            value: ident.to_string(),
            span,
        }
    } else {
        return Err(cursor.unexpected("a key"));
    };
    if !cursor.eat_punct(':') {
        return Err(cursor.unexpected("`:`"));
    }
    Ok(Entry {
        key,
        value: value(cursor, inputs)?,
    })
}

/// The items between brackets: attributes, which stand side by side, or values with commas between them.
fn list(mut contents: Cursor, inputs: &mut Inputs) -> Result<Vec<Spanned<Value>>> {
    if !contents.at_punct('#') {
        return contents.comma_separated(|cursor| value(cursor, inputs));
    }
    let mut attributes = Vec::new();
    while !contents.at_end() {
        attributes.push(attribute(&mut contents)?);
        contents.eat_punct(',');
    }
    Ok(attributes)
}

/// `#[…]`.
fn attribute(cursor: &mut Cursor) -> Result<Spanned<Value>> {
    let span = cursor.span();
    if !cursor.eat_punct('#') || !cursor.at_group(Delimiter::Bracket) {
        return Err(cursor.unexpected("an attribute, `#[…]`"));
    }
    let body: TokenStream = cursor.bump().into_iter().collect();
    Ok(Spanned {
        value: Value::Attribute(format!("#{body}")),
        span,
    })
}

/// `::a::b<C>`: the text of a path, without blanks but where words would touch.
fn path(cursor: &mut Cursor, inputs: &mut Inputs) -> Result<String> {
    let mut text = String::new();
    if cursor.eat_path_separator() {
        text.push_str("::");
    }
    loop {
        let Some(segment) = cursor.eat_ident() else {
            return Err(cursor.unexpected("an identifier"));
        };
        text.push_str(&inputs.spell(segment));
        if cursor.at_punct('<') {
            text.push_str(&generics(cursor)?);
        }
        if !cursor.eat_path_separator() {
            return Ok(text);
        }
        text.push_str("::");
    }
}

/// `<…>`, to the angle bracket that closes it.
fn generics(cursor: &mut Cursor) -> Result<String> {
    let open = cursor.span();
    let mut depth = 0usize;
    let mut after_minus = false;
    let mut tokens = TokenStream::new();
    while let Some(tree) = cursor.bump() {
        if let TokenTree::Punct(punct) = &tree {
            match punct.as_char() {
                '<' => depth += 1,
                // The arrow of `Fn() -> T` closes nothing.
                '>' if !after_minus => depth -= 1,
                _ => {}
            }
            after_minus = punct.as_char() == '-' && punct.spacing() == Spacing::Joint;
        } else {
            after_minus = false;
        }
        tokens.extend([tree]);
        if depth == 0 {
            return Ok(tokens.to_string());
        }
    }
    Err(Error::new(open, "this `<` is not closed"))
}

impl Value {
    /// What it is, for messages.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Self::Bool(_) => "a boolean",
            Self::Text(_) => "a string",
            Self::Path(_) => "a path",
            Self::Struct(..) => "a name with fields",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
            Self::Attribute(_) => "an attribute",
        }
    }
}

/// The error that an option or an entry wants another shape.
pub(crate) fn mismatch(value: &Spanned<Value>, expected: &str) -> Error {
    wrong(value.span, expected, value.value.describe())
}

fn wrong(span: Span, expected: &str, found: &str) -> Error {
    Error::new(span, format!("expected {expected}, found {found}"))
}
