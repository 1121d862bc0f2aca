//! What the actions of the grammar call to make nodes out of positions.

use crate::ast::*;
use crate::string::unescape;
use crate::{Code, Diagnostic, Span};
use std::cell::RefCell;

/// What was parsed, by what was asked for.
pub(crate) enum Parsed<'s> {
    Item(TopItem<'s>),
    Items(Vec<TopItem<'s>>),
    InterfaceItems(Vec<InterfaceItem<'s>>),
    WorldItems(Vec<WorldItem<'s>>),
    ResourceItems(Vec<ResourceFunc<'s>>),
    Fields(Vec<Field<'s>>),
    Cases(Vec<Case<'s>>),
    Labels(Vec<Label<'s>>),
}

/// What stands at the top level of a file.
pub(crate) enum TopItem<'s> {
    Package(PackageDecl<'s>),
    Item(Item<'s>),
}

/// The argument of an attribute.
pub(crate) enum Argument<'s> {
    Version(Ident<'s>, Version<'s>),
    Name(Ident<'s>, Ident<'s>),
    Text(Span),
}

/// The text that positions refer to, and the mistakes that nodes show although the grammar admits them.
pub(crate) struct Builder<'s> {
    text: &'s str,
    base: u32,
    pub(crate) diagnostics: RefCell<Vec<Diagnostic>>,
}

impl<'s> Builder<'s> {
    pub(crate) fn new(text: &'s str, base: u32) -> Self {
        Self { text, base, diagnostics: RefCell::default() }
    }

    fn slice(&self, start: u32, end: u32) -> &'s str {
        self.text.get((start - self.base) as usize..(end - self.base) as usize).unwrap_or_default()
    }

    pub(crate) fn span(&self, start: u32, end: u32) -> Span {
        Span::new(start, end)
    }

    pub(crate) fn ident(&self, start: u32, end: u32) -> Ident<'s> {
        let text = self.slice(start, end);
        Ident { name: text.strip_prefix('%').unwrap_or(text), span: self.span(start, end) }
    }

    pub(crate) fn version(&self, start: u32, end: u32) -> Version<'s> {
        Version { text: self.slice(start, end), span: self.span(start, end) }
    }

    pub(crate) fn number(&self, start: u32, end: u32) -> Number<'s> {
        Number { text: self.slice(start, end), span: self.span(start, end) }
    }

    pub(crate) fn list<T>(&self, mut list: Vec<T>, last: Option<T>) -> Vec<T> {
        list.extend(last);
        list
    }

    pub(crate) fn package_decl(
        &self,
        attributes: Vec<Attribute<'s>>,
        name: PackageName<'s>,
        span: Span,
    ) -> PackageDecl<'s> {
        self.no_attributes(attributes);
        PackageDecl { span, name }
    }

    pub(crate) fn simple_path(&self, name: Ident<'s>) -> UsePath<'s> {
        UsePath { span: name.span, package: None, name }
    }

    /// The path from `start` to `end`, whose version starts behind `middle`; the last of `names` is the interface.
    pub(crate) fn use_path(
        &self,
        start: u32,
        middle: u32,
        end: u32,
        namespaces: Vec<Ident<'s>>,
        mut names: Vec<Ident<'s>>,
        version: Option<Version<'s>>,
    ) -> UsePath<'s> {
        let empty = Ident { name: "", span: self.span(middle, middle) };
        let name = names.pop().unwrap_or(empty);
        let last = names.last().map_or(start, |name| name.span.end);
        let package = PackageName { span: self.span(start, last), namespaces, names, version };
        UsePath { span: self.span(start, end), package: Some(Box::new(package)), name }
    }

    pub(crate) fn attribute(&self, span: Span, name: Ident<'s>, argument: Argument<'s>) -> Attribute<'s> {
        let kind = match (name.name, argument) {
            ("since", Argument::Version(key, version)) if key.name == "version" => {
                AttributeKind::Since(version)
            }
            ("deprecated", Argument::Version(key, version)) if key.name == "version" => {
                AttributeKind::Deprecated(version)
            }
            ("unstable", Argument::Name(key, feature)) if key.name == "feature" => {
                AttributeKind::Unstable(feature)
            }
            ("external-id", Argument::Text(span)) => match unescape(self.slice(span.start + 1, span.end - 1))
            {
                Ok(text) => AttributeKind::ExternalId(text),
                Err(bad) => {
                    let span = Span::new(span.start + 1 + bad.start, span.start + 1 + bad.end);
                    self.report(Diagnostic::error(Code::INVALID_ESCAPE, bad.message, span));
                    AttributeKind::Broken
                }
            },
            (known, _) => {
                self.report(bad_attribute(known, name.span, span));
                AttributeKind::Broken
            }
        };
        Attribute { span, kind }
    }

    fn report(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    /// Attributes where none may stand.
    pub(crate) fn no_attributes(&self, attributes: Vec<Attribute<'s>>) -> Vec<Attribute<'s>> {
        attributes
    }
}

/// The attributes there are, each as it is written.
const ATTRIBUTES: [(&str, &str); 4] = [
    ("since", "@since(version = 1.2.3)"),
    ("unstable", "@unstable(feature = name)"),
    ("deprecated", "@deprecated(version = 1.2.3)"),
    ("external-id", "@external-id(\"text\")"),
];

fn bad_attribute(name: &str, name_span: Span, span: Span) -> Diagnostic {
    if let Some((_, form)) = ATTRIBUTES.iter().find(|known| known.0 == name) {
        let message = format!("this is not how `@{name}` is written");
        Diagnostic::error(Code::MALFORMED_ATTRIBUTE, message, span).note(format!("write `{form}`"))
    } else {
        Diagnostic::error(Code::UNKNOWN_ATTRIBUTE, format!("there is no attribute `@{name}`"), name_span)
            .note("the attributes are `@since`, `@unstable`, `@deprecated` and `@external-id`")
    }
}
