//! Steps of a task: a heading when one starts, its time when it is done.

use std::time::{Duration, Instant};

/// The outcome of a task or a step of it: whether all is well, or why it could not be tried.
pub(crate) type Outcome = Result<bool, String>;

/// Runs one step between a heading and its time.
pub(crate) fn step<T>(title: &str, run: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    println!("\n── {title}");
    let start = Instant::now();
    let result = run();
    let mark = if result.is_ok() { "done" } else { "failed" };
    println!("   {mark} in {}", seconds(start.elapsed()));
    result
}

/// A time as people read it: `0.3 s`, `12.0 s`, `3 min 20 s`.
pub(crate) fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        let whole = time.as_secs();
        format!("{} min {} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        assert_eq!(seconds(Duration::from_millis(320)), "0.3 s");
        assert_eq!(seconds(Duration::from_secs(200)), "3 min 20 s");
    }
}
