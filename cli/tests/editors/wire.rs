//! A client that writes and reads by hand.

use crate::support::folder;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

fn frame(message: &Value) -> String {
    let text = message.to_string();
    format!("Content-Length: {}\r\n\r\n{text}", text.len())
}

fn request(id: u32, method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
}

fn notification(method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "method": method, "params": params})
}

fn open(text: &str) -> Value {
    let item = json!({"uri": "untitled:a", "languageId": "wit", "version": 1, "text": text});
    notification("textDocument/didOpen", json!({"textDocument": item}))
}

impl Server {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_witc"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts");
        let input = child.stdin.take().expect("is piped");
        let output = BufReader::new(child.stdout.take().expect("is piped"));
        Self {
            child,
            input,
            output,
        }
    }

    /// Sends messages at once.
    fn send(&mut self, messages: &[Value]) {
        let text: String = messages.iter().map(frame).collect();
        self.input.write_all(text.as_bytes()).expect("is read");
    }

    /// The next message.
    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).expect("is text");
            match line.trim().split_once(": ") {
                Some((_, value)) => length = value.parse().expect("is a number"),
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("is complete");
        serde_json::from_slice(&body).expect("is JSON")
    }

    /// The response to a request, whatever comes before it.
    fn response(&mut self, id: u32) -> Value {
        loop {
            let message = self.receive();
            if message["id"] == id && message["method"].is_null() {
                return message;
            }
        }
    }

    fn initialize(&mut self) {
        self.send(&[request(0, "initialize", json!({"capabilities": {}}))]);
        assert!(self.response(0)["result"]["capabilities"].is_object());
        self.send(&[notification("initialized", json!({}))]);
    }
}

#[test]
fn a_session_goes_from_initialize_to_exit() {
    let mut server = Server::start();
    server.initialize();
    server.send(&[open("package a:b; interface i { f: func(x: strin); }")]);
    let published = server.receive();
    assert_eq!(published["method"], "textDocument/publishDiagnostics");
    assert_eq!(published["params"]["diagnostics"][0]["code"], "W0211");
    let position =
        json!({"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 23}});
    server.send(&[request(1, "textDocument/hover", position)]);
    assert!(
        server.response(1)["result"]["contents"]["value"]
            .as_str()
            .is_some_and(|it| it.contains("interface i"))
    );
    server.send(&[request(2, "shutdown", Value::Null)]);
    let response = server.response(2);
    assert_eq!(
        (&response["result"], &response["error"]),
        (&Value::Null, &Value::Null)
    );
    server.send(&[notification("exit", Value::Null)]);
    assert_eq!(server.child.wait().expect("ends").code(), Some(0));
}

/// A text that takes a moment to analyse.
fn many_interfaces() -> String {
    "package a:b;\n".to_owned() + &"interface i { f: func(x: u8); }\n".repeat(500)
}

#[test]
fn all_that_was_asked_is_answered_before_the_end() {
    let mut server = Server::start();
    server.initialize();
    let mut messages = vec![open(&many_interfaces())];
    messages.extend((10..30).map(|id| request(id, "workspace/symbol", json!({"query": "i"}))));
    messages.push(request(30, "shutdown", Value::Null));
    server.send(&messages);
    let mut answered = Vec::new();
    while answered.last() != Some(&30) {
        answered.extend(server.receive()["id"].as_u64());
    }
    assert_eq!(answered, Vec::from_iter(10..=30));
    server.send(&[notification("exit", Value::Null)]);
    assert_eq!(server.child.wait().expect("ends").code(), Some(0));
}

#[test]
fn each_request_has_one_answer_also_if_it_is_cancelled() {
    let mut server = Server::start();
    server.initialize();
    let mut messages = vec![open(&many_interfaces())];
    let ids: BTreeSet<u32> = (10..60).collect();
    messages.extend(
        ids.iter()
            .map(|id| request(*id, "workspace/symbol", json!({"query": "i"}))),
    );
    messages.extend(
        ids.iter()
            .map(|id| notification("$/cancelRequest", json!({"id": id}))),
    );
    messages.push(notification("$/cancelRequest", json!({"id": {}})));
    server.send(&messages);
    let mut answered = BTreeSet::new();
    while answered.len() < ids.len() {
        let message = server.receive();
        let Some(id) = message["id"].as_u64() else {
            continue;
        };
        assert!(
            message["result"].is_array() || message["error"]["code"] == -32800,
            "{message}"
        );
        assert!(answered.insert(id), "{id} twice");
    }
}

#[test]
fn what_is_no_message_gets_an_error_and_the_server_goes_on() {
    let mut server = Server::start();
    server
        .input
        .write_all(b"Content-Length: 3\r\n\r\n{{{what is this\r\n")
        .expect("is read");
    assert_eq!(server.receive()["error"]["code"], -32700);
    server.initialize();
    server.send(&[json!({"id": 5})]);
    assert_eq!(server.receive()["error"]["code"], -32600);
    server.send(&[request(6, "nothing", Value::Null)]);
    assert_eq!(server.response(6)["error"]["code"], -32601);
}

#[test]
fn a_client_that_goes_away_ends_the_server() {
    let mut server = Server::start();
    server.initialize();
    drop(server.input);
    assert_eq!(server.child.wait().expect("ends").code(), Some(1));
}

#[test]
fn a_package_in_binary_form_is_read() {
    let folder = folder(&[
        ("deps.wit", super::DEPS),
        ("wit/app.wit", super::MAIN),
        ("wit/deps/x.txt", ""),
    ]);
    let wasm = folder.path().join("wit/deps/deps.wasm");
    let wasm = wasm.to_str().expect("is UTF-8");
    let output = crate::support::run(
        folder.path(),
        &["component", "wit", "deps.wit", "--wasm", "-o", wasm],
        b"",
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut server = Server::start();
    server.initialize();
    let uri = format!(
        "file://{}/wit/app.wit",
        folder.path().canonicalize().expect("is there").display()
    );
    let item = json!({"uri": uri, "languageId": "wit", "version": 1, "text": super::MAIN});
    server.send(&[notification(
        "textDocument/didOpen",
        json!({"textDocument": item}),
    )]);
    assert_eq!(server.receive()["params"]["diagnostics"], json!([]));
    let position = json!({"textDocument": {"uri": uri}, "position": {"line": 6, "character": 17}});
    server.send(&[request(1, "textDocument/definition", position)]);
    let target = server.response(1)["result"][0]["uri"]
        .as_str()
        .expect("is a text")
        .to_owned();
    server.send(&[request(
        2,
        "workspace/textDocumentContent",
        json!({"uri": target}),
    )]);
    let text = server.response(2)["result"]["text"]
        .as_str()
        .expect("is a text")
        .to_owned();
    assert!(text.contains("How bad it is."), "{text}");
}
