//! The forms of a call: `generate!()`, `generate!("world")`, `generate!(in "path")`, `generate!("world" in "path")` and
//! `generate!({ key: value, … })`.

use crate::cursor::Cursor;
use crate::error::{Error, Result};
use crate::strings::{Inputs, Spanned, at_string, string};
use crate::value::{Value, mismatch, value};
use proc_macro::{Delimiter, Span, TokenStream};

/// A call, parsed. Options that are the generator's are not looked at yet.
#[derive(Debug)]
pub(crate) struct Call {
    /// The whole call: where an error points that no argument is to blame for.
    pub(crate) span: Span,
    /// Which world; by default the only one.
    pub(crate) world: Option<Spanned<String>>,
    /// Where the WIT is; by default the folder `wit`.
    pub(crate) paths: Option<Vec<Spanned<String>>>,
    /// WIT text in the call itself; the paths then hold its dependencies.
    pub(crate) inline: Option<Inline>,
    /// Features whose `@unstable` items are wanted.
    pub(crate) features: Vec<Spanned<String>>,
    /// Whether the generated code goes through a file that people can read.
    pub(crate) debug: bool,
    /// The generator's options, in their order.
    pub(crate) settings: Vec<Setting>,
    /// What the arguments were read from.
    pub(crate) inputs: Inputs,
}

/// `inline: "…"`.
#[derive(Debug)]
pub(crate) struct Inline {
    pub(crate) text: Spanned<String>,
    /// The key: where errors in the text point, as the text may be many lines long.
    pub(crate) key: Span,
}

/// An option of the generator: `key: value`, or `key` alone.
#[derive(Debug)]
pub(crate) struct Setting {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Option<Spanned<Value>>,
}

/// The keys that belong to the macro and not to the generator.
pub(crate) const OWN_KEYS: [&str; 5] = ["world", "path", "inline", "features", "debug"];

/// Parses what stands between the parentheses of `generate!(…)`.
pub(crate) fn parse(tokens: TokenStream, span: Span) -> Result<Call> {
    let mut call = Call {
        span,
        world: None,
        paths: None,
        inline: None,
        features: Vec::new(),
        debug: false,
        settings: Vec::new(),
        inputs: Inputs::default(),
    };
    let mut cursor = Cursor::new(tokens, span);
    if let Some(options) = cursor.eat_group(Delimiter::Brace) {
        let entries = options.comma_separated(|cursor| option(cursor, &mut call.inputs))?;
        for entry in entries {
            call.add(entry)?;
        }
    } else {
        if at_string(&cursor) {
            call.world = Some(string(&mut cursor, &mut call.inputs)?);
        }
        if cursor.eat_word("in") {
            call.paths = Some(vec![string(&mut cursor, &mut call.inputs)?]);
        } else if call.world.is_none() && !cursor.at_end() {
            return Err(cursor.unexpected("a world's name, `in \"path\"`, or `{ key: value, … }`"));
        }
        cursor.eat_punct(',');
    }
    cursor.expect_end()?;
    Ok(call)
}

/// `key: value` or `key`.
fn option(cursor: &mut Cursor, inputs: &mut Inputs) -> Result<Setting> {
    let span = cursor.span();
    let Some(key) = cursor.eat_ident() else {
        return Err(cursor.unexpected("the name of an option"));
    };
    let key = Spanned {
        value: key.to_string(),
        span,
    };
    let value = if cursor.eat_punct(':') {
        Some(value(cursor, inputs)?)
    } else {
        None
    };
    Ok(Setting { key, value })
}

impl Call {
    /// Takes an option in: the macro's own keys now, the generator's later.
    fn add(&mut self, setting: Setting) -> Result<()> {
        let key = setting.key.value.as_str();
        if !OWN_KEYS.contains(&key) {
            self.settings.push(setting);
            return Ok(());
        }
        let span = setting.key.span;
        let Some(value) = setting.value else {
            // Of the five only this one says something without a value.
            if key == "debug" {
                self.debug = true;
                return Ok(());
            }
            return Err(Error::new(
                span,
                format!("`{key}` needs a value: `{key}: …`"),
            ));
        };
        match key {
            "world" => once(&mut self.world, key, span, text(value)?),
            "inline" => once(
                &mut self.inline,
                key,
                span,
                Inline {
                    text: text(value)?,
                    key: span,
                },
            ),
            "path" => once(&mut self.paths, key, span, texts(value)?),
            "features" => {
                self.features.extend(texts(value)?);
                Ok(())
            }
            _ => match value.value {
                Value::Bool(debug) => {
                    self.debug = debug;
                    Ok(())
                }
                _ => Err(mismatch(&value, "`true` or `false`")),
            },
        }
    }
}

