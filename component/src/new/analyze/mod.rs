//! From names to meanings: what a core module imports and exports, matched to the world.

mod analyzed;
mod analyzer;
mod built_ins;
mod environment;
mod exports;
mod imports;
mod memory;
mod required;
mod wire;
mod world_imports;

pub(super) use analyzed::AnalyzedModule;
pub(super) use analyzer::Analyzer;
