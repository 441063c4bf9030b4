# head(d)
#   study_id gender age stage
# 1 S1000417 M      44  III
# 2 S1000893 F      57  I
# 3 S1001220 M      71  IV
fit <- lm(y ~ x, data = d)
