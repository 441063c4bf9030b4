x <- 1 # three patients were dropped
y <- "# four patients" ; # five patients left
z <- "no comment: six patients"
