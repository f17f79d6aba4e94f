//! Sealed documents: frozen bodies, chains, checkpoints, and the pure fold.
