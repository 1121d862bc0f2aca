; Words of the language
["package" "use" "import" "export" "include" "with" "as"] @keyword
["interface" "world" "record" "variant" "enum" "flags" "resource" "type" "func" "constructor"] @keyword
["async" "static"] @keyword

; Built-in types
["u8" "u16" "u32" "u64" "s8" "s16" "s32" "s64" "f32" "f64" "char" "bool" "string"] @type.builtin
["tuple" "list" "option" "result" "map" "borrow" "future" "stream"] @type.builtin

; What is defined
(interface_item name: (id) @type.interface)
(world_item name: (id) @module)
(resource_item name: (id) @type)
(record_item name: (id) @type)
(variant_items name: (id) @type)
(enum_items name: (id) @type)
(flags_items name: (id) @type)
(type_item alias: (id) @type)
(func_item name: (id) @function)
(resource_method name: (id) @function.method)
(import_item name: (id) @function)
(export_item name: (id) @function)
(named_type name: (id) @variable.parameter)
(record_field name: (id) @property)
(variant_case name: (id) @variant)
(enum_case) @variant
(flags_field) @variant

; What is named
(ty (id) @type)
(handle (id) @type)
(decl_head (id) @namespace)
(use_path (id) @namespace)
(use_names_item (id) @type)
(alias_item path: (id) @type alias: (id) @type)
(toplevel_use_item alias: (id) @namespace)
(include_names_item path: (id) @function alias: (id) @function)

; Attributes
(unstable_gate ["@" "unstable" "feature"] @attribute)
(since_gate ["@" "since" "version"] @attribute)
(deprecated_gate ["@" "deprecated" "version"] @attribute)
(external_id ["@" "external-id"] @attribute)
(unstable_gate feature: (id) @constant)

; Literals and comments
(version) @number
(uint) @number
(string_literal) @string
(line_comment) @comment
(block_comment) @comment
(line_comment (doc_comment)) @comment.doc
(block_comment (doc_comment)) @comment.doc

["{" "}" "(" ")" "<" ">"] @punctuation.bracket
[";" "," ":" "." "/"] @punctuation.delimiter
["->" "="] @operator
