x <- read.csv("registry.csv")
min_women_died <- 3
n_women <- nrow(x)
