data x;
 input site $ n;
 datalines;
Breast 412
Anus 8
;
run;