fn once<T>(slot: &mut Option<T>, key: &str, span: Span, value: T) -> Result<()> {
    if slot.is_some() {
        return Err(Error::new(span, format!("`{key}` is given twice")));
    }
    *slot = Some(value);
    Ok(())
}

fn text(value: Spanned<Value>) -> Result<Spanned<String>> {
    match value.value {
        Value::Text(text) => Ok(Spanned {
            value: text,
            span: value.span,
        }),
        _ => Err(mismatch(&value, "a string")),
    }
}

/// A string, or a list of them.
fn texts(value: Spanned<Value>) -> Result<Vec<Spanned<String>>> {
    match value.value {
        Value::Text(text) => Ok(vec![Spanned {
            value: text,
            span: value.span,
        }]),
        Value::List(items) => items.into_iter().map(text).collect(),
        _ => Err(mismatch(&value, "a string or a list of strings")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    /// Parses a call's arguments and prints what was understood, a line each.
    fn parsed(text: &str) -> String {
        let call = match parse(text.parse().unwrap(), Span::call_site()) {
            Ok(call) => call,
            Err(error) => {
                let place = error.span.source_text().unwrap_or_default();
                return format!("error at `{place}`: {}", error.message);
            }
        };
        let mut lines = String::new();
        if let Some(world) = &call.world {
            writeln!(lines, "world: {}", world.value).unwrap();
        }
        if let Some(inline) = &call.inline {
            writeln!(lines, "inline: {}", inline.text.value).unwrap();
        }
        for path in call.paths.iter().flatten() {
            writeln!(lines, "path: {}", path.value).unwrap();
        }
        for feature in &call.features {
            writeln!(lines, "feature: {}", feature.value).unwrap();
        }
        if call.debug {
            lines.push_str("debug\n");
        }
        for setting in &call.settings {
            let value = setting.value.as_ref().map(|value| show(&value.value));
            writeln!(
                lines,
                "{} = {}",
                setting.key.value,
                value.as_deref().unwrap_or("present")
            )
            .unwrap();
        }
        lines
    }

    fn show(value: &Value) -> String {
        let entries = |entries: &[crate::value::Entry]| {
            let shown = entries
                .iter()
                .map(|entry| format!("{} => {}", entry.key.value, show(&entry.value.value)));
            shown.collect::<Vec<_>>().join(", ")
        };
        match value {
            Value::Bool(value) => value.to_string(),
            Value::Text(text) => format!("{text:?}"),
            Value::Path(path) => path.clone(),
            Value::Struct(name, fields) => format!("{name} {{{}}}", entries(fields)),
            Value::List(items) => {
                format!(
                    "[{}]",
                    items
                        .iter()
                        .map(|item| show(&item.value))
                        .collect::<Vec<_>>()
                        .join(", ")
                )
            }
            Value::Map(map) => format!("{{{}}}", entries(map)),
            Value::Attribute(text) => text.clone(),
        }
    }

    #[test]
    fn short_forms() {
        assert_eq!(parsed(""), "");
        assert_eq!(parsed("\"my-world\""), "world: my-world\n");
        assert_eq!(parsed("in \"../wit\""), "path: ../wit\n");
        assert_eq!(
            parsed("\"wasi:cli/imports\" in r\"wit\""),
            "world: wasi:cli/imports\npath: wit\n"
        );
        assert_eq!(parsed("\"a\","), "world: a\n");
    }

    #[test]
    fn own_keys() {
        assert_eq!(
            parsed(
                "{ world: \"w\", path: [\"a\", \"b\",], inline: r#\"package a:b;\"#, features: [\"x\"], debug: true, }"
            ),
            "world: w\ninline: package a:b;\npath: a\npath: b\nfeature: x\ndebug\n"
        );
        assert_eq!(parsed("{ path: \"a\", debug }"), "path: a\ndebug\n");
        assert_eq!(parsed("{}"), "");
    }

    #[test]
    fn shapes_of_options() {
        let with =
            r#"{ with: { "a:b/c@1.0.0": ::x::y, "a:b/d": generate }, stubs, generate_all: false }"#;
        assert_eq!(
            parsed(with),
            "with = {a:b/c@1.0.0 => ::x::y, a:b/d => generate}\nstubs = present\ngenerate_all = false\n"
        );
        let derives = "{ additional_derives: [serde::Serialize, Hash, A<B, fn() -> C>] }";
        assert_eq!(
            parsed(derives),
            "additional_derives = [serde::Serialize, Hash, A< B , fn () -> C >]\n"
        );
        let ownership = "{ ownership: Borrowing { duplicate_if_necessary: true } }";
        assert_eq!(
            parsed(ownership),
            "ownership = Borrowing {duplicate_if_necessary => true}\n"
        );
        let attributes = r#"{ additional_type_attributes: { "a:b/c/d": [#[x(y = "z")] #[w]] } }"#;
        assert_eq!(
            parsed(attributes),
            "additional_type_attributes = {a:b/c/d => [#[x (y = \"z\")], #[w]]}\n"
        );
    }

    #[test]
    fn mistakes() {
        assert_eq!(
            parsed("{ world: 1 }"),
            "error at `1`: expected a value, found `1`"
        );
        assert_eq!(
            parsed("{ world: true }"),
            "error at `true`: expected a string, found a boolean"
        );
        assert_eq!(
            parsed("{ world }"),
            "error at `world`: `world` needs a value: `world: …`"
        );
        assert_eq!(
            parsed("{ world: \"a\", world: \"b\" }"),
            "error at `world`: `world` is given twice"
        );
        assert_eq!(
            parsed("{ world: \"a\" path: \"b\" }"),
            "error at `path`: expected `,`, found `path`"
        );
        assert_eq!(
            parsed("{ \"world\": \"a\" }"),
            "error at `\"world\"`: expected the name of an option, found `\"world\"`"
        );
        assert_eq!(
            parsed("\"a\" on \"b\""),
            "error at `on`: nothing more is expected here"
        );
        assert_eq!(
            parsed("in wit"),
            "error at `wit`: expected a string, found `wit`"
        );
        assert_eq!(parsed("{ with: { \"a\" } }"), "error at `}`: expected `:`");
        assert_eq!(parsed("{ x: A<B }"), "error at `<`: this `<` is not closed");
        assert_eq!(
            parsed("world: \"a\""),
            "error at `world`: expected a world's name, `in \"path\"`, or `{ key: value, … }`, found `world`"
        );
    }

    #[cfg(feature = "macro-string")]
    #[test]
    fn macros_for_strings() {
        assert_eq!(
            parsed("concat!(\"a\", 1, 'b', true, concat!())"),
            "world: a1btrue\n"
        );
        assert_eq!(
            parsed("env!(\"CARGO_PKG_NAME\")"),
            "world: witc-bindgen-macro\n"
        );
        assert_eq!(parsed("{ world: stringify!(a) }"), "world: a\n");
        assert_eq!(
            parsed("env!(\"NO_SUCH_VARIABLE\")"),
            "error at `\"NO_SUCH_VARIABLE\"`: the environment variable `NO_SUCH_VARIABLE` is not set"
        );
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let call = parse(
            format!("{{ inline: include_str!({file:?}) }}")
                .parse()
                .unwrap(),
            Span::call_site(),
        );
        let call = call.unwrap();
        assert!(
            call.inline
                .unwrap()
                .text
                .value
                .contains("witc-bindgen-macro")
        );
        assert_eq!(call.inputs.files, [std::path::PathBuf::from(file)]);
    }

    #[cfg(not(feature = "macro-string"))]
    #[test]
    fn macros_for_strings_need_a_feature() {
        assert_eq!(
            parsed("concat!(\"a\")"),
            "error at `concat`: `concat!` needs the feature `macro-string`; without it, write a string literal"
        );
    }
}
