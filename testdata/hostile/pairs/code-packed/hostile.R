x <- read.csv("registry.csv")
x <- "ODArOiAzIHdvbWVuIGRpZWQ="
