//! The answers that a text alone can give, without the package that it is a part of.

use crate::client::Client;
use crate::failure::Failure;
use crate::messages::{params, result};
use crate::page::Page;
use crate::{folding, formatting, selection, symbols};
use lsp_types::{DocumentRangeFormattingParams, Range, SelectionRangeParams, Uri};
use serde_json::Value;

/// Whether a request is about a text alone.
pub(crate) fn is_syntactic(method: &str) -> bool {
    METHODS.contains(&method)
}

const METHODS: [&str; 5] = [
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
];

/// Answers a request about a text.
pub(crate) fn answer(
    page: Page<'_>,
    uri: &Uri,
    client: &Client,
    method: &str,
    value: Value,
) -> Result<Value, Failure> {
    match method {
        "textDocument/documentSymbol" => result(symbols::symbols(page, uri, client.symbol_trees)),
        "textDocument/foldingRange" => result(folding::ranges(page, client.folds_lines)),
        "textDocument/selectionRange" => {
            let params: SelectionRangeParams = params(method, value)?;
            result(selection::ranges(page, &params.positions))
        }
        "textDocument/formatting" => formatted(page, None),
        "textDocument/rangeFormatting" => {
            let params: DocumentRangeFormattingParams = params(method, value)?;
            formatted(page, Some(params.range))
        }
        _ => Err(Failure::method(method)),
    }
}

fn formatted(page: Page<'_>, lines: Option<Range>) -> Result<Value, Failure> {
    match formatting::edits(page, lines) {
        Ok(edits) => result(edits),
        Err(found) => {
            let first = found.iter().find(|found| found.is_error());
            let why = first.map_or("it has errors", |found| &found.message);
            Err(Failure::refused(format!(
                "the file can't be formatted: {why}"
            )))
        }
    }
}
