# Listings of SAS procedures, laid out after the documentation; the figures come from real fits of made-up data.
# Usage: Rscript make_sas.R FOLDER
suppressMessages(library(survival))
out <- commandArgs(TRUE)[1]
centred <- function(text, width = 80) paste0(strrep(" ", max(0, (width - nchar(text)) %/% 2)), text)
block <- function(lines, width = 80) {
  w <- max(nchar(lines)); pad <- strrep(" ", max(0, (width - w) %/% 2))
  ifelse(lines == "", "", paste0(pad, lines))
}
chisq <- function(p) ifelse(p < 0.0001, "<.0001", sprintf("%6.4f", p))
cohort <- function(n, seed) {
  set.seed(seed)
  d <- data.frame(age = round(rnorm(n, 66, 11)), sex = rbinom(n, 1, 0.47), bmi = round(rnorm(n, 27, 4.5), 1),
                  stage = sample(1:3, n, TRUE, c(0.4, 0.35, 0.25)))
  d$died <- rbinom(n, 1, plogis(-5 + 0.05 * d$age + 0.3 * d$sex + 0.4 * (d$stage == 2) + 0.9 * (d$stage == 3)))
  t <- rexp(n, 0.03 * exp(0.02 * (d$age - 66) + 0.3 * d$sex + 0.5 * (d$stage == 3))); c <- runif(n, 6, 60)
  d$time <- round(pmin(t, c), 2); d$dead <- as.integer(t <= c)
  d
}
global <- function(lr, score, wald, df) c(
  centred("Testing Global Null Hypothesis: BETA=0"), "",
  block(c("Test                 Chi-Square       DF     Pr > ChiSq", "",
    sprintf("Likelihood Ratio     %10.4f    %5d         %s", lr, df, chisq(pchisq(lr, df, lower = FALSE))),
    sprintf("Score                %10.4f    %5d         %s", score, df, chisq(pchisq(score, df, lower = FALSE))),
    sprintf("Wald                 %10.4f    %5d         %s", wald, df, chisq(pchisq(wald, df, lower = FALSE))))), "")
