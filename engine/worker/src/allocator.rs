//! The allocator, and whether it ever ran out: after a trap that is what the page must say.

use std::alloc::{GlobalAlloc, Layout};
use std::sync::atomic::{AtomicBool, Ordering};

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

struct Watched(WasmDynamicTalc);

#[global_allocator]
static ALLOCATOR: Watched = Watched(new_wasm_dynamic_allocator());

static EXHAUSTED: AtomicBool = AtomicBool::new(false);

/// Whether an allocation has failed.
pub fn is_exhausted() -> bool {
    EXHAUSTED.load(Ordering::Relaxed)
}

fn watch(pointer: *mut u8) -> *mut u8 {
    if pointer.is_null() {
        EXHAUSTED.store(true, Ordering::Relaxed);
    }
    pointer
}

#[expect(unsafe_code, reason = "a global allocator can only be written so; every call goes straight to talc")]
// SAFETY: each method passes its arguments to the same method of an allocator that upholds the contract.
unsafe impl GlobalAlloc for Watched {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as for the caller.
        watch(unsafe { self.0.alloc(layout) })
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as for the caller.
        unsafe { self.0.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as for the caller.
        watch(unsafe { self.0.realloc(pointer, layout, size) })
    }
}
