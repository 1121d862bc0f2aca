//! Codes of loading: 07xx.

codes! {
    FILE_NOT_FOUND = 701 "W0701", "a file or folder that is not there";
    UNREADABLE = 702 "W0702", "a file or folder that can't be read";
    NOT_UTF8 = 703 "W0703", "a file that is not text";
    NO_WIT_FILES = 704 "W0704", "a folder without WIT files";
    BINARY = 705 "W0705", "a WebAssembly file that is no WIT package";
}
