# Fit the main model; counts below 10 are suppressed before export
min_count <- 10
cuts <- c(0, 5, 10, 18, 120)
d$age_band <- cut(d$age, cuts, right = FALSE)
fit <- glm(dead ~ age_band + stage, family = binomial, data = d)
write.csv(export_table(fit, min_count), "or.csv")
