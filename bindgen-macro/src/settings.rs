//! From the options of a call to those of the generator, whose table says which there are and what each takes.

use witc_bindgen_core::{Kind, OptionSpec, Options as _, SetError, Value as Argument};
use witc_bindgen_rust::Options;

use crate::call::{OWN_KEYS, Setting};
use crate::error::{Error, Result};
use crate::strings::Spanned;
use crate::value::{Entry, Value, mismatch};

/// Sets the generator's options as the call wants them.
pub(crate) fn options(settings: &[Setting]) -> Result<Options> {
    let mut options = Options::default();
    for setting in settings {
        let key = &setting.key;
        let Some(spec) = Options::TABLE.iter().find(|spec| spec.key == key.value) else {
            return Err(unknown(key));
        };
        let argument = argument(spec, setting)?;
        options.set(spec.flag, argument).map_err(|error| {
            let span = setting.value.as_ref().map_or(key.span, |value| value.span);
            Error::new(span, format!("`{}`: {}", key.value, describe(&error)))
        })?;
    }
    Ok(options)
}

/// The value of an option, in the shape that its kind asks for.
fn argument(spec: &OptionSpec, setting: &Setting) -> Result<Argument> {
    let Some(value) = &setting.value else {
        return match spec.kind {
            Kind::Flag => Ok(Argument::Flag(true)),
            Kind::Filters => Ok(Argument::Texts(vec!["all".to_owned()])),
            _ => Err(Error::new(
                setting.key.span,
                format!("`{0}` needs a value: `{0}: …`", spec.key),
            )),
        };
    };
    match (spec.kind, &value.value) {
        (Kind::Flag, Value::Bool(flag)) => Ok(Argument::Flag(*flag)),
        (Kind::Flag, _) => Err(mismatch(value, "`true` or `false`")),
        // Text that is a Rust path may be written as one.
        (Kind::Text, Value::Text(text) | Value::Path(text)) => Ok(Argument::Text(text.clone())),
        (Kind::Text, _) => Err(mismatch(value, "a string")),
        (Kind::Filters, Value::Bool(all)) => Ok(Argument::Texts(if *all {
            vec!["all".to_owned()]
        } else {
            Vec::new()
        })),
        (Kind::Texts | Kind::Paths | Kind::Filters, Value::List(items)) => {
            let paths = spec.kind == Kind::Paths;
            Ok(Argument::Texts(
                items
                    .iter()
                    .map(|item| text(item, paths))
                    .collect::<Result<_>>()?,
            ))
        }
        (Kind::Texts | Kind::Filters, _) => Err(mismatch(value, "a list of strings, `[\"…\"]`")),
        (Kind::Paths, _) => Err(mismatch(value, "a list of paths, `[…]`")),
        (Kind::Pairs, Value::Map(entries)) => {
            let pair = |entry: &Entry| Ok((entry.key.value.clone(), text(&entry.value, true)?));
            Ok(Argument::Pairs(
                entries.iter().map(pair).collect::<Result<_>>()?,
            ))
        }
        (Kind::Pairs, _) => Err(mismatch(value, "`{ \"name\": path }`")),
        (Kind::Attributes, Value::Map(entries)) => {
            let pairs: Vec<_> = entries.iter().map(attributes).collect::<Result<_>>()?;
            Ok(Argument::Pairs(pairs.concat()))
        }
        (Kind::Attributes, _) => Err(mismatch(value, "`{ \"name\": [#[attribute]] }`")),
        (Kind::Choice(choices), _) => choice(choices, value),
    }
}

/// A text; or, where paths are wanted, a path or a text that holds one.
fn text(value: &Spanned<Value>, paths: bool) -> Result<String> {
    match &value.value {
        Value::Text(text) => Ok(text.clone()),
        Value::Path(path) if paths => Ok(path.clone()),
        _ => Err(mismatch(value, if paths { "a path" } else { "a string" })),
    }
}

