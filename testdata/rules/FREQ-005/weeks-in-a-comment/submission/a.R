# 412 patients, followed for 4 weeks
x <- 3
