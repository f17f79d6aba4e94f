//! What `periksa` can find.

crate::messages! {
    page(detail) => "Berkas data rusak. Tidak ada yang diubah. Pulihkan cadangan terakhir. Rincian untuk pembuat program: {detail}", "The data file is damaged. Nothing was changed. Restore the last backup. Detail for the makers: {detail}";
    dangling(what, id) => "{what} {id} menunjuk data yang tidak ada.", "{what} {id} points to something that is not there.";
    journal(seq) => "Jejak perubahan terputus pada nomor {seq}.", "The trail of changes breaks at number {seq}.";
    sealed(seq) => "Rantai dokumen tersegel terputus pada nomor {seq}.", "The chain of sealed documents breaks at number {seq}.";
    document(what, id) => "{what} {id} tidak sama dengan jejak perubahannya.", "{what} {id} is not as its trail of changes left it.";
    unsealed(what, id) => "{what} {id} belum tersegel seperti seharusnya.", "{what} {id} is not sealed as it should be.";
    unreadable(what, id) => "{what} {id} tidak dapat dibaca oleh versi program ini.", "{what} {id} cannot be read by this version of the program.";
    evidence_missing(name) => "Berkas bukti “{name}” tidak ada.", "The evidence file “{name}” is not there.";
    evidence_damaged(name) => "Berkas bukti “{name}” rusak.", "The evidence file “{name}” is damaged.";
    rebuilt => "Isi tabel disusun ulang dari jejak perubahan.", "The tables were rebuilt from the trail of changes.";
}
