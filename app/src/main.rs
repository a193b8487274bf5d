//! Mounts the page; everything else stands in the library.

fn main() {
    #[cfg(target_arch = "wasm32")]
    app::mount();
}
