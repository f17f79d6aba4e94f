//! The contract between the page and the program: commands, answers, error codes, tags.
