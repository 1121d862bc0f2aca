//! Small packages as data: interfaces that use each other's types, resources among them, and a world that imports and
//! exports some. Tests that compare two versions know from the data what an edit changes.

use crate::Dice;
use std::fmt::Write as _;

/// A package of interfaces and one world, `w`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The interfaces; each uses only earlier ones.
    pub interfaces: Vec<SketchInterface>,
    /// The world.
    pub world: SketchWorld,
}

/// An interface of a sketch. Names of types are unique in the whole package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SketchInterface {
    /// Its name.
    pub name: String,
    /// The types that it uses from earlier interfaces.
    pub uses: Vec<SketchUse>,
    /// Its own types, by name.
    pub types: Vec<(String, SketchType)>,
    /// Its functions.
    pub functions: Vec<SketchFunction>,
}

/// A type that is used from an interface, which may have it by a `use` of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SketchUse {
    /// The position of the interface.
    pub from: usize,
    /// The name of the type.
    pub name: String,
}

/// A type of a sketch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SketchType {
    /// A resource.
    Resource,
    /// A record with a field of the type of this name.
    Record(String),
    /// `u8` under another name.
    Plain,
}

/// A function of a sketch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SketchFunction {
    /// Its name.
    pub name: String,
    /// The types of its parameters.
    pub params: Vec<String>,
}

/// The world of a sketch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SketchWorld {
    /// The interfaces that it says it imports, by position.
    pub imports: Vec<usize>,
    /// The interfaces that it says it exports.
    pub exports: Vec<usize>,
    /// Its own uses of types.
    pub uses: Vec<SketchUse>,
    /// The functions that it imports.
    pub import_functions: Vec<SketchFunction>,
    /// The functions that it exports.
    pub export_functions: Vec<SketchFunction>,
}

impl Sketch {
    /// A package of three to five interfaces.
    #[must_use]
    pub fn random(dice: &mut Dice) -> Self {
        let mut sketch = Self::default();
        for name in ["a", "b", "c", "d", "e"].iter().take(dice.between(3, 5)) {
            let interface = sketch.random_interface(dice, name);
            sketch.interfaces.push(interface);
        }
        sketch.world = sketch.random_world(dice);
        sketch
    }

    fn random_interface(&self, dice: &mut Dice, name: &str) -> SketchInterface {
        let mut interface = SketchInterface {
            name: name.to_owned(),
            ..SketchInterface::default()
        };
        for from in 0..self.interfaces.len() {
            // Every second pair has a use: worlds of longer chains are where the sides of resources differ.
            if dice.percent(50) {
                interface
                    .uses
                    .extend(self.random_use(dice, from, &interface.uses));
            }
        }
        let mut own = |word: &str, ty| interface.types.push((format!("{name}-{word}"), ty));
        if dice.percent(65) {
            own("resource", SketchType::Resource);
        }
        if dice.percent(30) {
            own("plain", SketchType::Plain);
        }
        let visible = interface.visible();
        if dice.percent(40) && !visible.is_empty() {
            let field = SketchType::Record(dice.choose(&visible).clone());
            interface.types.push((format!("{name}-record"), field));
        }
        // Each own type is in a function: what no function mentions, stand-ins for components leave out.
        for (index, (ty, _)) in interface.types.iter().enumerate() {
            interface.functions.push(SketchFunction {
                name: format!("{name}-f{index}"),
                params: vec![ty.clone()],
            });
        }
        let visible = interface.visible();
        let count = if visible.is_empty() { 0 } else { dice.below(3) };
        interface.functions.push(SketchFunction {
            name: format!("{name}-more"),
            params: (0..count).map(|_| dice.choose(&visible).clone()).collect(),
        });
        interface
    }

    /// A type of an interface that is not used yet.
    pub(crate) fn random_use(
        &self,
        dice: &mut Dice,
        from: usize,
        known: &[SketchUse],
    ) -> Option<SketchUse> {
        let mut names = self.interfaces[from].visible();
        names.retain(|name| known.iter().all(|other| other.name != *name));
        if names.is_empty() {
            return None;
        }
        let name = dice.choose(&names).clone();
        Some(SketchUse { from, name })
    }

    /// A world of the interfaces.
    #[must_use]
    pub fn random_world(&self, dice: &mut Dice) -> SketchWorld {
        let mut world = SketchWorld::default();
        for interface in 0..self.interfaces.len() {
            if dice.percent(25) {
                world.imports.push(interface);
            }
            if dice.percent(50) {
                world.exports.push(interface);
            }
        }
        dice.shuffle(&mut world.imports);
        dice.shuffle(&mut world.exports);
        if dice.percent(25) {
            let from = dice.below(self.interfaces.len());
            world.uses.extend(self.random_use(dice, from, &[]));
        }
        for number in 0..dice.below(3) {
            let function = SketchFunction {
                name: format!("f{number}"),
                params: world.uses.iter().map(|used| used.name.clone()).collect(),
            };
            match dice.percent(50) {
                true => world.import_functions.push(function),
                false => world.export_functions.push(function),
            }
        }
        world
    }

    /// The package as WIT.
    #[must_use]
    pub fn text(&self, version: &str) -> String {
        let mut out = format!("package my:p@{version};\n");
        for interface in &self.interfaces {
            let _ = writeln!(out, "interface {} {{", interface.name);
            self.write_uses(&mut out, &interface.uses);
            for (name, ty) in &interface.types {
                let _ = match ty {
                    SketchType::Resource => writeln!(out, "  resource {name} {{ constructor(); }}"),
                    SketchType::Record(field) => {
                        writeln!(out, "  record {name} {{ field: {field} }}")
                    }
                    SketchType::Plain => writeln!(out, "  type {name} = u8;"),
                };
            }
            for function in &interface.functions {
                let _ = writeln!(out, "  {};", function.text());
            }
            out.push_str("}\n");
        }
        out.push_str("world w {\n");
        self.write_uses(&mut out, &self.world.uses);
        let world = &self.world;
        for (verb, interfaces, functions) in [
            ("import", &world.imports, &world.import_functions),
            ("export", &world.exports, &world.export_functions),
        ] {
            for &interface in interfaces {
                let _ = writeln!(out, "  {verb} {};", self.interfaces[interface].name);
            }
            for function in functions {
                let _ = writeln!(out, "  {verb} {};", function.text());
            }
        }
        out.push_str("}\n");
        out
    }

    fn write_uses(&self, out: &mut String, uses: &[SketchUse]) {
        for used in uses {
            let from = &self.interfaces[used.from].name;
            let _ = writeln!(out, "  use {from}.{{{}}};", used.name);
        }
    }
}

impl SketchInterface {
    /// The names of all types that it has.
    #[must_use]
    pub fn visible(&self) -> Vec<String> {
        let used = self.uses.iter().map(|used| &used.name);
        used.chain(self.types.iter().map(|(name, _)| name))
            .cloned()
            .collect()
    }
}

impl SketchFunction {
    fn text(&self) -> String {
        let params = self.params.iter().enumerate();
        let params: Vec<_> = params
            .map(|(index, ty)| format!("p{index}: {ty}"))
            .collect();
        format!("{}: func({})", self.name, params.join(", "))
    }
}
