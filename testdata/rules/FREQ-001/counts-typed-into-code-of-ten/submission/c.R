d <- data.frame(stage = c("I", "II"), order = c(1, 2))
e <- data.frame(colour = c("red", "blue"), stage = c(1, 2))
