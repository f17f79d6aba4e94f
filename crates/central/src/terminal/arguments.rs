//! What can be typed.

use clap::{Args, Parser, Subcommand};
use domain::Period;
use std::net::SocketAddr;
use std::path::PathBuf;
use uuid::Uuid;

/// Kinerja Luring untuk kantor pusat. [the central office]
#[derive(Parser)]
#[command(name = "kinerja-pusat", version)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) place: WhereData,
    /// Keluaran sebagai satu nilai JSON. [one JSON value on standard output]
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) verb: Verb,
}

/// Where the data is.
#[derive(Args)]
pub(super) struct WhereData {
    /// Folder data. [data folder]
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "KINERJA_PUSAT_DATA",
        default_value = "pusat-data"
    )]
    pub(super) data: PathBuf,
    /// PostgreSQL, bukan berkas SQLite di folder data. [PostgreSQL instead of a file]
    #[arg(
        long,
        global = true,
        value_name = "postgres://…",
        env = "KINERJA_PUSAT_DATABASE"
    )]
    pub(super) database: Option<String>,
    /// Tempat bukti dan paket; bawaan: folder di dalam folder data. [where files lie]
    #[arg(
        long,
        global = true,
        value_name = "s3://…",
        env = "KINERJA_PUSAT_FILES"
    )]
    pub(super) files: Option<String>,
}

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Layani kantor-kantor. [serve the offices]
    Serve(Serve),
    /// Buat admin halaman pusat, atau tautan sandi baru baginya. [make an admin of the pages]
    Admin(Admin),
    /// Buat kode gabung bagi sebuah kantor. [make an enrolment code]
    Enrol(Office),
    /// Daftar kantor. [list offices]
    Offices,
    /// Cabut sebuah PC: kirimannya menunggu keputusan orang. [revoke a device]
    Revoke(Device),
    /// Terima berkas dari USB dan buat jawabannya. [take a packet in]
    ImportUsb(Stick),
    /// Ekspor buku kerja BKN seluruh kantor. [export the BKN workbook]
    ExportBkn(Export),
    /// Terbitkan paket aturan ke semua kantor; tanpa berkas: daftar terbitan. [publish rules]
    #[command(visible_alias = "aturan")]
    Rules(RulesFile),
    /// Periksa seluruh data. [verify everything]
    Verify,
    /// Buat cadangan, juga selagi melayani. [make a backup]
    Backup(BackupFile),
    /// Pulihkan cadangan, atau nyatakan bahwa PostgreSQL sudah dipulihkan. [restore a backup]
    Restore(RestoreFile),
    /// Periksa keadaan pusat. [look whether the centre is well]
    Doctor,
}

#[derive(Args)]
pub(super) struct Serve {
    /// Alamat; port 0 memakai port bebas. [where to listen]
    #[arg(long, default_value = "127.0.0.1:8443")]
    pub(super) listen: SocketAddr,
    /// Tanpa TLS, di belakang proksi. [plain, behind a proxy]
    #[arg(long)]
    pub(super) http: bool,
    /// Alamat yang dipakai kantor, bila berbeda. [where offices find it]
    #[arg(long, value_name = "URL", env = "KINERJA_PUSAT_PUBLIC_URL", value_parser = public_url)]
    pub(super) public_url: Option<String>,
    /// Folder halaman yang sudah dibangun. [the built page]
    #[arg(long, value_name = "DIR", env = "KINERJA_PUSAT_PAGE")]
    pub(super) page: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct Admin {
    /// Nama akun untuk masuk. [the account's name]
    pub(super) name: String,
}

#[derive(Args)]
pub(super) struct Office {
    /// Nama kantor; dibuat bila belum ada. [its name]
    #[arg(long, value_name = "NAMA")]
    pub(super) office: String,
}

#[derive(Args)]
pub(super) struct Device {
    /// Id PC. [its id]
    pub(super) device: Uuid,
}

#[derive(Args)]
pub(super) struct Stick {
    /// Paket atau permintaan gabung. [a packet or a request to join]
    pub(super) file: PathBuf,
    /// Berkas jawaban untuk dibawa kembali; tidak pernah menimpa. [the answer]
    #[arg(long, value_name = "FILE")]
    pub(super) answer: PathBuf,
}

#[derive(Args)]
pub(super) struct Export {
    /// 2026-10 atau 2026-TW4
    #[arg(long, alias = "period")]
    pub(super) periode: Period,
    /// Berkas yang ditulis. [the file to write]
    #[arg(long, alias = "to", value_name = "FILE.xlsx")]
    pub(super) ke: PathBuf,
}

#[derive(Args)]
pub(super) struct RulesFile {
    /// Paket aturan, JSON. [a package of rules]
    pub(super) file: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct BackupFile {
    /// Berkas cadangan; tidak pernah menimpa. [the backup]
    pub(super) file: PathBuf,
}

#[derive(Args)]
pub(super) struct RestoreFile {
    /// Berkas cadangan; tanpa berkas untuk PostgreSQL. [the backup; none for PostgreSQL]
    pub(super) file: Option<PathBuf>,
}

/// An address that an office can call: enrolment codes carry it.
fn public_url(text: &str) -> Result<String, String> {
    let is_one = text.parse::<axum::http::Uri>().is_ok_and(|it| {
        matches!(it.scheme_str(), Some("http" | "https"))
            && it.host().is_some_and(|it| !it.is_empty())
    });
    if is_one {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("tulis alamat seperti https://pusat.example:8443".to_owned())
    }
}
