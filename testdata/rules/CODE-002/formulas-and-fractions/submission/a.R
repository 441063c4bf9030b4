fit <- lm(y ~ x/z, data = d)
x <- gsub("\\s+", " ", x)
r <- a /data$n
