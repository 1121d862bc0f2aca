//! Documentation: from the comments before an item to its text.

use crate::Docs;
use std::ops::Range;
use std::sync::Arc;
use witc_diagnostics::SourceMap;
use witc_parser::ast::{Comment, File};

/// Reads the documentation of a file's items. Reading in the order of the text is fastest.
#[derive(Default)]
pub(crate) struct DocReader<'a> {
    text: &'a str,
    /// The same, where documentation may be a part of it.
    holder: Option<&'a Arc<String>>,
    /// The global position of the text's first byte.
    base: u32,
    comments: &'a [Comment],
    /// Other files that some of the items are in.
    further: &'a [Arc<File<'a>>],
    /// The comment after the last one that was read.
    next: usize,
    /// The memory in which texts are put together.
    buffer: String,
}

impl<'a> DocReader<'a> {
    pub(crate) fn new(file: &'a File<'a>) -> Self {
        Self {
            text: file.text,
            base: file.span.start,
            comments: &file.comments,
            ..Self::default()
        }
    }

    /// Goes on in another file of `sources`; some of its items may be in `further` ones.
    pub(crate) fn open(
        &mut self,
        sources: &'a SourceMap,
        file: &'a File<'a>,
        further: &'a [Arc<File<'a>>],
    ) {
        if self.base != file.span.start || self.text.len() != file.text.len() {
            let holder = sources
                .locate(file.span)
                .map(|(id, _)| sources.file(id).shared_text());
            *self = Self {
                holder,
                ..Self::new(file)
            };
        }
        self.further = further;
    }

    /// The documentation of the node that starts at `start`: every comment between it and the token before it counts.
    pub(crate) fn read(&mut self, start: u32) -> Docs {
        // Items of a package may be merged from several files; only few are.
        if let Some(file) = self.further.iter().find(|file| file.span.contains(start)) {
            return Self::new(file).read(start);
        }
        let comments = self.comments(start);
        if comments.is_empty() {
            return Docs::default();
        }
        if comments
            .iter()
            .any(|comment| is_directive(self.source(comment)))
        {
            return self.without_directives(comments);
        }
        // Most documentation is one line, which then needs no copy.
        if let ([comment], Some(holder)) = (comments, self.holder)
            && let Some(line) = only_line(self.source(comment))
        {
            let end = comment.span.start - self.base + line.end as u32;
            return Docs::part(holder, end - line.len() as u32..end);
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        text(
            comments.iter().map(|comment| self.source(comment)),
            &mut buffer,
        );
        let docs = Docs::new(buffer.as_str());
        self.buffer = buffer;
        docs
    }

    /// The documentation in comments of which some are words to a tool.
    fn without_directives(&self, comments: &[Comment]) -> Docs {
        let all = comments.iter().map(|comment| self.source(comment));
        let mut docs = String::new();
        text(all.filter(|comment| !is_directive(comment)), &mut docs);
        if docs.is_empty() {
            Docs::default()
        } else {
            Docs::new(docs)
        }
    }

    fn comments(&mut self, start: u32) -> &'a [Comment] {
        let all = self.comments;
        // Reading goes through the text in order, so that the next comment is nearly always the one
        // that is wanted.
        let at_next = all
            .get(self.next)
            .is_none_or(|comment| comment.before >= start)
            && self
                .next
                .checked_sub(1)
                .is_none_or(|last| all[last].before < start);
        if !at_next {
            self.next = all.partition_point(|comment| comment.before < start);
        }
        let from = self.next;
        while all
            .get(self.next)
            .is_some_and(|comment| comment.before == start)
        {
            self.next += 1;
        }
        &all[from..self.next]
    }

    fn source(&self, comment: &Comment) -> &'a str {
        let position = |at: u32| at.saturating_sub(self.base) as usize;
        self.text
            .get(position(comment.span.start)..position(comment.span.end))
            .unwrap_or_default()
    }
}

