//! The generator's options in a call: its table says which options there are and what each takes.

use crate::keys::OWN_KEYS;
use crate::path::{at_path, path};
use crate::strings::{Inputs, at_string, string};
use crate::unexpected::{comma_separated, unexpected};
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Error, LitBool, Result, Token, braced, bracketed, token};
use witc_bindgen_core::{OptionKind, OptionSpec, OptionValue, Options as _, SetError};
use witc_bindgen_rust::Options;

/// Parses the value of the option `key`, if it has one, and sets it.
pub(crate) fn set(
    options: &mut Options,
    key: &Ident,
    value: Option<ParseStream<'_>>,
    inputs: &mut Inputs,
) -> Result<()> {
    let name = key.to_string();
    let Some(spec) = Options::TABLE.iter().find(|spec| spec.key == name) else {
        return Err(Error::new(key.span(), no_such_option(&name)));
    };
    let (value, span) = match value {
        None => (alone(spec, key)?, key.span()),
        Some(input) => {
            let span = input.span();
            (Argument { input, inputs }.parse(spec.kind)?, span)
        }
    };
    options
        .set(spec.flag, value)
        .map_err(|error| Error::new(span, format!("`{name}`: {}", describe(&error))))
}

/// What an option without a value means.
fn alone(spec: &OptionSpec, key: &Ident) -> Result<OptionValue> {
    match spec.kind {
        OptionKind::Flag => Ok(OptionValue::Flag(true)),
        OptionKind::Filters => Ok(all()),
        OptionKind::Text
        | OptionKind::Texts
        | OptionKind::Paths
        | OptionKind::Pairs
        | OptionKind::Attributes
        | OptionKind::Choice(_) => Err(Error::new(
            key.span(),
            format!("`{key}` needs a value: `{key}: …`"),
        )),
    }
}

/// The filter that every function passes.
fn all() -> OptionValue {
    OptionValue::Texts(vec!["all".to_owned()])
}

/// Names, each with what stands for it.
type NamedTexts = Vec<(String, String)>;

/// The value of an option, and what reading it leaves behind.
struct Argument<'a, 'b> {
    input: ParseStream<'a>,
    inputs: &'b mut Inputs,
}

