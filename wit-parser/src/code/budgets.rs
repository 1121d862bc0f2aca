//! Codes of budgets: 06xx.

codes! {
    TYPE_TOO_DEEP = 601 "W0601", "types that are nested too deep";
    WORLDS_TOO_LARGE = 602 "W0602", "worlds with too many imports and exports";
    TOO_MUCH_TEXT = 603 "W0603", "more text than one run can hold";
    BRACES_TOO_DEEP = 604 "W0604", "braces that are nested too deep";
    NAME_TOO_LONG = 605 "W0605", "a name that is too long";
    TOO_MANY_MISTAKES = 606 "W0606", "a file with too many mistakes";
    TOO_MANY_TOKENS = 607 "W0607", "a file with too many tokens";
    TOO_MANY_PARTS = 608 "W0608", "more parameters, fields or cases than a component can have";
}
