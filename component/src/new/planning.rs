//! Completing a plan: what is needed of the imports, whether all needs are met, and which shims there are.

use super::canon::Canon;
use super::live;
use super::needs::unmet_needs;
use super::options::Options;
use super::part::CorePart;
use super::plan::{ComponentPlan, PartPlan};
use super::shims::{Shim, ShimKind, Shims};
use crate::named::NamedWorld;
use wasmparser::{FuncType, ValType};
use witc_diagnostics::Diagnostic;

/// The plan for a component of these modules; `adapters` tells which of them each adapter became.
///
/// # Errors
///
/// Says which functions need a memory or a `realloc` that no module has.
pub(super) fn plan<'a>(
    world: &'a NamedWorld,
    options: &'a Options,
    parts: Vec<PartPlan<'a>>,
    adapters: Vec<Option<CorePart>>,
) -> Result<ComponentPlan<'a>, Vec<Diagnostic>> {
    let live = live::find(world, parts.iter().map(|part| &part.wiring));
    let mut plan = ComponentPlan {
        world,
        options,
        parts,
        adapters,
        live,
        shims: Shims::default(),
    };
    // Shims are planned after this, because they rely on every need being met.
    let diagnostics = unmet_needs(&plan);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    plan.shims = collect(&plan);
    Ok(plan)
}

/// The shims that the modules of a component need.
fn collect<'a>(plan: &ComponentPlan<'a>) -> Shims<'a> {
    let mut shims = Shims::default();
    for (id, part) in plan.parts() {
        for (module, fields) in &part.wiring.imports {
            for (field, import) in fields {
                if let Some(canon) = import.canon() {
                    make(plan, &mut shims, id, canon, module, field);
                }
                if let Some((adapter, function, ty)) = import.adapter() {
                    let shim = Shim {
                        ty: ty.clone(),
                        name: format!("adapt-{module}-{field}"),
                    };
                    shims
                        .entry(ShimKind::Adapter(adapter, function))
                        .or_insert(shim);
                }
            }
        }
        // Resources are declared before the module that has the destructor, so each destructor needs a shim.
        for (&resource, &export) in &part.wiring.exports.destructors {
            let name = plan
                .world
                .definition(resource)
                .map(|(name, _)| name.as_str())
                .unwrap_or_default();
            let shim = Shim {
                ty: FuncType::new([ValType::I32], []),
                name: format!("dtor-{name}"),
            };
            shims
                .entry(ShimKind::Destructor(id, export))
                .or_insert(shim);
        }
    }
    shims
}

fn make<'a>(
    plan: &ComponentPlan<'a>,
    shims: &mut Shims<'a>,
    part: CorePart,
    canon: Canon,
    module: &str,
    field: &str,
) {
    let (needs, realloc) = plan.making(part, canon);
    let direct = plan.is_direct(part, needs);
    if let (false, Some(ty)) = (direct, canon.ty(plan.world)) {
        let name = format!("indirect-{module}-{field}");
        shims
            .entry(ShimKind::Canon(part, canon))
            .or_insert(Shim { ty, name });
    }
    // Made before the module, a function cannot have the module's allocator; made after all modules, it can,
    // unless the hook is to learn of the call.
    if let Some(realloc) = realloc.filter(|_| direct || plan.task_hook().is_some()) {
        let name = format!("realloc-{}-{realloc}", plan.part(part).name);
        let shim = Shim {
            ty: FuncType::new([ValType::I32; 4], [ValType::I32]),
            name,
        };
        shims
            .entry(ShimKind::Realloc(part, realloc))
            .or_insert(shim);
    }
}
