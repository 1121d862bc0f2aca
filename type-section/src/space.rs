//! Where types are encoded: an index space with a way to name types in it and to reach those of others.

use crate::error::Result;
use wasm_encoder::{
    ComponentDefinedTypeEncoder, ComponentExternName, ComponentFuncTypeEncoder, TypeBounds,
};
use witc_resolve::{TypeId, TypeOwner};

/// An index space of types: that of a world's component type, or that of an interface's instance type.
pub(crate) trait Space {
    /// The world or interface whose types are defined here.
    fn owner(&self) -> TypeOwner;

    /// The index of a value type that is about to be defined, and the encoder that defines it.
    fn define(&mut self) -> (u32, ComponentDefinedTypeEncoder<'_>);

    /// The index of a function type that is about to be defined, and the encoder that defines it.
    fn define_function(&mut self) -> (u32, ComponentFuncTypeEncoder<'_>);

    /// Imports or exports a type under a name, and gives the index by which it goes then.
    fn name(&mut self, name: ComponentExternName<'_>, bounds: TypeBounds) -> u32;

    /// The index of a type that another world or interface defines.
    ///
    /// # Errors
    ///
    /// If it can't be reached from here.
    fn foreign(&mut self, id: TypeId) -> Result<u32>;
}
