//! The slow path: files that the grammar does not accept as they are.
//!
//! Braces are balanced first, then the tokens are cut into items, and each item is parsed by itself; those with braces
//! of their own in parts, from the inside out. What fails is mended by the smallest edit after which the grammar goes
//! on: the diagnostic tells of the edit, the tree comes from the edited tokens. So one mistake gives one diagnostic, the
//! items around it are whole, and its own keeps at least its name.

mod attempt;
mod braces;
mod explain;
mod foreign_words;
mod head;
mod known;
mod known_items;
mod layout;
mod merge;
mod prose;
mod repair;
mod swaps;

use crate::ast::{Attributes, Case, Ident, Type};
use crate::ast::{Field, InterfaceItem, Item, Label, Nodes, TypeKind, WorldItem};
use crate::build::Builder;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::lexer::{MAX_TYPE_DEPTH, Token};
use crate::order::sort_by;
use explain::Explainer;
pub(crate) use head::Scope;
use head::{Head, head, is_name, scope_of, skip_attributes};
use layout::Layout;
use repair::Repair;
use witc_diagnostics::{Diagnostic, Span};

/// How many mistakes of syntax are looked for in one file.
const MAX_MISTAKES: usize = 1000;

/// How many of them are shown, repeated ones merged.
const MAX_SHOWN: usize = 200;

/// How many mistakes one item may have.
const MAX_MISTAKES_PER_ITEM: usize = 20;

/// Parses tokens that the grammar does not accept as they are. The builder that is given back holds what was read, and
/// `nodes`, which items before them refer to.
pub(crate) fn recover<'s>(
    text: &'s str,
    base: u32,
    nodes: Nodes<'s>,
    mut tokens: Vec<Token>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Builder<'s> {
    let layout = Layout { text, base };
    prose::take_out(&mut tokens, layout, diagnostics);
    let odd = odd_characters(diagnostics);
    let mut builder = Builder::with_nodes(text, base, nodes);
    let span = Span::new(
        tokens.first().map_or(base, |t| t.start),
        tokens.last().map_or(base, |t| t.end),
    );
    let mut found = Vec::new();
    foreign_words::translate(&mut tokens, layout, &mut found);
    let semicolons = tokens
        .iter()
        .filter(|token| token.kind == Kind::Semicolon)
        .count();
    if let Some(tokens) = braces::balance(tokens, layout, &mut found) {
        let partners = partners(&tokens);
        let end = tokens.len();
        let mut recovery = Recovery {
            layout,
            tokens,
            partners,
            builder,
            repair: Repair::new(layout),
            diagnostics: &mut found,
            homeless: false,
            odd,
        };
        recovery.members(0, end, Scope::File);
        let Recovery {
            builder: read,
            tokens,
            ..
        } = recovery;
        builder = read;
        swaps::join(&mut found, &tokens, layout);
    } else {
        builder.items.push(Item::Broken(span));
    }
    found.append(&mut builder.diagnostics);
    let gave_up = found.len() >= MAX_MISTAKES;
    let mut found = merge::merge(found, semicolons);
    if found.len() > MAX_SHOWN || gave_up {
        found.truncate(MAX_SHOWN);
        let last = found.last().map_or(span, |last| last.primary.span);
        let message = "this file has too many mistakes to show them all";
        found.push(
            Diagnostic::error(codes::TOO_MANY_MISTAKES, message, last)
                .note("mend the first ones and look again"),
        );
    }
    diagnostics.append(&mut found);
    builder
}

/// The places of characters that stand for nothing, in order.
fn odd_characters(diagnostics: &[Diagnostic]) -> Vec<Span> {
    let odd = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == codes::UNEXPECTED_CHARACTER);
    let mut odd: Vec<Span> = odd.map(|diagnostic| diagnostic.primary.span).collect();
    sort_by(&mut odd, Ord::cmp);
    odd
}

