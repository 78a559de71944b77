-- DISCARDED is longer than the states before it.
ALTER TABLE inventory_document MODIFY state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
