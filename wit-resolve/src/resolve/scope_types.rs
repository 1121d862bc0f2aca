//! The types that an interface or world defines, each after those that it is made of.

use super::entity::Absent;
use super::gates::Attributes;
use super::members::{ComponentName, NameSet};
use super::reports::duplicate;
use super::session::Resolver;
use crate::codes;
use crate::graph;
use crate::sort::sort_by_key;
use crate::{FastMap, Name, Named, TypeDef, TypeOwner};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Nodes};

impl<'a, 's> Resolver<'a, 's> {
    /// Whether the scope's type of a definition's name is another one.
    pub(crate) fn is_shadowed(&self, def: &ast::TypeDef<'_>) -> bool {
        self.here
            .types
            .types
            .get(def.name.name)
            .is_some_and(|&id| self.out.model.types[id].span != def.name.span)
    }

    /// Enters the names of the scope's types.
    pub(crate) fn name_types(&mut self, names: &mut NameSet<'s>) {
        let items = self.here.types.items;
        let used = items
            .uses()
            .flat_map(|item| &item.names)
            .map(|name| name.rename.unwrap_or(name.name));
        let mut seen: FastMap<&str, ()> = FastMap::default();
        for name in used
            .chain(items.definitions().map(|def| def.name))
            .filter(|name| !name.is_missing())
        {
            let Err((first, span)) = names.add(ComponentName::plain(name.name), name.span) else {
                continue;
            };
            // The same name twice has been reported.
            if first.name != name.name && seen.insert(name.name, ()).is_none() {
                self.report(duplicate(
                    codes::DUPLICATE_NAME,
                    "type",
                    name,
                    first.name,
                    span,
                ));
            }
        }
    }

    /// Resolves the types of an interface or world: first what `use` brings in, then the definitions, each after
    /// those that it is made of.
    pub(crate) fn scope_types(&mut self, owner: TypeOwner) {
        for item in self.here.types.items.uses() {
            self.use_types(item, owner);
        }
        let definitions: Vec<&'a ast::TypeDef<'s>> = self.here.types.items.definitions().collect();
        let last_use = self.here.types.items.uses().last();
        if let (Some(first), Some(last_use)) = (definitions.first(), last_use)
            && first.span < last_use.span
        {
            // A definition may need the name of a later `use`; others that don't then come before it.
            self.scope_types_in_order(&definitions, 0, owner);
            return;
        }
        // Most interfaces define types before they use them, and then no graph is needed.
        self.here.types.in_text_order = true;
        for (index, def) in definitions.iter().enumerate() {
            let diagnostics = self.out.diagnostics.len();
            self.define_type(def, owner);
            if std::mem::take(&mut self.here.types.looks_ahead) {
                // A name whose definition is still to come: the rest is put in order first.
                self.out.diagnostics.truncate(diagnostics);
                self.here
                    .types
                    .unknown
                    .retain(|_, index| *index < diagnostics);
                self.here.types.in_text_order = false;
                self.scope_types_in_order(&definitions, index, owner);
                return;
            }
        }
        self.here.types.in_text_order = false;
    }

    /// Resolves the definitions from `done` on in the order in which they need one another.
    fn scope_types_in_order(
        &mut self,
        definitions: &[&'a ast::TypeDef<'s>],
        done: usize,
        owner: TypeOwner,
    ) {
        // The names of `use` items take part: they stand among the definitions in the text, whose order counts.
        let nodes = self.type_nodes(definitions);
        let mut index_of: FastMap<&str, usize> = FastMap::default();
        for (index, (name, _)) in nodes.iter().enumerate() {
            index_of.entry(name).or_insert(index);
        }
        let mut needs: Vec<Vec<(usize, Span)>> = Vec::with_capacity(nodes.len());
        for (_, def) in &nodes {
            let mut found = Vec::new();
            if let Some(def) = def {
                let def = definitions[*def];
                for_each_name(self.nodes_at(def.span), def, &mut |name, span| {
                    found.extend(index_of.get(name).map(|&index| (index, span)));
                });
            }
            needs.push(found);
        }
        let edges: Vec<Vec<usize>> = needs
            .iter()
            .map(|needs| needs.iter().map(|&(index, _)| index).collect())
            .collect();
        let order = graph::order(&edges);
        for cycle in &order.cycles {
            self.report_type_cycle(&nodes, &needs, cycle);
        }
        for &index in order.cycles.iter().flatten() {
            if let (name, Some(def)) = nodes[index] {
                self.here
                    .types
                    .absent
                    // Whatever uses a type of the cycle is silent about it.
                    .insert(name, (Absent::Broken, definitions[def].name.span));
            }
        }
        for index in order.nodes.into_iter().chain(order.blocked) {
            if let Some(def) = nodes[index].1
                // Those before it were defined in the order of the text.
                && def >= done
            {
                self.define_type(definitions[def], owner);
            }
        }
    }

