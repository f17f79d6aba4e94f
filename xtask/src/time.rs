//! Titles, and how long what stands under them took.

use std::time::{Duration, Instant};

/// Seconds with one digit after the point, as all times are printed.
pub fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

/// Prints a title, does the work and prints the time that it took.
///
/// # Errors
/// Those of the work.
pub fn timed<T, E>(title: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    eprintln!(":: {title}");
    let started = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "done" } else { "failed" };
    eprintln!(":: {title}: {outcome}, {}", seconds(started.elapsed()));
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_have_one_digit_after_the_point() {
        assert_eq!(seconds(Duration::from_millis(12_349)), "12.3 s");
        assert_eq!(seconds(Duration::from_millis(49)), "0.0 s");
    }
}
