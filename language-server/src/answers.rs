//! The answers of the back, by the methods of the requests.

use crate::back::Back;
use crate::failure::Failure;
use crate::messages::{Question, document_of, params, result, result_with_edits};
use crate::uris::{self, Resource};
use crate::view::View;
use crate::{
    actions, completion, decorations, hover, navigation, rename, report, syntactic, tokens,
};
use lsp_types::{
    CodeActionParams, CompletionParams, DocumentDiagnosticParams, HoverParams, InlayHintParams,
    Position, ReferenceParams, RenameParams, SemanticTokens, SemanticTokensDelta,
    SemanticTokensDeltaParams, SemanticTokensFullDeltaResult, SemanticTokensRangeParams,
    TextDocumentPositionParams, Uri, WorkspaceSymbolParams,
};
use serde::Serialize;
use serde_json::{Value, json};
use witc_diagnostics::Code;

type Answered = Result<Value, Failure>;

impl Back {
    /// Answers a request; `codes` are those that the client may ask an explanation of.
    ///
    /// # Errors
    ///
    /// What the protocol calls an error: a method that the server does not know, parameters that can't be read, or
    /// something that can't be done.
    pub fn answer(&mut self, question: Question, codes: &[Code]) -> Answered {
        let Question {
            method,
            params: value,
        } = question;
        match method.as_str() {
            "workspace/symbol" => {
                let params: WorkspaceSymbolParams = params(&method, value)?;
                result(self.workspace_symbols(&params.query))
            }
            "workspace/textDocumentContent" => self.content(&value, codes),
            _ => match document_of(&value) {
                Some(uri) => self.about(&uri, &method, value),
                None if is_known(&method) => {
                    let error = serde::de::Error::custom("no document is named");
                    Err(Failure::params(&method, &error))
                }
                None => Err(Failure::method(&method)),
            },
        }
    }

    /// The text of what only the server has: the WIT of a binary, or the explanation of a code.
    fn content(&mut self, value: &Value, codes: &[Code]) -> Answered {
        let uri = value
            .get("uri")
            .and_then(Value::as_str)
            .and_then(|uri| uri.parse().ok());
        let uri: Uri = uri.ok_or_else(|| Failure::refused("no document is named"))?;
        let text = match uris::resource(&uri) {
            Resource::Explanation(name) => {
                let code = codes.iter().find(|code| code.name() == name);
                code.map(|code| format!("# {code}: {}\n\n{}", code.title(), code.explanation()))
            }
            Resource::Binary(_) => {
                let found = self.find(&uri);
                found.map(|found| self.view(&found).page().source().to_owned())
            }
            Resource::File(_) | Resource::Other => None,
        };
        match text {
            Some(text) => Ok(json!({ "text": text })),
            None => Err(Failure::refused(format!(
                "`{}` has no text here",
                uri.as_str()
            ))),
        }
    }

    /// Answers a request about a document.
    fn about(&mut self, uri: &Uri, method: &str, value: Value) -> Answered {
        if !is_known(method) && !syntactic::is_syntactic(method) {
            return Err(Failure::method(method));
        }
        let Some(found) = self.find(uri) else {
            return Ok(Value::Null);
        };
        match method {
            "textDocument/rename" => {
                let params: RenameParams = params(method, value)?;
                let position = params.text_document_position.position;
                result_with_edits(rename::rename(self, &found, position, &params.new_name)?)
            }
            "textDocument/codeAction" => {
                let params: CodeActionParams = params(method, value)?;
                result_with_edits(actions::actions(self, &found, &params))
            }
            "textDocument/diagnostic" => {
                let features = self.features();
                let list = report::diagnostics(self.view(&found), &features, Some(found.1));
                let params: DocumentDiagnosticParams = params(method, value)?;
                self.pulled(uri, list, params.previous_result_id.as_deref())
            }
            "textDocument/semanticTokens/full" => {
                let data = tokens::tokens(self.view(&found), None);
                let result_id = Some(self.keep_tokens(uri, &data));
                result(SemanticTokens { result_id, data })
            }
            "textDocument/semanticTokens/full/delta" => {
                let params: SemanticTokensDeltaParams = params(method, value)?;
                let data = tokens::tokens(self.view(&found), None);
                self.token_difference(uri, data, &params.previous_result_id)
            }
            _ if syntactic::is_syntactic(method) => {
                syntactic::answer(self.view(&found).page(), uri, &self.client, method, value)
            }
            _ => self.about_view(self.view(&found), method, value),
        }
    }

