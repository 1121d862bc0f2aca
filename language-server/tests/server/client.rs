//! A client in the same process: it keeps the documents as an editor does, and applies the edits that it gets.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;
use witc_language_server::{Answer, Back, Failure, Front, Outgoing};

/// An editor with a folder of files open.
pub(crate) struct Client {
    pub(crate) front: Front,
    pub(crate) back: Back,
    folder: TempDir,
    /// The open documents: versions and texts.
    documents: BTreeMap<String, (i32, String)>,
    /// The diagnostics that were published last, by URI.
    pub(crate) published: BTreeMap<String, Vec<Value>>,
    /// How often something was published, by URI.
    pub(crate) publications: BTreeMap<String, usize>,
    /// What else the server said.
    pub(crate) said: Vec<Outgoing>,
}

/// The capabilities of an editor that can do everything.
pub(crate) fn everything(encoding: &str) -> Value {
    json!({
        "general": {"positionEncodings": [encoding]},
        "workspace": {
            "configuration": true,
            "didChangeWatchedFiles": {"dynamicRegistration": true},
            "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]},
        },
        "textDocument": {
            "completion": {"completionItem": {"snippetSupport": true}},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "rename": {"prepareSupport": true},
        },
    })
}

impl Client {
    /// Opens a folder with these files, none of which is open as a document yet.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        Self::with(files, everything("utf-8"), json!({}))
    }

    pub(crate) fn with(files: &[(&str, &str)], capabilities: Value, options: Value) -> Self {
        let mut client = Self {
            front: Front::new(),
            back: Back::new(),
            folder: tempfile::tempdir().expect("can be made"),
            documents: BTreeMap::new(),
            published: BTreeMap::new(),
            publications: BTreeMap::new(),
            said: Vec::new(),
        };
        for (name, text) in files {
            client.write(name, text);
        }
        let folder = client.uri("");
        let params = json!({
            "processId": null,
            "capabilities": capabilities,
            "initializationOptions": options,
            "workspaceFolders": [{"uri": folder.trim_end_matches('/'), "name": "test"}],
        });
        client
            .request("initialize", params)
            .expect("is initialized");
        client.notify("initialized", json!({}));
        client
    }

    /// Writes a file, as another program does.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("can be made");
        fs::write(path, text).expect("can be written");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        // The real path: on some systems the folder of temporary files is a link.
        self.folder
            .path()
            .canonicalize()
            .expect("is there")
            .join(name)
    }

    pub(crate) fn uri(&self, name: &str) -> String {
        if name.contains(':') {
            return name.to_owned();
        }
        format!("file://{}", self.path(name).display())
    }

    pub(crate) fn request(&mut self, method: &str, params: Value) -> Result<Value, Failure> {
        let answer = self.front.request(method, params);
        self.pass_on();
        match answer {
            Answer::Now(result) => result,
            Answer::Later(question) => self.back.answer(question, witc_resolve::codes::ALL),
        }
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.front.notify(method, params);
        self.pass_on();
        for message in self.back.publish() {
            self.take(message);
        }
    }

    /// Sends a notification that may be nonsense, after which versions are not what this client counts.
    pub(crate) fn notify_any(&mut self, method: &str, params: Value) {
        self.front.notify(method, params);
        for task in self.front.tasks() {
            self.back.change(task);
        }
        self.front.outgoing();
        self.back.publish();
    }

    fn pass_on(&mut self) {
        for task in self.front.tasks() {
            self.back.change(task);
        }
        for message in self.front.outgoing() {
            self.take(message);
        }
    }

    fn take(&mut self, message: Outgoing) {
        match message {
            Outgoing::Notification {
                method: "textDocument/publishDiagnostics",
                params,
            } => {
                let uri = params["uri"].as_str().expect("is a text").to_owned();
                if let Some((version, _)) = self.documents.get(&uri) {
                    assert_eq!(params["version"], *version, "of the document as it is");
                }
                *self.publications.entry(uri.clone()).or_default() += 1;
                let list = params["diagnostics"].as_array().expect("is a list").clone();
                self.published.insert(uri, list);
            }
            other @ (Outgoing::Notification { .. } | Outgoing::Request { .. }) => {
                self.said.push(other);
            }
        }
    }

    /// Opens a document with the text of its file.
    pub(crate) fn open(&mut self, name: &str) {
        let text = fs::read_to_string(self.path(name)).expect("is there");
        self.open_as(name, &text);
    }

    /// Opens a document with a text that no file has.
    pub(crate) fn open_as(&mut self, name: &str, text: &str) {
        let uri = self.uri(name);
        self.documents.insert(uri.clone(), (1, text.to_owned()));
        let item = json!({"uri": uri, "languageId": "wit", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": item}));
    }

    pub(crate) fn close(&mut self, name: &str) {
        let uri = self.uri(name);
        self.documents.remove(&uri);
        self.notify(
            "textDocument/didClose",
            json!({"textDocument": {"uri": uri}}),
        );
    }

    /// Puts another text in the place of a document's.
    pub(crate) fn change(&mut self, name: &str, text: &str) {
        self.send_change(name, text, json!([{"text": text}]));
    }

    /// Replaces the first occurrence of a text in a document, by an edit of that place alone.
    pub(crate) fn replace(&mut self, name: &str, old: &str, new: &str) {
        let text = self.text(name).to_owned();
        let start = text.find(old).expect("is in the document");
        let range =
            json!({"start": position(&text, start), "end": position(&text, start + old.len())});
        let changed = text.replacen(old, new, 1);
        self.send_change(name, &changed, json!([{"range": range, "text": new}]));
    }

    /// Sends changes that make a text of a document.
    pub(crate) fn send_change(&mut self, name: &str, text: &str, changes: Value) {
        let uri = self.uri(name);
        let document = self.documents.get_mut(&uri).expect("is open");
        *document = (document.0 + 1, text.to_owned());
        let version = document.0;
        let params =
            json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": changes});
        self.notify("textDocument/didChange", params);
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        &self.documents[&self.uri(name)].1
    }

    /// Asks about a document.
    pub(crate) fn about(
        &mut self,
        method: &str,
        name: &str,
        more: Value,
    ) -> Result<Value, Failure> {
        let mut params = json!({"textDocument": {"uri": self.uri(name)}});
        for (key, value) in more.as_object().expect("is an object") {
            params[key] = value.clone();
        }
        self.request(&format!("textDocument/{method}"), params)
    }

    /// Asks about the place in a document that a text leads to: the `|` in it, or its start.
    pub(crate) fn at(&mut self, method: &str, name: &str, place: &str) -> Value {
        let position = self.place(name, place);
        let result = self.about(method, name, json!({"position": position}));
        result.unwrap_or_else(|failure| panic!("{method} at {place}: {failure}"))
    }

    /// The position that a text leads to.
    pub(crate) fn place(&self, name: &str, place: &str) -> Value {
        let uri = self.uri(name);
        let on_disk = || fs::read_to_string(self.path(name)).expect("is there");
        let text = self
            .documents
            .get(&uri)
            .map_or_else(on_disk, |it| it.1.clone());
        let cursor = place.find('|').unwrap_or(0);
        let place = place.replacen('|', "", 1);
        let start = text
            .find(&place)
            .unwrap_or_else(|| panic!("`{place}` is in {name}"));
        position(&text, start + cursor)
    }

    pub(crate) fn diagnostics(&self, name: &str) -> &[Value] {
        let published = self.published.get(&self.uri(name));
        published.map_or(&[], Vec::as_slice)
    }

    /// The codes of the diagnostics of a file; hints have none.
    pub(crate) fn codes(&self, name: &str) -> Vec<String> {
        let codes = self
            .diagnostics(name)
            .iter()
            .filter_map(|it| it["code"].as_str());
        codes.map(str::to_owned).collect()
    }

    /// Applies the edits of a workspace edit to the documents. New files become documents.
    pub(crate) fn apply(&mut self, edit: &Value) {
        let mut by_uri: Vec<(String, Vec<Value>)> = Vec::new();
        for (uri, edits) in edit["changes"].as_object().into_iter().flatten() {
            by_uri.push((uri.clone(), edits.as_array().expect("is a list").clone()));
        }
        for change in edit["documentChanges"].as_array().into_iter().flatten() {
            if change["kind"] == "create" {
                let uri = change["uri"].as_str().expect("is a text").to_owned();
                self.open_as(&uri, "");
            } else {
                let uri = change["textDocument"]["uri"]
                    .as_str()
                    .expect("is a text")
                    .to_owned();
                by_uri.push((uri, change["edits"].as_array().expect("is a list").clone()));
            }
        }
        for (uri, edits) in by_uri {
            let text = edited(self.text(&uri), &edits);
            self.change(&uri, &text);
        }
    }
}

/// The first byte of each line. Lines end with `\n`, `\r\n` or `\r`.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = |at: &usize| {
        bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n')
    };
    let starts = (0..bytes.len()).filter(ends).map(|at| at + 1);
    std::iter::once(0).chain(starts).collect()
}

