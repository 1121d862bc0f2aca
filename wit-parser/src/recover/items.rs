//! Items that the grammar does not accept: each is parsed by itself, those with braces from the inside out.

use super::finder::Finder;
use super::head::{Head, head, is_name, scope_of, skip_attributes};
use super::mistake::MAX_MISTAKES;
use super::mistake::{Element, Found, ItemMistake, ListMistake, Missing};
use super::recovery::Recovery;
use super::separators::separator;
use crate::ast::Item;
use crate::build::Builder;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::scope::Scope;

/// How many mistakes one item may have.
// Each mistake may try all edits, and an item with more of them is no WIT.
const MAX_MISTAKES_PER_ITEM: usize = 20;

/// How many tokens after a mistake another one only shows that the first was not understood.
// A type or a parameter with what is around it.
const TOO_CLOSE: usize = 8;

impl<'s> Recovery<'_, 's> {
    /// Parses the items of a scope, which are the tokens from `at` to `end`.
    pub(super) fn members(&mut self, mut at: usize, end: usize, scope: Scope) {
        while at < end {
            // What comes after is marked as unread, so that no name in it is missed.
            if self.found.len() >= MAX_MISTAKES {
                self.error_node(at, end, scope);
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

    /// Where the item ends that starts at `at`: after its `;` or `}`, or before what looks like the next one.
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
                    // Only a `use` goes on after its braces, to its `;`.
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

    /// Puts the `;` of a `use` that ends before `at` in its place if it changed places with the token after it.
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
        let swapped = self.finder(Scope::File).swapped(at + 1);
        self.found.push(swapped);
        self.tokens.swap(at, at + 1);
        true
    }

    /// Whether another item starts at `here`, after the one that starts at `at`.
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
        let start = scope.start();
        // What has braces is parsed in parts, and each part looks at its own depth.
        let brace = (at..end).find(|here| self.tokens[*here].kind == Kind::LeftBrace);
        if brace.is_none() && self.is_too_deep(at, end) {
            self.salvage(at, end, scope);
            return;
        }
        // Depth first: what is nested too deep is never built, since resolver and formatter walk
        // types by recursion.
        if self.deep_type(at, end).is_none()
            && self.repair.failure(start, &self.tokens[at..end]).is_none()
        {
            self.repair
                .commit(start, &self.tokens[at..end], &mut self.builder);
            return;
        }
        if let Some(head) = head(&self.tokens, at)
            && !head.may_stand_in(scope)
            // In a world a function only lacks its `import` or `export`, which an edit finds.
            && !(head == Head::Func && scope == Scope::World)
        {
            self.misplaced(at, head, scope);
            let tokens = &self.tokens[at..end];
            if head == Head::TopUse && self.repair.failure(Kind::StartItems, tokens).is_none() {
                // That what it names is unknown would only follow.
                self.repair
                    .commit(Kind::StartItems, tokens, &mut self.builder);
            }
            self.salvage(at, end, scope);
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
        match self.fixed(start, tokens, scope, None) {
            Some(tokens) => drop(self.repair.commit(start, &tokens, &mut self.builder)),
            None => self.salvage(at, end, scope),
        }
    }

    /// Reports an item that can't stand in `scope`, which is said once: one head or brace that is missing puts every item
    /// after it into the wrong place.
    fn misplaced(&mut self, at: usize, head: Head, scope: Scope) {
        let kind = (scope, head.needs_home());
        if self.misplaced.contains(&kind) {
            return;
        }
        self.misplaced.push(kind);
        let first = skip_attributes(&self.tokens, at, self.tokens.len());
        let keyword = self.tokens[first.min(self.tokens.len() - 1)];
        let mistake = ItemMistake::Misplaced {
            head,
            keyword,
            scope,
        };
        self.found.push(Found::new(keyword.span(), mistake));
    }

    /// Parses an item with braces: what is in them first, then the item without it.
    fn braced(&mut self, at: usize, brace: usize, scope: Scope, inner: Scope) {
        let end = self.partners[brace];
        // Lists of the builder take all that waits, so that what is inside waits in another one; ids of nodes go on.
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
            let outer = self.tokens[brace];
            let mistake = ItemMistake::PackageInPackage { outer };
            self.found.push(Found::new(decl.span, mistake));
        }

        // The item is parsed with empty braces: what was in them has been read, and its mistakes don't count twice.
        let mut tokens = self.tokens[at..=brace].to_vec();
        tokens.push(self.tokens[end]);
        let start = scope.start();
        let fixed = self.fixed(start, tokens, scope, Some(inner));
        let is_read = fixed.is_some_and(|tokens| self.repair.commit(start, &tokens, &mut inside));
        self.builder.nodes = std::mem::take(&mut inside.nodes);
        if is_read {
            if let Some(package) = inside.items.last_mut().and_then(Item::as_package_mut) {
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
        let (mut depth, mut skipped) = (0_usize, 0);
        let mut all = Vec::new();
        for here in at..end {
            let token = self.tokens[here];
            if here <= skipped {
                continue;
            }
            match token.kind {
                Kind::LeftParen | Kind::Less => depth += 1,
                Kind::RightParen | Kind::Greater => depth = depth.saturating_sub(1),
                Kind::Semicolon if here > at => {
                    let (before, after) = (self.tokens[here - 1], self.tokens.get(here + 1));
                    let mark = token.span();
                    all.push(separator(before, mark, after.copied(), self.layout));
                }
                // What a case holds in braces is no element.
                Kind::LeftBrace => skipped = self.partners[here],
                _ => {}
            }
            if (token.kind == Kind::Comma && depth == 0) || token.kind == Kind::Semicolon {
                self.element(start, here, Some(token), scope);
                // A bracket that is not closed ends with its element.
                start = here + 1;
                depth = 0;
            }
        }
        // What comes after the last comma; a list that ends with a comma has nothing there.
        if start < end {
            self.element(start, end, None, scope);
        }
        if let Some(first) = all.first() {
            let element = if scope == Scope::Fields {
                Element::Field
            } else {
                Element::Case
            };
            self.found.push(Found::new(
                first.mark,
                ListMistake::Separators { element, all },
            ));
        }
    }

    /// Parses the elements between two commas; more than one if a comma is missing.
    fn element(&mut self, at: usize, end: usize, comma: Option<Token>, scope: Scope) {
        if self.found.len() >= MAX_MISTAKES {
            return;
        }
        let start = scope.start();
        if at == end {
            if let Some(comma) = comma {
                let after = at.checked_sub(1).map(|before| self.tokens[before]);
                let missing = Missing::Element { scope, after };
                self.found.push(Found::new(comma.span(), missing));
                self.error_node(at, end, scope);
            }
            return;
        }
        if self.is_too_deep(at, end) {
            self.error_node(at, end, scope);
            return;
        }
        // A name with a function's type, or a definition: a list that goes on in other items.
        if scope != Scope::Names
            && let Some(head) = head(&self.tokens[..end], at)
        {
            self.misplaced(at, head, scope);
            self.error_node(at, end, scope);
            return;
        }
        let tokens = self.tokens[at..end].to_vec();
        match self.fixed(start, tokens, scope, None) {
            // An element of which nothing is left is there nevertheless.
            Some(tokens) if !tokens.is_empty() => {
                self.repair.commit(start, &tokens, &mut self.builder);
            }
            _ => self.error_node(at, end, scope),
        }
    }

    /// The tokens with as many edits as it takes for the grammar to accept them, each edit's mistake reported; nothing if
    /// that is not possible, which is reported too. `inner` is what the braces enclose that the tokens end with.
    fn fixed(
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
            let finder = Finder {
                layout: self.layout,
                tokens: &tokens,
                scope,
            };
            // A character that was left out, and reported, may have been what is missing here.
            let follows = self.follows_odd_character(&tokens, failure.at);
            // Habits come before edits, which would explain a part of one only.
            if let Some((fixed, found)) = finder.habit(&failure) {
                self.found.extend(found.filter(|_| !follows));
                tokens = fixed;
                last = Some(failure.at);
                continue;
            }
            let Some(edit) = self.repair.best_edit(start, &tokens, failure.at, inner) else {
                if !follows && last.is_none_or(|last| failure.at > last + TOO_CLOSE) {
                    self.found.push(finder.unexpected(&failure));
                }
                return None;
            };
            self.found
                .extend((!follows).then(|| finder.edit(edit, &failure)));
            tokens = edit.view(&tokens).collect();
            last = Some(failure.at);
        }
        None
    }

    fn finder(&self, scope: Scope) -> Finder<'_, 's> {
        Finder {
            layout: self.layout,
            tokens: &self.tokens,
            scope,
        }
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
}
