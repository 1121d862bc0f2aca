//! The guests of a world, in each language: their functions call the import of their own name with what they get, and
//! give back what it gives. They are written against what the bindings declare, as a person would write them.

mod c;
mod cpp;
mod rust;
mod source;

pub use source::Source;
use witc_bindgen_c::{C, COptions, Cpp, CppOptions};
use witc_bindgen_core::{Backend, Files, Input, Output};
use witc_bindgen_rust::Rust;

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
