-- Keys are the caller's, byte for byte: under the default collation the events "a" and "A" were one, and the second was lost.
ALTER TABLE invocation
    MODIFY ordering_key  VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin,
    MODIFY deduplication VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
ALTER TABLE ordering_key
    MODIFY ordering_key  VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL;
ALTER TABLE delivery
    MODIFY ordering_key  VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
