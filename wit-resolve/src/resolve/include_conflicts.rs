//! Names that an `include` brings in and that are taken: one diagnostic for each include, however many names there are.

use super::include_renames::{plain_part, rename_alike};
use super::session::Resolver;
use crate::codes;
use crate::{FastMap, Name, WorldId};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast;

/// The most names, and the most includes, that one diagnostic shows.
const SHOWN: usize = 3;

/// An `include` of a world that is there.
pub(crate) struct Included<'a, 's> {
    pub(crate) item: &'a ast::Include<'s>,
    /// The world that it names.
    pub(crate) world: WorldId,
    pub(crate) conflicts: Conflicts,
}

/// The names that an include brings in and that the world has already.
#[derive(Default)]
pub(crate) struct Conflicts {
    /// The first of them; a world may have a million.
    shown: Vec<Conflict>,
    count: usize,
}

/// A name that two imports, or two exports, have.
pub(crate) struct Conflict {
    pub(crate) name: Name,
    /// The place of the one that the world has.
    pub(crate) taken: Span,
    /// The place of the one that is included.
    pub(crate) included: Span,
    /// Whether the names differ, but only in what components ignore.
    pub(crate) is_alike: bool,
}

impl Conflicts {
    pub(crate) fn push(&mut self, conflict: Conflict) {
        if self.shown.len() < SHOWN {
            self.shown.push(conflict);
        }
        self.count += 1;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The names as a sentence lists them.
    fn names(&self) -> String {
        let names: Vec<String> = self
            .shown
            .iter()
            .map(|conflict| format!("`{}`", conflict.name))
            .collect();
        match (self.count - names.len(), names.split_last()) {
            (0, Some((last, rest))) if !rest.is_empty() => {
                format!("{} and {last}", rest.join(", "))
            }
            (0, _) => names.concat(),
            (more, _) => format!("{} and {more} more", names.join(", ")),
        }
    }

    /// The names as `with` would rename them.
    fn renamed(&self) -> String {
        let plain = |conflict: &Conflict| {
            let name = plain_part(&conflict.name);
            format!("{name} as other-{name}")
        };
        let renamed: Vec<String> = self.shown.iter().map(plain).collect();
        let more = if self.count > renamed.len() {
            ", …"
        } else {
            ""
        };
        format!("{}{more}", renamed.join(", "))
    }
}

impl<'a, 's> Resolver<'a, 's> {
    /// Reports the names that includes bring in and that are taken. `by_world` has the includes of each world.
    pub(crate) fn report_include_conflicts(
        &mut self,
        included: &[Included<'a, 's>],
        by_world: &FastMap<WorldId, Vec<usize>>,
    ) {
        let mut reported: FastMap<WorldId, ()> = FastMap::default();
        for include in included.iter().filter(|it| !it.conflicts.is_empty()) {
            let same = &by_world[&include.world];
            let diagnostic = if same.len() == 1 {
                self.name_conflict(include)
            } else if reported.insert(include.world, ()).is_none() {
                let same: Vec<_> = same.iter().map(|&index| included[index].item).collect();
                self.repeated_include(include, &same)
            } else {
                continue;
            };
            self.report(diagnostic);
        }
    }

    /// A world that is included several times; `same` are all its includes.
    fn repeated_include(
        &self,
        include: &Included<'a, 's>,
        same: &[&'a ast::Include<'s>],
    ) -> Diagnostic {
        let world = self.world_name(include.world);
        let times = match same.len() {
            2 => "twice".to_owned(),
            more => format!("{more} times"),
        };
        let message = format!("the world `{world}` is included {times}");
        let place = include.item.path.name.span;
        let mut diagnostic = Diagnostic::error(codes::INCLUDE_CONFLICT, message, place);
        let others = same.iter().map(|item| item.path.name.span);
        for (index, other) in others.filter(|&it| it != place).take(SHOWN).enumerate() {
            let label = if index == 0 { "here" } else { "and here" };
            diagnostic = diagnostic.also(other, label);
        }
        let names = include.conflicts.names();
        let is_again = same
            .iter()
            .take_while(|item| !std::ptr::eq(**item, include.item))
            .any(|item| rename_alike(item, include.item));
        if is_again {
            diagnostic
                .note(format!("once is enough: this brings in {names} again"))
                .guess("remove it", include.item.span, "")
        } else {
            diagnostic.note(format!(
                "this brings in {names} again: rename it, `with {{ {} }}`, or remove the include",
                include.conflicts.renamed()
            ))
        }
    }

    /// Names of an included world that this world has from elsewhere.
    fn name_conflict(&self, include: &Included<'a, 's>) -> Diagnostic {
        let Conflicts { shown, count } = &include.conflicts;
        let names = include.conflicts.names();
        let is_alike = shown.iter().any(|conflict| conflict.is_alike);
        let message = match (count, is_alike) {
            (1, false) => format!("the included world also has a {names}"),
            (1, true) => format!(
                "the included world has a {names}, which has the same name as something in this world"
            ),
            _ => format!("the included world has names that this world has as well: {names}"),
        };
        let place = include.item.path.name.span;
        let mut diagnostic = Diagnostic::error(codes::INCLUDE_CONFLICT, message, place);
        for conflict in shown {
            diagnostic = match conflict.taken == conflict.included {
                // Two worlds may include a third one, which has it.
                true => diagnostic.also(
                    conflict.taken,
                    "this is included here, and by another `include` as well",
                ),
                false => diagnostic
                    .also(conflict.taken, "this has the same name")
                    .also(conflict.included, "and this is included"),
            };
        }
        if is_alike {
            diagnostic =
                diagnostic.note("components ignore case and hyphens when they compare names");
        }
        let what = if *count == 1 {
            "it another name"
        } else {
            "them other names"
        };
        diagnostic.note(format!(
            "give {what}: `include … with {{ {} }}`",
            include.conflicts.renamed()
        ))
    }
}