/// For each brace the index of its partner.
fn partners(tokens: &[Token]) -> Vec<usize> {
    let mut partners = vec![0; tokens.len()];
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::LeftBrace => open.push(at),
            Kind::RightBrace => {
                if let Some(left) = open.pop() {
                    partners[left] = at;
                    partners[at] = left;
                }
            }
            _ => {}
        }
    }
    partners
}

struct Recovery<'d, 's> {
    layout: Layout<'s>,
    tokens: Vec<Token>,
    partners: Vec<usize>,
    builder: Builder<'s>,
    repair: Repair<'s>,
    diagnostics: &'d mut Vec<Diagnostic>,
    /// Whether it has been said that some items stand in no interface.
    homeless: bool,
    /// The characters that were left out, which has been reported.
    odd: Vec<Span>,
}

impl<'s> Recovery<'_, 's> {
    /// Parses the items of a scope, which are the tokens from `at` to `end`.
    fn members(&mut self, mut at: usize, end: usize, scope: Scope) {
        while at < end {
            if self.diagnostics.len() >= MAX_MISTAKES {
                self.hole(at, end, scope);
                return;
            }
            let mut next = self.item_end(at, end);
            if self.swap_end(next, end) {
                next += 1;
            }
            self.item(at, next, scope);
            at = next;
        }
    }

    /// Where the item ends that starts at `at`: behind its `;` or `}`, or before what looks like the next one.
    fn item_end(&self, at: usize, end: usize) -> usize {
        let first = skip_attributes(&self.tokens, at, end);
        let is_use = self
            .tokens
            .get(first)
            .is_some_and(|token| token.kind == Kind::Use);
        let kind = |at: usize| self.tokens.get(at).map(|token| token.kind);
        let mut here = first;
        while here < end {
            let token = self.tokens[here];
            match token.kind {
                Kind::Semicolon => return here + 1,
                Kind::LeftBrace => {
                    let is_use = is_use || (here > first && kind(here - 1) == Some(Kind::Dot));
                    here = self.partners[here];
                    if !is_use || kind(here + 1) != Some(Kind::Semicolon) {
                        return here + 1;
                    }
                }
                _ if here > first && self.starts_item(at, here) => return here,
                _ => {}
            }
            here += 1;
        }
        end
    }

    /// Puts the `;` of a `use` that ends before `at` in its place if it changed places with the token behind it.
    fn swap_end(&mut self, at: usize, end: usize) -> bool {
        let [.., brace, token, semicolon] = self.tokens[..end.min(at + 2)] else {
            return false;
        };
        let closes_names = brace.kind == Kind::RightBrace
            && self.partners[at - 1]
                .checked_sub(1)
                .is_some_and(|dot| self.tokens[dot].kind == Kind::Dot);
        if !closes_names
            || at + 2 > end
            || semicolon.kind != Kind::Semicolon
            || token.kind == Kind::Semicolon
        {
            return false;
        }
        let diagnostic = self.explainer().swapped(at + 1);
        self.diagnostics.push(diagnostic);
        self.tokens.swap(at, at + 1);
        true
    }

    /// Whether another item starts at `here`, behind the one that starts at `at`.
    fn starts_item(&self, at: usize, here: usize) -> bool {
        let is_attribute = |token: &Token| {
            is_name(token.kind)
                || matches!(
                    token.kind,
                    Kind::At
                        | Kind::LeftParen
                        | Kind::RightParen
                        | Kind::Equals
                        | Kind::Version
                        | Kind::Integer
                        | Kind::BadNumber
                        | Kind::Text
                )
        };
        self.layout.is_first(self.tokens[here])
            && head(&self.tokens, here).is_some()
            // What is no attribute only because something is missing in it is part of the item that follows.
            && !(here - at > 1 && here - at < 100 && self.tokens[at..here].iter().all(is_attribute))
    }

    /// Parses one item: the tokens from `at` to `end`.
    fn item(&mut self, at: usize, end: usize, scope: Scope) {
        let start = start_of(scope);
        let brace = (at..end).find(|here| self.tokens[*here].kind == Kind::LeftBrace);
        if brace.is_none() && self.is_too_deep(at, end) {
            self.salvage(at, end, scope);
            return;
        }
        if self.deep_type(at, end).is_none()
            && self.repair.failure(start, &self.tokens[at..end]).is_none()
        {
            self.repair
                .commit(start, &self.tokens[at..end], &mut self.builder);
            return;
        }
        if let Some(head) = head(&self.tokens, at)
            && !head.may_stand_in(scope)
            && !(head == Head::Func && scope == Scope::World)
        {
            self.misplaced(at, head, scope);
            let tokens = &self.tokens[at..end];
            if head == Head::TopUse && self.repair.failure(Kind::StartItems, tokens).is_none() {
                // That what it names is unknown would only follow.
                self.repair
                    .commit(Kind::StartItems, tokens, &mut self.builder);
            }
            self.hole(at, end, scope);
            return;
        }
        if let Some(brace) = brace {
            let inner = scope_of(&self.tokens, at, brace, scope);
            if inner != Scope::Names {
                self.braced(at, brace, scope, inner);
                return;
            }
        }
        let tokens = self.tokens[at..end].to_vec();
        match self.mend(start, tokens, scope, None) {
            Some(tokens) => drop(self.repair.commit(start, &tokens, &mut self.builder)),
            None => self.salvage(at, end, scope),
        }
    }

    /// Reports an item that can't stand in `scope`. If it is an interface that is missing, this is said once.
    fn misplaced(&mut self, at: usize, head: Head, scope: Scope) {
        let homeless = matches!(scope, Scope::File | Scope::Package)
            && matches!(head, Head::Type | Head::Func | Head::Use | Head::Resource);
        if !homeless || !self.homeless {
            let diagnostic = self.explainer().misplaced(at, head, scope);
            self.diagnostics.push(diagnostic);
        }
        self.homeless |= homeless;
    }

    /// Parses an item with braces: what is in them first, then the item without it.
    fn braced(&mut self, at: usize, brace: usize, scope: Scope, inner: Scope) {
        let end = self.partners[brace];
        let nodes = std::mem::take(&mut self.builder.nodes);
        let fresh = Builder::with_nodes(self.layout.text, self.layout.base, nodes);
        let outside = std::mem::replace(&mut self.builder, fresh);
        if inner.is_list() {
            self.elements(brace + 1, end, inner);
        } else {
            self.members(brace + 1, end, inner);
        }
        let mut inside = std::mem::replace(&mut self.builder, outside);
        let mut nested = std::mem::take(&mut inside.items);
        if inner != Scope::Package {
            // What is misplaced here stands beside this item.
            self.builder.items.append(&mut nested);
        }
        for (decl, _) in std::mem::take(&mut inside.packages) {
            let message = "a package can't be declared within another one";
            self.diagnostics.push(
                Diagnostic::error(codes::MISPLACED, message, decl.span)
                    .also(self.tokens[brace].span(), "the other one starts here")
                    .note("`package …;` stands at the start of a file; several packages in one stand beside each other, each with braces"),
            );
        }

        let mut tokens = self.tokens[at..=brace].to_vec();
        tokens.push(self.tokens[end]);
        let start = start_of(scope);
        let mended = self.mend(start, tokens, scope, Some(inner));
        let is_read = mended.is_some_and(|tokens| self.repair.commit(start, &tokens, &mut inside));
        self.builder.nodes = std::mem::take(&mut inside.nodes);
        if is_read {
            if let Some(Item::Package(package)) = inside.items.last_mut() {
                package.items = nested;
            }
            self.builder.adopt(&mut inside, scope);
            return;
        }
        self.builder.diagnostics.append(&mut inside.diagnostics);
        self.salvage(at, end + 1, scope);
    }

    /// Parses the elements of a list in braces: the tokens from `at` to `end`.
    fn elements(&mut self, at: usize, end: usize, scope: Scope) {
        let mut start = at;
        let mut depth = 0_usize;
        let mut semicolons = Vec::new();
        for here in at..end {
            let token = self.tokens[here];
            match token.kind {
                Kind::LeftParen | Kind::Less => depth += 1,
                Kind::RightParen | Kind::Greater => depth = depth.saturating_sub(1),
                Kind::Semicolon => semicolons.push(token),
                _ => {}
            }
            if (token.kind == Kind::Comma && depth == 0) || token.kind == Kind::Semicolon {
                self.element(start, here, Some(token), scope);
                start = here + 1;
                depth = 0;
            }
        }
        if start < end {
            self.element(start, end, None, scope);
        }
        if !semicolons.is_empty() {
            let diagnostic = self.explainer().semicolons(&semicolons, scope);
            self.diagnostics.push(diagnostic);
        }
    }

    /// Parses the elements between two commas that the cut has found; more than one if a comma is missing.
    fn element(&mut self, at: usize, end: usize, comma: Option<Token>, scope: Scope) {
        if self.diagnostics.len() >= MAX_MISTAKES {
            return;
        }
        let start = start_of(scope);
        if at == end {
            if let Some(comma) = comma {
                let diagnostic = self.explainer().nothing_before(comma, at, scope);
                self.diagnostics.push(diagnostic);
                self.hole(at, end, scope);
            }
            return;
        }
        if self.is_too_deep(at, end) {
            self.hole(at, end, scope);
            return;
        }
        let tokens = self.tokens[at..end].to_vec();
        match self.mend(start, tokens, scope, None) {
            Some(tokens) => drop(self.repair.commit(start, &tokens, &mut self.builder)),
            None => self.hole(at, end, scope),
        }
    }

    /// The tokens with as many edits as it takes for the grammar to accept them, each edit reported; nothing if that
    /// is not possible, which is reported too. `inner` is what the braces enclose that the tokens end with.
    fn mend(
        &mut self,
        start: Kind,
        mut tokens: Vec<Token>,
        scope: Scope,
        inner: Option<Scope>,
    ) -> Option<Vec<Token>> {
        let mut last = None;
        for _ in 0..MAX_MISTAKES_PER_ITEM {
            let Some(failure) = self.repair.failure(start, &tokens) else {
                return Some(tokens);
            };
            let explainer = Explainer {
                layout: self.layout,
                tokens: &tokens,
                scope,
            };
            let follows = self.follows_odd_character(&tokens, failure.at);
            if let Some((mended, diagnostic)) = explainer.known_mistake(&failure) {
                self.diagnostics.extend(diagnostic.filter(|_| !follows));
                tokens = mended;
                last = Some(failure.at);
                continue;
            }
            let Some(edit) = self.repair.best_edit(start, &tokens, failure.at, inner) else {
                // Close behind another mistake it is more likely that this one was not understood.
                if !follows && last.is_none_or(|last| failure.at > last + 8) {
                    self.diagnostics.push(explainer.unexpected(&failure));
                }
                return None;
            };
            self.diagnostics
                .extend((!follows).then(|| explainer.edit(edit)));
            tokens = edit.view(&tokens).collect();
            last = Some(failure.at);
        }
        None
    }

    /// Whether characters were left out right before the token at `at`, so that they are what is wrong with it.
    fn follows_odd_character(&self, tokens: &[Token], at: usize) -> bool {
        let (Some(token), Some(before)) = (tokens.get(at), at.checked_sub(1)) else {
            return false;
        };
        let first = self
            .odd
            .partition_point(|odd| odd.start < tokens[before].end);
        self.odd
            .get(first)
            .is_some_and(|odd| odd.end <= token.start)
    }

    /// Adds what can be told of an item that can't be read: its name, or just that it is there.
    fn salvage(&mut self, at: usize, end: usize, scope: Scope) {
        let first = skip_attributes(&self.tokens, at, end);
        let (keyword, name) = (self.tokens.get(first), self.tokens.get(first + 1));
        if let (Some(&keyword), Some(&name)) = (keyword, name)
            && first + 1 < end
            && is_name(name.kind)
            && matches!(scope, Scope::Interface | Scope::World)
            && matches!(
                keyword.kind,
                Kind::Type
                    | Kind::Record
                    | Kind::Variant
                    | Kind::Enum
                    | Kind::Flags
                    | Kind::Resource
            )
        {
            let missing = |kind| Token::missing(kind, name.end);
            let alias = [
                Token {
                    kind: Kind::Type,
                    ..keyword
                },
                name,
                missing(Kind::Equals),
                missing(Kind::Ident),
                missing(Kind::Semicolon),
            ];
            self.repair
                .commit(start_of(scope), &alias, &mut self.builder);
            return;
        }
        self.hole(at, end, scope);
    }

    /// Marks that something is there that can't be read.
    fn hole(&mut self, at: usize, end: usize, scope: Scope) {
        let first = self
            .tokens
            .get(at)
            .map_or(self.layout.base, |token| token.start);
        let last = end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(first, |token| token.end);
        let span = Span::new(first, last.max(first));
        let name = Ident {
            name: "",
            span: span.at_start(),
        };
        let ty = Type {
            span: span.at_start(),
            kind: TypeKind::Missing,
        };
        let attributes = Attributes::default();
        match scope {
            Scope::File | Scope::Package => self.builder.items.push(Item::Broken(span)),
            Scope::Interface => self
                .builder
                .interface_items
                .push(InterfaceItem::Broken(span)),
            Scope::World => self.builder.world_items.push(WorldItem::Broken(span)),
            Scope::Fields => self.builder.fields.push(Field {
                span,
                attributes,
                name,
                ty,
            }),
            Scope::Cases => self.builder.cases.push(Case {
                span,
                attributes,
                name,
                ty: None,
            }),
            Scope::Labels => self.builder.labels.push(Label {
                span,
                attributes,
                name,
            }),
            // Nothing refers to functions.
            Scope::Resource | Scope::Names => {}
        }
    }

    /// Whether types are nested too deep in an item, which is reported.
    fn is_too_deep(&mut self, at: usize, end: usize) -> bool {
        let Some(token) = self.deep_type(at, end) else {
            return false;
        };
        let message = format!("types are nested more than {MAX_TYPE_DEPTH} deep here");
        self.diagnostics.push(Diagnostic::error(
            codes::TYPE_TOO_DEEP,
            message,
            token.span(),
        ));
        true
    }

    fn deep_type(&self, at: usize, end: usize) -> Option<Token> {
        let mut depth = 0_usize;
        self.tokens[at..end].iter().copied().find(|token| {
            match token.kind {
                Kind::Less => depth += 1,
                Kind::Greater => depth = depth.saturating_sub(1),
                Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace => depth = 0,
                _ => {}
            }
            depth > MAX_TYPE_DEPTH
        })
    }

    fn explainer(&self) -> Explainer<'_, 's> {
        Explainer {
            layout: self.layout,
            tokens: &self.tokens,
            scope: Scope::File,
        }
    }
}

/// What to put before the items of a scope, so that the grammar knows them.
fn start_of(scope: Scope) -> Kind {
    match scope {
        Scope::File | Scope::Package => Kind::StartItems,
        Scope::Interface => Kind::StartInterfaceItems,
        Scope::World => Kind::StartWorldItems,
        Scope::Resource => Kind::StartResourceItems,
        Scope::Fields => Kind::StartFields,
        Scope::Cases => Kind::StartCases,
        Scope::Labels | Scope::Names => Kind::StartLabels,
    }
}

/// Tokens that were mended, and what is said of the mistake if that has not been said.
type Mended = (Vec<Token>, Option<Diagnostic>);
