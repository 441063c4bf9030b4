d <- structure(list(age = c(61, 74, 48, 55, 83, 66, 71), sex = c("F", "M", "M", "F", "F", "M", "F"),
  stage = c(1, 4, 2, 3, 3, 1, 4)), row.names = c(NA, -7L), class = "data.frame")
fit <- glm(stage > 2 ~ age, data = d)
