//! Call plans are made here, each from the core signature of its function.

use crate::{
    Area, AreaOf, Bytes, CallPlan, Callee, Convention, Facts, Home, Layout, Location, Moment,
    Ownership, Parameters, Passed, Phase, Plans, PointerAt, PostReturn, Released, Return, Returned,
    Side, Signature, Waiting,
};
use witc_resolve::{Function, Type};

impl Plans {
    /// The plan of a call of a function.
    #[must_use]
    pub fn call(&self, function: &Function, side: Side, convention: Convention) -> CallPlan {
        let signature = self.signature(function, side, convention);
        let maker = Maker {
            plans: self,
            function,
            convention,
            signature: &signature,
        };
        // Only an async export hands its result over by a call of its own; an import gets it as a result or in memory.
        let task_return = match side {
            Side::Export if !convention.is_sync() => Some(self.task_return(function)),
            Side::Export | Side::Import => None,
        };
        let phases = match (side, &task_return) {
            (Side::Import, _) => maker.import(),
            (Side::Export, None) => maker.sync_export(),
            (Side::Export, Some(task_return)) => maker.async_export(task_return),
        };
        let post_return = maker.post_return();
        CallPlan {
            side,
            convention,
            task_return,
            phases,
            post_return,
            signature,
        }
    }
}

/// The things that a call plan is made from.
struct Maker<'x> {
    plans: &'x Plans,
    function: &'x Function,
    convention: Convention,
    signature: &'x Signature,
}

