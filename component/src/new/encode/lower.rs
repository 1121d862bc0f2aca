//! The imports of core modules as items of the component: functions of the canonical ABI, and what handles of resources
//! need.

use super::encoder::Encoder;
use crate::errors::Fallible;
use crate::new::part::CorePart;
use crate::new::shims::{self, ShimKind};
use crate::new::wiring::WiredImport;
use crate::types::TypeScope;
use wasm_encoder::ExportKind;

impl<'a> Encoder<'_, 'a> {
    /// The item that a module gets for an import.
    pub(super) fn core_import(
        &mut self,
        part: CorePart,
        import: &WiredImport<'a>,
    ) -> Fallible<(ExportKind, u32)> {
        let function = match *import {
            WiredImport::Canon(canon) => {
                let (needs, realloc) = self.plan.making(part, canon);
                if self.plan.is_direct(part, needs) {
                    // The module is not there yet, and neither is its allocator, so a shim stands for that.
                    let realloc = realloc.map(|name| self.shim(&ShimKind::Realloc(part, name)));
                    self.canon(part, canon, realloc)?
                } else {
                    self.shim(&ShimKind::Canon(part, canon))
                }
            }
            WiredImport::Drop(key) => {
                let resource = self.named(key)?;
                self.builder.resource_drop(resource)
            }
            WiredImport::New(key) => {
                let resource = self.named(key)?;
                self.builder.resource_new(resource)
            }
            WiredImport::Rep(key) => {
                let resource = self.named(key)?;
                self.builder.resource_rep(resource)
            }
            WiredImport::Adapter {
                adapter, function, ..
            } => self.shim(&ShimKind::Adapter(adapter, function)),
            WiredImport::TlsBase(_) => {
                // There is a shim module if a module wants the base, so the default is never used.
                self.alias(self.shim.unwrap_or(0), shims::TLS_BASE[0], ExportKind::Func)
            }
            WiredImport::SetTlsBase(_) => {
                self.alias(self.shim.unwrap_or(0), shims::TLS_BASE[1], ExportKind::Func)
            }
            WiredImport::Memory => return Ok((ExportKind::Memory, self.memory.unwrap_or(0))),
            WiredImport::Main { name, kind } => {
                let instance = self.part_instances[CorePart::MAIN.0];
                return Ok((kind, self.alias(instance, name, kind)));
            }
        };
        Ok((ExportKind::Func, function))
    }

    /// The function that a shim stands for, now that all modules are instantiated.
    pub(super) fn actual(&mut self, kind: &ShimKind<'a>) -> Fallible<u32> {
        Ok(match *kind {
            ShimKind::Canon(part, canon) => {
                let (_, realloc) = self.plan.making(part, canon);
                // The hook is to learn of allocations too: its wrappers are in the fix-up module, which is not
                // there yet, so the shim leads to them.
                let hooked = self.plan.task_hook().is_some();
                let realloc = realloc.map(|name| match hooked {
                    true => self.shim(&ShimKind::Realloc(part, name)),
                    false => self.export_of(part, name),
                });
                self.canon(part, canon, realloc)?
            }
            // The plan has a part for each adapter that something is imported from, so the default is never used.
            ShimKind::Adapter(adapter, function) => match self.plan.adapters[adapter] {
                Some(part) => self.export_of(part, function),
                None => 0,
            },
            ShimKind::Destructor(part, name) | ShimKind::Realloc(part, name) => {
                self.export_of(part, name)
            }
        })
    }
}