    /// Answers what needs no more than the package.
    fn about_view(&self, view: View<'_>, method: &str, value: Value) -> Answered {
        let client = &self.client;
        match method {
            "textDocument/hover" => {
                let params: HoverParams = params(method, value)?;
                let position = params.text_document_position_params.position;
                result(hover::hover(view, position, client.markdown))
            }
            "textDocument/completion" => {
                let params: CompletionParams = params(method, value)?;
                let position = params.text_document_position.position;
                result(completion::completion(
                    view,
                    position,
                    client.snippets,
                    client.markdown_items,
                ))
            }
            "textDocument/references" => {
                let params: ReferenceParams = params(method, value)?;
                let position = params.text_document_position.position;
                let with_definition = params.context.include_declaration;
                result(navigation::references(view, position, with_definition))
            }
            "textDocument/inlayHint" => {
                let params: InlayHintParams = params(method, value)?;
                let within = view.page().span(params.range);
                result(decorations::hints(view, &self.settings, within))
            }
            "textDocument/semanticTokens/range" => {
                let params: SemanticTokensRangeParams = params(method, value)?;
                let within = view.page().span(params.range);
                let data = tokens::tokens(view, Some(within));
                result(SemanticTokens {
                    result_id: None,
                    data,
                })
            }
            "textDocument/documentLink" => result(decorations::links(view, client.link_tooltips)),
            "textDocument/codeLens" => result(decorations::lenses(view, &self.settings)),
            "textDocument/definition" => at(method, value, |it| navigation::definition(view, it)),
            "textDocument/typeDefinition" => {
                at(method, value, |it| navigation::type_definition(view, it))
            }
            "textDocument/implementation" => {
                at(method, value, |it| navigation::implementations(view, it))
            }
            "textDocument/documentHighlight" => {
                at(method, value, |it| navigation::highlights(view, it))
            }
            "textDocument/prepareRename" => {
                let params: TextDocumentPositionParams = params(method, value)?;
                result(rename::prepare(view, params.position)?)
            }
            _ => Err(Failure::method(method)),
        }
    }

    /// The diagnostics of a document, or that they are what the client has.
    fn pulled(
        &mut self,
        uri: &Uri,
        list: Vec<lsp_types::Diagnostic>,
        known: Option<&str>,
    ) -> Answered {
        let key = uri.as_str().to_owned();
        let same = self
            .pulled
            .get(&key)
            .filter(|(id, last)| known == Some(id.to_string().as_str()) && *last == list);
        if let Some((id, _)) = same {
            return Ok(json!({"kind": "unchanged", "resultId": id.to_string()}));
        }
        let id = self.next_result();
        self.pulled.insert(key, (id, list.clone()));
        Ok(json!({"kind": "full", "resultId": id.to_string(), "items": list}))
    }

    fn keep_tokens(&mut self, uri: &Uri, data: &[lsp_types::SemanticToken]) -> String {
        let id = self.next_result();
        let key = uri.as_str().to_owned();
        self.tokens.insert(key, (id, data.to_vec()));
        id.to_string()
    }

    fn token_difference(
        &mut self,
        uri: &Uri,
        data: Vec<lsp_types::SemanticToken>,
        known: &str,
    ) -> Answered {
        let last = self.tokens.get(uri.as_str());
        let edits = last
            .filter(|(id, _)| id.to_string() == known)
            .map(|(_, last)| tokens::difference(last, &data));
        let result_id = Some(self.keep_tokens(uri, &data));
        result(match edits {
            Some(edits) => {
                SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta { result_id, edits })
            }
            // The client has others than the server remembers, and gets all of them.
            None => SemanticTokensFullDeltaResult::Tokens(SemanticTokens { result_id, data }),
        })
    }
}

/// Whether the back knows a request about a document.
fn is_known(method: &str) -> bool {
    let Some(name) = method.strip_prefix("textDocument/") else {
        return false;
    };
    KNOWN.contains(&name) || syntactic::is_syntactic(method)
}

const KNOWN: [&str; 17] = [
    "hover",
    "completion",
    "definition",
    "typeDefinition",
    "implementation",
    "references",
    "documentHighlight",
    "documentLink",
    "codeLens",
    "codeAction",
    "inlayHint",
    "rename",
    "prepareRename",
    "diagnostic",
    "semanticTokens/full",
    "semanticTokens/full/delta",
    "semanticTokens/range",
];

/// Answers a request about a position.
fn at<R: Serialize>(method: &str, value: Value, answer: impl FnOnce(Position) -> R) -> Answered {
    let params: TextDocumentPositionParams = params(method, value)?;
    result(answer(params.position))
}
