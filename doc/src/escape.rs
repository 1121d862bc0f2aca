//! Text in Markdown of which nothing is markup.

/// A line of text in which nothing is markup; `before` is what the line has before it, and nothing where it can't be the start
/// of a line.
pub(crate) fn escape_line(line: &str, before: Option<&str>) -> String {
    let mut out = String::new();
    let chars: Vec<char> = line.chars().collect();
    let is_word = |at: Option<&char>| at.is_some_and(|c| c.is_alphanumeric());
    let mut start = before.map(str::to_owned);
    for (index, &c) in chars.iter().enumerate() {
        let (previous, next) = (
            index.checked_sub(1).and_then(|at| chars.get(at)),
            chars.get(index + 1),
        );
        let trimmed = start.as_deref().map(str::trim_start);
        let is_first = trimmed == Some("");
        let is_numbered =
            trimmed.is_some_and(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
        let escape = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            // Inside of a word it is no emphasis.
            '_' => !(is_word(previous) && is_word(next)),
            '&' => next.is_some_and(|c| c.is_alphanumeric() || *c == '#'),
            '#' | '>' | '+' | '-' | '=' => is_first,
            '.' | ')' => is_numbered,
            '!' => next == Some(&'['),
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        out.push(c);
        // After anything else, nothing that follows starts the line.
        start = start
            .filter(|_| c == ' ' || c.is_ascii_digit())
            .map(|it| it + c.encode_utf8(&mut [0; 4]));
    }
    out
}

/// The end of a link, with where it leads.
pub(crate) fn link_end(dest: &str, title: &str) -> String {
    let mut out = String::new();
    for c in dest.chars() {
        match c {
            '(' => out.push_str("\\("),
            ')' => out.push_str("\\)"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    let title = title.replace(['\\', '"'], "").replace('\n', " ");
    match title.as_str() {
        "" => format!("]({out})"),
        title => format!("]({out} \"{title}\")"),
    }
}

/// The most backticks in a row.
pub(crate) fn longest_run(text: &str) -> usize {
    let mut most = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        most = most.max(run);
    }
    most
}

/// A span of code, whatever is in it.
pub(crate) fn code_span(text: &str) -> String {
    let run = longest_run(text);
    let fence = "`".repeat(run + 1);
    let is_blank = text.trim().is_empty();
    // Readers take a space from both ends if there is one at both.
    let has_spaces = text.starts_with(' ') && text.ends_with(' ');
    let is_open = has_spaces || text.starts_with('`') || text.ends_with('`');
    let pad = if is_open && !is_blank { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}
