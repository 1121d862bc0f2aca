//! How types are written in C++, which depends on where they stand: in a struct, or as a parameter of what.

use crate::cpp::names::Names;
use crate::cpp::options::{ApiStyle, Options, Ownership};
use std::collections::HashSet;
use witc_bindgen_core::{ModuleId, Modules};
use witc_canonical_abi::Plans;
use witc_resolve::{Direction, Handle, ResultType, Type, TypeDefKind, TypeId};

/// What everything is made from.
#[derive(Clone, Copy)]
pub(crate) struct Context<'x, 'a> {
    pub(crate) modules: &'x Modules<'a>,
    pub(crate) plans: &'x Plans,
    pub(crate) options: &'x Options,
}

/// Where a type stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavor {
    /// In what owns it: a struct, a container, the result of an import.
    Owned,
    /// A parameter of an import, which borrows.
    Argument,
    /// Inside of such a parameter.
    Borrowed,
    /// A parameter of an export.
    Parameter,
    /// The result of an export.
    Returned,
}

/// Where the text stands: in code for a module, in a namespace, and which names mean something else there.
#[derive(Clone, Copy)]
pub(crate) struct Place<'x> {
    pub(crate) module: ModuleId,
    pub(crate) path: &'x [String],
    pub(crate) hidden: Option<&'x HashSet<String>>,
}

/// A writer of types.
#[derive(Clone, Copy)]
pub(crate) struct Speller<'x, 'a> {
    pub(crate) context: Context<'x, 'a>,
    pub(crate) names: &'x Names,
    pub(crate) place: Place<'x>,
}

impl<'x, 'a> Context<'x, 'a> {
    /// A writer of types for code of a module that is in no namespace.
    pub(crate) fn outside(self, names: &'x Names, module: ModuleId) -> Speller<'x, 'a> {
        Speller {
            context: self,
            names,
            place: Place {
                module,
                path: &[],
                hidden: None,
            },
        }
    }

    /// A writer of types for code of a module in a namespace.
    pub(crate) fn inside(
        self,
        names: &'x Names,
        module: ModuleId,
        path: &'x [String],
    ) -> Speller<'x, 'a> {
        Speller {
            context: self,
            names,
            place: Place {
                module,
                path,
                hidden: None,
            },
        }
    }

    /// The header of the user's that has the bindings of a module.
    pub(crate) fn header_with(&self, module: ModuleId) -> Option<&'x str> {
        let (key, _) = self.modules[module].interface?;
        if self.modules[module].direction == Direction::Export {
            return None;
        }
        let name = self.modules.resolve.extern_name(key);
        let with = self.options.with.0.iter().rev();
        with.filter(|(interface, _)| *interface == name)
            .map(|(_, header)| header.as_str())
            .next()
    }

    /// Whether bindings of a module are written, rather than found in a header of the user's.
    pub(crate) fn is_written(&self, module: ModuleId) -> bool {
        self.header_with(module).is_none()
    }

    /// Whether there are owned handles in a value.
    pub(crate) fn owns(&self, ty: Type) -> bool {
        self.plans[self.plans.of(ty)].facts.owns
    }

    /// Whether a record has a type of its own as a parameter.
    pub(crate) fn has_param(&self, id: TypeId) -> bool {
        match self.options.ownership {
            Ownership::Owning => false,
            Ownership::CoarseBorrowing => !self.owns(Type::Id(id)),
            Ownership::FineBorrowing => true,
        }
    }

    /// Whether a parameter of an export shows what someone else owns.
    pub(crate) fn symmetric(&self) -> bool {
        self.options.api_style == ApiStyle::Symmetric
    }
}

