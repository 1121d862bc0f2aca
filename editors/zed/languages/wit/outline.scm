(package_decl (decl_head "package" @context) @name) @item
(nested_package_definition (decl_head "package" @context) @name) @item
(interface_item "interface" @context name: (id) @name) @item
(world_item "world" @context name: (id) @name) @item
(record_item "record" @context name: (id) @name) @item
(variant_items "variant" @context name: (id) @name) @item
(enum_items "enum" @context name: (id) @name) @item
(flags_items "flags" @context name: (id) @name) @item
(resource_item "resource" @context name: (id) @name) @item
(type_item "type" @context alias: (id) @name) @item
(func_item name: (id) @name) @item
(resource_method name: (id) @name) @item
(import_item "import" @context name: (id) @name) @item
(export_item "export" @context name: (id) @name) @item
