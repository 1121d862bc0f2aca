//! What the binding generators of witc share
