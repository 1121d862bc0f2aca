//! Codes of text, tokens and syntax: 00xx and 01xx.

codes! {
    UNEXPECTED_CHARACTER = 1 "W0001", "a character that WIT has no use for";
}
