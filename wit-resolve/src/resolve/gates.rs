//! Attributes: `@since`, `@unstable`, `@deprecated`, `@external-id`.

use super::path_key;
use super::session::Resolver;
use crate::codes;
use crate::{Gate, Stability};
use semver::Version;
use std::sync::Arc;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Attribute, AttributeKind};

/// The meaning of an item's attributes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes {
    pub(crate) stability: Stability,
    pub(crate) external_id: Option<Arc<str>>,
    /// The attribute of the feature that is not active, if the item is behind one.
    pub(crate) inactive: Option<Span>,
}

/// The attributes that are written before an item, with their places.
#[derive(Default)]
struct WrittenAttributes<'a, 's> {
    external_id: Option<(&'a str, Span)>,
    since: Option<(ast::Version<'s>, Span)>,
    unstable: Option<(ast::Ident<'s>, Span)>,
    deprecated: Option<(ast::Version<'s>, Span)>,
    /// Whether there is one that could not be read.
    is_broken: bool,
}

impl<'a, 's> Resolver<'a, 's> {
    /// Reads the attributes of an item.
    pub(crate) fn attributes(&mut self, attributes: &'a [Attribute<'s>]) -> Attributes {
        match attributes {
            [] => Attributes::default(),
            // The one that nearly all items of a gated package have, most of them with the same version.
            [
                Attribute {
                    kind: AttributeKind::Since(version),
                    ..
                },
            ] => {
                let stability = match &self.here.last_since {
                    Some((text, stability)) if *text == version.text => stability.clone(),
                    _ => {
                        let before = self.out.diagnostics.len();
                        let found = self.many_attributes(attributes).stability;
                        // A gate that is wrong is looked at each time: the diagnostic shows its further places.
                        if self.out.diagnostics.len() == before && self.here.wrong_since.is_empty()
                        {
                            self.here.last_since = Some((version.text, found.clone()));
                        }
                        found
                    }
                };
                Attributes {
                    stability,
                    ..Attributes::default()
                }
            }
            _ => self.many_attributes(attributes),
        }
    }

    fn many_attributes(&mut self, attributes: &'a [Attribute<'s>]) -> Attributes {
        let WrittenAttributes {
            external_id,
            since,
            unstable,
            deprecated,
            is_broken,
        } = self.each_once(attributes);
        let mut found = Attributes {
            external_id: external_id.map(|(text, _)| text.into()),
            ..Attributes::default()
        };
        if let Some((text, span)) = external_id {
            self.check_name_length(text.len(), span);
        }
        let deprecated_version =
            deprecated.and_then(|(text, _)| path_key::version(text, &mut self.out.diagnostics));
        if let (Some((_, since)), Some((_, unstable))) = (since, unstable) {
            let diagnostic = Diagnostic::error(
                codes::GATES_CONFLICT,
                "an item is either stable or unstable, not both",
                since,
            )
            .also(unstable, "this says that it is unstable")
            .note("keep `@since` once the feature is stable, and `@unstable` until then");
            self.report(diagnostic);
        } else if let Some((version, span)) = since {
            if let Some(since) = path_key::version(version, &mut self.out.diagnostics) {
                self.check_since(&since, span);
                found.stability = Stability::gated(Gate::Since {
                    since,
                    deprecated: deprecated_version,
                });
            }
        } else if let Some((feature, span)) = unstable {
            let is_active = self.given.options.features.is_active(feature.name);
            found.inactive = (!is_active).then_some(span);
            found.stability = Stability::gated(Gate::Unstable {
                feature: feature.name.into(),
                deprecated: deprecated_version,
            });
        // The attribute that could not be read may be the one that is missing.
        } else if let (Some((_, span)), false) = (deprecated, is_broken) {
            let message = "`@deprecated` needs `@since` or `@unstable` next to it";
            let diagnostic = Diagnostic::error(codes::DEPRECATED_ALONE, message, span)
                .note("add `@since(version = …)` or `@unstable(feature = …)`");
            self.report(diagnostic);
        }
        found
    }

    /// The attributes of an item by their kinds; of two of one kind, the first.
    fn each_once(&mut self, attributes: &'a [Attribute<'s>]) -> WrittenAttributes<'a, 's> {
        let mut written = WrittenAttributes::default();
        for attribute in attributes {
            let span = attribute.span;
            match &attribute.kind {
                AttributeKind::ExternalId(text) => {
                    self.once("external-id", &mut written.external_id, (&**text, span));
                }
                AttributeKind::Since(version) => {
                    self.once("since", &mut written.since, (*version, span));
                }
                AttributeKind::Unstable(feature) => {
                    self.once("unstable", &mut written.unstable, (*feature, span));
                }
                AttributeKind::Deprecated(version) => {
                    self.once("deprecated", &mut written.deprecated, (*version, span));
                }
                AttributeKind::Broken => written.is_broken = true,
            }
        }
        written
    }

    fn once<T: Copy>(&mut self, attribute: &str, slot: &mut Option<(T, Span)>, found: (T, Span)) {
        match *slot {
            None => *slot = Some(found),
            Some((_, first)) => {
                let message = format!("an item has `@{attribute}` twice");
                let diagnostic = Diagnostic::error(codes::ATTRIBUTE_TWICE, message, found.1)
                    .also(first, "the first one")
                    .note("remove one of them");
                self.report(diagnostic);
            }
        }
    }

    /// Checks that the package is as new as the version that an item came with; `gate` says so.
    fn check_since(&mut self, since: &Version, gate: Span) {
        let package = &self.out.model.packages[self.here.package];
        // A package without a name has been reported. What is left out with what it stands in has no version to keep.
        if package.name.name.is_empty() || self.here.dropped {
            return;
        }
        let diagnostic = match &package.name.version {
            None => {
                let message = format!(
                    "`@since` needs a version of the package `{}`, which has none",
                    package.name
                );
                Diagnostic::error(codes::SINCE_WITHOUT_VERSION, message, gate)
                    .also(package.span, "the package")
                    .note(format!(
                        "write `package {}@{since};`, or a later version",
                        package.name
                    ))
            }
            Some(version) if since > version => {
                let message = format!(
                    "this item is `@since` version {since}, but the package has version {version}"
                );
                Diagnostic::error(codes::SINCE_UNRELEASED, message, gate)
                    .also(package.span, "the package")
                    .note(format!(
                        "raise the package's version, or write `@since(version = {version})`"
                    ))
            }
            Some(_) => return,
        };
        // The package's version is one mistake, however many gates show it.
        let has_version = package.name.version.is_some();
        let mut known = self.here.wrong_since.iter();
        match known.find(|(reported, _)| !has_version || reported == since) {
            Some(&(_, index)) => self.mention_again(index, gate),
            None => {
                let index = self.out.diagnostics.len();
                self.here.wrong_since.push((since.clone(), index));
                self.report(diagnostic);
            }
        }
    }

    /// Reports an `@external-id` where none may stand.
    pub(crate) fn no_external_id(&mut self, attributes: &[Attribute<'_>], what: &str) {
        let found = attributes
            .iter()
            .find(|attribute| matches!(attribute.kind, AttributeKind::ExternalId(_)));
        if let Some(attribute) = found {
            let message = format!("{what} can't have an `@external-id`");
            let diagnostic =
                Diagnostic::error(codes::EXTERNAL_ID_NOT_ALLOWED, message, attribute.span)
                    .note("only imports, exports, types and functions can have one");
            self.report(diagnostic);
        }
    }

    /// Whether an item with these attributes is behind a feature that is not active.
    pub(crate) fn is_inactive(&self, attributes: &[Attribute<'_>]) -> bool {
        let features = &self.given.options.features;
        attributes.iter().any(|attribute| match &attribute.kind {
            AttributeKind::Unstable(feature) => !features.is_active(feature.name),
            AttributeKind::Since(_)
            | AttributeKind::Deprecated(_)
            | AttributeKind::ExternalId(_)
            | AttributeKind::Broken => false,
        })
    }

    /// Reports types without a gate in an interface or world that is behind a feature which is not active: they would
    /// belong to nothing.
    pub(crate) fn check_gated_types(&mut self, gate: Span, what: &str) {
        let items = self.here.types.items;
        let used = items
            .uses()
            .filter(|item| !self.is_inactive(&item.attributes))
            .flat_map(|item| &item.names)
            .map(|name| name.rename.unwrap_or(name.name));
        let defined = items
            .definitions()
            .filter(|def| !self.is_inactive(&def.attributes))
            .map(|def| def.name);
        let mut open = used.chain(defined);
        let Some(first) = open.next() else { return };
        // One report for all types; a few places show what is meant.
        let others: Vec<Span> = open.map(|name| name.span).take(4).collect();
        let message = format!(
            "the type `{}` has no gate, but its {what} needs a feature that is not active",
            first.name
        );
        let mut diagnostic =
            Diagnostic::error(codes::UNGATED_TYPE, message, first.span).also(gate, "the feature");
        for other in others {
            diagnostic = diagnostic.also(other, "this one as well");
        }
        self.report(diagnostic.note(format!(
            "put the same `@unstable` before each type of the {what}"
        )));
    }
}
