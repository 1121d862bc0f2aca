//! The front of the server: it takes every message at once, keeps the open documents, and answers what their texts alone
//! can tell. Everything else it leaves to the back.

use crate::capabilities::initialized;
use crate::client::{Client, Settings, folders};
use crate::documents::{Document, Documents};
use crate::failure::Failure;
use crate::messages::{Answer, Change, Outgoing, Question, Task, document_of, params, result};
use crate::page::Page;
use crate::{syntactic, uris};
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, InitializeParams, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;

/// How far a connection is (LSP, "Server lifecycle").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    New,
    Running,
    ShutDown,
    Ended(u8),
}

/// The front of the server.
#[derive(Debug, Default)]
pub struct Front {
    stage: Stage,
    client: Client,
    settings: Settings,
    documents: Documents,
    tasks: Vec<Task>,
    outgoing: Vec<Outgoing>,
    /// The number of the next request to the client.
    next_id: u32,
    /// The request for settings that the client has not answered yet.
    asked_settings: Option<String>,
    asks_settings: bool,
}

impl Front {
    /// A server that waits for a client.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a request.
    pub fn request(&mut self, method: &str, value: Value) -> Answer {
        match (self.stage, method) {
            (Stage::New, "initialize") => return Answer::Now(self.initialize(value)),
            (Stage::New, _) => return Answer::Now(Err(Failure::not_initialized())),
            (Stage::Running, "initialize") => {
                let failure = Failure::untimely("the server is initialized already");
                return Answer::Now(Err(failure));
            }
            (Stage::Running, "shutdown") => {
                self.stage = Stage::ShutDown;
                return Answer::Now(Ok(Value::Null));
            }
            (Stage::Running, _) => {}
            (Stage::ShutDown | Stage::Ended(_), _) => {
                return Answer::Now(Err(Failure::untimely("the server is shut down")));
            }
        }
        let document = document_of(&value).and_then(|uri| self.documents.get(&uri));
        match document.filter(|_| syntactic::is_syntactic(method)) {
            Some(document) => Answer::Now(self.of_text(document, method, value)),
            None => Answer::Later(Question {
                method: method.to_owned(),
                params: value,
            }),
        }
    }

    fn of_text(&self, document: &Document, method: &str, value: Value) -> Result<Value, Failure> {
        let page = Page {
            text: &document.text,
            base: 0,
            encoding: self.client.encoding,
        };
        syntactic::answer(page, &document.uri, &self.client, method, value)
    }

    fn initialize(&mut self, value: Value) -> Result<Value, Failure> {
        let params: InitializeParams = params("initialize", value)?;
        self.client = Client::new(&params.capabilities);
        let options = params.initialization_options.as_ref();
        self.settings = options.map(Settings::read).unwrap_or_default();
        let workspace = params.capabilities.workspace.as_ref();
        self.asks_settings = workspace.and_then(|it| it.configuration) == Some(true);
        self.stage = Stage::Running;
        self.tasks.push(Task(Change::Start {
            client: self.client,
            settings: self.settings.clone(),
            folders: folders(&params),
        }));
        result(initialized(&self.client, &self.settings))
    }

    /// Takes a notification. One that makes no sense is logged and has no effect, as the protocol wants it.
    pub fn notify(&mut self, method: &str, value: Value) {
        match (self.stage, method) {
            (Stage::ShutDown, "exit") => self.stage = Stage::Ended(0),
            (_, "exit") => self.stage = Stage::Ended(1),
            (Stage::Running, _) => self.change(method, value),
            // Without `initialize` there is no document; after `shutdown` there is none any more.
            (Stage::New | Stage::ShutDown | Stage::Ended(_), _) => {}
        }
    }

    fn change(&mut self, method: &str, value: Value) {
        match method {
            "initialized" => self.register(),
            "textDocument/didOpen" => self.with(method, value, Self::open),
            "textDocument/didChange" => self.with(method, value, Self::edit),
            "textDocument/didClose" => self.with(method, value, Self::close),
            "workspace/didChangeWatchedFiles" => self.with(method, value, Self::files),
            "workspace/didChangeWorkspaceFolders" => self.with(method, value, Self::folders),
            "workspace/didChangeConfiguration" => self.configure(&value),
            // Saving changes nothing that the server looks at; the others it may leave out.
            _ => {}
        }
    }

