-- The sweep over reservations whose transaction does not end looks here every half minute.
ALTER TABLE inventory_reservation ADD KEY inventory_reservation_tried (tenant_id, state, created_at);
