//! What holds for the decoder and any bytes: it gives packages that can be printed, or a diagnostic.

use witc_binary::{decode_to_packages, decode_type_section};
use witc_component::embed::module_to_packages;

pub(crate) fn check(data: &[u8]) {
    for result in [decode_to_packages(data), module_to_packages(data)] {
        match result {
            Ok(packages) => {
                assert!(
                    packages
                        .iter()
                        .all(|text| text.starts_with("package ") || text.starts_with("//"))
                );
            }
            Err(diagnostic) => assert!(!diagnostic.message.is_empty()),
        }
    }
    if let Ok((resolve, world, _)) = decode_type_section(data) {
        assert!(resolve.worlds[world].package.is_some());
    }
}
