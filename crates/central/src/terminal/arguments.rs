//! What can be typed.

use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

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
    /// Buat kode gabung bagi sebuah kantor. [make an enrolment code]
    Enrol(Office),
    /// Daftar kantor. [list offices]
    Offices,
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
    #[arg(long, value_name = "URL")]
    pub(super) public_url: Option<String>,
}

#[derive(Args)]
pub(super) struct Office {
    /// Nama kantor; dibuat bila belum ada. [its name]
    #[arg(long, value_name = "NAMA")]
    pub(super) office: String,
}
