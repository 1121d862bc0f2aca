//! Streams, futures and error contexts, for which back ends without async have no bindings: where they are written.

use std::collections::HashSet;
use witc_diagnostics::{Code, Diagnostic, Span};
use witc_resolve::{Function, Resolve, Type, TypeDefKind, TypeId};

/// The types that a back end refuses.
#[derive(Clone, Copy, Debug)]
pub struct Unbound {
    /// The code of its diagnostics.
    pub code: Code,
    /// Which bindings they are: `Rust bindings`.
    pub bindings: &'static str,
    /// Whether it has error contexts.
    pub error_contexts: bool,
}

impl Unbound {
    /// An error for each of these types and functions in which a stream, future or error context is written.
    ///
    /// Where it is only reached through another type that has a name, it is that type's error, not this one's.
    #[must_use]
    pub fn find<'a>(
        self,
        resolve: &Resolve,
        types: impl IntoIterator<Item = TypeId>,
        functions: impl IntoIterator<Item = &'a Function>,
    ) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for id in types {
            let def = &resolve.types[id];
            // An anonymous type is looked into where it is used: the error then points at what the user has written.
            let Some(name) = def.name() else { continue };
            if let Some(what) = self.within(resolve, id) {
                diagnostics.push(self.refuse(&format!("the type `{name}` has"), what, def.span));
            }
        }
        for function in functions {
            let mut types = function
                .params
                .iter()
                .map(|param| param.ty)
                .chain(function.result);
            if let Some(what) = types.find_map(|ty| self.written(resolve, ty)) {
                let subject = format!("the function `{}` passes", function.item_name());
                diagnostics.push(self.refuse(&subject, what, function.span));
            }
        }
        diagnostics
    }

    fn refuse(self, subject: &str, what: What, span: Span) -> Diagnostic {
        let message = format!(
            "{subject} {}, which {} don't have yet",
            what.with_article(),
            self.bindings
        );
        Diagnostic::error(self.code, message, span).note(what.instead())
    }

    /// The first such type that is written in a type itself.
    fn written(self, resolve: &Resolve, ty: Type) -> Option<What> {
        match ty {
            Type::ErrorContext => (!self.error_contexts).then_some(What::ErrorContext),
            Type::Id(id) if resolve.types[id].name().is_none() => self.within(resolve, id),
            // A type with a name has its own diagnostic, where it is defined.
            Type::Id(_) => None,
            Type::Bool | Type::Char | Type::String => None,
            Type::U8 | Type::U16 | Type::U32 | Type::U64 => None,
            Type::S8 | Type::S16 | Type::S32 | Type::S64 => None,
            Type::F32 | Type::F64 => None,
        }
    }

    /// The same of what a type is defined as.
    fn within(self, resolve: &Resolve, id: TypeId) -> Option<What> {
        let kind = &resolve.types[id].kind;
        // The outer one counts: it is the first that a reader meets, and has to go before what is in it matters.
        let mut found = What::of(kind);
        kind.for_each_type(&mut |ty| found = found.or_else(|| self.written(resolve, ty)));
        found
    }
}

#[derive(Clone, Copy, Debug)]
enum What {
    Stream,
    Future,
    ErrorContext,
}

impl What {
    fn of(kind: &TypeDefKind) -> Option<Self> {
        match kind {
            TypeDefKind::Stream(_) => Some(Self::Stream),
            TypeDefKind::Future(_) => Some(Self::Future),
            TypeDefKind::Alias(_) | TypeDefKind::Resource | TypeDefKind::Handle(_) => None,
            TypeDefKind::Record(_) | TypeDefKind::Variant(_) | TypeDefKind::Tuple(_) => None,
            TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => None,
            TypeDefKind::Option(_) | TypeDefKind::Result(_) => None,
            TypeDefKind::List(_) | TypeDefKind::FixedLengthList(..) | TypeDefKind::Map(..) => None,
        }
    }

    fn with_article(self) -> &'static str {
        match self {
            Self::Stream => "a stream",
            Self::Future => "a future",
            Self::ErrorContext => "an error context",
        }
    }

    /// Advice on the type to write in its place.
    fn instead(self) -> &'static str {
        match self {
            Self::Stream => {
                "pass a `list`, or a resource with a function that gives or takes the next piece"
            }
            Self::Future => "pass the value itself: a synchronous call waits until it is there",
            Self::ErrorContext => "pass a `string`, or an enum or variant of what can go wrong",
        }
    }
}

/// Of diagnostics of the same code at the same place only the first stays: an interface that a world imports and
/// exports has one mistake, not two.
pub fn once_each(diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    diagnostics.retain(|diagnostic| {
        let span = diagnostic.primary.span;
        // What has no place in a text cannot be told apart by it, and stays.
        span == Span::NONE || seen.insert((diagnostic.code, span))
    });
}
