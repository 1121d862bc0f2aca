//! Attributes: `@since`, `@unstable`, `@deprecated`, `@external-id`.

use super::{Resolver, paths};
use crate::codes;
use crate::{Gate, Stability};
use semver::Version;
use std::sync::Arc;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{Attribute, AttributeKind};

/// What the attributes of an item say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes {
    pub(crate) stability: Stability,
    pub(crate) external_id: Option<Arc<str>>,
    /// The attribute of the feature that is not active, if the item is behind one.
    pub(crate) inactive: Option<Span>,
}

impl<'a, 's> Resolver<'a, 's> {
    /// Reads the attributes of the item whose name stands at `name`.
    pub(crate) fn attributes(&mut self, attributes: &'a [Attribute<'s>], name: Span) -> Attributes {
        match attributes {
            [] => Attributes::default(),
            // The one that nearly all items of a gated package have, most of them with the same version.
            [
                Attribute {
                    kind: AttributeKind::Since(version),
                    ..
                },
            ] => {
                let stability = match &self.last_since {
                    Some((text, stability)) if *text == version.text => stability.clone(),
                    _ => {
                        let before = self.diagnostics.len();
                        let found = self.many_attributes(attributes, name).stability;
                        if self.diagnostics.len() == before {
                            self.last_since = Some((version.text, found.clone()));
                        }
                        found
                    }
                };
                Attributes {
                    stability,
                    ..Attributes::default()
                }
            }
            _ => self.many_attributes(attributes, name),
        }
    }

    fn many_attributes(&mut self, attributes: &'a [Attribute<'s>], name: Span) -> Attributes {
        let mut external_id: Option<(&str, Span)> = None;
        let (mut since, mut unstable, mut deprecated) = (None, None, None);
        let mut broken = false;
        for attribute in attributes {
            let span = attribute.span;
            match &attribute.kind {
                AttributeKind::ExternalId(text) => {
                    self.once("external-id", &mut external_id, (&**text, span));
                }
                AttributeKind::Since(version) => self.once("since", &mut since, (*version, span)),
                AttributeKind::Unstable(feature) => {
                    self.once("unstable", &mut unstable, (*feature, span))
                }
                AttributeKind::Deprecated(version) => {
                    self.once("deprecated", &mut deprecated, (*version, span));
                }
                AttributeKind::Broken => broken = true,
            }
        }
        let external_id = external_id.map(|(text, _)| text.into());
        let deprecated_version =
            deprecated.and_then(|(text, _)| paths::version(text, &mut self.diagnostics));
        if let (Some((_, since)), Some((_, unstable))) = (since, unstable) {
            let diagnostic = Diagnostic::error(
                codes::GATES_CONFLICT,
                "an item is either stable or unstable, not both",
                since,
            )
            .also(unstable, "unstable according to this")
            .note("keep `@since` once the feature is stable, and `@unstable` until then");
            self.report(diagnostic);
            return Attributes {
                external_id,
                ..Attributes::default()
            };
        }
        if let Some((version, span)) = since {
            let stability = match paths::version(version, &mut self.diagnostics) {
                Some(since) => {
                    self.check_since(&since, span, name);
                    Stability::gated(Gate::Since {
                        since,
                        deprecated: deprecated_version,
                    })
                }
                None => Stability::default(),
            };
            return Attributes {
                stability,
                external_id,
                inactive: None,
            };
        }
        if let Some((feature, span)) = unstable {
            let inactive = (!self.options.features.is_active(feature.name)).then_some(span);
            let gate = Gate::Unstable {
                feature: feature.name.into(),
                deprecated: deprecated_version,
            };
            return Attributes {
                stability: Stability::gated(gate),
                external_id,
                inactive,
            };
        }
        if let (Some((_, span)), false) = (deprecated, broken) {
            let message = "`@deprecated` stands alone";
            let diagnostic = Diagnostic::error(codes::DEPRECATED_ALONE, message, span).note(
                "add `@since(version = …)`, or `@unstable(feature = …)`, to say what is deprecated",
            );
            self.report(diagnostic);
        }
        Attributes {
            stability: Stability::default(),
            external_id,
            inactive: None,
        }
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

    /// Checks that the package is as new as the version that an item came with.
    fn check_since(&mut self, since: &Version, span: Span, name: Span) {
        let package = &self.out.packages[self.package];
        // A package without a name has been reported. What is left out with what it stands in has no version to keep.
        if package.name.name.is_empty() || self.dropped {
            return;
        }
        let diagnostic = match &package.name.version {
            None => {
                let message = format!(
                    "`@since` needs a version of the package `{}`, which has none",
                    package.name
                );
                Diagnostic::error(codes::SINCE_WITHOUT_VERSION, message, name)
                    .also(span, "the gate")
                    .also(package.span, "the package")
                    .note(format!(
                        "write `package {}@{since};`, or a later version",
                        package.name
                    ))
            }
            Some(version) if since > version => {
                let message =
                    format!("this is there since {since}, but the package is only at {version}");
                Diagnostic::error(codes::SINCE_UNRELEASED, message, name)
                    .also(span, "the gate")
                    .also(package.span, "the package")
                    .note(format!(
                        "raise the package's version, or write `@since(version = {version})`"
                    ))
            }
            Some(_) => return,
        };
        self.report(diagnostic);
    }

    /// Reports an `@external-id` where none may stand.
    pub(crate) fn no_external_id(&mut self, attributes: &[Attribute<'_>], what: &str) {
        let found = attributes
            .iter()
            .find(|attribute| matches!(attribute.kind, AttributeKind::ExternalId(_)));
        if let Some(attribute) = found {
            let message = format!("{what} can't have an `@external-id`");
            let diagnostic =
                Diagnostic::error(codes::EXTERNAL_ID_NOT_ALLOWED, message, attribute.span).note(
                    "it belongs to what a component imports or exports, and to types and functions",
                );
            self.report(diagnostic);
        }
    }
}
