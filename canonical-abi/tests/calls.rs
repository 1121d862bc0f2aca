//! Call plans for all sides and conventions: written out for some functions, and what holds for every plan.

mod build;

use build::{Build, function};
use std::fmt::Write as _;
use witc_canonical_abi::{
    AreaOf, CallPlan, CallbackCode, Convention, CoreType, Location, Ownership, Passed, Phase,
    Plans, PointerAt, PointerWidth, PostReturn, Released, Side, SubtaskState,
};
use witc_resolve::{Function, Type};

const ALL: [(Side, Convention); 6] = [
    (Side::Import, Convention::Sync),
    (Side::Import, Convention::Async),
    (Side::Import, Convention::AsyncStackful),
    (Side::Export, Convention::Sync),
    (Side::Export, Convention::Async),
    (Side::Export, Convention::AsyncStackful),
];

/// The phases, one after the other, with what tells them apart.
fn show(phases: &[Phase]) -> String {
    let mut text = String::new();
    for phase in phases {
        if !text.is_empty() {
            text.push_str("; ");
        }
        let _ = match phase {
            Phase::Allocate(area) => write!(
                text,
                "allocate {:?} {} in {:?} at {:?} until {:?}",
                area.of,
                area.layout.size.at(PointerWidth::Bits32),
                area.home,
                area.pointer,
                area.until
            ),
            Phase::Receive(area) => write!(text, "receive {:?} at {:?}", area.of, area.pointer),
            Phase::LowerParameters(all) => write!(text, "lower {}", all_of(all)),
            Phase::LiftParameters(all) => write!(text, "lift {}", all_of(all)),
            Phase::Call(callee) => write!(text, "call {callee:?}"),
            Phase::Wait(waiting) => write!(text, "wait {waiting:?}"),
            Phase::DropBorrows(params) => write!(text, "drop {params:?}"),
            Phase::LiftResult(result) => write!(text, "lift result {}", one(result)),
            Phase::LowerResult(result) => write!(text, "lower result {}", one(result)),
            Phase::Release(Released::Area(area)) => write!(text, "release area {:?}", area.of),
            Phase::Release(Released::Parameters) => write!(text, "release lowered"),
            Phase::Release(Released::Result) => write!(text, "release result"),
            Phase::Return(returned) => write!(text, "return {returned:?}"),
        };
    }
    text
}

fn all_of(all: &[Passed]) -> String {
    let all: Vec<_> = all.iter().map(one).collect();
    format!("[{}]", all.join(", "))
}

fn one(passed: &Passed) -> String {
    let location = match &passed.location {
        Location::Params(range) => format!("{range:?}"),
        Location::CoreResult => "core".to_owned(),
        Location::Memory(of, offset) => format!("{of:?}+{}", offset.at(PointerWidth::Bits32)),
    };
    match passed.memory {
        Ownership::Lent(until) => format!("{location} lent until {until:?}"),
        Ownership::Owned => location,
    }
}

fn phases(build: &Build, function: &Function, side: Side, convention: Convention) -> String {
    let plan = Plans::new(&build.resolve).call(function, side, convention);
    show(&plan.phases)
}

#[test]
fn flat_parameters_and_a_flat_result() {
    let build = Build::default();
    let f = function("f", &[Type::U64, Type::F32], Some(Type::F64));
    let of = |side, convention| phases(&build, &f, side, convention);
    assert_eq!(
        of(Side::Import, Convention::Sync),
        "lower [0..1 lent until CallReturned, 1..2 lent until CallReturned]; call Import; \
         lift result core"
    );
    let asynchronous = "lower [0..1 lent until Started, 1..2 lent until Started]; \
         allocate Result 8 in Outside at Param(2) until ResultLifted; call Import; wait Subtask; \
         lift result Result+0; release area Result";
    assert_eq!(of(Side::Import, Convention::Async), asynchronous);
    assert_eq!(of(Side::Import, Convention::AsyncStackful), asynchronous);
    assert_eq!(
        of(Side::Export, Convention::Sync),
        "lift [0..1, 1..2]; call Implementation; lower result core lent until PostReturn; \
         return Value"
    );
    assert_eq!(
        of(Side::Export, Convention::Async),
        "lift [0..1, 1..2]; call Implementation; wait Callback; \
         lower result 0..1 lent until TaskReturned; call TaskReturn; return Exit"
    );
    assert_eq!(
        of(Side::Export, Convention::AsyncStackful),
        "lift [0..1, 1..2]; call Implementation; wait Blocking; \
         lower result 0..1 lent until TaskReturned; call TaskReturn; return Nothing"
    );
}

