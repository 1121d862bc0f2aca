//! Finds what is wrong with the options, and what can't be generated, before anything is written.

use crate::codes;
use crate::options::Options;
use crate::remap::{same_but_for_version, type_name};
use witc_bindgen_core::codes as option_codes;
use witc_bindgen_core::{FunctionName, Modules, Perspective, once_each};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Name, Resolve, TypeDefKind, TypeId, WorldId};

/// Checks everything.
pub(crate) fn check(
    resolve: &Resolve,
    world: WorldId,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let modules = Modules::new(resolve, world, Perspective::Guest);
    let check = Check {
        resolve,
        modules: &modules,
        options,
    };
    // Texts come first: what is no Rust at all needs no search for what it could mean.
    check.syntax(diagnostics);
    check.attributes(diagnostics);
    check.names(diagnostics);
    check.functions(diagnostics);
    // A function of an interface that is imported and exported is seen twice, and its types as
    // often as they are used.
    once_each(diagnostics);
}

struct Check<'c, 'a> {
    resolve: &'a Resolve,
    modules: &'c Modules<'a>,
    options: &'c Options,
}

impl<'a> Check<'_, 'a> {
    /// Paths and names that would not even be Rust.
    fn syntax(&self, diagnostics: &mut Vec<Diagnostic>) {
        let options = self.options;
        let paths = [
            ("runtime-path", &options.runtime_path),
            ("map-type", &options.map_type),
            ("bitflags-path", &options.bitflags_path),
            ("default-bindings-module", &options.default_bindings_module),
        ];
        let given = paths
            .iter()
            .filter_map(|(option, path)| Some((*option, path.as_deref()?)));
        let with = options
            .with
            .0
            .iter()
            .map(|(_, path)| ("with", path.as_str()));
        for (option, path) in given.chain(with).filter(|(_, path)| !is_path(path)) {
            diagnostics.push(bad_option(option, path, "the path of a Rust item"));
        }
        if let Some(name) = options
            .export_macro_name
            .as_deref()
            .filter(|name| !is_identifier(name))
        {
            diagnostics.push(bad_option(
                "export-macro-name",
                name,
                "the name of a Rust macro",
            ));
        }
        let attributes = [
            (
                "additional-type-attributes",
                &options.additional_type_attributes,
            ),
            (
                "additional-member-attributes",
                &options.additional_member_attributes,
            ),
        ];
        for (option, attributes) in attributes {
            for (_, text) in attributes.0.iter().filter(|(_, text)| !is_attribute(text)) {
                diagnostics.push(bad_option(option, text, "an attribute, `#[…]`"));
            }
        }
    }

    /// Selectors of attributes that select nothing.
    fn attributes(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut types = Vec::new();
        let mut members = Vec::new();
        for id in self.types() {
            let name = type_name(self.resolve, id);
            // A type that `use` brings in has its attributes at its definition.
            let kind = &self.resolve.types[self.resolve.definition(id)].kind;
            if let Some(cases) = members_with_attributes(kind) {
                members.extend(cases.into_iter().map(|case| format!("{name}.{case}")));
                types.push(name);
            }
        }
        let Options {
            additional_type_attributes,
            additional_member_attributes,
            ..
        } = self.options;
        for (option, attributes, known) in [
            (
                "additional-type-attributes",
                additional_type_attributes,
                types,
            ),
            (
                "additional-member-attributes",
                additional_member_attributes,
                members,
            ),
        ] {
            let selectors = attributes.0.iter().map(|(selector, _)| selector);
            for selector in selectors.filter(|selector| !known.contains(selector)) {
                diagnostics.push(unused_selector(option, selector, &known));
            }
        }
    }

    /// Names of functions and types that there are none of.
    fn names(&self, diagnostics: &mut Vec<Diagnostic>) {
        let functions = self.functions_with_names();
        for name in &self.options.skip {
            if !functions
                .iter()
                .any(|function| function.function.name == *name)
            {
                // A warning, not an error: a build script may give the same options for several
                // worlds.
                let message =
                    format!("`--skip` names `{name}`, which is not a function of this world");
                diagnostics.push(Diagnostic::warning(option_codes::UNUSED_FILTER, message, Span::NONE).note(
                    "functions are skipped by their own name: `f`, `[method]resource.f`, `[constructor]resource`",
                ));
            }
        }
        let types: Vec<_> = self
            .types()
            .filter_map(|id| self.resolve.types[id].name().map(|name| &**name))
            .collect();
        for name in &self.options.additional_derives_ignore {
            if !types.contains(&name.as_str()) {
                let message = format!(
                    "`--additional-derive-ignore` names `{name}`, which is not a type of this world"
                );
                // A warning as above: the same options may be given for several worlds.
                diagnostics.push(Diagnostic::warning(
                    option_codes::UNUSED_FILTER,
                    message,
                    Span::NONE,
                ));
            }
        }
    }

    /// Filters that ask for what can't be, and filters that match none.
    fn functions(&self, diagnostics: &mut Vec<Diagnostic>) {
        let options = self.options;
        let names = self.functions_with_names();
        for name in names.iter().filter(|name| options.async_.names(**name)) {
            diagnostics.extend(async_by_force(*name));
        }
        let unused = [
            ("sync", options.sync.unused(&names)),
            ("async", options.async_.unused(&names)),
            (
                "chainable-methods",
                options.chainable_methods.unused_for_chaining(&names),
            ),
        ];
        for (option, filters) in unused {
            for filter in filters {
                let message = format!(
                    "the filter `{filter}` of `--{option}` matches no function of this world"
                );
                diagnostics.push(Diagnostic::error(
                    option_codes::UNUSED_FILTER,
                    message,
                    Span::NONE,
                ));
            }
        }
    }

    /// The types of all interfaces, and of the world.
    fn types(&self) -> impl Iterator<Item = TypeId> {
        self.modules
            .iter()
            .flat_map(|(_, module)| module.types.iter().copied())
    }

    /// All functions, as filters know them.
    fn functions_with_names(&self) -> Vec<FunctionName<'a>> {
        self.modules.functions().map(|(_, name)| name).collect()
    }
}

