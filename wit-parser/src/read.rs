//! Reading a file, whatever dialect it may be in: item by item, and by the recovery from where the grammar fails.

use crate::ast::{Attributes, File, PackageDecl};
use crate::build::Builder;
use crate::code_points::check_code_points;
use crate::codes;
use crate::generated::grammar::StartParser;
use crate::generated::tokens::Kind;
use crate::lexer::{Token, Tokens};
use crate::recover::recover;
use witc_diagnostics::{Diagnostic, Span};

/// A file, and what only a dialect is told by.
pub(crate) struct Parsed<'s> {
    pub(crate) file: File<'s>,
    /// Where a `;` is missing at the end of an item.
    pub(crate) missing_semicolons: Vec<u32>,
}

/// Parses a file as [`parse`] does, whatever dialect it may be in.
pub(crate) fn read<'s>(text: &'s str, base: u32, diagnostics: &mut Vec<Diagnostic>) -> Parsed<'s> {
    check_code_points(text, base, diagnostics);
    let mut found = Vec::new();
    let mut parsed = parse_tokens(text, Tokens::new(text, base), &mut found);
    let unclosed = found
        .iter()
        .position(|diagnostic| diagnostic.code == codes::UNCLOSED_COMMENT);
    if let Some(unclosed) = unclosed {
        // The comment may be meant to end with its line; if the text goes on well then, it was.
        let mut again = Vec::new();
        let whole = parse_tokens(
            text,
            Tokens::new(text, base).with_short_comments(),
            &mut again,
        );
        if again
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            // One error is left: the comment itself. More would mean that text after the line was
            // really in the comment.
            .count()
            == 1
        {
            (parsed, found) = (whole, again);
        } else {
            // What is missing after the comment's start is in it.
            let start = found[unclosed].primary.span.start;
            let last = parsed.file.items.last();
            let last = last.map_or(base, |item| item.span().start).min(start);
            found.retain(|it| it.code == codes::UNCLOSED_COMMENT || it.primary.span.end < last);
            parsed.missing_semicolons.retain(|place| *place < last);
            parsed.file.is_unclear = true;
        }
    }
    diagnostics.append(&mut found);
    parsed
}

fn parse_tokens<'s>(
    text: &'s str,
    mut stream: Tokens<'s>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parsed<'s> {
    let base = stream.base();
    let span = Span::new(base, base + text.len() as u32);
    let mut builder = Builder::new(text, base);
    let parser = StartParser::new();
    let (mut tokens, mut tokens_before) = (Vec::new(), Vec::new());
    let (mut mark, mut mark_before) = (builder.mark(), builder.mark());
    let (mut missing_semicolons, mut is_unclear) = (Vec::new(), false);
    loop {
        let reported = diagnostics.len();
        let too_deep = stream.next_item(&mut tokens, diagnostics);
        if tokens.is_empty() {
            break;
        }
        // Characters and words that are none of WIT's may be parts of something larger that can be told.
        let is_odd = diagnostics.len() > reported;
        if too_deep || is_odd || !parse_item(&parser, &mut builder, &tokens) {
            // The item before may be to blame: with a `}` too many it ends too early. From there on the recovery reads all that
            // is left, since it has to see where braces are.
            builder.rewind(mark_before);
            tokens_before.append(&mut tokens);
            stream.rest(&mut tokens_before, diagnostics);
            let nodes = std::mem::take(&mut builder.nodes);
            let recovered = recover(text, base, nodes, tokens_before, diagnostics);
            (missing_semicolons, is_unclear) = (recovered.missing_semicolons, recovered.is_unclear);
            let mut rest = recovered.builder;
            builder.items.append(&mut rest.items);
            builder.packages.append(&mut rest.packages);
            builder.nodes = rest.nodes;
            break;
        }
        // The last two items are kept apart, since the one before may turn out to be wrong as well.
        (mark_before, mark) = (mark, builder.mark());
        std::mem::swap(&mut tokens, &mut tokens_before);
    }
    diagnostics.append(&mut builder.diagnostics);
    let package = package(
        builder.packages,
        builder.items.first().map(|item| item.span().start),
        diagnostics,
    );
    let Builder { items, nodes, .. } = builder;
    let file = File {
        span,
        text,
        package,
        items,
        nodes,
        comments: stream.comments,
        is_unclear,
    };
    Parsed {
        file,
        missing_semicolons,
    }
}

/// Whether the grammar accepts the tokens of a top-level item, which is then in the builder.
#[inline]
pub(crate) fn parse_item(
    parser: &StartParser,
    builder: &mut Builder<'_>,
    tokens: &[Token],
) -> bool {
    let first = tokens.first().map_or(0, |token| token.start);
    // One grammar serves for files and, in the recovery, for parts of items: a first token that no
    // text has tells them apart.
    let start = (first, Kind::StartItems, first);
    let input = std::iter::once(start).chain(
        tokens
            .iter()
            .map(|token| (token.start, token.kind, token.end)),
    );
    parser.parse(builder, input).is_ok()
}

/// The declaration of a file's package, of all that stand in the file; the first item starts at `first_item`.
fn package<'s>(
    found: Vec<(PackageDecl<'s>, Attributes<'s>)>,
    first_item: Option<u32>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PackageDecl<'s>> {
    let mut package: Option<PackageDecl<'s>> = None;
    for (decl, attributes) in found {
        if let Some(attribute) = attributes.first() {
            let message = "a package can't have attributes";
            diagnostics.push(Diagnostic::error(
                codes::ATTRIBUTE_NOT_ALLOWED,
                message,
                attribute.span,
            ));
        }
        if let Some(first) = &package {
            diagnostics.push(
                Diagnostic::error(
                    codes::MISPLACED,
                    "a file declares its package once",
                    decl.span,
                )
                .also(first.span, "first declared here")
                .note("write `package a:b { … }` to have several packages in one file"),
            );
            // The first declaration counts, and its mistakes are enough.
            continue;
        }
        if first_item.is_some_and(|first| first < decl.span.start) {
            diagnostics.push(
                Diagnostic::error(
                    codes::MISPLACED,
                    "the package is declared before everything else",
                    decl.span,
                )
                .note("move it to the start of the file"),
            );
        }
        package = Some(decl);
    }
    package
}
