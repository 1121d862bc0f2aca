//! The functions of a resource: those that drop, borrow, make and open handles.

use crate::c::context::Context;
use crate::c::names::Symbols;
use crate::c::runtime::Helper;
use crate::c::types::{Resource, ResourceSide, Types};
use crate::shared::comment::doc_comment;
use crate::shared::spelling::{export_attribute, import_attribute};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::ResourceIntrinsic;
use witc_resolve::WorldKey;

/// The names of a resource's functions.
pub(crate) struct ResourceFunctions {
    drop_own: String,
    by_side: SideFunctions,
}

/// The functions that depend on who implements the resource.
enum SideFunctions {
    /// Someone else.
    Imported {
        /// Nothing if borrowed handles are dropped anyhow.
        drop_borrow: Option<String>,
        borrow: String,
    },
    /// The guest.
    Exported(Exported),
}

/// The names of the functions about an exported resource, and those of what they are made of in the core module.
struct Exported {
    /// The struct that the guest defines.
    representation: String,
    new: String,
    rep: String,
    destructor: String,
    import_new: String,
    import_rep: String,
    export_destructor: String,
}

impl ResourceFunctions {
    /// Names the functions of a resource.
    pub(crate) fn new(
        types: &Types<'_>,
        resource: &Resource<'_>,
        symbols: &mut Symbols,
        autodrop: bool,
    ) -> Self {
        let stem = &resource.stem;
        let mut name = |verb: &str| symbols.take(format!("{stem}_{verb}"));
        let drop_own = name("drop_own");
        let by_side = match &resource.side {
            ResourceSide::Exported(representation) => {
                let (new, rep, destructor) = (name("new"), name("rep"), name("destructor"));
                SideFunctions::Exported(Exported {
                    representation: representation.name.clone(),
                    import_new: symbols.take(format!("import_{new}")),
                    import_rep: symbols.take(format!("import_{rep}")),
                    export_destructor: symbols.take(format!("export_{destructor}")),
                    new,
                    rep,
                    destructor,
                })
            }
            ResourceSide::Imported => {
                // With the option the bindings drop it: whoever called the function as well would drop it twice.
                let drop_borrow = (!autodrop).then(|| name("drop_borrow"));
                let (prefix, item) = (types.prefixes.of(resource.module), &resource.item);
                let borrow = symbols.take(format!("{prefix}_borrow_{item}"));
                SideFunctions::Imported {
                    drop_borrow,
                    borrow,
                }
            }
        };
        Self { drop_own, by_side }
    }

    /// The function that drops an owned handle.
    pub(crate) fn drop_own(&self) -> &str {
        &self.drop_own
    }

    /// The function that drops a borrowed handle, if there is one.
    pub(crate) fn drop_borrow(&self) -> Option<&str> {
        match &self.by_side {
            SideFunctions::Imported { drop_borrow, .. } => drop_borrow.as_deref(),
            SideFunctions::Exported(_) => None,
        }
    }
}

/// Writes the declarations of a resource's functions.
pub(crate) fn declare_resource(
    types: &Types<'_>,
    resource: &Resource<'_>,
    functions: &ResourceFunctions,
    header: &mut IndentedText,
) {
    let own = &types[resource.own].name;
    let borrow = &types[resource.borrow].name;
    let mut declare = |comment: &str, declaration: String| {
        header.gap();
        doc_comment(header, &[comment.to_owned()]);
        header.lines(declaration + ";");
    };
    declare(
        "Drops an owned handle, which is not to be used any more.",
        format!("void {}({own} handle)", functions.drop_own),
    );
    match &functions.by_side {
        SideFunctions::Imported {
            drop_borrow,
            borrow: lend,
        } => {
            if let Some(name) = drop_borrow {
                declare(
                    "Drops a borrowed handle that an exported function was passed.",
                    format!("void {name}({borrow} handle)"),
                );
            }
            declare(
                "Lends an owned handle, for the length of a call. What this returns is not to be dropped.",
                format!("{borrow} {lend}({own} handle)"),
            );
        }
        SideFunctions::Exported(names) => {
            let rep = &names.representation;
            declare(
                "Makes an owned handle for `rep`, which is then passed to the destructor when the handle is dropped.",
                format!("{own} {}({rep} *rep)", names.new),
            );
            declare(
                "What stands behind an owned handle. It stays with the handle.",
                format!("{rep} *{}({own} handle)", names.rep),
            );
            declare(
                "To be written by you: frees `rep` when the last handle was dropped.",
                format!("void {}({rep} *rep)", names.destructor),
            );
        }
    }
}

