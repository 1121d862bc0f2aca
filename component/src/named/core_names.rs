//! The names that core modules have for the imports and exports of a world, in both schemes.

use super::keys::{FunctionKey, Home, TypeKey};
use super::model::{ExportMeaning, ImportMeaning, NamedWorld};
use witc_canonical_abi::{Convention, CoreImport, Names, ResourceIntrinsic, Scheme};
use witc_resolve::{self as resolved, Direction, Resolve, TypeId, WorldItem, WorldKey};

impl NamedWorld {
    /// Registers what core modules call an item.
    pub(super) fn name_core_items(
        &mut self,
        resolve: &Resolve,
        direction: Direction,
        key: &WorldKey,
        item: &WorldItem,
        index: u32,
    ) {
        // A module may use either scheme, or both, so all names are registered. Those of the async ABI are
        // found by their prefixes.
        for scheme in [Scheme::Legacy, Scheme::Standard32] {
            let names = Names::new(resolve, scheme);
            match (direction, item) {
                (_, WorldItem::Interface(interface)) => {
                    self.name_interface(resolve, names, direction, key, interface.id, index);
                }
                (Direction::Import, WorldItem::Function(id)) => {
                    let name = names.import(None, &resolve.functions[*id], Convention::Sync);
                    self.core_import(
                        name,
                        ImportMeaning::Function(FunctionKey {
                            item: index,
                            function: None,
                        }),
                    );
                }
                (Direction::Export, WorldItem::Function(id)) => {
                    let function = FunctionKey {
                        item: index,
                        function: None,
                    };
                    self.name_export(names, None, &resolve.functions[*id], function);
                }
                (_, WorldItem::Type(id)) => {
                    if resolve.is_resource(*id) {
                        let name = names.resource(None, *id, ResourceIntrinsic::ImportedDrop);
                        self.core_import(
                            name,
                            ImportMeaning::Drop(TypeKey {
                                home: Home::World,
                                index,
                            }),
                        );
                    }
                }
            }
        }
    }

    fn name_interface(
        &mut self,
        resolve: &Resolve,
        names: Names<'_>,
        direction: Direction,
        key: &WorldKey,
        id: resolved::InterfaceId,
        item: u32,
    ) {
        let home = match direction {
            Direction::Import => Home::Import(item),
            Direction::Export => Home::Export(item),
        };
        for function in resolve.functions_of(id) {
            // The index is looked up in what has been merged: an earlier world may have brought the interface
            // with its functions in another order.
            let known = self
                .interface(home)
                .and_then(|known| known.functions.get_index_of(&function.name));
            let function_key = FunctionKey {
                item,
                function: known.map(|index| index as u32),
            };
            match direction {
                Direction::Import => {
                    let name = names.import(Some(key), function, Convention::Sync);
                    self.core_import(name, ImportMeaning::Function(function_key));
                }
                Direction::Export => self.name_export(names, Some(key), function, function_key),
            }
        }
        for (name, &ty) in &resolve.interfaces[id].types {
            let known = self
                .interface(home)
                .and_then(|known| known.types.get_index_of(name));
            if let Some(index) = known.filter(|_| resolve.types[ty].kind.is_resource()) {
                let index = index as u32;
                self.name_resource(names, key, ty, TypeKey { home, index });
            }
        }
    }

    /// Registers what core modules call what they need of an interface's resource.
    fn name_resource(&mut self, names: Names<'_>, key: &WorldKey, ty: TypeId, type_key: TypeKey) {
        use ResourceIntrinsic as R;
        let intrinsics: &[(R, ImportMeaning)] = match type_key.home {
            Home::Export(_) => &[
                (R::ExportedDrop, ImportMeaning::Drop(type_key)),
                (R::ExportedNew, ImportMeaning::New(type_key)),
                (R::ExportedRep, ImportMeaning::Rep(type_key)),
            ],
            // Only who implements a resource makes handles and sees representations.
            Home::Import(_) | Home::World => &[(R::ImportedDrop, ImportMeaning::Drop(type_key))],
        };
        for &(intrinsic, meaning) in intrinsics {
            self.core_import(names.resource(Some(key), ty, intrinsic), meaning);
        }
        if type_key.home.export().is_some() {
            let destructor = names.destructor(Some(key), ty);
            self.core_export(destructor, ExportMeaning::Destructor(type_key));
        }
    }

    fn name_export(
        &mut self,
        names: Names<'_>,
        key: Option<&WorldKey>,
        function: &resolved::Function,
        function_key: FunctionKey,
    ) {
        let name = names.export(key, function, Convention::Sync);
        self.core_export(name, ExportMeaning::Function(function_key));
        self.core_import(
            names.task_return(key, function),
            ImportMeaning::TaskReturn(function_key),
        );
        self.core_export(
            names.post_return(key, function),
            ExportMeaning::PostReturn(function_key),
        );
    }

    fn core_import(&mut self, name: CoreImport, import: ImportMeaning) {
        // Compatible versions share their standard names; the version that comes first gets them.
        self.core_imports
            .entry(name.module)
            .or_default()
            .entry(name.field)
            .or_insert(import);
    }

    fn core_export(&mut self, name: String, export: ExportMeaning) {
        self.core_exports.entry(name).or_insert(export);
    }
}
