//! Rules on types and uses that nothing needs, and on resources that nobody can have.

use crate::codes;
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use crate::syntax::{Statement, statements, whole_lines};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use witc_diagnostics::{Diagnostic, Edit, FileId, Fix};
use witc_parser::ast::Use;
use witc_resolve::{InterfaceId, TypeId, TypeOwner};

/// The names in the `use` statements of files, by their positions: what to take out, and whether it is the whole statement.
type Uses = HashMap<FileId, HashMap<u32, Removal>>;

/// What is taken out with a name.
#[derive(Clone)]
struct Removal {
    bytes: Range<usize>,
    /// Whether nothing else goes with it, such as comments.
    sure: bool,
}

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut uses = Uses::new();
    let passing_on = passing_on(context);
    for id in context.types() {
        if context.facts.is_used(id) {
            continue;
        }
        if context.resolve.used_from(id).is_some() {
            let interface = context.resolve.types[id].owner.interface();
            if interface.is_some_and(|id| passing_on.contains(&id)) {
                continue;
            }
            unused_use(context, findings, &mut uses, id);
        } else if !context.resolve.types[id].kind.is_resource() {
            unused_type(context, findings, id);
        }
    }
    for id in context.types() {
        let is_resource = context.resolve.types[id].kind.is_resource();
        if is_resource && !context.facts.is_obtainable(id) {
            unobtainable(context, findings, id);
        }
    }
}

/// The interfaces that are there to pass types of others on.
fn passing_on(context: &Context<'_>) -> HashSet<InterfaceId> {
    let passes_on = |id: &InterfaceId| {
        let interface = &context.resolve.interfaces[*id];
        let mut types = interface.types.values();
        interface.functions.is_empty() && types.all(|&ty| context.resolve.used_from(ty).is_some())
    };
    let all = context.interfaces.iter().copied();
    all.filter(passes_on).collect()
}

fn unused_use(context: &Context<'_>, findings: &mut Findings, uses: &mut Uses, id: TypeId) {
    let ty = &context.resolve.types[id];
    let (owner, rest) = match ty.owner {
        TypeOwner::Interface(_) => ("interface", "no longer has the type"),
        TypeOwner::World(_) => ("world", "no longer imports what only this needs"),
        TypeOwner::None => return,
    };
    let name = ty.name_or_empty();
    let message = format!("nothing in this {owner} needs `{name}`");
    let mut found = Diagnostic::warning(codes::UNUSED_USE, message, ty.span);
    let file = context.file(ty.span);
    let removal = file.and_then(|file| {
        let names = uses.entry(file.id).or_insert_with(|| removals(file));
        Some((file, names.get(&ty.span.start)?.clone()))
    });
    if let Some((file, removal)) = removal {
        found.fixes.push(Fix {
            message: format!("remove it; the {owner} {rest}"),
            edits: vec![Edit {
                span: file.span(removal.bytes),
                text: String::new(),
            }],
            sure: removal.sure,
        });
    }
    findings.push(context, found);
}

fn removals(file: &LintedFile<'_>) -> HashMap<u32, Removal> {
    let mut all = HashMap::new();
    if !file.is_written {
        return all;
    }
    statements(file.tree(), &mut |statement| match statement {
        Statement::Use(item) => {
            for (index, name) in item.names.iter().enumerate() {
                let last = name.rename.unwrap_or(name.name);
                // The place of a name may be meant with its `%` or without.
                let without = last.span.end - last.name.len() as u32;
                let removal = removal(file, item, index);
                all.insert(last.span.start, removal.clone());
                all.insert(without, removal);
            }
        }
        Statement::TopUse(_)
        | Statement::Import(_)
        | Statement::Export(_)
        | Statement::Include(_) => {}
    });
    all
}

/// What is taken out with the name at a position of a statement.
fn removal(file: &LintedFile<'_>, item: &Use<'_>, index: usize) -> Removal {
    let span = |index: usize| {
        let name = &item.names[index];
        name.name.span.to(name.rename.unwrap_or(name.name).span)
    };
    let text = file.text;
    if item.names.len() == 1 {
        return Removal {
            bytes: whole_lines(file, item.span),
            sure: item.attributes.is_empty()
                && file.tree().comments_before(item.span.start).is_empty(),
        };
    }
    let (start, end) = (file.byte(span(index).start), file.byte(span(index).end));
    // With the comma that follows, or, for the last one, with the one before it.
    let bytes = if index + 1 < item.names.len() {
        let next = file.byte(span(index + 1).start);
        start..next
    } else {
        file.byte(span(index - 1).end)..end
    };
    let has_comment = text[bytes.clone()].contains('/');
    Removal {
        bytes,
        sure: !has_comment,
    }
}

fn unused_type(context: &Context<'_>, findings: &mut Findings, id: TypeId) {
    let ty = &context.resolve.types[id];
    // In an interface of types alone each is there for others, who may not be here.
    let functions = match ty.owner {
        TypeOwner::Interface(id) => &context.resolve.interfaces[id].functions,
        TypeOwner::World(_) | TypeOwner::None => return,
    };
    if functions.is_empty() {
        return;
    }
    let message = format!("nothing here needs the type `{}`", ty.name_or_empty());
    let found = Diagnostic::warning(codes::UNUSED_TYPE, message, ty.span);
    findings.push(
        context,
        found.note("if packages elsewhere use it, allow this: `// witc:allow W3102 …`"),
    );
}

fn unobtainable(context: &Context<'_>, findings: &mut Findings, id: TypeId) {
    let ty = &context.resolve.types[id];
    let name = ty.name_or_empty();
    let message = format!("nobody can obtain a `{name}`");
    let found = Diagnostic::warning(codes::UNOBTAINABLE_RESOURCE, message, ty.span);
    let found = found.note("no function gives one, and it has no constructor");
    findings.push(
        context,
        found.note("add a constructor, or a function that returns one"),
    );
}
