d <- tribble(
 ~stage, ~patients,
 "I", 120,
 "II", 8
)
e <- data.frame(stage = c("I", "II"), n = c(120L, 7L))
