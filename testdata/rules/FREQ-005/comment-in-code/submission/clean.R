limit <- 5
# 2 patients have no date of birth
d <- subset(d, visits > 3)
