//! The codes of what this crate reports: components and what they are made of. `explain/` explains each.

witc_diagnostics::codes! {
    NOT_A_CORE_MODULE = "W2020", "bytes that should be a core module and are not";
    WORLDS_DISAGREE = "W2021", "two worlds of one component that disagree";
    INCOMPATIBLE_VERSIONS = "W2022", "a later version that lacks what an earlier one has";
    EXPORT_CHANGES_MEANING = "W2023", "an export that would change what another one means";
    UNKNOWN_CORE_IMPORT = "W2024", "a core import that no world has";
    WRONG_CORE_TYPE = "W2025", "a core function with the wrong type";
    MISSING_CORE_EXPORT = "W2026", "a function of the world that the module does not export";
    MISSING_MEMORY = "W2027", "a module without the memory that its functions need";
    MISSING_REALLOC = "W2028", "a module without the `realloc` that its functions need";
    CORE_IMPORT_KIND = "W2029", "a core import of something other than a function";
    SEVERAL_MEMORIES = "W2030", "a module with several memories";
    IMPORT_OF_ANOTHER_WORLD = "W2031", "a core import that only the world of another module has";
    UNKNOWN_BUILT_IN = "W2032", "a built-in of the async ABI that is not known";
    ADAPTER_LACKS_EXPORT = "W2033", "a function that an adapter should export";
    UNSUPPORTED_ADAPTER = "W2034", "an adapter that cannot be merged into a component";
    PAGE_SIZES_DIFFER = "W2035", "an adapter and a module with different page sizes";
    INVALID_COMPONENT = "W2036", "a component that does not validate";
    DUPLICATE_CANONICAL_NAME = "W2037", "two interfaces with the same canonical name";
    TYPES_NESTED_TOO_DEEP = "W2038", "types of a world that are nested too deep";
    CONFLICTING_ENCODINGS = "W2039", "a function with two string encodings";
    UNKNOWN_TYPE_IN_WORLD = "W2040", "a world that uses a type which it does not have";
    MAIN_LACKS_EXPORT = "W2041", "an export of the module that an adapter needs";
    MEMORY_64 = "W2043", "a module whose memory has 64-bit addresses";
    SEVERAL_PLUGS = "W2054", "an import that several plugs export";
    NOTHING_PLUGGED = "W2055", "plugs that export nothing that is imported";
    UNUSED_PLUG = "W2056", "a plug that nothing uses";
    PLUG_CYCLE = "W2057", "components that need each other in a circle";
    RESOURCE_FROM_ELSEWHERE = "W2058", "a resource that two components have from different places";
}
