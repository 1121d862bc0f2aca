//! What things are called in C: the prefix of every module of a world, and names that are unique in the program.

use crate::c::Options;
use crate::c::helpers::Helper;
use crate::shared::keywords::global_scope;
use heck::{ToShoutySnakeCase, ToSnakeCase};
use std::collections::HashSet;
use witc_bindgen_core::{Module, ModuleId, Modules, Scope};
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
        // An interface may be called like the world; single names tell them apart then.
        let mut taken = HashSet::new();
        let of_module = |module: &Module<'_>| {
            let Some((key, _)) = module.interface else {
                return world.clone();
            };
            let name = module_prefix(modules.resolve, key, module.direction, options);
            // Two ids may look the same, `a:b-c/d` and `a-b:c/d`, or an import and an export have the same plain name.
            let exported = format!("exports_{name}");
            let others = (2..).map(|count| format!("{name}{count}"));
            let mut candidates = [name.clone(), exported].into_iter().chain(others);
            let is_import = module.direction == Direction::Import;
            let fits = |candidate: &String| {
                !(is_import && candidate.starts_with("exports_") && *candidate != name)
            };
            candidates
                .find(|candidate| fits(candidate) && taken.insert(candidate.clone()))
                .unwrap_or(name)
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

/// A name as an identifier that keywords do not matter for, since something stands before or behind it.
pub(crate) fn identifier(name: &str) -> String {
    let ascii = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let snake = name.chars().map(ascii).collect::<String>().to_snake_case();
    if snake.starts_with(|c: char| c.is_ascii_digit()) || snake.is_empty() {
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
    let exported = matches!(key, WorldKey::Interface(_)) && direction == Direction::Export;
    let exports = if exported { "exports_" } else { "" };
    let name = resolve.extern_name(key);
    if let Some((_, to)) = options
        .rename
        .0
        .iter()
        .rev()
        .find(|(from, _)| *from == name)
    {
        return format!("{exports}{}", c_identifier(to));
    }
    match key {
        WorldKey::Name(name) => name.to_snake_case(),
        WorldKey::Interface(id) => format!("{exports}{}", interface_prefix(resolve, *id)),
    }
}

/// `ns_pkg_iface`, with the version only where the package is there in several.
fn interface_prefix(resolve: &Resolve, id: InterfaceId) -> String {
    let interface = &resolve.interfaces[id];
    let name = interface
        .name
        .as_deref()
        .unwrap_or("interface")
        .to_snake_case();
    let Some(package) = interface.package.map(|id| &resolve.packages[id].name) else {
        return name;
    };
    let others = resolve.packages.iter().map(|(_, other)| &other.name);
    let mut same = others
        .filter(|other| (&other.namespace, &other.name) == (&package.namespace, &package.name));
    let several = same.any(|other| other.version != package.version);
    let version = package.version.as_ref().filter(|_| several);
    let version = version.map(|version| version.to_string().replace(['.', '-', '+'], "_") + "_");
    let (namespace, package) = (
        package.namespace.to_snake_case(),
        package.name.to_snake_case(),
    );
    format!(
        "{namespace}_{package}_{}{name}",
        version.unwrap_or_default()
    )
}

/// A name that the user chose, with what an identifier can't have replaced.
fn c_identifier(name: &str) -> String {
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
pub(crate) struct Symbols(Scope);

impl Symbols {
    /// Everything but the names that come with C, and those of the parts that are the same in every world.
    pub(crate) fn new(fixed: impl IntoIterator<Item = String>) -> Self {
        let mut scope = global_scope();
        Helper::ALL
            .into_iter()
            .for_each(|helper| scope.reserve(helper.name()));
        fixed.into_iter().for_each(|name| scope.reserve(name));
        Self(scope)
    }

    /// The name, or one that resembles it if it is taken.
    pub(crate) fn take(&mut self, name: String) -> String {
        self.0.take(name)
    }

    /// A name that ends in `_t`, and still does if it had to be changed.
    pub(crate) fn take_type(&mut self, stem: &str) -> String {
        let mut stem = stem.to_owned();
        while self.0.has(&format!("{stem}_t")) {
            stem.push('_');
        }
        self.take(format!("{stem}_t"))
    }
}

/// The name of a function behind the prefix: `f`, `constructor_r`, `method_r_f`, `static_r_f`, `method_get_r_x`.
pub(crate) fn function_stem(function: &Function) -> String {
    function.name.to_snake_case().replace('.', "_")
}
