//! Pola distribusi predikat (SE MenPANRB 3/2023): advice, never a block.
