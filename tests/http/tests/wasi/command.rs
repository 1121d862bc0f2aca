//! `wasi:cli/command`: standard input and output as streams.

use crate::guests::fixture;

/// Input that is larger than the buffers on the way, and that shows when parts are exchanged.
fn numbers() -> String {
    (0..20_000).map(|number| format!("{number}\n")).collect()
}

#[test]
fn a_command_copies_its_input_to_its_output() {
    let command = fixture("command");
    for input in ["", "one line\n", &numbers()] {
        let output = command
            .run(&["copy", "this"], input.to_owned())
            .expect("does not trap");
        assert_eq!(output.code, 0);
        assert!(output.stdout == input.as_bytes(), "{} bytes", input.len());
        assert_eq!(output.stderr, "copy this");
    }
    // The result of `run`.
    let output = command.run(&["fail"], "text").expect("does not trap");
    assert_eq!((output.code, &output.stdout[..]), (1, &b"text"[..]));
    // The whole component ends, and none of its tasks goes on.
    let output = command.run(&["exit"], "text").expect("does not trap");
    assert_eq!((output.code, &output.stdout[..]), (3, &b""[..]));
}
