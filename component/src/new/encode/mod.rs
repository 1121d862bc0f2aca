//! The component, section by section.

mod canon;
mod encoder;
mod exports;
mod imports;
mod instantiate;
mod lower;
mod nested;
mod skeleton;

pub(super) use skeleton::Skeleton;

use super::plan::ComponentPlan;
use crate::errors::Fallible;
use encoder::Encoder;

/// Encodes the component that is planned.
pub(super) fn encode(plan: &ComponentPlan<'_>) -> Fallible<Skeleton> {
    let mut encoder = Encoder::new(plan);
    // The order is that of dependencies: each step uses only what the ones before it have made.
    encoder.imports()?;
    encoder.core_modules();
    encoder.instantiate_shims();
    encoder.declare_resources();
    for (part, _) in plan.parts() {
        encoder.instantiate(part)?;
    }
    encoder.instantiate_fixup()?;
    encoder.exports()?;
    Ok(encoder.finish())
}
