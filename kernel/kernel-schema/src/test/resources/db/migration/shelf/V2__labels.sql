ALTER TABLE shelf ADD COLUMN label VARCHAR(8);
INSERT INTO shelf (id, label) VALUES (1, 'A1');
