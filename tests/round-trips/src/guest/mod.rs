//! The guests of a world, in each language: their functions call the import of their own name with what they get, and
//! give back what it gives. They are written against what the bindings declare, as a person would write them.

mod c;
mod cpp;
mod rust;

use crate::model::Place;
use witc_bindgen_c::{C, COptions, Cpp, CppOptions};
use witc_bindgen_core::{Backend, Files, Input, Output};
use witc_bindgen_rust::Rust;
use witc_canonical_abi::{Facts, Plans};
use witc_resolve::{
    Direction, Function, FunctionKind, Loaded, Loader, Type, TypeOwner, WorldId, select_world,
};

/// What a guest is written in.
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

/// A world that was read, and what is looked up in it.
pub struct Source {
    loaded: Loaded,
    world: WorldId,
    plans: Plans,
}

impl Source {
    /// Reads the only world of a text.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn new(wit: &str) -> Result<Self, String> {
        let loaded = Loader::new().text("trip.wit", wit).load();
        if loaded.has_errors() {
            return Err(format!("the WIT has errors: {:#?}", loaded.diagnostics));
        }
        let world = select_world(&loaded.resolve, &loaded.main, None)
            .map_err(|error| format!("{error:?}"))?;
        let plans = Plans::new(&loaded.resolve);
        Ok(Self {
            loaded,
            world,
            plans,
        })
    }

    /// The bindings for a language, and the guest's own source, by file name.
    ///
    /// # Errors
    ///
    /// Why there are none.
    pub fn guest(&self, language: Language) -> Result<Files, String> {
        let input = Input {
            resolve: &self.loaded.resolve,
            world: self.world,
        };
        let Output {
            mut files,
            diagnostics,
        } = match language {
            Language::Rust => Rust::generate(input, &Default::default()),
            Language::C => C::generate(input, &COptions::default()),
            Language::Cpp => Cpp::generate(input, &CppOptions::default()),
        };
        if files.is_empty() {
            return Err(format!("no bindings: {diagnostics:#?}"));
        }
        let text = |name: &str| {
            files
                .get(name)
                .and_then(|text| std::str::from_utf8(text).ok())
                .unwrap_or_default()
        };
        let (name, source) = match language {
            Language::Rust => ("guest.rs", rust::source(self)),
            Language::C => ("guest.c", c::source(self, text("trip.h"))?),
            Language::Cpp => ("guest.cpp", cpp::source(self, text("trip_cpp.h"))?),
        };
        if language == Language::Cpp && self.has_things() {
            // In place of the header that the back end writes for the user to complete.
            files.add(cpp::ITEM.0, cpp::ITEM.1);
        }
        files.add(name, source);
        Ok(files)
    }

    /// The functions that give back what they get, and where each is.
    fn functions(&self) -> impl Iterator<Item = (&Function, Place)> {
        let resolve = &self.loaded.resolve;
        let interfaces = resolve.world_interfaces(self.world, Direction::Export);
        let of_interfaces = interfaces.flat_map(|(_, interface)| {
            let things = resolve.interfaces[interface.id].name.as_deref() == Some("things");
            let place = if things { Place::Things } else { Place::Echo };
            resolve
                .functions_of(interface.id)
                .map(move |function| (function, place))
        });
        let of_interfaces =
            // The functions of the guest's resource are written by hand for all worlds.
            of_interfaces.filter(|(function, _)| function.kind == FunctionKind::Freestanding);
        let of_world = resolve.world_functions(self.world, Direction::Export);
        let of_world = of_world.filter(|(_, function)| function.name != "live");
        of_interfaces.chain(of_world.map(|(_, function)| (function, Place::World)))
    }

    /// Whether the guest has a resource of its own.
    fn has_things(&self) -> bool {
        self.functions().any(|(_, place)| place == Place::Things)
    }

    fn facts(&self, ty: Type) -> Facts {
        self.plans[self.plans.of(ty)].facts
    }

    /// Whether a named type is one of the interface with the functions, which is there twice.
    fn is_local(&self, owner: TypeOwner) -> bool {
        match owner {
            TypeOwner::Interface(id) => {
                self.loaded.resolve.interfaces[id].name.as_deref() == Some("echo")
            }
            _ => false,
        }
    }
}
