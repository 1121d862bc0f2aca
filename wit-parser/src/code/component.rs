//! Codes of components and their ABI: 20xx.

codes! {
    VALUE_TOO_LARGE = 2001 "W2001", "a type whose values are too large for the canonical ABI";
    USED_BEFORE_IMPORT = 2002 "W2002", "a world that uses a type before it has the type's interface";
}
