//! The procedural macro behind witc::generate!
