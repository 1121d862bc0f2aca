//! Names in C: the prefix of every module of a world, and names that are unique in the program.

use crate::c::options::Options;
use crate::shared::keywords::global_scope;
use crate::shared::names::{ascii_snake, needs_start, version_part};
use heck::{ToShoutySnakeCase, ToSnakeCase};
use std::collections::HashSet;
use witc_bindgen_core::{Module, ModuleId, Modules, NameScope};
use witc_resolve::{Direction, Function, InterfaceId, Resolve, WorldKey};

/// The prefixes of all names.
pub(crate) struct Prefixes {
    /// That of the world, and of what is shared between interfaces.
    pub(crate) world: String,
    /// That of the functions that the world exports.
    pub(crate) world_exports: String,
    modules: Vec<String>,
}

impl Prefixes {
    /// Gives every module of a world a prefix of its own.
    pub(crate) fn new(modules: &Modules<'_>, options: &Options) -> Self {
        let world = identifier(
            options
                .rename_world
                .as_deref()
                .unwrap_or(&modules.world.name),
        );
        // The world's own prefix is not taken: names that fall together are told apart one by one.
        let mut taken = HashSet::new();
        let of_module = |module: &Module<'_>| {
            let Some((key, _)) = module.interface else {
                return world.clone();
            };
            let name = module_prefix(modules.resolve, key, module.direction, options);
            free_prefix(name, module.direction, &mut taken)
        };
        let prefixes = modules
            .iter()
            .map(|(_, module)| module)
            .map(of_module)
            .collect();
        Self {
            world_exports: format!("exports_{world}"),
            modules: prefixes,
            world,
        }
    }

    /// The prefix of a module.
    pub(crate) fn of(&self, module: ModuleId) -> &str {
        &self.modules[module.index()]
    }

    /// The world's name as a macro has it.
    pub(crate) fn shouty_world(&self) -> String {
        self.world.to_shouty_snake_case()
    }
}

/// A prefix that no other module has. Two ids may look the same, `a:b-c/d` and `a-b:c/d`, or an import and an export may
/// have the same plain name.
fn free_prefix(name: String, direction: Direction, taken: &mut HashSet<String>) -> String {
    let exported = match direction {
        Direction::Import => None,
        Direction::Export => Some(format!("exports_{name}")),
    };
    for candidate in [name.clone()].into_iter().chain(exported) {
        if taken.insert(candidate.clone()) {
            return candidate;
        }
    }
    // The unnumbered name counts as the first.
    let mut count = 2;
    loop {
        let candidate = format!("{name}{count}");
        if taken.insert(candidate.clone()) {
            return candidate;
        }
        count += 1;
    }
}

/// A name as an identifier that keywords do not matter for, since something comes before or after it.
pub(crate) fn identifier(name: &str) -> String {
    let snake = ascii_snake(name);
    if needs_start(&snake) {
        format!("w{snake}")
    } else {
        snake
    }
}

fn module_prefix(
    resolve: &Resolve,
    key: &WorldKey,
    direction: Direction,
    options: &Options,
) -> String {
    // An interface that is exported under its own id may be imported as well; a plain name is one thing alone.
    let exports = match (key, direction) {
        (WorldKey::Interface(_), Direction::Export) => "exports_",
        (WorldKey::Interface(_), Direction::Import) | (WorldKey::Name(_), _) => "",
    };
    let name = resolve.extern_name(key);
    // Of several names for the same interface the last counts, as for other options.
    let mut renames = options.rename.0.iter().rev();
    if let Some((_, to)) = renames.find(|(from, _)| *from == name) {
        return format!("{exports}{}", c_identifier(to));
    }
    match key {
        WorldKey::Name(name) => name.to_snake_case(),
        WorldKey::Interface(id) => format!("{exports}{}", interface_prefix(resolve, *id)),
    }
}

/// `ns_pkg_iface`, with the version before the interface where the package is there in several.
fn interface_prefix(resolve: &Resolve, id: InterfaceId) -> String {
    let interface = &resolve.interfaces[id];
    let name = interface.word().to_snake_case();
    let Some(package) = interface.package else {
        return name;
    };
    let version = version_part(resolve, package).map(|version| version + "_");
    let package = &resolve.packages[package].name;
    format!(
        "{}_{}_{}{name}",
        package.namespace.to_snake_case(),
        package.name.to_snake_case(),
        version.unwrap_or_default()
    )
}

/// A name that the user chose, with what an identifier can't have replaced.
fn c_identifier(name: &str) -> String {
    // Not in snake case: users who choose a name get it as they wrote it.
    let name: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    }
}

/// Names that are visible in the whole program, and macros: each is given out once.
pub(crate) struct Symbols(NameScope);

impl Symbols {
    /// Everything but the names that come with C, and those of the parts that are the same in every world.
    pub(crate) fn new(fixed: impl IntoIterator<Item = String>) -> Self {
        let mut scope = global_scope();
        for name in fixed {
            scope.reserve(name);
        }
        Self(scope)
    }

    /// The name, or one that resembles it if it is taken.
    pub(crate) fn take(&mut self, name: String) -> String {
        self.0.take(name)
    }

    /// A name for a type, given without the `_t` at its end: that stays at the end if the name has to be changed. What is
    /// returned has no `_t` either.
    pub(crate) fn take_type(&mut self, base: &str) -> String {
        self.0.take_before(base, "_t")
    }
}

/// The name of a function after the prefix: `f`, `constructor_r`, `method_r_f`, `static_r_f`, `method_get_r_x`.
pub(crate) fn function_stem(function: &Function) -> String {
    function.name.to_snake_case().replace('.', "_")
}
