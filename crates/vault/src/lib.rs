//! Keys: where they are kept, how they are wrapped, what they sign.
