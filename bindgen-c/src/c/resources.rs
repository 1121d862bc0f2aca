//! What a resource brings along: functions that drop, borrow, make and open handles.

use crate::c::adapter::Adapter;
use crate::c::helpers::Helper;
use crate::c::imports::import_attribute;
use crate::c::types::{ResourceRef, Types};
use crate::shared::comment::doc_comment;
use witc_bindgen_core::Source;
use witc_canonical_abi::ResourceIntrinsic;
use witc_resolve::Direction;

/// The names of a resource's functions.
pub(crate) struct ResourceFunctions {
    drop_own: String,
    /// Of an imported resource, unless borrowed handles are dropped anyhow.
    drop_borrow: Option<String>,
    /// Of an imported resource.
    borrow: Option<String>,
    /// Of an exported resource.
    exported: Option<Exported>,
}

/// The names of the functions about an exported resource, and those of what they are made of in the core module.
struct Exported {
    new: String,
    rep: String,
    destructor: String,
    import_new: String,
    import_rep: String,
    export_destructor: String,
}

impl ResourceFunctions {
    /// Names the functions of a resource.
    pub(crate) fn new(types: &mut Types<'_>, resource: ResourceRef, autodrop: bool) -> Self {
        let resource = &types.resources[resource.0];
        let (stem, symbols) = (&resource.stem, &mut types.symbols);
        let mut name = |what: &str| symbols.take(format!("{stem}_{what}"));
        let drop_own = name("drop_own");
        if resource.direction == Direction::Export {
            let (new, rep, destructor) = (name("new"), name("rep"), name("destructor"));
            let exported = Exported {
                import_new: symbols.take(format!("import_{new}")),
                import_rep: symbols.take(format!("import_{rep}")),
                export_destructor: symbols.take(format!("export_{destructor}")),
                new,
                rep,
                destructor,
            };
            return Self {
                drop_own,
                drop_borrow: None,
                borrow: None,
                exported: Some(exported),
            };
        }
        let drop_borrow = (!autodrop).then(|| name("drop_borrow"));
        let prefix = types.prefixes.of(resource.module);
        let item = stem.strip_prefix(prefix).unwrap_or(stem);
        let borrow = symbols.take(format!("{prefix}_borrow{item}"));
        Self {
            drop_own,
            drop_borrow,
            borrow: Some(borrow),
            exported: None,
        }
    }

    /// The function that drops an owned handle.
    pub(crate) fn drop_own(&self) -> &str {
        &self.drop_own
    }

    /// The function that drops a borrowed handle, if there is one.
    pub(crate) fn drop_borrow(&self) -> Option<&str> {
        self.drop_borrow.as_deref()
    }
}

impl Adapter<'_, '_> {
    /// Writes the declarations of a resource's functions.
    pub(crate) fn declare_resource(
        &self,
        resource: ResourceRef,
        functions: &ResourceFunctions,
        header: &mut Source,
    ) {
        let resource = self.types.resource(resource);
        let (own, borrow) = (
            self.type_name(resource.own),
            self.type_name(resource.borrow),
        );
        let mut declare = |comment: &str, declaration: String| {
            header.gap();
            doc_comment(header, &[comment.to_owned()]);
            header.lines(declaration + ";");
        };
        let comment = "Drops an owned handle, which is not to be used any more.";
        declare(
            comment,
            format!("void {}({own} handle)", functions.drop_own),
        );
        if let Some(name) = &functions.drop_borrow {
            let comment = "Drops a borrowed handle that an exported function was passed.";
            declare(comment, format!("void {name}({borrow} handle)"));
        }
        if let Some(name) = &functions.borrow {
            let comment = "Lends an owned handle, for the length of a call. What this returns is not to be dropped.";
            declare(comment, format!("{borrow} {name}({own} handle)"));
        }
        if let (Some(names), Some(rep)) = (&functions.exported, &resource.rep) {
            let Exported {
                new,
                rep: open,
                destructor,
                ..
            } = names;
            let comment = "Makes an owned handle for `rep`, which is then passed to the destructor when the handle is dropped.";
            declare(comment, format!("{own} {new}({rep} *rep)"));
            let comment = "What stands behind an owned handle. It stays with the handle.";
            declare(comment, format!("{rep} *{open}({own} handle)"));
            let comment = "To be written by you: frees `rep` when the last handle was dropped.";
            declare(comment, format!("void {destructor}({rep} *rep)"));
        }
    }

