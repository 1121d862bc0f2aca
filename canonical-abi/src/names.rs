//! The names of the imports and exports of a core module, so that tools know what they stand for in its world.

use crate::{AsyncIntrinsic, Channel, ChannelIntrinsic, Convention, ResourceIntrinsic, Side};
use semver::Version;
use witc_resolve::{Function, InterfaceId, Resolve, TypeId, WorldKey};

/// A naming scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// The one that has grown: `ns:pkg/iface@1.2.3#f`, `cabi_post_…`, `[resource-drop]r`.
    #[default]
    Legacy,
    /// The standard one for 32-bit memories: `cm32p2|ns:pkg/iface@1|f`. It knows sync functions and resources only;
    /// what it does not know keeps its legacy name.
    Standard32,
}

/// An import of a core module.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CoreImport {
    /// The name of the module that it comes from.
    pub module: String,
    /// The name in that module.
    pub field: String,
}

/// Names in a scheme.
///
/// In all methods `interface` is the name by which the world imports or exports the interface that something is in;
/// nothing for what belongs to the world itself.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    resolve: &'a Resolve,
    scheme: Scheme,
}

impl<'a> Names<'a> {
    /// Names of what is in `resolve`.
    #[must_use]
    pub fn new(resolve: &'a Resolve, scheme: Scheme) -> Self {
        Self { resolve, scheme }
    }

    /// The import that stands for a function.
    #[must_use]
    pub fn import(
        &self,
        interface: Option<&WorldKey>,
        function: &Function,
        convention: Convention,
    ) -> CoreImport {
        let prefix = match convention {
            Convention::Sync => "",
            // Lowering is the same for both: they differ in how an export waits.
            Convention::Async | Convention::AsyncStackful => "[async-lower]",
        };
        let scheme = self.scheme_for(convention);
        CoreImport {
            module: self.module(scheme, interface, false),
            field: format!("{prefix}{}", function.name),
        }
    }

    /// The export that implements a function.
    #[must_use]
    pub fn export(
        &self,
        interface: Option<&WorldKey>,
        function: &Function,
        convention: Convention,
    ) -> String {
        let prefix = match convention {
            Convention::Sync => "",
            Convention::Async => "[async-lift]",
            Convention::AsyncStackful => "[async-lift-stackful]",
        };
        self.exported(
            self.scheme_for(convention),
            prefix,
            interface,
            &function.name,
        )
    }

    /// The export that frees what the result of a sync export left to be freed.
    #[must_use]
    pub fn post_return(&self, interface: Option<&WorldKey>, function: &Function) -> String {
        match self.scheme {
            Scheme::Legacy => {
                self.exported(Scheme::Legacy, "cabi_post_", interface, &function.name)
            }
            Scheme::Standard32 => self.exported(
                Scheme::Standard32,
                "",
                interface,
                &format!("{}_post", function.name),
            ),
        }
    }

    /// The export that continues an async export.
    #[must_use]
    pub fn callback(&self, interface: Option<&WorldKey>, function: &Function) -> String {
        self.exported(
            Scheme::Legacy,
            "[callback][async-lift]",
            interface,
            &function.name,
        )
    }

    /// The import by which an async export returns its result.
    #[must_use]
    pub fn task_return(&self, interface: Option<&WorldKey>, function: &Function) -> CoreImport {
        // It is about a task of an export, although it is imported.
        let module = self.module(Scheme::Legacy, interface, true);
        CoreImport {
            module,
            field: format!("[task-return]{}", function.name),
        }
    }

    /// The import that stands for a built-in about a resource.
    #[must_use]
    pub fn resource(
        &self,
        interface: Option<&WorldKey>,
        resource: TypeId,
        intrinsic: ResourceIntrinsic,
    ) -> CoreImport {
        let name = self.type_name(resource);
        let verb = intrinsic.verb();
        let field = match self.scheme {
            // Brackets cannot be in names of WIT: no function of the user's is called so.
            Scheme::Legacy => format!("[resource-{verb}]{name}"),
            Scheme::Standard32 => format!("{name}_{verb}"),
        };
        CoreImport {
            module: self.module(self.scheme, interface, intrinsic.is_exported()),
            field,
        }
    }

    /// The import that stands for a built-in of the async ABI. It has a legacy name only.
    #[must_use]
    pub fn intrinsic(&self, intrinsic: AsyncIntrinsic) -> CoreImport {
        CoreImport {
            module: self.module(Scheme::Legacy, None, intrinsic.is_exported()),
            field: intrinsic.field(),
        }
    }

    /// The import that stands for a built-in about streams or futures of a type that occurs in `function`, which the
    /// world imports or exports. It has a legacy name only.
    ///
    /// `number` is that of the type ([`ChannelType::number`](crate::ChannelType::number)); without one it is `stream`
    /// or `future` without a payload.
    #[must_use]
    pub fn channel(
        &self,
        (direction, interface): (Side, Option<&WorldKey>),
        function: &Function,
        (channel, number): (Channel, Option<u64>),
        intrinsic: ChannelIntrinsic,
    ) -> CoreImport {
        let module = self.module(Scheme::Legacy, interface, direction.is_export());
        CoreImport {
            module,
            field: intrinsic.field(channel, number, &function.name),
        }
    }

