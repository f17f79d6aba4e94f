//! Journeys in a real window, accessibility, kill tests.