impl Argument<'_, '_> {
    /// Parses the value in the shape that its kind asks for.
    fn parse(mut self, kind: OptionKind) -> Result<OptionValue> {
        let input = self.input;
        match kind {
            OptionKind::Flag => flag(input).map(OptionValue::Flag),
            // Text that is a Rust path may be written as one.
            OptionKind::Text => text_or_path(input, self.inputs, "a string").map(OptionValue::Text),
            OptionKind::Texts => self
                .list("a list of strings, `[\"…\"]`", text)
                .map(OptionValue::Texts),
            // Also `async: true`, as wit-bindgen takes it.
            OptionKind::Filters if input.peek(LitBool) => {
                let wanted = flag(input)?;
                Ok(if wanted {
                    all()
                } else {
                    OptionValue::Texts(Vec::new())
                })
            }
            OptionKind::Filters => self
                .list("a list of strings, `[\"…\"]`", text)
                .map(OptionValue::Texts),
            OptionKind::Paths => {
                let item = |input: ParseStream<'_>, inputs: &mut Inputs| {
                    text_or_path(input, inputs, "a path")
                };
                self.list("a list of paths, `[…]`", item)
                    .map(OptionValue::Texts)
            }
            OptionKind::Pairs => self.map("`{ \"name\": path }`", |input, inputs, key| {
                Ok(vec![(key, text_or_path(input, inputs, "a path")?)])
            }),
            OptionKind::Attributes => {
                self.map("`{ \"name\": [#[attribute]] }`", |input, _, key| {
                    let attributes = attributes(input)?;
                    Ok(attributes
                        .into_iter()
                        .map(|text| (key.clone(), text))
                        .collect())
                })
            }
            OptionKind::Choice(choices) => self.choice(choices),
        }
    }

    /// `[item, …]`.
    fn list(
        &mut self,
        expected: &str,
        item: fn(ParseStream<'_>, &mut Inputs) -> Result<String>,
    ) -> Result<Vec<String>> {
        if !self.input.peek(token::Bracket) {
            return Err(unexpected(self.input, expected));
        }
        let items;
        bracketed!(items in self.input);
        comma_separated(&items, |input| item(input, self.inputs))
    }

    /// `{ "key": value, … }`; `entry` parses a value and gives the pairs that it stands for.
    fn map(
        &mut self,
        expected: &str,
        entry: fn(ParseStream<'_>, &mut Inputs, String) -> Result<NamedTexts>,
    ) -> Result<OptionValue> {
        if !self.input.peek(token::Brace) {
            return Err(unexpected(self.input, expected));
        }
        let entries;
        braced!(entries in self.input);
        let pairs = comma_separated(&entries, |input| {
            let key = key(input, self.inputs)?;
            entry(input, self.inputs, key)
        })?;
        Ok(OptionValue::Pairs(pairs.concat()))
    }

    /// One of several words, in the macro's spelling or, as a string, in that of the command line.
    fn choice(&mut self, choices: &[(&str, &str)]) -> Result<OptionValue> {
        let input = self.input;
        let span = input.span();
        let written = if at_string(input) {
            let text = string(input, self.inputs)?.value;
            choices.iter().find(|(flag, _)| *flag == text)
        } else if at_path(input) {
            let text = choice_text(input, self.inputs)?;
            choices.iter().find(|(_, written)| *written == text)
        } else {
            None
        };
        written
            .map(|(flag, _)| OptionValue::Text((*flag).to_owned()))
            .ok_or_else(|| Error::new(span, one_of(choices)))
    }
}

/// `Name` or `Name { field: true, … }`, spelled as the tables of options spell it.
fn choice_text(input: ParseStream<'_>, inputs: &mut Inputs) -> Result<String> {
    let name = path(input, inputs)?;
    if !input.peek(token::Brace) {
        return Ok(name);
    }
    let fields;
    braced!(fields in input);
    let fields = comma_separated(&fields, |input| {
        let key = key(input, inputs)?;
        Ok(format!("{key}: {}", flag(input)?))
    })?;
    Ok(format!("{name} {{ {} }}", fields.join(", ")))
}

/// `true` or `false`.
pub(crate) fn flag(input: ParseStream<'_>) -> Result<bool> {
    if input.peek(LitBool) {
        return Ok(input.parse::<LitBool>()?.value);
    }
    Err(unexpected(input, "`true` or `false`"))
}

fn text(input: ParseStream<'_>, inputs: &mut Inputs) -> Result<String> {
    string(input, inputs).map(|text| text.value)
}

/// A path, or a string that holds one.
fn text_or_path(input: ParseStream<'_>, inputs: &mut Inputs, expected: &str) -> Result<String> {
    if at_string(input) {
        text(input, inputs)
    } else if at_path(input) && !input.peek(LitBool) {
        path(input, inputs)
    } else {
        Err(unexpected(input, expected))
    }
}

/// `"key":`, or `key:` with an identifier.
fn key(input: ParseStream<'_>, inputs: &mut Inputs) -> Result<String> {
    let key = if at_string(input) {
        text(input, inputs)?
    } else if input.peek(Ident::peek_any) {
        input.call(Ident::parse_any)?.to_string()
    } else {
        return Err(unexpected(input, "a key"));
    };
    if input.parse::<Option<Token![:]>>()?.is_none() {
        return Err(unexpected(input, "`:`"));
    }
    Ok(key)
}

/// `[#[…] #[…]]`, as the text of each attribute.
fn attributes(input: ParseStream<'_>) -> Result<Vec<String>> {
    if !input.peek(token::Bracket) {
        return Err(unexpected(input, "a list of attributes, `[#[…]]`"));
    }
    let span = input.span();
    let list;
    bracketed!(list in input);
    if list.is_empty() {
        return Err(Error::new(span, "an empty list of attributes does nothing"));
    }
    let mut attributes = Vec::new();
    while !list.is_empty() {
        if !(list.peek(Token![#]) && list.peek2(token::Bracket)) {
            return Err(unexpected(&list, "an attribute, `#[…]`"));
        }
        list.parse::<Token![#]>()?;
        let body: TokenStream = list.parse::<TokenTree>()?.into();
        attributes.push(format!("#{body}"));
        // They stand side by side as in Rust; commas between them are no mistake.
        list.parse::<Option<Token![,]>>()?;
    }
    Ok(attributes)
}

fn one_of(choices: &[(&str, &str)]) -> String {
    let all: Vec<_> = choices
        .iter()
        .map(|(_, written)| format!("`{written}`"))
        .collect();
    format!("expected one of {}", all.join(", "))
}

/// The words for an error of the table, in the macro's spelling.
fn describe(error: &SetError) -> String {
    match error {
        SetError::NotAChoice(choices) => one_of(choices),
        SetError::Unknown | SetError::WrongKind(_) => error.to_string(),
    }
}

/// There is no such option; perhaps another one was meant.
fn no_such_option(key: &str) -> String {
    let known = OWN_KEYS
        .into_iter()
        .chain(Options::TABLE.iter().map(|spec| spec.key));
    let mut message = format!("`generate!` has no option `{key}`");
    match meant(key, known.clone()) {
        Some(near) => message.push_str(&format!("; did you mean `{near}`?")),
        None => {
            let all: Vec<_> = known.map(|key| format!("`{key}`")).collect();
            // Four to a line: the compiler breaks none.
            let lines: Vec<_> = all.chunks(4).map(|keys| keys.join(", ")).collect();
            message.push_str(&format!("\nthe options are {}", lines.join(",\n")));
        }
    }
    message
}

/// The option that a word means: one that is nearly spelled so, or one of which words were left out or added, as in `derives`
/// for `additional_derives`.
fn meant<'a>(word: &str, options: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let word = word.to_lowercase();
    let part = || {
        let parts = options
            .clone()
            .filter(|option| word.len() > 2 && (option.contains(&word) || word.contains(option)));
        parts.min_by_key(|option| option.len().abs_diff(word.len()))
    };
    witc_diagnostics::nearest(&word, options.clone()).or_else(part)
}
