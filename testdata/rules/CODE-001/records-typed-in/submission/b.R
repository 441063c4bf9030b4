w <- data.frame(age = c(0, 20, 40), weight = c(0.2, 0.5, 0.3))
