package questions

// Means words what the plan's records must show, as the end of a sentence that
// begins with "until".
func (c Check) Means() string {
	return map[Check]string{
		ObjectivesHaveGoals:   "the plan lists an objective, and each names a goal and who answers for it",
		ObjectiveDueSoon:      "an objective is due within 180 days of the launch, or of the audit where no launch is set",
		EmployeesTold:         "a group of employees has a day on which it was told",
		CustomersTold:         "a group of customers or members has a day on which it was told",
		PurposeRestated:       "a group has a day on which it said the purpose in its own words",
		MetricsNameObjectives: "the plan lists a measure, and each names an objective",
		MetricsHaveBaselines:  "the plan lists a measure, and each has a baseline",
		MetricsHaveTargets:    "the plan lists a measure, and each has a success line and the day for it",
		MetricsHaveReviews:    "the plan lists a measure, and each has an owner and the days between reviews",
		MetricsInWordsNumbers: "the plan lists a measure kept in numbers and one kept in words",
		MetricLeads:           "the plan lists a leading measure",
		MetricHasSuccess:      "a measure has a success line and the day for it",
		MetricHasStop:         "a measure has a stop line",
		ProgrammesListed:      "the plan lists your other programmes, or says with an empty list that there are none",
		ProgrammesMeet:        "the plan lists your other programmes, and each has a lead and the days between meetings",
	}[c]
}
