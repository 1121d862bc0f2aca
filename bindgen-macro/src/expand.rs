//! From a call to the tokens that it expands to.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Error, Result};
use witc_bindgen_core::{Backend, Input, Output};
use witc_bindgen_rust::CRATE_PLACEHOLDER;
use witc_diagnostics::Diagnostic;
use witc_diagnostics::render;
use witc_resolve::{WorldId, select_world};

use crate::call::Call;
use crate::sources::{self, Sources};
use crate::{debug, output};

/// Loads the WIT, generates Rust for the world and turns it into tokens.
pub(crate) fn expand(call: &Call, runtime: &TokenTree) -> Result<TokenStream> {
    let sources = sources::load(call);
    // What is generated from WIT with errors would only add errors of rustc to them.
    check(&sources, &sources.loaded.diagnostics, sources.whole())?;
    let world = select(call, &sources)?;

    let resolve = &sources.loaded.resolve;
    let input = Input { resolve, world };
    // The runtime is in the crate whose macro was called, whatever the user's manifest calls it.
    let generated = generate(call, input, CRATE_PLACEHOLDER);
    check(&sources, &generated.diagnostics, call.span)?;
    let mut tokens = match in_file(call, input)? {
        Some(tokens) => tokens,
        None => {
            let mut stand_ins = call.inputs.crates.clone();
            stand_ins.push((CRATE_PLACEHOLDER.to_owned(), runtime.clone()));
            output::tokens(&text(&generated), &stand_ins, call.span)?
        }
    };
    for warning in generated
        .diagnostics
        .iter()
        .filter(|diagnostic| !diagnostic.is_error())
    {
        tokens.extend(output::warning(call.span, &message(&sources, warning)));
    }
    // Cargo does not know which files a macro reads.
    tokens.extend(output::tracking(sources.files(), &call.inputs));
    Ok(tokens)
}

/// Generates code for a runtime in this crate, unless the call says where it is.
fn generate(call: &Call, input: Input<'_>, runtime_crate: &str) -> Output {
    let mut options = call.options.clone();
    options
        .runtime_path
        .get_or_insert_with(|| format!("{runtime_crate}::rt"));
    witc_bindgen_rust::Rust::generate(input, &options)
}

fn text(generated: &Output) -> String {
    let files = generated.files.iter();
    files
        .map(|(_, contents)| String::from_utf8_lossy(contents))
        .collect()
}

/// Tokens that include the code from a file, if that is wanted and can be.
fn in_file(call: &Call, input: Input<'_>) -> Result<Option<TokenStream>> {
    if !(call.debug || debug::is_wanted()) || !call.inputs.crates.is_empty() {
        return Ok(None);
    }
    let runtime_crate = debug::runtime_crate();
    // Generated anew, as it has the runtime's crate by a name.
    let code = generate(call, input, runtime_crate.as_deref().unwrap_or("::witc"));
    let world = &input.resolve.worlds[input.world].name;
    let included =
        debug::include(&text(&code), world).map_err(|message| Error::new(call.span, message))?;
    Ok(included.filter(|_| runtime_crate.is_some()))
}

/// The world that the call names, or the only one.
fn select(call: &Call, sources: &Sources) -> Result<WorldId> {
    let name = call.world.as_ref().map(|world| world.value.as_str());
    let span = call
        .world
        .as_ref()
        .map_or(sources.whole(), |world| world.span);
    let loaded = &sources.loaded;
    select_world(&loaded.resolve, &loaded.main, name)
        .map_err(|diagnostic| Error::new(span, message(sources, &diagnostic)))
}

/// Fails with the errors among diagnostics, each at the argument that it comes from.
fn check(sources: &Sources, diagnostics: &[Diagnostic], otherwise: Span) -> Result<()> {
    let files = &sources.loaded.resolve.sources;
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .map(|diagnostic| {
            let file = files.locate(diagnostic.primary.span);
            let span = file.map_or(otherwise, |(file, _)| {
                sources.argument(files.file(file).name())
            });
            Error::new(span, message(sources, diagnostic))
        });
    // All errors in one run of the compiler, as the command line shows them.
    let all = errors.reduce(|mut all, error| {
        all.combine(error);
        all
    });
    all.map_or(Ok(()), Err)
}

/// What to write if there is no folder `wit`.
const NO_DEFAULT: &str = "\n = `generate!` reads the folder `wit` beside `Cargo.toml`; name another folder or file with \
     `generate!(in \"path\")` or `path: \"path\"`";

/// A diagnostic as text, with file, line and excerpt; the compiler writes `error: ` itself.
fn message(sources: &Sources, diagnostic: &Diagnostic) -> String {
    let text = render::without_severity(diagnostic, &sources.loaded.resolve.sources);
    let mut text = text.trim_end().to_owned();
    if sources.no_default && diagnostic.primary.span.is_none() {
        text.push_str(NO_DEFAULT);
    }
    text
}
