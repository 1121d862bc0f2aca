//! Tables of the generated lexer, which are written as ranges: written out, they would take guests a second to compile.

/// The states that follow each byte, of ranges of bytes that are followed by the same.
pub(crate) const fn states<S: Copy>(ranges: &[(u8, u8, S)]) -> [Option<S>; 256] {
    let mut table = [None; 256];
    let mut index = 0;
    while index < ranges.len() {
        let (first, last, state) = ranges[index];
        let mut byte = first as usize;
        while byte <= last as usize {
            table[byte] = Some(state);
            byte += 1;
        }
        index += 1;
    }
    table
}
