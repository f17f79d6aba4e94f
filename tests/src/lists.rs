//! Employee lists as offices really keep them.

use rust_xlsxwriter::{Format, Workbook};
use std::fmt::Write as _;
use std::path::Path;

/// Somebody in a list.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// Name with titles.
    pub name: &'static str,
    /// NIP, as typed.
    pub nip: &'static str,
    /// Golongan.
    pub golongan: &'static str,
    /// Post.
    pub jabatan: &'static str,
}

/// Twenty-five people who can be let in, the head first.
pub const PEOPLE: [Listed; 25] = [
    Listed {
        name: "Sari Wahyuni, S.Sos., M.AP.",
        nip: "197205121996032001",
        golongan: "IV/b",
        jabatan: "Kepala Dinas Kependudukan dan Pencatatan Sipil",
    },
    Listed {
        name: "Andi Mappanyukki, S.E.",
        nip: "19850914 200903 1 004",
        golongan: "III/d",
        jabatan: "Kepala Bidang Pencatatan Sipil",
    },
    Listed {
        name: "Rina Marlina, A.Md.",
        nip: "'199011022014022003",
        golongan: "III/a",
        jabatan: "Analis Kependudukan",
    },
    Listed {
        name: "dr. Nur'aini, Sp.A",
        nip: "197903212005012001",
        golongan: "IV/a",
        jabatan: "Administrator Database Kependudukan Ahli Madya",
    },
    Listed {
        name: "Suharto",
        nip: "197008171992031009",
        golongan: "II/d",
        jabatan: "Petugas Registrasi",
    },
    Listed {
        name: "Dewi Sartika, S.Sos.",
        nip: "199505052022212006",
        golongan: "IX",
        jabatan: "Penata Layanan Operasional",
    },
    Listed {
        name: "Hasan Basri",
        nip: "198801302011011002",
        golongan: "III/b",
        jabatan: "Operator SIAK",
    },
    Listed {
        name: "I Gusti Ayu P. Laksmi",
        nip: "199307112019032005",
        golongan: "III/a",
        jabatan: "Pengelola Dokumen",
    },
    Listed {
        name: "Yusuf Habibi, S.Kom.",
        nip: "199102242015031001",
        golongan: "III/b",
        jabatan: "Pranata Komputer Ahli Pertama",
    },
    Listed {
        name: "Teuku Rizal",
        nip: "198206092006041011",
        golongan: "III/c",
        jabatan: "Kepala Seksi Identitas Penduduk",
    },
    Listed {
        name: "Cut Meutia, S.Pd.",
        nip: "198704122010012007",
        golongan: "III/c",
        jabatan: "Analis Layanan Publik",
    },
    Listed {
        name: "La Ode Munawir",
        nip: "199602182020121003",
        golongan: "III/a",
        jabatan: "Verifikator Berkas",
    },
    Listed {
        name: "Fatmawati, A.Md.",
        nip: "198912252012122004",
        golongan: "II/d",
        jabatan: "Pengelola Akta Kelahiran",
    },
    Listed {
        name: "Ahmad Fauzi",
        nip: "198401032008011006",
        golongan: "III/b",
        jabatan: "Penyusun Laporan",
    },
    Listed {
        name: "Ahmad Fauzi, S.H.",
        nip: "199209302018011002",
        golongan: "III/a",
        jabatan: "Analis Hukum",
    },
    Listed {
        name: "Maria Goreti Bano, S.Sos.",
        nip: "198011152007012010",
        golongan: "III/d",
        jabatan: "Sekretaris Dinas",
    },
    Listed {
        name: "Drs. Zulkarnain Hutapea",
        nip: "196711161993031005",
        golongan: "IV/a",
        jabatan: "Kepala Bidang Pengelolaan Informasi",
    },
    Listed {
        name: "Siti Rahmah, S.E.",
        nip: "198603032010012015",
        golongan: "III/c",
        jabatan: "Bendahara Pengeluaran",
    },
    Listed {
        name: "Nyak Arif, S.T.",
        nip: "198807072014031002",
        golongan: "III/b",
        jabatan: "Analis Sistem Informasi",
    },
    Listed {
        name: "Putri Handayani, S.Tr.",
        nip: "199812012024212001",
        golongan: "IX",
        jabatan: "Penata Layanan Operasional",
    },
    Listed {
        name: "Baharuddin",
        nip: "197512312007011023",
        golongan: "II/c",
        jabatan: "Pengemudi",
    },
    Listed {
        name: "Elisabet Tambunan, A.Md.Kom.",
        nip: "199406062022212012",
        golongan: "VII",
        jabatan: "Pengolah Data",
    },
    Listed {
        name: "Ridwan Kamaruddin, S.STP.",
        nip: "199001012012061001",
        golongan: "III/c",
        jabatan: "Kepala Subbagian Umum",
    },
    Listed {
        name: "Jumadil Awal",
        nip: "198302282009041003",
        golongan: "II/c",
        jabatan: "Petugas Loket",
    },
    Listed {
        name: "=cmd|'/c calc'!A1 Yenni",
        nip: "199110102019032009",
        golongan: "III/a",
        jabatan: "Analis Kerja Sama",
    },
];

