//! Single edits of a sketch.

use crate::Dice;
use crate::sketch::{Sketch, SketchFunction, SketchType, SketchWorld};

/// An edit, with the position of the interface that it is in or about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The world says that it imports an interface, or no longer says so.
    Import(usize),
    /// The same of an export.
    Export(usize),
    /// A function that the world imports comes.
    ImportFunctionAdded(String),
    /// A function that the world exports goes.
    ExportFunctionRemoved(String),
    /// A function of an interface comes.
    FunctionAdded(usize, String),
    /// A function of an interface goes.
    FunctionRemoved(usize, String),
    /// A function has one more parameter.
    ParameterAdded(usize, String),
    /// A type comes.
    TypeAdded(usize, String),
    /// A type is used that was not, of this name.
    UseAdded(usize, String),
}

impl Sketch {
    /// Another version of the package, and the edit that made it.
    #[must_use]
    pub fn edited(&self, dice: &mut Dice) -> (Self, Edit) {
        loop {
            let mut edited = self.clone();
            if let Some(edit) = edited.edit(dice) {
                return (edited, edit);
            }
        }
    }

    /// Makes an edit; nothing if there is nothing to edit of the kind that the dice say.
    fn edit(&mut self, dice: &mut Dice) -> Option<Edit> {
        let at = dice.below(self.interfaces.len());
        // Half of the edits are in the world, where resources change sides.
        let kind = dice.below(14);
        Some(match kind {
            0..2 => toggle(dice, &mut self.world.imports, at, Edit::Import),
            2..7 => toggle(dice, &mut self.world.exports, at, Edit::Export),
            7 | 8 => return self.world.edit_functions(dice, kind == 7),
            _ => return self.edit_interface(dice, at, kind),
        })
    }

    fn edit_interface(&mut self, dice: &mut Dice, at: usize, kind: usize) -> Option<Edit> {
        let used = match kind {
            9 if at > 0 => {
                let from = dice.below(at);
                Some(self.random_use(dice, from, &self.interfaces[at].uses)?)
            }
            9 => return None,
            _ => None,
        };
        let interface = &mut self.interfaces[at];
        let last = interface.functions.len().checked_sub(1)?;
        Some(match kind {
            10 => {
                let new_name = format!("{}-g{}", interface.name, last + 1);
                let params = interface.visible().into_iter().take(1).collect();
                let function = SketchFunction {
                    name: new_name.clone(),
                    params,
                };
                interface.functions.push(function);
                Edit::FunctionAdded(at, new_name)
            }
            11 => {
                let name = interface.functions[last].name.clone();
                let is_only_user = name.starts_with(&format!("{}-f", interface.name));
                // Stand-ins for components leave out types that are in no function, and interfaces without any.
                if last == 0 || is_only_user {
                    return None;
                }
                interface.functions.pop();
                Edit::FunctionRemoved(at, name)
            }
            12 => {
                interface.functions[last].params.push("u8".to_owned());
                Edit::ParameterAdded(at, interface.functions[last].name.clone())
            }
            13 => {
                let new_name = format!("{}-t{}", interface.name, interface.types.len());
                interface.types.push((new_name.clone(), SketchType::Plain));
                Edit::TypeAdded(at, new_name)
            }
            _ => {
                let used = used?;
                let name = used.name.clone();
                interface.uses.push(used);
                Edit::UseAdded(at, name)
            }
        })
    }
}

impl SketchWorld {
    fn edit_functions(&mut self, dice: &mut Dice, import: bool) -> Option<Edit> {
        if import {
            let name = format!("g{}", self.import_functions.len());
            let function = SketchFunction {
                name: name.clone(),
                params: self.uses.iter().map(|used| used.name.clone()).collect(),
            };
            self.import_functions.push(function);
            return Some(Edit::ImportFunctionAdded(name));
        }
        if self.export_functions.is_empty() {
            return None;
        }
        let index = dice.below(self.export_functions.len());
        let gone = self.export_functions.remove(index);
        Some(Edit::ExportFunctionRemoved(gone.name))
    }
}

/// Adds an interface to a list, at any place, or removes it.
fn toggle(dice: &mut Dice, list: &mut Vec<usize>, at: usize, edit: fn(usize) -> Edit) -> Edit {
    match list.iter().position(|&other| other == at) {
        Some(index) => drop(list.remove(index)),
        None => list.insert(dice.below(list.len() + 1), at),
    }
    edit(at)
}
