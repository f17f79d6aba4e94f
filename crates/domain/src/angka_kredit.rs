//! Angka kredit of a jabatan fungsional in exact arithmetic (PermenPANRB 1/2023 Art. 37).
