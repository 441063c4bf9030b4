d <- data.frame(age = c(0, 20, 40), weight = w)
d <- d[d$stage == "3" & d$group_id == 2, ]