/// The position of a byte, in UTF-8.
pub(crate) fn position(text: &str, byte: usize) -> Value {
    let starts = line_starts(text);
    let line = starts.partition_point(|start| *start <= byte) - 1;
    json!({"line": line, "character": byte - starts[line]})
}

/// The byte of a position, in UTF-8.
pub(crate) fn byte(text: &str, position: &Value) -> usize {
    let line = position["line"].as_u64().expect("is a number") as usize;
    let start = line_starts(text).get(line).copied().unwrap_or(text.len());
    start + position["character"].as_u64().expect("is a number") as usize
}

/// The text that a range of a text covers.
pub(crate) fn covered<'t>(text: &'t str, range: &Value) -> &'t str {
    &text[byte(text, &range["start"])..byte(text, &range["end"])]
}

/// A text with edits applied, all of which are meant for the text as it was.
pub(crate) fn edited(text: &str, edits: &[Value]) -> String {
    let range = |edit: &Value| {
        let range = &edit["range"];
        (byte(text, &range["start"]), byte(text, &range["end"]))
    };
    let mut sorted: Vec<_> = edits
        .iter()
        .map(|edit| (range(edit), edit["newText"].as_str().expect("is a text")))
        .collect();
    sorted.sort_by_key(|(range, _)| *range);
    let (mut result, mut at) = (String::new(), 0);
    for ((start, end), new) in sorted {
        assert!(at <= start, "edits overlap: {edits:?}");
        result.push_str(&text[at..start]);
        result.push_str(new);
        at = end;
    }
    result + &text[at..]
}
