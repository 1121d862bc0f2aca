//! A hash that is the same on every machine and in every version, for names that have to be unique.

/// FNV-1a of all parts with their boundaries, as 16 hexadecimal digits.
///
/// It tells names apart that no one chooses with ill intent; it is not a cryptographic hash.
#[must_use]
pub fn fingerprint(parts: &[&[u8]]) -> String {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    // The length of each part goes first, so that `ab` `c` and `a` `bc` differ.
    let hash = parts.iter().fold(0xcbf2_9ce4_8422_2325, |hash, part| {
        let hash = (part.len() as u64)
            .to_le_bytes()
            .into_iter()
            .fold(hash, step);
        part.iter().copied().fold(hash, step)
    });
    // With all digits, so that such names have one length.
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn boundaries_count() {
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
        assert_ne!(fingerprint(&[]), fingerprint(&[b""]));
        assert_eq!(fingerprint(&[b"ab"]).len(), 16);
    }
}
