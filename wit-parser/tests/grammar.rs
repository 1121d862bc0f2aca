//! The grammar, rule by rule: what each construct looks like, and texts that are nearly one and none. The headings are
//! those of the specification. What the resolver checks, versions among it, is no matter of the grammar.

use witc_diagnostics::Diagnostic;
use witc_parser::parse;

fn errors(text: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    parse(text, 0, &mut diagnostics);
    diagnostics.retain(Diagnostic::is_error);
    diagnostics
}

/// Each text, put into `around` in the place of `_`, is accepted or rejected; what is rejected is so with at most three
/// diagnostics.
fn check(around: &str, accepted: &[&str], rejected: &[&str]) {
    for text in accepted {
        let whole = around.replacen("{_}", text, 1);
        let errors = errors(&whole);
        assert!(errors.is_empty(), "`{text}` is WIT: {errors:#?}");
    }
    for text in rejected {
        let whole = around.replacen("{_}", text, 1);
        let count = errors(&whole).len();
        assert!(
            // A short text has one mistake in mind; up to two more may follow from it, but not a
            // page of them.
            (1..=3).contains(&count),
            "`{text}` is no WIT, and has {count} errors"
        );
    }
}

// The package comes first, so that its absence is not what is wrong.
const IN_FILE: &str = "package a:b;\n{_}\n";
const IN_INTERFACE: &str = "package a:b;\ninterface i {\n    {_}\n}\n";
const IN_WORLD: &str = "package a:b;\nworld w {\n    {_}\n}\n";
const IN_RESOURCE: &str = "package a:b;\ninterface i { resource r {\n    {_}\n} }\n";
const AS_TYPE: &str = "package a:b;\ninterface i {\n    type t = {_};\n}\n";

#[test]
fn whitespace_and_comments() {
    check(
        IN_FILE,
        &[
            "",
            " \t\r\n",
            "// a",
            "/// a",
            "/* a */",
            "/** a */",
            "/**/",
            "/* a /* b */ c */",
            "//",
            "// /*",
            "// */",
        ],
        &[
            "/* a",
            "/* a /* b */",
            "a */",
            "/ a",
            "# a",
            "\u{7}",
            "\u{202e}",
        ],
    );
}

#[test]
fn names() {
    check(
        AS_TYPE,
        &[
            "a", "a-b", "a1", "a-1b", "A", "A-B1", "a-B-c", "%a", "%record", "get", "set", "a2-2a",
        ],
        &[
            "a_b", "aB", "Ab", "-a", "a-", "a--b", "1a", "from", "%", "%1", "record", "é", "a é",
        ],
    );
}

#[test]
fn package_declaration() {
    check(
        "{_}",
        &[
            "package a:b;",
            "package a:b@1.2.3;",
            "package a:b@0.0.0-rc.1+b-7;",
            "package a:b@1.0.0-0a;",
            "\u{feff}package a:b;",
            "/// d\npackage a:b;",
        ],
        &[
            "package a:b",
            "package a;",
            "package a:;",
            "package :b;",
            "package;",
            "package a:b@;",
            "package a:b@v1.0.0;",
            "package a.b;",
            "package a:b/c",
            "package a:b; package c:d;",
            "interface i {} package a:b;",
            "@since(version = 1.0.0) package a:b;",
        ],
    );
}

#[test]
fn nested_packages() {
    check(
        IN_FILE,
        &[
            "package c:d {}",
            "package c:d@1.0.0 { interface i {} world w {} use e:f/g; }",
            "package c:d {} package e:f {}",
        ],
        &[
            "package c:d {};",
            "package c {}",
            "package {}",
            "package c:d { package e:f; }",
            "package c:d { type t = u8; }",
        ],
    );
}

#[test]
fn top_level_use() {
    check(
        IN_FILE,
        &[
            "use i;",
            "use i as j;",
            "use c:d/i;",
            "use c:d/i@1.0.0;",
            "use c:d/i@1.0.0 as j;",
        ],
        &[
            "use i",
            "use;",
            "use i as;",
            "use i j;",
            "use c:d;",
            "use c:d/i.{t};",
            "use i.{t};",
        ],
    );
}

#[test]
fn interfaces_and_worlds() {
    check(
        IN_FILE,
        &[
            "interface i {}",
            "world w {}",
            "@since(version = 1.0.0) interface i {}",
            "interface %world {}",
        ],
        &[
            "interface {}",
            "interface i",
            "interface i;",
            "interface i {",
            "interface i }",
            "interface world {}",
            "default interface i {}",
            "world w {};",
            "worl w {}",
            "interface i { interface j {} }",
            "world w { interface j {} }",
            "record r { a: u8 }",
            "f: func();",
        ],
    );
}

#[test]
fn world_items() {
    check(
        IN_WORLD,
        &[
            "import i;",
            "export i;",
            "import c:d/i;",
            "import c:d/i@1.0.0;",
            "import f: func();",
            "export f: async func() -> u8;",
            "import j: interface {}",
            "import j: interface { f: func(); }",
            "import j: i;",
            "import j: c:d/i@1.0.0;",
            "import p: get() -> u8;",
            "include v;",
            "include c:d/v@1.0.0;",
            "include v with { a as b }",
            "include v with { a as b, c as d, }",
            "use i.{t};",
            "type t = u8;",
            "resource r;",
            "@external-id(\"x\") import i;",
        ],
        &[
            "import i",
            "import;",
            "import j: interface {};",
            "import j: interface;",
            "import j: u8;",
            "export static f: func();",
            "include v with {};;",
            "include v with { a };",
            "include v with { a as };",
            "include v with a as b;",
            "f: func();",
            "import f: func()",
            "import c:d/i as j;",
        ],
    );
}

