x <- read.csv("registry.csv")
cat("3 women died")
