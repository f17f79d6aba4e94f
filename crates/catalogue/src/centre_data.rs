//! Data Induk and Periode at the centre.

crate::messages! {
    master_sub => "Perbaikan di sini turun ke kantor pada sambungan berikutnya.", "A correction here goes down to the office with its next connection.";
    all_offices => "Semua kantor", "All offices";
    people_count(count) => "{count} pegawai", "{count} people";
    tab_people => "Pegawai", "People";
    tab_units => "Unit", "Units";
    choose_office => "Pilih satu kantor untuk melihat unitnya.", "Choose an office to see its units.";
    no_people_title => "Belum ada pegawai", "No people yet";
    no_people_text => "Data pegawai datang bersama kiriman pertama kantor.", "People come with the first thing that an office sends.";
    edit_person => "Perbaiki data pegawai", "Correct a person";
    edit_unit => "Perbaiki unit", "Correct a unit";
    field_name => "Nama tanpa gelar", "Name without titles";
    field_title_before => "Gelar depan", "Titles before";
    field_title_after => "Gelar belakang", "Titles after";
    field_nip => "NIP", "NIP";
    field_nip_hint => "18 angka. NIP tidak pernah diperbaiki sendiri oleh program.", "18 digits. The program never repairs a NIP by itself.";
    field_education => "Pendidikan", "Education";
    field_pns_id => "ID PNS (SIASN)", "PNS ID (SIASN)";
    field_golongan => "Golongan", "Golongan";
    field_golongan_since => "TMT golongan", "Golongan since (TMT)";
    field_golongan_hint => "Jabatan yang berjalan ikut: golongan baru berlaku mulai TMT, periode sebelumnya tetap.", "The running post follows: the new golongan holds from this day on, earlier periods keep the old one.";
    field_too_long => "Terlalu panjang: paling banyak 300 huruf.", "Too long: at most 300 characters.";
    field_golongan_since_wrong => "Tanggal ini tidak cocok dengan jabatan yang berjalan.", "This day does not fit the running post.";
    posts_none => "Belum ada jabatan.", "No post yet.";
    post_by_head => "dinilai kepala unit", "rated by the head of the unit";
    post_saved(name) => "Jabatan {name} tersimpan. Kantor menerimanya pada sambungan berikutnya.", "The post of {name} was saved. The office gets it with its next connection.";
    field_unit_name => "Nama unit", "Unit's name";
    field_instansi => "Instansi", "Government";
    field_unor => "ID UNOR (SIASN)", "UNOR id (SIASN)";
    rhythm => "Irama", "Rhythm";
    missing => "Isi bagian ini.", "Fill this in.";
    save_and_send => "Simpan dan kirim ke kantor", "Save and send to the office";
    saved(name) => "{name} diperbaiki. Kantor menerimanya pada sambungan berikutnya.", "{name} was corrected. The office gets it with its next connection.";
    nothing_changed => "Tidak ada yang berubah.", "Nothing changed.";
    read_only => "Hanya admin yang dapat memperbaiki data induk.", "Only an admin can correct master data.";
    changes(count) => "Sudah diubah {count} kali sejak pertama dikirim.", "Changed {count} times since it was first sent.";
    changed_meanwhile => "Data ini baru saja diubah orang lain. Yang Anda ketik masih ada di isian, sisanya sudah yang terbaru. Periksa, lalu simpan lagi.", "Somebody else has just changed this. What you typed is still in the fields, the rest is the newest. Check it, then save again.";
    other_edit => "Bila kantor mengubah hal yang sama sementara ini, kedua versi disimpan dan muncul di Tertahan.", "When the office changes the same meanwhile, both versions are kept and show under Held.";

    periods_sub => "Periode yang ditutup tidak menerima nilai baru tanpa keputusan orang.", "A closed period takes no new rating without somebody's decision.";
    period => "Periode", "Period";
    status => "Status", "State";
    rated => "Nilai utuh", "Whole ratings";
    closed_in(count, total) => "ditutup di {count} dari {total} kantor", "closed in {count} of {total} offices";
    closed_everywhere => "ditutup di semua kantor", "closed in all offices";
    open => "terbuka", "open";
    closed => "ditutup", "closed";
    closed_at(when) => "terakhir {when}", "last {when}";
    close_everywhere => "Tutup di semua kantor", "Close in all offices";
    close_here => "Tutup", "Close";
    see_offices => "Per kantor", "By office";
    close_title(period) => "Tutup {period}?", "Close {period}?";
    close_text => "Penutupan turun ke kantor dan tidak dapat dibatalkan. Nilai yang datang sesudahnya menunggu di Tertahan sampai seseorang meloloskannya; tidak ada yang hilang.", "Closing goes down to the offices and cannot be taken back. Ratings that come later wait under Held until somebody lets them through; nothing is lost.";
    close_where_all(count) => "Di semua {count} kantor.", "In all {count} offices.";
    period_closed(period) => "{period} ditutup.", "{period} was closed.";
}
