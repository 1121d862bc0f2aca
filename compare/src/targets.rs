//! Whether a component fits a world: it may import only what the world imports, and has to export all that the world
//! exports.

use crate::codes;
use crate::comparison::Comparison;
use crate::externs::{Pair, WorldRef, a_word, name_of, pair, side, span_of, word};
use crate::misfit::misfit;
use crate::sides::ExportedInterface;
use crate::source::moved;
use crate::versions::{key_version, path_of};
use semver::Version;
use std::cell::OnceCell;
use std::collections::HashMap;
use witc_canonical_abi::compatibility_track;
use witc_diagnostics::Diagnostic;
use witc_resolve::{Direction, Resolve, WorldItem, WorldKey};

/// Says what keeps a component from fitting a world. Nothing means that it fits.
///
/// The component is given by its world, as `witc-binary` decodes it has it. Spans are those of
/// [`join_sources`](crate::join_sources) of the component's model and the world's, in which the world's are moved by
/// `shift`. With `compatible`, versions of an interface count as the same if they are compatible.
#[must_use]
pub fn targets(
    component: WorldRef<'_>,
    world: WorldRef<'_>,
    shift: u32,
    compatible: bool,
) -> Vec<Diagnostic> {
    let name = format!("world `{}`", world.resolve.worlds[world.world].name);
    let mut check = Check {
        component,
        world,
        shift,
        compatible,
        name,
        paths: Default::default(),
        diagnostics: Vec::new(),
    };
    check.imports();
    check.exports();
    check.diagnostics
}

