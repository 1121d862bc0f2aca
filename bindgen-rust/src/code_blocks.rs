//! Code blocks in documentation: rustdoc takes those for tests that say nothing of their language.
//!
//! To tell for certain where Markdown has a code block takes a whole parser of it. This is a simple one, which gives up
//! where it is not certain: in containers, HTML and the like.

/// The lines of a text, if it has certainly no code block that rustdoc takes for a test, or only such as this can mark as
/// text. Nothing if it may have others.
pub(crate) fn without_tests(text: &str) -> Option<Vec<String>> {
    let lines = read(text.lines())?;
    let full = text.lines().filter(|line| !line.is_empty());
    let common = full.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len());
    let common = common.min().unwrap_or(0);
    if common > 0 {
        // rustdoc takes away the indentation that all lines of a comment have, if nothing else is added to the comment:
        // it has to be the same text with it and without it.
        let shorter = read(
            text.lines()
                .map(|line| line.get(common..).unwrap_or_default()),
        )?;
        let is_same = |(line, shorter): (&String, &String)| line.ends_with(shorter.as_str());
        if !lines.iter().zip(&shorter).all(is_same) {
            return None;
        }
    }
    Some(lines)
}

/// The lines of a text, with `text` as the language of fences that seem to have none. For a reader: what may be a test after
/// this has to be hidden.
pub(crate) fn marked(text: &str) -> Vec<String> {
    let mut open = None;
    let lines = text
        .lines()
        .map(|line| match (fence(strip(line).rest), open) {
            (Some((fence, language)), None) => {
                open = Some(fence);
                let language = if language.is_empty() { "text" } else { "" };
                format!("{line}{language}")
            }
            (Some(((c, length), "")), Some((other, least))) if c == other && length >= least => {
                open = None;
                line.to_owned()
            }
            (Some(_) | None, _) => line.to_owned(),
        });
    lines.collect()
}

fn read<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Vec<String>> {
    let mut reader = Reader {
        fence: None,
        before: Before::Nothing,
        html: false,
        containers: false,
    };
    lines.map(|line| reader.line(line)).collect()
}

/// What has been read so far.
struct Reader {
    /// The open fence: its character, and how many of it there are.
    fence: Option<(char, usize)>,
    before: Before,
    /// Whether a line starts as HTML does, in which neither fences nor indentation mean anything.
    html: bool,
    /// Whether there are lists or footnotes, which lines with a few spaces in front may belong to.
    containers: bool,
}

/// What the line before leaves open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that the next line could go on.
    Nothing,
    /// A paragraph: whatever its indentation, the next line is no code.
    Paragraph,
    /// Perhaps a table or the definition of a link, up to the next empty line. Either may take a fence for its own.
    Unknown,
}

/// A line without what containers put in front.
struct Stripped<'a> {
    rest: &'a str,
    /// How many spaces are in front of everything.
    indent: usize,
    /// Whether there are markers of containers.
    marked: bool,
    /// Whether white space after a marker is so wide, or so uncertain, that it may make code.
    wide: bool,
}

impl Reader {
    /// Reads a line. Gives it as it is to be written.
    fn line(&mut self, line: &str) -> Option<String> {
        if let Some(fence) = self.fence {
            if closes(line, fence) {
                self.fence = None;
                self.before = Before::Nothing;
            }
            return Some(line.to_owned());
        }
        if line.trim().is_empty() {
            self.before = Before::Nothing;
            return Some(line.to_owned());
        }
        let stripped = strip(line);
        let rest = stripped.rest;
        // A paragraph goes on over any indentation, but code may follow a marker.
        let is_code = stripped.indent >= 4 && (self.before != Before::Paragraph || self.html);
        if stripped.wide || is_code {
            return None;
        }
        self.containers |= stripped.marked;
        if let Some(open) = fence(rest) {
            return self.open(line, open, &stripped);
        }
        self.html |= is_html(rest);
        self.before = match self.before {
            Before::Unknown => Before::Unknown,
            _ if rest.starts_with('[') || rest.contains('|') => Before::Unknown,
            _ if starts_paragraph(rest) => Before::Paragraph,
            Before::Nothing | Before::Paragraph => Before::Nothing,
        };
        Some(line.to_owned())
    }

