//! A reader of the HTML that is written, which takes nothing that a validator would not: tags that are closed in order,
//! attributes in quotes, elements only where they may stand.

use std::collections::HashSet;

/// What a page has that others refer to, and what it refers to.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) ids: HashSet<String>,
    /// The values of `href` and `src`, decoded, with the name of the element.
    pub(crate) links: Vec<(String, String)>,
    /// The text, with one space for whatever is between words.
    pub(crate) text: String,
    /// How often each script is there.
    pub(crate) scripts: usize,
}

const VOID: [&str; 6] = ["meta", "link", "input", "img", "hr", "br"];
/// Elements that stand in no text.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "blockquote",
    "header",
    "main",
    "form",
];
/// Elements that hold only text.
const INLINE: [&str; 13] = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "span", "b", "strong", "em",
];
const KNOWN: [&str; 22] = [
    "button", "html", "head", "title", "body", "nav", "footer", "fieldset", "legend", "label",
    "script", "thead", "tbody", "tr", "th", "td", "del", "b", "strong", "em", "span", "a",
];

/// Reads a page, or a part of one.
///
/// # Panics
///
/// If it is not valid.
pub(crate) fn read(name: &str, text: &str) -> Page {
    let mut page = Page::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = text.strip_prefix("<!DOCTYPE html>").unwrap_or(text);
    while let Some(start) = rest.find('<') {
        let before = &rest[..start];
        content(name, before);
        page.text.push_str(&decode(before));
        page.text.push(' ');
        rest = &rest[start + 1..];
        let end = tag_end(rest).unwrap_or_else(|| panic!("{name}: `<{}` has no end", head(rest)));
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(closed) = tag.strip_prefix('/') {
            let last = open.pop();
            assert_eq!(
                last.as_deref(),
                Some(closed),
                "{name}: before `{}`",
                head(rest)
            );
            continue;
        }
        let (element, attributes) = split(name, tag);
        nests(name, &element, &open);
        let mut seen = HashSet::new();
        for (attribute, value) in attributes {
            assert!(
                seen.insert(attribute.clone()),
                "{name}: `{tag}` has {attribute} twice"
            );
            content(name, &value);
            is_harmless(name, &attribute);
            match attribute.as_str() {
                "id" => {
                    let value = decode(&value);
                    assert!(
                        !value.is_empty() && !value.contains(char::is_whitespace),
                        "{name}: {tag}"
                    );
                    assert!(
                        page.ids.insert(value.clone()),
                        "{name}: the id {value} is there twice"
                    );
                }
                "href" | "src" => page.links.push((element.clone(), decode(&value))),
                _ => {}
            }
        }
        page.scripts += usize::from(element == "script");
        if !VOID.contains(&element.as_str()) {
            open.push(element);
        }
    }
    content(name, rest);
    assert_eq!(open, [""; 0], "{name}: not closed");
    let words: Vec<&str> = page.text.split_whitespace().collect();
    page.text = words.join(" ");
    page
}

/// An attribute is no handler and no style, which the policy of the pages forbids.
fn is_harmless(name: &str, attribute: &str) {
    let is_harmless = !attribute.starts_with("on") && attribute != "style";
    assert!(is_harmless, "{name}: a handler or a style: {attribute}");
}

fn head(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The end of a tag: a `>` outside of quotes.
fn tag_end(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    text.char_indices().find_map(|(at, c)| {
        is_quoted ^= c == '"';
        (c == '>' && !is_quoted).then_some(at)
    })
}

fn split(name: &str, tag: &str) -> (String, Vec<(String, String)>) {
    let (element, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let element = element.trim_end_matches([' ', '/']);
    let known = [&VOID[..], &BLOCKS, &INLINE, &KNOWN].concat();
    assert!(
        known.contains(&element),
        "{name}: no element of ours: `<{tag}>`"
    );
    let mut attributes = Vec::new();
    while !rest.trim_matches([' ', '/']).is_empty() {
        rest = rest.trim_start();
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let attribute = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').expect("quotes are closed");
            value = quoted[..end].to_owned();
            rest = &quoted[end + 1..];
        } else {
            assert!(!rest.starts_with('='), "{name}: not in quotes: `<{tag}>`");
        }
        attributes.push((attribute, value));
    }
    (element.to_owned(), attributes)
}

/// Text has no character that would be markup, and each `&` starts a reference.
fn content(name: &str, text: &str) {
    assert!(!text.contains('>'), "{name}: `>` in {text:?}");
    for (at, _) in text.match_indices('&') {
        let rest = &text[at..];
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;"];
        assert!(
            known.iter().any(|it| rest.starts_with(it)),
            "{name}: {}",
            head(rest)
        );
    }
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(
        !text.contains(is_control),
        "{name}: a control character in {text:?}"
    );
}

fn decode(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// Whether an element may stand where it does.
fn nests(name: &str, element: &str, open: &[String]) {
    let parent = open.last().map_or("", String::as_str);
    let is_block = BLOCKS.contains(&element);
    assert!(
        !(is_block && INLINE.contains(&parent)),
        "{name}: {element} in {parent}"
    );
    assert!(
        element != "a" || !open.iter().any(|it| it == "a"),
        "{name}: a link in a link"
    );
    let needs: &[&str] = match element {
        "li" => &["ul", "ol"],
        "tr" => &["thead", "tbody", "table"],
        "td" | "th" => &["tr"],
        "legend" => &["fieldset"],
        _ => &[],
    };
    assert!(
        needs.is_empty() || needs.contains(&parent),
        "{name}: {element} in {parent}"
    );
    assert!(
        !matches!(parent, "ul" | "ol") || element == "li",
        "{name}: {element} in {parent}"
    );
}
