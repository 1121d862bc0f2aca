//! The codes of what this crate reports: components and what they are made of. `explain/` explains each.

witc_diagnostics::codes! {
    NOT_A_CORE_MODULE = "W2020", "a file that is not a core module";
    WORLDS_DISAGREE = "W2021", "worlds of one component that disagree";
    INCOMPATIBLE_VERSIONS = "W2022", "a later version that does not fit an earlier one";
    EXPORT_CHANGES_MEANING = "W2023", "an export that changes the meaning of another";
    UNKNOWN_CORE_IMPORT = "W2024", "an unknown core import";
    WRONG_CORE_TYPE = "W2025", "a core function with the wrong type";
    MISSING_CORE_EXPORT = "W2026", "a missing core export";
    MISSING_MEMORY = "W2027", "a module without a memory";
    MISSING_REALLOC = "W2028", "a module without `realloc`";
    CORE_IMPORT_KIND = "W2029", "a core import that is not a function";
    SEVERAL_MEMORIES = "W2030", "a module with several memories";
    IMPORT_OF_ANOTHER_WORLD = "W2031", "a core import that only another module's world has";
    UNKNOWN_BUILT_IN = "W2032", "an unknown built-in of the async ABI";
    ADAPTER_LACKS_EXPORT = "W2033", "an adapter without a needed export";
    UNSUPPORTED_ADAPTER = "W2034", "a module that cannot be an adapter";
    PAGE_SIZES_DIFFER = "W2035", "an adapter and a module with different page sizes";
    INVALID_COMPONENT = "W2036", "an invalid component";
    DUPLICATE_CANONICAL_NAME = "W2037", "two interfaces with the same canonical name";
    TYPES_NESTED_TOO_DEEP = "W2038", "types of a world nested too deep";
    CONFLICTING_ENCODINGS = "W2039", "a function with two string encodings";
    UNKNOWN_TYPE_IN_WORLD = "W2040", "an unknown type in an embedded world";
    MAIN_LACKS_EXPORT = "W2041", "a module without an export that an adapter needs";
    MEMORY_64 = "W2043", "a module with a 64-bit memory";
    NO_WORLD_EMBEDDED = "W2044", "a module without a world";
    SEVERAL_PLUGS = "W2054", "an import that several plugs export";
    NOTHING_PLUGGED = "W2055", "plugs that export nothing that is imported";
    UNUSED_PLUG = "W2056", "an unused plug";
    PLUG_CYCLE = "W2057", "components that depend on each other";
    RESOURCE_FROM_ELSEWHERE = "W2058", "a resource from two different components";
}
