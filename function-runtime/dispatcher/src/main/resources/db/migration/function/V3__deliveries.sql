-- Deliveries are taken as invocations are: by whoever comes first, under an epoch, in order for each key of a target.
ALTER TABLE delivery
    ADD COLUMN state        VARCHAR(10) NOT NULL DEFAULT 'PENDING',
    -- as the invocation's, and its place among those of its key: null for one that was begun anew, which has lost it
    ADD COLUMN ordering_key VARCHAR(128),
    ADD COLUMN turn         BIGINT,
    ADD COLUMN epoch        INT         NOT NULL DEFAULT 0,
    ADD COLUMN dispatcher   VARCHAR(80),
    ADD COLUMN created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    DROP KEY due,
    ADD KEY due (due_at, function, tenant),
    ADD KEY takeable (function, tenant, due_at),
    ADD KEY in_turn (function, tenant, ordering_key, state, turn),
    ADD KEY held (dispatcher),
    ADD KEY listed (function, state, id);
