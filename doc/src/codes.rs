//! The codes of what is reported about documentation and schemas.

witc_diagnostics::codes! {
    DEAD_LINK = "W1301", "a link of documentation that leads nowhere";
    NO_SCHEMA = "W1302", "a function that JSON has no values for";
    NO_INTERFACE = "W1303", "an interface that is not there";
}
