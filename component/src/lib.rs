//! WIT and component binaries: type sections, encoding and decoding
