//! The guests of a world, in each language: their functions call the import of their own name with what they get, and
//! give back what it gives. They are written against what the bindings declare, as a person would write them.

mod c;
mod c_concurrent;
mod concurrent;
mod conversions;
mod cpp;
mod role;
mod rust;
mod source;

pub use role::Role;
pub use source::Source;
use witc_bindgen_c::{C, COptions, Cpp, CppOptions};
use witc_bindgen_core::{Backend, Files, Input, Output};
use witc_bindgen_rust::Rust;
use witc_resolve::WorldId;

/// The language that a guest is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Rust.
    Rust,
    /// C.
    C,
    /// C++.
    Cpp,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Rust, Self::C, Self::Cpp];

    /// The name, as the command line has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::C => "c",
            Self::Cpp => "cpp",
        }
    }
}

/// The bindings for a language, and the guest's own source, by file name.
///
/// # Errors
///
/// Why there are none.
pub fn files(source: &Source, language: Language) -> Result<Files, String> {
    let input = Input {
        resolve: &source.loaded.resolve,
        world: source.world,
    };
    let Output {
        mut files,
        diagnostics,
    } = match language {
        Language::Rust => Rust::generate(input, &Default::default()),
        Language::C => C::generate(input, &COptions::default()),
        Language::Cpp => Cpp::generate(input, &CppOptions::default()),
    };
    // Warnings may come with bindings, and are fine.
    if files.is_empty() {
        return Err(format!("no bindings: {diagnostics:#?}"));
    }
    let text = |name: &str| {
        files
            .get(name)
            .and_then(|text| std::str::from_utf8(text).ok())
            .ok_or_else(|| format!("the back end wrote no `{name}`"))
    };
    let (name, own) = match language {
        Language::Rust => ("guest.rs", rust::source(source)),
        Language::C => ("guest.c", c::source(source, text("trip.h")?)?),
        Language::Cpp => ("guest.cpp", cpp::source(source, text("trip_cpp.h")?)?),
    };
    if language == Language::Cpp && source.has_things() {
        // In place of the header that the back end writes for the user to complete.
        files.add(cpp::ITEM.0, cpp::ITEM.1);
    }
    files.add(name, own);
    Ok(files)
}

/// The bindings and the source of a guest of a world with asynchronous functions: in C or Rust that which is tested, in Rust the
/// others.
///
/// # Errors
///
/// Why there are none.
pub fn files_of_role(source: &Source, role: Role, language: Language) -> Result<Files, String> {
    if role == Role::Trip && language == Language::C {
        let mut files = bindings::<C>(source, source.world)?;
        let header = files
            .get("trip.h")
            .and_then(|text| std::str::from_utf8(text).ok())
            .ok_or("the back end wrote no `trip.h`")?;
        let own = c_concurrent::source(source, header)?;
        files.add("guest.c", own);
        return Ok(files);
    }
    let world = source
        .world_named(role.name())
        .ok_or_else(|| format!("there is no world `{}`", role.name()))?;
    let mut files = bindings::<Rust>(source, world)?;
    files.add("guest.rs", concurrent::source(source, role));
    for (name, text) in SHARED {
        files.add(name, text);
    }
    Ok(files)
}

fn bindings<B: Backend>(source: &Source, world: WorldId) -> Result<Files, String> {
    let resolve = &source.loaded.resolve;
    let output = B::generate(Input { resolve, world }, &B::Options::default());
    if output.files.is_empty() {
        return Err(format!("no bindings: {:#?}", output.diagnostics));
    }
    Ok(output.files)
}

/// What all guests with streams and futures have.
const SHARED: [(&str, &str); 3] = [
    ("turn.rs", include_str!("../../guest/turn.rs")),
    ("streams.rs", include_str!("../../guest/streams.rs")),
    ("futures.rs", include_str!("../../guest/futures.rs")),
];
