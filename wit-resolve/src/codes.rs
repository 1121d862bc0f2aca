//! The codes of what this crate reports: loading, names, types, worlds and gates. `explain/` explains each.

witc_diagnostics::codes! {
    // Packages, files and names
    MISSING_PACKAGE = "W0201", "files that do not declare their package";
    PACKAGE_MISMATCH = "W0202", "files of one folder that belong to different packages";
    DUPLICATE_PACKAGE = "W0203", "a package that is defined more than once";
    PACKAGE_CYCLE = "W0204", "packages that depend on each other";
    UNKNOWN_PACKAGE = "W0205", "an unknown package";
    UNKNOWN_ITEM = "W0206", "an unknown interface or world";
    NOT_AN_INTERFACE = "W0207", "a world where an interface is expected";
    NOT_A_WORLD = "W0208", "an interface where a world is expected";
    DUPLICATE_ITEM = "W0209", "interfaces or worlds of the same name";
    ITEM_CYCLE = "W0210", "interfaces or worlds that need each other";
    UNKNOWN_TYPE = "W0211", "an unknown type";
    NOT_A_TYPE = "W0212", "a function where a type is expected";
    UNKNOWN_USED_TYPE = "W0213", "a `use` of a type that the interface does not have";
    INVALID_VERSION = "W0214", "an invalid version";
    NESTED_NAMESPACE = "W0215", "a nested namespace, which is not part of WIT yet";
    PACKAGE_IN_NESTED_PACKAGE = "W0216", "a package in a nested package";
    TWO_PACKAGE_DOCS = "W0217", "a package that is documented twice";

    // Types and functions
    DUPLICATE_NAME = "W0301", "types or functions of the same name";
    TYPE_CYCLE = "W0302", "a type that contains itself";
    EMPTY_TYPE = "W0303", "a type with nothing in it";
    DUPLICATE_MEMBER = "W0304", "fields, cases or flags of the same name";
    TOO_MANY_FLAGS = "W0305", "more than 32 flags";
    NOT_A_RESOURCE = "W0306", "a handle of something other than a resource";
    MAP_KEY = "W0307", "a map with keys of a type that keys can't have";
    LIST_LENGTH = "W0308", "a fixed-length list of an invalid length";
    ASYNC_PAYLOAD = "W0309", "a stream or future of something that can't be sent";
    DUPLICATE_PARAM = "W0310", "parameters of the same name";
    BORROW_IN_RESULT = "W0311", "a borrowed handle in a result";
    CONSTRUCTOR_RESULT = "W0312", "a constructor that does not return its resource";
    GETTER_SHAPE = "W0313", "a getter with parameters or without a result";
    SETTER_SHAPE = "W0314", "a setter that does not take one value";
    SETTER_WITHOUT_GETTER = "W0315", "a setter without a getter";
    MAP_OF_HANDLES = "W0316", "a map whose values contain handles";

    // Worlds
    EXTERN_CONFLICT = "W0401", "imports or exports of the same name";
    REPEATED_INTERFACE = "W0402", "an interface that is imported or exported twice";
    INCLUDE_CONFLICT = "W0403", "an included name that is taken";
    UNKNOWN_RENAME = "W0404", "a new name for something unknown";
    IMPORT_AND_EXPORT = "W0405", "an interface that exports need both as an import and as an export";
    NO_WORLD = "W0406", "no world to work on";
    WHICH_WORLD = "W0407", "several worlds to work on";
    UNKNOWN_WORLD = "W0408", "an unknown world";

    // Gates and other attributes
    ATTRIBUTE_TWICE = "W0501", "an attribute that is written twice";
    GATES_CONFLICT = "W0502", "an item that is stable and unstable";
    DEPRECATED_ALONE = "W0503", "`@deprecated` without `@since` or `@unstable`";
    SINCE_WITHOUT_VERSION = "W0504", "`@since` in a package without a version";
    SINCE_UNRELEASED = "W0505", "`@since` with a version later than the package's";
    INACTIVE_REFERENCE = "W0506", "a reference to an item whose feature is not active";
    UNGATED_TYPE = "W0507", "a type without a gate in a gated interface or world";
    GATE_MISMATCH = "W0508", "an included interface that is gated in two ways";
    EXTERNAL_ID_NOT_ALLOWED = "W0510", "an `@external-id` where none is allowed";

    // Budgets
    WORLDS_TOO_LARGE = "W0602", "worlds with too many imports and exports";
    TOO_MUCH_TEXT = "W0603", "too much text for one run";
    TOO_MANY_PARTS = "W0608", "more parameters, fields, cases or interfaces than a component can have";
    TOO_MANY_TYPES = "W0610", "more types in one than a component can hold";
    INPUT_TOO_LARGE = "W0609", "an input of more than 1 GiB";

    // Loading
    FILE_NOT_FOUND = "W0701", "a file or folder that was not found";
    UNREADABLE = "W0702", "a file or folder that can't be read";
    NOT_UTF8 = "W0703", "a file that is not text";
    NO_WIT_FILES = "W0704", "a folder without WIT files";
    BINARY = "W0705", "a binary that is not a WIT package";
}
