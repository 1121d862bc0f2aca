//! Damaged modules and components: a component, a drawing or diagnostics come of them, never a panic.

mod cases;

use std::path::Path;
use witc_component::new::{Adapter, Module, Options, component};
use witc_component::plug::{Component, plug};
use witc_graph::of_component;

/// A case's modules with their worlds.
struct Sound {
    modules: Vec<(String, Vec<u8>)>,
    options: Options,
}

fn sound() -> Vec<Sound> {
    let mut folders =
        vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/diagnostics/component")];
    folders.extend(cases::sources().map(|sources| sources.join("tests/components")));
    let all = folders.iter().flat_map(|folder| cases::cases(folder));
    let options = |case: &cases::Case| Options {
        // Validation takes most of the time, and says nothing about panics.
        validate: false,
        ..case.options()
    };
    all.map(|case| Sound {
        modules: case.modules_with_worlds(),
        options: options(&case),
    })
    .collect()
}

impl Sound {
    /// Makes a component with `damaged` in the place of one of the modules.
    fn with(&self, number: usize, damaged: &[u8]) {
        let parts = self
            .modules
            .iter()
            .enumerate()
            .map(|(index, (name, bytes))| {
                let bytes = if index == number { damaged } else { bytes };
                Adapter {
                    name,
                    module: Module { bytes, world: None },
                }
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

/// Numbers below a limit, the same in every run.
fn random() -> impl FnMut(usize) -> usize {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    }
}

#[test]
fn flipped() {
    let mut random = random();
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

#[test]
fn drawings_of_damaged_components() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/compose");
    let files = ["diamond.wat", "types.wat", "make.wat", "read.wat"];
    let files = files.map(|name| wat::parse_file(folder.join(name)).unwrap());
    let parts: Vec<_> = files
        .iter()
        .map(|bytes| Component {
            name: "a component",
            bytes,
        })
        .collect();
    let whole = plug(parts[0], &parts[1..]).unwrap().component;
    let mut random = random();
    let mut drawn = 0;
    for round in 0..3000 {
        let mut damaged = whole.clone();
        for _ in 0..=random(3) {
            let at = random(damaged.len());
            damaged[at] = if random(2) == 0 {
                damaged[at] ^ (1 << random(8))
            } else {
                // Small numbers are ids and indices more often than chance would have it.
                random(16) as u8
            };
        }
        damaged.truncate(if round % 4 == 0 {
            random(whole.len())
        } else {
            whole.len()
        });
        if let Ok(graph) = of_component("damaged", &damaged) {
            assert!(graph.svg().ends_with("</svg>\n") && graph.dot().ends_with("}\n"));
            assert!(graph.mermaid().starts_with("flowchart"));
            drawn += 1;
        }
    }
    // If almost nothing were drawn, the damage would be too coarse to test anything.
    assert!(drawn > 300, "{drawn} drawn");
}
