//! `with`: interfaces and types that are not generated, but found at a Rust path.

use crate::options::Options;
use std::collections::HashMap;
use witc_diagnostics::{Diagnostic, Span, nearest};
use witc_resolve::{Direction, InterfaceId, Resolve, TypeId, TypeOwner, WorldId, WorldItem};

/// The interfaces and types that are remapped. Only imports are: a world's exports are always its own.
#[derive(Debug, Default)]
pub(crate) struct Remaps {
    /// Paths of modules, in the order of the options; interfaces refer to them by position.
    pub(crate) modules: Vec<String>,
    interfaces: HashMap<InterfaceId, usize>,
    types: HashMap<TypeId, String>,
}

/// The meaning of a key of `with`.
enum Target {
    Interface(InterfaceId),
    Type(TypeId),
}

impl Remaps {
    /// Reads `with` and `generate_all`; says what is missing and what is of no use.
    pub(crate) fn new(
        resolve: &Resolve,
        world: WorldId,
        options: &Options,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let names = names(resolve, world);
        let mut this = Self::default();
        let mut generated = Vec::new();
        for (key, path) in &options.with.0 {
            // All keys are read, to report all mistakes at once.
            let found = match find(&names, key) {
                Ok(found) => found,
                Err(diagnostic) => {
                    diagnostics.push(*diagnostic);
                    continue;
                }
            };
            for target in found {
                match target {
                    Target::Interface(id) if path == "generate" => generated.push(*id),
                    // Types are generated with their interface, so that there is nothing to do.
                    Target::Type(_) if path == "generate" => {}
                    Target::Interface(id) => {
                        // Several interfaces may be in one module, which is then imported once.
                        let index = this.modules.iter().position(|module| module == path);
                        let index = index.unwrap_or_else(|| {
                            this.modules.push(path.clone());
                            this.modules.len() - 1
                        });
                        this.interfaces.insert(*id, index);
                    }
                    Target::Type(id) => {
                        this.types.insert(*id, path.clone());
                    }
                }
            }
        }
        if !options.generate_all {
            this.missing(resolve, world, &generated, diagnostics);
        }
        this
    }

    /// The number of the module that stands for an imported interface.
    pub(crate) fn interface(&self, id: InterfaceId) -> Option<usize> {
        self.interfaces.get(&id).copied()
    }

    /// The name at the root of a module of another crate. rustc's errors show it where the module lacks something, so that
    /// it says which option gave the path, and the path.
    pub(crate) fn module_name(&self, index: usize) -> String {
        let word = |path: &str| {
            let path = path.replace("::", "_");
            let plain = path.chars().filter(|c| c.is_alphanumeric() || *c == '_');
            plain.collect::<String>().trim_matches('_').to_owned()
        };
        let own = word(&self.modules[index]);
        // Of paths that differ in what a name cannot have, the later ones get a number.
        let mut before = self.modules[..index].iter();
        if before.any(|other| word(other) == own) {
            format!("_with_{own}_{index}")
        } else {
            format!("_with_{own}")
        }
    }

    /// The path that stands for a type, which is the definition itself.
    pub(crate) fn ty(&self, id: TypeId) -> Option<&str> {
        self.types.get(&id).map(String::as_str)
    }

    /// Imports of other packages are generated only if somebody says so: they may exist elsewhere already.
    fn missing(
        &self,
        resolve: &Resolve,
        world: WorldId,
        generated: &[InterfaceId],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let package = resolve.worlds[world].package;
        for (key, interface) in resolve.world_interfaces(world, Direction::Import) {
            let id = interface.id;
            let known = self.interfaces.contains_key(&id) || generated.contains(&id);
            // What the world's own package has, or the world itself, is generated in any case.
            if known || resolve.interfaces[id].package == package || key.name().is_some() {
                continue;
            }
            let name = resolve.extern_name(key);
            diagnostics.push(
                Diagnostic::error(
                    witc_bindgen_core::codes::MISSING_WITH,
                    format!("the bindings of `{name}` are neither generated nor found elsewhere"),
                    interface.span,
                )
                .label("imported here, from another package")
                .note(format!(
                    "to generate them here: `--generate-all`, or `--with {name}=generate`; in `generate!`, `generate_all` or \
                     `with: {{ \"{name}\": generate }}`"
                ))
                .note(format!(
                    "to use those of another crate: `--with {name}=path::to::them`; in `generate!`, \
                     `with: {{ \"{name}\": path::to::them }}`"
                )),
            );
        }
    }
}

