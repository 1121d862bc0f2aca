//! What the source file needs besides the functions of the world: asked for where it is used, written once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use witc_canonical_abi::CoreType;

use crate::c::core::{core_type, declare};
use crate::c::names::Symbols;
use crate::c::types::TypeRef;

/// A function of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Helper {
    F32Bits,
    F32FromBits,
    F64Bits,
    F64FromBits,
    Rep,
}

impl Helper {
    pub(crate) const ALL: [Self; 5] = [
        Self::F32Bits,
        Self::F32FromBits,
        Self::F64Bits,
        Self::F64FromBits,
        Self::Rep,
    ];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::F32Bits => "witc_f32_bits",
            Self::F32FromBits => "witc_f32_from_bits",
            Self::F64Bits => "witc_f64_bits",
            Self::F64FromBits => "witc_f64_from_bits",
            Self::Rep => "witc_rep_t",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::F32Bits => include_str!("../runtime/c/f32_bits.c"),
            Self::F32FromBits => include_str!("../runtime/c/f32_from_bits.c"),
            Self::F64Bits => include_str!("../runtime/c/f64_bits.c"),
            Self::F64FromBits => include_str!("../runtime/c/f64_from_bits.c"),
            Self::Rep => include_str!("../runtime/c/rep.h"),
        }
    }
}

/// What a function that belongs to a type does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// Makes flat values of a value.
    Lower,
    /// Makes a value of flat values.
    Lift,
    /// Frees a value in the source file alone.
    Free,
    /// Frees the memory of a value, and leaves its handles alone.
    Release,
    /// Drops the borrowed handles in a value.
    DropBorrows,
}

/// A struct of flat values.
struct Flat {
    name: String,
    types: Vec<CoreType>,
}

/// What was asked for.
#[derive(Default)]
pub(crate) struct Helpers {
    used: BTreeSet<Helper>,
    /// Structs of flat values, by a letter for each type.
    flat: BTreeMap<String, Flat>,
    /// The functions of types, each after those that it calls.
    functions: Vec<String>,
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
        let letter = |ty: &CoreType| match ty {
            CoreType::I32 => 'i',
            CoreType::I64 => 'l',
            CoreType::F32 => 'f',
            CoreType::F64 => 'd',
            CoreType::Pointer => 'p',
            CoreType::Length => 'n',
            CoreType::PointerOrI64 => 'q',
        };
        let letters: String = types.iter().map(letter).collect();
        let new = |letters: &String| Flat {
            name: symbols.take(format!("witc_flat_{letters}")),
            types: types.to_vec(),
        };
        self.flat
            .entry(letters)
            .or_insert_with_key(new)
            .name
            .clone()
    }

    /// The function for a type, if it was asked for before.
    pub(crate) fn known(&self, role: Role, ty: TypeRef) -> Option<String> {
        self.names.get(&(role, ty)).cloned()
    }

    /// Adds the function for a type. Those that it calls have been added.
    pub(crate) fn add(&mut self, role: Role, ty: TypeRef, name: String, text: String) {
        self.functions.push(text);
        self.names.insert((role, ty), name);
    }

    /// Everything that was asked for, what others need first.
    pub(crate) fn sections(&self) -> impl Iterator<Item = String> {
        let runtime = self.used.iter().map(|helper| helper.source().to_owned());
        let flat = self.flat.values().map(|Flat { name, types }| {
            let members = types.iter().enumerate();
            let members =
                members.map(|(index, &ty)| declare(core_type(ty), &format!("s{index}")) + "; ");
            format!(
                "typedef struct {{ {}}} {name};\n",
                members.collect::<String>()
            )
        });
        runtime.chain(flat).chain(self.functions.iter().cloned())
    }
}
