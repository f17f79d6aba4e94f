//! What Windows needs, which is not ours to install.

use std::process::Command;

use crate::process;

/// The runtime's entry in the registry, as its makers document it.
const WEBVIEW: &str =
    r"SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";

/// Prints what has to be there, and what of it was found.
pub fn say_what_is_needed() {
    eprintln!("   Windows: nothing is installed here by itself; needed are");
    eprintln!(
        "     WebView2 runtime (part of Windows 11): {}",
        found(webview())
    );
    eprintln!(
        "     C++ compiler: Visual Studio Build Tools, \"Desktop development with C++\", for the \
         MSVC toolchain; or MinGW-w64 for the GNU toolchain: {}",
        found(process::find("gcc").or_else(|| process::find("cl")))
    );
    eprintln!(
        "     Perl, with which OpenSSL is built (Strawberry Perl): {}",
        found(process::find("perl"))
    );
    eprintln!(
        "     Node.js, for `test` and `bundle`: {}",
        found(process::find("node"))
    );
}

/// The hive of the registry in which the runtime is entered.
fn webview() -> Option<&'static str> {
    ["HKLM", "HKCU"].into_iter().find(|hive| {
        process::succeeds(Command::new("reg").args(["query", &format!(r"{hive}\{WEBVIEW}")]))
    })
}

fn found<T>(thing: Option<T>) -> &'static str {
    thing.map_or("not found", |_| "found")
}
