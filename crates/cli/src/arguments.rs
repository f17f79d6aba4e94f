//! The command line.

use catalogue::terminal;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::Period;
use std::path::PathBuf;

/// Kinerja Luring dari terminal: memakai data yang sama dengan jendela program.
#[derive(Parser)]
#[command(name = "kinerja", version)]
pub(crate) struct Arguments {
    /// Folder data; bawaan: data pengguna ini. [data folder]
    #[arg(long, global = true, value_name = "DIR", env = "KINERJA_DATA")]
    pub(crate) data: Option<PathBuf>,
    /// Keluaran sebagai satu nilai JSON. [one JSON value on standard output]
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Isi tempat kosong dengan data latihan. [fill an empty place with practice data]
    #[command(visible_alias = "demo")]
    Latihan(Practice),
    /// Impor daftar pegawai. [import a list of employees]
    #[command(visible_alias = "import")]
    Impor(Import),
    /// Daftar pegawai. [list employees]
    #[command(visible_alias = "employees")]
    Pegawai,
    /// Nilai dari berkas CSV: nip,hasil,perilaku,alasan. [rate from a CSV file]
    #[command(visible_alias = "rate")]
    Nilai(Rate),
    /// Catat pengecualian. [note an exception]
    #[command(visible_alias = "exception")]
    Pengecualian(Exception),
    /// Tetapkan predikat kinerja organisasi. [set the organisation's predikat]
    #[command(visible_alias = "org")]
    Organisasi(Organisation),
    /// Apa yang masih kurang. [what is missing]
    #[command(visible_alias = "missing")]
    Kurang(InPeriod),
    /// Tandai siap dikirim. [seal what is complete]
    #[command(visible_alias = "finish")]
    Kirim(InPeriod),
    /// Ekspor buku kerja BKN. [export the BKN workbook]
    #[command(visible_alias = "export")]
    Ekspor(Export),
    /// Periksa seluruh data. [verify everything]
    #[command(visible_alias = "verify")]
    Periksa,
    /// Buat cadangan. [make a backup]
    #[command(visible_alias = "backup")]
    Cadangkan(NewBackup),
    /// Pulihkan cadangan. [restore a backup]
    #[command(visible_alias = "restore")]
    Pulihkan(BackupFile),
    /// Gabung ke pusat dengan kode dari pusat. [join the centre of a code]
    #[command(visible_alias = "join")]
    Gabung(Join),
    /// Kirim dan ambil sekarang. [send and fetch now]
    #[command(visible_alias = "sync")]
    Sinkron,
    /// Paket untuk USB. [packets for a stick]
    #[command(subcommand)]
    Usb(Stick),
    /// Sampai di mana pengiriman. [where sending stands]
    Status,
    /// Hitung tanpa membuka data. [calculate, opening nothing]
    #[command(visible_alias = "calc", subcommand)]
    Hitung(Calculation),
}

/// A month or a quarter: people are appraised, and reported to BKN, by nothing else yet.
fn appraised(text: &str) -> Result<Period, String> {
    match text.parse() {
        Ok(Period::Year { .. }) => {
            Err(terminal::year_not_appraised(crate::verbs::LANGUAGE).to_owned())
        }
        Ok(period) => Ok(period),
        Err(error) => Err(error.to_string()),
    }
}

#[derive(Args)]
pub(crate) struct Practice {
    /// Banyaknya pegawai. [how many employees]
    #[arg(long, alias = "employees", default_value_t = 25, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) pegawai: u32,
    /// Periode yang menunggu dinilai. [the period that waits]
    #[arg(long, alias = "period")]
    pub(crate) periode: Period,
}

#[derive(Args)]
pub(crate) struct Import {
    /// .xlsx, .xls, .ods atau .csv
    pub(crate) file: PathBuf,
    /// Hanya tampilkan apa yang akan terjadi. [preview only]
    #[arg(long, alias = "preview")]
    pub(crate) pratinjau: bool,
    /// Berlaku sejak; bawaan: perubahan sejak awal bulan ini, pegawai yang pertama kali tercatat
    /// sejak awal tahun. [valid from; changes from this month on, newcomers from this year on]
    #[arg(long, alias = "from")]
    pub(crate) sejak: Option<NaiveDate>,
    /// Unit bagi baris yang tidak menyebut unit; dibuat di tempat kosong. [unit of rows without one]
    #[arg(long)]
    pub(crate) unit: Option<String>,
}

#[derive(Args)]
pub(crate) struct Rate {
    /// CSV: nip,hasil,perilaku,alasan
    pub(crate) file: PathBuf,
    /// 2026-10 atau 2026-TW4
    #[arg(long, alias = "period", value_parser = appraised)]
    pub(crate) periode: Period,
}

#[derive(Args)]
pub(crate) struct Exception {
    /// NIP, 18 angka
    pub(crate) nip: String,
    /// cuti_besar, tugas_belajar, mutasi, pensiun, meninggal
    pub(crate) jenis: String,
    /// Hari pertama. [first day]
    #[arg(long, alias = "from")]
    pub(crate) dari: NaiveDate,
    /// Hari terakhir; kosong bila seterusnya. [last day]
    #[arg(long, alias = "until")]
    pub(crate) sampai: Option<NaiveDate>,
    /// Nomor surat. [letter number]
    #[arg(long, alias = "letter", default_value = "")]
    pub(crate) surat: String,
}

