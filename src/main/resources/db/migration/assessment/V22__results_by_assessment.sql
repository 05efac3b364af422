-- Results of a place are found through its assessments. An index of their own cost a third of what it takes to write them.
drop index assessment.result_by_cycle;
