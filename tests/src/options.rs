//! Options of back ends, as a test writes them: the words of a command line.

use witc_bindgen_core::{Backend, OptionKind, OptionSpec, OptionValue, Options as _};

/// The options of a back end that these words give: `--flag`, `--flag=value`, `--flag value`, or a letter for the flag.
///
/// # Panics
///
/// If the back end has no such option, or not of this kind.
#[must_use]
pub fn parse_options<B: Backend>(words: &[&str]) -> B::Options {
    let mut options = B::Options::default();
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (word, None),
        };
        let spec = find::<B>(name).unwrap_or_else(|| panic!("{} has no {name}", B::NAME));
        let text = match (value, spec.kind) {
            (Some(value), _) => value,
            (None, OptionKind::Flag) => "true",
            (None, _) => words
                .next()
                .unwrap_or_else(|| panic!("{name} has no value")),
        };
        options
            .set(spec.flag, value_of(spec, text))
            .unwrap_or_else(|error| panic!("{word}: {error}"));
    }
    options
}

fn find<B: Backend>(name: &str) -> Option<&'static OptionSpec> {
    let is_letter = |letter: char| name.strip_prefix('-') == Some(letter.to_string().as_str());
    B::OPTIONS.iter().find(|spec| {
        name.strip_prefix("--") == Some(spec.flag) || spec.short.is_some_and(is_letter)
    })
}

fn value_of(spec: &OptionSpec, text: &str) -> OptionValue {
    let pair = |text: &str| {
        let (name, value) = text.split_once('=').expect("is a name and a value");
        (name.to_owned(), value.to_owned())
    };
    match spec.kind {
        OptionKind::Flag => OptionValue::Flag(text == "true"),
        OptionKind::Text | OptionKind::Choice(_) => OptionValue::Text(text.to_owned()),
        OptionKind::Texts | OptionKind::Paths => OptionValue::Texts(vec![text.to_owned()]),
        OptionKind::Filters => OptionValue::Texts(text.split(',').map(str::to_owned).collect()),
        OptionKind::Pairs => OptionValue::Pairs(text.split(',').map(pair).collect()),
        OptionKind::Attributes => OptionValue::Pairs(vec![pair(text)]),
    }
}
