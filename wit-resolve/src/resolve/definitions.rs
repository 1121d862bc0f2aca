//! Definitions of types: what is in a record, a variant, an enum, a set of flags.

use super::limits::{MAX_FLAGS, MAX_MEMBERS};
use super::members::ComponentName;
use super::reports::duplicate;
use super::session::Resolver;
use super::types::WrittenType;
use crate::codes;
use crate::{Case, Enum, Field, Flags, Label, Record, Stability, Type, TypeDefKind, Variant};
use witc_diagnostics::Diagnostic;
use witc_parser::ast::{self, Ident};

impl<'a, 's> Resolver<'a, 's> {
    /// The kind of type that a definition makes; nothing if a mistake in it has been reported.
    pub(crate) fn definition(
        &mut self,
        def: &'a ast::TypeDef<'s>,
        gate: &Stability,
    ) -> Option<TypeDefKind> {
        // Before anything is resolved: a definition that is too large should not take time as well.
        let (member, count) = match &def.kind {
            ast::TypeDefKind::Record(fields) => ("fields", fields.len()),
            ast::TypeDefKind::Variant(cases) => ("cases", cases.len()),
            ast::TypeDefKind::Enum(cases) => ("cases", cases.len()),
            // Flags have a limit of their own, and the others have no members.
            ast::TypeDefKind::Alias(_)
            | ast::TypeDefKind::Flags(_)
            | ast::TypeDefKind::Resource(_) => ("", 0),
        };
        if !self.has_room(member, count, MAX_MEMBERS, def.name.span) {
            return None;
        }
        match &def.kind {
            ast::TypeDefKind::Alias(ty) => match self.written(ty, gate)? {
                WrittenType::Primitive(ty) => Some(TypeDefKind::Alias(ty)),
                WrittenType::Named(id) => Some(TypeDefKind::Alias(Type::Id(id))),
                WrittenType::Compound(kind) => Some(kind),
            },
            ast::TypeDefKind::Record(fields) => self.record(def, fields, gate),
            ast::TypeDefKind::Variant(cases) => self.variant(def, cases, gate),
            ast::TypeDefKind::Enum(cases) => {
                let cases = self.labels(def, "enum", "case", cases)?;
                Some(TypeDefKind::Enum(Enum { cases }))
            }
            ast::TypeDefKind::Flags(flags) => {
                let flags = self.labels(def, "flags", "flag", flags)?;
                if let Some(excess) = flags.get(MAX_FLAGS) {
                    let message = format!(
                        "`{}` has {} flags, but the limit is {MAX_FLAGS}",
                        def.name.name,
                        flags.len()
                    );
                    let diagnostic = Diagnostic::error(codes::TOO_MANY_FLAGS, message, excess.span)
                        .label("the first one too many")
                        .note("split them into several types, or use `list<bool>`");
                    self.report(diagnostic);
                    return None;
                }
                Some(TypeDefKind::Flags(Flags { flags }))
            }
            ast::TypeDefKind::Resource(_) => Some(TypeDefKind::Resource),
        }
    }

    fn record(
        &mut self,
        def: &ast::TypeDef<'s>,
        fields: &'a [ast::Field<'s>],
        gate: &Stability,
    ) -> Option<TypeDefKind> {
        self.check_members(
            def,
            "record",
            "field",
            fields
                .iter()
                .map(|field| (field.name, &field.attributes[..])),
        );
        let mut resolved = Vec::with_capacity(fields.len());
        // All fields are resolved even if one is wrong, to report the mistakes of all.
        let mut sound = !fields.is_empty();
        for field in fields {
            match self.ty(&field.ty, gate) {
                Some(ty) => {
                    let docs = self.here.docs.read(field.span.start);
                    resolved.push(Field {
                        name: field.name.name.into(),
                        ty,
                        docs,
                        span: field.name.span,
                    });
                }
                None => sound = false,
            }
        }
        sound.then_some(TypeDefKind::Record(Record {
            fields: resolved.into(),
        }))
    }

    fn variant(
        &mut self,
        def: &ast::TypeDef<'s>,
        cases: &'a [ast::Case<'s>],
        gate: &Stability,
    ) -> Option<TypeDefKind> {
        self.check_members(
            def,
            "variant",
            "case",
            cases.iter().map(|case| (case.name, &case.attributes[..])),
        );
        let mut resolved = Vec::with_capacity(cases.len());
        let mut sound = !cases.is_empty();
        for case in cases {
            match self.payload(case.ty.as_ref(), gate) {
                Some(ty) => {
                    let docs = self.here.docs.read(case.span.start);
                    resolved.push(Case {
                        name: case.name.name.into(),
                        ty,
                        docs,
                        span: case.name.span,
                    });
                }
                None => sound = false,
            }
        }
        sound.then_some(TypeDefKind::Variant(Variant {
            cases: resolved.into(),
        }))
    }

    fn labels(
        &mut self,
        def: &ast::TypeDef<'s>,
        what: &str,
        member: &str,
        labels: &'a [ast::Label<'s>],
    ) -> Option<Box<[Label]>> {
        self.check_members(
            def,
            what,
            member,
            labels
                .iter()
                .map(|label| (label.name, &label.attributes[..])),
        );
        let mut resolved = Vec::with_capacity(labels.len());
        for label in labels {
            let docs = self.here.docs.read(label.span.start);
            resolved.push(Label {
                name: label.name.name.into(),
                docs,
                span: label.name.span,
            });
        }
        (!labels.is_empty()).then(|| resolved.into())
    }

    /// Checks that there are members, that their names differ, and that they have no attributes.
    fn check_members(
        &mut self,
        def: &ast::TypeDef<'s>,
        what: &str,
        member: &str,
        members: impl ExactSizeIterator<Item = (Ident<'s>, &'a [ast::Attribute<'s>])>,
    ) {
        if members.len() == 0 {
            self.report_empty(what, member, def.name.span);
        }
        // One set for all definitions: its memory is used again.
        let mut set = std::mem::take(&mut self.here.members);
        for (name, attributes) in members {
            if !name.is_missing()
                && let Err((first, span)) = set.add(ComponentName::plain(name.name), name.span)
            {
                let diagnostic = duplicate(codes::DUPLICATE_MEMBER, member, name, first.name, span);
                self.report(diagnostic);
            }
            if let Some(attribute) = attributes.first() {
                let message = format!("a {member} can't have attributes");
                let diagnostic = Diagnostic::error(
                    witc_parser::codes::ATTRIBUTE_NOT_ALLOWED,
                    message,
                    attribute.span,
                )
                .note(format!("put it before the {what}"));
                self.report(diagnostic);
            }
        }
        set.clear();
        self.here.members = set;
    }
}
