//! Every sentence that a person reads, in Indonesian and English, checked at compile time.
