//! A world that was read, for guests to be written for it.

use crate::model::Place;
use witc_canonical_abi::{Facts, Plans};
use witc_resolve::{
    Direction, Function, FunctionKind, InterfaceId, Loaded, Loader, Type, TypeDefKind, TypeOwner,
    WorldId, select_world,
};

/// A world that was read, and what is looked up in it.
pub struct Source {
    pub(super) loaded: Loaded,
    pub(super) world: WorldId,
    plans: Plans,
}

impl Source {
    /// Reads the world `trip` of a text, and those beside it.
    ///
    /// # Errors
    ///
    /// That it is not valid.
    pub fn new(wit: &str) -> Result<Self, String> {
        let loaded = Loader::new().text("trip.wit", wit).load();
        if loaded.has_errors() {
            return Err(format!("the WIT has errors: {:#?}", loaded.diagnostics));
        }
        let world = select_world(&loaded.resolve, &loaded.main, Some("trip"))
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

    /// The name of the interface that a type is defined in.
    pub(super) fn interface_of(&self, owner: TypeOwner) -> Option<&str> {
        let interface = &self.loaded.resolve.interfaces[owner.interface()?];
        interface.name.as_deref()
    }

    /// The world of another guest.
    pub(super) fn world_named(&self, name: &str) -> Option<WorldId> {
        select_world(&self.loaded.resolve, &self.loaded.main, Some(name)).ok()
    }

    /// Whether the world has asynchronous functions, streams and futures, so that there are guests before and after it.
    #[must_use]
    pub fn is_concurrent(&self) -> bool {
        self.world_named("front").is_some()
    }

    /// The names of the functions that call the host: of a world that is concurrent, those that are asynchronous.
    #[must_use]
    pub fn passing(&self) -> Vec<String> {
        let all = self.echoed().into_iter();
        all.filter(|echoed| echoed.full.is_async)
            .map(|echoed| echoed.name().to_owned())
            .collect()
    }

    /// Whether there are streams, and whether there are futures.
    pub(super) fn channels(&self) -> (bool, bool) {
        let mut channels = (false, false);
        for (_, ty) in self.loaded.resolve.types.iter() {
            match ty.kind {
                TypeDefKind::Stream(_) => channels.0 = true,
                TypeDefKind::Future(_) => channels.1 = true,
                TypeDefKind::Alias(_)
                | TypeDefKind::Record(_)
                | TypeDefKind::Variant(_)
                | TypeDefKind::Enum(_)
                | TypeDefKind::Flags(_)
                | TypeDefKind::Resource
                | TypeDefKind::Handle(_)
                | TypeDefKind::Tuple(_)
                | TypeDefKind::Option(_)
                | TypeDefKind::Result(_)
                | TypeDefKind::List(_)
                | TypeDefKind::FixedLengthList(..)
                | TypeDefKind::Map(..) => {}
            }
        }
        channels
    }

    /// The types and functions of an interface of the text.
    pub(super) fn interface(&self, name: &str) -> Option<InterfaceId> {
        let interfaces = self.loaded.resolve.interfaces.iter();
        let mut named = interfaces.filter(|(_, interface)| interface.name.as_deref() == Some(name));
        named.next().map(|(id, _)| id)
    }

    /// The functions of a world that is concurrent, each with what the host calls in its place.
    pub(super) fn echoed(&self) -> Vec<Echoed<'_>> {
        let resolve = &self.loaded.resolve;
        let [plain, echo] = ["plain", "echo"].map(|name| self.interface(name));
        let plain: Vec<_> = plain
            .into_iter()
            .flat_map(|id| resolve.functions_of(id))
            .collect();
        let of_echo = echo.into_iter().flat_map(|id| resolve.functions_of(id));
        let of_echo = of_echo.filter_map(|function| match function.kind {
            FunctionKind::Freestanding => Some((function, Place::Echo)),
            FunctionKind::Method(_) => Some((function, Place::Method)),
            FunctionKind::Static(_) => Some((function, Place::Static)),
            FunctionKind::Constructor(_) => None,
        });
        let of_world = resolve.world_functions(self.world, Direction::Export);
        let of_world = of_world.map(|(_, function)| (function, Place::World));
        let all = of_echo.chain(of_world);
        // Those without a plain form are no functions that give back what they get.
        all.filter_map(|(full, place)| {
            let mut named = plain
                .iter()
                .filter(|plain| *plain.name == *full.item_name());
            named.next().map(|plain| Echoed { full, plain, place })
        })
        .collect()
    }
}

/// A function that gives back what it gets.
pub(super) struct Echoed<'s> {
    pub(super) full: &'s Function,
    /// Without streams, futures and error contexts.
    pub(super) plain: &'s Function,
    pub(super) place: Place,
}

impl Echoed<'_> {
    pub(super) fn name(&self) -> &str {
        &self.plain.name
    }
}
