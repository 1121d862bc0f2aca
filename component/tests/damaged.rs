//! Damaged modules: a component or diagnostics come of them, never a panic.

mod cases;

use std::path::Path;
use witc_component::new::{Adapter, Module, Options, component};

/// A case's modules with their worlds.
struct Sound {
    modules: Vec<(String, Vec<u8>)>,
    options: Options,
}

fn sound() -> Vec<Sound> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/diagnostics/component")];
    folders.extend(cases::sources().map(|sources| sources.join("tests/components")));
    let all = folders.iter().flat_map(|folder| cases::cases(folder));
    let options = |case: &cases::Case| Options { validate: false, ..case.options() };
    all.map(|case| Sound { modules: case.modules_with_worlds(), options: options(&case) }).collect()
}

impl Sound {
    /// Makes a component with `damaged` in the place of one of the modules.
    fn with(&self, number: usize, damaged: &[u8]) {
        let parts = self.modules.iter().enumerate().map(|(index, (name, bytes))| {
            let bytes = if index == number { damaged } else { bytes };
            Adapter { name, module: Module { bytes, world: None } }
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
        for (number, (_, bytes)) in sound.modules.iter().enumerate() {
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
        for (number, (_, bytes)) in sound.modules.iter().enumerate() {
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
