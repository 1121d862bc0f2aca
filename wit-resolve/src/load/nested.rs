//! Filling in what is missing from the `deps/` of packages that are in `deps/` themselves.
//!
//! A copied folder has its own `deps/` with it. That is not looked at while no package is missing: what is in it may be
//! pruned, of another time, or broken, and the peers ignore it.

use super::reader::Reader;
use crate::resolve::{needed, resolve_text};
use crate::{FastMap, Options, PackageName, Resolution};

impl Reader {
    /// Resolves what was read, and again with inner packages if any are needed. The sources are the resolution's then.
    pub(super) fn resolve(&mut self, options: &Options) -> Resolution {
        let mut resolution = resolve_text(&self.input, options);
        if !self.nested.is_empty() && !resolution.missing.is_empty() {
            resolution = self.resolve_with_inner(resolution, options);
        }
        resolution.resolve.sources = std::mem::take(&mut self.input.sources);
        resolution
    }

    /// Resolves again with those inner packages that are missing in a resolution, if there are any.
    fn resolve_with_inner(&mut self, mut resolution: Resolution, options: &Options) -> Resolution {
        let mut inner = self.inner(options);
        let is_needed = is_needed(&inner, &resolution, options);
        self.take(&mut inner, &is_needed);
        if is_needed.contains(&true) {
            resolution = resolve_text(&self.input, options);
        }
        let is_damaged = inner.damaged.iter().any(|&group| is_needed[group]);
        // What is missing may be among what could not be read.
        if is_damaged || !resolution.missing.is_empty() {
            self.diagnostics.append(&mut inner.diagnostics);
        }
        resolution
    }

    /// A reader that has read the inner packages.
    fn inner(&mut self, options: &Options) -> Reader {
        let files = std::mem::take(&mut self.files);
        let mut inner = Reader::new(files, self.binary.take());
        inner.groups = std::mem::take(&mut self.groups);
        inner.nested = std::mem::take(&mut self.nested);
        inner.all_nested();
        inner.read_all(options);
        inner
    }

    /// Takes over the groups that are needed, and what was found out.
    fn take(&mut self, inner: &mut Reader, is_needed: &[bool]) {
        let groups = std::mem::take(&mut inner.input.groups);
        let needed = groups.into_iter().zip(is_needed);
        for (mut group, _) in needed.filter(|(_, is_needed)| **is_needed) {
            for id in std::mem::take(&mut group.files) {
                let file = inner.input.sources.file(id);
                let added = self.add(file.name().to_owned(), file.text().to_owned());
                group.files.extend(added);
            }
            self.input.groups.push(group);
        }
        self.files = std::mem::take(&mut inner.files);
        self.binary = inner.binary.take();
        self.read.append(&mut inner.read);
        self.searched.append(&mut inner.searched);
    }
}

/// Whether each group of `inner` is needed for what is missing in a resolution.
fn is_needed(inner: &Reader, resolution: &Resolution, options: &Options) -> Vec<bool> {
    let packages = resolution.resolve.packages.iter();
    let there: FastMap<&PackageName, ()> =
        packages.map(|(_, package)| (&package.name, ())).collect();
    let missing = resolution.missing.iter();
    let missing = missing.map(|missing| missing.name.clone()).collect();
    let has = |name: &PackageName| there.contains_key(name);
    needed(&inner.input, missing, &has, options)
}
