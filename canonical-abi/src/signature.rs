//! Core signatures: how the parameters and the result of a function are passed.

use crate::{
    Bytes, CoreType, FlatTypes, Layout, MAX_FLAT_ASYNC_PARAMS, MAX_FLAT_PARAMS, MAX_FLAT_RESULTS,
    Plans,
};
use witc_resolve::{Function, Type};

/// On which side of a function a core module stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The module calls it: `canon lower`.
    Import,
    /// The module implements it: `canon lift`.
    Export,
}

impl Side {
    /// Whether the module implements the function.
    #[must_use]
    pub fn is_export(self) -> bool {
        match self {
            Self::Import => false,
            Self::Export => true,
        }
    }
}

/// How a function is called and returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Convention {
    /// The call ends with the result.
    Sync,
    /// The call ends with a status. An export returns its result through `task.return`, and is called again through
    /// its callback until it is done.
    Async,
    /// As `Async`, but an export blocks on its own stack and has no callback. There is no difference for imports.
    AsyncStackful,
}

impl Convention {
    /// The convention by which bindings call or implement a function, which they may be asked to bind synchronously. A
    /// function that is not async is never bound otherwise: it must not block (`canon_lift`, "non-`async`-typed").
    #[must_use]
    pub fn of(function: &Function, synchronously: bool) -> Self {
        if function.is_async && !synchronously {
            Self::Async
        } else {
            Self::Sync
        }
    }

    /// Whether the call ends with the result.
    #[must_use]
    pub fn is_sync(self) -> bool {
        match self {
            Self::Sync => true,
            Self::Async | Self::AsyncStackful => false,
        }
    }

    /// Whether an export is called again through a callback.
    #[must_use]
    pub fn has_callback(self) -> bool {
        match self {
            Self::Async => true,
            Self::Sync | Self::AsyncStackful => false,
        }
    }
}

/// The core signature of a function, and what its parts mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The types of the core parameters.
    pub params: Vec<CoreType>,
    /// The type of the core result, of which there is at most one.
    pub result: Option<CoreType>,
    /// How the parameters are passed.
    pub parameters: Parameters,
    /// How the result is passed.
    pub returns: Return,
}

/// How parameters are passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parameters {
    /// Each by its flat values; the numbers say at which core parameter those of each begin.
    Flat(Vec<usize>),
    /// All in memory; core parameter 0 points there. Whoever lowers them allocates: the caller of an import may use its
    /// stack, an export gets memory from its `realloc`, to be freed by it.
    Spilled(Spill),
}

impl Parameters {
    /// The core parameter at which each begins, if they are passed flat.
    #[must_use]
    pub fn flat(&self) -> Option<&[usize]> {
        match self {
            Self::Flat(starts) => Some(starts),
            Self::Spilled(_) => None,
        }
    }

    /// Where they lie, if they are passed in memory.
    #[must_use]
    pub fn spilled(&self) -> Option<&Spill> {
        match self {
            Self::Flat(_) => None,
            Self::Spilled(spill) => Some(spill),
        }
    }
}

/// Parameters in memory, as in a tuple.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spill {
    /// The room of all.
    pub layout: Layout,
    /// Where each lies.
    pub offsets: Vec<Bytes>,
}

/// How a result is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Return {
    /// There is none.
    None,
    /// As the core result, its only flat value.
    Flat,
    /// Import: into memory that the caller provides; the last core parameter points there.
    OutPointer(Layout),
    /// Sync export: in memory of the module's own, to which the core result points.
    Pointer(Layout),
    /// Async export: by a call of the built-in [`Plans::task_return`].
    Task,
}

impl Return {
    /// The room that the result takes, if it is passed in memory.
    #[must_use]
    pub fn in_memory(self) -> Option<Layout> {
        match self {
            Self::OutPointer(layout) | Self::Pointer(layout) => Some(layout),
            Self::None | Self::Flat | Self::Task => None,
        }
    }
}

impl Plans {
    /// The core signature of a function.
    #[must_use]
    pub fn signature(&self, function: &Function, side: Side, convention: Convention) -> Signature {
        let max = match (side, convention) {
            (Side::Import, Convention::Async | Convention::AsyncStackful) => MAX_FLAT_ASYNC_PARAMS,
            (Side::Import, Convention::Sync) | (Side::Export, _) => MAX_FLAT_PARAMS,
        };
        let types: Vec<Type> = function.params.iter().map(|param| param.ty).collect();
        let (mut params, parameters) = self.pass(&types, max);
        let (returns, result) = match (side, convention) {
            (_, Convention::Sync) => self.sync_return(function, side),
            // The core result is the status of the call, so that a result is never flat.
            (Side::Import, Convention::Async | Convention::AsyncStackful) => {
                let out = function
                    .result
                    .map(|ty| Return::OutPointer(self[self.of(ty)].layout));
                (out.unwrap_or(Return::None), Some(CoreType::I32))
            }
            // The core result of one with a callback says what it wants next (`CallbackCode`).
            (Side::Export, Convention::Async) => (Return::Task, Some(CoreType::I32)),
            (Side::Export, Convention::AsyncStackful) => (Return::Task, None),
        };
        // After all parameters, also after the pointer to spilled ones (`flatten_functype`).
        if let Return::OutPointer(_) = returns {
            params.push(CoreType::Pointer);
        }
        Signature {
            params,
            result,
            parameters,
            returns,
        }
    }

    /// The core signature of `task.return` for an async function, by which its export hands over the result, as if it
    /// were the only parameter of an import.
    #[must_use]
    pub fn task_return(&self, function: &Function) -> Signature {
        // It is lowered as an import is with the result as its parameter, but sync: 16 flat values, not 4.
        let types: Vec<Type> = function.result.into_iter().collect();
        let (params, parameters) = self.pass(&types, MAX_FLAT_PARAMS);
        Signature {
            params,
            result: None,
            parameters,
            returns: Return::None,
        }
    }

    /// Whether the result of a sync export leaves memory to free, so that it wants a post-return function. That
    /// takes what the export has as its core result.
    #[must_use]
    pub fn needs_post_return(&self, function: &Function) -> bool {
        function
            .result
            .is_some_and(|ty| self[self.of(ty)].facts.heap)
    }

    fn sync_return(&self, function: &Function, side: Side) -> (Return, Option<CoreType>) {
        let Some(ty) = function.result else {
            return (Return::None, None);
        };
        let plan = &self[self.of(ty)];
        match (plan.flat.as_deref(), side) {
            (Some(flat), _) if flat.len() <= MAX_FLAT_RESULTS => {
                (Return::Flat, flat.first().copied())
            }
            // More flat values than MAX_FLAT_RESULTS: the caller provides memory, or the export keeps some.
            (_, Side::Import) => (Return::OutPointer(plan.layout), None),
            (_, Side::Export) => (Return::Pointer(plan.layout), Some(CoreType::Pointer)),
        }
    }

    fn pass(&self, types: &[Type], max: usize) -> (Vec<CoreType>, Parameters) {
        // One that has no flat form is larger than every limit, and then all go to memory: they are not split.
        let flat = types.iter().map(|&ty| self[self.of(ty)].flat);
        if let Some(all) = FlatTypes::concat(flat.clone()).filter(|all| all.len() <= max) {
            let starts = flat.flatten().scan(0, |next, flat| {
                Some(std::mem::replace(next, *next + flat.len()))
            });
            return (all.to_vec(), Parameters::Flat(starts.collect()));
        }
        let (layout, offsets) = self.tuple_layout(types.iter().copied());
        (
            vec![CoreType::Pointer],
            Parameters::Spilled(Spill { layout, offsets }),
        )
    }
}
