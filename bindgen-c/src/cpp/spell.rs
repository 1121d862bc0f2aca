//! The spelling of types in C++, which depends on where they stand: in a struct, a parameter or a result.

use crate::cpp::context::Context;
use crate::cpp::flavor::Flavor;
use crate::cpp::names::Names;
use crate::shared::spelling::Spelling;
use std::collections::HashSet;
use witc_bindgen_core::ModuleId;
use witc_resolve::{Direction, Handle, ResultType, Type, TypeDefKind, TypeId};

/// The surroundings of a text: code for a module, in a namespace, and the names that mean something else there.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'x> {
    pub(crate) module: ModuleId,
    pub(crate) path: &'x [String],
    pub(crate) hidden: Option<&'x HashSet<String>>,
}

/// A writer of types.
#[derive(Clone, Copy)]
pub(crate) struct Speller<'x, 'a> {
    pub(crate) context: Context<'x, 'a>,
    pub(crate) names: &'x Names,
    pub(crate) around: Surroundings<'x>,
}

impl<'x, 'a> Speller<'x, 'a> {
    /// A writer of types for code of a module that is in no namespace.
    pub(crate) fn outside(context: Context<'x, 'a>, names: &'x Names, module: ModuleId) -> Self {
        Self {
            context,
            names,
            around: Surroundings {
                module,
                path: &[],
                hidden: None,
            },
        }
    }

    /// A writer of types for code of a module in a namespace.
    pub(crate) fn inside(
        context: Context<'x, 'a>,
        names: &'x Names,
        module: ModuleId,
        path: &'x [String],
    ) -> Self {
        Self {
            context,
            names,
            around: Surroundings {
                module,
                path,
                hidden: None,
            },
        }
    }

    /// The same, where these names mean something else.
    pub(crate) fn hiding(mut self, hidden: &'x HashSet<String>) -> Self {
        self.around.hidden = Some(hidden);
        self
    }

    /// A name of a namespace.
    pub(crate) fn qualified(&self, path: &[String], name: &str) -> String {
        if path == self.around.path
            && !self
                .around
                .hidden
                .is_some_and(|hidden| hidden.contains(name))
        {
            return name.to_owned();
        }
        // From the outermost namespace on: a nearer one may have the name of the first segment.
        format!("::{}::{name}", path.join("::"))
    }

    /// The name of a record, variant, enum, set of flags or resource.
    pub(crate) fn nominal(&self, id: TypeId) -> String {
        let home = self
            .context
            .modules
            .home(self.around.module, id)
            .unwrap_or(self.around.module);
        self.qualified(self.names.of(home), self.names.type_name(home, id))
    }

    fn param(&self, id: TypeId) -> String {
        let home = self
            .context
            .modules
            .home(self.around.module, id)
            .unwrap_or(self.around.module);
        self.qualified(self.names.of(home), self.names.param_name(home, id))
    }

    /// A type.
    pub(crate) fn spell(&self, ty: Type, flavor: Flavor) -> Spelling {
        Spelling::value(match ty {
            Type::Bool => "bool",
            Type::U8 => "uint8_t",
            Type::U16 => "uint16_t",
            // Streams of characters and of numbers are different types of the host.
            Type::Char if flavor.is_payload() => "char32_t",
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
            // It is a handle, which moves and cannot be copied.
            Type::ErrorContext if flavor.moves() => return Spelling::rvalue("wit::ErrorContext"),
            Type::ErrorContext => "wit::ErrorContext",
            Type::Id(id) => return self.defined(id, flavor),
        })
    }

    /// Whether strings and lists are views here.
    fn views(&self, flavor: Flavor) -> bool {
        match flavor {
            Flavor::Argument | Flavor::Borrowed => true,
            Flavor::Parameter => self.context.symmetric(),
            Flavor::Owned | Flavor::Returned | Flavor::Payload => false,
        }
    }

    fn defined(&self, id: TypeId, flavor: Flavor) -> Spelling {
        let def = &self.context.modules.resolve.types[id];
        let facts = self.context.plans[self.context.plans.of(Type::Id(id))].facts;
        // The definition is written out only where it depends on the flavor, or its name is nowhere declared.
        let same = match flavor {
            Flavor::Owned => true,
            Flavor::Payload => !self.names.spells_char(id),
            Flavor::Argument | Flavor::Borrowed | Flavor::Parameter | Flavor::Returned => {
                !(facts.heap || facts.owns)
            }
        };
        let home = self.context.modules.home(self.around.module, id);
        if same && def.name().is_some() && home.is_some_and(|home| self.context.is_written(home)) {
            return Spelling::value(self.nominal(id));
        }
        if let Some(home) = home
            && let Some(name) = self.names.large(home, id, flavor)
        {
            return Spelling::value(self.qualified(self.names.of(home), name));
        }
        self.definition(id, flavor)
    }