/// Everything that `with` can name, by full name.
fn names(resolve: &Resolve, world: WorldId) -> Vec<(String, Target)> {
    let mut names = Vec::new();
    for (_, key, item) in resolve.externs(world) {
        match item {
            WorldItem::Interface(interface) => {
                names.push((resolve.extern_name(key), Target::Interface(interface.id)));
                let types = resolve.interfaces[interface.id].types.values();
                names.extend(
                    types.map(|&id| (type_name(resolve, id), Target::Type(resolve.definition(id)))),
                );
            }
            WorldItem::Type(id) => {
                names.push((
                    type_name(resolve, *id),
                    Target::Type(resolve.definition(*id)),
                ));
            }
            WorldItem::Function(_) => {}
        }
    }
    names
}

/// The full name of a type, by its definition: `ns:pkg/iface@version/type`, `world/type`, or the name alone.
pub(crate) fn type_name(resolve: &Resolve, id: TypeId) -> String {
    let id = resolve.definition(id);
    let name = resolve.types[id].name_or_empty();
    let owner = match resolve.types[id].owner {
        TypeOwner::World(world) => Some(resolve.worlds[world].name.to_string()),
        TypeOwner::Interface(interface) => resolve.interface_id(interface),
        TypeOwner::None => None,
    };
    owner.map_or_else(|| name.to_owned(), |owner| format!("{owner}/{name}"))
}

/// Whether two keys are the same but for a version that the first one lacks.
pub(crate) fn same_but_for_version(key: &str, name: &str) -> bool {
    let Some((start, rest)) = name.split_once('@') else {
        return false;
    };
    let end = rest.find('/').map_or("", |slash| &rest[slash..]);
    key.strip_prefix(start) == Some(end)
}

fn find<'a>(names: &'a [(String, Target)], key: &str) -> Result<Vec<&'a Target>, Box<Diagnostic>> {
    let exact: Vec<_> = names
        .iter()
        .filter(|(name, _)| name == key)
        .map(|(_, target)| target)
        .collect();
    if !exact.is_empty() {
        return Ok(exact);
    }
    // A key without a version is enough where there is only one, as with wit-bindgen.
    let close: Vec<_> = names
        .iter()
        .filter(|(name, _)| same_but_for_version(key, name))
        .collect();
    let mut versions: Vec<_> = close.iter().map(|(name, _)| name.as_str()).collect();
    versions.sort();
    // A type is found once for each interface that uses it.
    versions.dedup();
    if versions.len() == 1 {
        return Ok(close.into_iter().map(|(_, target)| target).collect());
    }
    let diagnostic = if versions.is_empty() {
        let diagnostic = Diagnostic::error(
            witc_bindgen_core::codes::UNUSED_WITH,
            format!("`with` names `{key}`, which this world does not have"),
            Span::NONE,
        );
        let meant = nearest(key, names.iter().map(|(name, _)| name.as_str()));
        match meant {
            Some(meant) => diagnostic.note(format!("did you mean `{meant}`?")),
            None => diagnostic,
        }
        .note("a key is the full name of an interface, or of a type in one: `ns:pkg/iface@1.0.0/type`")
    } else {
        let list = versions
            .iter()
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ");
        Diagnostic::error(
            witc_bindgen_core::codes::UNUSED_WITH,
            format!("`with` names `{key}`, of which there are several versions"),
            Span::NONE,
        )
        .note(format!("say which one is meant: {list}"))
    };
    Err(Box::new(diagnostic))
}

#[cfg(test)]
mod tests {
    use super::same_but_for_version;

    #[test]
    fn keys_may_lack_the_version() {
        assert!(same_but_for_version("a:b/c", "a:b/c@1.0.0"));
        assert!(same_but_for_version("a:b/c/t", "a:b/c@1.0.0/t"));
        assert!(!same_but_for_version("a:b/c/t", "a:b/c@1.0.0"));
        assert!(!same_but_for_version("a:b/c", "a:b/c@1.0.0/t"));
        assert!(!same_but_for_version("a:b/ct", "a:b/c@1.0.0/t"));
        assert!(!same_but_for_version("a:b/c", "a:b/c"));
    }
}