impl<'x> Speller<'x, '_> {
    /// The same, where these names mean something else.
    pub(crate) fn hiding(mut self, hidden: &'x HashSet<String>) -> Self {
        self.place.hidden = Some(hidden);
        self
    }

    /// A name of a namespace.
    pub(crate) fn qualified(&self, path: &[String], name: &str) -> String {
        if path == self.place.path
            && !self
                .place
                .hidden
                .is_some_and(|hidden| hidden.contains(name))
        {
            return name.to_owned();
        }
        format!("::{}::{name}", path.join("::"))
    }

    /// The name of a record, variant, enum, set of flags or resource.
    pub(crate) fn nominal(&self, id: TypeId) -> String {
        let home = self
            .context
            .modules
            .home(self.place.module, id)
            .unwrap_or(self.place.module);
        self.qualified(self.names.of(home), self.names.type_name(home, id))
    }

    fn param(&self, id: TypeId) -> String {
        let home = self
            .context
            .modules
            .home(self.place.module, id)
            .unwrap_or(self.place.module);
        self.qualified(self.names.of(home), self.names.param_name(home, id))
    }

    /// A type.
    pub(crate) fn spell(&self, ty: Type, flavor: Flavor) -> String {
        let name = match ty {
            Type::Bool => "bool",
            Type::U8 => "uint8_t",
            Type::U16 => "uint16_t",
            Type::U32 | Type::Char => "uint32_t",
            Type::U64 => "uint64_t",
            Type::S8 => "int8_t",
            Type::S16 => "int16_t",
            Type::S32 => "int32_t",
            Type::S64 => "int64_t",
            Type::F32 => "float",
            Type::F64 => "double",
            Type::String if self.views(flavor) => "std::string_view",
            Type::String => "wit::string",
            Type::ErrorContext if moves(flavor) => "wit::ErrorContext &&",
            Type::ErrorContext => "wit::ErrorContext",
            Type::Id(id) => return self.defined(id, flavor),
        };
        name.to_owned()
    }

    /// Whether strings and lists are views here.
    fn views(&self, flavor: Flavor) -> bool {
        match flavor {
            Flavor::Argument | Flavor::Borrowed => true,
            Flavor::Parameter => self.context.symmetric(),
            Flavor::Owned | Flavor::Returned => false,
        }
    }

    fn defined(&self, id: TypeId, flavor: Flavor) -> String {
        let def = &self.context.modules.resolve.types[id];
        let facts = self.context.plans[self.context.plans.of(Type::Id(id))].facts;
        // What it stands for is written out only where that depends on the place.
        let same = flavor == Flavor::Owned || !(facts.heap || facts.owns);
        let home = self.context.modules.home(self.place.module, id);
        if same && def.name().is_some() && home.is_some_and(|home| self.context.is_written(home)) {
            return self.nominal(id);
        }
        self.definition(id, flavor)
    }

    /// What a type is defined as.
    pub(crate) fn definition(&self, id: TypeId, flavor: Flavor) -> String {
        let resolve = self.context.modules.resolve;
        let inside = if matches!(flavor, Flavor::Argument) {
            Flavor::Borrowed
        } else {
            Flavor::Owned
        };
        match &resolve.types[id].kind {
            TypeDefKind::Alias(ty) => self.spell(*ty, flavor),
            TypeDefKind::Record(_) if flavor == Flavor::Argument && self.context.has_param(id) => {
                self.param(id)
            }
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => self.nominal(id),
            TypeDefKind::Handle(handle) => self.handle(*handle, flavor),
            TypeDefKind::Tuple(tuple) => {
                let types: Vec<String> = tuple
                    .types
                    .iter()
                    .map(|&ty| self.spell(ty, flavor))
                    .collect();
                format!("std::tuple<{}>", types.join(", "))
            }
            TypeDefKind::Option(some) => format!("std::optional<{}>", self.spell(*some, inside)),
            TypeDefKind::Result(ResultType { ok, err }) => {
                let ok = ok.map_or("void".to_owned(), |ok| self.spell(ok, Flavor::Owned));
                let err = err.map_or("wit::Void".to_owned(), |err| self.spell(err, Flavor::Owned));
                format!("wit::expected<{ok}, {err}>")
            }
            TypeDefKind::List(element) => self.list(*element, flavor),
            TypeDefKind::FixedLengthList(element, length) => {
                let borrowed = matches!(flavor, Flavor::Argument | Flavor::Borrowed);
                let inside = if borrowed {
                    Flavor::Borrowed
                } else {
                    Flavor::Owned
                };
                format!("std::array<{}, {length}>", self.spell(*element, inside))
            }
            TypeDefKind::Map(key, value) => self.map(*key, *value, flavor),
            TypeDefKind::Future(_) | TypeDefKind::Stream(_) => "uint32_t".to_owned(),
        }
    }

    fn list(&self, element: Type, flavor: Flavor) -> String {
        if !self.views(flavor) {
            return format!("wit::vector<{}>", self.spell(element, Flavor::Owned));
        }
        let inside = if flavor == Flavor::Parameter {
            Flavor::Owned
        } else {
            Flavor::Borrowed
        };
        // Handles are moved out of their places.
        let constant = if self.context.owns(element) {
            ""
        } else {
            " const"
        };
        format!("std::span<{}{constant}>", self.spell(element, inside))
    }

    fn map(&self, key: Type, value: Type, flavor: Flavor) -> String {
        if !self.views(flavor) {
            let (key, value) = (
                self.spell(key, Flavor::Owned),
                self.spell(value, Flavor::Owned),
            );
            return format!("wit::unordered_map<{key}, {value}>");
        }
        let inside = if flavor == Flavor::Parameter {
            Flavor::Owned
        } else {
            Flavor::Borrowed
        };
        let constant = if self.context.owns(value) {
            ""
        } else {
            " const"
        };
        format!(
            "std::span<std::pair<{}, {}>{constant}>",
            self.spell(key, inside),
            self.spell(value, inside)
        )
    }

    fn handle(&self, handle: Handle, flavor: Flavor) -> String {
        let id = self.context.modules.resolve.definition(handle.resource());
        let class = self.nominal(id);
        match handle {
            Handle::Borrow(_) => format!("std::reference_wrapper<const {class}>"),
            Handle::Own(_)
                if self.context.modules.side(self.place.module, id) == Direction::Export =>
            {
                format!("wit::Owned<{class}>")
            }
            Handle::Own(_) if moves(flavor) => format!("{class} &&"),
            Handle::Own(_) => class,
        }
    }
}

/// Whether a handle is passed as a reference to what it is moved out of.
fn moves(flavor: Flavor) -> bool {
    matches!(
        flavor,
        Flavor::Argument | Flavor::Parameter | Flavor::Returned
    )
}
