con <- dbConnect(odbc(), server = "sql07")
secret <- list(password = "hunter22")
d <- read.csv("/home/analyst/extract.csv")