    /// Writes the declaration of the core import that drops handles of a resource.
    pub(crate) fn declare_drop(&self, resource: ResourceRef, source: &mut Source) {
        let resource = self.types.resource(resource);
        let key = self.types.modules[resource.module]
            .interface
            .map(|(key, _)| key);
        let intrinsic = match resource.direction {
            Direction::Import => ResourceIntrinsic::ImportedDrop,
            Direction::Export => ResourceIntrinsic::ExportedDrop,
        };
        let import = self.names().resource(key, resource.id, intrinsic);
        source.lines(format!(
            "{}\nvoid {}(int32_t);",
            import_attribute(&import),
            resource.drop
        ));
    }

    /// Writes a resource's functions.
    pub(crate) fn define_resource_functions(
        &mut self,
        resource: ResourceRef,
        functions: &ResourceFunctions,
        source: &mut Source,
    ) {
        let drop = self.drop_import(resource);
        let resource = self.types.resource(resource);
        let key = self.types.modules[resource.module]
            .interface
            .map(|(key, _)| key);
        let import =
            |intrinsic| import_attribute(&self.names().resource(key, resource.id, intrinsic));
        let (own, borrow) = (
            self.type_name(resource.own),
            self.type_name(resource.borrow),
        );
        source.gap();
        source.lines(format!(
            "void {}({own} handle) {{\n    {drop}(handle.__handle);\n}}",
            functions.drop_own
        ));
        if let Some(name) = &functions.drop_borrow {
            source.gap();
            source.lines(format!(
                "void {name}({borrow} handle) {{\n    {drop}(handle.__handle);\n}}"
            ));
        }
        if let Some(name) = &functions.borrow {
            source.gap();
            let body = format!(
                "    {borrow} lent;\n    lent.__handle = handle.__handle;\n    return lent;\n"
            );
            source.lines(format!("{borrow} {name}({own} handle) {{\n{body}}}"));
        }
        if let (Some(names), Some(rep)) = (&functions.exported, &resource.rep) {
            let (new, open) = (
                import(ResourceIntrinsic::ExportedNew),
                import(ResourceIntrinsic::ExportedRep),
            );
            let export = self.names().destructor(key, resource.id);
            let (own, rep) = (own.to_owned(), rep.clone());
            let word = self.helpers.name(Helper::Rep);
            let Exported {
                import_new,
                import_rep,
                ..
            } = names;
            source.gap();
            source.lines(format!(
                "{new}\nint32_t {import_new}({word});\n{open}\n{word} {import_rep}(int32_t);"
            ));
            source.gap();
            let body = format!(
                "    {own} handle;\n    handle.__handle = {import_new}(({word}) (intptr_t) rep);\n    return handle;\n"
            );
            source.lines(format!("{own} {}({rep} *rep) {{\n{body}}}", names.new));
            source.gap();
            let body = format!("    return ({rep} *) (intptr_t) {import_rep}(handle.__handle);\n");
            source.lines(format!("{rep} *{}({own} handle) {{\n{body}}}", names.rep));
            source.gap();
            let body = format!("    {}(({rep} *) (intptr_t) rep);\n", names.destructor);
            let head = format!("void {}({word} rep)", names.export_destructor);
            source.lines(format!("WITC_EXPORT(\"{export}\")\n{head} {{\n{body}}}"));
        }
    }
}
