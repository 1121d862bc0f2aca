//! The codes of what this crate reports: text, tokens and syntax. `explain/` explains each.

witc_diagnostics::codes! {
    // Text and tokens
    UNEXPECTED_CHARACTER = "W0001", "a character that WIT does not use";
    FORBIDDEN_CODE_POINT = "W0002", "a code point that can hide what a text says";
    UNCLOSED_COMMENT = "W0003", "a block comment that is not closed";
    UNCLOSED_STRING = "W0004", "a string that is not closed";
    INVALID_ESCAPE = "W0005", "an invalid string";
    MALFORMED_NAME = "W0006", "a word that is not a valid name";
    UNOPENED_COMMENT = "W0007", "text that looks like a comment";

    // Syntax
    UNEXPECTED_TOKEN = "W0101", "an unexpected token";
    MISSING_TOKEN = "W0102", "a missing token";
    MISSING_NAME = "W0103", "a missing name or type";
    UNCLOSED = "W0104", "a bracket or brace that is not closed";
    STRAY_BRACE = "W0105", "a brace too many";
    KEYWORD_AS_NAME = "W0106", "a keyword in place of a name";
    UNKNOWN_ATTRIBUTE = "W0107", "an unknown attribute";
    MALFORMED_ATTRIBUTE = "W0108", "an attribute with the wrong argument";
    MISSPELT_KEYWORD = "W0109", "a misspelt keyword";
    MISPLACED = "W0110", "an item in the wrong place";
    NAMED_RESULTS = "W0111", "results with names";
    UNKNOWN_GENERIC = "W0112", "an unknown type with parameters";
    OLD_DIALECT = "W0113", "an older dialect of WIT";
    UPGRADE_UNKNOWN = "W0114", "an older dialect without something that WIT needs today";
    RESULT_NAMES_LOST = "W0115", "names of results that an upgrade loses";
    INCOMPLETE_ITEM = "W0116", "an item that is not complete";
    SWAPPED_TOKENS = "W0117", "two neighbours in the wrong order";
    DOUBLED_TOKEN = "W0118", "a token that is written twice";
    STRAY_SEMICOLON = "W0119", "a `;` that ends nothing";
    FOREIGN_PUNCTUATION = "W0120", "punctuation of another language";
    QUOTED_NAME = "W0121", "a name or version in quotes";
    VERSION_WITH_LETTER = "W0122", "a version that starts with a letter";
    VERSION_IN_PATH = "W0123", "a version in the middle of a path";
    PACKAGE_AS_INTERFACE = "W0124", "a package where an interface or world is needed";
    USE_WITHOUT_BRACES = "W0125", "a `use` without braces";
    PLACEHOLDER = "W0126", "a template that was not filled in";
    UNIT_TYPE = "W0127", "a type for nothing";
    TYPE_IN_PARENS = "W0128", "a type in parentheses";
    STRAY_UNDERSCORE = "W0129", "a `_` where a type is needed";
    TOO_MANY_TYPES = "W0130", "more types in `<…>` than a type takes";
    HANDLE_OF_A_TYPE = "W0131", "a handle of something that is not a resource";
    NAME_AFTER_FUNC = "W0132", "a function whose name comes after `func`";
    SELF_PARAMETER = "W0133", "a parameter `self`";
    DEFAULT_VALUE = "W0134", "a default value";
    NUMBERED_CASE = "W0135", "a case that is given a value";
    VALUE_OF_LABEL = "W0136", "a case of an enum, or a flag, that holds a value";
    CASE_WITH_COLON = "W0137", "a case whose type comes after a colon";
    SEMICOLON_IN_LIST = "W0138", "`;` or another mark where `,` is needed";
    CONSTRUCTOR_AS_FUNC = "W0139", "a constructor that is written as a function";
    STATIC_BEFORE_NAME = "W0140", "`static` before the name of a function";
    VISIBILITY = "W0141", "a word that WIT does not have before an item or element";
    INHERITANCE = "W0142", "an item that extends another one";
    CONSTANT = "W0143", "a constant";
    FOREIGN_TYPE = "W0144", "a type in the notation of another language";
    TYPE_FIRST = "W0145", "a type before the name";
    ASYNC_CONSTRUCTOR = "W0150", "a constructor that is `async`";

    // Gates and other attributes
    ATTRIBUTE_NOT_ALLOWED = "W0509", "an attribute in the wrong place";

    // Budgets
    TYPE_TOO_DEEP = "W0601", "types nested too deep";
    BRACES_TOO_DEEP = "W0604", "braces nested too deep";
    NAME_TOO_LONG = "W0605", "a name that is too long";
    TOO_MANY_MISTAKES = "W0606", "a file with too many mistakes";
    TOO_MANY_TOKENS = "W0607", "a file with too many tokens";
}
