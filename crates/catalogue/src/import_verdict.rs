//! What an import knows about a row beside the row itself.

crate::messages! {
    namesake => "Ada orang lain dengan nama yang sama dan NIP berbeda. Keduanya tetap dua orang.", "Somebody else has the same name with another NIP. They stay two people.";
    has_left => "Orang ini tercatat sudah pensiun, mutasi, atau meninggal. Periksa pengecualiannya.", "This person is on record as retired, transferred or deceased. Check the exception.";
    rates_oneself => "Penilainya orang itu sendiri, jadi penilainya dikosongkan. Tentukan penilai di Pegawai.", "The appraiser named is the same person, so it was left empty. Name the appraiser under Employees.";
}