#[derive(Args)]
pub(crate) struct Organisation {
    /// Istimewa, Baik, "Butuh Perbaikan", Kurang, "Sangat Kurang"
    pub(crate) predikat: String,
    /// 2026-10 atau 2026-TW4
    #[arg(long, alias = "period")]
    pub(crate) periode: Period,
    /// Nama satu unit; bawaan: semua unit. [one unit; all of them]
    #[arg(long)]
    pub(crate) unit: Option<String>,
}

#[derive(Args)]
pub(crate) struct InPeriod {
    /// 2026-10 atau 2026-TW4
    #[arg(long, alias = "period", value_parser = appraised)]
    pub(crate) periode: Period,
}

#[derive(Args)]
pub(crate) struct Export {
    /// 2026-10 atau 2026-TW4
    #[arg(long, alias = "period", value_parser = appraised)]
    pub(crate) periode: Period,
    /// Berkas yang ditulis. [the file to write]
    #[arg(long, alias = "to", value_name = "FILE.xlsx")]
    pub(crate) ke: PathBuf,
    /// Bentuk buku kerja. [which workbook]
    #[arg(long, alias = "form", default_value = "lengkap")]
    pub(crate) bentuk: Form,
    /// Ganti berkas yang sudah ada. [replace a file that is there]
    #[arg(long, alias = "replace")]
    pub(crate) ganti: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Form {
    /// 31 kolom
    #[value(alias = "full")]
    Lengkap,
    /// 13 kolom
    #[value(alias = "short")]
    Ringkas,
    /// jumlah per predikat
    #[value(alias = "recap")]
    Rekap,
}

#[derive(Args)]
pub(crate) struct NewBackup {
    /// Berkas cadangan. Cadangan yang lama diganti. [the backup; an older one is replaced]
    pub(crate) file: PathBuf,
    /// Berkas kata pemulihan, ditulis juga. [recovery words, written too]
    #[arg(long, alias = "code-file", value_name = "F")]
    pub(crate) kode_berkas: Option<PathBuf>,
    /// Ganti berkas lain yang sudah ada. [replace other files that are there]
    #[arg(long, alias = "replace")]
    pub(crate) ganti: bool,
}

#[derive(Args)]
pub(crate) struct BackupFile {
    /// Berkas cadangan. [the backup]
    pub(crate) file: PathBuf,
    /// Berkas kata pemulihan yang ditulis oleh cadangkan. [recovery words]
    #[arg(long, alias = "code-file", value_name = "F")]
    pub(crate) kode_berkas: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Join {
    /// Kode gabung, mulai dari KNJ. [the code, beginning with KNJ]
    #[arg(required = true, num_args = 1..)]
    pub(crate) code: Vec<String>,
    /// Alamat pusat bila berbeda dari yang ada pada kode. [the centre's address, if not the code's]
    #[arg(long, value_name = "URL")]
    pub(crate) server: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Stick {
    /// Tulis paket yang belum diterima pusat. [write what the centre has not received]
    #[command(visible_alias = "write")]
    Tulis {
        /// Berkas yang ditulis. [the file to write]
        file: PathBuf,
    },
    /// Baca berkas dari pusat. [read a file from the centre]
    #[command(visible_alias = "read")]
    Baca {
        /// Berkas tanda terima atau jawaban gabung. [the answer to a packet, or to a request]
        file: PathBuf,
    },
    /// Tulis permintaan gabung. [write a request to join]
    #[command(visible_alias = "request")]
    Minta {
        /// Kode gabung, mulai dari KNJ. [the code, beginning with KNJ]
        #[arg(required = true, num_args = 1..)]
        code: Vec<String>,
        /// Berkas yang ditulis. [the file to write]
        #[arg(long = "ke", alias = "to")]
        file: PathBuf,
    },
}

#[derive(Subcommand)]
pub(crate) enum Calculation {
    /// Urai sebuah NIP. [take a NIP apart]
    Nip {
        /// 18 angka
        nip: String,
    },
    /// Predikat dari dua nilai. [the predikat of two ratings]
    Predikat {
        /// di_atas, sesuai, di_bawah
        hasil: String,
        /// di_atas, sesuai, di_bawah
        perilaku: String,
    },
    /// Angka kredit jabatan fungsional. [credit points]
    AngkaKredit {
        /// "Ahli Muda"
        #[arg(long)]
        jenjang: String,
        /// "Sangat Baik", "Baik", …
        #[arg(long)]
        predikat: String,
        /// 1 sampai 12
        #[arg(long)]
        bulan: u8,
    },
    /// Pola distribusi: sangat baik, baik, butuh perbaikan, kurang, sangat kurang. [the pattern]
    Pola {
        /// Istimewa, Baik, …
        #[arg(long)]
        organisasi: String,
        /// Lima angka. [five counts]
        #[arg(num_args = 5, required = true)]
        counts: Vec<u32>,
    },
}