    /// The names of the scope's types in the order of the text, those that are defined with their index.
    fn type_nodes(&self, definitions: &[&'a ast::TypeDef<'s>]) -> Vec<(&'s str, Option<usize>)> {
        let used = self
            .here
            .types
            .items
            .uses()
            .flat_map(|item| &item.names)
            .map(|name| name.rename.unwrap_or(name.name));
        let used = used.map(|name| (name.span, name.name, None));
        let defined = definitions
            .iter()
            .enumerate()
            .map(|(index, def)| (def.name.span, def.name.name, Some(index)));
        let mut nodes: Vec<_> = used.chain(defined).collect();
        sort_by_key(&mut nodes, |&(span, ..)| span);
        nodes
            .into_iter()
            .map(|(_, name, index)| (name, index))
            .collect()
    }

    fn report_type_cycle(
        &mut self,
        nodes: &[(&'s str, Option<usize>)],
        needs: &[Vec<(usize, Span)>],
        cycle: &[usize],
    ) {
        let need = |position: usize| {
            let (from, to) = (cycle[position], cycle[(position + 1) % cycle.len()]);
            let span = needs[from]
                .iter()
                .find(|need| need.0 == to)
                .map_or(Span::NONE, |need| need.1);
            (nodes[from].0, nodes[to].0, span)
        };
        let (first, second, span) = need(0);
        let message = format!("the type `{first}` contains itself");
        let mut diagnostic = Diagnostic::error(codes::TYPE_CYCLE, message, span);
        if cycle.len() > 1 {
            diagnostic = diagnostic.label(format!("`{first}` contains `{second}`"));
        }
        for position in 1..cycle.len() {
            let (from, to, span) = need(position);
            diagnostic = diagnostic.also(span, format!("`{from}` contains `{to}`"));
        }
        let note = "WIT has no recursive types: keep the values in a list and refer to them by index, or make one a resource";
        self.report(diagnostic.note(note));
    }

    /// Resolves a definition and enters it in the scope.
    fn define_type(&mut self, def: &'a ast::TypeDef<'s>, owner: TypeOwner) {
        let Attributes {
            stability,
            external_id,
            inactive,
        } = self.attributes(&def.attributes);
        let name = def.name.name;
        let dropped = self.here.dropped;
        self.here.dropped |= inactive.is_some();
        let kind = self.definition(def, &stability);
        let gone = std::mem::replace(&mut self.here.dropped, dropped) || inactive.is_some();
        // The definition comes again in the right order.
        if self.here.types.looks_ahead {
            return;
        }
        if self.is_taken(def.name) {
            return;
        }
        let Some(kind) = kind.filter(|_| !gone) else {
            let absent = inactive.map_or(Absent::Broken, Absent::Inactive);
            self.here.types.absent.insert(name, (absent, def.name.span));
            return;
        };
        let docs = self.here.docs.read(def.span.start);
        let name = Name::from(name);
        let span = def.name.span;
        let named = Some(Box::new(Named {
            name: name.clone(),
            docs,
            external_id,
        }));
        let id = self.define(TypeDef {
            kind,
            owner,
            stability,
            span,
            named,
        });
        self.here.types.types.insert(name, id);
    }
}

/// Calls `visit` with each name in a definition that stands for a type.
fn for_each_name<'s>(
    nodes: &Nodes<'s>,
    def: &ast::TypeDef<'s>,
    visit: &mut dyn FnMut(&'s str, Span),
) {
    match &def.kind {
        ast::TypeDefKind::Alias(ty) => names_in(nodes, ty, visit),
        ast::TypeDefKind::Record(fields) => fields
            .iter()
            .for_each(|field| names_in(nodes, &field.ty, visit)),
        ast::TypeDefKind::Variant(cases) => {
            cases
                .iter()
                .filter_map(|case| case.ty.as_ref())
                .for_each(|ty| names_in(nodes, ty, visit));
        }
        ast::TypeDefKind::Enum(_) | ast::TypeDefKind::Flags(_) | ast::TypeDefKind::Resource(_) => {}
    }
}

fn names_in<'s>(nodes: &Nodes<'s>, ty: &ast::Type<'s>, visit: &mut dyn FnMut(&'s str, Span)) {
    if let Some(name) = ty.kind.name() {
        visit(name, ty.span);
    }
    nodes.for_each_part(ty, &mut |part| names_in(nodes, part, visit));
}
