//! Built-ins of the async ABI by their names.

use super::analyzer::Analyzer;
use crate::core_names::ROOT;
use crate::named::{ChannelKey, ImportMeaning};
use crate::new::canon::{self, Canon};
use witc_canonical_abi::{AsyncIntrinsic, Blocking, ChannelIntrinsic};
use witc_resolve::Direction;

impl Analyzer<'_> {
    /// The built-in of the async ABI that a field stands for. `find` looks into the module that it is imported from.
    pub(super) fn built_in(
        &self,
        module: &str,
        field: &str,
        find: impl Fn(&str) -> Option<ImportMeaning>,
    ) -> Option<Canon> {
        let is_own = module.starts_with("[export]");
        if let Some(intrinsic) = AsyncIntrinsic::from_field(field) {
            // Only `task.cancel` is about the implementation of an export, and imported from there; the others
            // come from `$root`.
            let fits = if intrinsic.is_exported() {
                is_own
            } else {
                module == ROOT
            };
            return fits.then_some(Canon::BuiltIn(intrinsic));
        }
        let lowered = field.strip_prefix("[async-lower]").and_then(&find);
        if let Some(ImportMeaning::Function(key)) = lowered {
            return Some(Canon::Lower(
                self.world.current_function(key)?,
                Blocking::Async,
            ));
        }
        let (channel, intrinsic, number, function) = ChannelIntrinsic::from_field(field)?;
        let Some(number) = number else {
            return Some(Canon::Channel(ChannelKey::Unit(channel), intrinsic));
        };
        // The imports of an export have no entry for the function itself, but its `task.return` leads to it.
        let function = if is_own {
            find(&format!("[task-return]{function}"))
        } else {
            find(function)
        };
        let key = match function? {
            ImportMeaning::Function(key) => {
                ChannelKey::In(Direction::Import, self.world.current_function(key)?, number)
            }
            ImportMeaning::TaskReturn(key) => ChannelKey::In(Direction::Export, key, number),
            ImportMeaning::Drop(_) | ImportMeaning::New(_) | ImportMeaning::Rep(_) => return None,
        };
        // A number that stands for a future cannot be meant by a built-in of streams.
        (canon::kind(self.world, key)? == channel).then_some(Canon::Channel(key, intrinsic))
    }
}
