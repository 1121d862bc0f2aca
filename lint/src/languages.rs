//! The languages that bindings are generated for: how they spell names, and which words they keep for themselves.

use heck::{
    ToLowerCamelCase as _, ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _,
};
use std::borrow::Cow;

/// A language that names are looked at for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Language {
    Rust,
    C,
    Cpp,
    CSharp,
    Go,
    JavaScript,
    Python,
}

/// The place of a name, which decides its spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    /// A namespace, package or interface: a module of most languages.
    Module,
    Type,
    Function,
    Method,
    Param,
    Field,
    Case,
    Flag,
}

/// A way to spell a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Casing {
    Snake,
    LowerCamel,
    UpperCamel,
    Shouty,
    /// With something before it, so that it is never a keyword.
    Prefixed,
}

impl Language {
    /// All of them.
    pub(crate) const ALL: [Self; 7] = [
        Self::Rust,
        Self::C,
        Self::Cpp,
        Self::CSharp,
        Self::Go,
        Self::JavaScript,
        Self::Python,
    ];

    /// The name in settings.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::C => "c",
            Self::Cpp => "cpp",
            Self::CSharp => "csharp",
            Self::Go => "go",
            Self::JavaScript => "javascript",
            Self::Python => "python",
        }
    }

    /// The name for people.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Rust => "Rust",
            Self::C => "C",
            Self::Cpp => "C++",
            Self::CSharp => "C#",
            Self::Go => "Go",
            Self::JavaScript => "JavaScript",
            Self::Python => "Python",
        }
    }

    /// The language with this name in settings.
    pub(crate) fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.key() == key)
    }

    /// How bindings in this language usually spell a name.
    fn casing(self, role: Role) -> Casing {
        use Casing::{LowerCamel, Prefixed, Shouty, Snake, UpperCamel};
        match (self, role) {
            // Names of C have those of package and interface before them, but for parameters and fields.
            (Self::C, Role::Param | Role::Field) => Snake,
            (Self::C, _) => Prefixed,
            (Self::Rust | Self::Cpp | Self::Python, Role::Module | Role::Param | Role::Field) => {
                Snake
            }
            (Self::Rust | Self::Python, Role::Function | Role::Method) => Snake,
            (Self::Rust, Role::Type | Role::Case) => UpperCamel,
            (Self::Rust, Role::Flag) => Shouty,
            (Self::Cpp, Role::Type | Role::Function | Role::Method) => UpperCamel,
            (Self::Cpp, Role::Case | Role::Flag) => Prefixed,
            (Self::CSharp, Role::Param | Role::Field) => LowerCamel,
            (Self::CSharp, Role::Type | Role::Function | Role::Method) => UpperCamel,
            (Self::CSharp, Role::Module | Role::Case | Role::Flag) => Prefixed,
            (Self::Go, Role::Param) => LowerCamel,
            (Self::Go, Role::Module | Role::Case | Role::Flag) => Prefixed,
            (Self::Go, Role::Type | Role::Function | Role::Method | Role::Field) => UpperCamel,
            (Self::JavaScript, Role::Function | Role::Param) => LowerCamel,
            (Self::JavaScript, Role::Type) => UpperCamel,
            // Properties may be called like keywords.
            (Self::JavaScript, _) => Prefixed,
            (Self::Python, Role::Type) => UpperCamel,
            (Self::Python, Role::Case | Role::Flag) => Shouty,
        }
    }

    /// The name as bindings usually spell it, before anything is done about keywords.
    pub(crate) fn spell(self, role: Role, name: &str) -> Option<Cow<'_, str>> {
        Some(match self.casing(role) {
            Casing::Prefixed => return None,
            Casing::Snake if is_snake(name) => Cow::Borrowed(name),
            Casing::Snake => Cow::Owned(name.to_snake_case()),
            Casing::LowerCamel if is_snake(name) && !name.contains('_') => Cow::Borrowed(name),
            Casing::LowerCamel => Cow::Owned(name.to_lower_camel_case()),
            Casing::UpperCamel => Cow::Owned(name.to_upper_camel_case()),
            Casing::Shouty => Cow::Owned(name.to_shouty_snake_case()),
        })
    }

    /// Whether a word can't be a name in this language as it is.
    pub(crate) fn is_keyword(self, word: &str) -> bool {
        self.keywords().binary_search(&word).is_ok()
    }

    pub(crate) fn keywords(self) -> &'static [&'static str] {
        match self {
            Self::Rust => RUST,
            Self::C => C,
            Self::Cpp => CPP,
            Self::CSharp => CSHARP,
            Self::Go => GO,
            Self::JavaScript => JAVASCRIPT,
            Self::Python => PYTHON,
        }
    }
}

/// Whether a name is one lower-case word, so that its spelling in snake case is itself.
fn is_snake(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// The length of the longest keyword.
pub(crate) const LONGEST: usize = 16;

// Sorted, for the search.
#[rustfmt::skip]
const RUST: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
#[rustfmt::skip]
const C: &[&str] = &[
    "alignas", "alignof", "asm", "auto", "bool", "break", "case", "char", "const", "constexpr", "continue", "default", "do",
    "double", "else", "enum", "extern", "false", "float", "for", "goto", "if", "inline", "int", "long", "nullptr", "register",
    "restrict", "return", "short", "signed", "sizeof", "static", "static_assert", "struct", "switch", "thread_local", "true",
    "typedef", "typeof", "typeof_unqual", "union", "unsigned", "void", "volatile", "while",
];
#[rustfmt::skip]
const CPP: &[&str] = &[
    "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return", "co_yield", "compl", "concept", "const",
    "const_cast", "consteval", "constexpr", "constinit", "continue", "decltype", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "export", "extern", "false", "float", "for", "friend", "goto", "if",
    "inline", "int", "long", "mutable", "namespace", "new", "noexcept", "not", "not_eq", "nullptr", "operator", "or",
    "or_eq", "private", "protected", "public", "register", "reinterpret_cast", "requires", "return", "short", "signed",
    "sizeof", "static", "static_assert", "static_cast", "struct", "switch", "template", "this", "thread_local", "throw",
    "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "wchar_t",
    "while", "xor", "xor_eq",
];
#[rustfmt::skip]
const CSHARP: &[&str] = &[
    "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
    "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
    "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
    "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
    "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
    "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
    "volatile", "while",
];
#[rustfmt::skip]
const GO: &[&str] = &[
    "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto",
    "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var",
];
#[rustfmt::skip]
const JAVASCRIPT: &[&str] = &[
    "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do",
    "else", "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in",
    "instanceof", "interface", "let", "new", "null", "package", "private", "protected", "public", "return", "static",
    "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with", "yield",
];
#[rustfmt::skip]
const PYTHON: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted_and_short() {
        for language in Language::ALL {
            let words = language.keywords();
            assert!(words.is_sorted(), "{language:?}");
            assert!(
                words.iter().all(|word| word.len() <= LONGEST),
                "{language:?}"
            );
            assert_eq!(Language::named(language.key()), Some(language));
        }
    }

    #[test]
    fn names_are_spelled_as_bindings_do() {
        let spell = |language: Language, role, name| {
            language.spell(role, name).unwrap_or_default().into_owned()
        };
        assert_eq!(spell(Language::Rust, Role::Case, "self"), "Self");
        assert_eq!(spell(Language::Go, Role::Param, "a-b"), "aB");
        assert_eq!(spell(Language::C, Role::Function, "if"), "");
        assert!(Language::Cpp.is_keyword(&spell(Language::Cpp, Role::Field, "xor-eq")));
    }
}
