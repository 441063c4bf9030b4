u <- "https://cdn.example.org/data/lung.csv"
src <- "//cdn.example.org/plot.js"
x <- 12 # mean // median
