x <- read.csv("registry.csv")
women_died <- 3
