-- Whose code works the file off: that of the lane on which it came, and the baseline's when the lane leaves it lying.
ALTER TABLE ${service}_import_job
    ADD COLUMN lane VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the tag it came with, id-generation; NULL on the baseline',
    ALGORITHM = INSTANT;