#[test]
fn spilled_parameters_and_a_result_in_memory() {
    let mut build = Build::default();
    let many = build.fixed(Type::U8, 17);
    let f = function("f", &[many, Type::String], Some(many));
    let of = |side, convention| phases(&build, &f, side, convention);
    assert_eq!(
        of(Side::Import, Convention::Sync),
        "allocate Parameters 28 in Frame at Param(0) until CallReturned; \
         lower [Parameters+0 lent until CallReturned, Parameters+20 lent until CallReturned]; \
         allocate Result 17 in Frame at Param(1) until ResultLifted; call Import; \
         lift result Result+0; release lowered; release area Parameters; release area Result"
    );
    assert_eq!(
        of(Side::Import, Convention::Async),
        "allocate Parameters 28 in Outside at Param(0) until Started; \
         lower [Parameters+0 lent until Started, Parameters+20 lent until Started]; \
         allocate Result 17 in Outside at Param(1) until ResultLifted; call Import; wait Subtask; \
         lift result Result+0; release lowered; release area Parameters; release area Result"
    );
    assert_eq!(
        of(Side::Export, Convention::Sync),
        "receive Parameters at Param(0); lift [Parameters+0, Parameters+20]; \
         release area Parameters; call Implementation; \
         allocate Result 17 in Outside at CoreResult until PostReturn; \
         lower result Result+0 lent until PostReturn; return Pointer"
    );
    assert_eq!(
        of(Side::Export, Convention::Async),
        "receive Parameters at Param(0); lift [Parameters+0, Parameters+20]; \
         release area Parameters; call Implementation; wait Callback; \
         allocate Result 17 in Frame at Param(0) until TaskReturned; \
         lower result Result+0 lent until TaskReturned; call TaskReturn; release area Result; \
         return Exit"
    );
}

/// An async import spills above 4 flat values, everything else above 16.
#[test]
fn an_async_import_spills_early() {
    let mut build = Build::default();
    let five = build.fixed(Type::U8, 5);
    let f = function("f", &[five], None);
    let plans = Plans::new(&build.resolve);
    for (side, convention) in ALL {
        // Both async conventions: imports make no difference between them.
        let spills = side == Side::Import && convention != Convention::Sync;
        let plan = plans.call(&f, side, convention);
        assert_eq!(plan.area(AreaOf::Parameters).is_some(), spills);
        assert_eq!(plan.area(AreaOf::Result), None);
    }
}

#[test]
fn borrowed_handles_are_dropped_before_the_export_returns() {
    let mut build = Build::default();
    let resource = build.resource();
    let borrow = build.borrow(resource);
    let own = build.own(resource);
    let list = build.list(borrow);
    let f = function("f", &[own, borrow, Type::U8, list], None);
    let of = |side, convention| phases(&build, &f, side, convention);
    assert_eq!(
        of(Side::Export, Convention::Sync),
        "lift [0..1, 1..2, 2..3, 3..5]; call Implementation; drop [1, 3]; return Nothing"
    );
    assert_eq!(
        of(Side::Export, Convention::Async),
        "lift [0..1, 1..2, 2..3, 3..5]; call Implementation; wait Callback; drop [1, 3]; \
         call TaskReturn; return Exit"
    );
    // An import lends handles: the callee drops what it was lent.
    assert!(!of(Side::Import, Convention::Sync).contains("drop"));
}

#[test]
fn what_a_result_leaves_to_be_freed() {
    let mut build = Build::default();
    let pair = build.tuple(&[Type::U32, Type::U32]);
    let plans = Plans::new(&build.resolve);
    let post = |result, side, convention| {
        let plan = plans.call(&function("f", &[], result), side, convention);
        plan.post_return.map(|post| {
            assert_eq!(post.params, [CoreType::Pointer]);
            (post.frees_memory(), show(&post.phases))
        })
    };
    let sync = |result| post(result, Side::Export, Convention::Sync);
    assert_eq!(sync(None), None);
    assert_eq!(sync(Some(Type::U64)), None);
    assert_eq!(
        sync(Some(pair)),
        Some((false, "release area Result".into()))
    );
    let of_string = "release result; release area Result";
    assert_eq!(sync(Some(Type::String)), Some((true, of_string.into())));
    // An async export frees the memory itself, as soon as the task has returned.
    assert_eq!(
        post(Some(Type::String), Side::Export, Convention::Async),
        None
    );
    assert_eq!(
        post(Some(Type::String), Side::Import, Convention::Sync),
        None
    );
    let f = function("f", &[], Some(Type::String));
    assert_eq!(
        phases(&build, &f, Side::Export, Convention::AsyncStackful),
        "lift []; call Implementation; wait Blocking; lower result 0..2 lent until TaskReturned; \
         call TaskReturn; release result; return Nothing"
    );
}

/// A function for each way in which parameters and a result can be passed.
fn functions(build: &mut Build) -> Vec<Function> {
    let resource = build.resource();
    let borrow = build.borrow(resource);
    let five = build.fixed(Type::U32, 5);
    let sixteen = build.fixed(Type::U8, 16);
    let seventeen = build.fixed(Type::F64, 17);
    let list = build.list(borrow);
    let types = [
        Type::U8,
        Type::String,
        borrow,
        list,
        five,
        sixteen,
        seventeen,
    ];
    let results = types.iter().copied().map(Some).chain([None]);
    let mut functions = Vec::new();
    for result in results {
        functions.push(function("f", &[], result));
        for first in types {
            functions.push(function("f", &[first], result));
            functions.extend(types.map(|second| function("f", &[first, second], result)));
        }
    }
    functions
}

