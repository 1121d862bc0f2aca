//! Long lines are folded, as a formatter would: parameters, arguments and the parts of tuples each on a line of its own.

/// The longest line that stays as it is.
const WIDTH: usize = 100;

/// Folds the lines of generated code that are too long. Comments and byte strings are left alone, and so is what has
/// nothing to fold.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 8);
    for line in text.lines() {
        fold_line(line, &mut folded);
    }
    folded
}

fn fold_line(line: &str, folded: &mut String) {
    let code = line.trim_start();
    let fixed = code.starts_with("//")
        || code.starts_with('#')
        || line.ends_with('\\')
        || line.ends_with("\";");
    let group = if line.len() <= WIDTH || fixed {
        None
    } else {
        group(line)
    };
    let Some((open, close)) = group else {
        folded.push_str(line);
        folded.push('\n');
        return;
    };
    let indent = " ".repeat(line.len() - code.len());
    folded.push_str(&line[..=open]);
    folded.push('\n');
    for part in parts(&line[open + 1..close]) {
        fold_line(&format!("{indent}    {},", part.trim()), folded);
    }
    fold_line(&format!("{indent}{}", &line[close..]), folded);
}

/// The parentheses to fold: those of a function's parameters, or else the last that are in no others.
fn group(line: &str) -> Option<(usize, usize)> {
    let mut open = Vec::new();
    let mut found = None;
    for (at, c) in code_chars(line) {
        match c {
            '(' | '[' | '{' => open.push((at, c)),
            ')' | ']' | '}' => {
                let (start, bracket) = open.pop()?;
                let outermost = open.is_empty() && bracket == '(' && may_fold(line, start, at);
                let is_head = line[..start].contains("fn ");
                if outermost && !(is_head && found.is_some()) {
                    found = Some((start, at));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a comma may be put behind what is in parentheses: after a name they are parameters or arguments, otherwise they
/// are a tuple only if there is a comma already.
fn may_fold(line: &str, open: usize, close: usize) -> bool {
    let inside = &line[open + 1..close];
    let before = &line[..open];
    let called = before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '>');
    !before.ends_with("pub") && !inside.trim().is_empty() && (called || parts(inside).len() > 1)
}

/// What commas separate that are in no brackets and no closure's parameters.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    let mut bars = 0usize;
    for (at, c) in code_chars(text) {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            '>' if text[..at].ends_with(['-', '=']) => {}
            ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
            '|' => bars += 1,
            ',' if depth == 0 && bars.is_multiple_of(2) => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !text[start..].trim().is_empty() {
        parts.push(&text[start..]);
    }
    parts
}

/// The characters of code that are not in string literals, with their positions.
fn code_chars(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut in_string = false;
    let mut escaped = false;
    text.char_indices().filter(move |&(_, c)| {
        if in_string {
            in_string = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            return false;
        }
        in_string = c == '"';
        !in_string
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    fn check(line: &str, expected: &str) {
        assert_eq!(fold(line), expected);
    }

    #[test]
    fn parameters_fold() {
        check(
            &format!(
                "    pub(crate) fn f(a: {0}, b: Result<(u8, u8), {0}>) -> (u8, {0}) {{",
                "X".repeat(30)
            ),
            &format!(
                "    pub(crate) fn f(\n        a: {0},\n        b: Result<(u8, u8), {0}>,\n    ) -> (u8, {0}) {{\n",
                "X".repeat(30)
            ),
        );
    }

    #[test]
    fn arguments_fold_down() {
        let long = "x".repeat(60);
        check(
            &format!("let (a, b) = f({long}, |a, b| g({long}, {long}), \"a, (b\");"),
            &format!(
                "let (a, b) = f(\n    {long},\n    |a, b| g(\n        {long},\n        {long},\n    ),\n    \"a, (b\",\n);\n"
            ),
        );
    }

    #[test]
    fn some_lines_stay() {
        for line in ["// f(a, b)", "#[f(a, b)]", "(a as b)", "f(a, |b| {"] {
            let line = format!("{line}{}", " ".repeat(100));
            check(&line, &format!("{line}\n"));
        }
    }
}
