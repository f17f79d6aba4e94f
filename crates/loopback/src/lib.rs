//! The program behind a plain browser on 127.0.0.1, opened by a one-time token.
