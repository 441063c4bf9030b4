  * three patients
keep if 1 // four patients
