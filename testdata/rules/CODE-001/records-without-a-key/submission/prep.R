d <- data.frame(age = c(61, 74, 48, 55, 83, 66, 71),
  sex = c("F", "M", "M", "F", "F", "M", "F"),
  smoker = c("yes", "no", "no", "yes", "yes", "no", "no"))
fit <- glm(smoker == "yes" ~ age, data = d)
