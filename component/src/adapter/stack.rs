//! Functions that give an adapter memory for its stack.

use wasm_encoder::{BlockType, Function, ValType};

/// The size of the stack, in bytes.
const STACK: i32 = 64 * 1024;

/// Values of the global by which an adapter tells whether it has a stack.
#[derive(Clone, Copy)]
enum State {
    Unallocated = 0,
    Allocating = 1,
    Allocated = 2,
}

/// A `realloc` for one purpose only: it grows the memory by the size of the stack, and traps for all else.
pub(super) fn realloc_by_growing(page_size_log2: u32) -> Function {
    let mut body = Function::new([(1, ValType::I32)]);
    let mut code = body.instructions();
    // The parameters are an old address and its size, which a new allocation does not have, the alignment, and
    // the new size.
    for (param, expected) in [(0, 0), (1, 0), (3, STACK)] {
        code.local_get(param)
            .i32_const(expected)
            .i32_ne()
            .if_(BlockType::Empty)
            .unreachable()
            .end();
    }
    code.i32_const(STACK >> page_size_log2)
        .memory_grow(0)
        .local_tee(4);
    // `memory.grow` returns -1 if the memory cannot grow.
    code.i32_const(-1)
        .i32_eq()
        .if_(BlockType::Empty)
        .unreachable()
        .end();
    code.local_get(4)
        .i32_const(page_size_log2 as i32)
        .i32_shl()
        .end();
    body
}

/// Allocates the stack and sets the global that points to its end. With a global for the state, only the first call
/// does, so that `realloc` may call the adapter in turn.
pub(super) fn allocate_stack(realloc: u32, stack_pointer: u32, state: Option<u32>) -> Function {
    let mut body = Function::new([]);
    let mut code = body.instructions();
    if let Some(state) = state {
        code.global_get(state)
            .i32_const(State::Unallocated as i32)
            .i32_eq()
            .if_(BlockType::Empty);
        // The state changes before the call, because `realloc` may call an export of the adapter, which would
        // allocate again.
        code.i32_const(State::Allocating as i32).global_set(state);
    }
    code.i32_const(0)
        .i32_const(0)
        .i32_const(8)
        .i32_const(STACK)
        .call(realloc);
    // The stack grows downwards from its end.
    code.i32_const(STACK).i32_add().global_set(stack_pointer);
    if let Some(state) = state {
        code.i32_const(State::Allocated as i32)
            .global_set(state)
            .end();
    }
    code.end();
    body
}
