x <- read.csv("registry.csv")
cat("fewer than 10 women died")
