//! Semantic tokens: what each word of a text is, for editors that color by meaning.

use crate::analysis::Analysis;
use crate::page::Page;
use crate::report::stability;
use crate::view::View;
use lsp_types::{
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokensEdit,
    SemanticTokensLegend,
};
use witc_diagnostics::Span;
use witc_resolve::{Definition, DefinitionKind, Entity, TypeDefKind};

/// The kinds of tokens, in the order of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Namespace,
    Interface,
    World,
    Record,
    Choice,
    Resource,
    Alias,
    BuiltIn,
    Function,
    Method,
    Parameter,
    Field,
    Case,
    Name,
    Attribute,
    Keyword,
    Comment,
    Text,
    Number,
}

/// The names of the kinds.
const SORTS: [SemanticTokenType; 19] = [
    SemanticTokenType::NAMESPACE,
    SemanticTokenType::INTERFACE,
    SemanticTokenType::CLASS,
    SemanticTokenType::STRUCT,
    SemanticTokenType::ENUM,
    SemanticTokenType::new("resource"),
    SemanticTokenType::new("typeAlias"),
    SemanticTokenType::TYPE,
    SemanticTokenType::FUNCTION,
    SemanticTokenType::METHOD,
    SemanticTokenType::PARAMETER,
    SemanticTokenType::PROPERTY,
    SemanticTokenType::ENUM_MEMBER,
    SemanticTokenType::VARIABLE,
    SemanticTokenType::DECORATOR,
    SemanticTokenType::KEYWORD,
    SemanticTokenType::COMMENT,
    SemanticTokenType::STRING,
    SemanticTokenType::NUMBER,
];

/// The bits of the modifiers, in the order of the legend.
const DECLARATION: u32 = 1;
const DEPRECATED: u32 = 2;
const DOCUMENTATION: u32 = 4;
const DEFAULT_LIBRARY: u32 = 8;

/// What the numbers in tokens mean.
pub(crate) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: SORTS.to_vec(),
        token_modifiers: vec![
            SemanticTokenModifier::DECLARATION,
            SemanticTokenModifier::DEPRECATED,
            SemanticTokenModifier::DOCUMENTATION,
            SemanticTokenModifier::DEFAULT_LIBRARY,
        ],
    }
}

/// A word with its kind and modifiers.
type Word = (Span, Sort, u32);

/// The tokens of a document, or of those lines of it that a span touches.
pub(crate) fn tokens(view: View<'_>, within: Option<Span>) -> Vec<SemanticToken> {
    let page = view.page();
    let mut words = words(view);
    words.retain(|(span, _, _)| {
        within.is_none_or(|it| span.start <= it.end && it.start <= span.end)
    });
    let (mut tokens, mut last) = (Vec::with_capacity(words.len()), (0, 0));
    for (span, sort, modifiers) in words {
        for line in lines(page, span) {
            let range = page.range(line);
            let start = (range.start.line, range.start.character);
            let delta_line = start.0 - last.0;
            let before = if delta_line == 0 { last.1 } else { 0 };
            tokens.push(SemanticToken {
                delta_line,
                delta_start: start.1 - before,
                length: page.encoding.length(page.snippet(line)),
                token_type: sort as u32,
                token_modifiers_bitset: modifiers,
            });
            last = start;
        }
    }
    tokens
}

/// The parts of a span in each line: many editors know no tokens of several lines.
fn lines(page: Page<'_>, span: Span) -> Vec<Span> {
    let text = page.snippet(span);
    let mut start = span.start;
    let parts = text.split_inclusive(['\n', '\r']).map(|line| {
        let length = line.trim_end_matches(['\n', '\r']).len() as u32;
        let part = Span::new(start, start + length);
        start += line.len() as u32;
        part
    });
    parts.filter(|part| part.start < part.end).collect()
}

