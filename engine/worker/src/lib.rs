//! The engine's wasm entry point: decode a request, run it, encode the answer.
//!
//! [`desk`] answers requests piece by piece and knows nothing of the browser: its tests run natively.
//! [`queue`] decides what comes next and what is cancelled. `browser` (wasm only) holds files, posts messages
//! and yields to the event loop between two pieces.

pub mod desk;
pub mod queue;

#[cfg(target_arch = "wasm32")]
mod ahead;
#[cfg(target_arch = "wasm32")]
mod allocator;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub mod file;
