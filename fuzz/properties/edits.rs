//! What holds for the language server, any text and any edits of it: it answers, and after the edits it says what a server
//! says that only knows the last text.
//!
//! The first line of the input has the edits, four bytes each: where, how much goes, and which piece of the rest comes. The
//! rest is the text.

use serde_json::{Value, json};
use witc_language_server::{Answer, Back, Front};

/// More edits than these show nothing new, and take time.
const MOST_EDITS: usize = 16;

const URI: &str = "untitled:fuzz";

/// Requests about a position, and about the whole document.
const REQUESTS: [&str; 12] = [
    "hover",
    "definition",
    "references",
    "completion",
    "prepareRename",
    "documentSymbol",
    "foldingRange",
    "selectionRange",
    "formatting",
    "semanticTokens/full",
    "codeAction",
    "documentLink",
];

pub(crate) fn check(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == b'\n');
    let (Some(edits), Some(text)) = (parts.next(), parts.next()) else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let mut server = Server::new(text);
    let mut now = text.to_owned();
    for edit in edits.chunks_exact(4).take(MOST_EDITS) {
        let [at, length, from, count] = [edit[0], edit[1], edit[2], edit[3]].map(usize::from);
        let start = boundary(&now, now.len() * at / 256);
        let end = boundary(&now, start + length % 16).max(start);
        let piece_start = boundary(text, text.len() * from / 256);
        let piece_end = boundary(text, piece_start + count % 16).max(piece_start);
        let piece = &text[piece_start..piece_end];
        server.edit(&now, start, end, piece);
        now.replace_range(start..end, piece);
        server.ask_all(&now, start);
    }
    let (edited, fresh) = (server.state(&now), Server::new(&now).state(&now));
    assert_eq!(edited, fresh, "after edits that lead to\n{now}");
}

/// The last start of a character that is not after a byte.
fn boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// The position of a byte, in Unicode scalar values. Lines end as the protocol says: also with `\r` alone.
fn position(text: &str, byte: usize) -> Value {
    let before = &text[..byte];
    let (mut line, mut character) = (0, 0);
    for (at, c) in before.char_indices() {
        let ends = c == '\n' || c == '\r' && text.as_bytes().get(at + 1) != Some(&b'\n');
        if ends {
            (line, character) = (line + 1, 0);
        } else if c != '\r' {
            character += 1;
        }
    }
    json!({"line": line, "character": character})
}

struct Server {
    front: Front,
    back: Back,
    version: i32,
}

impl Server {
    fn new(text: &str) -> Self {
        let mut server = Self {
            front: Front::new(),
            back: Back::new(),
            version: 1,
        };
        let capabilities = json!({"general": {"positionEncodings": ["utf-32"]}});
        server.request("initialize", json!({"capabilities": capabilities}));
        let item = json!({"uri": URI, "languageId": "wit", "version": 1, "text": text});
        server.notify("textDocument/didOpen", json!({"textDocument": item}));
        server
    }

    fn request(&mut self, method: &str, params: Value) -> Value {
        let answer = match self.front.request(method, params) {
            Answer::Now(answer) => answer,
            Answer::Later(question) => self.back.answer(question, &[]),
        };
        self.pass_on();
        answer.unwrap_or_else(|failure| json!(failure.message))
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.front.notify(method, params);
        self.pass_on();
        self.back.publish();
    }

    fn pass_on(&mut self) {
        for task in self.front.tasks() {
            self.back.change(task);
        }
    }

    fn edit(&mut self, text: &str, start: usize, end: usize, new: &str) {
        self.version += 1;
        let whole = format!("{}{new}{}", &text[..start], &text[end..]);
        let is_split = |byte: usize| {
            byte > 0
                && text.as_bytes()[byte - 1] == b'\r'
                && text.as_bytes().get(byte) == Some(&b'\n')
        };
        // No position is between `\r` and `\n`, so that such an edit can't be written as one.
        let change = if is_split(start) || is_split(end) {
            json!({"text": whole})
        } else {
            let range = json!({"start": position(text, start), "end": position(text, end)});
            json!({"range": range, "text": new})
        };
        let document = json!({"uri": URI, "version": self.version});
        let params = json!({"textDocument": document, "contentChanges": [change]});
        self.notify("textDocument/didChange", params);
    }

    fn ask_all(&mut self, text: &str, byte: usize) -> Vec<Value> {
        let place = position(text, byte);
        let end = position(text, text.len());
        let params = json!({
            "textDocument": {"uri": URI},
            "position": place,
            "positions": [place],
            "range": {"start": place, "end": end},
            "context": {"includeDeclaration": true, "diagnostics": []},
            "options": {"tabSize": 4, "insertSpaces": true},
        });
        let ask = |method: &&str| self.request(&format!("textDocument/{method}"), params.clone());
        let mut answers: Vec<Value> = REQUESTS.iter().map(ask).collect();
        for answer in &mut answers {
            // Numbers of results count what was asked before.
            if let Some(object) = answer.as_object_mut() {
                object.remove("resultId");
            }
        }
        answers
    }

    /// Everything that can be compared.
    fn state(&mut self, text: &str) -> Vec<Value> {
        let mut state = self.ask_all(text, boundary(text, text.len() / 2));
        let about = json!({"textDocument": {"uri": URI}});
        let mut diagnostics = self.request("textDocument/diagnostic", about);
        if let Some(object) = diagnostics.as_object_mut() {
            object.remove("resultId");
        }
        state.push(diagnostics);
        state
    }
}
