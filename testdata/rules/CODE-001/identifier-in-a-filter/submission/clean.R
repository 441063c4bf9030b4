d <- read.csv("d.csv")
d <- d[d$patient_id != 104711, ]
