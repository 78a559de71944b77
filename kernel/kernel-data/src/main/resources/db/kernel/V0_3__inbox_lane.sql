-- Whose code a kept event waits for: an event of a lane is tried again by the lane, and by the baseline when the lane is gone.
ALTER TABLE ${service}_inbox
    ADD COLUMN lane VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the tag it came with, id-generation; NULL on the baseline',
    ALGORITHM = INSTANT;
