//! The heads of functions that documentation shows are those of the bindings.

use super::Language;
use super::world::World;

/// A text without regard to where its lines end: inside of a module or a class there is less room.
fn words(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // A list that is broken into lines has a comma at its end.
    text.replace(",)", ")").replace(",>", ">")
}

#[test]
fn heads_are_in_the_bindings() {
    let mut count = 0;
    for world in World::all() {
        for language in Language::ALL {
            let files = world.generate(language, &[]).expect("is written");
            let text: String = files
                .iter()
                .filter(|(name, _)| !name.ends_with(".o"))
                .map(|(_, contents)| words(&String::from_utf8_lossy(contents)))
                .collect();
            for signature in world.signatures(language).expect("has heads") {
                let name = (&world.name, language.name(), &signature.function);
                assert!(
                    text.contains(&words(&signature.text)),
                    "{name:?}: {}",
                    signature.text
                );
                count += 1;
            }
        }
    }
    assert!(count > 1_000, "{count} heads");
}
