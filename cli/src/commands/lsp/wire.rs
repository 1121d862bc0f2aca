//! Messages on standard input and output: headers, a length, and JSON (LSP, "Base Protocol").
//!
//! The library reads messages as well, but trusts the client: a wrong length would take all memory, and text that is no
//! message would end the server.

use lsp_server::{Message, Notification, Request, RequestId, Response, ResponseError};
use serde_json::{Value, json};
use std::io::{self, BufRead, Read as _, Stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use witc_language_server::{Failure, Outgoing};

/// Something that came in.
pub(super) enum Received {
    Message(Message),
    /// What is no message, with the response to it.
    Malformed(Value),
    /// There is no more.
    End,
}

/// The longest line of a header, in bytes.
const MOST_HEADER: u64 = 4096;

/// Reads the next message.
///
/// # Errors
///
/// The input cannot be read.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Received> {
    let Some(length) = read_length(input)? else {
        return Ok(Received::End);
    };
    if length > witc_resolve::MAX_INPUT_BYTES {
        let passed = io::copy(&mut input.by_ref().take(length), &mut io::sink())?;
        if passed < length {
            return Ok(Received::End);
        }
        return Ok(malformed(Value::Null, -32600, "the message is too long"));
    }
    // The memory that a message takes grows with what comes, and not with what is announced.
    let mut body = Vec::new();
    let count = input.by_ref().take(length).read_to_end(&mut body)?;
    if (count as u64) < length {
        return Ok(Received::End);
    }
    let value: Value = match serde_json::from_slice(&body) {
        Ok(value) => value,
        Err(error) => return Ok(malformed(Value::Null, -32700, &error.to_string())),
    };
    let id = value.get("id").cloned().unwrap_or_default();
    Ok(match serde_json::from_value(value) {
        Ok(message) => Received::Message(message),
        Err(_) => malformed(id, -32600, "this is neither a request nor a notification"),
    })
}

fn malformed(id: Value, code: i32, message: &str) -> Received {
    let error = json!({"code": code, "message": message});
    Received::Malformed(json!({"jsonrpc": "2.0", "id": id, "error": error}))
}

/// Reads headers up to the empty line after them; the length that they tell. Lines that are no headers are left out.
fn read_length(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input
            .by_ref()
            .take(MOST_HEADER)
            .read_until(b'\n', &mut line)?
            == 0
        {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if let (true, Some(length)) = (line.is_empty(), length) {
            return Ok(Some(length));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

/// The way to the client. Clones lead to the same one.
#[derive(Clone)]
pub(super) struct Wire {
    output: Arc<Mutex<Stdout>>,
    is_broken: Arc<AtomicBool>,
}

impl Wire {
    pub(super) fn new(output: Stdout) -> Self {
        Self {
            output: Arc::new(Mutex::new(output)),
            is_broken: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Whether something could not be written.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken.load(Ordering::Relaxed)
    }

    fn send(&self, message: Message) {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        let written = message.write(&mut *output);
        self.note(written);
    }

    /// Sends what the library has no type for: a response to something without an id.
    pub(super) fn send_raw(&self, message: &Value) {
        use std::io::Write as _;
        let text = message.to_string();
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        let written = write!(output, "Content-Length: {}\r\n\r\n{text}", text.len());
        self.note(written.and_then(|()| output.flush()));
    }

    fn note(&self, written: io::Result<()>) {
        if written.is_err() {
            self.is_broken.store(true, Ordering::Relaxed);
        }
    }

    /// Sends the response to a request.
    pub(super) fn answer(&self, id: RequestId, result: Result<Value, Failure>) {
        let response_result = result.map_err(|failure| ResponseError {
            code: failure.code,
            message: failure.message,
            data: None,
        });
        self.send(Message::Response(Response {
            id,
            response_result,
        }));
    }

    /// Sends a notification or a request of the server.
    pub(super) fn tell(&self, message: Outgoing) {
        self.send(match message {
            Outgoing::Notification { method, params } => {
                Message::Notification(Notification::new(method.to_owned(), params))
            }
            Outgoing::Request { id, method, params } => {
                Message::Request(Request::new(id.into(), method.to_owned(), params))
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of an input, in a few words each.
    fn all(mut input: &[u8]) -> Vec<String> {
        let mut words = Vec::new();
        loop {
            match read(&mut input).expect("is in memory") {
                Received::Message(Message::Request(it)) => words.push(it.method),
                Received::Message(Message::Notification(it)) => words.push(it.method),
                Received::Message(Message::Response(it)) => words.push(it.id.to_string()),
                Received::Malformed(it) => words.push(it["error"]["code"].to_string()),
                Received::End => return words,
            }
        }
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn messages_follow_each_other_whatever_is_between_them() {
        let request = framed(r#"{"jsonrpc":"2.0","id":1,"method":"a"}"#);
        let input = [
            request.clone(),
            "no header\r\n\u{fffd}\r\n\r\n".to_owned(),
            framed("no JSON"),
            framed("[]"),
            framed(r#"{"id":7}"#),
            request.replace("Content-Length", "content-length"),
            request.replace("\r\n", "\n"),
            "Content-Type: x\r\n".to_owned() + &request,
        ];
        let words = all(input.concat().as_bytes());
        assert_eq!(words, ["a", "-32700", "-32600", "-32600", "a", "a", "a"]);
    }

    #[test]
    fn a_length_that_is_a_lie_takes_no_memory() {
        assert_eq!(
            all(b"Content-Length: 18446744073709551615\r\n\r\n{}").len(),
            0
        );
        assert_eq!(all(b"Content-Length: -1\r\n\r\n{}").len(), 0);
        assert_eq!(all(b"").len(), 0);
    }
}
