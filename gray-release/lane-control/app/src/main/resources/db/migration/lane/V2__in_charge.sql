-- Until when the process of this term may answer members without saying so here again.
ALTER TABLE lane_control ADD COLUMN in_charge_until DATETIME(6);
