//! One world in one language, from WIT to values that are back.

use crate::build::Tools;
use crate::guest::{self, Language, Role, Source};
use crate::{concurrent, host};
use witc_random::Dice;
use witc_tests::plugged;

/// How far a world came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// There are no bindings, or they, or the guest, do not compile, or do not make a component.
    Build,
    /// The guest traps, leaks, or changes a value.
    Run,
}

/// A world that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// How far it came.
    pub stage: Stage,
    /// The message of the compiler, the host, or the comparison.
    pub message: String,
}

impl Failure {
    /// A text that tells it from other failures: the first thing that is said to be wrong, without numbers.
    #[must_use]
    pub fn kind(&self) -> String {
        let mut lines = self.message.lines();
        let first = lines.clone().next().unwrap_or_default();
        let line = lines
            .find(|line| line.contains("error") || line.contains("message:"))
            .unwrap_or(first);
        let words = line
            .chars()
            // Numbers of lines, types and fields change when a world becomes smaller.
            .filter(|c| !c.is_ascii_digit())
            .take(60)
            .collect::<String>();
        // What a value was is no matter.
        let end = words.find(['[', '(', '`']).unwrap_or(words.len());
        format!("{:?} {}", self.stage, &words[..end])
    }
}

/// Builds the guest of a world in a language, in a folder of this name.
///
/// # Errors
///
/// That it does not build.
pub fn built(tools: &Tools, wit: &str, language: Language, name: &str) -> Result<Vec<u8>, Failure> {
    let files = Source::new(wit).and_then(|source| guest::files(&source, language));
    files
        .and_then(|files| tools.build(&files, language, name))
        .map_err(|message| Failure {
            stage: Stage::Build,
            message,
        })
}

/// Calls every function of a guest with rows of values.
///
/// # Errors
///
/// A value that changed, a leak, a trap.
pub fn drive(component: &[u8], seed: u64, rows: usize) -> Result<usize, Failure> {
    let failed = |message| Failure {
        stage: Stage::Run,
        message,
    };
    let mut trip = host::Trip::new(component).map_err(|error| failed(format!("{error:?}")))?;
    trip.run(&mut Dice::new(seed), rows).map_err(failed)?;
    Ok(trip.functions())
}

/// The same for a world with asynchronous functions, whose guest that is tested is in each of these languages in turn, C or Rust:
/// each function is called with so many rows of values by itself, and with some more while all others are called.
///
/// # Errors
///
/// The first failure, and the language of that guest.
pub fn drive_concurrent(
    tools: &Tools,
    wit: &str,
    languages: &[Language],
    name: &str,
    seed: u64,
    rows: usize,
) -> Result<usize, (Language, Failure)> {
    let failed = |language, stage| move |message| (language, Failure { stage, message });
    let in_build = failed(Language::Rust, Stage::Build);
    let source = Source::new(wit).map_err(in_build)?;
    let built = |role: Role, language| {
        let in_role = |message| format!("{}: {message}", role.name());
        guest::files_of_role(&source, role, language)
            .and_then(|files| match role {
                Role::Trip => tools.build(&files, language, name),
                Role::Front | Role::Back => tools.build_in_a_hurry(&files, name),
            })
            .map_err(in_role)
    };
    let [front, back] = [Role::Front, Role::Back].map(|role| built(role, Language::Rust));
    let (front, back) = (front.map_err(in_build)?, back.map_err(in_build)?);
    let mut functions = 0;
    for &language in languages {
        let guest = built(Role::Trip, language).map_err(failed(language, Stage::Build))?;
        let whole = together(&[&front, &guest, &back]).map_err(|failure| (language, failure))?;
        let trip = concurrent::Trip::new(&whole, &source.passing());
        let in_run = failed(language, Stage::Run);
        let mut trip = trip.map_err(|error| in_run(format!("{error:?}")))?;
        trip.run(&mut Dice::new(seed), rows).map_err(in_run)?;
        functions += trip.functions();
    }
    Ok(functions)
}

/// Both, for a world in one language.
///
/// # Errors
///
/// The first failure.
pub fn drive_world(
    tools: &Tools,
    wit: &str,
    language: Language,
    name: &str,
    seed: u64,
    rows: usize,
) -> Result<usize, Failure> {
    // Worlds that are kept from earlier runs do not say what they are.
    if Source::new(wit).is_ok_and(|source| source.is_concurrent()) {
        let outcome = drive_concurrent(tools, wit, &[language], name, seed, rows);
        return outcome.map_err(|(_, failure)| failure);
    }
    drive(&built(tools, wit, language, name)?, seed, rows)
}

/// A component in which the functions that the first guest imports are those that the second one exports, and so on;
/// the last one's are the host's.
///
/// # Errors
///
/// That they do not fit.
pub fn together(guests: &[&[u8]]) -> Result<Vec<u8>, Failure> {
    let Some((last, others)) = guests.split_last() else {
        return Ok(Vec::new());
    };
    let mut whole = last.to_vec();
    // From the inside out: each guest is given all those after it as one component.
    for guest in others.iter().rev() {
        let plugged = plugged(&[("outer", guest), ("inner", &whole)]);
        whole = plugged
            .map_err(|message| Failure {
                stage: Stage::Build,
                message,
            })?
            .component;
    }
    Ok(whole)
}
