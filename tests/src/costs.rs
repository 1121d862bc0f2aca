//! What guests cost, against what they once did.

use crate::updating;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Nothing costs more than a file says, which `UPDATE=1` writes.
///
/// # Panics
///
/// If something does, or is not in the file.
pub fn assert_costs(file: &Path, costs: &[(String, u64)]) {
    if updating() {
        let text: String = costs
            .iter()
            .map(|(what, cost)| format!("{what}: {cost}\n"))
            .collect();
        fs::write(file, text).expect("can be written");
    }
    let text = fs::read_to_string(file).expect("is checked in");
    let ceilings: BTreeMap<&str, u64> = text
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(what, cost)| (what, cost.parse().expect("is a number")))
        .collect();
    let above: Vec<_> = costs
        .iter()
        // One percent for what another version of the compiler does.
        .filter(|(what, cost)| cost * 100 > ceilings[what.as_str()] * 101)
        .map(|(what, cost)| format!("{what}: {cost} in place of {}", ceilings[what.as_str()]))
        .collect();
    assert!(
        above.is_empty(),
        "{}; `UPDATE=1` accepts it",
        above.join(", ")
    );
}
