//! Packages: their names, files, interfaces and worlds, and those that they depend on.

use crate::items;
use crate::names::{self, Gate, Taken};
use crate::scope::{InterfaceInfo, Scope, Visible, WorldInfo};
use crate::tree::{Node, Tree, tokens};
use crate::world;
use crate::{Dice, Kinds};

/// A package that was generated.
#[derive(Clone, Debug, Default)]
pub(crate) struct PackageInfo {
    /// `namespace : name`
    name: String,
    version: Option<String>,
    pub(crate) interfaces: Vec<InterfaceInfo>,
    pub(crate) worlds: Vec<WorldInfo>,
}

impl PackageInfo {
    /// The whole path of something in the package.
    fn path(&self, dice: &mut Dice, name: &str) -> String {
        let name = names::written(dice, name);
        match &self.version {
            Some(version) => format!("{} / {name} @{version}", self.name),
            None => format!("{} / {name}", self.name),
        }
    }

    fn declaration(&self) -> Vec<String> {
        match &self.version {
            Some(version) => tokens(&format!("package {} @{version}", self.name)),
            None => tokens(&format!("package {}", self.name)),
        }
    }
}

/// The packages that were generated, and what they may have.
pub(crate) struct Made {
    packages: Vec<PackageInfo>,
    kinds: Kinds,
}

/// A file while it is written.
#[derive(Default)]
struct File {
    uses: Vec<Node>,
    nodes: Vec<Node>,
    /// The names of top-level `use`: the name, the package, the interface in it. Nothing stands for the package itself.
    aliases: Vec<(String, Option<usize>, usize)>,
    /// The same for worlds of the package; those of others can't be renamed.
    world_aliases: Vec<(String, usize)>,
}

/// A package and what it depends on: the package in files at the top, the others under `deps`. The same numbers give the
/// same packages.
#[must_use]
pub fn generate(dice: &mut Dice, kinds: Kinds) -> Tree {
    let mut tree = Tree::default();
    let mut made = Made {
        packages: Vec::new(),
        kinds,
    };
    for number in 0..dice.below(4) {
        let name = format!("dep-{number}");
        if dice.percent(40) {
            let nodes = package(dice, &mut made, 1).pop().unwrap_or_default();
            tree.files.insert(format!("deps/{name}.wit"), nodes);
        } else {
            let count = dice.between(1, 3);
            for (file, nodes) in package(dice, &mut made, count).into_iter().enumerate() {
                tree.files.insert(format!("deps/{name}/{file}.wit"), nodes);
            }
        }
    }
    let count = dice.between(1, 3);
    for (file, nodes) in package(dice, &mut made, count).into_iter().enumerate() {
        tree.files.insert(format!("{file}.wit"), nodes);
    }
    tree
}

const VERSIONS: &[&str] = &[
    "0.1.0",
    "0.2.0",
    "0.2.1",
    "1.0.0",
    "1.2.3",
    "2.0.0-rc.1",
    "1.0.0+build.5",
    "0.0.1",
];

/// A name that no package has.
fn package_name(dice: &mut Dice, made: &[PackageInfo]) -> PackageInfo {
    loop {
        let earlier =
            // A name again, with another version: several versions of a package are where readers go wrong.
            (!made.is_empty() && dice.percent(25)).then(|| dice.choose(made).name.clone());
        let name = earlier.unwrap_or_else(|| {
            let mut part = |word| {
                let name = names::fresh(dice, &mut Taken::new());
                // The name of a package may not begin with an upper-case word.
                if name.starts_with(|first: char| first.is_ascii_uppercase()) {
                    word
                } else {
                    names::written(dice, &name)
                }
            };
            let namespace = part("test".to_owned());
            format!("{namespace} : {}", part("sample".to_owned()))
        });
        let version = dice
            .percent(60)
            .then(|| (*dice.choose(VERSIONS)).to_owned());
        // A `%` is no part of a name.
        let plain = name.replace('%', "");
        if made
            .iter()
            .all(|other| other.name.replace('%', "") != plain || other.version != version)
        {
            return PackageInfo {
                name,
                version,
                ..PackageInfo::default()
            };
        }
    }
}

