//! The forms of a call: `generate!()`, `generate!("world")`, `generate!(in "path")`, `generate!("world" in "path")` and
//! `generate!({ key: value, … })`.

use crate::keys::OWN_KEYS;
use crate::settings;
use crate::strings::{Inputs, Spanned, at_string, string};
use crate::unexpected::{comma_separated, expect_end, unexpected};
use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Error, Result, Token, braced, bracketed, token};
use witc_bindgen_rust::Options;

/// A call, parsed.
#[derive(Debug)]
pub(crate) struct Call {
    /// The whole call: where an error points that no argument is to blame for.
    pub(crate) span: Span,
    /// The world's name; by default the only world is taken.
    pub(crate) world: Option<Spanned<String>>,
    /// Where the WIT is; by default the folder `wit`.
    pub(crate) paths: Option<Vec<Spanned<String>>>,
    /// WIT text in the call itself; the paths then hold its dependencies.
    pub(crate) inline: Option<Inline>,
    /// Features whose `@unstable` items are wanted.
    pub(crate) features: Vec<Spanned<String>>,
    /// Whether the generated code goes through a file that people can read.
    pub(crate) debug: bool,
    /// The generator's options.
    pub(crate) options: Options,
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

/// Parses what stands between the parentheses of `generate!(…)`.
pub(crate) fn parse(tokens: TokenStream, span: Span) -> Result<Call> {
    let mut call = Call {
        span,
        world: None,
        paths: None,
        inline: None,
        features: Vec::new(),
        debug: false,
        options: Options::default(),
        inputs: Inputs::default(),
    };
    let arguments = |input: ParseStream<'_>| call.arguments(input);
    arguments.parse2(tokens)?;
    Ok(call)
}

impl Call {
    fn arguments(&mut self, input: ParseStream<'_>) -> Result<()> {
        if input.peek(token::Brace) {
            let options;
            braced!(options in input);
            comma_separated(&options, |input| self.option(input))?;
        } else {
            if at_string(input) {
                self.world = Some(string(input, &mut self.inputs)?);
            }
            if input.parse::<Option<Token![in]>>()?.is_some() {
                self.paths = Some(vec![string(input, &mut self.inputs)?]);
            } else if self.world.is_none() && !input.is_empty() {
                let forms = "a world's name, `in \"path\"`, or `{ key: value, … }`";
                return Err(unexpected(input, forms));
            }
            // A trailing comma, as in any call.
            input.parse::<Option<Token![,]>>()?;
        }
        expect_end(input)
    }

    /// `key: value` or `key`.
    fn option(&mut self, input: ParseStream<'_>) -> Result<()> {
        if !input.peek(Ident::peek_any) {
            return Err(unexpected(input, "the name of an option"));
        }
        // Any word, since `async` is the name of an option.
        let key = input.call(Ident::parse_any)?;
        let has_value = input.parse::<Option<Token![:]>>()?.is_some();
        match key.to_string().as_str() {
            "debug" if !has_value => self.debug = true,
            "debug" => self.debug = settings::flag(input)?,
            name if OWN_KEYS.contains(&name) && !has_value => {
                let message = format!("`{name}` needs a value: `{name}: …`");
                return Err(Error::new(key.span(), message));
            }
            "world" => {
                let world = string(input, &mut self.inputs)?;
                // Of two worlds one would silently not be generated.
                once(&mut self.world, &key, world)?;
            }
            "inline" => {
                let text = string(input, &mut self.inputs)?;
                let inline = Inline {
                    text,
                    key: key.span(),
                };
                once(&mut self.inline, &key, inline)?;
            }
            "path" => {
                let paths = self.strings(input)?;
                once(&mut self.paths, &key, paths)?;
            }
            "features" => {
                let features = self.strings(input)?;
                // Features add up, as `--features` given twice do.
                self.features.extend(features);
            }
            _ => settings::set(
                &mut self.options,
                &key,
                has_value.then_some(input),
                &mut self.inputs,
            )?,
        }
        Ok(())
    }

    /// A string, or a list of them.
    fn strings(&mut self, input: ParseStream<'_>) -> Result<Vec<Spanned<String>>> {
        if input.peek(token::Bracket) {
            let items;
            bracketed!(items in input);
            return comma_separated(&items, |input| string(input, &mut self.inputs));
        }
        if !at_string(input) {
            return Err(unexpected(input, "a string or a list of strings"));
        }
        Ok(vec![string(input, &mut self.inputs)?])
    }
}

fn once<T>(slot: &mut Option<T>, key: &Ident, value: T) -> Result<()> {
    if slot.is_some() {
        return Err(Error::new(key.span(), format!("`{key}` is given twice")));
    }
    *slot = Some(value);
    Ok(())
}
