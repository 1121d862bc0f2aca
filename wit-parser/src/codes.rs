//! The codes of what this crate reports: text, tokens and syntax. `explain/` explains each.

witc_diagnostics::codes! {
    // Text and tokens
    UNEXPECTED_CHARACTER = "W0001", "a character that WIT has no use for";
    FORBIDDEN_CODE_POINT = "W0002", "a code point that makes text look different from what it says";
    UNCLOSED_COMMENT = "W0003", "a comment without end";
    UNCLOSED_STRING = "W0004", "a string without end";
    INVALID_ESCAPE = "W0005", "a string with something in it that can't be";
    MALFORMED_NAME = "W0006", "a word that is not a name";
    UNOPENED_COMMENT = "W0007", "a comment without start";

    // Syntax
    UNEXPECTED_TOKEN = "W0101", "a token that can't stand here";
    MISSING_TOKEN = "W0102", "a token that is missing";
    MISSING_NAME = "W0103", "a name or type that is missing";
    UNCLOSED = "W0104", "brackets or braces that are never closed";
    STRAY_BRACE = "W0105", "a brace that is one too many";
    KEYWORD_AS_NAME = "W0106", "a keyword where a name is needed";
    UNKNOWN_ATTRIBUTE = "W0107", "an attribute that there isn't";
    MALFORMED_ATTRIBUTE = "W0108", "an attribute that is not written as it has to be";
    MISSPELT_KEYWORD = "W0109", "a word where a keyword is needed";
    MISPLACED = "W0110", "an item in a place where it can't stand";
    NAMED_RESULTS = "W0111", "a function whose results have names";
    UNKNOWN_GENERIC = "W0112", "a type with parameters that there isn't";
    OLD_DIALECT = "W0113", "an older dialect of WIT";
    UPGRADE_UNKNOWN = "W0114", "something that an older dialect does not say and today's WIT needs";
    RESULT_NAMES_LOST = "W0115", "names of results that today's WIT has no place for";

    // Gates and other attributes
    ATTRIBUTE_NOT_ALLOWED = "W0509", "an attribute where none may stand";

    // Budgets
    TYPE_TOO_DEEP = "W0601", "types that are nested too deep";
    BRACES_TOO_DEEP = "W0604", "braces that are nested too deep";
    NAME_TOO_LONG = "W0605", "a name that is too long";
    TOO_MANY_MISTAKES = "W0606", "a file with too many mistakes";
    TOO_MANY_TOKENS = "W0607", "a file with too many tokens";
}
