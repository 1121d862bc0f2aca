//! A world that was read, for guests to be written for it.

use crate::model::Place;
use witc_canonical_abi::{Facts, Plans};
use witc_resolve::{
    Direction, Function, FunctionKind, Loaded, Loader, Type, TypeOwner, WorldId, select_world,
};

/// A world that was read, and what is looked up in it.
pub struct Source {
    pub(super) loaded: Loaded,
    pub(super) world: WorldId,
    plans: Plans,
}

impl Source {
    /// Reads the only world of a text.
    ///
    /// # Errors
    ///
    /// That it is not valid.
    pub fn new(wit: &str) -> Result<Self, String> {
        let loaded = Loader::new().text("trip.wit", wit).load();
        if loaded.has_errors() {
            return Err(format!("the WIT has errors: {:#?}", loaded.diagnostics));
        }
        let world = select_world(&loaded.resolve, &loaded.main, None)
            .map_err(|error| format!("{error:?}"))?;
        let plans = Plans::new(&loaded.resolve);
        Ok(Self {
            loaded,
            world,
            plans,
        })
    }

    /// The functions that give back what they get, and where each is.
    pub(super) fn functions(&self) -> impl Iterator<Item = (&Function, Place)> {
        let resolve = &self.loaded.resolve;
        let interfaces = resolve.world_interfaces(self.world, Direction::Export);
        let of_interfaces = interfaces.flat_map(|(_, interface)| {
            let things = resolve.interfaces[interface.id].name.as_deref() == Some("things");
            let place = if things { Place::Things } else { Place::Echo };
            resolve
                .functions_of(interface.id)
                .map(move |function| (function, place))
        });
        // The functions of the guest's resource are written by hand for all worlds.
        let of_interfaces =
            of_interfaces.filter(|(function, _)| function.kind == FunctionKind::Freestanding);
        let of_world = resolve.world_functions(self.world, Direction::Export);
        // `live` counts allocations, for the host to find leaks.
        let of_world = of_world.filter(|(_, function)| function.name != "live");
        of_interfaces.chain(of_world.map(|(_, function)| (function, Place::World)))
    }

    /// Whether the guest has a resource of its own.
    pub(super) fn has_things(&self) -> bool {
        self.functions().any(|(_, place)| place == Place::Things)
    }

    /// The facts about a type.
    pub(super) fn facts(&self, ty: Type) -> Facts {
        self.plans[self.plans.of(ty)].facts
    }

    /// Whether a named type is one of the interface with the functions, which is there twice.
    pub(super) fn is_local(&self, owner: TypeOwner) -> bool {
        let interfaces = &self.loaded.resolve.interfaces;
        owner
            .interface()
            .is_some_and(|id| interfaces[id].name.as_deref() == Some("echo"))
    }
}
