// Starts the page. What takes time is begun first, before what waits for it is there.
const program = fetch(new URL("ui_bg.wasm", import.meta.url));

// The page's first question. In the window it is asked here, and its answer is there when the
// program has been compiled; `ui/src/backend/window.rs` takes it. Elsewhere the page asks itself.
const FIRST = '{"command":"GetSession","arguments":{}}';
globalThis.askedAtStart = globalThis.__TAURI_INTERNALS__?.invoke("rpc", { request: JSON.parse(FIRST) });

const { default: start } = await import("./ui.js");
if (document.readyState === "loading") {
  await new Promise((parsed) => addEventListener("DOMContentLoaded", parsed, { once: true }));
}
await start({ module_or_path: program });
