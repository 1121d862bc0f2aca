//! Random pairs of worlds with resources: `targets`, `diff` and the peer's `targets` and `semver_check` say the same.
//!
//! `WITC_PAIRS` sets the number of pairs.

#[path = "sketches/mod.rs"]
mod sketches;

use sketches::{load, seeds};
use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser as peer;
use wit_parser::ManglingAndAbi;
use witc_binary::component_to_wit;
use witc_compare::diff::worlds;
use witc_compare::{Class, WorldRef, join_sources, targets};
use witc_random::{Dice, Sketch};
use witc_resolve::{Direction, LiveTypes, Loaded, Loader};

/// A world, for the peer.
fn peer_world(resolve: &mut peer::Resolve, text: &str) -> peer::WorldId {
    let package = resolve
        .push_str("sketch.wit", text)
        .expect("is accepted here");
    resolve.packages[package].worlds["w"]
}

/// A component of a world that does nothing, made by the peer.
fn dummy(text: &str) -> Vec<u8> {
    let mut resolve = peer::Resolve::default();
    let world = peer_world(&mut resolve, text);
    let mut module = dummy_module(&resolve, world, ManglingAndAbi::Standard32);
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8, false)
        .expect("fits");
    let mut encoder = ComponentEncoder::default();
    encoder.validate(true);
    let encoder = encoder.module(&module).expect("has a world");
    encoder.encode().expect("is a component")
}

fn peer_targets(text: &str, component: &[u8]) -> bool {
    let mut resolve = peer::Resolve::default();
    let world = peer_world(&mut resolve, text);
    wit_component::targets(&resolve, world, component, false).is_ok()
}

fn peer_semver(old: &Sketch, new: &Sketch) -> bool {
    let mut resolve = peer::Resolve::default();
    // Two versions in one model need different numbers, which the check leaves out.
    let old = peer_world(&mut resolve, &old.text("1.0.0"));
    let new = peer_world(&mut resolve, &new.text("9.0.0"));
    wit_component::semver_check(resolve, old, new).is_ok()
}

fn world(loaded: &Loaded) -> WorldRef<'_> {
    WorldRef {
        resolve: &loaded.resolve,
        world: loaded.resolve.packages[loaded.main[0]].worlds["w"],
    }
}

fn fits(component: &[u8], new: &Loaded) -> bool {
    let text = component_to_wit(component).expect("is a component");
    let component = Loader::new().text("component.wit", text).load();
    assert!(!component.has_errors(), "{:?}", component.diagnostics);
    let own = component.resolve.packages[component.main[0]].worlds["root"];
    let (_, shift) = join_sources(&component.resolve.sources, &new.resolve.sources);
    let component = WorldRef {
        resolve: &component.resolve,
        world: own,
    };
    targets(component, world(new), shift, false).is_empty()
}

/// The verdicts on a component of an old world in a new one.
#[derive(Debug, PartialEq, Eq)]
struct Verdicts {
    targets: bool,
    semver: bool,
    peer_targets: bool,
    peer_semver: bool,
}

fn verdicts(old: &Sketch, new: &Sketch, was: &Loaded, is: &Loaded) -> Verdicts {
    let component = dummy(&old.text("1.0.0"));
    let findings = worlds(world(was), world(is));
    Verdicts {
        targets: fits(&component, is),
        semver: findings
            .iter()
            .all(|finding| finding.class() != Class::Breaking),
        peer_targets: peer_targets(&new.text("1.0.0"), &component),
        peer_semver: peer_semver(old, new),
    }
}

#[test]
fn all_say_the_same() {
    let (mut yes, mut no, mut excused) = (0, 0, 0);
    let mut wrong = Vec::new();
    for seed in seeds("WITC_PAIRS", 150) {
        let mut dice = Dice::new(seed);
        let old = Sketch::random(&mut dice);
        let mut new = old.clone();
        if dice.percent(20) {
            new.world = new.random_world(&mut dice);
        }
        for _ in 0..dice.below(3) {
            new = new.edited(&mut dice).0;
        }
        let (Some(was), Some(is)) = (load(&old.text("1.0.0")), load(&new.text("1.0.0"))) else {
            continue;
        };
        let verdicts = verdicts(&old, &new, &was, &is);
        let Verdicts {
            targets,
            semver,
            peer_targets,
            peer_semver,
        } = verdicts;
        if targets == semver && targets == peer_targets && targets == peer_semver {
            *if targets { &mut yes } else { &mut no } += 1;
        } else if targets == semver && (on_both_sides(&was) || on_both_sides(&is)) {
            excused += 1;
        } else {
            let texts = [&old, &new].map(|sketch| sketch.text("1.0.0"));
            wrong.push(format!(
                "seed {seed}: {verdicts:?}\n{}\n{}",
                texts[0], texts[1]
            ));
        }
    }
    println!("{yes} fit, {no} do not, {excused} excused");
    assert!(
        wrong.is_empty(),
        "{} wrong, the first: {}",
        wrong.len(),
        wrong[0]
    );
    assert!(
        yes >= 20 && no >= 20 && excused < (yes + no) / 3,
        "{yes}, {no}, {excused}"
    );
}

/// Whether a world imports and exports an interface with a resource. The peer refuses the component of such a world in the
/// world itself: it takes the exported resource for the imported one.
fn on_both_sides(loaded: &Loaded) -> bool {
    let WorldRef { resolve, world } = world(loaded);
    let mut exports = resolve.world_interfaces(world, Direction::Export);
    exports.any(|(_, export)| {
        let types = LiveTypes::of_interface(resolve, export.id);
        resolve.has_interface(world, Direction::Import, export.id)
            && types.iter().any(|id| resolve.types[id].kind.is_resource())
    })
}

/// The class above is what it says: the peer refuses own worlds of that kind, and no others.
#[test]
fn own_worlds() {
    let (mut refused, mut accepted) = (0, 0);
    for seed in 0..60 {
        let text = Sketch::random(&mut Dice::new(seed)).text("1.0.0");
        let Some(loaded) = load(&text) else { continue };
        let component = dummy(&text);
        assert!(fits(&component, &loaded), "{text}");
        if peer_targets(&text, &component) {
            accepted += 1;
        } else {
            assert!(on_both_sides(&loaded), "{text}");
            refused += 1;
        }
    }
    assert!(refused >= 1 && accepted >= 20, "{refused}, {accepted}");
}