/// An error if a filter asks for a function to be async that is not.
fn async_by_force(name: FunctionName<'_>) -> Option<Diagnostic> {
    let function = name.function;
    let message = format!(
        "`--async` names the function `{}`, which is not `async` in WIT",
        function.item_name()
    );
    let note = format!(
        "write `{}: async func` in WIT, or leave the filter out: a function of another type may not block",
        function.item_name()
    );
    let diagnostic = Diagnostic::error(codes::ASYNC_BY_FORCE, message, function.span).note(note);
    (!function.is_async).then_some(diagnostic)
}

/// The names of the fields or cases of a type that attributes can be put on; nothing for kinds that take none.
fn members_with_attributes(kind: &TypeDefKind) -> Option<Vec<&Name>> {
    match kind {
        TypeDefKind::Record(record) => {
            Some(record.fields.iter().map(|field| &field.name).collect())
        }
        TypeDefKind::Variant(variant) => {
            Some(variant.cases.iter().map(|case| &case.name).collect())
        }
        TypeDefKind::Enum(en) => Some(en.cases.iter().map(|case| &case.name).collect()),
        TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::Alias(_)
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => None,
    }
}

fn unused_selector(option: &str, selector: &str, known: &[String]) -> Diagnostic {
    let message = format!("`--{option}` selects `{selector}`, which this world does not have");
    let diagnostic = Diagnostic::error(option_codes::UNUSED_SELECTOR, message, Span::NONE);
    let with_version = known
        .iter()
        .find(|name| same_but_for_version(selector, name));
    match with_version {
        Some(name) => diagnostic.note(format!("with the version it is `{name}`")),
        None => diagnostic
            .note("a selector is `ns:pkg/iface@1.0.0/type`, with `.member` for a field or case"),
    }
}

fn bad_option(option: &str, value: &str, wanted: &str) -> Diagnostic {
    let message = format!("the value of `--{option}` is not {wanted}: `{value}`");
    Diagnostic::error(option_codes::BAD_OPTION, message, Span::NONE)
}

/// Whether a text is a Rust path: identifiers with `::` between them, perhaps in front, perhaps with type arguments.
fn is_path(text: &str) -> bool {
    // What is inside the angle brackets is not looked at: generic arguments may be any type, and
    // rustc names mistakes in them well. A bracket that is never closed would break the code around
    // it, so the empty path, which is none, stands for that.
    let text = text.split_once('<').map_or(
        text,
        |(path, rest)| if rest.ends_with('>') { path } else { "" },
    );
    let text = text.trim();
    let text = text.strip_prefix("::").unwrap_or(text);
    text.split("::").all(|part| is_identifier(part.trim()))
}

/// Whether a text is a Rust identifier; keywords count.
fn is_identifier(text: &str) -> bool {
    let text = text.strip_prefix("r#").unwrap_or(text);
    let mut chars = text.chars();
    chars
        .next()
        // `$crate` is a path in the macro's expansion.
        .is_some_and(|c| c == '_' || c == '$' || c.is_alphabetic())
        && chars.all(|c| c == '_' || c.is_alphanumeric())
}

fn is_attribute(text: &str) -> bool {
    let inner = text.trim().strip_prefix('#').map(str::trim_start);
    inner.is_some_and(|inner| inner.starts_with('[') && inner.ends_with(']'))
}

#[cfg(test)]
mod tests {
    use super::{is_attribute, is_path};

    #[test]
    fn paths() {
        for path in [
            "a",
            "a::b",
            "::a::b",
            "crate::a",
            "$crate::rt",
            "r#gen::x",
            "a::B<C, D>",
            "self::x",
        ] {
            assert!(is_path(path), "{path}");
        }
        for path in ["", "::", "a::", "a b", "a-b", "1a", "a::<b", "a;b"] {
            assert!(!is_path(path), "{path}");
        }
        assert!(is_attribute("#[a]") && is_attribute(" # [derive(B)] "));
        assert!(!is_attribute("[a]") && !is_attribute("#[a"));
    }
}
