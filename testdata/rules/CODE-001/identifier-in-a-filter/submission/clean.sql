select * from t where (pid = 4711)