/// All words and comments, in order.
fn words(view: View<'_>) -> Vec<Word> {
    let page = view.page();
    let (tokens, comments) = witc_parser::token_spans(page.source(), page.base, &mut Vec::new());
    let mut occurrences = view
        .references()
        .in_file(view.source_file())
        .iter()
        .peekable();
    let mut words = Vec::with_capacity(tokens.len());
    for (index, span) in tokens.iter().enumerate() {
        while occurrences.next_if(|it| it.span.end < span.end).is_some() {}
        let named =
            occurrences.next_if(|it| it.span.end == span.end && it.span.start < it.span.end);
        let before = index
            .checked_sub(1)
            .map_or("", |index| page.snippet(tokens[index]));
        let kind = match named {
            Some(occurrence) => {
                let definition = &view.references()[occurrence.definition];
                let mut modifiers = modifiers(view.analysis, definition);
                if definition.span == occurrence.span {
                    modifiers |= DECLARATION;
                }
                Some((sort(view.analysis, definition), modifiers))
            }
            None => unnamed(page.snippet(*span), before),
        };
        words.extend(kind.map(|(sort, modifiers)| (*span, sort, modifiers)));
    }
    words.extend(comments.iter().map(|span| {
        let text = page.snippet(*span);
        let is_doc = text.starts_with("///") || text.starts_with("/**");
        (*span, Sort::Comment, if is_doc { DOCUMENTATION } else { 0 })
    }));
    words.sort_by_key(|(span, _, _)| span.start);
    words
}

/// What a token is that names nothing.
fn unnamed(text: &str, before: &str) -> Option<(Sort, u32)> {
    if before == "@" && text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Some((Sort::Attribute, 0));
    }
    if text.starts_with('"') {
        return Some((Sort::Text, 0));
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((Sort::Number, 0));
    }
    let is_type = |word: &&str| word.trim_end_matches('<') == text;
    if crate::words::TYPES.iter().any(is_type) {
        return Some((Sort::BuiltIn, DEFAULT_LIBRARY));
    }
    if witc_parser::is_keyword(text) || text == "get" || text == "set" {
        return Some((Sort::Keyword, 0));
    }
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '%');
    is_word.then_some((Sort::Name, 0))
}

fn modifiers(analysis: &Analysis, definition: &Definition) -> u32 {
    let gate = definition
        .entity
        .and_then(|entity| stability(analysis, entity));
    let is_deprecated = gate.is_some_and(|gate| gate.deprecated().is_some());
    if is_deprecated { DEPRECATED } else { 0 }
}

/// The kind of the token that names something.
fn sort(analysis: &Analysis, definition: &Definition) -> Sort {
    match definition.kind {
        DefinitionKind::Namespace | DefinitionKind::Package => Sort::Namespace,
        DefinitionKind::Interface | DefinitionKind::FileName => Sort::Interface,
        DefinitionKind::World => Sort::World,
        DefinitionKind::Type => of_type(analysis, definition),
        DefinitionKind::Function => of_function(analysis, definition),
        DefinitionKind::Param => Sort::Parameter,
        DefinitionKind::Field => Sort::Field,
        DefinitionKind::Case | DefinitionKind::Flag => Sort::Case,
        DefinitionKind::Extern | DefinitionKind::Renamed => Sort::Name,
        DefinitionKind::Feature => Sort::Attribute,
    }
}

fn of_type(analysis: &Analysis, definition: &Definition) -> Sort {
    let Some(Entity::Type(id)) = definition.entity else {
        return Sort::Alias;
    };
    let model = analysis.model();
    // A name that `use` brings in looks as what it names.
    let id = match model.used_from(id) {
        Some(_) => model.definition(id),
        None => id,
    };
    match &model.types[id].kind {
        TypeDefKind::Record(_) => Sort::Record,
        TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => Sort::Choice,
        TypeDefKind::Resource => Sort::Resource,
        TypeDefKind::Alias(_)
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => Sort::Alias,
    }
}

fn of_function(analysis: &Analysis, definition: &Definition) -> Sort {
    let Some(Entity::Function(id)) = definition.entity else {
        return Sort::Function;
    };
    let function = &analysis.model().functions[id];
    if function.accessor.is_some() {
        Sort::Field
    } else if function.kind.is_method() {
        Sort::Method
    } else {
        Sort::Function
    }
}

/// The edits that make the new tokens of the old ones: one, from the first to the last that differ.
pub(crate) fn difference(old: &[SemanticToken], new: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = |(a, b): &(&SemanticToken, &SemanticToken)| a == b;
    let start = old.iter().zip(new).take_while(same).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(same)
        .count();
    let (removed, added) = (old_rest.len() - end, &new_rest[..new_rest.len() - end]);
    if removed == 0 && added.is_empty() {
        return Vec::new();
    }
    // Tokens are five numbers each on the wire, and edits count numbers.
    vec![SemanticTokensEdit {
        start: start as u32 * 5,
        delete_count: removed as u32 * 5,
        data: Some(added.to_vec()),
    }]
}
