data w; input band weight;
datalines;
1 0.2
2 0.5
;
