//! The `producers` section: which languages and tools made a binary.

use indexmap::IndexMap;
use wasm_encoder::{Encode, ProducersField, ProducersSection, Section};
use wasmparser::{BinaryReader, ProducersSectionReader};

type Map<K, V> = IndexMap<K, V, foldhash::fast::RandomState>;

/// The fields of a `producers` section, and the names with their versions in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Producers {
    fields: Map<String, Map<String, String>>,
}

impl Producers {
    /// The name of the section.
    pub(crate) const SECTION: &'static str = "producers";

    /// The entry of witc in everything that this crate makes.
    pub(crate) fn own() -> Self {
        let mut producers = Self::default();
        producers.add("processed-by", "witc", env!("CARGO_PKG_VERSION"));
        producers
    }

    /// Reads a section's contents; of one that is damaged, what stands before the damage.
    pub(crate) fn parse(data: &[u8]) -> Self {
        let mut producers = Self::default();
        let Ok(section) = ProducersSectionReader::new(BinaryReader::new(data, 0)) else {
            return producers;
        };
        for field in section.into_iter().flatten() {
            for value in field.values.into_iter().flatten() {
                producers.add(field.name, value.name, value.version);
            }
        }
        producers
    }

    /// The languages that it was written in: `Rust`, `C11`.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &str> {
        let field = self.fields.get("language").into_iter();
        field.flat_map(|names| names.keys().map(String::as_str))
    }

    /// Whether nothing is said.
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Adds a name to a field. A name that is there keeps its place and gets the version.
    pub(crate) fn add(&mut self, field: &str, name: &str, version: &str) {
        self.fields
            .entry(field.to_owned())
            .or_default()
            // A tool that ran twice is named with its last version.
            .insert(name.to_owned(), version.to_owned());
    }

    /// Adds what another section says.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (field, values) in &other.fields {
            for (name, version) in values {
                self.add(field, name, version);
            }
        }
    }

    /// The section.
    pub(crate) fn section(&self) -> ProducersSection {
        let mut section = ProducersSection::new();
        for (name, values) in &self.fields {
            let mut field = ProducersField::new();
            for (name, version) in values {
                field.value(name, version);
            }
            section.field(name, &field);
        }
        section
    }

    /// The section with its id and size.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let section = self.section();
        let mut bytes = vec![section.id()];
        section.encode(&mut bytes);
        bytes
    }
}
