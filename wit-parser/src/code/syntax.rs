//! Codes of text, tokens and syntax: 00xx and 01xx.

codes! {
    UNEXPECTED_CHARACTER = 1 "W0001", "a character that WIT has no use for";
    INVALID_ESCAPE = 5 "W0005", "a string literal with an escape that there isn't";
    UNEXPECTED_TOKEN = 101 "W0101", "a token that can't stand here";
    UNKNOWN_ATTRIBUTE = 107 "W0107", "an attribute that there isn't";
    MALFORMED_ATTRIBUTE = 108 "W0108", "an attribute that is not written as it has to be";
}