struct Check<'a> {
    component: WorldRef<'a>,
    world: WorldRef<'a>,
    shift: u32,
    compatible: bool,
    name: String,
    /// What the world imports and the component exports, by the paths of interfaces. Only messages need them.
    paths: [OnceCell<HashMap<String, &'a WorldKey>>; 2],
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    /// Checks that the world offers all imports of the component.
    fn imports(&mut self) {
        // Each import of the component has to be satisfied by itself, even next to a compatible version; of
        // what is offered, the latest of such versions counts.
        let needed = side(self.component, Direction::Import, false);
        let offered = side(self.world, Direction::Import, self.compatible);
        let mut pairs = Vec::new();
        for (name, (key, item)) in &needed {
            // The resource stands for its functions, which are not compared one by one.
            let function = item
                .function()
                .map(|id| &self.component.resolve.functions[id]);
            if function.is_some_and(|function| function.kind.resource().is_some()) {
                continue;
            }
            let found = offered.get(&name_of(self.component.resolve, key, self.compatible));
            match found.map(|(_, found)| (pair(item, found), *found)) {
                Some((Some(pair), _)) => pairs.push((name.clone(), pair)),
                Some((None, found)) => self.another_sort(name, item, found, true),
                None => self.not_offered(name, key, item),
            }
        }
        self.compare(
            self.component,
            self.world,
            &pairs,
            "the component",
            &self.name.clone(),
        );
    }

    /// Checks that the component provides all exports of the world.
    fn exports(&mut self) {
        let needed = side(self.world, Direction::Export, false);
        let provided = side(self.component, Direction::Export, self.compatible);
        let mut pairs = Vec::new();
        for (name, (key, item)) in &needed {
            let found = provided.get(&name_of(self.world.resolve, key, self.compatible));
            match found.map(|(_, found)| (pair(item, found), *found)) {
                Some((Some(pair), _)) => pairs.push((name.clone(), pair)),
                Some((None, found)) => self.another_sort(name, found, item, false),
                None => self.not_provided(name, key, item),
            }
        }
        self.compare(
            self.world,
            self.component,
            &pairs,
            &self.name.clone(),
            "the component",
        );
    }

    /// Compares what is needed with what is offered; both go by the given words.
    fn compare(
        &mut self,
        needed: WorldRef<'_>,
        offered: WorldRef<'_>,
        pairs: &[(String, Pair)],
        needs: &str,
        offers: &str,
    ) {
        let mut comparison = Comparison::new(needed.resolve, offered.resolve);
        for (_, pair) in pairs {
            if let Some((old, new)) = pair.interfaces() {
                comparison.cover(old, new);
            }
        }
        let of_component = needs == "the component";
        for (name, pair) in pairs {
            comparison.pair(pair, name);
            // All that an import has is imported.
            if let Some((old, new)) = pair.interfaces()
                && !of_component
            {
                let exported = |world, id| ExportedInterface { world, id };
                let (old, new) = (exported(needed, old), exported(offered, new));
                comparison.resource_sides(old, new, name, "");
            }
        }
        for change in comparison
            .changes
            .iter()
            // Whoever needs something is in the position of an importer, also where the world needs what the
            // component exports: less than needed breaks it, more does not.
            .filter(|change| change.kind.breaks(Direction::Import))
        {
            let (needed, offered) = if of_component {
                (0, self.shift)
            } else {
                (self.shift, 0)
            };
            self.diagnostics
                .push(misfit(change, needs, needed, offers, offered));
        }
    }

    fn another_sort(&mut self, name: &str, component: &WorldItem, world: &WorldItem, import: bool) {
        let side = if import { "import" } else { "export" };
        let (is, should) = (a_word(component), a_word(world));
        let message = format!(
            "the {side} `{name}` is {is} in the component, and {should} in {}",
            self.name
        );
        let span = span_of(self.component.resolve, component);
        let there = moved(span_of(self.world.resolve, world), self.shift);
        let found = Diagnostic::error(codes::TYPES_DIFFER, message, span).label("in the component");
        self.diagnostics
            .push(found.also(there, format!("in {}", self.name)));
    }

    fn not_offered(&mut self, name: &str, key: &WorldKey, item: &WorldItem) {
        let message = format!(
            "the component imports the {} `{name}`, which {} does not have",
            word(item),
            self.name
        );
        let span = span_of(self.component.resolve, item);
        let there = moved(self.world.resolve.worlds[self.world.world].span, self.shift);
        let found = Diagnostic::error(codes::UNEXPECTED_IMPORT, message, span)
            .label("imported by the component")
            .also(there, "the world, which lacks it");
        let found = self.other_version(
            found,
            self.component.resolve,
            key,
            self.world,
            Direction::Import,
        );
        self.diagnostics.push(found);
    }

    fn not_provided(&mut self, name: &str, key: &WorldKey, item: &WorldItem) {
        let message = format!(
            "the component does not export the {} `{name}`, which {} has",
            word(item),
            self.name
        );
        let span = moved(span_of(self.world.resolve, item), self.shift);
        let there = self.component.resolve.worlds[self.component.world].span;
        let found = Diagnostic::error(codes::MISSING_EXPORT, message, span)
            .label("exported by the world")
            .also(there, "what the component imports and exports");
        let found = self.other_version(
            found,
            self.world.resolve,
            key,
            self.component,
            Direction::Export,
        );
        self.diagnostics.push(found);
    }

    /// Says which other version of an interface there is.
    fn other_version(
        &self,
        found: Diagnostic,
        resolve: &Resolve,
        key: &WorldKey,
        other: WorldRef<'a>,
        direction: Direction,
    ) -> Diagnostic {
        // A plain name has no versions.
        let Some(own) = path_of(resolve, key) else {
            return found;
        };
        let paths = self.paths[direction as usize].get_or_init(|| {
            let mut paths = HashMap::new();
            for (key, _) in other.resolve.world_interfaces(other.world, direction) {
                if let Some(path) = path_of(other.resolve, key) {
                    paths.entry(path).or_insert(key);
                }
            }
            paths
        });
        let Some(near) = paths.get(&own) else {
            return found;
        };
        let there = other.resolve.extern_name(near);
        let track =
            |version: Option<&Version>| version.map(|version| compatibility_track(version).0);
        // Compatible versions get here only without `--semver-compatible`, which is then what to try.
        let compatible =
            track(key_version(resolve, key)) == track(key_version(other.resolve, near));
        let whom = match direction {
            Direction::Import => "the world imports",
            Direction::Export => "the component exports",
        };
        let ending = if compatible {
            "; its versions are compatible: try `--semver-compatible`"
        } else {
            ", and the versions are not compatible"
        };
        found.note(format!("{whom} `{there}`{ending}"))
    }
}
