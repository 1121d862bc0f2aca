//! Rules on items that need what is less stable, newer or more deprecated than themselves.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::plain::plain;
use semver::Version;
use witc_diagnostics::{Code, Diagnostic, Span};
use witc_resolve::{Gate, Stability, Type, TypeDef, TypeId};

/// The item that needs something.
struct User<'a> {
    name: &'a str,
    span: Span,
    stability: &'a Stability,
    /// Whether it is another name for a type.
    is_alias: bool,
}

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let rules = [
        codes::UNSTABLE_LEAK,
        codes::NEWER_LEAK,
        codes::DEPRECATED_TYPE,
    ];
    if !findings.any_on(&rules) {
        return;
    }
    for id in context.functions() {
        let function = &context.resolve.functions[id];
        let user = User {
            name: plain(&function.name),
            span: function.span,
            stability: &function.stability,
            is_alias: false,
        };
        let types = function.written_params().iter().map(|param| param.ty);
        for ty in types.chain(function.result) {
            needs(context, findings, &user, ty);
        }
    }
    for id in context.types() {
        let ty = &context.resolve.types[id];
        let user = User {
            name: ty.name_or_empty(),
            span: ty.span,
            stability: &ty.stability,
            is_alias: ty.kind.as_alias().is_some(),
        };
        ty.kind
            .for_each_type(&mut |part| needs(context, findings, &user, part));
    }
}

/// Looks at the named types that a type is made of.
fn needs(context: &Context<'_>, findings: &mut Findings, user: &User<'_>, ty: Type) {
    // What has no gate says nothing of itself.
    let Some(gate) = user.stability.gate() else {
        return;
    };
    context.named_parts(ty, &mut |id| {
        let used = &context.resolve.types[id];
        match (gate, used.stability.gate()) {
            (Gate::Since { .. }, Some(Gate::Unstable { feature, .. })) => {
                let words = format!("which needs the feature `{feature}`");
                leak(
                    context,
                    findings,
                    user,
                    used,
                    codes::UNSTABLE_LEAK,
                    ("is stable", words),
                );
            }
            (Gate::Since { since, .. }, Some(Gate::Since { since: later, .. }))
                if since < later && is_new(context, id) =>
            {
                newer(context, findings, user, used, (since, later));
            }
            _ => {}
        }
        if user.stability.deprecated().is_none()
            && let Some(version) = used.stability.deprecated()
        {
            // An alias of a deprecated type is the new name for it.
            if user.is_alias {
                return;
            }
            let words = format!("which is deprecated since {version}");
            leak(
                context,
                findings,
                user,
                used,
                codes::DEPRECATED_TYPE,
                ("is not deprecated", words),
            );
        }
    });
}

fn newer(
    context: &Context<'_>,
    findings: &mut Findings,
    user: &User<'_>,
    used: &TypeDef,
    versions: (&Version, &Version),
) {
    let words = format!("which is there since {} only", versions.1);
    let is = format!("is there since {}", versions.0);
    leak(
        context,
        findings,
        user,
        used,
        codes::NEWER_LEAK,
        (&is, words),
    );
}

fn leak(
    context: &Context<'_>,
    findings: &mut Findings,
    user: &User<'_>,
    used: &TypeDef,
    code: Code,
    words: (&str, String),
) {
    let (is, which) = words;
    let message = format!(
        "`{}` {is}, but needs `{}`, {which}",
        user.name,
        used.name_or_empty()
    );
    let found = Diagnostic::warning(code, message, user.span);
    findings.push(
        context,
        found.also(
            used.span,
            format!("`{}` is defined here", used.name_or_empty()),
        ),
    );
}

/// Whether a type of these packages is new with its name: an alias names what may have been there before.
fn is_new(context: &Context<'_>, id: TypeId) -> bool {
    let resolve = context.resolve;
    let def = &resolve.types[id];
    let interface = def
        .owner
        .interface()
        .and_then(|id| resolve.interfaces[id].package);
    let world = def.owner.world().and_then(|id| resolve.worlds[id].package);
    // Versions of other packages are not those of this one.
    let is_ours = interface
        .or(world)
        .is_some_and(|it| context.packages.contains(&it));
    is_ours && (def.kind.as_alias().is_none() || resolve.used_from(id).is_some())
}
