//! Entry point.

mod grammar;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match std::env::args().nth(1).as_deref() {
        Some("grammar") => grammar::run(),
        _ => Err("usage: cargo xtask grammar".into()),
    }
}