impl Maker<'_> {
    fn import(&self) -> Vec<Phase> {
        // A sync callee has read everything when the call returns, so that the stack does for it.
        let (read, home) = match self.convention {
            Convention::Sync => (Moment::CallReturned, Home::Frame),
            // The call goes on when the function that made it has returned to the event loop.
            Convention::Async | Convention::AsyncStackful => (Moment::Started, Home::Outside),
        };
        let parameters = self.parameter_area(home, read);
        let result = self.out_area(home);
        let mut phases = Vec::new();
        // Before lowering, which writes into it.
        phases.extend(parameters.map(Phase::Allocate));
        phases.push(Phase::LowerParameters(
            self.parameters(Ownership::Lent(read)),
        ));
        // After the parameters, so that it is live for no longer than it has to be.
        phases.extend(result.map(Phase::Allocate));
        phases.push(Phase::Call(Callee::Import));
        match self.convention {
            Convention::Sync => {}
            Convention::Async | Convention::AsyncStackful => {
                // The status says whether the callee has returned already: waiting may be nothing at all.
                phases.push(Phase::Wait(Waiting::Subtask));
            }
        }
        if let Some(ty) = self.function.result {
            let location = match self.signature.returns {
                Return::Flat => Location::CoreResult,
                Return::OutPointer(_) | Return::Pointer(_) | Return::None | Return::Task => {
                    Location::Memory(AreaOf::Result, Bytes::ZERO)
                }
            };
            phases.push(Phase::LiftResult(self.passed(
                ty,
                location,
                Ownership::Owned,
            )));
        }
        // Owned handles are not dropped: the callee has them, unless it was cancelled before it started.
        let mut params = self.function.params.iter();
        if params.any(|param| self.facts(param.ty).heap) {
            phases.push(Phase::Release(Released::Parameters));
        }
        // Last: what is freed before is found through the pointers in them.
        let areas = parameters.into_iter().chain(result);
        phases.extend(areas.map(|area| Phase::Release(Released::Area(area))));
        phases
    }

    /// The phases that every export begins with, up to the implementation.
    fn enter(&self) -> Vec<Phase> {
        let block = self.parameter_area(Home::Block, Moment::ParametersLifted);
        let mut phases = Vec::new();
        phases.extend(block.map(Phase::Receive));
        phases.push(Phase::LiftParameters(self.parameters(Ownership::Owned)));
        // The values are lifted and have what the block pointed to; the block itself is of no more use.
        phases.extend(block.map(|area| Phase::Release(Released::Area(area))));
        phases.push(Phase::Call(Callee::Implementation));
        phases
    }

    /// Borrowed handles are to be dropped before the task returns (`Task.return_`, which traps otherwise).
    fn drop_borrows(&self, phases: &mut Vec<Phase>) {
        let params = self.function.params.iter().enumerate();
        let borrows = params
            .filter(|(_, param)| self.facts(param.ty).borrows)
            .map(|(index, _)| index)
            .collect::<Vec<_>>();
        if !borrows.is_empty() {
            phases.push(Phase::DropBorrows(borrows));
        }
    }

    fn sync_export(&self) -> Vec<Phase> {
        let mut phases = self.enter();
        self.drop_borrows(&mut phases);
        let Some(ty) = self.function.result else {
            phases.push(Phase::Return(Returned::Nothing));
            return phases;
        };
        // The caller reads the result after the export has returned, and says by the post-return function when it has.
        let lent = Ownership::Lent(Moment::PostReturn);
        match self.returned_area() {
            Some(area) => {
                let location = Location::Memory(AreaOf::Result, Bytes::ZERO);
                phases.push(Phase::Allocate(area));
                phases.push(Phase::LowerResult(self.passed(ty, location, lent)));
                phases.push(Phase::Return(Returned::Pointer));
            }
            None => {
                let result = self.passed(ty, Location::CoreResult, lent);
                phases.push(Phase::LowerResult(result));
                phases.push(Phase::Return(Returned::Value));
            }
        }
        phases
    }

    /// The post-return function: it frees what the result leaves when it was read. A result that is a single flat value
    /// has no memory: what points somewhere has two.
    fn post_return(&self) -> Option<PostReturn> {
        let area = self.returned_area()?;
        let heap = self.function.result.is_some_and(|ty| self.facts(ty).heap);
        let mut phases = Vec::new();
        phases.extend(heap.then_some(Phase::Release(Released::Result)));
        // The area last: the pointers to the rest are in it.
        phases.push(Phase::Release(Released::Area(area)));
        Some(PostReturn {
            params: self.signature.result.into_iter().collect(),
            phases,
        })
    }

    fn async_export(&self, task_return: &Signature) -> Vec<Phase> {
        let mut phases = self.enter();
        let (waiting, returned) = match self.convention {
            Convention::Async => (Waiting::Callback, Returned::Exit),
            Convention::AsyncStackful | Convention::Sync => (Waiting::Blocking, Returned::Nothing),
        };
        // Before the result is lowered: only then there is one.
        phases.push(Phase::Wait(waiting));
        self.drop_borrows(&mut phases);
        let mut area = None;
        if let Some(ty) = self.function.result {
            let location = match &task_return.parameters {
                Parameters::Flat(_) => Location::Params(0..task_return.params.len()),
                Parameters::Spilled(spill) => {
                    // `task.return` reads it at once: the frame that calls it does.
                    let pointer = PointerAt::Param(0);
                    let room = (AreaOf::Result, spill.layout, pointer);
                    area = Some(new_area(room, Home::Frame, Moment::TaskReturned));
                    Location::Memory(AreaOf::Result, Bytes::ZERO)
                }
            };
            phases.extend(area.map(Phase::Allocate));
            let lent = Ownership::Lent(Moment::TaskReturned);
            phases.push(Phase::LowerResult(self.passed(ty, location, lent)));
        }
        // Also without a result: it is what tells the caller that the task is done.
        phases.push(Phase::Call(Callee::TaskReturn));
        if self.function.result.is_some_and(|ty| self.facts(ty).heap) {
            phases.push(Phase::Release(Released::Result));
        }
        phases.extend(area.map(|area| Phase::Release(Released::Area(area))));
        phases.push(Phase::Return(returned));
        phases
    }

    fn parameter_area(&self, home: Home, until: Moment) -> Option<Area> {
        match &self.signature.parameters {
            Parameters::Flat(_) => None,
            Parameters::Spilled(spill) => {
                let room = (AreaOf::Parameters, spill.layout, PointerAt::Param(0));
                Some(new_area(room, home, until))
            }
        }
    }

    /// The area that an import writes its result to.
    fn out_area(&self, home: Home) -> Option<Area> {
        match self.signature.returns {
            Return::OutPointer(layout) => {
                // It is the last core parameter (`flatten_functype`).
                let pointer = PointerAt::Param(self.signature.params.len() - 1);
                let room = (AreaOf::Result, layout, pointer);
                Some(new_area(room, home, Moment::ResultLifted))
            }
            Return::None | Return::Flat | Return::Pointer(_) | Return::Task => None,
        }
    }

    /// The area in which a sync export leaves its result.
    fn returned_area(&self) -> Option<Area> {
        match self.signature.returns {
            Return::Pointer(layout) => {
                let room = (AreaOf::Result, layout, PointerAt::CoreResult);
                // It is read when the frame is gone.
                Some(new_area(room, Home::Outside, Moment::PostReturn))
            }
            Return::None | Return::Flat | Return::OutPointer(_) | Return::Task => None,
        }
    }

    fn parameters(&self, memory: Ownership) -> Vec<Passed> {
        let types = self.function.params.iter().map(|param| param.ty);
        let place = |(index, ty): (usize, Type)| {
            let location = match &self.signature.parameters {
                Parameters::Flat(starts) => {
                    // All have a flat form here, or the parameters would be in memory.
                    let count = self.plans[self.plans.of(ty)]
                        .flat
                        .map_or(0, |flat| flat.len());
                    Location::Params(starts[index]..starts[index] + count)
                }
                Parameters::Spilled(spill) => {
                    Location::Memory(AreaOf::Parameters, spill.offsets[index])
                }
            };
            self.passed(ty, location, memory)
        };
        types.enumerate().map(place).collect()
    }

    fn passed(&self, ty: Type, location: Location, memory: Ownership) -> Passed {
        Passed {
            ty,
            plan: self.plans.of(ty),
            location,
            memory,
        }
    }

    fn facts(&self, ty: Type) -> Facts {
        self.plans[self.plans.of(ty)].facts
    }
}

fn new_area((of, layout, pointer): (AreaOf, Layout, PointerAt), home: Home, until: Moment) -> Area {
    Area {
        of,
        layout,
        pointer,
        home,
        until,
    }
}
