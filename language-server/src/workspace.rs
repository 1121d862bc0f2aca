//! The symbols of all open packages.

use crate::back::{Back, Found};
use crate::roots::{self, Root};
use crate::symbols::information;
use crate::view::View;
use lsp_types::{SymbolInformation, SymbolKind};
use std::collections::BTreeSet;
use witc_resolve::{Definition, DefinitionKind, Entity};

/// More symbols than this are not given at once.
const MOST: usize = 512;

impl Back {
    /// The symbols whose names have the letters of a query, in this order; those that start with it come first.
    pub(crate) fn workspace_symbols(&mut self, query: &str) -> Vec<SymbolInformation> {
        let uris: Vec<_> = self
            .documents
            .all()
            .map(|document| document.uri.clone())
            .collect();
        let mut packages: Vec<Found> = Vec::new();
        let mut known: BTreeSet<Root> = BTreeSet::new();
        for uri in uris {
            packages.extend(
                self.find(&uri)
                    .filter(|found| known.insert(found.0.root().clone())),
            );
        }
        for folder in self.folders.clone() {
            let root = Root::Folder(roots::default_folder(&folder));
            let analysis = self.analysis(&root);
            let first = analysis.sources().files().next().map(|(id, _)| id);
            if let Some(first) = first.filter(|_| known.insert(root)) {
                packages.push((analysis, first));
            }
        }
        let mut symbols = Vec::new();
        for found in &packages {
            collect(self.view(found), query, &mut symbols);
        }
        symbols.sort_by_key(|(rank, _)| *rank);
        let mut seen = BTreeSet::new();
        let mut is_new = |symbol: &SymbolInformation| {
            let start = symbol.location.range.start;
            seen.insert((
                symbol.location.uri.as_str().to_owned(),
                start.line,
                start.character,
            ))
        };
        let symbols = symbols.into_iter().map(|(_, symbol)| symbol);
        symbols.filter(|symbol| is_new(symbol)).take(MOST).collect()
    }
}

fn collect(view: View<'_>, query: &str, symbols: &mut Vec<(u8, SymbolInformation)>) {
    for (_, definition) in view.references().definitions() {
        let Some(rank) = rank(&definition.name, query) else {
            continue;
        };
        let Some(kind) = kind(definition.kind) else {
            continue;
        };
        // A query that finds more than anybody reads is not worth to be looked up to its end.
        if symbols.len() >= MOST * 4 {
            return;
        }
        if let Some(location) = view.location(definition.span) {
            let container = container(view, definition);
            symbols.push((
                rank,
                information(&definition.name, kind, location, container.as_deref()),
            ));
        }
    }
}

/// How well a name fits a query: 0 is best.
fn rank(name: &str, query: &str) -> Option<u8> {
    let query = query.to_ascii_lowercase();
    let name = name.to_ascii_lowercase();
    if name == query {
        return Some(0);
    }
    if name.starts_with(&query) {
        return Some(1);
    }
    if name.contains(&query) {
        return Some(2);
    }
    let mut letters = name.chars();
    query
        .chars()
        .all(|c| letters.any(|letter| letter == c))
        .then_some(3)
}

/// The interface, world or package that something is in.
fn container(view: View<'_>, definition: &Definition) -> Option<String> {
    let model = view.model();
    let name =
        |package: Option<witc_resolve::PackageId>| Some(model.packages[package?].name.to_string());
    match definition.entity? {
        Entity::Interface(id) => name(model.interfaces[id].package),
        Entity::World(id) => name(model.worlds[id].package),
        Entity::Type(id) | Entity::Member(id, _) => {
            let owner = model.types[id].owner;
            let interface = owner.interface().map(|id| model.interface_name(id));
            interface.or_else(|| Some(model.worlds[owner.world()?].name.to_string()))
        }
        Entity::Function(_) | Entity::Package(_) | Entity::Param(..) => None,
    }
}

/// The kind of the symbol; nothing for what nobody looks for.
fn kind(kind: DefinitionKind) -> Option<SymbolKind> {
    Some(match kind {
        DefinitionKind::Package => SymbolKind::PACKAGE,
        DefinitionKind::Interface => SymbolKind::INTERFACE,
        DefinitionKind::World => SymbolKind::MODULE,
        DefinitionKind::Type => SymbolKind::STRUCT,
        DefinitionKind::Function => SymbolKind::FUNCTION,
        DefinitionKind::Field => SymbolKind::FIELD,
        DefinitionKind::Case | DefinitionKind::Flag => SymbolKind::ENUM_MEMBER,
        DefinitionKind::Extern => SymbolKind::INTERFACE,
        DefinitionKind::Namespace
        | DefinitionKind::Param
        | DefinitionKind::FileName
        | DefinitionKind::Renamed
        | DefinitionKind::Feature => return None,
    })
}
