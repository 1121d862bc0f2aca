//! Codes of packages, files and names: 02xx.

codes! {
    MISSING_PACKAGE = 201 "W0201", "files that say nowhere which package they are";
    PACKAGE_MISMATCH = 202 "W0202", "files of one folder that belong to different packages";
    DUPLICATE_PACKAGE = 203 "W0203", "a package that is defined more than once";
    PACKAGE_CYCLE = 204 "W0204", "packages that depend on each other";
    UNKNOWN_PACKAGE = 205 "W0205", "a package that is not there";
    UNKNOWN_ITEM = 206 "W0206", "an interface or world that is not there";
    NOT_AN_INTERFACE = 207 "W0207", "a world where an interface is needed";
    NOT_A_WORLD = 208 "W0208", "an interface where a world is needed";
    DUPLICATE_ITEM = 209 "W0209", "interfaces or worlds of the same name";
    ITEM_CYCLE = 210 "W0210", "interfaces or worlds that need each other";
    UNKNOWN_TYPE = 211 "W0211", "a type that is not there";
    NOT_A_TYPE = 212 "W0212", "a function where a type is needed";
    UNKNOWN_USED_TYPE = 213 "W0213", "a `use` of a type that the interface does not have";
    INVALID_VERSION = 214 "W0214", "a version that is none";
    NESTED_NAMESPACE = 215 "W0215", "a nested namespace, which is not part of WIT yet";
    PACKAGE_IN_NESTED_PACKAGE = 216 "W0216", "a package in a nested package";
    TWO_PACKAGE_DOCS = 217 "W0217", "a package that is documented twice";
}
