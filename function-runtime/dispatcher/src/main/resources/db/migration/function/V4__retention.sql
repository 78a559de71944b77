-- What is old is found by its time.
ALTER TABLE invocation ADD KEY finished (ended_at);
ALTER TABLE log_line ADD KEY by_time (at);