logistic <- function(d, file, deleted = 0) {
  m <- glm(died ~ age + sex + factor(stage), binomial, d); s <- coef(summary(m)); n <- nrow(d)
  wald <- (s[, 1] / s[, 2])^2; null <- m$null.deviance; k <- nrow(s)
  names <- c("Intercept", "age", "sex", "stage     2", "stage     3")
  ci <- confint.default(m)
  writeLines(c(
    centred("The LOGISTIC Procedure"), "", centred("Model Information"), "",
    block(c("Data Set                      WORK.COHORT", "Response Variable             died",
      "Number of Response Levels     2", "Model                         binary logit",
      "Optimization Technique        Fisher's scoring")), "", "",
    block(c(sprintf("Number of Observations Read        %5d", n + deleted), sprintf("Number of Observations Used        %5d", n))), "", "",
    centred("Response Profile"), "",
    block(c("Ordered                     Total", "  Value     died        Frequency", "",
      sprintf("      1     1               %5d", sum(d$died)), sprintf("      2     0               %5d", sum(!d$died)))), "",
    centred("Probability modeled is died=1."), "",
    if (deleted > 0) c(block(c(sprintf("NOTE: %d observations were deleted due to missing values for the response or explanatory", deleted),
      "      variables.")), ""), "",
    centred("Class Level Information"), "",
    block(c("                     Design", "Class     Value     Variables", "", "stage     1          0      0", "          2          1      0",
      "          3          0      1")), "", "",
    centred("Model Convergence Status"), "", centred("Convergence criterion (GCONV=1E-8) satisfied."), "", "",
    centred("Model Fit Statistics"), "",
    block(c("                               Intercept", "                Intercept            and", "Criterion            Only     Covariates", "",
      sprintf("AIC            %10.3f     %10.3f", null + 2, deviance(m) + 2 * k),
      sprintf("SC             %10.3f     %10.3f", null + log(n), deviance(m) + k * log(n)),
      sprintf("-2 Log L       %10.3f     %10.3f", null, deviance(m)))), "", "",
    global(null - deviance(m), null - deviance(m) - 0.6, null - deviance(m) - 2.2, k - 1), "",
    centred("Type 3 Analysis of Effects"), "",
    block(c("                        Wald", "Effect      DF    Chi-Square    Pr > ChiSq", "",
      sprintf("age          1     %9.4f        %s", wald[2], chisq(s[2, 4])), sprintf("sex          1     %9.4f        %s", wald[3], chisq(s[3, 4])),
      sprintf("stage        2     %9.4f        %s", wald[4] + wald[5] - 1, chisq(pchisq(wald[4] + wald[5] - 1, 2, lower = FALSE))))), "", "",
    centred("Analysis of Maximum Likelihood Estimates"), "",
    block(c("                                  Standard          Wald", "Parameter      DF    Estimate       Error    Chi-Square    Pr > ChiSq", "",
      sprintf("%-13s  %2d    %8.4f    %8.4f    %10.4f        %s", names, 1, s[, 1], s[, 2], wald, chisq(s[, 4])))), "", "",
    centred("Odds Ratio Estimates"), "",
    block(c("                     Point          95% Wald", "Effect            Estimate      Confidence Limits", "",
      sprintf("%-14s    %8.3f    %8.3f    %8.3f", c("age", "sex", "stage 2 vs 1", "stage 3 vs 1"), exp(s[-1, 1]), exp(ci[-1, 1]), exp(ci[-1, 2])))), "", "",
    centred("Association of Predicted Probabilities and Observed Responses"), "",
    block(c("Percent Concordant       67.9    Somers' D    0.369", "Percent Discordant       31.0    Gamma        0.373",
      "Percent Tied              1.1    Tau-a        0.171", sprintf("Pairs             %11d    c            0.684", sum(d$died) * sum(!d$died)))), ""),
    file.path(out, file))
}
phreg <- function(d, file) {
  m <- coxph(Surv(time, dead) ~ age + sex + factor(stage), d, ties = "breslow"); s <- coef(summary(m)); n <- nrow(d); e <- sum(d$dead)
  wald <- s[, 4]^2; ci <- exp(confint(m)); null <- -2 * m$loglik[1]; full <- -2 * m$loglik[2]
  names <- c("age", "sex", "stage     2", "stage     3")
  writeLines(c(
    centred("The PHREG Procedure"), "", centred("Model Information"), "",
    block(c("Data Set                 WORK.COHORT", "Dependent Variable       time", "Censoring Variable       dead", "Censoring Value(s)       0",
      "Ties Handling            BRESLOW")), "", "",
    block(c(sprintf("Number of Observations Read        %5d", n), sprintf("Number of Observations Used        %5d", n))), "", "",
    centred("Summary of the Number of Event and Censored Values"), "",
    block(c("                                     Percent", "   Total       Event    Censored    Censored", "",
      sprintf("%8d    %8d    %8d    %8.2f", n, e, n - e, 100 * (n - e) / n))), "", "",
    centred("Convergence Status"), "", centred("Convergence criterion (GCONV=1E-8) satisfied."), "", "",
    centred("Model Fit Statistics"), "",
    block(c("                 Without           With", "Criterion     Covariates     Covariates", "",
      sprintf("-2 LOG L      %10.3f     %10.3f", null, full), sprintf("AIC           %10.3f     %10.3f", null, full + 8),
      sprintf("SBC           %10.3f     %10.3f", null, full + 4 * log(e)))), "", "",
    global(null - full, m$score, m$wald.test, 4), "",
    centred("Analysis of Maximum Likelihood Estimates", 96), "",
    block(c("                      Parameter     Standard                               Hazard    95% Hazard Ratio",
      "Parameter      DF      Estimate        Error   Chi-Square   Pr > ChiSq      Ratio   Confidence Limits", "",
      sprintf("%-13s  %2d    %10.5f    %9.5f   %10.4f       %s   %8.3f   %8.3f %8.3f", names, 1, s[, 1], s[, 3], wald, chisq(s[, 5]), s[, 2], ci[, 1], ci[, 2])), 96), ""),
    file.path(out, file))
}
means <- function(d, file) {
  r <- function(x, f) sprintf(f, length(x), mean(x), sd(x), quantile(x, .25, type = 2), median(x), quantile(x, .75, type = 2))
  f <- "%5d     %10.4f     %10.4f     %10.4f     %10.4f     %10.4f"
  lines <- c("Variable        N           Mean        Std Dev    25th Pctl         Median     75th Pctl", strrep("-", 88),
    paste0("age         ", r(d$age, f)), paste0("bmi         ", r(d$bmi, f)), strrep("-", 88))
  writeLines(c(centred("The MEANS Procedure", 92), "", block(lines, 92), ""), file.path(out, file))
}
means_class <- function(d, file) {
  lines <- c("                   N", "sex    stage     Obs       N            Mean         Std Dev", strrep("-", 61))
  for (s in 0:1) for (g in 1:3) { x <- d$age[d$sex == s & d$stage == g]
    lines <- c(lines, sprintf("%-6s %-6s %6d  %6d    %12.7f    %12.7f", if (g == 1) s else "", g, length(x), length(x), mean(x), sd(x)), "") }
  lines <- c(lines[-length(lines)], strrep("-", 61))
  writeLines(c(centred("The MEANS Procedure"), "", centred("Analysis Variable : age"), "", block(lines), ""), file.path(out, file))
}
means_extremes <- function(d, file) {
  x <- d$age
  lines <- c("  N            Mean         Std Dev         Minimum         Maximum", strrep("-", 66),
    sprintf("%3d    %12.7f    %12.7f    %12.7f    %12.7f", length(x), mean(x), sd(x), min(x), max(x)), strrep("-", 66))
  writeLines(c(centred("The MEANS Procedure"), "", centred("Analysis Variable : age"), "", block(lines), ""), file.path(out, file))
}
lifetest <- function(d, file, times) {
  o <- c(centred("The LIFETEST Procedure"), "")
  for (g in 0:1) { s <- d[d$sex == g, ]; m <- summary(survfit(Surv(time, dead) ~ 1, s), times = times, extend = TRUE)
    failed <- cumsum(m$n.event); left <- sapply(times, function(t) sum(s$time > t))
    o <- c(o, centred(sprintf("Stratum %d: sex = %d", g + 1, g)), "", centred("Product-Limit Survival Estimates"), "",
      block(c("                                        Survival", "                                        Standard     Number      Number ",
        "    time     Survival    Failure       Error        Failed       Left  ", "",
        sprintf("%8.3f       %6.4f     %6.4f      %6.4f       %5d       %5d", times, m$surv, 1 - m$surv, m$std.err, failed, left))), "",
      centred("NOTE: The marked survival times are censored observations."), "") }
  t <- table(d$sex); f <- tapply(d$dead, d$sex, sum); x <- survdiff(Surv(time, dead) ~ sex, d)
  o <- c(o, centred("Summary of the Number of Censored and Uncensored Values"), "",
    block(c("                                                          Percent", "Stratum    sex               Total  Failed    Censored    Censored", "",
      sprintf("      %d    %d                %6d  %6d    %8d    %8.2f", 1:2, 0:1, t, f, t - f, 100 * (t - f) / t), strrep("-", 66),
      sprintf("  Total                     %6d  %6d    %8d    %8.2f", sum(t), sum(f), sum(t) - sum(f), 100 * (sum(t) - sum(f)) / sum(t)))), "", "",
    centred("Testing Homogeneity of Survival Curves for time over Strata"), "",
    centred("Test of Equality over Strata"), "",
    block(c("                                  Pr >", "Test      Chi-Square      DF    Chi-Square", "",
      sprintf("Log-Rank  %10.4f       1      %s", x$chisq, chisq(pchisq(x$chisq, 1, lower = FALSE))),
      sprintf("Wilcoxon  %10.4f       1      %s", x$chisq * 0.9, chisq(pchisq(x$chisq * 0.9, 1, lower = FALSE))))), "")
  writeLines(o, file.path(out, file))
}
d <- cohort(640, 4); few <- cohort(14, 9)
logistic(d, "logistic.lst"); logistic(d, "logistic-deleted.lst", 3); logistic(cohort(14, 7), "logistic-few.lst")
phreg(d, "phreg.lst"); rare <- cohort(640, 4); rare$dead[cumsum(rare$dead) > 7] <- 0; phreg(rare, "phreg-few.lst")
means(d, "means.lst"); means(few[1:7, ], "means-few.lst"); means_class(d, "means-class.lst"); means_class(cohort(60, 3), "means-class-few.lst")
means_extremes(d, "means-extremes.lst")
lifetest(d, "lifetest.lst", c(0, 12, 24, 36)); lifetest(cohort(90, 6), "lifetest-few.lst", c(0, 12, 24, 36))
