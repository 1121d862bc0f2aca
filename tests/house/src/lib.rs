//! The rules of the house, as tests: which crate stands on which, how large files and functions are, which imports go
//! in circles, and where kinds are told apart.
//!
//! The tests read manifests and sources, and compile nothing: a rule is enforced here only if neither the compiler nor
//! clippy can. Clippy holds the list of what libraries may not call (`clippy.toml`), rustc the dependencies that are not
//! used (`unused_crate_dependencies`).

#[cfg(test)]
mod circles;
#[cfg(test)]
mod crates;
#[cfg(test)]
mod exhaustive;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod methods;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod sources;
