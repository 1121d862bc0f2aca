//! Codes of worlds: 04xx.

codes! {
    EXTERN_CONFLICT = 401 "W0401", "imports or exports of the same name";
    REPEATED_INTERFACE = 402 "W0402", "an interface that is imported or exported twice";
    INCLUDE_CONFLICT = 403 "W0403", "an included name that is taken";
    UNKNOWN_RENAME = 404 "W0404", "a renaming of what is not there";
    IMPORT_AND_EXPORT = 405 "W0405", "an interface that exports need in two ways";
    NO_WORLD = 406 "W0406", "no world to work on";
    WHICH_WORLD = 407 "W0407", "several worlds to work on";
    UNKNOWN_WORLD = 408 "W0408", "a world that is not there";
}
