-- Packages of rules that were published, as they go down to every office. A version is given once.
CREATE TABLE rules_package (
    version bigint PRIMARY KEY,
    at bigint NOT NULL,
    who text NOT NULL,
    bytes bytea NOT NULL
);