/// Whether a comment is for `witc lint` to read, `// witc:allow …`: its readers are no users of the item.
fn is_directive(comment: &str) -> bool {
    let content = comment
        .strip_prefix("//")
        .filter(|rest| !rest.starts_with('/'));
    content.is_some_and(|content| content.trim_start().starts_with("witc:"))
}

/// Replaces `text` by that of comments without their delimiters, and without the indentation that all of them share.
fn text<'a>(comments: impl Iterator<Item = &'a str> + Clone, text: &mut String) {
    let contents = comments.map(|comment| &comment[contents(comment)]);
    let indent = contents
        .clone()
        // An empty line has no indentation, and does not take that of others away.
        .filter(|content| !content.is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    text.clear();
    let mut line_ends = 0;
    let mut push = |line: &str| {
        // Ends of lines are written when another line follows, so that none is left over.
        if !line.is_empty() {
            (0..std::mem::take(&mut line_ends)).for_each(|_| text.push('\n'));
            text.push_str(line);
        }
        line_ends += 1;
    };
    for content in contents {
        match unindented(content, indent) {
            "" => push(""),
            content => content.lines().for_each(&mut push),
        }
    }
}

/// The range of a comment's text in it, if that is one line.
fn only_line(comment: &str) -> Option<Range<usize>> {
    let range = contents(comment);
    let content = &comment[range.clone()];
    (!content.contains('\n'))
        .then(|| range.end - unindented(content, indent(content)).len()..range.end)
}

/// The number of characters of whitespace that a comment's first line starts with.
fn indent(content: &str) -> usize {
    content.bytes().take_while(u8::is_ascii_whitespace).count()
}

/// The content without so much of its indentation; all of it if that is not of spaces.
fn unindented(content: &str, indent: usize) -> &str {
    let spaces = content.bytes().take_while(|&byte| byte == b' ').count();
    if spaces >= indent {
        &content[indent..]
    } else {
        content
    }
}

/// The range of a comment's contents: without its delimiters and the whitespace at its end.
fn contents(comment: &str) -> Range<usize> {
    let block = comment
        .strip_prefix("/**")
        .and_then(|rest| rest.strip_suffix("*/"));
    let (start, content) = match block {
        Some(block) => ("/**".len(), block),
        None => {
            let content = comment.trim_start_matches('/');
            (comment.len() - content.len(), content)
        }
    };
    start..start + content.trim_end().len()
}

#[cfg(test)]
mod tests {
    fn text<const N: usize>(comments: [&str; N]) -> String {
        let mut text = "what was there before".to_owned();
        super::text(comments.into_iter(), &mut text);
        text
    }

    #[test]
    fn lines() {
        assert_eq!(text(["/// a", "/// b"]), "a\nb");
        assert_eq!(
            text(["///", "///   a", "///", "///  b", "///"]),
            "\n a\n\nb"
        );
        assert_eq!(text(["// a\r"]), "a");
    }

    #[test]
    fn words_to_lint_are_none() {
        use super::{DocReader, is_directive};
        assert!(is_directive("// witc:allow W3201 reason") && is_directive("//witc:allow"));
        assert!(!is_directive("/// witc:allow") && !is_directive("// a witc:allow"));
        let docs = |text: &str, start: u32| {
            let file = witc_parser::parse(text, 0, &mut Vec::new());
            DocReader::new(&file).read(start).text().map(str::to_owned)
        };
        let line = "// witc:allow W3108 later\n";
        assert_eq!(
            docs(&format!("{line}interface a {{}}"), line.len() as u32),
            None
        );
        let text = format!("/// a\n{line}/// b\ninterface a {{}}");
        let start = text.find("interface").expect("is there") as u32;
        assert_eq!(docs(&text, start).as_deref(), Some("a\nb"));
    }

    #[test]
    fn blocks() {
        assert_eq!(text(["/** a\n *  b */"]), "a\n *  b");
        assert_eq!(text(["/* a */"]), "* a */");
        assert_eq!(text(["/**/"]), "**/");
    }
}
