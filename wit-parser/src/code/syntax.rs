//! Codes of text, tokens and syntax: 00xx and 01xx.

codes! {
    UNEXPECTED_CHARACTER = 1 "W0001", "a character that WIT has no use for";
    FORBIDDEN_CODE_POINT = 2 "W0002", "a code point that makes text look different from what it says";
    UNCLOSED_COMMENT = 3 "W0003", "a comment without end";
    UNCLOSED_STRING = 4 "W0004", "a string without end";
    INVALID_ESCAPE = 5 "W0005", "a string with something in it that can't be";
    MALFORMED_NAME = 6 "W0006", "a word that is not a name";
    UNOPENED_COMMENT = 7 "W0007", "a comment without start";
    UNEXPECTED_TOKEN = 101 "W0101", "a token that can't stand here";
    MISSING_TOKEN = 102 "W0102", "a token that is missing";
    MISSING_NAME = 103 "W0103", "a name or type that is missing";
    UNCLOSED = 104 "W0104", "brackets or braces that are never closed";
    STRAY_BRACE = 105 "W0105", "a brace that is one too many";
    KEYWORD_AS_NAME = 106 "W0106", "a keyword where a name is needed";
    UNKNOWN_ATTRIBUTE = 107 "W0107", "an attribute that there isn't";
    MALFORMED_ATTRIBUTE = 108 "W0108", "an attribute that is not written as it has to be";
    MISSPELT_KEYWORD = 109 "W0109", "a word where a keyword is needed";
    MISPLACED = 110 "W0110", "an item in a place where it can't stand";
    NAMED_RESULTS = 111 "W0111", "a function whose results have names";
    UNKNOWN_GENERIC = 112 "W0112", "a type with parameters that there isn't";
    OLD_DIALECT = 113 "W0113", "an older dialect of WIT";
    UPGRADE_UNKNOWN = 114 "W0114", "something that an older dialect does not say and today's WIT needs";
    RESULT_NAMES_LOST = 115 "W0115", "names of results that today's WIT has no place for";
}
