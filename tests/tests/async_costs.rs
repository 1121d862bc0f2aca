//! What asynchronous calls and streams of guests in Rust cost, against what they once did. `cargo xtask bench async-guests`
//! compares the same guests with the peer's.

use witc_runner::{costs, measure};
use witc_tests::{assert_costs, caller_and_callee, plugged, root};

#[test]
fn nothing_costs_more_than_it_did() {
    let [caller, callee] = caller_and_callee("measured-async");
    let code = |guest: &[u8]| measure::code_bytes(guest).expect("is a component");
    let mut costs = vec![("code".to_owned(), code(&caller) + code(&callee))];
    let whole = plugged(&[("caller", &caller), ("callee", &callee)])
        .unwrap_or_else(|errors| panic!("{errors}"));
    for run in costs::RUNS {
        let cost =
            costs::cost(&whole.component, run).unwrap_or_else(|error| panic!("{run}: {error:?}"));
        let [here, there] = cost.allocations;
        let all = [
            ("fuel", cost.fuel),
            ("calls of the host", cost.calls),
            ("allocations of the caller", here),
            ("allocations of the callee", there),
            ("bytes", cost.bytes),
        ];
        // Of a hundred times: what does not happen each time would be lost.
        let of_hundred =
            |(what, cost): (&str, f64)| (format!("{run} {what}"), (cost * 100.0).round() as u64);
        costs.extend(all.map(of_hundred));
    }
    let ceilings = root().join("fixtures/guests/measured-async/costs.txt");
    assert_costs(&ceilings, &costs);
}