impl<'a> Context<'_, 'a> {
    /// The name under which the world has the interface of a resource.
    fn key(&self, resource: &Resource<'_>) -> Option<&'a WorldKey> {
        let module = &self.types.modules[resource.module];
        module.interface.map(|(key, _)| key)
    }

    /// Writes the declaration of the core import that drops handles of a resource.
    pub(crate) fn declare_drop(&self, resource: &Resource<'_>, source: &mut IndentedText) {
        let intrinsic = match resource.side {
            // Two names for one operation: a world that imports and exports an interface has its resources twice.
            ResourceSide::Imported => ResourceIntrinsic::ImportedDrop,
            ResourceSide::Exported(_) => ResourceIntrinsic::ExportedDrop,
        };
        let import = self
            .names()
            .resource(self.key(resource), resource.id, intrinsic);
        source.lines(import_attribute(&import));
        source.lines(format!("void {}(int32_t);", resource.drop));
    }

    /// Writes a resource's functions.
    pub(crate) fn define_resource_functions(
        &mut self,
        resource: &Resource<'_>,
        functions: &ResourceFunctions,
        source: &mut IndentedText,
    ) {
        let own = self.type_name(resource.own);
        let borrow = self.type_name(resource.borrow);
        let drop = format!("{}(handle.__handle);", resource.drop);
        let head = format!("void {}({own} handle)", functions.drop_own);
        define(&head, &[&drop], source);
        match &functions.by_side {
            SideFunctions::Imported {
                drop_borrow,
                borrow: lend,
            } => {
                if let Some(name) = drop_borrow {
                    let head = format!("void {name}({borrow} handle)");
                    define(&head, &[&drop], source);
                }
                let body = [
                    // A variable and no compound literal: the source compiles as C++ too, which has none.
                    &*format!("{borrow} lent;"),
                    "lent.__handle = handle.__handle;",
                    "return lent;",
                ];
                define(&format!("{borrow} {lend}({own} handle)"), &body, source);
            }
            SideFunctions::Exported(names) => self.define_exported(resource, names, own, source),
        }
    }

    fn define_exported(
        &mut self,
        resource: &Resource<'_>,
        names: &Exported,
        own: &str,
        source: &mut IndentedText,
    ) {
        let core = self.names();
        let key = self.key(resource);
        let attribute = |intrinsic| import_attribute(&core.resource(key, resource.id, intrinsic));
        let word = self.helpers.name(Helper::Representation);
        let rep = &names.representation;
        let Exported {
            import_new,
            import_rep,
            ..
        } = names;
        source.gap();
        source.lines(attribute(ResourceIntrinsic::ExportedNew));
        source.lines(format!("int32_t {import_new}({word});"));
        source.lines(attribute(ResourceIntrinsic::ExportedRep));
        source.lines(format!("{word} {import_rep}(int32_t);"));
        let body = [
            &*format!("{own} handle;"),
            &format!("handle.__handle = {import_new}(({word}) (intptr_t) rep);"),
            "return handle;",
        ];
        define(&format!("{own} {}({rep} *rep)", names.new), &body, source);
        let body = format!("return ({rep} *) (intptr_t) {import_rep}(handle.__handle);");
        let head = format!("{rep} *{}({own} handle)", names.rep);
        define(&head, &[&body], source);
        source.gap();
        source.lines(export_attribute(&core.destructor(key, resource.id)));
        // The host passes the representation back as the integer that `new` gave it.
        let head = format!("void {}({word} rep)", names.export_destructor);
        let body = format!("{}(({rep} *) (intptr_t) rep);", names.destructor);
        source.block(head, "", |source| source.lines(body));
    }
}

/// Writes a function of these lines.
fn define(head: &str, body: &[&str], source: &mut IndentedText) {
    source.gap();
    source.block(head, "", |source| {
        for line in body {
            source.lines(line);
        }
    });
}