    /// Opens a fence.
    fn open(
        &mut self,
        line: &str,
        (open, language): ((char, usize), &str),
        stripped: &Stripped<'_>,
    ) -> Option<String> {
        // The text of a list is indented by two at least, and a fence in it ends with the list, wherever that is.
        let most = if self.containers { 1 } else { 3 };
        let is_inside = stripped.marked || stripped.indent > most;
        if is_inside || self.html || self.before == Before::Unknown {
            return None;
        }
        self.fence = Some(open);
        if language.is_empty() {
            return Some(format!("{line}text"));
        }
        is_other_language(language).then(|| line.to_owned())
    }
}

/// The fence that a line starts with, and its language.
fn fence(rest: &str) -> Option<((char, usize), &str)> {
    let first = rest.chars().next().filter(|c| ['`', '~'].contains(c))?;
    let language = rest.trim_start_matches(first);
    let length = rest.len() - language.len();
    (length >= 3).then(|| ((first, length), language.trim()))
}

/// Whether a line closes a fence.
fn closes(line: &str, (open, length): (char, usize)) -> bool {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let marker = line[indent..].trim_end();
    indent < 4 && marker.len() >= length && marker.chars().all(|c| c == open)
}

/// Whether rustdoc takes a language for another one than Rust. All of its own words that are not here have a `_`, a capital
/// letter or a comma.
fn is_other_language(language: &str) -> bool {
    let is_word = language
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '+');
    let own = ["rust", "ignore", "standalone", "custom", "edition"];
    is_word && own.iter().all(|word| !language.starts_with(word))
}

/// Takes the indentation and the markers of quotes, lists and footnotes off a line.
fn strip(line: &str) -> Stripped<'_> {
    let mut stripped = Stripped {
        rest: line,
        indent: 0,
        marked: false,
        wide: false,
    };
    loop {
        let rest = stripped.rest.trim_start_matches([' ', '\t']);
        let spaces = stripped.rest.len() - rest.len();
        // The width of a tab depends on where it is.
        stripped.wide |= stripped.rest[..spaces].contains('\t');
        match stripped.marked {
            // One space may belong to the marker.
            true => stripped.wide |= spaces > 4,
            false => stripped.indent = spaces,
        }
        stripped.rest = rest;
        let Some(marker) = marker(rest) else {
            return stripped;
        };
        stripped.rest = &rest[marker..];
        stripped.marked = true;
    }
}

/// The length of the marker that a line starts with.
fn marker(rest: &str) -> Option<usize> {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &rest[digits..];
    let length = match after.chars().next()? {
        '>' if digits == 0 => return Some(1),
        '-' | '+' | '*' if digits == 0 => 1,
        '.' | ')' if digits > 0 => digits + 1,
        '[' if digits == 0 && after.starts_with("[^") => return Some(after.find("]:")? + 2),
        _ => return None,
    };
    let is_marker = rest[length..].starts_with([' ', '\t']) || rest.len() == length;
    is_marker.then_some(length)
}

/// Whether a line starts as HTML may.
fn is_html(rest: &str) -> bool {
    let Some(tag) = rest.strip_prefix('<') else {
        return false;
    };
    // A link in angle brackets, which is common.
    let is_link = tag.starts_with("http://") || tag.starts_with("https://");
    !is_link && tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c))
}

/// Whether a line that starts so is certainly text, and no rule, heading or underline.
fn starts_paragraph(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric() || "\"'(`.,$%&@!?\\/;{}".contains(c))
        || rest.starts_with(['*', '_']) && rest.contains(char::is_alphanumeric)
}