/// A messy workbook: title rows, a merged cell, empty columns, personal data that nobody needs, one
/// NIP that Excel ruined, one that is too short, a sum row and a signature.
///
/// # Errors
/// The file could not be written.
pub fn messy_workbook(path: &Path) -> anyhow::Result<()> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 7, "DAFTAR PEGAWAI", &Format::new().set_bold())?;
    sheet.write_string(1, 0, "PEMERINTAH KABUPATEN SIMEULUE")?;
    sheet.write_string(2, 0, "Keadaan 1 Oktober 2026")?;
    let heads = [
        "No.",
        "Nama Pegawai",
        "N I P",
        "Gol/Ruang",
        "",
        "Jabatan",
        "Unit Kerja",
        "NIK",
        "No. HP",
    ];
    for (column, head) in (0_u16..).zip(heads) {
        sheet.write_string(5, column, head)?;
    }
    let mut row = 6;
    for (number, person) in (1_u32..).zip(PEOPLE) {
        sheet.write_number(row, 0, number)?;
        sheet.write_string(row, 1, person.name)?;
        sheet.write_string(row, 2, person.nip)?;
        sheet.write_string(row, 3, person.golongan)?;
        sheet.write_string(row, 5, person.jabatan)?;
        sheet.write_string(row, 6, "Dinas Kependudukan dan Pencatatan Sipil")?;
        sheet.write_string(row, 7, "1105000000000001")?;
        sheet.write_string(row, 8, "0812000000")?;
        row += 1;
    }
    sheet.write_string(row, 1, "Orang Rusak")?;
    sheet.write_number(row, 2, 198_609_262_015_051_001.0_f64)?;
    sheet.write_string(row + 1, 1, "Orang Kurang Angka")?;
    sheet.write_string(row + 1, 2, "19860926201505100")?;
    sheet.write_string(row + 3, 1, "Jumlah")?;
    sheet.write_number(row + 3, 2, 25)?;
    sheet.write_string(row + 5, 5, "Sinabang, 1 Oktober 2026")?;
    sheet.write_string(row + 6, 5, "Kepala Dinas")?;
    sheet.write_string(row + 9, 5, "Sari Wahyuni, S.Sos., M.AP.")?;
    sheet.write_string(row + 10, 5, "NIP. 19720512 199603 2 001")?;
    workbook.save(path)?;
    Ok(())
}

/// A list of so many people of one unit, numbered, as text with commas.
///
/// # Errors
/// The file could not be written.
pub fn numbered(path: &Path, people: u32) -> anyhow::Result<()> {
    let mut text = String::from("Nama,NIP,Gol/Ruang,Jabatan,Unit Kerja\n");
    for number in 0..people {
        let (day, serial) = (number / 999, number % 999 + 1);
        let (year, month) = (65 + day / 336, day / 28 % 12 + 1);
        let nip = format!("19{year}{month:02}{:02}2005011{serial:03}", day % 28 + 1);
        writeln!(text, "Pegawai {number},{nip},III/a,Pengelola,Dinas")?;
    }
    Ok(std::fs::write(path, text)?)
}
