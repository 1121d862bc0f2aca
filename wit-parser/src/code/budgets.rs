//! Codes of budgets: 06xx.

codes! {
    TYPE_TOO_DEEP = 601 "W0601", "types that are nested too deep";
    WORLDS_TOO_LARGE = 602 "W0602", "worlds with too many imports and exports";
    TOO_MUCH_TEXT = 603 "W0603", "more text than one run can hold";
}
