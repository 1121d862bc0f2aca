//! The keys of the macro itself.

/// The keys that belong to the macro and not to the generator.
pub(crate) const OWN_KEYS: [&str; 5] = ["world", "path", "inline", "features", "debug"];
