//! JSON objects of texts and objects, written in the order in which they are built.

use std::fmt::Write as _;

/// An object in the making. Members that have nothing in them are left out.
pub(crate) struct Object {
    members: String,
}

impl Object {
    pub(crate) fn new() -> Self {
        Self {
            members: String::new(),
        }
    }

    /// Adds a text, if there is one.
    pub(crate) fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(key);
            write_text(&mut self.members, text);
        }
    }

    /// Adds an object.
    pub(crate) fn member(&mut self, key: &str, object: Self) {
        if !object.members.is_empty() {
            self.key(key);
            self.members.push_str(&object.finish());
        }
    }

    /// Adds an object of objects.
    pub(crate) fn members<K: AsRef<str>>(
        &mut self,
        key: &str,
        members: impl IntoIterator<Item = (K, Self)>,
    ) {
        let mut object = Self::new();
        for (key, member) in members {
            object.member(key.as_ref(), member);
        }
        self.member(key, object);
    }

    /// Adds an object of texts.
    pub(crate) fn texts(&mut self, key: &str, texts: impl IntoIterator<Item = (String, String)>) {
        let mut object = Self::new();
        for (key, text) in texts {
            object.text(&key, Some(&text));
        }
        self.member(key, object);
    }

    /// The object with its braces.
    pub(crate) fn finish(self) -> String {
        format!("{{{}}}", self.members)
    }

    fn key(&mut self, key: &str) {
        if !self.members.is_empty() {
            self.members.push(',');
        }
        write_text(&mut self.members, key);
        self.members.push(':');
    }
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // JSON has no raw control characters in strings (RFC 8259, section 7).
            '\0'..'\x20' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects() {
        let mut inner = Object::new();
        inner.text("a\"b", Some("x\\\n\u{1}é"));
        inner.text("none", None);
        let mut outer = Object::new();
        outer.member("inner", inner);
        outer.member("empty", Object::new());
        outer.texts("texts", [("k".to_owned(), String::new())]);
        assert_eq!(
            outer.finish(),
            r#"{"inner":{"a\"b":"x\\\n\u0001é"},"texts":{"k":""}}"#
        );
        assert_eq!(Object::new().finish(), "{}");
    }
}