    fn with<P: DeserializeOwned>(&mut self, method: &str, value: Value, run: fn(&mut Self, P)) {
        match params(method, value) {
            Ok(params) => run(self, params),
            Err(failure) => self.outgoing.push(Outgoing::log(&failure.message)),
        }
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) {
        let document = self.documents.open(params.text_document);
        self.tasks.push(Task(Change::Document(document)));
    }

    fn edit(&mut self, params: DidChangeTextDocumentParams) {
        let (uri, version) = (params.text_document.uri, params.text_document.version);
        let encoding = self.client.encoding;
        match self
            .documents
            .edit(&uri, version, params.content_changes, encoding)
        {
            Some(document) => self.tasks.push(Task(Change::Document(document))),
            None => {
                let message = format!("`{}` was changed and is not open", uri.as_str());
                self.outgoing.push(Outgoing::log(&message));
            }
        }
    }

    fn close(&mut self, params: DidCloseTextDocumentParams) {
        if let Some(document) = self.documents.close(&params.text_document.uri) {
            self.tasks.push(Task(Change::Closed(document)));
        }
    }

    fn files(&mut self, params: DidChangeWatchedFilesParams) {
        let changed = params
            .changes
            .iter()
            .filter_map(|change| uris::file(&change.uri));
        self.tasks.push(Task(Change::Files(changed.collect())));
    }

    fn folders(&mut self, params: DidChangeWorkspaceFoldersParams) {
        let paths = |folders: &[lsp_types::WorkspaceFolder]| -> Vec<PathBuf> {
            let uris = folders.iter().map(|folder| &folder.uri);
            uris.filter_map(uris::file).collect()
        };
        self.tasks.push(Task(Change::Folders {
            added: paths(&params.event.added),
            removed: paths(&params.event.removed),
        }));
    }

    fn configure(&mut self, value: &Value) {
        let settings = value.get("settings").filter(|settings| !settings.is_null());
        match settings {
            Some(settings) => self.set(Settings::read(settings)),
            // Newer clients only say that something changed, and want to be asked.
            None if self.asks_settings => {
                let params = json!({"items": [{"section": "witc"}]});
                self.asked_settings = Some(self.ask("workspace/configuration", params));
            }
            None => {}
        }
    }

    fn set(&mut self, settings: Settings) {
        if self.settings != settings {
            self.settings = settings.clone();
            self.tasks.push(Task(Change::Settings(settings)));
        }
    }

    fn ask(&mut self, method: &'static str, params: Value) -> String {
        let id = format!("witc-{}", self.next_id);
        self.next_id += 1;
        self.outgoing.push(Outgoing::Request {
            id: id.clone(),
            method,
            params,
        });
        id
    }

    /// Asks the client to tell of files that come, change or go.
    fn register(&mut self) {
        if self.client.watches_files {
            let globs = ["**/*.wit", "**/*.wasm", "**/*.wat", "**/deps"];
            let watchers = globs.map(|glob| json!({"globPattern": glob}));
            let params = json!({"registrations": [{
                "id": "witc-files",
                "method": "workspace/didChangeWatchedFiles",
                "registerOptions": {"watchers": watchers},
            }]});
            self.ask("client/registerCapability", params);
        }
    }

    /// Takes the response to a request of the server; nothing if the client could not answer.
    pub fn response(&mut self, id: &str, value: Option<Value>) {
        if self.asked_settings.as_deref() == Some(id) {
            self.asked_settings = None;
            let value = value.unwrap_or_default();
            self.set(Settings::read(value.get(0).unwrap_or(&Value::Null)));
        }
    }

    /// What the back has to be told since the last call.
    pub fn tasks(&mut self) -> Vec<Task> {
        std::mem::take(&mut self.tasks)
    }

    /// What the client has to be told since the last call.
    pub fn outgoing(&mut self) -> Vec<Outgoing> {
        std::mem::take(&mut self.outgoing)
    }

    /// The exit code, once the client has ended the server.
    #[must_use]
    pub fn exit_code(&self) -> Option<u8> {
        match self.stage {
            Stage::Ended(code) => Some(code),
            Stage::New | Stage::Running | Stage::ShutDown => None,
        }
    }

    /// The URIs of the open documents.
    pub fn open_documents(&self) -> impl Iterator<Item = &Uri> {
        self.documents.all().map(|document| &document.uri)
    }
}