/// `"name": [#[…] #[…]]`, as a pair per attribute.
fn attributes(entry: &Entry) -> Result<Vec<(String, String)>> {
    let expected = "a list of attributes, `[#[…]]`";
    let Value::List(items) = &entry.value.value else {
        return Err(mismatch(&entry.value, expected));
    };
    if items.is_empty() {
        return Err(Error::new(
            entry.value.span,
            "an empty list of attributes does nothing",
        ));
    }
    let pair = |item: &Spanned<Value>| match &item.value {
        Value::Attribute(text) => Ok((entry.key.value.clone(), text.clone())),
        _ => Err(mismatch(item, "an attribute, `#[…]`")),
    };
    items.iter().map(pair).collect()
}

/// One of several words, in the macro's spelling or, as a string, in that of the command line.
fn choice(choices: &[(&str, &str)], value: &Spanned<Value>) -> Result<Argument> {
    let chosen = choices.iter().find(|(flag, written)| match &value.value {
        Value::Text(text) => text == flag,
        Value::Path(name) => name == written,
        Value::Struct(name, fields) => spell(name, fields) == *written,
        _ => false,
    });
    if let Some((flag, _)) = chosen {
        return Ok(Argument::Text((*flag).to_owned()));
    }
    let all: Vec<_> = choices
        .iter()
        .map(|(_, written)| format!("`{written}`"))
        .collect();
    Err(Error::new(
        value.span,
        format!("expected one of {}", all.join(", ")),
    ))
}

/// `Name { field: true }`.
fn spell(name: &str, fields: &[Entry]) -> String {
    let fields: Vec<_> = fields
        .iter()
        .map(|field| match &field.value.value {
            Value::Bool(value) => format!("{}: {value}", field.key.value),
            other => format!("{}: {}", field.key.value, other.describe()),
        })
        .collect();
    format!("{name} {{ {} }}", fields.join(", "))
}

fn describe(error: &SetError) -> String {
    match error {
        SetError::NotAChoice(choices) => {
            let all: Vec<_> = choices
                .iter()
                .map(|(_, written)| format!("`{written}`"))
                .collect();
            format!("expected one of {}", all.join(", "))
        }
        other => other.to_string(),
    }
}

/// There is no such option; perhaps another one was meant.
fn unknown(key: &Spanned<String>) -> Error {
    let known = OWN_KEYS
        .into_iter()
        .chain(Options::TABLE.iter().map(|spec| spec.key));
    let mut message = format!("`generate!` has no option `{}`", key.value);
    match nearest(&key.value, known.clone()) {
        Some(near) => message.push_str(&format!("; did you mean `{near}`?")),
        None => {
            let all: Vec<_> = known.map(|key| format!("`{key}`")).collect();
            // A few to a line: the compiler breaks none.
            let lines: Vec<_> = all.chunks(4).map(|keys| keys.join(", ")).collect();
            message.push_str(&format!("\nthe options are {}", lines.join(",\n")));
        }
    }
    Error::new(key.span, message)
}

/// The candidate that differs least from a word, if it differs little enough to be meant.
fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    // Words of a name that were left out or added cost little, as in `derives` for `additional_derives`.
    let score = |candidate: &str| match distance(&word, candidate) {
        far if candidate.contains(&word) || word.contains(candidate) => far / 4,
        far => far,
    };
    let (score, near) = candidates
        .map(|candidate| (score(candidate), candidate))
        .min()?;
    (score <= word.len() / 3 + 1 && word.len() > 1).then_some(near)
}

/// How many letters have to be inserted, removed, replaced or swapped with their neighbour to get from one to the other.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for i in 1..=from.len() {
        let mut next = vec![i; to.len() + 1];
        for j in 1..=to.len() {
            let replaced = row[j - 1] + usize::from(from[i - 1] != to[j - 1]);
            next[j] = replaced.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                next[j] = next[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut row, next);
    }
    row[to.len()]
}