/// The files of a package, which is added to `made` after those that are nested in it.
fn package(dice: &mut Dice, made: &mut Made, files: usize) -> Vec<Vec<Node>> {
    let mut nested = Vec::new();
    while dice.percent(15) {
        let mut contents = package_files(dice, made, 1);
        let file = contents.pop().unwrap_or_default();
        let head = made
            .packages
            .last()
            .map(PackageInfo::declaration)
            .unwrap_or_default();
        nested.push(Node {
            comments: names::comments(dice),
            ..Node::block(head, join(file))
        });
    }
    let mut contents = package_files(dice, made, files);
    for node in nested {
        let at = dice.below(contents.len());
        contents[at].nodes.push(node);
    }
    let declaration = made
        .packages
        .last()
        .map(PackageInfo::declaration)
        .unwrap_or_default();
    let declared = dice.below(files);
    // In one file at most: the documentation of a package has one place.
    let mut documented = dice.percent(30);
    contents
        .into_iter()
        .enumerate()
        .map(|(index, file)| {
            let mut nodes = Vec::new();
            // One file has to say which package it is; others may.
            if index == declared || dice.percent(40) {
                let mut node = Node::line(declaration.clone(), ";");
                if std::mem::take(&mut documented) {
                    node.comments = vec!["/// What the package is for.".to_owned()];
                }
                nodes.push(node);
            }
            nodes.extend(join(file));
            nodes
        })
        .collect()
}

fn join(file: File) -> Vec<Node> {
    file.uses.into_iter().chain(file.nodes).collect()
}

fn package_files(dice: &mut Dice, made: &mut Made, count: usize) -> Vec<File> {
    let mut info = package_name(dice, &made.packages);
    let mut taken = Taken::new();
    let mut files: Vec<File> = (0..count).map(|_| File::default()).collect();
    for file in &mut files {
        top_uses(dice, &made.packages, &mut taken, file);
    }
    for _ in 0..dice.between(1, 4) {
        let at = dice.below(count);
        interface(dice, made, &mut info, &mut taken, &mut files[at]);
    }
    for _ in 0..dice.below(4) {
        let at = dice.below(count);
        world(dice, made, &mut info, &mut taken, &mut files[at]);
    }
    for file in &mut files {
        if dice.percent(50) {
            dice.shuffle(&mut file.nodes);
        }
    }
    made.packages.push(info);
    files
}

/// Names for interfaces of other packages.
fn top_uses(dice: &mut Dice, made: &[PackageInfo], taken: &mut Taken, file: &mut File) {
    for (package, other) in made.iter().enumerate() {
        for (index, interface) in other.interfaces.iter().enumerate() {
            // An interface that does not exist cannot be named.
            if interface.gate.is_inactive() || !dice.percent(12) {
                continue;
            }
            let mut head = tokens(&format!("use {}", other.path(dice, &interface.name)));
            let is_new = taken.insert(names::key(&interface.name));
            let mut alias = interface.name.clone();
            if !is_new || dice.percent(40) {
                alias = names::fresh(dice, taken);
                head.extend(["as".to_owned(), names::written(dice, &alias)]);
            }
            file.uses.push(Node::line(head, ";"));
            file.aliases.push((alias, Some(package), index));
        }
    }
}

/// A new name for an interface or world.
fn top_use(dice: &mut Dice, path: &str, taken: &mut Taken, file: &mut File) -> String {
    let alias = names::fresh(dice, taken);
    let mut head = tokens(&format!("use {path}"));
    head.extend(["as".to_owned(), names::written(dice, &alias)]);
    file.uses.push(Node {
        comments: names::comments(dice),
        ..Node::line(head, ";")
    });
    alias
}

