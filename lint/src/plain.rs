//! The names of functions as they are written.

/// The name of a function as it is written: `f` of `[method]r.f`, `r` of `[constructor]r`.
pub(crate) fn plain(name: &str) -> &str {
    let after = name.rsplit(']').next().unwrap_or(name);
    after.rsplit('.').next().unwrap_or(after)
}
