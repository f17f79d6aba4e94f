//! The page: Leptos, compiled to wasm.
