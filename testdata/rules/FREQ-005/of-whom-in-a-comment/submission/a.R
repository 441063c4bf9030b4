# 412 patients, of whom 4 lost to follow-up
x <- 3
