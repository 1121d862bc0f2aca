//! The names after the `with` of an `include`.

use super::session::Resolver;
use crate::codes;
use crate::{FastMap, Name, WorldId};
use witc_diagnostics::Diagnostic;
use witc_parser::ast::{self, Ident};

impl<'a, 's> Resolver<'a, 's> {
    /// Checks that what is renamed is there.
    pub(crate) fn check_renames(&mut self, item: &'a ast::Include<'s>, from: WorldId) {
        if item.with.is_empty() {
            return;
        }
        let world = &self.out.model.worlds[from];
        let plain: FastMap<Name, ()> = world
            .imports
            .keys()
            .chain(world.exports.keys())
            .filter_map(|key| Some((Name::from(plain_part(key.name()?)), ())))
            .collect();
        for (name, rename) in &item.with {
            let gaps = self.names.gaps.get(&from);
            if name.is_missing()
                || plain.contains_key(name.name)
                // The name may be among what could not be read there.
                || gaps.is_some_and(|gaps| gaps.may_have(name.name))
            {
                continue;
            }
            // Worlds that include this one may name what was meant.
            self.here.gaps.add(rename.name.into());
            let message = format!(
                "the world `{}` has no import or export with the plain name `{}`",
                self.world_name(from),
                name.name
            );
            let diagnostic = Diagnostic::error(codes::UNKNOWN_RENAME, message, name.span)
                .also(self.out.model.worlds[from].span, "the world");
            let diagnostic = match self.names.suggester.closest(name.name, plain.keys().map(AsRef::as_ref)) {
                Some(meant) => diagnostic
                    .note(format!("did you mean `{meant}`?"))
                    .guess(format!("write `{meant}`"), name.span, meant),
                None => diagnostic.note("an interface that is imported or exported by its path can't be renamed, and never needs to be"),
            };
            self.report(diagnostic);
        }
    }

    /// Takes over what the included world lacks because of a mistake, so that nothing is said about it here.
    pub(crate) fn include_gaps(&mut self, from: WorldId, renames: &FastMap<&str, Ident<'_>>) {
        if let Some(gaps) = self.names.gaps.get(&from) {
            self.here.gaps.is_open |= gaps.is_open;
            for name in gaps.names.keys() {
                self.here.gaps.add(rename(name, renames));
            }
        }
    }
}

/// The part after the brackets: the resource, or the whole plain name.
pub(crate) fn plain_part(full: &str) -> &str {
    let plain = full.rsplit(']').next().unwrap_or(full);
    plain
        .split_once('.')
        .map_or(plain, |(resource, _)| resource)
}

/// Whether two includes give the same names to what they bring in.
pub(crate) fn rename_alike(a: &ast::Include<'_>, b: &ast::Include<'_>) -> bool {
    let names = |item: &ast::Include<'_>| -> FastMap<String, String> {
        let pairs = item.with.iter().rev();
        pairs
            .map(|(name, rename)| (name.name.to_owned(), rename.name.to_owned()))
            .collect()
    };
    names(a) == names(b)
}

/// The name that `with` gives: to a function, or to the resource that a function belongs to.
pub(crate) fn rename(full: &Name, renames: &FastMap<&str, Ident<'_>>) -> Name {
    let plain = plain_part(full);
    let Some(rename) = renames.get(plain) else {
        return full.clone();
    };
    let start = full.rfind(']').map_or(0, |bracket| bracket + 1);
    let (before, after) = (&full[..start], &full[start + plain.len()..]);
    [before, rename.name, after].concat().into()
}
