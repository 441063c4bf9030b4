# Writes what R prints, from a made-up cohort: Rscript make_r.R, in this folder.
suppressMessages({library(knitr); library(xtable); library(tibble); library(dplyr); library(survival); library(broom)})
set.seed(20)
n <- 900
d <- data.frame(
  sex = factor(sample(c("Female", "Male"), n, TRUE, c(.55, .45))),
  stage = factor(sample(c("I", "II", "III", "IV", "Not known"), n, TRUE, c(.3, .25, .2, .24, .01))),
  site = factor(sample(c("Breast", "Head and neck", "Lower GI", "Lung and pleura", "Sarcoma"), n, TRUE, c(.3, .2, .25, .24, .01))),
  year = sample(2015:2018, n, TRUE))
d$age <- pmin(99, pmax(18, round(rnorm(n, 66, 13))))
d$bmi <- round(rnorm(n, 26, 4), 1)
d$time <- round(rexp(n, .02), 1); d$dead <- rbinom(n, 1, .6)
out <- function(name, expr, width = 80) { options(width = width); sink(name); force(expr); sink() }
out("r_table_one_way.txt", print(table(d$stage)))
out("r_table_named.txt", print(table(stage = d$stage)))
out("r_table_two_way.txt", print(addmargins(with(d, table(site, stage)))))
out("r_table_wrapped.txt", print(with(d, table(site, age = cut(age, seq(15, 100, 5))))), 60)
out("r_xtabs_three_way.txt", print(xtabs(~ site + stage + sex, d)))
out("r_ftable.txt", print(ftable(xtabs(~ sex + site + stage, d))))
out("r_prop_table.txt", print(round(prop.table(with(d, table(site, stage)), 1), 3)))
out("r_data_frame.txt", print(as.data.frame(d %>% group_by(site, sex) %>% summarise(n = n(), mean_age = round(mean(age), 1), sd_age = round(sd(age), 2), .groups = "drop"))))
out("r_data_frame_wrapped.txt", print(as.data.frame(d %>% group_by(site) %>% summarise(n = n(), mean_age = mean(age), sd_age = sd(age), mean_bmi = mean(bmi), sd_bmi = sd(bmi), deaths = sum(dead)))), 50)
out("r_tibble.txt", print(d %>% count(site, sex)))
out("r_matrix.txt", print(with(d, tapply(age, list(site, sex), length))))
out("r_matrix_plain.txt", print(matrix(c(21, 34, 5, 70), 2)))
out("r_quantile.txt", print(quantile(d$age)))
out("r_summary_vector.txt", print(summary(d$bmi)))
out("r_summary_data_frame.txt", print(summary(d[, c("sex", "stage", "age", "bmi")])))
out("r_aggregate.txt", print(aggregate(age ~ sex + stage, d, function(x) round(mean(x), 2))))
out("r_kable_pipe.md", print(kable(with(d, table(site, stage)), format = "pipe")))
out("r_kable_simple.txt", print(kable(as.data.frame(count(d, site, sex)), format = "simple", caption = "Patients by site")))
out("r_kable.html", print(kable(with(d, table(site, stage)), format = "html")))
out("r_kable.tex", print(kable(with(d, table(site, stage)), format = "latex", booktabs = TRUE)))
out("r_xtable.tex", print(xtable(with(d, table(site, stage))), comment = FALSE))
out("r_xtable_longtable.tex", print(xtable(with(d, table(site, sex)), caption = "Patients"), tabular.environment = "longtable", floating = FALSE, comment = FALSE))
out("r_xtable.html", print(xtable(with(d, table(site, stage))), type = "html", comment = FALSE))
out("r_broom_tidy.txt", print(tidy(glm(dead ~ age + sex + stage, binomial, d))))
out("r_survfit.txt", print(summary(survfit(Surv(time, dead) ~ sex, d), times = c(0, 12, 24, 36))))
out("r_chisq.txt", print(chisq.test(with(d, table(sex, stage)), simulate.p.value = FALSE)))
out("r_console.log", {
  cat("> # patients by stage and sex\n> with(d, table(sex, stage))\n"); print(with(d, table(sex, stage)))
  cat("> nrow(d)\n"); print(nrow(d))
  cat("> quantile(d$age, c(.1, .5, .9))\n"); print(quantile(d$age, c(.1, .5, .9)))
  cat("> cat('done')\ndone\n") })
