//! Worlds made of other worlds, on the way from a package to its printed form.

use witc_component::transform::{exportize, importize, merge_world_imports, nominal_types};
use witc_diagnostics::Diagnostic;
use witc_resolve::{Loaded, select_world};

/// What to make of the world.
#[derive(Debug, clap::Args)]
pub(super) struct TransformArgs {
    /// Let the only world, that of a component say, import what it exports, and nothing else
    #[arg(long, group = "transform")]
    importize: bool,
    /// Let this world import what it exports, and nothing else
    #[arg(long, value_name = "WORLD", group = "transform")]
    importize_world: Option<String>,
    /// What the importing world is called; its name with `-importized` behind it if nothing is said
    #[arg(long, value_name = "NAME")]
    importize_out_world_name: Option<String>,
    /// Let the only world, that of a component say, export what it imports, and nothing else
    #[arg(long, group = "transform")]
    exportize: bool,
    /// Let this world export what it imports, and nothing else
    #[arg(long, value_name = "WORLD", group = "transform")]
    exportize_world: Option<String>,
    /// What the exporting world is called; its name with `-exportized` behind it if nothing is said
    #[arg(long, value_name = "NAME")]
    exportize_out_world_name: Option<String>,
    /// Move only this import to the exports; may be given several times
    #[arg(long, value_name = "IMPORT")]
    exportize_import: Vec<String>,
    /// Let the latest of compatible versions stand for the others among the imports of this world
    #[arg(long, value_name = "WORLD", group = "transform")]
    merge_world_imports_based_on_semver: Option<String>,
    /// Give types in this world that are not the same in a component ids of their own, as `-j` shows
    #[arg(long, value_name = "WORLD", group = "transform")]
    generate_nominal_type_ids: Option<String>,
}

impl TransformArgs {
    /// What was loaded, with the world as it is wanted.
    ///
    /// # Errors
    ///
    /// That there is no such world, or that it can't be made.
    pub(super) fn apply(&self, mut loaded: Loaded) -> Result<Loaded, Vec<Diagnostic>> {
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
