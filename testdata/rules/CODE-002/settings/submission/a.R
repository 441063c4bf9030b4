con <- dbConnect(odbc(), dsn = Sys.getenv("DSN"), pwd = Sys.getenv("PWD"))
d <- read.csv("data/extract.csv")
source("../lib/functions.R")