#[test]
fn every_plan_agrees_with_its_signature() {
    let mut build = Build::default();
    let functions = functions(&mut build);
    let plans = Plans::new(&build.resolve);
    for function in &functions {
        for (side, convention) in ALL {
            let plan = plans.call(function, side, convention);
            assert_eq!(plan.signature, plans.signature(function, side, convention));
            areas_are_freed_once(&plan);
            core_parameters_are_used_once(&plan);
            // Two ways to the same answer: plans and `needs_post_return` must not drift apart.
            let needs = side == Side::Export
                && convention == Convention::Sync
                && plans.needs_post_return(function);
            let post_return = plan.post_return.as_ref();
            assert_eq!(post_return.is_some_and(PostReturn::frees_memory), needs);
        }
    }
}

/// What is allocated or received is freed once and afterwards, by the call or by its post-return function.
fn areas_are_freed_once(plan: &CallPlan) {
    let mut live = Vec::new();
    let post_return = plan.post_return.iter().flat_map(|post| &post.phases);
    for phase in plan.phases.iter().chain(post_return) {
        match phase {
            Phase::Allocate(area) | Phase::Receive(area) => live.push(*area),
            Phase::Release(Released::Area(area)) => {
                // Taken out, so that freeing it twice fails as well as freeing what was never there.
                let index = live.iter().position(|other| other == area);
                live.remove(index.expect("an area that is live"));
            }
            Phase::LowerParameters(all) | Phase::LiftParameters(all) => {
                for passed in all {
                    assert!(is_live(&passed.location, &live));
                }
            }
            Phase::LiftResult(passed) | Phase::LowerResult(passed) => {
                assert!(is_live(&passed.location, &live));
            }
            Phase::Release(_) | Phase::Call(_) | Phase::Wait(_) => {}
            Phase::DropBorrows(_) | Phase::Return(_) => {}
        }
    }
    assert!(live.is_empty(), "{live:?}");
}

fn is_live(location: &Location, live: &[witc_canonical_abi::Area]) -> bool {
    match location {
        Location::Memory(of, _) => live.iter().any(|area| area.of == *of),
        Location::Params(_) | Location::CoreResult => true,
    }
}

/// The flat parameters and the pointers to areas are all core parameters, each once.
fn core_parameters_are_used_once(plan: &CallPlan) {
    let mut used = vec![0; plan.signature.params.len()];
    for phase in &plan.phases {
        match phase {
            Phase::LowerParameters(all) | Phase::LiftParameters(all) => {
                for passed in all {
                    if let Location::Params(range) = &passed.location {
                        range.clone().for_each(|index| used[index] += 1);
                    }
                }
            }
            Phase::Allocate(area) | Phase::Receive(area) => match area.pointer {
                // Those of an async export are the parameters of `task.return`.
                PointerAt::Param(index) if plan.task_return.is_none() || is_parameters(area.of) => {
                    assert_eq!(plan.signature.params[index], CoreType::Pointer);
                    used[index] += 1;
                }
                PointerAt::Param(index) => {
                    let task_return = plan.task_return.as_ref().expect("an async export");
                    assert_eq!(task_return.params[index], CoreType::Pointer);
                }
                PointerAt::CoreResult => {
                    assert_eq!(plan.signature.result, Some(CoreType::Pointer));
                }
            },
            Phase::Call(_) | Phase::Wait(_) | Phase::DropBorrows(_) | Phase::Release(_) => {}
            Phase::LiftResult(_) | Phase::LowerResult(_) | Phase::Return(_) => {}
        }
    }
    assert!(used.iter().all(|&times| times == 1), "{plan:?}");
}

fn is_parameters(of: AreaOf) -> bool {
    match of {
        AreaOf::Parameters => true,
        AreaOf::Result => false,
    }
}

#[test]
fn states_and_codes_are_those_of_the_specification() {
    let numbers = SubtaskState::ALL.map(SubtaskState::number);
    assert_eq!(numbers, [0, 1, 2, 3, 4]);
    let holding = |holds: fn(SubtaskState) -> bool| {
        let states = SubtaskState::ALL.into_iter().filter(|&state| holds(state));
        states.map(SubtaskState::number).collect::<Vec<_>>()
    };
    assert_eq!(holding(SubtaskState::is_resolved), [2, 3, 4]);
    assert_eq!(holding(SubtaskState::has_read_parameters), [1, 2, 4]);
    assert_eq!(holding(SubtaskState::frees_parameters), [1, 2, 3, 4]);
    assert_eq!(holding(SubtaskState::has_result), [2]);
    let codes = [CallbackCode::Exit, CallbackCode::Yield, CallbackCode::Wait];
    assert_eq!(codes.map(CallbackCode::number), [0, 1, 2]);
}

#[test]
fn a_function_that_is_not_async_is_bound_synchronously() {
    let mut f = function("f", &[], None);
    assert_eq!(Convention::of(&f, false), Convention::Sync);
    f.is_async = true;
    assert_eq!(Convention::of(&f, false), Convention::Async);
    assert_eq!(Convention::of(&f, true), Convention::Sync);
}
