//! Prints packages as canonical WIT: `cargo run -p witc-resolve --example print -- PATH`.

use witc_resolve::{Loader, print};

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "wit".to_owned());
    let loaded = Loader::new().path(path).load();
    for diagnostic in &loaded.diagnostics {
        eprintln!("{}: {}", diagnostic.code, diagnostic.message);
    }
    for &id in &loaded.main {
        print!(
            "{}",
            print::package(&loaded.resolve, id, print::Style::default())
        );
    }
}
