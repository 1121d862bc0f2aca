//! What keywords, built-in types and attributes mean, for whoever points at one.

/// The explanation of a word of the language, in Markdown; nothing for other words.
pub(crate) fn explanation(word: &str) -> Option<&'static str> {
    let entry = WORDS.iter().find(|(known, _)| *known == word);
    Some(entry?.1)
}

/// The words that stand for types, in the order in which they are offered; those that take parameters end with `<`.
pub(crate) const TYPES: [&str; 23] = [
    "bool",
    "string",
    "char",
    "u8",
    "u16",
    "u32",
    "u64",
    "s8",
    "s16",
    "s32",
    "s64",
    "f32",
    "f64",
    "list<",
    "option<",
    "result<",
    "tuple<",
    "map<",
    "borrow<",
    "own<",
    "stream<",
    "future<",
    "error-context",
];

/// The words with their explanations (`WIT.md`, "Built-in Types" and the sections of each item).
const WORDS: [(&str, &str); 56] = [
    (
        "package",
        "**package** `namespace:name@version;` names the package that the files of a folder are. With braces after it, it is a package nested in the file.",
    ),
    (
        "interface",
        "**interface** `name { … }` has types and functions under one name. Worlds import and export interfaces.",
    ),
    (
        "world",
        "**world** `name { … }` says what a component imports and exports.",
    ),
    (
        "import",
        "**import** asks for something from outside of the component: an interface by its path, a function, or an interface in braces.",
    ),
    (
        "export",
        "**export** offers something of the component to the outside: an interface by its path, a function, or an interface in braces.",
    ),
    (
        "include",
        "**include** `world;` takes over all imports and exports of another world. `with { a as b }` gives those with plain names others.",
    ),
    (
        "use",
        "**use** `path.{name, other as new-name};` brings types of another interface into this one. At the top level, `use path as name;` gives an interface a short name in this file.",
    ),
    (
        "with",
        "**with** `{ a as b }` after `include` gives imports and exports with plain names other names.",
    ),
    ("as", "**as** gives what is before it another name."),
    (
        "type",
        "**type** `name = other;` is another name for a type.",
    ),
    (
        "record",
        "**record** `name { field: type, … }` is a value with named fields. In memory they lie one after another, each aligned.",
    ),
    (
        "variant",
        "**variant** `name { case, other(type), … }` is one of several cases, some of which hold a value.",
    ),
    (
        "enum",
        "**enum** `name { case, … }` is one of several cases without values.",
    ),
    (
        "flags",
        "**flags** `name { flag, … }` is a set of up to 32 flags, each set or not.",
    ),
    (
        "resource",
        "**resource** `name { … }` is something that lives in one component, and that others refer to by handles. It may have a constructor, methods and static functions.",
    ),
    (
        "func",
        "**func** `(name: type, …) -> type` is a function. A function without `-> …` has no result.",
    ),
    (
        "async",
        "**async** before `func` says that the function may block: its callers can go on while it waits.",
    ),
    (
        "static",
        "**static** before `func` in a resource says that the function takes no handle of it.",
    ),
    (
        "constructor",
        "**constructor** `(name: type, …)` makes a resource. `-> result<name, error>` after it says that it may fail.",
    ),
    ("get", "**get** `() -> type` reads a property."),
    (
        "set",
        "**set** `(value: type)` sets a property that has a getter.",
    ),
    (
        "bool",
        "**bool**: `true` or `false`. One byte; an `i32` in calls.",
    ),
    (
        "u8",
        "**u8**: an integer from 0 to 255. One byte; an `i32` in calls.",
    ),
    (
        "u16",
        "**u16**: an integer from 0 to 65,535. Two bytes; an `i32` in calls.",
    ),
    (
        "u32",
        "**u32**: an integer from 0 to 2³² − 1. Four bytes; an `i32` in calls.",
    ),
    (
        "u64",
        "**u64**: an integer from 0 to 2⁶⁴ − 1. Eight bytes; an `i64` in calls.",
    ),
    (
        "s8",
        "**s8**: an integer from −128 to 127. One byte; an `i32` in calls.",
    ),
    (
        "s16",
        "**s16**: an integer from −32,768 to 32,767. Two bytes; an `i32` in calls.",
    ),
    (
        "s32",
        "**s32**: an integer from −2³¹ to 2³¹ − 1. Four bytes; an `i32` in calls.",
    ),
    (
        "s64",
        "**s64**: an integer from −2⁶³ to 2⁶³ − 1. Eight bytes; an `i64` in calls.",
    ),
    (
        "f32",
        "**f32**: a floating-point number of 32 bits. Which NaN it is may get lost in a call.",
    ),
    (
        "f64",
        "**f64**: a floating-point number of 64 bits. Which NaN it is may get lost in a call.",
    ),
    (
        "char",
        "**char**: a Unicode scalar value. Four bytes; an `i32` in calls.",
    ),
    (
        "string",
        "**string**: a text of Unicode scalar values. A pointer and a length.",
    ),
    (
        "list",
        "**list**`<t>`: any number of values of one type; a pointer and a length. **list**`<t, n>`: exactly `n` of them, one after another.",
    ),
    ("option", "**option**`<t>`: a value or none."),
    (
        "result",
        "**result**`<t, e>`: success with a `t`, or failure with an `e`. `result<t>`, `result<_, e>` and `result` leave out what has no value.",
    ),
    (
        "tuple",
        "**tuple**`<a, b, …>`: several values without names.",
    ),
    (
        "map",
        "**map**`<k, v>`: values by keys; passed as a list of pairs.",
    ),
    (
        "own",
        "**own**`<r>`: a handle that owns a resource. The name of a resource alone means the same.",
    ),
    (
        "borrow",
        "**borrow**`<r>`: a handle of a resource that is valid during the call.",
    ),
    (
        "stream",
        "**stream**`<t>`: values that come one after another, while the call may be over already.",
    ),
    ("future", "**future**`<t>`: one value that comes later."),
    (
        "error-context",
        "**error-context**: something opaque that says more about an error, for debugging.",
    ),
    (
        "_",
        "**_** in `result<_, e>` says that success has no value.",
    ),
    (
        "since",
        "**@since**`(version = x.y.z)`: the item is stable since that version of the package.",
    ),
    (
        "unstable",
        "**@unstable**`(feature = name)`: the item exists only where the feature is active, as with `witc check --features name`.",
    ),
    (
        "deprecated",
        "**@deprecated**`(version = x.y.z)`: the item should not be used any more since that version.",
    ),
    (
        "external-id",
        "**@external-id**`(\"…\")`: what tools outside call the item.",
    ),
    (
        "version",
        "**version** `= x.y.z`: a version of this package, by the rules of Semantic Versioning.",
    ),
    (
        "feature",
        "**feature** `= name`: the feature that the item is a part of.",
    ),
    (
        "->",
        "**->** is followed by the type of the function's result.",
    ),
    (
        "@",
        "**@** starts an attribute, or the version of a package.",
    ),
    (
        "%",
        "**%** before a word makes it a name, even if it is a keyword.",
    ),
    (
        "from",
        "**from** is a keyword of an older WIT. As a name it is written `%from`.",
    ),
    (
        "//",
        "A comment. One that starts with `///` documents what follows it.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_explained_and_is_a_keyword() {
        for word in TYPES.map(|word| word.trim_end_matches('<')) {
            assert!(explanation(word).is_some(), "{word}");
            assert!(witc_parser::is_keyword(word), "{word}");
        }
        for (index, (word, _)) in WORDS.iter().enumerate() {
            assert!(
                WORDS[..index].iter().all(|(other, _)| other != word),
                "{word} twice"
            );
        }
    }
}
