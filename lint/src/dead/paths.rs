//! Rules on paths: those that name their own package, and top-level uses that nothing needs.

use crate::codes;
use crate::comments::has;
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use crate::syntax::{Statement, statements, whole_lines};
use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, Edit, Fix};
use witc_parser::ast::{ExternKind, PackageName, TopUse, UsePath};
use witc_resolve::Package;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    let Some(package) = context.package_of(file.id) else {
        return;
    };
    let has_uses = file.text.starts_with("use ") || has(file.text, "\nuse ");
    let own = format!("{}:{}/", package.name.namespace, package.name.name);
    if !has_uses && !has(file.text, &own) {
        return;
    }
    let mut paths = Paths::default();
    statements(file.tree(), &mut |statement| paths.add(statement));
    paths.unused(context, findings, file);
    paths.own(context, findings, package);
}

/// The paths of a file.
#[derive(Default)]
struct Paths<'t, 's> {
    uses: Vec<&'t TopUse<'s>>,
    others: Vec<&'t UsePath<'s>>,
}

impl<'t, 's> Paths<'t, 's> {
    fn add(&mut self, statement: Statement<'t, 's>) {
        match statement {
            Statement::TopUse(item) => self.uses.push(item),
            Statement::Use(item) => self.others.push(&item.path),
            Statement::Include(item) => self.others.push(&item.path),
            Statement::Import(item) | Statement::Export(item) => match &item.kind {
                ExternKind::Path(path) | ExternKind::NamedPath(_, path) => self.others.push(path),
                ExternKind::Interface(..) | ExternKind::Func(..) => {}
            },
        }
    }

    fn unused(&self, context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
        let paths = self
            .others
            .iter()
            .copied()
            .chain(self.uses.iter().map(|item| &item.path));
        let names: HashSet<&str> = paths
            .filter(|path| path.package.is_none())
            .map(|path| path.name.name)
            .collect();
        for item in &self.uses {
            let name = item.rename.unwrap_or(item.path.name);
            if names.contains(name.name) {
                continue;
            }
            let message = format!("nothing in this file needs `{}`", name.name);
            let mut found = Diagnostic::warning(codes::UNUSED_FILE_USE, message, name.span);
            found.fixes.push(Fix {
                message: "remove it".into(),
                edits: vec![Edit {
                    span: file.span(whole_lines(file, item.span)),
                    text: String::new(),
                }],
                // Comments would be those of the next item.
                sure: file.tree().comments_before(item.span.start).is_empty(),
            });
            findings.push(context, found);
        }
    }

    fn own(&self, context: &Context<'_>, findings: &mut Findings, package: &Package) {
        // A name of the file may hide that of the package.
        let names = self
            .uses
            .iter()
            .map(|item| item.rename.unwrap_or(item.path.name).name);
        let hidden: HashSet<&str> = names.collect();
        for path in &self.others {
            let is_own = path
                .package
                .as_ref()
                .is_some_and(|name| is_own(package, name));
            if !is_own || hidden.contains(path.name.name) {
                continue;
            }
            let name = witc_parser::escaped(path.name.name);
            let message = format!("`{}` is the package that this is in", package.name);
            let found = Diagnostic::warning(codes::OWN_PACKAGE_PATH, message, path.span);
            findings.push(
                context,
                found.fix(format!("write `{name}`"), path.span, name),
            );
        }
    }
}

fn is_own(package: &Package, name: &PackageName<'_>) -> bool {
    let ([namespace], [last]) = (&name.namespaces[..], &name.names[..]) else {
        return false;
    };
    let version = package.name.version.as_ref().map(ToString::to_string);
    package.name.namespace == namespace.name
        && package.name.name == last.name
        && version.as_deref() == name.version.as_ref().map(|version| version.text)
}