    /// The definition of a type.
    pub(crate) fn definition(&self, id: TypeId, flavor: Flavor) -> Spelling {
        let inside = flavor.inside();
        Spelling::value(match &self.context.modules.resolve.types[id].kind {
            TypeDefKind::Alias(ty) => return self.spell(*ty, flavor),
            TypeDefKind::Handle(handle) => return self.handle(*handle, flavor),
            TypeDefKind::Record(_) if flavor == Flavor::Argument && self.context.has_param(id) => {
                self.param(id)
            }
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => self.nominal(id),
            TypeDefKind::Tuple(tuple) => {
                let types = tuple.types.iter();
                let types: Vec<String> = types
                    .map(|&ty| self.spell(ty, flavor).to_string())
                    .collect();
                format!("std::tuple<{}>", types.join(", "))
            }
            TypeDefKind::Option(some) => format!("std::optional<{}>", self.spell(*some, inside)),
            TypeDefKind::Result(ResultType { ok, err }) => {
                let or = |ty: &Option<Type>, nothing: &'static str| match ty {
                    // `expected` owns what it has, also where it is an argument.
                    Some(ty) => self.spell(*ty, flavor.inside_owner()),
                    None => Spelling::value(nothing),
                };
                format!(
                    "wit::expected<{}, {}>",
                    or(ok, "void"),
                    or(err, "wit::Void")
                )
            }
            TypeDefKind::List(element) => self.list(*element, flavor),
            TypeDefKind::FixedLengthList(element, length) => {
                let element = self.spell(*element, flavor.inside_array());
                format!("std::array<{element}, {length}>")
            }
            TypeDefKind::Map(key, value) => self.map(*key, *value, flavor),
            TypeDefKind::Future(payload) => format!("wit::future<{}>", self.payload(*payload)),
            TypeDefKind::Stream(payload) => format!("wit::stream<{}>", self.payload(*payload)),
        })
    }

    fn payload(&self, payload: Option<Type>) -> String {
        payload.map_or_else(String::new, |ty| {
            self.spell(ty, Flavor::Payload).to_string()
        })
    }

    fn list(&self, element: Type, flavor: Flavor) -> String {
        if !self.views(flavor) {
            return format!(
                "wit::vector<{}>",
                self.spell(element, flavor.inside_owner())
            );
        }
        let constant = self.constant(element);
        let element = self.spell(element, flavor.inside_view());
        format!("std::span<{element}{constant}>")
    }

    fn map(&self, key: Type, value: Type, flavor: Flavor) -> String {
        if !self.views(flavor) {
            let key = self.spell(key, flavor.inside_owner());
            let value = self.spell(value, flavor.inside_owner());
            return format!("wit::unordered_map<{key}, {value}>");
        }
        let constant = self.constant(value);
        let key = self.spell(key, flavor.inside_view());
        let value = self.spell(value, flavor.inside_view());
        format!("std::span<std::pair<{key}, {value}>{constant}>")
    }

    /// Elements that a view shows are constant, unless there are handles in them: those are moved out of their places.
    fn constant(&self, element: Type) -> &'static str {
        if self.context.owns(element) {
            ""
        } else {
            " const"
        }
    }

    fn handle(&self, handle: Handle, flavor: Flavor) -> Spelling {
        let id = self.context.modules.resolve.definition(handle.resource());
        let class = self.nominal(id);
        match (handle, self.context.modules.side(self.around.module, id)) {
            // A reference and no pointer: there always is an object, and containers can hold it.
            (Handle::Borrow(_), _) => {
                Spelling::value(format!("std::reference_wrapper<const {class}>"))
            }
            // The guest's own object is held by a pointer that drops the handle.
            (Handle::Own(_), Direction::Export) => Spelling::value(format!("wit::Owned<{class}>")),
            (Handle::Own(_), Direction::Import) if flavor.moves() => Spelling::rvalue(class),
            (Handle::Own(_), Direction::Import) => Spelling::value(class),
        }
    }
}