    /// The export that destroys the representation of an exported resource. It takes the representation.
    #[must_use]
    pub fn destructor(&self, interface: Option<&WorldKey>, resource: TypeId) -> String {
        let name = self.type_name(resource);
        match self.scheme {
            Scheme::Legacy => {
                self.exported(Scheme::Legacy, "", interface, &format!("[dtor]{name}"))
            }
            Scheme::Standard32 => {
                self.exported(Scheme::Standard32, "", interface, &format!("{name}_dtor"))
            }
        }
    }

    /// The export that is the linear memory.
    #[must_use]
    pub fn memory(&self) -> &'static str {
        match self.scheme {
            Scheme::Legacy => "memory",
            Scheme::Standard32 => "cm32p2_memory",
        }
    }

    /// The export that allocates, moves and frees memory:
    /// `(old pointer, old size, alignment, new size) -> new pointer`.
    #[must_use]
    pub fn realloc(&self) -> &'static str {
        match self.scheme {
            Scheme::Legacy => "cabi_realloc",
            Scheme::Standard32 => "cm32p2_realloc",
        }
    }

    /// The export that is called before all others, if there is one.
    #[must_use]
    pub fn initialize(&self) -> &'static str {
        match self.scheme {
            Scheme::Legacy => "_initialize",
            Scheme::Standard32 => "cm32p2_initialize",
        }
    }

    fn scheme_for(&self, convention: Convention) -> Scheme {
        // The standard scheme has no names for async functions yet.
        if convention.is_sync() {
            self.scheme
        } else {
            Scheme::Legacy
        }
    }

    /// The module that things come from; `own` if they are about what the module itself exports.
    fn module(&self, scheme: Scheme, interface: Option<&WorldKey>, own: bool) -> String {
        match (scheme, interface) {
            (Scheme::Legacy, interface) => {
                let prefix = if own { "[export]" } else { "" };
                let name =
                    interface.map_or_else(|| "$root".into(), |key| self.resolve.extern_name(key));
                format!("{prefix}{name}")
            }
            (Scheme::Standard32, None) => "cm32p2".into(),
            (Scheme::Standard32, Some(key)) => {
                let prefix = if own { "_ex_" } else { "" };
                format!("cm32p2|{prefix}{}", self.track_name(key))
            }
        }
    }

    fn exported(
        &self,
        scheme: Scheme,
        prefix: &str,
        interface: Option<&WorldKey>,
        name: &str,
    ) -> String {
        match (scheme, interface) {
            (Scheme::Legacy, None) => format!("{prefix}{name}"),
            (Scheme::Legacy, Some(key)) => {
                format!("{prefix}{}#{name}", self.resolve.extern_name(key))
            }
            // The empty part stands for the interface that there is not.
            (Scheme::Standard32, None) => format!("cm32p2||{name}"),
            (Scheme::Standard32, Some(key)) => format!("cm32p2|{}|{name}", self.track_name(key)),
        }
    }

    fn type_name(&self, id: TypeId) -> &str {
        self.resolve.types[id].name_or_empty()
    }

    /// The name of an interface with its version shortened to what compatibility depends on.
    fn track_name(&self, key: &WorldKey) -> String {
        // A plain name has no version.
        let track = key
            .interface()
            .and_then(|id| interface_track(self.resolve, id));
        track.map_or_else(|| self.resolve.extern_name(key), |(track, _)| track)
    }
}

/// The id of an interface with its version in two parts, as [`compatibility_track`] has them: `ns:pkg/iface@0.2` and
/// `.3`; nothing for an interface that is written inline in a world.
#[must_use]
pub fn interface_track(resolve: &Resolve, id: InterfaceId) -> Option<(String, Option<String>)> {
    let interface = &resolve.interfaces[id];
    let package = &resolve.packages[interface.package?].name;
    let mut track = format!(
        "{}:{}/{}",
        package.namespace,
        package.name,
        interface.name.as_ref()?
    );
    let rest = package.version.as_ref().and_then(|version| {
        let (version, rest) = compatibility_track(version);
        track.push('@');
        track.push_str(&version);
        rest
    });
    Some((track, rest))
}

/// A version in two parts: what compatibility depends on (the major version, below 1 the minor too, below 0.1 the patch
/// too, a pre-release all of it), and what follows it in the text, if anything does.
///
/// ```
/// # use witc_canonical_abi::compatibility_track;
/// let parts = |text: &str| compatibility_track(&text.parse().unwrap());
/// assert_eq!(parts("1.2.3"), ("1".into(), Some(".2.3".into())));
/// assert_eq!(parts("0.2.6"), ("0.2".into(), Some(".6".into())));
/// assert_eq!(parts("0.0.1"), ("0.0.1".into(), None));
/// assert_eq!(parts("1.0.0-rc.1+build"), ("1.0.0-rc.1".into(), Some("+build".into())));
/// ```
#[must_use]
pub fn compatibility_track(version: &Version) -> (String, Option<String>) {
    let Version {
        major,
        minor,
        patch,
        ..
    } = version;
    // A pre-release is compatible with nothing but itself.
    let track = if !version.pre.is_empty() {
        format!("{major}.{minor}.{patch}-{}", version.pre)
    } else if *major > 0 {
        major.to_string()
    } else if *minor > 0 {
        format!("0.{minor}")
    } else {
        format!("0.0.{patch}")
    };
    // The first part is how the version begins, whichever of the four it is.
    let rest = version.to_string().split_off(track.len());
    (track, Some(rest).filter(|rest| !rest.is_empty()))
}
