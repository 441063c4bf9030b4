select 1; -- three patients
select 2; /* four patients */
