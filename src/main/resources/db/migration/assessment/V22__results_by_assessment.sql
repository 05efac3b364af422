-- Results of a place are found through its assessments; an index of their own was written for each result and read by one count.
drop index assessment.result_by_cycle;