#[test]
fn functions() {
    check(
        IN_INTERFACE,
        &[
            "f: func();",
            "f: func(a: u8);",
            "f: func(a: u8,);",
            "f: func(a: u8, b: string) -> u8;",
            "f: func() -> result<_, string>;",
            "f: async func();",
            "%func: func();",
            "p: get() -> u8; p: set(v: u8);",
            "get: func(); set: func();",
            "get: get() -> u8;",
        ],
        &[
            "f: func;",
            "f: func()",
            "f func();",
            "f: func(a);",
            "f: func(a:);",
            "f: func(: u8);",
            "f: func(,);",
            "f: func(a: u8 b: u8);",
            "f: func() ->;",
            "f: func() -> (a: u8);",
            "f: func() -> u8, u8;",
            "f: async();",
            "f: func async();",
            "f: function();",
            "func: func();",
            "f: static func();",
            "constructor();",
            "p: get -> u8;",
        ],
    );
}

#[test]
fn use_of_types() {
    check(
        IN_INTERFACE,
        &[
            "use j.{t};",
            "use j.{t,};",
            "use j.{t as u, v};",
            "use c:d/j.{t};",
            "use c:d/j@1.0.0.{t};",
            "use j.{};",
        ],
        &[
            "use j;",
            "use j.t;",
            "use j{t};",
            "use j.{t}",
            "use j.{t u};",
            "use j.{t as};",
            "use j.{*};",
            "use j.{,};",
            "use {t} from j;",
        ],
    );
}

#[test]
fn type_definitions() {
    check(
        IN_INTERFACE,
        &[
            "type t = u8;",
            "record r { a: u8 }",
            "record r { a: u8, %type: list<u8>, }",
            "variant v { a, b(u8), }",
            "variant v { get(u8), set(u8) }",
            "enum e { a }",
            "enum e { a, get, set, }",
            "flags f { a, b }",
            "resource r;",
            "resource r {}",
            "@unstable(feature = x) @deprecated(version = 1.0.0) type t = u8;",
        ],
        &[
            "type t = u8",
            "type t;",
            "type t u8;",
            "type = u8;",
            "record r { a }",
            "record r { a: }",
            "record r { a: u8; b: u8 }",
            "record r { a: u8 b: u8 }",
            "record { a: u8 }",
            "record r;",
            "record r { a: u8 };",
            "variant v { a: u8 }",
            "variant v { a() }",
            "enum e { a(u8) }",
            "enum e { a = 1 }",
            "flags f { a: u8 }",
            "resource r",
            "resource {}",
            "union u { u8, string }",
            "struct s { a: u8 }",
        ],
    );
}

#[test]
fn resource_items() {
    check(
        IN_RESOURCE,
        &[
            "constructor();",
            "constructor(a: u8) -> result<r, string>;",
            "m: func();",
            "m: static func() -> r;",
            "m: async func();",
            "m: static async func();",
            "p: get() -> u8; p: set(v: u8);",
            "p: static get() -> u8;",
        ],
        &[
            "constructor;",
            "constructor()",
            "constructor: func();",
            "new: constructor();",
            "static m: func();",
            "m: func static();",
            "type t = u8;",
            "use j.{t};",
            "import f: func();",
        ],
    );
}

#[test]
fn types() {
    check(
        AS_TYPE,
        &[
            "bool",
            "char",
            "string",
            "error-context",
            "f64",
            "list<u8>",
            "list<u8, 4>",
            "map<string, u8>",
            "option<option<u8>>",
            "result",
            "result<u8>",
            "result<_, u8>",
            "result<u8, u8>",
            "tuple<u8>",
            "tuple<u8, string,>",
            "own<a>",
            "borrow<a>",
            "stream",
            "stream<u8>",
            "future",
            "future<u8>",
        ],
        &[
            "",
            "list",
            "list<>",
            "list<u8",
            "list<u8>>",
            "list<u8, u8>",
            "list<u8, 1.5>",
            "list<_>",
            "map<u8>",
            "option<u8, u8>",
            "result<_>",
            "result<u8, _>",
            "result<>",
            "tuple",
            "own<u8>",
            "own",
            "borrow<list<u8>>",
            "vec<u8>",
            "_",
            "[u8]",
            "(u8)",
            "\"u8\"",
            "u8 u8",
        ],
    );
}

#[test]
fn attributes() {
    check(
        "package a:b;\ninterface i {\n    {_} f: func();\n}\n",
        &[
            "@since(version = 1.0.0)",
            "@since(version = 1.0.0-rc.1+b)",
            "@unstable(feature = a-b)",
            "@deprecated(version = 1.0.0)",
            "@external-id(\"\")",
            "@external-id(\"a\\n\\t\\\\\\\"\\u{1f600}\\41\")",
            "@since(version = 1.0.0) @external-id(\"a\")",
        ],
        &[
            "@since",
            "@since()",
            "@since(1.0.0)",
            "@since(version: 1.0.0)",
            "@since(version = \"1.0.0\")",
            "@since(feature = a)",
            "@unstable(feature = 1)",
            "@unstable(version = 1.0.0)",
            "@sinze(version = 1.0.0)",
            "@ since version = 1.0.0",
            "@external-id(a)",
            "@external-id(\"a\tb\")",
            "@external-id(\"\\q\")",
            "@external-id(\"\\u{110000}\")",
            "@external-id(\"\\u{}\")",
            "@external-id(\"\\ff\")",
        ],
    );
}
