use //fs2.hospital.nhs.uk/cohort/lung.dta, clear
