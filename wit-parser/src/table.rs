//! Tables of the generated lexer and parser, which are written as the few entries that say something: written out, they
//! would take guests a second to compile.

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

/// The rows of a table that are alike, by their numbers, with the columns that are not 0.
type Rows<'a> = (&'a [u16], &'a [(u8, i16)]);

/// A table of `N` entries in rows of `width`.
pub(crate) const fn table<const N: usize>(width: usize, rows: &[Rows<'_>]) -> [i16; N] {
    let mut table = [0; N];
    let mut index = 0;
    while index < rows.len() {
        let (numbers, columns) = rows[index];
        let mut row = 0;
        while row < numbers.len() {
            let start = numbers[row] as usize * width;
            let mut column = 0;
            while column < columns.len() {
                let (place, entry) = columns[column];
                table[start + place as usize] = entry;
                column += 1;
            }
            row += 1;
        }
        index += 1;
    }
    table
}
