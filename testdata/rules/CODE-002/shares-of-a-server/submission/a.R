d <- readRDS("//regfs01/data/lung/cohort.rds")
