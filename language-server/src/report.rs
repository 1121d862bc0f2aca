//! Diagnostics as the protocol has them, and the hints that only an editor shows: what is deprecated or not active.

use crate::analysis::Analysis;
use crate::outline::every;
use crate::page::Page;
use crate::uris;
use crate::view::View;
use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    NumberOrString,
};
use witc_diagnostics::{FileId, Severity, Span};
use witc_resolve::{Entity, Features, Gate, Stability, WorldItem};

/// The diagnostics of a file. What has no place in any text is among those of `first`.
pub(crate) fn diagnostics(
    view: View<'_>,
    features: &Features,
    first: Option<FileId>,
) -> Vec<Diagnostic> {
    let analysis = view.analysis;
    let is_here = |span: Span| match analysis.file_of(span) {
        Some(id) => id == view.file,
        None => first == Some(view.file),
    };
    let found = analysis.diagnostics().iter();
    let found = found.filter(|it| is_here(it.primary.span));
    let mut list: Vec<_> = found.map(|it| diagnostic(view, it)).collect();
    // What a dependency does with what it deprecated is not the user's to change.
    if analysis.is_own(view.file) {
        list.extend(deprecated(view));
    }
    list.extend(inactive(view.page(), features));
    list
}

/// A diagnostic as the protocol has it.
pub(crate) fn diagnostic(view: View<'_>, found: &witc_diagnostics::Diagnostic) -> Diagnostic {
    let related = found.secondary.iter().filter_map(|label| {
        Some(DiagnosticRelatedInformation {
            location: view.location(label.span)?,
            message: label.message.clone(),
        })
    });
    let related: Vec<_> = related.collect();
    let notes = found.notes.iter().map(String::as_str);
    let parts = [found.message.as_str(), found.primary.message.as_str()];
    let parts = parts
        .into_iter()
        .chain(notes)
        .filter(|part| !part.is_empty());
    let code = found.code.name();
    let redundant = [
        witc_parser::codes::STRAY_SEMICOLON,
        witc_parser::codes::DOUBLED_TOKEN,
        witc_resolve::codes::REPEATED_INTERFACE,
    ];
    Diagnostic {
        range: view.page().range(found.primary.span),
        severity: Some(match found.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(code.to_owned())),
        code_description: uris::of_explanation(code).map(|href| CodeDescription { href }),
        source: Some("witc".to_owned()),
        message: parts.collect::<Vec<_>>().join("\n"),
        related_information: (!related.is_empty()).then_some(related),
        tags: redundant
            .contains(&found.code)
            .then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: None,
    }
}

/// A hint, which editors show in the text and in no list.
fn hint(page: Page<'_>, span: Span, message: String, tag: DiagnosticTag) -> Diagnostic {
    Diagnostic {
        range: page.range(span),
        severity: Some(DiagnosticSeverity::HINT),
        source: Some("witc".to_owned()),
        message,
        tags: Some(vec![tag]),
        ..Diagnostic::default()
    }
}

/// The uses of what is deprecated.
fn deprecated(view: View<'_>) -> Vec<Diagnostic> {
    let references = view.references();
    let occurrences = references.in_file(view.source_file()).iter();
    let hints = occurrences.filter_map(|occurrence| {
        let definition = &references[occurrence.definition];
        // The definition itself is no use.
        if definition.span == occurrence.span {
            return None;
        }
        let version = stability(view.analysis, definition.entity?)?.deprecated()?;
        let message = format!("`{}` is deprecated since {version}", definition.name);
        Some(hint(
            view.page(),
            occurrence.span,
            message,
            DiagnosticTag::DEPRECATED,
        ))
    });
    hints.collect()
}

/// The gate of something in the model.
pub(crate) fn stability(analysis: &Analysis, entity: Entity) -> Option<&Stability> {
    let model = analysis.model();
    Some(match entity {
        Entity::Interface(id) => &model.interfaces[id].stability,
        Entity::World(id) => &model.worlds[id].stability,
        Entity::Type(id) => &model.types[model.definition(id)].stability,
        Entity::Function(id) => &model.functions[id].stability,
        Entity::Package(_) | Entity::Param(..) | Entity::Member(..) => return None,
    })
}

/// What is not there, because it is a part of a feature that is not active.
fn inactive(page: Page<'_>, features: &Features) -> Vec<Diagnostic> {
    // Few files have gates, and the others need not be parsed for this.
    if !page.source().contains("@unstable") {
        return Vec::new();
    }
    let mut hints = Vec::new();
    let mut end = 0;
    every(&page.outline(), &mut |node| {
        let head = Span::new(node.span.start, node.name_span().start.max(node.span.start));
        let Some(feature) = unstable(page.snippet(head)) else {
            return;
        };
        // What is in something that is not there needs no hint of its own.
        if node.span.start < end || features.is_active(feature) {
            return;
        }
        end = node.span.end;
        let message = format!("not active: it is a part of the feature `{feature}`");
        hints.push(hint(page, node.span, message, DiagnosticTag::UNNECESSARY));
    });
    hints
}

/// The feature that the attributes before an item name.
pub(crate) fn unstable(head: &str) -> Option<&str> {
    let (_, rest) = head.split_once("@unstable")?;
    let (_, rest) = rest.split_once('=')?;
    let rest = rest.trim_start().trim_start_matches('%');
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    Some(&rest[..end.unwrap_or(rest.len())])
}

/// The gates of something in the model, in words.
pub(crate) fn gate_words(analysis: &Analysis, entity: Entity) -> Option<String> {
    let gate = stability(analysis, entity)?.gate()?;
    let (words, deprecated) = match gate {
        Gate::Since { since, deprecated } => (format!("since {since}"), deprecated),
        Gate::Unstable {
            feature,
            deprecated,
        } => (format!("unstable, feature `{feature}`"), deprecated),
    };
    Some(match deprecated {
        Some(version) => format!("{words}; deprecated since {version}"),
        None => words,
    })
}

/// The interface of an import or export, if it is one.
pub(crate) fn interface_of(item: &WorldItem) -> Option<witc_resolve::InterfaceId> {
    item.interface().map(|interface| interface.id)
}