/// The interfaces and worlds that a file can refer to.
fn visible<'m>(
    dice: &mut Dice,
    made: &'m [PackageInfo],
    own: &'m PackageInfo,
    file: &File,
) -> Vec<Visible<'m>> {
    let mut all = Vec::new();
    for interface in &own.interfaces {
        // A package may name its own interfaces by their whole path.
        let path = if dice.percent(1) {
            own.path(dice, &interface.name)
        } else {
            names::written(dice, &interface.name)
        };
        all.push(Visible {
            path,
            interface,
            foreign: false,
        });
    }
    for package in made {
        for interface in &package.interfaces {
            all.push(Visible {
                path: package.path(dice, &interface.name),
                interface,
                foreign: true,
            });
        }
    }
    for (alias, package, index) in &file.aliases {
        let interface = &package.map_or(own, |package| &made[package]).interfaces[*index];
        all.push(Visible {
            path: names::written(dice, alias),
            interface,
            foreign: package.is_some(),
        });
    }
    all
}

fn interface(
    dice: &mut Dice,
    made: &Made,
    own: &mut PackageInfo,
    taken: &mut Taken,
    file: &mut File,
) {
    let name = names::fresh(dice, taken);
    let gate = Gate::random(dice, own.version.is_some(), Gate::None);
    let mut scope = Scope {
        gate,
        outer: gate,
        version: own.version.clone(),
        kinds: made.kinds,
        ..Scope::default()
    };
    let others = visible(dice, &made.packages, own, file);
    let items = items::interface_items(&mut scope, dice, &others);
    let head = tokens(&format!("interface {}", names::written(dice, &name)));
    let attributes = gate.attributes(dice, own.version.as_deref());
    file.nodes.push(Node {
        attributes,
        comments: names::comments(dice),
        ..Node::block(head, items)
    });
    if !gate.is_inactive() && dice.percent(8) {
        let path = names::written(dice, &name);
        let alias = top_use(dice, &path, taken, file);
        file.aliases.push((alias, None, own.interfaces.len()));
    }
    // Known from now on: later interfaces may use it, earlier ones may not, so that there are no circles.
    own.interfaces.push(InterfaceInfo {
        name,
        gate,
        types: scope.types,
    });
}

fn world(dice: &mut Dice, made: &Made, own: &mut PackageInfo, taken: &mut Taken, file: &mut File) {
    let name = names::fresh(dice, taken);
    let gate = Gate::random(dice, own.version.is_some(), Gate::None);
    let scope = Scope {
        in_world: true,
        gate,
        outer: gate,
        version: own.version.clone(),
        kinds: made.kinds,
        ..Scope::default()
    };
    let interfaces = visible(dice, &made.packages, own, file);
    let mut worlds: Vec<(String, &WorldInfo)> = Vec::new();
    for world in &own.worlds {
        worlds.push((names::written(dice, &world.name), world));
    }
    for package in &made.packages {
        for world in &package.worlds {
            worlds.push((package.path(dice, &world.name), world));
        }
    }
    for (alias, index) in &file.world_aliases {
        worlds.push((names::written(dice, alias), &own.worlds[*index]));
    }
    let (items, plain, types) = world::items(scope, dice, &interfaces, &worlds);
    let head = tokens(&format!("world {}", names::written(dice, &name)));
    let attributes = gate.attributes(dice, own.version.as_deref());
    file.nodes.push(Node {
        attributes,
        comments: names::comments(dice),
        ..Node::block(head, items)
    });
    if !gate.is_inactive() && dice.percent(8) {
        let path = names::written(dice, &name);
        let alias = top_use(dice, &path, taken, file);
        file.world_aliases.push((alias, own.worlds.len()));
    }
    own.worlds.push(WorldInfo {
        name,
        gate,
        plain,
        types,
    });
}
