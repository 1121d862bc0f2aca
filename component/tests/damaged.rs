//! Damaged modules: a component or diagnostics come of them, never a panic.

mod cases;

use std::path::Path;
use witc_component::StringEncoding;
use witc_component::new::{Adapter, Module, Options, component};
use witc_resolve::{Loaded, Loader};

/// A case's modules, in the binary format.
struct Sound {
    loaded: Loaded,
    modules: Vec<(String, String, Vec<u8>)>,
    options: Options,
}

fn sound() -> Vec<Sound> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/diagnostics/component")];
    folders.extend(cases::sources().map(|sources| sources.join("tests/components")));
    let all = folders.iter().flat_map(|folder| cases::cases(folder));
    let sound = all.filter_map(|case| {
        let modules = case.modules().into_iter().map(|(stem, file)| {
            let bytes = wat::parse_file(&file).unwrap();
            (cases::adapter_name(&stem, &file), stem, bytes)
        });
        let loaded = Loader::new().path(&case.path).load();
        let options = Options { validate: false, ..case.options() };
        Some(Sound { modules: modules.collect(), loaded, options })
    });
    sound.collect()
}

impl Sound {
    /// Makes a component with `damaged` in the place of one of the modules.
    fn with(&self, number: usize, damaged: &[u8]) {
        let parts = self.modules.iter().enumerate().map(|(index, (name, stem, bytes))| {
            let world = self.loaded.resolve.packages[self.loaded.main[0]].worlds[stem.as_str()];
            let bytes = if index == number { damaged } else { bytes };
            let world = Some((&self.loaded.resolve, world, StringEncoding::Utf8));
            Adapter { name, module: Module { bytes, world } }
        });
        let parts: Vec<_> = parts.collect();
        match component(parts[0].module, &parts[1..], &self.options) {
            Ok(component) => assert!(component.len() > damaged.len().min(8)),
            Err(diagnostics) => assert!(!diagnostics.is_empty()),
        }
    }
}

#[test]
fn truncated() {
    for sound in sound() {
        for (number, (_, _, bytes)) in sound.modules.iter().enumerate() {
            for len in (0..bytes.len()).step_by(1 + bytes.len() / 60) {
                sound.with(number, &bytes[..len]);
            }
        }
    }
}

#[test]
fn flipped() {
    // Which bits is the same in every run.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for sound in sound() {
        for (number, (_, _, bytes)) in sound.modules.iter().enumerate() {
            for _ in 0..100 {
                let mut damaged = bytes.clone();
                for _ in 0..=random(3) {
                    let at = random(damaged.len());
                    damaged[at] ^= 1 << random(8);
                }
                sound.with(number, &damaged);
            }
        }
    }
}
