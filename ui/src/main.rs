//! Mounts the page.

fn main() {
    ui::mount();
}
