//! The codes of what this crate reports. `explain/` explains each; `RULES` says which are on by default.

witc_diagnostics::codes! {
    // Releases
    MISSING_VERSION = "W3001", "a package without a version";
    MISSING_GATE = "W3002", "an item without a gate in a package that has gates";
    SINCE_BEFORE_CONTAINER = "W3003", "an item that is older than what it is in";
    UNSTABLE_LEAK = "W3004", "a stable item that needs an unstable one";
    NEWER_LEAK = "W3005", "an item that needs a newer one";
    DEPRECATED_WITHOUT_REPLACEMENT = "W3006", "a deprecated item whose docs name no replacement";
    DEPRECATED_BEFORE_SINCE = "W3007", "an item that is deprecated before it is there";
    STABLE_ON_UNSTABLE = "W3008", "a stable package that depends on an unstable one";
    RELEASE_ON_PRERELEASE = "W3009", "a release that depends on a pre-release";
    TWO_VERSIONS = "W3010", "two versions of a package in one world";
    STABILIZE = "W3011", "an item that becomes stable with this release";
    SIMILAR_FEATURES = "W3012", "features whose names nearly agree";
    BUILD_METADATA = "W3013", "a version with build metadata";
    DEPRECATED_TYPE = "W3014", "an item that needs a deprecated type";
    LOCK_OUT_OF_SYNC = "W3015", "a lock file that does not agree with the text";

    // Dead weight
    UNUSED_USE = "W3101", "a `use` that nothing needs";
    UNUSED_TYPE = "W3102", "a type that nothing needs";
    UNOBTAINABLE_RESOURCE = "W3103", "a resource that nobody can obtain";
    IMPLIED_IMPORT = "W3104", "an import that others imply";
    INCLUDED_EXTERN = "W3105", "an import or export that an `include` brings in";
    IDLE_INCLUDE = "W3106", "an `include` that adds nothing";
    EMPTY_WORLD = "W3107", "a world with nothing in it";
    EMPTY_INTERFACE = "W3108", "an interface with nothing in it";
    UNUSED_FILE_USE = "W3109", "a top-level `use` that nothing needs";
    IDLE_RENAME = "W3110", "an `as` that changes nothing";
    EMPTY_BODY = "W3111", "a resource with an empty body";
    NEEDLESS_OWN = "W3112", "an `own` that changes nothing";
    NEEDLESS_ESCAPE = "W3113", "a `%` that changes nothing";
    OWN_PACKAGE_PATH = "W3114", "a path that names its own package";
    SPLIT_USE = "W3115", "neighbouring uses of one interface";
    DOCS_OF_NOTHING = "W3116", "documentation of nothing";
    SPLIT_DOCS = "W3117", "documentation with a blank line in it";
    ORDINARY_COMMENT = "W3118", "an ordinary comment where documentation belongs";

    // Shapes
    NO_ERROR = "W3201", "a `result` without an error";
    STRING_ERROR = "W3202", "a `result` whose error is a string";
    TWO_BOOLS = "W3203", "two `bool` side by side";
    MANY_PARAMS = "W3204", "parameters that do not fit into registers";
    MANY_ASYNC_PARAMS = "W3205", "parameters of an async function that do not fit into registers";
    OPTION_OF_OPTION = "W3206", "an option of an option";
    PAIRS_FOR_MAP = "W3207", "a list of pairs where a map is meant";
    BYTES_FOR_STREAM = "W3208", "bytes in one piece where a stream fits";
    U64_ID = "W3209", "an id of 64 bits";
    LARGE_RECORD = "W3210", "a large record";
    EXPLODING_TYPE = "W3211", "a type that explodes when it is written out";
    NOT_SYNC = "W3212", "something asynchronous";
    VARIANT_WITHOUT_PAYLOADS = "W3213", "a variant none of whose cases holds a value";
    TUPLE_OF_ONE = "W3214", "a tuple of one type";

    // Names
    KEYWORD = "W3301", "a name that is a keyword of a language";
    CLASH = "W3302", "names that clash in a language";
    FUNCTION_LIKE_METHOD = "W3303", "a function that is called like a method";
    CASE_REPEATS_TYPE = "W3304", "a case that repeats the name of its type";
    INTERFACE_LIKE_PACKAGE = "W3305", "an interface that is called like its package";
    GETTER_AND_SETTER = "W3306", "a getter and a setter that are plain functions";
    FILE_NAME = "W3307", "a file that is not called like what is in it";
    RESERVED_FILE_NAME = "W3308", "a name that no file can have on Windows";

    // Docs
    UNDOCUMENTED_PACKAGE = "W3401", "a package without documentation";
    UNDOCUMENTED_WORLD = "W3402", "a world without documentation";
    UNDOCUMENTED_INTERFACE = "W3403", "an interface without documentation";
    UNDOCUMENTED_TYPE = "W3404", "a type without documentation";
    UNDOCUMENTED_FUNCTION = "W3405", "a function without documentation";
    UNDOCUMENTED_FIELD = "W3406", "a field without documentation";
    UNDOCUMENTED_CASE = "W3407", "a case without documentation";
    UNDOCUMENTED_FLAG = "W3408", "a flag without documentation";
    UNDOCUMENTED_ERROR = "W3409", "a case of an error without documentation";
    DEAD_LINK = "W3410", "a link to nothing";
    TODO = "W3411", "documentation that is not finished";
    UNKNOWN_PARAM = "W3412", "documentation of a parameter that is not there";
    EMPTY_DOCS = "W3413", "documentation without text";
    STARRED_DOCS = "W3414", "documentation with a star before each line";
    DOCS_WITHOUT_SPACE = "W3415", "documentation without a space after `///`";
    TYPE_AS_HTML = "W3416", "a type in documentation that is read as HTML";
    BLANK_DOC_EDGE = "W3417", "documentation that begins or ends with an empty line";
    INNER_DOCS = "W3418", "`//!`, which WIT does not have";
    REPEATED_WORD = "W3419", "a word that is written twice";
    HEADING_WITHOUT_SPACE = "W3420", "a heading without a space";
    MISSPELLING = "W3421", "a misspelt word";
    ODD_BACKTICKS = "W3422", "a backtick without its partner";
    OPEN_FENCE = "W3423", "a block of code that is not closed";
    BLOCK_COMMENT = "W3424", "a block comment where documentation belongs";

    // The settings of lint itself
    BAD_SETTING = "W3501", "a setting of `witc.toml` that makes no sense";
    UNKNOWN_RULE = "W3502", "an unknown rule";
    ALLOW_WITHOUT_REASON = "W3503", "a `witc:allow` without a reason";
    IDLE_ALLOW = "W3504", "a `witc:allow` that allows nothing";
}
