ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    nhs_number,age,stage
9434765919,71,III
4010232137,64,II
9876543210,58,IV
