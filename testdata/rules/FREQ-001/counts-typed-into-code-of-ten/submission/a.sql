INSERT INTO out_counts (site, patients) VALUES ('Breast', 412), ('Anus', 10);
INSERT INTO lookup (code, label) VALUES (1, 'Breast'), (2, 'Anus');
