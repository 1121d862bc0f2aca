//! The string type and the error context type of a world, and their functions: text that is the same in every world but
//! for names.

use crate::c::names::Prefixes;
use crate::c::options::{Encoding, Options};
use witc_bindgen_core::Modules;
use witc_canonical_abi::Plans;
use witc_resolve::{LiveTypes, Type};

/// Which of the two types a world needs, and which built-ins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    pub(crate) string: bool,
    pub(crate) error_context: bool,
    /// The built-ins for async functions, streams and futures.
    pub(crate) asynchronous: bool,
    /// Those for threads.
    pub(crate) threads: bool,
}

impl Needs {
    /// Those that types and functions of a world mention, and that options ask for.
    pub(crate) fn new(modules: &Modules<'_>, plans: &Plans, options: &Options) -> Self {
        let resolve = modules.resolve;
        let threads = options.generate_threading_helpers;
        let mut needs = Self {
            threads,
            asynchronous: threads
                || options.generate_async_helpers
                || has_async_functions(modules, plans, options),
            ..Self::default()
        };
        let mut live = LiveTypes::new();
        for (_, module) in modules.iter() {
            module
                .types
                .iter()
                .for_each(|&ty| live.add(resolve, Type::Id(ty)));
        }
        let functions = modules.iter().flat_map(|(_, module)| &module.functions);
        for function in functions.chain(&modules.world_exports) {
            live.add_function(resolve, function);
            function
                .params
                .iter()
                .map(|param| param.ty)
                .chain(function.result)
                .for_each(|ty| needs.add(ty));
        }
        for id in live.iter() {
            resolve.types[id]
                .kind
                .for_each_type(&mut |ty| needs.add(ty));
        }
        // The message of an error context is a string.
        needs.string |= needs.error_context;
        needs
    }

    fn add(&mut self, ty: Type) {
        self.string |= ty.is_string();
        self.error_context |= ty.is_error_context();
    }
}

/// Whether a function of a world is bound asynchronously, or passes an end of a stream or future.
fn has_async_functions(modules: &Modules<'_>, plans: &Plans, options: &Options) -> bool {
    let filters = options.async_filters();
    let asynchronous = |ty: Type| plans[plans.of(ty)].facts.asynchronous;
    modules.functions().any(|(_, name)| {
        let function = name.function;
        let params = function.params.iter().map(|param| param.ty);
        filters.picks(name) || params.chain(function.result).any(asynchronous)
    })
}

/// The names that the two types bring along besides their own.
pub(crate) fn names(needs: Needs, prefixes: &Prefixes, options: &Options) -> Vec<String> {
    let world = &prefixes.world;
    let mut names = Vec::new();
    if needs.string {
        // The last two are not in the runtime's text for UTF-8: `strlen` counts its code units, and there is no UTF-16
        // to copy.
        let functions = ["t", "set", "dup", "dup_n", "free", "len", "dup_utf16"];
        let functions = if options.string_encoding == Encoding::Utf8 {
            &functions[..5]
        } else {
            &functions
        };
        names.extend(
            functions
                .iter()
                .map(|function| format!("{world}_string_{function}")),
        );
        names.push(format!("{}_STRING_UTF16", prefixes.shouty_world()));
        names.push(format!("{world}_char16_t"));
    }
    if needs.error_context {
        names.extend(
            ["t", "new", "debug_message", "free"].map(|f| format!("{world}_error_context_{f}")),
        );
        names.extend(
            ["new", "debug_message", "drop"].map(|f| format!("import_{world}_error_context_{f}")),
        );
    }
    names
}

/// The texts about the two types.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'x> {
    pub(crate) needs: Needs,
    pub(crate) prefixes: &'x Prefixes,
    pub(crate) options: &'x Options,
}

impl Texts<'_> {
    /// The `#include` of the header for strings.
    pub(crate) fn includes(self) -> &'static str {
        let utf16 = self.needs.string && self.encoding() == Encoding::Utf16;
        // Only the helpers mention `char16_t`: without them the header stays free of C11.
        if utf16 && !self.options.no_helpers {
            "#include <uchar.h>"
        } else {
            ""
        }
    }

    /// The declarations of the types.
    pub(crate) fn types(self) -> String {
        let string = match self.encoding() {
            Encoding::Utf8 => include_str!("../runtime/c/string_utf8.h"),
            Encoding::Utf16 => include_str!("../runtime/c/string_utf16.h"),
            Encoding::CompactUtf16 => include_str!("../runtime/c/string_compact.h"),
        };
        self.fill(string, include_str!("../runtime/c/error_context.h"))
    }

    /// The declarations of the functions.
    pub(crate) fn declarations(self) -> String {
        let string = match self.encoding() {
            Encoding::Utf8 => include_str!("../runtime/c/string_utf8_helpers.h"),
            Encoding::Utf16 => include_str!("../runtime/c/string_utf16_helpers.h"),
            Encoding::CompactUtf16 => include_str!("../runtime/c/string_compact_helpers.h"),
        };
        self.fill(string, include_str!("../runtime/c/error_context_helpers.h"))
    }

    /// The functions, apart from those that free.
    pub(crate) fn definitions(self) -> String {
        let string = match self.encoding() {
            Encoding::Utf8 => include_str!("../runtime/c/string_utf8.c"),
            Encoding::Utf16 => include_str!("../runtime/c/string_utf16.c"),
            Encoding::CompactUtf16 => include_str!("../runtime/c/string_compact.c"),
        };
        self.fill(string, include_str!("../runtime/c/error_context.c"))
    }

    /// The core imports that freeing needs.
    pub(crate) fn imports(self) -> String {
        self.fill("", include_str!("../runtime/c/error_context_imports.c"))
    }

    /// The type of the code units that a string points to.
    pub(crate) fn code_unit(self) -> &'static str {
        match self.encoding() {
            Encoding::Utf8 | Encoding::CompactUtf16 => "uint8_t",
            Encoding::Utf16 => "uint16_t",
        }
    }

    /// The number of code units of a string, as an expression of its length.
    pub(crate) fn code_units(self, length: &str) -> String {
        match self.encoding() {
            // A bit of the length says that the string is in UTF-16.
            Encoding::CompactUtf16 => {
                let world = self.prefixes.shouty_world();
                format!("({length} & ~{world}_STRING_UTF16)")
            }
            Encoding::Utf8 | Encoding::Utf16 => length.to_owned(),
        }
    }

    fn encoding(self) -> Encoding {
        self.options.string_encoding
    }

    /// The texts about those of the two types that the world needs, with the names of the world in them.
    fn fill(self, string: &str, error_context: &str) -> String {
        let mut text = String::new();
        if self.needs.string {
            text.push_str(string);
        }
        if self.needs.error_context {
            text.push('\n');
            text.push_str(error_context);
        }
        // As canonical options have it, and the names of the built-ins for error contexts.
        let encoding = match self.encoding() {
            Encoding::Utf8 => "utf8",
            Encoding::Utf16 => "utf16",
            Encoding::CompactUtf16 => "latin1+utf16",
        };
        // The names of the world come last: there may be such words in them.
        text.replace("ENCODING", encoding)
            .replace("WORLD", &self.prefixes.world)
            .replace("SHOUTY", &self.prefixes.shouty_world())
    }
}
