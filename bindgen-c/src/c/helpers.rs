//! The types and functions that the source file has for itself: asked for where they are used, written once.

use crate::c::code::Code;
use crate::c::names::Symbols;
use crate::c::runtime::Helper;
use crate::c::types::TypeRef;
use crate::shared::spelling::core_type;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::CoreType;

/// What the names of structs of flat values begin with.
pub(crate) const FLAT: &str = "witc_flat_";

/// The purpose of a function that belongs to a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// Makes flat values of a value.
    Lower,
    /// Makes a value of flat values.
    Lift,
    /// Gives up a value, or a part of it.
    Dispose(Disposal),
}

/// The ways of giving up a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Disposal {
    /// Frees its memory and drops its owned handles.
    Free,
    /// Frees its memory, and leaves its handles alone: they have moved.
    Release,
    /// Drops the borrowed handles in it.
    DropBorrows,
}

/// A struct of flat values.
struct FlatStruct {
    name: String,
    types: Vec<CoreType>,
}

/// Everything that was asked for.
#[derive(Default)]
pub(crate) struct Helpers {
    used: BTreeSet<Helper>,
    /// Structs of flat values, by a letter for each type: the order in which they are written.
    flat: BTreeMap<Vec<char>, FlatStruct>,
    /// The functions of types, each after those that it calls.
    functions: Vec<IndentedText>,
    names: HashMap<(Role, TypeRef), String>,
}

impl Helpers {
    /// A call of a runtime function.
    pub(crate) fn call(&mut self, helper: Helper, argument: &str) -> String {
        self.used.insert(helper);
        format!("{}({argument})", helper.name())
    }

    /// The name of a runtime type.
    pub(crate) fn name(&mut self, helper: Helper) -> &'static str {
        self.used.insert(helper);
        helper.name()
    }

    /// The struct that holds flat values of these types, with members `s0`, `s1` and so on.
    pub(crate) fn flat(&mut self, types: &[CoreType], symbols: &mut Symbols) -> String {
        // One struct for each sequence of types: functions of different types share it.
        let letters: Vec<char> = types.iter().copied().map(letter).collect();
        let new = |letters: &Vec<char>| FlatStruct {
            name: symbols.take(format!("{FLAT}{}", String::from_iter(letters))),
            types: types.to_vec(),
        };
        let flat = self.flat.entry(letters).or_insert_with_key(new);
        flat.name.clone()
    }

    /// The function for a type, if it was asked for before.
    pub(crate) fn known(&self, role: Role, ty: TypeRef) -> Option<String> {
        self.names.get(&(role, ty)).cloned()
    }

    /// Adds the function for a type: its name, its head, and what it does. Those that it calls have been added.
    pub(crate) fn add(&mut self, role: Role, ty: TypeRef, name: String, head: &str, body: &Code) {
        let mut text = IndentedText::new();
        text.block(head, "", |source| body.write(source));
        // Pushed when it is complete, after those that its body has asked for: C wants a function before its calls.
        self.functions.push(text);
        self.names.insert((role, ty), name);
    }

    /// Writes everything that was asked for, each after what it needs.
    pub(crate) fn write(self, source: &mut IndentedText) {
        for helper in self.used {
            source.gap();
            source.lines(helper.source());
        }
        // Structs before functions, which return them.
        for FlatStruct { name, types } in self.flat.into_values() {
            let members = types.iter().enumerate();
            let members = members.map(|(index, &ty)| slot(index, ty) + "; ");
            source.gap();
            source.lines(format!(
                "typedef struct {{ {}}} {name};",
                members.collect::<String>()
            ));
        }
        for function in self.functions {
            source.gap();
            source.append(&function);
        }
    }
}

/// The declaration of the slot of this number.
pub(crate) fn slot(index: usize, ty: CoreType) -> String {
    core_type(ty).declare(&format!("s{index}"))
}

fn letter(ty: CoreType) -> char {
    match ty {
        CoreType::I32 => 'i',
        CoreType::I64 => 'l',
        CoreType::F32 => 'f',
        CoreType::F64 => 'd',
        CoreType::Pointer => 'p',
        CoreType::Length => 'n',
        CoreType::PointerOrI64 => 'q',
    }
}
