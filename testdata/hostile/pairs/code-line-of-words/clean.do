regress bmi age
list women in 3
