# Prints of trees by rpart. Usage: Rscript make_rpart.R FOLDER
suppressMessages(library(rpart))
out <- commandArgs(TRUE)[1]
to <- function(file, tree) { sink(file.path(out, file)); on.exit(sink()); print(tree) }
set.seed(4)
n <- 640
d <- data.frame(age = round(rnorm(n, 66, 11)), sex = factor(sample(c("Female", "Male"), n, TRUE)), bmi = round(rnorm(n, 27, 4.5), 1),
  stage = factor(sample(c("I", "II", "III"), n, TRUE, c(.4, .35, .25))), arm = factor(sample(c("A", "B"), n, TRUE)))
d$died <- rbinom(n, 1, plogis(-5 + .05 * d$age + .8 * (d$stage == "III")))
least <- function(n, cp) rpart.control(minbucket = n, cp = cp)
to("rpart.txt", rpart(factor(died) ~ age + sex + stage + bmi, d, method = "class", control = least(15, .004)))
to("rpart-small.txt", rpart(factor(died) ~ age + sex + stage + bmi, d, method = "class", control = least(3, .002)))
to("rpart-anova.txt", rpart(bmi ~ age + sex + stage, d, control = least(15, .004)))
