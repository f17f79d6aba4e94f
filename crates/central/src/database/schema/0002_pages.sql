-- What the centre's pages need: who signs in, what they did, and counts that a whole regency is
-- read from at once.

CREATE TABLE staff (
    staff_id bytea PRIMARY KEY,
    -- What is typed to sign in, in small letters.
    account text NOT NULL,
    name text NOT NULL,
    -- 1 verifikator, 2 analis, 3 admin.
    role bigint NOT NULL,
    -- Argon2id, with its parameters and salt; nothing until a password was chosen.
    password text,
    created_at bigint NOT NULL,
    seen_at bigint,
    barred_at bigint
);
CREATE UNIQUE INDEX staff_by_account ON staff (account);

-- Only hashes: who reads this table cannot sign in with it.
CREATE TABLE staff_session (
    token_hash bytea PRIMARY KEY,
    staff_id bytea NOT NULL,
    begun_at bigint NOT NULL,
    used_at bigint NOT NULL
);
CREATE INDEX staff_session_by_staff ON staff_session (staff_id);

CREATE TABLE staff_link (
    token_hash bytea PRIMARY KEY,
    staff_id bytea NOT NULL,
    expires_at bigint NOT NULL
);

-- Tries to sign in that did not succeed, by account and by address.
CREATE TABLE sign_in_try (
    try_id bytea PRIMARY KEY,
    subject text NOT NULL,
    at bigint NOT NULL
);
CREATE INDEX sign_in_try_by_subject ON sign_in_try (subject, at);

-- What the staff did. Each entry's chain value covers the one before.
CREATE TABLE audit (
    seq bigint PRIMARY KEY,
    at bigint NOT NULL,
    staff_id bytea,
    who text NOT NULL,
    act text NOT NULL,
    about text NOT NULL,
    chain bytea NOT NULL
);

-- Where the trail ends. Whoever adds to it locks this row first.
CREATE TABLE audit_head (
    id bigint PRIMARY KEY,
    seq bigint NOT NULL,
    chain bytea NOT NULL
);

-- Somebody looked at what waits and left it.
CREATE TABLE held_note (
    office_id bytea NOT NULL,
    stream bytea NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    who text NOT NULL,
    at bigint NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (office_id, stream, seq, chain)
);

-- A unit as it is now.
CREATE TABLE unit_now (
    office_id bytea NOT NULL,
    unit_id bytea NOT NULL,
    -- 0 monthly, 1 quarterly.
    rhythm bigint NOT NULL,
    -- People whose post has no last day behind them.
    people bigint NOT NULL,
    -- The period in which something was counted last, and how many were rated whole in it.
    period text NOT NULL,
    rated bigint NOT NULL,
    PRIMARY KEY (office_id, unit_id)
);

-- A unit in a week in which something came from it; weeks are counted from Monday, 5 January 1970.
CREATE TABLE unit_week (
    office_id bytea NOT NULL,
    unit_id bytea NOT NULL,
    week bigint NOT NULL,
    -- The period that ran then, in the unit's rhythm.
    period text NOT NULL,
    expected bigint NOT NULL,
    rated bigint NOT NULL,
    arrived bigint NOT NULL,
    late bigint NOT NULL,
    PRIMARY KEY (office_id, unit_id, week)
);
CREATE INDEX unit_week_by_week ON unit_week (week, office_id, arrived, late);

-- How many of a unit got which predikat, 1 the worst.
CREATE TABLE unit_result (
    office_id bytea NOT NULL,
    unit_id bytea NOT NULL,
    period text NOT NULL,
    predikat_1 bigint NOT NULL,
    predikat_2 bigint NOT NULL,
    predikat_3 bigint NOT NULL,
    predikat_4 bigint NOT NULL,
    predikat_5 bigint NOT NULL,
    partial bigint NOT NULL,
    PRIMARY KEY (office_id, unit_id, period)
);
CREATE INDEX unit_result_by_period ON unit_result (period, office_id);
CREATE INDEX office_by_name ON office (name);
