//! The places in which patterns look at a case of a kind, and those in which they take whatever is there.

use crate::kinds::{Definition, Names};
use syn::Pat;

/// Where something is within a value: the fields and elements that lead to it.
type Position = Vec<String>;

/// What a pattern does.
#[derive(Default)]
pub(crate) struct Looks<'k> {
    /// Where it looks at cases.
    pub(crate) cases: Vec<(Position, &'k Definition)>,
    /// Where it takes anything.
    anything: Vec<Position>,
}

impl Looks<'_> {
    /// Whether it takes anything where another pattern looks at cases.
    pub(crate) fn takes_anything_at(&self, position: &[String]) -> bool {
        self.anything
            .iter()
            .any(|anything| position.starts_with(anything))
    }
}

/// Finds what patterns do.
pub(crate) struct Finder<'n, 'k> {
    pub(crate) names: &'n Names<'k>,
    /// What `Self` stands for.
    pub(crate) this: Option<&'n str>,
}

impl<'k> Finder<'_, 'k> {
    pub(crate) fn looks(&self, pattern: &Pat) -> Looks<'k> {
        let mut looks = Looks::default();
        self.add(pattern, &mut Vec::new(), &mut looks);
        looks
    }

    fn add(&self, pattern: &Pat, position: &mut Position, looks: &mut Looks<'k>) {
        match pattern {
            Pat::Wild(_) | Pat::Rest(_) => looks.anything.push(position.clone()),
            Pat::Ident(ident) => match &ident.subpat {
                Some((_, inner)) => self.add(inner, position, looks),
                None if self.add_case(&ident.ident.clone().into(), position, looks) => {}
                // `None`, or a constant: only those are capital.
                None if ident.ident.to_string().starts_with(char::is_uppercase) => {}
                None => looks.anything.push(position.clone()),
            },
            Pat::Path(path) => {
                self.add_case(&path.path, position, looks);
            }
            Pat::TupleStruct(case) => {
                self.add_case(&case.path, position, looks);
                self.add_elements(&last_name(&case.path), case.elems.iter(), position, looks);
            }
            Pat::Struct(case) => {
                self.add_case(&case.path, position, looks);
                let name = last_name(&case.path);
                // `S { .. }` takes whatever is in its fields.
                if case.fields.is_empty() && case.rest.is_some() {
                    looks
                        .anything
                        .push([&position[..], std::slice::from_ref(&name)].concat());
                }
                for field in &case.fields {
                    let field_name = member_name(&field.member);
                    self.add_at([&name, &field_name], &field.pat, position, looks);
                }
            }
            Pat::Tuple(tuple) => self.add_tuple(tuple, position, looks),
            Pat::Slice(slice) => self.add_elements("[]", slice.elems.iter(), position, looks),
            Pat::Or(or) => {
                for pattern in &or.cases {
                    self.add(pattern, position, looks);
                }
            }
            // The compiler asks for other arms beside one with a guard, but a new case may end in this one first.
            Pat::Guard(guard) => self.add(&guard.pat, position, looks),
            Pat::Paren(inner) => self.add(&inner.pat, position, looks),
            Pat::Reference(inner) => self.add(&inner.pat, position, looks),
            Pat::Type(inner) => self.add(&inner.pat, position, looks),
            _ => {}
        }
    }

    /// A tuple says which pairs it is for as soon as an element looks at a case: `(Kind::A, _)`. One that does not, such as
    /// `(_, None)`, takes any case in each of its elements that takes anything.
    fn add_tuple(&self, tuple: &syn::PatTuple, position: &mut Position, looks: &mut Looks<'k>) {
        let mut inner = Looks::default();
        self.add_elements("()", tuple.elems.iter(), position, &mut inner);
        if inner.cases.is_empty() {
            looks.anything.append(&mut inner.anything);
        }
        looks.cases.append(&mut inner.cases);
    }

    fn add_elements<'p>(
        &self,
        name: &str,
        elements: impl Iterator<Item = &'p Pat>,
        position: &mut Position,
        looks: &mut Looks<'k>,
    ) {
        for (index, element) in elements.enumerate() {
            self.add_at([name, &index.to_string()], element, position, looks);
        }
    }

    fn add_at(
        &self,
        steps: [&str; 2],
        pattern: &Pat,
        position: &mut Position,
        looks: &mut Looks<'k>,
    ) {
        let outer = position.len();
        // `..` may stand for any of the elements.
        let steps = if matches!(pattern, Pat::Rest(_)) {
            &steps[..1]
        } else {
            &steps
        };
        position.extend(steps.iter().map(|&step| step.to_owned()));
        self.add(pattern, position, looks);
        position.truncate(outer);
    }

    fn add_case(&self, path: &syn::Path, position: &Position, looks: &mut Looks<'k>) -> bool {
        let kind = self.names.kind_of_case(path, self.this);
        looks
            .cases
            .extend(kind.map(|kind| (position.clone(), kind)));
        kind.is_some()
    }
}

fn last_name(path: &syn::Path) -> String {
    let last = path.segments.last().expect("a path is not empty");
    last.ident.to_string()
}

fn member_name(member: &syn::Member) -> String {
    match member {
        syn::Member::Named(name) => name.to_string(),
        syn::Member::Unnamed(index) => index.index.to_string(),
    }
}
