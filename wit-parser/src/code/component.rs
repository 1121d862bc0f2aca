//! Codes of components and their ABI: 20xx.

codes! {
    VALUE_TOO_LARGE = 2001 "W2001", "a type whose values are too large for the canonical ABI";
    USED_BEFORE_IMPORT = 2002 "W2002", "a world that uses a type before it has the type's interface";
    NOT_A_COMPONENT = 2003 "W2003", "bytes that are not a component";
    NOT_EXPRESSIBLE = 2004 "W2004", "a component that WIT has no words for";
    TOO_COMPLEX = 2005 "W2005", "a component that takes too much to look at";
    NOT_A_CORE_MODULE = 2020 "W2020", "what should be a core module is none";
    WORLDS_DISAGREE = 2021 "W2021", "two worlds of one component that disagree";
    INCOMPATIBLE_VERSIONS = 2022 "W2022", "a later version that lacks what an earlier one has";
    EXPORT_CHANGES_MEANING = 2023 "W2023", "an export that would change what another one means";
    UNKNOWN_CORE_IMPORT = 2024 "W2024", "a core import that no world has";
    WRONG_CORE_TYPE = 2025 "W2025", "a core function with the wrong type";
    MISSING_CORE_EXPORT = 2026 "W2026", "a function of the world that the module does not export";
    MISSING_MEMORY = 2027 "W2027", "a module without the memory that its functions need";
    MISSING_REALLOC = 2028 "W2028", "a module without the `realloc` that its functions need";
    CORE_IMPORT_KIND = 2029 "W2029", "a core import of something other than a function";
    SEVERAL_MEMORIES = 2030 "W2030", "a module with several memories";
    IMPORT_OF_ANOTHER_WORLD = 2031 "W2031", "a core import that only the world of another module has";
    UNKNOWN_BUILT_IN = 2032 "W2032", "a built-in of the async ABI that is not known";
    ADAPTER_LACKS_EXPORT = 2033 "W2033", "a function that an adapter should export";
    UNSUPPORTED_ADAPTER = 2034 "W2034", "an adapter that cannot be merged into a component";
    PAGE_SIZES_DIFFER = 2035 "W2035", "an adapter and a module with different page sizes";
    INVALID_COMPONENT = 2036 "W2036", "a component that does not validate";
    DUPLICATE_CANONICAL_NAME = 2037 "W2037", "two interfaces with the same canonical name";
    TYPES_NESTED_TOO_DEEP = 2038 "W2038", "types of a world that are nested too deep";
    CONFLICTING_ENCODINGS = 2039 "W2039", "a function with two string encodings";
    UNKNOWN_TYPE_IN_WORLD = 2040 "W2040", "a world that uses a type which it does not have";
    MAIN_LACKS_EXPORT = 2041 "W2041", "an export of the module that an adapter needs";
    NOT_WEBASSEMBLY = 2042 "W2042", "a file that is neither a WebAssembly binary nor its text format";
    MEMORY_64 = 2043 "W2043", "a module whose memory has 64-bit addresses";
    UNEXPECTED_IMPORT = 2050 "W2050", "a component that imports what the world does not have";
    MISSING_EXPORT = 2051 "W2051", "a component that does not export what the world has";
    LACKS_ITEM = 2052 "W2052", "a function or type that is needed and not there";
    TYPES_DIFFER = 2053 "W2053", "a function or type that differs between two sides";
    SEVERAL_PLUGS = 2054 "W2054", "an import that several plugs export";
    NOTHING_PLUGGED = 2055 "W2055", "plugs that export nothing that is imported";
    UNUSED_PLUG = 2056 "W2056", "a plug that nothing uses";
    PLUG_CYCLE = 2057 "W2057", "components that need each other in a circle";
    RESOURCE_FROM_ELSEWHERE = 2058 "W2058", "a resource that two components have from different places";
    NOT_VERSIONS_OF_EACH_OTHER = 2059 "W2059", "two packages that are not versions of each other";
}
