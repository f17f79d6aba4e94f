//! Use cases, one module per feature, over one Host.
