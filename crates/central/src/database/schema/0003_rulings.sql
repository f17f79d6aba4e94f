-- What the centre ruled about a rating as it is now: 1 returned, 2 final.
ALTER TABLE evaluation ADD COLUMN ruling bigint;
