x <- read.csv("registry.csv")
x <- "registry of women"
