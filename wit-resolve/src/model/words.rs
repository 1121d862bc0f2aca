//! The words for items in messages, and the names of items as they were written.

use super::{Function, FunctionKind, Handle, Interface, Type, TypeDefKind};

impl Interface {
    /// A word for it: its name, or `interface` for one that is written inline.
    #[must_use]
    pub fn word(&self) -> &str {
        self.name.as_deref().unwrap_or("interface")
    }
}

impl Function {
    /// The name as it was written: without brackets and the resource's name. For a constructor it is
    /// the resource's name.
    #[must_use]
    pub fn item_name(&self) -> &str {
        // Annotations come first and may be several: `[method][get]r.x`.
        let plain = self.name.rsplit(']').next().unwrap_or(&self.name);
        match self.kind {
            FunctionKind::Method(_) | FunctionKind::Static(_) => {
                plain.split_once('.').map_or(plain, |(_, name)| name)
            }
            FunctionKind::Freestanding | FunctionKind::Constructor(_) => plain,
        }
    }
}

impl Type {
    /// The keyword of a primitive type; empty for the others.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::S8 => "s8",
            Self::S16 => "s16",
            Self::S32 => "s32",
            Self::S64 => "s64",
            Self::F32 => "f32",
            Self::F64 => "f64",
            Self::Char => "char",
            Self::String => "string",
            Self::ErrorContext => "error-context",
            Self::Id(_) => "",
        }
    }
}

impl TypeDefKind {
    /// The keyword or words for this kind of type, as messages say it: "record", "fixed-length list".
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Alias(_) => "type",
            Self::Record(_) => "record",
            Self::Variant(_) => "variant",
            Self::Enum(_) => "enum",
            Self::Flags(_) => "flags",
            Self::Resource => "resource",
            Self::Handle(Handle::Own(_)) => "own",
            Self::Handle(Handle::Borrow(_)) => "borrow",
            Self::Tuple(_) => "tuple",
            Self::Option(_) => "option",
            Self::Result(_) => "result",
            Self::List(_) => "list",
            Self::FixedLengthList(..) => "fixed-length list",
            Self::Map(..) => "map",
            Self::Future(_) => "future",
            Self::Stream(_) => "stream",
        }
    }
}
