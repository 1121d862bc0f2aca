//! Codes of gates and other attributes: 05xx.

codes! {
    ATTRIBUTE_TWICE = 501 "W0501", "an attribute that is there twice";
    GATES_CONFLICT = 502 "W0502", "an item that is stable and unstable";
    DEPRECATED_ALONE = 503 "W0503", "`@deprecated` without `@since` or `@unstable`";
    SINCE_WITHOUT_VERSION = 504 "W0504", "`@since` in a package without a version";
    SINCE_UNRELEASED = 505 "W0505", "`@since` with a version that is yet to come";
    INACTIVE_REFERENCE = 506 "W0506", "a reference to what is behind a feature that is not active";
    UNGATED_TYPE = 507 "W0507", "a type without a gate in an interface or world behind a feature";
    GATE_MISMATCH = 508 "W0508", "an included interface that is gated in two ways";
    ATTRIBUTE_NOT_ALLOWED = 509 "W0509", "an attribute where none may stand";
    EXTERNAL_ID_NOT_ALLOWED = 510 "W0510", "an `@external-id` where none may stand";
}
