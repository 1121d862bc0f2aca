//! The rule on imports that others imply.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::syntax::{Statement, statements, whole_lines};
use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, Edit, Fix, Span};
use witc_resolve::{Direction, InterfaceId, Resolve, WorldId, WorldInterface};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if findings.is_on(codes::IMPLIED_IMPORT) {
        for &world in &context.worlds {
            implied_imports(context, findings, world);
        }
    }
}

/// Whether something is said of an import that would be lost without it.
fn says_something(item: &WorldInterface) -> bool {
    item.docs.text().is_some() || item.stability.gate().is_some() || item.external_id.is_some()
}

fn implied_imports(context: &Context<'_>, findings: &mut Findings, world: WorldId) {
    let resolve = context.resolve;
    let mut implied = None;
    for (key, item) in resolve.world_interfaces(world, Direction::Import) {
        let Some(id) = key.interface() else { continue };
        // One with functions is imported for them, which is good to see.
        let is_here = !item.span.is_none() && context.world_at(item.span) == Some(world);
        if !is_here || says_something(item) || has_functions(resolve, id) {
            continue;
        }
        let implied = implied.get_or_insert_with(|| needed(resolve, world));
        if implied.contains(&id) {
            report(context, findings, id, item.span);
        }
    }
}

fn has_functions(resolve: &Resolve, id: InterfaceId) -> bool {
    !resolve.interfaces[id].functions.is_empty()
}

/// The interfaces that imports and types of a world need, of those without gates.
fn needed(resolve: &Resolve, world: WorldId) -> HashSet<InterfaceId> {
    let imports = resolve.world_interfaces(world, Direction::Import);
    // Gates of a user would be those of what it implies.
    let users = imports.filter(|(_, item)| item.stability.gate().is_none());
    let used = users.flat_map(|(_, item)| resolve.interface_uses(item.id));
    let types = resolve
        .world_types(world)
        .filter_map(|(id, _)| resolve.used_from(id));
    used.chain(types).collect()
}

fn report(context: &Context<'_>, findings: &mut Findings, id: InterfaceId, span: Span) {
    let name = context.resolve.interface_name(id);
    let message = format!("other imports of this world imply `{name}`");
    let mut found = Diagnostic::warning(codes::IMPLIED_IMPORT, message, span);
    if let Some((lines, sure)) = import_at(context, span) {
        found.fixes.push(Fix {
            message: "remove it; the world imports it as before".into(),
            edits: vec![Edit {
                span: lines,
                text: String::new(),
            }],
            sure,
        });
    }
    findings.push(context, found);
}

/// The lines of the import at a place, and whether nothing else goes with them.
fn import_at(context: &Context<'_>, span: Span) -> Option<(Span, bool)> {
    let file = context.file(span).filter(|file| file.is_written)?;
    let mut place = None;
    statements(file.tree(), &mut |statement| match statement {
        Statement::Import(item) if item.span.start <= span.start && span.end <= item.span.end => {
            let sure = item.attributes.is_empty()
                && file.tree().comments_before(item.span.start).is_empty();
            place = Some((file.span(whole_lines(file, item.span)), sure));
        }
        Statement::Import(_)
        | Statement::Export(_)
        | Statement::Use(_)
        | Statement::TopUse(_)
        | Statement::Include(_) => {}
    });
    place
}
