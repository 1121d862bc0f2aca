//! The options of a back end as arguments of the command line, made from the table that declares them.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, error::ErrorKind};
use witc_bindgen_core::{OptionKind, OptionSpec, OptionValue, Options};

/// The options of a back end, as clap reads them.
#[derive(Clone, Debug, Default)]
pub(crate) struct GeneratorArgs<O>(pub(crate) O);

impl<O: Options + Clone> Args for GeneratorArgs<O> {
    fn augment_args(command: Command) -> Command {
        O::TABLE.iter().fold(
            command.next_help_heading("Generated code"),
            |command, spec| command.arg(arg(spec)),
        )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<O: Options + Clone> FromArgMatches for GeneratorArgs<O> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        // Only what the command line has is set, so that the defaults of a back end are declared in
        // its table alone.
        let mut options = O::default();
        for spec in O::TABLE {
            if let Some(value) = value(spec, matches) {
                let wrong = |error| {
                    clap::Error::raw(
                        ErrorKind::InvalidValue,
                        format!("--{}: {error}\n", spec.flag),
                    )
                };
                options.set(spec.flag, value).map_err(wrong)?;
            }
        }
        Ok(Self(options))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn arg(spec: &OptionSpec) -> Arg {
    let help = spec.help();
    // `-h` shows one line for each option: the first paragraph, without its full stop.
    let short = help.split("\n\n").next().unwrap_or_default();
    let arg = Arg::new(spec.flag)
        .long(spec.flag)
        .help(short.trim_end_matches('.').to_owned())
        .long_help(help);
    let arg = match spec.short {
        Some(letter) => arg.short(letter),
        None => arg,
    };
    let arg = if spec.value_name.is_empty() {
        arg
    } else {
        arg.value_name(spec.value_name)
    };
    match spec.kind {
        OptionKind::Flag => {
            let arg = arg
                .action(ArgAction::Set)
                .num_args(0..=1)
                // Without `=`, the word after a flag would be taken for its value: `--stubs wit`.
                .require_equals(true)
                .value_name("BOOL");
            arg.value_parser(clap::value_parser!(bool))
                .default_missing_value("true")
                .hide_possible_values(true)
        }
        OptionKind::Text => arg.action(ArgAction::Set),
        OptionKind::Choice(choices) => {
            let names = choices.iter().map(|(name, _)| *name);
            arg.action(ArgAction::Set)
                .value_parser(PossibleValuesParser::new(names))
        }
        // Attributes and types have commas of their own; pairs and filters do not, so a comma may
        // separate those.
        OptionKind::Texts | OptionKind::Paths => arg.action(ArgAction::Append),
        OptionKind::Filters => arg.action(ArgAction::Append).value_delimiter(','),
        // Read by clap, whose errors then show the usage of the command that the option is of.
        OptionKind::Attributes => arg
            .action(ArgAction::Append)
            .value_parser(pair_of(spec.value_name)),
        OptionKind::Pairs => arg
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(pair_of(spec.value_name)),
    }
}

/// The value of an option, if the command line has it.
fn value(spec: &OptionSpec, matches: &ArgMatches) -> Option<OptionValue> {
    let texts = || {
        matches
            .get_many::<String>(spec.flag)
            .map(|texts| texts.cloned().collect::<Vec<_>>())
    };
    match spec.kind {
        OptionKind::Flag => matches
            .get_one::<bool>(spec.flag)
            .copied()
            .map(OptionValue::Flag),
        OptionKind::Text | OptionKind::Choice(_) => matches
            .get_one::<String>(spec.flag)
            .cloned()
            .map(OptionValue::Text),
        OptionKind::Texts | OptionKind::Paths | OptionKind::Filters => {
            texts().map(OptionValue::Texts)
        }
        OptionKind::Pairs | OptionKind::Attributes => {
            let pairs = matches.get_many::<(String, String)>(spec.flag);
            pairs.map(|pairs| OptionValue::Pairs(pairs.cloned().collect()))
        }
    }
}

/// Reads a name and what stands for it.
fn pair_of(
    form: &'static str,
) -> impl Fn(&str) -> Result<(String, String), String> + Clone + Send + Sync + 'static {
    move |text| {
        // At the first `=`: a name in WIT has none, but an attribute of Rust may.
        let (name, value) = text
            .split_once('=')
            .ok_or_else(|| format!("expected {form}, found `{text}`"))?;
        Ok((name.trim().to_owned(), value.trim().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;
    use witc_bindgen_rust::Ownership;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        generator: GeneratorArgs<witc_bindgen_rust::Options>,
    }

    fn parse(line: &str) -> Result<witc_bindgen_rust::Options, clap::Error> {
        let words = std::iter::once("witc").chain(line.split_whitespace());
        Line::try_parse_from(words).map(|line| line.generator.0)
    }

    /// The command lines that users of wit-bindgen have in their scripts.
    #[test]
    fn every_kind_of_option_is_read() {
        let options = parse(
            "--stubs --generate-all=false --ownership borrowing -d Hash -d serde::Serialize --with a:b/c=x::y,d:e/f=generate \
             --additional-type-attributes a:b/c/t=cfg(feature=\"x\",all()) --async=-all,import:a:b/c#d --runtime-path rt",
        )
        .expect("is a command line of wit-bindgen");
        assert!(options.stubs && !options.generate_all);
        assert_eq!(options.ownership, Ownership::Borrowing);
        assert_eq!(options.additional_derives.0, ["Hash", "serde::Serialize"]);
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            options.with.0,
            [pair("a:b/c", "x::y"), pair("d:e/f", "generate")]
        );
        assert_eq!(
            options.additional_type_attributes.0,
            [pair("a:b/c/t", "cfg(feature=\"x\",all())")]
        );
        assert_eq!(options.runtime_path.as_deref(), Some("rt"));
    }

    #[test]
    fn a_pair_needs_both_sides() {
        let error = parse("--with a:b/c").expect_err("has no value");
        assert!(
            error
                .to_string()
                .contains("expected NAME=PATH, found `a:b/c`"),
            "{error}"
        );
    }

    #[test]
    fn a_flag_takes_no_word_after_it() {
        assert!(parse("--stubs true").is_err());
    }
}
