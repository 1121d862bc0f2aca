//! Times loading and resolving: `cargo run --release -p witc-resolve --example load -- PATH [ROUNDS]`.

use std::time::Instant;
use witc_resolve::Loader;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "wit".to_owned());
    let rounds = arguments
        .next()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(5);
    for _ in 0..rounds {
        let start = Instant::now();
        let loaded = Loader::new().path(&path).load();
        let time = start.elapsed();
        let bytes: usize = loaded
            .resolve
            .sources
            .files()
            .map(|(_, file)| file.text().len())
            .sum();
        println!(
            "{:.1} ms, {:.0} MB/s: {bytes} bytes, {} packages, {} interfaces, {} worlds, {} types, {} functions",
            time.as_secs_f64() * 1e3,
            bytes as f64 / 1e6 / time.as_secs_f64(),
            loaded.resolve.packages.len(),
            loaded.resolve.interfaces.len(),
            loaded.resolve.worlds.len(),
            loaded.resolve.types.len(),
            loaded.resolve.functions.len(),
        );
        for diagnostic in loaded.diagnostics.iter().take(20) {
            let place = loaded.resolve.sources.positions(diagnostic.primary.span);
            let place = place.map(|(id, start, _)| {
                format!(
                    "{}:{}:{}",
                    loaded.resolve.sources.file(id).name(),
                    start.line,
                    start.column
                )
            });
            println!(
                "{} {}: {}",
                place.unwrap_or_default(),
                diagnostic.code,
                diagnostic.message
            );
        }
    }
}
