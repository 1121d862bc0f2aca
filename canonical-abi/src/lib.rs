//! The canonical ABI of the component model: layout, flattening, core signatures and plans
