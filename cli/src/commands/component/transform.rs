//! The options of `witc component wit` that transform a world before it is printed.

use witc_component::transform::{exportize, importize, merge_world_imports, nominal_types};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Loaded, select_world};

/// The transformation of the world.
#[derive(Debug, clap::Args)]
pub(super) struct TransformArgs {
    /// Make the only world, such as that of a component, import what it exports, and nothing else
    #[arg(long, group = "transform")]
    importize: bool,
    /// Make this world import what it exports, and nothing else
    #[arg(long, value_name = "WORLD", group = "transform")]
    importize_world: Option<String>,
    /// The name of the importing world; by default its name followed by `-importized`
    #[arg(long, value_name = "NAME")]
    importize_out_world_name: Option<String>,
    /// Make the only world, such as that of a component, export what it imports, and nothing else
    #[arg(long, group = "transform")]
    exportize: bool,
    /// Make this world export what it imports, and nothing else
    #[arg(long, value_name = "WORLD", group = "transform")]
    exportize_world: Option<String>,
    /// The name of the exporting world; by default its name followed by `-exportized`
    #[arg(long, value_name = "NAME")]
    exportize_out_world_name: Option<String>,
    /// Move only this import to the exports; can be repeated
    #[arg(long, value_name = "IMPORT")]
    exportize_import: Vec<String>,
    /// Merge the imports of this world that are compatible versions of an interface into the latest one
    #[arg(long, value_name = "WORLD", group = "transform")]
    merge_world_imports_based_on_semver: Option<String>,
    /// Give different ids to types of this world that are different types in a component, as `-j` shows
    #[arg(long, value_name = "WORLD", group = "transform")]
    generate_nominal_type_ids: Option<String>,
}

impl TransformArgs {
    /// Applies the transformation to loaded packages.
    ///
    /// # Errors
    ///
    /// The world does not exist, or the transformation is not possible.
    pub(super) fn apply(&self, mut loaded: Loaded) -> Result<Loaded, Vec<Diagnostic>> {
        // Selected when a transformation needs it: without one, a package may have any number of
        // worlds.
        let world = |name: Option<&String>| {
            select_world(&loaded.resolve, &loaded.main, name.map(String::as_str))
                .map_err(|diagnostic| vec![*diagnostic])
        };
        if self.importize || self.importize_world.is_some() {
            let world = world(self.importize_world.as_ref())?;
            importize(
                loaded.resolve,
                world,
                self.importize_out_world_name.as_deref(),
            )
        } else if self.exportize || self.exportize_world.is_some() {
            let world = world(self.exportize_world.as_ref())?;
            let name = self.exportize_out_world_name.as_deref();
            exportize(loaded.resolve, world, name, &self.exportize_import)
        } else if let Some(name) = &self.merge_world_imports_based_on_semver {
            let world = world(Some(name))?;
            merge_world_imports(loaded.resolve, world)
        } else if let Some(name) = &self.generate_nominal_type_ids {
            let world = world(Some(name))?;
            nominal_types(&mut loaded.resolve, world);
            Ok(loaded)
        } else {
            Ok(loaded)
        }
    }
}
