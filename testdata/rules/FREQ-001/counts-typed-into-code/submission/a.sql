INSERT INTO out_counts (site, patients) VALUES ('Breast', 412), ('Anus', 8);
INSERT INTO counts
VALUES
  ('Bowel', 388),
  ('Vulva', 6);
